"""What a refusal of the domain looks like on a page: a sentence and a status.

Messages of the domain say what happened and what to do next. They are shown as
they are, except where they could name what the officer may not know of.
"""

from collections.abc import Callable
from typing import TypeVar

from django.utils.translation import gettext as _

from safeconduct.accounts.errors import AccountsError, NotPermitted
from safeconduct.departure.errors import (
    DepartureError,
    GateClosed,
    NoSuchLine,
    NoSuchList,
)
from safeconduct.determination.errors import DeterminationError, NoSuchDetermination
from safeconduct.erasure.errors import (
    ErasureError,
    NoSuchErasure,
    NumberDiffers,
    ReasonTooShort,
)
from safeconduct.exposure import errors as exposure
from safeconduct.hearing.errors import BadWish, HearingError, NoSuchInterview
from safeconduct.journal.errors import (
    JournalError,
    NoSuchEntry,
    NoSuchField,
    NotOpened,
)
from safeconduct.keyring.errors import KeyDestroyed, KeyringError
from safeconduct.law import FactError
from safeconduct.matching.errors import MatchingError, NoAnswer, NoSuchPair, SameRecord
from safeconduct.override.errors import (
    MayNotOpen,
    NoReason,
    NoSuchOverride,
    OverrideError,
)
from safeconduct.publication.errors import NoSuchRequest, NotSaid, PublicationError
from safeconduct.referral.errors import (
    EmptyMessage,
    NoConsent,
    NoSuchReferral,
    NotHisWish,
    ReferralError,
)
from safeconduct.register.errors import BadCard, NoSuchCase, NotStated, RegisterError
from safeconduct.reports.errors import (
    BadCorrection,
    NoSuchItem,
    NoSuchPassage,
    NoSuchReport,
    ReportsError,
    Unreadable,
)
from safeconduct.web import items

REFUSALS = (
    AccountsError,
    DepartureError,
    DeterminationError,
    ErasureError,
    exposure.ExposureError,
    FactError,
    HearingError,
    JournalError,
    KeyringError,
    MatchingError,
    OverrideError,
    PublicationError,
    ReferralError,
    RegisterError,
    ReportsError,
)
_ABSENT = (
    NoSuchCase,
    NoSuchDetermination,
    NoSuchEntry,
    NoSuchErasure,
    NoSuchInterview,
    NoSuchItem,
    NoSuchLine,
    NoSuchList,
    NoSuchOverride,
    NoSuchPair,
    NoSuchReferral,
    NoSuchReport,
    NoSuchRequest,
    exposure.NoSuchIncident,
    exposure.NoSuchLetter,
    exposure.NoSuchSighting,
)
_WRONG_INPUT = (
    BadCard,
    BadCorrection,
    BadWish,
    EmptyMessage,
    FactError,
    NoAnswer,
    NoConsent,
    NoReason,
    NoSuchField,
    NoSuchPassage,
    NotHisWish,
    NotSaid,
    NotStated,
    NumberDiffers,
    ReasonTooShort,
    SameRecord,
    Unreadable,
    exposure.NotPrinted,
    exposure.NotSaid,
)
Done = TypeVar("Done")


def attempt(act: Callable[[], Done]) -> tuple[Done | None, Exception | None]:
    """Do an act, and hand back what it made or why it was refused."""
    try:
        return act(), None
    except REFUSALS as refusal:
        return None, refusal


def status(refusal: Exception) -> int:
    """Choose the HTTP status: 400, 403, 404, 409 or 410."""
    if isinstance(refusal, _ABSENT):
        return 404
    if isinstance(refusal, AccountsError):
        return 403
    if isinstance(refusal, _WRONG_INPUT):
        return 400
    return 410 if isinstance(refusal, KeyDestroyed) else 409


def sentence(  # noqa: PLR0911  one return for each kind of refusal
    refusal: Exception,
) -> str:
    """Say what happened and what to do next, without telling what is not his."""
    match refusal:
        case NotPermitted():
            return _("Your role does not include this. Ask an officer whose role does.")
        case GateClosed():
            return _("Refused. Something stands in the way; the grounds are listed.")
        case MayNotOpen():
            return _("No signature can open this. What stands in the way is listed.")
        case KeyDestroyed():
            return _("The record of this person was erased and cannot be read again.")
        case KeyringError() | JournalError() if not isinstance(refusal, NotOpened):
            return _(
                "The record could not be opened or written as it should be."
                " Nothing was changed. Tell your administrator."
            )
        case Unreadable():
            return items.sentence(refusal.reason)
        case _:
            # gettext answers an empty text with the header of its catalogue.
            return _(str(refusal)) if str(refusal) else ""
