import unicodedata
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.commitment import RefusedOpening, commit, verify_opening
from safeconduct.ledger.manifest import Manifest, manifest, verify_row
from safeconduct.ledger.merkle import leaf_hash
from tests.ledger.mutations import every_bit, every_cut
from tests.ledger.vectors import load

MANIFEST_ID = UUID(int=7)
ROWS = [(bytes([i]) * 32, ["P-00000" + str(i), "transfer", "KR"]) for i in range(1, 6)]
FILLERS = [bytes([200 + i]) * 32 for i in range(3)]


def vector() -> Any:
    return load("safeconduct/sc1.json")["manifest"]


def make() -> Manifest:
    return manifest(MANIFEST_ID, ROWS, FILLERS)


def test_worked_manifest() -> None:
    """Salts, leaves, root and opening are those of the design.

    The vector wraps the root in an entry of kind 02. That kind was given up
    afterwards: the root is a field of an ordinary entry, so that a manifest does not
    show (docs/subsystems/ledger.md). The root itself is as it was.
    """
    case = vector()
    made = manifest(
        UUID(case["manifest_id"]),
        [
            (bytes.fromhex(key), row)
            for key, row in zip(case["person_keys"], case["rows"], strict=True)
        ],
        [bytes.fromhex(row) for row in case["padding_rows"]],
    )

    assert [row[:32].hex() for row in made.rows[:3]] == case["salts"]
    assert [leaf_hash(row).hex() for row in made.rows] == case["leaves"]
    assert made.depth == case["depth"]
    assert made.entry_field == ("manifest", f"2:{case['entry'][2:]}")
    assert made.opening(1).hex() == case["opening_row_1"]


def test_rows_of_an_entry() -> None:
    """From a public entry to a row: the field is opened, then the row."""
    made = make()
    key = bytes(range(32))
    fields = [("act", "transfer.list"), made.entry_field]
    commitment = commit(key, UUID(int=1), fields)
    field = verify_opening(commitment.entry, commitment.opening(1))

    assert field == made.entry_field
    assert field is not None
    for r, (_, values) in enumerate(ROWS):
        assert verify_row(str(field[1]), made.opening(r)) == values
    for r in range(5, 8):
        assert verify_row(str(field[1]), made.opening(r)) is None


def test_size_of_an_opening() -> None:
    """317 bytes at 256 rows, of which 28 are the text."""
    rows = [(bytes([i, 1]) * 16, ["P-000001", "transfer", "KR"]) for i in range(2)]
    fillers = [bytes([i, 2]) * 16 for i in range(254)]
    opening = manifest(MANIFEST_ID, rows, fillers).opening(1)

    assert len(opening) == 1 + 8 * 32 + 32 + len('["P-000001","transfer","KR"]') == 317


def test_every_bit() -> None:
    """An opening altered in one bit, cut or lengthened is refused; so is the root."""
    made = make()
    value, opening = made.entry_field[1], made.opening(2)
    for altered in (*every_bit(opening), *every_cut(opening), opening + b" ", b""):
        with pytest.raises(RefusedOpening):
            verify_row(value, altered)
    for other in every_bit(value.encode()):
        with pytest.raises(RefusedOpening):
            verify_row(other.decode("latin-1"), opening)


@pytest.mark.parametrize("depth", ["0", "1", "2", "4", "8", "9", "03", ""])
def test_other_depth(depth: str) -> None:
    """A node is no row: the depth is committed to, and another is refused."""
    made = make()
    root = made.entry_field[1].partition(":")[2]

    with pytest.raises(RefusedOpening):
        verify_row(f"{depth}:{root}", made.opening(2))


def test_node_as_row() -> None:
    """Two leaf hashes, shown as the bytes of a row, are none."""
    made = make()
    leaves = b"".join(leaf_hash(row) for row in made.rows[:2])
    path = made.opening(0)[1 + 32 : 1 + 3 * 32]
    root = made.entry_field[1].partition(":")[2]

    with pytest.raises(RefusedOpening):
        verify_row(f"2:{root}", b"\x00" + path + leaves)


def test_stored_rows() -> None:
    """Stored rows open as the first time."""
    made = make()
    again = Manifest.from_rows(list(made.rows))

    assert again == made
    assert again.opening(3) == made.opening(3)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((), "1, 2, 4"),
        ((bytes(32),) * 3, "1, 2, 4"),
        ((bytes(32),) * 512, "1, 2, 4"),
        ((bytes(31),), "32 bytes"),
    ],
)
def test_stored_rows_of_no_manifest(rows: tuple[bytes, ...], message: str) -> None:
    """Rows are a power of two, each with its salt."""
    with pytest.raises(ValueError, match=message):
        Manifest.from_rows(rows)


@pytest.mark.parametrize(
    ("rows", "fillers", "message"),
    [
        ([(bytes(31), ["a"])], [], "key has 32"),
        ([(bytes(32), ["a"]), (bytes(32), ["b"])], [], "one row"),
        ([(bytes(32), ["a"])], [bytes(31)], "filler has 32"),
        ([(bytes(32), ["a"])], [bytes(32)] * 2, "1, 2, 4"),
        ([(bytes(32), [0.5])], [], "row 0: a value"),
    ],
)
def test_impossible(rows: Any, fillers: list[bytes], message: str) -> None:
    """What could not be proved row by row is refused with a reason."""
    with pytest.raises(ValueError, match=message):
        manifest(MANIFEST_ID, rows, fillers)


@pytest.mark.parametrize("r", [-1, 8, 256])
def test_no_such_row(r: int) -> None:
    """Rows are numbered from 0."""
    with pytest.raises(ValueError, match="0 to 7"):
        make().opening(r)


def test_row_that_says_nothing() -> None:
    """A row that was committed to but not written by the rules is not believed."""
    made = Manifest.from_rows([bytes(32) + b"{}", bytes(32)])

    with pytest.raises(RefusedOpening, match="list of values"):
        verify_row(made.entry_field[1], made.opening(0))


def test_secrets_do_not_show() -> None:
    """The repr shows nothing of the rows."""
    assert repr(make()) == "Manifest()"


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"])) | st.integers(0, 9)),
        min_size=1,
        max_size=16,
    )
)
def test_manifests_round(lists: list[list[str | int]]) -> None:
    """Every row is read back in NFC, every filler as nothing."""
    rows = [(bytes([i]) * 32, values) for i, values in enumerate(lists)]
    fillers = [bytes([i, 99] * 16) for i in range(16 - len(rows))]
    made = manifest(MANIFEST_ID, rows, fillers)
    told = [verify_row(made.entry_field[1], made.opening(r)) for r in range(16)]
    wanted = [
        [unicodedata.normalize("NFC", v) if isinstance(v, str) else v for v in values]
        for values in lists
    ]

    assert told == wanted + [None] * len(fillers)
