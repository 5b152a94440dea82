"""Why a referral cannot go on.

ReferralError
├── NoSuchReferral
├── NotHisWish
├── NoConsent
├── NotOpen
└── EmptyMessage
"""


class ReferralError(Exception):
    """Base of every error of this app; faces catch this one."""


class NoSuchReferral(ReferralError):
    """There is none, or it is not addressed to the officer's mission."""


class NotHisWish(ReferralError):
    """He has not asked for this State at a hearing."""


class NoConsent(ReferralError):
    """He has not agreed to what would be disclosed."""


class NotOpen(ReferralError):
    """The referral has been answered or withdrawn."""


class EmptyMessage(ReferralError):
    """There is nothing in the message."""
