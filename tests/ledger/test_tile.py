import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.merkle import leaf_hash, root
from safeconduct.ledger.tile import (
    ENTRIES,
    WIDTH,
    Tile,
    edge_root,
    growth,
    levels,
    locate,
    parse_path,
    tile_at,
)
from tests.ledger.vectors import load

LEVELS = st.one_of(st.just(ENTRIES), st.integers(0, 63))
SIZES = st.integers(0, 2**40)


def test_path_vectors() -> None:
    """Indexes are written as x/mod writes them, and read back."""
    for index, path in load("golang-mod/tiles.json")["index_paths"].items():
        tile = Tile(0, int(index))

        assert tile.path == f"tile/0/{path}"
        assert parse_path(tile.path) == tile


def test_bad_path_vectors() -> None:
    """What x/mod refuses is refused."""
    tiles = load("golang-mod/tiles.json")
    for path in tiles["bad_index_paths"]:
        with pytest.raises(ValueError, match="path of a tile"):
            parse_path(f"tile/0/{path}")
    for level in tiles["bad_levels"]:
        with pytest.raises(ValueError, match="path of a tile"):
            parse_path(f"tile/{level}/000")


def test_tiles_of_70000() -> None:
    """The tree of 70,000 has the tiles that C2SP counts."""
    paths = [tile.path for tile in growth(0, 70_000)]

    assert len(paths) == 551
    assert sum(path.startswith("tile/0/") for path in paths) == 274
    assert paths[273:275] == ["tile/entries/273.p/112", "tile/0/000"]
    assert paths[-3:] == ["tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"]


def test_tree_of_256() -> None:
    """A full tile is hashed upward at once, as C2SP's second example says."""
    paths = [tile.path for tile in growth(0, 256)]

    assert paths == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "checkpoint",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/0/x000/001",
        "tile/0/x001",
        "tile/0/001/x000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/Entries/000",
        "tile/0/000/",
        "/tile/0/000",
        "tile/0/000\n",
        "tile//000",
        "tile/0/٠٠٠",
        "tile/0/../000",
    ],
)
def test_path_that_names_nothing(path: str) -> None:
    """One tile has one path: nothing else is read as a tile."""
    with pytest.raises(ValueError, match="path of a tile"):
        parse_path(path)


@given(LEVELS, st.integers(0, 2**63), st.integers(1, WIDTH))
def test_paths_round(level: int, index: int, width: int) -> None:
    """Every tile is read back from its path."""
    tile = Tile(level, index, width)

    assert parse_path(tile.path) == tile


@given(st.text(st.sampled_from("tile/entris0123x.p"), max_size=24))
def test_any_text_as_path(text: str) -> None:
    """Text is refused, or is the path of what it was read as."""
    try:
        tile = parse_path(text)
    except ValueError:
        return

    assert tile.path == text


@given(st.integers(0, 10**6), st.integers(0, 3000), st.integers(0, 3000))
def test_growth_is_complete(old: int, step1: int, step2: int) -> None:
    """Growing in two steps publishes all that one step does."""
    middle, new = old + step1, old + step1 + step2

    in_steps = {*growth(old, middle), *growth(middle, new)}

    assert set(growth(old, new)) <= in_steps
    assert all(tile_at(t.level, t.index, new) == t for t in growth(old, new))


def test_growth_to_nothing() -> None:
    """A log that stands still publishes nothing, and none shrinks."""
    assert list(growth(1000, 1000)) == []
    with pytest.raises(ValueError, match="does not grow"):
        list(growth(5, 4))


@given(SIZES, st.integers(0, 40))
def test_partial_widths(size: int, level: int) -> None:
    """The last tile is as wide as C2SP's formula says, or there is none."""
    hashes = size // 256**level
    last = tile_at(level, hashes // 256, size)

    assert (last.width if last else 0) == hashes % 256
    assert (level in levels(size)) == (hashes > 0)


@given(st.integers(0, 40), st.integers(0, 2**20))
def test_location(level: int, index: int) -> None:
    """A node stands over exactly the hashes that are named for it."""
    tile_level, tile_index, position, width = locate(level, index)

    assert (tile_index * 256 + position) * 256**tile_level == index * 2**level
    assert width * 256**tile_level == 2**level
    assert position + width <= 256


@given(st.integers(0, 600))
def test_edge_root(size: int) -> None:
    """What stands in partial tiles is enough for the root."""
    leaves = [leaf_hash(b"%d" % i) for i in range(size)]
    full = size // 256
    edge = [
        leaves[full * 256 :],
        [root(leaves[i * 256 : (i + 1) * 256]) for i in range(full)],
    ]

    assert edge_root(edge) == root(leaves)
