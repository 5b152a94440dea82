"""The API, at noon of the day on which the makers' story ends."""

from datetime import timedelta

import pytest

from tests import make
from tests.api.caller import Caller, Clock


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stand in for the clock that the faces read."""
    clock = Clock(make.NOON + timedelta(hours=1))
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock


@pytest.fixture
def clerk() -> Caller:
    """An officer of the bureau with every role."""
    return Caller(make.officer())


@pytest.fixture
def second() -> Caller:
    """The other pair of eyes."""
    roles = ("reviewer", "second_officer")
    return Caller(make.officer(*roles, of=make.second_service()))


@pytest.fixture
def korea() -> Caller:
    """The liaison of the receiving State."""
    return Caller(make.liaison())


@pytest.fixture
def nobody() -> Caller:
    """A caller without a token."""
    return Caller(None)
