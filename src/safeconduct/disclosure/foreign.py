"""How does Hangul write a name that is not Korean?

드미트리 벨로프 is Dmitry Belov: a consonant without a vowel gets ㅡ, a last в is 프, an
l between vowels is written twice. Both sides are brought to one skeleton, in which
these differences are gone; Korean names never are looked for here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from safeconduct.disclosure.folding import CODA, ONSET, VOWEL, fold, reduced
from safeconduct.disclosure.variants import (
    HIATUS,
    PARTICLE,
    SILENT,
    WORD,
    Writings,
    as_russians_write,
    is_patronymic,
    siblings,
)
from safeconduct.names.hangul import is_syllable, split

SHORTEST = 3
"""Syllables of a surname that is looked for alone; shorter ones are Korean words."""
LONGEST = 4
"""Words of a name that are looked for."""
HANGUL = re.compile(r"[가-힣]+")
PARTED = re.compile(r"\s?[ ·]\s?")
ENDING = re.compile(
    r"(?:이라는|이라고|라는|라고|이며|에게|에게서|에서|로부터|[은는이가을를의와과도로]|씨)?(?:[은는이가의을를도])?"
)
HISSING = re.compile(r"(?:sh|ch|j|ge|ш|ж|ч|щ)$", re.IGNORECASE)
"""After these Hangul writes ㅣ: Suresh is 수레시."""
Z = re.compile("[zз]", re.IGNORECASE)
NG = re.compile(r"([nн])(?=[gг][aeiouyаеёиоуыэюя])", re.IGNORECASE)
OE = re.compile(r"[oо](?=(?:y|i)?[eеєэ])", re.IGNORECASE)
VOWELS = (("ei", "e"), ("ai", "e"), ("oi", "we"))


@lru_cache(maxsize=1 << 15)
def spoken(hangul: str) -> str:
    """Bring a Hangul word to its skeleton."""
    letters = ""
    for syllable in hangul:
        onset, vowel, coda = split(syllable)
        sound = "" if vowel == "ㅡ" else VOWEL[vowel]
        if vowel == "ㅟ" and onset in "ㅅㅈㅊ":
            sound = "i"  # 라메쉬 is 라메시
        letters += ONSET[onset] + sound + CODA.get(coda, "")
    return _alike(letters)


def _as_j(match: re.Match[str]) -> str:
    return "j" if match[0].isascii() else "ж"


@lru_cache(maxsize=1 << 15)
def skeletons(word: str) -> Writings:
    """Bring a word in Latin or Cyrillic letters to its skeletons."""
    # An ng before a vowel is heard as two sounds: Монгуш is 몽구시.
    parted = NG.sub(r"\1-", word)
    apart = "".join(map(fold, parted.split("-")))
    russian = map(fold, as_russians_write(word.lower()))
    forms = [f for f in (fold(word), apart, *siblings(word), *russian) if f]
    # A z is heard as ㅈ, an h before a vowel may be silent.
    forms += [fold(Z.sub(_as_j, word))] if Z.search(word) else []
    forms += [fold(word[1:])] if SILENT.match(word) else []
    if OE.search(word):  # Гомбоев is three syllables
        forms += [
            fold(word[: cut.end()]) + fold(word[cut.end() :])
            for cut in OE.finditer(word)
        ]
    if cut := HIATUS.search(word):
        forms.append(fold(word[: cut.start()]) + fold(word[cut.start() :]))
    if HISSING.search(word):
        forms += [form + "i" for form in forms]
    return tuple(dict.fromkeys(map(_alike, forms)))


def _alike(letters: str) -> str:
    for old, new in VOWELS:
        letters = letters.replace(old, new)
    return reduced(letters.replace("w", "p").replace("f", "p").replace("y", ""))


def heard_as(name: str) -> tuple[Writings, ...]:
    """Return the skeletons of each word of a name that is not Korean."""
    words = [w for w in WORD.findall(name) if not is_syllable(w[0])]
    kept = [w for w in words if w.lower() not in PARTICLE and not is_patronymic(w)]
    return tuple(map(skeletons, kept[:LONGEST]))


def heard(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield what may be a foreign name in a Hangul text: start, end, skeletons."""
    words = list(HANGUL.finditer(text))
    for number, match in enumerate(words):
        for end, skeleton in _stems(match):
            if end - match.start() >= SHORTEST:
                yield match.start(), end, (skeleton,)
        if number + 1 == len(words):
            return
        after = words[number + 1]
        if PARTED.fullmatch(text, match.end(), after.start()):
            for end, skeleton in _stems(after):
                yield match.start(), end, (spoken(match[0]), skeleton)


def _stems(match: re.Match[str]) -> Iterable[tuple[int, str]]:
    """Yield a word, and what is left of it without a particle."""
    word = match[0]
    for length in range(max(2, len(word) - 4), len(word) + 1):
        if length == len(word) and word[-1] in "은는을를":
            return
        if ENDING.fullmatch(word, length):
            yield match.start() + length, spoken(word[:length])
