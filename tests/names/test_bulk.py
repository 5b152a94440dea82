"""Many names at once have the keys that each has alone."""

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct import names
from safeconduct.names.bulk import Keyed, keyed
from safeconduct.names.general import bulk as general
from safeconduct.names.lists import Lists

MANY = 8
NAMES = (
    *("백철수", "리영호", "남궁 민", "백", "Paek Chol-su", "PAEK CHOLSU", "paekcholsu"),
    *("Chol-su Paek", "Ri Yong Ho", "Namgung Min", "Paek", "Kim", "Hwangbo Hye-rim"),
    *("Пэк Чхоль Су", "Ли Ён Хо", "ПЕК ЧОЛ СУ", "Пак", "Намгун Мин", "Ан Сер Хён"),
    *("Volodymyr Zelensky", "Володимир Коваленко", "Петров Иван Сергеевич", "Zelensky"),
    *("白哲洙", "李英浩", "عباس", "12", "", "—", "Ng", "Ким", "O'Brien-Smith, Aoife"),
)


def cut(lists: Lists) -> list[list[int]]:
    """Give the numbers of each text."""
    return [
        [*map(int, each)]
        for each in np.split(lists.values, lists.of_each.cumsum()[:-1])
    ]


def told(*texts: str) -> list[dict[str, set[int]]]:
    """Give all that is told of each text."""
    found = keyed(texts)._asdict()
    columns = [cut(lists) for lists in found.values()]
    return [
        dict(zip(found, map(set, each), strict=True))
        for each in zip(*columns, strict=True)
    ]


def number(key: str) -> int:
    """Number a key as it is numbered alone."""
    if "가" <= key[0] <= "힣":
        return cut(keyed((key,)).keys)[0][0]
    return general.number(key)


def test_the_keys_are_those_of_one_name_alone() -> None:
    """Best first; then only what is Korean, where another tongue was likelier.

    A surname alone has no key in a register: all who bear it would be one.
    """
    for text, keys in zip(NAMES, cut(keyed(NAMES).keys), strict=True):
        alone = names.keys(text, MANY)
        if all("+" not in key and not "가" <= key[0] <= "힣" for key in alone):
            alone = ()
        assert keys[: len(alone)] == [*map(number, alone)], text
        beside = {number(reading.key) for reading in names.decode(text, MANY)}
        assert set(keys[len(alone) :]) <= beside, text


def test_one_name_in_three_scripts_meets() -> None:
    texts = ("리영호", "Ri Yong-ho", "Ли Ён Хо", "李英浩")
    assert all(number("이영호") in each["keys"] for each in told(*texts))


def test_parts_are_shared_with_neighbours() -> None:
    """A Korean surname with a syllable in its place; a word of any other name."""
    paek, near, swapped, stranger = (
        each["parts"] for each in told("백철수", "백철호", "백수철", "박철수")
    )
    assert len(paek) == 2
    assert len(paek & near) == 1
    assert not paek & swapped
    assert not paek & stranger
    one, two, alone = (
        each["parts"]
        for each in told("Volodymyr Zelensky", "Zelensky Ivan", "Zelensky")
    )
    assert one & two
    assert one & two & alone


WHOLE = "Коваленко Олександр Сергійович"
SHORT = ("Коваленко О. С.", "О.С. Коваленко", "KOVALENKO O.", "Kovalenko A. S.")


def test_initials_meet_the_whole_name() -> None:
    """By surname and initial, in either script, as any form of the name begins."""
    whole, other, *short = told(WHOLE, "Коваленко Іван Сергійович", *SHORT)
    for each in short:
        assert whole["marks"] & each["marks"]
        assert not other["marks"] & each["marks"]
        assert not each["keys"]
        assert whole["parts"] & each["parts"]


def test_a_patronymic_tells_the_father() -> None:
    """In any spelling it is his given name; an initial tells its beginning."""
    texts = (WHOLE, "Kovalenko Aleksandr Sergeevich", SHORT[0], "Коваленко Олександр")
    whole, latin, short, neither = told(*texts)
    (father,) = told("Сергей Коваленко")
    assert whole["father"] == latin["father"] == father["given"] != set()
    assert short["father"] == neither["father"] == neither["father_initials"] == set()
    assert whole["father_initials"] == short["father_initials"] != set()
    assert whole["father_initials"] == father["given_initials"]


def test_a_surname_may_end_like_a_patronymic() -> None:
    """Янукович is nobody's father where only a given name stands beside him."""
    full, short, other = told("Янукович Віктор", "Янукович В. Ф.", "Янукович Іван")
    assert full["marks"] & short["marks"]
    assert not full["keys"] & other["keys"]
    assert not full["father"]


def test_a_patronymic_of_no_known_name() -> None:
    """Ришатович is the son of Ришат, though no table has the name."""
    son, father = told("Гумеров Фанур Ришатович", "Ришат")
    assert son["father"] == father["given"]


def test_what_is_no_name_tells_nothing() -> None:
    for each in told("12", "", "a" * 201):
        assert not any(each.values())
    assert keyed(()).keys.values.size == 0


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_text_is_read(texts: list[str]) -> None:
    """Without an error, and as much is told as is counted."""
    for lists in keyed(texts):
        assert len(lists.of_each) == len(texts)
        assert lists.of_each.sum() == len(lists.values)


def test_the_first_that_is_read_may_have_no_letter_we_know(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A process that has read nothing yet is given names in another script alone."""
    monkeypatch.setattr(general, "REMEMBERED", -1)
    assert not any(any(each.values()) for each in told("عباس محمد", "ნიკა აბც"))


def test_words_are_read_once_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told does not depend on what was read before."""
    monkeypatch.setattr(general, "REMEMBERED", 2)
    once: Keyed = keyed((WHOLE,))
    again = keyed((*SHORT, WHOLE))
    assert cut(once.keys)[0] == cut(again.keys)[-1]
    assert cut(once.marks)[0] == cut(again.marks)[-1]


def test_threads_are_told_what_one_thread_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Words that threads meet at once are each numbered once."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(6) as threads:
            for end in "абвгдежз":
                words = [f"кова{letter}ин{end}" for letter in "абвгдежзиклмн"]
                texts = [f"{one} {two}" for one in words for two in words]
                found = [*threads.map(general.tell, [texts] * 6)]
                with monkeypatch.context() as patch:
                    patch.setattr(general, "REMEMBERED", -1)
                    alone = general.tell(texts)
                assert all(cut(each.keys) == cut(alone.keys) for each in found)
    finally:
        sys.setswitchinterval(usual)
