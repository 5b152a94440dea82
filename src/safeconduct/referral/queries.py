"""What the house and the mission may read of a referral."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Authority, Officer
from safeconduct.accounts.policy import Right
from safeconduct.keyring import queries as keyring
from safeconduct.referral.errors import NoSuchReferral
from safeconduct.referral.models import Referral


def dossier_place(referral: UUID) -> str:
    """Name the place a referral's sealed dossier belongs to."""
    return f"referral/dossier/{referral}"


def message_place(message: UUID) -> str:
    """Name the place a sealed message belongs to."""
    return f"referral/message/{message}"


def referrals(officer: Officer) -> QuerySet[Referral]:
    """List the referrals the officer may read.

    A mission reads its own, a camp those of the persons it holds.
    """
    rows = Referral.objects.select_related("mission").order_by("-offered")
    if not policy.allows(officer, Right.READ_REFERRALS):
        return rows.none()
    if policy.sees_everything(officer):
        return rows.select_related("mission", "person")
    if officer.authority.kind == Authority.Kind.MISSION:
        return rows.filter(mission=officer.authority)
    return rows.filter(person__holder=officer.authority)


@dataclass(frozen=True)
class Said:
    """One message, unsealed."""

    from_mission: bool
    text: str
    at: datetime


@dataclass(frozen=True)
class Opened:
    """A referral as either side reads it. It carries no case number."""

    id: UUID
    reference: str
    mission: str
    state: str
    status: str
    status_label: str
    offered: datetime
    dossier: list[dict[str, str]]
    messages: list[Said]


def referral(reference: str, *, officer: Officer) -> Opened:
    """Open a referral by its reference.

    Raises:
        NoSuchReferral: None, or not addressed to the officer's mission: the two
            answers are the same.
    """
    row = referrals(officer).filter(reference=reference.upper()).first()
    if row is None:
        raise NoSuchReferral(
            gettext_noop("There is no such referral, or it is not yours.")
        )
    key = keyring.key(row.person_id)
    return Opened(
        id=row.pk,
        reference=row.reference,
        mission=row.mission.name,
        state=row.mission.state,
        status=row.status,
        status_label=row.get_status_display(),
        offered=row.offered,
        dossier=json.loads(key.unseal(bytes(row.dossier), place=dossier_place(row.pk))),
        messages=[
            Said(
                from_mission=m.from_mission,
                text=key.unseal(bytes(m.text), place=message_place(m.pk)).decode(),
                at=m.at,
            )
            for m in row.messages.order_by("at", "id")
        ],
    )


def of_person(person_id: UUID) -> list[Referral]:
    """List the referrals of a person, newest first."""
    rows = Referral.objects.filter(person=person_id).select_related("mission")
    return list(rows.order_by("-offered"))


def missions() -> QuerySet[Authority]:
    """List the missions a person could be offered to."""
    return Authority.objects.filter(kind=Authority.Kind.MISSION).order_by("name")
