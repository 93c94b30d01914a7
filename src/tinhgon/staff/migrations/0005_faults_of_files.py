from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("staff", "0004_posts_that_are_being_handed_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="upload",
            name="faults",
            field=models.JSONField(default=list),
        ),
    ]
