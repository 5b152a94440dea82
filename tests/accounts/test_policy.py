import pytest

from safeconduct.accounts import policy
from safeconduct.accounts.errors import NotPermitted, UnknownToken
from safeconduct.accounts.models import Role
from safeconduct.accounts.policy import ROLES, Purpose, Right
from safeconduct.accounts.queries import bearer_of
from safeconduct.journal import staff
from tests import make

pytestmark = pytest.mark.django_db


def test_every_role_has_rights() -> None:
    """No role is an empty word, and no right belongs to nobody."""
    assert set(ROLES) == set(Role)
    assert set().union(*(given for _, given in ROLES.values())) == set(Right)


def test_role_gives_its_purpose() -> None:
    """The purpose of an act is that of the role which allows it."""
    clerk = make.officer("registrar")

    assert policy.require(clerk, Right.REGISTER) == Purpose.REGISTRATION


def test_no_role_no_right() -> None:
    """What no role of the officer gives is refused, and the right is named."""
    with pytest.raises(NotPermitted, match=r"determination\.determine"):
        policy.require(make.officer("registrar"), Right.DETERMINE)


def test_camp_sees_its_own() -> None:
    """A camp's officer acts for his camp and for no other; the bureau for all."""
    camp = make.authority("camp")
    other = make.authority("camp", state="PL")
    keeper = make.officer("registrar", of=camp)

    assert policy.allows(keeper, Right.READ_CASE, matter_of=camp.pk)
    assert not policy.allows(keeper, Right.READ_CASE, matter_of=other.pk)
    assert policy.allows(make.officer(), Right.READ_CASE, matter_of=other.pk)


def test_dismissed() -> None:
    """A role that has ended gives nothing; one that is given anew does."""
    clerk, root = make.officer("registrar"), make.administrator()
    staff.dismiss(clerk, "registrar", officer=root, at=make.NOON)
    assert policy.rights(clerk) == frozenset()

    staff.appoint(clerk, "registrar", officer=root, at=make.NOON)
    assert Right.REGISTER in policy.rights(clerk)


def test_officer_has_left() -> None:
    """Who may no longer sign in holds no right, whatever his roles."""
    clerk = make.officer()
    clerk.is_active = False

    assert policy.roles(clerk) == []


def test_only_administrators_appoint() -> None:
    """A clerk cannot make himself an assessor."""
    clerk = make.officer("registrar")
    with pytest.raises(NotPermitted):
        staff.appoint(clerk, "assessor", officer=clerk, at=make.NOON)


def test_token() -> None:
    """A token stands for its officer until it expires, and for nobody else."""
    clerk, root = make.officer("registrar"), make.administrator()
    token = staff.issue_token(clerk, "script", days=1, officer=root, at=make.NOON)

    assert bearer_of(token, at=make.NOON) == clerk
    for wrong, at in [(token + "x", make.NOON), (token, make.NOON.replace(day=9))]:
        with pytest.raises(UnknownToken):
            bearer_of(wrong, at=at)
