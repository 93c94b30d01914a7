import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import tinhgon.temporal.constraints


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("registry", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "email",
                    models.EmailField(max_length=254, unique=True, verbose_name="E-mail address"),
                ),
                ("name", models.CharField(max_length=150, verbose_name="Name")),
                ("is_active", models.BooleanField(default=True)),
                ("invented", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Answered",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("said", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField()),
                ("content_type", models.CharField(max_length=100)),
                ("body", models.TextField()),
                ("at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("scopes", models.JSONField(default=list)),
                ("made", models.DateTimeField(auto_now_add=True)),
                ("ends", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tokens",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("registrar", "Registrar"),
                            ("contact-editor", "Contact editor"),
                            ("planner", "Planner"),
                            ("appraiser", "Appraiser"),
                            ("chair", "Chair"),
                            ("posts-officer", "Posts officer"),
                            ("personnel-officer", "Personnel officer"),
                            ("norms-officer", "Norms officer"),
                            ("standing-office", "Standing office"),
                            ("clerk", "Clerk"),
                            ("unit-head", "Head of a unit"),
                            ("unit-deputy", "Deputy head of a unit"),
                            ("auditor", "Auditor"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=30,
                    ),
                ),
                ("granted_by", models.CharField(max_length=100)),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "moved_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="accounts.grant",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="registry.unit",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["unit", "user", "role"], name="accounts_grant_over_unit")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="accounts_grant_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("user_id", "role", "unit_id"),
                        end="valid_to",
                        name="accounts_one_grant_a_day",
                        open_in=None,
                        start="valid_from",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("user_id", "role"),
                        end="valid_to",
                        name="accounts_one_grant_everywhere",
                        open_in="unit_id",
                        start="valid_from",
                    ),
                ],
            },
        ),
    ]
