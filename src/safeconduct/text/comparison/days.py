"""On which day do two reports say that one thing happened?

A visit to a camp, a fire, an exchange: each report tells its day. Reports that tell of
one thing are known by the numbers they share, or because one comes from the other; but
such things come again, and who wrote before the later day may mean another. Then, and
where two reports of one week open with it, a reader is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from safeconduct.text.comparison.finding import Aspect, Finding, Item, Relation
from safeconduct.text.comparison.statement import Document
from safeconduct.text.comparison.wording import period as written
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.numerals import numerals
from safeconduct.text.periods import Months, Period, Time, months_of, times
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.relative import relatives
from safeconduct.text.roles import Role
from safeconduct.text.stems import stems

OR_TWO = gettext_noop("they may tell of two such events")
VISIT = (
    r"\b(?:visit(?:ed|s|ing)?|tour(?:ed|s)?|inspect(?:ed|s|ion)|meeting|met)\b"
    r"|\bshown\s+(?:(?:a)?round|the\s+(?:site|camp|facility|prison|place|centre|center))\b|\b(?:let|allowed|admitted)\s+(?:\w+\s+)?into\b"
    r"|(?<!\w)(?:(?:открыли|відкрили)\s+для|(?:до|в)?пустили|посет\w+|побыва\w+|визит\w*|посещ\w+|осмотрел\w*|встреч\w*|встретил\w*"
    r"|відвід\w+|побува\w+|візит\w*|оглянул\w*|зустріч\w*|зустріл\w*)"
    r"|방문|면담|만[났난]|찾아(?!내|온)|찾았|둘러[봤본보]"
)
FIRE = (
    r"\b(?:fire|blaze|burn(?:ed|t)|shell(?:ed|ing)|struck|drone\s+hit)\b"
    r"|(?<!\w)(?:пожар\w*|загорел\w+|сгорел\w*|обстрел\w*"
    r"|пожеж\w*|загорі\w+|згорі\w+|обстріл\w*)|화재|불이\s?[나났]|포격"
)
EXCHANGE = (
    r"\b(?:exchang(?:ed|e)|swap(?:ped)?|handed\s+over|repatriated)\b"
    r"|(?<!\w)(?:обмен\w*|помен[яи]\w+|передал\w*|обмін\w*|поміня\w+)|교환|인도|송환"
)
BRIEFING = (
    r"\b(?:briefing|press\s+conference|news\s+conference|told\s+reporters)\b"
    r"|(?<!\w)(?:брифинг\w*|пресс-конференц\w*|брифінг\w*|прес-конференц\w*)"
    r"|브리핑|기자회견"
)
FILING = (
    r"\b(?:filed|submitted|lodged|petition(?:ed)?)\b"
    r"|(?<!\w)(?:подал\w*|подан\w*|подали|направил\w*\s+(?:жалоб|иск)|звернул\w*)"
    r"|제출|청구|접수"
)
RESCUE = (
    r"\b(?:carried|rescued|evacuated|pulled\s+out|escaped)\b"
    r"|(?<!\w)(?:вын[её]с\w*|спас\w*|эвакуир\w+|вин[іе]с\w*|врятува\w+|евакую\w+)"
    r"|업고|구조|대피|탈출"
)
TRANSFER = (
    r"\b(?:brought|driven|moved|transferred|bussed)\b"
    r"|(?<!\w)(?:(?:по|при|пере)(?:вез|в[её]з)\w+|перев[ео]л\w+|доправ\w+|достав\w+)"
    r"|이송|옮[겼긴]|실[려어]\s?[왔갔]"
)
KINDS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (VISIT, FIRE, EXCHANGE, BRIEFING, FILING, RESCUE, TRANSFER)
)
"""What happens on one day; of two of a kind a report means the one it opens with."""
ALWAYS = frozenset({len(KINDS) - 1})
"""What is done every day: two are one only where as many people are told of."""
BRIEFED = re.compile(BRIEFING, re.IGNORECASE)
REACH = 90
"""Characters between what happened and its day."""
ONE_THING = timedelta(days=4)
"""Days that reports of one thing may lie apart; what is further apart is another."""
FORTNIGHT = timedelta(days=15)
"""The same where two texts tell of as many people in words of which some are the same;
what is done every week is done to others."""
SAME_WORDS = 2
"""Words that two sentences on one thing have in common, at least."""
SEASON = timedelta(days=62)
"""The same for what somebody did for the first time, which happens once."""
FIRST = re.compile(
    r"\bfor\s+the\s+first\s+time\b|\bfirst\s+(?:visit|met|meeting|tour)\w*|(?<!\w)(?:вперше|впервые)(?!\w)|처음",
    re.IGNORECASE,
)
NAMED = re.compile(r"[‘'“\"«「]([^‘’'“”\"«»「」]{2,40})[’'”\"»」]")
LEAST, SHARED = 11, 3
"""Numbers from which on few reports share one; how many reports of one thing share."""
LEAD = 8
"""Sentences with which a report begins, its title among them."""
NEWS = timedelta(days=14)
"""Within so many days reports of a thing appear."""
SAYING = re.compile(
    r"\s*(?:\(현지시간\)\s*)?(?:밝혔|말했|전했|발표|보도|알렸|설명|덧붙)|\s+(?:said|announced)\b"
    r"|\s*(?:\(현지시간\)\s*)?[^.,]{0,30}(?:르포|기사|보도|보고서)(?:에서|를\s통해)"
    r"|\s?(?:기준|현재)(?!\w)"
)
"""After a day: it is that of the saying, or of a count."""


@dataclass(frozen=True, slots=True)
class _Told:
    document: Document
    kind: int
    start: int
    end: int
    period: Period
    firsts: frozenset[str]
    """Names of those who did it for the first time."""
    counts: frozenset[Decimal]
    """Numbers of the sentence, such as few others have."""
    words: frozenset[str]

    @property
    def day(self) -> date:
        """The day that is told."""
        assert self.period.start is not None  # noqa: S101  (only whole days are told)
        return self.period.start

    @property
    def item(self) -> Item:
        """The words that tell it, as an item of a finding."""
        text = self.document.page.text[self.start : self.end]
        return Item(
            self.document.number, self.start, self.end, text, None, self.period, None
        )


def day_findings(
    documents: Sequence[Document], figures: Sequence[Sequence[Figure]]
) -> Iterator[Finding]:
    """Compare the days on which pages say that one thing happened.

    Returns:
        One finding for all pages that tell of a kind: the days that cannot both be
        true, and those of which nobody knows whether they are of one thing.
    """
    told = [each for doc in documents for each in _told(doc, figures[doc.number])]
    numbers = [_numbers(each) for each in figures]
    grouped: dict[tuple[int, Relation], list[tuple[_Told, _Told]]] = {}
    for one, two in combinations(told, 2):
        if one.kind != two.kind or one.document is two.document:
            continue
        if timedelta() < abs(one.day - two.day) <= _within(one, two) and (
            relation := _relation(one, two, numbers)
        ):
            grouped.setdefault((one.kind, relation), []).append((one, two))
    for (_kind, relation), pairs in grouped.items():
        yield _finding(pairs, relation)


def _within(one: _Told, two: _Told) -> timedelta:
    """Tell how far the days of two reports of one thing may lie apart."""
    if one.firsts & two.firsts:
        return SEASON
    if one.counts & two.counts and len(one.words & two.words) >= SAME_WORDS:
        return FORTNIGHT
    return ONE_THING


def _relation(
    one: _Told, two: _Told, numbers: Sequence[set[Decimal]]
) -> Relation | None:
    """Tell whether two days are of one thing: surely, perhaps, or not.

    What appeared before the later day tells of something else, or of what was planned.
    """
    shared = numbers[one.document.number] & numbers[two.document.number]
    as_many = bool(one.counts & two.counts)
    if one.kind in ALWAYS and not as_many:
        return None
    one_thing = (
        one.document.family == two.document.family
        or as_many
        or len(shared) >= SHARED
        or not one.firsts.isdisjoint(two.firsts)
    )
    published = [each.document.published for each in (one, two)]
    later = max(one.day, two.day)
    if one_thing and all(day is None or day >= later for day in published):
        return Relation.DISJOINT
    is_asked = one_thing or _are_news(one, two)
    return Relation.SCOPE_UNKNOWN if is_asked else None


def _told(doc: Document, figures: Sequence[Figure]) -> Iterator[_Told]:
    """Read what happened on which day, if the page tells one day of it."""
    article = "\n".join(line.text for line in doc.page.lines if line.kind.is_article)
    months = months_of(article)
    found: dict[int, list[_Told]] = {}
    for sentence in doc.sentences:
        cues = [
            (match.start(), match.end(), kind)
            for kind, words in enumerate(KINDS)
            for match in words.finditer(sentence.text)
        ]
        if not cues:
            continue
        said = tuple(_times(sentence.text, months, doc.published))
        for time in said:
            day = _day(time)
            if day is None or SAYING.match(sentence.text, time.end):
                continue
            begin, end, kind = _nearest(cues, time)
            if _gap((begin, end, kind), time) <= REACH:
                start, stop = min(begin, time.at), max(end, time.end)
                at = sentence.start
                text = sentence.text
                inside = (f for f in figures if at <= f.start < at + len(text))
                told = _Told(
                    *(doc, kind, at + start, at + stop, day, _firsts(text)),
                    *(frozenset(_numbers(inside)), stems(_blanked(text, said))),
                )
                found.setdefault(kind, []).append(told)
    for same in found.values():
        if len({each.day for each in same}) == 1 or _opens(same[0]):
            yield same[0]


def _times(text: str, months: Months, published: date | None) -> Iterator[Time]:
    """Yield the times of a sentence; of a briefing also the day on which one spoke."""
    yield from times(text, months, published)
    if published is None:
        return
    for match in KOREAN_DAY.finditer(text):
        if day := _last(int(match["day"]), published):
            yield Time(match.start(), match.end(), match[0], Period(day, day, match[0]))
    if BRIEFED.search(text) is None:
        return
    for at, words, first, last in relatives(text, published):
        if first is not None and first == last:
            yield Time(at, at + len(words), words, Period(first, last, words))


# "14일(현지시간)": of this month, or of the last one; "14일간" is how long.
KOREAN_DAY = re.compile(
    r"(?<!\d)(?<!월)(?<!월\s)(?P<day>\d{1,2})일(?:\s?\([^)]{1,6}\))?"
    r"(?=[\s,에])(?!에?\s(?:동안|만에|째|뒤|후|전|이상|넘게))"
)


def _last(day: int, published: date) -> date | None:
    """Return the last day with a number up to one, if its month has such a day."""
    month = published if day <= published.day else published.replace(day=1)
    if month is not published:
        month -= timedelta(days=1)
    try:
        return month.replace(day=day)
    except ValueError:
        return None


def _day(time: Time) -> Period | None:
    """Return the one day that is told; what came "after" it begins with it."""
    stated = time.period
    if stated is None or stated.start is None or SINCE.search(time.text):
        return None
    if stated.end is None and A_DAY.search(time.text):
        return replace(stated, end=stated.start)
    return stated if stated.end == stated.start else None


SINCE = re.compile(r"^(?:since|from|з|із|від|с|от)\s|부터|이후|이래", re.IGNORECASE)
A_DAY = re.compile(r"\d\s?일|(?<!\d)\d{1,2}(?!\d)(?!\s?월)")
"""In words for a time: it is of a day, and not of a month."""


def _blanked(sentence: str, told: Sequence[Time]) -> str:
    """Take days and numbers out of a sentence."""
    spans = [(each.start, each.end) for each in numerals(sentence)]
    for start, end in (*spans, *((time.at, time.end) for time in told)):
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


def _firsts(sentence: str) -> frozenset[str]:
    """Read the names in quotation marks of those who did something the first time."""
    if FIRST.search(sentence) is None:
        return frozenset()
    return frozenset(match[1] for match in NAMED.finditer(sentence))


def _nearest(cues: Sequence[tuple[int, int, int]], time: Time) -> tuple[int, int, int]:
    """Find what happened at a time; in Korean it stands behind its time."""
    behind = [cue for cue in cues if cue[0] >= time.end]
    korean = HANGUL.search(time.text) is not None and behind
    return min(behind if korean else cues, key=lambda cue: _gap(cue, time))


HANGUL = re.compile("[가-힣]")


def _gap(cue: tuple[int, int, int], time: Time) -> int:
    return max(cue[0] - time.end, time.at - cue[1], 0)


def _are_news(one: _Told, two: _Told) -> bool:
    """Tell whether both pages appeared a few days later, and one of them for it."""
    days = [told.document.published for told in (one, two)]
    lately = all(
        d is not None and t.day <= d <= t.day + NEWS
        for t, d in zip((one, two), days, strict=True)
    )
    return lately and any(_opens(told) for told in (one, two))


def _opens(told: _Told) -> bool:
    """Tell whether a page begins with what happened."""
    sentences = told.document.sentences
    return told.start < sentences[min(LEAD, len(sentences)) - 1].end


def _numbers(figures: Iterable[Figure]) -> set[Decimal]:
    return {
        figure.low
        for figure in figures
        if figure.kind is FigureKind.QUANTITY
        and figure.low is not None
        and figure.low >= LEAST
    }


def _finding(pairs: Sequence[tuple[_Told, _Told]], relation: Relation) -> Finding:
    items = dict.fromkeys(each.item for pair in pairs for each in pair)
    reasons = dict.fromkeys(
        reason(
            gettext_noop(
                "One text says {first}, the other {second}: the periods do not meet."
            ),
            first=written(one.period),
            second=written(two.period),
        )
        for one, two in pairs
    )
    return Finding(
        Aspect.TIME,
        Role.OTHER.value,
        relation,
        tuple(items),
        tuple(reasons),
        reconcilers=(reason(OR_TWO),) if relation is Relation.SCOPE_UNKNOWN else (),
        support=len({each.document.family for pair in pairs for each in pair}),
    )
