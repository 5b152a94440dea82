"""Which files must be written, and in what order, when the log grows?

Nothing is written here: `publish` yields ``(path, content)``, a file only after all
it is computed from (a bundle, its hash tile, and tiles above as they fill). Growing
from 0 to 257 gives::

    tile/entries/000          256 entries
    tile/0/000                256 leaf hashes
    tile/entries/001.p/1      1 entry
    tile/0/001.p/1            1 leaf hash
    tile/1/000.p/1            the root of tile/0/000

Each file is written whole (temporary file, fsync, rename). The caller writes the
checkpoint last: until then no reader knows of the new files.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from safeconduct.ledger.bundle import encode_bundle
from safeconduct.ledger.merkle import NodeReader, leaf_hashes, perfect_root
from safeconduct.ledger.tile import (
    ENTRIES,
    HEIGHT,
    WIDTH,
    Tile,
    edge_root,
    growth,
    hashes_at,
    levels,
    tiles_at,
)

# Reads entries from the first index up to, not including, the second, in order.
EntryReader = Callable[[int, int], Iterable[bytes]]


class RootMismatch(ValueError):
    """The files do not have the root that was signed: do not publish the checkpoint."""


def publish(
    old: int, new: int, *, entries: EntryReader, nodes: NodeReader, root: bytes
) -> Iterator[tuple[str, bytes]]:
    """Yield the files that a log of `new` has and a log of `old` has not.

    Args:
        old: Size that is published already; 0 makes all files.
        new: Size to publish.
        entries: Called once, from the first entry of the bundle to be completed.
            It may stream: 256 entries are held at a time.
        nodes: Nodes of the old tree, such as `HashReader(read, old)`; read only
            above level 0, and never when `old` is 0.
        root: Root of the new tree as signed.

    Raises:
        ValueError: The log would shrink, or there are too few entries.
        RootMismatch: After the last file, when files and root disagree.
    """
    if not 0 <= old <= new:
        raise ValueError(f"a log does not grow from {old} to {new}")
    if old == new:
        return
    edge = _Edge(old, nodes)
    first = old // WIDTH
    stream = iter(entries(first * WIDTH, new))
    for bundle in islice(tiles_at(ENTRIES, new), first, None):
        content = list(islice(stream, bundle.width))
        if len(content) != bundle.width:
            raise ValueError(f"entry {bundle.first + len(content)} is missing")
        yield bundle.path, encode_bundle(content)
        yield from edge.take(leaf_hashes(content))
    for tile in growth(old, new):
        if tile.level != ENTRIES and not tile.is_full:
            yield tile.path, b"".join(edge.levels[tile.level])
    if edge_root(edge.levels) != root:
        raise RootMismatch("the published files do not have the signed root")


class _Edge:
    """The hashes of each level that do not fill a tile yet."""

    def __init__(self, size: int, nodes: NodeReader) -> None:
        # Level 0 starts empty: its tile is hashed again from the bundle.
        self.levels: list[list[bytes]] = [[]]
        self._full = [size // WIDTH]  # tiles of each level
        for level in levels(size)[1:]:
            full, count = hashes_at(level + 1, size), hashes_at(level, size)
            hashes = [nodes(HEIGHT * level, i) for i in range(full * WIDTH, count)]
            self.levels.append(hashes)
            self._full.append(full)

    def take(self, leaves: list[bytes]) -> Iterator[tuple[str, bytes]]:
        """Take the leaf hashes of a bundle; yield the tiles that they fill."""
        self.levels[0] = leaves
        yield from self._close(0)

    def _push(self, level: int, hash_: bytes) -> Iterator[tuple[str, bytes]]:
        if level == len(self.levels):
            self.levels.append([])
            self._full.append(0)
        self.levels[level].append(hash_)
        yield from self._close(level)

    def _close(self, level: int) -> Iterator[tuple[str, bytes]]:
        """Yield the tile of a level if it is full, and what its root fills above."""
        if len(self.levels[level]) < WIDTH:
            return
        content = b"".join(self.levels[level])
        yield Tile(level, self._full[level]).path, content
        self.levels[level] = []
        self._full[level] += 1
        yield from self._push(level + 1, perfect_root(content))
