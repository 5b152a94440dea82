"""The integrator's life, and the inside half of an audit: what needs the database."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path

from django.conf import settings
from django.db import OperationalError
from django.utils import timezone

from safeconduct.cli.refusal import Refused
from safeconduct.journal import check, integrator, publication
from safeconduct.journal.errors import JournalError


def run(*, every: float | None, once: bool) -> int:
    """Integrate and publish at fixed times, or once; return the published size.

    Args:
        every: Seconds between two steps; `None`: as the settings say. Steps fall on
            multiples of it since the epoch, so that the hour of a start is not told
            either.
        once: Take one step now, and end.

    Raises:
        Refused: Published files, witnesses and database are not the same log, or the
            folder cannot be written.
    """
    pause = every or settings.LOG_SECONDS
    with _in_words():
        # What was published is compared first: nothing is signed beside it.
        publication.check(settings.LOG_FOLDER)
        publication.bring_up_to_date(settings.LOG_FOLDER, at=timezone.now())
        while True:
            if not once:
                time.sleep(pause - time.time() % pause)
            at = timezone.now()
            integrator.integrate(at=at)
            size = publication.bring_up_to_date(settings.LOG_FOLDER, at=at)
            if once:
                return size


def publish(folder: Path | None) -> int:
    """Publish what the database holds; return the size.

    Raises:
        Refused: As for `run`.
    """
    where = folder or settings.LOG_FOLDER
    with _in_words():
        publication.check(where)
        return publication.bring_up_to_date(where, at=timezone.now())


def rebuild(folder: Path | None) -> int:
    """Make every published file anew; return the size.

    Raises:
        Refused: As for `run`.
    """
    with _in_words():
        return publication.rebuild(folder or settings.LOG_FOLDER)


@contextmanager
def _in_words() -> Iterator[None]:
    """Say what stops the log as a sentence."""
    try:
        yield
    except JournalError as error:
        raise Refused(str(error)) from error
    except OperationalError as error:
        raise Refused(
            _("The database does not answer. Nothing is lost: start it again.")
        ) from error
    except OSError as error:
        raise Refused(
            _("The log's folder cannot be written: %s. Set SAFECONDUCT_LOG_FOLDER.")
            % error.strerror
        ) from error


def differences() -> list[str]:
    """List every row that is not what the log committed to."""
    try:
        return [str(difference) for difference in check.differences()]
    except JournalError as error:
        raise Refused(str(error)) from error
