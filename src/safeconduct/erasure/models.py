"""Who asked that a person be erased, and who confirmed it."""

import uuid

from django.db import models

from safeconduct.accounts.models import Officer
from safeconduct.journal.models import Recorded
from safeconduct.register.models import Person


class Erasure(Recorded):
    """One request to destroy a person's key; done once a second officer confirmed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="erasures"
    )
    reason = models.BinaryField()  # sealed with the key of the office: his will be gone
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    second = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )
    done = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(done=None),
                name="one_erasure_waits",
            ),
            models.CheckConstraint(
                name="an_erasure_takes_two_officers",
                condition=models.Q(second=None, done=None)
                | (
                    models.Q(second__isnull=False, done__isnull=False)
                    & ~models.Q(second=models.F("officer"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"erasure {self.at:%Y-%m-%d}"
