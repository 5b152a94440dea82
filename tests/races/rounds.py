"""Rounds of work, killing and recovery, on one register after the other."""

import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from safeconduct.cli import environment
from safeconduct.journal import publication, queries
from tests.races import crew, survival
from tests.races.house import House

TARGETS = ("writer", "integrator", "backend", "server", "server, immediate", "all")
LONGEST = 0.8  # seconds until the killing
WRITERS = 3
AUDIT = 20  # rounds from one full audit to the next
FRESH = 100  # rounds of one register
FOUNDED = "founded"


@dataclass
class Tally:
    """What came of the rounds.

    Attributes:
        unpublished: How often a checkpoint was committed and not published.
        half_written: How often a file was half written.
    """

    killed: Counter[str] = field(default_factory=Counter)
    acts: int = 0
    checkpoints: int = 0
    audits: int = 0
    unpublished: int = 0
    half_written: int = 0
    findings: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        killed = ", ".join(f"{what} {n}" for what, n in sorted(self.killed.items()))
        return (
            f"{self.killed.total()} rounds ({killed}): {self.acts} acts acknowledged,"
            f" {self.checkpoints} published checkpoints seen, {self.audits} full"
            f" audits, {self.unpublished} kills between commit and publication,"
            f" {self.half_written} within the writing of a file,"
            f" {len(self.findings)} findings"
        )


@dataclass
class Witnessed:
    """What is remembered of one register outside of it."""

    outsider: survival.Outsider
    acknowledged: list[UUID] = field(default_factory=list)
    half_written: set[Path] = field(default_factory=set)


def run(house: House, rounds: int, seed: int) -> Tally:
    """Run the rounds; stop at the first finding.

    Args:
        house: Its server runs, its tables are made, nobody has been founded.
        rounds: How many.
        seed: Of what is killed and when; the rest is up to the machine.
    """
    crew.found()
    environment.close_connections()
    house.stop()
    house.keep(FOUNDED)
    tally = Tally()
    for first in range(0, rounds, FRESH):
        numbers = range(first, min(first + FRESH, rounds))
        _one_register(house, numbers, seed, tally)
        if tally.findings:
            break
    print(tally, *tally.findings, sep="\n", flush=True)
    return tally


def _one_register(house: House, numbers: range, seed: int, tally: Tally) -> None:
    """Run some rounds on a register that begins as it was founded."""
    house.begin_anew(FOUNDED)
    house.start()
    known = Witnessed(survival.Outsider(house.published))
    for number in numbers:
        chance = random.Random(f"{seed}/{number}")
        what = chance.choice(TARGETS)
        found = _round(house, what, chance, known, tally)
        tally.killed[what] += 1
        if number % AUDIT == AUDIT - 1 or number == numbers[-1]:
            found += survival.in_full()
            tally.audits += 1
            print(tally, flush=True)
        tally.findings += [f"round {number}, {what}: {finding}" for finding in found]
        if found:
            break
    environment.close_connections()
    house.stop()


def _round(
    house: House, what: str, chance: random.Random, known: Witnessed, tally: Tally
) -> list[str]:
    """Let all work, kill, recover, and say what is wrong."""
    team, before = crew.Crew(), len(known.outsider.seen)
    team.begin(WRITERS, str(chance.random()))
    watching = known.outsider.watch()
    time.sleep(chance.uniform(0, LONGEST))
    _kill(house, team, what, chance)
    if what in {"writer", "integrator"}:
        time.sleep(chance.uniform(0, LONGEST / 2))  # the others go on
    else:
        team.kill_all()  # without a database nobody goes on
    team.end()
    known.outsider.leave(watching)
    environment.close_connections()
    if house.has_ended():
        house.start()
    house.wait_until_it_answers()
    told = [entry for acts in team.acknowledged for entry in acts]
    known.acknowledged += told
    tally.acts += len(told)
    _count(known, tally)
    found = list(
        survival.after_recovery(known.outsider, team.acknowledged, known.acknowledged)
    )
    tally.checkpoints += len(known.outsider.seen) - before
    return [*team.refused, *found]


def _kill(house: House, team: crew.Crew, what: str, chance: random.Random) -> None:
    if what == "writer":
        team.kill_a_writer(chance)
    elif what == "integrator":
        team.kill_the_integrator()
    elif what == "backend":
        crew.kill_a_backend(chance)
    elif what == "server, immediate":
        house.kill(signal.SIGQUIT)
    elif what == "server":
        house.kill(signal.SIGKILL)
    else:
        team.kill_all()
        house.kill(signal.SIGKILL)


def _count(known: Witnessed, tally: Tally) -> None:
    """Count at which of the dangerous moments the killing came."""
    folder, newest = known.outsider.folder, queries.latest_checkpoint()
    note = (publication.published(folder) or b"").decode()
    tally.unpublished += newest is not None and not note.startswith(newest.note)
    halves = set(folder.rglob(".*.new")) - known.half_written
    known.half_written |= halves
    tally.half_written += bool(halves)
