"""What waits for an analyst, and what he sees of one item.

The order is that of REPORTS.md 5: exposure first, then what touches an open
determination, then disagreements. Exposure and determinations stand above this room;
who asks says which reports they concern.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.keys import Key
from safeconduct.reports.errors import NoSuchItem
from safeconduct.reports.found import Found, FoundFigure, correct, place, unpack
from safeconduct.reports.models import Decision, Item
from safeconduct.reports.reading import Reading
from safeconduct.text import Figure

# Relations of statements that cannot both be right as printed.
ALARMS = ("disjoint", "arithmetic-inconsistent")
_KINDS = list(Item.Kind)  # within a report: what is relied on first, figures last


def standing(item: Item, key: Key) -> Found:
    """Read what stands: what was found, with every correction since."""
    found = _found(item, key)
    for decision in sorted(item.decisions.all(), key=lambda one: one.number):
        changes = _words(decision, key)["correction"]
        found = correct(found, changes) if changes else found
    return found


def _found(item: Item, key: Key) -> Found:
    return unpack(item.kind, key.unseal(bytes(item.found), place=place(item.pk)))


def _words(decision: Decision, key: Key) -> dict[str, Any]:
    sealed = key.unseal(bytes(decision.words), place=place(decision.pk))
    words: dict[str, Any] = json.loads(sealed)
    return words


def standing_figures(
    readings: Mapping[UUID, Reading],
) -> dict[UUID, list[Figure]]:
    """Read the figures of reports as they stand: corrected, without the refused."""
    key = keyring.key(keyring.OFFICE)
    decided: dict[tuple[UUID, int, int], Figure | None] = {}
    rows = Item.objects.filter(kind=Item.Kind.FIGURE, publication__in=list(readings))
    for item in rows.filter(state__in=(Item.State.CORRECTED, Item.State.REFUSED)):
        found = standing(item, key)
        if isinstance(found, FoundFigure):
            refused = item.state == Item.State.REFUSED
            where = (item.publication_id, found.start, found.end)
            decided[where] = None if refused else found.figure
    return {
        pk: [
            now
            for figure in reading.figures
            if (now := decided.get((pk, figure.start, figure.end), figure)) is not None
        ]
        for pk, reading in readings.items()
    }


@dataclass(frozen=True)
class Judged:
    """One decision as a page shows it."""

    verdict: str
    label: str
    seconds: bool
    reason: str
    correction: dict[str, Any] | None
    officer: str
    service: str
    at: datetime


@dataclass(frozen=True)
class Entry:
    """An item as a list shows it."""

    id: UUID
    kind: str
    kind_label: str
    publication: UUID
    other: UUID | None
    relation: str
    is_alarm: bool
    state: str
    state_label: str
    judge: UUID | None
    is_seconded: bool
    decisions_made: int
    start: int
    end: int
    found: Found  # as it stands

    def waits_for_second(self, officer: Officer) -> bool:
        """Say whether this officer may be the second analyst."""
        return (
            self.judge is not None
            and not self.is_seconded
            and self.judge != officer.pk
            and policy.allows(officer, Right.JUDGE_REPORTS)
        )


@dataclass(frozen=True)
class Full(Entry):
    """An item with all that was said of it."""

    as_found: Found
    decisions: tuple[Judged, ...]


def waiting(
    officer: Officer,
    *,
    danger: Mapping[UUID, int] | None = None,
    awaited: Collection[UUID] = (),
) -> list[Entry]:
    """List what no analyst has decided, the most pressing first.

    Args:
        officer: Who asks; without the right he gets nothing.
        danger: How badly a report gives somebody away, larger is worse.
        awaited: Reports on which determinations rest that are not made yet.
    """
    if not policy.allows(officer, Right.JUDGE_REPORTS):
        return []
    rows = Item.objects.filter(state=Item.State.PROPOSED)
    return _ordered(rows, danger or {}, awaited)


def waiting_for_second(
    officer: Officer,
    *,
    danger: Mapping[UUID, int] | None = None,
    awaited: Collection[UUID] = (),
) -> list[Entry]:
    """List what another analyst decided and this one may second.

    A second is needed where a decision becomes evidence or adds to the support of a
    claim: passages, figures within a passage, and lineage that was refused.
    """
    if not policy.allows(officer, Right.JUDGE_REPORTS):
        return []
    rows = Item.objects.filter(judge__isnull=False, second=None).exclude(judge=officer)
    found = _ordered(rows, danger or {}, awaited)
    passages = [(e.publication, e.start, e.end) for e in _passages()]
    return [entry for entry in found if _needs_second(entry, passages)]


def _needs_second(entry: Entry, passages: Collection[tuple[UUID, int, int]]) -> bool:
    match entry.kind:
        case Item.Kind.PASSAGE:
            return True
        case Item.Kind.LINEAGE:
            return entry.state == Item.State.REFUSED
        case Item.Kind.FIGURE:
            return any(
                entry.publication == where and start <= entry.start < end
                for where, start, end in passages
            )
        case _:
            return False


def _passages() -> Iterator[Entry]:
    key = keyring.key(keyring.OFFICE)
    rows = Item.objects.filter(kind=Item.Kind.PASSAGE)
    for item in rows.exclude(state=Item.State.REFUSED):
        yield _entry(item, standing(item, key))


def _ordered(
    rows: QuerySet[Item], danger: Mapping[UUID, int], awaited: Collection[UUID]
) -> list[Entry]:
    key = keyring.key(keyring.OFFICE)
    found = [
        (item.at, _entry(item, standing(item, key)))
        for item in rows.prefetch_related("decisions")
    ]

    def urgency(one: tuple[datetime, Entry]) -> tuple[Any, ...]:
        at, entry = one
        both = [pk for pk in (entry.publication, entry.other) if pk is not None]
        return (
            -max(danger.get(pk, 0) for pk in both),
            not any(pk in awaited for pk in both),
            not entry.is_alarm,
            _KINDS.index(Item.Kind(entry.kind)),
            at,
            entry.publication,
            entry.start,
        )

    return [entry for _, entry in sorted(found, key=urgency)]


def of_report(publication: UUID, *, officer: Officer) -> list[Entry]:
    """List the items of a report in the order of its text, the refused as well."""
    if not policy.allows(officer, Right.READ_REPORTS):
        return []
    key = keyring.key(keyring.OFFICE)
    rows = Item.objects.filter(publication=publication)
    rows = rows.exclude(state=Item.State.WITHDRAWN).prefetch_related("decisions")
    found = [_entry(item, standing(item, key)) for item in rows]
    return sorted(found, key=lambda entry: (entry.start, entry.end, entry.kind))


def of_kind(kind: str, *, officer: Officer) -> list[Entry]:
    """List all items of a kind that have not been withdrawn."""
    if not policy.allows(officer, Right.READ_REPORTS):
        return []
    key = keyring.key(keyring.OFFICE)
    rows = Item.objects.filter(kind=kind).exclude(state=Item.State.WITHDRAWN)
    rows = rows.order_by("at", "id").prefetch_related("decisions")
    return [_entry(item, standing(item, key)) for item in rows]


def count(officer: Officer) -> int:
    """Count what waits for a first decision, without opening anything."""
    if not policy.allows(officer, Right.JUDGE_REPORTS):
        return 0
    return Item.objects.filter(state=Item.State.PROPOSED).count()


def item(item_id: UUID, *, officer: Officer) -> Full:
    """Open one item.

    Raises:
        NoSuchItem: There is none, or the officer may not read reports.
    """
    row = Item.objects.filter(pk=item_id).first()
    if row is None or not policy.allows(officer, Right.READ_REPORTS):
        raise NoSuchItem
    key = keyring.key(keyring.OFFICE)
    entry = _entry(row, standing(row, key))
    decisions = row.decisions.order_by("number").select_related("officer__authority")
    return Full(
        **{name: getattr(entry, name) for name in entry.__dataclass_fields__},
        as_found=_found(row, key),
        decisions=tuple(_judged(one, key) for one in decisions),
    )


def _judged(row: Decision, key: Key) -> Judged:
    words = _words(row, key)
    return Judged(
        verdict=row.verdict,
        label=str(row.get_verdict_display()),
        seconds=row.seconds,
        reason=words["reason"],
        correction=words["correction"],
        officer=row.officer.full_name,
        service=row.officer.authority.name,
        at=row.at,
    )


def _entry(row: Item, found: Found) -> Entry:
    return Entry(
        id=row.pk,
        kind=row.kind,
        kind_label=str(row.get_kind_display()),
        publication=row.publication_id,
        other=row.other_id,
        relation=row.relation,
        is_alarm=row.is_alarm,
        state=row.state,
        state_label=str(row.get_state_display()),
        judge=row.judge_id,
        is_seconded=row.second_id is not None,
        decisions_made=row.decisions_made,
        start=found.start,
        end=found.end,
        found=found,
    )
