"""Which figures does an article give, of what, for when, and on whose word?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from safeconduct.text.ages import Age, ages
from safeconduct.text.attribution import attribution
from safeconduct.text.figure import UNSTATED, Figure, FigureKind
from safeconduct.text.measures import Measure, measures
from safeconduct.text.page import Page
from safeconduct.text.periods import Mention, mentions, period_of
from safeconduct.text.places import place_near
from safeconduct.text.roles import (
    SERVICE,
    SHARES,
    Place,
    Role,
    deed_in,
    money_role,
    role_at,
)
from safeconduct.text.sentences import Sentence, sentences

WISHES = {Role.WISHING, Role.WISHING_ROK, Role.WISHING_RETURN, Role.UNDECIDED}
PEOPLE = {"soldier", "person"}
BASE = re.compile(
    r"\s+of\s+(?:(?:all|its|their|the|those|these|some|about|around|over|at|least|total)\s+)*"
    r"(?P<base>[^,.;:—–]{2,60}?)(?=\s+(?:were|was|are|is|have|had|has|by|since|in)\b|[,.;:—–]|$)"
)
CLAUSE_END = re.compile(
    r"[;:]|,\s+according\b|,\s+(?:while|but|with|and)\b|\s+(?:after|while)\s"
)
BETWEEN_FIGURES = re.compile(r"[,;]|\b(?:and|with|while|but|та|і|и|а)\b")
CORRECTION = re.compile(
    r"\b(?:correct(?:ion|ed|s)|earlier\s+(?:version|report))\b", re.IGNORECASE
)


def find_figures(page: Page) -> tuple[Figure, ...]:
    """Read the figures of a page's article in order; boilerplate has none.

    A figure said twice is found twice: who compares texts counts it once.
    """
    article = "\n".join(line.text for line in page.lines if line.kind.is_article)
    return tuple(
        figure
        for sentence in sentences(page.text, page.lines)
        for figure in _figures(sentence, page, article)
    )


def _figures(sentence: Sentence, page: Page, article: str) -> Iterator[Figure]:
    text = sentence.text
    told = list(ages(text))
    periods = list(mentions(text, article, page.published))
    counted = [
        measure
        for measure in measures(text)
        if not any(
            age.start < measure.quantity.end and measure.quantity.start < age.end
            for age in told
        )
    ]
    found = [_age(text, age) for age in told]
    for at, measure in enumerate(counted):
        place = _place(text, counted, at)
        if (figure := _figure(text, measure, place, periods)) is not None:
            found.append(figure)
    for figure in sorted(found, key=lambda figure: figure.start):
        start, end = figure.start + sentence.start, figure.end + sentence.start
        yield replace(figure, start=start, end=end)


def _figure(
    text: str, measure: Measure, place: Place, periods: list[Mention]
) -> Figure | None:
    quantity = measure.quantity
    role, unit = _role(text, measure, place), measure.unit
    if role is Role.OTHER and not measure.certain:
        return None
    if role in WISHES:
        unit = "person"
    if role is Role.TROOPS_SENT and quantity.additional:
        role = Role.TROOPS_SENT_ADDITIONAL
    share, timed = (
        measure.kind is FigureKind.SHARE,
        measure.kind is not FigureKind.DURATION,
    )
    clause = _clause_end(text, place.end)
    chain, certainty = attribution(text, quantity.start, quantity.end)
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
        base=_base(text, quantity.end) if share else None,
        period=period_of(periods, place.start, place.end, clause) if timed else None,
        place=place_near(text, place.end, clause),
        attribution=chain,
        certainty=certainty,
    )


def _age(text: str, age: Age) -> Figure:
    chain, certainty = attribution(text, age.start, age.end)
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
        return SHARES.get(role_at(text, _past_base(text, place)), Role.OTHER)
    if measure.unit not in PEOPLE:
        return Role.OTHER
    role = role_at(text, place)
    if role is Role.OTHER:  # "soldiers and 40 tanks were sent": the verb is shared
        role = role_at(text, replace(place, right=len(text)))
    return role


def _past_base(text: str, place: Place) -> Place:
    """Look past the whole: in "40% of those captured were hurt" the share is hurt."""
    match = BASE.match(text, place.end)
    if match is None:
        return place
    return replace(place, end=match.end("base"), head=match.end("base"))


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
        if not _beside(gap) and BETWEEN_FIGURES.search(gap):
            right = after.quantity.start
            break
    return Place(
        measure.quantity.start, measure.quantity.end, measure.head, left, right
    )


def _beside(gap: str) -> bool:
    return bool(re.fullmatch(r"\s*[—–(]\s*(?:or\s+)?", gap))


def _base(text: str, end: int) -> str:
    match = BASE.match(text, end)
    if match is None:
        return UNSTATED
    role = deed_in(match["base"])
    return role.value if role is not None else match["base"].strip()


def _clause_end(text: str, at: int) -> int:
    match = CLAUSE_END.search(text, at)
    return match.start() if match else len(text)
