"""Under which keys does `names` file each name of a register?

Every distinct spelling is decoded once, in processes of their own, and keys become
numbers: lists of numbers are small, and any engine compares them fast.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import chain, islice
from multiprocessing import get_context
from typing import Final, NamedTuple

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

from safeconduct import names
from safeconduct.names import general
from safeconduct.names.decoding import narrow

AT_ONCE: Final = 20_000  # spellings a process takes at a time
ALONE: Final = 5_000  # so few are decoded without another process
KEYS: Final = 8  # keys kept of one spelling, as an index has them
KOREAN: Final = 6  # Korean keys beside them, where the name was not taken for Korean
OTHERS: Final = 2  # other keys beside them, where it was
PARTED: Final = 3  # of these, keys that are taken apart into parts
SYLLABLES: Final = 4  # of a Korean key that are looked at
JOIN: Final = "+"  # between the words of a key in Latin letters

Progress = Callable[[str, int, int], None]


class Coded(NamedTuple):
    """What is found of some texts: numbers, and how many of them each text has."""

    keys: NDArray[np.int64]
    keys_of_each: NDArray[np.int64]
    parts: NDArray[np.int64]
    parts_of_each: NDArray[np.int64]


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
    for coded in _decoded(_chunks(spellings.to_list()), total, workers):
        found.append(coded)
        done += len(coded.keys_of_each)
        progress("names", done, total)
    whole = Coded(*(np.concatenate(each) for each in zip(EMPTY, *found, strict=True)))
    frame = pl.DataFrame(
        {
            "text": spellings,
            "keys": _lists(whole.keys, whole.keys_of_each),
            "parts": _lists(whole.parts, whole.parts_of_each),
        },
        schema_overrides={"text": pl.String},
    )
    return frame.filter(pl.col("keys").list.len() > 0), long


EMPTY: Final = Coded(*(np.empty(0, np.int64) for _ in Coded._fields))


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


def _decoded(parts: Iterator[list[str]], total: int, workers: int) -> Iterator[Coded]:
    if total <= ALONE or workers <= 1:
        yield from map(_coded, parts)
        return
    # A forked child would inherit the locks of Polars' and DuckDB's threads. What
    # `names` remembers holds no cycles: looking for them took a third of the time.
    spawned = get_context("spawn")
    with ProcessPoolExecutor(workers, spawned, initializer=gc.disable) as pool:
        yield from pool.map(_coded, parts)


def _coded(texts: list[str]) -> Coded:
    """Find keys and parts as numbers: these travel faster than texts."""
    keys = [keys_of(text) for text in texts]
    parts = [parts_of(each) for each in keys]
    return Coded(
        *(
            array
            for lists in (keys, parts)
            for array in (
                _numbers(chain.from_iterable(lists)),
                np.fromiter(map(len, lists), np.int64, len(lists)),
            )
        )
    )


def _numbers(texts: Iterable[str]) -> NDArray[np.int64]:
    return np.fromiter(map(number, texts), np.uint64).view(np.int64)


@lru_cache(maxsize=1 << 17)
def number(text: str) -> int:
    """Write a key as a 64-bit hash: two of 10^7 keys are one once in 10^5 runs."""
    return xxh3_64_intdigest(text.encode())


def keys_of(text: str) -> tuple[str, ...]:
    """Take the keys of an index, and of both tongues the best beside them.

    An index decides whose name a spelling is; here a pair is weighed by all its fields,
    and a Korean name taken for a Russian one must not be lost before.
    """
    found = names.keys(text, KEYS)
    beside: Iterable[str]
    if not found or "가" <= found[0][0] <= "힣":
        beside = general.keys(text, OTHERS)
    else:
        beside = (key for key, _ in narrow(text)[0][:KOREAN])
    return tuple(dict.fromkeys((*found, *beside)))


def parts_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Name the parts that two neighbouring names share.

    Of a Korean key: the surname with each given syllable in its place. Of any other
    key of several words: each word.
    """
    return tuple(dict.fromkeys(chain.from_iterable(map(_parted, keys[:PARTED]))))


def _parted(key: str) -> Iterable[str]:
    if "가" <= key[0] <= "힣":
        return (f"{key[0]}{at}{s}" for at, s in enumerate(key[1:SYLLABLES], 1))
    return key.split(JOIN) if JOIN in key else ()
