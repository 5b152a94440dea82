"""Finding officers."""

import hashlib
from datetime import datetime

from django.db.models import QuerySet

from safeconduct.accounts.errors import UnknownToken
from safeconduct.accounts.models import Authority, Officer, Role, Token


def officer(username: str) -> Officer | None:
    """Find an active officer by sign-in name."""
    rows = Officer.objects.filter(username=username, is_active=True)
    return rows.select_related("authority").first()


def officers() -> QuerySet[Officer]:
    """List all officers by authority and name."""
    return Officer.objects.select_related("authority").order_by(
        "authority__name", "full_name"
    )


def bearer_of(token: str, *, at: datetime) -> Officer:
    """Find whose API token this is.

    Raises:
        UnknownToken: None, expired, or the officer has left.
    """
    digest = hashlib.sha256(token.encode()).digest()
    found = (
        Token.objects.filter(digest=digest, expires__gt=at, officer__is_active=True)
        .select_related("officer__authority")
        .first()
    )
    if found is None:
        raise UnknownToken("This token is not known here, or has expired.")
    return found.officer


def authority(name: str) -> Authority | None:
    """Find an authority by its name."""
    return Authority.objects.filter(name=name).first()


def role_names() -> list[str]:
    """List the names of all roles."""
    return [role.value for role in Role]
