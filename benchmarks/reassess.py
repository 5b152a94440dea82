"""How long does it take to reassess everyone in custody from PostgreSQL?

    ./run bench reassess [--persons 100000]

Starts a PostgreSQL of its own in a temporary folder, fills it past the acts (its
guards are off, so this is no register) with persons, facts drawn by chance with a
fixed seed, hearings and determinations, and runs what `safeconduct law reassess` runs.
"""

import argparse
import json
import os
import resource
import sys
import tempfile
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID, uuid4

import numpy as np

from safeconduct import cluster

sys.path.insert(0, str(Path(__file__).parents[1]))

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
THEN = NOW - timedelta(days=5)
Row = tuple[object, ...]


def main(persons: int) -> None:
    """Make a register, and ask the law about everyone in it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        cluster.start(Path(folder), durable=False) as running,
    ):
        os.environ |= {
            "SAFECONDUCT_DATA": folder,
            "SAFECONDUCT_DATABASE_URL": running.url,
            "SAFECONDUCT_SECRET_KEY": "of a benchmark, which protects nothing",
            "SAFECONDUCT_MASTER_KEY": b64encode(bytes(32)).decode(),
            "SAFECONDUCT_LOG_ORIGIN": "benchmark.example/log",
            "DJANGO_SETTINGS_MODULE": "safeconduct.config.settings",
        }
        prepare()
        fill(persons)
        reassess(persons)
        close()


def prepare() -> None:
    """Make the tables."""
    import django  # noqa: PLC0415 - the settings had to be there
    from django.core.management import call_command  # noqa: PLC0415 - as above

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def close() -> None:
    """Give the connections back, so that the server can end."""
    from safeconduct.cli.environment import close_connections  # noqa: PLC0415

    close_connections()


def fill(persons: int) -> None:
    """Copy rows into the tables, past the acts and their guards."""
    from django.db import connection, transaction  # noqa: PLC0415 - Django is ready

    from tests import make  # noqa: PLC0415 - as above

    begun, first = perf_counter(), make.person()
    make.heard(first)
    made = make.determined(first, reviewed=False)
    entry, holder = first.entry_id, first.holder_id
    people = [UUID(int=number) for number in range(1, persons + 1)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(_FOREIGN, [list(TABLES)])
        for table, name in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        numbered = enumerate(people)
        rows: dict[str, Iterable[Row]] = {
            "register_person": (
                (person, f"B{n:08}", "held", holder, THEN, entry)
                for n, person in numbered
            ),
            "register_fact": _facts(people, entry),
            "hearing_hearing": _hearings(people, entry),
            "determination_determination": _determinations(people, made, entry),
        }
        for table, columns in TABLES.items():
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows[table]:
                    copy.write_row(row)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SELECT count(*) FROM register_fact")
        (facts,) = cursor.fetchone()
    print(
        f"{persons:,} persons, {facts:,} facts, a hearing and a determination each: "
        f"made in {perf_counter() - begun:.0f} s"
    )


_FOREIGN = """
SELECT conrelid::regclass::text, quote_ident(conname) FROM pg_constraint
WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s)
"""
_SAFEGUARDS = (
    *("private", "interpreter_independent", "understood", "informed"),
    *("counsel_offered", "recorded", "inducement", "coercion", "family_pressure"),
)
TABLES = {
    "register_person": "id, case_number, status, holder_id, opened, entry_id",
    "register_fact": "id, person_id, name, value, reason, at, valid_until, entry_id",
    "hearing_hearing": "id, person_id, held_at, language, wish, words, entry_id, "
    + ", ".join(_SAFEGUARDS),
    "determination_determination": "id, person_id, at, law_day, law_hash, engine, "
    "facts, facts_hash, answers, explanation, reasons, officer_id, entry_id",
}


def _determinations(people: list[UUID], made: Any, entry: UUID) -> Iterator[Row]:
    """Give everyone the determination of one, as large as any."""
    told = json.dumps(made.facts), made.facts_hash, json.dumps(made.answers), "{}", b""
    for person in people:
        asked = THEN, made.law_day, made.law_hash, made.engine
        yield (uuid4(), person, *asked, *told, made.officer_id, entry)


def _hearings(people: list[UUID], entry: UUID) -> Iterator[Row]:
    chance = np.random.default_rng(1)
    wishes = ("refuge:KR", "refuses", "stay", "return:KP", "undecided")
    for person in people:
        told = ["TFU"[n] for n in chance.choice(3, 9, p=(0.8, 0.1, 0.1))]
        wish = wishes[chance.integers(len(wishes))]
        yield (uuid4(), person, THEN, "ko", wish, b"", entry, *told)


def _facts(people: list[UUID], entry: UUID) -> Iterator[Row]:
    """Draw about 45 facts a person, and what is common to all."""
    from tests.law.records import VALUES  # noqa: PLC0415 - needs the path set above

    chance = np.random.default_rng(0)
    drawn = {
        name: [json.dumps(value) for value in (*values, "U")]
        for name, values in VALUES.items()
        if not name.startswith(("wish.", "hearing.", "claim.", "risk.", "conflict.act"))
        and name not in {"receiving.state", "exposure.k", "detaining.state"}
    }
    drawn |= {f"risk.{risk}[{d}]": ['"T"', '"F"', '"U"'] for risk, d in _RISKS}
    names = sorted(drawn)
    for person in people:
        for place in chance.permutation(len(names))[:FACTS_EACH]:
            name = names[place]
            value = drawn[name][chance.integers(len(drawn[name]))]
            yield (uuid4(), person, name, value, b"", THEN, None, entry)


FACTS_EACH = 45
_RISKS = [(risk, d) for risk in ("torture", "killing") for d in ("KP", "RU", "KR")]


def reassess(persons: int) -> None:
    """Ask the law about everyone, and print how long it took."""
    from safeconduct.determination.everyone import everyone  # noqa: PLC0415
    from safeconduct.determination.reassessment import (  # noqa: PLC0415
        Counts,
        reassess,
    )

    begun = perf_counter()
    known = sum(1 for _ in everyone(at=NOW))
    print(f"facts in force of {known:,} persons       {perf_counter() - begun:7.1f} s")
    counts, begun = Counts(), perf_counter()
    for _ in reassess(on=date(2026, 11, 1), at=NOW, counts=counts):
        pass
    taken, most = perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF)
    print(
        f"reassessed, second reading on      {taken:7.1f} s   "
        f"{taken / persons * 1e6:.0f} µs a person, at most {most.ru_maxrss >> 10} MB"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=100_000)
    main(parser.parse_args().persons)
