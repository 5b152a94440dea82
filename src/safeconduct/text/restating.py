"""Which figures does a text say again: in the title, the lead, or "the two men"?

A restatement within one text counts once. The one that is said in full stands; a title
gives way to the body, which has more to say of when and by whom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from safeconduct.text.counted import PEOPLE
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.roles import WISHED, Role

# "The two men", "both", "обидва", "эти двое": people the text has counted before.
ANAPHORIC = re.compile(
    r"(?<!\w)(?:the|these|those|both|ці|цих|эти|этих|обидва|обидві|обоє|оба|обе)\s+$|(?:이들|그|이)\s$",
    re.IGNORECASE,
)
KOREAN_BOTH = re.compile(r"\s?(?:사람|명)?\s?(?:모두|다(?=\s))")
SENT = {Role.TROOPS_SENT, Role.TROOPS_SENT_ADDITIONAL}


def mark(
    text: str, lines: Sequence[Line], figures: Sequence[Figure]
) -> tuple[Figure, ...]:
    """Set `restates` of each figure that another one of the text already says."""
    titles = [line for line in lines if line.kind is Kind.TITLE]
    full = sorted(
        range(len(figures)),
        key=lambda at: (
            any(line.start <= figures[at].start < line.end for line in titles)
            or _anaphoric(text, figures[at])
        ),
    )
    said: dict[tuple[object, ...], list[Figure]] = {}
    found = list(figures)
    for at in full:
        figure = figures[at]
        if figure.kind is FigureKind.AGE:
            continue
        title = any(line.start <= figure.start < line.end for line in titles)
        known = said.setdefault(_printed(figure), [])
        first = next(
            (one for one in known if _same(text, one, figure, title=title)), None
        )
        if first is not None:
            found[at] = replace(figure, restates=first.start)
        elif len(known) < MOST:
            known.append(figure)
    return tuple(found)


MOST = 20
"""Figures with one number that are held against each other; keeps the cost linear."""


def _printed(figure: Figure) -> tuple[object, ...]:
    """The number as it is printed, whatever its qualifiers make of it."""
    people = figure.unit in PEOPLE
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    return figure.kind, "people" if people else figure.unit, low, high


def _same(text: str, one: Figure, two: Figure, *, title: bool) -> bool:
    if _anaphoric(text, two):
        return _exact(one)
    roles = {one.role, two.role}
    if len(roles) > 1 and not (title and Role.OTHER in roles) and roles != SENT:
        return False
    return (title or _interval(one) == _interval(two)) and _meet(one, two)


def _anaphoric(text: str, figure: Figure) -> bool:
    if figure.role in WISHED:  # what the two wish is said for the first time
        return False
    if KOREAN_BOTH.match(text, figure.end):
        return _exact(figure)
    before = text[max(0, figure.start - 12) : figure.start]
    return _exact(figure) and bool(ANAPHORIC.search(before))


def _exact(figure: Figure) -> bool:
    return figure.low == figure.high and not figure.additional


def _interval(figure: Figure) -> tuple[object, ...]:
    return (figure.low, figure.high, figure.low_open, figure.high_open)


def _meet(one: Figure, two: Figure) -> bool:
    """Whether period and place leave it open that both speak of the same."""
    if one.place and two.place and one.place != two.place and (one.low or 0) < SMALL:
        return False
    if one.period is None or two.period is None:
        return True
    begins = max(filter(None, (one.period.start, two.period.start)), default=None)
    ends = min(filter(None, (one.period.end, two.period.end)), default=None)
    return begins is None or ends is None or begins <= ends


SMALL = 50
"""Below it two places are two events: the same small number is no sign."""
