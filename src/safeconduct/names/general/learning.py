"""What do examples teach about Cyrillic and Latin spellings of one word?

From pairs of words: the pieces of the channel and their order, how often letters follow
one another in either script, and how common common words are. No chance is involved:
the same file gives the same model, byte for byte.
"""

import hashlib
import math
from collections.abc import Iterator
from pathlib import Path

from safeconduct.names.general import alignment
from safeconduct.names.general.letters import folded, russian, script, words
from safeconduct.names.general.model import Model, model_of
from safeconduct.names.general.ngrams import count

__all__ = ["EXAMPLES", "examples", "held_back", "learn", "learned"]

EXAMPLES = "cyrillic_latin_tokens.tsv"
# Longer words are rare, and mostly no names; they would cost half the time. Single
# letters are initials.
SHORTEST, LONGEST = 2, 16
# A piece expected less often than this, over all examples, is an error of the file.
LEAST = 3.0
# Beside each word with diacritics its plain form is learned from, as passports have it.
PLAIN = 0.3
# A word seen this often is common: its own frequency counts, not its letters'.
COMMON = 25
# Letters of context. Latin words come from more languages, and need more.
CYRILLIC_BACK, LATIN_BACK = 2, 3

Example = tuple[str, str, int]


def learn(folder: Path) -> Model:
    """Learn the model from the files in a folder (`cyrillic_latin_tokens.tsv`)."""
    return learned(list(examples(folder / EXAMPLES)))


def examples(path: Path) -> Iterator[Example]:
    """Read the pairs that are one word in each script: Cyrillic, Latin, how often."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        latin, cyrillic, often = line.split("\t")
        one, other = words(cyrillic), words(latin)
        if len(one) == len(other) == 1 and script(one[0]) == "cyrillic":
            yield russian(one[0]), other[0], int(often)


def held_back(latin: str, part: int = 16) -> bool:
    """Whether a word belongs to the validation part: one in `part`, by its hash."""
    return hashlib.sha256(latin.encode()).digest()[0] % part == 0


def learned(examples: list[Example]) -> Model:
    """Learn the model from examples."""
    pairs = [
        (cyrillic, latin, 1.0 + math.log2(often))
        for cyrillic, latin, often in examples
        if min(len(cyrillic), len(latin)) >= SHORTEST
        and max(len(cyrillic), len(latin)) <= LONGEST
    ]
    pieces = alignment.learn(pairs, least=LEAST)
    return model_of(
        order=count(_ordered(pairs, pieces), 1),
        cyrillic=count(((each[0], each[2]) for each in pairs), CYRILLIC_BACK),
        latin=count(((each[1], each[2]) for each in pairs), LATIN_BACK),
        common=_common(examples),
    )


def _ordered(
    pairs: list[alignment.Pair], pieces: dict[alignment.Piece, float]
) -> Iterator[tuple[list[str], float]]:
    """Give the best cut of each pair, and of its form without diacritics."""
    for cyrillic, latin, often in pairs:
        cut = alignment.best(cyrillic, latin, pieces)
        if cut is None:
            continue
        yield ["=".join(piece) for piece in cut], often
        plain = [(left, folded(right)) for left, right in cut]
        if plain != list(cut) and all(piece in pieces for piece in plain):
            yield ["=".join(piece) for piece in plain], PLAIN * often


def _common(examples: list[Example]) -> dict[str, int]:
    seen: dict[str, int] = {}
    for cyrillic, latin, often in examples:
        for word in (cyrillic, latin):
            seen[word] = seen.get(word, 0) + often
    seen[""] = sum(often for *_, often in examples)
    return {word: often for word, often in seen.items() if often >= COMMON}
