"""The acts that keep the register: taking a card, stating facts, opening the vault."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.models import Authority, Officer
from safeconduct.accounts.policy import Right
from safeconduct.journal import openings
from safeconduct.journal.acts import Deed, act
from safeconduct.journal.errors import NoSuchEntry
from safeconduct.journal.opening_file import OpeningFile
from safeconduct.keyring import actions as keyring_actions
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.keys import Key
from safeconduct.register import case_numbers, facts, queries
from safeconduct.register.cards import CaptureCard, Claim
from safeconduct.register.errors import BadCard, NotHeld, NotStated
from safeconduct.register.locks import lock_common_facts, lock_person
from safeconduct.register.models import CustodyEvent, Fact, IdentityClaim, Person
from safeconduct.register.vault import claims as vault
from safeconduct.register.vault import name_keys
from safeconduct.register.vault.models import NameSearch

REGISTERED = "register.registered"
CLAIMED = "register.identity_claimed"
STATED = "register.facts_stated"
STATED_FOR_ALL = "register.common_facts_stated"
MOVED = "register.moved"
OPENED_VAULT = "vault.opened"
OPENED_SEARCH = "vault.search_opened"
OPENED_ENTRY = "journal.opened"
SEARCH_LASTS = timedelta(minutes=15)
_LEAST_REASON = 10  # characters
_LEAST_RECIPIENT = 3
Kind = Authority.Kind


def register(
    card: CaptureCard, *, holder: UUID, officer: Officer, at: datetime
) -> Person:
    """Take a person into the register: key, case number, card, first facts.

    Args:
        card: What is known.
        holder: The authority that holds him now.
        officer: Who registers.
        at: When, timezone-aware.

    Raises:
        NotPermitted: The officer may not register for this authority.
        BadCard: No name, a capture in the future, a claim that cannot be kept, or an
            authority that holds nobody.
        NotStated: A fact that has no such name or value.
    """
    if not any(claim.kind == IdentityClaim.Kind.NAME for claim in card.claims):
        raise BadCard(
            gettext_noop("The card needs a name, as he gives it, even if it is false.")
        )
    if card.taken_on > at.date():
        raise BadCard(gettext_noop("The day of capture lies in the future."))
    claims = [vault.clean(claim) for claim in card.claims]
    known = {"status.powers": list(card.powers) or "U", **card.facts}

    with act(REGISTERED, officer=officer, at=at) as deed:
        purpose = policy.require(officer, Right.REGISTER, matter_of=holder)
        person_id = uuid4()
        key = keyring_actions.create(person_id, at=at)
        deed.on(person_id, purpose)
        person = deed.write(
            Person(
                id=person_id,
                case_number=case_numbers.new(),
                holder=_keeper(holder),
                opened=at,
            )
        )
        captured = CustodyEvent.Kind.CAPTURED
        deed.write(
            CustodyEvent(
                person=person, kind=captured, day=card.taken_on, holder_id=holder
            )
        )
        for claim in claims:
            _keep(deed, claim, person, key)
        for row in facts.make(known, person=person, reason=card.source, key=key, at=at):
            deed.write(row)
        deed.say(
            case=person.case_number,
            captured=card.taken_on.isoformat(),
            claims=[claim.kind for claim in claims],
            facts=sorted(known),
        )
    return person


def claim_identity(
    person_id: UUID, claim: Claim, *, officer: Officer, at: datetime
) -> IdentityClaim:
    """Put one more claim beside the others; none is overwritten.

    Raises:
        NoSuchCase, NotPermitted, BadCard: As their sentences say.
    """
    claim = vault.clean(claim)
    with act(CLAIMED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(person.pk, _require(officer, Right.CLAIM_IDENTITY, person))
        row = _keep(deed, claim, person, keyring.key(person.pk))
        deed.say(claim=claim.kind, source=claim.source)
    return row


def _keep(deed: Deed, claim: Claim, person: Person, key: Key) -> IdentityClaim:
    """Seal a claim into the vault; a name gets the keys by which it is found."""
    row = deed.write(vault.seal(claim, person.pk, key))
    if claim.kind == IdentityClaim.Kind.NAME:
        name_keys.write([(row.pk, person.holder_id, claim.text)])
    return row


def state_facts(
    person_id: UUID,
    stated: Mapping[str, Any],
    *,
    reason: str,
    officer: Officer,
    at: datetime,
) -> list[Fact]:
    """Establish facts about a person; each kind needs the right of its service.

    Raises:
        NoSuchCase: There is no such person.
        NotPermitted: One of the facts is not this officer's to state.
        NotStated: Unknown name, wrong value, or no reason.
    """
    with act(STATED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        for name in stated:
            purpose = _require(officer, facts.right_to_state(name), person)
            deed.on(person.pk, purpose)
        key = keyring.key(person.pk)
        rows = facts.make(
            stated,
            person=person,
            reason=reason,
            key=key,
            at=at,
            beside=queries.facts_in_force(person.pk, at=at),
        )
        for row in rows:
            deed.write(row)
        deed.say(facts=[f"{row.name} = {row.value}" for row in rows])
    return rows


def state_common_facts(
    stated: Mapping[str, Any], *, reason: str, officer: Officer, at: datetime
) -> list[Fact]:
    """Establish facts that hold for everybody: the hostilities, a receiving State.

    Raises:
        NotPermitted: One of the facts is not this officer's to state.
        NotStated: Unknown name, wrong value, or a fact about one person.
    """
    with act(STATED_FOR_ALL, officer=officer, at=at) as deed:
        for name in stated:
            right = facts.right_to_state(name)
            if not policy.sees_everything(officer):  # a camp speaks for itself alone
                raise NotPermitted(right)
            deed.on(keyring.OFFICE, policy.require(officer, right))
        lock_common_facts()
        key = keyring.key(keyring.OFFICE)
        rows = facts.make(stated, person=None, reason=reason, key=key, at=at)
        for row in rows:
            deed.write(row)
        deed.say(facts=[f"{row.name} = {row.value}" for row in rows])
    return rows


def move(
    person_id: UUID, *, to: UUID, day: date, officer: Officer, at: datetime
) -> CustodyEvent:
    """Record that another camp of the same State holds him from this day.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
        NotHeld: He has left custody.
        BadCard: The authority holds nobody.
    """
    with act(MOVED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(person.pk, _require(officer, Right.STATE_REGISTER, person))
        if person.status != Person.Status.HELD:
            raise NotHeld(gettext_noop("He is no longer in custody."))
        deed.change(person, holder=_keeper(to))
        event = deed.write(
            CustodyEvent(
                person=person, kind=CustodyEvent.Kind.MOVED, day=day, holder_id=to
            )
        )
        deed.say(to=str(to), day=day.isoformat())
    return event


def open_vault(
    person_id: UUID, *, reason: str, officer: Officer, at: datetime
) -> list[Claim]:
    """Read who the person is. The look itself is an act, and he can be told of it.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
        NotStated: No reason was given.
    """
    if len(reason.strip()) < _LEAST_REASON:
        raise NotStated(
            gettext(
                "Say why you need to know who he is, in %(count)d characters or more."
            )
            % {"count": _LEAST_REASON}
        )
    with act(OPENED_VAULT, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(person.pk, _require(officer, Right.OPEN_VAULT, person))
        key = keyring.key(person.pk)
        rows = IdentityClaim.objects.filter(person=person).order_by("kind", "id")
        found = [vault.unseal(row, key) for row in rows]
        deed.say(reason=reason.strip(), claims=len(found))
    return found


def open_search(*, reason: str, officer: Officer, at: datetime) -> NameSearch:
    """Let an officer look for names for a quarter of an hour.

    One act stands for all that he types in it: what is half typed is no look yet, and
    a record of it would be names once more. Whoever then opens a vault gives a reason
    for that person.

    Raises:
        NotPermitted: As its sentence says.
        NotStated: No reason was given.
    """
    if len(reason.strip()) < _LEAST_REASON:
        raise NotStated(
            gettext("Say why you search, in %(count)d characters or more. Name nobody.")
            % {"count": _LEAST_REASON}
        )
    with act(OPENED_SEARCH, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.SEARCH_NAMES))
        row = deed.write(NameSearch(officer=officer, until=at + SEARCH_LASTS))
        deed.say(reason=reason.strip(), search=str(row.pk))
    return row


def open_entry(
    entry: UUID | int,
    names: Sequence[str],
    *,
    recipient: str,
    officer: Officer,
    at: datetime,
    of: UUID | None = None,
) -> OpeningFile:
    """Open fields of an entry for a monitor or counsel, with its place in the log.

    Who was shown which fields, and by whom, stands in the journal beside the person's
    other acts; what they say does not. What was opened cannot be taken back, not even
    by erasing him: he should be told.

    Args:
        entry: Its id, or its index in the log.
        names: The fields to open, such as `act` and `at`.
        recipient: Whom the file is for.
        officer: Who opens.
        at: When, timezone-aware.
        of: The person whose entry it must be; None takes any.

    Raises:
        NoSuchEntry, NoSuchField, NotPublished, NotPermitted: As their sentences say.
        NotStated: It is not said whom the file is for.
        KeyDestroyed: The person was erased.
    """
    if len(recipient.strip()) < _LEAST_RECIPIENT:
        raise NotStated(
            gettext_noop("Say whom you open it for: a monitor, or counsel.")
        )
    with act(OPENED_ENTRY, officer=officer, at=at) as deed:
        found = openings.find(entry)
        if of not in {None, found.subject}:
            raise NoSuchEntry(
                gettext_noop("There is no such entry, or it is not yours to open.")
            )
        deed.on(found.subject, _require_to_open(officer, found.subject))
        made = openings.disclose(found, names)
        deed.say(entry=str(found.id), fields=list(names), recipient=recipient.strip())
    return made


def _require_to_open(officer: Officer, subject: UUID) -> policy.Purpose:
    """Ask for the right where the entry belongs: his keeper, or the whole house."""
    if subject == keyring.PADDING:
        return policy.require(officer, Right.OPEN_ENTRY)
    if subject == keyring.OFFICE:
        if not policy.sees_everything(officer):
            raise NotPermitted(Right.OPEN_ENTRY)
        return policy.require(officer, Right.OPEN_ENTRY)
    return _require(officer, Right.OPEN_ENTRY, lock_person(pk=subject))


def _keeper(authority: UUID) -> Authority:
    """Find an authority that can hold prisoners: a camp, or a bureau itself.

    Raises:
        BadCard: There is none of that number, or it holds nobody.
    """
    keepers = Authority.objects.filter(kind__in=[Kind.CAMP, Kind.BUREAU])
    found = keepers.filter(pk=authority).first()
    if found is None:
        raise BadCard(
            gettext_noop("Only a camp or the bureau can hold him: choose one of them.")
        )
    return found


def _require(officer: Officer, right: Right, person: Person) -> policy.Purpose:
    return policy.require(officer, right, matter_of=person.holder_id)
