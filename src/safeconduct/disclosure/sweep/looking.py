"""What is done with one record: passed over, or extracted and scanned?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from safeconduct.disclosure.sweep.records import Record
from safeconduct.disclosure.sweep.sieve import Sieve, raw_text
from safeconduct.disclosure.sweep.timing import TookTooLong, within
from safeconduct.text import InputRefused, Page, read
from safeconduct.text.lineage.winnowing import fingerprints
from safeconduct.text.lineage.words import words_of

SECONDS: Final = 60
"""To read a page, and again to scan it; an ordinary one takes a fiftieth of one."""

Row = dict[str, Any]
Scan = Callable[[Page], Iterable[Row]]
"""Gives a row for each person that a page gives away."""


@dataclass(slots=True)
class Seen:
    """What one record gave.

    Attributes:
        passed: It went through the sieve.
        fault: Why it could not be read, in a few words of ours; nothing of its own.
    """

    passed: bool = False
    alerts: list[Row] = field(default_factory=list)
    prints: list[Row] = field(default_factory=list)
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """The sieve and the scan, as a process holds them."""

    sieve: Sieve
    scan: Scan

    def at(self, record: Record, archive: str) -> Seen:
        """Look at one record; nothing that is wrong with it ends the sweep."""
        if record.fault:
            return Seen(fault=record.fault)
        try:
            if not self.sieve.passes(raw_text(record.data, record.charset)):
                return Seen()
            with within(SECONDS):
                page = read(record.data, name=record.uri, limit=len(record.data))
        except TookTooLong:
            return Seen(fault="the page took too long to read")
        except InputRefused as error:
            return Seen(fault=f"the page was not read ({type(error).__name__})")
        except (ValueError, RecursionError, MemoryError, AttributeError) as error:
            # lxml and trafilatura fail on hostile pages in ways of their own.
            return Seen(fault=f"the page was not read ({type(error).__name__})")
        return self._scanned(page, record, archive)

    def _scanned(self, page: Page, record: Record, archive: str) -> Seen:
        try:
            with within(SECONDS):
                return self._of(page, record, archive)
        except TookTooLong:
            return Seen(passed=True, fault="the page took too long to scan")

    def _of(self, page: Page, record: Record, archive: str) -> Seen:
        place: Row = {
            "archive": archive,
            "record": record.number,
            "offset": record.offset,
            "sha256": hashlib.sha256(record.data).hexdigest(),
        }
        address: Row = {"uri": record.uri, "language": page.language}
        return Seen(
            passed=True,
            alerts=[place | address | found for found in self.scan(page)],
            prints=[place | {"prints": sorted(fingerprints(words_of(page)))}],
        )
