from django.db import migrations

from safeconduct.journal.guard import recorded
from safeconduct.register.guard import locks_person


class Migration(migrations.Migration):
    dependencies = [("determination", "0001_initial"), ("register", "0002_guards")]

    operations = [
        recorded("determination_protectionclaim"),
        recorded("determination_evidence"),
        recorded("determination_determination"),
        recorded("determination_answer"),
        locks_person("determination_protectionclaim"),
        locks_person("determination_determination"),
    ]
