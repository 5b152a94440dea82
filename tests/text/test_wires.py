"""Agencies, named alone or where a text opens."""

import pytest

from safeconduct.text import read
from safeconduct.text.wires import is_agency, wire_in, wire_writer_in


@pytest.mark.parametrize(
    "name", ["Reuters", "The Associated Press", "연합뉴스", "ТАСС"]
)
def test_agency(name: str) -> None:
    """A known agency is one, with its article or without."""
    assert is_agency(name)


@pytest.mark.parametrize("text", ["Reuters reported it", "Captured", "AP style"])
def test_no_agency(text: str) -> None:
    """More than the name is no name."""
    assert not is_agency(text)


@pytest.mark.parametrize(
    ("opening", "wire", "writer"),
    [
        ("KYIV, Feb 11 (Reuters) - Two men are held.", "Reuters", None),
        ("(키이우=예시통신) 홍길동 특파원 = 두 명이 붙잡혔다.", "예시통신", "홍길동"),
        ("Two men (Reuters says) are held.", None, None),
    ],
)
def test_opening(opening: str, wire: str | None, writer: str | None) -> None:
    """Place and agency in brackets open an agency's text."""
    assert (wire_in(opening), wire_writer_in(opening)) == (wire, writer)


def test_publisher_of_an_agency_text() -> None:
    """Where no site is named the agency is the publisher."""
    text = "Two men held\n\nKYIV, Feb 11 (Reuters) - Two men are held, it said.\n"
    assert read(text.encode()).publisher == "Reuters"
