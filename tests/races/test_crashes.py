"""Nothing that was acknowledged is ever lost, whatever is killed and when."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.postgres import SETTINGS

ROOT = Path(__file__).parents[2]
ROUNDS = 2  # of each kind


def _start(what: str, data: Path) -> "subprocess.Popen[str]":
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SAFECONDUCT_", "PYTEST_"))
    }
    return subprocess.Popen(
        [sys.executable, "-m", "tests.races.crashing", what, str(data)],
        cwd=ROOT,
        env={**inherited, **SETTINGS},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a killed program complains
        text=True,
    )


def _server(data: Path) -> int:
    """Find the process of PostgreSQL that serves the folder."""
    (pid_file,) = data.rglob("postmaster.pid")
    return int(pid_file.read_text().splitlines()[0])


def _kill_while_acting(data: Path, what: str, after: int) -> list[str]:
    """Let acts run, kill without warning, and return what was acknowledged."""
    acknowledged = []
    with _start("act", data) as program:
        assert program.stdout is not None
        for line in program.stdout:
            acknowledged.append(line.strip())
            if len(acknowledged) == after:
                pid = program.pid if what == "program" else _server(data)
                os.kill(pid, signal.SIGKILL)
                break
        # What it still wrote to the pipe was acknowledged as well.
        acknowledged += [line.strip() for line in program.stdout]
    assert len(acknowledged) >= after
    return acknowledged


@pytest.mark.slow
def test_killed_at_any_point(tmp_path: Path) -> None:
    """After kill -9 of the program or of PostgreSQL the next start has every act."""
    chance = random.Random(20260302)
    acknowledged: list[str] = []
    for what in ["program", "server"] * ROUNDS:
        after = chance.randrange(1, 20)
        acknowledged += _kill_while_acting(tmp_path, what, after)

    with _start("look", tmp_path) as survivor:
        stdout, _ = survivor.communicate(timeout=120)
    assert survivor.returncode == 0
    found = json.loads(stdout)
    assert set(acknowledged) <= set(found["cases"])
    assert found["differences"] == []
    assert found["findings"] == []
