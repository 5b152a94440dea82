"""Why a sealed thing cannot be opened.

KeyringError
├── NoKey
├── KeyDestroyed
└── SealBroken
"""

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

    def __init__(self, subject: UUID) -> None:
        super().__init__(f"the key of {subject} was destroyed")
        self.subject = subject


class SealBroken(KeyringError):
    """The sealed bytes were altered, moved to another row, or the key is wrong."""
