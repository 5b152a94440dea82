"""Which signatures stand beside the law's answers, and how often against which norm?"""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts.models import Officer
from safeconduct.determination import queries as determination
from safeconduct.determination import record
from safeconduct.determination.models import Determination
from safeconduct.keyring import queries as keyring
from safeconduct.law import Answer
from safeconduct.law.acts import DEPARTURES as DEPARTURE_ACTS
from safeconduct.law.acts import X
from safeconduct.law.override import OPEN_ALREADY, Hindrance, why_not
from safeconduct.override.errors import NoSuchAnswer, NoSuchOverride
from safeconduct.override.models import Endorsement, Override
from safeconduct.register import queries as register

DEPARTURES = tuple(act.option for act in DEPARTURE_ACTS)
EXCHANGE = X.option


def seal(person_id: UUID, row_id: UUID, reason: str) -> bytes:
    """Seal a reason with the person's key."""
    text = reason.strip().encode()
    return keyring.key(person_id).seal(text, place=_place(row_id))


def _place(row_id: UUID) -> str:
    return f"override/reason/{row_id}"


def closure(
    person_id: UUID, option: str, towards: str, *, at: datetime
) -> Override | None:
    """Find a closure that stands at that moment.

    Args:
        person_id: For whom.
        option: R1, R2, X or T.
        towards: The State. An exchange is asked about each Power he depends on, so
            that a closed exchange is closed whatever the State.
        at: The moment, timezone-aware. A closure stands until it expires, or until two
            officers, later, opened what it had closed.
    """
    rows = Override.objects.filter(person=person_id, option=option, opens=False)
    there = rows if option == EXCHANGE else rows.filter(towards=towards)
    running = there.filter(Q(expires=None) | Q(expires__gt=at)).order_by("-at")
    return next((row for row in running if not _is_lifted(row)), None)


def _is_lifted(closed: Override) -> bool:
    """Say whether two officers opened it, both of them after it was closed."""
    rows = Override.objects.filter(person=closed.person_id, option=closed.option)
    there = rows if closed.option == EXCHANGE else rows.filter(towards=closed.towards)
    return there.filter(opens=True, at__gt=closed.at, signed__isnull=False).exists()


def opening(
    made: Determination, option: str, towards: str, *, at: datetime
) -> Override | None:
    """Find an opening that both officers signed beside this determination."""
    rows = Override.objects.filter(
        determination=made, option=option, towards=towards, opens=True
    )
    return rows.filter(signed__isnull=False, expires__gt=at).first()


def is_endorsed(made: Determination, option: str, towards: str) -> bool:
    """Say whether a senior officer decided a contested answer."""
    return Endorsement.objects.filter(
        determination=made, option=option, towards=towards
    ).exists()


def beside(person_id: UUID, *, at: datetime) -> Determination:
    """Find the determination that a signature of this moment would stand beside.

    Raises:
        NoSuchAnswer: There is none, it waits for its reviewer, or it holds no more.
    """
    made = determination.newest(person_id)
    if made is None or made.reviewed is None:
        raise NoSuchAnswer(
            gettext_noop("Two officers have to sign a determination of him first.")
        )
    if changed := record.changes(made, at=at):
        raise NoSuchAnswer(
            gettext(
                "Since his determination something has changed: %(facts)s."
                " Determine again."
            )
            % {"facts": ", ".join(changed)}
        )
    return made


def answers(
    person_id: UUID, *, at: datetime, once_confirmed: bool = False
) -> dict[tuple[str, str], Answer]:
    """Ask the law of this moment about every departure, by option and State.

    Args:
        person_id: For whom.
        at: The moment, timezone-aware.
        once_confirmed: Suppose that he has confirmed his wish.
    """
    known = record.facts(person_id, at=at)
    if once_confirmed:
        known = record.as_if_confirmed(known)
    asked = record.ask_law(known, on=at.astimezone(UTC).date())
    return {
        (option, towards): there
        for option, towards, there in record.destinations(asked)
        if option in DEPARTURES
    }


def hindrances(
    person_id: UUID, option: str, towards: str, answer: Answer, *, at: datetime
) -> tuple[Hindrance, ...]:
    """List what keeps two officers from opening an answer; nothing means they may.

    What the law permits needs no opening, unless an officer had closed it.
    """
    found = why_not(answer)
    if closure(person_id, option, towards, at=at) is not None:
        return tuple(one for one in found if one is not OPEN_ALREADY)
    return found


@dataclass(frozen=True)
class Prospect:
    """A way out, what the law says of it now, and what keeps it from being opened."""

    option: str
    towards: str
    answer: Answer
    hindrances: tuple[Hindrance, ...]


def prospects(person_id: UUID, *, at: datetime) -> list[Prospect]:
    """List the ways out that two officers could open now, and those they could not.

    Raises:
        NoSuchAnswer: No determination stands that an opening could refer to.
    """
    beside(person_id, at=at)
    return [
        Prospect(*way, answer, hindrances(person_id, *way, answer, at=at))
        for way, answer in answers(person_id, at=at).items()
    ]


def contested(person_id: UUID, *, at: datetime) -> list[tuple[str, str]]:
    """List option and State of the answers that wait for a senior officer.

    Raises:
        NoSuchAnswer: No determination stands that he could decide on.
    """
    made = beside(person_id, at=at)
    return [
        way
        for way, answer in answers(person_id, at=at, once_confirmed=True).items()
        if answer.gate_open and answer.contested and not is_endorsed(made, *way)
    ]


@dataclass(frozen=True)
class Signed:
    """A signature beside the law as a page shows it, with its reason unsealed.

    It waits for the second officer, or counts now (`stands`), or neither.
    """

    id: UUID
    kind: str  # closure, opening or endorsement
    option: str
    towards: str
    result: str
    norms: list[str]
    reason: str
    citation: str
    officer: str
    service: str
    at: datetime
    second: str | None
    second_service: str | None
    signed: datetime | None
    expires: datetime | None
    waits: bool
    stands: bool


def signatures(person_id: UUID, *, at: datetime) -> list[Signed]:
    """List what officers signed beside the law for a person, newest first."""
    key = keyring.key(person_id)

    def reason(row: Override | Endorsement) -> str:
        return key.unseal(bytes(row.reason), place=_place(row.pk)).decode()

    rows = Override.objects.filter(person=person_id)
    rows = rows.select_related("officer__authority", "second__authority")
    found = [
        Signed(
            id=row.pk,
            kind="opening" if row.opens else "closure",
            option=row.option,
            towards=row.towards,
            result=row.result,
            norms=list(row.norms),
            reason=reason(row),
            citation=row.citation,
            officer=row.officer.full_name,
            service=row.officer.authority.name,
            at=row.at,
            second=row.second.full_name if row.second is not None else None,
            second_service=(
                row.second.authority.name if row.second is not None else None
            ),
            signed=row.signed,
            expires=row.expires,
            waits=row.opens and row.signed is None and _runs(row, at),
            stands=_stands(row, at),
        )
        for row in rows
    ]
    endorsements = Endorsement.objects.filter(determination__person=person_id)
    found += [
        Signed(
            id=one.pk,
            kind="endorsement",
            option=one.option,
            towards=one.towards,
            result="",
            norms=[],
            reason=reason(one),
            citation="",
            officer=one.officer.full_name,
            service=one.officer.authority.name,
            at=one.at,
            second=None,
            second_service=None,
            signed=one.at,
            expires=None,
            waits=False,
            stands=_is_newest(one.determination),
        )
        for one in endorsements.select_related("officer__authority", "determination")
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _stands(row: Override, at: datetime) -> bool:
    if not _runs(row, at):
        return False
    if not row.opens:
        return not _is_lifted(row)
    # While a closure stands no opening counts.
    closed = closure(row.person_id, row.option, row.towards, at=at)
    return row.signed is not None and closed is None


def _runs(row: Override, at: datetime) -> bool:
    """Say whether its last day has not passed, nor its determination been followed."""
    if row.expires is not None and row.expires <= at:
        return False
    return row.determination is None or not row.opens or _is_newest(row.determination)


def _is_newest(made: Determination) -> bool:
    return determination.newest(made.person_id) == made


def to_sign(override_id: UUID, *, officer: Officer) -> Override:
    """Find an override the officer may see.

    Raises:
        NoSuchOverride: There is none, or its case is not his to read.
    """
    rows = Override.objects.filter(pk=override_id, person__in=register.cases(officer))
    found = rows.select_related("person").first()
    if found is None:
        raise NoSuchOverride(gettext_noop("There is no such override."))
    return found


def waiting(officer: Officer, *, at: datetime) -> QuerySet[Override]:
    """List the openings that wait for a signature of this officer's service.

    One whose determination was followed by a newer one waits for nobody any more.
    """
    rows = Override.objects.filter(
        opens=True, signed=None, expires__gt=at, person__in=register.cases(officer)
    )
    newer = Determination.objects.filter(
        person=OuterRef("person"), at__gt=OuterRef("determination__at")
    )
    mine = rows.exclude(officer__authority=officer.authority_id).exclude(Exists(newer))
    return mine.select_related("person").order_by("at")


def against() -> Counter[str]:
    """Count the signed openings by the norm they went against.

    A norm that is often set aside is a defect of its drafting. One that lifted a
    closure of what the law permits went against no norm.
    """
    rows = Override.objects.filter(opens=True, signed__isnull=False)
    rows = rows.exclude(result="permitted")
    return Counter(
        norm for norms in rows.values_list("norms", flat=True) for norm in norms
    )
