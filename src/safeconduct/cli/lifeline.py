"""How does a process that Safeconduct started end when Safeconduct was killed?

The parent holds one end of a pipe and never writes to it; the child waits at the other.
When the pipe closes, the parent is gone and the child ends as if it were asked to.
"""

import os
import signal
import threading

VARIABLE = "SAFECONDUCT_LIFELINE"


def follow() -> None:
    """End this process with its parent, if the parent gave it a lifeline."""
    number = os.environ.pop(VARIABLE, "")
    if number.isdecimal():
        threading.Thread(target=_wait, args=[int(number)], daemon=True).start()


def _wait(descriptor: int) -> None:
    try:
        os.read(descriptor, 1)
    except OSError:
        return
    os.kill(os.getpid(), signal.SIGTERM)
