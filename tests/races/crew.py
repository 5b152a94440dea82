"""Who works in a register until the killing: writers and an integrator, real ones.

Each is a process. A writer tells through a pipe of every act that has committed; what
stands in the pipe when it dies was acknowledged.
"""

import multiprocessing
import os
import random
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from uuid import UUID

from django.db import Error, InterfaceError, OperationalError, connection
from django.utils import timezone

from safeconduct.accounts.models import Officer, Role
from safeconduct.cli import integration
from safeconduct.cli.refusal import Refused
from safeconduct.hearing import actions as hearing
from safeconduct.hearing.actions import Interview
from safeconduct.journal import staff
from safeconduct.journal.errors import JournalError
from safeconduct.register import actions as register
from safeconduct.register.cards import CaptureCard, Claim
from safeconduct.register.models import Person
from tests import make

PAUSE = 0.05  # seconds from one step of the log to the next
CLERK = "clerk"
SHARED = 8  # persons on whom all writers act
_HEALTH = ("health.art110_1", "health.fit_to_travel", "health.capacity")
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.races.warm"])


def found() -> None:
    """Found the house: an officer for all that is done here, and persons."""
    at = timezone.now()
    root = staff.found("Bureau", "UA", "root", "Root", password="long", at=at)
    roles = Role.REGISTRAR, Role.DOCTOR, Role.HEARING_OFFICER
    clerk = staff.enrol(
        CLERK, "Clerk", root.authority, *roles, password="long", officer=root, at=at
    )
    for _ in range(SHARED):
        _register(clerk)


def register_some(how_many: int) -> None:
    """Register persons."""
    clerk = Officer.objects.get(username=CLERK)
    for _ in range(how_many):
        _register(clerk)


def write(acknowledged: Connection, seed: str) -> None:
    """Do one act after the other, until the pipe or the database is gone."""
    chance = random.Random(seed)
    clerk = Officer.objects.get(username=CLERK)
    oldest = Person.objects.order_by("opened")[:SHARED]
    people = list(oldest.values_list("pk", flat=True))
    # A database that has gone, or nobody who listens: nothing more can be done.
    with suppress(BrokenPipeError, OperationalError, InterfaceError):
        while True:
            act = chance.choice(_ACTS)
            entry = act(clerk, chance.choice(people), chance)
            acknowledged.send_bytes(entry.bytes)


def integrate(told: Connection) -> None:
    """Run the integrator as `ledger integrate` does; tell why it ended by itself."""
    try:
        integration.run(every=PAUSE, once=False)
    except Refused as error:
        if isinstance(error.__cause__, JournalError):
            told.send_bytes(str(error).encode())
    except Error as error:
        told.send_bytes(f"not caught: {type(error).__name__}".encode())


def kill_a_backend(chance: random.Random) -> None:
    """Kill one process of PostgreSQL: the server ends all and recovers by itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity"
            " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        pids = [pid for (pid,) in cursor.fetchall()]
    with suppress(ProcessLookupError):
        os.kill(chance.choice(pids), signal.SIGKILL)


@dataclass
class Crew:
    """Writers and an integrator at work.

    Attributes:
        acknowledged: For each writer the entries of its acts, in order.
        refused: What integrators said that refused to go on.
    """

    acknowledged: list[list[UUID]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    _writers: list[tuple[BaseProcess, Connection]] = field(default_factory=list)
    _integrators: list[tuple[BaseProcess, Connection]] = field(default_factory=list)

    def begin(self, writers: int, seed: str) -> None:
        """Start all, and return when the first act has been acknowledged."""
        self._integrators.append(_start(integrate))
        for number in range(writers):
            self._writers.append(_start(write, f"{seed}/{number}"))
        self._writers[0][1].poll(20)

    def kill_a_writer(self, chance: random.Random) -> None:
        """Kill one writer; the others go on."""
        process, _ = chance.choice(self._writers)
        process.kill()

    def kill_the_integrator(self) -> None:
        """Kill the integrator, and start the next beside the writers."""
        self._integrators[-1][0].kill()
        self._integrators[-1][0].join()
        self._integrators.append(_start(integrate))

    def kill_all(self) -> None:
        """Kill every process at once."""
        for process, _ in self._writers + self._integrators:
            process.kill()

    def end(self) -> None:
        """Take down what was acknowledged, and end all."""
        for process, pipe in self._writers:
            told = _drained(pipe)
            pipe.close()  # its next acknowledgement finds nobody: it ends
            process.join(5)
            _finish(process)
            self.acknowledged.append([UUID(bytes=entry) for entry in told])
        for process, pipe in self._integrators:
            process.terminate()
            process.join()
            self.refused += [said.decode() for said in _drained(pipe)]
            _finish(process)
            pipe.close()


def _start(what: Callable[..., None], *args: str) -> tuple[BaseProcess, Connection]:
    """Start a process with a pipe to us."""
    ours, its = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=what, args=(its, *args))
    process.start()
    its.close()
    return process, ours


def _finish(process: BaseProcess) -> None:
    process.kill()
    process.join()
    process.close()


def _drained(pipe: Connection) -> list[bytes]:
    found = []
    with suppress(EOFError):
        while pipe.poll():
            found.append(pipe.recv_bytes())
    return found


def _register(clerk: Officer, *_: object) -> UUID:
    card = CaptureCard(
        claims=[Claim(kind="name", source="stated", text="홍길동")],
        powers=["KP"],
        taken_on=date(2026, 1, 10),
    )
    made = register.register(
        card, holder=clerk.authority_id, officer=clerk, at=timezone.now()
    )
    return made.entry_id


def _state(clerk: Officer, person: UUID, chance: random.Random) -> UUID:
    rows = register.state_facts(
        person,
        {name: chance.choice("TF") for name in _HEALTH},
        reason="Seen by the doctor.",
        officer=clerk,
        at=timezone.now(),
    )
    return rows[0].entry_id


def _hear(clerk: Officer, person: UUID, chance: random.Random) -> UUID:
    at = timezone.now()
    wish = chance.choice(["refuge:KR", "stay", "undecided"])
    interview = Interview(at, "ko", wish, "생각해 보겠습니다.", make.SAFE)
    return hearing.record(person, interview, officer=clerk, at=at).entry_id


_ACTS: list[Callable[[Officer, UUID, random.Random], UUID]] = [
    _register,
    _state,
    _hear,
]
