import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0003_mandates"),
        ("staff", "0005_faults_of_files"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="handover",
            name="staff_one_heir_a_day",
        ),
        migrations.AddField(
            model_name="handover",
            name="came_from",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                condition=models.Q(("came_from", None)),
                fields=("unit", "day"),
                name="staff_one_heir_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                fields=("unit", "came_from", "day"), name="staff_one_restored_a_day"
            ),
        ),
    ]
