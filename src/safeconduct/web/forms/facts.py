"""A form made of the facts of one group, as the law declares them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from safeconduct.accounts.policy import Right
from safeconduct.law import FACTS, Fact
from safeconduct.law.kinds import (
    Count,
    Day,
    Entry,
    Moment,
    OneOf,
    Several,
    SomeOf,
    State,
    States,
    Truth,
)
from safeconduct.register.errors import NotStated
from safeconduct.register.facts import is_common, right_to_state
from safeconduct.web import words
from safeconduct.web.forms.cases import choose
from safeconduct.web.forms.fields import (
    DayField,
    HouseForm,
    MomentField,
    StateField,
    StatesField,
    TruthField,
    text_area,
    with_blank,
)

GROUPS = {
    "status": _("Status"),
    "person": _("Person"),
    "nationality": _("Nationality"),
    "custody": _("Custody"),
    "captivity": _("Length of captivity"),
    "questioning": _("Questioning"),
    "safety": _("Threats"),
    "effects": _("His effects"),
    "evac": _("Evacuation"),
    "transfer": _("Moves"),
    "account": _("His account"),
    "list66": _("List at the end of captivity"),
    "info": _("What he was told"),
    "mail": _("Letters"),
    "card": _("Cards"),
    "complaint": _("Complaints"),
    "visit": _("Visits"),
    "nib": _("Information Bureau"),
    "death": _("Death"),
    "will": _("Will"),
    "enquiry": _("Enquiry"),
    "retained": _("Medical and religious staff"),
    "health": _("Health"),
    "mmc": _("Mixed Medical Commission"),
    "injury": _("Injury"),
    "risk": _("Risk"),
    "coi": _("Situation in a country"),
    "vol": _("Test of a wish to return"),
    "conflict": _("Hostilities"),
    "state": _("Recognition"),
    "supervision": _("Protecting Power"),
    "plan": _("Plan for repatriation"),
    "agreement": _("Exchange agreement"),
    "neutral": _("Neutral country"),
    "receiving": _("Receiving State"),
    "assurance": _("Assurances"),
    "post": _("After a transfer"),
    "renunciation": _("Renunciation"),
    "kr": _("Application to South Korea"),
    "counsel": _("Counsel"),
    "legal_act": _("Legal documents"),
    "consent": _("Consent"),
    "decision": _("Decision on his claim"),
    "appeal": _("Appeal"),
    "remedy": _("Remedy"),
    "excl": _("Exclusion"),
    "penal": _("Criminal cases"),
    "exchange": _("Consent to an exchange"),
    "disc": _("Disclosure"),
    "image": _("Material about him"),
    "exposure": _("Exposure"),
}


# A fact's name as the name of a form field: `risk-torture-KP`.
_IN_A_FIELD = str.maketrans(".[", "--", "]>")


def group_of(fact: Fact) -> str:
    """The first word of a fact's name."""
    return fact.name.split(".")[0].split("[")[0]


def statable(held: Iterable[Right], *, common: bool) -> dict[str, list[Fact]]:
    """Group the facts that these rights let an officer state.

    Args:
        held: The officer's rights.
        common: Facts of the whole house, or else facts of one person.
    """
    rights = frozenset(held)
    found: dict[str, list[Fact]] = {}
    for fact in FACTS.values():
        if isinstance(fact.kind, Several | Entry):  # programs alone write records
            continue
        try:
            right = right_to_state(fact.name)
        except NotStated:
            continue
        if right in rights and is_common(fact.stem) is common:
            found.setdefault(group_of(fact), []).append(fact)
    return found


class FactsForm(HouseForm):
    """Some facts, one reason. A fact without an answer stays as it is."""

    def __init__(
        self,
        *args: Any,
        facts: Sequence[Fact],
        states: tuple[str, str],
        known: Mapping[str, Any],
        passages: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.named: dict[str, str] = {}  # form field -> fact
        for fact in facts:
            named = states[: len(fact.parameters)]
            if not all(named):
                continue
            name = f"{fact.stem}[{'->'.join(named)}]" if named else fact.name
            field = name.translate(_IN_A_FIELD)
            self.named[field] = name
            now = str(_("not established"))
            if name in known:
                now = words.answer(name, known[name])
            self.fields[field] = _field(fact, words.question(name))
            self.fields[field].help_text = _("In force: %(now)s") % {"now": now}
        if passages:
            self.fields["passages"] = forms.MultipleChoiceField(
                label=_("Passages of reports that support this"),
                choices=passages,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        self.fields["reason"] = forms.CharField(
            label=_("Why is this so, and from what source?"),
            widget=text_area(3),
            help_text=_("Sealed with his key. A fact without a reason is not taken."),
        )

    @property
    def fact_fields(self) -> list[forms.BoundField]:
        """The fields that ask for facts."""
        return [self[field] for field in self.named]

    def clean(self) -> dict[str, Any]:
        """Refuse a form that states nothing."""
        kept = super().clean() or self.cleaned_data
        if not self.errors and not self.stated:
            self.add_error(None, _("Answer at least one question."))
        return kept

    @property
    def stated(self) -> dict[str, Any]:
        """What was answered, by the names of the law."""
        typed = {name: self.cleaned_data.get(f) for f, name in self.named.items()}
        return {
            name: value.isoformat() if hasattr(value, "isoformat") else value
            for name, value in typed.items()
            if value not in (None, "", [])
        }


def _field(fact: Fact, label: str) -> forms.Field:  # noqa: PLR0911  one a kind
    nothing = _("no statement")
    match fact.kind:
        case Truth():
            return TruthField(label, blank=str(nothing))
        case OneOf(words=listed):
            choices = [(w, words.answer(fact.name, w)) for w in (*listed, "U")]
            return _choice(label, with_blank(choices, nothing))
        case States():
            return StatesField(label=label, required=False)
        case State():
            return StateField(label=label, required=False)
        case Count():
            return forms.IntegerField(label=label, min_value=0, required=False)
        case Day():
            return DayField(label=label, required=False)
        case Moment():
            return MomentField(label=label, required=False)
        case SomeOf(words=listed):
            return forms.MultipleChoiceField(
                label=label,
                choices=[(word, words.answer(fact.name, word)) for word in listed],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        case _:
            return forms.CharField(label=label, required=False)


def _choice(label: str, choices: Any) -> forms.Field:
    return forms.ChoiceField(label=label, choices=choices, required=False)


class AboutForm(HouseForm):
    """About which State, and onward to which, the questions are put."""

    group = forms.ChoiceField(label=_("Facts about"))
    d = StateField(label=_("State"), required=False)
    e = StateField(label=_("passed on to"), required=False)

    def __init__(self, *args: Any, groups: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "group", [(group, GROUPS.get(group, group)) for group in groups])
        self.fields["e"].help_text = _("For the danger of being passed on only.")
