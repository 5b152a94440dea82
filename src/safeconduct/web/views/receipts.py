"""The slip everybody gets after an interview, and the page that checks one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from safeconduct.accounts import policy
from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.policy import Right
from safeconduct.hearing import actions
from safeconduct.hearing import queries as hearing
from safeconduct.journal import receipts
from safeconduct.journal.errors import NotSetUp
from safeconduct.ledger import Locator, base45
from safeconduct.receipt import checker, proving, reading, slip, wording
from safeconduct.receipt.codes import TooLong
from safeconduct.register import queries as register
from safeconduct.web import words
from safeconduct.web.access import BOTH, page, refused, show

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.ledger import Policy
    from safeconduct.register.models import Person

_TEXT = "text/plain; charset=utf-8"


@page(Right.READ_CASE, methods=BOTH)
def receipt(
    request: HttpRequest, officer: Officer, number: str, interview: UUID
) -> HttpResponse:
    """Say how far the receipt of an interview is; print it when asked to."""
    person = register.case(number, officer=officer)
    if not any(
        policy.allows(officer, right, matter_of=person.holder_id)
        for right in (Right.HEAR, Right.RECONFIRM)
    ):
        raise NotPermitted(Right.RECONFIRM)
    held = hearing.interview(person.pk, interview)
    if request.method == "POST":
        return _printed(request, officer, person, interview)
    context = {
        "person": person,
        "standing": receipts.of_entry(held.entry),
        "minutes": -(-settings.LOG_SECONDS // 60),
        "spoken": dict(words.LANGUAGES).get(held.language, held.language),
        "speaks": held.language in wording.LANGUAGES,
    }
    return show(request, "web/hearings/receipt.html", context)


def _printed(
    request: HttpRequest, officer: Officer, person: Person, interview: UUID
) -> HttpResponse:
    """Record that it was printed, and hand it out under a name that tells nothing."""
    held = hearing.interview(person.pk, interview)
    standing = receipts.of_entry(held.entry)
    try:
        # Set before the act: what cannot be printed was not printed.
        paper = standing and slip.pdf(
            standing.verifier, standing.locator, standing.receipt, held.language
        )
    except (slip.NoFont, TooLong) as refusal:
        return refused(request, refusal)
    actions.print_receipt(person.pk, interview, officer=officer, at=timezone.now())
    return HttpResponse(
        paper,
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="receipt.pdf"'},
    )


@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """Check a receipt in the browser; nothing of it reaches the house."""
    body = checker.body(
        _policy(), get_language() or wording.ENGLISH, redeem=reverse("verify-redeem")
    )
    # Every text in it is escaped where it is written.
    context = {"body": mark_safe(body)}  # noqa: S308
    return show(request, "web/verify.html", context)


@require_safe
def page_file(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Hand out the same page as one file that needs no network."""
    return HttpResponse(
        checker.file(_policy(), get_language() or wording.ENGLISH),
        content_type="text/html; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{checker.FILE}"'},
    )


# It changes nothing and asks for no session: there is nothing to forge.
@csrf_exempt
@require_POST
def redeem(request: HttpRequest) -> HttpResponse:
    """Exchange a locator for its proof: 200 and the text of code 2, or a sentence.

    404: this log does not hold the entry. 409: no cosigned checkpoint covers it yet.
    """
    try:
        found = reading.read(request.POST.get("locator", "").encode())
    except reading.Unreadable:
        found = None
    if not isinstance(found, Locator):
        return _plain(_("Send the text of code 1 of the receipt as `locator`."), 400)
    try:
        proof = receipts.redeem(found)
    except proving.NotInTheLog:
        return _plain(_("This log does not hold that entry. Keep the receipt."), 404)
    except NotSetUp:
        return _plain(_("The log cannot be asked now. Try again later."), 503)
    if proof is None:
        return _plain(_("No cosigned checkpoint covers it yet. Try later."), 409)
    return _plain(base45.encode(proof.to_bytes()), 200)


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, content_type=_TEXT, status=status)


def _policy() -> Policy | None:
    """Read the policy of this log; a reader may bring his own where there is none."""
    try:
        return receipts.policy()
    except NotSetUp:
        return None
