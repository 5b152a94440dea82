"""Are the processes of a register kept alive, and stopped with it?"""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from safeconduct.cli import supervision
from safeconduct.cli.supervision import Child, Task
from tests.cluster.programs import eventually, runs

NOTE = "import os, sys; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n')"
SLEEP = "; import time; time.sleep(600)"


def started(note: Path) -> list[int]:
    return [int(line) for line in note.read_text().split()] if note.exists() else []


def test_a_process_that_dies_is_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a pause; and the last one ends with the supervisor."""
    monkeypatch.setattr(supervision, "FIRST_PAUSE", 0.0)
    note = tmp_path / "note"
    child = Child(Task("sleeper", ["-c", NOTE + SLEEP, str(note)]))

    assert eventually(lambda: child.tend() and len(started(note)) == 1)
    os.kill(started(note)[0], signal.SIGKILL)
    assert eventually(lambda: child.tend() and len(started(note)) == 2)
    child.stop()
    assert not runs(started(note)[1])


def test_a_process_that_never_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its attempts there is no hope, and that is said."""
    monkeypatch.setattr(supervision, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr(supervision, "LOOK", 0.01)
    task = Task("web server", ["-c", NOTE, str(tmp_path / "note")], attempts=3)

    wrong = supervision.supervise([task], sound=lambda: True)

    assert wrong == "The web server does not start."
    assert len(started(tmp_path / "note")) == 3


def test_the_database_ended(tmp_path: Path) -> None:
    """Everything stops, and that is said."""
    note = tmp_path / "note"
    task = Task("sleeper", ["-c", NOTE + SLEEP, str(note)])

    wrong = supervision.supervise([task], sound=lambda: not started(note))

    assert wrong == "The database has ended."
    assert not runs(started(note)[0])


def test_somebody_asks_to_stop(tmp_path: Path) -> None:
    """That is no failure."""
    note = tmp_path / "note"
    task = Task("sleeper", ["-c", NOTE + SLEEP, str(note)])

    def ask() -> None:
        eventually(lambda: bool(started(note)))
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=ask).start()

    assert supervision.supervise([task], sound=lambda: True) is None
    assert not runs(started(note)[0])


def test_a_child_does_not_get_what_is_none_of_its_business(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key that signs the log stays with the integrator."""
    monkeypatch.setenv("SAFECONDUCT_LOG_KEY", "secret")
    note = tmp_path / "note"
    script = (
        "import os, sys; "
        "open(sys.argv[1], 'w').write(str('SAFECONDUCT_LOG_KEY' in os.environ))"
    )
    child = Child(
        Task(
            "web", ["-c", script, str(note)], without=frozenset({"SAFECONDUCT_LOG_KEY"})
        )
    )

    child.tend()

    assert eventually(lambda: note.exists() and note.read_text() == "False")
    child.stop()


def test_the_supervisor_was_killed(tmp_path: Path) -> None:
    """Its children follow."""
    note = tmp_path / "note"
    script = (
        "import sys\n"
        "from safeconduct.cli.supervision import Task, supervise\n"
        "child = 'from safeconduct.cli import lifeline; lifeline.follow(); ' + "
        f"{NOTE + SLEEP!r}\n"
        "supervise([Task('x', ['-c', child, sys.argv[1]])], sound=lambda: True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(note)]) as supervisor:
        assert eventually(lambda: bool(started(note)))
        supervisor.kill()

    assert eventually(lambda: not runs(started(note)[0]))
