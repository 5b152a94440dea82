from django.db import migrations

from safeconduct.journal.guard import recorded
from safeconduct.register.guard import locks_person


class Migration(migrations.Migration):
    dependencies = [("hearing", "0001_initial"), ("register", "0002_guards")]

    operations = [
        recorded("hearing_hearing"),
        recorded("hearing_reconfirmation"),
        locks_person("hearing_hearing"),
        locks_person("hearing_reconfirmation"),
    ]
