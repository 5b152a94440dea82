"""Two acts on one pair, or on a pair and a departure, at the same moment.

As in `test_departure.py` no test sleeps to win a race.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event
from uuid import UUID

import pytest
from django.db import connection

from safeconduct.departure import actions as departure
from safeconduct.departure import gate
from safeconduct.departure.errors import GateClosed
from safeconduct.departure.gate import Obstacle
from safeconduct.departure.models import DepartureLine
from safeconduct.journal.check import differences
from safeconduct.matching import actions, links, queries
from safeconduct.matching.errors import AlreadyProposed, MayNotMerge, NotInTurn
from safeconduct.matching.models import Merge, Proposal, Verdict
from tests import make
from tests.races.test_departure import PATIENCE, wait_until_blocked

pytestmark = pytest.mark.django_db(transaction=True)
Start = Callable[[Callable[[], object]], "Future[object]"]
AT_ONCE = 8


@pytest.fixture
def start() -> Iterator[Start]:
    """Run an act in a thread of its own, on a connection of its own."""
    with ThreadPoolExecutor(AT_ONCE) as pool:

        def begin(act: Callable[[], object]) -> "Future[object]":
            def run() -> object:
                try:
                    return act()
                finally:
                    connection.close()

            return pool.submit(run)

        yield begin


def together(acts: list[Callable[[], object]], start: Start) -> list[BaseException]:
    """Do all acts at once; collect what they raise."""
    barrier = Barrier(len(acts))

    def at_once(act: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            barrier.wait(PATIENCE)
            return act()

        return run

    begun = [start(at_once(act)) for act in acts]
    raised = [one.exception(PATIENCE * 3) for one in begun]
    return [error for error in raised if error is not None]


def answering(pair: Proposal, answer: str = "same") -> Callable[[], Verdict]:
    officer = make.officer("registrar")
    return lambda: actions.answer(
        pair.pk, answer=answer, reason=make.REASON, officer=officer, at=make.NOON
    )


def merging(pair: Proposal) -> Callable[[], Merge]:
    officer = make.officer("senior_officer")
    return lambda: actions.merge(
        pair.pk,
        leading=pair.first_id,
        reason=make.REASON,
        officer=officer,
        at=make.NOON + timedelta(minutes=1),
    )


def test_reviewers_at_once(start: Start) -> None:
    """Of eight who answer at the same moment two are heard, and six come too late."""
    pair = make.pair()

    late = together([answering(pair) for _ in range(AT_ONCE)], start)

    assert len(late) == AT_ONCE - 2
    assert all(isinstance(error, NotInTurn) for error in late)
    assert Verdict.objects.count() == 2
    assert queries.settled(Proposal.objects.get()) == "same"


def test_proposed_at_once(start: Start) -> None:
    """One pair, named in both orders by several officers, is there once."""
    one, other = make.person(), make.person()

    def proposing(number: int) -> Callable[[], object]:
        officer = make.officer("registrar")
        first, second = (one, other) if number % 2 else (other, one)
        return lambda: actions.propose(
            first.pk, second.pk, officer=officer, at=make.NOON
        )

    acts = [proposing(number) for number in range(AT_ONCE)]

    late = together(acts, start)

    assert len(late) == AT_ONCE - 1
    assert all(isinstance(error, AlreadyProposed) for error in late)
    assert Proposal.objects.count() == 1


def test_joined_at_once(start: Start) -> None:
    """Three records of which each two are joined at one moment make no ring."""
    one, two, three = (make.person() for _ in range(3))
    pairs = [(one, two), (two, three), (three, one)]
    reviewed = [make.answered(make.pair(*pair)) for pair in pairs]

    late = together([merging(pair) for pair in reviewed], start)

    assert len(late) == 1
    assert len(links.together(one.pk)) == 3
    assert len({links.leading(each.pk) for each in (one, two, three)}) == 1
    assert list(differences()) == []


def test_two_trees_joined_at_both_ends(start: Start) -> None:
    """Two merges that share no record of their pairs close no ring either."""
    one, two, three, four = (make.person() for _ in range(4))
    ends = [make.answered(make.pair(*pair)) for pair in ((two, three), (four, one))]
    make.merged(one, two)
    make.merged(three, four)

    def joining(pair: Proposal, leading: UUID) -> Callable[[], Merge]:
        officer = make.officer("senior_officer")
        return lambda: actions.merge(
            pair.pk,
            leading=leading,
            reason=make.REASON,
            officer=officer,
            at=make.NOON,
        )

    late = together([joining(ends[0], two.pk), joining(ends[1], four.pk)], start)

    assert [type(error) for error in late] == [MayNotMerge]
    assert len(links.together(one.pk)) == 4
    assert Merge.objects.count() == 3


def test_a_merge_waits_for_an_approval(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the gate has answered for one record holds until the approval commits."""
    line = make.listed()
    pair = make.answered(make.pair(line.person, make.person()))
    second = make.officer("second_officer", of=make.second_service())
    merge = merging(pair)
    answered, finish = Event(), Event()
    ask = gate.obstacles

    def ask_slowly(*args: object, **kwargs: object) -> list[Obstacle]:
        found = ask(*args, **kwargs)  # type: ignore[arg-type]
        answered.set()
        finish.wait(PATIENCE)
        return found

    monkeypatch.setattr(gate, "obstacles", ask_slowly)
    approved = start(lambda: departure.approve(line.pk, officer=second, at=make.NOON))
    assert answered.wait(PATIENCE)
    merged = start(merge)
    wait_until_blocked()
    assert not merged.done()
    finish.set()

    approved.result(PATIENCE)
    merged.result(PATIENCE)
    assert DepartureLine.objects.get().status == "approved"
    make.confirmed(line.person, stage="border", at=make.NOON)
    with pytest.raises(GateClosed, match="another record"):
        departure.hand_over(
            line.pk,
            officer=make.officer(),
            at=make.NOON + timedelta(minutes=2),
        )


def test_an_approval_waits_for_a_merge(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An approval that comes while records are joined sees them joined, and refuses."""
    line = make.listed()
    pair = make.answered(make.pair(line.person, make.person()))
    second = make.officer("second_officer", of=make.second_service())
    merge = merging(pair)
    written, finish = Event(), Event()
    say = actions._say

    def say_slowly(*args: object, **kwargs: object) -> None:
        say(*args, **kwargs)  # type: ignore[arg-type]
        written.set()
        finish.wait(PATIENCE)

    monkeypatch.setattr(actions, "_say", say_slowly)
    merged = start(merge)
    assert written.wait(PATIENCE)
    approved = start(
        lambda: departure.approve(
            line.pk, officer=second, at=make.NOON + timedelta(minutes=2)
        )
    )
    wait_until_blocked()
    assert not approved.done()
    finish.set()

    merged.result(PATIENCE)
    with pytest.raises(GateClosed, match="another record"):
        approved.result(PATIENCE)
    assert DepartureLine.objects.get().status == "listed"
