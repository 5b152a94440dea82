"""Words of names are joined by the text, in whatever order it puts them."""

import pytest

from safeconduct.disclosure.variants import Form, ways
from safeconduct.disclosure.worded import Bearers, Words

IVAN = "Петренко Іван Сергійович"
OLEH = "Олег Петренко"


def words(*names: str) -> Words:
    """File names under their places."""
    all_ways = enumerate(map(ways, names))
    return Words((place, each.own, each.fathers) for place, each in all_ways)


def said(text: str) -> list[str]:
    """Fold words as a text has them."""
    return [ways(word).own[0][0] for word in text.split()]


def found(index: Words, text: str) -> set[tuple[int, int, Form, tuple[int, ...]]]:
    """Find words of names in one run."""
    return {
        (each.first, each.last, each.form, tuple(map(int, each.owners)))
        for each in index.find(said(text), text.split())
    }


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Petrenko Ivan", 1),
        ("Иван Петренко", 1),
        ("Ivan Serhiiovych Petrenko", 2),
        ("Петренко Иван Сергеевич", 2),
        ("Petrenko Ivan Sergeevich", 2),
    ],
)
def test_a_whole_name_in_any_order(text: str, last: int) -> None:
    """The patronymic may stand between the others, behind them, or not at all."""
    whole = {each for each in found(words(IVAN, OLEH), text) if each[2] is Form.FULL}
    assert (0, last, Form.FULL, (0,)) in whole
    assert all(owners == (0,) for *_, owners in whole)


def test_parts_of_a_name() -> None:
    """A word alone, or with the patronymic, is a part; all its bearers are meant."""
    index = words(IVAN, OLEH)
    assert found(index, "Петренко") == {(0, 0, Form.SURNAME, (0, 1))}
    assert (0, 1, Form.SURNAME, (0,)) in found(index, "Іван Сергійович")
    assert found(index, "Сергійович") == set()


@pytest.mark.parametrize(
    ("text", "last"), [("Олег Іванович Петренко", 2), ("Петренко Олег Иванович", 2)]
)
def test_a_patronymic_nobody_knew(text: str, last: int) -> None:
    """It may be his of whom none is known, and not his who has another."""
    names = OLEH, "Петренко Олег Петрович", "Олег Иванович Петренко"
    assert (0, last, Form.FULL, (0, 2)) in found(words(*names), text)


def test_words_of_two_men_are_no_name() -> None:
    """Nobody is called Іван Олег; the words alone are parts of two names."""
    forms = {form for *_, form, _ in found(words(IVAN, OLEH), "Іван Олег")}
    assert forms == {Form.SURNAME}


def test_who_is_asked_for_by_a_word_or_two() -> None:
    """In either order; nobody has a word that no name has."""
    index = words(IVAN, OLEH)
    ivan, petrenko, oleh, nobody = said("Іван Петренко Олег Данило")
    assert index.named(petrenko).tolist() == [0, 1]
    assert index.named(petrenko, ivan).tolist() == [0]
    assert index.named(ivan, petrenko).tolist() == [0]
    assert index.named(ivan, oleh).size == index.named(nobody).size == 0


def test_bearers_are_each_once_and_rising() -> None:
    """Whatever the order in which keys and persons came."""
    bearers = Bearers()
    for person, keys in ((2, [7, 8]), (0, [8]), (2, [8, 7]), (1, [])):
        bearers.add(person, keys)
    ordered = bearers.ordered()
    assert ordered.of([8]).tolist() == [0, 2]
    assert ordered.of([7]).tolist() == [2]
    assert ordered.of([7, 8, 9]).tolist() == [0, 2]
    assert ordered.of([9]).size == Bearers().ordered().of([7]).size == 0
