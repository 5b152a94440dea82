import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from safeconduct.disclosure.sweep import (
    AlreadyDone,
    AnotherPlan,
    MakeRegister,
    NotAnArchive,
    Plan,
    Tally,
    Through,
    blocks,
    sweep,
)
from tests.disclosure.protected import ENGLISH, KOREAN, register
from tests.disclosure.sweep.archives import archive, pages

PROTECTED = register()
MAKE = Through(PROTECTED, 5)


class Interrupted(Exception):
    """The sweep was ended."""


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "SIZE", 4)


@pytest.fixture
def archives(tmp_path: Path) -> tuple[Path, ...]:
    """Two archives; one page in six gives somebody away, and one place is damaged."""
    told = {0: ENGLISH.replace("\n", "</p><p>"), 7: KOREAN.replace("\n", "</p><p>")}
    bodies = [
        told.get(number % 12, f"The price of bread rose in district {number}.")
        for number in range(30)
    ]
    made = pages(bodies)
    return (
        archive(tmp_path / "a.warc.gz", made),
        archive(tmp_path / "b.warc", [*made[:9], b"rubbish " * 50, *made[9:18]]),
    )


def result(plan: Plan) -> tuple[bytes, bytes]:
    return plan.out.read_bytes(), plan.prints.read_bytes()


def test_who_is_given_away_is_found(archives: tuple[Path, ...], tmp_path: Path) -> None:
    """Alerts name archive, byte, address, person and places; no name of a person."""
    plan = Plan(archives, tmp_path / "out.parquet", "x", 5)
    tally = sweep(plan, MAKE)
    rows = pq.read_table(plan.out).to_pylist()

    assert tally.pages == 48
    assert tally.passed == 8
    assert {row["person"] for row in rows} == {"T-1", "T-2"}
    assert tally.alerts == len(rows)
    assert list(tally.faults) == ["the archive is damaged after this page"]
    assert not plan.folder.exists()
    assert b"Ryom" not in plan.out.read_bytes()
    assert pq.read_table(plan.prints).num_rows == tally.passed


@pytest.mark.parametrize("workers", [2, 3])
def test_more_processes_give_the_same_result(
    archives: tuple[Path, ...], tmp_path: Path, workers: int
) -> None:
    """The result does not depend on who looked at which block."""
    alone = Plan(archives, tmp_path / "alone.parquet", "x", 5)
    many = Plan(archives, tmp_path / "many.parquet", "x", 5)
    sweep(alone, MAKE)
    sweep(many, MAKE, workers=workers)

    assert result(alone) == result(many)


@pytest.mark.parametrize("seed", range(4))
def test_an_ended_sweep_goes_on(
    archives: tuple[Path, ...], tmp_path: Path, seed: int
) -> None:
    """Ended again and again, it comes to the same result."""
    whole = Plan(archives, tmp_path / "whole.parquet", "x", 5)
    broken = Plan(archives, tmp_path / "broken.parquet", "x", 5)
    chance = random.Random(seed)
    sweep(whole, MAKE)
    while not broken.out.exists():
        left = [chance.randint(1, 5)]

        def end(_: Tally, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise Interrupted

        try:
            sweep(broken, MAKE, progress=end)
        except Interrupted:
            continue

    assert result(whole) == result(broken)


def test_killed_it_goes_on(archives: tuple[Path, ...], tmp_path: Path) -> None:
    """After kill -9 in the midst of its work the same command gives the same result."""
    whole = Plan(archives, tmp_path / "whole.parquet", "x", 5)
    killed = Plan(archives, tmp_path / "killed.parquet", "x", 5)
    sweep(whole, MAKE)
    program = (
        "import sys, time; from pathlib import Path;"
        "from safeconduct.disclosure.sweep import Plan, Through, blocks, sweep;"
        "from tests.disclosure.protected import register;"
        "blocks.SIZE = 4; *files, out = map(Path, sys.argv[1:]);"
        "sweep(Plan(tuple(files), out, 'x', 5), Through(register(), 5),"
        " progress=lambda _: time.sleep(0.2))"
    )
    words = [sys.executable, "-c", program, *map(str, archives), str(killed.out)]
    process = subprocess.Popen(words, cwd=Path(__file__).parents[3])
    while process.poll() is None and not list(killed.folder.glob("*.alerts.parquet")):
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()

    assert killed.folder.exists()
    sweep(killed, MAKE)
    assert result(whole) == result(killed)


def test_another_sweep_does_not_go_on_with_it(
    archives: tuple[Path, ...], tmp_path: Path
) -> None:
    """Another register, threshold or archive is refused; afresh it begins anew."""
    out = tmp_path / "out.parquet"
    Plan(archives, out, "x", 5).begin()

    for other in (
        Plan(archives, out, "y", 5),
        Plan(archives, out, "x", 6),
        Plan(archives[:1], out, "x", 5),
    ):
        with pytest.raises(AnotherPlan):
            other.begin()
    Plan(archives, out, "y", 5).begin(afresh=True)


def test_a_result_is_not_written_over(
    archives: tuple[Path, ...], tmp_path: Path
) -> None:
    """OUT that is there is refused, unless it is to be replaced."""
    plan = Plan(archives, tmp_path / "out.parquet", "x", 5)
    plan.out.write_bytes(b"kept")

    with pytest.raises(AlreadyDone):
        sweep(plan, MAKE)
    assert plan.out.read_bytes() == b"kept"


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04"])
def test_what_is_no_archive_is_refused(data: bytes, tmp_path: Path) -> None:
    """Before anything is looked at, a sentence names the file."""
    file = tmp_path / "crawl.warc"
    file.write_bytes(data)

    with pytest.raises(NotAnArchive, match=r"crawl\.warc"):
        sweep(Plan((file,), tmp_path / "out.parquet", "x", 5), MAKE)


def test_no_name_is_on_the_disk(archives: tuple[Path, ...], tmp_path: Path) -> None:
    """What is kept of an unfinished sweep has no name of the register in it."""
    plan = Plan(archives, tmp_path / "out.parquet", "x", 5)

    def end(_: Tally) -> None:
        raise Interrupted

    with pytest.raises(Interrupted):
        sweep(plan, MAKE, progress=end)
    kept = b"".join(file.read_bytes() for file in plan.folder.iterdir())

    assert kept
    assert b"Ryom" not in kept
    assert "렴관석".encode() not in kept


@pytest.mark.spark
@pytest.mark.filterwarnings(  # PySpark leaves its sockets to be collected
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_spark_gives_the_same_result(
    archives: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both engines write the same bytes."""
    monkeypatch.setattr(blocks, "SIZE", 1_000)  # workers have their own
    here = Plan(archives, tmp_path / "here.parquet", "x", 5)
    there = Plan(archives, tmp_path / "there.parquet", "x", 5)
    make = MakeRegister(PROTECTED.persons, 5)
    sweep(here, make)
    sweep(there, make, engine="spark", master="local[2]")

    assert result(here) == result(there)
