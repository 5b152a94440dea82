"""How do the families look, drawn from left to right, sources first?"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from safeconduct.text.lineage.edge import Edge, Lineage, Status

WIDTH, HEIGHT = 190, 34
"""Of a box, in pixels."""
ACROSS, DOWN, MARGIN = 270, 58, 20
LONGEST = 26
"""Characters of a name that fit into a box."""

STYLE = (
    "text{font:13px sans-serif;fill:#1a1a1a}"
    ".page{fill:#fff;stroke:#1a1a1a}.outlet{fill:#eee;stroke:#666}"
    ".declared{stroke:#1a1a1a}.detected{stroke:#1a1a1a;stroke-dasharray:5 4}"
    ".declared,.detected{fill:none}.relation{font-size:11px}"
)

FRAME = 'xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc"'
TIP = (
    '<marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8"'
    ' markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>'
)

Node = int | str


def draw(
    lineage: Lineage, names: Sequence[str], *, title: str = "Who comes from whom"
) -> str:
    """Draw a lineage as SVG, sources at the left; dashed lines are only detected.

    The picture says in its description what it shows, edge by edge.
    """
    places = _places(lineage, len(names))
    width = max(x for x, _ in places.values()) + WIDTH + MARGIN if places else MARGIN
    height = max(y for _, y in places.values()) + HEIGHT + MARGIN if places else MARGIN
    told = " ".join(_sentence(edge, names) for edge in lineage.edges)
    parts = [
        f"<svg {FRAME} {_size(width, height)}>",
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(told)}</desc>',
        f"<style>{STYLE}</style>",
        f"<defs>{TIP}</defs>",
        *(_line(edge, places) for edge in lineage.edges),
        *(_box(node, place, names) for node, place in places.items()),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _size(width: int, height: int) -> str:
    return f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'


def _places(lineage: Lineage, pages: int) -> dict[Node, tuple[int, int]]:
    """Put each node right of its parents, and families under one another."""
    order = [page for family in lineage.families for page in family]
    nodes: list[Node] = [*order[:pages]]
    for edge in lineage.edges:
        if isinstance(edge.parent, str) and edge.parent not in nodes:
            nodes.append(edge.parent)
    columns = _columns(lineage, nodes)
    filled: dict[int, int] = {}
    places = {}
    for node in nodes:
        column = columns[node]
        row = filled.get(column, 0)
        filled[column] = row + 1
        places[node] = MARGIN + column * ACROSS, MARGIN + row * DOWN
    return places


def _columns(lineage: Lineage, nodes: Sequence[Node]) -> dict[Node, int]:
    columns = dict.fromkeys(nodes, 0)
    for _ in nodes:  # as many rounds as the longest line of descent can have
        for edge in lineage.edges:
            columns[edge.child] = max(columns[edge.child], columns[edge.parent] + 1)
    return columns


def _line(edge: Edge, places: dict[Node, tuple[int, int]]) -> str:
    (x, y), (to_x, to_y) = places[edge.parent], places[edge.child]
    x, y, to_y = x + WIDTH, y + HEIGHT // 2, to_y + HEIGHT // 2
    middle = (x + to_x) // 2
    kind = "declared" if edge.status is Status.DECLARED else "detected"
    return (
        f'<path class="{kind}" marker-end="url(#tip)"'
        f' d="M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"/>'
        f'<text class="relation" text-anchor="middle" x="{middle}"'
        f' y="{(y + to_y) // 2 - 4}">{escape(edge.relation)}</text>'
    )


def _box(node: Node, place: tuple[int, int], names: Sequence[str]) -> str:
    x, y = place
    name = _name(node, names)
    short = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
    kind = "page" if isinstance(node, int) else "outlet"
    return (
        f'<g><title>{escape(name)}</title><rect class="{kind}" x="{x}" y="{y}"'
        f' width="{WIDTH}" height="{HEIGHT}" rx="4"/>'
        f'<text x="{x + 8}" y="{y + 22}">{escape(short)}</text></g>'
    )


def _name(node: Node, names: Sequence[str]) -> str:
    return names[node] if isinstance(node, int) else node


def _sentence(edge: Edge, names: Sequence[str]) -> str:
    return (
        f"{_name(edge.child, names)}: {edge.relation} ({edge.status}),"
        f" {_name(edge.parent, names)}."
    )
