"""Where else does a masked name stand, inflected or in part?

The scan finds the mentions that speak of a person. A name that is masked in one place
and left in another (a caption, a tag line, "Read more") is not masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from safeconduct.disclosure.details.detail import Field
from safeconduct.disclosure.redaction.telling import Telling

WORD: Final = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")
LATIN_AT_LEAST: Final = 4
"""Letters from which on a single Latin or Cyrillic word is a name by itself."""
HANGUL_AT_LEAST: Final = 2
ENDING: Final = "[а-яіїєґё]{0,3}"
VOWELS: Final = "аеиіоуяюєїйьыэё"


def echoes(text: str, masked: Iterable[str]) -> Iterator[Telling]:
    """Yield the places where a masked name stands, whole, in part or inflected.

    Args:
        text: The whole text, title and boilerplate too.
        masked: The names as they stood where the scan found them.
    """
    patterns = {pattern for name in masked for pattern in _patterns(name)}
    if not patterns:
        return
    ordered = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    for match in re.finditer("|".join(ordered), text):
        yield Telling(*match.span(), Field.NAME)


def _patterns(name: str) -> Iterator[str]:
    words = WORD.findall(name)
    if not words:
        return
    if len(words) > 1:
        yield r"[\s-]+".join(map(_inflected, words))
    for word in words:
        if _tells_alone(word):
            yield _inflected(word)


def _tells_alone(word: str) -> bool:
    """Tell whether a word is a name by itself: a short surname has too many owners."""
    if re.fullmatch("[가-힣]+", word):
        return len(word) >= HANGUL_AT_LEAST
    return len(word) >= LATIN_AT_LEAST and word[0].isupper()


def _inflected(word: str) -> str:
    """Match a word in every case of its language, with its border at the front."""
    if re.fullmatch("[가-힣]+", word):
        return rf"(?<![가-힣]){word}"
    if re.search("[а-яіїєґё]", word, re.IGNORECASE):
        bare = word.rstrip(VOWELS)
        stem = bare if len(bare) >= LATIN_AT_LEAST - 1 else word
        return rf"(?<!\w){re.escape(stem)}{ENDING}(?!\w)"
    return rf"(?<!\w)(?:{re.escape(word)}|{re.escape(word.upper())})(?!\w)"
