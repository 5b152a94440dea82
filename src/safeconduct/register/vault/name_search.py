"""Which names in the vault can be what somebody has typed so far?

The keys and ranges that `name_query` reads out of a text are looked up in the B-trees
of `NameKey`, a bounded number of rows for each, so that no beginning, however short,
reads the whole register. A typing error is thought of only where little was found.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.db import connection

from safeconduct.register.vault import name_query
from safeconduct.register.vault.name_query import Bounds, Sought

How = Literal["whole", "begins", "error"]
Row = tuple[UUID, str, int]
_FEW = 3  # claims; with fewer a typing error is thought of
_LONG = 4  # letters; of less nobody can tell an error
_EACH = 24  # rows of one key or range


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name claim that may be meant: by which key, how, and at what cost."""

    claim: UUID
    key: str
    how: How
    cost: int


def look(text: str, *, holder: UUID | None, most: int) -> list[Candidate]:
    """Find the claims that may bear what was typed, cheapest first.

    Args:
        text: What was typed so far, in any script.
        holder: Whose persons may be found; None for everybody's.
        most: How many claims at most.

    Raises:
        TooLong: The text is too long for a name.
    """
    found: dict[UUID, Candidate] = {}
    for how, sought in _readings(text, found):
        for claim, key, cost in rows(sought, holder, most):
            before = found.get(claim)
            if before is None or cost < before.cost:
                found[claim] = Candidate(claim, key, how, cost)
    return sorted(found.values(), key=lambda one: (one.cost, one.key))[:most]


def _readings(
    text: str, found: Mapping[UUID, Candidate]
) -> Iterator[tuple[How, Sought]]:
    """Read the text one way after another, the last only when little was found."""
    yield "whole", name_query.whole(text)
    yield "begins", name_query.beginning(text)
    well = sum(one.cost < name_query.LEFT_OUT for one in found.values())
    if well < _FEW and len(text) >= _LONG:
        yield "error", name_query.mistyped(text)


_SOUGHT = """
    SELECT found.claim_id, found.key, found.cost + sought.cost
    FROM unnest({columns}) AS sought({names})
    CROSS JOIN LATERAL (
        SELECT claim_id, key, cost FROM register_namekey
        WHERE {condition} {scope}
        ORDER BY {order} LIMIT %s
    ) AS found
    ORDER BY 3, 2 LIMIT %s
"""
_HERE = "AND holder_id = %s"
_EQUAL = {
    "columns": "%s::text[], %s::int[]",
    "names": "key, cost",
    "condition": "key = sought.key",
    "order": "cost",
}
_BETWEEN = {
    "columns": "%s::text[], %s::text[], %s::int[]",
    "names": "low, high, cost",
    "condition": "key >= sought.low AND key < sought.high",
    "order": "key, cost",
}


def rows(sought: Sought, holder: UUID | None, most: int) -> list[Row]:
    """Ask the index for keys, then for ranges: claim, key and cost of each row."""
    keys, ranges = sought.keys, sought.ranges
    found = _asked(_EQUAL, [list(keys), list(keys.values())], holder, most)
    low, high = _columns(ranges)
    return found + _asked(_BETWEEN, [low, high, list(ranges.values())], holder, most)


def _columns(ranges: Mapping[Bounds, int]) -> tuple[list[str], list[str]]:
    return [low for low, _ in ranges], [high for _, high in ranges]


def _asked(
    how: Mapping[str, str],
    columns: list[list[str] | list[int]],
    holder: UUID | None,
    most: int,
) -> list[Row]:
    """Ask the database once; not at all where nothing is sought."""
    if not columns[0]:
        return []
    query = _SOUGHT.format(scope="" if holder is None else _HERE, **how)
    here = [] if holder is None else [holder]
    with connection.cursor() as cursor:
        cursor.execute(query, [*columns, *here, _EACH, most])
        found: list[Row] = cursor.fetchall()
    return found
