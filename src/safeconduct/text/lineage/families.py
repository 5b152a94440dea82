"""Which pages count as one source?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from safeconduct.text.lineage.edge import Edge


def families(pages: int, edges: Iterable[Edge]) -> tuple[tuple[int, ...], ...]:
    """Join pages along edges of derivation; every page is in exactly one family.

    A source that is not at hand joins nothing: two texts that name one outlet may
    come from two of its reports. Nor do citing and publishing.
    """
    root = list(range(pages))

    def top(page: int) -> int:
        while root[page] != page:
            root[page] = root[root[page]]
            page = root[page]
        return page

    for edge in edges:
        if edge.relation.joins and isinstance(edge.parent, int):
            low, high = sorted((top(edge.child), top(edge.parent)))
            root[high] = low
    members: defaultdict[int, list[int]] = defaultdict(list)
    for page in range(pages):
        members[top(page)].append(page)
    return tuple(tuple(members[page]) for page in sorted(members))
