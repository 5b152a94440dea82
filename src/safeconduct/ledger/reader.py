"""How are proofs computed from published files alone?

A `HashReader` reads any perfect subtree of a log from its tiles, so that
`merkle.inclusion_proof` and `merkle.consistency_proof` work on files, a web server
or a memory. The node at height 10 and index 3, say, stands over leaves 3,072 to
4,095: that is over the four hashes 12 to 15 of ``tile/1/000``.

It believes what it reads. A proof from an altered tile does not verify; check each
proof against the checkpoint, or the files with `audit`.
"""

from collections.abc import Callable
from functools import lru_cache

from safeconduct.ledger.merkle import HASH_SIZE, perfect_root
from safeconduct.ledger.tile import Tile, locate, tile_at

# Reads one published file by its path; None when there is no such file.
FileReader = Callable[[str], bytes | None]

_TILES = 64  # kept, half a megabyte: a proof at 2**32 leaves touches about eight
_NODES = 8192  # kept, about two megabytes: near the root proofs share their hashes


class UnreadableTile(LookupError):
    """A tile the tree must have is missing, or not of its length; `path` names it."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is missing or not of its length")
        self.path = path


class HashReader:
    """Reads nodes of the tree of `size` from its tiles; a `merkle.NodeReader`."""

    def __init__(self, read: FileReader, size: int) -> None:
        self._read = read
        self._size = size
        self._tile = lru_cache(_TILES)(self._read_tile)
        self._node = lru_cache(_NODES)(self._compute_node)

    def __call__(self, level: int, index: int) -> bytes:
        """Read the root of the perfect subtree (level, index).

        Raises:
            ValueError: The subtree is not within the tree.
            UnreadableTile: The tile it stands in cannot be read.
        """
        if not 0 <= index < self._size >> level:
            raise ValueError(f"no node {index} at height {level} in {self._size}")
        return self._node(level, index)

    def _compute_node(self, level: int, index: int) -> bytes:
        tile_level, tile_index, position, width = locate(level, index)
        hashes = self._tile(tile_level, tile_index)
        start, stop = position * HASH_SIZE, (position + width) * HASH_SIZE
        return perfect_root(hashes[start:stop])

    def _read_tile(self, level: int, index: int) -> bytes:
        tile = tile_at(level, index, self._size)
        if tile is None:  # pragma: no cover  excluded by the check of the index
            raise ValueError("an empty tile is never served")
        content = self._read(tile.path)
        if content is None and not tile.is_full:
            # A log may drop a partial tile once the full one is there.
            full = self._read(Tile(level, index).path)
            content = None if full is None else full[: tile.width * HASH_SIZE]
        if content is None or len(content) != tile.width * HASH_SIZE:
            raise UnreadableTile(tile.path)
        return content
