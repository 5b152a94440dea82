"""Train the model of what tells, by python-crfsuite: L-BFGS, L1 and L2.

L1 leaves few weights that are not zero, so that the file stays small enough to review.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from safeconduct.disclosure.details import ruled
from safeconduct.disclosure.details.learned.model import HEADER, lines
from safeconduct.disclosure.details.learned.reading import known
from safeconduct.disclosure.details.learned.words import Word, features, words
from safeconduct.disclosure.teaching.errors import TrainerMissing
from safeconduct.disclosure.teaching.marked import WISH, Marked

SPARSE, SMOOTH, ROUNDS = 2.0, 0.005, 150
"""L1, L2, and iterations; chosen by `judging` on the examples themselves."""


def learn(examples: Iterable[Marked]) -> str:
    """Learn from marked sentences.

    Returns:
        The text of a model's file; the same sentences in the same order give the same.

    Raises:
        TrainerMissing: python-crfsuite is not installed.
    """
    crfsuite = _crfsuite()
    trainer = crfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params({"c1": SPARSE, "c2": SMOOTH, "max_iterations": ROUNDS})
    for each in examples:
        found = words(each.text)
        if found:
            seen = features(found, known(found, list(ruled(each.text))))
            trainer.append(list(seen), list(states(found, each.marks)))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        return HEADER + "".join(_lines(crfsuite, path))


def _lines(crfsuite: Any, path: str) -> Iterator[str]:
    """Yield the lines of a trained model."""
    tagger = crfsuite.Tagger()
    with tagger.open(path):
        told = tagger.info()
        weights = ((*key, value) for key, value in told.state_features.items())
        moves = ((*key, value) for key, value in told.transitions.items())
        yield from lines(weights, moves)


def states(
    found: Sequence[Word], marks: Sequence[tuple[int, int, str]]
) -> Iterator[str]:
    """Yield the state of each word: outside, at the beginning, or within a mark."""
    before: tuple[int, int, str] | None = None
    for word in found:
        mark = next((m for m in marks if m[0] <= word.start and word.end <= m[1]), None)
        if mark is None:
            yield "O"
        else:
            kind = "w" if mark[2] == WISH else "q"
            yield f"{'I' if mark == before else 'B'}-{kind}"
        before = mark


def _crfsuite() -> Any:
    """Import the library that trains: an extra, since nobody needs it to read."""
    try:
        import pycrfsuite  # noqa: PLC0415
    except ImportError as error:
        raise TrainerMissing from error
    return pycrfsuite
