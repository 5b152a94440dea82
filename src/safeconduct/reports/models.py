"""Open reports as they were read, what was found in them, and who confirmed it.

Whatever could name a person is sealed with the office's key: texts, figures with
their words, outlets, reasons. In clear stand places, states and who decided.
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from safeconduct.accounts.models import Officer
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


class Item(Recorded):
    """Something found in a report that counts only once an analyst has said so.

    The machine finds figures, lineage and disagreements; officers mark passages. What
    was found stays as it was found: corrections stand in the decisions.
    """

    class Kind(models.TextChoices):
        PASSAGE = "passage", _("passage")
        DISAGREEMENT = "disagreement", _("disagreement")
        LINEAGE = "lineage", _("lineage")
        FIGURE = "figure", _("figure")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("not decided")
        ACCEPTED = "accepted", pgettext_lazy("a reading", "accepted")
        CORRECTED = "corrected", _("corrected")
        REFUSED = "refused", _("refused")
        # A newer comparison no longer finds it, and nobody had decided it.
        WITHDRAWN = "withdrawn", _("withdrawn by a newer comparison")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    # Where it stands; of lineage the child, of a disagreement the first of its reports.
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="items"
    )
    # Of lineage the parent, when it is here; of a disagreement the second report.
    other = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="+", null=True
    )
    relation = models.CharField(max_length=24, blank=True)  # as it stands now
    is_alarm = models.BooleanField(default=False)  # statements that exclude each other
    # Keyed digest of what it says and where, so that it is proposed once.
    fingerprint = models.BinaryField(max_length=32, unique=True)
    found = models.BinaryField()  # sealed JSON, never changed
    state = models.CharField(max_length=9, choices=State, default=State.PROPOSED)
    decisions_made = models.PositiveSmallIntegerField(default=0)
    judge = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )  # whose decision stands
    second = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )  # who agreed with it
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["kind", "state"])]
        constraints = [
            models.CheckConstraint(
                name="who_decided_is_known",
                condition=Q(state__in=("proposed", "withdrawn"), judge=None)
                | Q(
                    state__in=("accepted", "corrected", "refused"), judge__isnull=False
                ),
            ),
            models.CheckConstraint(
                name="nobody_seconds_himself",
                condition=Q(second=None)
                | (Q(judge__isnull=False) & ~Q(second=models.F("judge"))),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Decision(Recorded):
    """What one analyst said of an item, after those before it."""

    class Verdict(models.TextChoices):
        ACCEPT = "accept", pgettext_lazy("a reading", "accepted")
        CORRECT = "correct", _("corrected")
        REFUSE = "refuse", _("refused")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()  # from 1
    verdict = models.CharField(max_length=7, choices=Verdict)
    seconds = models.BooleanField()  # agrees with the decision before it
    # The sentence gives nobody away, so it may leave the house as an example.
    is_harmless = models.BooleanField(default=False)
    words = models.BinaryField()  # sealed JSON: the reason, and what is right instead
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number"], name="decisions_follow_each_other"
            )
        ]

    def __str__(self) -> str:
        return f"{self.verdict} {self.at:%Y-%m-%d}"


class Passage(Recorded):
    """A span of a report's text that somebody wants to rely on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="passages"
    )
    # Evidence only once two analysts have accepted this.
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="passage")
    start = models.PositiveIntegerField()  # characters in the decoded text
    end = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="passage_is_not_empty",
                condition=Q(end__gt=models.F("start")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.start}-{self.end}"
