"""Acts on officers: who belongs where, and which roles they hold.

They stand here and not in `accounts/` because an act needs the journal, and the
journal stands above the accounts.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from safeconduct.accounts import policy
from safeconduct.accounts.models import Appointment, Authority, Officer, Role, Token
from safeconduct.accounts.policy import ROLES, Right
from safeconduct.journal.acts import act
from safeconduct.keyring import actions as keyring_actions
from safeconduct.keyring import queries as keyring

FOUNDED = "staff.house_founded"
AUTHORITY = "staff.authority_added"
ENROLLED = "staff.officer_enrolled"
APPOINTED = "staff.role_given"
DISMISSED = "staff.role_ended"
TOKEN = "staff.token_issued"  # noqa: S105  the name of an act


def found(
    authority: str,
    state: str,
    username: str,
    full_name: str,
    *,
    password: str,
    at: datetime,
) -> Officer:
    """Make the first authority and its administrator: the first act of a house.

    Raises:
        RuntimeError: The house stands already.
    """
    # Officers without the office's key: it was lost, and a new one would bar the old.
    if keyring.has_key(keyring.OFFICE) or Officer.objects.exists():
        raise RuntimeError("This register has officers already.")
    kind = Authority.Kind.BUREAU
    bureau = Authority(name=authority, kind=kind, state=state)
    first = Officer(username=username, full_name=full_name, authority=bureau)
    first.set_password(password)
    with act(FOUNDED, officer=first, at=at) as deed:
        keyring_actions.create(keyring.OFFICE, at=at)
        bureau.save(force_insert=True)
        first.save(force_insert=True)
        role = Role.ADMINISTRATOR
        Appointment.objects.create(officer=first, role=role, since=at)
        deed.on(keyring.OFFICE, ROLES[role][0])
        deed.say(authority_added=str(bureau.pk), officer=str(first.pk))
    return first


def add_authority(
    name: str, kind: str, *, state: str = "", officer: Officer, at: datetime
) -> Authority:
    """Add an authority whose officers will work here."""
    with act(AUTHORITY, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.ADMINISTER))
        authority = Authority.objects.create(name=name, kind=kind, state=state)
        deed.say(authority_added=str(authority.pk), kind=kind, state=state)
    return authority


def enrol(
    username: str,
    full_name: str,
    authority: Authority,
    *roles: str,
    password: str,
    officer: Officer,
    at: datetime,
) -> Officer:
    """Enrol an officer with his roles."""
    new = Officer(username=username, full_name=full_name, authority=authority)
    new.set_password(password)
    with act(ENROLLED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.ADMINISTER))
        new.save(force_insert=True)
        for role in roles:
            Appointment.objects.create(officer=new, role=Role(role), since=at)
        deed.say(officer=str(new.pk), roles=sorted(roles))
    return new


def appoint(whom: Officer, role: str, *, officer: Officer, at: datetime) -> None:
    """Give an officer one more role."""
    with act(APPOINTED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.ADMINISTER))
        Appointment.objects.create(officer=whom, role=Role(role), since=at)
        deed.say(officer=str(whom.pk), role=role)


def dismiss(whom: Officer, role: str, *, officer: Officer, at: datetime) -> None:
    """End a role of an officer, from now on."""
    with act(DISMISSED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.ADMINISTER))
        whom.appointments.filter(role=role, until=None).update(until=at)
        deed.say(officer=str(whom.pk), role=role)


def issue_token(
    whom: Officer, label: str, *, days: int, officer: Officer, at: datetime
) -> str:
    """Issue a key for programs; it is shown this once and kept as a hash only."""
    token = f"sc_{secrets.token_urlsafe(32)}"
    with act(TOKEN, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.ADMINISTER))
        Token.objects.create(
            officer=whom,
            label=label,
            digest=hashlib.sha256(token.encode()).digest(),
            expires=at + timedelta(days=days),
        )
        deed.say(officer=str(whom.pk), days=days)
    return token
