"""The gate holds against raw SQL, written by whoever has a connection."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection

from safeconduct.departure import actions
from safeconduct.departure.models import DepartureLine, DepartureList
from safeconduct.determination.models import Determination
from safeconduct.hearing import actions as hearing
from safeconduct.law import pack
from safeconduct.law.gate_sql import gate_functions
from safeconduct.matching.models import Merge
from safeconduct.override import actions as override
from safeconduct.override.models import Override
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db


def insert(
    person: Person, departure: DepartureList, made: Determination | None = None
) -> None:
    """Insert a line by hand, as an act would look: with an entry and a digest."""
    found = made or Determination.objects.filter(person=person).latest("at")
    row = uuid4()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO departure_departureline (id, list_id, person_id,"
            " determination_id, status, listed_by_id, listed_at, entry_id)"
            " VALUES (%s, %s, %s, %s, 'listed', %s, %s, %s)",
            [
                *(row, departure.pk, person.pk, found.pk),
                *(make.officer().pk, make.NOON, person.entry_id),
            ],
        )
        cursor.execute(
            'INSERT INTO journal_rowdigest (entry_id, "table", row, digest)'
            " VALUES (%s, 'departure_departureline', %s, 'x')",
            [person.entry_id, row],
        )
    make.commit()


def update(line: DepartureLine, **changed: Any) -> None:
    """Update a line by hand, with another entry and digest."""
    entry = Determination.objects.get(pk=line.determination_id).entry_id
    sets = ", ".join(f"{name} = %s" for name in changed)
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO journal_rowdigest (entry_id, "table", row, digest)'
            " VALUES (%s, 'departure_departureline', %s, 'x')",
            [entry, line.pk],
        )
        cursor.execute(
            f"UPDATE departure_departureline SET {sets}, entry_id = %s WHERE id = %s",
            [*changed.values(), entry, line.pk],
        )
    make.commit()


def test_raw_line_that_the_gate_allows() -> None:
    """The trigger is no wall: what the gate allows passes."""
    person = make.ready()
    insert(person, make.departure_list())

    assert DepartureLine.objects.get().person == person


def test_without_an_act() -> None:
    """A line without an entry of its own is refused."""
    line = make.listed()
    make.commit()
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="an act"):
        cursor.execute("UPDATE departure_departureline SET status = 'approved'")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert line.status == "listed"


def test_barred() -> None:
    """A barred person cannot be inserted on an exchange list."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    make.determined(person)
    with pytest.raises(DatabaseError, match="does not permit"):
        insert(person, make.departure_list("X", towards="RU"))


def test_undecided() -> None:
    """Neither can one whose risk nobody knows."""
    person = make.person(facts={})
    make.heard(person, "undecided")
    make.determined(person)
    with pytest.raises(DatabaseError, match="does not permit"):
        insert(person, make.departure_list("X", towards="RU"))


def test_nobody_reviewed() -> None:
    """A determination with one signature carries nothing."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    make.accepted(person)
    made = make.determined(person, reviewed=False)
    with pytest.raises(DatabaseError, match="no reviewed determination"):
        insert(person, make.departure_list(), made)


def test_older_determination() -> None:
    """A line cannot rest on an older, kinder determination."""
    person = make.ready()
    old = Determination.objects.latest("at")
    make.determined(person, at=make.NOON - timedelta(hours=1))
    with pytest.raises(DatabaseError, match="newer determination"):
        insert(person, make.departure_list(), old)


def test_running_claim() -> None:
    """A claim that runs keeps him, whoever writes the line."""
    person = make.ready()
    make.open_claim(person)
    with pytest.raises(DatabaseError, match="claim to protection"):
        insert(person, make.departure_list())


def test_heard_again() -> None:
    """A hearing after the determination closes the gate until it is determined."""
    person = make.ready()
    make.heard(person, "undecided", at=make.NOON)
    with pytest.raises(DatabaseError, match="heard again"):
        insert(person, make.departure_list())


def forged_opening(person: Person, *, services: int = 2, days: int = 1) -> None:
    """Write by hand that two officers opened his transfer to Korea."""
    made = Determination.objects.filter(person=person).latest("at")
    second = make.second_service() if services > 1 else None
    row = Override(
        id=uuid4(),
        person=person,
        determination=made,
        option="T",
        towards="KR",
        opens=True,
        reason=b"",
        officer=make.officer(),
        at=make.NOON,
        second=make.officer(of=second),
        signed=make.NOON,
        expires=make.NOON + timedelta(days=days),
        entry_id=made.entry_id,
    )
    row.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO journal_rowdigest (entry_id, "table", row, digest)'
            " VALUES (%s, 'override_override', %s, 'x')",
            [made.entry_id, row.pk],
        )


def waiting(**facts: str) -> Person:
    """Somebody confirmed and determined, who is not ready."""
    person = make.person(facts=make.AT_RISK | facts)
    make.korea_is_not_able()
    make.heard(person)
    make.accepted(person)
    make.determined(person)
    make.confirmed(person)
    return person


def test_forged_opening() -> None:
    """Two signatures open a step that is missing; one service or a late day do not."""
    person = waiting()
    forged_opening(person, services=1)
    forged_opening(person, days=-1)
    with pytest.raises(DatabaseError, match="the law does not permit it"):
        insert(person, make.departure_list())


def test_opening_in_the_database() -> None:
    """The trigger is no wall for two officers either."""
    person = waiting()
    forged_opening(person)
    insert(person, make.departure_list())

    assert DepartureLine.objects.get().person == person


def test_no_opening_of_an_absolute_bar() -> None:
    """Where he would be in danger no signatures count, whoever writes them."""
    person = waiting(**{"risk.serious_harm[KR]": "T"})
    forged_opening(person)
    with pytest.raises(DatabaseError, match="the law does not permit it"):
        insert(person, make.departure_list())


def test_closed_by_an_officer() -> None:
    """A closure keeps him, whoever writes the line."""
    person = make.ready()
    override.close(
        person.pk,
        option="T",
        towards="KR",
        reason="He told the doctor tonight that he is afraid of the journey.",
        citation="GC III Art 12",
        officer=make.officer(),
        at=make.NOON,
    )
    with pytest.raises(DatabaseError, match="closed this way out"):
        insert(person, make.departure_list())


def test_straight_to_departed() -> None:
    """No line begins at the end."""
    make.ready()
    line = make.listed(make.ready())
    with pytest.raises(DatabaseError, match="cannot become"):
        update(line, status="received")


def test_approved_by_the_first_officer() -> None:
    """Approval needs an officer of another authority."""
    line = make.listed()
    with pytest.raises(DatabaseError, match="two officers"):
        update(
            line,
            status="approved",
            approved_by_id=line.listed_by_id,
            approved_at=make.NOON,
        )


def test_approved_without_confirmation() -> None:
    """Approval needs his yes of the last 72 hours."""
    line = make.listed()
    with pytest.raises(DatabaseError, match="not confirmed in time"):
        update(
            line,
            status="approved",
            approved_by_id=make.officer(of=make.second_service()).pk,
            approved_at=make.NOON + timedelta(days=4),
        )


def test_handed_over_against_his_no() -> None:
    """A no at the crossing holds in the database too."""
    person = make.ready()
    line = make.listed(person)
    actions.approve(
        line.pk, officer=make.officer(of=make.second_service()), at=make.NOON
    )
    later = make.NOON + timedelta(hours=1)
    hearing.reconfirm(
        person.pk, stage="border", answer="no", officer=make.officer(), at=later
    )
    with pytest.raises(DatabaseError, match="no yes at the crossing"):
        update(
            DepartureLine.objects.get(pk=line.pk),
            status="handed_over",
            handed_over_by_id=line.listed_by_id,
            handed_over_at=later,
        )


def test_exchanged_for_another() -> None:
    """A line that was approved for one person cannot be given to another."""
    line, other = make.listed(), make.ready()
    with pytest.raises(DatabaseError, match="whom it concerns"):
        update(line, status="approved", person_id=other.pk)


def forge(person: Person, change: str) -> None:
    """Alter the answers of a determination by hand, guards switched off."""
    make.commit()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE determination_answer DISABLE TRIGGER USER")
        cursor.execute(
            f"UPDATE determination_answer SET {change} WHERE determination_id IN"
            " (SELECT id FROM determination_determination WHERE person_id = %s)",
            [person.pk],
        )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE determination_answer ENABLE TRIGGER USER")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_answer_forged() -> None:
    """A forged answer does not open the gate: the law itself is asked again."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    make.determined(person)
    forge(person, "clears = true, contested = false")
    with pytest.raises(DatabaseError, match="the law does not permit"):
        insert(person, make.departure_list("X", towards="RU"))


def test_nothing_seen() -> None:
    """An answer that does not say what the law saw opens nothing."""
    person = make.ready()
    forge(person, "predicates = NULL")
    with pytest.raises(DatabaseError, match="the law does not permit"):
        insert(person, make.departure_list())


def test_another_law() -> None:
    """A database that holds another law than the determination opens nothing."""
    person = make.ready()
    with connection.cursor() as cursor:
        cursor.execute(gate_functions(pack(make.NOON.date(), "will_based")))
    with pytest.raises(DatabaseError, match="another law"):
        insert(person, make.departure_list())


def joined(at: datetime) -> tuple[Person, Person]:
    """Two records of one man; nothing is in the way of either."""
    one, other = (make.person(facts=make.AT_RISK) for _ in range(2))
    make.merged(one, other, at=at)
    for person in (one, other):
        make.heard(person)
        make.accepted(person)
        make.determined(person)
        make.confirmed(person)
    return one, other


BEFORE = make.NOON - timedelta(days=12)


def test_joined_records_that_the_gate_allows() -> None:
    """A line for the leading record passes when nothing is in the way of any."""
    one, _ = joined(BEFORE)
    insert(one, make.departure_list())

    assert DepartureLine.objects.get().person == one


def test_the_other_record_of_a_pair() -> None:
    """Only the leading record goes on a list, whoever writes the line."""
    _, other = joined(BEFORE)
    with pytest.raises(DatabaseError, match="another record of the same person leads"):
        insert(other, make.departure_list())


def test_obstacle_in_the_other_record() -> None:
    """What stands in the way of the other record holds the line of this one."""
    one, other = joined(BEFORE)
    make.open_claim(other)
    with pytest.raises(DatabaseError, match="claim to protection"):
        insert(one, make.departure_list())


def test_closed_in_the_other_record() -> None:
    """A closure of the other record holds it as well."""
    one, other = joined(BEFORE)
    make.closed(other)
    with pytest.raises(DatabaseError, match="closed this way out"):
        insert(one, make.departure_list())


def test_nobody_heard_him_in_the_other_record() -> None:
    """A record nobody worked on is a person nobody determined."""
    one = make.ready()
    other = make.person(facts=make.AT_RISK)
    make.merged(one, other, at=BEFORE)
    with pytest.raises(DatabaseError, match="no reviewed determination"):
        insert(one, make.departure_list())


@pytest.mark.parametrize("undone", [False, True])
def test_joined_since_the_determination(*, undone: bool) -> None:
    """Records that are joined, or parted, have to be determined anew."""
    one, other = make.ready(), make.ready()
    row = make.merged(one, other, at=make.NOON)
    if undone:
        make.parted(row)
    with pytest.raises(DatabaseError, match="joined or parted"):
        insert(one, make.departure_list())


def test_both_records_on_lists() -> None:
    """When two records that stand on lists are joined, neither goes any further."""
    one, other = make.ready(), make.ready()
    line, _ = make.listed(one), make.listed(other)
    make.merged(one, other, at=make.NOON)
    with pytest.raises(DatabaseError, match="is on a list"):
        update(
            line,
            status="approved",
            approved_by_id=make.officer(of=make.second_service()).pk,
            approved_at=make.NOON,
        )


def rewrite(row: Merge, change: str, *values: UUID) -> None:
    """Change a merge by hand, with the entry and the digest of another act."""
    entry = row.proposal.entry_id
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO journal_rowdigest (entry_id, "table", row, digest)'
            " VALUES (%s, 'matching_merge', %s, 'x')",
            [entry, row.pk],
        )
        cursor.execute(
            f"UPDATE matching_merge SET {change}, entry_id = %s WHERE id = %s",
            [*values, entry, row.pk],
        )
    make.commit()


def test_parted_by_one_service() -> None:
    """A merge is not undone by hand with officers of one authority."""
    row = make.merged(make.person(), make.person())
    two = make.officer().pk, make.officer().pk
    with pytest.raises(DatabaseError, match="two authorities"):
        rewrite(
            row,
            "undo_officer_id = %s, undo_second_id = %s, undo_asked = at, undone = at",
            *two,
        )


def test_another_record_leads_by_hand() -> None:
    """Whom a merge joins, and who leads, is never rewritten."""
    row = make.merged(make.person(), make.person())
    with pytest.raises(DatabaseError, match="never rewritten"):
        rewrite(row, "leading_id = other_id, other_id = leading_id")
