"""How are Russian and Ukrainian names formed, and how do they pass between alphabets?

Sources: ICAO Doc 9303 for Russian passports since 2013; resolution 55 of the Ukrainian
government (2010) for Ukrainian ones; older ways from what papers and the press show.
"""

import re
from collections.abc import Mapping

VOWELS = "аеёиоуыэюяієї"

_RUSSIAN = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "д": "d",
    "е": "e",
    "ё": "e",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "й": "y",
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
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
    "і": "i",
    "ї": "yi",
    "є": "ye",
    "ґ": "g",
    "'": "",
}
_UKRAINIAN = {
    **_RUSSIAN,
    "г": "h",
    "ґ": "g",
    "и": "y",
    "й": "i",
    "ю": "iu",
    "я": "ia",
    "є": "ie",
    "ї": "i",
}
# Each way to write Cyrillic in Latin letters: what differs from the first table.
LATIN: Mapping[str, Mapping[str, str]] = {
    "icao": {**_RUSSIAN, "й": "i", "ц": "ts", "ъ": "ie", "ю": "iu", "я": "ia"},
    "press": _RUSSIAN,
    "yo": {**_RUSSIAN, "ё": "yo", "х": "h", "ц": "ts"},
    "french": {
        **_RUSSIAN,
        "у": "ou",
        "ч": "tch",
        "ш": "ch",
        "ж": "j",
        "ю": "iou",
        "я": "ia",
        "й": "i",
        "щ": "chtch",
    },
    "soviet": {**_RUSSIAN, "ц": "c", "х": "h", "я": "ja", "ю": "ju", "й": "j"},
    "kyiv": _UKRAINIAN,
    "kyiv-old": {**_RUSSIAN, "и": "y", "г": "g", "є": "ye", "ї": "yi", "й": "y"},
    "kyiv-press": {**_UKRAINIAN, "й": "y", "ю": "yu", "я": "ya", "є": "ye", "ї": "yi"},
}
# What the official table writes at the head of a word (resolution 55, columns 2 and 3).
_HEADS = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
HEADS: Mapping[str, Mapping[str, str]] = {"kyiv": _HEADS, "kyiv-press": _HEADS}
OFTEN_SHORT = {"press", "yo"}  # write -ий as -y


def latin(word: str, way: str) -> str:
    """Write one Cyrillic word in small Latin letters."""
    small, table = word.lower(), LATIN[way]
    if way in OFTEN_SHORT and small.endswith(("ий", "ый")):
        small = small[:-2] + "ы"
    head = HEADS.get(way, table).get(small[:1], table.get(small[:1], small[:1]))
    if way.startswith("kyiv"):
        small = small.replace("зг", "зgh")
    tail = "".join(table.get(letter, letter) for letter in small[1:])
    return head + tail


# How Russian sounds are spelled in Ukrainian surnames: before single letters are
# exchanged, and after.
_BEFORE = (
    (re.compile("ъе"), "'є"),
    (re.compile("([бпвмфгкхр])ье"), r"\1'є"),
    (re.compile("ье"), "ьє"),
    (re.compile("ьё"), "йо"),
    (re.compile("([жчшщ])ё"), r"\1о"),
    (re.compile("(с|ц)кий$"), r"\1ький"),
    (re.compile("ый$"), "ий"),
)
_AFTER = (
    (re.compile("([жчшщ])і"), r"\1и"),
    (re.compile("([аеєиоуюя])і"), r"\1ї"),
)
_TO_UKRAINIAN = str.maketrans({"и": "і", "ы": "и", "э": "е", "ъ": "'", "ё": "ьо"})
_TO_RUSSIAN = str.maketrans(
    {"и": "и", "і": "и", "ї": "и", "є": "е", "ґ": "г", "'": "ь"}
)


def ukrainian_letters(word: str) -> str:
    """Write a Russian word in Ukrainian letters: Медведев as Медвєдєв."""
    small = word.lower()
    for russian, ukrainian in _BEFORE:
        small = russian.sub(ukrainian, small)
    if small.endswith("ев") and small[-3:-2] not in "чшжщц":
        small = small[:-2] + "єв"
    ending = "ий" if small.endswith(("ський", "цький")) else ""
    body = small[: -len(ending)] if ending else small
    head = {"е": "є", "ё": "йо"}.get(body[:1], body[:1])
    found = (head + body[1:]).translate(_TO_UKRAINIAN) + ending
    for letters, written in _AFTER:
        found = letters.sub(written, found)
    return found


def russian_letters(word: str) -> str:
    """Write a Ukrainian word in Russian letters: Вишневський as Вишневский."""
    small = word.lower()
    for ukrainian, russian in (("ськ", "ск"), ("цьк", "цк"), ("ьо", "ё"), ("йо", "ё")):
        small = small.replace(ukrainian, russian)
    return small.translate(_TO_RUSSIAN)


def feminine(surname: str) -> str:
    """Give a man's surname, Russian or Ukrainian, the form of a woman's."""
    if surname.endswith(("ов", "ев", "єв", "ёв", "ин", "ін")):
        return surname + "а"
    for man, woman in (
        ("ский", "ская"),
        ("цкий", "цкая"),
        ("ський", "ська"),
        ("цький", "цька"),
        ("ный", "ная"),
        ("рный", "рная"),
        ("чий", "ча"),
        ("рний", "рна"),
        ("лий", "ла"),
    ):
        if surname.endswith(man):
            return surname[: -len(man)] + woman
    return surname


_RUSSIAN_STEMS = {
    "павел": "павлов",
    "лев": "львов",
    "пётр": "петров",
    "михаил": "михайлов",
    "яков": "яковлев",
    "дмитрий": "дмитриев",
    "георгий": "георгиев",
}
_UKRAINIAN_STEMS = {
    "лев": "львов",
    "петро": "петров",
    "павло": "павлов",
    "дмитро": "дмитров",
    "михайло": "михайлов",
    "данило": "данилов",
    "кирило": "кирилов",
    "григорій": "григоров",
    "яків": "яков",
    "микола": "миколайов",
    "федір": "федоров",
    "василь": "васильов",
    "антін": "антонов",
    "ігор": "ігоров",
}


def patronymic(father: str, *, woman: bool, ukrainian: bool) -> str:
    """Form a patronymic of a father's given name, in the language the name is in."""
    name = father.lower()
    if ukrainian:
        return _ukrainian_patronymic(name, woman=woman)
    if name in {"никита", "илья", "лука", "фома"}:
        return name[:-1] + (
            ("инична" if name != "никита" else "ична") if woman else "ич"
        )
    return _russian_stem(name) + ("на" if woman else "ич")


def _russian_stem(name: str) -> str:
    if name in _RUSSIAN_STEMS:
        return _RUSSIAN_STEMS[name]
    if name.endswith("ий"):
        return name[:-2] + "ьев"
    if name.endswith(("й", "ь")):
        return name[:-1] + "ев"
    return (name[:-1] if name[-1] in VOWELS else name) + "ов"


def _ukrainian_patronymic(name: str, *, woman: bool) -> str:
    if name in {"ілля", "лука", "хома"}:
        stem = "іллі" if name == "ілля" else name[:-1]
        return stem + (
            ("вна" if name == "ілля" else "івна")
            if woman
            else "ч"
            if name == "ілля"
            else "ич"
        )
    stem = _ukrainian_stem(name)
    if not woman:
        return stem + "ич"
    return (
        (stem[:-3] + "ївна") if stem.endswith("йов") else stem[:-2].rstrip("ь") + "івна"
    )


def _ukrainian_stem(name: str) -> str:
    if name in _UKRAINIAN_STEMS:
        return _UKRAINIAN_STEMS[name]
    return (name[:-1] if name[-1] in VOWELS else name) + "ов"
