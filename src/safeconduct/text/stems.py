"""By which beginnings are two forms of one word known as the same?"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+")
HANGUL = re.compile("[가-힣]")
SHORTEST, STEM = 4, 5
"""Letters of a word that is told apart, and of its beginning that is compared."""
SYLLABLES = 2


def stems(text: str) -> frozenset[str]:
    """Take the beginnings of the words of a text, which inflection leaves alone.

    Korean words are compared by two syllables, others by five letters; shorter words
    are left out, for they are mostly grammar.
    """
    return frozenset(filter(None, map(_stem, WORD.findall(text.lower()))))


def _stem(word: str) -> str | None:
    if HANGUL.match(word):
        return word[:SYLLABLES] if len(word) >= SYLLABLES else None
    return word[:STEM] if len(word) >= SHORTEST else None
