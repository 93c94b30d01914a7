import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import tinhgon.registry.models
import tinhgon.temporal.constraints


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "key",
                    models.CharField(
                        max_length=64,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator("^\\w[\\w@.:~+-]{0,63}\\Z")
                        ],
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("recorded_from", models.DateTimeField()),
                ("recorded_to", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("hierarchy", models.CharField(default="administrative", max_length=40)),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="documents.instrument",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ties_below",
                        to="registry.unit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ties",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="registry_tie_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unit", models.F("parent")), _negated=True),
                        name="registry_not_under_itself",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("unit_id", "hierarchy"),
                        end="valid_to",
                        name="registry_one_parent_a_day",
                        open_in="recorded_to",
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_from", models.DateTimeField()),
                ("recorded_to", models.DateTimeField(blank=True, null=True)),
                ("day", models.DateField()),
                (
                    "extent",
                    models.CharField(
                        choices=[("whole", "whole"), ("part", "part"), ("rest", "rest")],
                        max_length=5,
                    ),
                ),
                ("carries", models.CharField(max_length=30, null=True)),
                ("main", models.BooleanField(default=False)),
                ("verb", models.CharField(max_length=20)),
                ("evidence", models.CharField(blank=True, max_length=40)),
                ("clause", models.CharField(blank=True, max_length=200)),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="documents.instrument",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="registry.unit",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="origins",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                        name="registry_no_succession_to_itself",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Register",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file", models.TextField()),
                ("revision", models.PositiveBigIntegerField(default=0)),
                ("coverage", models.JSONField(default=list)),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="registry_one_register"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mandate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("function", models.CharField(max_length=60)),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "leads"), ("takes-part", "takes part")],
                        default="lead",
                        max_length=10,
                    ),
                ),
                ("leads", models.CharField(editable=False, max_length=60, null=True)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("handing_on", models.PositiveSmallIntegerField(editable=False, null=True)),
                (
                    "ended_under",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.instrument",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="documents.instrument",
                    ),
                ),
                (
                    "moved_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="registry.mandate",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates_over",
                        to="registry.unit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="registry_mandate_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("leads", models.F("function")), ("role", "lead")),
                            models.Q(("leads", None), ("role", "takes-part")),
                            _connector="OR",
                        ),
                        name="registry_mandate_leads_its_function",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("leads", "area_id"),
                        end="valid_to",
                        name="registry_one_lead_a_day",
                        open_in="handing_on",
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("address", models.CharField(blank=True, max_length=300)),
                ("telephone", models.CharField(blank=True, max_length=60)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("website", models.URLField(blank=True)),
                (
                    "hours",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        validators=[tinhgon.registry.models.readable_hours],
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="registry_contact_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("unit_id",),
                        end="valid_to",
                        name="registry_one_contact_a_day",
                        open_in=None,
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Code",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("recorded_from", models.DateTimeField()),
                ("recorded_to", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("scheme", models.CharField(default="official", max_length=40)),
                ("code", models.CharField(max_length=60)),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="documents.instrument",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="codes",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["scheme", "code"], name="registry_code_bearers")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="registry_code_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("unit_id", "scheme"),
                        end="valid_to",
                        name="registry_one_code_a_day",
                        open_in="recorded_to",
                        start="valid_from",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("scheme", "code"),
                        end="valid_to",
                        name="registry_one_bearer_a_day",
                        open_in="recorded_to",
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Boundary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField()),
                ("rings", models.JSONField()),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="boundaries",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "since"), name="registry_one_boundary_a_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("recorded_from", models.DateTimeField()),
                ("recorded_to", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("level", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=200)),
                (
                    "latitude",
                    models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True),
                ),
                (
                    "longitude",
                    models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True),
                ),
                (
                    "area_km2",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                ),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "ended_under",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.instrument",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="documents.instrument",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_from__lt", models.F("valid_to")),
                            _connector="OR",
                        ),
                        name="registry_version_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("unit_id",),
                        end="valid_to",
                        name="registry_one_version_a_day",
                        open_in="recorded_to",
                        start="valid_from",
                    ),
                ],
            },
        ),
    ]
