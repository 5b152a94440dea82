"""Two acts on one person at the same moment, on real connections.

No test sleeps to win a race: each waits until PostgreSQL itself reports that the
other act is blocked.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from safeconduct.departure import actions, gate
from safeconduct.departure.errors import GateClosed
from safeconduct.departure.gate import Obstacle
from safeconduct.departure.models import DepartureLine
from safeconduct.determination import actions as determination
from safeconduct.determination.models import ProtectionClaim
from safeconduct.journal.models import Entry
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 20.0  # seconds
ATTEMPTS = 50

Start = Callable[[Callable[[], object]], "Future[object]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Run an act in a thread of its own, on a connection of its own."""
    with ThreadPoolExecutor(ATTEMPTS + 1) as pool:

        def begin(act: Callable[[], object]) -> "Future[object]":
            def run() -> object:
                try:
                    return act()
                finally:
                    connection.close()

            return pool.submit(run)

        yield begin


def wait_until_blocked() -> None:
    """Return once some act waits for another act's lock."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone() != (0,):
                return
        time.sleep(0.01)
    pytest.fail("no act was blocked")


def approval(line: DepartureLine) -> Callable[[], DepartureLine]:
    second = make.officer("second_officer", of=make.second_service())
    return lambda: actions.approve(line.pk, officer=second, at=make.NOON)


def lodging(line: DepartureLine) -> Callable[[], ProtectionClaim]:
    clerk = make.officer("registrar")
    return lambda: determination.lodge(line.person_id, officer=clerk, at=make.NOON)


def test_claim_begins_first(start: Start) -> None:
    """The gate waits for a claim that is being lodged by hand, and then refuses."""
    line = make.listed()
    approve = approval(line)
    entry = Entry.objects.filter(subject=line.person_id).latest("at")
    lodged, finish = Event(), Event()

    def lodge_slowly() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO determination_protectionclaim"
                " (id, person_id, status, lodged, entry_id)"
                " VALUES (gen_random_uuid(), %s, 'registered', %s, %s)"
                " RETURNING id",
                [line.person_id, make.NOON, entry.pk],
            )
            (claim,) = cursor.fetchone() or (None,)
            cursor.execute(
                'INSERT INTO journal_rowdigest (entry_id, "table", row, digest)'
                " VALUES (%s, 'determination_protectionclaim', %s, 'x')",
                [entry.pk, claim],
            )
            lodged.set()
            finish.wait(PATIENCE)

    claim = start(lodge_slowly)
    assert lodged.wait(PATIENCE)
    waiting = start(approve)
    wait_until_blocked()
    finish.set()

    claim.result(PATIENCE)
    with pytest.raises(GateClosed, match=r"claim\.status"):
        waiting.result(PATIENCE)


def test_approval_begins_first(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    """No claim slips in between the gate's answer and the approval's commit."""
    line = make.listed()
    approve, lodge = approval(line), lodging(line)
    answered, finish = Event(), Event()
    ask = gate.obstacles

    def ask_slowly(*args: object, **kwargs: object) -> list[Obstacle]:
        obstacles = ask(*args, **kwargs)  # type: ignore[arg-type]
        answered.set()
        finish.wait(PATIENCE)
        return obstacles

    monkeypatch.setattr(gate, "obstacles", ask_slowly)
    approved = start(approve)
    assert answered.wait(PATIENCE)
    claim = start(lodge)
    wait_until_blocked()
    assert not claim.done()
    finish.set()

    approved.result(PATIENCE)
    claim.result(PATIENCE)
    assert DepartureLine.objects.get(pk=line.pk).status == "approved"


def test_fifty_claims_and_one_approval(start: Start) -> None:
    """Of 50 claims lodged while the list is approved none is ever overlooked.

    Whatever came first: if a claim had committed before the approval looked, the
    approval was refused. The order is the order of the person's lock, which is
    the order in which the intake numbers the acts.
    """
    line = make.listed()
    approve = approval(line)
    lodge = [lodging(line) for _ in range(ATTEMPTS)]
    together = Barrier(ATTEMPTS + 1)

    def at_once(act: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            together.wait(PATIENCE)
            return act()

        return run

    claims = [start(at_once(act)) for act in lodge]
    approved = start(at_once(approve))
    for claim in claims:
        claim.result(PATIENCE * 3)
    refused = isinstance(approved.exception(PATIENCE * 3), GateClosed)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.kind FROM journal_entry AS e JOIN journal_intake AS i"
            " ON i.commitment = e.commitment"
            " WHERE e.subject = %s AND e.at = %s AND (e.kind LIKE 'claim.%%'"
            " OR e.kind IN ('departure.approved', 'departure.refused'))"
            " ORDER BY i.id",
            [line.person_id, make.NOON],
        )
        kinds = [kind for (kind,) in cursor.fetchall()]
    assert kinds.count("claim.lodged") == ATTEMPTS
    assert refused == ("departure.refused" in kinds)
    if not refused:
        assert kinds[0] == "departure.approved", "approved after a committed claim"
