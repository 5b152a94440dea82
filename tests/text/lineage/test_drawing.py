"""The picture of families."""

import xml.etree.ElementTree as ET
from itertools import combinations

import pytest

from safeconduct.text.lineage import Edge, Lineage, Relation, Status, draw
from safeconduct.text.lineage.drawing import SMALL, TALL, WIDTH, Box
from safeconduct.text.reason import reason

SVG = "{http://www.w3.org/2000/svg}"
# Two reports of one family, each with outlets of its own and one that both name.
BUSY = Lineage(
    tuple(
        Edge(child, parent, relation, Status.DECLARED, (), 1.0, reason("It says so."))
        for child, parent, relation in (
            (0, "River Daily", Relation.DERIVED_FROM),
            (1, 0, Relation.COPY),
            (1, "Harbour Post", Relation.PUBLISHED_BY),
            (0, "Harbour Post", Relation.CITES),
            (1, "River Daily", Relation.CITES),
            (1, "The Lamp", Relation.CITES),
            (0, "Evening Oar", Relation.PUBLISHED_BY),
        )
    ),
    ((0, 1),),
)
KOREAN = {"copy": "복사", "derived-from": "여러 글을 합침", "declared": "글이 밝힘"}


def edge(child: int, parent: int | str, relation: Relation = Relation.COPY) -> Edge:
    why = reason("It is later.")
    return Edge(child, parent, relation, Status.DETECTED, (), 1.0, why)


def read(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - our own


def boxes(tree: ET.Element) -> dict[str, Box]:
    """Find where each node stands, by its name."""
    found = {}
    for group in tree.iter(f"{SVG}g"):
        shape = group.find(f"{SVG}rect")
        assert shape is not None
        x, y, width, height = (
            float(shape.attrib[side]) for side in ("x", "y", "width", "height")
        )
        found[group.findtext(f"{SVG}title") or ""] = Box(x, y, width, height)
    return found


def words(tree: ET.Element) -> list[tuple[str, Box]]:
    """Find what stands on the lines, and where."""
    found = []
    for text in tree.iter(f"{SVG}text"):
        if text.get("class") == "relation":
            said = text.text or ""
            width = SMALL * sum(2 if letter >= "가" else 1 for letter in said)
            x, y = float(text.attrib["x"]), float(text.attrib["y"])
            found.append((said, Box(x - width / 2, y - TALL + 3, width, TALL)))
    return found


def test_picture() -> None:
    """It says what it shows, names are escaped, children stand at the right."""
    edges = (edge(1, 0), edge(0, "<Outlet>", Relation.DERIVED_FROM))
    tree = read(draw(Lineage(edges, ((0, 1),)), ["first & last.txt", "second.txt"]))
    told = tree.findtext(f"{SVG}desc")
    left = {name: box.x for name, box in boxes(tree).items()}

    assert tree.get("role") == "img"
    assert told is not None
    assert "second.txt: copy (detected), first & last.txt." in told
    assert left["<Outlet>"] < left["first & last.txt"] < left["second.txt"]


def test_empty_picture() -> None:
    """Nothing is drawn of nothing."""
    assert "<svg" in draw(Lineage((), ()), [])


def test_words_of_the_reader() -> None:
    """Relations and statuses stand in his language; what has no word stays as it is."""
    tree = read(draw(BUSY, ["a", "b"], words=KOREAN))
    said = [word for word, _ in words(tree)]

    assert "여러 글을 합침" in said
    assert "cites" in said
    assert "b: 복사 (글이 밝힘), a." in (tree.findtext(f"{SVG}desc") or "")


@pytest.mark.parametrize("said", [{}, KOREAN], ids=["en", "ko"])
def test_no_word_covers_another(said: dict[str, str]) -> None:
    """Words stand beside each other where lines meet, and on no box."""
    tree = read(draw(BUSY, ["a", "b"], words=said))
    placed = [box for _, box in words(tree)]

    assert len(placed) == len(BUSY.edges)
    for one, two in combinations(placed, 2):
        assert one.covers(two) < 1
    for one in placed:
        assert all(one.covers(box) < 1 for box in boxes(tree).values())


def test_outlets_stand_by_their_reports() -> None:
    """Those of the first report come first, so that lines cross less."""
    edges = tuple(
        edge(child, outlet, Relation.CITES)
        for child, outlet in ((1, "D"), (0, "B"), (1, "C"), (0, "A"))
    )
    found = boxes(read(draw(Lineage(edges, ((0,), (1,))), ["one", "two"])))
    outlets = sorted("ABCD", key=lambda name: found[name].y)

    assert set(outlets[:2]) == {"A", "B"}
    assert found["A"].x == found["D"].x
    assert min(found["A"].y, found["B"].y) < found["one"].y < found["two"].y


def test_a_ring_is_drawn() -> None:
    """Two who are said to come from each other are drawn all the same."""
    tree = read(draw(Lineage((edge(0, 1), edge(1, 0)), ((0, 1),)), ["a", "b"]))

    assert set(boxes(tree)) == {"a", "b"}


@pytest.mark.parametrize("name", ["ferry " * 20, "나룻배가 항구에 " * 10, "ferry"])
def test_a_name_fits_its_box(name: str) -> None:
    """A long one is cut, and the box says all of it to who points at it."""
    tree = read(draw(Lineage((), ((0,),)), [name]))
    (shown,) = (text.text or "" for text in tree.iter(f"{SVG}text"))
    wide = sum(14 if "가" <= letter <= "힣" else 7 for letter in shown)

    assert wide <= WIDTH - 8
    assert (shown == name) == (name == "ferry")
    assert [*boxes(tree)] == [name]
