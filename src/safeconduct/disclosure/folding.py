"""What do all spellings of one name have in common, in any script?

A coarse form in small Latin letters that forgets what transcriptions disagree about:
voiced or not, o or u or eo, hyphens, a last h, Cyrillic endings. It finds owners of a
name, it does not decide: `names.weight` is asked about each hit.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from safeconduct.names.hangul import is_syllable, split

# Whole words whose custom spelling the sounds do not explain.
CUSTOM = {
    "park": "pak", "bark": "pak", "back": "pek", "beck": "pek", "choi": "cwe",
    "choy": "cwe", "цой": "cwe", "чой": "cwe", "tsoi": "cwe", "tsoy": "cwe",
    "wu": "o", "woo": "o", "hur": "ho", "sur": "sor", "yi": "i", "rhie": "ri", "rhee": "ri", "rhim": "rim", "rho": "ro",
    "kwak": "kwak", "lim": "rim", "leem": "rim", "shin": "sin", "yoo": "yo",
}  # fmt: skip
LATIN = {
    "iia": "ya", "iya": "ya", "aya": "aya", "ayu": "ayo", "oyu": "oyo", "eyu": "eyo", "dz": "c", "eya": "eya", "oya": "oya", "yae": "e", "yeo": "yo", "yoo": "yo", "you": "yo", "yu": "yo", "yo": "yo",
    "iu": "yo", "io": "yo", "ju": "co", "ya": "ya", "ia": "ya", "ye": "e", "ie": "e",
    "oyev": "wew", "oiev": "wew", "aev": "aew", "ayev": "aew", "aiev": "aew", "wae": "we", "weo": "wo", "woo": "o", "oo": "o", "ou": "o", "oe": "we",
    "oi": "we", "oy": "we", "eui": "i", "ui": "i", "ee": "i", "ea": "e", "eu": "o",
    "eo": "o", "ae": "e", "ai": "e", "ay": "e", "ei": "e", "ey": "e", "ii": "i",
    "iy": "i", "yi": "i", "ij": "i", "aa": "a", "u": "o", "y": "i",
    "shch": "s", "sch": "s", "tch": "c", "tsh": "c", "ch": "c", "sh": "s",
    "zh": "c", "dzh": "c", "dj": "c", "ts": "c", "tz": "c", "th": "t", "ph": "p",
    "kh": "h", "gh": "k", "ng": "n", "ck": "k", "qu": "kw", "ks": "ks",
    "j": "c", "z": "s", "b": "p", "d": "t", "g": "k", "q": "k", "c": "k", "v": "w",
    "l": "r", "x": "ks", "hn": "n",
}  # fmt: skip
CYRILLIC = {
    "чх": "c", "чж": "c", "дж": "c", "дз": "c", "тч": "c", "кх": "k", "тх": "t",
    "пх": "p", "нг": "n", "йо": "yo", "ьо": "yo", "йя": "ya", "ья": "ya", "ью": "yo",
    "ье": "e", "йе": "e", "йё": "yo", "ый": "i", "ий": "i", "ій": "i", "їй": "i",
    "уа": "wa", "оа": "wa", "уо": "wo", "ви": "wi", "ей": "e", "ай": "e", "эй": "e",
    "ой": "we", "ое": "we", "оє": "we", "ия": "ya", "ія": "ya", "ии": "i",
    "а": "a", "б": "p", "в": "w", "г": "k", "ґ": "k", "д": "t", "е": "e", "є": "e",
    "ё": "yo", "ж": "c", "з": "s", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k",
    "л": "r", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "o", "ф": "f", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ъ": "",
    "ы": "i", "ь": "", "э": "e", "ю": "yo", "я": "ya", "ў": "w",
    # Serbian and Macedonian; then Kazakh, Tajik, Kyrgyz, Bashkir, Tatar, Buryat.
    "ђ": "c", "ј": "i", "љ": "r", "њ": "n", "ћ": "c", "џ": "c", "ѓ": "c", "ќ": "k",
    "ја": "ya", "ју": "yo", "јо": "yo", "је": "e", "ња": "nya", "њу": "nyo",
    "ља": "rya", "љу": "ryo", "ије": "ie", "ој": "we", "ај": "e", "еј": "e",
    "ә": "a", "ө": "o", "ү": "o", "ұ": "o", "қ": "k", "ғ": "k", "ң": "n", "һ": "h",
    "ҳ": "h", "ҷ": "c", "ӯ": "o", "ӣ": "i", "ҫ": "s", "ҙ": "s", "ҡ": "k", "җ": "c",
}  # fmt: skip
MARKED = str.maketrans({
    "ć": "ch", "č": "ch", "ç": "ch", "š": "sh", "ş": "sh", "ș": "sh", "ś": "sh",
    "ž": "zh", "ż": "zh", "ź": "z", "đ": "dj", "ł": "l", "ı": "i", "ø": "o", "ß": "ss",
})  # fmt: skip
"""Latin letters whose mark says another sound; of all others it is left out."""  # fmt: skip
ONSET = dict(
    zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", ["k", "k", "n", "t", "t", "r", "m", "p",
        "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "h"], strict=True)
)  # fmt: skip
VOWEL = dict(
    zip("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ", ["a", "e", "ya", "e", "o", "e", "yo", "e",
        "o", "wa", "we", "we", "yo", "o", "wo", "we", "wi", "yo", "o", "i", "i"], strict=True)
)  # fmt: skip
CODA = {
    "": "", "ㄱ": "k", "ㄲ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "r", "ㅁ": "m", "ㅂ": "p",
    "ㅅ": "t", "ㅆ": "t", "ㅇ": "n", "ㅈ": "t", "ㅊ": "t", "ㅋ": "k", "ㅌ": "t", "ㅍ": "p",
}  # fmt: skip
ENDINGS = re.compile(
    "(?:owi|ewi|ami|yami|oko|eko|omo|emo|ohi|oyo|eyo|owa|om|em|im|ym|yom|yo|ya|ah|yah"
    "|oi|we|a|e|i|o)$"
)
"""What Ukrainian and Russian cases add to a name, as folded."""
SOUNDS = {
    script: re.compile("|".join(sorted(sounds, key=len, reverse=True)))
    for script, sounds in (("latin", LATIN), ("cyrillic", CYRILLIC))
}
CASES = re.compile(
    "(?:ого|ому|ему|его|ові|еві|єві|ами|ями|ою|ею|єю|им|ым|ім"
    "|ом|ем|єм|ём|ам|ям|ах|ях|ая|яя|ую|юю|ої|ой|ёй|ей|ий|ый|ій|ів|а|я|у|ю|е|є|і|ї|и|ы|о|й|ь)$"
)
SOFTENED = re.compile("(?<=[а-яіїєґ]{2}[аеєиіїоуюя])ці$")
"""A Ukrainian name in -ка in the dative: Сорока, Сороці."""
STOPS = re.compile(r"([ktpc])h")
SAME = re.compile(r"(.)\1+")
SILENT = re.compile(r"(?<=[aeio])h(?![aeioyw])")


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Fold one word in Latin or Cyrillic letters; "" if nothing is left of it."""
    lower = word.lower()
    if lower in CUSTOM:
        return CUSTOM[lower]
    if "а" <= lower[:1] <= "ӿ":
        letters = "".join(c for c in lower if c.isalpha())
        return reduced(SOUNDS["cyrillic"].sub(lambda m: CYRILLIC[m[0]], letters))
    plain = unicodedata.normalize(
        "NFD", unicodedata.normalize("NFC", lower).translate(MARKED)
    )
    letters = "".join(c for c in plain if "a" <= c <= "z")
    if letters.startswith("hn"):  # Hnatiuk: the h is no sign of length there
        return "h" + fold(letters[1:])
    return reduced(SOUNDS["latin"].sub(lambda m: LATIN[m[0]], letters))


@lru_cache(maxsize=1 << 14)
def fold_syllable(syllable: str) -> str:
    """Fold one Hangul syllable."""
    onset, vowel, coda = split(syllable)
    return ONSET[onset] + VOWEL[vowel] + CODA.get(coda, "k" if "ㄱ" in coda else "r")


def fold_hangul(word: str) -> tuple[str, ...]:
    """Fold each syllable of a Hangul word."""
    return tuple(fold_syllable(letter) for letter in word if is_syllable(letter))


@lru_cache(maxsize=1 << 17)
def reduced(letters: str) -> str:
    """Drop what transcription adds: aspiration, doubled letters, a silent h."""
    return SAME.sub(r"\1", SILENT.sub("", STOPS.sub(r"\1", letters)))


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """Take the case ending off a Cyrillic word, and fold the rest."""
    lower = word.lower()
    cut = SOFTENED.sub("к", lower)
    cut = CASES.sub("", lower) if cut == lower else cut
    kept = cut if len(cut) > 1 and re.search("[аеєиіїоуюяёыэ]", cut) else lower
    return fold(kept)


@lru_cache(maxsize=1 << 17)
def stem(folded: str) -> str:
    """Take the case ending off a folded word, if a syllable is left."""
    bare = ENDINGS.sub("", folded)
    return bare if len(bare) > 1 and re.search("[aeio]", bare) else folded
