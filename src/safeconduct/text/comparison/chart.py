"""How do the figures of a topic lie to each other, by source and over time?

Plain SVG without script or style sheet. What the picture shows is said in its title
and description and beside every bar, so that it is read aloud as well as seen; open
ends are arrows, so that nothing hangs on colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from safeconduct.text.comparison.interval import TOLERANCE, Interval
from safeconduct.text.comparison.wording import count, figure, period
from safeconduct.text.figure import Figure, FigureKind

LABELS: Final = 300  # pixels for the words beside the bars
WIDTH: Final = 460  # for the axis
ROW: Final = 30
TOP: Final = 46
MARGIN: Final = 16
TICKS: Final = 5
COLOURS: Final = ("#1f6f5c", "#7a4ea3", "#b04a2f", "#2f5fa8", "#7d6a12", "#555555")


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of the topic: what it is labelled, its family, and the figure."""

    label: str
    family: int
    figure: Figure


def chart(topic: str, bars: Sequence[Bar]) -> str:
    """Draw figures as intervals on one axis, families together, each in time order.

    Args:
        topic: what is counted, as the title names it.
        bars: the figures; shares and counts must not be mixed.

    Returns:
        An SVG document, or an empty string where nothing has an end to draw.
    """
    rows = sorted(bars, key=lambda bar: (bar.family, *_when(bar.figure)))
    ends = [
        end
        for bar in rows
        for end in (bar.figure.low, bar.figure.high)
        if end is not None
    ]
    if not ends:
        return ""
    axis = Axis(min(Decimal(0), *ends), max(ends) * Decimal("1.15") or Decimal(1))
    height = TOP + ROW * len(rows) + ROW + MARGIN
    width = LABELS + WIDTH + 2 * MARGIN
    said = "; ".join(_said(bar) for bar in rows)
    percent = rows[0].figure.kind is FigureKind.SHARE
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img" font-family="sans-serif"'
        f' font-size="12" aria-label={quoteattr(topic)}>'
    )
    return "\n".join(
        (
            head,
            f"<title>{escape(topic)}</title>",
            f"<desc>{escape(said)}</desc>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            f'<text x="{MARGIN}" y="22" font-weight="bold">{escape(topic)}</text>',
            *_grid(axis, height, percent=percent),
            *(line for at, bar in enumerate(rows) for line in _row(axis, at, bar)),
            "</svg>",
        )
    )


@dataclass(frozen=True, slots=True)
class Axis:
    """The values from the left to the right edge of the picture."""

    low: Decimal
    high: Decimal

    def x(self, value: Decimal) -> float:
        """Place a value in pixels."""
        span = self.high - self.low
        return LABELS + MARGIN + float((value - self.low) / span) * WIDTH


def _when(stated: Figure) -> tuple[str, str]:
    """Order by the first day a figure covers, then by its last; undated last."""
    if stated.period is None:
        return "~", "~"
    first, last = stated.period.start, stated.period.end
    return (first or last or "~") and str(first or last), str(last or "~")


def _said(bar: Bar) -> str:
    when = "" if bar.figure.period is None else f", {period(bar.figure.period)}"
    return f"{bar.label}: {figure(bar.figure)}{when} (source family {bar.family + 1})"


def _grid(axis: Axis, height: int, *, percent: bool) -> Iterator[str]:
    bottom = height - ROW
    step = _step(axis.high - axis.low, least=Decimal(0) if percent else Decimal(1))
    for place in range(int((axis.high - axis.low) / step) + 1):
        value = axis.low + step * place
        x = axis.x(value)
        words = (
            f"{value * 100:.0f} %"
            if percent
            else str(count(Interval.at(value.quantize(Decimal(1)))))
        )
        yield (
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 8}" y2="{bottom}"'
            ' stroke="#d9d9d9"/>'
        )
        yield (
            f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle"'
            f' fill="#444444">{escape(words)}</text>'
        )


def _step(span: Decimal, *, least: Decimal) -> Decimal:
    """Choose the distance of the grid's lines: 1, 2 or 5 of a power of ten."""
    power = Decimal(1).scaleb((span / TICKS).adjusted())
    steps = (step * power for step in (1, 2, 5, 10))
    return max(least, next(step for step in steps if step * TICKS >= span))


def _row(axis: Axis, at: int, bar: Bar) -> Iterator[str]:
    y = TOP + ROW * at + ROW / 2
    colour = COLOURS[bar.family % len(COLOURS)]
    yield f"<g><title>{escape(_said(bar))}</title>"
    yield f'<text x="{MARGIN}" y="{y + 4:.1f}">{escape(_short(bar))}</text>'
    found = Interval.of(bar.figure)
    left = axis.x(axis.low if found.low is None else found.low)
    right = axis.x(axis.high if found.high is None else found.high)
    if bar.figure.approx:
        loose = found.widened(TOLERANCE)
        yield _band(
            axis.x(max(loose.low or axis.low, axis.low)),
            axis.x(min(loose.high or axis.high, axis.high)),
            y,
            colour,
        )
    yield (
        f'<line x1="{left:.1f}" x2="{right:.1f}" y1="{y:.1f}" y2="{y:.1f}"'
        f' stroke="{colour}" stroke-width="3"/>'
    )
    yield _end(
        left, y, colour, unbounded=found.low is None, open_=found.low_open, way=-1
    )
    yield _end(
        right, y, colour, unbounded=found.high is None, open_=found.high_open, way=1
    )
    yield "</g>"


def _short(bar: Bar) -> str:
    when = "" if bar.figure.period is None else f" · {period(bar.figure.period)}"
    return f"{bar.family + 1} · {bar.label} · {figure(bar.figure)}{when}"


def _band(left: float, right: float, y: float, colour: str) -> str:
    return (
        f'<rect x="{left:.1f}" y="{y - 6:.1f}" width="{max(right - left, 1):.1f}"'
        f' height="12" fill="{colour}" fill-opacity="0.2"/>'
    )


def _end(
    x: float, y: float, colour: str, *, unbounded: bool, open_: bool, way: int
) -> str:
    """Draw an arrow where unbounded, a ring where the end is excluded, else a dot."""
    if unbounded:
        points = f"{x:.1f},{y - 5:.1f} {x + 8 * way:.1f},{y:.1f} {x:.1f},{y + 5:.1f}"
        return f'<polygon points="{points}" fill="{colour}"/>'
    fill = "#ffffff" if open_ else colour
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}"'
        f' stroke="{colour}" stroke-width="2"/>'
    )
