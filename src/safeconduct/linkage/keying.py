"""Under which keys does `names` file each name of a register?

Every distinct spelling is read once, in processes of their own.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from safeconduct import names
from safeconduct.names.bulk import Keyed, keyed

AT_ONCE: Final = 20_000  # spellings a process takes at a time
ALONE: Final = 5_000  # so few are read without another process

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
        Columns `text`, `keys` and `parts` (lists of numbers; keys best first) of every
        text that has a key, and the texts that are no names by their length.
    """
    named = pl.col("text").str.len_chars() <= names.LIMIT
    frame = spellings.alias("text").to_frame()
    long = frozenset(frame.filter(~named)["text"])
    spellings = _beside_their_like(frame.filter(named)["text"])
    total, done = len(spellings), 0
    found = []
    for part in _read(_chunks(spellings.to_list()), total, workers):
        found.append(part)
        done += len(part.keys_of_each)
        progress("names", done, total)
    whole = Keyed(*(np.concatenate(each) for each in zip(EMPTY, *found, strict=True)))
    frame = pl.DataFrame(
        {
            "text": spellings,
            "keys": _lists(whole.keys, whole.keys_of_each),
            "parts": _lists(whole.parts, whole.parts_of_each),
        },
        schema_overrides={"text": pl.String},
    )
    return frame.filter(pl.col("keys").list.len() > 0), long


EMPTY: Final = Keyed(*(np.empty(0, np.int64) for _ in Keyed._fields))


def _lists(values: NDArray[np.int64], of_each: NDArray[np.int64]) -> pl.Series:
    """Cut numbers into lists of given lengths."""
    ends = np.concatenate([np.zeros(1, np.int64), of_each.cumsum()])
    cut = pa.LargeListArray.from_arrays(pa.array(ends), pa.array(values))
    made = pl.Series(cut)
    return made.cast(pl.List(pl.Int64))


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


def _read(parts: Iterator[list[str]], total: int, workers: int) -> Iterator[Keyed]:
    if total <= ALONE or workers <= 1:
        yield from map(keyed, parts)
        return
    # A forked child would inherit the locks of Polars' and DuckDB's threads. What
    # `names` remembers holds no cycles: looking for them took a third of the time.
    spawned = get_context("spawn")
    pool = ProcessPoolExecutor(workers, spawned, initializer=gc.disable)
    try:
        yield from pool.map(keyed, parts)
    finally:
        # Forgetting all that was read takes seconds, and nobody need wait for it.
        pool.shutdown(wait=False, cancel_futures=True)
