"""How is a unit, a province, a paper or a sex written, once habits are taken away?

Each function takes what a record says and gives a short text that two records of one
thing share, or `None` when nothing can be said. Only habits are folded away: what is
in doubt stays different.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

# Beginnings of words for kinds of unit, in English, Korean, Ukrainian and Russian.
UNITS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "army": ("army", "군단급", "армі", "арми"),
        "corps": ("corps", "군단", "корпус"),
        "division": ("division", "div", "사단", "дивіз", "дивиз"),
        "brigade": ("brigade", "bde", "brig", "여단", "려단", "бригад"),
        "regiment": ("regiment", "regt", "rgt", "연대", "련대", "полк"),
        "battalion": ("battalion", "bn", "batt", "대대", "батальйон", "батальон"),
        "company": ("company", "coy", "중대", "рот"),
        "platoon": ("platoon", "소대", "взвод"),
    }
)
# Ends of Russian and Ukrainian abbreviations: омсбр, мсп, тд.
SHORT: Mapping[str, str] = MappingProxyType(
    {
        "бр": "brigade",
        "сп": "regiment",
        "тп": "regiment",
        "сд": "division",
        "тд": "division",
    }
)
# Provinces and chief cities of North Korea by the beginnings they are known by.
PROVINCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pyongyang": ("평양", "pyongyang", "pyeongyang", "phyongyang", "phenyan"),
        "south pyongan": ("평안남", "평남", "south pyong", "pyongannam", "pyeongannam"),
        "north pyongan": ("평안북", "평북", "north pyong", "pyonganbuk", "pyeonganbuk"),
        "chagang": ("자강", "chagang", "jagang", "chagan"),
        "ryanggang": ("량강", "양강", "ryanggang", "yanggang", "ryangan", "yangan"),
        "south hamgyong": (
            "함경남",
            "함남",
            "south ham",
            "hamgyongnam",
            "hamgyeongnam",
        ),
        "north hamgyong": (
            "함경북",
            "함북",
            "north ham",
            "hamgyongbuk",
            "hamgyeongbuk",
        ),
        "south hwanghae": (
            "황해남",
            "황남",
            "south hwang",
            "hwanghaenam",
            "hwanghae nam",
        ),
        "north hwanghae": (
            "황해북",
            "황북",
            "north hwang",
            "hwanghaebuk",
            "hwanghae buk",
        ),
        "kangwon": ("강원", "kangwon", "gangwon", "kanvon"),
        "nampo": ("남포", "nampo", "nampho"),
        "kaesong": ("개성", "kaesong", "gaeseong", "keson"),
        "rason": ("라선", "나선", "rason", "rasun", "naseon"),
    }
)
SEXES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "m": frozenset(
            (
                *(
                    "m",
                    "male",
                    "man",
                    "남",
                    "남자",
                    "남성",
                    "м",
                    "муж",
                    "мужской",
                    "мужчина",
                ),
                *("ч", "чол", "чоловіча", "чоловік", "1"),
            )
        ),
        "f": frozenset(
            (
                *("f", "female", "woman", "여", "여자", "여성", "ж", "жен", "женский"),
                *("женщина", "жін", "жіноча", "жінка", "2"),
            )
        ),
    }
)
# Cyrillic letters of papers that look like Latin ones.
LOOKALIKES: Final = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")
# Cyrillic to the plain letters by which places are listed above; NAMES.md keeps people.
LETTERS: Final = str.maketrans(
    dict(
        zip(
            "абвгґдеєёжзиіїйклмнопрстуфхцчшщыэюяьъ'’",
            (
                *("a", "b", "v", "g", "g", "d", "e", "e", "e", "zh", "z", "i", "i"),
                *("i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f"),
                *("h", "ts", "ch", "sh", "sh", "y", "e", "yu", "ya", "", "", "", ""),
            ),
            strict=True,
        )
    )
)
STEM: Final = 5  # letters
# Words for kinds of places, folded.
KINDS: Final = frozenset(
    (
        *("oblast", "obl", "region", "krai", "krayi", "kray", "respublika"),
        *("republic", "city", "province", "raion", "rayon", "district", "g"),
        *("m", "misto", "gorod", "village"),
    )
)
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")


def unit(text: str) -> tuple[str | None, str | None]:
    """Write a unit as its numbers with their kinds, and as its first number alone.

    `94th Brigade`, `제94여단` and `94-я бригада` are all `94 brigade`. A unit without
    a number is its folded words.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    kinds = [kind for word in _WORD.findall(folded) for kind in _kinds(word)]
    numbers = [number.lstrip("0") or "0" for number in _NUMBER.findall(folded)]
    if not numbers:
        words = " ".join(sorted(_WORD.findall(folded)))
        return words or None, None
    return " ".join([*numbers, *sorted(set(kinds))]), numbers[0]


def _kinds(word: str) -> list[str]:
    found = [
        kind
        for kind, beginnings in UNITS.items()
        if any(word.startswith(b) or (_hangul(b) and b in word) for b in beginnings)
    ]
    return found or [SHORT[word[-2:]]] if word[-2:] in SHORT else found


def _hangul(text: str) -> bool:
    return "가" <= text[0] <= "힣"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as written, without habits.

    Attributes:
        name: A known province by its English name, else the words folded.
        stem: The beginning of its name, where endings and words for kinds of places
            differ between languages: `kursk` of `Kursk Oblast` and `Курская область`.
        script: `known`, `hangul` or `letters`: where scripts differ, names that differ
            say nothing.
    """

    name: str
    stem: str
    script: str


def place(text: str) -> Place | None:
    """Read a province or another place."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    plain = "".join(
        c
        for c in unicodedata.normalize("NFKD", folded.translate(LETTERS))
        if not unicodedata.combining(c)
    )
    words = re.sub(r"[^\w]+", " ", unicodedata.normalize("NFC", plain)).split()
    kept = [word for word in words if word not in KINDS] or words
    if not kept:
        return None
    province = _province(" ".join(words))
    if province is not None:
        return Place(province, province, "known")
    script = "hangul" if any(map(_hangul, kept)) else "letters"
    stem = kept[0][: 2 if script == "hangul" else STEM]
    return Place(" ".join(kept), stem, script)


def _province(words: str) -> str | None:
    """Find a known province; Russian `yuzhnaya` and Korean `-nam` say the same."""
    joined = words.replace(" ", "")
    for name, beginnings in PROVINCES.items():
        for beginning in beginnings:
            if joined.startswith(beginning.replace(" ", "")):
                return name
    for stem, region in (
        (("phenan", "phonan", "phyanan", "phyongan", "pyongan", "pyeongan"), "pyongan"),
        (("hamgen", "hamgon", "hamgyong", "hamgyeong"), "hamgyong"),
        (("hvanhe", "hvanghe", "hwanghae", "hvanhae"), "hwanghae"),
    ):
        if any(s in joined for s in stem):
            side = _side(joined)
            return f"{side} {region}" if side else None
    return None


def _side(joined: str) -> str | None:
    if any(s in joined for s in ("south", "yuzhn", "pivdenn", "namdo", "nam")):
        return "south"
    if any(
        s in joined for s in ("north", "severn", "pivnichn", "pukto", "bukdo", "buk")
    ):
        return "north"
    return None


def paper(text: str) -> str | None:
    """Write the number of a paper in capitals without spaces and signs."""
    wide = unicodedata.normalize("NFKC", text).upper().translate(LOOKALIKES)
    kept = "".join(c for c in wide if c.isalnum())
    return kept if any(c.isdigit() for c in kept) else None


def sex(text: str) -> str | None:
    """Write a sex as `m` or `f`."""
    word = text.strip().casefold().rstrip(".")
    return next((code for code, words in SEXES.items() if word in words), None)


def rank(text: str) -> str | None:
    """Fold case and signs of a rank away."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_WORD.findall(folded)) or None
