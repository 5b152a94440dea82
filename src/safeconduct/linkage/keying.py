"""Under which keys does `names` file each name of a register?

Every distinct spelling is decoded once, in processes of their own, and keys become
numbers: lists of numbers are small, and any engine compares them fast.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Final

import polars as pl

from safeconduct import names
from safeconduct.names import general
from safeconduct.names.decoding import narrow

AT_ONCE: Final = 20_000  # spellings a process takes at a time
ALONE: Final = 5_000  # so few are decoded without another process
KEYS: Final = 8  # keys kept of one spelling, as an index has them
KOREAN: Final = 6  # Korean keys beside them, where the name was not taken for Korean
OTHERS: Final = 2  # other keys beside them, where it was
PARTED: Final = 3  # of these, keys that are taken apart into parts
BETWEEN: Final = "\t"
SYLLABLES: Final = 4  # of a Korean key that are looked at
JOIN: Final = "+"  # between the words of a key in Latin letters

Progress = Callable[[str, int, int], None]


def keys(
    spellings: pl.Series, workers: int, progress: Progress
) -> tuple[pl.DataFrame, frozenset[str]]:
    """Find the keys of spellings.

    Args:
        spellings: Distinct texts.
        workers: Processes to share the work.
        progress: Is told how many are done.

    Returns:
        Columns `text`, `keys` (a list, best first; absent where there is none), and
        the texts that are no names by their length.
    """
    spellings = _beside_their_like(spellings)
    parts = _chunks(spellings.to_list())
    found: list[str] = []
    total = len(spellings)
    for lines in _decoded(parts, total, workers):
        found += lines
        progress("names", len(found), total)
    frame = pl.DataFrame(
        {"text": spellings, "keys": pl.Series(found, dtype=pl.String)},
        schema_overrides={"text": pl.String},
    )
    long = frozenset(frame.filter(pl.col("keys") == TOO_LONG)["text"])
    known = frame.filter((pl.col("keys") != "") & (pl.col("keys") != TOO_LONG))
    return known.with_columns(pl.col("keys").str.split(BETWEEN)), long


TOO_LONG: Final = "\0"


def _beside_their_like(spellings: pl.Series) -> pl.Series:
    """Order spellings by what stands behind the first word.

    Decoding remembers the given names it met last, and so meets each of them once.
    """
    behind = pl.col("text").str.to_lowercase().str.replace(r"^\S+\s+", "")
    return spellings.alias("text").to_frame().sort(behind, "text")["text"]


def _chunks(texts: list[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while part := list(islice(rest, AT_ONCE)):
        yield part


def _decoded(
    parts: Iterator[list[str]], total: int, workers: int
) -> Iterator[list[str]]:
    if total <= ALONE or workers <= 1:
        yield from map(_lines, parts)
        return
    # A forked child would inherit the locks of Polars' and DuckDB's threads. What
    # `names` remembers holds no cycles: looking for them took a third of the time.
    spawned = get_context("spawn")
    with ProcessPoolExecutor(workers, spawned, initializer=gc.disable) as pool:
        yield from pool.map(_lines, parts)


def _lines(texts: list[str]) -> list[str]:
    """Write the keys of each text in one line: one string travels faster than many."""
    return list(map(_line, texts))


def _line(text: str) -> str:
    """Take the keys of an index, and of both tongues the best beside them.

    An index decides whose name a spelling is; here a pair is weighed by all its fields,
    and a Korean name taken for a Russian one must not be lost before.
    """
    if len(text) > names.LIMIT:
        return TOO_LONG
    found = names.keys(text, KEYS)
    beside: Iterable[str]
    if not found or "가" <= found[0][0] <= "힣":
        beside = general.keys(text, OTHERS)
    else:
        beside = (key for key, _ in narrow(text)[0][:KOREAN])
    return BETWEEN.join(dict.fromkeys((*found, *beside)))


def parts(rows: pl.DataFrame) -> pl.DataFrame:
    """Name the parts that two neighbouring names share: `place`, `part`.

    Of a Korean key: the surname with each given syllable in its place. Of any other
    key of several words: each word.

    Args:
        rows: `place` and `keys`, one key in a row.
    """
    key = pl.col("keys")
    korean = rows.filter(key.str.contains("^[가-힣]"))
    taken = [
        korean.select(
            "place", syllable=key.str.slice(at, 1), surname=key.str.slice(0, 1)
        )
        .filter(pl.col("syllable") != "")
        .select("place", part=pl.format(f"{{}}{at}{{}}", "surname", "syllable"))
        for at in range(1, SYLLABLES)
    ]
    joined = rows.filter(key.str.contains(JOIN, literal=True))
    words = joined.select("place", part=key.str.split(JOIN)).explode("part")
    return pl.concat([*taken, words])
