"""Which words tell a post, a wound, a nation or a place? The tables that we wrote.

A table maps a code to its words. How a word matches depends on its script: English
words as they stand (a plural s may follow), Cyrillic words by their beginning,
because their ends are inflected, Hangul words anywhere in a word. A full stop at its
end makes any word stand whole; "|" parts names of one thing.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from safeconduct.disclosure.prefilter import Prefiltered


@cache
def table(name: str) -> dict[str, Any]:
    """Read one table: posts, wounds, nations, places, bearers or openings."""
    text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def finder(name: str, section: str) -> Prefiltered:
    """Compile the words of a section; the group that matched names the code."""
    groups = table(name)[section]
    words = "|".join(f"(?P<{code}>{pattern_of(each)})" for code, each in groups.items())
    return Prefiltered(re.compile(words, re.IGNORECASE))


def pattern_of(words: list[str]) -> str:
    """Write words of any script as one pattern, longer ones first."""
    names = (name for word in words for name in word.split("|"))
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(_pattern(word) for word in ordered)


def _pattern(word: str) -> str:
    if word.endswith("."):
        return rf"(?<!\w){re.escape(word[:-1])}(?!\w)"
    spaced = re.escape(word).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]?")
    if re.search("[가-힣]", word):
        return re.escape(word).replace(r"\ ", r"\s?")
    if re.search("[а-яіїєґё]", word, re.IGNORECASE):
        # A star stands for an inflected end inside of several words.
        starred = spaced.replace(re.escape("*"), r"\w*")
        return rf"(?<!\w){starred}\w*"
    return rf"(?<!\w){spaced}s?(?!\w)"
