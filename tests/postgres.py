"""Which PostgreSQL and which settings do the tests run with?

A plugin that pytest loads by name (`-p tests.postgres`) before pytest-django reads the
settings. The first process starts a server of its own in a temporary folder; the
workers of pytest-xdist inherit its address. With SAFECONDUCT_DATABASE_URL set, the
tests use that server.
"""

import atexit
import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from safeconduct import cluster

# Fixed, so that a failure can be repeated. They protect nothing.
SETTINGS = {
    "SAFECONDUCT_SECRET_KEY": "for the tests only, known to everybody who reads this",
    "SAFECONDUCT_MASTER_KEY": "bWFzdGVyIGtleSBvZiB0aGUgdGVzdHMsIDMyIGJ5dGU=",
    "SAFECONDUCT_LOG_KEY": "bG9nIGtleSBzZWVkIG9mIHRoZSB0ZXN0cywgMzJieXQ=",
    "SAFECONDUCT_LOG_ORIGIN": "ledger.test.example/log1",
    "SAFECONDUCT_ALLOWED_HOSTS": "testserver,127.0.0.1,localhost",
}

_open = ExitStack()


def _prepare() -> None:
    for name, value in SETTINGS.items():
        os.environ[name] = value
    folder = Path(tempfile.mkdtemp(prefix="safeconduct-tests-"))
    _open.callback(shutil.rmtree, folder, ignore_errors=True)
    os.environ["SAFECONDUCT_DATA"] = str(folder)
    if not os.environ.get("SAFECONDUCT_DATABASE_URL"):
        running = _open.enter_context(cluster.start(folder, durable=False))
        os.environ["SAFECONDUCT_DATABASE_URL"] = running.url


def _finish(owner: int) -> None:
    if os.getpid() == owner:  # a fork of a test inherits the exit hook
        _open.close()


if "PYTEST_XDIST_WORKER" not in os.environ:  # a worker inherits all of it
    _prepare()
    atexit.register(_finish, os.getpid())
