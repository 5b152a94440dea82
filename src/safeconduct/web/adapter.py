"""How allauth behaves here: officers are enrolled, they never enrol themselves."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Sign-in without sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: nobody opens an account for himself."""
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Stay silent: the bar says who is signed in."""
