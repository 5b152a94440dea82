"""The fields our forms are made of, and the form that keeps what was refused."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from safeconduct.web import refusals

Done = TypeVar("Done")
TRUTHS = [("T", _("Yes")), ("F", _("No")), ("U", _("Unknown"))]
# ISO 3166-1 alpha-2, as everywhere in the register.
_STATE = re.compile(r"[A-Z]{2}")


class HouseForm(forms.Form):
    """A form that keeps what was typed when an act refuses it."""

    refusal: Exception | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    @property
    def http_status(self) -> int:
        """The HTTP status of the page that shows this form."""
        if self.refusal is not None:
            return refusals.status(self.refusal)
        return 400 if self.is_bound and not self.is_valid() else 200

    def attempt(self, act: Callable[[], Done]) -> Done | None:
        """Do the act; what it refuses becomes a message on the form."""
        made, self.refusal = refusals.attempt(act)
        if self.refusal is not None:
            self.add_error(None, refusals.sentence(self.refusal))
        return made


class TruthField(forms.ChoiceField):
    """Yes, no or unknown; unknown is preselected, for it is the honest start."""

    inline = True

    def __init__(self, label: object, *, blank: str = "", **kwargs: Any) -> None:
        choices: list[tuple[str, Any]] = [("", blank), *TRUTHS] if blank else [*TRUTHS]
        kwargs.setdefault("initial", "" if blank else "U")
        super().__init__(
            label=label,  # type: ignore[arg-type]  # a lazy translation
            choices=choices,
            widget=forms.RadioSelect,
            required=not blank,
            **kwargs,
        )


class StateField(forms.CharField):
    """One State by its ISO code, in any case."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 2)
        super().__init__(**kwargs)
        self.widget.attrs.update(
            {"autocomplete": "off", "autocapitalize": "characters", "class": "short"}
        )

    def clean(self, value: Any) -> str:
        """Bring the code to capitals.

        Raises:
            ValidationError: It is not two letters.
        """
        code = str(super().clean(value)).strip().upper()
        if code and not _STATE.fullmatch(code):
            raise forms.ValidationError(_NOT_A_STATE)
        return code


_NOT_A_STATE = _("A State is written with two letters, such as KP, KR or UA.")


class StatesField(forms.CharField):
    """Several States by their ISO codes, with spaces or commas between them."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Two letters each, such as KP RU."))
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "class": "medium"})

    def clean(self, value: Any) -> list[str]:
        """Split and check the codes.

        Raises:
            ValidationError: One of them is not two letters.
        """
        codes = re.split(r"[\s,;]+", str(super().clean(value)).strip().upper())
        found = list(dict.fromkeys(code for code in codes if code))
        if not all(_STATE.fullmatch(code) for code in found):
            raise forms.ValidationError(_NOT_A_STATE)
        return found

    def prepare_value(self, value: Any) -> Any:
        """Write a list as it is typed."""
        return " ".join(value) if isinstance(value, list | tuple) else value


class DayField(forms.DateField):
    """A calendar day."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(
            attrs={"type": "date", "class": "medium"}, format="%Y-%m-%d"
        )
        super().__init__(widget=widget, **kwargs)


class MomentField(forms.DateTimeField):
    """Day and time in the time zone of the house."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(
            attrs={"type": "datetime-local", "class": "medium"}, format="%Y-%m-%dT%H:%M"
        )
        super().__init__(widget=widget, **kwargs)


def marked(field: forms.Field, mark: object) -> forms.Field:
    """Put a small mark beside the label, such as `owed`."""
    field.mark = mark  # type: ignore[attr-defined]
    return field


def text_area(rows: int = 3) -> forms.Textarea:
    """Make room for some sentences."""
    return forms.Textarea(attrs={"rows": rows})


def with_blank(
    choices: Iterable[tuple[str, Any]], blank: object
) -> Sequence[tuple[str, Any]]:
    """Put an empty choice before the others."""
    return [("", blank), *choices]
