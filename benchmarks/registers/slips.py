"""How does a text or a name go wrong under the fingers, or in the ear?

Every function takes a `twist`, a whole number drawn beforehand that decides all: the
same text and the same twist give the same slip.
"""

from benchmarks.registers.hangul import (
    CODAS,
    FIRST,
    LAST,
    ONSETS,
    VOWELS,
    Syllable,
    compose,
    split,
)

# Keyboards, row by row: English, Russian, Ukrainian, and Korean with two sets of jamo.
KEYBOARDS = (
    ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
    ("йцукенгшщзхї", "фівапролджє", "ячсмитьбю"),
    ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ"),
)


def _neighbours(rows: tuple[str, ...]) -> dict[str, str]:
    """List the keys beside each key; rows are shifted by half a key."""
    found: dict[str, str] = {}
    for r, row in enumerate(rows):
        for i, key in enumerate(row):
            beside = row[max(0, i - 1) : i] + row[i + 1 : i + 2]
            above = rows[r - 1][i : i + 2] if r else ""
            below = rows[r + 1][max(0, i - 1) : i + 1] if r + 1 < len(rows) else ""
            found[key] = beside + above + below
    return found


NEIGHBOURS: dict[str, str] = {}
for _rows in reversed(KEYBOARDS):
    NEIGHBOURS |= _neighbours(_rows)
NEIGHBOURS |= {"і": "фвцч", "ї": "хє", "є": "жї", "ґ": "ї", "ё": "йе"}

# Of ten slips, which are of which kind; the rest hit a neighbouring key.
DOUBLED, LEFT_OUT, TURNED = range(2), range(2, 5), range(5, 7)

# What the ear takes one Korean sound for.
ONSETS_HEARD = {
    "ㄱ": "ㅋㄲ",
    "ㅋ": "ㄱ",
    "ㄷ": "ㅌㄸ",
    "ㅌ": "ㄷ",
    "ㅂ": "ㅍㅃ",
    "ㅍ": "ㅂㅎ",
    "ㅈ": "ㅊㅉ",
    "ㅊ": "ㅈ",
    "ㄴ": "ㄹㅇ",
    "ㄹ": "ㄴㅇ",
    "ㅅ": "ㅆㅎ",
    "ㅎ": "ㅇ",
    "ㅁ": "ㅂ",
}
VOWELS_HEARD = {
    "ㅓ": "ㅗㅡㅏ",
    "ㅗ": "ㅓㅜ",
    "ㅡ": "ㅜㅓ",
    "ㅜ": "ㅡㅗ",
    "ㅐ": "ㅔ",
    "ㅔ": "ㅐ",
    "ㅕ": "ㅛㅓ",
    "ㅛ": "ㅕ",
    "ㅢ": "ㅣㅡ",
    "ㅖ": "ㅔ",
    "ㅚ": "ㅙㅔ",
    "ㅝ": "ㅓㅘ",
    "ㅘ": "ㅏㅝ",
    "ㅟ": "ㅣ",
    "ㅠ": "ㅜ",
    "ㅏ": "ㅓ",
    "ㅣ": "ㅟ",
}
CODAS_HEARD = {
    "ㄴ": "ㅇㅁ",
    "ㅇ": "ㄴ",
    "ㅁ": "ㄴㅇ",
    "ㄱ": "ㅂ",
    "ㅂ": "ㄱ",
    "ㄹ": "ㄴ",
}
LETTERS_HEARD = {
    "о": "а",
    "а": "о",
    "е": "и",
    "и": "е",
    "ы": "и",
    "б": "п",
    "п": "б",
    "д": "т",
    "т": "д",
    "в": "ф",
    "г": "к",
    "к": "г",
    "з": "с",
    "с": "з",
    "ш": "щ",
    "х": "г",
    "і": "и",
    "є": "е",
    "я": "а",
    "ю": "у",
    "у": "о",
    "м": "н",
    "н": "м",
}


def mistyped(text: str, twist: int) -> str:
    """Make one slip: a neighbouring key, a letter twice, left out, or two turned."""
    places = [i for i, letter in enumerate(text) if letter.isalpha()]
    if not places:
        return text
    twist, at = divmod(twist, len(places))
    i = places[at]
    twist, kind = divmod(twist, 10)
    if FIRST <= text[i] <= LAST:
        return text[:i] + _mistyped_syllable(text[i], kind, twist) + text[i + 1 :]
    return _slip(text, i, kind, twist)


def _slip(text: str, i: int, kind: int, twist: int) -> str:
    letter = text[i]
    if kind in DOUBLED:
        return text[: i + 1] + letter.lower() + text[i + 1 :]
    if kind in LEFT_OUT and len(text) > 1:
        return text[:i] + text[i + 1 :]
    if kind in TURNED and i + 1 < len(text):
        return text[:i] + text[i + 1] + letter + text[i + 2 :]
    beside = NEIGHBOURS.get(letter.lower()) or letter
    other = beside[twist % len(beside)]
    return text[:i] + (other.upper() if letter.isupper() else other) + text[i + 1 :]


def _mistyped_syllable(syllable: str, kind: int, twist: int) -> str:
    """Miss one key of a syllable; what no keyboard would compose is left as it was."""
    part = split(syllable)
    if kind in LEFT_OUT and part.coda:
        return compose(part._replace(coda=""))
    name = ("onset", "vowel", "coda" if part.coda else "vowel")[kind % 3]
    beside = NEIGHBOURS.get(getattr(part, name), "")
    allowed = {"onset": ONSETS, "vowel": VOWELS, "coda": CODAS}[name]
    options = [jamo for jamo in beside if jamo in allowed]
    if not options:
        return syllable
    return compose(part._replace(**{name: options[twist % len(options)]}))


def misheard(hangul: str, twist: int) -> str:
    """Take one sound of a Korean name for another."""
    twist, at = divmod(twist, len(hangul))
    part = split(hangul[at])
    options = [
        *(part._replace(onset=o) for o in ONSETS_HEARD.get(part.onset, "")),
        *(part._replace(vowel=v) for v in VOWELS_HEARD.get(part.vowel, "")),
        *(part._replace(coda=c) for c in CODAS_HEARD.get(part.coda, "")),
    ]
    chosen: Syllable = options[twist % len(options)] if options else part
    return hangul[:at] + compose(chosen) + hangul[at + 1 :]


def misheard_letter(word: str, twist: int) -> str:
    """Take one Cyrillic letter of a word, not its first, for another."""
    places = [i for i in range(1, len(word)) if word[i] in LETTERS_HEARD]
    if not places:
        return word
    i = places[twist % len(places)]
    return word[:i] + LETTERS_HEARD[word[i]] + word[i + 1 :]


def misread(digits: str, twist: int) -> str:
    """Change one digit of a number, if it has one."""
    places = [i for i, letter in enumerate(digits) if letter.isdigit()]
    if not places:
        return digits
    twist, at = divmod(twist, len(places))
    i = places[at]
    other = (int(digits[i]) + 1 + twist % 9) % 10
    return digits[:i] + str(other) + digits[i + 1 :]
