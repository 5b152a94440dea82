"""Families and their picture."""

import xml.etree.ElementTree as ET

from safeconduct.text.lineage import Edge, Lineage, Relation, Status, draw
from safeconduct.text.lineage.families import families
from safeconduct.text.reason import reason

SVG = "{http://www.w3.org/2000/svg}"


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


def test_picture() -> None:
    """It says what it shows, names are escaped, children stand at the right."""
    edges = (edge(1, 0), edge(0, "<Outlet>", Relation.DERIVED_FROM))
    drawn = draw(Lineage(edges, ((0, 1),)), ["first & last.txt", "second.txt"])
    tree = ET.fromstring(drawn)  # noqa: S314 - our own
    told = tree.findtext(f"{SVG}desc")
    left = {
        group.findtext(f"{SVG}title"): int(group.find(f"{SVG}rect").get("x"))  # type: ignore[union-attr,arg-type]
        for group in tree.iter(f"{SVG}g")
    }

    assert tree.get("role") == "img"
    assert told is not None
    assert "second.txt: copy (detected), first & last.txt." in told
    assert left["<Outlet>"] < left["first & last.txt"] < left["second.txt"]


def test_empty_picture() -> None:
    """Nothing is drawn of nothing."""
    assert "<svg" in draw(Lineage((), ()), [])
