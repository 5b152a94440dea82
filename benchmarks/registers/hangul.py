"""How is a Korean syllable built, and what becomes of it beside its neighbour?

Sources: the Unicode standard (chapter 3.12) for the arithmetic; the Standard
Pronunciation of Korean (1988) for the changes, as far as names need them.
"""

from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = (
    *("", "ㄱ", "ㄲ", "ㄳ", "ㄴ", "ㄵ", "ㄶ", "ㄷ", "ㄹ", "ㄺ", "ㄻ", "ㄼ", "ㄽ", "ㄾ"),
    *(
        "ㄿ",
        "ㅀ",
        "ㅁ",
        "ㅂ",
        "ㅄ",
        "ㅅ",
        "ㅆ",
        "ㅇ",
        "ㅈ",
        "ㅊ",
        "ㅋ",
        "ㅌ",
        "ㅍ",
        "ㅎ",
    ),
)
FIRST, LAST = "가", "힣"
SILENT = "ㅇ"
IOTATED = "ㅑㅒㅕㅖㅛㅠㅣ"

# What is heard of a coda before a pause: one of seven sounds.
HEARD = {
    **dict.fromkeys(("ㄱ", "ㄲ", "ㅋ", "ㄳ", "ㄺ"), "ㄱ"),
    **dict.fromkeys(("ㄷ", "ㅅ", "ㅆ", "ㅈ", "ㅊ", "ㅌ", "ㅎ"), "ㄷ"),
    **dict.fromkeys(("ㅂ", "ㅍ", "ㅄ", "ㄿ"), "ㅂ"),
    **dict.fromkeys(("ㄴ", "ㄵ", "ㄶ"), "ㄴ"),
    **dict.fromkeys(("ㄹ", "ㄼ", "ㄽ", "ㄾ", "ㅀ"), "ㄹ"),
    **dict.fromkeys(("ㅁ", "ㄻ"), "ㅁ"),
    "ㅇ": "ㅇ",
    "": "",
}
NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}


class Syllable(NamedTuple):
    """One syllable in compatibility jamo; no coda is the empty string."""

    onset: str
    vowel: str
    coda: str


@cache
def split(syllable: str) -> Syllable:
    """Take one precomposed syllable apart."""
    rest, coda = divmod(ord(syllable) - ord(FIRST), len(CODAS))
    onset, vowel = divmod(rest, len(VOWELS))
    return Syllable(ONSETS[onset], VOWELS[vowel], CODAS[coda])


def compose(syllable: Syllable) -> str:
    """Put a syllable together again."""
    place = ONSETS.index(syllable.onset) * len(VOWELS) + VOWELS.index(syllable.vowel)
    return chr(ord(FIRST) + place * len(CODAS) + CODAS.index(syllable.coda))


def is_hangul(text: str) -> bool:
    """Whether there is a syllable in it."""
    return any(FIRST <= letter <= LAST for letter in text)


@lru_cache(1 << 16)
def southern(word: str) -> str:
    """Write a northern word as the South does: no ㄹ at its head, no ㄴ before a y.

    Within a word only 렬 and 률 change, after a vowel or ㄴ (Hangul Orthography §11).
    """
    if not word:
        return word
    parts = [split(syllable) for syllable in word]
    parts[0] = _without_liquid(parts[0])
    for i, (left, right) in enumerate(pairwise(parts), 1):
        is_bare = left.coda in {"", "ㄴ"}
        if is_bare and right in {("ㄹ", "ㅕ", "ㄹ"), ("ㄹ", "ㅠ", "ㄹ")}:
            parts[i] = right._replace(onset=SILENT)
    return "".join(compose(part) for part in parts)


def _without_liquid(first: Syllable) -> Syllable:
    if first.onset in {"ㄹ", "ㄴ"} and first.vowel in IOTATED:
        return first._replace(onset=SILENT)
    return first._replace(onset="ㄴ") if first.onset == "ㄹ" else first


@lru_cache(1 << 16)
def as_written(word: str) -> tuple[Syllable, ...]:
    """Take a word apart, each syllable by itself, with the codas that are heard."""
    parts = [split(syllable) for syllable in word]
    return tuple(part._replace(coda=HEARD.get(part.coda, "ㄱ")) for part in parts)


@lru_cache(1 << 16)
def as_heard(word: str) -> tuple[Syllable, ...]:
    """Take a word apart as it is said: 신라 as 실라, 학룡 as 항뇽, 일영 as 이령."""
    parts = [split(syllable) for syllable in word]
    for i in range(len(parts) - 1):
        parts[i], parts[i + 1] = _meet(parts[i], parts[i + 1])
    return tuple(part._replace(coda=HEARD.get(part.coda, "ㄱ")) for part in parts)


def _meet(left: Syllable, right: Syllable) -> tuple[Syllable, Syllable]:
    """Change a coda and the onset after it."""
    if right.onset == SILENT and left.coda in ONSETS and left.coda not in {"", SILENT}:
        return left._replace(coda=""), right._replace(onset=left.coda)
    coda, onset = HEARD.get(left.coda, "ㄱ"), right.onset
    if {coda, onset} in ({"ㄴ", "ㄹ"}, {"ㄹ"}):
        coda, onset = "ㄹ", "ㄹ"
    elif onset == "ㄹ" and coda:
        coda, onset = NASAL.get(coda, coda), "ㄴ"
    elif onset in {"ㄴ", "ㅁ"}:
        coda = NASAL.get(coda, coda)
    return left._replace(coda=coda), right._replace(onset=onset)
