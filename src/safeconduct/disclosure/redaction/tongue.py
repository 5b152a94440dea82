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
AROUND: Final = 120  # characters on each side that decide between the Slavic two


@dataclass(frozen=True, slots=True)
class Tongue:
    """A text, and the language of most of it."""

    text: str
    main: str

    def at(self, telling: Telling) -> str:
        """Tell the language of a span: its script, then the letters around it."""
        surface = self.text[telling.start : telling.end]
        if re.search("[가-힣]", surface):
            return "ko"
        around = self.text[max(0, telling.start - AROUND) : telling.end + AROUND]
        if re.search("[А-яІЇЄҐіїєґё]", surface):
            return self._slavic(around)
        if re.search("[A-Za-z]", surface):
            return "en"
        return self.main

    def _slavic(self, around: str) -> str:
        ukrainian, russian = (len(p.findall(around)) for p in (UKRAINIAN, RUSSIAN))
        if ukrainian == russian:
            return self.main if self.main in {"uk", "ru"} else "ru"
        return "uk" if ukrainian > russian else "ru"


def tongue_of(text: str) -> Tongue:
    """Tell the language of a text; English where none of ours is found."""
    found = language_of(text)
    return Tongue(text, found if found in LANGUAGES else "en")
