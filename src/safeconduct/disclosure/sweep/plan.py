"""Which sweep is this, and how far has it come?

Beside OUT lies a folder with the finished blocks and `plan.json`: which archives, how
large, which register (its hash alone), which threshold. Run again, the same sweep goes
on; another one is refused. When all blocks are there they become OUT and the table of
fingerprints beside it, and the folder goes.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq

from safeconduct.disclosure.sweep import blocks
from safeconduct.disclosure.sweep.blocks import ALERTS, PRINTS, Done, Lane, replace_file
from safeconduct.disclosure.sweep.errors import AlreadyDone, AnotherPlan, NotAnArchive

VERSION: Final = 1
PLAN: Final = "plan.json"


@dataclass(frozen=True, slots=True)
class Tally:
    """What a sweep has come to so far.

    Attributes:
        bytes: Of the archives, how many lie before the finished blocks' ends.
    """

    pages: int
    passed: int
    alerts: int
    faults: dict[str, int]
    bytes: int = 0


class Account:
    """Adds up the finished blocks of a folder, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: set[tuple[int, int]] = set()
        self._counts: Counter[str] = Counter()
        self._faults: Counter[str] = Counter()
        self._ends: Counter[int] = Counter()

    def read(self) -> Tally:
        """Read what was finished since, and give the sum."""
        for archive, number, about in blocks.abouts(self._folder, self._read):
            self._read.add((archive, number))
            self._counts.update(about["counts"])
            self._faults.update(about["faults"])
            self._ends[archive] = max(self._ends[archive], about["after"]["offset"])
        return Tally(
            self._counts["pages"],
            self._counts["passed"],
            self._counts["alerts"],
            dict(sorted(self._faults.items())),
            self._ends.total(),
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """A sweep: archives, register and threshold, and where its result goes."""

    archives: tuple[Path, ...]
    out: Path
    register: str
    threshold: int

    @property
    def folder(self) -> Path:
        """Where finished blocks are kept until all are there."""
        return self.out.with_name(self.out.name + ".unfinished")

    @property
    def prints(self) -> Path:
        """The table of fingerprints beside OUT."""
        return self.out.with_suffix(f".fingerprints{self.out.suffix}")

    @property
    def size(self) -> int:
        """Bytes of all archives."""
        return sum(file.stat().st_size for file in self.archives)

    def begin(self, *, afresh: bool = False) -> None:
        """Make or find the folder of this sweep.

        Raises:
            AlreadyDone: OUT is there.
            AnotherPlan: The folder belongs to another sweep.
            NotAnArchive: A file is missing or empty.
        """
        self._check()
        if afresh:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.out.unlink(missing_ok=True)
        elif self.out.exists() and not self.folder.exists():
            # With its folder there it was killed while it joined: that is repeated.
            raise AlreadyDone
        self.folder.mkdir(parents=True, exist_ok=True)
        for left in self.folder.glob("*.partial"):
            left.unlink()
        file, wanted = self.folder / PLAN, self._as_json()
        if file.exists():
            _compare(json.loads(file.read_text()), wanted)
        else:
            replace_file(file, lambda beside: _put(beside, json.dumps(wanted)))

    def lanes(self, workers: int) -> list[Lane]:
        """Cut the work so that every process has some."""
        of = max(1, -(-workers // len(self.archives)))
        return [
            Lane(archive, file, number, of)
            for archive, file in enumerate(self.archives)
            for number in range(of)
        ]

    def done(self) -> dict[int, Done]:
        """Read which blocks are finished."""
        return blocks.finished(self.folder)

    def finish(self) -> Tally:
        """Join the blocks into OUT and the fingerprints, and take the folder away."""
        tally = Account(self.folder).read()
        for kind, schema, file in (
            ("prints", PRINTS, self.prints),
            ("alerts", ALERTS, self.out),
        ):
            replace_file(file, partial(self._join, kind, schema))
        shutil.rmtree(self.folder)
        return tally

    def _join(self, kind: str, schema: Any, beside: Path) -> None:
        with pq.ParquetWriter(beside, schema, compression="zstd") as writer:
            for part in blocks.parts(self.folder, kind):
                table = pq.read_table(part)
                if table.num_rows:
                    writer.write_table(table.replace_schema_metadata())

    def _check(self) -> None:
        for file in self.archives:
            try:
                empty = file.stat().st_size == 0
            except OSError as error:
                raise NotAnArchive(
                    f"{file.name}: The file cannot be opened ({error.strerror})."
                ) from error
            if empty or not _looks_like_warc(file):
                raise NotAnArchive(
                    f"{file.name}: This is no WARC file; give .warc, .warc.gz or"
                    " .warc.zst as a crawler writes them."
                )

    def _as_json(self) -> dict[str, Any]:
        return {
            "version": VERSION,
            "archives": [[file.name, file.stat().st_size] for file in self.archives],
            "register": self.register,
            "threshold": self.threshold,
            "block": blocks.SIZE,
        }


def _looks_like_warc(file: Path) -> bool:
    with file.open("rb") as stream:
        head = stream.read(5)
    return head == b"WARC/" or head.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd"))


def _put(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def _compare(there: dict[str, Any], wanted: dict[str, Any]) -> None:
    names: Sequence[tuple[str, str]] = (
        ("archives", "other archives"),
        ("register", "another register"),
        ("threshold", "another threshold"),
    )
    for key, what in names:
        if there.get(key) != wanted[key]:
            raise AnotherPlan(what)
    if there != wanted:
        raise AnotherPlan("another version of Safeconduct")
