from django.db import migrations

from safeconduct.journal.guard import recorded


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial"), ("journal", "0002_guards")]

    operations = [
        recorded("reports_publication"),
        recorded("reports_item"),
        recorded("reports_decision"),
        recorded("reports_passage"),
    ]
