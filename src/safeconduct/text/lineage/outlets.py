"""Which outlets does a page name: as its publisher, its source, or in passing?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from urllib.parse import urlsplit

from safeconduct.text.citing import (
    ANY,
    DOMAIN,
    HANGUL_OUTLET,
    LATIN_NAME,
    NAME,
    QUOTED,
    SLAVIC_PRESS,
    cited_in,
)
from safeconduct.text.kinds import Kind
from safeconduct.text.lineage.facts import ENDING, sound
from safeconduct.text.page import Page


@dataclass(frozen=True, slots=True)
class Credit:
    """A passage that names an outlet; characters of the page's text.

    `declared` says that the page gives it as its own source, and not in passing.
    """

    outlet: str
    start: int
    end: int
    declared: bool


OWN = (
    re.compile(
        r"\b(?:translated|adapted|abridged|reprinted|republished|condensed|summari[sz]ed)\b"
        rf"[^.;]{{0,60}}?\bfrom\s+(?:an?\s+|the\s+)?(?:\w+\s+){{0,3}}?(?P<o>{DOMAIN}|{QUOTED}|{NAME})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:first|originally)\s+(?:published|appeared|reported)\s+(?:in|on|by|at)\s+(?:the\s+)?"
        rf"(?P<o>{DOMAIN}|{QUOTED}|{NAME})"
    ),
    re.compile(
        r"\b(?:[Bb]ased\s+on|[Aa]\s+(?:translation|summary)\s+of)\s+(?:an?\s+|the\s+)?"
        r"(?:(?:report|article|story|reporting|materials?)\s+)?(?:by|from|of|in|published\s+by)\s+(?:the\s+)?"
        rf"(?P<o>{DOMAIN}|{QUOTED}|{NAME})"
    ),
    re.compile(
        r"(?i:(?:переклад(?:ено)?|перевод|переведено)(?:\s+(?:з|із|с)\s+\w+)?\s*[:—–-]|(?:переклад(?:ено)?|переведено|перевод)"
        rf"\s+(?:з|із|с|из)|(?:за|по)\s+матер[иі]ал(?:ами|ам))\s+(?:(?i:{SLAVIC_PRESS})\s+)?(?P<o>{ANY})"
    ),
    re.compile(
        rf"['‘“\"]?(?P<o>{HANGUL_OUTLET}|{DOMAIN}|{LATIN_NAME})['’”\"]?(?:의|에\s?실린)?\s?(?:[^.]{{0,30}}\s)?(?:기사를?|보도를?)\s?(?:우리말로\s?)?(?:번역|옮|요약)"
    ),
)  # fmt: skip
FOREIGN = re.compile(
    r"(?:the\s+)?(?:Ukrainian|Russian|Korean|English|German|Polish|French)",
    re.IGNORECASE,
)
"""What a text is translated from, which is no outlet."""
PRESS_WORD = re.compile(rf"^{SLAVIC_PRESS}\s+(?=[«„“\"])", re.IGNORECASE)
OF_THE_PAPER = re.compile(
    r"^(?:the\s+|an?\s+)?(?:ukrainian|russian|english|korean)\s+(?:by\s+|of\s+)?",
    re.IGNORECASE,
)


def credits_in(page: Page) -> tuple[Credit, ...]:
    """Find the outlets that a page names, each once, its own sources first."""
    found: dict[str, Credit] = {}
    own = outlet_key(page.publisher or "")
    for credit in (*_declared(page), *_own_words(page), *_cited(page)):
        key = outlet_key(credit.outlet)
        if (
            key
            and not same_outlet(key, own)
            and not any(same_outlet(key, one) for one in found)
        ):
            found[key] = credit
    return tuple(found.values())


def publisher_of(page: Page) -> Credit | None:
    """Find where a page names its publisher."""
    if page.publisher is None:
        return None
    start = page.text.find(page.publisher)
    # A publisher read from a tag of the head stands nowhere in the visible text.
    start, end = (start, start + len(page.publisher)) if start >= 0 else (0, 0)
    for line in page.lines:
        if start >= 0 and line.start <= start < line.end:
            start, end = line.start, line.end
    return Credit(page.publisher, start, end, declared=True)


def _declared(page: Page) -> Iterator[Credit]:
    for source in page.declared_sources:
        lines = [line for line in page.lines if source in line.text]
        credit = next((one for one in lines if one.kind is Kind.SOURCE_CREDIT), None)
        at = credit or (lines[-1] if lines else None)
        start, end = (at.start, at.end) if at else (0, 0)
        yield Credit(_named(source), start, end, declared=True)


def _own_words(page: Page) -> Iterator[Credit]:
    for line in page.lines:
        for pattern in OWN:
            for match in pattern.finditer(line.text):
                if not FOREIGN.fullmatch(match["o"]):
                    yield _credit(match["o"], line.start, match, declared=True)


def _cited(page: Page) -> Iterator[Credit]:
    for line in page.lines:
        if not line.kind.is_article:
            continue
        for name, match in cited_in(line.text):
            yield _credit(name, line.start, match, declared=False)


def _credit(outlet: str, start: int, match: re.Match[str], *, declared: bool) -> Credit:
    return Credit(_named(outlet), start + match.start(), start + match.end(), declared)


def _named(outlet: str) -> str:
    """Leave the name alone: no article, no quotation marks, no "newspaper"."""
    name = OF_THE_PAPER.sub("", PRESS_WORD.sub("", outlet)).strip(" .,«»„“”\"'‘’")
    return re.sub(r"^[Tt]he\s+", "", name)


# Aliases

ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?")
SUFFIX = re.compile(
    r"\.(?:com?|org|net|info|news|ua|ru|kr|eu|uk|io|tv|example|in)(?:\.[a-z]{2})?(?:/.*)?$"
)
SHORTEST, SOUNDS = 5, 4
LONGEST_HEAD = 40
"""Characters of a line at the top of a page that may be the outlet's name."""


@cache
def outlet_key(name: str) -> str:
    """Reduce the ways to write an outlet: www.nightherald.example, The Night Herald."""
    name = SUFFIX.sub("", ADDRESS.sub("", name.lower().strip()))
    words = re.findall(r"[^\W_]+", name.replace("’", "").replace("'", ""))
    words = [word for word in words if word not in {"the", "www"}]
    return "".join(
        ENDING.sub("", word) if word[0] > "z" and word[0] < "가" else word
        for word in words
    )


def same_meaning(one: str, other: str) -> bool:
    """Whether two names say the same in two languages: «Маяк» and The Lighthouse.

    Every word of both must be one that newspapers are named by.
    """
    mine, its = meaning(one), meaning(other)
    if not mine or not its:
        return False
    return mine - _weak() == its - _weak() != frozenset()


@cache
def meaning(name: str) -> frozenset[int] | None:
    """Number what the words of a name mean; None where a word is not known."""
    told = SUFFIX.sub("", ADDRESS.sub("", name.lower().strip()))
    found: set[int] = set()
    for word in re.findall(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*", told):
        if word in ARTICLES:
            continue
        numbers = _hangul(word) if word[0] >= "가" else _meant(word)
        if not numbers:
            return None
        found |= numbers
    return frozenset(found)


def _meant(word: str) -> set[int]:
    return {
        number
        for number, row in enumerate(_titles())
        for stem in (row[0] if word[0] < "a" or word.isascii() else row[2] + row[3])
        if (word == stem[:-1] if stem.endswith("=") else word.startswith(stem))
    }


def _hangul(word: str) -> set[int]:
    """Take a word apart that is written as one: 등대일보 is lighthouse and daily."""
    found: set[int] = set()
    at = 0
    while at < len(word):
        stem, number = max(
            (
                (stem, number)
                for number, row in enumerate(_titles())
                for stem in row[1]
                if word.startswith(stem, at)
            ),
            default=("", -1),
            key=lambda pair: len(pair[0]),
        )
        if not stem:
            return found if at and len(word) - at == 1 else set()
        found.add(number)
        at += len(stem)
    return found


@cache
def _titles() -> tuple[tuple[list[str], ...], ...]:
    """Read the words of which newspapers are named, by language."""
    table = files("safeconduct.text.lineage").joinpath("titles.txt").read_text("utf-8")
    rows = (row for row in table.splitlines() if row and not row.startswith("#"))
    return tuple(tuple(cell.split() for cell in row.split("|")) for row in rows)


ARTICLES = frozenset({"the", "a", "of", "and", "та", "і", "и", "la", "de"})
WEAK_WORDS = ("daily", "week", "news", "newspaper", "journal")


@cache
def _weak() -> frozenset[int]:
    return frozenset(
        number for number, row in enumerate(_titles()) if row[0][0] in WEAK_WORDS
    )


def same_outlet(one: str, other: str) -> bool:
    """Compare two keys: equal, or the longer one begins or ends with the shorter.

    Where one is not in Latin letters they are compared by their consonants, as it may
    be inflected or spelt in another alphabet.
    """
    if not one or not other:
        return False
    if not (one.isascii() and other.isascii()):
        if _sound_alike(sound(one), sound(other)):
            return True
        # Hangul has no v: 바르타 is Varta.
        if _sound_alike(*(sound(VOICED.sub("b", name)) for name in (one, other))):
            return True
    short, long = sorted((one, other), key=len)
    return (
        short == long
        or (len(short) >= SHORTEST and (long.startswith(short) or long.endswith(short)))
        or (one.isascii() != other.isascii() and _spelt_alike(one, other))
    )


def _spelt_alike(one: str, other: str) -> bool:
    """Compare a name in Cyrillic with one in Latin letters, as in an address."""
    short, long = sorted((_coarse(one), _coarse(other)), key=len)
    lost = len(long) - len(short)  # an ending is cut from a Cyrillic key
    return len(short) >= SPELT - (lost > 0) and lost <= CUT and long.startswith(short)


def _coarse(key: str) -> str:
    """Spell a key in Latin letters, alike for all ways to write Cyrillic with them.

    Of words in an address, not of names of people: `names` stands above this room, and
    weighs what here is only asked to begin alike.
    """
    latin = "".join(ROMAN.get(letter, letter) for letter in key)
    for said, written in COARSE:
        latin = said.sub(written, latin)
    return latin


ROMAN = dict(
    zip("абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя", [
        "a", "b", "v", "h", "h", "d", "e", "e", "e", "zh", "z", "i", "i", "i", "i",
        "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts", "ch", "sh",
        "shch", "", "i", "", "e", "u", "a",
    ], strict=True)
)  # fmt: skip
COARSE = tuple(
    (re.compile(said), written)
    for said, written in (
        ("kh", "h"), ("[yij]+e", "e"), ("[yij]+u", "u"), ("[yij]+a", "a"),
        ("[yij]+", "i"), ("g", "h"),
    )
)  # fmt: skip
CUT = 2
"""Letters of an ending."""
VOICED = re.compile("[vв]")
SPELT, LONG = 5, 8
"""Consonants from which one, or two, may be lost where a name is spelt by ear."""


def _sound_alike(one: str, other: str) -> bool:
    """Compare two rows of consonants; long ones may differ in one or two."""
    short, long = sorted((one, other), key=len)
    if len(short) < SOUNDS or one[0] != other[0]:
        return False
    allowed = (len(long) >= SPELT) + (len(long) >= LONG)
    return len(long) - len(short) <= allowed and _apart(one, other) <= allowed


def _apart(one: str, other: str) -> int:
    """Count the letters to change, add or leave out (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        above, row[0] = row[0], at
        for place, its in enumerate(other, 1):
            change = above + (letter != its)
            above = row[place]
            row[place] = min(change, above + 1, row[place - 1] + 1)
    return row[-1]


def spellings(name: str) -> tuple[str, ...]:
    """Part a name from what stands in brackets behind it: its address, its original."""
    beside = BRACKETED.fullmatch(name.strip())
    return (name,) if beside is None else (beside[1].strip(), beside[2].strip())


BRACKETED = re.compile(r"([^()（]{2,60})[(（]([^()）]{2,60})[)）]")


def is_by(page: Page, credit: Credit) -> bool:
    """Whether a credit names this page: by its publisher, its head or its title."""
    names = [*map(outlet_key, spellings(credit.outlet))]
    for one in names_of(page):
        if any(same_outlet(outlet_key(one), name) for name in names):
            return True
        if any(same_meaning(one, name) for name in spellings(credit.outlet)):
            return True
    title, key = outlet_key(page.title or ""), outlet_key(credit.outlet)
    return len(title) > LONGEST_HEAD // 3 and title in key


def names_of(page: Page) -> list[str]:
    """List how a page may be called: its publisher, its host, the lines of its head."""
    head = [line.text for line in page.lines[:2] if len(line.text) <= LONGEST_HEAD]
    host = urlsplit(page.address).hostname if page.address else None
    return [one for one in (page.publisher, host, *head) if one]


# Names that only matter where a page at hand is called so.

TELLS = re.compile(
    r"\b(?:report|wrote|writes|written|publish|quot|cit(?:es|ed|ing)|according|told|interview|spoke|visited|journalist|correspondent|allowed)"
    r"|повідом|сообщ|пиш[еу]|написа|переда|опубл|розпов|рассказ|цит|навод|привод|посилан|ссылк|матер[иі]ал|кор+еспондент|журнал[иі]ст|йдеться|говорится|даними|данным|репортаж|перев[оеё]д|перекл|переказ|пересказ"
    r"|따르면|보도|전했|인용|기사|취재|인터뷰|출처|원문|번역|옮",
    re.IGNORECASE,
)
NAMES = re.compile(rf"(?P<quoted>{QUOTED})|(?P<domain>{DOMAIN})|(?P<name>{NAME})")
HANGUL_SAYS = re.compile(
    r"(?P<name>[가-힣]{2,10}(?:\s[가-힣]{2,10}){0,2}?)"
    r"(?:에\s?따르면|[은는이가의]?(?=\s)|[를을]\s인용|[과와]의|에\s?실린|\()"
)
MOST_NAMES = 60
"""Names of a page that are held against those of others."""


def named_in(page: Page) -> tuple[Credit, ...]:
    """Find what a page names in sentences that tell who told: outlets, it may be.

    They say nothing alone; but where a page at hand is called so it is credited.
    """
    return tuple(islice(_named_in(page), MOST_NAMES))


def _named_in(page: Page) -> Iterator[Credit]:
    for line in page.lines:
        if line.kind in OWN_LINES:
            continue
        for sentence in SENTENCE.finditer(line.text):
            if not TELLS.search(sentence[0]):
                continue
            hangul = "가" <= max(sentence[0]) <= "힣"
            for match in (HANGUL_SAYS if hangul else NAMES).finditer(sentence[0]):
                start = line.start + sentence.start()
                name = match["name"] if hangul else match[0]
                if len(name) >= SHORTEST or " " in name:
                    yield _credit(name, start, match, declared=False)


SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?=\S)[^.!?]*)*[.!?]*")
OWN_LINES = frozenset({Kind.SITE_HEADER, Kind.SITE_TAGLINE, Kind.COPYRIGHT, Kind.TITLE})
