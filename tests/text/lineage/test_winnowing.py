"""Fingerprints that shared passages leave."""

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.text.lineage.winnowing import STOCK, WINDOW, fingerprints, shared
from safeconduct.text.lineage.words import Words

LETTERS = st.lists(st.sampled_from("abcdefgh"), min_size=0, max_size=40)


def words(text: list[str]) -> Words:
    places = tuple(range(len(text)))
    return Words(tuple(text), places, places, (False,) * len(text))


@given(LETTERS, LETTERS, LETTERS, LETTERS, LETTERS)
def test_a_shared_passage(
    a: list[str], b: list[str], c: list[str], d: list[str], passage: list[str]
) -> None:
    """A passage as long as a window of runs leaves a print in both texts."""
    passage = [*passage, *"stuvwxyz"]
    one, other = words([*a, *passage, *b]), words([*c, *passage, *d])
    assert len(passage) >= WINDOW + one.run - 1
    assert fingerprints(one).keys() & fingerprints(other).keys()


@given(LETTERS)
def test_places(text: list[str]) -> None:
    """Every print stands where it says."""
    one = words(text)
    for at in fingerprints(one).values():
        assert 0 <= at <= len(text) - one.run


def test_stock_phrases() -> None:
    """What stands in too many texts joins none of them."""
    assert shared([{1: 0}] * (STOCK + 1)) == {}
    assert len(shared([{1: 0}] * 3)) == 3
