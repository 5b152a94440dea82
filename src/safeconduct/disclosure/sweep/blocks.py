"""How is an archive cut, so that a sweep can be ended at any moment and go on?

An archive is a row of blocks of a thousand pages. A block is finished when its file is
there: it is written beside its place, flushed, and renamed, so that after a fall it is
whole or absent. The files of finished blocks are the whole state of a sweep.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from safeconduct.disclosure.sweep.looking import Look, Row
from safeconduct.disclosure.sweep.records import DAMAGED, Place, Record, records

SIZE: Final = 1_000
"""Pages of a block."""
SPAN: Final = pa.struct(
    [
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("kind", pa.string()),
        ("field", pa.string()),
    ]
)
PLACE: Final = (
    ("archive", pa.string()),
    ("record", pa.int64()),
    ("offset", pa.int64()),
    ("sha256", pa.string()),
)
ALERTS: Final = pa.schema(
    [
        *PLACE,
        ("uri", pa.string()),
        ("language", pa.string()),
        ("person", pa.string()),
        ("k", pa.int32()),
        ("spans", pa.list_(SPAN)),
        ("k_without", pa.string()),  # JSON: field to k
    ]
)
PRINTS: Final = pa.schema([*PLACE, ("prints", pa.list_(pa.uint64()))])
ABOUT: Final = b"block"


@dataclass(slots=True)
class Block:
    """A row of pages of one archive, looked at.

    Attributes:
        archive: Counts the archives of the sweep.
        number: Counts the blocks of the archive.
        after: Where the next block begins.
        last: Whether the archive ends in this block.
        counts: pages, passed, alerts, and faults by their words.
    """

    archive: int
    number: int
    after: Place = field(default_factory=Place)
    last: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    alerts: list[Row] = field(default_factory=list)
    prints: list[Row] = field(default_factory=list)

    def add(self, record: Record, look: Look, name: str) -> None:
        """Look at one more page."""
        seen = look.at(record, name)
        self.counts["pages"] += record.fault != DAMAGED
        self.counts["passed"] += seen.passed
        self.counts["alerts"] += len(seen.alerts)
        self.faults[seen.fault] += bool(seen.fault)
        self.alerts += seen.alerts
        self.prints += seen.prints


@dataclass(frozen=True, slots=True)
class Lane:
    """Every n-th block of an archive; one process walks down one lane.

    With fewer archives than processes several lanes share an archive: each reads all
    of its records, which is cheap, and looks at its own.
    """

    archive: int
    file: Path
    number: int = 0
    of: int = 1


@dataclass(frozen=True, slots=True)
class Done:
    """Which blocks of an archive are finished, and where each ended."""

    after: dict[int, Place] = field(default_factory=dict)
    last: int | None = None

    def start(self, lane: Lane) -> tuple[int, Place] | None:
        """Find the block from which a lane must be read, and where it begins."""
        block = lane.number
        while block in self.after:
            block += lane.of
        if self.last is not None and block > self.last:
            return None
        before = [number for number in self.after if number < block]
        if not before:
            return 0, Place()
        nearest = max(before)
        return nearest + 1, self.after[nearest]


def walk(lane: Lane, done: Done, look: Look) -> Iterator[Block]:
    """Look at the blocks of a lane that are not finished, one after the other."""
    begin = done.start(lane)
    if begin is None:
        return
    number, place = begin
    block, last = Block(lane.archive, number), place
    wanted = partial(_is_mine, lane, done)
    for record in records(lane.file, place, lambda page: wanted(page // SIZE)):
        if record.number // SIZE != block.number:
            block.after = Place(record.number, record.offset)
            if wanted(block.number):
                yield block
            block = Block(lane.archive, record.number // SIZE)
        if wanted(block.number):
            block.add(record, look, lane.file.name)
        last = Place(record.number + 1, record.offset)
    block.after, block.last = last, True
    if wanted(block.number):
        yield block


def _is_mine(lane: Lane, done: Done, block: int) -> bool:
    return block % lane.of == lane.number and block not in done.after


def write_block(block: Block, folder: Path) -> None:
    """Write a finished block: the prints first, and then what says it is finished."""
    about = {
        "after": asdict(block.after),
        "last": block.last,
        "counts": +block.counts,
        "faults": +block.faults,
    }
    _write(block.prints, PRINTS, _file(folder, block, "prints"), about)
    _write(block.alerts, ALERTS, _file(folder, block, "alerts"), about)


def _write(rows: list[Row], schema: pa.Schema, file: Path, about: Row) -> None:
    noted = schema.with_metadata({ABOUT: json.dumps(about).encode()})
    table = pa.Table.from_pylist(rows, schema=noted)
    replace_file(file, lambda beside: pq.write_table(table, beside))


def _file(folder: Path, block: Block, kind: str) -> Path:
    return folder / f"{block.archive:06}-{block.number:08}.{kind}.parquet"


def replace_file(file: Path, write: Callable[[Path], None]) -> None:
    """Write a file beside its place, flush it, and put it there in one step."""
    beside = file.with_name(f"{file.name}.{os.getpid()}.partial")
    write(beside)
    with beside.open("rb+") as stream:
        os.fsync(stream.fileno())
    beside.replace(file)


def finished(folder: Path) -> dict[int, Done]:
    """Read which blocks are finished, archive by archive."""
    found: dict[int, Done] = {}
    for archive, number, about in abouts(folder):
        done = found.setdefault(archive, Done())
        done.after[number] = Place(**about["after"])
        if about["last"]:
            found[archive] = Done(done.after, number)
    return found


def abouts(
    folder: Path, known: Container[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, Row]]:
    """Yield archive, number and account of every finished block but those known."""
    for file in parts(folder, "alerts"):
        archive, number = (int(part) for part in file.name.split(".")[0].split("-"))
        if (archive, number) not in known:
            metadata = pq.read_schema(file).metadata
            yield archive, number, json.loads(metadata[ABOUT])


def parts(folder: Path, kind: str) -> Iterable[Path]:
    """List the files of finished blocks in the order of the archives."""
    return sorted(folder.glob(f"*.{kind}.parquet"))
