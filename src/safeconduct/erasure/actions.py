"""Asking for an erasure, and confirming it: two officers of two authorities.

What is destroyed is the person's key, and with it every name, every word and every
reason sealed under it, and all that his entries in the log stand for. The log itself,
its proofs and the receipts he holds stay true (LEDGER.md 3.6). What was opened to
others before survives with them. It cannot be undone.
"""

from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.erasure import queries
from safeconduct.erasure.errors import (
    NoSuchErasure,
    NotYet,
    NumberDiffers,
    ReasonTooShort,
    SameAuthority,
)
from safeconduct.erasure.models import Erasure
from safeconduct.journal.acts import act
from safeconduct.keyring import actions as keyring_actions
from safeconduct.keyring import queries as keyring
from safeconduct.register import case_numbers
from safeconduct.register.locks import lock_person
from safeconduct.register.models import Person

REQUESTED = "erasure.requested"
ERASED = "erasure.done"
SHORTEST_REASON = 40  # characters


def request(person_id: UUID, *, reason: str, officer: Officer, at: datetime) -> Erasure:
    """Ask, as first officer, that a person who has left be erased.

    Args:
        person_id: Whom.
        reason: Why, in at least `SHORTEST_REASON` characters; sealed for the office.
        officer: Who asks.
        at: When, timezone-aware.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
        ReasonTooShort: It is.
        NotYet: He has not left, a departure of his waits for its end, a claim runs, or
            an erasure waits already.
        KeyDestroyed: He was erased before.
    """
    if len(reason.strip()) < SHORTEST_REASON:
        raise ReasonTooShort(
            gettext("Give a reason of at least %(count)d characters.")
            % {"count": SHORTEST_REASON}
        )
    with act(REQUESTED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(
            person.pk,
            policy.require(officer, Right.ERASE, matter_of=person.holder_id),
        )
        _demand_end(person)
        if Erasure.objects.filter(person=person, done=None).exists():
            raise NotYet(
                gettext_noop("An erasure waits for its second officer already.")
            )
        row_id = uuid4()
        sealed = keyring.key(keyring.OFFICE).seal(
            reason.strip().encode(), place=queries.place(row_id)
        )
        row = deed.write(
            Erasure(id=row_id, person=person, reason=sealed, officer=officer, at=at)
        )
        deed.say(erasure=str(row_id))
    return row


def confirm(
    erasure_id: UUID, *, case_number: str, officer: Officer, at: datetime
) -> Erasure:
    """Confirm as second officer, of another authority: the key is destroyed at once.

    Args:
        erasure_id: Which request.
        case_number: Typed once more, so that nobody is erased by a slip.
        officer: Who confirms.
        at: When, timezone-aware.

    Raises:
        NoSuchErasure: None that waits.
        NotPermitted: As its sentence says.
        SameAuthority: The officer asked for it, or serves the same authority.
        NumberDiffers: The case number is another.
        NotYet: As for `request`.
    """
    with act(ERASED, officer=officer, at=at) as deed:
        waiting = Erasure.objects.filter(pk=erasure_id, done=None)
        found = waiting.first()
        if found is None:
            raise NoSuchErasure(gettext_noop("There is no erasure that waits for you."))
        person = lock_person(pk=found.person_id)
        # On the office: the person's own key does not outlive this act.
        deed.on(
            keyring.OFFICE,
            policy.require(officer, Right.ERASE, matter_of=person.holder_id),
        )
        row = waiting.select_related("officer").first()
        if row is None:
            raise NoSuchErasure(gettext_noop("There is no erasure that waits for you."))
        if officer.authority_id == row.officer.authority_id:
            raise SameAuthority(
                gettext_noop(
                    "The second officer must serve another authority than the first."
                )
            )
        if case_numbers.read(case_number) != person.case_number:
            raise NumberDiffers(
                gettext_noop("Type the case number of exactly this case.")
            )
        _demand_end(person)
        deed.change(row, second=officer, done=at)
        keyring_actions.destroy(person.pk, at=at)
        deed.say(erasure=str(row.pk), erased=str(person.pk))
    return row


def _demand_end(person: Person) -> None:
    """Refuse while anything about him is unfinished."""
    what = queries.unfinished(person)
    if what is not None:
        raise NotYet(what)
