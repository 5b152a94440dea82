"""Forms that keep the register: the capture card, a move, a claim, the vault."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from safeconduct.law import FACTS
from safeconduct.law.kinds import OneOf
from safeconduct.register import queries as register
from safeconduct.register.cards import CaptureCard, Claim
from safeconduct.web import words
from safeconduct.web.forms.fields import (
    TRUTHS,
    DayField,
    HouseForm,
    StatesField,
    TruthField,
    marked,
    text_area,
    with_blank,
)

Genuine = Literal["T", "F", "U"]
# Art 17(1): these alone he is bound to give.
OWED = _("owed, Art. 17")
VOLUNTARY = _("voluntary")
# Claims of which a card has one, each in a field of its kind's name.
_SINGLE = (
    *("birth", "rank", "number", "unit", "father"),
    *("post", "home", "wound"),
)


def fact_choices(name: str) -> list[tuple[str, str]]:
    """List the words that answer a fact, with labels."""
    kind = FACTS[name].kind
    if not isinstance(kind, OneOf):
        raise TypeError(f"{name} is not answered by words")
    return [(word, words.answer(name, word)) for word in kind.words]


class NameForm(HouseForm):
    """One name as it was given."""

    text = forms.CharField(label=_("Name"), required=False, max_length=200)
    source = forms.ChoiceField(label=_("Where it comes from"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "source", register.claim_sources())
        marked(self.fields["text"], OWED)
        self.fields["text"].widget.attrs["autocomplete"] = "off"


class PaperForm(HouseForm):
    """One paper he carried, and whether it is genuine."""

    text = forms.CharField(label=_("Paper, with its number"), required=False)
    issuer = forms.CharField(label=_("Issuing State"), required=False, max_length=60)
    genuine = forms.ChoiceField(
        label=_("Is it genuine?"), choices=TRUTHS, initial="U", required=False
    )


Names = forms.formset_factory(NameForm, extra=2, max_num=12)
Papers = forms.formset_factory(PaperForm, extra=1, max_num=12)


class CardForm(HouseForm):
    """The capture card beside names and papers."""

    holder = forms.ChoiceField(label=_("Camp or service that holds him"))
    taken_on = DayField(label=_("Day of capture"))
    place = marked(
        forms.CharField(label=_("Place of capture"), required=False, max_length=200),
        VOLUNTARY,
    )
    powers = StatesField(
        label=_("Powers on which he depends"),
        required=False,
        help_text=_("Two letters each, such as KP RU. The army he served in counts."),
    )
    powers_unknown = forms.BooleanField(
        label=_("Not known on which Power he depends"), required=False
    )
    birth = marked(
        forms.CharField(
            label=_("Date of birth"),
            required=False,
            max_length=10,
            help_text=_("As exact as it is known: 2003, 2003-05 or 2003-05-17."),
        ),
        OWED,
    )
    rank = marked(forms.CharField(label=_("Rank"), required=False), OWED)
    number = marked(forms.CharField(label=_("Service number"), required=False), OWED)
    nationality = marked(
        StatesField(label=_("Nationalities he states"), required=False), VOLUNTARY
    )
    unit = marked(forms.CharField(label=_("Unit"), required=False), VOLUNTARY)
    father = marked(
        forms.CharField(label=_("Father's first name"), required=False), VOLUNTARY
    )
    post = marked(
        forms.CharField(
            label=_("Post"),
            required=False,
            max_length=200,
            help_text=_("What he was in his unit: rifleman, driver, medic."),
        ),
        VOLUNTARY,
    )
    home = marked(
        forms.CharField(label=_("Home"), required=False, max_length=200), VOLUNTARY
    )
    wound = marked(
        forms.CharField(
            label=_("Wounds that can be seen"), required=False, max_length=200
        ),
        VOLUNTARY,
    )
    doubt = TruthField(
        _("Is his status as a prisoner of war in doubt?"),
        help_text=_("In doubt he is treated as one until a tribunal decides (Art. 5)."),
    )
    minor = TruthField(_("Is he under eighteen?"))
    category = forms.ChoiceField(label=_("Category of Article 4"), required=False)
    confidence = forms.ChoiceField(label=_("How well is his identity established?"))
    surrender = forms.ChoiceField(
        label=_("How did he come into custody?"), required=False
    )

    def __init__(
        self, *args: Any, holders: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        blank = gettext("not known")
        choose(self, "holder", holders)
        choose(self, "category", with_blank(fact_choices("status.category"), blank))
        choose(self, "surrender", with_blank(fact_choices("status.surrender"), blank))
        confidence = fact_choices("person.identity_confidence")
        choose(self, "confidence", confidence)
        self.fields["confidence"].initial = "claimed"
        for name in ("place", *_SINGLE):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        """Ask for the Powers, or for the plain word that they are not known."""
        kept = super().clean() or self.cleaned_data
        if not kept.get("powers") and not kept.get("powers_unknown"):
            message = _("Name a Power, or tick that it is not known.")
            self.add_error("powers", message)
        if kept.get("powers") and kept.get("powers_unknown"):
            message = _(
                "You named a Power and ticked that it is not known: choose one."
            )
            self.add_error("powers", message)
        return kept


def capture_card(form: CardForm, names: Any, papers: Any) -> CaptureCard:
    """Make the card from the valid forms."""
    typed = form.cleaned_data
    facts: dict[str, Any] = {
        "status.doubt": typed["doubt"],
        "person.is_minor": typed["minor"],
        "person.identity_confidence": typed["confidence"],
        "status.category": typed["category"] or "U",
        "status.surrender": typed["surrender"] or "U",
    }
    if typed["nationality"]:
        facts["person.nationalities"] = typed["nationality"]
    taken_on: date = typed["taken_on"]
    claims = [*_names(names), *_papers(papers), *_single(typed)]
    return CaptureCard(
        claims=claims, powers=typed["powers"], taken_on=taken_on, facts=facts
    )


def _names(names: Any) -> Iterator[Claim]:
    for row in names.cleaned_data:
        if row.get("text"):
            yield Claim(kind="name", source=row["source"] or "stated", text=row["text"])


def _papers(papers: Any) -> Iterator[Claim]:
    for row in papers.cleaned_data:
        if row.get("text"):
            genuine: Genuine = row.get("genuine") or "U"
            source = "card_genuine" if genuine == "T" else "card_disputed"
            yield Claim(
                kind="paper",
                source=source,
                text=row["text"],
                genuine=genuine,
                issuer=row.get("issuer", ""),
            )


def _single(typed: dict[str, Any]) -> Iterator[Claim]:
    for kind in _SINGLE:
        if typed[kind]:
            yield Claim(kind=kind, source="stated", text=typed[kind])
    if typed["place"]:
        yield Claim(kind="capture", source="stated", text=typed["place"])
    for state in typed["nationality"]:
        yield Claim(kind="nationality", source="stated", text=state)


class ClaimForm(HouseForm):
    """One more identity claim beside the others."""

    kind = forms.ChoiceField(label=_("What the claim is about"))
    source = forms.ChoiceField(label=_("Where it comes from"))
    text = forms.CharField(
        label=_("What was said, in its own script"),
        max_length=200,
        help_text=_("A date of birth reads 2003, 2003-05 or 2003-05-17."),
    )
    genuine = forms.ChoiceField(
        label=_("Of a paper: is it genuine?"), choices=TRUTHS, initial="U"
    )
    issuer = forms.CharField(
        label=_("Of a paper: issuing State"), required=False, max_length=60
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "kind", register.claim_kinds())
        choose(self, "source", register.claim_sources())
        self.fields["text"].widget.attrs["autocomplete"] = "off"


class MoveForm(HouseForm):
    """To which camp he was moved, and when."""

    to = forms.ChoiceField(label=_("Camp that holds him now"))
    day = DayField(label=_("Day of arrival"))

    def __init__(
        self, *args: Any, holders: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "to", holders)


class VaultForm(HouseForm):
    """Why somebody needs to know who he is."""

    reason = forms.CharField(
        label=_("Why do you need to know who he is?"),
        widget=text_area(2),
        max_length=500,
        help_text=_("At least 10 characters. He can be told who looked, and why."),
    )


class SearchForm(HouseForm):
    """Why somebody searches the register by name."""

    reason = forms.CharField(
        label=_("Why do you search?"),
        widget=text_area(2),
        max_length=500,
        help_text=_("At least 10 characters. It stays on record: name nobody in it."),
    )


class DecideForm(HouseForm):
    """To which state a claim to protection moves."""

    status = forms.ChoiceField(label=_("New state of the claim"))

    def __init__(
        self, *args: Any, statuses: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "status", statuses)


def choose(form: forms.Form, name: str, choices: Any) -> None:
    """Give a field of a form its choices, which only a query knows."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} offers no choices")
    field.choices = list(choices)
