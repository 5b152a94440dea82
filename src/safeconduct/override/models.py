"""What officers signed beside the law. Its own answer is never replaced."""

import uuid

from django.db import models

from safeconduct.accounts.models import Officer
from safeconduct.determination.models import Determination
from safeconduct.journal.models import Recorded
from safeconduct.register.models import Person


class Override(Recorded):
    """An act closed by one officer, or opened by two (ENGINE.md section 10).

    A closure holds until it expires or two officers open what it closed. An opening
    holds for the determination it stands beside, and for a few days.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="overrides"
    )
    option = models.CharField(max_length=2)
    towards = models.CharField(max_length=2)
    opens = models.BooleanField()
    # What the law itself answered, and on which determination; a closure needs none.
    determination = models.ForeignKey(
        Determination, on_delete=models.PROTECT, related_name="overrides", null=True
    )
    result = models.CharField(max_length=16, blank=True)
    # The norms it goes against, by their ids.
    norms = models.JSONField(default=list)
    reason = models.BinaryField()  # sealed with the person's key
    citation = models.CharField(max_length=300)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    second = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )
    signed = models.DateTimeField(null=True)
    expires = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "option", "towards"])]
        constraints = [
            models.CheckConstraint(
                name="an_opening_stands_beside_a_determination_and_ends",
                condition=models.Q(opens=False)
                | models.Q(determination__isnull=False, expires__isnull=False),
            ),
            models.CheckConstraint(
                name="an_opening_takes_two_officers",
                condition=models.Q(second=None, signed=None)
                | (
                    models.Q(opens=True, second__isnull=False, signed__isnull=False)
                    & ~models.Q(second=models.F("officer"))
                ),
            ),
        ]

    def __str__(self) -> str:
        verb = "opens" if self.opens else "closes"
        return f"{verb} {self.option} {self.towards} {self.at:%Y-%m-%d}"


class Endorsement(Recorded):
    """A senior officer's decision on a contested answer of a determination."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    determination = models.ForeignKey(
        Determination, on_delete=models.PROTECT, related_name="endorsements"
    )
    option = models.CharField(max_length=2)
    towards = models.CharField(max_length=2)
    reason = models.BinaryField()  # sealed with the person's key
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["determination", "option", "towards"],
                name="a_contested_answer_is_endorsed_once",
            )
        ]

    def __str__(self) -> str:
        return f"endorses {self.option} {self.towards} {self.at:%Y-%m-%d}"
