"""How do the families look, drawn from left to right, sources first?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from statistics import mean
from unicodedata import east_asian_width

from safeconduct.text.lineage.edge import Edge, Lineage, Status

WIDTH, HEIGHT = 230, 34
"""Of a node's box, in pixels."""
DOWN, LANE, MARGIN = 58, 26, 20
GAP = 80
"""Least pixels between two columns; the words on their lines may need more."""
LETTER = 7
"""Pixels of a letter at 13 pixels; one of Hangul is twice as wide."""
SMALL = 6.2
"""The same for the words on a line, at 11 pixels."""
ABOVE, BELOW, TALL = 16, 3, 14
"""Pixels from a line to the top of a word on either side of it, and a word's height."""
SHARES = (0.4, 0.5, 0.3, 0.6, 0.2, 0.7, 0.1, 0.8, 0.9)
"""Where on its line a word may stand, the best place first."""

STYLE = (
    "text{font:13px sans-serif;fill:#1a1a1a}"
    ".page{fill:#fff;stroke:#1a1a1a}.outlet{fill:#eee;stroke:#666}"
    ".declared{stroke:#1a1a1a}.detected{stroke:#1a1a1a;stroke-dasharray:5 4}"
    ".declared,.detected{fill:none}"
    ".relation{font-size:11px;paint-order:stroke;stroke:#fff;stroke-width:3px}"
)

FRAME = 'xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc"'
TIP = (
    '<marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8"'
    ' markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>'
)

Node = int | str
"""A page by its number, or an outlet by its name."""
Rank = tuple[int, ...]
"""What comes first in its column has the least."""
Stop = tuple[int, int]
"""Where a line passes a column: the number of its edge and that of the column."""
Place = Node | Stop


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    def covers(self, other: Box) -> float:
        """Tell how many square pixels of another it covers."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(across, 0) * max(down, 0)


@dataclass(frozen=True, slots=True)
class Curve:
    """A piece of a line from left to right, level at both ends."""

    x: float
    y: float
    to_x: float
    to_y: float

    @property
    def half(self) -> float:
        """Where it bends."""
        return (self.x + self.to_x) / 2

    def at(self, share: float) -> tuple[float, float]:
        """Give a point of it; 0 is its start and 1 its end."""
        left = 1 - share
        before = left**3 + 3 * left**2 * share  # Bernstein's, of the first two points
        x = left**3 * self.x + share**3 * self.to_x
        x += 3 * left * share * self.half
        return x, before * self.y + (1 - before) * self.to_y


Line = tuple[Curve, ...]


def draw(
    lineage: Lineage,
    names: Sequence[str],
    *,
    title: str = "Who comes from whom",
    words: Mapping[str, str] = {},
) -> str:
    """Draw a lineage as SVG, sources at the left; dashed lines are only detected.

    The picture says in its description what it shows, edge by edge.

    Args:
        lineage: Edges and families of pages.
        names: What each page is called.
        title: What the picture is called.
        words: What a relation or a status is called, by its value, in the language
            of the reader; without it the value itself stands there.
    """
    said = [words.get(edge.relation, edge.relation) for edge in lineage.edges]
    gap = max((GAP, *(_wide(word) * SMALL + 2 * MARGIN for word in said)))
    plan = _planned(lineage, len(names))
    boxes = _boxes(plan, gap)
    nodes = {node: box for node, box in boxes.items() if not isinstance(node, tuple)}
    lines = [_line([boxes[stop] for stop in way]) for way in plan.ways]
    told = " ".join(_sentence(edge, names, words) for edge in lineage.edges)
    parts = [
        f"<svg {FRAME} {_size(boxes.values())}>",
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(told)}</desc>',
        f"<style>{STYLE}</style>",
        f"<defs>{TIP}</defs>",
        *map(_path, lineage.edges, lines),
        *(_node(node, box, names) for node, box in nodes.items()),
        *map(_label, said, _placed(said, lines, nodes.values())),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _wide(text: str) -> int:
    """Count the letters of a text, those of East Asia twice."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _size(boxes: Iterable[Box]) -> str:
    found = list(boxes)
    width = max((box.x + box.width for box in found), default=0) + MARGIN
    height = max((box.y + box.height for box in found), default=0) + MARGIN
    return f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'


@dataclass(frozen=True, slots=True)
class Plan:
    """In which column each node and stop stands, its rank there, and each edge's way.

    A way leads from the parent to the child, with a stop in each column between.
    """

    columns: Mapping[Place, int]
    ranks: Mapping[Place, Rank]
    ways: Sequence[Sequence[Place]]


def _planned(lineage: Lineage, pages: int) -> Plan:
    ranks = _ranks(lineage, pages)
    columns = _columns(lineage, ranks)
    ways = []
    for number, edge in enumerate(lineage.edges):
        between = range(columns[edge.parent] + 1, columns[edge.child])
        stops: list[Stop] = [(number, column) for column in between]
        columns |= zip(stops, between, strict=True)
        ranks |= dict.fromkeys(stops, (ranks[edge.child][0], 0, *ranks[edge.parent]))
        ways.append((edge.parent, *stops, edge.child))
    return Plan(columns, ranks, ways)


def _ranks(lineage: Lineage, pages: int) -> dict[Place, Rank]:
    """Order pages by family, and each outlet before the first page that names it."""
    order = [page for family in lineage.families for page in family][:pages]
    ranks: dict[Place, Rank] = {page: (at, 1) for at, page in enumerate(order)}
    for number, edge in enumerate(lineage.edges):
        if isinstance(edge.parent, str):
            rank = (ranks[edge.child][0], 0, number)
            ranks[edge.parent] = min(rank, ranks.get(edge.parent, rank))
    return ranks


def _columns(lineage: Lineage, nodes: Iterable[Place]) -> dict[Place, int]:
    """Put pages right of all their parents, and outlets beside their first child."""
    columns = dict.fromkeys(nodes, 0)
    for _ in columns:  # as many rounds as the longest line of descent can have
        for edge in lineage.edges:
            columns[edge.child] = max(columns[edge.child], columns[edge.parent] + 1)
    for outlet in [node for node in columns if isinstance(node, str)]:
        named = (columns[e.child] for e in lineage.edges if e.parent == outlet)
        columns[outlet] = min(named) - 1
    return columns


def _boxes(plan: Plan, gap: float) -> dict[Place, Box]:
    """Put all as near to the height of what leads there as the column allows."""
    before: defaultdict[Place, list[Place]] = defaultdict(list)
    for one, two in (step for way in plan.ways for step in pairwise(way)):
        before[two].append(one)
    boxes: dict[Place, Box] = {}
    below: dict[int, float] = {}
    for node in sorted(plan.ranks, key=lambda n: (plan.columns[n], plan.ranks[n])):
        column = plan.columns[node]
        heights = [boxes[one].y for one in before[node] if one in boxes]
        y = max(below.get(column, MARGIN), mean(heights) if heights else 0)
        boxes[node] = Box(MARGIN + column * (WIDTH + gap), y, WIDTH, HEIGHT)
        below[column] = y + (LANE if isinstance(node, tuple) else DOWN)
    return boxes


def _line(boxes: Sequence[Box]) -> Line:
    """Lead a line from box to box, and level through those between."""
    ends = [(box.x, box.x + box.width, box.y + HEIGHT / 2) for box in boxes]
    pieces: list[Curve] = []
    for (left, right, y), (to_x, _, to_y) in pairwise(ends):
        if pieces:
            pieces.append(Curve(left, y, right, y))
        pieces.append(Curve(right, y, to_x, to_y))
    return tuple(pieces)


class Taken:
    """What stands where, by bands of the picture, so that few are asked."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._bands: defaultdict[int, list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Note that a box stands there."""
        for band in _bands(box):
            self._bands[band].append(box)

    def covered(self, box: Box) -> float:
        """Tell how much a box would cover of what is there; 0 is nothing."""
        return sum(box.covers(one) for band in _bands(box) for one in self._bands[band])


def _bands(box: Box) -> range:
    return range(int(box.y // DOWN), int((box.y + box.height) // DOWN) + 1)


def _placed(
    words: Iterable[str], lines: Iterable[Line], boxes: Iterable[Box]
) -> list[Box]:
    """Place each word on its line where it covers least of boxes and other words."""
    taken = Taken(boxes)
    placed: list[Box] = []
    for word, line in zip(words, lines, strict=True):
        best = min(_tried(_wide(word) * SMALL, line), key=taken.covered)
        taken.add(best)
        placed.append(best)
    return placed


def _tried(width: float, line: Line) -> list[Box]:
    """List where a word may stand: near the child first, above the line or below."""
    return [
        Box(x - width / 2, y + side, width, TALL)
        for curve in reversed(line)
        for side in (-ABOVE, BELOW)
        for x, y in map(curve.at, SHARES)
    ]


def _path(edge: Edge, line: Line) -> str:
    kind = "declared" if edge.status is Status.DECLARED else "detected"
    bends = "".join(
        f"C{one.half:g} {one.y:g} {one.half:g} {one.to_y:g} {one.to_x:g} {one.to_y:g}"
        for one in line
    )
    start = f"M{line[0].x:g} {line[0].y:g}"
    return f'<path class="{kind}" marker-end="url(#tip)" d="{start}{bends}"/>'


def _label(word: str, box: Box) -> str:
    x, y = box.x + box.width / 2, box.y + TALL - BELOW
    return (
        f'<text class="relation" text-anchor="middle" x="{x:.1f}" y="{y:.1f}">'
        f"{escape(word)}</text>"
    )


def _node(node: Node, box: Box, names: Sequence[str]) -> str:
    name = _name(node, names)
    kind = "page" if isinstance(node, int) else "outlet"
    return (
        f'<g><title>{escape(name)}</title><rect class="{kind}" x="{box.x:g}"'
        f' y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="4"/>'
        f'<text x="{box.x + 8:g}" y="{box.y + 22:g}">{escape(_cut(name))}</text></g>'
    )


def _cut(name: str) -> str:
    """Cut a name to what fits into a box; its title has all of it."""
    room = (WIDTH - 16) // LETTER
    if _wide(name) <= room:
        return name
    while _wide(name) >= room:
        name = name[:-1]
    return f"{name.rstrip()}…"


def _name(node: Node, names: Sequence[str]) -> str:
    return names[node] if isinstance(node, int) else node


def _sentence(edge: Edge, names: Sequence[str], words: Mapping[str, str]) -> str:
    relation = words.get(edge.relation, edge.relation)
    status = words.get(edge.status, edge.status)
    return (
        f"{_name(edge.child, names)}: {relation} ({status}),"
        f" {_name(edge.parent, names)}."
    )
