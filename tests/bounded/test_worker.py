"""A process for what may not end well: forked by a command, or kept by the pages."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from safeconduct.bounded import Busy, Nursery, Stopped, Worker
from safeconduct.bounded.reader import Reader

# The nursery knows no tests: what it calls stands in the standard library.


@pytest.fixture(params=[Worker, Nursery])
def kind(request: pytest.FixtureRequest) -> type[Worker | Nursery]:
    """Either of the two."""
    found: type[Worker | Nursery] = request.param
    return found


@pytest.fixture
def reader(kind: type[Worker | Nursery]) -> Reader:
    """One that allows a second."""
    return kind(seconds=1)


def test_answer(reader: Reader) -> None:
    """What the function returns comes back, call after call."""
    assert [reader.call(os.path.basename, f"a/{word}") for word in "bc"] == ["b", "c"]


def test_each(reader: Reader, tmp_path: Path) -> None:
    """What it yields comes one by one, however slow who asked is, and then ends."""
    for name in "abc":
        (tmp_path / name).write_text(name)
    assert sorted(path for path in reader.each(os.listdir, tmp_path)) == ["a", "b", "c"]


def test_a_process_of_its_own_for_each(reader: Reader) -> None:
    """No document meets the process of another, or that of who asked."""
    found = {reader.call(os.getpid) for _ in range(3)}
    assert len(found) == 3
    assert os.getpid() not in found


def test_too_long(reader: Reader) -> None:
    """The kernel ends what never comes back; the next is read."""
    with pytest.raises(Stopped, match="more than 1 seconds"):
        reader.call(time.sleep, 60)
    assert reader.call(len, "next") == 4


def test_too_large(reader: Reader) -> None:
    """Growing ends in a sentence."""
    with pytest.raises(Stopped, match="more memory"):
        reader.call(bytearray, 1 << 31)


def test_large_and_allowed(kind: type[Worker | Nursery]) -> None:
    """Memory counts from what the process held when it began."""
    made = kind(memory=150 << 20).call(bytes, 60 << 20)
    assert len(made) == 60 << 20


def test_crash(reader: Reader) -> None:
    """A process that dies is a sentence too."""
    with pytest.raises(Stopped, match="crash"):
        reader.call(os._exit, 11)


def test_failure_without_the_words(reader: Reader) -> None:
    """An error's text may quote the document, so only its kind is told."""
    with pytest.raises(Stopped, match=r"failed \(ValueError\)") as stopped:
        reader.call(int, "a secret")
    assert "secret" not in str(stopped.value)


def test_writes_no_file(reader: Reader, tmp_path: Path) -> None:
    """What reads a document leaves nothing on the disk."""
    with pytest.raises(Stopped):
        reader.call(Path.write_text, tmp_path / "kept", "a secret")
    assert not (tmp_path / "kept").exists() or not (tmp_path / "kept").read_text()


def _endless(seconds: float) -> Iterator[int]:
    yield 1
    time.sleep(seconds)
    yield 2


def test_each_until_it_hangs() -> None:
    """What came before is sound; the rest is a sentence."""
    found = []
    with pytest.raises(Stopped, match=r"more than 0\.5 seconds"):
        for one in Worker(seconds=0.5).each(_endless, 60):
            found.append(one)  # noqa: PERF402  what came before counts
    assert found == [1]


def test_a_slow_listener_costs_no_time() -> None:
    """Time runs while an item is made, not while the one before is used."""
    items = Worker(seconds=1).each(range, 20_000)
    assert next(items) == 0
    time.sleep(1.2)
    assert sum(items) == sum(range(20_000))


def test_the_worker_inherits() -> None:
    """A fork has what cannot be sent, such as a register in memory."""
    lock = threading.Lock()  # cannot be pickled
    assert Worker().call(lambda: lock.acquire(blocking=False)) is True
    assert not lock.locked()


def test_the_nursery_knows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """No key, no address of the database, no connection: none was ever there."""
    monkeypatch.setenv("SAFECONDUCT_MASTER_KEY", "a secret")
    monkeypatch.setenv("PGPASSWORD", "a secret")
    nursery = Nursery()
    known = nursery.call(Path.read_bytes, Path("/proc/self/environ"))
    assert b"PATH=" in known
    assert b"SAFECONDUCT" not in known
    assert b"a secret" not in known
    opened = nursery.call(os.listdir, "/proc/self/fd")
    assert len(opened) <= 6  # input, outputs, its line, and the folder that is read


def test_the_nursery_is_started_again() -> None:
    """Somebody killed it: the next document does not notice."""
    nursery = Nursery()
    first = nursery.call(os.getppid)
    os.kill(first, signal.SIGKILL)
    assert nursery._process is not None
    nursery._process.wait()
    assert nursery.call(os.getppid) not in {first, os.getpid()}


def test_no_more_than_so_many_at_once() -> None:
    """Who comes while all are at work waits, and then is told so."""
    nursery = Nursery(seconds=0.2, at_once=1)
    waiting = nursery.each(range, 3)
    assert next(waiting) == 0
    with pytest.raises(Busy, match="Try again"):
        nursery.call(len, "")
    assert list(waiting) == [1, 2]
    assert nursery.call(len, "") == 0
