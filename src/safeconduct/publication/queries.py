"""Reading requests and figures, and having drafts checked in a sitting."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.keyring import queries as keyring
from safeconduct.publication import permission
from safeconduct.publication.checking import (
    LONGEST,
    Checked,
    Suggestion,
    check,
    suggest,
)
from safeconduct.publication.errors import NoSuchRequest, NotSaid, SittingEnded
from safeconduct.publication.models import Figures, Request, Sitting
from safeconduct.reports import documents


@dataclass(frozen=True)
class Opened:
    """A request with its sealed words."""

    request: Request
    text: str
    where: str
    reason: str


def running(sitting: UUID, *, officer: Officer, at: datetime) -> Sitting:
    """Find a sitting that the officer opened and that has not ended.

    Raises:
        NotPermitted: He may have nothing checked any longer.
        SittingEnded: There is none; nor is there one of another officer.
    """
    permission.require(officer, Right.PUBLISH)
    found = Sitting.objects.filter(pk=sitting, officer=officer, until__gt=at).first()
    if found is None:
        raise SittingEnded(
            gettext_noop("The sitting has ended. Say once more what the draft is for.")
        )
    return found


def checked(text: str, *, sitting: UUID, officer: Officer, at: datetime) -> Checked:
    """Look at a draft; nothing of it is kept.

    Raises:
        NotPermitted, SittingEnded: As for `running`.
        NotSaid: The draft is too long.
    """
    _admit(text, sitting, officer, at)
    return check(text)


def suggested(
    text: str, *, sitting: UUID, officer: Officer, at: datetime
) -> Suggestion:
    """Put a draft into words that protect everybody; nothing of it is kept.

    Raises:
        NotPermitted, SittingEnded, NotSaid: As for `checked`.
    """
    _admit(text, sitting, officer, at)
    return suggest(text)


def _admit(text: str, sitting: UUID, officer: Officer, at: datetime) -> None:
    running(sitting, officer=officer, at=at)
    if len(text) > LONGEST:
        raise NotSaid(
            gettext("The draft is longer than %(count)d characters. Check parts.")
            % {"count": LONGEST}
        )


def text_of(original: bytes, name: str) -> str:
    """Read a draft from a file: as much as can be checked, and one character more.

    Raises:
        Unreadable: Nothing in it can be read, or it takes too much to read it.
    """
    most = settings.UPLOAD_MEGABYTES * 2**20
    return documents.text_of(original, name, most_bytes=most)[: LONGEST + 1]


def requests(officer: Officer) -> QuerySet[Request]:
    """List the requests the officer may read: all, or his own, the newest first.

    Raises:
        NotPermitted: He has none to do with.
    """
    rows = Request.objects.select_related("officer__authority", "second")
    if permission.allows(officer, Right.ALLOW_PUBLICATION):
        return rows.order_by("-asked", "id")
    permission.require(officer, Right.PUBLISH)
    return rows.filter(officer=officer).order_by("-asked", "id")


def request(request_id: UUID, *, officer: Officer) -> Opened:
    """Open one request.

    Raises:
        NotPermitted: As for `requests`.
        NoSuchRequest: There is none that he may read.
    """
    row = requests(officer).filter(pk=request_id).first()
    if row is None:
        raise NoSuchRequest(gettext_noop("There is no such request."))
    key = keyring.key(keyring.OFFICE)

    def opened(use: str, sealed: bytes | memoryview | None) -> str:
        if sealed is None:
            return ""
        return key.unseal(bytes(sealed), place=f"publication/{use}/{row.pk}").decode()

    return Opened(
        row,
        opened("text", row.text),
        opened("where", row.where),
        opened("reason", row.reason),
    )


def figures(officer: Officer) -> QuerySet[Figures]:
    """List the months that were counted, the newest first.

    Raises:
        NotPermitted: He neither publishes nor watches.
    """
    watches = policy.allows(officer, Right.WATCH)
    if not watches and not permission.allows(officer, Right.ALLOW_PUBLICATION):
        permission.require(officer, Right.PUBLISH)
    return Figures.objects.order_by("-month")


def due(at: datetime) -> date:
    """Name the last month that is over, whose figures may be made."""
    return (at.date().replace(day=1) - timedelta(days=1)).replace(day=1)
