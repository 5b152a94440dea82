import pytest
from tests import make
from safeconduct.departure import actions, errors
pytestmark = pytest.mark.django_db
from datetime import timedelta

def test_ready():
    p = make.ready()
    line = make.listed(p)
    assert line.status == "listed"
    actions.approve(line.pk, officer=make.officer("second_officer", of=make.second_service()), at=make.NOON)
    make.confirmed(p, stage="border", at=make.NOON+timedelta(hours=1))
    actions.hand_over(line.pk, officer=make.officer(), at=make.NOON+timedelta(hours=2))
