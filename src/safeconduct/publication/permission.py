"""Who may publish: the bureau. A check asks the whole register, not one camp's part."""

from safeconduct.accounts import policy
from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Purpose, Right


def require(officer: Officer, right: Right) -> Purpose:
    """Return the purpose for which the officer acts.

    Raises:
        NotPermitted: No role of his gives the right, or he sees a part of the cases.
    """
    if not policy.sees_everything(officer):
        raise NotPermitted(right)
    return policy.require(officer, right)


def allows(officer: Officer, right: Right) -> bool:
    """Say whether the officer holds a right of publication."""
    return policy.sees_everything(officer) and policy.allows(officer, right)
