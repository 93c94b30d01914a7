import django.db.models.deletion
from django.db import migrations, models

import tinhgon.temporal.constraints


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("registry", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Run",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                ("counts", models.JSONField(default=dict)),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Classification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("aspect", models.CharField(max_length=40)),
                ("value", models.CharField(max_length=40)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("recorded_by", models.CharField(max_length=100)),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.instrument",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="classifications",
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
                        name="norms_classification_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("unit_id", "aspect"),
                        end="valid_to",
                        name="norms_one_class_a_day",
                        open_in=None,
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("identifier", models.CharField(max_length=20, unique=True)),
                ("rule", models.CharField(max_length=60)),
                (
                    "severity",
                    models.CharField(
                        choices=[
                            ("block", "Blocks"),
                            ("over", "Over the limit"),
                            ("warn", "To be put right"),
                            ("unjudged", "Could not be judged"),
                        ],
                        max_length=8,
                    ),
                ),
                ("bloc", models.CharField(blank=True, max_length=40)),
                ("found", models.IntegerField(null=True)),
                ("limit", models.IntegerField(null=True)),
                ("until", models.DateField(null=True)),
                ("mark", models.CharField(max_length=2)),
                ("facts", models.JSONField(default=dict)),
                ("first_seen", models.DateField()),
                ("last_seen", models.DateField()),
                ("closed", models.DateField(null=True)),
                (
                    "answers",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings_to_answer",
                        to="registry.unit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="registry.unit",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["closed", "rule"], name="norms_open_by_rule")],
            },
        ),
        migrations.CreateModel(
            name="Regulations",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("number", models.CharField(max_length=60)),
                ("text", models.TextField(blank=True)),
                ("recorded_by", models.CharField(max_length=100)),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regulations",
                        to="documents.instrument",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regulations",
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
                        name="norms_regulations_period",
                    ),
                    tinhgon.temporal.constraints.NoOverlap(
                        among=("unit_id",),
                        end="valid_to",
                        name="norms_one_regulations_a_day",
                        open_in=None,
                        start="valid_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Waiver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("rule", models.CharField(max_length=60)),
                ("number", models.CharField(max_length=60)),
                ("reason", models.CharField(max_length=500)),
                ("revoked", models.DateField(blank=True, null=True)),
                ("recorded_by", models.CharField(max_length=100)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waivers_given",
                        to="registry.unit",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waivers",
                        to="documents.instrument",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waivers",
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
                        name="norms_waiver_period",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", False), ("valid_to__isnull", False)
                        ),
                        name="norms_waiver_ends",
                        violation_error_message="A waiver begins and ends on a day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unit", models.F("authority")), _negated=True),
                        name="norms_waiver_by_another",
                        violation_error_message="No unit waives for itself.",
                    ),
                ],
            },
        ),
    ]
