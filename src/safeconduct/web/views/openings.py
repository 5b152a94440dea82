"""Opening an entry for somebody outside: choose the fields, take the file with you."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.journal import openings
from safeconduct.journal.errors import NoSuchEntry
from safeconduct.register import actions, queries
from safeconduct.web.access import BOTH, page, posted, show
from safeconduct.web.forms.openings import OpeningForm

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@page(Right.READ_CASE, methods=BOTH)
def open_entry(
    request: HttpRequest, officer: Officer, number: str, entry: UUID
) -> HttpResponse:
    """Ask which fields are for whom, record the act, and hand over the file.

    The file goes to the browser in answer to a POST only; its name is a number that
    is public, and nothing of it is kept here.
    """
    person = queries.case(number, officer=officer)
    policy.require(officer, Right.OPEN_ENTRY, matter_of=person.holder_id)
    found = openings.find(entry)
    if found.subject != person.pk:
        raise NoSuchEntry
    form = OpeningForm(posted(request), fields=openings.fields(found))
    if form.is_valid():
        made = form.attempt(
            lambda: actions.open_entry(
                entry,
                form.cleaned_data["opened"],
                recipient=form.cleaned_data["recipient"],
                officer=officer,
                at=timezone.now(),
                of=person.pk,
            )
        )
        if made is not None:
            return _file(made.text, made.proof.index)
    return show(request, "web/cases/open_entry.html", {"person": person}, form)


def _file(content: bytes, index: int) -> HttpResponse:
    response = HttpResponse(content, content_type="application/json")
    name = f"opening-{index}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
