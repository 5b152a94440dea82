import pytest

from safeconduct.journal import integrator
from tests import make
from tests.api.caller import Caller, Clock

pytestmark = pytest.mark.django_db


def test_acts_wait_for_their_place(clerk: Caller) -> None:
    """Before the integrator comes by they are counted as waiting."""
    log = clerk.get("/log").json()

    assert log["size"] == 0
    assert log["waiting"] > 0


def test_nothing_is_signed_yet(clerk: Caller) -> None:
    """Without a checkpoint there is none to show, and the answer says so."""
    answer = clerk.get("/log/checkpoint")

    assert answer.status_code == 404
    assert answer.json()["message"].startswith("Nothing has been signed")


def test_the_newest_checkpoint(clerk: Caller, clock: Clock) -> None:
    """The signed note is given as it was published."""
    make.person()
    integrator.integrate(at=clock())

    checkpoint = clerk.get("/log/checkpoint").json()

    assert checkpoint["note"].splitlines()[1] == str(checkpoint["size"])
    assert clerk.get("/log").json()["size"] == checkpoint["size"]
