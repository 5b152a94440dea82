"""Why a sealed thing cannot be opened.

KeyringError
├── NoKey
├── KeyDestroyed
├── SealBroken
├── NoBackup
└── Expired
"""

from datetime import date, datetime
from uuid import UUID


class KeyringError(Exception):
    """Base of every error of this app; faces catch this one."""


class NoKey(KeyringError):
    """The subject never had a key."""

    def __init__(self, subject: UUID) -> None:
        super().__init__(f"no key for {subject}")
        self.subject = subject


class KeyDestroyed(KeyringError):
    """The key was destroyed; what it sealed can never be read again."""

    def __init__(self, subject: UUID, at: datetime | None = None) -> None:
        super().__init__(f"the key of {subject} was destroyed")
        self.subject, self.at = subject, at


class SealBroken(KeyringError):
    """The sealed bytes were altered, moved to another row, or the key is wrong."""


class NoBackup(KeyringError):
    """The file is no backup of keys, was altered, or is of another master key."""


class Expired(KeyringError):
    """The day after which the backup may not be restored has gone by."""

    def __init__(self, last: date) -> None:
        super().__init__(
            f"This backup of the keys expired on {last}. No key was taken from it."
            " Use a newer one, and destroy this file."
        )
        self.last = last
