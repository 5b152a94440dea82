"""What does a text say that survives retelling and translation?

Numbers, days, names by their consonants, and things by a small list of their words in
four languages; within one language also the words themselves. All of it can be
compared between Latin, Cyrillic and Hangul without a model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import islice

from safeconduct.months import MONTH, month_number
from safeconduct.text.language import Language
from safeconduct.text.lineage.words import WORD, folded
from safeconduct.text.numerals import numerals
from safeconduct.text.page import Page
from safeconduct.text.sentences import Sentence, sentences


class Sort(StrEnum):
    """What a fact is; hard ones are those that an independent text seldom repeats."""

    NUMBER = "number"
    DAY = "day"
    NAME = "name"
    THING = "thing"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that another text may say too; equal facts are the same."""

    sort: Sort
    value: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence and the facts in it."""

    start: int
    end: int
    letters: int
    facts: frozenset[Fact]


@dataclass(frozen=True)
class Account:
    """All sentences of an article; `language` is None where it is not told."""

    language: Language | None
    tellings: tuple[Telling, ...]
    facts: frozenset[Fact] = field(init=False)

    def __post_init__(self) -> None:
        every = frozenset().union(*(telling.facts for telling in self.tellings))
        object.__setattr__(self, "facts", every)


MOST = 500
"""Sentences of an article that are looked at: aligning costs their product."""


def account_of(page: Page) -> Account:
    """Take the facts from the first `MOST` sentences of an article."""
    told = tuple(
        _telling(one, page.language)
        for one in islice(sentences(page.text, page.lines), MOST)
    )
    return Account(page.language, told)


def _telling(sentence: Sentence, language: Language | None) -> Telling:
    text = sentence.text
    facts = {
        *_days(text),
        *_numbers(text),
        *_names(text, language),
        *_things(text, language),
        *_words(text),
    }
    letters = sum(map(str.isalpha, text))
    return Telling(sentence.start, sentence.end, letters, frozenset(facts))


# Numbers and days

DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|[nr]d|th)?\s+(?:of\s+)?(?P<month>{MONTH})"
    rf"|\b(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|[nr]d|th)?\b"
    r"|(?P<month3>\d{1,2})\s?월\s?(?P<day3>\d{1,2})\s?일"
    r"|\b(?P<day4>\d{1,2})\.(?P<month4>\d{1,2})\.(?:20\d\d)\b",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b(?!\.)")
KOREAN_COUNT = dict(
    zip(
        ("하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"),
        range(1, 10),
        strict=True,
    )
) | {"한": 1, "두": 2, "세": 3, "네": 4}
KOREAN_TENS = dict(
    zip(
        ("열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"),
        range(10, 100, 10),
        strict=True,
    )
) | {"스무": 20}
KOREAN_WORDS = re.compile(
    rf"(?<![가-힣])(?P<tens>{'|'.join(KOREAN_TENS)})(?P<ones>{'|'.join(KOREAN_COUNT)})?"
    r"(?=\s?(?:명|살|사람|개|대|번|통|달|시간|곳|척|마리|권))"
)
COMMON = {"0", "1", "2", "3", "10", "100", "1000"}
YEAR = re.compile(r"(?:19|20)\d\d")


def _days(text: str) -> Iterator[Fact]:
    for match in DAY.finditer(text):
        parts = {
            key.rstrip("234"): part for key, part in match.groupdict().items() if part
        }
        month = parts["month"]
        number = int(month) if month.isdecimal() else month_number(month)
        if number and 1 <= int(parts["day"]) <= 31:  # noqa: PLR2004 - days of a month
            yield Fact(Sort.DAY, f"{number:02}-{int(parts['day']):02}")


def _numbers(text: str) -> Iterator[Fact]:
    text = DAY.sub(lambda match: "_" * len(match[0]), text)
    for match in CLOCK.finditer(text):
        yield Fact(Sort.NUMBER, f"{int(match[1])}:{match[2]}")
    text = CLOCK.sub(lambda match: "_" * len(match[0]), text)
    for match in KOREAN_WORDS.finditer(text):
        value = KOREAN_TENS[match["tens"]] + KOREAN_COUNT.get(match["ones"], 0)
        yield Fact(Sort.NUMBER, str(value))
    for numeral in numerals(text):
        amount = numeral.value
        whole = amount == amount.to_integral_value()
        written = str(int(amount)) if whole else str(amount.normalize())
        if not (numeral.vague or written in COMMON or YEAR.fullmatch(written)):
            yield Fact(Sort.NUMBER, written)


# Names

NAME = re.compile(
    r"[A-ZА-ЯІЇЄҐЁ][\w’'ʼ]+(?:-[A-ZА-ЯІЇЄҐЁ]?[\w’'ʼ]+)*"
    r"(?:\s+[A-ZА-ЯІЇЄҐЁ][\w’'ʼ]+(?:-[A-ZА-ЯІЇЄҐЁ]?[\w’'ʼ]+)*)*"
)
HANGUL_WORD = re.compile(r"[가-힣]{2,8}")
LEADS = (
    "k",
    "k",
    "n",
    "t",
    "t",
    "r",
    "m",
    "p",
    "p",
    "s",
    "s",
    "",
    "s",
    "s",
    "s",
    "k",
    "t",
    "p",
    "",
)
TAILS = (
    *("", "k", "k", "k", "n", "n", "n", "t", "r", "k", "m", "p", "r", "r", "p", "r"),
    *("m", "p", "p", "s", "s", "n", "s", "s", "k", "t", "p", ""),
)
SOUNDS = {
    "k": "k g q c к г ґ ", "t": "t d т д", "p": "p b f п б ф",
    "s": "s z j x с з ж ш ч щ ц", "r": "r l р л", "m": "m м", "n": "n н",
}  # fmt: skip
SOUND = {
    letter: sound for sound, letters in SOUNDS.items() for letter in letters.split()
}
DIGRAPHS = (
    ("kh", ""),
    ("sh", "s"),
    ("ch", "s"),
    ("zh", "s"),
    ("ts", "s"),
    ("ph", "p"),
    ("th", "t"),
    ("ck", "k"),
    ("ng", "n"),
    ("х", ""),
)
FEWEST = 3
"""Consonants below which different names are alike by chance."""
ENDING = re.compile(
    r"(?:ського|ському|ский|ський|ского|скому|ской|ою|ові|ами|ям|ів|ев|ов|ом|ем|ей|ій"
    r"|ої|ого|ому|[уюаяіїиыеойьмх])$"
)
"""Of Ukrainian and Russian nouns and adjectives."""


@cache
def sound(name: str) -> str:
    """Reduce a name to the consonants that its spellings share.

    Voice is dropped, l and r are one, doubled sounds are one, v, w and h are none:
    Hangul has no means to tell them.
    """
    found = "".join(
        _syllable(letter) if "가" <= letter <= "힣" else letter
        for letter in name.lower()
    )
    for digraph, single in DIGRAPHS:
        found = found.replace(digraph, single)
    spelt = "".join(SOUND.get(letter, "") for letter in found)
    return re.sub(r"(.)\1+", r"\1", spelt)


def _syllable(letter: str) -> str:
    code = ord(letter) - ord("가")
    return LEADS[code // 588] + TAILS[code % 28]


def _names(text: str, language: Language | None) -> Iterator[Fact]:
    if language == "ko":
        for match in HANGUL_WORD.finditer(text):
            spelt = sound(folded(match[0]))
            if len(spelt) >= FEWEST:
                yield Fact(Sort.NAME, spelt)
        return
    for match in NAME.finditer(text):
        if match.start() == 0 and " " not in match[0]:
            continue  # any word is written large where a sentence begins
        parts = match[0].split()
        for spelling in {match[0], *parts} if len(parts) > 1 else parts:
            spelt = sound(ENDING.sub("", spelling) if spelling[0] > "z" else spelling)
            if len(spelt) >= FEWEST:
                yield Fact(Sort.NAME, spelt)


# Things and words

COLUMNS: dict[Language, int] = {"en": 0, "ko": 1, "uk": 2, "ru": 3}
STEM = 6
LONG = 5
COMMON_WORDS = (
    "their", "there", "which", "would", "about", "after", "before", "other", "those",
    "these", "where", "while", "being", "under", "since", "during", "could", "should",
    "against", "according", "которые", "чтобы", "после", "когда", "также", "этого",
    "через", "після", "також", "котрий", "щодо", "протягом", "говорить", "сказала",
)  # fmt: skip
"""Words that every text has."""
STOP = frozenset(word[:STEM] for word in COMMON_WORDS)


@cache
def _stems(language: Language) -> tuple[tuple[int, str, bool], ...]:
    """Read the things' words of one language: number of the thing, beginning, whole."""
    table = (
        files("safeconduct.text.lineage").joinpath("concepts.txt").read_text("utf-8")
    )
    rows = [row for row in table.splitlines() if row and not row.startswith("#")]
    return tuple(
        (number, stem.rstrip("="), stem.endswith("="))
        for number, row in enumerate(rows)
        for stem in row.split("|")[COLUMNS[language]].replace(",", " ").split()
    )


@cache
def _thing(word: str, language: Language) -> tuple[int, ...]:
    return tuple(
        number
        for number, stem, whole in _stems(language)
        if _begins(word, stem, whole=whole)
    )


def _begins(word: str, stem: str, *, whole: bool) -> bool:
    if stem[0] < "가":
        return word == stem if whole else word.startswith(stem)
    # A single syllable stands inside too many Korean words.
    return stem in word if len(stem) > 1 else word[0] == stem and len(word) <= 2  # noqa: PLR2004


def _things(text: str, language: Language | None) -> Iterator[Fact]:
    if language is None:
        return
    for match in WORD.finditer(text):
        for number in _thing(folded(match[0]), language):
            yield Fact(Sort.THING, str(number))


def _words(text: str) -> Iterator[Fact]:
    for match in WORD.finditer(text):
        word = folded(match[0])
        if word[0].isdigit():
            continue
        if word[0] >= "가":
            if len(word) > 1:
                yield Fact(Sort.WORD, word[:3])
        elif len(word) >= LONG and word[:STEM] not in STOP:
            yield Fact(Sort.WORD, word[:STEM])
