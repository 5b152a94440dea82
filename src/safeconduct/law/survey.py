"""Which one question, put in every case, would settle most open cases?

Each answer to each question is tried in all cases in which the fact is unknown and what
rests on it is too: the predicates that rest on it are found anew, what the law says of
them is read anew, and whatever was open and is no longer counts as settled.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import permutations

import numpy as np

from safeconduct.law.answer import Status
from safeconduct.law.bulk.register import Weights, distinct
from safeconduct.law.bulk.standing import Standing
from safeconduct.law.bulk.statuses import Answers, Evaluation, Slot
from safeconduct.law.bulk.views import Views
from safeconduct.law.derive.status import K_THRESHOLD
from safeconduct.law.facts import FACTS, Fact
from safeconduct.law.kinds import Count, OneOf, Truth, Wish
from safeconduct.law.readings.planes import Words, unpacked
from safeconduct.law.record import written


@dataclass(frozen=True)
class Settled:
    """What one answer settles.

    Attributes:
        answer: The answer, as it is written.
        cases: How many cases have an option that it settles.
        options: How many cases it settles, by option.
    """

    answer: object
    cases: int
    options: Mapping[str, int]


@dataclass(frozen=True)
class Question:
    """One question, and what each answer to it settles.

    Attributes:
        fact: The name of the fact.
        wording: The question in words.
        unknown: In how many cases it is unknown.
        answers: What each answer settles.
    """

    fact: str
    wording: str
    unknown: int
    answers: tuple[Settled, ...]

    @property
    def settles(self) -> float:
        """How many cases an answer settles on average."""
        return sum(one.cases for one in self.answers) / len(self.answers)


def open_cases(evaluation: Evaluation) -> int:
    """Count the cases with an option that is open."""
    return _count(_any(_open(one) for one in evaluation.answers.values()))


def survey(evaluation: Evaluation, views: Views) -> Iterator[Question]:
    """Try every question; they come unsorted, as soon as each is tried.

    Cases that agree in every fact are tried as one and counted as many.
    """
    register, weights = distinct(views.register)
    seen = views if weights is None else Views(register)
    count = partial(_count, weights=weights)
    standing = Standing(evaluation.law, seen)
    for name, fact, states in questions(seen):
        unknown = seen.undecided(name) & ~register.known(name)
        if not unknown.any():
            continue
        settled = []
        for answer in answers_to(fact, seen):
            later, _ = register.answered(name, answer, unknown)
            ended = standing.ended(Views(later, seen, name))
            settled.append(_settled(answer, ended, count))
        if any(one.cases for one in settled):
            yield Question(name, fact.ask(*states), count(unknown), tuple(settled))


def questions(views: Views) -> Iterator[tuple[str, Fact, tuple[str, ...]]]:
    """List the questions there are about the States these cases speak of."""
    for fact in FACTS.values():
        if not fact.decides or not any(answers_to(fact, views)):
            continue
        for states in permutations(views.states, len(fact.parameters)):
            inside = f"[{'->'.join(states)}]" if states else ""
            yield f"{fact.stem}{inside}", fact, states


def answers_to(fact: Fact, views: Views) -> tuple[object, ...]:
    """List the answers a question may get; which State he belongs to is not asked."""
    match fact.kind:
        case Truth():
            return (True, False)
        case OneOf(words) if fact.stem != "position.mode":
            return words
        case Count():
            return (K_THRESHOLD - 1, K_THRESHOLD)
        case Wish():
            named = (f"{v}:{s}" for s in views.states for v in ("return", "refuge"))
            return ("undecided", "refuses", "stay", *named)
        case _:
            return ()


def _settled(
    answer: object, ended: Mapping[Slot, Words], count: Callable[[Words], int]
) -> Settled:
    by_option: dict[str, list[Words]] = {}
    for slot, words in ended.items():
        by_option.setdefault(slot.act.option or slot.act.name, []).append(words)
    options = {option: _any(iter(words)) for option, words in by_option.items()}
    return Settled(
        answer=written(answer),
        cases=count(_any(iter(options.values()))) if options else 0,
        options={o: n for o, words in options.items() if (n := count(words))},
    )


def _open(answers: Answers) -> Words:
    words: Words = answers.status[Status.OPEN] & answers.asked
    return words


def _any(words: Iterator[Words]) -> Words:
    joined: Words = np.bitwise_or.reduce(list(words))
    return joined


def _count(words: Words, weights: Weights | None = None) -> int:
    if weights is None:
        return int(np.bitwise_count(words).sum())
    return int(weights[unpacked(words, len(weights))].sum())
