from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("determination", "0002_guards")]

    operations = [
        migrations.AddField(
            model_name="answer",
            name="predicates",
            field=models.JSONField(null=True),
        ),
    ]
