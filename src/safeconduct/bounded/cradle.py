"""What does the nursery do? Run as a process of its own by `Nursery`.

It has one thread, so that its forks are sound, and ends with whoever started it.
"""

import gc
import importlib
import json
import os
import signal
import socket
import sys
from functools import cache
from multiprocessing.connection import Connection

from safeconduct.bounded.child import Bounds, begin, do

ORDER = 512
"""Bytes of an order: JSON, filled up with spaces."""


def main() -> None:
    """Fork for each order that comes, until nobody can send any more."""
    orders = socket.socket(fileno=int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks
    while True:
        order, lines, _flags, _from = socket.recv_fds(
            orders, ORDER, 1, socket.MSG_WAITALL
        )
        if not order:
            return
        asked = json.loads(order)
        _load(asked.pop("module"))
        if os.fork() == 0:
            orders.close()
            _read(Connection(lines[0]), Bounds(**asked))
        os.close(lines[0])


@cache
def _load(module: str) -> None:
    """Load a module once, not in every fork; what it has to warm is warmed here."""
    loaded = importlib.import_module(module)
    getattr(loaded, "warm", lambda: None)()
    gc.freeze()


def _read(line: Connection, bounds: Bounds) -> None:
    """Read one document in the fork, which never comes back from here."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        begin(line, bounds)
        do(line.recv(), line, bounds)
    finally:
        os._exit(0)
