"""Which role and which database does the program find in its cluster?"""

from pathlib import Path
from typing import LiteralString

import psycopg

from safeconduct.cluster import address
from safeconduct.cluster.errors import DiskFull, ServerFailed
from safeconduct.cluster.layout import Layout

# What to look for, and how to make it when it is missing.
MAKING: tuple[tuple[LiteralString, LiteralString], ...] = (
    (
        "SELECT FROM pg_roles WHERE rolname = 'safeconduct'",
        "CREATE ROLE safeconduct LOGIN CREATEDB",
    ),
    (
        "SELECT FROM pg_database WHERE datname = 'safeconduct'",
        "CREATE DATABASE safeconduct OWNER safeconduct",
    ),
)


def ensure(layout: Layout, sockets: Path) -> None:
    """Make role and database, unless an earlier start did.

    Raises:
        DiskFull: there is no room for them.
        ServerFailed: the server refuses.
    """
    try:
        with psycopg.connect(address.of_keeper(sockets), autocommit=True) as connection:
            for look, make in MAKING:
                if not connection.execute(look).fetchall():
                    connection.execute(make)
    except psycopg.errors.DiskFull as error:
        raise DiskFull(layout.data) from error
    except psycopg.Error as error:
        raise ServerFailed(str(error).strip(), layout.log) from error
