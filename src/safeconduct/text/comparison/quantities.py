"""Do the figures of one topic agree, within a page and between pages?

One finding per topic and outcome. Within a page only what cannot be a part of the
other is held against it; between pages of one family a changed figure is a fault of
copying, and repetition is no support.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from safeconduct.text.comparison.finding import ALARMS, Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.people import FOREIGN, SEVERAL
from safeconduct.text.comparison.sources import independent
from safeconduct.text.comparison.statement import WISHING, Statement
from safeconduct.text.comparison.topics import (
    LOSSES,
    REPEATED,
    STEADY,
    TOTALS,
    Comparison,
    overlap,
    relate,
    topic_of,
)
from safeconduct.text.figure import FigureKind
from safeconduct.text.figures import EVER
from safeconduct.text.numerals import numerals
from safeconduct.text.reason import Reason, gettext_noop, reason
from safeconduct.text.roles import Role

PART = re.compile(
    r"\b(?:of\s+(?:them|whom|these|those|which)|among\s+(?:them|whom|these)|including|includes|included"
    r"|the\s+(?:rest|remaining|others?)|daily|each\s+(?:day|week|month|time|camp|group|of)"
    r"|in\s+each|per\s+(?:day|week|month)"
    r"|at\s+(?:one|a)\s+time)\b"
    r"|\b(?:з\s+них|із\s+них|серед\s+(?:них|яких)|з\s+яких|у\s+тому\s+числі|зокрема"
    r"|решт\w+|щодня|на\s+добу)\b"
    r"|\b(?:из\s+них|среди\s+(?:них|которых)|из\s+которых|в\s+том\s+числе|остальн\w+"
    r"|ежедневно|в\s+сутки)\b"
    r"|(?<!\w)(?:held|kept|are|were)\s+here(?!\w)|(?<!\w)(?:тут|здесь)\s+(?:\w+\s+)?(?:утриму|тримають|перебува|содерж|держат|наход)\w*"
    r"|\b(?:of|from)\s+(?:this|that|the\s+(?:first|initial|whole|entire))\s+(?:force|contingent|group|deployment|number)\b"
    r"|\b(?:із?|з|из|від|от)\s+(?:цього|того|этого|того|перш\w+|перв\w+)\s+(?:контингент|числ|угрупован|группировк)\w*"
    r"|(?:이|그|해당|1차\s?파병)\s?(?:병력|부대|인원|숫자|파병군)\s?(?:가운데|중)"
    r"|이\s?(?:가운데|중)|그\s?중|(?:포로|병사|명|사람)들?\s?(?:가운데|중)(?=\s)|나머지|포함|하루",
    re.IGNORECASE,
)
TOTAL = re.compile(
    r"\b(?:bring(?:s|ing)\s+(?:the|its|their)\s+total|in\s+total|a\s+total\s+of"
    r"|altogether|in\s+all|totall?ing"
    r"|загалом|разом|загальн\w+|усього|всього|в\s+общей\s+сложности|итого|всего"
    r"|общ\w+\s+числ\w+)\b|(?:총|모두|합계|전체)",
    re.IGNORECASE,
)
AMONG = re.compile(
    r"\b(?:among|серед|среди)\s+(?:the\s+)?(?:\w+\s+){1,3}$", re.IGNORECASE
)
# "Of the 25 men now held, ten": the ten are some of the 25.
OF_WHOLE = re.compile(
    r"(?:^|[,;(]\s*|\b(?:and|but)\s+)(?:out\s+of|of|among|з|із|из|среди|серед)\s+(?:the\s+|these\s+"
    r"|those\s+)?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|twenty|dozens?|двох|трьох|чотирьох|двух|тр[её]х|четыр[её]х)\b)[^;:.]{2,60},\s+"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    r"\s+(?:of|з|із|из)\s+(?:the|them|these|those|whom|них|яких|которых|цих|этих)\b",
    re.IGNORECASE,
)
# "Four of the nine", "9명 중 4명": some of a number that stands beside them.
_TELLS = (
    r"(?:the|these|those|all|some|about|our|цих|усіх|тих|этих|всех|тех|близько|около)"
)
OF_NUMBER = re.compile(
    rf"\s+(?:\w+\s+){{0,2}}?(?:out\s+of|of|з|із|зі|из)\s+(?:{_TELLS}\s+){{0,2}}(?=(?P<whole>[\w’'-]+))",
    re.IGNORECASE,
)
NUMBER_OF = re.compile(r"\d\s?(?:여\s?)?(?:명|사람)?\s?(?:의|중|가운데)\s\S{0,6}$")
# "Of these, 198 are privates and 97 sergeants": both are some of them.
OPENS_OF_THEM = re.compile(
    r"\W*(?:(?:and|but|а|і|й|та|и)\s+)?(?:(?:of|among)\s+(?:them|these|those|whom)|(?:з|із|серед|из|среди)\s+(?:них|цих|этих)"
    r"|(?:이|그)\s?(?:가운데|중)(?=[\s,]))",
    re.IGNORECASE,
)
IN_HANDS = frozenset(
    {Role.CAPTURED, Role.SURRENDERED, Role.EXCHANGED, Role.RETURNED, *WISHING}
)
FEW, FAR = 10, 2
"""Within a page, smaller counts, and counts more than twice apart, are others."""
ORDERS, TENS = 100, 10
"""No report is wrong by so much: "13,500 remain" stands beside two captured; of what
is counted by the occasion, some ten times as many are others."""
OF_PRISONERS = re.compile(
    r"\b(?:one|some|several|many|most)\s+of\s+the\s+(?:captured\s+)?(?:prisoners|captives|POWs|soldiers|men)"
    r"|\b(?:один|одна|двоє|двое|дехто|деякі|некоторые)\s+(?:з|із|из)\s+(?:полонен|військовополонен|пленн|военнопленн|солдат)\w*"
    r"|포로들?\s?(?:가운데|중)\s",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{2,}")
ALIKE = 0.4
"""Share of the shorter's words that two sentences on one group have in common."""
SHOWN = 4
"""Pairs of values of which a finding gives the reason in words."""
LOOKED = 40
"""Characters before and after a figure in which a word makes it a part."""


def quantity_findings(found: Sequence[Statement]) -> Iterator[Finding]:
    """Compare the figures of each topic."""
    topics: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    shares = [one for one in found if one.figure.kind is FigureKind.SHARE]
    forces = _forces(found)
    for statement in found:
        topic = None if is_of_prisoners(statement) else topic_of(statement)
        if topic is not None and not any(_restates(statement, one) for one in shares):
            topics[topic].append(statement)
    for (role, _unit), group in topics.items():
        yield from _topic(role, group, forces)


Forces = dict[int, Interval]
"""How many were sent, at most, by page."""
OF_FORCE = frozenset({Role.CASUALTY_SHARE, Role.KILLED_SHARE, Role.WOUNDED_SHARE})


def _forces(found: Sequence[Statement]) -> Forces:
    """Find the largest force of which each page tells."""
    sent: dict[int, Statement] = {}
    for one in found:
        if one.figure.role is not Role.TROOPS_SENT or one.figure.additional:
            continue
        known = sent.get(one.page)
        if known is None or (one.value or 0) > (known.value or 0):
            sent[one.page] = one
    return {page: one.allowed for page, one in sent.items()}


def _of_two_forces(one: Statement, two: Statement, forces: Forces) -> bool:
    """Tell losses out of one force from those of another, larger or earlier one.

    "Of these 11,000 some 4,800 fell" gives no losses of the 15,000 of another page.
    """
    mine, its = forces.get(one.page), forces.get(two.page)
    if one.page == two.page or mine is None or its is None or mine.meets(its):
        return False
    if one.figure.role in OF_FORCE:
        return True
    tied = any(
        is_of_others(side) and side.after in {Role.TROOPS_SENT, *LOSSES}
        for side in (one, two)
    )
    return one.figure.role in LOSSES and tied


def _restates(statement: Statement, share: Statement) -> bool:
    """Tell a figure that a share of its own role restates: it is part of another.

    "A third of the casualties, some 1,500 men" gives no number of casualties.
    """
    return (
        statement.page == share.page
        and statement.figure.role.value == share.figure.base
        and statement.sentence == share.sentence
        and 0 <= statement.figure.start - share.figure.end <= LOOKED
    )


def _topic(role: str, group: Sequence[Statement], forces: Forces) -> Iterator[Finding]:
    once = list(_said_once(group))
    compared = [
        comparison
        for one, two in combinations(once, 2)
        if (comparison := _compare(one, two)) is not None
        and not (comparison.relation in ALARMS and _of_two_forces(one, two, forces))
    ]
    met = _met(compared)
    outcomes: dict[tuple[Relation, Aspect], list[Comparison]] = defaultdict(list)
    for comparison in compared:
        if comparison.relation in ALARMS and _explained(comparison, met, group):
            continue
        outcomes[comparison.relation, _aspect(comparison)].append(comparison)
    for (relation, aspect), alike in outcomes.items():
        yield _finding(role, relation, aspect, alike)


def _said_once(group: Iterable[Statement]) -> Iterator[Statement]:
    """Leave out what a page says again: the same value on the same word."""
    seen: set[object] = set()
    for statement in group:
        period = statement.figure.period
        days = None if period is None else (period.start, period.end)
        key = (statement.page, statement.interval, statement.nation, days)
        if key not in seen:
            seen.add(key)
            yield statement


def _compare(one: Statement, two: Statement) -> Comparison | None:
    if _far(one, two):
        return None
    if one.page != two.page:
        return _between(one, two)
    if one.in_title != two.in_title:
        counted = one.figure.kind is FigureKind.QUANTITY
        if counted and (None in {one.nation, two.nation} or _is_added_up(one, two)):
            return None
        found = relate(one, two)
        return found if found and found.relation is Relation.DISJOINT else None
    if one.speaker and two.speaker and one.speaker != two.speaker:
        return relate(one, two) if _may_be_one(one, two) else None
    return _same_word(one, two)


JOINED = re.compile(
    r"\b(?:and|plus)\b|(?<!\w)(?:та|і|й|и)(?!\w)|[과와]\s|및\s", re.IGNORECASE
)


def _is_added_up(one: Statement, two: Statement) -> bool:
    """Tell whether a title adds what a sentence counts apart: 205 is 185 and 20."""
    title, told = (one, two) if one.in_title else (two, one)
    if title.value is None or told.value is None:
        return False
    end = told.figure.end - told.sentence.start
    behind = told.sentence.text[end : end + LOOKED]
    numbers = (number.value for number in numerals(behind))
    added = any(told.value + number == title.value for number in numbers)
    return added and JOINED.search(behind) is not None


def _between(one: Statement, two: Statement) -> Comparison | None:
    """Hold two pages against each other."""
    if _is_of_all_time(*sorted((one, two), key=lambda side: side.value or Decimal(0))):
        return None
    found = relate(one, two)
    return _copied(found) if found and _one_family(found) else found


def _is_of_all_time(less: Statement, more: Statement) -> bool:
    """Tell whether more were captured since the war began than another page counts."""
    ever = [EVER.search(side.sentence.text) is not None for side in (less, more)]
    return more.figure.role is Role.CAPTURED and ever == [False, True]


def _may_be_one(one: Statement, two: Statement) -> bool:
    """Tell whether what two speakers count in one page may be one occasion."""
    if one.figure.role not in REPEATED:
        return True
    return None not in {one.nation, two.nation} and _is_told_of_one_time(one, two)


def _far(one: Statement, two: Statement) -> bool:
    """Tell whether two figures are so far apart that they count different things."""
    small, large = sorted((one.value or Decimal(0), two.value or Decimal(0)))
    return large > small * (TENS if one.figure.role in REPEATED else ORDERS)


def _same_word(one: Statement, two: Statement) -> Comparison | None:
    """Hold a page against itself only where neither figure can be part of the other."""
    if one.sentence == two.sentence or is_part(one) or is_part(two):
        return None
    # arithmetic.py adds up what leads to a total; times that are told apart part them
    if is_total(one) != is_total(two) or not _is_told_of_one_time(one, two):
        return None
    values = one.value, two.value
    if values[0] is None or values[1] is None:
        return None
    small, large = sorted((values[0], values[1]))
    again = one.figure.role in REPEATED or one.figure.role is Role.PAY
    told_once = not again or _is_one_telling(one, two)
    if (small < FEW and one.figure.kind != "share") or large > small * FAR:
        return None
    found = relate(one, two) if told_once else None
    return found if found and found.relation is Relation.DISJOINT else None


# "A year earlier they paid 1.3 million": told of another time, whatever its day.
EARLIER = re.compile(
    r"\b(?:(?:a|one|two)\s+(?:year|month|week)s?\s+(?:earlier|before|ago)|the\s+(?:year|month)\s+before|previously|formerly|used\s+to|last\s+(?:year|month)|at\s+first|initially)\b"
    r"|(?<!\w)(?:годом\s+раньше|роком\s+раніше|місяцем\s+раніше|месяцем\s+раньше|(?:год|рік|місяць|месяц)\s+(?:назад|тому)|раніше|раньше|прежде|торік|(?:в\s+)?прошл\w+\s+год\w|минул\w+\s+ро(?:ку|ці)|спочатку|сначала)(?!\w)"
    r"|(?:한|1)\s?(?:해|년|달)\s?(?:전|앞서)|지난해|작년|종전|예전|이전에|당초",
    re.IGNORECASE,
)


def _is_told_of_one_time(one: Statement, two: Statement) -> bool:
    """Tell whether both figures have a time or none, and neither is of long ago."""
    dated = _has_time(one) == _has_time(two)
    ago = [EARLIER.search(side.sentence.text) is not None for side in (one, two)]
    return dated and ago[0] == ago[1]


def _has_time(side: Statement) -> bool:
    """Tell whether words name a time, even where an undated page leaves it open."""
    return side.figure.period is not None or side.figure.undated is not None


def _is_one_telling(one: Statement, two: Statement) -> bool:
    """Tell whether two sentences of a page count one group: by their words or day.

    A page tells of many that were captured or came home.
    """
    mine, its = one.figure.period, two.figure.period
    if mine is not None and its is not None:
        return (mine.start, mine.end) == (its.start, its.end)
    words, others = (set(WORD.findall(s.sentence.text.lower())) for s in (one, two))
    return len(words & others) >= ALIKE * max(min(len(words), len(others)), 1)


def is_part(statement: Statement) -> bool:
    """Tell whether words beside a figure make it part of another of its role.

    "3,000 of them were killed" is part of those sent, not of other killed.
    """
    text, at = statement.sentence.text, statement.sentence.start
    start, end = statement.figure.start - at, statement.figure.end - at
    if AMONG.search(text[:start]):
        return True
    if OF_PRISONERS.search(text[max(0, start - LOOKED) : end + LOOKED]):
        return True
    if statement.after not in {None, statement.figure.role}:
        return False
    return is_of_others(statement)


def is_of_prisoners(statement: Statement) -> bool:
    """Tell the killed and wounded among prisoners told before from those of a war."""
    return (
        statement.figure.role in LOSSES
        and statement.after in IN_HANDS
        and is_of_others(statement)
    )


def is_of_others(statement: Statement) -> bool:
    """Tell whether words say that a figure is of those told before, of any role."""
    text, at = statement.sentence.text, statement.sentence.start
    start, end = statement.figure.start - at, statement.figure.end - at
    return bool(
        PART.search(text[max(0, start - LOOKED) : start])
        or OPENS_OF_THEM.match(text)
        or OF_WHOLE.search(text[:start])
        or OF_THEM.match(text[end:])
        or _is_of_number(text, start, end)
    )


def _is_of_number(text: str, start: int, end: int) -> bool:
    """Tell whether a number follows that a figure is taken from: "four of the nine"."""
    if NUMBER_OF.search(text[:start]):
        return True
    of = OF_NUMBER.match(text, end)
    return of is not None and any(
        found.start == 0
        for found in numerals(text[of.start("whole") : of.end() + LOOKED])
    )


def is_total(statement: Statement) -> bool:
    """Tell whether a figure is put forward as the total of what came before."""
    at = statement.figure.start - statement.sentence.start
    return bool(TOTAL.search(statement.sentence.text[max(0, at - LOOKED) : at]))


def _one_family(found: Comparison) -> bool:
    return found.first.document.family == found.second.document.family


def _copied(found: Comparison) -> Comparison | None:
    """Leave what a copy changed to `copies.py`, which knows the place of a figure.

    That a text says besides what it took over, of a group of its own, is no fault; but
    a comment that quotes a text may set another source's figure against it.
    """
    speakers = {found.first.speaker, found.second.speaker}
    languages = {side.document.page.language for side in (found.first, found.second)}
    apart = None not in speakers and len(speakers) > len(languages)
    return None if found.relation is Relation.DISJOINT and not apart else found


def _met(compared: Iterable[Comparison]) -> set[tuple[Statement, int]]:
    """Collect for each statement the other pages in which one agrees with it."""
    met = set()
    for comparison in compared:
        if (
            comparison.relation in {Relation.EQUAL, Relation.COMPATIBLE}
            and not _is_outdated(comparison)
            and not _only_bounded(comparison)
        ):
            met.add((comparison.first, comparison.second.page))
            met.add((comparison.second, comparison.first.page))
    return met


def _only_bounded(found: Comparison) -> bool:
    """Tell whether only an end left open lets two counts of occasions meet.

    "At least 50 refused" goes with 185 that came home, and repeats none of them.
    """
    sides = found.first, found.second
    small, large = sorted(side.value or Decimal(0) for side in sides)
    return (
        found.first.figure.role in REPEATED
        and any(side.interval.is_open for side in sides)
        and large > small * FAR
    )


def _is_outdated(found: Comparison) -> bool:
    """Tell whether one total is of a day long before the other's.

    That "300 by January" fits under "at most 900" says nothing of the March total.
    """
    one, two = found.first, found.second
    if one.figure.role not in TOTALS or one.as_of is None or two.as_of is None:
        return False
    return abs((one.as_of - two.as_of).days) > STEADY


def _explained(
    found: Comparison, met: set[tuple[Statement, int]], group: Sequence[Statement]
) -> bool:
    """Tell whether a difference between pages comes of parts told beside a whole.

    A figure that the other page repeats is no disagreement with its neighbours, nor
    is a part of which its own page gives the whole.
    """
    one, two = found.first, found.second
    if one.page == two.page:
        if one.in_title == two.in_title:
            return is_part(one) or is_part(two)
        return _is_borne_out(one, two, group)
    if (one, two.page) in met or (two, one.page) in met:
        return True
    return any(
        (is_part(side) and not _is_all_of_nation(side, group))
        or _has_whole(side, group)
        for side in (one, two)
    )


WHOLE_BEFORE = 200
"""Characters between a number of foreigners and that of one nation among them."""


def _is_all_of_nation(side: Statement, group: Sequence[Statement]) -> bool:
    """Tell "380 foreigners, including 24 North Koreans": all of one nation's."""
    return side.figure.role is Role.CAPTURED and any(
        other.page == side.page
        and 0 < side.figure.start - other.figure.end <= WHOLE_BEFORE
        and other.nation == FOREIGN
        and side.nation not in {None, FOREIGN, SEVERAL}
        for other in group
    )


def _is_borne_out(one: Statement, two: Statement, group: Sequence[Statement]) -> bool:
    """Tell whether the body gives the title's figure beside others, or it is a part."""
    title, body = (one, two) if one.in_title else (two, one)
    return is_part(body) or any(
        other.page == title.page
        and not other.in_title
        and other.interval == title.interval
        for other in group
    )


def _has_whole(side: Statement, group: Sequence[Statement]) -> bool:
    return any(
        other.page == side.page
        and other is not side
        and other.speaker == side.speaker
        and other.allowed.above(side.allowed)
        and (other.nation != FOREIGN or side.nation in {None, FOREIGN, SEVERAL})
        and _holds_time(other, side)
        for other in group
    )


def _holds_time(whole: Statement, part: Statement) -> bool:
    """Tell whether a count may include one of a day: not one of some other day."""
    mine, its = part.figure.period, whole.figure.period
    if mine is None or mine.start is None or mine.start != mine.end:
        return overlap(mine, its)
    return its is not None and overlap(mine, its)


def _aspect(found: Comparison) -> Aspect:
    one, two = found.first, found.second
    if one.page == two.page and one.in_title != two.in_title:
        return Aspect.HEADLINE
    if found.relation is Relation.ARITHMETIC:
        return Aspect.ARITHMETIC
    return Aspect.QUANTITY


def _first(reasons: Sequence[Reason]) -> Iterator[Reason]:
    """Give the first reasons in full and count the rest."""
    yield from reasons[:SHOWN]
    if len(reasons) > SHOWN:
        yield reason(
            gettext_noop("So in {more} more pairs."), more=str(len(reasons) - SHOWN)
        )


def _finding(
    role: str, relation: Relation, aspect: Aspect, alike: Sequence[Comparison]
) -> Finding:
    sides = dict.fromkeys(
        side for found in alike for side in (found.first, found.second)
    )
    reasons = dict.fromkeys(found.why for found in alike)
    saved: dict[Reason, None] = dict.fromkeys(
        why for found in alike for why in found.reconcilers
    )
    return Finding(
        aspect,
        role,
        relation,
        tuple(side.item for side in sides),
        tuple(_first(list(reasons))),
        reconcilers=tuple(saved),
        support=independent([(side.document.family, side.speaker) for side in sides]),
    )
