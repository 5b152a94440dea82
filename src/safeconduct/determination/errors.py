"""What a determination refuses.

DeterminationError
├── NoSuchClaim
├── NoSuchDetermination
├── NotFourEyes
└── Outdated
"""


class DeterminationError(Exception):
    """Base of every error of this app; faces catch this one."""


class NoSuchClaim(DeterminationError):
    """There is no such claim, or it cannot move to this state."""


class NoSuchDetermination(DeterminationError):
    """There is no such determination, or it has been reviewed already."""


class NotFourEyes(DeterminationError):
    """The same officer, or the same service, cannot do both."""


class Outdated(DeterminationError):
    """Facts or law have changed since: determine again."""
