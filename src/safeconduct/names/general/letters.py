"""Which letters does a name consist of, and which words?

Everything is compared in small letters without marks that mean nothing: points, quotes
and brackets go, dashes and spaces part words. A Latin letter keeps its diacritic here,
because `č` tells more than `c`; `folded` takes it away.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from safeconduct.names.errors import measured

__all__ = ["MOST_WORDS", "Script", "folded", "parted", "russian", "script", "words"]

# A longer word is cut: the channel's cost grows with the product of the lengths.
LONGEST_WORD = 24
MOST_WORDS = 8

Script = Literal["cyrillic", "latin", "other"]

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹʻ`´\"“”«»ʾʿ"))
NO_LETTER = re.compile("[^a-z]+")
# One Cyrillic letter that takes several in Latin: Yu. S. Prokopenko. As an initial it
# is the first of them, or what sounds like it.
INITIAL = re.compile(r"(?<![a-z])(y[aeiou]|i[aeu]|j[aeu]|zh|kh|shch|[cs]h|ts)\.")
INITIALS = {"kh": "h", "ts": "c"}
# Letters that Unicode does not take apart.
WHOLE = str.maketrans(
    {
        "ß": "ss",
        "ẞ": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŋ": "ng",
        "ə": "a",
    }
)
# Ukrainian, Belarusian and other letters as the nearest Russian ones: the channel has
# learned from Russian spellings. The second half are letters of peoples of Russia.
RUSSIAN = str.maketrans(
    {
        "і": "и",
        "ї": "и",
        "є": "е",
        "ґ": "г",
        "ў": "у",
        "ј": "й",
        "ђ": "д",
        "ћ": "ч",
        "џ": "ж",
        "љ": "л",
        "њ": "н",
        "ѝ": "и",
        "ѐ": "е",
        "ә": "а",
        "ө": "о",
        "ү": "у",
        "ұ": "у",
        "җ": "ж",
        "ң": "н",
        "һ": "х",
        "ғ": "г",
        "қ": "к",
        "ҡ": "к",
        "ҫ": "с",
        "ҙ": "з",
        "ӧ": "о",
        "ӱ": "у",
        "ӓ": "а",
        "ӑ": "а",
        "ӗ": "е",
        "ӳ": "у",
        "ҥ": "н",
        "ҕ": "г",
        "ӏ": None,
        "ҳ": "х",
        "ҷ": "ч",
        "ӣ": "и",
        "ӯ": "у",
        "ѓ": "г",
        "ќ": "к",
        "ѕ": "з",
    }
)


def words(text: str) -> tuple[str, ...]:
    """Split a name into its words, in small letters; an initial stays a word.

    Raises:
        TooLong: The text has more than `names.errors.LIMIT` characters.
    """
    found: list[str] = []
    for word in measured(text).split():
        found += parted(word)
    return tuple(found[:MOST_WORDS])


@lru_cache(maxsize=1 << 16)
def parted(text: str) -> tuple[str, ...]:
    """Part what stands between two spaces into words."""
    if text.isascii():
        plain = text.lower().translate(APOSTROPHES)
        if "." in plain:
            plain = INITIAL.sub(lambda met: INITIALS.get(met[1], met[1][0]), plain)
        plain = NO_LETTER.sub(" ", plain)
    else:
        plain = unicodedata.normalize("NFC", text).casefold().translate(APOSTROPHES)
        plain = unicodedata.normalize("NFC", plain).translate(_PARTED)
    return tuple(word[:LONGEST_WORD] for word in plain.split())


class _Parting(dict[int, int]):
    """Gives every sign that is no part of a word as a space; keeps what it told."""

    def __missing__(self, sign: int) -> int:
        letter = chr(sign)
        counts = letter.isalpha() or unicodedata.category(letter) == "Mn"
        told = self[sign] = sign if counts else ord(" ")
        return told


_PARTED = _Parting()


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """Take the diacritics of a Latin word away: `szczepański` is `szczepanski`."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word.translate(WHOLE))
    return "".join(sign for sign in apart if "a" <= sign <= "z")


@lru_cache(maxsize=1 << 16)
def russian(word: str) -> str:
    """Write a Cyrillic word with Russian letters alone: `їжакевич` is `ижакевич`."""
    plain = unicodedata.normalize("NFC", word.translate(RUSSIAN))
    return "".join(sign for sign in plain if "а" <= sign <= "я" or sign == "ё")


@lru_cache(maxsize=1 << 16)
def script(word: str) -> Script:
    """Tell the script of a word by its letters; a mixture is `other`."""
    letters = [sign for sign in word if sign.isalpha()]
    if letters and all("\u0400" <= sign <= "\u052f" for sign in letters):
        return "cyrillic"
    if letters and all(sign < "\u0250" or "Ḁ" <= sign <= "ỿ" for sign in letters):
        return "latin"
    return "other"
