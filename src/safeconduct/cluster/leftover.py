"""What did a program that was killed leave running in a cluster?

Whoever asks holds the data folder's lock, so a server that still runs here has lost its
program. It is stopped, never joined: it may be half-way through its own end.
"""

import os
import signal
import subprocess
import time
from pathlib import Path

from safeconduct.cluster.errors import ServerFailed
from safeconduct.cluster.layout import Layout

PATIENCE = 20.0  # seconds for each way of asking it to stop


def clear(layout: Layout) -> None:
    """Stop a server that lost its program, and forget one that is gone.

    Raises:
        ServerFailed: it does not stop.
    """
    pid_file = layout.cluster / "postmaster.pid"
    pid = _pid(pid_file)
    if pid is None:
        return
    # Fast shutdown, then immediate, from which PostgreSQL recovers at the next start.
    for ask in (signal.SIGINT, signal.SIGQUIT):
        if not _runs_here(pid, layout.cluster):
            break
        _ask(pid, ask)
        _wait(pid, layout.cluster)
    if _runs_here(pid, layout.cluster):
        reason = f"a former server (process id {pid}) does not stop"
        raise ServerFailed(reason, layout.log)
    # After a crash of the machine another process may have this id by now, and
    # PostgreSQL would take it for a living server.
    pid_file.unlink(missing_ok=True)


def _pid(pid_file: Path) -> int | None:
    try:
        return int(pid_file.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def _ask(pid: int, ask: signal.Signals) -> None:
    try:
        os.kill(pid, ask)
    except ProcessLookupError:
        return


def _wait(pid: int, cluster: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and _runs_here(pid, cluster):
        time.sleep(0.05)


def _runs_here(pid: int, cluster: Path) -> bool:
    """Whether the process is a PostgreSQL server of this very cluster."""
    process = Path("/proc") / str(pid)
    if Path("/proc/self").exists():
        try:
            command = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            return False
    else:
        shown = subprocess.run(  # noqa: S603  a number
            ["/bin/ps", "-p", str(pid), "-o", "args="],
            check=False,
            capture_output=True,
        )
        command = shown.stdout.strip().split(b" ")
    return command[0].endswith(b"postgres") and os.fsencode(cluster) in b" ".join(
        command
    )
