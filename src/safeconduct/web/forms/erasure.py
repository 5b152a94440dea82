"""Forms for erasing a person: the reason of the first officer, the second's yes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from safeconduct.erasure.actions import SHORTEST_REASON
from safeconduct.web.forms.fields import HouseForm, text_area


class AskForm(HouseForm):
    """Why a person is to be erased."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=text_area(4),
        min_length=SHORTEST_REASON,
        max_length=4000,
        help_text=_(
            "In at least 40 characters, without his name: it outlives his key, sealed"
            " for the office."
        ),
        error_messages={"min_length": _("Give a reason of at least 40 characters.")},
    )


class ConfirmForm(HouseForm):
    """The case number once more, so that nobody is erased by a slip."""

    case_number = forms.CharField(
        label=_("Type the case number"),
        max_length=40,
        help_text=_("As it stands above. There is no way back."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        widget = self.fields["case_number"].widget
        widget.attrs.update({"autocomplete": "off", "class": "medium"})
