"""In which language does this part of a text speak?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from safeconduct.disclosure.redaction.telling import Telling
from safeconduct.disclosure.redaction.wording import LANGUAGES
from safeconduct.text.language import language_of

UKRAINIAN: Final = re.compile("[іїєґІЇЄҐ]")
RUSSIAN: Final = re.compile("[ыэъёЫЭЪЁ]")
HANGUL: Final = re.compile("[가-힣]")
CYRILLIC: Final = re.compile("[А-яІЇЄҐіїєґё]")
LATIN: Final = re.compile("[A-Za-z]")
SYLLABLE: Final = 3
"""Letters that a Hangul syllable stands for."""
AROUND: Final = 120  # characters on each side that decide


@dataclass(frozen=True, slots=True)
class Tongue:
    """A text, and the language of most of it."""

    text: str
    main: str

    def at(self, telling: Telling) -> str:
        """Tell the language of the words around a span, in its line.

        The span itself has no say: a mask in the script of the name it hides would
        tell where he comes from. Only a line of nothing else is asked for its own.
        """
        start = self.text.rfind("\n", 0, telling.start) + 1
        end = self.text.find("\n", telling.end)
        before = self.text[max(start, telling.start - AROUND) : telling.start]
        after = self.text[telling.end : end if end >= 0 else None][:AROUND]
        alone = self.text[telling.start : telling.end]
        return self._of(before + after) or self._of(alone) or self.main

    def _of(self, words: str) -> str:
        """Tell the language of some words by their letters; "" without any."""
        counts = {
            "ko": SYLLABLE * len(HANGUL.findall(words)),
            "ru": len(CYRILLIC.findall(words)),
            "en": len(LATIN.findall(words)),
        }
        most = max(counts, key=counts.__getitem__)
        if not counts[most]:
            return ""
        return self._slavic(words) if most == "ru" else most

    def _slavic(self, words: str) -> str:
        ukrainian, russian = (len(p.findall(words)) for p in (UKRAINIAN, RUSSIAN))
        if ukrainian == russian:
            return self.main if self.main in {"uk", "ru"} else "ru"
        return "uk" if ukrainian > russian else "ru"


def tongue_of(text: str) -> Tongue:
    """Tell the language of a text; English where none of ours is found."""
    found = language_of(text)
    return Tongue(text, found if found in LANGUAGES else "en")
