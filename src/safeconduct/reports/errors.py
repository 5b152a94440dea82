"""Why a report cannot be taken in.

ReportsError
├── Unreadable
├── AlreadyImported
├── NoSuchReport
└── NoSuchPassage
"""

from uuid import UUID

from django.utils.translation import gettext_noop


class ReportsError(Exception):
    """Base of every error of this app; faces catch this one."""


class Unreadable(ReportsError):
    """The file holds no text we can read; the message says why."""


class AlreadyImported(ReportsError):
    """The same bytes are here already; `publication` says where."""

    def __init__(self, publication: UUID) -> None:
        super().__init__(gettext_noop("This report has already been imported."))
        self.publication = publication


class NoSuchReport(ReportsError):
    """There is no such report, or the officer may not read it."""


class NoSuchPassage(ReportsError):
    """The span lies outside the text of the report."""
