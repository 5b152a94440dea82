"""What every page shows around its own matter: sections, officer, language."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right

# Name of the section, its first page, and the rights of which one opens it.
SECTIONS = (
    (_("Desk"), "home", ()),
    (_("Cases"), "cases", (Right.READ_CASE,)),
    (_("Search"), "search", (Right.SEARCH_NAMES,)),
    (_("Matches"), "matches", (Right.MATCH, Right.MERGE)),
    (_("Lists"), "lists", (Right.READ_LISTS,)),
    (_("Referrals"), "referrals", (Right.READ_REFERRALS,)),
    (_("Arrivals"), "arrivals", (Right.RECEIVE,)),
    (_("Reports"), "reports", (Right.READ_REPORTS,)),
    (_("Exposure"), "incidents", (Right.WATCH_PRESS, Right.HANDLE_EXPOSURE)),
    (_("Press desk"), "press", (Right.PUBLISH,)),
    (_("To publish"), "press-requests", (Right.ALLOW_PUBLICATION,)),
    (
        _("Statistics"),
        "statistics",
        (Right.PUBLISH, Right.ALLOW_PUBLICATION, Right.WATCH),
    ),
    (_("Facts of the house"), "house-facts", (Right.STATE_LAW,)),
    (_("Law"), "law", ()),
    (_("Supervision"), "monitor", (Right.WATCH,)),
)


def house(request: HttpRequest) -> dict[str, Any]:
    """Say who is signed in, which sections are his, and whether this is a demo."""
    user = getattr(request, "user", None)
    around: dict[str, Any] = {"demo": settings.DEMO, "languages": settings.LANGUAGES}
    if user is None or not user.is_authenticated:
        return around
    held = policy.rights(user)
    places = [
        (label, reverse(name))
        for label, name, rights in SECTIONS
        if not rights or held & set(rights)
    ]
    return {
        **around,
        "officer": user,
        "roles": [role.label for role in policy.roles(user)],
        "sections": [
            {"label": label, "url": url, "here": _is_here(request.path, url)}
            for label, url in places
        ],
    }


def _is_here(path: str, url: str) -> bool:
    return path == url if url == "/" else path.startswith(url)
