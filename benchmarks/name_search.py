"""How fast is a name found in a register of a million persons, while it is typed?

    ./run bench name_search [--persons 1000000] [--asked 400] [--times 1] [--gin]

Starts a PostgreSQL of its own in a temporary folder and fills its real tables past the
acts (their guards are off meanwhile) with the persons of `benchmarks/registers`: the
names that stand in their records, in three scripts, each sealed with its person's key.
One record of some persons is held back: that is what is typed, letter by letter,
whole, and with a letter missing; as the bureau, which sees all, and as a camp.

Timed are the queries on the index with reading what was typed (`look`), a search with
opening and weighing what it finds (`search`), and the answer of the page through every
middleware, without a network (`page`). `--times 10` then multiplies the keys: each copy
of the register has other syllables and letters. Such names can be looked up and not
opened, so `look` alone is timed there. `--gin` compares a GIN on arrays of keys.
"""

import argparse
import os
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import Any
from uuid import UUID

import numpy as np

from safeconduct import cluster

sys.path.insert(0, str(Path(__file__).parents[1]))

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
RECORDS = 1.3  # of a person
CAMPS = 40
SEED = 11
Asked = list[tuple[UUID, str]]


def main(persons: int, *, asked: int, times: int, gin: bool) -> None:
    """Make a register, and type names into it."""
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
            "SAFECONDUCT_ALLOWED_HOSTS": "testserver",
            "DJANGO_SETTINGS_MODULE": "safeconduct.config.settings",
        }
        prepare()
        held_back = fill(persons, asked)
        sizes()
        # Other names each time: what was read once is remembered.
        texts = [list(typed(held_back[part::5])) for part in range(5)]
        officers = offices()
        asked_for(texts[0])
        looked(texts[0], officers["bureau"])
        looked(texts[1], officers["a camp"])
        searched(texts[2], officers["bureau"])
        paged(texts[3], officers["bureau"])
        found(held_back, officers["bureau"])
        if gin:
            compare_gin(held_back)
        if times > 1:
            multiply(times)
            sizes()
            asked_for(texts[4])
            looked(texts[4], officers["bureau"])
        close()


def prepare() -> None:
    """Make the tables, and let rows in past the acts."""
    import django  # noqa: PLC0415 - the settings had to be there
    from django.core.management import call_command  # noqa: PLC0415 - as above

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def close() -> None:
    """Give the connections back, so that the server can end."""
    from safeconduct.cli.environment import close_connections  # noqa: PLC0415

    close_connections()


# A person, his key, his claims, the keys of his names

TABLES = {
    "register_person": "id, case_number, status, holder_id, opened, entry_id",
    "keyring_subjectkey": "subject, wrapped, created",
    "register_identityclaim": "id, person_id, kind, source, sealed, entry_id",
    "register_namekey": "claim_id, key, cost, holder_id",
}
_FOREIGN = """
SELECT conrelid::regclass::text, quote_ident(conname) FROM pg_constraint
WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s)
"""
_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes
WHERE tablename = 'register_namekey' AND indexname LIKE 'name_%'
"""


def fill(persons: int, asked: int) -> Asked:
    """Fill the tables piece by piece; return who is asked for, by which spelling."""
    from django.db import connection  # noqa: PLC0415 - Django is ready

    from tests import make  # noqa: PLC0415 - as above

    begun = perf_counter()
    entry = make.person().entry_id
    holders = [make.authority("camp", state=f"{n:02}").pk for n in range(CAMPS)]
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(_FOREIGN, [list(TABLES)])
        for table, name in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        cursor.execute(_INDEXES)
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
    close()
    size = min(100_000, max(persons // 2, 1))
    starts = range(0, persons, size)
    jobs = [(at, min(size, persons - at), asked, entry, holders) for at in starts]
    with get_context("fork").Pool(2) as pool:
        held_back = [one for found in pool.imap(_piece, jobs) for one in found]
    print(f"{persons:,} persons made in {perf_counter() - begun:.0f} s")
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for name, definition in indexes:
            begun = perf_counter()
            cursor.execute(definition)
            print(f"index {name} built in {perf_counter() - begun:.0f} s")
        cursor.execute("VACUUM ANALYZE")
    order = np.random.default_rng(SEED).permutation(len(held_back))
    return [held_back[at] for at in order[:asked]]


def _piece(job: tuple[int, int, int, UUID, Sequence[UUID]]) -> Asked:
    """Write some persons into the tables, in a process of its own."""
    import psycopg  # noqa: PLC0415 - not needed to read the options

    first, count, asked, entry, holders = job
    named, held_back = _names(first, count, asked)
    rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in TABLES}
    with psycopg.connect(os.environ["SAFECONDUCT_DATABASE_URL"]) as connection:
        chance = np.random.default_rng(first)
        for number, names in named.items():
            # A few camps hold most people, as camps do.
            holder = holders[int(len(holders) * chance.random() ** 2)]
            _add(rows, UUID(int=number + 1), names, holder, entry, chance)
            if len(rows["register_person"]) == 10_000:  # noqa: PLR2004
                _copy(connection, rows)
        _copy(connection, rows)
    return held_back


def _names(first: int, count: int, asked: int) -> tuple[dict[int, list[str]], Asked]:
    """Draw the names in the records of some persons, and hold a few back."""
    from benchmarks.registers import MIXES, Plan, register  # noqa: PLC0415 - slow

    plan = Plan(count, int(count * RECORDS), seed=SEED + first, mix=MIXES["mixed"])
    records, _ = register(plan)
    named: dict[int, list[str]] = {}
    for number, *names in records.select("person_id", "name", "other_name").iter_rows():
        named.setdefault(first + number, []).extend(name for name in names if name)
    several = (n for n, names in named.items() if len(set(names)) > 1)
    chosen = islice(several, asked)
    held_back = [(UUID(int=n + 1), named[n].pop()) for n in chosen]
    return {n: list(dict.fromkeys(names)) for n, names in named.items()}, held_back


def _add(
    rows: dict[str, list[tuple[object, ...]]],
    person: UUID,
    names: Sequence[str],
    holder: UUID,
    entry: UUID,
    chance: np.random.Generator,
) -> None:
    from django.conf import settings  # noqa: PLC0415 - Django is ready

    from safeconduct.keyring.keys import Key, seal  # noqa: PLC0415 - as above
    from safeconduct.register.vault import claims, name_keys  # noqa: PLC0415 - as above

    secret = chance.bytes(32)
    wrapped = seal(settings.MASTER_KEY, secret, place=f"keyring/{person}")
    number = f"B{person.int - 1:08}"
    rows["register_person"].append((person, number, "held", holder, NOW, entry))
    rows["keyring_subjectkey"].append((person, wrapped, NOW))
    key = Key(person, secret)
    for name in names:
        claim = claims.clean(claims.Claim("name", "stated", name))
        row = claims.seal(claim, person, key)
        rows["register_identityclaim"].append(
            (row.pk, person, "name", "stated", row.sealed, entry)
        )
        rows["register_namekey"] += [
            (row.pk, text, cost, holder) for text, cost in name_keys.of(name).items()
        ]


def _copy(connection: Any, rows: dict[str, list[tuple[object, ...]]]) -> None:
    for table, columns in TABLES.items():
        with connection.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows[table]:
                copy.write_row(row)
        rows[table].clear()
    connection.commit()


_SIZES = """
SELECT (SELECT count(*) FROM register_namekey),
    pg_table_size('register_namekey'), pg_relation_size('register_namekey_pkey'),
    pg_relation_size('name_everywhere'), pg_relation_size('name_at_holder')
"""


def sizes() -> None:
    """Say how large the table of keys and its indexes are."""
    from django.db import connection  # noqa: PLC0415 - Django is ready

    with connection.cursor() as cursor:
        cursor.execute(_SIZES)
        keys, *sizes = cursor.fetchone()
    table, primary, everywhere, at_holder = (size >> 20 for size in sizes)
    print(
        f"{keys:,} keys: table {table:,} MB; indexes: by key {everywhere:,} MB,"
        f" by holder and key {at_holder:,} MB, by claim {primary:,} MB"
    )


# What is typed, and by whom


def typed(held_back: Asked) -> Iterator[tuple[str, str]]:
    """Type each name: kind and text."""
    chance = np.random.default_rng(SEED)
    for _, name in held_back:
        for end in range(1, len(name)):
            yield "half typed", name[:end]
        yield "whole", name
        at = int(chance.integers(len(name)))
        yield "one letter missing", name[:at] + name[at + 1 :]
    for common in ("ㄱ", "김", "kim", "Ким", "a", "и", "iv", "ivanov"):
        yield from [("what many bear", common)] * 25


def offices() -> dict[str, Any]:
    """Enrol a clerk of the bureau, and one of a small camp."""
    from tests import make  # noqa: PLC0415 - Django is ready

    camp = make.authority("camp", state=f"{CAMPS - 1:02}")
    return {
        "bureau": make.officer("registrar"),
        "a camp": make.officer("registrar", of=camp),
    }


def looked(texts: Sequence[tuple[str, str]], officer: Any) -> None:
    """Time the queries alone, each text once."""
    from safeconduct.accounts import policy  # noqa: PLC0415 - Django is ready
    from safeconduct.register.vault import name_search  # noqa: PLC0415 - as above

    is_everywhere = policy.sees_everything(officer)
    holder = None if is_everywhere else officer.authority_id
    _time(
        "look, bureau" if is_everywhere else "look, a camp",
        texts,
        lambda text: name_search.look(text, holder=holder, most=80),
    )


def asked_for(texts: Sequence[tuple[str, str]]) -> None:
    """Time the database alone: what was typed has been read before."""
    from safeconduct.register.vault import name_query, name_search  # noqa: PLC0415

    read = {
        text: (name_query.whole(text), name_query.beginning(text)) for _, text in texts
    }

    def ask(text: str) -> None:
        for sought in read.get(text, ()):
            name_search.rows(sought, None, 80)

    _time("query, bureau", texts, ask)


def searched(texts: Sequence[tuple[str, str]], officer: Any) -> None:
    """Time a whole search."""
    from safeconduct.register import actions, search  # noqa: PLC0415 - Django is ready

    leave = actions.open_search(reason="To measure.", officer=officer, at=NOW).pk
    _time(
        "search, bureau",
        texts,
        lambda text: search.search(text, search=leave, officer=officer, at=NOW),
    )


def paged(texts: Sequence[tuple[str, str]], officer: Any) -> None:
    """Time the page's answer, as the script of the page asks for it."""
    from django.test import Client  # noqa: PLC0415 - Django is ready

    client = Client()
    client.force_login(officer)
    client.post("/search/", {"reason": "To measure."})

    def ask(text: str) -> None:
        answer = client.post("/search/", {"name": text, "part": "hits"})
        if answer.status_code != 200:  # noqa: PLR2004
            raise RuntimeError(answer.status_code)

    _time("page, bureau", texts, ask)


def _time(
    what: str, texts: Sequence[tuple[str, str]], ask: Callable[[str], object]
) -> None:
    """Ask with every text, and print the times of each kind and of all."""
    for text in ("백철수", "paek ch", "Шевченко Т"):
        ask(text)  # connections, plans, the tables of the names
    taken: dict[str, list[tuple[float, float]]] = {}
    for kind, text in texts:
        begun, used = perf_counter(), process_time()
        ask(text)
        spent = perf_counter() - begun, process_time() - used
        taken.setdefault(kind, []).append(spent)
        taken.setdefault("all", []).append(spent)
    for kind, times in taken.items():
        passed, ours = np.percentile(np.array(times) * 1000, (50, 95, 99), axis=0).T
        print(
            f"{what:14} {kind:19} {len(times):6,}   p50 {passed[0]:6.2f}"
            f"   p95 {passed[1]:6.2f}   p99 {passed[2]:6.2f} ms"
            f"   of it our own processor time: p50 {ours[0]:.2f}, p95 {ours[1]:.2f}"
        )


def found(held_back: Asked, officer: Any) -> None:
    """Say how often the person is among the twenty of the whole name."""
    from safeconduct.register import actions, search  # noqa: PLC0415 - Django is ready

    leave = actions.open_search(reason="To measure.", officer=officer, at=NOW).pk
    there = missed = crowded = 0
    for person, name in held_back:
        hits = search.search(name, search=leave, officer=officer, at=NOW)
        if person in {hit.person.pk for hit in hits.hits}:
            there += 1
        elif hits.has_more:
            crowded += 1
        else:
            missed += 1
    print(
        f"of {len(held_back)} persons asked for by another hand's spelling:"
        f" {there} among the twenty shown, {crowded} not among them but there are more,"
        f" {missed} not found"
    )


# The alternatives, and more of the same


def compare_gin(held_back: Asked) -> None:
    """Look whole names up in a GIN on arrays of keys, and in the B-tree."""
    from django.db import connection  # noqa: PLC0415 - Django is ready

    from safeconduct.register.vault import name_query, name_search  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bench_keys AS SELECT claim_id, array_agg(key) AS keys"
            " FROM register_namekey GROUP BY claim_id"
        )
        begun = perf_counter()
        cursor.execute("CREATE INDEX bench_gin ON bench_keys USING gin (keys)")
        built = perf_counter() - begun
        cursor.execute("VACUUM ANALYZE bench_keys")
        cursor.execute("SELECT pg_relation_size('bench_gin') >> 20")
        print(f"GIN on arrays of keys: {cursor.fetchone()[0]:,} MB, in {built:.0f} s")
        texts = [("whole", name) for _, name in held_back]

        def by_gin(text: str) -> None:
            keys = list(name_query.whole(text).keys)
            cursor.execute(
                "SELECT claim_id FROM bench_keys WHERE keys && %s::text[] LIMIT 80",
                [keys],
            )
            cursor.fetchall()

        def by_tree(text: str) -> None:
            name_search.rows(name_query.whole(text), None, 80)

        _time("GIN", texts, by_gin)
        _time("B-tree", texts, by_tree)
        cursor.execute("DROP TABLE bench_keys")


def multiply(times: int) -> None:
    """Copy the keys with other syllables and letters, until there are so many."""
    from django.db import connection, transaction  # noqa: PLC0415 - Django is ready

    begun = perf_counter()
    letters = "abcdefghijklmnopqrstuvwxyz"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_INDEXES)
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
        cursor.execute(
            "SELECT string_agg(DISTINCT s, '' ORDER BY s) FROM"
            " (SELECT unnest(string_to_array(substr(key, 2), NULL)) AS s"
            " FROM register_namekey WHERE key >= '가' LIMIT 2000000) AS them"
        )
        syllables = cursor.fetchone()[0]
        cursor.execute(
            "CREATE TEMPORARY TABLE original ON COMMIT DROP AS"
            " SELECT * FROM register_namekey"
        )
        for copy in range(1, times):
            at = copy * len(syllables) // times
            other = syllables[at:] + syllables[:at]
            by = 1 + copy % (len(letters) - 1)
            turned = letters[by:] + letters[:by]
            cursor.execute(_COPY, [copy, syllables, other, letters, turned])
        for _, definition in indexes:
            cursor.execute(definition)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE register_namekey")
    print(f"{times} times as many, in {perf_counter() - begun:.0f} s")


# The surname stays: surnames are few in any register. Of a general name every letter
# but the first is another.
_COPY = """
INSERT INTO register_namekey (claim_id, key, cost, holder_id)
SELECT md5(claim_id::text || %s)::uuid,
    left(key, 1) || CASE WHEN key >= '가' THEN translate(substr(key, 2), %s, %s)
        ELSE translate(substr(key, 2), %s, %s) END,
    cost, holder_id
FROM original
"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=400)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--gin", action="store_true")
    chosen = parser.parse_args()
    main(chosen.persons, asked=chosen.asked, times=chosen.times, gin=chosen.gin)
