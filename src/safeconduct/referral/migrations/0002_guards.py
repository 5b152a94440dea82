from django.db import migrations

from safeconduct.journal.guard import recorded
from safeconduct.register.guard import locks_person


class Migration(migrations.Migration):
    dependencies = [("referral", "0001_initial"), ("register", "0002_guards")]

    operations = [
        recorded("referral_referral"),
        recorded("referral_message"),
        locks_person("referral_referral"),
    ]
