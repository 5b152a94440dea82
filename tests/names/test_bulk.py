"""Many names at once have the keys that each has alone."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from xxhash import xxh3_64_intdigest

from safeconduct import names
from safeconduct.names.bulk import keyed

MANY = 8
NAMES = (
    *("백철수", "리영호", "남궁 민", "백", "Paek Chol-su", "PAEK CHOLSU", "paekcholsu"),
    *("Chol-su Paek", "Ri Yong Ho", "Namgung Min", "Paek", "Kim", "Hwangbo Hye-rim"),
    *("Пэк Чхоль Су", "Ли Ён Хо", "ПЕК ЧОЛ СУ", "Пак", "Намгун Мин", "Ан Сер Хён"),
    *("Volodymyr Zelensky", "Володимир Коваленко", "Петров Иван Сергеевич", "Zelensky"),
    *("白哲洙", "李英浩", "عباس", "12", "", "—", "Ng", "Ким", "O'Brien-Smith, Aoife"),
)


def cut(texts: tuple[str, ...]) -> list[tuple[list[int], set[int]]]:
    """Give keys and parts of each text."""
    found = keyed(texts)
    keys = np.split(found.keys, found.keys_of_each.cumsum()[:-1])
    parts = np.split(found.parts, found.parts_of_each.cumsum()[:-1])
    return [
        ([*map(int, one)], {*map(int, other)})
        for one, other in zip(keys, parts, strict=True)
    ]


def number(key: str) -> int:
    """Number a key as it is numbered alone: signed."""
    if "가" <= key[0] <= "힣":
        return cut((key,))[0][0][0]
    found = xxh3_64_intdigest(key.encode())
    return found - ((found >> 63) << 64)


def test_the_keys_are_those_of_one_name_alone() -> None:
    """Best first; then only what is Korean, where another tongue was likelier."""
    for text, (keys, _) in zip(NAMES, cut(NAMES), strict=True):
        alone = names.keys(text, MANY)
        assert keys[: len(alone)] == [*map(number, alone)], text
        beside = {number(reading.key) for reading in names.decode(text, MANY)}
        assert set(keys[len(alone) :]) <= beside, text


def test_one_name_in_three_scripts_meets() -> None:
    texts = ("리영호", "Ri Yong-ho", "Ли Ён Хо", "李英浩")
    assert all(number("이영호") in keys for keys, _ in cut(texts))


def test_parts_are_shared_with_neighbours() -> None:
    """A Korean surname with a syllable in its place; a word of any other name."""
    texts = ("백철수", "백철호", "백수철", "박철수")
    paek, near, swapped, stranger = (parts for _, parts in cut(texts))
    assert len(paek) == 2
    assert len(paek & near) == 1
    assert not paek & swapped
    assert not paek & stranger
    one, two, alone = (
        parts for _, parts in cut(("Volodymyr Zelensky", "Zelensky Ivan", "Zelensky"))
    )
    assert one & two
    assert not alone


def test_what_is_no_name_has_no_keys() -> None:
    assert cut(("12", "", "a" * 201)) == [([], set())] * 3
    assert keyed(()).keys.size == 0


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_text_is_read(texts: list[str]) -> None:
    """Without an error, and as many keys as are counted."""
    found = keyed(texts)
    assert len(found.keys_of_each) == len(found.parts_of_each) == len(texts)
    assert found.keys_of_each.sum() == len(found.keys)
    assert found.parts_of_each.sum() == len(found.parts)
