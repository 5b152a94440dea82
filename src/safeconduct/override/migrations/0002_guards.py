from django.db import migrations

from safeconduct.journal.guard import recorded
from safeconduct.register.guard import locks_person


class Migration(migrations.Migration):
    dependencies = [("override", "0001_initial"), ("register", "0002_guards")]

    operations = [
        recorded("override_override"),
        recorded("override_endorsement"),
        locks_person("override_override"),
    ]
