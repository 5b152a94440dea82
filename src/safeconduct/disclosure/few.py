"""Of whom are two or three told alike: "two signallers, both 22", "the twins"?

Such a few are one bearer, of whom a text tells how many they are. "Two soldiers" are
found by `details`; here are those who are called by post, nation or kinship.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.details.ages import number
from safeconduct.disclosure.details.telling import KOREAN_NUMBERS
from safeconduct.disclosure.prefilter import compiled

SIZES = (
    (2, ("2", "two", "a pair", "дв")), (3, ("3", "three", "тр")),
    (4, ("4", "four", "чот", "чет")), (5, ("5", "five", "п")),
)  # fmt: skip
"""How the words for a number begin."""
COUNT = compiled(
    r"(?<![\w-])(?:[2-5]|two|three|four|five|a\s+pair\s+of|(?:два|три|дво|двох|двум|двом|тр[ьоеё]х|тр[ьоеё]м|чотир|четыр|четвер|п['’]ят|пят)(?:а|и|оє|ое|оих|оїх|ома|умя|ём|ех|ёх|ьох|еро|ерых|ьома|оём)?|троє|троих|троїх|трое|двоє|двое|двоих|двоїх|двома|двумя|двух)(?=\s)",
    re.IGNORECASE,
)
PLURAL = re.compile(
    r"(?:\w+s|[\w-]+(?:men|ese))$|(?:ц[іы]|ців|цев|цев|цам|цами|ків|ков|ики|іки|иків|иков|ан|ян|ени|яни|ане|яне|исти|исты|істи|істів|истов|рів|ров|ери|еры|ярі|ари|арі|арів|арей|ців|чики|чиків|чиков)$",
    re.IGNORECASE,
)
"""The end of a word that several are called by."""
KIN = compiled(
    r"\b(?:twins|twin\s+brothers|brothers|cousins|comrades|friends|classmates|namesakes)\b|(?<!\w)(?:близнюк(?!у)\w+|близнец\w+|близнят\w*|братів|братья|братьев|брати|братам\w*|кузен\w+|двоюрідн\w+\s+брат\w+|двоюродн\w+\s+брат\w+|земляк(?:и|ів|ов)|односельц\w+|односельчан\w*|однокласник\w+|одноклассник\w+|товариш(?:і|ів)|товарищ(?:и|ей)|друзі|друзів|друз(?:ья|ей))(?!\w)|쌍둥이(?:\s?형제)?",
    re.IGNORECASE,
)
TWINS = re.compile(r"twin|близн|쌍둥이", re.IGNORECASE)
KOREAN_COUNT = re.compile(
    r"인?\s?(?:출신\s)?(?P<n>(?<!\d)[2-5]|두|세|네|다섯)\s?(?:명|사람)(?!\s?중)"
)
KOREAN_BEFORE = re.compile(r"(?P<n>(?<!\d)[2-5]|두|세|네|다섯)\s?(?:명|사람)의?\s$")
EACH = compiled(
    r"(?:\b(?:both|each|all\s+(?:two|three|four))(?:\s+(?:are|were|of\s+them(?:\s+(?:are|were))?|aged|of))*|(?<!\w)(?:обом|обоим|об[ои]є|обидва|оба|кожному|каждому|всім|всем)(?:\s+(?:по|виповнилося|исполнилось|зараз|сейчас))*)\s+(?P<n>[1-6]\d|[\w’'-]+(?:[\s-](?!и\b|і\b)[\w’'-]+)?)",
    re.IGNORECASE,
)
YOUNGEST, ELDEST = 15, 75
WORDS = 40
"""Characters between a count and what is counted."""
BETWEEN = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}")
AGE_BEFORE = re.compile(r"[세살]\s?(?:와|과|·|및|,)\s?$")
"""Before an age: another stands there, and each is of one of them."""
KOREAN_LINK = re.compile(r"\s?(?:동갑내기|동갑|또래|의|인)?\s?")


BOTH = re.compile(r"(?:both|обидв[аоі]\w*|обоє|обох|оба|обе|обоих)\s", re.IGNORECASE)


def counted(text: str, details: Sequence[Detail]) -> tuple[Detail, ...]:
    """Leave out groups that are none of their own: "both", and what calls a few."""
    spans = [(start, end) for start, end, _ in fews(text, details)]
    return tuple(
        d
        for d in details
        if d.field is not Field.GROUP
        or not (
            BOTH.match(text, d.start)
            or any(start < d.end and d.start < end for start, end in spans)
        )
    )


KOREAN_EACH = compiled(
    r"(?:모두|둘\s?다|전부|똑같이)\s(?:만\s?)?(?P<n>[1-6]\d|[가-힣]{2,5})\s?[세살](?![가-힣]*기)"
)


def ages_of_each(text: str) -> Iterator[Detail]:
    """Yield ages that are told of each of several: "both 22", "обом по двадцять два"."""
    for match in (*EACH.finditer(text), *KOREAN_EACH.finditer(text)):
        words = match["n"]
        said = words if number(words) is not None else words.split()[0]
        value = number(said)
        if value is not None and YOUNGEST <= value <= ELDEST:
            start = match.start("n")
            yield Detail(
                start, start + len(said), Field.AGE, (value, value), plural=True
            )


def fews(text: str, details: Sequence[Detail]) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and size of each few; spans take in an age just before."""
    for start, end, size in (*_slavic(text, details), *_korean(text, details)):
        for detail in details:
            if (
                detail.field is Field.AGE
                and detail.end <= start
                and KOREAN_LINK.fullmatch(text, detail.end, start)
                and not AGE_BEFORE.search(text, 0, detail.start)
            ):
                start = detail.start  # noqa: PLW2901  (the age belongs to them)
        yield start, end, size


def _slavic(text: str, details: Sequence[Detail]) -> Iterator[tuple[int, int, int]]:
    """Yield few in English, Ukrainian and Russian: a count, then who is counted."""
    heads = [
        (d.start, d.end)
        for d in details
        if d.field in {Field.ROLE, Field.NATIONALITY}
        and d.value != "PRK"  # all of these are the text's own group
        and PLURAL.search(text[d.start : d.end])
        and _is_head(text, d)
    ]
    kin = [match.span() for match in KIN.finditer(text) if match[0][0] < "가"]
    for match in COUNT.finditer(text):
        size = _size(match[0].lower())
        for start, end in (*heads, *kin):
            if 0 < start - match.end() <= WORDS and BETWEEN.fullmatch(
                text, match.end(), start
            ):
                yield match.start(), end, size
                break
    for start, end in kin:
        if TWINS.search(text[start:end]) and not (
            NO_TWINS.search(text[:start]) or OF_CHILDREN.match(text, end)
        ):
            yield start, end, 2


OF_CHILDREN = re.compile(
    r"\s+(?:sons?|daughters?|boys|girls|children|sisters)\b"
    r"|-\w+|[\s-]+(?:сини|сыновья|доньки|дочк[иі]|дочери|діти|дети)(?!\w)"
    r"|\s?(?:아들|딸|자녀|남매|자매|아이|아기)"
)
"""After twins: they are somebody's children."""
NO_TWINS = re.compile(
    r"(?:сини|сыновья|синов\w+|сынов\w+|доньки|дочки|дочери|доч\w+|дон\w+|діти|дети|дітей|детей)[\s-]$"
    r"|(?:\b(?:wife|husband|daughter|son|girlfriend)\s+and\s+(?:[\w-]+\s+){0,2}|(?<!\w)(?:дружин|жін|жен|наречен|невест|дочк|доньк|син|сын)\w*\s+(?:і|й|та|и)\s+(?:[\w-]+\s+)?)$"
    r"|(?:\b(?:his|her|my|of|has|with|two)|(?<!\w)(?:його|його|его|мої|мои|її|её|двоє|двое|двох|двух))\s$",
    re.IGNORECASE,
)


DEMONYM = re.compile(
    r"(?:[еє]ць|[еє]ц|ц[яюауеі]|цем|цом|цеві|цеві|[ая]нин\w{0,2}|узбек\w{0,2}|таджик\w{0,2}|казах\w{0,2}|киргиз\w{0,2}|серб\w{0,2})$",
    re.IGNORECASE,
)
THE_ONE = re.compile(r"\b(?:the|an?|one|another)\s+(?:[a-z-]+\s+)?$", re.IGNORECASE)
DOES = re.compile(
    r"\s*[,;:.)—–]|\s+of\s+(?:\d|[a-z]+(?:teen|ty)\b)|\s+(?:who|has|had|used|says|said|did|does|would|wants|wanted|came|took|spent|worked|drove|is|was|will|could|can|from|in|named|called|aged)\b"
)


def is_demonym(text: str, detail: Detail) -> bool:
    """Whether a nation is one man's: "the Cuban said", "кенієць", "네팔인은"."""
    said = text[detail.start : detail.end]
    if "가" <= said[-1] <= "힣":
        end = detail.end + (text[detail.end : detail.end + 1] == "인")
        one = said.endswith("인") or end > detail.end
        return one and re.match(r"[은이의도,]|\s", text[end : end + 1]) is not None
    if said.isascii():
        before = THE_ONE.search(text, max(0, detail.start - 24), detail.start)
        return before is not None and DOES.match(text, detail.end) is not None
    return DEMONYM.search(said) is not None


def _is_head(text: str, detail: Detail) -> bool:
    """Whether a nation is no adjective of what follows it: "two Cuban doctors"."""
    if detail.field is Field.ROLE:
        return True
    return text[detail.start : detail.end].lower().endswith("s") or (
        HEAD_AFTER.match(text, detail.end) is not None
    )


HEAD_AFTER = re.compile(
    r"\s*(?:[,.;:)—–(]|$)|\s+(?:who|were|are|was|lie|sit|share|from|in|at|aged|both|і|й|та|и|з|із|с|из|у|в|лежать|лежат|що|які|которые|обидва|оба)(?!\w)"
)


def _korean(text: str, details: Sequence[Detail]) -> Iterator[tuple[int, int, int]]:
    for detail in details:
        if detail.field not in {Field.ROLE, Field.NATIONALITY} or detail.value == "PRK":
            continue
        if (
            not "가" <= text[detail.start] <= "힣"
            or "군" in text[detail.start : detail.end]
        ):
            continue
        after = KOREAN_COUNT.match(text, detail.end)
        before = KOREAN_BEFORE.search(text, max(0, detail.start - 8), detail.start)
        if after:
            yield detail.start, after.end(), _korean_number(after["n"])
        elif before:
            yield before.start(), detail.end, _korean_number(before["n"])
    for match in KIN.finditer(text):
        if match[0][0] >= "가" and not OF_CHILDREN.match(text, match.end()):
            yield *match.span(), 2


def _korean_number(word: str) -> int:
    return KOREAN_NUMBERS.get(word) or int(word)


def _size(word: str) -> int:
    return next(size for size, begins in SIZES if word.startswith(begins))
