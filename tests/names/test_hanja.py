"""Names in Chinese characters are read in Korean."""

import pytest

from safeconduct.names import decode
from safeconduct.names.hanja import given, surnames


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("白哲洙", "백철수"),
        ("李英浩", "이영호"),
        ("金正男", "김정남"),
        ("南宮哲", "남궁철"),
    ],
)
def test_read(text: str, key: str) -> None:
    """Surname and given name are read; 金 is 김 as a surname."""
    assert decode(text)[0].key == key


def test_several_readings() -> None:
    """金 in a given name is 금 or 김."""
    assert {"금", "김"} <= set(given()["金"])
    assert surnames()["金"] == ("김",)


@pytest.mark.parametrize("text", ["龘哲洙", "白", "白哲洙白哲洙", "白" * 200])
def test_unread(text: str) -> None:
    """An unknown character, a lone one or too many leave a name unread, or short."""
    assert all(len(reading.key) < 3 for reading in decode(text))
