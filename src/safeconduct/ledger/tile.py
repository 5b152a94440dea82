"""Which files does a published log of a given size consist of?

C2SP tlog-tiles v0.1.0. Hashes are published in tiles of 256, entries in bundles of
256, under the paths::

    tile/<L>/<N>[.p/<W>]           hashes: level L, tile N
    tile/entries/<N>[.p/<W>]       entries: bundle N

Level 0 holds the leaf hashes; a hash at level L+1 is the root of a full tile at
level L. N is written in groups of three digits, all but the last with ``x``:
1234067 is ``x001/x234/067``. The last tile of a level is partial when it is not
full: then W is its width, 1 to 255. An empty tile is never served, a partial tile
is never hashed upward.

At level L a tree of size s has ``floor(s / 256**L)`` hashes. Size 70,000::

    level 0   70,000 hashes   273 full tiles, one of 112     tile/0/273.p/112
    level 1      273 hashes     1 full tile, one of 17       tile/1/001.p/17
    level 2        1 hash               one of 1             tile/2/000.p/1
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from safeconduct.ledger.merkle import Frontier

WIDTH = 256  # hashes in a full tile, entries in a full bundle
HEIGHT = 8  # levels of the tree in a full tile: 2**8 = 256
ENTRIES = -1  # the level of entry bundles
MAX_LEVEL = 63  # C2SP tlog-tiles, section "Merkle Tree"

_PATH = re.compile(
    r"tile/(?P<level>entries|[0-9]{1,2})"
    r"/(?P<index>(?:x[0-9]{3}/){0,6}[0-9]{3})"
    r"(?:\.p/(?P<width>[0-9]{1,3}))?"
)


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """One tile or bundle.

    Attributes:
        level: 0 to 63, or `ENTRIES` for a bundle of entries.
        index: Which of its level, from 0.
        width: How many hashes or entries it holds, 1 to 256.
    """

    level: int
    index: int
    width: int = WIDTH

    @property
    def is_full(self) -> bool:
        """Whether it will never grow."""
        return self.width == WIDTH

    @property
    def first(self) -> int:
        """The place of its first hash in the level, or of its first entry."""
        return self.index * WIDTH

    @property
    def path(self) -> str:
        """Where it is published."""
        level = "entries" if self.level == ENTRIES else str(self.level)
        partial = "" if self.is_full else f".p/{self.width}"
        return f"tile/{level}/{_format_index(self.index)}{partial}"


def parse_path(path: str) -> Tile:
    """Read a path as the one tile it names.

    Raises:
        ValueError: It is not written exactly as `Tile.path` writes it.
    """
    match = _PATH.fullmatch(path)
    if match is None:
        raise ValueError("not the path of a tile")
    level = ENTRIES if match["level"] == "entries" else int(match["level"])
    index = int(match["index"].replace("/", "").replace("x", ""))
    width = WIDTH if match["width"] is None else int(match["width"])
    tile = Tile(level, index, width)
    # One tile has one name: no leading zeros, no .p/256, no .p/0.
    if level > MAX_LEVEL or not 0 < width <= WIDTH or tile.path != path:
        raise ValueError("not the path of a tile")
    return tile


def tiles_at(level: int, size: int) -> Iterator[Tile]:
    """List the tiles of one level in the tree of `size`, left to right."""
    return _grown(level, 0, size)


def growth(old: int, new: int) -> Iterator[Tile]:
    """List what must be published when the tree grows from `old` to `new`.

    Bundles come first, then the tiles of level 0, and so upward. ``growth(0, size)``
    is everything a log of that size consists of, older partial tiles left aside.

    Raises:
        ValueError: The tree would shrink.
    """
    if not 0 <= old <= new:
        raise ValueError(f"a log does not grow from {old} to {new}")
    yield from _grown(ENTRIES, old, new)
    for level in levels(new):
        yield from _grown(level, old, new)


def levels(size: int) -> range:
    """List the levels at which the tree of `size` has tiles."""
    return range(-(-size.bit_length() // HEIGHT))


def hashes_at(level: int, size: int) -> int:
    """Count the hashes of one level, or the entries, in the tree of `size`."""
    return size >> HEIGHT * max(level, 0)


def tile_at(level: int, index: int, size: int) -> Tile | None:
    """Find a tile as it stands in the tree of `size`; None when it is empty."""
    width = min(WIDTH, hashes_at(level, size) - index * WIDTH)
    return Tile(level, index, width) if width > 0 else None


def locate(level: int, index: int) -> tuple[int, int, int, int]:
    """Find where the root of a perfect subtree is published.

    Args:
        level: Height of the subtree over the leaves, 0 for a leaf.
        index: Which subtree of that height.

    Returns:
        Tile level, tile index, the first hash in the tile, and over how many hashes
        from there the root is computed: 1, 2, 4, up to 128.
    """
    tile_level, height = divmod(level, HEIGHT)
    tile_index, position = divmod(index << height, WIDTH)
    return tile_level, tile_index, position, 1 << height


def edge_root(edge: Iterable[Iterable[bytes]]) -> bytes:
    """Compute the root of a tree from the hashes in its partial tiles, level 0 first.

    A full tile stands as one hash in the level above, so the partial tiles hold the
    whole tree: at size 70,000 the hashes 112, 17 and 1.
    """
    peaks: list[bytes] = []
    size = 0
    for level, hashes in enumerate(edge):
        frontier = Frontier()
        frontier.extend(hashes)
        peaks[:0] = frontier.roots
        size += frontier.size << HEIGHT * level
    return Frontier.from_bytes(size, b"".join(peaks)).root()


def _grown(level: int, old: int, new: int) -> Iterator[Tile]:
    before, after = hashes_at(level, old), hashes_at(level, new)
    if before == after:
        return
    for index in range(before // WIDTH, after // WIDTH):
        yield Tile(level, index)
    if after % WIDTH:
        yield Tile(level, after // WIDTH, after % WIDTH)


def _format_index(index: int) -> str:
    groups = [f"{index % 1000:03}"]
    while index >= 1000:  # noqa: PLR2004  three digits to a group
        index //= 1000
        groups.append(f"x{index % 1000:03}")
    return "/".join(reversed(groups))
