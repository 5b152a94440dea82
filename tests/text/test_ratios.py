"""Shares said in words."""

import pytest

from safeconduct.text.ratios import fractions


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("half of them, two thirds of the men", ["0.5", "0.6667"]),
        ("Only one in eight had heard from home.", ["0.125"]),
        ("every third soldier", ["0.3333"]),
        ("Каждого второго лечили, каждый десятый болен.", ["0.5", "0.1"]),
        ("повернули трьом чвертям громад", ["0.75"]),
        ("двом третинам опитаних, до двух третей", ["0.6667", "0.6667"]),
        ("Half wanted to stay", ["0.5"]),
        ("через третью страну", []),
        ("Кожен сьомий полонений хворий.", ["0.1429"]),
        ("Семь из десяти опрошенных жаловались.", ["0.7"]),
        ("П’ятеро з десяти опитаних мовчали.", ["0.5"]),
        ("чверть контингенту, дві третини", ["0.25", "0.6667"]),
        ("열 명 중 세 명, 다섯 명 중 한 명꼴", ["0.3", "0.2"]),
        ("전체의 4분의 3", ["0.75"]),
        ("a quarter of a million, чверть мільйона", []),
        ("трое из четырёх пленных ушли", ["0.75"]),
        ("Доходит, говорят они, две из пяти.", ["0.4"]),
        ("Отримує лист один із десяти.", ["0.1"]),
        ("in the first half of the year, у другій половині", []),
        ("Из каждых десяти вернулись семеро.", []),
    ],
)
def test_shares(text: str, shares: list[str]) -> None:
    """A share is a ratio; a part of a million is a number."""
    assert [f"{part.low:.4f}".rstrip("0") for part in fractions(text)] == shares
