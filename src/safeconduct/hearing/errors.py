"""What a hearing cannot be.

HearingError
├── BadWish
└── NothingToConfirm
"""


class HearingError(Exception):
    """Base of every error of this app; faces catch this one."""


class BadWish(HearingError):
    """The wish is none that the law knows, or the hearing lies in the future."""


class NothingToConfirm(HearingError):
    """No hearing has recorded a wish that could be confirmed."""
