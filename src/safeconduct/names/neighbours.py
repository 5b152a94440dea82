"""Which names of a large pool look or sound a little like this one?

Reading every name of a pool as a noisy channel does costs too much when few are asked
for. So the pool is first looked through coarsely: every name is written in plain Latin
letters, once as it is and once with only its kinds of sounds, and cut into pieces of
three letters. Names that share many rare pieces are neighbours (cosine, weighted by
inverse document frequency: Salton and Buckley, Information Processing & Management 24,
1988). All names are rewritten in one long text, which is why 200,000 take a second.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import product

import numpy as np
import numpy.typing as npt

from safeconduct.names.hangul import FIRST, LAST

__all__ = ["Neighbours", "plain"]

PIECE = 3
BUCKETS = 1 << 18  # pieces are numbered by a hash; two in one bucket do little harm

# Korean sounds in Latin letters, in the order of Unicode; a blank where one is silent.
_ONSETS = "g kk n d tt r m b pp s ss _ j jj ch k t p h"
_VOWELS = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i"
_FINALS = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p _"
_CYRILLIC = "абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюя"
_LATIN = (
    "a b v g g d e e io zh z i i i i k l m n o p r s t u u f h ts ch sh sh"
    " _ i _ e iu ia"
)
WHOLE = {"ß": "ss", "æ": "e", "œ": "e", "ø": "o", "đ": "d", "ð": "d", "ł": "l"}
WHOLE |= {"þ": "t", "ı": "i", "ħ": "h", "ə": "a"}
# One sound, many spellings: the longer first.
SPELLINGS = (
    *(("sch", "sh"), ("tch", "ch"), ("cz", "ch"), ("sz", "sh"), ("ck", "k")),
    *(("oo", "u"), ("ou", "u"), ("ee", "i"), ("eo", "o"), ("eu", "u"), ("ae", "e")),
    *(("ai", "e"), ("ay", "e"), ("ey", "i"), ("kh", "h"), ("ph", "f"), ("x", "ks")),
    *(("w", "v"), ("y", "i"), ("q", "k")),
)
# Kinds of sounds: what is voiced, breathed or nasal in one script is not in the other.
KINDS = (
    *(("ch", "j"), ("sh", "s"), ("zh", "j"), ("ts", "j"), ("tz", "j"), ("dz", "j")),
    *(("th", "t"), ("ng", "n"), ("h", ""), ("v", "b")),
)
KIND = str.maketrans("gcdbflzeou", "kktpprjioo")
REPEATED = re.compile(r"([a-z])\1+")
NO_LETTER = re.compile(r"[^a-z\n]+")
JOINTS = str.maketrans("", "", "-'’‘ʼʹʻ`´ʾʿ‐‑")

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float32]


class Neighbours:
    """The names of a pool, cut into pieces."""

    def __init__(self, names: Sequence[str]) -> None:
        letters = plain(names)
        self._letters = _Pieces(letters)
        self._sounds = _Pieces(_sounds(letters))

    def nearest(self, texts: Sequence[str], most: int) -> list[tuple[int, float]]:
        """Give the nearest names, the nearest first: place and likeness.

        Args:
            texts: One name, in one or more ways of writing it.
            most: How many to give.
        """
        likeness = self.likeness(texts)
        if most < len(likeness):
            chosen = np.argpartition(-likeness, most)[:most]
        else:
            chosen = np.arange(len(likeness))
        order = np.lexsort((chosen, -likeness[chosen]))
        return [(int(place), float(likeness[place])) for place in chosen[order]]

    def likeness(self, texts: Sequence[str]) -> Shares:
        """Say of every name how alike it is, from 0 to 2."""
        letters = plain(texts)
        both = zip(letters, _sounds(letters), strict=True)
        found = [
            self._letters.likeness(one) + self._sounds.likeness(two)
            for one, two in both
        ]
        return np.max(found, axis=0) if found else self._letters.likeness("")


class _Pieces:
    """Which texts hold a piece: postings by piece, with weights."""

    def __init__(self, texts: Sequence[str]) -> None:
        pieces, owners = _cut(texts)
        order = np.argsort(pieces, kind="stable")
        counts = np.bincount(pieces, minlength=BUCKETS)
        self._count = len(texts)
        self._ends = np.concatenate(([0], np.cumsum(counts)))
        self._owners = owners[order].astype(np.int32)
        self._rarity = np.log((1 + len(texts)) / (1 + counts)).astype(np.float32) ** 2
        squares = np.bincount(owners, self._rarity[pieces], minlength=len(texts))
        self._norms = np.sqrt(np.maximum(squares, 1e-9)).astype(np.float32)

    def likeness(self, text: str) -> Shares:
        """The cosine of a text and every text of the pool."""
        pieces = np.unique(_cut([text])[0])
        parts = [slice(self._ends[p], self._ends[p + 1]) for p in pieces]
        if not parts:
            return np.zeros(self._count, np.float32)
        owners = np.concatenate([self._owners[part] for part in parts])
        rarity = np.repeat(self._rarity[pieces], [p.stop - p.start for p in parts])
        shared = np.bincount(owners, rarity, minlength=self._count)
        norm = float(np.sqrt(self._rarity[pieces].sum())) or 1.0
        found: Shares = (shared / (self._norms * norm)).astype(np.float32)
        return found


def _cut(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Cut texts into pieces; give the number of each and the place of its text.

    A blank stands before, between and after words, and is never in a piece's middle.
    """
    whole = "\n ".join(["", *texts, ""]).replace("\n", " \n")
    signs = np.frombuffer(whole.encode("utf-32-le"), np.uint32).astype(np.int64)
    place = np.cumsum(signs == ord("\n")) - 1
    first, second, third = signs[:-2], signs[1:-1], signs[2:]
    blank = ord(" ")
    good = (second > blank) & (first >= blank) & (third >= blank)
    numbers = (first * 961 + second * 31 + third)[good] % BUCKETS
    return numbers, place[:-2][good]


def plain(names: Sequence[str]) -> list[str]:
    """Write names in plain Latin letters, one sound in one way.

    Hyphens and apostrophes join, everything else that is no letter parts words.
    """
    if not names:
        return []
    whole = "\n".join(name.replace("\n", " ") for name in names)
    whole = unicodedata.normalize("NFC", whole).casefold().translate(JOINTS)
    if not whole.isascii():
        whole = unicodedata.normalize("NFKD", whole.translate(_letters()))
        whole = "".join(s for s in whole if s < "\u0300" or s > "\u036f")
    whole = NO_LETTER.sub(" ", whole)
    for spelled, sound in SPELLINGS:
        whole = whole.replace(spelled, sound)
    return whole.split("\n")


def _sounds(letters: Sequence[str]) -> list[str]:
    """Leave of plain letters the kinds of sounds, without blanks.

    Three kinds of vowels are left: scripts and habits part them in too many ways.
    """
    whole = "\n".join(letters)
    for letter, kind in KINDS:
        whole = whole.replace(letter, kind)
    whole = REPEATED.sub(r"\1", whole.translate(KIND)).replace(" ", "")
    return whole.split("\n") if letters else []


@cache
def _letters() -> dict[int, str]:
    """What stands for a Hangul syllable, a Cyrillic letter, a whole Latin one."""
    sounds = product(*map(_sounding, (_ONSETS, _VOWELS, _FINALS)))
    syllables = map("".join, sounds)
    numbered = dict(zip(range(FIRST, LAST + 1), syllables, strict=True))
    letters = dict(zip(_CYRILLIC, _sounding(_LATIN), strict=True)) | WHOLE
    return numbered | {ord(one): to for one, to in letters.items()}


def _sounding(row: str) -> list[str]:
    return [one.strip("_") for one in row.split(" ")]
