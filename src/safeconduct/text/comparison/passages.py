"""Which number did a copy change inside a passage that it took over?

A translation keeps the numbers of a sentence in their order, and says of the same whole
how many of it; a copy in the same language keeps the words as well. So sentence is laid
beside sentence, with the numbers that are no figure of their own and with "one".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise

from safeconduct.text.comparison.numbers import counts_in
from safeconduct.text.comparison.restated import counted
from safeconduct.text.comparison.rounding import as_printed, rounds_to
from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.numerals import numerals
from safeconduct.text.roles import Role
from safeconduct.text.sentences import Sentence

MOST = 150
"""Sentences with numbers, of a page, that are laid beside another's."""
ANCHORS = 2
"""Equal numbers of two sentences that make one the other's."""
TIMES = 10
ALIKE = 0.8
"""Share of their words that two sentences have in common when one is the other's."""
WORD = re.compile(r"[^\W\d_]{2,}")
COUNTED = frozenset({FigureKind.QUANTITY, FigureKind.SHARE, FigureKind.MONEY})
ONE = Decimal(1)
# "..., one did not answer": told in a row with other numbers.
IN_ROW = re.compile(
    r"(?:[,;—–]\s+|\s(?:and|та|і|й|и|а)\s+)(?:(?:and|а|і|и|ще|ещё|еще|another|또)\s+)?$"
    r"|[가-힣][고며]\s$",
    re.IGNORECASE,
)

_Pair = tuple[Figure, Figure]
_Row = tuple[Sentence, list[Statement]]


def changed_figures(
    doc: Document,
    other: Document,
    figures: Sequence[Sequence[Figure]],
) -> Iterator[_Pair]:
    """Yield the pairs of numbers that stand in one place of a passage and differ."""
    mine, its = (list(_rows(side, figures[side.number])) for side in (doc, other))
    for one in mine:
        for two in its:
            if not _is_retold(doc, one, other, two):
                yield from _in_a_row(one, two)
                yield from _turned(one, two)
    yield from _of_one_whole(mine, its)
    if doc.page.language == other.page.language:
        yield from _in_the_same_words(doc, other, figures)
        yield from _between_the_same_words(doc, other, figures)


def _rows(doc: Document, figures: Sequence[Figure]) -> Iterator[_Row]:
    """List the sentences of a page that give several numbers, without its title."""
    rows = (
        (
            sentence,
            [one for one in counts_in(doc, sentence, figures, least=1) if _stands(one)],
        )
        for sentence in doc.sentences
        if not doc.in_title(sentence.start) and _has_numbers(sentence)
    )
    yield from islice((row for row in rows if len(row[1]) >= ANCHORS), MOST)


def _has_numbers(sentence: Sentence) -> bool:
    return len(list(islice(numerals(sentence.text), ANCHORS))) == ANCHORS


def _stands(one: Statement) -> bool:
    """Tell a number from "one" that is said for "a"."""
    if one.value != ONE:
        return one.interval.is_exact
    lead = one.sentence.text[: one.figure.start - one.sentence.start]
    return IN_ROW.search(lead) is not None


def _is_retold(doc: Document, one: _Row, other: Document, two: _Row) -> bool:
    """Tell whether a number that one sentence lacks stands beside it in its page."""
    mine, its = ({count.value for count in row[1]} for row in (one, two))
    return bool((mine - its) & _around(other, two) or (its - mine) & _around(doc, one))


def _around(doc: Document, row: _Row) -> set[Decimal | None]:
    """Collect the numbers of the sentences before and after."""
    sentence, _counts = row
    at = doc.sentences.index(sentence)
    beside = doc.sentences[max(0, at - 1) : at] + doc.sentences[at + 1 : at + 2]
    return {number.value for near in beside for number in numerals(near.text)}


def _in_a_row(one: _Row, two: _Row) -> Iterator[_Pair]:
    """Yield what alone differs between, before or behind the equal numbers."""
    mine, its = one[1], two[1]
    met = _aligned(mine, its)
    if len({mine[place].value for place, _ in met}) < ANCHORS:
        return
    places = [(-1, -1), *met, (len(mine), len(its))]
    for (left, its_left), (right, its_right) in pairwise(places):
        here, there = mine[left + 1 : right], its[its_left + 1 : its_right]
        if len(here) == len(there) == 1 and left >= 0 and _differ(here[0], there[0]):
            yield here[0].figure, there[0].figure


def _turned(one: _Row, two: _Row) -> Iterator[_Pair]:
    """Yield the number whose digits a copy turned round, in a sentence of its numbers.

    Another language may tell the numbers of a sentence in another order.
    """
    mine, its = list(one[1]), list(two[1])
    for count in one[1]:
        met = next((other for other in its if other.interval == count.interval), None)
        if met is not None:
            mine.remove(count)
            its.remove(met)
    if len(mine) == len(its) == 1 and len(one[1]) > 1:
        here, there = mine[0], its[0]
        digits = [sorted(str(side.value)) for side in (here, there)]
        if digits[0] == digits[1] and _differ(here, there):
            yield here.figure, there.figure


def _aligned(
    mine: Sequence[Statement], its: Sequence[Statement]
) -> list[tuple[int, int]]:
    """Pair the equal numbers of two short rows, in order."""
    met: list[tuple[int, int]] = []
    start = 0
    for place, one in enumerate(mine):
        for at in range(start, len(its)):
            if its[at].interval == one.interval:
                met.append((place, at))
                start = at + 1
                break
    return met


def _differ(one: Statement, two: Statement) -> bool:
    roles = {one.figure.role, two.figure.role}
    small, large = sorted(side.value or Decimal(0) for side in (one, two))
    near = Decimal(0) < small < large <= small * TIMES
    rough = one.figure.approx or two.figure.approx
    return (
        near
        and not rough
        and not one.agrees(two)
        and (len(roles) == 1 or Role.OTHER in roles)
    )


def _of_one_whole(mine: Sequence[_Row], its: Sequence[_Row]) -> Iterator[_Pair]:
    """Yield "seven of the eleven" and "eight of the eleven", told once on each side."""
    parts, others = _parts(mine), _parts(its)
    for whole, here in parts.items():
        there = others.get(whole, {})
        only, alone = here.keys() - there.keys(), there.keys() - here.keys()
        if len(only) == len(alone) == 1:
            one, two = here[only.pop()], there[alone.pop()]
            if _differ(one, two) and _is_one_answer(one, two):
                yield one.figure, two.figure


def _is_one_answer(one: Statement, two: Statement) -> bool:
    """Tell whether both roles are known and one."""
    return one.figure.role is two.figure.role is not Role.OTHER


def _parts(
    rows: Sequence[_Row],
) -> dict[Decimal | None, dict[Decimal | None, Statement]]:
    """Collect by whole the numbers of which a page says that they are of it."""
    found: dict[Decimal | None, dict[Decimal | None, Statement]] = defaultdict(dict)
    for _sentence, counts in rows:
        for one in counts:
            whole = counted(one, one, counts)
            if whole is not None:
                found[whole.value][one.value] = one
    return found


def _in_the_same_words(
    doc: Document, other: Document, figures: Sequence[Sequence[Figure]]
) -> Iterator[_Pair]:
    """Yield the numbers that differ in place between sentences of the same words."""
    mine, its = (list(_told(side, figures[side.number])) for side in (doc, other))
    for words, here in mine:
        for others, there in its:
            if len(words & others) < ALIKE * len(words | others):
                continue
            if [one.kind for one in here] == [two.kind for two in there]:
                yield from (
                    (one, two)
                    for one, two in zip(here, there, strict=True)
                    if _unlike(one, two)
                )


_Words = set[str]


def _told(
    doc: Document, figures: Sequence[Figure]
) -> Iterator[tuple[_Words, list[Figure]]]:
    """List the figures of each sentence with its words."""
    found: dict[Sentence, list[Figure]] = defaultdict(list)
    for one in figures:
        if one.kind in COUNTED and doc.holds(one.start) and not doc.in_title(one.start):
            found[doc.sentence_at(one.start)].append(one)
    for sentence, told in islice(found.items(), MOST):
        words = set(WORD.findall(sentence.text.lower()))
        if len(words) >= FEWEST:
            yield words, told


def _between_the_same_words(
    doc: Document, other: Document, figures: Sequence[Sequence[Figure]]
) -> Iterator[_Pair]:
    """Yield the numbers that differ between the same words: a clause was taken over."""
    mine, its = (_placed(side, figures[side.number]) for side in (doc, other))
    for place in mine.keys() & its.keys():
        if len(mine[place]) == len(its[place]) == 1:
            one, two = mine[place][0], its[place][0]
            if one.kind is two.kind and _unlike(one, two):
                yield one, two


def _placed(
    doc: Document, figures: Sequence[Figure]
) -> dict[tuple[str, ...], list[Figure]]:
    """List the figures of a page by the words around each."""
    found: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for one in figures:
        if one.kind not in COUNTED or not doc.holds(one.start):
            continue
        sentence = doc.sentence_at(one.start)
        at = one.start - sentence.start
        before = WORDS.findall(sentence.text[:at].lower())[-BEFORE:]
        after = WORDS.findall(sentence.text[at + len(one.text) :].lower())[:BEHIND]
        if len(before) == BEFORE and len(after) == BEHIND:
            found[*before, *after].append(one)
    return found


WORDS = re.compile(r"[^\W\d_]+")
BEFORE, BEHIND = 2, 3
"""Words before and behind a number that hold its place."""
FEWEST = 5
"""Words of a sentence below which another has them by chance."""


def _unlike(one: Figure, two: Figure) -> bool:
    """Tell whether two figures of one place are two numbers of one thing."""
    if one.currency != two.currency or one.additional != two.additional:
        return False
    mine, its = as_printed(one), as_printed(two)
    if mine.meets(its) or rounds_to(mine, its):
        return False
    small, large = sorted(side.low or Decimal(0) for side in (mine, its))
    return Decimal(0) < small and large <= small * TIMES * TIMES
