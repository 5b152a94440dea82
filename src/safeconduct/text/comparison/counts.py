"""How many wish, and can all that is said of it be true at once?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from itertools import combinations

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import ANY, Interval
from safeconduct.text.comparison.quantities import OPENS_OF_THEM
from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.comparison.wishes import Scope, Sense, Wish, wishes_of
from safeconduct.text.comparison.wording import count
from safeconduct.text.figure import FigureKind
from safeconduct.text.reason import Reason, gettext_noop, reason
from safeconduct.text.roles import Role

TOPIC = "wishes"
UNEVEN = "The text speaks unevenly of who wishes what."
EVEN = "The text tells of different wishes."
APART = "The texts differ in who wishes what."
NOBODY, TWO = Interval.at(0), Interval.at(2)
FEW = 20
"""Captured men of whom a report tells one by one what they wish."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the statements of one or several pages allow together."""

    wishing: Interval
    undecided: Interval
    returning: Interval
    held: Interval

    @property
    def least(self) -> Decimal:
        """The fewest persons who can have said all of it."""
        parts = (self.wishing, self.undecided, self.returning)
        return sum((part.low or Decimal(0) for part in parts), Decimal(0))

    @property
    def meets(self) -> bool:
        """Whether what is said of each sense can be true, the others left aside."""
        parts = (self.wishing, self.undecided, self.returning)
        return not any(part.is_empty for part in parts)

    @property
    def holds(self) -> bool:
        """Whether some number of persons satisfies every statement."""
        return self.meets and (self.held.high is None or self.least <= self.held.high)

    @property
    def best(self) -> Reason:
        """The smallest reading that satisfies all."""
        return reason(
            gettext_noop(
                "The reading that satisfies all: {wishing} wish, {undecided} undecided,"
                " {returning} to return."
            ),
            wishing=str(self.wishing.low or 0),
            undecided=str(self.undecided.low or 0),
            returning=str(self.returning.low or 0),
        )


def wish_findings(
    documents: Sequence[Document], found: Sequence[Statement]
) -> Iterator[Finding]:
    """Compare the wishes that pages report, within each and between them."""
    read = {
        doc.number: _of_those_held(wishes_of(doc, found), _held(doc, found))
        for doc in documents
    }
    tallies: dict[int, Tally] = {}
    parted: set[tuple[int, object]] = set()
    for doc in documents:
        told = [wish for wish in read[doc.number] if wish.scope is not Scope.PLURAL]
        if told:
            tallies[doc.number] = tally(told, _all_of(told, _held(doc, found)))
            yield from _within(told, tallies[doc.number])
            for found_apart in _parted(told, tallies[doc.number].held):
                key = doc.family, found_apart.numbers
                if key not in parted:
                    parted.add(key)
                    yield found_apart
        yield from _generalised(read[doc.number], tallies.get(doc.number))
    yield from _between(documents, read, tallies)


def _all_of(told: Sequence[Wish], held: Interval) -> Interval:
    """Take how many are held from "all five wish", where nothing tells of as many.

    Both are the two of whom a page goes on telling, and no number of all.
    """
    numbers = {
        wish.number
        for wish in told
        if wish.scope is Scope.ALL and wish.number.is_exact and wish.number.above(TWO)
    }
    most = max(numbers, key=lambda number: number.low or 0, default=held)
    return most if held == ANY or most.above(held) else held


def _of_those_held(told: Sequence[Wish], held: Interval) -> tuple[Wish, ...]:
    """Leave out the wishes of others, of whom a sentence counts more than are held.

    "Of them 41 wish to return, 12 are undecided", and three North Koreans are held.
    """
    if not held.is_exact:
        return tuple(told)
    of_more = {
        wish.document.sentence_at(wish.start).start
        for wish in told
        if wish.scope is Scope.COUNTED
        and wish.number.above(held)
        and OPENS_OF_THEM.match(wish.document.sentence_at(wish.start).text)
    }
    return tuple(
        w for w in told if w.document.sentence_at(w.start).start not in of_more
    )


def tally(told: Sequence[Wish], held: Interval) -> Tally:
    """Intersect what is said of each sense; `held` is how many were captured.

    Two persons of whom it is told singly may be one, so they bound from below only.
    """
    whole = {wish.sense for wish in told if _is_all(wish, held)}

    def of(sense: Sense) -> Interval:
        numbers = [_number(wish, held) for wish in told if wish.sense is sense]
        if whole - {sense}:
            numbers.append(NOBODY)  # all wish something else
        return reduce(Interval.__and__, numbers, ANY)

    return Tally(of(Sense.WISH), of(Sense.UNDECIDED), of(Sense.RETURN), held)


def _is_all(wish: Wish, held: Interval) -> bool:
    """Tell whether a wish is said of all; "both" is not all of more than two."""
    if wish.scope is not Scope.ALL:
        return False
    return wish.number.high is None or not held.is_exact or wish.number == held


def _number(wish: Wish, held: Interval) -> Interval:
    if wish.scope is Scope.ALL and wish.number.high is None and held.is_exact:
        return held
    return wish.number


def _held(doc: Document, found: Sequence[Statement]) -> Interval:
    """Return how many captured a page speaks of, if it gives one small number."""
    numbers = {
        statement.interval
        for statement in found
        if statement.document is doc
        and statement.figure.role is Role.CAPTURED
        and statement.figure.kind is FigureKind.QUANTITY
        and statement.interval.is_exact
    }
    # Wishes are told of a few; thousands held elsewhere are others.
    few = {number for number in numbers if (number.low or 0) <= FEW}
    most = max(few or numbers, key=lambda number: number.low or 0, default=ANY)
    # "At least ten are held; two of them were taken in May": of ten or more.
    return max(
        (one for one in _bounds(doc, found) if (most.low or 0) < (one.low or 0) <= FEW),
        key=lambda number: number.low or 0,
        default=most,
    )


def _bounds(doc: Document, found: Sequence[Statement]) -> Iterator[Interval]:
    """Yield how many captured a page speaks of at least."""
    for statement in found:
        if (
            statement.document is doc
            and statement.figure.role is Role.CAPTURED
            and statement.figure.kind is FigureKind.QUANTITY
            and statement.interval.high is None
        ):
            yield statement.interval


SENSES = frozenset({Sense.WISH, Sense.UNDECIDED, Sense.RETURN})
SILENT = re.compile(
    r"\b(?:declin|refus\w+\s+to\s+(?:say|answer|speak)|silent|not\s+(?:been\s+)?asked|could\s+not|others?|the\s+rest|unconscious)"
    r"|відмови|не\s+(?:відпові|опит|сказ|захот)|мовч|реш?т|інш|отказа|не\s+(?:ответ|спраш|скаж|захот)|молч|остальн|други"
    r"|나머지|거부|답하지|말하지|침묵|그\s?외",
    re.IGNORECASE,
)
"""Words for those who say nothing of what they wish, beside whom three groups are
not all."""


def _parted(told: Sequence[Wish], held: Interval) -> Iterator[Finding]:
    """Add up those who wish, return and waver where one sentence counts all three.

    Nobody does anything else, so they are all whom the page tells of.
    """
    counted = [wish for wish in told if wish.scope is Scope.COUNTED]
    for doc, start in dict.fromkeys(
        (wish.document, wish.document.sentence_at(wish.start).start) for wish in counted
    ):
        sentence = doc.sentence_at(start)
        here = [w for w in counted if sentence.start <= w.start < sentence.end]
        parts = {wish.sense: wish for wish in here if wish.number.is_exact}
        if set(parts) != SENSES or len(here) != len(parts) or not held.is_exact:
            continue
        total = reduce(Interval.__add__, (wish.number for wish in parts.values()))
        if total != held and not SILENT.search(sentence.text):
            why = reason(
                gettext_noop("{terms} is {total}, not {whole}."),
                terms=" + ".join(str(count(wish.number)) for wish in parts.values()),
                total=count(total),
                whole=count(held),
            )
            yield Finding(
                Aspect.ARITHMETIC,
                TOPIC,
                Relation.ARITHMETIC,
                tuple(wish.item for wish in parts.values()),
                (why,),
                (("sum", total), ("whole", held)),
            )


def _within(told: Sequence[Wish], total: Tally) -> Iterator[Finding]:
    kinds = {(wish.sense, wish.number) for wish in told}
    if len(kinds) == 1:
        return
    opening = UNEVEN if len(kinds) > len({sense for sense, _number in kinds}) else EVEN
    yield _finding(told, total, opening)


def _between(
    documents: Sequence[Document],
    read: dict[int, tuple[Wish, ...]],
    tallies: dict[int, Tally],
) -> Iterator[Finding]:
    """Compare page with page where both count the wishes of the same few."""
    apart: list[tuple[int, int, Tally]] = []
    for one, two in combinations(sorted(tallies), 2):
        mine, its = tallies[one], tallies[two]
        if not _comparable(documents[one], documents[two], mine, its):
            continue
        total = tally(_counted(read, (one, two)), mine.held & its.held)
        if mine.holds and its.holds and not total.holds:
            apart.append((one, two, total))
    if apart:
        pages = sorted({page for one, two, _total in apart for page in (one, two)})
        told = _counted(read, pages)
        yield _finding(told, apart[0][2], APART)


def _counted(read: dict[int, tuple[Wish, ...]], pages: Sequence[int]) -> list[Wish]:
    return [
        wish for page in pages for wish in read[page] if wish.scope is not Scope.PLURAL
    ]


def _comparable(one: Document, two: Document, mine: Tally, its: Tally) -> bool:
    """Tell whether two pages tell of the same men: as many, or one from the other."""
    nations = {one.nation, two.nation}
    if len(nations) > 1 and None not in nations:
        return False
    same = mine.held.is_exact and mine.held == its.held
    return same or (one.family == two.family and mine.held.meets(its.held))


def _finding(told: Sequence[Wish], total: Tally, opening: str) -> Finding:
    said = reason(
        gettext_noop("Said: {said}."),
        said="; ".join(dict.fromkeys(_said(wish) for wish in told)),
    )
    return Finding(
        Aspect.WISHES,
        TOPIC,
        _relation(told, total),
        tuple(wish.item for wish in told),
        (reason(opening), said, _closing(total)),
        (
            ("wishing", total.wishing),
            ("undecided", total.undecided),
            ("returning", total.returning),
        ),
        support=len({wish.document.family for wish in told}),
        uneven=opening is not EVEN,
    )


def _relation(told: Sequence[Wish], total: Tally) -> Relation:
    """Call it arithmetic where counted wishes sum to more than were captured."""
    if total.holds:
        return Relation.COMPATIBLE
    counted = any(
        wish.scope is Scope.COUNTED and (wish.number.low or 0) > 1 for wish in told
    )
    return Relation.ARITHMETIC if total.meets and counted else Relation.DISJOINT


def _closing(total: Tally) -> Reason:
    if total.holds:
        return total.best
    if total.meets:
        return reason(
            gettext_noop("Together {least}, of {held} captured."),
            least=count(Interval.at(total.least)),
            held=count(total.held),
        )
    return reason(gettext_noop("No reading satisfies all of them."))


def _said(wish: Wish) -> str:
    if wish.scope is Scope.PERSON:
        return f"one person, {wish.sense.value}"
    if wish.scope is Scope.ALL:
        return f"all, {wish.sense.value}"
    return f"{count(wish.number)}, {wish.sense.value}"


def _generalised(told: Sequence[Wish], total: Tally | None) -> Iterator[Finding]:
    """Find a wish that the text puts in the plural though it knows of fewer."""
    for sense in (Sense.WISH, Sense.RETURN):
        plural = [w for w in told if w.scope is Scope.PLURAL and w.sense is sense]
        single = [
            w
            for w in told
            if w.sense in {sense, Sense.UNDECIDED}
            and (w.scope is Scope.PERSON or w.number == Interval.at(1))
        ]
        if plural and single and total is not None and not _is_many(total, sense):
            yield Finding(
                Aspect.OVERGENERALISATION,
                TOPIC,
                Relation.SCOPE_UNKNOWN,
                tuple(wish.item for wish in (*plural, *single)),
                (
                    reason(
                        gettext_noop(
                            "The text speaks of captured soldiers in general, but"
                            " tells of"
                            " the wish of one: the wish of one is not the wish of all."
                        )
                    ),
                ),
            )


def _is_many(total: Tally, sense: Sense) -> bool:
    """Tell whether at least two are said to wish it."""
    number = total.wishing if sense is Sense.WISH else total.returning
    return number.low is not None and number.low > 1
