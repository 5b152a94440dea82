"""What a hearing cannot be.

HearingError
├── BadWish
├── NothingToConfirm
├── NoSuchInterview
└── NotInTheLog
"""

from django.utils.translation import gettext_noop


class HearingError(Exception):
    """Base of every error of this app; faces catch this one."""


class BadWish(HearingError):
    """The wish is none that the law knows, or the hearing lies in the future."""


class NothingToConfirm(HearingError):
    """No hearing has recorded a wish that could be confirmed."""


class NoSuchInterview(HearingError):
    """The person had no such interview, or the officer may not know of it."""

    def __init__(self) -> None:
        super().__init__(gettext_noop("There is no such interview."))


class NotInTheLog(HearingError):
    """The log has not taken the interview in yet, so there is nothing to print."""
