"""One record: what takes too long is told, and the sweep goes on."""

import time
from collections.abc import Iterator
from itertools import count

import pytest

from safeconduct.disclosure.sweep import looking
from safeconduct.disclosure.sweep.looking import Look, Row
from safeconduct.disclosure.sweep.records import Record
from safeconduct.text import Page

PAGE = b"<html><body><p>A long enough paragraph about the weather.</p></body></html>"
RECORD = Record(0, 0, "https://example.org/", "utf-8", PAGE)


class Open:
    """A sieve that lets everything through."""

    def passes(self, _text: str) -> bool:
        return True


def quick(_page: Page) -> Iterator[Row]:
    yield {"person": "p"}


def endless(_page: Page) -> Iterator[Row]:
    for _ in count():
        time.sleep(0.01)
    yield {}


def look(scan: looking.Scan) -> looking.Seen:
    return Look(Open(), scan).at(RECORD, "a.warc")  # type: ignore[arg-type]  # a sieve


def test_a_page_is_read_and_scanned() -> None:
    seen = look(quick)
    assert (seen.passed, seen.fault) == (True, "")
    (alert,) = seen.alerts
    assert (alert["person"], alert["archive"], alert["record"]) == ("p", "a.warc", 0)


def test_a_scan_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    look(quick)  # what is loaded once is not what takes long
    monkeypatch.setattr(looking, "SECONDS", 1)
    seen = look(endless)
    assert (seen.passed, seen.fault) == (True, "the page took too long to scan")
    assert seen.alerts == []
