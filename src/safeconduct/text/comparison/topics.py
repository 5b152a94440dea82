"""Do two figures speak of one quantity, and then, how do they stand to each other?

Role and unit must agree, nations, periods and places overlap or be unknown. Totals
that grow are no disagreement: of two totals counted up to different days the later
may be the larger, never the smaller.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from safeconduct.text.comparison.finding import Relation
from safeconduct.text.comparison.people import FOREIGN
from safeconduct.text.comparison.statement import WISHING, Statement
from safeconduct.text.comparison.wording import figure, period
from safeconduct.text.dates import month_end
from safeconduct.text.figure import UNSTATED, FigureKind
from safeconduct.text.periods import Period
from safeconduct.text.reason import Reason, gettext_noop, reason
from safeconduct.text.roles import Role

TOTALS = frozenset(
    {
        Role.CASUALTIES,
        Role.KILLED,
        Role.WOUNDED,
        Role.CAPTURED,
        Role.MISSING,
        Role.SURRENDERED,
        Role.EXCHANGED,
        Role.RETURNED,
        Role.TROOPS_SENT,
        Role.CASUALTY_SHARE,
        Role.KILLED_SHARE,
    }
)
"""Roles whose count only grows while the war lasts."""
SLOW = 45
"""Days in which a force that is told without a date does not grow."""
STEADY = 7
"""Days between two pages within which totals without a date are taken as of one day."""
WAR = timedelta(days=366 * 3)
"""How far back a count reaches that has no beginning."""
REPEATED = frozenset({Role.CAPTURED, Role.SURRENDERED, Role.EXCHANGED, Role.RETURNED})
"""Roles that reports count by the occasion, of which there are many."""
LOSSES = frozenset({Role.CASUALTIES, Role.KILLED, Role.WOUNDED})
RELEASED = frozenset({Role.EXCHANGED, Role.RETURNED})
"""Roles that are one where a day or a month is named: the exchanged came home then."""
FEW = 10
"""Losses below this are those of one place and hour."""
OCCASION = timedelta(days=31)
"""Length of a period that can be the time of one occasion."""
WORD = re.compile(r"[^\W\d_]{2,}")
ALIKE = 0.6
"""Share of the shorter's words that two sentences on one scene have in common."""
NEVER = frozenset({Role.OTHER, Role.AGE, Role.YEARS_OF_SERVICE})
"""Roles that belong to one person or to nobody: two of them are two things."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two statements stand to each other, with the reason."""

    first: Statement
    second: Statement
    relation: Relation
    why: Reason
    reconcilers: tuple[Reason, ...] = ()


def topic_of(statement: Statement) -> tuple[str, str] | None:
    """Return role and unit, or None where a figure is compared with no other.

    Soldiers, prisoners and persons are counted alike; money by its currency.
    """
    stated = statement.figure
    if stated.role in NEVER or stated.role in WISHING:
        return None
    role = stated.role
    if role in RELEASED and (_is_day(stated.period) or _is_month(stated.period)):
        role = Role.EXCHANGED
    units = {FigureKind.MONEY: stated.currency or "?", FigureKind.SHARE: "ratio"}
    if stated.kind not in units and stated.kind is not FigureKind.QUANTITY:
        return None
    return role.value, units.get(stated.kind, "people")


def _is_month(stated: Period | None) -> bool:
    """Tell a month: who was exchanged in it came home in it."""
    if stated is None or stated.start is None or stated.end is None:
        return False
    first, last = stated.start, stated.end
    return first.day == 1 and last == month_end(first.year, first.month)


def _is_day(stated: Period | None) -> bool:
    return stated is not None and None is not stated.start == stated.end


def relate(one: Statement, two: Statement) -> Comparison | None:
    """Compare two statements of one topic; None where they are of different things."""
    if not _same_thing(one, two):
        return None
    if one.interval == two.interval and one.figure.approx == two.figure.approx:
        return Comparison(one, two, Relation.EQUAL, _pair(one, two, EQUAL))
    if (
        one.agrees(two)
        or one.interval.stated() == two.interval.stated()  # "over 3,000" and 3,000
    ):
        return Comparison(one, two, Relation.COMPATIBLE, _pair(one, two, MEET))
    if _is_nested(one, two):
        return _nested(one, two)
    return None if _grows(one, two) else _apart(one, two)


def _apart(one: Statement, two: Statement) -> Comparison:
    """Compare values that do not meet; shares of unlike wholes may both be right."""
    is_occasion = one.figure.role in REPEATED or _are_few_lost(one, two)
    if _is_one_man(one, two) or (is_occasion and not _one_occasion(one, two)):
        return Comparison(one, two, Relation.SCOPE_UNKNOWN, _pair(one, two, OCCASIONS))
    if _are_two_camps(one, two):
        return Comparison(one, two, Relation.SCOPE_UNKNOWN, _pair(one, two, CAMPS))
    if not _is_one_people(one, two):
        return Comparison(one, two, Relation.SCOPE_UNKNOWN, _pair(one, two, PEOPLES))
    bases = {one.figure.base, two.figure.base}
    if UNSTATED in bases and len(bases) > 1:
        return Comparison(one, two, Relation.SCOPE_UNKNOWN, _pair(one, two, BASES))
    return Comparison(
        one, two, Relation.DISJOINT, _pair(one, two, APART), _unknowns(one, two)
    )


EQUAL = gettext_noop("Both give {first}.")
MEET = gettext_noop("{first} and {second} can both be true.")
APART = gettext_noop("{first} and {second} cannot both be true.")
OCCASIONS = gettext_noop("{first} and {second} may be told of two occasions.")
PEOPLES = gettext_noop(
    "{first} and {second} may count different people: whose is not stated in both."
)
CAMPS = gettext_noop("{first} and {second} may be held in two places.")
BASES = gettext_noop(
    "{first} and {second} are shares of wholes that are not both stated."
)


# What is paid by the month is not what is paid once.
RATE = (
    (
        "month",
        re.compile(
            r"month|місяц|месяц|щомісяч|ежемесяч|월급|매달|매월|한\s?달|월\s",
            re.IGNORECASE,
        ),
    ),
    (
        "year",
        re.compile(
            r"(?:a|per|each)\s+year|annual|на\s+рік|в\s+год|щорічн|ежегодн|연봉|매년",
            re.IGNORECASE,
        ),
    ),
    (
        "day",
        re.compile(
            r"(?:a|per|each)\s+day|daily|на\s+день|в\s+день|на\s+добу|в\s+сутки|일당|하루",
            re.IGNORECASE,
        ),
    ),
)
RATED = 50
"""Characters around an amount in which it is said for how long it is paid."""


def _rate(one: Statement) -> str | None:
    start, end = (at - one.sentence.start for at in (one.figure.start, one.figure.end))
    around = one.sentence.text[max(0, start - RATED) : end + RATED]
    return next((name for name, words in RATE if words.search(around)), None)


def _is_other_pay(one: Statement, two: Statement) -> bool:
    """Tell a bonus from a monthly pay; neither is held against the other."""
    return one.figure.role is Role.PAY and _rate(one) != _rate(two)


def _is_one_man(one: Statement, two: Statement) -> bool:
    """Tell whether a text tells of one man where another counts: no total of one."""
    single = one.figure.kind is FigureKind.QUANTITY and 1 in {one.value, two.value}
    return single and one.page != two.page


def _is_one_people(one: Statement, two: Statement) -> bool:
    """Tell whether two pages count people who are known to be the same."""
    counted = one.figure.kind is FigureKind.QUANTITY or one.figure.role is Role.PAY
    if one.page == two.page or not counted:
        return True
    if None not in {one.nation, two.nation}:
        return True  # and they are equal
    if one.nation is two.nation and _told_alike(one, two):
        return True
    return _is_day(one.figure.period) and _is_day(two.figure.period)


def _told_alike(one: Statement, two: Statement) -> bool:
    """Tell whether two sentences have most words in common: one scene, one deed."""
    words, others = (set(WORD.findall(s.sentence.text.lower())) for s in (one, two))
    return len(words & others) >= ALIKE * max(min(len(words), len(others)), 1)


def _pair(one: Statement, two: Statement, template: str) -> Reason:
    return reason(template, first=figure(one.figure), second=figure(two.figure))


def _same_thing(one: Statement, two: Statement) -> bool:
    """Tell whether nothing the texts say makes them two quantities."""
    mine, its = one.figure, two.figure
    if mine.additional or its.additional:
        return False
    if not one_people(one, two) or _is_other_pay(one, two):
        return False
    if one.where and two.where and one.where.excludes(two.where):
        return False
    if _is_of_one_camp(one, two) or _is_of_one_camp(two, one):
        return False
    if _is_taken_beside_held(one, two) or _is_taken_beside_held(two, one):
        return False
    bases = {mine.base, its.base} - {UNSTATED, None}
    return len(bases) <= 1 and overlap(mine.period, its.period) and _one_war(one, two)


# "Now the camp holds 46": some of all whom a country holds.
IN_CAMP = re.compile(
    r"\b(?:in|at|of)\s+(?:the|this|that|our|his)\s+(?:\w+\s+)?(?:camp|facility|colony|prison|centre|center|hospital)\b|\b(?:the|this)\s+(?:camp|facility|colony|prison)\s+(?:now\s+|currently\s+)?(?:holds?|has|houses|keeps)\b"
    r"|(?<!\w)(?:[ву]|до)\s+(?:(?:цьому|цій|этом|этой|нашому|нашем)\s+)?(?:таборі|лагере|колонії|колонии|закладі|учреждении|ізоляторі|изоляторе|госпіталі|госпитале)(?!\w)|(?<!\w)(?:тут|здесь)\s+(?:нині\s+|зараз\s+|сейчас\s+)?(?:утриму|тримають|перебува|содерж|держат|наход)\w*"
    r"|(?:이|그|해당)?\s?(?:수용소|수용시설|교도소)(?:에는|에|에서는)\s",
    re.IGNORECASE,
)
IN_COUNTRY = re.compile(
    r"\b(?:Ukraine|Kyiv|Russia|Moscow)\s+(?:now\s+|currently\s+|still\s+|is\s+|was\s+|has\s+been\s+)?(?:hold|held|keep|kept|has|have)\w*|\b(?:in|across|throughout)\s+(?:all\s+(?:of\s+)?|the\s+whole\s+of\s+)?(?:Ukraine|Russia|the\s+country)\b|\bUkrainian\s+(?:captivity|custody|hands)\b"
    r"|(?<!\w)(?:Україна|Украина|Росія|Россия|Київ|Киев|Москва)\s+(?:\w+\s+)?(?:утриму|тримає|содерж|держит|удерж)\w*|(?<!\w)(?:в|у|по)\s+(?:усій\s+|всій\s+|всей\s+)?(?:Україні|Украине|Росії|России|країні|стране)(?!\w)|(?:українськ|украинск)\w+\s+(?:полон|плен)\w*"
    r"|우크라이나(?:가|는|에|군이|\s?전역|\s?당국)|러시아(?:가|는|에)",
    re.IGNORECASE,
)


def _is_of_one_camp(camp: Statement, country: Statement) -> bool:
    """Tell whether one counts who is in a camp, and the other no fewer in a country."""
    if camp.figure.role is not Role.CAPTURED or not country.allowed.above(camp.allowed):
        return False
    here, there = camp.sentence.text, country.sentence.text
    return bool(
        IN_CAMP.search(here)
        and IN_COUNTRY.search(there)
        and not IN_COUNTRY.search(here)
        and not IN_CAMP.search(there)
    )


# "This year 131 were captured": more or fewer may be held.
TAKEN = re.compile(
    r"\b(?:(?:was|were|been)\s+captured|captured\s+(?=\d)|t(?:ook|aken)\s+(?:prisoner|captive)"
    r"|surrendered)\b"
    r"|(?<!\w)(?:захопи|захвати|захоплен|захвачен|полонил|пленил|потрапи|попа)\w*"
    r"|(?<!\w)(?:взя\w+|узя\w+)\s+[ву]\s+(?:полон|плен)(?!\w)"
    r"|생포|사로잡|붙잡힌\s(?:것|사람)|포로로\s?잡",
    re.IGNORECASE,
)


def _is_taken_beside_held(taken: Statement, held: Statement) -> bool:
    """Tell whether one counts who were captured in a time, the other who are held."""
    if taken.figure.role is not Role.CAPTURED or taken.figure.period is None:
        return False
    if STOCK.search(taken.sentence.text) or not TAKEN.search(taken.sentence.text):
        return False
    other = held.sentence.text
    alike = held.figure.period == taken.figure.period
    return bool(STOCK.search(other)) and not TAKEN.search(other) and not alike


HERE = re.compile(
    r"\bhere\b|(?<!\w)(?:тут|здесь)(?!\w)|(?:이곳|여기)(?:에|에는|에서|는)?\s",
    re.IGNORECASE,
)


def _are_two_camps(one: Statement, two: Statement) -> bool:
    """Tell whether each of two texts counts who is held where it was, unnamed."""
    return one.document.family != two.document.family and all(
        side.figure.role is Role.CAPTURED
        and (IN_CAMP.search(side.sentence.text) or HERE.search(side.sentence.text))
        for side in (one, two)
    )


def _one_war(one: Statement, two: Statement) -> bool:
    """Tell whether no figure is of years long before the other, which has no date."""
    days = [side.as_of for side in (one, two) if side.as_of is not None]
    return len(days) < 2 or max(days) - min(days) <= WAR  # noqa: PLR2004 - a pair


def _one_occasion(one: Statement, two: Statement) -> bool:
    """Tell whether two texts count on one occasion: one page, family, time or week.

    A family tells of its occasions together; so do pages that come out in one week,
    or of which nobody knows when. A region alone is where men are captured month
    after month.
    """
    if one.page == two.page or one.document.family == two.document.family:
        return True
    mine, its = one.figure.period, two.figure.period
    if mine is not None and its is not None:
        short = _is_short(mine) and _is_short(its)  # and they overlap
        return short or _is_one_stock(one, two)
    if _are_few_lost(one, two):
        return False
    first, second = (side.document.published for side in (one, two))
    if first is None or second is None:
        return first is second
    return abs((first - second).days) <= STEADY or _is_fewer_held(one, two)


THIRDS = frozenset({"PRK", FOREIGN})
"""Whose prisoners are hardly ever exchanged."""
OF_THEM = re.compile(
    r"\b(?:among|of)\s+(?:them|these|those)\b|(?<!\w)(?:серед|среди|з|із|из)\s+них(?!\w)|(?:이|그)\s?(?:가운데|중)",
    re.IGNORECASE,
)


def _is_fewer_held(one: Statement, two: Statement) -> bool:
    """Tell whether two pages of one month count those held, the later one fewer.

    More may have been captured; that third States' people became fewer is no news that
    a count leaves out.
    """
    if one.as_of is None or two.as_of is None or one.nation not in THIRDS:
        return False
    early, late = sorted((one, two), key=lambda side: side.as_of or date.min)
    near = (late.as_of or date.max) - (early.as_of or date.min) <= OCCASION
    held = all(
        side.figure.role is Role.CAPTURED and _is_held(side) for side in (one, two)
    )
    return near and held and early.allowed.above(late.allowed)


def _is_held(side: Statement) -> bool:
    """Tell whether words of a sentence, or of the one it goes on with, say "held"."""
    text = side.sentence.text
    if OF_THEM.search(text) and side.sentence.start:
        text += " " + side.document.sentence_at(side.sentence.start - 1).text
    return STOCK.search(text) is not None


def _are_few_lost(one: Statement, two: Statement) -> bool:
    """Tell a handful hurt or killed, of whom a report tells in passing, from a toll."""
    return one.figure.role in LOSSES and max(one.value or 0, two.value or 0) < FEW


def _is_short(stated: Period) -> bool:
    if stated.start is None or stated.end is None:
        return False
    return stated.end - stated.start <= OCCASION


def one_people(one: Statement, two: Statement) -> bool:
    """Tell whether two figures may count people of one nation."""
    return None in {one.nation, two.nation} or one.nation == two.nation


def overlap(one: Period | None, two: Period | None) -> bool:
    """Tell whether two periods share a day; an unknown one may."""
    if one is None or two is None:
        return True
    starts = [day for day in (_begins(one), _begins(two)) if day]
    ends = [day for day in (one.end, two.end) if day]
    return not starts or not ends or max(starts) <= min(ends)


def _begins(stated: Period) -> date | None:
    """Return the first day; "until February" begins with this war, not before it."""
    if stated.start is None and stated.end is not None:
        return stated.end - WAR
    return stated.start


def _nested(one: Statement, two: Statement) -> Comparison | None:
    """Compare a count of a period with that of a longer one that holds it."""
    if one.page != two.page and None in {one.nation, two.nation}:
        return None
    for part, whole in ((one, two), (two, one)):
        if not _inside(part.figure.period, whole.figure.period):
            continue
        if part.allowed.above(whole.allowed):
            why = reason(
                gettext_noop(
                    "{part} in {short} is more than {whole} in {long}, which includes"
                    " it."
                ),
                part=figure(part.figure),
                whole=figure(whole.figure),
                short=_when(part),
                long=_when(whole),
            )
            return Comparison(part, whole, Relation.ARITHMETIC, why)
    return None


def _is_nested(one: Statement, two: Statement) -> bool:
    mine, its = one.figure.period, two.figure.period
    if _is_one_stock(one, two) or _is_one_span(one, two):
        return False
    return _inside(mine, its) or _inside(its, mine)


# "Held as of 1 January", "сейчас содержатся": a number of a day, no sum over days.
STOCK = re.compile(
    r"\bas\s+of\b|\b(?:current|present)ly\b|\bnow\b|\b(?:is|are|were|was|being)\s+held\b|\bhold(?:s|ing)?\b|\bin\s+(?:captivity|custody)\b"
    r"|(?<!\w)(?:станом|нині|зараз|сейчас|ныне|в\s+(?:\w+\s+)?плену(?!\w)|[ву]\s+(?:\w+\s+)?полоні(?!\w)|утриму|перебува|содерж|находя|находил|по\s+состоянию|на\s+(?:початок|кінець|начало|конец|\d))"
    r"|기준|현재|수용|억류|있는\s|남아",
    re.IGNORECASE,
)


def _is_one_stock(one: Statement, two: Statement) -> bool:
    """Tell whether both count those who are held in one month."""
    stated = one.figure.period, two.figure.period
    return (
        one.figure.role is Role.CAPTURED
        and _end_together(*stated)
        and all(STOCK.search(side.sentence.text) for side in (one, two))
    )


def _end_together(mine: Period | None, its: Period | None) -> bool:
    """Tell whether both are short; one told "as of" a day may begin nowhere."""
    if mine is None or its is None or mine.end is None or its.end is None:
        return False
    open_ = mine.start is None or its.start is None
    if open_ and abs((mine.end - its.end).days) > STEADY:
        return False
    return all(side.start is None or _is_short(side) for side in (mine, its))


def _is_one_span(one: Statement, two: Statement) -> bool:
    """Tell whether both count a force sent from one day to about one day."""
    mine, its = one.figure.period, two.figure.period
    if one.figure.role is not Role.TROOPS_SENT or mine is None or its is None:
        return False
    if (
        mine.start is None
        or its.start is None
        or one.as_of is None
        or two.as_of is None
    ):
        return False
    apart = abs(mine.start - its.start), abs(one.as_of - two.as_of)
    return max(apart) <= timedelta(days=SLOW)


def _inside(part: Period | None, whole: Period | None) -> bool:
    """Tell whether a bounded period lies in a longer one."""
    if part is None or whole is None or part.start is None or part.end is None:
        return False
    if (part.start, part.end) == (whole.start, whole.end):
        return False
    first = _begins(whole)
    begins = first is None or first <= part.start
    return begins and (whole.end is None or part.end <= whole.end)


def _grows(one: Statement, two: Statement) -> bool:
    """Tell whether the larger total is counted up to a later day."""
    if one.figure.role not in TOTALS or one.as_of is None or two.as_of is None:
        return False
    apart = abs((one.as_of - two.as_of).days)
    stated = all(_is_closed(side.figure.period) for side in (one, two))
    steady = SLOW if one.figure.role is Role.TROOPS_SENT else STEADY
    if not apart or (apart <= steady and not stated) or _is_one_stock(one, two):
        return False
    early, late = (one, two) if one.as_of < two.as_of else (two, one)
    return late.allowed.above(early.allowed)


def _is_closed(stated: Period | None) -> bool:
    """Tell whether a text says up to which day it counts."""
    return stated is not None and stated.end is not None


def _unknowns(one: Statement, two: Statement) -> tuple[Reason, ...]:
    found = []
    if one.figure.period is None or two.figure.period is None:
        found.append(
            reason(
                gettext_noop("they are counted at different times, which is not stated")
            )
        )
    if one.where is None or two.where is None:
        found.append(
            reason(
                gettext_noop(
                    "they are counted at different places, which is not stated"
                )
            )
        )
    if one.figure.approx or two.figure.approx:
        found.append(
            reason(
                gettext_noop("“about” is meant more loosely than the 10 % allowed here")
            )
        )
    return tuple(found)


def _when(statement: Statement) -> str:
    stated = statement.figure.period
    return str(period(stated)) if stated else ""
