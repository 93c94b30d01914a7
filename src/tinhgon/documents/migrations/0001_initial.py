from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Instrument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=60)),
                ("issued", models.DateField(blank=True, null=True)),
                ("in_force", models.DateField(blank=True, null=True)),
                ("operative", models.DateField(blank=True, null=True)),
                ("titles", models.JSONField(default=dict)),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("P", "Checked against the text"),
                            ("O", "Official page"),
                            ("R", "Secondary source"),
                            ("K", "Not checked"),
                        ],
                        default="K",
                        max_length=1,
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("number", "issued"), name="documents_one_a_day"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("issued", None)),
                        fields=("number",),
                        name="documents_one_undated",
                    ),
                ],
            },
        ),
    ]
