"""Having drafts checked, asking to publish one, answering, and making the figures."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import IntegrityError
from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.journal.acts import act
from safeconduct.keyring import queries as keyring
from safeconduct.publication import counting, permission
from safeconduct.publication.checking import LONGEST, Checked, check
from safeconduct.publication.errors import (
    AlreadyAnswered,
    AlreadyPublished,
    GivesAway,
    NoSuchRequest,
    NotSaid,
    SameOfficer,
)
from safeconduct.publication.models import Figures, Request, Sitting

OPENED = "publication.desk_opened"
ASKED = "publication.asked"
ALLOWED = "publication.allowed"
REFUSED = "publication.refused"
COUNTED = "publication.figures_made"

LASTS = timedelta(minutes=30)
_LEAST_REASON = 10  # characters


def open_desk(*, reason: str, officer: Officer, at: datetime) -> Sitting:
    """Let an officer have drafts checked for half an hour.

    One act stands for all drafts of a sitting: what is half written is not kept.

    Raises:
        NotPermitted: As its sentence says.
        NotSaid: No reason was given.
    """
    _demand(reason)
    with act(OPENED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, permission.require(officer, Right.PUBLISH))
        row = deed.write(Sitting(officer=officer, until=at + LASTS))
        deed.say(reason=reason.strip(), sitting=str(row.pk))
    return row


def ask(text: str, *, where: str, officer: Officer, at: datetime) -> Request:
    """Ask a second officer to allow a text.

    Args:
        text: What is to be published.
        where: By whom, in words.
        officer: Who asks.
        at: When, timezone-aware.

    Raises:
        NotPermitted: As its sentence says.
        NotSaid: There is no text, it is too long, or it is not said where.
        GivesAway: Somebody could be told from it; nothing is recorded.
    """
    if not text.strip():
        raise NotSaid(gettext_noop("There is no text. Paste or drop the draft."))
    if len(text) > LONGEST:
        raise NotSaid(
            gettext("The draft is longer than %(count)d characters. Ask for parts.")
            % {"count": LONGEST}
        )
    if not where.strip():
        raise NotSaid(gettext_noop("Say who is to publish the text."))
    with act(ASKED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, permission.require(officer, Right.PUBLISH))
        found = _harmless(text)
        pk, key = uuid4(), keyring.key(keyring.OFFICE)
        row = deed.write(
            Request(
                pk=pk,
                text=key.seal(text.encode(), place=f"publication/text/{pk}"),
                where=key.seal(where.encode(), place=f"publication/where/{pk}"),
                about=found.about,
                fewest=found.fewest,
                officer=officer,
                asked=at,
            )
        )
        deed.say(request=str(pk), about=found.about)
    return row


def allow(request_id: UUID, *, officer: Officer, at: datetime) -> Request:
    """Allow a text to be published, as the second officer; it is looked at again.

    Raises:
        NotPermitted, NoSuchRequest, AlreadyAnswered, SameOfficer: As they say.
        GivesAway: Since it was asked, somebody can be told from it.
    """
    return _answer(request_id, Request.Status.ALLOWED, None, officer, at)


def refuse(request_id: UUID, *, reason: str, officer: Officer, at: datetime) -> Request:
    """Refuse a text, with a reason that its author reads.

    Raises:
        NotPermitted, NoSuchRequest, AlreadyAnswered, SameOfficer: As they say.
        NotSaid: No reason was given.
    """
    _demand(reason)
    return _answer(request_id, Request.Status.REFUSED, reason, officer, at)


def _answer(
    request_id: UUID,
    status: Request.Status,
    reason: str | None,
    officer: Officer,
    at: datetime,
) -> Request:
    kind = ALLOWED if status is Request.Status.ALLOWED else REFUSED
    with act(kind, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, permission.require(officer, Right.ALLOW_PUBLICATION))
        row = Request.objects.select_for_update().filter(pk=request_id).first()
        if row is None:
            raise NoSuchRequest(gettext_noop("There is no such request."))
        if row.status != Request.Status.ASKED:
            raise AlreadyAnswered(gettext_noop("This request has been answered."))
        if row.officer_id == officer.pk:
            raise SameOfficer(
                gettext_noop("Another officer answers: nobody allows his own text.")
            )
        key = keyring.key(keyring.OFFICE)
        changed: dict[str, object] = {"status": status}
        if reason is None:
            place = f"publication/text/{row.pk}"
            found = _harmless(key.unseal(bytes(row.text), place=place).decode())
            changed |= {"about": found.about, "fewest": found.fewest}
        else:
            place = f"publication/reason/{row.pk}"
            changed["reason"] = key.seal(reason.strip().encode(), place=place)
        deed.change(row, **changed, second=officer, answered=at)
        deed.say(request=str(row.pk), about=row.about)
    return row


def publish_figures(month: date, *, officer: Officer, at: datetime) -> Figures:
    """Count the register once for a month, and keep the rounded figures alone.

    Args:
        month: Any day of it.
        officer: Who does.
        at: When, timezone-aware.

    Raises:
        NotPermitted: As its sentence says.
        NotSaid: The month is not over, so the figures would change.
        AlreadyPublished: They are there: a month is counted once.
    """
    first = month.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    if at.date() < after:
        raise NotSaid(
            gettext_noop("The month is not over yet. Make its figures when it is.")
        )
    try:
        with act(COUNTED, officer=officer, at=at) as deed:
            deed.on(keyring.OFFICE, permission.require(officer, Right.PUBLISH))
            row = Figures(month=first, tables=counting.count(), officer=officer, at=at)
            deed.write(row)
            deed.say(month=first.isoformat())
    except IntegrityError as error:
        raise AlreadyPublished(
            gettext_noop(
                "The figures of this month are there. A month is counted once."
            )
        ) from error
    return row


def _harmless(text: str) -> Checked:
    found = check(text)
    if found.gives_away:
        raise GivesAway(
            gettext(
                "The text gives somebody away: it could be about fewer than %(count)d "
                "people. Take details out until nothing is marked."
            )
            % {"count": found.threshold}
        )
    return found


def _demand(reason: str) -> None:
    if len(reason.strip()) < _LEAST_REASON:
        raise NotSaid(
            gettext("Say why, in %(count)d characters or more. Name nobody.")
            % {"count": _LEAST_REASON}
        )
