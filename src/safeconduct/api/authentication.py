"""Who calls: a program with its officer's token, or an officer's own browser.

Both are the same officer with the same rights. A token needs no CSRF proof, since
no browser sends it by itself; a session does.
"""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.errors import HttpError
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from safeconduct.accounts import queries as accounts

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


class Signed(HttpRequest):
    """A request whose caller is known."""

    auth: "Officer"


class Token(HttpBearer):
    """`Authorization: Bearer sc_…`; a wrong token is refused, never passed over."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:  # noqa: ARG002
        """Find the officer.

        Raises:
            UnknownToken: None, expired, or the officer has left.
        """
        return accounts.bearer_of(token, at=timezone.now())


class Session(APIKeyCookie):
    """The session of a signed-in browser, with Django's CSRF proof for writing."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self) -> None:
        # Asked below: without a session the answer is 401, not a missing proof.
        super().__init__(csrf=False)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:  # noqa: ARG002
        """Find the officer; `None` when nobody is signed in.

        Raises:
            HttpError: 403, the request does not prove that our pages sent it.
        """
        if not request.user.is_authenticated:
            return None
        if check_csrf(request) is not None:
            raise HttpError(
                403, _("Send the CSRF token of your session with this request.")
            )
        return request.user
