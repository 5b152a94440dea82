"""What can go wrong when acts are recorded.

JournalError
├── RolledBack
├── LogDiffers
├── TooFewWitnesses
├── NotSetUp
└── NotOpened
    ├── NoSuchEntry
    ├── NoSuchField
    └── NotPublished
"""

from collections.abc import Sequence


class JournalError(Exception):
    """Base of every error of this app; faces catch this one."""


class RolledBack(JournalError):
    """The published log is longer than the database: a backup was restored."""

    def __init__(self, published: int, known: int) -> None:
        super().__init__(
            f"The published log has {published} entries, the database only {known}:"
            " the database was rolled back. Nothing will be signed. Bring back the"
            " newer database, or close this log in public and begin a new one with"
            " a new origin and a new key."
        )
        self.published, self.known = published, known


class LogDiffers(JournalError):
    """What was published and what the database holds are not the same log."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} Nothing will be signed. Find out which of the two was altered:"
            " `safeconduct ledger verify` looks at the published files, `safeconduct"
            " ledger check` at the database."
        )


class TooFewWitnesses(JournalError):
    """Fewer witnesses answer than the policy's quorum: nobody may start signing."""

    def __init__(self, answered: Sequence[str]) -> None:
        who = ", ".join(answered) or "none"
        super().__init__(
            f"Too few witnesses of the policy answer ({who}). Nothing will be signed"
            " until enough do: a log that was rolled back would not be noticed."
        )


class NotSetUp(JournalError):
    """A setting of the log is missing or wrong; the message names it."""


class NotOpened(JournalError):
    """An entry is not opened for somebody outside; the message says what to do."""


class NoSuchEntry(NotOpened):
    """There is no such entry, or the officer may not know of it."""


class NoSuchField(NotOpened):
    """The entry has no field of that name, or none was chosen."""


class NotPublished(NotOpened):
    """The published log does not hold the entry yet, so nobody could check it."""
