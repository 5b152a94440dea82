"""Forms of the press desk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from safeconduct.publication.checking import LONGEST
from safeconduct.web.forms.fields import HouseForm, text_area


class SittingForm(HouseForm):
    """What drafts are to be checked for."""

    reason = forms.CharField(
        label=_("What is the draft for?"),
        widget=text_area(2),
        max_length=500,
        help_text=_("At least 10 characters. It stays on record: name nobody in it."),
    )


class DraftForm(HouseForm):
    """A text that is to be published, and by whom."""

    text = forms.CharField(max_length=LONGEST, strip=False)
    where = forms.CharField(
        label=_("Who is to publish it?"),
        max_length=200,
        help_text=_("The outlet or page, such as the website of the bureau."),
    )


class RefusalForm(HouseForm):
    """Why a text is refused."""

    reason = forms.CharField(
        label=_("Why is it refused?"),
        widget=text_area(2),
        max_length=1000,
        help_text=_("At least 10 characters. The author reads it: name nobody in it."),
    )
