"""What the register refuses.

RegisterError
├── NoSuchCase
├── NotHeld
├── BadCard
├── NotStated
└── SearchEnded
"""


class RegisterError(Exception):
    """Base of every error of this app; faces catch this one."""


class NoSuchCase(RegisterError):
    """There is no such case, or the officer may not know of it."""


class NotHeld(RegisterError):
    """The person has left custody; the case takes no more acts of this kind."""


class BadCard(RegisterError):
    """The capture card cannot be taken as it is; the message says what to change."""


class NotStated(RegisterError):
    """The fact cannot be stated this way; the message says how it comes about."""


class SearchEnded(RegisterError):
    """There is no search of this officer that runs: he says once more why."""
