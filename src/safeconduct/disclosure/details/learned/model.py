"""A linear chain over the words of a sentence: which of them tell, and how surely?

A conditional random field (Lafferty, McCallum and Pereira 2001) with five states: a
word tells nothing, begins or goes on a detail, begins or goes on a wish. Trained by
`safeconduct exposure train`; here it is only asked, with numpy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STATES: Final = ("O", "B-q", "I-q", "B-w", "I-w")
"""Nothing; a detail; a wish."""
MOVE: Final = ">"
"""In the file: what follows what."""
PLACES: Final = 2
"""Decimals of a weight that are kept."""
HEADER: Final = """\
# What tells of a person: the weights of words, learned from marked paragraphs.
# Learned by `safeconduct exposure train` from training/telling (written for this
# project; nobody in it exists). No chance is involved, so there is no seed.
# Licence: CC0 1.0 (the examples and what is learned from them).
# Lines: what is seen, then state:weight. ">" with a state is what may follow it.
"""


@dataclass(frozen=True)
class Model:
    """Weights by what is seen.

    Attributes:
        rows: Which row of `weights` belongs to what is seen.
        weights: A row a feature, and behind them one of zeros; a column a state.
        moves: From state (row) to state (column).
    """

    rows: dict[str, int]
    weights: Floats
    moves: Floats

    def chances(self, seen: Iterable[list[str]]) -> Floats:
        """Tell how likely each word is in each state: shape (words, states)."""
        nothing, known = len(self.rows), self.rows
        rows: list[int] = []
        begins: list[int] = []
        for each in seen:
            begins.append(len(rows))
            rows.append(nothing)  # so that no word is without any
            rows += [known[feature] for feature in each if feature in known]
        scores = np.add.reduceat(self.weights[rows], begins, axis=0)
        return _marginals(scores, self.moves)


def _marginals(scores: Floats, moves: Floats) -> Floats:
    """Sum over all ways through the states, forward and backward."""
    sure, follow = np.exp(scores - scores.max(axis=1, keepdims=True)), np.exp(moves)
    ahead, behind = np.empty_like(sure), np.ones_like(sure)
    ahead[0] = sure[0] / sure[0].sum()
    for at in range(1, len(sure)):
        ahead[at] = (ahead[at - 1] @ follow) * sure[at]
        ahead[at] /= ahead[at].sum()
    for at in range(len(sure) - 2, -1, -1):
        behind[at] = follow @ (sure[at + 1] * behind[at + 1])
        behind[at] /= behind[at].sum()
    both = ahead * behind
    found: Floats = both / both.sum(axis=1, keepdims=True)
    return found


def lines(
    weights: Iterable[tuple[str, str, float]], moves: Iterable[tuple[str, str, float]]
) -> Iterator[str]:
    """Yield the lines of a model's file, sorted; weights that round to 0 are left out.

    Args:
        weights: What is seen, the state it speaks for, and how much.
        moves: A state, the state that follows, and how much speaks for it.
    """
    kept: dict[str, list[str]] = {}
    marked = ((f"{MOVE}{before}", state, value) for before, state, value in moves)
    for seen, state, value in sorted((*weights, *marked)):
        if round(value, PLACES):
            kept.setdefault(seen, []).append(f"{state}:{value:.{PLACES}f}")
    for seen, said in kept.items():
        yield f"{seen}\t{' '.join(said)}\n"


def read(text: str) -> Model:
    """Read a model's file."""
    entries = [
        line.split("\t") for line in text.splitlines() if line and line[0] != "#"
    ]
    moves = np.zeros((len(STATES), len(STATES)))
    rows: dict[str, int] = {}
    weights = np.zeros((len(entries), len(STATES)))
    for seen, said in entries:
        target = (
            moves[STATES.index(seen[1:])]
            if seen[:1] == MOVE and seen[1:] in STATES
            else weights[rows.setdefault(seen, len(rows))]
        )
        for each in said.split(" "):
            state, value = each.split(":")
            target[STATES.index(state)] = float(value)
    zeros = np.zeros((1, len(STATES)))
    return Model(rows, np.concatenate([weights[: len(rows)], zeros]), moves)


def home() -> Path:
    """Return the file of the model that the library uses."""
    return Path(str(files(__package__).joinpath("telling.tsv")))


@cache
def model() -> Model:
    """Read the model that came with the library."""
    return read(home().read_text(encoding="utf-8"))
