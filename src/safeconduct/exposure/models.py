"""Who was sighted in a report, and what was done when a report gave somebody away."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.accounts.models import Officer
from safeconduct.journal.models import Recorded
from safeconduct.register.models import Person
from safeconduct.reports.models import Publication


class Scan(Recorded):
    """A report was searched for the protected, as the register stood then."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="scans"
    )
    register = models.BinaryField(max_length=32)  # keyed digest of the watch's stamp
    found = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "register"],
                name="a_report_is_scanned_once_as_the_register_stands",
            )
        ]

    def __str__(self) -> str:
        return f"scan {self.at:%Y-%m-%d}"


class Sighting(Recorded):
    """What in a report may give one person away, found by the machine.

    It is there once for a report and a person. When a later scan finds something else
    there, its next round begins, and what officers said in the rounds before stays.
    """

    class State(models.TextChoices):
        OPEN = "open", _("to be judged")
        CONFIRMED = "confirmed", _("gives him away")
        REFUSED = "refused", _("does not give him away")
        GONE = "gone", _("no longer found")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField(default=1)
    k = models.PositiveIntegerField()
    # Some of `direct`, `quasi`, `wish`, in this order with commas between.
    classes = models.CharField(max_length=24)
    found = models.BinaryField()  # JSON of spans and k_without, sealed with his key
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "person"],
                name="a_person_is_sighted_once_in_a_report",
            ),
            models.CheckConstraint(
                name="whoever_is_sighted_is_somebody", condition=models.Q(k__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"sighting {self.id}"


class Judgement(Recorded):
    """What an officer said of a sighting, once in a round."""

    class Answer(models.TextChoices):
        CONFIRMED = "confirmed", _("gives him away")
        REFUSED = "refused", _("does not give him away")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sighting = models.ForeignKey(
        Sighting, on_delete=models.PROTECT, related_name="judgements"
    )
    round = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=9, choices=Answer)
    reason = models.BinaryField()  # sealed with his key
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sighting", "round"],
                name="a_sighting_is_judged_once_in_a_round",
            )
        ]

    def __str__(self) -> str:
        return f"{self.answer} {self.at:%Y-%m-%d}"


class Incident(Recorded):
    """A publication gave somebody away: an event of his case."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        ASKED = "asked", _("asked to take it down")
        ANSWERED = "answered", _("answered")
        CLOSED = "closed", _("closed")

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        KOREAN = "ko", _("Korean")
        UKRAINIAN = "uk", _("Ukrainian")
        RUSSIAN = "ru", _("Russian")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="incidents"
    )
    # None of a publication that is not among our reports, such as a broadcast.
    sighting = models.OneToOneField(
        Sighting, on_delete=models.PROTECT, related_name="incident", null=True
    )
    language = models.CharField(max_length=2, choices=Language)
    published = models.DateField(null=True)
    k = models.PositiveIntegerField()
    classes = models.CharField(max_length=24)
    # Publisher, title, address and the officer's words: with the case number beside
    # them they would lead to him, so they are sealed with his key.
    words = models.BinaryField()
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended = models.DateTimeField(null=True)
    end_reason = models.BinaryField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-at"])]
        constraints = [
            models.CheckConstraint(
                name="an_incident_ends_with_a_reason",
                condition=models.Q(
                    status="closed", ended__isnull=False, end_reason__isnull=False
                )
                | (~models.Q(status="closed") & models.Q(ended=None, end_reason=None)),
            ),
            models.CheckConstraint(
                name="an_incident_is_about_somebody", condition=models.Q(k__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"incident {self.id}"


class Takedown(Recorded):
    """A letter that asks a publisher to take something down, and what came of it."""

    class Answer(models.TextChoices):
        TAKEN_DOWN = "taken_down", _("taken down")
        CHANGED = "changed", _("changed, and he can no longer be recognised")
        REFUSED = "refused", _("refused")
        NONE = "none", _("no answer")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    incident = models.ForeignKey(
        Incident, on_delete=models.PROTECT, related_name="takedowns"
    )
    language = models.CharField(max_length=2, choices=Incident.Language)
    letter = models.BinaryField()  # sealed JSON: to, reply_to, quotes
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered = models.DateTimeField(null=True)
    note = models.BinaryField(null=True)  # sealed: what the publisher said

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_answer_has_a_day",
                condition=models.Q(answer="", answered=None)
                | (~models.Q(answer="") & models.Q(answered__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return f"takedown {self.at:%Y-%m-%d}"


class FamilyWarning(Recorded):
    """His family was warned, or why that was not possible."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    incident = models.ForeignKey(
        Incident, on_delete=models.PROTECT, related_name="warnings"
    )
    done = models.BooleanField()
    words = models.BinaryField()  # sealed: who warned whom and how, or why nobody did
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"warning {self.at:%Y-%m-%d}"
