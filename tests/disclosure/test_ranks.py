"""Words for one or some of a few by their age, in four languages."""

import pytest

from safeconduct.disclosure.ranks import ALL, SUBSET, end_of_all, ranked, size_of


@pytest.mark.parametrize(
    ("said", "rank"),
    [
        ("The youngest wants to stay.", 0),
        ("The middle one says nothing.", 1),
        ("The eldest was a cook.", -1),
        ("Наймолодший мовчить.", 0),
        ("Середульший, з контузією, вагається.", 1),
        ("Средний не хочет домой.", 1),
        ("Самый старший молчит.", -1),
        ("막내는 말이 없다.", 0),
        ("둘째는 취사병이었다.", 1),
        ("맏형은 울었다.", -1),
    ],
)
def test_a_rank_tells_which(said: str, rank: int) -> None:
    """The youngest is the first by age, the eldest the last."""
    assert [found for _, _, found in ranked(said)] == [rank]


@pytest.mark.parametrize(
    "said",
    [
        "His youngest son is five.",
        "Средний заработок вырос.",
        "Середній вік зріс.",
        "막내딸이 기다린다.",
    ],
)
def test_a_child_or_an_average_has_no_rank(said: str) -> None:
    """The youngest of a family, or a mean, is none of a few."""
    assert not list(ranked(said))


@pytest.mark.parametrize(
    "said",
    [
        "The oldest of the prisoners smiles.",
        "Найстарший із полонених усміхається.",
        "Самый старший из опрошенных улыбается.",
        "포로 가운데 가장 나이가 많은 병사는 웃었다.",
    ],
)
def test_a_rank_among_all_the_prisoners(said: str) -> None:
    """It is told by the words beside it."""
    ((start, end, _),) = ranked(said)
    assert end_of_all(said, start, end) is not None


def test_a_rank_among_three_is_not_among_all() -> None:
    """The eldest of the three is one of them."""
    said = "The eldest of the three smiles."
    ((start, end, _),) = ranked(said)
    assert end_of_all(said, start, end) is None


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("All three were taken.", 3),
        ("Усі троє здалися.", 3),
        ("Все двое сдались.", 2),
        ("둘은 함께 잡혔다.", 2),
        ("Усіх узяли в серпні.", None),
    ],
)
def test_all_of_a_few_tell_their_number(said: str, size: int | None) -> None:
    """A count that means those spoken of says how many they are, if it can."""
    (found,) = ALL.finditer(said)
    assert size_of(found) == size


@pytest.mark.parametrize(
    "said", ["the two younger men", "двоє молодших", "двое старших", "어린 두 사람은"]
)
def test_two_of_three(said: str) -> None:
    """Two are told of by what sets them apart from the third."""
    assert SUBSET.search(said)
