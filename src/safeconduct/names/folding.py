"""Which words and parts does a written name have, without case, accents and signs?

Spaces, hyphens and capitals inside a word are kept as borders: hints, not rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from safeconduct.names.errors import LIMIT, measured
from safeconduct.names.hangul import is_syllable


class Script(StrEnum):
    """The scripts that Korean names are read in; OTHER is read by nobody here."""

    HANGUL = "hangul"
    LATIN = "latin"
    CYRILLIC = "cyrillic"
    HANJA = "hanja"
    OTHER = "other"


class Folded(NamedTuple):
    """A name, folded.

    Attributes:
        script: Which most of its letters belong to.
        words: Separated by spaces; each a tuple of parts, separated by hyphens.
    """

    script: Script
    words: tuple[tuple[str, ...], ...]


APOSTROPHES = "'’‘ʼ`´ʹʻ′ʾʿ\u02bd＇"
HYPHENS = "-‐‑‒–—−‧·・．.＿_=＝"
LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
        "ß": "ss", "æ": "ae", "œ": "oe",
        "ı": "i", "ħ": "h", "ŋ": "ng", "ə": "e", "ɓ": "b", "ɗ": "d",
    }
)  # fmt: skip
CYRILLIC = str.maketrans(
    {"і": "и", "ї": "и", "є": "е", "ґ": "г", "ў": "у", "ѣ": "е", "ѳ": "ф", "ѵ": "и",
     "ј": "й", "ӯ": "у", "ӣ": "и", "ө": "о", "ү": "у", "ң": "н",
     "қ": "к", "ғ": "г", "һ": "х",
     "ә": "э"}
)  # fmt: skip
LOOKALIKES = str.maketrans("aceopxyikmtbh", "асеорхуікмтвн")
"""Latin letters typed into a Cyrillic name because they look the same."""
PLAIN_CYRILLIC = CYRILLIC | {
    code: CYRILLIC.get(letter, letter) for code, letter in LOOKALIKES.items()
}
BACK = str.maketrans("асеорхуі", "aceopxyi")
SIGNS = str.maketrans(
    dict.fromkeys(APOSTROPHES) | dict.fromkeys(HYPHENS, "-") | {",": " "}
)
SIGN = re.compile("[" + re.escape("".join(map(chr, SIGNS))) + "]")
CAPITAL_INSIDE = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
LATIN_LETTER = re.compile("[A-Za-z]")
NOT_LATIN = re.compile(r"[^a-z]+")
NOT_CYRILLIC = re.compile(r"[^а-яё]+")


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> Folded:
    """Fold a written name.

    Raises:
        TooLong: It has more than 200 characters.
    """
    text = unicodedata.normalize("NFKC", measured(text))[:400]
    script = script_of(text)
    if script is Script.OTHER:
        return Folded(script, ())
    return Folded(script, _words(text, script))


def fold_all(texts: Iterable[str]) -> list[Folded | None]:
    """Fold many names, each word of them once; `None` for a text that is too long."""
    return [_fold(text) if len(text) <= LIMIT else None for text in texts]


def _fold(text: str) -> Folded:
    found: Script | None = None
    words = []
    for token in text.split():
        script, parts = _token(token)
        if script is Script.OTHER or (found and script and script is not found):
            return fold(text)  # its words cannot be read each for itself
        found = found or script
        if parts:
            words.append(parts)
    if found is None or found is Script.HANJA:  # which keeps what is no letter
        return fold(text)
    return Folded(found, tuple(words))


@lru_cache(maxsize=1 << 17)
def _token(token: str) -> tuple[Script | None, tuple[str, ...]]:
    """Read what stands between two spaces: its script, and its parts.

    The script is None where there is no letter, and OTHER where what stands beside the
    token may change how it is read.
    """
    scripts = _scripts(token)
    is_plain = unicodedata.is_normalized("NFKC", token) and "," not in token
    if not is_plain or len(scripts) > 1:
        return Script.OTHER, ()
    if not scripts:
        return None, ()
    script = next(iter(scripts))
    return script, _parts(token.translate(SIGNS), script)


_BLOCKS = (
    (0x41, 0x24F, Script.LATIN),
    (0x400, 0x52F, Script.CYRILLIC),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x3130, 0x318F, Script.HANGUL),
    (0x3400, 0x9FFF, Script.HANJA),
    (0xAC00, 0xD7A3, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HANJA),
)


@lru_cache(maxsize=1 << 12)
def _script(letter: str) -> Script:
    point = ord(letter)
    for first, last, script in _BLOCKS:
        if first <= point <= last and letter.isalpha():
            return script
    return Script.OTHER


@lru_cache(maxsize=1 << 16)
def _scripts(word: str) -> frozenset[Script]:
    return frozenset(map(_script, word)) - {Script.OTHER}


def script_of(text: str) -> Script:
    """Return the script of most letters; one Hangul letter makes a name Hangul."""
    if text.isascii():
        return Script.LATIN if LATIN_LETTER.search(text) else Script.OTHER
    found = frozenset().union(*map(_scripts, text.split()))
    if Script.HANGUL in found:
        return Script.HANGUL
    if len(found) == 1:
        return next(iter(found))
    counts = Counter(map(_script, text))
    counts[Script.OTHER] = 0
    best = max(Script, key=lambda each: counts[each])
    return best if counts[best] else Script.OTHER


def _words(text: str, script: Script) -> tuple[tuple[str, ...], ...]:
    if SIGN.search(text):
        text = text.translate(SIGNS)
    return tuple(parts for word in text.split() if (parts := _parts(word, script)))


@lru_cache(maxsize=1 << 16)
def _parts(word: str, script: Script) -> tuple[str, ...]:
    if not (word.istitle() or word.isupper() or word.islower()):
        word = CAPITAL_INSIDE.sub("-", word)
    return tuple(filter(None, map(_READERS[script], word.split("-"))))


def _latin(part: str) -> str:
    part = part.lower()
    if part.isascii():
        return part if part.isalpha() else NOT_LATIN.sub("", part)
    part = unicodedata.normalize("NFKD", part.translate(LETTERS).translate(BACK))
    return NOT_LATIN.sub("", part)


def _cyrillic(part: str) -> str:
    part = part.lower().translate(PLAIN_CYRILLIC)
    part = part.replace("йо", "ё").replace("ьо", "ё")
    return NOT_CYRILLIC.sub("", part)


def _hangul(part: str) -> str:
    return "".join(filter(is_syllable, part))


def _hanja(part: str) -> str:
    return part


_READERS = {
    Script.LATIN: _latin,
    Script.CYRILLIC: _cyrillic,
    Script.HANGUL: _hangul,
    Script.HANJA: _hanja,
}
