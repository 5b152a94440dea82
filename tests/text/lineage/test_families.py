"""Families: which pages count as one source."""

from safeconduct.text.lineage import Edge, Relation, Status
from safeconduct.text.lineage.families import families
from safeconduct.text.reason import reason


def edge(child: int, parent: int | str, relation: Relation = Relation.COPY) -> Edge:
    why = reason("It is later.")
    return Edge(child, parent, relation, Status.DETECTED, (), 1.0, why)


def test_derivation_joins() -> None:
    """Pages joined by derivation are one family, through others too."""
    found = families(5, [edge(4, 2), edge(2, 0, Relation.SUMMARY)])
    assert found == ((0, 2, 4), (1,), (3,))


def test_citing_and_publishing_do_not_join() -> None:
    """Who cites a page, or has the same publisher, is a source of his own."""
    citing, printing = Relation.CITES, Relation.PUBLISHED_BY
    found = families(3, [edge(1, 0, citing), edge(1, "X", printing), edge(2, "X")])
    assert found == ((0,), (1,), (2,))
