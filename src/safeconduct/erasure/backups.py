"""Backups of the keys: taking one, and bringing keys back, as acts of an administrator.

They stand here because what was erased must not come back: the erasures on record are
asked besides the keyring's own marks. No key material reaches the journal.
"""

from datetime import UTC, datetime, timedelta

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.erasure import queries
from safeconduct.journal.acts import act
from safeconduct.keyring import actions as keyring_actions
from safeconduct.keyring import backup
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.actions import Restored

BACKED_UP = "keys.backed_up"
RESTORED = "keys.restored"
LONGEST = 90  # days


def back_up(*, days: int, officer: Officer, at: datetime) -> bytes:
    """Seal all keys into a file that expires, and return its bytes.

    Args:
        days: How long it may be restored, 1 to `LONGEST`, today not counted.
        officer: Who takes it.
        at: When, timezone-aware.

    Raises:
        NotPermitted: The officer is no administrator.
        SealBroken: A key of the register does not open.
        ValueError: Another number of days.
    """
    if not 1 <= days <= LONGEST:
        raise ValueError(f"a backup of keys expires within {LONGEST} days")
    last = at.astimezone(UTC).date() + timedelta(days=days)
    with act(BACKED_UP, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.ADMINISTER))
        kept = backup.everything()
        living = sum(one.wrapped is not None for one in kept)
        deed.say(keys=living, destroyed=len(kept) - living, expires=str(last))
    return backup.file(kept, last=last)


def restore(content: bytes, *, officer: Officer, at: datetime) -> Restored:
    """Bring back the keys that were lost; what was erased stays erased.

    Args:
        content: The file that `back_up` made.
        officer: Who restores it.
        at: When, timezone-aware.

    Raises:
        NotPermitted: The officer is no administrator.
        NoBackup: The file is none, was altered, or is of another master key.
        Expired: Its last day has gone by.
        NoKey: Neither register nor file has the key of the office.
    """
    with act(RESTORED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.ADMINISTER))
        kept = backup.rows(content, today=at.astimezone(UTC).date())
        done = keyring_actions.restore(kept, gone=queries.done, at=at)
        deed.say(keys=done.brought_back, destroyed=done.destroyed)
    return done
