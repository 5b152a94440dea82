"""Forms for matching: proposing a pair, answering on it, joining and parting."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from safeconduct.matching.actions import SHORTEST_REASON
from safeconduct.web.forms.fields import HouseForm, text_area

ANSWERS = [
    ("same", _("The same person")),
    ("different", _("Not the same person")),
    ("unsure", _("I cannot tell")),
]


def _reason(help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=_("Reason"),
        widget=text_area(3),
        min_length=SHORTEST_REASON,
        max_length=4000,
        help_text=help_text,
        error_messages={"min_length": _("Give a reason of at least 20 characters.")},
    )


def _number(label: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off", "class": "medium"})
    return forms.CharField(label=label, max_length=20, widget=widget)


class ProposeForm(HouseForm):
    """Which two cases may be one person's."""

    first = _number(_("Case number"))
    second = _number(_("And the other"))
    why = forms.CharField(
        label=_("What makes you think so"),
        widget=text_area(2),
        max_length=4000,
        help_text=_("The reviewers read it. Sealed with the keys of both."),
    )


class AnswerForm(HouseForm):
    """What a reviewer says of two records."""

    answer = forms.ChoiceField(
        label=_("Are they one person?"), choices=ANSWERS, widget=forms.RadioSelect
    )
    reason = _reason(
        _("What decided it, in at least 20 characters. Sealed with the keys of both.")
    )


class MergeForm(HouseForm):
    """Which of two records leads, and why they are joined."""

    leading = forms.ChoiceField(
        label=_("Which record leads?"),
        widget=forms.RadioSelect,
        help_text=_("Only this one can be put on a departure list from now on."),
    )
    reason = _reason(_("In at least 20 characters. Sealed with the keys of both."))

    def __init__(self, *args: Any, records: list[tuple[str, str]], **kw: Any) -> None:
        super().__init__(*args, **kw)
        field = self.fields["leading"]
        if isinstance(field, forms.ChoiceField):
            field.choices = records


class UndoForm(HouseForm):
    """Why two records are parted again."""

    reason = _reason(
        _("What shows that they are two people. Sealed with the keys of both.")
    )
