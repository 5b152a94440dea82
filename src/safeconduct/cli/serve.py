"""``safeconduct serve``: how does a register run?

PostgreSQL, then the tables, then pages and integrator; stopped in the reverse order.
"""

import os
import signal
import socket
import sys
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import datafolder, environment, supervision
from safeconduct.cli.refusal import Refused
from safeconduct.cli.supervision import Task

BACKLOG = 2048  # connections that wait until a worker takes them
LOCAL = "127.0.0.1,localhost,[::1]"


@click.command(
    epilog=_("Example: safeconduct serve --data /srv/register --port 8000"),
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help=_("The address to serve on.")
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help=_("The port to serve on."),
)
@datafolder.option
def serve(host: str, port: int, data: Path | None) -> None:
    """Run the register: its database, its pages and the integrator of its log.

    Put a web server that speaks HTTPS before it and set SAFECONDUCT_HTTPS=1; Ctrl-C
    stops everything.
    """
    folder = datafolder.choose(data)

    def announce(address: str) -> None:
        click.echo(_("Safeconduct serves %s. Ctrl-C stops it.") % address)

    run(host, port, folder, announce=announce)


def run(host: str, port: int, data: Path, *, announce: Callable[[str], None]) -> None:
    """Serve until somebody asks to stop.

    Args:
        host: a name or address of this machine.
        port: between 1 and 65535.
        data: the data folder.
        announce: called with the address when pages can be asked for.

    Raises:
        Refused: the port is taken, a setting is missing, the database does not start.
    """
    # `kill` while the database starts ends as in good order.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with listening(host, port) as listener:
        environment.read_settings(data)
        if not is_any(host):
            os.environ.setdefault(
                "SAFECONDUCT_ALLOWED_HOSTS", f"{LOCAL},{_named(host)}"
            )
        with environment.ready(data) as ready:
            announce(f"http://{_named(host)}:{port}")
            environment.close_connections()
            wrong = supervision.supervise(
                [_integrator(), _pages(listener)],
                sound=lambda: ready.running is None or not ready.running.has_ended(),
            )
            click.echo(_("Stopping."), err=True)
    if wrong is not None:
        raise Refused(
            wrong
            + " "
            + _("Look at the lines above, run `safeconduct doctor`, and start again.")
        )


def listening(host: str, port: int) -> socket.socket:
    """Take the port.

    Raises:
        Refused: another program has it, or the address is not ours.
    """
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError as error:
        raise Refused(
            _("%s is no address of this machine. Choose another with --host.") % host
        ) from error
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise Refused(
            _(
                "Port %(port)d on %(host)s cannot be used (%(why)s). "
                "Choose another with --port."
            )
            % {"port": port, "host": host, "why": error.strerror}
        ) from error
    return listener


def is_any(host: str) -> bool:
    """Whether the host stands for every address of the machine."""
    return host in {"", "0.0.0.0", "::"}  # noqa: S104  a comparison


def _named(host: str) -> str:
    """Write the host as it stands in an address."""
    if is_any(host):
        return "localhost"
    return f"[{host}]" if ":" in host else host


def _pages(listener: socket.socket) -> Task:
    return Task(
        name=_("web server"),
        arguments=["-m", "safeconduct.cli.web_server", str(listener.fileno())],
        files=[listener.fileno()],
        # Only the integrator signs.
        without=frozenset({"SAFECONDUCT_LOG_KEY"}),
        attempts=3,
    )


def _integrator() -> Task:
    return Task(
        name=_("integrator of the log"),
        arguments=["-m", "safeconduct.cli.main", "ledger", "integrate"],
    )
