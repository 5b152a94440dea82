"""What are the parts of a Hangul syllable, and what do North and South write for one?

A syllable is an onset, a vowel and a coda, and Unicode numbers the syllables in that
order (The Unicode Standard, section 3.12), so arithmetic takes them apart and a
half-written syllable is a range of code points.
"""

import unicodedata

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
FIRST, LAST = 0xAC00, 0xD7A3
PER_ONSET, PER_VOWEL = 588, 28
"""Syllables that share an onset; that share onset and vowel."""

Y_VOWELS = frozenset("ㅑㅒㅕㅖㅛㅠ")
SONORANT = frozenset("ㄴㄹㅁㅇ")


def is_syllable(letter: str) -> bool:
    """Whether a character is a whole Hangul syllable."""
    return FIRST <= ord(letter) <= LAST


def split(syllable: str) -> tuple[str, str, str]:
    """Take a syllable apart into onset, vowel and coda ("" if it has none)."""
    onset, rest = divmod(ord(syllable) - FIRST, PER_ONSET)
    vowel, coda = divmod(rest, PER_VOWEL)
    return ONSETS[onset], VOWELS[vowel], CODAS[coda]


def join(onset: str, vowel: str, coda: str = "") -> str:
    """Put a syllable together."""
    number = ONSETS.index(onset) * PER_ONSET + VOWELS.index(vowel) * PER_VOWEL
    return chr(FIRST + number + CODAS.index(coda))


def lawful(syllable: str) -> str:
    """Apply the initial-sound law to one syllable.

    ㄹ is dropped before ㅣ and the y-vowels and is ㄴ elsewhere; ㄴ is dropped
    before the y-vowels (Hangul orthography of the South, articles 10 to 12); ㄲ is
    taken for ㄱ.
    """
    onset, vowel, coda = split(syllable)
    if onset == "ㄹ":
        onset = "ㅇ" if vowel == "ㅣ" or vowel in Y_VOWELS else "ㄴ"
    elif onset == "ㄴ" and vowel in Y_VOWELS:
        onset = "ㅇ"
    elif onset == "ㄲ":
        onset = "ㄱ"
    return join(onset, vowel, coda)


def written(text: str) -> str:
    """Return the Hangul syllables of a text, composed, and nothing else."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(filter(is_syllable, composed))


def key(hangul: str) -> str:
    """Return the canonical key of a name in Hangul.

    The law is applied to every syllable, so that a northern and a southern record
    share a key (리영호, 이영호). The key is too wide on purpose (유라 and 유나 share
    one as well): it finds candidates, it does not decide.
    """
    return "".join(map(lawful, written(hangul)))
