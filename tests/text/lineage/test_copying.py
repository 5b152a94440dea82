"""Copies, excerpts, splices and quotations, and who came first."""

from datetime import date

from safeconduct.text import read
from safeconduct.text.lineage.copying import Copying, copyings
from safeconduct.text.lineage.direction import Side
from safeconduct.text.lineage.edge import Relation
from safeconduct.text.lineage.words import words_of

# Enough words for texts without chance runs; the number tells the second round.
WORDS = [
    f"{one}{two}" for one in ("am", "bar", "can", "dra", "em") for two in "bcdfghk"
]


def text(start: int, count: int, step: int = 1) -> str:
    """Make a text whose words follow each other as in no text of another step."""
    size = len(WORDS)
    return " ".join(
        WORDS[(start + at * step) % size] + ("" if at < size else str(at // size))
        for at in range(count)
    )


def found(*texts: str, days: tuple[date | None, ...] = ()) -> list[Copying]:
    pages = [words_of(read(f"Title\n\n{one}.".encode())) for one in texts]

    def side(one: int, _other: int, within: float) -> Side:
        published = days[one] if days else None
        return Side(credits=False, published=published, within=within, given=one)

    return copyings(pages, side)


ONE, TWO, THREE = text(0, 100), text(3, 100, 2), text(5, 100, 3)


def test_copy() -> None:
    """The one given first is the source where nothing else tells."""
    (copy,) = found(ONE, ONE)
    assert (copy.child, copy.parent, copy.relation) == (1, 0, Relation.COPY)
    assert not copy.direction.known


def test_copy_with_days() -> None:
    """The later one is the child, whatever the order."""
    (copy,) = found(ONE, ONE, days=(date(2025, 2, 2), date(2025, 2, 1)))
    assert (copy.child, copy.parent) == (0, 1)


def test_excerpt() -> None:
    """The part is the child."""
    (copy,) = found(" ".join(ONE.split()[:40]), ONE)
    assert (copy.child, copy.parent, copy.relation) == (0, 1, Relation.EXCERPT)


def test_splice() -> None:
    """Two halves of two texts make a splice with two parents."""
    spliced = " ".join([*ONE.split()[:50], *TWO.split()[50:]])
    copies = found(spliced, ONE, TWO)
    assert {(0, 1, Relation.SPLICE), (0, 2, Relation.SPLICE)} == {
        (copy.child, copy.parent, copy.relation) for copy in copies
    }


def test_quotation() -> None:
    """Who puts another's words in quotation marks quotes."""
    quoting = f"{THREE} “{' '.join(ONE.split()[10:40])}” {text(7, 30, 4)}"
    (copy,) = found(quoting, ONE)
    assert (copy.child, copy.parent, copy.relation) == (0, 1, Relation.QUOTATION)


def test_unrelated() -> None:
    """The same words in another order are no copy."""
    assert found(ONE, TWO, THREE) == []


def test_stock_sentences() -> None:
    """A few short passages that third texts have too are stock."""
    stock = [text(20 + 3 * at, 8, 5 + at) for at in range(4)]
    texts = [
        " ".join(
            f"{text(9 * at + place, 24, 2 + at)} {one}"
            for place, one in enumerate(stock)
        )
        for at in range(4)
    ]
    assert found(*texts) == []
