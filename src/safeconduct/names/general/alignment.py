"""Which letters of one spelling answer which letters of the other?

A pair of spellings is cut into pieces, each a few Cyrillic letters beside a few Latin
ones: `щ=shch е=e р=r б=b и=y н=n а=a`. Nobody has told us the cuts, so they are
learned: expectation and maximisation over all cuts of all pairs (Dempster, Laird and
Rubin 1977), the pieces independent of one another. The order of pieces is learned
afterwards from the best cuts (`learning.py`), as in Bisani and Ney (Speech
Communication 50, 2008).
"""

import math
from collections import defaultdict
from collections.abc import Sequence

__all__ = ["Pair", "Piece", "best", "learn"]

Piece = tuple[str, str]
# Cyrillic, Latin, weight.
Pair = tuple[str, str, float]

# How many letters of each a piece may hold, Cyrillic first.
SHAPES = ((1, 1), (1, 2), (1, 0), (1, 3), (1, 4), (2, 1))

# The share of the threshold that holds in the first round, and in those after it:
# pieces that will win look rare while everything is possible.
FIRST, PARTS = 0.02, (0.1, 0.3, 1.0, 1.0)


def cuts(
    cyrillic: str, latin: str, known: dict[Piece, float] | None
) -> list[list[tuple[int, int, int, Piece]]]:
    """List the edges of the lattice by the row they start in, in topological order."""
    rows: list[list[tuple[int, int, int, Piece]]] = []
    n, m = len(cyrillic), len(latin)
    for i in range(n + 1):
        row = []
        for j in range(m + 1):
            for down, right in SHAPES:
                if i + down <= n and j + right <= m:
                    piece = (cyrillic[i : i + down], latin[j : j + right])
                    if known is None or piece in known:
                        row.append((j, i + down, j + right, piece))
        rows.append(row)
    return rows


def expected(
    pair: Pair, weights: dict[Piece, float] | None, counts: defaultdict[Piece, float]
) -> None:
    """Add to `counts` how often each piece is used in a pair, over all its cuts."""
    cyrillic, latin, often = pair
    rows = cuts(cyrillic, latin, weights)
    n, m = len(cyrillic), len(latin)
    ahead = [[0.0] * (m + 1) for _ in range(n + 1)]
    ahead[0][0] = 1.0
    for i, row in enumerate(rows):
        for j, below, after, piece in row:
            if ahead[i][j]:
                weight = weights[piece] if weights else blind(piece)
                ahead[below][after] += ahead[i][j] * weight
    total = ahead[n][m]
    if not total:
        return
    back = [[0.0] * (m + 1) for _ in range(n + 1)]
    back[n][m] = 1.0
    for i in range(n, -1, -1):
        for j, below, after, piece in reversed(rows[i]):
            if back[below][after]:
                weight = weights[piece] if weights else blind(piece)
                through = weight * back[below][after]
                back[i][j] += through
                if ahead[i][j]:
                    counts[piece] += often * ahead[i][j] * through / total


def blind(piece: Piece) -> float:
    """Weigh a piece before anything is known: one letter for one is likeliest."""
    cyrillic, latin = len(piece[0]), len(piece[1])
    return 0.05 ** (cyrillic + latin) * 0.2 ** abs(cyrillic - latin)


def maximised(
    pairs: Sequence[Pair], weights: dict[Piece, float] | None, least: float
) -> dict[Piece, float]:
    """Do one round: count, drop what is rarer than `least`, divide by the total."""
    counts: defaultdict[Piece, float] = defaultdict(float)
    for pair in pairs:
        expected(pair, weights, counts)
    kept = {piece: count for piece, count in counts.items() if count >= least}
    total = sum(kept.values())
    return {piece: count / total for piece, count in sorted(kept.items())}


def learn(pairs: Sequence[Pair], *, least: float) -> dict[Piece, float]:
    """Learn the probability of each piece.

    Args:
        pairs: Cyrillic, Latin and weight.
        least: A piece expected less often than this is dropped in the end.
    """
    weights = maximised(pairs, None, FIRST * least)
    for part in PARTS:
        weights = maximised(pairs, weights, part * least)
    return weights


def best(
    cyrillic: str, latin: str, weights: dict[Piece, float]
) -> tuple[Piece, ...] | None:
    """Return the likeliest cut of a pair, or nothing if no pieces make it up."""
    n, m = len(cyrillic), len(latin)
    score = [[-math.inf] * (m + 1) for _ in range(n + 1)]
    came: dict[tuple[int, int], tuple[int, int, Piece]] = {}
    score[0][0] = 0.0
    for i, row in enumerate(cuts(cyrillic, latin, weights)):
        for j, below, after, piece in row:
            tried = score[i][j] + math.log(weights[piece])
            if tried > score[below][after]:
                score[below][after] = tried
                came[below, after] = (i, j, piece)
    if score[n][m] == -math.inf:
        return None
    pieces: list[Piece] = []
    at = (n, m)
    while at != (0, 0):
        i, j, piece = came[at]
        pieces.append(piece)
        at = (i, j)
    return tuple(reversed(pieces))
