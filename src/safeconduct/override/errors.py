"""Why a signature beside the law is refused.

OverrideError
├── NoReason
├── NoSuchAnswer
├── NoSuchOverride
├── MayNotOpen
└── SameService
"""

from collections.abc import Sequence

from safeconduct.law.override import Hindrance


class OverrideError(Exception):
    """Base of every error of this app; faces catch this one."""


class NoReason(OverrideError):
    """The reason is too short, or no source of law is cited."""


class NoSuchAnswer(OverrideError):
    """No determination that still holds answers this option towards this State."""


class NoSuchOverride(OverrideError):
    """There is none, it is not the officer's to see, or it is signed already."""


class MayNotOpen(OverrideError):
    """No signature can open it; `hindrances` names all that stands in the way."""

    def __init__(self, hindrances: Sequence[Hindrance]) -> None:
        told = " ".join(str(one) for one in hindrances)
        super().__init__(f"No signature can open this. {told}")
        self.hindrances = tuple(hindrances)


class SameService(OverrideError):
    """The second signature comes from the same officer or the same authority."""
