from django.db import migrations

from safeconduct.journal.guard import recorded
from safeconduct.register.guard import locks_person


class Migration(migrations.Migration):
    dependencies = [
        ("exposure", "0001_initial"),
        ("journal", "0002_guards"),
        ("register", "0002_guards"),
    ]

    operations = [
        recorded("exposure_scan"),
        recorded("exposure_sighting"),
        recorded("exposure_judgement"),
        recorded("exposure_incident"),
        recorded("exposure_takedown"),
        recorded("exposure_familywarning"),
        locks_person("exposure_sighting"),
        locks_person("exposure_incident"),
    ]
