"""Does a share come out that stands right beside the count it restates?

"Of 120 asked, 48, or 35 percent": the words between say that the share is the count and
of what, so the roles of the three need not be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from safeconduct.text.comparison.numbers import counts_in
from safeconduct.text.comparison.quantities import EARLIER
from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.figure import Figure
from safeconduct.text.roles import HANDLED, Role
from safeconduct.text.sentences import Sentence

_THAT_IS = (
    r"(?:or|that\s+is,?|i\.\s?e\.,?|namely|meaning|which\s+(?:is|was|makes)|making|або"
    r"|чи|тобто|себто|що\s+(?:становить|складає|є)|це|или|то\s+есть|т\.\s?е\.|что\s+составля\w+"
    r"|это|즉|곧)"
)
_ABOUT = (
    r"(?:(?:about|some|around|roughly|nearly|almost|exactly|just|близько|приблизно|майже"
    r"|рівно|около|примерно|почти|ровно|약|거의)\s+){0,2}"
)
_AT = r"(?:(?:на|в|у|до|for|by|at|to|in)\s+)?"
"""The preposition of the count, said again: "на 1150, тобто на 40 %"."""
_SAID = (
    r"(?:,\s+(?:(?:[\w’'.-]+\s+){1,5}(?:says?|said|adds?|added|reports?|reported|estimates?)"
    r"|(?:каже|кажуть|сказа\w+|говор\w+|зауважи\w+|замети\w+|додає|доба\w+|уточни\w+|повідом\w+|сообщ\w+)(?:\s+[\w’'.-]+){1,4}"
    r"|(?:за|по)\s+(?:словами|словам|даними|данным)(?:\s+[\w’'.-]+){1,4}))?"
)
_THEM = (
    r"(?:of\s+(?:them|these|those(?!\s+(?:who|that|it|he|she|they|we)\b)|whom|which|the\s+(?:group|total))|з\s+них|із\s+них|з\s+яких"
    r"|із\s+яких|з\s+цих|серед\s+них|из\s+них|из\s+которых|среди\s+них|among\s+(?:them|whom))"
)
_WORDS = r"(?:\s+(?!of\b|out\b)[^\W\d_][\w’'-]*){0,4}"
_OF_SOME = (
    rf"(?:\s+(?:{_THEM}|(?:out\s+of|of|з|із|из|від|от)\s+[\w’'-]+"
    r"(?:\s+[\w’'-]+){0,4}))?"
)
# From a count to the share that restates it, and from a share to its count.
COUNT_SHARE = re.compile(
    rf"(?:\s+{_THEM})?{_WORDS}(?:\s[—–]\s[^.;:—–\d]{{3,60}}?(?=,\s*{_THAT_IS}\s))?"
    rf"\s*(?:[,—–]\s*{_THAT_IS}\s+|\s{_THAT_IS}\s+|[(—–]\s*)(?:{_THAT_IS}\s+)?{_AT}{_ABOUT}"
    r"|(?:여\s?)?(?:명|사람)?(?:은|이|으로|의)?\s?(?:[,(]\s*(?:(?:즉|곧|전체의)\s*){0,2}"
    r"|\s*즉\s*(?:전체의\s*)?|\s*전체(?:\s?\S{1,6})?의\s*)(?:약\s?)?",
    re.IGNORECASE,
)
SHARE_COUNT = re.compile(
    rf"{_OF_SOME}{_WORDS}\s*(?:[,—–]\s*{_THAT_IS}\s+|\s{_THAT_IS}\s+|[(:—–]\s*)(?:{_THAT_IS}\s+)?{_AT}{_ABOUT}"
    r"|(?:이|인|가|,|\s*\(|,\s?즉)\s?(?:약\s?)?",
    re.IGNORECASE,
)
# "Half of them, 11 men, were": set off by commas on both sides.
SET_OFF = re.compile(rf"{_OF_SOME}{_WORDS}{_SAID},\s+{_ABOUT}", re.IGNORECASE)
# "A further 51, one in five, came from Africa."
COUNT_SET_OFF = re.compile(
    rf"(?:\s+{_THEM})?{_WORDS},\s+{_AT}{_ABOUT}"
    r"|\s?(?:여\s?)?(?:명|사람)?,\s?(?:약\s?)?",
    re.IGNORECASE,
)
# "24 said they would refuse an exchange, one in five.": at the end of a sentence.
_CLAUSE = r"(?:\s+(?!of\b|out\b)[^\W\d_][\w’'-]*){0,10}"
CLOSING = re.compile(
    rf"(?:\s+{_THEM})?{_CLAUSE}(?:,?\s[—–]\s*|[,:]\s+)(?:{_THAT_IS}\s+)?{_ABOUT}",
    re.IGNORECASE,
)
OPENING = re.compile(rf"{_OF_SOME}{_CLAUSE}(?::|\s[—–])\s+{_ABOUT}", re.IGNORECASE)
AT_END = re.compile(r"(?:\s+[^\W\d_][\w’'-]*){0,2}[.\s]*$")
SHUT = re.compile(r"\s*(?:[,;)—–]|$)|[은는이가]\s")
# "One in five of the army's colonels": of others than those told of.
OF_OTHERS = re.compile(
    rf"\s+(?!{_THEM}(?!\w))(?:of|out\s+of|among|з|із|зі|из|від|от|серед|среди|усіх|всіх|всех)\s",
    re.IGNORECASE,
)
CLOSED = re.compile(r"(?:\s+[^\W\d_][\w’'-]*){0,3}\s*(?:[,;.)—–]|$)")
_DET = (
    r"(?:(?:the|these|those|all|some|about|around|roughly|цих|усіх|тих|этих|всех|тех"
    r"|близько|около|exactly)\s+){0,3}"
)
OF = re.compile(
    rf"(?:[\s,—–]*[^\W\d_][\w’'-]*){{0,4}}?\s+(?:out\s+of|of|from\s+among|among|з|із|зі|із\s+числа|из"
    rf"|из\s+числа|серед|среди|від|от)\s+{_DET}",
    re.IGNORECASE,
)
OPENED = re.compile(
    rf"(?:^|[;,:(—–]\s*|\b(?:and|but|і|й|та|а|и)\s+)(?:out\s+of|of|among|з|із|зі|из|серед|среди)\s+{_DET}$",
    re.IGNORECASE,
)
THEM = re.compile(
    rf"(?<!\w){_THEM}(?!\w)|이\s?(?:가운데|중)(?=[\s,])|그\s?(?:가운데|중)(?=[\s,])"
    r"|(?<!\w)(?:of\s+those\s+who\s+\w+|of\s+those\s+(?:asked|surveyed|polled)"
    r"|(?:из|среди)\s+(?:тех,?\s+кто\s+\w+|\w{3,}(?:вших|вшихся))"
    r"|(?:з|із|серед)\s+(?:тих,?\s+хто\s+\w+|опитаних))(?!\w)|응답자\s?(?:가운데|중)(?=[\s,])",
    re.IGNORECASE,
)
COUNT_OF = re.compile(
    r"\s?(?:여\s?)?(?:명|사람|곳)?(?:의\s?\S{1,8})?\s?(?:중|가운데|에서)\s[^.;\d]{0,20}$"
)
KOREAN_OPENED = re.compile(
    r"\s?(?:여\s?)?(?:명|사람)(?:의\s\S+)?\s?(?:중|가운데)(?=[\s,에])"
)
# "That is 35 percent": the share of the count told just before.
WHICH_IS = re.compile(
    rf"\W*(?:(?:that|this|which|it)\s+(?:is|was|makes|amounts\s+to|means|comes\s+to)|це|это"
    rf"|тобто|то\s+есть|이는|이것은|즉)\s+(?:(?:становить|складає|составля\w+|전체의)\s+)?{_ABOUT}$",
    re.IGNORECASE,
)

Triple = tuple[Statement, Statement, Statement]


def restated(
    doc: Document, figures: Sequence[Figure], shares: Sequence[Statement]
) -> Iterator[Triple]:
    """Yield share, part and whole of each share that restates a count beside it."""
    for share in shares:
        here = counts_in(doc, share.sentence, figures)
        before = _sentence_before(doc, share.sentence)
        told = counts_in(doc, before, figures) if before else []
        pair = _in_one(share, here, told, figures) or _in_two(share, here, told)
        if pair is not None and (pair[0].value or 0) <= (pair[1].value or 0):
            yield share, *pair


def _in_one(
    share: Statement,
    here: Sequence[Statement],
    told: Sequence[Statement],
    figures: Sequence[Figure],
) -> tuple[Statement, Statement] | None:
    part = _part(share, here)
    if part is None:
        return None
    whole = _whole(share, part, here, told, figures)
    return None if whole is None else (part, whole)


def _in_two(
    share: Statement, here: Sequence[Statement], told: Sequence[Statement]
) -> tuple[Statement, Statement] | None:
    """Read two sentences: "11 of the 52 are officers. That is half" is one share."""
    lead = share.sentence.text[: share.figure.start - share.sentence.start]
    if not WHICH_IS.fullmatch(lead) or any(
        h.figure.start > share.figure.end for h in here
    ):
        return None
    for part in told:
        whole = counted(part, part, told)
        if whole is not None:
            return part, whole
    return None


def _part(share: Statement, here: Sequence[Statement]) -> Statement | None:
    """Find the count beside a share that says the same, before it or behind it."""
    at = share.sentence.start
    start, end = share.figure.start - at, share.figure.end - at
    for count in here:
        first, last = count.figure.start - at, count.figure.end - at
        if last <= start and (
            _leads(count, (last, start), end)
            or _leads(count, (_end_of_whole(count, here, last), start), end)
        ):
            return count
        if end <= first and (
            _follows(share, (end, first), last)
            or _follows(share, (_end_of_whole(share, here, end), first), last)
        ):
            return count
    return None


def _end_of_whole(one: Statement, here: Sequence[Statement], end: int) -> int:
    """Return where the whole ends that stands right behind: "15 of the 60 men"."""
    text, at = one.sentence.text, one.sentence.start
    for whole in here:
        if whole is not one and OF.fullmatch(text, end, whole.figure.start - at):
            return whole.figure.end - at
    return end


def _leads(count: Statement, between: tuple[int, int], end: int) -> bool:
    """Tell whether a share behind a count, which ends at `end`, says it again."""
    text = count.sentence.text
    if COUNT_SHARE.fullmatch(text, *between):
        return True
    if OF_ALL.match(text, end) and COMMA.fullmatch(text, *between):
        return True
    if _opens(count):
        return False  # "Of the 80 men asked, a fifth": the whole
    if SHUT.match(text, end) and COUNT_SET_OFF.fullmatch(text, *between):
        return True
    return bool(AT_END.match(text, end) and CLOSING.fullmatch(text, *between))


def _follows(share: Statement, between: tuple[int, int], end: int) -> bool:
    """Tell whether a count behind a share, which ends at `end`, says it again."""
    text = share.sentence.text
    if SHARE_COUNT.fullmatch(text, *between):
        return True
    if SET_OFF.fullmatch(text, *between) and CLOSED.match(text, end):
        return True
    return bool(OPENING.fullmatch(text, *between) and _closes(text, end))


def _closes(text: str, end: int) -> bool:
    """Tell whether a count ends its sentence, or says of which number it is."""
    return AT_END.match(text, end) is not None or OF.match(text, end) is not None


def _whole(
    share: Statement,
    part: Statement,
    here: Sequence[Statement],
    told: Sequence[Statement],
    figures: Sequence[Figure],
) -> Statement | None:
    """Find of what the count is taken: "of the 120", "120, of whom", "of them"."""
    stated = counted(part, share, here)
    if stated is not None:
        return stated
    text, at = share.sentence.text, share.sentence.start
    first = min(part.figure.start, share.figure.start) - at
    last = max(part.figure.end, share.figure.end) - at
    them = [m.start() for m in THEM.finditer(text, 0, min(len(text), last + REACH))]
    near = [place for place in them if first - REACH <= place]
    if not near:
        return (
            _whole_before(share, part, figures)
            or _of_noun(share, part, figures)
            or _of_place(share, part, figures)
            or _asked(share, part, told)
            or _told_whole(share, part, here, told)
        )
    earlier = [c for c in here if c.figure.start - at < first and _is_larger(c, part)]
    known = earlier or [count for count in told if _is_larger(count, part)]
    return known[-1] if known else _total(share, part, figures)


# "Eight refused, two thirds of the total": the total was told some sentences before.
OF_ALL = re.compile(
    r"\s+(?:of\s+all(?:\s+(?:the|those))?(?:\s+\w+)?|(?:усіх|всіх|всех)\s+\w+|of\s+(?:the\s+)?(?:total(?:\s+number)?|group|whole|lot)|від\s+(?:загалу|усіх|всіх|загального\s+числа|загальної\s+(?:кількості|чисельності))|от\s+(?:всех|общего\s+(?:числа|количества)|общей\s+численности)|(?:усіх|всіх|всех)\s+(?:опитан|опрошен)\w+)\b"
    r"|(?<=전체의\s)",
    re.IGNORECASE,
)
COMMA = re.compile(rf"{_WORDS},\s+{_ABOUT}", re.IGNORECASE)
BACK = 3
"""Sentences of a paragraph in which the total is looked for."""


def _whole_before(
    share: Statement, part: Statement, figures: Sequence[Figure]
) -> Statement | None:
    text, at = share.sentence.text, share.sentence.start
    last = max(part.figure.end, share.figure.end) - at
    if not OF_ALL.match(text, last):
        return None
    doc, sentence = share.document, share.sentence
    found: list[Statement] = []
    for _ in range(BACK):
        before = _sentence_before(doc, sentence)
        if before is None:
            break
        larger = [c for c in counts_in(doc, before, figures) if _is_larger(c, part)]
        if larger and not EARLIER.search(before.text):
            found += reversed(larger)
        sentence = before
    # Of a camp one knows how many it holds; "over 300" is of all camps.
    if HELD_HERE.match(text, last) and all(c.interval.is_open for c in found):
        return _last_held(share, part, figures)
    return min(found, key=lambda c: c.interval.is_open, default=None)


OF_TOTAL = re.compile(
    r"\s+(?:of\s+the\s+total|від\s+загалу|от\s+общего\s+числа)(?!\w)", re.IGNORECASE
)


def _total(
    share: Statement, part: Statement, figures: Sequence[Figure]
) -> Statement | None:
    """Find the one number of those held of which "62 of the total, or 45%" speaks."""
    text, at = part.sentence.text, part.sentence.start
    if not OF_TOTAL.match(text, part.figure.end - at):
        return None
    told = [
        count
        for sentence in share.document.sentences
        if sentence.start < at
        for count in counts_in(share.document, sentence, figures)
        if count.figure.role is Role.CAPTURED and _is_larger(count, part)
    ]
    return told[-1] if len({count.interval for count in told}) == 1 else None


# "One in five of the foreigners": the page counted the foreigners before.
OF_NOUN = re.compile(
    r"\s+of\s+(?:the|all\s+the|these|those)\s+(?P<noun>[a-z]{5,})(?!\s+(?:who|that|in|from|at|of)\b)"
    r"|\s+(?:(?:із?|з|из|серед|среди|усіх|всіх|всех)\s+)?(?P<slavic>[а-яіїєґ’'ʼ]{6,}(?:их|ых|ів|їв|ов|ев|ей))(?!\w)",
)
STEM = 6
"""Letters by which two forms of a noun are known for one."""


def _of_noun(
    share: Statement, part: Statement, figures: Sequence[Figure]
) -> Statement | None:
    """Find the one number that the page gave before for what a share is of."""
    doc, at = share.document, share.sentence.start
    last = max(part.figure.end, share.figure.end) - at
    named = OF_NOUN.match(share.sentence.text, last)
    if named is None:
        return None
    stem = re.escape((named["noun"] or named["slavic"])[:STEM])
    headed = re.compile(rf"(?:\s+[\w’'-]+){{0,2}}?\s+{stem}", re.IGNORECASE)
    told = [
        count
        for sentence in doc.sentences
        if sentence.start < at
        for count in counts_in(doc, sentence, figures)
        if _is_larger(count, part)
        and headed.match(sentence.text, count.figure.end - sentence.start)
    ]
    return told[-1] if len({count.interval for count in told}) == 1 else None


# "21 had letters, more than half of the block": the block was said to hold 48.
OF_PLACE = re.compile(
    r"\s+of\s+(?:the|this|that)\s+(?:whole\s+|entire\s+)?"
    r"(?P<place>block|camp|ward|barrack|hut|wing|dormitor|compound|group|party)\w*(?!\w)"
    r"|\s+(?:(?:всього|усього|всего|всієї|усієї|всей|этого|цього|этой|цієї)\s+)?"
    r"(?P<slavic>блок|лагер|табор|табір|палат|барак|корпус|груп|відділен|отделен)\w*(?!\w)",
    re.IGNORECASE,
)


def _of_place(
    share: Statement, part: Statement, figures: Sequence[Figure]
) -> Statement | None:
    """Find how many the page said before that the place holds a share is of."""
    at = share.sentence.start
    named = OF_PLACE.match(share.sentence.text, share.figure.end - at)
    if named is None:
        return None
    place = re.compile(rf"(?<!\w){named['place'] or named['slavic']}", re.IGNORECASE)
    held = _last_held(share, part, figures)
    return held if held and place.search(held.sentence.text) else None


HELD_HERE = re.compile(
    r"\s+of\s+all\s+(?:those|the\s+\w+|\w+)\s+(?:held|kept|housed|there)"
    r"|\s+(?:усіх|всіх|всех)\s+(?:\w+\s+){0,2}(?:утриму|тримають|содерж|держат)",
    re.IGNORECASE,
)
HOLDS = re.compile(
    r"\b(?:holds?|held|houses?|holding)\s+$|(?<!\w)(?:утриму\w+|тримають|содерж\w+|держат)\s+$",
    re.IGNORECASE,
)


def _last_held(
    share: Statement, part: Statement, figures: Sequence[Figure]
) -> Statement | None:
    """Find how many the page said before that a place holds."""
    doc, at = share.document, share.sentence.start
    told = [
        count
        for sentence in doc.sentences
        if sentence.start < at
        for count in counts_in(doc, sentence, figures)
        if _is_larger(count, part)
        and not count.interval.is_open
        and HOLDS.search(sentence.text[: count.figure.start - sentence.start])
    ]
    return told[-1] if told else None


ASKED = re.compile(
    r"\s(?:of\s+)?(?:those\s+|the\s+)?(?:respondents|interviewed|interviewees|asked|polled"
    r"|опитан\w+|опрошен\w+|респондент\w*|співрозмовник\w*|собеседник\w*)\b"
    r"|\s?명의?\s?(?:응답자|면담자)",
    re.IGNORECASE,
)
SPOKEN_WITH = re.compile(
    r"(?:\b(?:interview(?:ed|ing)|spoke(?:n)?\s+(?:to|with)|talk(?:ed|ing)\s+(?:to|with)"
    r"|question(?:ed|ing)|survey(?:ed|ing)|polled|asked|met)"
    r"|(?<!\w)(?:(?:по)?говорил\w*\s+(?:з|із|с)|поспілкува\w+\s+(?:з|із)|пообща\w+\s+с"
    r"|опита\w+|опроси\w+|проінтерв\w+|проинтерв\w+|розпита\w+|расспроси\w+))\s+"
    rf"(?:[^\W\d_]+\s+)?{_ABOUT}$",
    re.IGNORECASE,
)
KOREAN_SPOKEN = re.compile(r"[^.\d]{0,12}(?:면담|인터뷰|설문|조사)(?:했|한|해|하)")


def _asked(
    share: Statement, part: Statement, told: Sequence[Statement]
) -> Statement | None:
    """Find in the sentence before how many were spoken with, if the part was asked."""
    text, at = share.sentence.text, share.sentence.start
    if not ASKED.match(text, part.figure.end - at):
        return None
    for count in told:
        said = count.sentence.text
        start = count.figure.start - count.sentence.start
        end = count.figure.end - count.sentence.start
        spoken = SPOKEN_WITH.search(said[:start]) or KOREAN_SPOKEN.match(said, end)
        if spoken and _is_larger(count, part):
            return count
    return None


# "The state agreed to take 900. So far 300 have come, or half": of those promised.
PROMISED = re.compile(
    r"\b(?:agree[ds]?|promis\w+|plann?\w*|pledg\w+|undert(?:ook|aken)|intend\w*|vow\w*)\b"
    r"|(?<!\w)(?:обіця|обеща|погодил|согласил|зобов[’'ʼ]яза|обязал|планува|планиров|домовил|договорил|пообіця|пообеща)\w*"
    r"|약속|합의|계획|하기로",
    re.IGNORECASE,
)
SO_FAR = re.compile(
    r"\b(?:so\s+far|already|to\s+date|by\s+now|until\s+now|as\s+yet|only)\b"
    r"|(?<!\w)(?:поки|пока|наразі|на\s+сьогодні|на\s+сегодня|уже|вже|досі|дотепер|до\s+сих\s+пор)(?!\w)"
    r"|지금까지|현재까지|이미|아직",
    re.IGNORECASE,
)
LIMIT = 2
"""How far a count may miss its share and still be a slip of the one whole there is."""


def _told_whole(
    share: Statement,
    part: Statement,
    here: Sequence[Statement],
    told: Sequence[Statement],
) -> Statement | None:
    """Find the one number of those asked or told of that the part can be taken from.

    "The project asked 90 prisoners. Thirty, that is one in five, would refuse."
    """
    first = min(part.figure.start, share.figure.start)
    text, at = share.sentence.text, share.sentence.start
    if any(OF_OTHERS.match(text, one.figure.end - at) for one in (part, share)):
        return None
    larger = [c for c in (*told, *here) if _is_larger(c, part)]
    larger = [c for c in larger if _opens(c)] or larger
    wholes = {c.interval: c for c in larger if c.figure.start < first}
    if len(wholes) != 1 or len({c.interval for c in larger}) != 1:
        return None
    whole = next(iter(wholes.values()))
    promised = PROMISED.search(whole.sentence.text) and SO_FAR.search(text)
    is_told = HANDLED.search(whole.sentence.text) or _opens(whole) or promised
    return whole if is_told and _is_slip(share, part, whole) else None


def _opens(whole: Statement) -> bool:
    """Tell "Of the 340" from a number told in passing."""
    text, at = whole.sentence.text, whole.sentence.start
    lead, end = text[: whole.figure.start - at], whole.figure.end - at
    return bool(OPENED.search(lead) or KOREAN_OPENED.match(text, end))


def _is_slip(share: Statement, part: Statement, whole: Statement) -> bool:
    wanted = (whole.value or Decimal(0)) * (share.value or Decimal(0))
    stated = part.value or Decimal(0)
    return wanted <= stated * LIMIT and stated <= wanted * LIMIT


REACH = 40
"""Characters before and after count and share in which "of them" belongs to them."""


def counted(
    part: Statement, share: Statement, here: Sequence[Statement]
) -> Statement | None:
    """Find the whole that the words of a sentence count beside a part or its share."""
    text, at = part.sentence.text, part.sentence.start
    first = min(part.figure.start, share.figure.start) - at
    for count in here:
        start, end = count.figure.start - at, count.figure.end - at
        if count is part or not _is_larger(count, part):
            continue
        if end <= first and (
            OPENED.search(text[:start]) or COUNT_OF.match(text[end:first])
        ):
            return count
        if any(
            side.figure.end - at <= start
            and OF.fullmatch(text, side.figure.end - at, start)
            for side in (part, share)
        ):
            return count
    return None


def _is_larger(count: Statement, part: Statement) -> bool:
    return (count.value or Decimal(0)) > (part.value or Decimal(0))


def _sentence_before(doc: Document, sentence: Sentence) -> Sentence | None:
    if sentence.start == 0:
        return None
    before = doc.sentence_at(sentence.start - 1)
    between = doc.page.text[before.end : sentence.start]
    return before if before.start < sentence.start and between.count("\n") < 1 else None
