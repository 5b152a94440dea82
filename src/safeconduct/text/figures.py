"""Which figures does an article give, of what, for when, and on whose word?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from safeconduct.text.ages import Age, ages
from safeconduct.text.attribution import (
    UNATTRIBUTED,
    Speaker,
    Voices,
    attribution,
    named,
    quoted_by,
    voices,
)
from safeconduct.text.bases import base_of
from safeconduct.text.counted import PEOPLE
from safeconduct.text.figure import UNSTATED, Figure, FigureKind
from safeconduct.text.inheriting import PART_AFTER, inherited
from safeconduct.text.measures import SCALED, Measure, measures
from safeconduct.text.page import Page
from safeconduct.text.periods import Months, Time, months_of, time_of, times
from safeconduct.text.places import place_near
from safeconduct.text.restating import mark
from safeconduct.text.roles import (
    SERVICE,
    SHARES,
    WISHED,
    Place,
    Role,
    money_role,
    role_at,
)
from safeconduct.text.sentences import Sentence, sentences

# What is sent or returned need not be people.
THINGS = {Role.TROOPS_SENT: Role.ARMS_SENT, Role.RETURNED: Role.RETURNED}
# Of these the texts count soldiers where they name nobody.
MILITARY = {
    Role.TROOPS_SENT,
    Role.CASUALTIES,
    Role.KILLED,
    Role.WOUNDED,
    Role.CAPTURED,
    Role.SURRENDERED,
    Role.EXCHANGED,
}
# What has become of those who were counted before.
FATES = {Role.CAPTURED, Role.RETURNED, Role.EXCHANGED, Role.TROOPS_SENT}
CLAUSE_END = re.compile(
    r"[;:]|,\s+according\b|,\s+(?:while|but|with|and)\b|\s+(?:after|while)\s"
)
PART = re.compile(
    r"\b(?:of\s+(?:whom|them|which|these|those))\b|(?:яких|которых|них)\s|중\s|가운데|[.;:]",
    re.IGNORECASE,
)
BETWEEN_FIGURES = re.compile(
    r"[,;]|\b(?:and|with|while|but|та|і|и|а)\b|(?:으?며|지만|으나|[했됐였었]고)\s"
)
# "Some 4,000 of them, roughly a third, have died": the share is an aside.
ASIDE_OPENS = re.compile(r"^[^,.;:—–]{0,25},\s*$")
ASIDE_CLOSES = re.compile(r"^\s*[,)—–]")
CORRECTION = re.compile(
    r"\b(?:correct(?:ion|ed|s)|earlier\s+(?:version|report))\b|\bnot\s+[\d,.]+(?:\s\w+)?,?\s+but\b"
    r"|(?<!\w)(?:виправлен|уточнен|исправлен|уточнён)\w*|(?<!\w)не\s+[\w\s.]{1,30}?,\s*а\s"
    r"|정정|바로잡|[명인개]이?\s?아니라",
    re.IGNORECASE,
)
# "300 (or 40%)", "from two to four", and Korean "600 included, 4,700".
BESIDE = re.compile(
    r"^\s*[—–(]\s*(?:or\s+)?$|^\s*(?:to|до)\s*$|^(?:\s+of\s+them)?,\s+or\s+$|포함(?:해|하여|한)\s*(?:총|모두)?\s*$"
)
ADDED = re.compile(
    r"\b(?:additional(?:ly)?|reinforcements?)\b|(?<!\w)(?:додатков\w+|дополнительн\w+)|추가|reinforcements|поповнен|пополнен",
    re.IGNORECASE,
)
# "Of 60 men, 30 died": what is said of the part is not said of the whole.
WHOLE = re.compile(
    r"(?:^|[.,;:—–“\"«]\s*)(?:of|out\s+of|із?|зі?|из)\s+"
    r"(?:(?:the|these|those|its|their|all|цих|тих|этих|тех|всіх|всех)\s+)*(?:(?:some|about|around|близько|около)\s+)?$",
    re.IGNORECASE,
)
BOTH = re.compile(r"both|об(?:идва|идві|оє|ох|а|е|оих)", re.IGNORECASE)
DIGITS = re.compile(r"\d+")


def find_figures(page: Page) -> tuple[Figure, ...]:
    """Read the figures of a page's article in order; boilerplate has none.

    A figure said twice is found twice: the second time `restates` the first.
    """
    article = "\n".join(line.text for line in page.lines if line.kind.is_article)
    found: list[Figure] = []
    dates = months_of(article)
    read = list(sentences(page.text, page.lines))
    texts = [sentence.text for sentence in read]
    for at, sentence in enumerate(read):
        found += [
            _spoken(figure, texts, at)
            for figure in _figures(sentence, page, dates, found[-1] if found else None)
        ]
    return mark(page.text, page.lines, found)


def _spoken(figure: Figure, texts: list[str], at: int) -> Figure:
    """Name the speaker of another sentence: "he said", a quotation that goes on."""
    chain = named(figure.attribution, texts[max(0, at - 3) : at])
    if chain == (UNATTRIBUTED,) and (who := quoted_by(texts, at)):
        chain = (Speaker(who, "quoted"),)
    return replace(figure, attribution=chain)


TABLE = 40
"""Numbers in one sentence that make it a table: no grammar reads a table."""


def _figures(
    sentence: Sentence, page: Page, dates: Months, last: Figure | None
) -> Iterator[Figure]:
    text = sentence.text
    if len(DIGITS.findall(text)) > TABLE:
        return
    told = list(ages(text))
    counted = [
        measure
        for measure in measures(text)
        if not any(
            age.start < measure.quantity.end and measure.quantity.start < age.end
            for age in told
        )
    ]
    if not counted and not told:
        return
    heard = voices(text)
    periods = list(times(text, dates, page.published))
    found = [_age(text, age, heard) for age in told]
    for at, measure in enumerate(counted):
        place = _place(text, counted, at)
        figure = _figure(text, measure, place, periods, heard, last)
        if figure is not None:
            found.append(figure)
            last = figure
    for figure in sorted(found, key=lambda figure: figure.start):
        start, end = figure.start + sentence.start, figure.end + sentence.start
        yield replace(figure, start=start, end=end)


def _figure(
    text: str,
    measure: Measure,
    place: Place,
    periods: list[Time],
    heard: Voices,
    last: Figure | None,
) -> Figure | None:
    measure = _paid(text, measure, last)
    quantity = measure.quantity
    role = _role(text, measure, place)
    if last is not None:
        role = inherited(text, measure, place, role, last)
    if _counts_nobody(text, measure, role):
        return None
    unit = _unit(measure, role, last)
    around = text[max(place.left, place.start - 40) : min(place.right, place.head + 40)]
    if role is Role.TROOPS_SENT and ADDED.search(around):
        quantity = replace(quantity, additional=True)
    if role is Role.TROOPS_SENT and quantity.additional:
        role = Role.TROOPS_SENT_ADDITIONAL
    share, timed = (
        measure.kind is FigureKind.SHARE,
        measure.kind is not FigureKind.DURATION,
    )
    clause = _clause_end(text, place.end)
    chain, certainty = attribution(text, quantity.start, quantity.end, heard)
    when = time_of(periods, place.start, place.end, clause) if timed else None
    return Figure(
        start=quantity.start,
        end=quantity.end,
        text=text[quantity.start : quantity.end],
        kind=measure.kind,
        role=role,
        low=quantity.low,
        high=quantity.high,
        low_open=quantity.low_open,
        high_open=quantity.high_open,
        approx=quantity.approx,
        additional=quantity.additional,
        corrected=bool(CORRECTION.search(text)),
        vague=quantity.vague,
        unit=unit,
        currency=measure.currency,
        base=base_of(text, quantity.start, quantity.end).name if share else None,
        period=when.period if when else None,
        undated=when.text if when and when.period is None else None,
        place=place_near(text, place.end, clause),
        attribution=chain,
        certainty=certainty,
    )


def _is_one(measure: Measure) -> bool:
    """Whether it only says "one soldier": a person, no count."""
    quantity = measure.quantity
    return (
        measure.kind is FigureKind.QUANTITY
        and measure.unit in {None, *PEOPLE}
        and quantity.low == quantity.high == 1
    )


def _counts_nobody(text: str, measure: Measure, role: Role) -> bool:
    """Whether a number only points at people who were counted before, or at nothing."""
    quantity = measure.quantity
    if BOTH.fullmatch(text, quantity.bare_start, quantity.bare_end):
        return role not in WISHED  # said before, unless it tells what both wish
    if role is Role.OTHER:
        return not measure.certain or _is_one(measure)
    # "One of them was held for years" tells of him.
    one = _is_one(measure) and PART_AFTER.match(text, quantity.end)
    return role in FATES and bool(one)


def _unit(measure: Measure, role: Role, last: Figure | None) -> str:
    """Name what is counted; the figure before tells where the sentence does not."""
    if role in WISHED:
        return "person"
    if last and role is last.role and measure.quantity.additional:
        return measure.unit if measure.unit in PEOPLE else last.unit or "person"
    if measure.unit is not None:
        return measure.unit
    if role not in MILITARY and last and last.unit in PEOPLE:
        return last.unit or "person"
    return "soldier" if role in MILITARY else "person"


def _paid(text: str, measure: Measure, last: Figure | None) -> Measure:
    """Take "in Samara they offer 3.6 million" for money if money was spoken of."""
    if last is None or last.kind is not FigureKind.MONEY or not last.currency:
        return measure
    quantity = measure.quantity
    before = text[max(0, quantity.start - 60) : quantity.start]
    bare = measure.head == quantity.end and measure.kind is FigureKind.QUANTITY
    scaled = SCALED.search(text[quantity.bare_start : quantity.bare_end])
    if not (bare and scaled and PAYS.search(before)):
        return measure
    return replace(
        measure,
        kind=FigureKind.MONEY,
        unit=last.currency,
        currency=last.currency,
        certain=True,
    )


PAYS = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|offer\w*|promis\w*|cost\w*|receiv\w*|gets?|got|bonus\w*|worth)\b"
    r"|(?<!\w)(?:плат|сплат|сплач|випла|выпла|обіця|обеща|пропону|предлага|отрима|получ|кошту|сто[иї]т|дають|дают|дали)\w*"
    r"|지급|약속|받[는았]|[준줬]다",
    re.IGNORECASE,
)


def _age(text: str, age: Age, heard: Voices) -> Figure:
    chain, certainty = attribution(text, age.start, age.end, heard)
    return Figure(
        start=age.start,
        end=age.end,
        text=text[age.start : age.end],
        kind=FigureKind.AGE,
        role=Role.AGE,
        low=age.low,
        high=age.high,
        unit="year",
        attribution=chain,
        certainty=certainty,
    )


def _role(text: str, measure: Measure, place: Place) -> Role:
    if measure.kind is FigureKind.MONEY:
        return money_role(text, place)
    if measure.kind is FigureKind.DURATION:
        before = text[place.left : place.start]
        serving = SERVICE.search(before) or SERVICE.search(
            text[place.end : place.end + 40]
        )
        return Role.YEARS_OF_SERVICE if serving else Role.OTHER
    if measure.kind is FigureKind.SHARE:
        return _share_role(text, place)
    role = role_at(text, place)
    if measure.unit is not None and measure.unit not in PEOPLE:
        return THINGS.get(role, Role.OTHER)
    gap = text[place.head : place.right]
    if WHOLE.search(text[: place.start]):
        return role
    if role is Role.OTHER and not PART.search(gap):
        # "Soldiers and 40 tanks were sent": the verb is shared.
        role = role_at(text, replace(place, right=len(text)))
    return role


def _share_role(text: str, place: Place) -> Role:
    """Look past the whole: in "40% of those captured were hurt" the share is hurt."""
    base = base_of(text, place.start, place.end)
    if base.end > place.end:
        place = replace(place, end=base.end, head=base.end)
    elif (
        base.name != UNSTATED or "명" in text[place.start : place.end]
    ):  # Korean: the whole stands before the share
        place = replace(place, left=place.start)
    return SHARES.get(role_at(text, place), Role.OTHER)


def _place(text: str, counted: list[Measure], at: int) -> Place:
    """Bound the clause of a figure by its neighbours.

    The next figure ends the clause where a comma or an "and" parts the two; one
    that only stands in dashes or brackets beside it does not.
    """
    measure = counted[at]
    left, right = 0, len(text)
    if at:
        before = counted[at - 1]
        gap = text[before.head : measure.quantity.start]
        left = 0 if _beside(gap) else before.quantity.end
    for after in counted[at + 1 :]:
        gap = text[measure.head : after.quantity.start]
        aside = _is_aside(text, gap, measure, after)
        if not (aside or _beside(gap)) and BETWEEN_FIGURES.search(gap):
            right = after.quantity.start
            break
    return Place(
        measure.quantity.start, measure.quantity.end, measure.head, left, right
    )


def _is_aside(text: str, gap: str, measure: Measure, after: Measure) -> bool:
    """Whether a share only explains the count before it."""
    return (
        after.kind is FigureKind.SHARE
        and measure.kind is FigureKind.QUANTITY
        and bool(ASIDE_OPENS.search(gap))
        and bool(ASIDE_CLOSES.search(text[after.quantity.end :]))
    )


def _beside(gap: str) -> bool:
    """Whether two figures stand side by side in one clause."""
    return bool(BESIDE.search(gap))


def _clause_end(text: str, at: int) -> int:
    match = CLAUSE_END.search(text, at)
    return match.start() if match else len(text)
