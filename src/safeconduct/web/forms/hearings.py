"""Taking down a hearing, and asking once more."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from safeconduct.hearing import queries as hearing
from safeconduct.hearing.actions import Interview
from safeconduct.web import words
from safeconduct.web.forms.cases import choose
from safeconduct.web.forms.fields import (
    HouseForm,
    MomentField,
    StateField,
    TruthField,
    text_area,
)

WISHES = [
    ("undecided", _("He is undecided, or still considers")),
    ("stay", _("He wants to stay in this country")),
    ("refuge", _("He asks for refuge in another State: name it below")),
    ("return", _("He wants to return to his country")),
    ("return_to", _("He wants to return to a certain State: name it below")),
    ("refuses", _("He refuses to return and says nothing else")),
    ("never_asked", _("He could not be asked")),
]
# What the officer makes sure of, in plain words.
_PLAIN = {
    "private": _(
        "Alone with you and the interpreter. No guard, comrade or official in sight or"
        " hearing, no camera that others watch."
    ),
    "interpreter_independent": _(
        "Not from his army, his State or the camp; he was told that he may refuse."
    ),
    "understood": _("You asked him to say it back in his own words, and he could."),
    "informed": _(
        "Return, staying, refuge elsewhere and what each means; and that he may change"
        " his mind at any time."
    ),
    "counsel_offered": _("Whether he wanted them or not."),
    "recorded": _("In his own language, before he signed or left."),
    "inducement": _("Money, privileges, better quarters, a promise. Yes spoils it."),
    "coercion": _("By anybody, at any time before the hearing. Yes spoils it."),
    "family_pressure": _(
        "Letters, calls or hints about what might happen to his relatives."
        " Yes spoils it."
    ),
}


class HearingForm(HouseForm):
    """One private interview, with its safeguards."""

    held_at = MomentField(label=_("When it took place"))
    language = forms.ChoiceField(label=_("Language he spoke"), choices=words.LANGUAGES)
    wish = forms.ChoiceField(
        label=_("What does he want?"),
        choices=WISHES,
        widget=forms.RadioSelect,
        help_text=_("His answer to an open question, not to a choice you read out."),
    )
    wish_state = StateField(
        label=_("State he named"),
        required=False,
        help_text=_("Two letters, such as KR. Only if he named one."),
    )
    words = forms.CharField(
        label=_("The wish in his own words, in his own language"),
        widget=text_area(4),
        help_text=_("Sealed with his key. Write what he said, not what it means."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in hearing.safeguards():
            self.fields[name] = TruthField(label, help_text=_PLAIN[name])

    @property
    def safeguards(self) -> list[forms.BoundField]:
        """The nine safeguards, in the order in which they are asked."""
        return [self[name] for name in hearing.SAFEGUARDS]

    def clean(self) -> dict[str, Any]:
        """Ask for the State where the wish speaks of one."""
        kept = super().clean() or self.cleaned_data
        named, wish = kept.get("wish_state"), kept.get("wish")
        if wish in {"refuge", "return_to"} and not named:
            self.add_error("wish_state", _("Name the State he spoke of."))
        if named and wish not in {"refuge", "return_to", None}:
            message = _("You named a State, but the wish you chose speaks of none.")
            self.add_error("wish_state", message)
        return kept

    @property
    def interview(self) -> Interview:
        """The interview as the act takes it."""
        typed = self.cleaned_data
        wish, named = typed["wish"], typed["wish_state"]
        if wish == "refuge":
            wish = f"refuge:{named}"
        elif wish == "return_to":
            wish = f"return:{named}"
        held_at: datetime = typed["held_at"]
        return Interview(
            held_at=held_at,
            language=typed["language"],
            wish=wish,
            words=typed["words"],
            safeguards={name: typed[name] for name in hearing.SAFEGUARDS},
        )


class ReconfirmForm(HouseForm):
    """The last question: does he still want to go?"""

    stage = forms.ChoiceField(label=_("Where was he asked?"), widget=forms.RadioSelect)
    answer = forms.ChoiceField(label=_("What did he say?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "stage", hearing.stages())
        choose(self, "answer", hearing.answers())
