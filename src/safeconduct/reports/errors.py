"""Why a report cannot be taken in, or a decision on it cannot be made.

ReportsError
├── Unreadable
├── AlreadyImported
├── NoSuchReport
├── NoSuchPassage
├── NotAccepted
├── NoSuchItem
├── DecidedMeanwhile
├── NotTheSecond
└── BadCorrection
"""

from uuid import UUID

from django.utils.translation import gettext_noop

from safeconduct.text.reason import Reason


class ReportsError(Exception):
    """Base of every error of this app; faces catch this one."""


class Unreadable(ReportsError):
    """The file holds no text we can read; `reason` says why, in parts."""

    def __init__(self, why: Reason) -> None:
        super().__init__(str(why))
        self.reason = why


class AlreadyImported(ReportsError):
    """The same bytes are here already; `publication` says where."""

    def __init__(self, publication: UUID) -> None:
        super().__init__(gettext_noop("This report has already been imported."))
        self.publication = publication


class NoSuchReport(ReportsError):
    """There is no such report, or the officer may not read it."""


class NoSuchPassage(ReportsError):
    """The span lies outside the text of the report."""


class NotAccepted(ReportsError):
    """A finding was to rest on a passage that two analysts have not accepted."""

    def __init__(self) -> None:
        super().__init__(
            gettext_noop(
                "Two analysts have to accept a passage before a finding rests on it."
                " Ask them, or leave the passage out."
            )
        )


class NoSuchItem(ReportsError):
    """There is no such item, or the officer may not read it."""

    def __init__(self) -> None:
        super().__init__(gettext_noop("There is no such item, or it is not yours."))


class DecidedMeanwhile(ReportsError):
    """Somebody decided the item after the officer had looked at it."""

    def __init__(self) -> None:
        super().__init__(
            gettext_noop("Somebody has decided this meanwhile. Look at it again.")
        )


class NotTheSecond(ReportsError):
    """The officer agrees with himself, or with what two have agreed on already."""

    def __init__(self) -> None:
        super().__init__(
            gettext_noop("This decision stands. Only another analyst can second it.")
        )


class BadCorrection(ReportsError):
    """What is given as right cannot be; the message says what to write."""
