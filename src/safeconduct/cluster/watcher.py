"""How does the server end when its program was killed?

A shell of one line waits at a pipe whose other end the program holds. A program that
stops its server itself writes a line first; when the pipe closes without one, the
program is gone and the shell asks the server to stop. This needs no signal handler in
the program, holds for SIGKILL, and does not depend on the thread that started the
server, as Linux's parent death signal does.
"""

import os
import subprocess

from safeconduct.cluster.account import Account

SCRIPT = 'read -r _ || kill -INT "$1"'


class Watcher:
    """The shell at the pipe."""

    def __init__(self, pid: int, account: Account) -> None:
        watched, self._held = os.pipe()
        try:
            self._shell = subprocess.Popen(  # noqa: S603  constant script
                ["/bin/sh", "-c", SCRIPT, "safeconduct-watcher", str(pid)],
                stdin=watched,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                # Out of reach of Ctrl-C, which the terminal sends to the whole group.
                start_new_session=True,
                **account.identity,
            )
        except BaseException:
            os.close(self._held)
            raise
        finally:
            os.close(watched)

    def dismiss(self) -> None:
        """End the watch; the server has ended already."""
        try:
            os.write(self._held, b"\n")
        except BrokenPipeError:
            pass
        finally:
            os.close(self._held)
        self._shell.wait()
