"""Bytes to text: every charset told, every refusal a sentence."""

import pytest

from safeconduct.text import (
    BinaryInput,
    EmptyInput,
    InputRefused,
    InputTooLarge,
    decode,
)

UKRAINIAN = "Представник штабу повідомив, що двоє військових отримали допомогу."
RUSSIAN = "Представитель штаба сообщил, что двое военных получили помощь."
KOREAN = "대변인은 병사 두 명이 치료를 받고 있다고 밝혔다."


@pytest.mark.parametrize(
    ("text", "codec", "charset"),
    [
        (KOREAN, "utf-8", "utf-8"),
        (KOREAN, "utf-8-sig", "utf-8"),
        (KOREAN, "utf-16", "utf-16"),
        (KOREAN, "cp949", "cp949"),
        (UKRAINIAN, "cp1251", "cp1251"),
        (UKRAINIAN, "koi8-u", "koi8-u"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-u"),
        ("He said “three men” arrived.", "cp1252", "cp1252"),
    ],
)
def test_charset(text: str, codec: str, charset: str) -> None:
    """The text comes back whole and the charset is told."""
    found = decode(text.encode(codec))
    assert (found.text, found.charset) == (text, charset)


def test_charset_declared_in_the_page() -> None:
    """A declaration is believed where the bytes agree with it."""
    source = f'<html><head><meta charset="euc-kr"></head><body>{KOREAN}</body></html>'
    assert decode(source.encode("euc-kr")).text == source


def test_page_wrong_about_itself() -> None:
    """A declaration that the bytes refute is passed over."""
    source = f'<meta charset="ascii-nonsense"><p>{KOREAN}</p>'
    assert decode(source.encode()).charset == "utf-8"


def test_one_damaged_byte() -> None:
    """A slip of transport costs one character, not the page."""
    found = decode((KOREAN * 40).encode() + b"\xff")
    assert found.charset == "utf-8"
    assert found.text.startswith(KOREAN)


@pytest.mark.parametrize("data", [b"", b"  \n", "\ufeff \n".encode()])
def test_nothing_to_read(data: bytes) -> None:
    """Empty input is refused."""
    with pytest.raises(EmptyInput):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"PK\x03\x04rest", b"\x89PNG\r\n", b"ab\x00cd" * 50]
)
def test_not_a_text(data: bytes) -> None:
    """Binary input is refused."""
    with pytest.raises(BinaryInput):
        decode(data)


def test_larger_than_the_limit() -> None:
    """The limit is the caller's, and the error carries both numbers."""
    with pytest.raises(InputTooLarge) as refused:
        decode(b"a" * 11, limit=10)
    assert (refused.value.size, refused.value.limit) == (11, 10)


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 9, b"\x81 " * 9])
def test_refusal_is_a_sentence(data: bytes) -> None:
    """What a person reads starts with a capital and ends with a full stop."""
    with pytest.raises(InputRefused) as refused:
        decode(data)
    assert str(refused.value)[0].isupper()
    assert str(refused.value).endswith(".")
