from django.db import migrations

from safeconduct.journal.guard import recorded
from safeconduct.register.guard import DROP_FUNCTION, FUNCTION, locks_person
from safeconduct.register.vault.guard import NAMES_FOLLOW, NAMES_FOLLOW_NO_MORE


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0001_initial"),
        ("journal", "0002_guards"),
        ("keyring", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(FUNCTION, DROP_FUNCTION),
        recorded("register_person"),
        recorded("register_custodyevent"),
        recorded("register_fact"),
        recorded("register_identityclaim"),
        recorded("register_namesearch"),
        locks_person("register_custodyevent"),
        locks_person("register_fact"),
        locks_person("register_identityclaim"),
        migrations.RunSQL(NAMES_FOLLOW, NAMES_FOLLOW_NO_MORE),
    ]
