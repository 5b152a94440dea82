"""What must stand before a command can work with the register?

The settings are read, PostgreSQL runs, Django is set up, the tables are there.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from safeconduct import cluster
from safeconduct.cli import datafolder
from safeconduct.cli.refusal import Refused

URL = "SAFECONDUCT_DATABASE_URL"
NEEDED = (
    "SAFECONDUCT_SECRET_KEY",
    "SAFECONDUCT_MASTER_KEY",
    "SAFECONDUCT_LOG_ORIGIN",
)


@dataclass(frozen=True, slots=True)
class Ready:
    """A process in which Django works.

    Args:
        data: the data folder.
        running: the server of this process; None if another one is used.
    """

    data: Path
    running: cluster.Running | None


@contextmanager
def ready(data: Path, *, join: bool = False, migrate: bool = True) -> Iterator[Ready]:
    """Prepare this process for Django while the block runs.

    Args:
        data: the data folder.
        join: use the server of a program that already runs in the folder.
        migrate: bring the tables up to date; never in a database that was joined.

    Raises:
        Refused: something is missing; the sentence says what to do.
    """
    read_settings(data)
    with ExitStack() as stack:
        running = None
        if not os.environ.get(URL):
            joined = cluster.running_url(data) if join else None
            if joined is None:
                running = stack.enter_context(_own_server(data))
            os.environ[URL] = joined or _url(running)
            migrate = migrate and joined is None
        set_up_django()
        stack.callback(close_connections)
        if migrate:
            bring_up_to_date()
        yield Ready(data, running)


def read_settings(data: Path) -> None:
    """Take over the settings of a data folder; the real environment wins.

    Raises:
        Refused: it has none.
    """
    os.environ["SAFECONDUCT_DATA"] = str(data)
    for name, value in datafolder.read(data).items():
        os.environ.setdefault(name, value)
    missing = [name for name in NEEDED if not os.environ.get(name)]
    if missing:
        raise Refused(
            _(
                "The data folder %(data)s has no keys yet (%(missing)s). "
                "Make them: safeconduct init --data %(data)s --origin NAME"
            )
            % {"data": data, "missing": ", ".join(missing)}
        )


@contextmanager
def _own_server(data: Path) -> Iterator[cluster.Running]:
    try:
        manager = cluster.start(data)
        running = manager.__enter__()
    except cluster.ClusterError as error:
        raise Refused(str(error)) from error
    with ExitStack() as stack:
        stack.push(manager)
        yield running


def _url(running: cluster.Running | None) -> str:
    return "" if running is None else running.url


def set_up_django() -> None:
    """Load the settings and the applications.

    Raises:
        Refused: a setting is wrong.
    """
    import django
    from django.core.exceptions import ImproperlyConfigured

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safeconduct.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Refused(str(error)) from error


def bring_up_to_date() -> None:
    """Make and alter the tables as this release needs them.

    Raises:
        Refused: the database does not answer.
    """
    from django.core.management import call_command
    from django.db import OperationalError
    from django.db.migrations.exceptions import (
        InconsistentMigrationHistory,
    )
    from django.utils import timezone

    from safeconduct.departure import law_in_force

    try:
        call_command("migrate", interactive=False, verbosity=0)
        law_in_force.install(on=timezone.now().date())
    except InconsistentMigrationHistory as error:
        raise Refused(
            _(
                "This database was made by a version that was never released, and "
                "cannot be brought up to date. Keep it, and begin a new data folder "
                "with --data."
            )
        ) from error
    except OperationalError as error:
        raise Refused(
            _(
                "The database does not answer, or refuses us. Check %s and that the "
                "server runs; `safeconduct doctor` tells more."
            )
            % URL
        ) from error


def close_connections() -> None:
    """Give connections back before PostgreSQL stops, and before a child is started."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        close_pool = getattr(connection, "close_pool", None)
        if close_pool is not None:
            close_pool()
