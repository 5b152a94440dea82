"""Open reports as they were read, sealed: they name the people we protect."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.journal.models import Recorded


class Publication(Recorded):
    """One report: the original bytes, and what the reader made of them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Keyed digest of the original, so that the same file is not taken twice.
    fingerprint = models.BinaryField(max_length=32, unique=True)
    original = models.BinaryField()  # sealed with the office's key
    reading = models.BinaryField()  # sealed JSON: title, body, figures, ...
    published = models.DateField(_("published"), null=True)
    imported = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


class Passage(Recorded):
    """A span of a report's text that somebody wants to rely on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="passages"
    )
    start = models.PositiveIntegerField()  # characters in the decoded text
    end = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="passage_is_not_empty",
                condition=models.Q(end__gt=models.F("start")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.start}-{self.end}"
