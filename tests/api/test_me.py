import pytest

from tests import make
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db


def test_an_officer_sees_who_he_is_here() -> None:
    """Name, authority, roles and rights, as the policy gives them."""
    doctor = Caller(make.officer("doctor", of=make.authority("camp")))

    me = doctor.get("/me").json()

    assert me["authority"]["kind"] == "camp"
    assert me["roles"] == [{"role": "doctor", "label": "Medical officer"}]
    assert me["rights"] == ["determination.lodge", "health.state", "register.read"]


def test_nobody_is_nobody(nobody: Caller) -> None:
    """Without a token there is nobody to show."""
    assert nobody.get("/me").status_code == 401
