"""Interviews, what was said of the wish, and how it was confirmed again."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from safeconduct.journal.models import Recorded
from safeconduct.register.models import Person


class Truth(models.TextChoices):
    """Yes, no, unknown. Unknown is an answer of its own."""

    YES = "T", _("yes")
    NO = "F", _("no")
    UNKNOWN = "U", _("unknown")


def _safeguard(label: Any) -> "models.CharField[str, str]":
    return models.CharField(label, max_length=1, choices=Truth, default=Truth.UNKNOWN)


class Hearing(Recorded):
    """A private interview about the person's wish, with its safeguards.

    Whether it was valid is never stored: it is computed from the safeguards
    (ENG-WISH) by the law of the day on which it is asked.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="hearings"
    )
    held_at = models.DateTimeField(_("held at"))
    language = models.CharField(_("language"), max_length=8)
    private = _safeguard(_("No keeper, comrade or official could hear or see him"))
    interpreter_independent = _safeguard(
        _("The interpreter was independent, and he could refuse the interpreter")
    )
    understood = _safeguard(_("He understood the questions and the language"))
    informed = _safeguard(
        _("Every option was explained, return included, and that he may change")
    )
    counsel_offered = _safeguard(_("Counsel and the ICRC were offered"))
    recorded = _safeguard(_("The record was read back to him"))
    inducement = _safeguard(_("Something was promised or given for an answer"))
    coercion = _safeguard(_("Force or a threat was used"))
    family_pressure = _safeguard(_("Pressure was put on him through his family"))
    # never_asked, undecided, refuses, stay, return:XX, refuge:XX
    wish = models.CharField(_("wish"), max_length=12)
    words = models.BinaryField()  # sealed: the wish in his own words

    class Meta:
        indexes = [models.Index(fields=["person", "-held_at"])]

    def __str__(self) -> str:
        return f"hearing {self.held_at:%Y-%m-%d}"


class Reconfirmation(Recorded):
    """The neutral intermediary asked once more: in the camp, or at the crossing."""

    class Stage(models.TextChoices):
        CAMP = "camp", _("before he leaves the camp")
        BORDER = "border", _("at the crossing")

    class Answer(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")
        DELAY = "delay", _("wants more time")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="reconfirmations"
    )
    # The wish that was confirmed: a later hearing with another wish voids it.
    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=6, choices=Stage)
    answer = models.CharField(max_length=5, choices=Answer)
    asked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "-asked_at"])]

    def __str__(self) -> str:
        return f"{self.stage} {self.answer}"
