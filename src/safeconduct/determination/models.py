"""Claims to protection, the evidence behind findings, and determinations."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.accounts.models import Officer
from safeconduct.journal.models import Recorded
from safeconduct.register.models import Fact, Person
from safeconduct.reports.models import Passage


class ProtectionClaim(Recorded):
    """A claim to protection; any expression of fear is one (LAW.md B, step 12)."""

    class Status(models.TextChoices):
        REGISTERED = "registered", _("registered")
        OPEN = "open", _("being examined")
        REJECTED = "rejected", _("rejected, time to appeal runs")
        APPEAL = "appeal", _("under appeal")
        REJECTED_FINAL = "rejected_final", _("finally rejected")
        GRANTED = "granted", _("granted")
        WITHDRAWN = "withdrawn", _("withdrawn at a valid hearing")

    RUNNING = (Status.REGISTERED, Status.OPEN, Status.REJECTED, Status.APPEAL)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="protection_claims"
    )
    status = models.CharField(max_length=16, choices=Status, default=Status.REGISTERED)
    lodged = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.status} {self.lodged:%Y-%m-%d}"


class Evidence(Recorded):
    """A passage of a report on which a stated fact rests."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="evidence")
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["fact", "passage"], name="a_passage_supports_a_fact_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.fact_id} {self.passage_id}"


class Determination(Recorded):
    """What the law answered on given facts on a given day, signed by two officers.

    It can be replayed (`law.replay`): facts, law day and the hash of the law are here.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="determinations"
    )
    at = models.DateTimeField()
    law_day = models.DateField()
    law_hash = models.CharField(max_length=64)
    engine = models.CharField(max_length=20)  # the release that asked the law
    facts = models.JSONField()
    facts_hash = models.CharField(max_length=64)
    answers = models.JSONField()  # by option, as `law.Assessment.as_json`
    explanation = models.JSONField()  # by option and destination
    reasons = models.BinaryField()  # sealed: the officer's own reasons
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", null=True
    )
    reviewed = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-at"])]
        constraints = [
            models.CheckConstraint(
                name="four_eyes",
                condition=models.Q(reviewer=None, reviewed=None)
                | (
                    models.Q(reviewer__isnull=False, reviewed__isnull=False)
                    & ~models.Q(reviewer=models.F("officer"))
                ),
            )
        ]

    def __str__(self) -> str:
        return f"determination {self.at:%Y-%m-%d}"


class Answer(Recorded):
    """One answer of a determination, in columns the database itself can read."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    determination = models.ForeignKey(
        Determination, on_delete=models.PROTECT, related_name="answer_rows"
    )
    option = models.CharField(max_length=2)
    towards = models.CharField(max_length=2)
    # The gate would pass once he has confirmed his wish; nothing else is missing.
    clears = models.BooleanField()
    contested = models.BooleanField()
    # What the norms see in the case, for the gate function in the database.
    predicates = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["determination", "option", "towards"],
                name="one_answer_for_an_option_and_a_state",
            )
        ]

    def __str__(self) -> str:
        return f"{self.option} {self.towards}"
