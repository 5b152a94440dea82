"""Offering a person to a receiving State, asking, answering, accepting."""

import json
from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Authority, Officer
from safeconduct.accounts.policy import Right
from safeconduct.hearing import queries as hearing
from safeconduct.journal.acts import Deed, act
from safeconduct.keyring import queries as keyring
from safeconduct.referral import queries
from safeconduct.referral.errors import (
    EmptyMessage,
    NoConsent,
    NoSuchReferral,
    NotHisWish,
    NotOpen,
)
from safeconduct.referral.models import Message, Referral
from safeconduct.register import case_numbers, disclosure, facts
from safeconduct.register import queries as register
from safeconduct.register.locks import lock_person
from safeconduct.register.models import Person

OFFERED = "referral.offered"
ASKED = "referral.asked"
ANSWERED = "referral.answered"
ACCEPTED = "referral.accepted"
DECLINED = "referral.declined"
_MOST_CHARACTERS = 4000


def offer(
    person_id: UUID,
    *,
    mission: UUID,
    disclose: Collection[str],
    consents: bool,
    officer: Officer,
    at: datetime,
) -> Referral:
    """Offer a person to the State he asked for, with what he lets us disclose.

    Args:
        person_id: Whom.
        mission: The mission of the receiving State.
        disclose: Kinds of identity claims that go into the dossier.
        consents: He agreed to exactly this, in private.
        officer: Who offers.
        at: When, timezone-aware.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
        NoConsent: Without it nothing is disclosed (LAW.md D).
        NotHisWish: He has not asked for this State.
        NotOpen: An offer to this mission waits for its answer.
    """
    if not consents:
        raise NoConsent(
            gettext_noop("Nothing is disclosed without his consent: ask him first.")
        )
    with act(OFFERED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(
            person.pk,
            policy.require(officer, Right.OFFER, matter_of=person.holder_id),
        )
        missions = Authority.objects.filter(kind=Authority.Kind.MISSION)
        addressee = missions.filter(pk=mission).first()
        if addressee is None:
            raise NotHisWish(
                gettext_noop("Only the mission of a receiving State can be offered.")
            )
        said = hearing.facts(person.pk, at=at)
        if said["wish.current"] != f"refuge:{addressee.state}":
            raise NotHisWish(
                gettext_noop("At his last hearing he did not ask for this State.")
            )
        open_ones = person.referrals.filter(mission=addressee, status="offered")
        if open_ones.exists():
            raise NotOpen(
                gettext_noop("An offer to this mission waits for its answer.")
            )
        referral_id = uuid4()
        key = keyring.key(person.pk)
        dossier = [
            {"kind": claim.kind, "text": claim.text, "source": claim.source}
            for claim in disclosure.read(person, disclose)
        ]
        referral = deed.write(
            Referral(
                id=referral_id,
                reference=case_numbers.new().replace("SC", "RF"),
                person=person,
                mission=addressee,
                dossier=key.seal(
                    json.dumps(dossier, ensure_ascii=False).encode(),
                    place=queries.dossier_place(referral_id),
                ),
                offered=at,
            )
        )
        _discuss(deed, person, addressee, at)
        deed.say(
            referral=str(referral_id),
            mission=str(mission),
            disclosed=sorted({item["kind"] for item in dossier}),
        )
    return referral


def _discuss(deed: Deed, person: Person, mission: Authority, at: datetime) -> None:
    """Put the State among those under discussion for him."""
    known = register.facts_in_force(person.pk, at=at).get("receiving.state", [])
    states = sorted({*known, mission.state})
    reason = f"Offered to {mission.name}."
    for row in facts.make(
        {"receiving.state": states},
        person=person,
        reason=reason,
        key=keyring.key(person.pk),
        at=at,
    ):
        deed.write(row)


def write(referral_id: UUID, text: str, *, officer: Officer, at: datetime) -> Message:
    """Ask, as the mission, or answer, as the house.

    Raises:
        NoSuchReferral: None, or not addressed to the officer's mission.
        NotOpen: It has been answered or withdrawn.
        EmptyMessage: Nothing to say, or too much.
    """
    if not text.strip() or len(text) > _MOST_CHARACTERS:
        raise EmptyMessage(
            gettext("Write 1 to %(count)d characters.") % {"count": _MOST_CHARACTERS}
        )
    asks = officer.authority.kind == Authority.Kind.MISSION
    with act(ASKED if asks else ANSWERED, officer=officer, at=at) as deed:
        right = Right.ANSWER_REFERRAL if asks else Right.OFFER
        referral, person = _open(deed, referral_id, right)
        message_id = uuid4()
        sealed = keyring.key(person.pk).seal(
            text.strip().encode(), place=queries.message_place(message_id)
        )
        message = deed.write(
            Message(
                id=message_id, referral=referral, from_mission=asks, text=sealed, at=at
            )
        )
        deed.say(referral=str(referral.pk), message=str(message_id))
    return message


def answer(
    referral_id: UUID, *, accepts: bool, officer: Officer, at: datetime
) -> Referral:
    """Accept or decline, as the receiving State; the law learns of it at once.

    Raises:
        NoSuchReferral: None, or not addressed to the officer's mission.
        NotOpen: It has been answered or withdrawn.
    """
    with act(ACCEPTED if accepts else DECLINED, officer=officer, at=at) as deed:
        referral, person = _open(deed, referral_id, Right.ANSWER_REFERRAL)
        status = Referral.Status.ACCEPTED if accepts else Referral.Status.DECLINED
        deed.change(referral, status=status)
        state = referral.mission.state
        for row in facts.make(
            {f"receiving.accepts[{state}]": "T" if accepts else "F"},
            person=person,
            reason=f"{referral.mission.name} answered referral {referral.reference}.",
            key=keyring.key(person.pk),
            at=at,
        ):
            deed.write(row)
        deed.say(referral=str(referral.pk), accepts=accepts)
    return referral


def _open(deed: Deed, referral_id: UUID, right: Right) -> tuple[Referral, Person]:
    """Lock the person of an open referral that the officer may act on."""
    found = Referral.objects.filter(pk=referral_id).first()
    if found is None:
        raise NoSuchReferral(gettext_noop("There is no such referral."))
    if not policy.allows(deed.officer, right, matter_of=found.mission_id):
        raise NoSuchReferral(gettext_noop("There is no such referral."))
    person = lock_person(pk=found.person_id)
    deed.on(person.pk, policy.require(deed.officer, right, matter_of=found.mission_id))
    referral = Referral.objects.select_related("mission").get(pk=referral_id)
    if referral.status != Referral.Status.OFFERED:
        raise NotOpen(gettext_noop("This referral has been answered or withdrawn."))
    return referral, person
