"""How much of what it has never seen does the model find, beside the rules?

Cross-validation by file: each is read by a model that was trained without it. The rules
have never seen these paragraphs, so their figures are fair, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from safeconduct.disclosure.details import ruled
from safeconduct.disclosure.details.detail import Detail, Field
from safeconduct.disclosure.details.learned.model import read
from safeconduct.disclosure.details.learned.reading import learned
from safeconduct.disclosure.teaching.marked import WISH, Marked
from safeconduct.disclosure.teaching.training import learn

FOLDS: Final = 4


@dataclass(slots=True)
class Judged:
    """Passages of one kind: how many are marked, and how many are met.

    Attributes:
        wish: Whether it is of wishes; else of details.
        marked: Passages somebody marked.
        ruled, learned, both: How many of them the rules, the model, or either meets.
        taken, right: Passages the model took, and how many of them meet a mark.
    """

    wish: bool
    marked: int = 0
    ruled: int = 0
    learned: int = 0
    both: int = 0
    taken: int = 0
    right: int = 0


def judge(examples: Sequence[Marked], folds: int = FOLDS) -> tuple[Judged, Judged]:
    """Judge details and wishes, in this order."""
    judged = (Judged(wish=False), Judged(wish=True))
    sources = sorted({each.source for each in examples})
    fold = {source: at % folds for at, source in enumerate(sources)}
    for held in range(folds):
        trained = read(learn(each for each in examples if fold[each.source] != held))
        for each in examples:
            if fold[each.source] == held:
                told = list(ruled(each.text))
                found = list(learned(each.text, told, trained))
                for one in judged:
                    _count(one, each, told, found)
    return judged


def _count(
    one: Judged, each: Marked, told: Sequence[Detail], found: Sequence[Detail]
) -> None:
    """Add a sentence to what is counted."""
    by_rule = list(_of(one, told))
    by_model = list(_of(one, found))
    for start, end, letter in each.marks:
        if (letter == WISH) is one.wish:
            ruled_, learned_ = (_met(start, end, by) for by in (by_rule, by_model))
            one.marked += 1
            one.ruled += ruled_
            one.learned += learned_
            one.both += ruled_ or learned_
    one.taken += len(by_model)
    one.right += sum(
        any(detail.start < end and start < detail.end for start, end, _ in each.marks)
        for detail in by_model
    )


def _of(one: Judged, details: Sequence[Detail]) -> Iterator[Detail]:
    """Yield the details of a kind; names and numbers are not judged here."""
    kind = Field.WISH.kind if one.wish else Field.STORY.kind
    yield from (detail for detail in details if detail.field.kind == kind)


def _met(start: int, end: int, details: Sequence[Detail]) -> bool:
    return any(detail.start < end and start < detail.end for detail in details)
