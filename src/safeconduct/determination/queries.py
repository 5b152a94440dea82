"""What other rooms may ask about claims and determinations."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from safeconduct.accounts.models import Officer
from safeconduct.determination import record
from safeconduct.determination.errors import NoSuchDetermination
from safeconduct.determination.models import Determination, Evidence, ProtectionClaim
from safeconduct.keyring import queries as keyring
from safeconduct.law.record import fingerprint
from safeconduct.law.replay import Stored, replay
from safeconduct.register import queries as register
from safeconduct.register.models import Person


def claims(person_id: UUID) -> list[ProtectionClaim]:
    """List the claims to protection of a person, newest first."""
    rows = ProtectionClaim.objects.filter(person=person_id)
    return list(rows.order_by("-lodged"))


def newest(person_id: UUID) -> Determination | None:
    """Find the newest determination of a person, reviewed or not."""
    rows = Determination.objects.filter(person=person_id)
    return rows.select_related("officer", "reviewer").order_by("-at", "-id").first()


def differing() -> Iterator[tuple[UUID, list[str]]]:
    """Replay every determination; name it, with all that is not as it was.

    What is the same yields an empty list. Persons are not named.
    """
    for row in Determination.objects.order_by("at", "id").iterator(chunk_size=500):
        stored = Stored(row.law_hash, row.law_day, row.facts, row.answers)
        found = list(replay(stored))
        if fingerprint(row.facts) != row.facts_hash:
            found.insert(0, "The facts do not fit their hash.")
        yield row.pk, found


@dataclass(frozen=True)
class Made:
    """A determination as a page shows it, with its reasons unsealed."""

    id: UUID
    at: datetime
    law_day: date
    law_hash: str
    facts_hash: str
    facts: dict[str, Any]
    answers: dict[str, Any]
    explanation: dict[str, Any]
    reasons: str
    officer: str
    reviewer: str | None
    reviewed: datetime | None
    outdated: list[str]


def determinations(person_id: UUID, *, at: datetime) -> Iterator[Made]:
    """List the determinations of a person, newest first."""
    rows = Determination.objects.filter(person=person_id).order_by("-at", "-id")
    key = keyring.key(person_id)
    for row in rows.select_related("officer", "reviewer"):
        place = record.reasons_place(row.pk)
        yield Made(
            id=row.pk,
            at=row.at,
            law_day=row.law_day,
            law_hash=row.law_hash,
            facts_hash=row.facts_hash,
            facts=row.facts,
            answers=row.answers,
            explanation=row.explanation,
            reasons=key.unseal(bytes(row.reasons), place=place).decode(),
            officer=row.officer.full_name,
            reviewer=row.reviewer.full_name if row.reviewer is not None else None,
            reviewed=row.reviewed,
            outdated=record.changes(row, at=at),
        )


def to_review(determination_id: UUID, *, officer: Officer) -> Determination:
    """Find a determination the officer may see.

    Raises:
        NoSuchDetermination: There is none, or its case is not his to read.
    """
    mine = register.cases(officer)
    found = Determination.objects.filter(pk=determination_id, person__in=mine)
    made = found.select_related("person", "officer").first()
    if made is None:
        raise NoSuchDetermination(gettext_noop("There is no such determination."))
    return made


def evidence(fact_ids: list[UUID]) -> dict[UUID, list[UUID]]:
    """Name the passages that each fact rests on."""
    found: dict[UUID, list[UUID]] = {}
    rows = Evidence.objects.filter(fact__in=fact_ids)
    for fact, passage in rows.values_list("fact_id", "passage_id"):
        found.setdefault(fact, []).append(passage)
    return found


def awaited_publications() -> set[UUID]:
    """Name the reports on which findings rest whose determination is not reviewed.

    Somebody in custody waits for an answer in which they will count.
    """
    newest = Determination.objects.order_by("person", "-at", "-id").distinct("person")
    done = [pk for pk, at in newest.values_list("person", "reviewed") if at is not None]
    held = Evidence.objects.filter(fact__person__status=Person.Status.HELD)
    awaited = held.exclude(fact__person__in=done)
    return set(awaited.values_list("passage__publication", flat=True))


def undetermined(cases: QuerySet[Person]) -> QuerySet[Person]:
    """Keep those in custody who were heard and whose options nobody determined."""
    heard = cases.filter(status=Person.Status.HELD, hearings__isnull=False)
    return heard.filter(determinations=None).distinct()


def unreviewed(cases: QuerySet[Person], *, officer: Officer) -> QuerySet[Person]:
    """Keep those whose newest determination waits for this officer's service."""
    rows = Determination.objects.filter(person__in=cases).order_by(
        "person", "-at", "-id"
    )
    newest = rows.distinct("person").values_list(
        "person", "reviewed", "officer__authority"
    )
    mine = [
        person
        for person, reviewed, authority in newest
        if reviewed is None and authority != officer.authority_id
    ]
    return cases.filter(pk__in=mine)


def newest_answers(person_ids: Collection[UUID]) -> dict[UUID, dict[str, Any]]:
    """Find the answers of the newest determination of each of these persons."""
    rows = Determination.objects.filter(person__in=person_ids)
    rows = rows.order_by("person", "-at", "-id").distinct("person")
    return dict(rows.values_list("person", "answers"))


def claim_statuses() -> list[tuple[str, str]]:
    """List the states of a claim that an officer decides, with labels for a form."""
    registered = ProtectionClaim.Status.REGISTERED
    return [(s.value, str(s.label)) for s in ProtectionClaim.Status if s != registered]


@dataclass(frozen=True)
class Outlook:
    """What a determination made now would be asked, and what it would still lack."""

    facts: dict[str, Any]
    missing: list[str]


def outlook(person_id: UUID, *, at: datetime) -> Outlook:
    """Collect the facts in force, and those that keep some option open."""
    known = record.facts(person_id, at=at)
    answer = record.ask_law(known, on=at.astimezone(UTC).date())
    every = (
        there for o in answer.options.values() for there in o.destinations.values()
    )
    missing = {fact for there in every for way in there.missing for fact in way}
    return Outlook(known, sorted(missing))
