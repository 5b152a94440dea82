from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.audit import Problem, Report, audit
from safeconduct.ledger.bundle import decode_bundle, encode_bundle
from safeconduct.ledger.checkpoint import Checkpoint, sign_checkpoint
from safeconduct.ledger.merkle import leaf_hash, root
from safeconduct.ledger.note import Signer, Verifier, sign_note
from tests.ledger import logs
from tests.ledger.mutations import every_substring
from tests.ledger.vectors import folder, load

SMALL = logs.log(3, 5)  # two sizes, so that earlier partial tiles are there
LARGE = logs.log(200, 256, 700, 1100)


def check(files: logs.Files, *, listed: bool = True, limit: int = 10_000) -> Report:
    return audit(
        files.get,
        verifier=logs.SIGNER.verifier,
        origin=logs.ORIGIN,
        listing=files if listed else None,
        limit=limit,
    )


def altered(files: logs.Files, path: str, at: int, bit: int = 0) -> logs.Files:
    content = bytearray(files[path])
    content[at] ^= 1 << bit
    return {**files, path: bytes(content)}


def lines(report: Report) -> list[str]:
    return [str(finding) for finding in report.findings]


def paths(report: Report) -> set[str]:
    return {finding.path for finding in report.findings}


@pytest.mark.parametrize("files", [logs.log(0, 1), SMALL, LARGE], ids=len)
def test_sound(files: logs.Files) -> None:
    """A log as it was published is sound, with its earlier files or without."""
    report = check(files)

    assert lines(report) == []
    assert report.is_sound
    assert check(files, listed=False).is_sound


def test_empty_log() -> None:
    """A log of nothing is sound when nothing lies there."""
    state = Checkpoint(logs.ORIGIN, 0, root([]))
    files = {"checkpoint": sign_checkpoint(state, logs.SIGNER)}

    assert check(files).is_sound
    assert paths(check({**SMALL, **files})) == set(SMALL) - {"checkpoint"}


@pytest.mark.parametrize("path", SMALL)
def test_every_bit_of_a_small_log(path: str) -> None:
    """Any one bit altered in any file is found, and blamed on that file alone."""
    for at in range(len(SMALL[path])):
        for bit in range(8):
            report = check(altered(SMALL, path, at, bit))

            assert not report.is_sound, (at, bit)
            assert paths(report) == {path}, (at, bit)


@pytest.mark.parametrize("path", ["tile/1/000.p/4", "tile/1/000.p/2"])
def test_every_byte_of_a_higher_tile(path: str) -> None:
    """The same above the leaves, in the tile of today and that of yesterday."""
    for at in range(len(LARGE[path])):
        assert paths(check(altered(LARGE, path, at))) == {path}


@given(st.data())
def test_any_byte_of_a_large_log(data: st.DataObject) -> None:
    """Wherever a bit is flipped, the file is named and no other."""
    path = data.draw(st.sampled_from(sorted(LARGE)))
    at = data.draw(st.integers(0, len(LARGE[path]) - 1))
    bit = data.draw(st.integers(0, 7))

    assert paths(check(altered(LARGE, path, at, bit))) == {path}


@pytest.mark.parametrize("path", sorted(LARGE))
@pytest.mark.parametrize("change", ["cut", "longer", "empty", "missing"])
def test_other_length(path: str, change: str) -> None:
    """A file that is shorter, longer, empty or gone is named."""
    content = LARGE[path]
    files = dict(LARGE)
    files[path] = {"cut": content[:-1], "longer": content + b"\x00"}.get(change, b"")
    if change == "missing":
        del files[path]
        is_needed = (
            check(LARGE, listed=False).is_sound
            and not check(files, listed=False).is_sound
        )
        assert (path in paths(check(files))) == is_needed
        return

    assert paths(check(files)) == {path}


def test_every_cut_of_a_small_log() -> None:
    """A file with anything cut away is found, whatever is cut."""
    files = logs.log(2)
    for path, content in files.items():
        for cut in (b"", *every_substring(content)):
            assert not check({**files, path: cut}).is_sound, path


def test_altered_entry() -> None:
    """An altered entry is named by its index in the log."""
    path = "tile/entries/002"
    files = altered(LARGE, path, 35 * 10 + 2)  # the entry's first byte

    assert lines(check(files)) == [
        "tile/entries/002, entry 522: this is not the entry the tree was built from"
    ]


def test_altered_hash() -> None:
    """An altered hash is named by its place in the tile; the entry is not blamed."""
    assert lines(check(altered(LARGE, "tile/0/002", 32 * 10))) == [
        "tile/0/002, hash 10: this is not the hash of what lies below it"
    ]


def test_entries_exchanged() -> None:
    """Two entries that changed places are both named."""
    path = "tile/entries/001"
    entries = decode_bundle(LARGE[path])
    entries[3], entries[4] = entries[4], entries[3]
    report = check({**LARGE, path: encode_bundle(entries)})

    assert [finding.entry for finding in report.findings] == [259, 260]


def test_entry_removed() -> None:
    """A bundle with an entry less, and its tile made to fit, is found."""
    entries = decode_bundle(LARGE["tile/entries/004.p/76"])[:-1]
    leaves = b"".join(map(leaf_hash, entries))
    files = {
        **LARGE,
        "tile/entries/004.p/76": encode_bundle(entries),
        "tile/0/004.p/76": leaves,
    }

    assert paths(check(files)) == {"tile/entries/004.p/76", "tile/0/004.p/76"}


def test_history_rewritten() -> None:
    """A log rewritten from entry to tiles does not have the signed root."""
    content = logs.entries(5)
    content[2] = b"\x01" + bytes(32)
    leaves = b"".join(map(leaf_hash, content))
    files = {
        **logs.without_history(SMALL, ["tile/entries/000.p/5", "tile/0/000.p/5"]),
        "tile/entries/000.p/5": encode_bundle(content),
        "tile/0/000.p/5": leaves,
    }

    assert lines(check(files)) == [
        "checkpoint: the published files do not have the signed root"
    ]


def test_history_rewritten_and_signed() -> None:
    """A rewritten log that is signed again contradicts its own earlier files."""
    content = logs.entries(5)
    content[2] = b"\x01" + bytes(32)
    leaves = list(map(leaf_hash, content))
    state = Checkpoint(logs.ORIGIN, 5, root(leaves))
    files = {
        **SMALL,
        "tile/entries/000.p/5": encode_bundle(content),
        "tile/0/000.p/5": b"".join(leaves),
        "checkpoint": sign_checkpoint(state, logs.SIGNER),
    }

    assert lines(check(files)) == [
        "tile/entries/000.p/3, entry 2: this is not what stands at this place today",
        "tile/0/000.p/3, hash 2: this is not what stands at this place today",
    ]
    assert check(files, listed=False).is_sound  # only history, or a witness, can tell


def test_rollback() -> None:
    """An older checkpoint leaves files that lie beyond it."""
    older = logs.log(3)["checkpoint"]

    assert lines(check({**SMALL, "checkpoint": older})) == [
        "tile/entries/000.p/5: the file lies beyond the size that was signed",
        "tile/0/000.p/5: the file lies beyond the size that was signed",
    ]


@pytest.mark.parametrize(
    "path",
    ["index.html", "tile/0/000.p/256", "tile/0/0", "tile", "checkpoint.1", "tile/x"],
)
def test_unexpected_file(path: str) -> None:
    """What does not belong to a log is named."""
    assert lines(check({**SMALL, path: b""})) == [
        f"{path}: no such file belongs to a log"
    ]


@pytest.mark.parametrize("path", ["tile/5/000.p/1", "tile/0/001", "tile/entries/001"])
def test_file_beyond(path: str) -> None:
    """A tile that the tree does not have yet is named."""
    assert [f.problem for f in check({**SMALL, path: b""}).findings] == [Problem.BEYOND]


@pytest.mark.parametrize(
    ("note", "problem"),
    [
        (None, Problem.MISSING),
        (b"", Problem.NOT_A_NOTE),
        (sign_note(b"x\n", logs.SIGNER), Problem.NOT_A_CHECKPOINT),
        (sign_note(b"x\n", Signer("other", bytes(32))), Problem.NOT_SIGNED),
        (SMALL["checkpoint"].replace(b"\n5\n", b"\n6\n"), Problem.BAD_SIGNATURE),
        (
            sign_note(Checkpoint("other", 5, bytes(32)).text, logs.SIGNER),
            Problem.OTHER_ORIGIN,
        ),
    ],
    ids=["missing", "no-note", "nonsense", "stranger", "other-size", "other-origin"],
)
def test_checkpoint_refused(note: bytes | None, problem: Problem) -> None:
    """Without a checkpoint to believe there is one finding, and no state."""
    files = {path: content for path, content in SMALL.items() if path != "checkpoint"}
    report = check(files if note is None else {**files, "checkpoint": note})

    assert report.checkpoint is None
    assert [(f.path, f.problem) for f in report.findings] == [("checkpoint", problem)]


def test_everything_missing() -> None:
    """A checkpoint alone names all files that should be there."""
    report = check({"checkpoint": LARGE["checkpoint"]})

    assert {f.problem for f in report.findings} == {Problem.MISSING}
    assert len(report.findings) == 11


def test_bundle_and_tile_missing() -> None:
    """What lies beside a gap is still checked."""
    files = altered(LARGE, "tile/entries/003", 100)
    del files["tile/entries/001"], files["tile/0/001"]

    assert paths(check(files)) == {"tile/entries/001", "tile/0/001", "tile/entries/003"}


def test_limit() -> None:
    """A forged size does not keep the reader for ever."""
    state = Checkpoint(logs.ORIGIN, 2**62, bytes(32))
    report = check({"checkpoint": sign_checkpoint(state, logs.SIGNER)}, limit=20)

    assert len(report.findings) == 20
    assert not report.complete
    assert not report.is_sound


def test_order() -> None:
    """Findings come by file: checkpoint, entries, hashes by level, strangers."""
    files = {**LARGE, "checkpoint.old": b"", "tile/entries/001": b""}
    for path in ("tile/1/000.p/4", "tile/0/000", "tile/entries/000.p/200"):
        files = altered(files, path, 40)

    assert [finding.path for finding in check(files).findings] == [
        "tile/entries/000.p/200",
        "tile/entries/001",
        "tile/0/000",
        "tile/1/000.p/4",
        "checkpoint.old",
    ]


def test_unverified_signatures() -> None:
    """Signatures of keys we do not know are named as not checked."""
    witness = Signer("witness.example", bytes(32))
    line = sign_note(b"x\n", witness).partition(b"\n\n")[2]
    report = check({**SMALL, "checkpoint": SMALL["checkpoint"] + line})

    assert report.is_sound
    assert report.unverified == ("witness.example",)


def test_tessera_log() -> None:
    """A log that another implementation published is sound, and sound at each size."""
    verifier = Verifier.parse(load("transparency-dev-tessera/log.json")["vkey"])
    there = folder("transparency-dev-tessera/log")
    files = {
        path.relative_to(there).as_posix(): path.read_bytes()
        for path in there.rglob("*")
        if path.is_file()
    }
    listing = [path for path in files if path.startswith("tile/")]

    def look(files: logs.Files, listing: Iterable[str]) -> Report:
        return audit(
            files.get, verifier=verifier, origin=verifier.name, listing=listing
        )

    assert look(files, listing).is_sound
    for size in range(16):
        at_size = {**files, "checkpoint": files[f"checkpoint.{size}"]}
        assert look(at_size, ()).is_sound
    for path in listing:
        for at in range(len(files[path])):
            assert paths(look(altered(files, path, at), listing)) == {path}
