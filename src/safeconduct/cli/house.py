"""How does a command do an act: in the register, and as whom?"""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from safeconduct.cli import datafolder, environment
from safeconduct.cli.refusal import Refused

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@contextmanager
def house(data: Path | None) -> Iterator[None]:
    """Have the register at hand, and turn its refusals into sentences."""
    with environment.ready(datafolder.choose(data), join=True):
        # Django is ready only now.
        from safeconduct.accounts.errors import AccountsError
        from safeconduct.keyring.errors import SealBroken

        try:
            yield
        except AccountsError as error:
            raise Refused(_("You have no right to do this (%s).") % error) from error
        except SealBroken as error:
            raise Refused(
                _("A record does not open: the master key is another one. (%s)") % error
            ) from error


def officer(name: str) -> "Officer":
    """Find the officer whom --as names.

    Raises:
        Refused: There is none.
    """
    from safeconduct.accounts import queries

    found = queries.officer(name)
    if found is None:
        raise Refused(_("There is no officer %s. See `safeconduct staff list`.") % name)
    return found


def officer_with(name: str, password: str) -> "Officer":
    """Find the officer whose password was typed.

    Raises:
        Refused: There is none, or it is another password.
    """
    from safeconduct.accounts import queries

    found = queries.officer(name)
    if found is None or not found.check_password(password):
        raise Refused(_("There is no such officer, or the password is another."))
    return found
