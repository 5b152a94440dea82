"""In which of our four languages is this text written?"""

from __future__ import annotations

import re
from typing import Literal

Language = Literal["en", "ko", "uk", "ru"]

HANGUL = re.compile("[가-힣]")
CYRILLIC = re.compile("[Ѐ-ӿ]")
LATIN = re.compile("[A-Za-z]")
WORD = re.compile(r"[^\W\d_]+")

# A Hangul syllable stands for two or three letters.
HANGUL_WEIGHT = 2.5
# Letters and words that one language has and the other has not.
UKRAINIAN = re.compile(r"[іїєґ]|\b(?:та|що|від|як|або|було|він)\b", re.IGNORECASE)
RUSSIAN = re.compile(r"[ыэёъ]|\b(?:и|что|от|как|или|было|он)\b", re.IGNORECASE)
ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|a|is|that|for|on|was|with|as|by|at|from|it|be|are|have"
    r"|had|has|were|their|which|this|not|been|who|said)\b"
)
ENOUGH_LETTERS = 10
STOP_SHARE = 0.12


def language_of(text: str) -> Language | None:
    """Tell the language, or None where the text is too short or another's.

    The script decides first; Ukrainian and Russian part by their own letters and
    words, English from other Latin languages by its stop words.
    """
    letters = {
        "ko": len(HANGUL.findall(text)) * HANGUL_WEIGHT,
        "cyrillic": float(len(CYRILLIC.findall(text))),
        "latin": float(len(LATIN.findall(text))),
    }
    script = max(letters, key=lambda name: letters[name])
    if letters[script] < ENOUGH_LETTERS:
        return None
    if script == "ko":
        return "ko"
    if script == "cyrillic":
        return _slavic(text)
    return _latin(text)


def _slavic(text: str) -> Language | None:
    ukrainian = len(UKRAINIAN.findall(text))
    russian = len(RUSSIAN.findall(text))
    if ukrainian == russian:
        return None
    return "uk" if ukrainian > russian else "ru"


def _latin(text: str) -> Language | None:
    words = len(WORD.findall(text))
    stops = len(ENGLISH.findall(text.lower()))
    return "en" if stops >= STOP_SHARE * words else None
