"""How do the weights of the model, and of the pairs, look?

Drawn in Typst's own words and set by it as SVG and as PNG, from one source: no browser
and no plotting library is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import typst
from numpy.typing import NDArray

from safeconduct.linkage.model import BY_FIELD, Weights

WIDTH: Final = 420  # points for the bars
LABELS: Final = 250  # points for the words beside them
LINE: Final = 13
FOR, AGAINST, NEITHER = "#1f6f5c", "#b04a2f", "#8a8a8a"
DOTS: Final = 144.0  # per inch of the PNG
HIGH: Final = 160  # points, of the histogram
BINS: Final = 60


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing in two forms."""

    svg: bytes
    png: bytes


def weights_chart(weights: Weights) -> Picture:
    """Draw a bar for every level of every field, in bits."""
    bars: list[tuple[str, float | None]] = []
    for field in weights.levels:
        bars.append((field.replace("_", " "), None))
        bars += [
            (level.words, weights.bits(field, level.code))
            for level in BY_FIELD[field].levels
        ]
    return _set(_bars(bars))


def pairs_chart(found: NDArray[np.float64], shown: float, sure: float) -> Picture:
    """Draw how many pairs have which weight.

    Args:
        found: Weights in bits.
        shown: Where the pairs begin that are reviewed.
        sure: Where those begin that go first.
    """
    low, high = (found.min(), found.max()) if len(found) else (-1.0, 1.0)
    counts, edges = np.histogram(found, BINS, (float(low), float(high) + 1e-9))
    return _set(_histogram(counts, edges, shown, sure))


def _set(body: str) -> Picture:
    source = f"#set page(width: auto, height: auto, margin: 14pt, fill: white)\n{body}"
    # The default font of Typst comes with it, so every machine draws alike.
    page = source.encode()
    svg = typst.compile(page, format="svg", ignore_system_fonts=True)
    png = typst.compile(page, format="png", ppi=DOTS, ignore_system_fonts=True)
    return Picture(_one(svg), _one(png))


def _one(pages: bytes | list[bytes] | None) -> bytes:
    return pages if isinstance(pages, bytes) else (pages or [b""])[0]


def _bars(bars: Sequence[tuple[str, float | None]]) -> str:
    largest = max((abs(bits) for _, bits in bars if bits is not None), default=1.0)
    middle = LABELS + WIDTH / 2
    scale = WIDTH / 2 / largest
    parts = [_text(0, 0, "What each agreement weighs, in bits", bold=True)]
    for place, (words, bits) in enumerate(bars, 2):
        y = place * LINE
        parts.append(_text(0 if bits is None else 10, y, words, bold=bits is None))
        if bits is not None:
            x = middle + min(bits, 0) * scale
            parts.append(
                _rect(x, y, abs(bits) * scale, LINE - 4, FOR if bits > 0 else AGAINST)
            )
            side = middle + bits * scale + 3 if bits > 0 else x - 24
            parts.append(_text(side, y, f"{bits:+.1f}"))
    height = (len(bars) + 2) * LINE
    return _box(LABELS + WIDTH + 40, height, parts)


def _histogram(
    counts: NDArray[np.int64], edges: NDArray[np.float64], shown: float, sure: float
) -> str:
    # Most pairs weigh little: heights are logarithms, so that the few are seen too.
    heights = np.log10(counts + 1)
    top = max(float(heights.max()), 1.0)
    step = WIDTH / len(counts)
    parts = [
        _text(0, 0, "Pairs by weight, in bits (heights are logarithms)", bold=True)
    ]
    for place, height in enumerate(heights):
        tall = float(height) / top * HIGH
        left = edges[place]
        colour = FOR if left >= sure else NEITHER if left >= shown else AGAINST
        parts.append(_rect(place * step, 24 + HIGH - tall, step - 1, tall, colour))
    parts += [
        _text(place * step, 28 + HIGH, f"{edges[place]:.0f}")
        for place in range(0, len(edges), 10)
    ]
    legend = "left: not shown; middle: for review; right: first in the queue"
    parts.append(_text(0, 42 + HIGH, legend))
    return _box(WIDTH + 40, HIGH + 60, parts)


def _box(width: float, height: float, parts: Sequence[str]) -> str:
    return (
        f"#box(width: {width:.1f}pt, height: {height:.1f}pt)[\n{chr(10).join(parts)}\n]"
    )


def _rect(x: float, y: float, width: float, height: float, colour: str) -> str:
    return (
        f"#place(dx: {x:.2f}pt, dy: {y:.2f}pt, rect(width: {max(width, 0.2):.2f}pt, "
        f'height: {height:.2f}pt, fill: rgb("{colour}"), stroke: none))'
    )


def _text(x: float, y: float, words: str, *, bold: bool = False) -> str:
    kept = words.replace("\\", "").replace('"', "'")
    weight = ', weight: "bold"' if bold else ""
    return f'#place(dx: {x:.2f}pt, dy: {y:.2f}pt, text(size: 8pt{weight}, "{kept}"))'
