"""Who holds the key that signs the log, while a register runs."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from safeconduct.cli import datafolder
from tests.cluster.programs import eventually

KEY = "SAFECONDUCT_LOG_KEY"


def _started_by(parent: int) -> dict[int, str]:
    """List all processes below one, with their command lines."""
    told = subprocess.run(
        ["/bin/ps", "-ww", "-eo", "pid=,ppid=,args="],
        check=True,
        capture_output=True,
        text=True,
    )
    rows = [line.split(None, 2) for line in told.stdout.splitlines()]
    below, found = {parent}, {}
    for _ in range(4):  # the register, its children, their workers
        for pid, above, command in (row for row in rows if len(row) == 3):
            if int(above) in below:
                below.add(int(pid))
                found[int(pid)] = command
    return found


def _holds_the_key(pid: int) -> bool:
    return f"\0{KEY}=" in f"\0{Path(f'/proc/{pid}/environ').read_text()}"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs Linux")
def test_the_web_server_cannot_sign(tmp_path: Path) -> None:
    """Neither the web server nor its workers were given the key; the integrator was."""
    datafolder.write(tmp_path, datafolder.fresh("a.example/log"))
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("SAFECONDUCT")}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
    command = [sys.executable, "-m", "safeconduct.cli.main", "serve", "--port", port]
    with subprocess.Popen(
        [*command, "--data", str(tmp_path)],
        env=inherited,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as register:

        def running(what: str) -> list[int]:
            below = _started_by(register.pid)
            return [pid for pid, command in below.items() if what in command]

        try:
            assert eventually(lambda: len(running("cli.web_server")) > 2)
            assert eventually(lambda: running("ledger integrate") != [])
            web, integrators = running("cli.web_server"), running("ledger integrate")
            assert not any(_holds_the_key(pid) for pid in web)
            assert all(_holds_the_key(pid) for pid in integrators)
        finally:
            register.send_signal(signal.SIGTERM)
            register.wait(60)
