"""How are pages served? Run as a process of its own by ``safeconduct serve``.

The listening socket comes from the parent, so that no other program can take the port
between the check and the start, and no request is refused while workers start again.
"""

import logging
import sys
from typing import Any

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]
from gunicorn.util import import_app  # type: ignore[import-untyped]

from safeconduct import names
from safeconduct.cli import lifeline

# By name: faces do not import the configuration that stands above them.
APPLICATION = "safeconduct.config.wsgi:application"
WORKERS = 2
THREADS = 4  # in each worker


class Discreet(Logger):  # type: ignore[misc]
    """A log that names no address, for addresses carry what people search for."""

    def setup(self, _cfg: Any) -> None:
        """Let Django's settings decide where lines go and what errors may show."""
        self.error_log.propagate = True
        self.error_log.setLevel(logging.WARNING)

    def access(self, *_: Any, **__: Any) -> None:
        """Write nothing: the journal keeps who did what."""

    def exception(self, *_: Any, **__: Any) -> None:
        """Say that a request failed, without its address."""
        self.error_log.error("A request or a worker failed.", exc_info=True)

    def warning(self, msg: object, *args: Any, **kwargs: Any) -> None:
        """Write what concerns the server; a bad request is its sender's matter."""
        if not str(msg).startswith("Invalid request"):
            self.error_log.warning(msg, *args, **kwargs)


class Pages(BaseApplication):  # type: ignore[misc]
    """Gunicorn with our settings, from nowhere but here."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from Gunicorn's defaults."""
        for name, value in {
            "bind": f"fd://{self._descriptor}",
            "workers": WORKERS,
            "worker_class": "gthread",
            "threads": THREADS,
            "accesslog": None,
            "logger_class": Discreet,
            "control_socket_disable": True,
            "proc_name": "safeconduct-web",
            "graceful_timeout": 20,
            # A worker of more requests than this is renewed, at different moments.
            "max_requests": 20_000,
            "max_requests_jitter": 2_000,
        }.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Load the application, in the worker: connections do not survive a fork."""
        return import_app(APPLICATION)


def main() -> None:
    """Serve on the socket whose descriptor is the only argument."""
    lifeline.follow()
    # The models of names are read here, once for all workers, before the first search.
    names.edits("Lee Young-ho")
    names.weight("Zelensky", "Зеленский")
    Pages(int(sys.argv[1])).run()


if __name__ == "__main__":
    main()
