"""Everything the page of one case shows, gathered from the queries of the apps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.departure import queries as departure
from safeconduct.determination import queries as determination
from safeconduct.determination import record
from safeconduct.erasure import queries as erasure
from safeconduct.exposure import queries as exposure
from safeconduct.hearing import queries as hearing
from safeconduct.journal import queries as journal
from safeconduct.matching import queries as matching
from safeconduct.referral import queries as referral
from safeconduct.register import queries as register
from safeconduct.reports import queries as reports
from safeconduct.web import beside, clocks, desk, matrix, validity, words

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer

# What an officer may do on a case: the page's name for it, and the right.
_DOORS = {
    "hear": Right.HEAR,
    "reconfirm": Right.RECONFIRM,
    "lodge": Right.LODGE,
    "decide": Right.DECIDE_CLAIM,
    "determine": Right.DETERMINE,
    "review": Right.REVIEW,
    "offer": Right.OFFER,
    "move": Right.STATE_REGISTER,
    "open_vault": Right.OPEN_VAULT,
    "claim_identity": Right.CLAIM_IDENTITY,
    "find": Right.STATE_RISK,
    "open_entry": Right.OPEN_ENTRY,
    "erase": Right.ERASE,
    "expose": Right.HANDLE_EXPOSURE,
    "watch": Right.WATCH_PRESS,
}
_STATING = (
    Right.STATE_REGISTER,
    Right.STATE_HEALTH,
    Right.STATE_LAW,
    Right.STATE_DISCLOSURE,
    Right.STATE_RISK,
    Right.REVIEW,
)


@dataclass(frozen=True)
class CaseFile:
    """One case as its page shows it."""

    limited: bool  # registration, custody and health only
    joined: matching.Note | None  # other records held to be the same person's
    may: dict[str, bool]
    next: desk.Step
    newest: Any
    chips: list[tuple[str, Any, matrix.Chip, list[matrix.Flag]]]
    flags: list[matrix.Flag]  # what was signed though nothing is determined
    hearings: list[validity.Judged]
    confirmations: list[Any]
    facts: list[dict[str, Any]]
    superseded: list[dict[str, Any]]
    claims: list[Any]
    referrals: list[Any]
    departures: list[Any]
    exposures: list[exposure.Row]
    custody: list[Any]
    clocks: list[clocks.Shown]
    timeline: list[dict[str, Any]]


def gather(person: Any, *, officer: Officer, at: datetime) -> CaseFile:
    """Ask the apps about one person the officer may read."""
    home = person.holder_id
    may = {
        door: policy.allows(officer, right, matter_of=home)
        for door, right in _DOORS.items()
    }
    may["state"] = any(policy.allows(officer, r, matter_of=home) for r in _STATING)
    if not register.sees_protection(officer, person):
        return _limited(person, officer, may, at)
    held = validity.judged(hearing.hearings(person.pk), record.facts(person.pk, at=at))
    newest = next(determination.determinations(person.pk, at=at), None)
    signed = beside.flags(person.pk, at=at)
    departures = list(departure.of_person(person.pk))
    facts = _facts(officer, register.statements(person.pk, at=at))
    live = next(
        (x for x in departures if x.status in {"listed", "approved", "handed_over"}),
        None,
    )
    step = desk.next_step(
        officer,
        person,
        {
            "heard": bool(held),
            "heard_validly": held[0].valid if held else None,
            "determination": newest,
            "departure": live,
            "erasure": erasure.waiting(officer).filter(person=person).exists(),
        },
    )
    return CaseFile(
        limited=False,
        joined=matching.note(person, officer=officer),
        may=may,
        next=step,
        newest=newest,
        chips=_chips(newest, signed),
        flags=beside.alone(signed) if newest is None else [],
        hearings=held,
        confirmations=hearing.reconfirmations(person.pk),
        facts=_in_force(facts),
        superseded=[fact for fact in facts if not fact["statement"].in_force],
        claims=determination.claims(person.pk),
        referrals=referral.of_person(person.pk),
        departures=departures,
        exposures=exposure.of_person(person.pk),
        custody=register.custody(person.pk),
        clocks=clocks.shown(record.deadlines(person.pk, at=at)),
        timeline=[_told(event) for event in journal.timeline(person.pk)],
    )


def _chips(
    made: Any, flags: matrix.Flags
) -> list[tuple[str, Any, matrix.Chip, list[matrix.Flag]]]:
    """Say the answer of each option, and what officers signed beside it."""
    found = matrix.chips(made.answers) if made is not None else []
    return [(*one, beside.named(one[0], flags)) for one in found]


def _limited(
    person: Any, officer: Officer, may: dict[str, bool], at: datetime
) -> CaseFile:
    """Gather what somebody may see who keeps or treats him: no wish, no way out."""
    stated = register.statements(person.pk, at=at, protection=False)
    facts = _facts(officer, stated)
    acts = journal.timeline(person.pk, rooms=("register", "vault"))
    return CaseFile(
        limited=True,
        joined=matching.note(person, officer=officer),
        may=may,
        next=desk.Step(_("Keep registration, custody and health up to date.")),
        newest=None,
        chips=[],
        flags=[],
        hearings=[],
        confirmations=[],
        facts=_in_force(facts),
        superseded=[fact for fact in facts if not fact["statement"].in_force],
        claims=[],
        referrals=[],
        departures=[],
        exposures=[],
        custody=register.custody(person.pk, protection=False),
        clocks=clocks.shown(record.deadlines(person.pk, at=at, protection=False)),
        # Other services state facts too: that they did is no secret, what is.
        timeline=[{**_told(event), "details": []} for event in acts],
    )


def _in_force(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = [fact for fact in facts if fact["statement"].in_force]
    return sorted(found, key=lambda fact: str(fact["statement"].name))


def _told(event: journal.Event) -> dict[str, Any]:
    return {
        "event": event,
        "sentence": words.act(event.kind),
        "details": list(words.details(event.kind, event.details)),
        "refused": event.kind in {"departure.refused", "override.refused"},
    }


def _facts(
    officer: Officer, statements: list[register.Statement]
) -> list[dict[str, Any]]:
    evidence = determination.evidence([s.id for s in statements])
    named = {passage for passages in evidence.values() for passage in passages}
    found = reports.passages(officer, ids=named) if named else []
    quoted = {passage.id: passage for passage in found}
    return [
        {
            "statement": statement,
            "question": words.question(statement.name),
            "value": words.answer(statement.name, statement.value),
            "truth": statement.value if statement.value in ("T", "F", "U") else "",
            "passages": _quoted(statement.id, evidence, quoted),
            "evidence": len(evidence.get(statement.id, [])),
            "sources": reports.sources(_quoted(statement.id, evidence, quoted)),
        }
        for statement in statements
    ]


def _quoted(
    fact: UUID,
    evidence: Mapping[UUID, list[UUID]],
    quoted: Mapping[UUID, reports.Quoted],
) -> list[reports.Quoted]:
    """List the passages of a fact that the officer may read."""
    return [quoted[pk] for pk in evidence.get(fact, []) if pk in quoted]
