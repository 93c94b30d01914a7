from django.db import migrations, models

import tinhgon.temporal.constraints


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chain", models.CharField(max_length=100)),
                ("place", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("actor", models.CharField(max_length=100)),
                ("act", models.CharField(max_length=50)),
                ("target", models.CharField(max_length=200)),
                ("facts", models.JSONField(default=dict)),
                ("rows", models.PositiveIntegerField(null=True)),
                ("root", models.CharField(max_length=64, null=True)),
                ("previous", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["at"], name="audit_by_time")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chain", "place"), name="audit_one_entry_a_place"
                    ),
                    tinhgon.temporal.constraints.AppendOnly(name="audit_append_only"),
                ],
            },
        ),
    ]
