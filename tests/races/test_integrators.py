"""Two integrators at once: one works, and nothing is signed or published twice."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest
from django.db import connection

from safeconduct.journal import check, integrator, publication, witnesses
from safeconduct.journal.models import Checkpoint, Leaf
from safeconduct.ledger import sign_checkpoint
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 30.0  # seconds
Start = Callable[[Callable[[], int]], "Future[int]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Run something in a thread of its own, on a connection of its own."""
    with ThreadPoolExecutor(4) as pool:

        def begin(work: Callable[[], int]) -> "Future[int]":
            def run() -> int:
                try:
                    return work()
                finally:
                    connection.close()

            return pool.submit(run)

        yield begin


def step() -> int:
    return integrator.integrate(at=make.NOON)


def test_a_second_one_is_sent_away(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who comes while another is about to sign takes nothing and signs nothing."""
    make.person()
    signing, finish = Event(), Event()

    def sign_slowly(*args: object) -> bytes:
        signing.set()
        finish.wait(PATIENCE)
        return sign_checkpoint(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(integrator, "sign_checkpoint", sign_slowly)
    first = start(step)
    assert signing.wait(PATIENCE)
    assert step() == 0
    assert not Checkpoint.objects.exists()
    finish.set()

    assert first.result(PATIENCE) == 64
    assert list(check.differences()) == []


def test_four_at_once(start: Start) -> None:
    """Whoever wins each step, the log has no gap and one tree at each size."""
    make.person()

    def many() -> int:
        return sum(step() for _ in range(8))

    grown = sum(one.result(PATIENCE * 4) for one in [start(many) for _ in range(4)])

    assert grown == Leaf.objects.count()
    sizes = list(Checkpoint.objects.order_by("size").values_list("size", flat=True))
    assert sizes == [64 * (number + 1) for number in range(len(sizes))]
    assert list(check.differences()) == []


def test_a_slow_one_publishes_last(
    start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Who was slow does not put an older checkpoint over a newer one."""
    make.person()
    step()
    waiting, finish = Event(), Event()
    slow = iter([True])

    def collect(*_: object, **__: object) -> int:
        if next(slow, False):
            waiting.set()
            finish.wait(PATIENCE)
        return 0

    def publish() -> int:
        return publication.bring_up_to_date(tmp_path, at=make.NOON)

    monkeypatch.setattr(witnesses, "collect", collect)
    first = start(publish)
    assert waiting.wait(PATIENCE)
    step()
    second = start(publish)
    # Where the folder is locked the second waits for the first.
    with suppress(TimeoutError):
        second.result(2)
    finish.set()
    first.result(PATIENCE)
    second.result(PATIENCE)

    assert integrator.head(publication.published(tmp_path) or b"").size == 128
