"""Which of many names are likest to one?

Three sieves, each finer and dearer than the one before: pairs and triples of letters
that both share (an index, all names), the channel's joint probability word by word
(`SIEVED` names), the full weight (the last few). The letters looked for are not the
query's own but those that its likely spellings in Latin letters would have, each by its
probability.
"""

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from safeconduct.names.errors import LIMIT
from safeconduct.names.general.channel import channel, query
from safeconduct.names.general.letters import folded, russian, script, words
from safeconduct.names.general.reading import read
from safeconduct.names.general.romanising import coarse
from safeconduct.names.general.weighing import channel_weight, weight

__all__ = ["Pool"]

SIEVED = 300
# Spellings of a query word from which the letters looked for are taken.
SPELLINGS = 100
# How much the probabilities of spellings are levelled: the likeliest are not all.
LEVELLED = 0.5
LETTERS = 27
BORDER = ord(" ")
Numbers = NDArray[np.int32]


class Pool:
    """Names made ready to be searched; 200,000 take a few seconds."""

    def __init__(self, names: Sequence[str]) -> None:
        """Index names; one that is too long to be a name is never found."""
        self.words = [_words(name) for name in names]
        texts = [" ".join(map(_skeleton, each)) for each in self.words]
        self.cyrillic = any(
            script(word) == "cyrillic" for each in self.words for word in each
        )
        grams, owners = _grams(texts)
        order = np.argsort(grams, kind="stable")
        self.owners = owners[order]
        grams = grams[order]
        self.starts = np.searchsorted(grams, np.arange(LETTERS**3 * 2 + 1))
        often = np.diff(self.starts)
        self.rare = np.log((len(names) + 1.0) / np.maximum(often, 1)).astype(np.float32)
        self.size = np.bincount(
            self.owners, weights=self.rare[grams], minlength=len(names)
        ).astype(np.float32)
        self.names = names

    def nearest(self, text: str, k: int = 10) -> list[tuple[int, float]]:
        """Return the k likest names: place in the pool and weight in nats, best first.

        Raises:
            TooLong: The text has more than 200 characters.
        """
        asked = words(text)
        found = self.sieved(asked, max(SIEVED, 2 * k))
        rough = self.joined(asked, found)
        best = sorted(found, key=lambda at: (-rough[at], at))[: max(2 * k, 30)]
        exact = ((at, weight(text, self.names[at]).nats) for at in best)
        return sorted(exact, key=lambda each: (-each[1], -rough[each[0]], each[0]))[:k]

    def sieved(self, asked: Sequence[str], n: int) -> list[int]:
        """Return the places of the n names that share most letters with a query."""
        looked = self._profile(asked)
        score = np.zeros(len(self.names), np.float32)
        total = 0.0
        for gram, share in looked.items():
            rare = float(self.rare[gram])
            total += share * rare
            score[self.owners[self.starts[gram] : self.starts[gram + 1]]] += (
                share * rare
            )
        if not total:
            return []
        score *= 2.0 / (self.size + total)
        n = min(n, len(score))
        top = np.argpartition(-score, n - 1)[:n]
        return [int(at) for at in top[score[top] > 0]]

    def _profile(self, asked: Sequence[str]) -> dict[int, float]:
        looked: defaultdict[int, float] = defaultdict(float)
        for word in asked:
            for spelling, share in self._spellings(word):
                for gram in set(_grams([spelling])[0].tolist()):
                    looked[gram] += share
        return looked

    def _spellings(self, word: str) -> list[tuple[str, float]]:
        """Return how a word may stand in the pool, with shares that sum to one."""
        found: dict[str, float] = {}
        if script(word) == "cyrillic":
            for latin, logp in channel().spellings(russian(word), SPELLINGS):
                plain = folded(latin)
                found[plain] = found.get(plain, 0.0) + math.exp(LEVELLED * logp)
        total = sum(found.values()) or 1.0
        shares = [(plain, mass / total) for plain, mass in found.items()]
        if self.cyrillic or not shares:
            keys = read(word)[:8] if self.cyrillic else ()
            shares += [(key, math.exp(logp)) for key, logp in keys]
            shares.append((_skeleton(word), 1.0))
        return shares

    def joined(self, asked: Sequence[str], found: Sequence[int]) -> dict[int, float]:
        """Return a rough weight of the names found: for each word its best answer."""
        met = {word for at in found for word in self.words[at]}
        table = {word: _answers(word, met) for word in asked}
        return {
            at: sum(
                max((answers[word] for word in self.words[at]), default=ROUGH)
                for answers in table.values()
            )
            - 0.5 * abs(len(asked) - len(self.words[at]))
            for at in found
        }


ROUGH = -12.0


def _answers(word: str, met: set[str]) -> dict[str, float]:
    """Weigh a query word against all words met, across scripts by the channel."""
    kind = script(word)
    if kind == "cyrillic":
        latin = [each for each in met if script(each) == "latin"]
        known = channel().known
        query(word).learn({known(each) for each in latin})
    return {each: max(ROUGH, _rough(word, each)) for each in met}


def _rough(a: str, b: str) -> float:
    kinds = (script(a), script(b))
    if kinds == ("cyrillic", "latin"):
        return channel_weight(a, b)
    if kinds == ("latin", "cyrillic"):
        return channel_weight(b, a)
    one, other = _skeleton(a), _skeleton(b)
    return 20.0 * _alike(one, other) - 10.0


def _alike(a: str, b: str) -> float:
    """Return the share of letter pairs two words have in common (Dice)."""
    one = {a[at : at + 2] for at in range(-1, len(a))}
    other = {b[at : at + 2] for at in range(-1, len(b))}
    return 2.0 * len(one & other) / (len(one) + len(other))


def _words(name: str) -> tuple[str, ...]:
    return words(name) if len(name) <= LIMIT else ()


def _skeleton(word: str) -> str:
    return coarse(russian(word)) if script(word) == "cyrillic" else folded(word)


def _grams(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Return all pairs and triples of letters of all texts, and whose they are.

    A border of a word is a letter too. Pairs stand after the triples.
    """
    if not texts:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    joined = "  ".join(texts)
    letters = np.frombuffer(f" {joined} ".encode("ascii"), np.uint8).astype(np.int32)
    letters = np.where(letters == BORDER, 0, letters - 96)
    owners = np.repeat(
        np.arange(len(texts), dtype=np.int32), [len(text) + 2 for text in texts]
    )
    pairs = letters[:-1] * LETTERS + letters[1:]
    triples = pairs[:-1] * LETTERS + letters[2:]
    real = (letters[:-1] > 0) | (letters[1:] > 0)
    inner = real[:-1] & real[1:]
    grams = np.concatenate([triples[inner], pairs[real] + LETTERS**3])
    return grams.astype(np.int32), np.concatenate(
        [owners[1:-1][inner], owners[:-1][real]]
    )
