"""Under which keys does `names` file each name of a register?

Every distinct spelling is read once, in processes of their own.
"""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa

from safeconduct import names
from safeconduct.names.bulk import Keyed, keyed
from safeconduct.names.lists import Lists

AT_ONCE: Final = 20_000  # spellings a process takes at a time
ALONE: Final = 5_000  # so few are read without another process

Progress = Callable[[str, int, int], None]


@contextmanager
def readers(records: int, workers: int) -> Iterator[Executor | None]:
    """Start the processes that read names; few names are read without any.

    They take a second to be ready, in which something else may be done.
    """
    if records <= ALONE or workers <= 1:
        yield None
        return
    # A forked child would inherit the locks of Polars' and DuckDB's threads. What
    # `names` remembers holds no cycles: looking for them took a third of the time.
    spawned = get_context("spawn")
    pool = ProcessPoolExecutor(workers, spawned, initializer=_begin)
    try:
        for _ in range(workers):
            pool.submit(keyed, ())
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """Make a reader ready, which will end at once: forgetting takes seconds."""
    gc.disable()
    atexit.register(os._exit, 0)


Keys = tuple[pl.DataFrame, frozenset[str]]


def keys(spellings: pl.Series, readers: Executor | None) -> Callable[[Progress], Keys]:
    """Begin to find the keys of spellings.

    Args:
        spellings: Distinct texts.
        readers: Who shares the work, and are dismissed after it; none, and this
            process does it when it is asked for.

    Returns:
        What waits for the keys, and tells how many are done. It gives the columns
        `text` and the lists of numbers of `Keyed`, of every text that has any, and the
        texts that are no names by their length.
    """
    named = pl.col("text").str.len_chars() <= names.LIMIT
    frame = spellings.alias("text").to_frame()
    long = frozenset(frame.filter(~named)["text"])
    spellings = _beside_their_like(frame.filter(named)["text"])
    chunks = _chunks(spellings.to_list())
    parts = readers.map(keyed, chunks) if readers else map(keyed, chunks)

    def found(progress: Progress) -> Keys:
        read = _table(spellings, _watched(parts, len(spellings), progress))
        if readers:
            readers.shutdown(wait=False)  # what they remember is not asked for again
        return read, long

    return found


def _watched(parts: Iterable[Keyed], total: int, progress: Progress) -> Iterator[Keyed]:
    done = 0
    for part in parts:
        done += len(part.keys.of_each)
        progress("names", done, total)
        yield part


def _table(spellings: pl.Series, parts: Iterable[Keyed]) -> pl.DataFrame:
    """Put the lists of all parts beside the texts; texts without keys are left out."""
    lists = dict(zip(Keyed._fields, zip(EMPTY, *parts, strict=True), strict=True))
    columns = {name: column(each) for name, each in lists.items()}
    frame = pl.DataFrame(
        {"text": spellings, **columns}, schema_overrides={"text": pl.String}
    )
    return frame.filter(pl.any_horizontal(pl.col("keys", "parts").list.len() > 0))


EMPTY: Final = Keyed(
    *(Lists(np.empty(0, np.uint64), np.empty(0, np.int64)) for _ in Keyed._fields)
)


def column(parts: Sequence[Lists]) -> pl.Series:
    """Make one column of the lists of several chunks."""
    values, of_each = (np.concatenate(each) for each in zip(*parts, strict=True))
    ends = np.concatenate([np.zeros(1, np.int64), of_each.cumsum()])
    cut = pa.LargeListArray.from_arrays(pa.array(ends), pa.array(values.view(np.int64)))
    made = pl.Series(cut)
    return made.cast(pl.List(pl.Int64))


def _beside_their_like(spellings: pl.Series) -> pl.Series:
    """Order spellings by their first word or by the rest, whichever is rarer.

    Reading remembers the words it met, and so most words are read by one process:
    Korean given names, which stand behind few surnames, and surnames of other tongues.
    """
    low = pl.col("text").str.to_lowercase()
    frame = spellings.alias("text").to_frame()
    frame = frame.with_columns(
        before=low.str.extract(r"^\s*(\S+)"), behind=low.str.replace(r"^\s*\S+\s+", "")
    )
    rarer = pl.len().over("before") < pl.len().over("behind")
    like = pl.when(rarer).then("before").otherwise("behind")
    return frame.sort(like, "text")["text"]


def _chunks(texts: list[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while part := list(islice(rest, AT_ONCE)):
        yield part
