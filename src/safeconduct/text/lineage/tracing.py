"""Who comes from whom, among pages at hand and the outlets that they name?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeconduct.text.lineage.copying import Copying, copyings
from safeconduct.text.lineage.direction import Side
from safeconduct.text.lineage.edge import Edge, Evidence, Lineage, Relation, Status
from safeconduct.text.lineage.facts import Account, account_of
from safeconduct.text.lineage.families import families
from safeconduct.text.lineage.likeness import evidence as told_alike
from safeconduct.text.lineage.meaning import Encode, Meaning
from safeconduct.text.lineage.outlets import (
    Credit,
    credits_in,
    is_by,
    named_in,
    publisher_of,
)
from safeconduct.text.lineage.overlap import evidence as worded_alike
from safeconduct.text.lineage.retelling import Retelling, retellings
from safeconduct.text.lineage.words import Words, words_of
from safeconduct.text.page import Page
from safeconduct.text.reason import gettext_noop, reason

OUTLET_SAYS = reason(gettext_noop("It names the outlet itself."))


def trace(pages: Sequence[Page], encode: Encode | None = None) -> Lineage:
    """Draw the edges between pages, and from pages to outlets, and the families.

    Everything here is a proposal: an analyst confirms or refuses it.

    Args:
        pages: as read.
        encode: sentence vectors, by which the nearest of several parents is chosen.
    """
    found = _Traced(pages, encode)
    edges = tuple(found.edges())
    return Lineage(edges, families(len(pages), edges))


class _Traced:
    """What is read of the pages once and asked for pair by pair."""

    def __init__(self, pages: Sequence[Page], encode: Encode | None) -> None:
        self.pages = pages
        self.nearness = encode and Meaning(pages, encode).nearness
        self.words: list[Words] = [words_of(page) for page in pages]
        self.accounts: list[Account] = [account_of(page) for page in pages]
        self.credits: list[tuple[Credit, ...]] = [credits_in(page) for page in pages]
        self.named: list[tuple[Credit, ...]] = [named_in(page) for page in pages]
        self.seeking = frozenset(filter(self._is_seeking, range(len(pages))))

    def edges(self) -> Iterator[Edge]:
        """Yield all edges: words taken over, retellings, then outlets, page by page."""
        copied = copyings(self.words, self.side)
        settled = {(min(c.child, c.parent), max(c.child, c.parent)) for c in copied}
        taken = {c.child for c in copied if c.relation is not Relation.QUOTATION}
        told = [
            one
            for one in retellings(self.accounts, self.side, settled, self.nearness)
            if one.child not in taken
        ]
        between = _acyclic([*map(self._copied, copied), *map(self._told, told)])
        yield from between
        for page in range(len(self.pages)):
            yield from self._outlets(page, [e for e in between if e.child == page])

    def side(self, page: int, other: int, within: float) -> Side:
        """Tell what is known of a page beside another."""
        credit = self._credit(page, other)
        return Side(
            credits=credit is not None,
            published=self.pages[page].published,
            within=within,
            given=page,
            declares=credit is not None and credit.declared,
            seeks=page in self.seeking
            and self.pages[page].language != self.pages[other].language,
        )

    def _is_seeking(self, page: int) -> bool:
        """Tell whether a page declares a source that no page at hand is called."""
        return any(
            credit.declared and not any(is_by(other, credit) for other in self.pages)
            for credit in self.credits[page]
        )

    def _credit(self, page: int, other: int) -> Credit | None:
        """Find the credit of a page that names the other; those it declares first."""
        known = (*self.credits[page], *self.named[page])
        named = [one for one in known if is_by(self.pages[other], one)]
        return next(iter(sorted(named, key=lambda one: not one.declared)), None)

    def _copied(self, found: Copying) -> Edge:
        child, parent = self.words[found.child], self.words[found.parent]
        passages = worded_alike(found.overlap.passages, child, parent)
        score = max(found.overlap.own, found.overlap.other)
        return self._edge(found, passages, score)

    def _told(self, found: Retelling) -> Edge:
        child, parent = self.accounts[found.child], self.accounts[found.parent]
        passages = told_alike(child, parent, found.likeness)
        return self._edge(found, passages, found.score)

    def _edge(
        self, found: Copying | Retelling, passages: tuple[Evidence, ...], score: float
    ) -> Edge:
        credit = self._credit(found.child, found.parent)
        if credit is not None:
            passages = (Evidence(credit.start, credit.end), *passages)
        return Edge(
            child=found.child,
            parent=found.parent,
            relation=found.relation,
            status=Status.DETECTED if credit is None else Status.DECLARED,
            evidence=passages,
            score=round(score, 3),
            direction_why=found.direction.why,
        )

    def _outlets(self, page: int, known: Sequence[Edge]) -> Iterator[Edge]:
        """Yield the edges to outlets without a page at hand, and to the publisher."""
        for credit in self.credits[page]:
            if any(self._stands_for(credit, edge) for edge in known):
                continue
            relation = Relation.DERIVED_FROM if credit.declared else Relation.CITES
            yield _to_outlet(page, credit, relation)
        publisher = publisher_of(self.pages[page])
        if publisher is not None:
            yield _to_outlet(page, publisher, Relation.PUBLISHED_BY)

    def _stands_for(self, credit: Credit, edge: Edge) -> bool:
        """Whether the parent at hand is what the credit names.

        A parent without a publisher of its own is taken for the declared source.
        """
        if not isinstance(edge.parent, int):
            return False
        parent = self.pages[edge.parent]
        if credit.declared and parent.publisher is None:
            return True
        return is_by(parent, credit)


def _to_outlet(page: int, credit: Credit, relation: Relation) -> Edge:
    return Edge(
        child=page,
        parent=credit.outlet,
        relation=relation,
        status=Status.DECLARED,
        evidence=(Evidence(credit.start, credit.end),),
        score=1.0,
        direction_why=OUTLET_SAYS,
    )


def _acyclic(edges: Sequence[Edge]) -> list[Edge]:
    """Leave out the weakest edges that would make a text its own source."""
    parents: dict[int, set[int]] = {}
    kept = []
    for edge in sorted(edges, key=lambda e: (e.status is Status.DETECTED, -e.score)):
        assert isinstance(edge.parent, int)  # noqa: S101 - edges to outlets come later
        if edge.child in _above(edge.parent, parents):
            continue
        parents.setdefault(edge.child, set()).add(edge.parent)
        kept.append(edge)
    return sorted(kept, key=lambda edge: (edge.child, str(edge.parent)))


def _above(page: int, parents: dict[int, set[int]]) -> set[int]:
    """Collect a page and all it comes from."""
    seen, todo = {page}, [page]
    while todo:
        for parent in parents.get(todo.pop(), ()):
            if parent not in seen:
                seen.add(parent)
                todo.append(parent)
    return seen
