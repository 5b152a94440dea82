"""The API alone, at noon of the day on which the makers' story ends."""

from datetime import timedelta

import pytest
from pytest_django import Settings

from tests import make
from tests.api.caller import Caller, Clock


@pytest.fixture(autouse=True)
def clock(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stand in for the clock that the faces read, and mount the API alone."""
    settings.ROOT_URLCONF = "tests.api.urls"
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
