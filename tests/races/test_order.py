"""The order of acts on one person is their order in the log, whoever acts and when."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Purpose
from safeconduct.journal import check, integrator, queries
from safeconduct.journal.acts import act
from safeconduct.journal.models import Entry, Leaf
from safeconduct.register.locks import lock_person
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)
PERSONS = 3
TOUCHED = "test.touched"


def touch(person: UUID, officer: Officer) -> None:
    """Do an act that says how many were done to this person before it."""
    with act(TOUCHED, officer=officer, at=make.NOON) as deed:
        lock_person(pk=person)
        deed.on(person, Purpose.REGISTRATION)
        deed.say(before=Entry.objects.filter(subject=person).count())


def on_its_own(work: Callable[[], object]) -> Callable[[], object]:
    """Work on a connection that is closed at the end."""

    def run() -> object:
        try:
            return work()
        finally:
            connection.close()

    return run


def in_the_log(person: UUID) -> Iterator[int]:
    """Give what each act on the person said, in the order of the log."""
    entries = {bytes(e.commitment): e for e in Entry.objects.filter(subject=person)}
    leaves = Leaf.objects.filter(commitment__in=list(entries)).order_by("index")
    for commitment in leaves.values_list("commitment", flat=True):
        entry = entries[bytes(commitment)]
        if entry.kind == TOUCHED:
            said = queries.opened(entry)["before"]
            assert isinstance(said, int)
            yield said


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    plans=st.lists(
        st.lists(st.integers(0, PERSONS - 1), min_size=3, max_size=12),
        min_size=2,
        max_size=6,
    ),
    batch=st.integers(1, 7),
)
def test_acts_of_many_writers(
    plans: list[list[int]], batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writers take turns at a few persons while the integrator takes small pieces."""
    monkeypatch.setattr(integrator, "BATCH", batch)
    clerk = make.officer()
    people = [make.person().pk for _ in range(PERSONS)]
    before = [Entry.objects.filter(subject=person).count() for person in people]
    done = Event()

    def write(plan: list[int]) -> Callable[[], object]:
        def acts() -> None:
            for number in plan:
                touch(people[number], clerk)

        return on_its_own(acts)

    def integrate() -> None:
        while not done.is_set():
            integrator.integrate(at=make.NOON)

    with ThreadPoolExecutor(len(plans) + 1) as pool:
        steps = pool.submit(on_its_own(integrate))
        writers = [pool.submit(write(plan)) for plan in plans]
        try:
            for writer in writers:
                writer.result(60)
        finally:
            done.set()
        steps.result(60)
    integrator.integrate(at=make.NOON)

    for number, person in enumerate(people):
        acts = sum(plan.count(number) for plan in plans)
        first = before[number]
        assert list(in_the_log(person)) == list(range(first, first + acts))
    assert list(check.differences()) == []
