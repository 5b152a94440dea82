"""What can go wrong when acts are recorded.

JournalError
├── RolledBack
└── LogDiffers
"""


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
            f"{what} Nothing will be signed. Run `safeconduct ledger verify` on the"
            " published files and find out which of the two was altered."
        )
