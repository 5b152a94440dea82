"""Forms for exposure: judging a sighting, reporting, letters, family, the end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from safeconduct.exposure import queries
from safeconduct.exposure.actions import SHORTEST_REASON
from safeconduct.web.exposed import CLASSES
from safeconduct.web.forms.fields import DayField, HouseForm, text_area

_SEALED = _("In at least 20 characters. Sealed with his key.")
_JUDGED = [
    ("confirmed", _("It gives him away")),
    ("refused", _("It does not give him away")),
]
_WARNED = [
    ("yes", _("Yes, the family was warned")),
    ("no", _("No, that is not possible")),
]


def _words(label: Any, help_text: Any = _SEALED) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=text_area(3),
        min_length=SHORTEST_REASON,
        max_length=4000,
        help_text=help_text,
        error_messages={"min_length": _("Write at least 20 characters.")},
    )


def _line(label: Any, *, required: bool = False, **kwargs: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(
        label=label, required=required, max_length=500, widget=widget, **kwargs
    )


class JudgeForm(HouseForm):
    """Whether a report gives somebody away."""

    answer = forms.ChoiceField(
        label=_("Does the report give him away?"),
        choices=_JUDGED,
        widget=forms.RadioSelect,
    )
    reason = _words(_("Reason"))
    address = _line(
        _("Where the report stands"),
        help_text=_("Its address, if you know it. Sealed; the letter names it."),
    )


class OutsideForm(HouseForm):
    """A publication that is not among our reports."""

    publisher = _line(_("Who published it"), required=True)
    title = _line(_("Title"))
    address = _line(_("Where it stands"))
    language = forms.ChoiceField(label=_("Language"), choices=queries.languages)
    published = DayField(label=_("Published on"), required=False)
    classes = forms.MultipleChoiceField(
        label=_("What it tells"),
        choices=[*CLASSES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    k = forms.IntegerField(
        label=_("How many people may it be about, at most?"),
        min_value=1,
        max_value=1_000_000,
        help_text=_("One, if it can be nobody else."),
    )
    quotes = forms.CharField(
        label=_("What it says of him"),
        required=False,
        widget=text_area(3),
        max_length=4000,
        help_text=_("Word for word, one quotation a line. A letter quotes only these."),
    )
    reason = _words(_("Why it gives him away"))


class LetterForm(HouseForm):
    """A letter to a publisher."""

    quotes = forms.MultipleChoiceField(
        label=_("What the letter quotes"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("As few words as the publisher needs to find the place."),
        error_messages={"required": _("Tick what the letter quotes.")},
    )
    to = forms.CharField(label=_("Whom it is for"), widget=text_area(2), max_length=500)
    reply_to = _line(
        _("Where an answer reaches you"),
        required=True,
        help_text=_("An address of the house, not your own."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=queries.languages)

    def __init__(
        self, *args: Any, quotable: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["quotes"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = quotable


class AnswerForm(HouseForm):
    """What became of a letter."""

    answer = forms.ChoiceField(
        label=_("What did the publisher do?"),
        choices=queries.answers,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("What the publisher said"),
        required=False,
        widget=text_area(2),
        max_length=4000,
    )


class FamilyForm(HouseForm):
    """Whether his family was warned."""

    done = forms.ChoiceField(
        label=_("Was his family warned?"), choices=_WARNED, widget=forms.RadioSelect
    )
    words = _words(
        _("By whom and how, or why not"),
        _("In at least 20 characters, without names. Sealed with his key."),
    )


class EndForm(HouseForm):
    """How an incident ended."""

    reason = _words(_("How it ended"))
