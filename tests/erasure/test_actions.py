"""Two officers erase who has left; the log and his receipt stay true."""

from datetime import timedelta
from itertools import product

import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.erasure import actions
from safeconduct.erasure.errors import (
    NoSuchErasure,
    NotYet,
    NumberDiffers,
    ReasonTooShort,
    SameAuthority,
)
from safeconduct.erasure.models import Erasure
from safeconduct.journal import check, integrator, queries
from safeconduct.journal.models import Entry, Leaf
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.errors import KeyDestroyed
from safeconduct.ledger import (
    inclusion_proof,
    leaf_hash,
    nodes_of,
    verify_inclusion,
)
from safeconduct.ledger.canonical import write
from safeconduct.register import queries as register
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db

REASON = "He arrived in Korea, the case is closed, and the time of keeping is over."
LATER = make.NOON + timedelta(days=400)


def request(person: Person) -> Erasure:
    return actions.request(
        person.pk, reason=REASON, officer=make.officer("legal_officer"), at=LATER
    )


def confirm(row: Erasure, *, number: str = "") -> Erasure:
    second = make.officer("reviewer", of=make.second_service())
    return actions.confirm(
        row.pk,
        case_number=number or row.person.case_number,
        officer=second,
        at=LATER,
    )


def test_nothing_of_him_can_be_read() -> None:
    """After the second signature names, words, reasons and entries are meaningless."""
    person = make.departed()
    confirm(request(person))

    with pytest.raises(KeyDestroyed):
        keyring.key(person.pk)
    with pytest.raises(KeyDestroyed):
        list(queries.timeline(person.pk))
    with pytest.raises(KeyDestroyed):
        register.statements(person.pk, at=LATER)
    assert Entry.objects.get(kind="erasure.done").subject == keyring.OFFICE
    assert list(check.differences()) == []


def test_the_log_and_his_receipt_stay_true() -> None:
    """The place of his hearing is proven as before, and no guess can be tested."""
    person = make.departed()
    integrator.integrate(at=make.NOON)
    entry = Entry.objects.get(subject=person.pk, kind="hearing.recorded")
    slots = [slot[32:] for slot in queries.slots(entry)]
    leaf = Leaf.objects.get(commitment=entry.commitment)
    confirm(request(person))
    integrator.integrate(at=LATER)

    hashes = [bytes(h) for h in Leaf.objects.values_list("leaf_hash", flat=True)]
    proof = inclusion_proof(leaf.index, len(hashes), nodes_of(hashes))
    root = integrator.root_at(len(hashes))
    verify_inclusion(leaf.index, len(hashes), hashes[leaf.index], proof, root)
    assert any(b"refuge" in slot or b"language" in slot for slot in slots)
    # A dictionary of all wishes, with every salt that is still to be had.
    wishes = ("never_asked", "undecided", "refuses", "stay", "return", "refuge:KR")
    salts = [keyring.key(one).salt for one in (keyring.OFFICE, keyring.PADDING)]
    stored = {bytes(one.sealed) for one in Entry.objects.filter(subject=person.pk)}
    for wish, salt in product(wishes, salts):
        guess = leaf_hash(salt + write(["wish", wish], what="a guess"))
        assert guess not in hashes
        assert not any(guess in one for one in stored)


@pytest.mark.parametrize("end", ["held", "listed"])
def test_not_while_anybody_holds_him(end: str) -> None:
    """Who is in custody or on his way is not erased."""
    person = make.ready() if end == "held" else make.listed().person
    with pytest.raises(NotYet, match="custody"):
        request(person)


def test_two_services() -> None:
    """Neither the same officer nor the same service confirms."""
    row = request(make.departed())
    with pytest.raises(SameAuthority):
        actions.confirm(
            row.pk,
            case_number=row.person.case_number,
            officer=make.officer("senior_officer"),
            at=LATER,
        )
    assert keyring.has_key(row.person_id)


def test_the_case_number_is_typed_again() -> None:
    """Nobody is erased by a slip."""
    row = request(make.departed())
    with pytest.raises(NumberDiffers, match="exactly this case"):
        confirm(row, number="SC-0000-000")
    assert keyring.has_key(row.person_id)


def test_who_may_ask() -> None:
    """A hearing officer may not; a reason is needed; once is enough."""
    person = make.departed()
    with pytest.raises(NotPermitted):
        actions.request(
            person.pk, reason=REASON, officer=make.officer("hearing_officer"), at=LATER
        )
    with pytest.raises(ReasonTooShort, match="40 characters"):
        actions.request(person.pk, reason="Closed.", officer=make.officer(), at=LATER)
    row = request(person)
    with pytest.raises(NotYet, match="already"):
        request(person)
    confirm(row)
    with pytest.raises(NoSuchErasure):
        confirm(row)
