"""Which signatures stand beside the law's answers, and how often against which norm?"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from safeconduct.accounts.models import Officer
from safeconduct.determination.models import Determination
from safeconduct.keyring import queries as keyring
from safeconduct.law.acts import DEPARTURES as DEPARTURE_ACTS
from safeconduct.override.errors import NoSuchOverride
from safeconduct.override.models import Endorsement, Override
from safeconduct.register import queries as register

DEPARTURES = tuple(act.option for act in DEPARTURE_ACTS)


def seal(person_id: UUID, row_id: UUID, reason: str) -> bytes:
    """Seal a reason with the person's key."""
    text = reason.strip().encode()
    return keyring.key(person_id).seal(text, place=_place(row_id))


def _place(row_id: UUID) -> str:
    return f"override/reason/{row_id}"


def closure(
    person_id: UUID, option: str, towards: str | None, *, at: datetime
) -> Override | None:
    """Find a closure that stands at that moment.

    Args:
        person_id: For whom.
        option: R1, R2, X or T.
        towards: The State; `None` means any.
        at: The moment, timezone-aware. A closure stands until it expires, or until two
            officers, later, opened what it had closed.
    """
    rows = Override.objects.filter(person=person_id, option=option)
    there = rows if towards is None else rows.filter(towards=towards)
    standing = there.filter(Q(expires=None) | Q(expires__gt=at), opens=False)
    for row in standing.order_by("-at"):
        opened = rows.filter(opens=True, signed__gt=row.at, towards=row.towards)
        if not opened.exists():
            return row
    return None


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


@dataclass(frozen=True)
class Signed:
    """A signature beside the law as a page shows it, with its reason unsealed."""

    id: UUID
    kind: str  # closure, opening or endorsement
    option: str
    towards: str
    result: str
    norms: list[str]
    reason: str
    citation: str
    officer: str
    at: datetime
    second: str | None
    signed: datetime | None
    expires: datetime | None
    stands: bool


def signatures(person_id: UUID, *, at: datetime) -> list[Signed]:
    """List what officers signed beside the law for a person, newest first."""
    key = keyring.key(person_id)

    def reason(row: Override | Endorsement) -> str:
        return key.unseal(bytes(row.reason), place=_place(row.pk)).decode()

    rows = Override.objects.filter(person=person_id).select_related("officer", "second")
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
            at=row.at,
            second=row.second.full_name if row.second is not None else None,
            signed=row.signed,
            expires=row.expires,
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
            at=one.at,
            second=None,
            signed=one.at,
            expires=None,
            stands=_is_newest(one.determination),
        )
        for one in endorsements.select_related("officer", "determination")
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _stands(row: Override, at: datetime) -> bool:
    if row.expires is not None and row.expires <= at:
        return False
    if row.opens:
        signed_for = row.determination
        return (
            row.signed is not None and signed_for is not None and _is_newest(signed_for)
        )
    return closure(row.person_id, row.option, row.towards, at=at) is not None


def _is_newest(made: Determination) -> bool:
    rows = Determination.objects.filter(person=made.person_id)
    return rows.order_by("-at", "-id").first() == made


def to_sign(override_id: UUID, *, officer: Officer) -> Override:
    """Find an override the officer may see.

    Raises:
        NoSuchOverride: There is none, or its case is not his to read.
    """
    rows = Override.objects.filter(pk=override_id, person__in=register.cases(officer))
    found = rows.select_related("person").first()
    if found is None:
        raise NoSuchOverride("There is no such override.")
    return found


def waiting(officer: Officer, *, at: datetime) -> QuerySet[Override]:
    """List the openings that wait for a signature of this officer's service."""
    rows = Override.objects.filter(
        opens=True, signed=None, expires__gt=at, person__in=register.cases(officer)
    )
    mine = rows.exclude(officer__authority=officer.authority_id)
    return mine.select_related("person").order_by("at")


def against() -> Counter[str]:
    """Count the signed openings by the norm they went against.

    A norm that is often set aside is a defect of its drafting.
    """
    rows = Override.objects.filter(opens=True, signed__isnull=False)
    return Counter(
        norm for norms in rows.values_list("norms", flat=True) for norm in norms
    )
