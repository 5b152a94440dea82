"""How do the norms write a Cyrillic name in Latin letters?

Ukraine's Cabinet resolution 55 of 2010, the Russian passport (ICAO Doc 9303), the
romanisation of BGN and PCGN, and the habits of the German and the French press. Also
the house's own `coarse` form, which forgets what spellings of one name disagree about:
it is what an index compares.
"""

import re
from functools import lru_cache

__all__ = ["NORMS", "coarse", "norms", "romanised"]

SHARED = dict(zip("абвдзклмнопрстуф", "abvdzklmnoprstuf", strict=True))
KMU = SHARED | {
    "г": "h",
    "ґ": "g",
    "е": "e",
    "є": "ie",
    "ж": "zh",
    "и": "y",
    "і": "i",
    "ї": "i",
    "й": "i",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ь": "",
    "ю": "iu",
    "я": "ia",
}
KMU_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
ICAO = SHARED | {
    "г": "g",
    "е": "e",
    "ё": "e",
    "ж": "zh",
    "и": "i",
    "й": "i",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "ie",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "iu",
    "я": "ia",
    "і": "i",
    "ў": "u",
}
BGN = ICAO | {"й": "y", "ё": "yo", "ъ": "", "ю": "yu", "я": "ya"}
GERMAN = ICAO | {
    "в": "w",
    "ё": "jo",
    "ж": "sch",
    "з": "s",
    "й": "i",
    "х": "ch",
    "ц": "z",
    "ч": "tsch",
    "ш": "sch",
    "щ": "schtsch",
    "ъ": "",
    "ю": "ju",
    "я": "ja",
}
FRENCH = ICAO | {
    "г": "g",
    "ё": "io",
    "ж": "j",
    "й": "i",
    "у": "ou",
    "ч": "tch",
    "ш": "ch",
    "щ": "chtch",
    "ъ": "",
    "ю": "iou",
}
# Name of the norm, letters, letters at the beginning of a word.
NORMS = {
    "kmu2010": (KMU, KMU_FIRST),
    "icao": (ICAO, {}),
    "bgn": (BGN, {"е": "ye"}),
    "german": (GERMAN, {"е": "je"}),
    "french": (FRENCH, {"е": "e"}),
}

COARSE = str.maketrans(
    {
        "а": "a",
        "б": "b",
        "в": "v",
        "г": "g",
        "ґ": "g",
        "д": "d",
        "е": "e",
        "ё": "e",
        "є": "e",
        "э": "e",
        "ж": "zh",
        "з": "z",
        "и": "i",
        "і": "i",
        "ї": "i",
        "й": "i",
        "ы": "i",
        "к": "k",
        "л": "l",
        "м": "m",
        "н": "n",
        "о": "o",
        "п": "p",
        "р": "r",
        "с": "s",
        "т": "t",
        "у": "u",
        "ф": "f",
        "х": "h",
        "ц": "c",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ъ": "",
        "ь": "",
        "ю": "iu",
        "я": "ia",
    }
)
DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def coarse(cyrillic: str) -> str:
    """Write a word of Russian letters coarsely: `зеленский` is `zelenski`.

    Doubled letters become one, soft and hard signs go, ё and э are е, ы and й are и,
    the ending -ая is -а.
    """
    written = cyrillic.replace("йо", "ё").replace("ьо", "ё").translate(COARSE)
    single = DOUBLED.sub(r"\1", written)
    # Russian -ая is Ukrainian -а, and the Poles' and Czechs'.
    ends_twice = single.endswith("aia") and single != "aia"
    return single[:-2] if ends_twice else single


def romanised(cyrillic: str, norm: str) -> str:
    """Write a Cyrillic word by one of `NORMS`; letters it does not know go."""
    letters, first = NORMS[norm]
    if norm == "kmu2010":  # зг is zgh, since zh is ж.
        letters = letters | {"\0": "zgh"}
        cyrillic = cyrillic.replace("зг", "\0")
    head = first.get(cyrillic[:1], letters.get(cyrillic[:1], ""))
    return head + "".join(letters.get(sign, "") for sign in cyrillic[1:])


@lru_cache(maxsize=1 << 14)
def norms(cyrillic: str) -> dict[str, str]:
    """Write a word by every norm: Latin spelling to the norm's name."""
    return {romanised(cyrillic, norm): norm for norm in reversed(NORMS)}
