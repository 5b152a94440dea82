"""A register in a folder whose server may be killed, and that can be put back.

It is founded once. A copy is kept, so that a new register is there in the time it takes
to copy it; `put_back` is also how a backup is restored.
"""

import os
import shutil
import signal
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

import psycopg

from safeconduct import cluster
from tests.postgres import SETTINGS

TRIES, PAUSE = 400, 0.05  # seconds


class House:
    """The data folder, the server in it, and the published log beside it.

    Args:
        base: An empty folder; its path must be short enough for a Unix socket.
    """

    def __init__(self, base: Path) -> None:
        self.data, self.published = base / "data", base / "published"
        self._copies = base / "copies"
        self._copies.mkdir()
        self._open = ExitStack()
        self._running: cluster.Running | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to find the register; the address never changes."""
        if self._running is None:
            raise RuntimeError("the server has not been started")
        return {
            **SETTINGS,
            "SAFECONDUCT_DATA": str(self.data),
            "SAFECONDUCT_LOG_FOLDER": str(self.published),
            "SAFECONDUCT_DATABASE_URL": self._running.url,
            "DJANGO_SETTINGS_MODULE": "safeconduct.config.settings",
        }

    def start(self) -> None:
        """Start the server, or the next one after it was killed: it recovers."""
        self.stop()
        before = self._running
        self._running = self._open.enter_context(cluster.start(self.data))
        if before is not None and before.url != self._running.url:
            raise RuntimeError(f"{self.data}: the path is too long for a socket")

    def stop(self) -> None:
        """Stop the server in good order, if it still runs."""
        self._open.close()

    def kill(self, how: signal.Signals) -> None:
        """End the server without warning: SIGKILL, or SIGQUIT (`-m immediate`)."""
        if self._running is not None:
            self._running.process.send_signal(how)
            self._running.process.wait(30)

    def wait_until_it_answers(self) -> None:
        """Wait while the server recovers by itself from the death of a process."""
        for _ in range(TRIES):
            try:
                psycopg.connect(self.environment["SAFECONDUCT_DATABASE_URL"]).close()
            except psycopg.OperationalError:
                time.sleep(PAUSE)
            else:
                return
        raise RuntimeError("the server does not answer")

    def has_ended(self) -> bool:
        """Whether the server is gone."""
        return self._running is None or self._running.has_ended()

    def keep(self, name: str) -> None:
        """Copy the data folder; the server must stand still."""
        _copy(self.data, self._copies / name)

    def put_back(self, name: str) -> None:
        """Replace the data folder by a copy; the published log stays as it is."""
        shutil.rmtree(self.data)
        _copy(self._copies / name, self.data)

    def begin_anew(self, name: str) -> None:
        """Begin a new register from a copy, with nothing published."""
        shutil.rmtree(self.published, ignore_errors=True)
        self.put_back(name)

    def set_environment(self) -> None:
        """Let this process and those it starts find the register."""
        os.environ.update(self.environment)


def _copy(source: Path, target: Path) -> None:
    # With owners and modes: PostgreSQL runs in an account of its own.
    subprocess.run(["cp", "-a", source, target], check=True)  # noqa: S607
