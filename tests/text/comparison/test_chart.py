"""The picture of a topic's figures."""

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

from safeconduct.text.comparison.chart import Bar, chart
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.periods import Period
from safeconduct.text.roles import Role

SVG = "{http://www.w3.org/2000/svg}"


def figure(low: int | None, high: int | None, year: int = 2024) -> Figure:
    return Figure(
        0,
        1,
        "x",
        FigureKind.QUANTITY,
        Role.KILLED,
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        period=Period(date(year, 1, 1), date(year, 12, 31), str(year)),
    )


def test_bars_by_family_and_time() -> None:
    """Families stand together, each in time order, and the words say what is seen."""
    bars = [
        Bar("third.txt", 1, figure(5, 9)),
        Bar("second.txt", 0, figure(7, None, 2025)),
        Bar("first.txt", 0, figure(3, 4, 2023)),
    ]
    root = ET.fromstring(chart("Killed <& counted>", bars))  # noqa: S314
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == "Killed <& counted>"
    told = [group.findtext(f"{SVG}title") or "" for group in root.iter(f"{SVG}g")]
    assert [words.split(":")[0] for words in told] == [
        "first.txt",
        "second.txt",
        "third.txt",
    ]
    assert "at least 7" in told[1]
    assert len(list(root.iter(f"{SVG}polygon"))) == 1  # the one unbounded end


def test_nothing_to_draw() -> None:
    """Without an end there is no picture."""
    assert chart("Killed", [Bar("a.txt", 0, figure(None, None))]) == ""
    assert chart("Killed", []) == ""


def test_zero() -> None:
    """A topic of which all say none is drawn all the same."""
    assert "<svg" in chart("Killed", [Bar("a.txt", 0, figure(0, 0))])
