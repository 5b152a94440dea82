"""Which fields of an entry are opened, and for whom."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from safeconduct.web import words
from safeconduct.web.forms.cases import choose
from safeconduct.web.forms.fields import HouseForm


class OpeningForm(HouseForm):
    """Fields to choose from, with what they say, and the one they are for."""

    opened = forms.MultipleChoiceField(
        label=_("Fields to open"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only these are shown. What is opened cannot be taken back."),
    )
    recipient = forms.CharField(
        label=_("Whom is it for?"),
        min_length=3,
        max_length=200,
        help_text=_("A monitor, or counsel. It is recorded, and he can be told of it."),
    )

    def __init__(self, *args: Any, fields: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = [(name, _label(name, value)) for name, value in fields.items()]
        choose(self, "opened", labels)


def _label(name: str, value: Any) -> str:
    return f"{name}: {words.value(value)}" if value != "" else name
