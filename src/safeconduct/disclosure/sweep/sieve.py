r"""Is a raw page worth reading? Asked of every record, before anything is extracted.

The bytes are decoded and searched as they stand, markup and all: for words that speak
of captivity, for words that speak of soldiers, and for the names of the protected. A
page passes that speaks of captured soldiers, or of a protected name and either. Most
pages do not, and cost a search instead of an extraction (some sixty times as much).
Names written as character references or as `\\uXXXX` are undone first.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from typing import Final

from daachorse import CharwiseDoubleArrayAhoCorasick

from safeconduct.text import decode

CAPTIVITY: Final = (
    *("prisoner of war", "prisoners of war", "prisoner-of-war", "war prisoner"),
    *("captured", "captive", "captivity", "capture of", "taken prisoner", "defect"),
    *("pows", "pow", "surrender", "detained", "detainee", "prisoner", "asylum"),
    *("полон", "пленн", "плен", "захопл", "захвач", "взят", "взял", "здав", "сдал"),
    *("перебежч", "перебіжч", "притул", "убежищ", "узник", "в’язн"),
    *("포로", "귀순", "생포", "붙잡", "투항", "억류", "망명", "탈북"),
)
SOLDIERS: Final = (
    *("soldier", "troop", "army", "military", "brigade", "regiment", "battalion"),
    *("fighter", "sniper", "rifleman", "serviceman", "servicemen", "front line"),
    *("frontline", "front-line", "gunner", "paratrooper", "marine", "officer"),
    *("prisoner of war", "prisoners of war", "prisoner-of-war", "pows", "pow"),
    *("солдат", "військов", "военн", "боєц", "бійц", "боец", "бойц", "арм", "бригад"),
    *("снайпер", "стрілец", "стрілк", "стрел", "полку", "батальйон", "батальон"),
    *(
        "군인",
        "병사",
        "북한군",
        "인민군",
        "파병",
        "저격수",
        "소총수",
        "전쟁포로",
        "부대",
    ),
)
# Latin words must stand alone, or every "capture" of a script is a page on prisoners.
WHOLE: Final = re.compile(r"[a-z]")

JOINS_LEFT: Final = frozenset("_$@")
JOINS_RIGHT: Final = frozenset("_=(")

_NUMBERED: Final = re.compile(r"&#(?:x[0-9a-fA-F]{1,6}|[0-9]{1,7});?")
_NAMED: Final = re.compile(
    r"&(?:[A-Za-z](?:acute|breve|caron|circ|grave|tilde|uml)|apos|nbsp|lsquo|rsquo);"
)
_ESCAPED: Final = re.compile(r"\\u([0-9a-fA-F]{4})")
SURROGATES: Final = (0xD800, 0xDFFF)
_INVISIBLE: Final = (
    "\u00ad",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "&shy;",
)

HasName = Callable[[str], bool]


class Cues:
    """Some words, found in any case."""

    def __init__(self, words: Iterable[str]) -> None:
        forms = sorted({form for word in words for form in _cases(word)})
        self._whole = [bool(WHOLE.match(form.lower())) for form in forms]
        self._automaton = CharwiseDoubleArrayAhoCorasick(forms)

    def found(self, text: str) -> bool:
        """Tell whether one of the words stands in a text."""
        return any(
            not self._whole[which] or _alone(text, start, end)
            for start, end, which in self._automaton.find_overlapping(text)
        )


def _cases(word: str) -> tuple[str, ...]:
    return word, word.upper(), word.capitalize(), word.title()


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether a Latin word begins here and ends here, but for an ending."""
    before, after = text[start - 1 : start], text[end : end + 1]
    # Joined to these it is a name in a program: `is_captured`, `captured=`.
    return not (before.isalnum() or before in JOINS_LEFT) and after not in JOINS_RIGHT


class Sieve:
    """What a raw page is asked."""

    def __init__(self, has_name: HasName) -> None:
        self._captivity = Cues(CAPTIVITY)
        self._soldiers = Cues(SOLDIERS)
        self._has_name = has_name

    def passes(self, text: str) -> bool:
        """Tell whether a page is to be extracted and scanned."""
        captivity = self._captivity.found(text)
        soldiers = self._soldiers.found(text)
        if captivity and soldiers:
            return True
        return (captivity or soldiers) and self._has_name(text)


def raw_text(data: bytes, charset: str = "") -> str:
    """Decode a raw page and undo the disguises of letters.

    Args:
        data: The page as it was sent, unpacked.
        charset: What HTTP said of it.

    Raises:
        InputRefused: It is empty or no text.
    """
    text = _decoded(data, charset)
    if "&" in text:
        if "&#" in text:
            text = _NUMBERED.sub(lambda match: html.unescape(match[0]), text)
        text = _NAMED.sub(lambda match: html.unescape(match[0]), text)
    if "\\u" in text:
        text = _ESCAPED.sub(_unescaped, text)
    for sign in _INVISIBLE:
        if sign in text:  # to look costs a seventh of what `replace` does
            text = text.replace(sign, "")
    return text


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    # Halves of a pair stand for signs beyond our scripts, and are no text alone.
    return " " if SURROGATES[0] <= code <= SURROGATES[1] else chr(code)


def _decoded(data: bytes, charset: str) -> str:
    # Nearly every page is UTF-8, and nothing else reads as UTF-8 by chance.
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    if charset:
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):  # the server is wrong
            pass
    return decode(data).text
