import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from safeconduct.journal.guard import recorded
from safeconduct.register.guard import locks_person


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("journal", "0002_guards"),
        ("register", "0002_guards"),
    ]

    operations = [
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("reason", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("done", models.DateTimeField(null=True)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="journal.entry",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erasures",
                        to="register.person",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("done", None)),
                        fields=("person",),
                        name="one_erasure_waits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done", None), ("second", None)),
                            models.Q(
                                ("done__isnull", False),
                                ("second__isnull", False),
                                models.Q(
                                    ("second", models.F("officer")), _negated=True
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="an_erasure_takes_two_officers",
                    ),
                ],
            },
        ),
        recorded("erasure_erasure"),
        locks_person("erasure_erasure"),
    ]
