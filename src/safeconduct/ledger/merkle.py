"""How are entries hashed into one tree, and what proves a place in it?

RFC 6962, section 2.1, with SHA-256; ``‖`` joins bytes::

    leaf  = SHA-256(00 ‖ entry)
    node  = SHA-256(01 ‖ left ‖ right)
    empty = SHA-256("")

The left subtree of a tree of n leaves holds the largest power of two below n. A
tree of five, ``a`` to ``e``, is therefore::

    n0 = node(a, b)    n1 = node(c, d)    n = node(n0, n1)    root = node(n, e)

and the inclusion proof of ``c`` is ``[d, n0, e]``, leaf to root. With the entries
``""``, ``00``, ``10`` (RFC 6962 test data) the root is
``aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77``.

A perfect subtree is named by ``(level, index)``: the root over the leaves
``index * 2**level`` up to ``(index + 1) * 2**level``. Level 0 is the leaves. Proofs
are computed from a `NodeReader`, so they never need the whole tree.

tests/ledger/test_merkle.py runs the 196 inclusion and consistency cases of
transparency-dev/merkle, and all pairs of sizes up to 70.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Self

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()

# Reads the root of the perfect subtree (level, index).
NodeReader = Callable[[int, int], bytes]


class InvalidProof(ValueError):
    """The proof does not prove what it claims; the message says at what it fails."""


def leaf_hash(entry: bytes) -> bytes:
    """Hash one entry: SHA-256(00 ‖ entry), RFC 6962 section 2.1."""
    return sha256(b"\x00" + entry).digest()


def leaf_hashes(entries: Iterable[bytes]) -> list[bytes]:
    """Hash many entries; a call for each would take a quarter longer."""
    return [sha256(b"\x00" + entry).digest() for entry in entries]


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees: SHA-256(01 ‖ left ‖ right), RFC 6962 section 2.1."""
    return sha256(b"\x01" + left + right).digest()


def root(leaf_hashes: Iterable[bytes]) -> bytes:
    """Compute the root over leaf hashes; without any, the hash of nothing."""
    frontier = Frontier()
    frontier.extend(leaf_hashes)
    return frontier.root()


def perfect_root(hashes: bytes) -> bytes:
    """Compute the root over 2**n hashes that stand joined, as they do in a tile."""
    while len(hashes) > HASH_SIZE:
        hashes = b"".join(
            [
                sha256(b"\x01" + hashes[i : i + 2 * HASH_SIZE]).digest()
                for i in range(0, len(hashes), 2 * HASH_SIZE)
            ]
        )
    return hashes


class Frontier:
    """The right edge of a growing tree: all that is needed to append to it.

    It keeps the roots of the perfect subtrees, one for each set bit of the size,
    largest first. A tree of 5 keeps two: over leaves 0 to 3, and leaf 4. As bytes
    these are joined, 32 for each set bit.
    """

    __slots__ = ("_roots", "_size")

    def __init__(self) -> None:
        self._size = 0
        self._roots: list[bytes] = []

    @classmethod
    def from_bytes(cls, size: int, data: bytes) -> Self:
        """Take up a stored frontier.

        Raises:
            ValueError: The bytes are not 32 for each set bit of `size`.
        """
        if size < 0 or len(data) != HASH_SIZE * size.bit_count():
            raise ValueError(
                f"the frontier of a tree of {size} cannot have {len(data)} bytes"
            )
        frontier = cls()
        frontier._size = size
        frontier._roots = _split(data)
        return frontier

    def to_bytes(self) -> bytes:
        """Join the subtree roots, largest first."""
        return b"".join(self._roots)

    @property
    def size(self) -> int:
        """How many leaves the tree has."""
        return self._size

    @property
    def roots(self) -> tuple[bytes, ...]:
        """The roots of the perfect subtrees, largest first."""
        return tuple(self._roots)

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash."""
        self.extend((leaf,))

    def extend(self, leaf_hashes: Iterable[bytes]) -> None:
        """Add leaf hashes in order.

        Raises:
            ValueError: One is not of 32 bytes; those before it have been added.
        """
        roots = self._roots
        for leaf in leaf_hashes:
            if len(leaf) != HASH_SIZE:
                raise ValueError(f"a leaf hash has 32 bytes, not {len(leaf)}")
            # Adding one leaf is adding one to a binary number: each trailing one
            # is a subtree as large as what we carry, and merges with it.
            carry, bits = leaf, self._size
            while bits & 1:
                carry = sha256(b"\x01" + roots.pop() + carry).digest()
                bits >>= 1
            roots.append(carry)
            self._size += 1

    def root(self) -> bytes:
        """Compute the root of the tree as it stands."""
        return _fold(self._roots) if self._roots else EMPTY_ROOT

    def copy(self) -> Self:
        """Take a copy that grows on its own."""
        return self.from_bytes(self._size, self.to_bytes())


def nodes_of(leaf_hashes: Sequence[bytes]) -> NodeReader:
    """Read nodes from leaf hashes in memory; each node is computed once."""
    known: dict[tuple[int, int], bytes] = {}

    def read(level: int, index: int) -> bytes:
        if level == 0:
            return leaf_hashes[index]
        if (level, index) not in known:
            known[level, index] = node_hash(
                read(level - 1, 2 * index), read(level - 1, 2 * index + 1)
            )
        return known[level, index]

    return read


def inclusion_proof(index: int, size: int, read: NodeReader) -> list[bytes]:
    """Prove that the leaf at `index` is in the tree of `size`, leaf to root.

    PATH(m, D[n]) of RFC 6962, section 2.1.1, walked from the root down.

    Raises:
        ValueError: The index is outside the tree.
    """
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} in a tree of {size}")
    path = []
    start, stop = 0, size
    while stop - start > 1:
        middle = start + _left_width(stop - start)
        if index < middle:
            path.append(_range_root(middle, stop, read))
            stop = middle
        else:
            path.append(_range_root(start, middle, read))
            start = middle
    return path[::-1]


def consistency_proof(size1: int, size2: int, read: NodeReader) -> list[bytes]:
    """Prove that the tree of `size1` is a prefix of the tree of `size2`.

    PROOF(m, D[n]) of RFC 6962, section 2.1.2, walked from the root down.

    Raises:
        ValueError: The first tree is empty, or larger than the second.
    """
    if not 0 < size1 <= size2:
        raise ValueError(f"no consistency proof leads from {size1} to {size2}")
    path = []
    start, stop = 0, size2
    while stop != size1:
        middle = start + _left_width(stop - start)
        if size1 <= middle:
            path.append(_range_root(middle, stop, read))
            stop = middle
        else:
            path.append(_range_root(start, middle, read))
            start = middle
    # At start 0 what is left is the first tree itself: its root is known already.
    if start > 0:
        path.append(_range_root(start, stop, read))
    return path[::-1]


def verify_inclusion(
    index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes
) -> None:
    """Check that a leaf hash stands at `index` in the tree of `size`.

    Raises:
        InvalidProof: It does not, or the proof is not exactly as it must be.
    """
    _demand_hashes(root)
    if inclusion_root(index, size, leaf, proof) != root:
        raise InvalidProof("the proof leads to another root")


def inclusion_root(index: int, size: int, leaf: bytes, proof: Sequence[bytes]) -> bytes:
    """Compute the root that a leaf hash at `index` and its proof lead to.

    RFC 9162, section 2.1.3.2. It proves nothing until the root is compared or signed.

    Raises:
        InvalidProof: The index is outside the tree, or the proof too long or short.
    """
    _demand_hashes(leaf, *proof)
    if not 0 <= index < size:
        raise InvalidProof(f"there is no leaf {index} in a tree of {size}")
    computed = leaf
    for sibling, on_left in _sides(index, size - 1, proof):
        if on_left:
            computed = node_hash(sibling, computed)
        else:
            computed = node_hash(computed, sibling)
    return computed


def path_length(index: int, size: int) -> int:
    """Count the hashes of the inclusion proof of `index` in the tree of `size`.

    Up to where the ways of this leaf and the last one meet, each level has a sibling;
    above, only those levels at which we come from the right.

    Raises:
        ValueError: The index is outside the tree.
    """
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} in a tree of {size}")
    meet = (index ^ (size - 1)).bit_length()
    return meet + (index >> meet).bit_count()


def verify_consistency(
    size1: int, size2: int, root1: bytes, root2: bytes, proof: Sequence[bytes]
) -> None:
    """Check that the tree of `size1` is a prefix of the tree of `size2`.

    RFC 9162, section 2.1.4.2. Every tree extends the empty one, so a proof from
    size 0 would say nothing: it is refused.

    Raises:
        InvalidProof: It is not, or the proof is not exactly as it must be.
    """
    if not 0 < size1 <= size2:
        raise InvalidProof(f"no consistency proof leads from {size1} to {size2}")
    if size1 == size2:
        # Nothing is hashed, so the roots need not be hashes: one of the public
        # vectors compares two that are not.
        if proof or root1 != root2:
            raise InvalidProof("trees of one size have one root and an empty proof")
        return
    _demand_hashes(root1, root2, *proof)
    if not proof:
        raise InvalidProof("the proof is empty")
    # A first tree that is perfect is a node of the second: it needs no sending.
    path = [root1, *proof] if size1.bit_count() == 1 else list(proof)
    at, last = size1 - 1, size2 - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    first = second = path[0]
    for sibling, on_left in _sides(at, last, path[1:]):
        if on_left:  # in both trees
            first = node_hash(sibling, first)
            second = node_hash(sibling, second)
        else:  # grown since
            second = node_hash(second, sibling)
    if (first, second) != (root1, root2):
        raise InvalidProof("the proof leads to other roots")


def _sides(at: int, last: int, proof: Sequence[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Tell of each sibling, leaf to root, whether it stands on our left.

    The walk that RFC 9162 has in common for both proofs (fn and sn there).

    Args:
        at: Our place in the level.
        last: The last place in the level.
        proof: The siblings.

    Raises:
        InvalidProof: The root is not reached exactly with the last sibling.
    """
    for sibling in proof:
        if last == 0:
            raise InvalidProof("the proof is too long")
        on_left = at & 1 == 1 or at == last
        yield sibling, on_left
        while on_left and at and not at & 1:  # levels at which we have no sibling
            at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    if last != 0:
        raise InvalidProof("the proof is too short")


def _demand_hashes(*hashes: bytes) -> None:
    if any(len(hash_) != HASH_SIZE for hash_ in hashes):
        raise InvalidProof("a hash has 32 bytes")


def _split(data: bytes) -> list[bytes]:
    return [data[i : i + HASH_SIZE] for i in range(0, len(data), HASH_SIZE)]


def _left_width(width: int) -> int:
    """Give the largest power of two below `width`, which is at least 2."""
    return 1 << (width - 1).bit_length() - 1


def _range_root(start: int, stop: int, read: NodeReader) -> bytes:
    """Compute the root over leaves `start` to `stop`, a subtree of some tree."""
    roots = []
    while start < stop:
        level = (stop - start).bit_length() - 1
        roots.append(read(level, start >> level))
        start += 1 << level
    return _fold(roots)


def _fold(roots: Sequence[bytes]) -> bytes:
    """Merge perfect subtrees, largest first, from the right."""
    folded = roots[-1]
    for left in reversed(roots[:-1]):
        folded = node_hash(left, folded)
    return folded
