from base64 import b64decode
from collections.abc import Callable
from itertools import combinations_with_replacement
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.merkle import (
    EMPTY_ROOT,
    Frontier,
    InvalidProof,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    nodes_of,
    path_length,
    perfect_root,
    root,
    verify_consistency,
    verify_inclusion,
)
from tests.ledger.vectors import load

LEAVES = [leaf_hash(b"%d" % i) for i in range(300)]
NODES = nodes_of(LEAVES)
ROOTS = [root(LEAVES[:size]) for size in range(71)]


def refuses(verify: Callable[..., None], *arguments: object) -> bool:
    try:
        verify(*arguments)
    except InvalidProof:
        return True
    return False


def hashes(encoded: list[str] | None) -> list[bytes]:
    return [b64decode(one) for one in encoded or []]


def includes(case: dict[str, Any]) -> None:
    verify_inclusion(
        case["leafIdx"],
        case["treeSize"],
        b64decode(case["leafHash"] or ""),
        hashes(case["proof"]),
        b64decode(case["root"] or ""),
    )


def is_consistent(case: dict[str, Any]) -> None:
    verify_consistency(
        case["size1"],
        case["size2"],
        b64decode(case["root1"] or ""),
        b64decode(case["root2"] or ""),
        hashes(case["proof"]),
    )


@pytest.mark.parametrize(
    ("file", "verify"),
    [("inclusion.json", includes), ("consistency.json", is_consistent)],
)
def test_proof_vectors(file: str, verify: Callable[..., None]) -> None:
    """Each of the 98 cases of transparency-dev/merkle is answered as it asks."""
    cases = load(f"transparency-dev-merkle/{file}")

    assert len(cases) == 98
    for name, case in cases.items():
        assert refuses(verify, case) == case["wantErr"], name


def is_subtree(start: int, end: int) -> bool:
    """Whether some tree has a subtree of exactly these leaves (MTC draft)."""
    return 0 <= start < end and start % (1 << (end - start - 1).bit_length()) == 0


def test_subtree_inclusion_vectors() -> None:
    """Inclusion in a subtree is inclusion in a tree of its own leaves.

    We have no subtree proofs: no log of ours publishes them. But 204 cases of
    transparency-dev/merkle are answered by `verify_inclusion` once the leaves are
    counted from the start of the subtree.
    """
    cases = load("transparency-dev-merkle/subtreeinclusion.json")

    assert len(cases) == 204
    for name, case in cases.items():
        start, end = case["start"], case["end"]
        tree = {"leafIdx": case["leafIdx"] - start, "treeSize": end - start}
        refused = not is_subtree(start, end) or refuses(includes, {**case, **tree})
        assert refused == case["wantErr"], name


def test_subtree_consistency_vectors() -> None:
    """A subtree that starts at 0 is a tree, and its consistency is a tree's.

    That covers 102 of the 118 cases. Two of them go out from the empty tree, and are
    proved there and refused here on purpose. The other 16 start elsewhere: they are
    of Merkle Tree Certificates, which we do not issue (12 must be refused, and 4 are
    empty subtrees).
    """
    cases = load("transparency-dev-merkle/subtreeconsistency.json")
    whole = {name: case for name, case in cases.items() if case["start"] == 0}
    empty = {
        name
        for name, case in whole.items()
        if case["size"] == 0 and not case["wantErr"]
    }

    assert (len(cases), len(whole), len(empty)) == (118, 102, 2)
    for name, case in whole.items():
        sizes = {"size1": case["end"], "size2": case["size"]}
        wanted = case["wantErr"] or name in empty
        assert refuses(is_consistent, {**case, **sizes}) == wanted, name


def test_tree_vectors() -> None:
    """All nodes, roots and frontiers of RFC 6962's test tree are ours too."""
    tree = load("transparency-dev-merkle/tree.json")
    leaves = [leaf_hash(bytes.fromhex(entry)) for entry in tree["leaf_inputs"]]
    read = nodes_of(leaves)
    frontier = Frontier()
    seen = [(frontier.root().hex(), [one.hex() for one in frontier.roots])]
    for leaf in leaves:
        frontier.append(leaf)
        seen.append((frontier.root().hex(), [one.hex() for one in frontier.roots]))

    assert seen == list(
        zip(tree["root_hashes_by_size"], tree["compact_trees_by_size"], strict=True)
    )
    for level, row in enumerate(tree["node_hashes_by_level"]):
        assert [read(level, index).hex() for index in range(len(row))] == row


def test_safeconduct_vectors() -> None:
    """Both proofs printed with the log of 70,000 verify, and are those we make."""
    log = load("safeconduct/log.json")
    inclusion, consistency = log["inclusion"], log["consistency"]

    verify_inclusion(
        inclusion["index"],
        log["size"],
        leaf_hash(bytes.fromhex(inclusion["entry"])),
        hashes(inclusion["proof"]),
        b64decode(log["root"]),
    )
    verify_consistency(
        consistency["size1"],
        consistency["size2"],
        b64decode(consistency["root1"]),
        b64decode(log["root"]),
        hashes(consistency["proof"]),
    )


def test_all_inclusions_to_70() -> None:
    """Every leaf of every tree is proved, and by no proof altered in any hash."""
    for size in range(1, 71):
        for index in range(size):
            proof = inclusion_proof(index, size, NODES)
            verify_inclusion(index, size, LEAVES[index], proof, ROOTS[size])
            elsewhere = (index + 1) % (size + 1)
            claim = (size, LEAVES[index], proof, ROOTS[size])
            assert refuses(verify_inclusion, elsewhere, *claim)


def test_all_consistencies_to_70() -> None:
    """Every tree is proved a prefix of every larger one, and of no other."""
    for size1, size2 in combinations_with_replacement(range(1, 71), 2):
        proof = consistency_proof(size1, size2, NODES)
        verify_consistency(size1, size2, ROOTS[size1], ROOTS[size2], proof)
        with pytest.raises(InvalidProof):
            verify_consistency(size1, size2, ROOTS[size1 - 1], ROOTS[size2], proof)


@pytest.mark.slow
def test_all_pairs_to_300() -> None:
    """The same, up to trees that have more than one tile."""
    roots = [root(LEAVES[:size]) for size in range(301)]
    for size1, size2 in combinations_with_replacement(range(1, 301), 2):
        proof = consistency_proof(size1, size2, NODES)
        verify_consistency(size1, size2, roots[size1], roots[size2], proof)
        proof = inclusion_proof(size1 - 1, size2, NODES)
        verify_inclusion(size1 - 1, size2, LEAVES[size1 - 1], proof, roots[size2])
        assert len(proof) == path_length(size1 - 1, size2)


# The roots over 2**level equal leaves: a log of any size, none of it in memory.
EQUAL = [leaf_hash(b"")]
for _level in range(63):
    EQUAL.append(root([EQUAL[-1]] * 2))


def equal_root(size: int) -> bytes:
    bits = [level for level in range(63, -1, -1) if size >> level & 1]
    return Frontier.from_bytes(size, b"".join(EQUAL[level] for level in bits)).root()


@given(st.integers(1, 2**63 - 1), st.integers(0, 2**63 - 2), st.integers(1, 2**63 - 1))
def test_largest_trees(size: int, index: int, size1: int) -> None:
    """Proofs of trees up to 2**63 leaves verify, and have the length they must."""
    index, size1 = index % size, min(size1, size)
    proof = inclusion_proof(index, size, lambda level, _: EQUAL[level])

    verify_inclusion(index, size, EQUAL[0], proof, equal_root(size))
    assert len(proof) == path_length(index, size) <= 63
    proof = consistency_proof(size1, size, lambda level, _: EQUAL[level])
    verify_consistency(size1, size, equal_root(size1), equal_root(size), proof)
    assert len(proof) <= 64


def test_consistency_from_nothing() -> None:
    """Every tree extends the empty one: a proof of it is refused, not accepted."""
    with pytest.raises(InvalidProof, match="from 0 to 5"):
        verify_consistency(0, 5, EMPTY_ROOT, ROOTS[5], [])
    with pytest.raises(ValueError, match="from 0 to 5"):
        consistency_proof(0, 5, NODES)


def test_equal_sizes() -> None:
    """One size has one root, and nothing to prove."""
    verify_consistency(5, 5, ROOTS[5], ROOTS[5], [])

    with pytest.raises(InvalidProof, match="one root"):
        verify_consistency(5, 5, ROOTS[5], ROOTS[4], [])
    with pytest.raises(InvalidProof, match="one root"):
        verify_consistency(5, 5, ROOTS[5], ROOTS[5], [ROOTS[5]])


@pytest.mark.parametrize("index", [-1, 5, 6])
def test_index_outside(index: int) -> None:
    """There is no proof of a leaf that the tree does not have."""
    with pytest.raises(InvalidProof, match="no leaf"):
        verify_inclusion(index, 5, LEAVES[0], [], ROOTS[5])
    with pytest.raises(ValueError, match="no leaf"):
        inclusion_proof(index, 5, NODES)
    with pytest.raises(ValueError, match="no leaf"):
        path_length(index, 5)


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_hash_of_other_length(length: int) -> None:
    """A node is no leaf: what has not 32 bytes is refused wherever it stands."""
    proof = inclusion_proof(2, 5, NODES)
    odd = bytes(length)

    for arguments in (
        (2, 5, odd, proof, ROOTS[5]),
        (2, 5, LEAVES[2], proof, odd),
        (2, 5, LEAVES[2], [odd, *proof[1:]], ROOTS[5]),
    ):
        with pytest.raises(InvalidProof, match="32 bytes"):
            verify_inclusion(*arguments)
    with pytest.raises(ValueError, match="32 bytes"):
        Frontier().append(odd)


@given(st.data())
def test_altered_proof(data: st.DataObject) -> None:
    """A proof with any bit flipped, any hash dropped or added proves nothing."""
    size = data.draw(st.integers(2, 300))
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, NODES)
    at = data.draw(st.integers(0, len(proof) - 1))
    bit = data.draw(st.integers(0, 255))
    flipped = (int.from_bytes(proof[at], "big") ^ 1 << bit).to_bytes(32, "big")

    for altered in (
        [*proof[:at], flipped, *proof[at + 1 :]],
        proof[:at] + proof[at + 1 :],
        [*proof[:at], flipped, *proof[at:]],
    ):
        with pytest.raises(InvalidProof):
            verify_inclusion(index, size, LEAVES[index], altered, root(LEAVES[:size]))


@given(st.integers(0, 300), st.integers(0, 300))
def test_frontier_grows_in_steps(size1: int, size2: int) -> None:
    """A frontier stored and taken up again grows as one that never stopped."""
    first, last = sorted((size1, size2))
    frontier = Frontier()
    frontier.extend(LEAVES[:first])
    again = Frontier.from_bytes(first, frontier.to_bytes())
    again.extend(LEAVES[first:last])

    assert again.size == last
    assert again.root() == root(LEAVES[:last])
    assert len(again.to_bytes()) == 32 * last.bit_count()


def test_frontier_copy() -> None:
    """A copy grows on its own."""
    frontier = Frontier()
    frontier.extend(LEAVES[:3])
    frontier.copy().append(LEAVES[3])

    assert frontier.root() == ROOTS[3]


@pytest.mark.parametrize(("size", "length"), [(0, 32), (5, 32), (5, 65), (-1, 32)])
def test_frontier_of_other_length(size: int, length: int) -> None:
    """Bytes that are not 32 for each set bit are no frontier."""
    with pytest.raises(ValueError, match="frontier"):
        Frontier.from_bytes(size, bytes(length))


def test_perfect_root() -> None:
    """Over a power of two, the joined form gives the same root."""
    for size in (1, 2, 4, 64):
        assert perfect_root(b"".join(LEAVES[:size])) == ROOTS[size]
