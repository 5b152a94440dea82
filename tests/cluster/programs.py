"""Which program runs a cluster of its own, and can be killed?"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SCRIPT = """
import sys
from pathlib import Path

from safeconduct import cluster

with cluster.start(Path(sys.argv[1])) as running:
    print(running.process.pid, running.url, flush=True)
    sys.stdin.read()
"""


class Program:
    """Another program, with its server."""

    def __init__(self, process: subprocess.Popen[str], data: Path) -> None:
        assert process.stdout is not None
        self.process = process
        self.data = data
        server, self.url = process.stdout.readline().split()
        self.server = int(server)

    def kill(self) -> None:
        """Kill the program as `kill -9` and the kernel's memory guard do."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@contextlib.contextmanager
def program(data: Path) -> Iterator[Program]:
    """Run a program with a cluster until the block ends."""
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, data],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Program(process, data)
        finally:
            assert process.stdin is not None
            process.stdin.close()


def runs(pid: int) -> bool:
    """Whether a process is there and not a corpse waiting for its parent."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except ProcessLookupError:
        return False  # it ended between the opening of the file and its reading
    except FileNotFoundError:
        if Path("/proc/self").exists():
            return False
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, 0)
            return True
        return False
    return state != "Z"


def eventually(question: Callable[[], bool]) -> bool:
    """Ask until the answer is yes; no after a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if question():
            return True
        time.sleep(0.02)
    return False
