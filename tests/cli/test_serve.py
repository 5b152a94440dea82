"""Does a register start, answer, stop, and say why it cannot?"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from safeconduct import cluster
from safeconduct.cli import datafolder, main
from tests.cluster.programs import eventually, runs


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


@contextlib.contextmanager
def register(data: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Serve a fresh register in a process of its own."""
    if not (data / datafolder.FILE).exists():
        datafolder.write(data, datafolder.fresh("a.example/log"))
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("SAFECONDUCT_")
    }
    command = [
        *(sys.executable, "-m", "safeconduct.cli.main", "serve"),
        *("--data", str(data), "--port", str(port)),
    ]
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def answers(port: int) -> bool:
    try:
        address = f"http://127.0.0.1:{port}/healthz?name=Ri+Chol-su"
        with urllib.request.urlopen(address, timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def below(pid: int) -> set[int]:
    """Name all processes that a process started, and that those started."""
    found = set()
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, children.read_text().split()):
            found |= {child} | below(child)
    return found


def test_it_is_asked_to_stop(tmp_path: Path) -> None:
    """Everything ends in good order, and no address came into a log."""
    port = free_port()
    with register(tmp_path, port) as process:
        assert eventually(lambda: answers(port))
        started = below(process.pid)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=120)

    assert process.returncode == 0, said
    assert not any(runs(pid) for pid in started)
    assert "database system is shut down" in (tmp_path / "postgres.log").read_text()
    assert "Ri" not in said
    assert "Traceback" not in said


def test_it_is_killed(tmp_path: Path) -> None:
    """Nothing survives it, and it starts again."""
    port = free_port()
    with register(tmp_path, port) as process:
        assert eventually(lambda: answers(port))
        started = below(process.pid)
        process.kill()
        process.communicate()

    assert eventually(lambda: not any(runs(pid) for pid in started))
    with cluster.start(tmp_path) as running:
        assert not running.has_ended()


def test_the_port_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence says so before anything is started."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

        code = main.run(["serve", "--data", str(tmp_path), "--port", port])

    assert code == 2
    assert "Choose another with --port" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_host_is_somewhere_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It cannot be served from here."""
    host = ["--host", "192.0.2.1"]  # RFC 5737: nobody's

    assert main.run(["serve", "--data", str(tmp_path), *host]) == 2
    assert "192.0.2.1" in capsys.readouterr().err


def test_a_demonstration_in_a_real_register(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Invented people never get among real ones."""
    datafolder.write(tmp_path, datafolder.fresh("a.example/log"))

    assert main.run(["demo", "--data", str(tmp_path)]) == 2
    assert "no demonstration" in capsys.readouterr().err
