"""Which outlets does a page name: as its publisher, its source, or in passing?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


CAPITAL = "[A-ZА-ЯІЇЄҐЁ]"
LATIN_NAME = r"[A-Z][\w’'&-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w’'&-]*){0,4}"
NAME = rf"{CAPITAL}[\w’'&-]*(?:\s+{CAPITAL}[\w’'&-]*){{0,4}}"
DOMAIN = (
    r"(?:www\.)?(?:[\w-]+\.)+"
    r"(?:com|org|net|info|news|ua|ru|kr|eu|uk|io|tv|example)(?:\.[a-z]{2})?\b"
)
QUOTED = "[«„“\"'‘][^»“”\"'’]{2,50}[»“”\"'’]"
ANY = rf"(?:{DOMAIN}|{QUOTED}|{NAME})"

# Words that make a capitalised name that of an outlet.
MEDIA = (
    r"(?:News|Times|Daily|Post|Herald|Ilbo|Shinmun|Tribune|Journal|Gazette|Telegraph"
    r"|Guardian|Courier|Chronicle|Weekly|Mail|Radio|Television|TV|Pravda|Today"
    r"|Bulletin|Dispatch|Express|Sentinel|Examiner|Broadcasting|(?:News|Press)\s+Agency)"
)
KNOWN = (
    r"(?:Reuters|AFP|BBC|CNN|NHK|KBS|MBC|SBS|YTN|DPA|EFE|Yonhap|Kyodo|TASS|Interfax"
    r"|Ukrinform|Suspilne|Bloomberg|Hankyoreh|Associated\s+Press|Al\s+Jazeera)"
)
OUTLET = (
    rf"(?:{DOMAIN}|{KNOWN}(?:\s+{MEDIA})?|(?:{CAPITAL}[\w’'-]*\s+){{1,3}}{MEDIA}"
    rf"|{MEDIA}\s+[A-Z]\w+)"
)
PRESS = (
    r"(?:newspaper|news\s+(?:agency|site|outlet|portal|website)|broadcaster|magazine"
    r"|(?:media\s+)?outlet|daily|weekly|television\s+channel|radio\s+station)"
)
TOLD = (
    r"(?:(?:has|had|have)\s+)?(?:first\s+|earlier\s+|also\s+)?"
    r"(?:report(?:s|ed)?|wr(?:ites|ote|itten)|publish(?:es|ed)|reveal(?:s|ed)|quot(?:es|ed)|broadcast)"
)
SLAVIC_PRESS = (
    r"(?:газет[аиіуыое]\w*|видання\w*|издани[еяюи]\w*|агент?ств[оаіуе]\w*|телеканал\w*|портал\w*"
    r"|журнал\w{0,3}|сайт\w{0,3}|раді[оа]|радио)"
)
SLAVIC_TOLD = (
    r"(?:повідом\w+|сообщ\w+|пиш[еу]\w*|написа\w+|переда[єёе]\w*|опубл[иі]к\w+|розпов\w+"
    r"|рассказ\w+)"
)
SLAVIC_BY = (
    r"(?:за\s+даними|по\s+данным|за\s+інформацією|по\s+информации|[зс]\s+посиланням\s+на"
    r"|со\s+ссылкой\s+на|як\s+(?:пише|повідомля\w+|повідоми\w+)|как\s+(?:пишет|сообща\w+|сообщи\w+)"
    r"|в\s+інтерв['’ʼ]ю|в\s+интервью)"
)
HANGUL_OUTLET = (
    r"[가-힣A-Za-z]{0,8}(?:일보|신문|뉴스|통신|방송|타임스|데일리|저널|투데이)"
    r"|데일리NK|KBS|MBC|SBS|YTN|NHK|JTBC|BBC|CNN|AFP|로이터"
)
CITED = (
    re.compile(rf"\b{PRESS}\s+(?P<o>{DOMAIN}|{QUOTED}|{LATIN_NAME})\s+{TOLD}\b"),
    re.compile(rf"(?<!\w)(?:[Tt]he\s+)?(?P<o>{OUTLET})\s+{TOLD}\b"),
    re.compile(
        r"\b(?:[Aa]ccording\s+to|[Aa]s\s+reported\s+by|reported\s+by|published\s+(?:by|in)"
        r"|[Cc]iting|quoted\s+by|told|interview\s+with|reports?\s+(?:by|in|from))\s+(?:the\s+)?"
        rf"(?:\w+\s+)?(?:{PRESS}\s+(?P<o>{DOMAIN}|{QUOTED}|{LATIN_NAME})|(?P<o2>{OUTLET}))"
    ),
    re.compile(rf"(?i:{SLAVIC_BY})\s+(?:\w+\s+)?(?:(?i:{SLAVIC_PRESS})\s+(?P<o>{ANY})|(?P<o2>{QUOTED}|{OUTLET}))"),
    re.compile(rf"(?i:{SLAVIC_PRESS})\s+(?P<o>{ANY})[^.]{{0,40}}?\s(?i:{SLAVIC_TOLD})"),
    re.compile(rf"(?i:{SLAVIC_TOLD})\s+(?:\w+\s+)?(?i:{SLAVIC_PRESS})\s+(?P<o>{ANY})"),
    re.compile(rf"(?P<o>{QUOTED})\s+(?i:{SLAVIC_TOLD})"),
    re.compile(
        rf"['‘“\"]?(?P<o>{HANGUL_OUTLET})['’”\"]?\s?(?:\([A-Za-z ]{{2,20}}\))?"
        r"(?:에\s?따르면|(?:이|가|은|는|의|도)?\s?(?:[^.]{0,40}\s)?보도|(?:이|가|은|는)\s[^.]{0,60}전했|를?\s?인용|과의\s?인터뷰)"
    ),
)  # fmt: skip
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
                yield _credit(match["o"], line.start, match, declared=True)


def _cited(page: Page) -> Iterator[Credit]:
    for line in page.lines:
        if not line.kind.is_article:
            continue
        for pattern in CITED:
            for match in pattern.finditer(line.text):
                groups = match.groupdict()
                yield _credit(
                    groups["o"] or groups["o2"], line.start, match, declared=False
                )


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


def outlet_key(name: str) -> str:
    """Reduce the ways to write an outlet: www.nightherald.example, The Night Herald."""
    name = SUFFIX.sub("", ADDRESS.sub("", name.lower().strip()))
    words = re.findall(r"[^\W_]+", name.replace("’", "").replace("'", ""))
    words = [word for word in words if word not in {"the", "www"}]
    return "".join(
        ENDING.sub("", word) if word[0] > "z" and word[0] < "가" else word
        for word in words
    )


def same_outlet(one: str, other: str) -> bool:
    """Compare two keys: equal, or the longer one begins or ends with the shorter.

    Where one is not in Latin letters they are compared by their consonants, as it may
    be inflected or spelt in another alphabet.
    """
    if not one or not other:
        return False
    if not (one.isascii() and other.isascii()):
        spelt = sound(one), sound(other)
        if len(spelt[0]) >= SOUNDS and spelt[0] == spelt[1]:
            return True
    short, long = sorted((one, other), key=len)
    return short == long or (
        len(short) >= SHORTEST and (long.startswith(short) or long.endswith(short))
    )


def is_by(page: Page, credit: Credit) -> bool:
    """Whether a credit names this page: by its publisher, its head or its title."""
    key = outlet_key(credit.outlet)
    head = [line.text for line in page.lines[:2] if len(line.text) <= LONGEST_HEAD]
    if any(same_outlet(outlet_key(one), key) for one in (page.publisher or "", *head)):
        return True
    title = outlet_key(page.title or "")
    return len(title) > LONGEST_HEAD // 3 and title in key
