"""What an analyst says of an item: accept, correct, refuse."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from safeconduct.reports.found import (
    OUTCOMES,
    RELATIONS,
    Found,
    FoundDisagreement,
    FoundEdge,
    FoundFigure,
)
from safeconduct.text.roles import Role
from safeconduct.web import items, words
from safeconduct.web.forms.fields import DayField, HouseForm, text_area

VERDICTS = ("accept", "correct", "refuse")


class DecideForm(HouseForm):
    """The verdict comes from the button that is pressed."""

    verdict = forms.ChoiceField(choices=[(v, v) for v in VERDICTS])
    seen = forms.IntegerField(min_value=0, max_value=2**15 - 1)
    reason = forms.CharField(
        label=_("Reason"),
        widget=text_area(2),
        required=False,
        max_length=2000,
        help_text=_("Needed to correct and to refuse. The second analyst reads it."),
    )

    @property
    def corrections(self) -> list[forms.BoundField]:
        """The fields in which the right reading is given."""
        return [self[name] for name in self.fields if name not in _FRAME]

    def clean(self) -> dict[str, Any]:
        """Ask again where a changed reading is to be accepted as it was."""
        kept = super().clean() or self.cleaned_data
        typed = self.errors or any(name in self.data for name in ("role", "relation"))
        if kept.get("verdict") != "correct" and typed and self.changes():
            raise forms.ValidationError(
                _("You changed the reading. Press Correct, or undo the change.")
            )
        return kept

    def changes(self) -> dict[str, Any]:
        """Collect what the analyst sets right, as values of JSON."""
        given = {n: self.cleaned_data.get(n) for n in self.fields if n not in _FRAME}
        plain = {name: _plain(value) for name, value in given.items()}
        before = {name: _plain(value) for name, value in self.initial.items()}
        return items.correction(before, plain)


_FRAME = {"verdict", "seen", "reason", "harmless"}


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return format(value.normalize(), "f")
        case date():
            return value.isoformat()
        case "":
            return None
        case _:
            return value


class FigureForm(DecideForm):
    """The reading of a figure."""

    role = forms.ChoiceField(
        label=_("What it counts"),
        required=False,
        choices=[(r.value, words.FIGURES.get(r.value, r.value)) for r in Role],
    )
    low = forms.DecimalField(
        label=_("At least"),
        required=False,
        help_text=_("Empty: no lower bound. A share as a ratio: 0.4 for 40 %."),
    )
    low_open = forms.BooleanField(
        label=_("more than that, not the number itself"), required=False
    )
    high = forms.DecimalField(
        label=_("At most"), required=False, help_text=_("Empty: no upper bound.")
    )
    high_open = forms.BooleanField(
        label=_("less than that, not the number itself"), required=False
    )
    approx = forms.BooleanField(label=_("about: an approximation"), required=False)
    additional = forms.BooleanField(label=_("on top of something else"), required=False)
    base = forms.CharField(label=_("Share of"), required=False, max_length=80)
    period_start = DayField(label=_("From"), required=False)
    period_end = DayField(label=_("Until"), required=False)
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    harmless = forms.BooleanField(
        label=_("This sentence names nobody and gives nobody away."),
        required=False,
        help_text=_("Then a correction may leave the house as an example."),
    )


class RelationForm(DecideForm):
    """The relation of two reports, or of two statements."""

    relation = forms.ChoiceField(label=_("Relation"), required=False)

    def __init__(
        self, *args: Any, choices: list[tuple[str, Any]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["relation"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared above
        field.choices = choices


def form_for(found: Found, data: Mapping[str, Any] | None, *, seen: int) -> DecideForm:
    """Make the form that decides an item, filled with its reading as it stands."""
    match found:
        case FoundFigure(figure=figure):
            period = figure.period
            initial = {
                **{name: getattr(figure, name) for name in _OF_A_FIGURE},
                "role": str(figure.role),
                "period_start": None if period is None else period.start,
                "period_end": None if period is None else period.end,
                "seen": seen,
            }
            return FigureForm(data, initial=initial)
        case FoundEdge() | FoundDisagreement():
            edge = isinstance(found, FoundEdge)
            named = items.RELATIONS if edge else items.OUTCOMES
            known = RELATIONS if edge else OUTCOMES
            initial = {"relation": found.relation or "", "seen": seen}
            choices: list[tuple[str, Any]] = [(r, named[r]) for r in known]
            if found.relation is None:
                choices.insert(0, ("", _("not compared")))
            return RelationForm(data, initial=initial, choices=choices)
        case _:
            return DecideForm(data, initial={"seen": seen})


_OF_A_FIGURE = (
    *("low", "high", "low_open", "high_open", "approx", "additional"),
    *("base", "place"),
)
