"""Forms on the ways out: determining, offering, listing; and reports."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from safeconduct.departure import queries as departure
from safeconduct.web.forms.cases import choose
from safeconduct.web.forms.fields import (
    DayField,
    HouseForm,
    StateField,
    text_area,
    with_blank,
)


class DetermineForm(HouseForm):
    """The officer's own reasons; the computed answer alone is no decision."""

    reasons = forms.CharField(
        label=_("Your reasons"),
        widget=text_area(6),
        help_text=_("Sealed with his key. The second officer reads them."),
    )


class OfferForm(HouseForm):
    """To which mission he is offered, and what he lets us disclose."""

    mission = forms.ChoiceField(label=_("Mission of the receiving State"))
    disclose = forms.MultipleChoiceField(
        label=_("What he lets us disclose"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Nothing else leaves the vault."),
    )
    consents = forms.BooleanField(
        label=_("He was asked in private and agreed to exactly this."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        missions: list[tuple[str, str]],
        kinds: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "mission", missions)
        choose(self, "disclose", kinds)


class MessageForm(HouseForm):
    """A question of the mission, or our answer."""

    text = forms.CharField(
        label=_("Message"), widget=text_area(4), max_length=4000, strip=True
    )


class ListForm(HouseForm):
    """One departure of one kind, to one State, on one day."""

    option = forms.ChoiceField(label=_("Kind of departure"), widget=forms.RadioSelect)
    towards = StateField(
        label=_("State that takes them over"), help_text=_("Two letters, such as KR.")
    )
    planned = DayField(label=_("Planned for"))
    receiver = forms.ChoiceField(
        label=_("Mission that confirms the arrival"),
        required=False,
        help_text=_("For a transfer: the mission of the State above."),
    )

    def __init__(
        self, *args: Any, missions: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "option", departure.kinds())
        choose(self, "receiver", with_blank(missions, _("none")))

    def clean(self) -> dict[str, Any]:
        """Ask for the mission of a transfer."""
        kept = super().clean() or self.cleaned_data
        if kept.get("option") == "T" and not kept.get("receiver"):
            message = _("A transfer needs the mission of the receiving State.")
            self.add_error("receiver", message)
        return kept


class AddForm(HouseForm):
    """Whom to put on a list."""

    number = forms.CharField(
        label=_("Case number"),
        max_length=20,
        help_text=_("Such as SC-4K7M-2QX."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attrs = {"autocomplete": "off", "class": "medium"}
        self.fields["number"].widget.attrs.update(attrs)


class StopForm(HouseForm):
    """Why somebody is taken off a list."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class FilesInput(forms.ClearableFileInput):
    """A field into which several files are chosen or dropped."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Check each file; an empty one is for the reader to refuse."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(one, initial) for one in given]


class ReportForm(HouseForm):
    """Reports as files or a folder, or the text of one."""

    file = FilesField(
        label=_("Files"),
        required=False,
        allow_empty_file=True,
        help_text=_(
            "HTML, plain text, PDF, DOCX, saved pages (MHTML), feeds, web archives"
            " (WARC). Several at once can be chosen or dropped here."
        ),
    )
    folder = FilesField(
        label=_("Or a folder"),
        required=False,
        allow_empty_file=True,
        widget=FilesInput(attrs={"webkitdirectory": True}),
    )
    text = forms.CharField(
        label=_("Or paste its text"), widget=text_area(10), required=False, strip=False
    )
    address = forms.CharField(
        label=_("Address of the page"),
        required=False,
        max_length=2000,
        help_text=_("For a saved page or pasted text. Nothing is fetched from it."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for exactly one of the ways."""
        kept = super().clean() or self.cleaned_data
        has_text = bool((kept.get("text") or "").strip())
        has_files = bool(kept.get("file") or kept.get("folder"))
        if not has_files and not has_text:
            self.add_error("file", _("Choose a file, or paste the text below."))
        if has_files and has_text:
            self.add_error("file", _("Give a file or the text, not both."))
        return kept

    def given(self) -> list[tuple[str, bytes]]:
        """Hand over what was given: names and bytes."""
        files = [*self.cleaned_data["file"], *self.cleaned_data["folder"]]
        if not files:
            return [("pasted.txt", self.cleaned_data["text"].encode())]
        return [(one.name or "", one.read()) for one in files]


class AttachForm(HouseForm):
    """To which case a passage belongs."""

    case = forms.CharField(label=_("Case number"), max_length=20)
    passage = forms.UUIDField(widget=forms.HiddenInput)
