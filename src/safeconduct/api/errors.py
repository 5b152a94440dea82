"""What a refusal looks like to a program: one shape for all of them.

    {"error": "gate_closed", "message": "Refused. ...", "obstacles": [...]}

`error` is the name of the domain's error in snake case and never changes;
`message` is a sentence for people, in the language the caller asked for. What is
not his to know gets the same answer whether it exists or not, and what went wrong
inside gets no details.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, RequestDataTooBig
from django.db import DataError, IntegrityError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from safeconduct.accounts.errors import AccountsError, NotPermitted, UnknownToken
from safeconduct.api.fields import sentences
from safeconduct.departure.errors import (
    DepartureError,
    GateClosed,
    NoSuchLine,
    NoSuchList,
    SamePerson,
)
from safeconduct.departure.gate import Obstacle
from safeconduct.determination.errors import (
    DeterminationError,
    NoSuchClaim,
    NoSuchDetermination,
    NotFourEyes,
)
from safeconduct.erasure.errors import (
    ErasureError,
    NoSuchErasure,
    NumberDiffers,
    ReasonTooShort,
    SameAuthority,
)
from safeconduct.exposure import errors as exposure
from safeconduct.hearing.errors import BadWish, HearingError, NoSuchInterview
from safeconduct.journal.errors import (
    JournalError,
    NoSuchEntry,
    NoSuchField,
    NotPublished,
)
from safeconduct.keyring.errors import KeyDestroyed, KeyringError
from safeconduct.law import FactError, LawError
from safeconduct.law.override import Hindrance
from safeconduct.matching import errors as matching
from safeconduct.override.errors import (
    MayNotOpen,
    NoReason,
    NoSuchOverride,
    OverrideError,
    SameService,
)
from safeconduct.referral.errors import (
    EmptyMessage,
    NoConsent,
    NoSuchReferral,
    ReferralError,
)
from safeconduct.register.errors import BadCard, NoSuchCase, NotStated, RegisterError
from safeconduct.reports.errors import (
    AlreadyImported,
    BadCorrection,
    NoSuchItem,
    NoSuchPassage,
    NoSuchReport,
    ReportsError,
    Unreadable,
)

logger = logging.getLogger(__name__)

# The bases: what is not named below them conflicts with how things stand (409).
DOMAIN = (
    AccountsError,
    RegisterError,
    HearingError,
    ReportsError,
    DeterminationError,
    ReferralError,
    OverrideError,
    matching.MatchingError,
    DepartureError,
    ErasureError,
    exposure.ExposureError,
    KeyringError,
    JournalError,
    LawError,
)
_STATUS: Mapping[type[Exception], int] = {
    UnknownToken: 401,
    NotPermitted: 403,
    NotFourEyes: 403,
    SameAuthority: 403,
    SamePerson: 403,
    SameService: 403,
    matching.SameService: 403,
    NoSuchCase: 404,
    NoSuchClaim: 404,
    NoSuchDetermination: 404,
    NoSuchEntry: 404,
    NoSuchErasure: 404,
    exposure.NoSuchIncident: 404,
    exposure.NoSuchLetter: 404,
    exposure.NoSuchSighting: 404,
    NoSuchInterview: 404,
    NoSuchItem: 404,
    NoSuchLine: 404,
    NoSuchList: 404,
    NoSuchOverride: 404,
    matching.NoSuchPair: 404,
    NoSuchReferral: 404,
    NoSuchReport: 404,
    KeyDestroyed: 410,
    BadCard: 422,
    BadCorrection: 422,
    BadWish: 422,
    EmptyMessage: 422,
    FactError: 422,
    NoConsent: 422,
    matching.NoAnswer: 422,
    matching.SameRecord: 422,
    NoReason: 422,
    exposure.NotPrinted: 422,
    exposure.NotSaid: 422,
    NoSuchField: 422,
    NoSuchPassage: 422,
    NotStated: 422,
    NumberDiffers: 422,
    ReasonTooShort: 422,
    Unreadable: 422,
    NotPublished: 409,
    KeyringError: 500,
    JournalError: 503,
}
_CONFLICT = 409
_FAULT = gettext_lazy(
    "This could not be done, and it is not your fault. Nothing was changed. Tell the"
    " administrator when it happened."
)
# Said instead of the error's own words, which could tell what is not the caller's.
_SAYS: Mapping[type[Exception], Any] = {
    NotPermitted: gettext_lazy(
        "Your roles do not include this. Ask an officer whose role does."
    ),
    NoSuchCase: gettext_lazy("There is no such case, or it is not yours to read."),
    NoSuchClaim: gettext_lazy("There is no such claim in this case."),
    NoSuchDetermination: gettext_lazy(
        "There is no such determination, or it is not yours to read."
    ),
    NoSuchItem: gettext_lazy("There is no such item, or it is not yours."),
    NoSuchLine: gettext_lazy("There is no such line, or it is not yours."),
    NoSuchList: gettext_lazy("There is no such list, or it is not yours to read."),
    NoSuchOverride: gettext_lazy("There is no such opening, or it is not yours."),
    matching.NoSuchPair: gettext_lazy(
        "There is no such pair, or it is not yours to see."
    ),
    NoSuchReferral: gettext_lazy("There is no such referral, or it is not yours."),
    NoSuchReport: gettext_lazy("There is no such report, or it is not yours to read."),
    GateClosed: gettext_lazy("Refused. Something stands in the way: see the grounds."),
    MayNotOpen: gettext_lazy("No signature can open this: see the hindrances."),
    KeyDestroyed: gettext_lazy(
        "The record of this person was erased and cannot be read again."
    ),
    NoSuchEntry: gettext_lazy("There is no such entry in this case."),
    NoSuchErasure: gettext_lazy("There is no such erasure, or it is not yours."),
    exposure.NoSuchIncident: gettext_lazy(
        "There is no such incident, or it is not yours to see."
    ),
    exposure.NoSuchLetter: gettext_lazy(
        "There is no such letter, or it is not yours to see."
    ),
    exposure.NoSuchSighting: gettext_lazy(
        "There is no such sighting, or it is not yours to see."
    ),
    NoSuchField: gettext_lazy("Choose one or more fields of this entry, each once."),
    NotPublished: gettext_lazy(
        "The entry has no place in the published log yet. Try again after the next"
        " step of the log."
    ),
    KeyringError: _FAULT,
    JournalError: _FAULT,
}


class Refused(Exception):
    """The same error of the domain, which here has another status than usual."""

    def __init__(self, error: Exception, status: int) -> None:
        super().__init__(str(error))
        self.error, self.status = error, status


@contextmanager
def answering(status: int, *kinds: type[Exception]) -> Iterator[None]:
    """Answer these errors with this status and their own words.

    For an act whose subject the caller has just read: "no such claim" can then
    only mean that the claim cannot come to this state.
    """
    try:
        yield
    except kinds as error:
        raise Refused(error, status) from error


def install(api: NinjaAPI) -> None:
    """Teach the API to answer every error in the one shape."""

    def handles(
        kind: type[Exception], answer: Callable[[Any], tuple[int, dict[str, Any]]]
    ) -> None:
        def handler(request: HttpRequest, error: Any) -> HttpResponse:
            status, body = answer(error)
            response = api.create_response(request, body, status=status)
            if status == 401:  # noqa: PLR2004
                response.headers["WWW-Authenticate"] = "Bearer"
            return response

        api.add_exception_handler(kind, handler)

    for base in DOMAIN:
        handles(base, _refusal)
    handles(Refused, _refused)
    handles(ValidationError, _bad_input)
    handles(HttpError, _http)
    for kind, (status, code, sentence) in _OUTSIDE.items():
        handles(kind, _saying(status, code, sentence))
    handles(Exception, _unexpected)


def _refusal(error: Exception) -> tuple[int, dict[str, Any]]:
    status = _nearest(_STATUS, error) or _CONFLICT
    sentence = _nearest(_SAYS, error) or _(str(error))
    if status >= 500:  # noqa: PLR2004
        logger.error("an act or query failed", exc_info=error)
    return status, {
        "error": code(type(error)),
        "message": str(sentence),
        **_more(error),
    }


def _refused(refused: Refused) -> tuple[int, dict[str, Any]]:
    """Answer with the status the route chose and the error's own words."""
    error = refused.error
    return refused.status, {"error": code(type(error)), "message": _(str(error))}


def _more(  # noqa: PLR0911  one return for each kind of error
    error: Exception,
) -> dict[str, Any]:
    """Collect what a program can act upon."""
    match error:
        case NotPermitted():
            return {"right": str(error.right)}
        case GateClosed():
            return {"obstacles": [_obstacle(o) for o in error.obstacles]}
        case MayNotOpen():
            return {"hindrances": [_hindrance(one) for one in error.hindrances]}
        case KeyDestroyed() if error.at is not None:
            return {"erased": error.at.astimezone(UTC).isoformat()}
        case AlreadyImported():
            return {"report": str(error.publication)}
        case FactError():
            return {"fields": {f"facts.{error.fact}": str(error)}}
        case NotStated(__cause__=FactError() as cause):
            return {"fields": {f"facts.{cause.fact}": str(cause)}}
        case _:
            return {}


def _obstacle(obstacle: object) -> dict[str, Any]:
    if not isinstance(obstacle, Obstacle):
        return {"norm": "", "what": str(obstacle), "missing": [], "elsewhere": False}
    return {
        "norm": obstacle.norm,
        "what": _(obstacle.what),
        "missing": list(obstacle.missing),
        "elsewhere": obstacle.elsewhere is not None,
    }


def _hindrance(hindrance: Hindrance) -> dict[str, Any]:
    return {"norm": hindrance.norm, "what": _(hindrance.what)}


def _bad_input(error: ValidationError) -> tuple[int, dict[str, Any]]:
    return 422, {
        "error": "bad_input",
        "message": _("Some fields cannot be taken as they are. Nothing was changed."),
        "fields": sentences(error.errors),
    }


_HTTP = {
    400: ("bad_request", gettext_lazy("The body is no JSON that can be read.")),
    401: (
        "unauthenticated",
        gettext_lazy("Send a token, as `Authorization: Bearer sc_…`, or sign in."),
    ),
}


def _http(error: HttpError) -> tuple[int, dict[str, Any]]:
    code, sentence = _HTTP.get(error.status_code, ("refused", error.message))
    return error.status_code, {"error": code, "message": str(sentence)}


# What Django raises where the domain has no word of its own.
_OUTSIDE: Mapping[type[Exception], tuple[int, str, Any]] = {
    Http404: (404, "absent", gettext_lazy("There is nothing at this address.")),
    ObjectDoesNotExist: (
        422,
        "bad_input",
        gettext_lazy("An authority named in the request does not exist."),
    ),
    DataError: (
        422,
        "bad_input",
        gettext_lazy("A value cannot be kept: it is too long or holds a NUL."),
    ),
    IntegrityError: (
        409,
        "conflict",
        gettext_lazy(
            "Something changed at the same moment. Nothing was written. Read again"
            " how things stand, then try again."
        ),
    ),
    OperationalError: (
        503,
        "busy",
        gettext_lazy("The register is busy. Nothing was changed. Try again."),
    ),
    RequestDataTooBig: (413, "too_large", gettext_lazy("The request is too large.")),
}


def _saying(
    status: int, code: str, sentence: Any
) -> Callable[[Exception], tuple[int, dict[str, Any]]]:
    def answer(error: Exception) -> tuple[int, dict[str, Any]]:
        if isinstance(error, IntegrityError | OperationalError):
            logger.error("the database refused", exc_info=error)
        return status, {"error": code, "message": str(sentence)}

    return answer


def _unexpected(error: Exception) -> tuple[int, dict[str, Any]]:
    logger.error("a route failed", exc_info=error)
    return 500, {"error": "fault", "message": str(_FAULT)}


def _nearest(table: Mapping[type[Exception], Any], error: Exception) -> Any:
    """Look an error up by its class, then by the classes above it."""
    return next((table[kind] for kind in type(error).__mro__ if kind in table), None)


def code(kind: type[Exception]) -> str:
    """Write the name of an error as programs read it: `GateClosed`, `gate_closed`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()
