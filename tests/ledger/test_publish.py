from base64 import b64decode
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.ledger.merkle import EMPTY_ROOT, Frontier, leaf_hash, nodes_of, root
from safeconduct.ledger.publish import RootMismatch, publish
from safeconduct.ledger.tile import ENTRIES, Tile, growth, parse_path
from tests.ledger import logs
from tests.ledger.vectors import folder, load


def no_nodes(level: int, index: int) -> bytes:
    raise AssertionError((level, index))


def test_log_of_70000() -> None:
    """The worked log is made again, byte for byte, with all its 551 files."""
    log = load("safeconduct/log.json")
    content = [b"\x01" + sha256(b"commit%d" % i).digest() for i in range(log["size"])]
    files = dict(
        publish(
            0,
            log["size"],
            entries=lambda start, stop: content[start:stop],
            nodes=no_nodes,
            root=b64decode(log["root"]),
        )
    )

    assert len(files) == log["files"]
    assert {p: sha256(files[p]).hexdigest() for p in log["sha256"]} == log["sha256"]


def test_tessera_log() -> None:
    """Growing one by one gives the tiles that Tessera published."""
    words = [w.encode() for w in load("transparency-dev-tessera/log.json")["entries"]]
    there = folder("transparency-dev-tessera/log")
    leaves = [leaf_hash(word) for word in words]
    for old in range(len(words)):
        files = publish(
            old,
            old + 1,
            entries=lambda start, stop: words[start:stop],
            nodes=nodes_of(leaves),
            root=root(leaves[: old + 1]),
        )
        for path, content in files:
            assert (there / path).read_bytes() == content


def test_worked_example() -> None:
    """The files of the module's example come in its order."""
    paths = [path for path in logs.log(257) if path != "checkpoint"]

    assert paths == [
        "tile/entries/000",
        "tile/0/000",
        "tile/entries/001.p/1",
        "tile/0/001.p/1",
        "tile/1/000.p/1",
    ]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 700), min_size=1, max_size=5))
def test_growth_in_steps(sizes: list[int]) -> None:
    """However a log grew, its files are those of one that was made at once."""
    steps = sorted({*sizes} - {0}) or [1]
    files = logs.log(*steps)
    at_once = logs.log(steps[-1])

    assert {path: files[path] for path in at_once} == at_once
    assert {parse_path(path) for path in at_once if path != "checkpoint"} == set(
        growth(0, steps[-1])
    )


def test_growth_across_levels() -> None:
    """A tile of level 1 that fills is published whole, with the one above it."""
    old, new = 65_400, 65_600  # the 256th tile fills at 65,536
    content = logs.entries(new)
    leaves = [leaf_hash(entry) for entry in content]
    files = list(
        publish(
            old,
            new,
            entries=lambda start, stop: iter(content[start:stop]),
            nodes=nodes_of(leaves),
            root=root(leaves),
        )
    )
    whole = dict(
        publish(
            0,
            new,
            entries=lambda start, stop: iter(content[start:stop]),
            nodes=no_nodes,
            root=root(leaves),
        )
    )

    assert {parse_path(path) for path, _ in files} == set(growth(old, new))
    assert "tile/1/000" in dict(files)
    assert dict(files).items() <= whole.items()


def test_order() -> None:
    """A file comes after those it is computed from."""
    paths = [path for path in logs.log(70_000) if path != "checkpoint"]
    place = {parse_path(path): at for at, path in enumerate(paths)}
    for tile, at in place.items():
        if tile.level == 0:
            assert place[replace(tile, level=ENTRIES)] < at
        elif tile.level > 0:
            last = tile.first + tile.width - 1
            assert place[Tile(tile.level - 1, last)] < at


def test_nothing_new() -> None:
    """A log that did not grow reads and writes nothing."""
    files = publish(
        9, 9, entries=lambda *_: pytest.fail("read"), nodes=no_nodes, root=EMPTY_ROOT
    )

    assert list(files) == []


def test_wrong_root() -> None:
    """Files that do not have the signed root are not fit to be published."""
    files = publish(
        0, 3, entries=lambda *_: logs.entries(3), nodes=no_nodes, root=EMPTY_ROOT
    )

    with pytest.raises(RootMismatch, match="signed root"):
        list(files)


def test_altered_old_tile() -> None:
    """A tile altered on the disk does not grow into the new one unseen."""
    files = logs.log(300)
    files["tile/1/000.p/1"] = bytes(32)

    with pytest.raises(RootMismatch):
        logs.grow(files, 300, 600)


def test_too_few_entries() -> None:
    """A missing entry stops the publication and is named."""
    files = publish(
        0, 5, entries=lambda *_: logs.entries(3), nodes=no_nodes, root=EMPTY_ROOT
    )

    with pytest.raises(ValueError, match="entry 3 is missing"):
        list(files)


def test_shrinking() -> None:
    """A log never shrinks."""
    files = publish(5, 4, entries=lambda *_: [], nodes=no_nodes, root=EMPTY_ROOT)

    with pytest.raises(ValueError, match="from 5 to 4"):
        list(files)


def test_frontier_agrees() -> None:
    """The integrator's frontier and the published tiles have one root."""
    frontier = Frontier()
    frontier.extend(map(leaf_hash, logs.entries(777)))

    logs.log(777)  # raises if its root were another

    assert frontier.root() == root(map(leaf_hash, logs.entries(777)))
