"""The integrator's life, and the inside half of an audit: what needs the database."""

import time
from gettext import gettext as _

from django.conf import settings
from django.db import OperationalError
from django.utils import timezone

from safeconduct.cli.refusal import Refused
from safeconduct.journal import check, integrator, publication
from safeconduct.journal.errors import JournalError


def run(*, every: float, once: bool) -> int:
    """Integrate and publish, again and again or once; return the published size.

    Raises:
        Refused: Published files and database are not the same log, or the folder
            cannot be written.
    """
    try:
        # What was published is compared first: nothing is signed beside it.
        publication.check(settings.LOG_FOLDER)
        while True:
            size = publication.bring_up_to_date(settings.LOG_FOLDER)
            taken = integrator.integrate(at=timezone.now())
            if taken:
                continue
            if once:
                return size
            time.sleep(every)
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
