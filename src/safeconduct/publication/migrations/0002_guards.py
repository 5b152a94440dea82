"""What is written here belongs to an act."""

from django.db import migrations

from safeconduct.journal.guard import recorded


class Migration(migrations.Migration):
    dependencies = [("publication", "0001_initial")]

    operations = [
        recorded("publication_sitting"),
        recorded("publication_request"),
        recorded("publication_figures"),
    ]
