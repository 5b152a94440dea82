"""Which reports count as one source?

Texts joined by edges are a family, and a family is one source wherever support is
counted (REPORTS.md 2). What takes support away needs nobody's consent: an edge joins
from the moment it is proposed. What adds support needs two: only when two analysts
have refused an edge does it join no longer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from safeconduct.keyring import queries as keyring
from safeconduct.reports.found import FoundEdge, place, unpack
from safeconduct.reports.models import Item
from safeconduct.reports.reading import Reading
from safeconduct.text.attribution import UNATTRIBUTED

# A text that cites another, or stands on a site, is still a source of its own.
_KEEPS_APART = ("cites", "published-by")


class Groups:
    """Reports in groups that grow together (union and find)."""

    def __init__(self, joined: Iterable[tuple[UUID, UUID]] = ()) -> None:
        self._over: dict[UUID, UUID] = {}
        for one, other in joined:
            self.join(one, other)

    def add(self, one: UUID) -> None:
        """Take in a report that may stay alone."""
        self._over.setdefault(one, one)

    def head(self, one: UUID) -> UUID:
        """Name the report that stands for the group."""
        self.add(one)
        while self._over[one] != one:
            self._over[one] = self._over[self._over[one]]
            one = self._over[one]
        return one

    def join(self, one: UUID, other: UUID) -> None:
        """Put two reports, and all that are with them, into one group."""
        first, second = sorted((self.head(one), self.head(other)))
        self._over[second] = first

    def count(self, among: Collection[UUID]) -> int:
        """Count the groups to which these reports belong."""
        return len({self.head(one) for one in among})

    def __iter__(self) -> Iterator[list[UUID]]:
        """Yield the groups, each ordered."""
        found: dict[UUID, list[UUID]] = {}
        for one in self._over:
            found.setdefault(self.head(one), []).append(one)
        for group in found.values():
            yield sorted(group)


def of_all() -> Iterator[tuple[UUID, UUID]]:
    """Yield pairs of reports of which one comes from the other, or both from one.

    Two that name the same outlet as their source are one source, though its text is
    not here.
    """
    rows = Item.objects.filter(kind=Item.Kind.LINEAGE)
    rows = rows.exclude(relation__in=_KEEPS_APART)
    rows = rows.exclude(state=Item.State.WITHDRAWN)
    rows = rows.exclude(state=Item.State.REFUSED, second__isnull=False)
    key = keyring.key(keyring.OFFICE)
    first_of: dict[str, UUID] = {}
    for row in rows:
        if row.other_id is not None:
            yield row.publication_id, row.other_id
            continue
        edge = unpack(row.kind, key.unseal(bytes(row.found), place=place(row.pk)))
        if isinstance(edge, FoundEdge) and edge.outlet is not None:
            outlet = edge.outlet.casefold()
            yield row.publication_id, first_of.setdefault(outlet, row.publication_id)


def speakers(reading: Reading, spans: Iterable[tuple[int, int]]) -> set[str]:
    """Name who speaks last in the figures of these spans, when the text names him."""
    within = list(spans)
    return {
        figure.attribution[-1].who.casefold()
        for figure in reading.figures
        if figure.attribution
        and figure.attribution[-1] != UNATTRIBUTED
        and any(start <= figure.start < end for start, end in within)
    }
