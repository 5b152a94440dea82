"""Is this installation in order? One check for each thing that can be wrong.

A check yields findings; what it needs from the check before it is taken as given, so
the caller stops at the first stage that has a problem.
"""

import base64
import binascii
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from safeconduct import cluster
from safeconduct.cli import datafolder, environment

OLDEST = (3, 11)
KEYS = ("SAFECONDUCT_MASTER_KEY", "SAFECONDUCT_LOG_KEY")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is in order, and what to know or do."""

    name: str
    ok: bool
    says: str


def python() -> Iterator[Finding]:
    """Is this Python new enough?"""
    found = ".".join(map(str, sys.version_info[:3]))
    ok = sys.version_info[:2] >= OLDEST
    yield Finding("python", ok, found if ok else _("%s; install 3.11 or newer") % found)


def folder(data: Path) -> Iterator[Finding]:
    """Is the data folder there, ours, and closed to others?"""
    if not data.is_dir():
        says = _("%(data)s is missing; make it: safeconduct init --data %(data)s")
        yield Finding("folder", ok=False, says=says % {"data": data})
        return
    if not os.access(data, os.W_OK | os.X_OK):
        says = _("%s cannot be written; give it to the account that runs Safeconduct")
        yield Finding("folder", ok=False, says=says % data)
        return
    yield Finding("folder", ok=True, says=str(data))
    file = data / datafolder.FILE
    if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077:
        says = _("%(file)s can be read by others; close it: chmod 600 %(file)s")
        yield Finding("folder", ok=False, says=says % {"file": file})


def settings() -> Iterator[Finding]:
    """Are the keys well-formed? Their values are never shown."""
    for name in KEYS:
        value = os.environ.get(name, "")
        if not value and name == "SAFECONDUCT_LOG_KEY":
            says = _("%s is not set: this machine serves pages and signs no log")
            yield Finding("settings", ok=True, says=says % name)
        elif not _is_key(value):
            says = _("%s must be 32 bytes in base64; restore it from your copy")
            yield Finding("settings", ok=False, says=says % name)
        else:
            yield Finding("settings", ok=True, says=_("%s is well-formed") % name)


def _is_key(value: str) -> bool:
    try:
        return len(base64.b64decode(value, validate=True)) == datafolder.KEY_BYTES
    except (binascii.Error, ValueError):
        return False


def postgres(data: Path) -> Iterator[Finding]:
    """Does the cluster fit the PostgreSQL we bring?"""
    if os.environ.get(environment.URL):
        says = _("a server of your own, named in %s")
        yield Finding("postgres", ok=True, says=says % environment.URL)
        return
    try:
        brought = cluster.find_binaries().major
    except cluster.ClusterError as error:
        yield Finding("postgres", ok=False, says=str(error))
        return
    found = cluster.version(data)
    if found is None:
        says = _("there is no database yet; `safeconduct serve` makes it")
        yield Finding("postgres", ok=False, says=says)
    elif found != brought:
        wrong = cluster.OtherVersion(data / "postgres", found=found, brought=brought)
        yield Finding("postgres", ok=False, says=str(wrong))
    else:
        yield Finding("postgres", ok=True, says=_("PostgreSQL %s, our own") % found)


def tables() -> Iterator[Finding]:
    """Does the database answer, and are its tables those of this release?"""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        says = _("does not answer (%(kind)s); check the server and %(name)s")
        known = {"kind": type(error).__name__, "name": environment.URL}
        yield Finding("database", ok=False, says=says % known)
        return
    yield Finding("database", ok=True, says=_("answers"))
    if plan:
        says = _("%d migrations are missing; apply them: safeconduct manage migrate")
        yield Finding("tables", ok=False, says=says % len(plan))
    else:
        yield Finding("tables", ok=True, says=_("are those of this release"))


def log() -> Iterator[Finding]:
    """Do the published files and the database hold the same log?"""
    from django.conf import settings as configured

    from safeconduct.journal import publication
    from safeconduct.journal.errors import JournalError

    if not (configured.LOG_FOLDER / "checkpoint").exists():
        yield Finding("log", ok=True, says=_("nothing was published yet"))
        return
    try:
        publication.check(configured.LOG_FOLDER)
    except (JournalError, OSError) as error:
        says = _("%s Sign nothing until it is explained.") % error
        yield Finding("log", ok=False, says=says)
    else:
        yield Finding("log", ok=True, says=_("the published log is the database's"))
