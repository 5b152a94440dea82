"""What other rooms may ask about claims and determinations."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from safeconduct.accounts.models import Officer
from safeconduct.determination import record
from safeconduct.determination.errors import NoSuchDetermination
from safeconduct.determination.models import Determination, Evidence, ProtectionClaim
from safeconduct.keyring import queries as keyring
from safeconduct.register import queries as register


def claims(person_id: UUID) -> list[ProtectionClaim]:
    """List the claims to protection of a person, newest first."""
    rows = ProtectionClaim.objects.filter(person=person_id)
    return list(rows.order_by("-lodged"))


def has_running_claim(person_id: UUID) -> bool:
    """Say whether a claim of his is open, or rejected with the time for appeal."""
    running = ProtectionClaim.RUNNING
    return ProtectionClaim.objects.filter(
        person=person_id, status__in=running
    ).exists()


def newest(person_id: UUID) -> Determination | None:
    """Find the newest determination of a person, reviewed or not."""
    rows = Determination.objects.filter(person=person_id)
    return rows.select_related("officer", "reviewer").order_by("-at", "-id").first()


@dataclass(frozen=True)
class Made:
    """A determination as a page shows it, with its reasons unsealed."""

    id: UUID
    at: datetime
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
        raise NoSuchDetermination("There is no such determination.")
    return made


def evidence(fact_ids: list[UUID]) -> dict[UUID, list[UUID]]:
    """Name the passages that each fact rests on."""
    found: dict[UUID, list[UUID]] = {}
    rows = Evidence.objects.filter(fact__in=fact_ids)
    for fact, passage in rows.values_list("fact_id", "passage_id"):
        found.setdefault(fact, []).append(passage)
    return found
