"""Forms for signing beside the law: closing, opening, deciding what is contested."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from safeconduct.departure import queries as departure
from safeconduct.override.actions import LONGEST_OPENING, SHORTEST_REASON
from safeconduct.web.forms.cases import choose
from safeconduct.web.forms.fields import DayField, HouseForm, StateField, text_area


def end_of(day: date) -> datetime:
    """Return the last moment of a day in the time zone of the house."""
    zone = timezone.get_current_timezone()
    return datetime.combine(day, time(23, 59, 59), tzinfo=zone)


def _reason() -> forms.CharField:
    return forms.CharField(
        label=_("Reason"),
        widget=text_area(4),
        min_length=SHORTEST_REASON,
        help_text=_("In at least 40 characters. Sealed with his key."),
        error_messages={"min_length": _("Give a reason of at least 40 characters.")},
    )


def _citation() -> forms.CharField:
    return forms.CharField(
        label=_("Source of law"),
        max_length=300,
        help_text=_("On what it rests, such as GC III Art 12(2). No name of a person."),
    )


class CloseForm(HouseForm):
    """Which way out one officer closes, and why."""

    option = forms.ChoiceField(label=_("Way out"), widget=forms.RadioSelect)
    towards = StateField(
        label=_("Towards which State"), help_text=_("Two letters, such as RU.")
    )
    reason = _reason()
    citation = _citation()
    last_day = DayField(
        label=_("Last day"),
        required=False,
        help_text=_("Leave it empty, and it stands until two officers open it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "option", departure.kinds())

    @property
    def act(self) -> dict[str, Any]:
        """What the act takes."""
        typed = self.cleaned_data
        last = typed["last_day"]
        return {
            "option": typed["option"],
            "towards": typed["towards"],
            "reason": typed["reason"],
            "citation": typed["citation"],
            "expires": None if last is None else end_of(last),
        }


class OpenForm(HouseForm):
    """Which way out is to be opened, why, and until when."""

    way = forms.ChoiceField(label=_("Way out"))
    reason = _reason()
    citation = _citation()
    last_day = DayField(
        label=_("Last day"),
        help_text=_("An opening stands for 30 days at most, today among them."),
    )

    def __init__(self, *args: Any, ways: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "way", ways)
        last = timezone.localdate() + LONGEST_OPENING - timedelta(days=1)
        self.fields["last_day"].widget.attrs["max"] = last.isoformat()

    @property
    def act(self) -> dict[str, Any]:
        """What the act takes."""
        typed = self.cleaned_data
        return {
            **parted(typed["way"]),
            "reason": typed["reason"],
            "citation": typed["citation"],
            "expires": end_of(typed["last_day"]),
        }


class EndorseForm(HouseForm):
    """Which contested answer a senior officer decides, and why."""

    way = forms.ChoiceField(label=_("Contested answer"))
    reason = _reason()

    def __init__(self, *args: Any, ways: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "way", ways)

    @property
    def act(self) -> dict[str, Any]:
        """What the act takes."""
        return {
            **parted(self.cleaned_data["way"]),
            "reason": self.cleaned_data["reason"],
        }


def parted(way: str) -> dict[str, str]:
    """Read a way out as a form sends it: option, colon, State."""
    option, _colon, towards = way.partition(":")
    return {"option": option, "towards": towards}
