"""What does the ledger cost the transaction of an act, and how fast is the integrator?

    ./run bench journal [--seconds 2.5] [--runs 3] [--entries 1000000]

Starts a PostgreSQL of its own. 16 writers (4 processes of 4 threads) change a case,
insert an event, and do what the variant does about the ledger; the variants take turns,
and the medians of all runs are printed. A disk that syncs in microseconds hides what a
lock held to the commit costs, so a commit of 2 ms is imitated by `commit_delay = 2000`,
`commit_siblings = 0`, which sleeps while the WAL flush lock is held: group commit stays
real. Then as many entries as asked for go through the real `integrator.integrate`.

pymerkle is no dependency of ours: it is installed into a throw-away venv and runs there
as a program of its own. Where it cannot be installed it is left out, and that is said.
"""

import argparse
import json
import multiprocessing
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import venv
from base64 import b64encode
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median
from typing import Any

import psycopg

from safeconduct import cluster

PROCESSES, THREADS = 4, 4
CASES = 10_000
CADENCE = 0.2  # seconds from one step of the integrator to the next
SLOW, FAST = 2000, 0  # microseconds of delay at each commit
PYMERKLE = "pymerkle==7.0.0"
Connection = psycopg.Connection[Any]

TABLES = """
CREATE TABLE bench_case (id int PRIMARY KEY, version int NOT NULL DEFAULT 0);
INSERT INTO bench_case SELECT generate_series(1, 10000);
CREATE TABLE bench_event (id bigserial PRIMARY KEY, case_id int, commitment bytea);
CREATE TABLE bench_entry (LIKE bench_event INCLUDING ALL);
CREATE TRIGGER waits_for_the_log AFTER INSERT ON bench_entry
    FOR EACH ROW EXECUTE FUNCTION safeconduct_waits_for_the_log();
CREATE TABLE bench_log (idx bigint PRIMARY KEY, commitment bytea);
CREATE TABLE bench_counter (n bigint); INSERT INTO bench_counter VALUES (0);
"""
CLEAN = "TRUNCATE bench_event, bench_entry, bench_log, journal_intake"


# What each variant does about the ledger, in the transaction that changes the case.


def nothing(_: Connection, __: bytes) -> None:
    """Keep no ledger, or leave it to the trigger on the events."""


def outbox(connection: Connection, commitment: bytes) -> None:
    """Put the commitment into the intake by a statement of its own."""
    connection.execute(
        "INSERT INTO journal_intake (commitment) VALUES (%s)", [commitment]
    )


def counter(connection: Connection, commitment: bytes) -> None:
    """Number in the transaction, by a row that counts."""
    row = connection.execute("UPDATE bench_counter SET n = n + 1 RETURNING n")
    (number,) = row.fetchone() or (None,)
    connection.execute("INSERT INTO bench_log VALUES (%s, %s)", [number, commitment])


def advisory(connection: Connection, commitment: bytes) -> None:
    """Number in the transaction, by an advisory lock and the highest number."""
    connection.execute("SELECT pg_advisory_xact_lock(1)")
    connection.execute(
        "INSERT INTO bench_log SELECT coalesce(max(idx), 0) + 1, %s FROM bench_log",
        [commitment],
    )


@dataclass(frozen=True)
class Variant:
    """One way of keeping a ledger."""

    name: str
    keep: Callable[[Connection, bytes], None]
    events: str = "bench_event"
    integrates: bool = False


VARIANTS = (
    Variant("no ledger", nothing),
    Variant("outbox by a trigger", nothing, "bench_entry"),
    Variant("the same, integrator running", nothing, "bench_entry", integrates=True),
    Variant("outbox by a statement of its own", outbox),
    Variant("counter row in the transaction", counter),
    Variant("advisory lock, highest number + 1", advisory),
)


@dataclass(frozen=True)
class Run:
    """One run: transactions a second, and how long they took in milliseconds."""

    tps: float
    p50: float
    p99: float


# The writers


def write(url: str, variant: Variant, seconds: float, begin: float) -> list[float]:
    """Work with four threads from `begin` on; return what each transaction took.

    Args:
        url: The database.
        variant: What to do about the ledger.
        seconds: How long.
        begin: When, in seconds since the epoch, so that all begin together.
    """
    with ThreadPoolExecutor(THREADS) as pool:
        threads = [
            pool.submit(_write, url, variant, seconds, begin) for _ in range(THREADS)
        ]
        return [taken for thread in threads for taken in thread.result()]


def _write(url: str, variant: Variant, seconds: float, begin: float) -> list[float]:
    taken: list[float] = []
    with psycopg.connect(url) as connection:
        time.sleep(max(0.0, begin - time.time()))
        end = time.perf_counter() + seconds
        while (begun := time.perf_counter()) < end:
            _act(connection, variant)
            taken.append(time.perf_counter() - begun)
    return taken


def _act(connection: Connection, variant: Variant) -> None:
    case, commitment = random.randint(1, CASES), b"\x01" + random.randbytes(32)  # noqa: S311
    connection.execute(
        "UPDATE bench_case SET version = version + 1 WHERE id = %s", [case]
    )
    connection.execute(
        f"INSERT INTO {variant.events} (case_id, commitment) VALUES (%s, %s)",  # noqa: S608
        [case, commitment],
    )
    variant.keep(connection, commitment)
    connection.commit()


# The integrator


def set_up(environment: dict[str, str]) -> None:
    """Load Django in this process."""
    os.environ.update(environment)
    import django  # noqa: PLC0415 - the settings had to be there

    django.setup()


def keep_integrating(environment: dict[str, str], ready: Event, enough: Event) -> None:
    """Take a step of the log every 200 ms."""
    set_up(environment)
    from safeconduct.journal import integrator  # noqa: PLC0415 - Django is ready

    integrator.integrate(at=datetime.now(UTC))
    ready.set()
    while not enough.wait(CADENCE - time.time() % CADENCE):
        integrator.integrate(at=datetime.now(UTC))


@contextmanager
def integrating(environment: dict[str, str]) -> Iterator[None]:
    """Let an integrator run in a process of its own."""
    spawn = multiprocessing.get_context("spawn")
    ready, enough = spawn.Event(), spawn.Event()
    process = spawn.Process(target=keep_integrating, args=(environment, ready, enough))
    process.start()
    ready.wait()
    try:
        yield
    finally:
        enough.set()
        process.join()


def waits(url: str, seconds: float) -> list[float]:
    """Measure from the commit of an entry to its checkpoint, in milliseconds."""
    found: list[float] = []
    asked = (
        "SELECT 1 FROM journal_leaf AS l JOIN journal_checkpoint AS c"
        " ON c.size > l.index WHERE l.commitment = %s LIMIT 1"
    )
    with psycopg.connect(url, autocommit=True) as connection:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            time.sleep(random.uniform(0, 0.05))  # noqa: S311
            commitment = b"\x01" + random.randbytes(32)  # noqa: S311
            outbox(connection, commitment)
            begun = time.perf_counter()
            while connection.execute(asked, [commitment]).fetchone() is None:
                time.sleep(0.002)
            found.append((time.perf_counter() - begun) * 1e3)
    return found


def integrate_many(environment: dict[str, str], entries: int) -> dict[str, float]:
    """Let entries wait, and take them in one step of the real integrator."""
    set_up(environment)
    from django.db import connection  # noqa: PLC0415 - Django is ready

    from safeconduct.cli.environment import close_connections  # noqa: PLC0415
    from safeconduct.journal import integrator  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE journal_intake")
        cursor.execute(
            "INSERT INTO journal_intake (commitment) SELECT '\\x01'::bytea"
            " || sha256((random()::text || n)::bytea) FROM generate_series(1, %s) AS n",
            [entries],
        )
        begun, worked = time.perf_counter(), time.process_time()
        grown = integrator.integrate(at=datetime.now(UTC))
        taken = time.perf_counter() - begun
        worked = time.process_time() - worked
        cursor.execute(
            "SELECT pg_total_relation_size('journal_leaf'),"
            " pg_total_relation_size('journal_intake')"
        )
        log, intake = cursor.fetchone()
    close_connections()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "grown": grown,
        "taken": taken,
        "worked": worked,
        "most": most,
        "log": log / 2**20,
        "intake": intake / 2**20,
    }


# The report


def compare(
    running: cluster.Running, environment: dict[str, str], seconds: float, runs: int
) -> None:
    """Let the variants take turns at a slow and at a fast commit, and print a table."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=spawn) as pool:
        list(pool.map(time.sleep, [0.2] * PROCESSES))
        for delay in (SLOW, FAST):
            _delay_commits(running, delay)
            found: dict[str, list[Run]] = {variant.name: [] for variant in VARIANTS}
            for _ in range(runs):
                for variant in VARIANTS:
                    made = _measured(pool, running.url, variant, environment, seconds)
                    found[variant.name].append(made)
            _print_table(delay, found)


def _measured(
    pool: ProcessPoolExecutor,
    url: str,
    variant: Variant,
    environment: dict[str, str],
    seconds: float,
) -> Run:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(CLEAN)
    if variant.integrates:
        with integrating(environment):
            return _measured_now(pool, url, variant, seconds)
    return _measured_now(pool, url, variant, seconds)


def _measured_now(
    pool: ProcessPoolExecutor, url: str, variant: Variant, seconds: float
) -> Run:
    begin = time.time() + 0.5
    writers = [
        pool.submit(write, url, variant, seconds, begin) for _ in range(PROCESSES)
    ]
    taken = [each * 1e3 for writer in writers for each in writer.result()]
    return Run(len(taken) / seconds, median(taken), _percentile(taken, 99))


def _percentile(values: list[float], percent: int) -> float:
    return sorted(values)[len(values) * percent // 100]


def _delay_commits(running: cluster.Running, delay: int) -> None:
    keeper = running.url.replace("safeconduct@/safeconduct", "postgres@/postgres")
    siblings = 0 if delay else 5  # PostgreSQL's own default
    with psycopg.connect(keeper, autocommit=True) as connection:
        connection.execute(f"ALTER SYSTEM SET commit_delay = {delay}")
        connection.execute(f"ALTER SYSTEM SET commit_siblings = {siblings}")
        connection.execute("SELECT pg_reload_conf()")
    time.sleep(0.5)


def _print_table(delay: int, found: dict[str, list[Run]]) -> None:
    how = f"{delay / 1000:.0f} ms more for each flush" if delay else "the disk as it is"
    print(f"\nCommit: {how}")
    print(f"{'':36}{'tps':>8}{'p50 ms':>9}{'p99 ms':>9}{'tps ratio':>12}{'p99':>8}")
    base = _medians(found["no ledger"])
    for name, made in found.items():
        run = _medians(made)
        print(
            f"{name:36}{run.tps:8,.0f}{run.p50:9.2f}{run.p99:9.1f}"
            f"{run.tps / base.tps:12.2f}{run.p99 / base.p99:8.2f}"
        )
    spread = [run.tps for run in found["no ledger"]]
    print(f"(without a ledger from {min(spread):,.0f} to {max(spread):,.0f} tps)")


def _medians(runs: list[Run]) -> Run:
    return Run(
        median(run.tps for run in runs),
        median(run.p50 for run in runs),
        median(run.p99 for run in runs),
    )


def show_waits(url: str, environment: dict[str, str], seconds: float) -> None:
    """Print how long an entry waits for a checkpoint at a cadence of 200 ms."""
    with integrating(environment):
        found = waits(url, seconds)
    print(
        f"\nFrom commit to signed checkpoint, a step every {CADENCE * 1e3:.0f} ms:"
        f" p50 {median(found):.0f}, p95 {_percentile(found, 95):.0f},"
        f" at most {max(found):.0f} ms (n = {len(found)};"
        " target: p95 250)"
    )


def show_integration(environment: dict[str, str], entries: int, runs: int) -> None:
    """Print how fast the real integrator is, each time in a fresh process."""
    spawn = multiprocessing.get_context("spawn")
    print(f"\n{entries:,} entries in one step of the integrator (target: 40,000/s)")
    for _ in range(runs):
        with ProcessPoolExecutor(1, mp_context=spawn) as pool:
            made = pool.submit(integrate_many, environment, entries).result()
        print(
            f"grown by {made['grown']:,} in {made['taken']:.1f} s,"
            f" {made['grown'] / made['taken']:,.0f} a second;"
            f" the program worked {made['worked']:.1f} s in at most"
            f" {made['most']:.0f} MB; log table {made['log']:.0f} MB,"
            f" intake before its vacuum {made['intake']:.0f} MB",
            flush=True,
        )


def show_pymerkle() -> None:
    """Print how fast pymerkle appends on SQLite, if it can be installed."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "venv" / "bin" / "python"
        script = Path(__file__).with_name("_pymerkle.py")
        install = [python, "-m", "pip", "install", "--quiet", PYMERKLE]
        try:
            venv.create(Path(folder) / "venv", with_pip=True)
            subprocess.run(install, check=True, capture_output=True)  # noqa: S603
            ran = subprocess.run(  # noqa: S603 - our own script
                [python, script, folder], check=True, capture_output=True, text=True
            )
        except (OSError, subprocess.CalledProcessError):
            print(
                f"\npymerkle was not compared: {PYMERKLE} cannot be installed or run."
            )
            return
    made = json.loads(ran.stdout)
    print(
        f"\n{PYMERKLE} on SQLite appends {made['single']:,.0f} entries a second one by"
        f" one, {made['batch']:,.0f} in a batch of 100,000"
    )


def main(seconds: float, runs: int, entries: int) -> None:
    """Run everything on a PostgreSQL in a temporary folder."""
    with (
        tempfile.TemporaryDirectory() as folder,
        cluster.start(Path(folder)) as running,
    ):
        environment = {
            "SAFECONDUCT_DATA": folder,
            "SAFECONDUCT_DATABASE_URL": running.url,
            "SAFECONDUCT_SECRET_KEY": "of a benchmark, which protects nothing",
            "SAFECONDUCT_MASTER_KEY": b64encode(bytes(32)).decode(),
            "SAFECONDUCT_LOG_KEY": b64encode(bytes(32)).decode(),
            "SAFECONDUCT_LOG_ORIGIN": "benchmark.example/log",
            "DJANGO_SETTINGS_MODULE": "safeconduct.config.settings",
        }
        set_up(environment)
        _make_tables(running.url)
        load = os.getloadavg()[0]
        print(f"{os.cpu_count()} cores, load {load:.1f} at the start, {runs} runs each")
        compare(running, environment, seconds, runs)
        show_waits(running.url, environment, max(10.0, 4 * seconds))
        show_integration(environment, entries, runs)
    show_pymerkle()


def _make_tables(url: str) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - Django is ready

    from safeconduct.cli.environment import close_connections  # noqa: PLC0415

    call_command("migrate", interactive=False, verbosity=0)
    close_connections()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(TABLES)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=2.5)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--entries", type=int, default=1_000_000)
    given = parser.parse_args()
    sys.exit(main(given.seconds, given.runs, given.entries))
