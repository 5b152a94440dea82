"""What the house itself would publish: drafts that two officers answer for; figures."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.accounts.models import Officer
from safeconduct.journal.models import Recorded


class Sitting(Recorded):
    """Leave for one officer to have drafts checked, for a short time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


class Request(Recorded):
    """A text that one officer wants to publish, and another allows or refuses."""

    class Status(models.TextChoices):
        ASKED = "asked", _("waits for a second officer")
        ALLOWED = "allowed", _("may be published")
        REFUSED = "refused", _("refused")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    status = models.CharField(max_length=7, choices=Status, default=Status.ASKED)
    text = models.BinaryField()  # sealed with the office's key
    where = models.BinaryField()  # sealed: who is to publish it
    # How many people the text may be about, and the fewest it could mean; both as
    # counted when it was asked and again when it was answered.
    about = models.PositiveIntegerField()
    fewest = models.PositiveIntegerField(null=True)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    asked = models.DateTimeField()
    second = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )
    answered = models.DateTimeField(null=True)
    reason = models.BinaryField(null=True)  # sealed: why it was refused

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_publication_has_four_eyes",
                condition=models.Q(status="asked", second=None, answered=None)
                | (
                    ~models.Q(status="asked")
                    & models.Q(second__isnull=False, answered__isnull=False)
                    & ~models.Q(second=models.F("officer"))
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.id}"


class Figures(Recorded):
    """The statistics of one month, rounded; what lies under them is kept nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    month = models.DateField(unique=True)  # its first day
    tables = models.JSONField()  # {table: {"total": number, "cells": {name: number}}}
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="figures_are_of_a_month", condition=models.Q(month__day=1)
            )
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"
