"""Which passages of a sentence does the model take for telling?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from safeconduct.disclosure.details.detail import Detail, Field
from safeconduct.disclosure.details.learned.model import (
    STATES,
    Model,
    model,
)
from safeconduct.disclosure.details.learned.words import Word, features, words

Mask = NDArray[np.bool_]
LIKELY, SURE = 0.08, 0.2
"""From which chance a word belongs to a passage, and one of its words must have.

Low, since to miss a passage costs more than to mask one: of details it has not seen the
model meets seven of eight, and of what it takes two in three are marked.
"""
WISHED, SURELY = 0.07, 0.14
"""The same for a wish: it is masked whatever k is, and gives away more than a story."""
CLEARLY = 0.5
"""From which chance of one of its words a wish is no doubtful one."""
NEARLY = 0.4
"""Of all that a word may tell, the share of a wish from which a passage is also read as
one: words of a wish are masked whatever k is, so to doubt is to mask.
"""
SHORTEST = 2
"""Characters of a passage."""
COLUMNS = tuple(
    [at for at, state in enumerate(STATES) if state.endswith(kind)]
    for kind in ("-q", "-w")
)
"""Of a story and of a wish, among the states."""


def learned(
    sentence: str, told: Sequence[Detail], by: Model | None = None
) -> Iterator[Detail]:
    """Yield the passages that tell of somebody, by a model.

    Args:
        sentence: A sentence; spans count its characters.
        told: What the rules found in it.
        by: The model; by default the one that came with the library.
    """
    found = words(sentence)
    if not found:
        return
    chances = (by or model()).chances(features(found, known(found, told)))
    story, wish = (chances[:, columns].sum(axis=1) for columns in COLUMNS)
    either = np.where(wish >= NEARLY * (story + wish), story + wish, wish)
    for start, end in _runs(found, story >= LIKELY, story >= SURE):
        yield Detail(start, end, Field.STORY)
    clear = [
        word.start
        for word, chance in zip(found, wish, strict=True)
        if chance >= CLEARLY
    ]
    for start, end in _runs(found, wish >= WISHED, either >= SURELY):
        doubtful = not any(start <= at < end for at in clear)
        yield Detail(start, end, Field.WISH, doubtful=doubtful)


def known(found: Sequence[Word], told: Iterable[Detail]) -> list[list[str]]:
    """Tell of each word which fields the rules found in it."""
    details = list(told)
    return [
        sorted({str(d.field) for d in details if d.start < w.end and w.start < d.end})
        for w in found
    ]


def _runs(found: Sequence[Word], told: Mask, sure: Mask) -> Iterator[tuple[int, int]]:
    """Yield where words that may tell stand side by side; signs at the edges go."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], told, [False]])))
    for first, after in edges.reshape(-1, 2):
        run = [word for word in found[first:after] if word.text[0].isalnum()]
        if run and sure[first:after].any() and run[-1].end - run[0].start >= SHORTEST:
            yield run[0].start, run[-1].end
