"""How many documents a second does a sweep look at, beside extracting everything?

    ./run bench sweep [--documents 50000] [--persons 100000] [--workers 2] [--spark]

Invented pages in four languages in WARC files (25 of 1,000 of the war, 5 of a protected
person), invented protected persons, one run: the register is built, the
archives are swept, a sample is extracted whole by trafilatura and by resiliparse, and
another sample is scanned without the sieve, to see whether the sieve loses anybody.
"""

import argparse
import json
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

import pyarrow.parquet as pq
import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from benchmarks.sweep.archives import write
from benchmarks.sweep.pages import Kinds
from benchmarks.sweep.people import invent
from safeconduct.disclosure import Register
from safeconduct.disclosure.sweep import MakeRegister, Plan, Through, sweep
from safeconduct.disclosure.sweep.looking import Look
from safeconduct.disclosure.sweep.names import NamesIn
from safeconduct.disclosure.sweep.records import Place, Record, records
from safeconduct.disclosure.sweep.register import Rows
from safeconduct.disclosure.sweep.sieve import Sieve, raw_text

TARGET = 500  # documents a second and core
MEMORY = 1.5  # GB, of the register
BUILD = 5.0  # seconds
THRESHOLD = 5


def main() -> None:
    """Read the options, make what is needed, measure, and say what was seen."""
    options = _options()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # it takes minutes
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        files, truth = write(
            folder, options.documents, options.archives, options.persons, options.seed,
            Kinds(war=options.war, told=options.told),
        )  # fmt: skip
        size = sum(file.stat().st_size for file in files)
        print(
            f"{options.documents:,} documents in {len(files)} WARC files,"
            f" {size / 1e6:,.0f} MB packed; {len(truth):,} give somebody away"
        )
        register = _build(options.persons, options.seed)
        _stages(files, register, options.sample)
        _whole(folder, files, truth, register, options)
        _sieve_loses(files, register, options.sample)
        if options.spark:
            _engines_agree(folder, files, register)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("./run bench sweep", description=__doc__)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--archives", type=int, default=8)
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--war", type=int, default=25, help="of 1,000 pages")
    parser.add_argument("--told", type=int, default=5, help="of 1,000 pages")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--sample", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--folder", type=Path, help="for the archives, 1 GB and more")
    parser.add_argument("--spark", action="store_true", help="compare the engines")
    return parser.parse_args()


def _build(count: int, seed: int) -> Register:
    persons = invent(count, seed)
    before, begun = _memory(), perf_counter()
    register = Register(persons)
    took, grown = perf_counter() - begun, _memory() - before
    print(
        f"register of {count:,}: {took:.1f} s (target {BUILD:.0f}), {grown:.2f} GB more"
        f" at its peak (target {MEMORY})"
    )
    return register


def _memory() -> float:
    """Give the most memory this process had, in GB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 30 if sys.platform == "darwin" else 1 << 20)


def _sample(files: list[Path], count: int) -> Iterator[Record]:
    each = -(-count // len(files))
    for file in files:
        yield from islice(records(file, Place()), each)


def _stages(files: list[Path], register: Register, count: int) -> None:
    """Time each stage on the same records, in seconds of the processor."""
    begun = process_time()
    sample = list(_sample(files, count))
    read = process_time() - begun
    mean = sum(len(record.data) for record in sample) / len(sample) / 1e3
    print(f"\none core, {len(sample):,} documents of {mean:.0f} KB")
    sieve = Sieve(NamesIn(register.names))
    texts = [raw_text(record.data, record.charset) for record in sample]
    stages: dict[str, Callable[[], object]] = {
        "decode": lambda: [raw_text(r.data, r.charset) for r in sample],
        "sieve": lambda: [sieve.passes(text) for text in texts],
        "resiliparse, everything": lambda: [
            extract_plain_text(text, main_content=True) for text in texts[:300]
        ],
        "trafilatura, everything": lambda: [
            trafilatura.extract(text, favor_precision=True) for text in texts[:100]
        ],
    }
    counts = {"resiliparse, everything": 300, "trafilatura, everything": 100}
    print(
        f"  {'read from WARC':24} {read / len(sample) * 1e3:7.3f} ms"
        f" {len(sample) / read:9,.0f}/s"
    )
    for name, stage in stages.items():
        begun = process_time()
        stage()
        each = (process_time() - begun) / min(counts.get(name, count), len(sample))
        print(f"  {name:24} {each * 1e3:7.3f} ms {1 / each:9,.0f}/s")


def _whole(
    folder: Path,
    files: list[Path],
    truth: dict[tuple[str, int], str],
    register: Register,
    options: argparse.Namespace,
) -> None:
    plan = Plan(tuple(files), folder / "local.parquet", "bench", THRESHOLD)
    before, begun = _worked(), perf_counter()
    tally = sweep(plan, Through(register, THRESHOLD), workers=options.workers)
    took = perf_counter() - begun
    rate = tally.pages / took / options.workers
    worked = _worked() - before
    alerts = pq.read_table(
        plan.out, columns=["archive", "record", "person"]
    ).to_pylist()
    found = {(row["archive"], row["record"], row["person"]) for row in alerts}
    told = {(*place, person) for place, person in truth.items()}
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 << 20)
    print(
        f"\nsweep, {options.workers} processes: {tally.pages:,} documents,"
        f" {took:.0f} s,"
        f" {rate:,.0f} a second and process, {tally.pages / worked:,.0f} a second of"
        f" the processor (target {TARGET}); {tally.passed:,} passed the sieve; largest"
        f" process {children:.2f} GB (shared pages counted)"
    )
    strange = {place[:2] for place in found} - truth.keys()
    print(
        f"  {len(found):,} alerts; of {len(told):,} who are told of,"
        f" {len(found & told):,} are found; in documents that tell of nobody:"
        f" {len(strange):,}"
    )
    if tally.faults:
        print(f"  {json.dumps(tally.faults)}")


def _worked() -> float:
    """Give the seconds of the processor that this and ended processes used."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(kind) for kind in kinds]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _sieve_loses(files: list[Path], register: Register, count: int) -> None:
    """Scan a sample with and without the sieve, and compare the alerts."""
    rows = Rows(register, THRESHOLD)
    looks = {
        "with": Look(Sieve(NamesIn(register.names)), rows),
        "without": Look(_Open(), rows),
    }
    sample = list(_sample(files, count))
    found = {}
    for name, look in looks.items():
        begun = perf_counter()
        found[name] = {
            (record.uri, row["person"])
            for record in sample
            for row in look.at(record, "").alerts
        }
        took = perf_counter() - begun
        print(
            f"  {name:8} the sieve: {len(sample) / took:8,.0f} documents a second,"
            f" {len(found[name])} alerts"
        )
    print(f"  lost by the sieve: {len(found['without'] - found['with'])}")


class _Open(Sieve):
    """Lets everything through."""

    def __init__(self) -> None:
        super().__init__(lambda _: True)

    def passes(self, text: str) -> bool:
        """Let it through."""
        return bool(text)


def _engines_agree(folder: Path, files: list[Path], register: Register) -> None:
    """Sweep all archives on Spark and compare the files byte by byte."""
    plan = Plan(tuple(files), folder / "spark.parquet", "bench", THRESHOLD)
    begun = perf_counter()
    make = MakeRegister(register.persons, THRESHOLD)
    tally = sweep(plan, make, engine="spark", master="local[2]")
    took = perf_counter() - begun
    same = plan.out.read_bytes() == (folder / "local.parquet").read_bytes()
    print(
        f"spark, local[2]: {tally.pages:,} documents in {took:.1f} s; the result is"
        f" {'the same, byte by byte' if same else 'ANOTHER'}"
    )


if __name__ == "__main__":
    main()
