from datetime import date
from typing import Any

import pytest
from django.db import connection

from safeconduct.accounts.errors import NotPermitted
from safeconduct.journal.models import Entry
from safeconduct.law import FACTS, check
from safeconduct.law.kinds import (
    Day,
    Kind,
    Moment,
    OneOf,
    Several,
    SomeOf,
    Words,
    says_freely,
)
from safeconduct.law.kinds import (
    Entry as Record,
)
from safeconduct.law.record import written
from safeconduct.register import actions, queries
from safeconduct.register.cards import Claim
from safeconduct.register.errors import BadCard, NoSuchCase, NotStated
from safeconduct.register.models import CustodyEvent, Fact, IdentityClaim
from tests import make

pytestmark = pytest.mark.django_db
NAME = Claim(kind="name", source="stated", text="백두산")


def test_card_is_taken() -> None:
    """A card becomes a case: number, custody, facts, and one entry."""
    person = make.person()

    assert CustodyEvent.objects.get(person=person).kind == "captured"
    assert queries.facts_in_force(person.pk, at=make.NOON)["status.powers"] == ["KP"]
    assert Entry.objects.filter(subject=person.pk, kind=actions.REGISTERED).count() == 1


def test_name_is_nowhere_in_clear() -> None:
    """The name stands in no table of the database, in no spelling of its bytes.

    One is known to hold it: the vault's keys by which a name is found.
    """
    make.person(claims=[NAME])
    tables = set(connection.introspection.table_names()) - {"register_namekey"}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(
                f'SELECT count(*) FROM "{table}" AS t WHERE t::text LIKE %s',
                ["%백두산%"],
            )
            assert cursor.fetchone() == (0,), table
            cursor.execute(
                f'SELECT count(*) FROM "{table}" AS t WHERE t::text LIKE %s',
                [f"%{'백두산'.encode().hex()}%"],
            )
            assert cursor.fetchone() == (0,), table


def test_vault_is_opened_by_an_act() -> None:
    """Whoever looks says why, and the look is in the journal."""
    person = make.person(claims=[NAME])
    clerk = make.officer("registrar")
    found = actions.open_vault(
        person.pk,
        reason="Comparing the card with the list.",
        officer=clerk,
        at=make.NOON,
    )

    assert [(c.text, c.script) for c in found] == [("백두산", "Hang")]
    entry = Entry.objects.get(subject=person.pk, kind=actions.OPENED_VAULT)
    assert (entry.actor, entry.purpose) == (clerk, "registration")


def test_vault_without_reason() -> None:
    """No reason, no look."""
    with pytest.raises(NotStated, match="Say why"):
        actions.open_vault(
            make.person().pk, reason=" ", officer=make.officer(), at=make.NOON
        )


@pytest.mark.parametrize("role", ["monitor", "press_officer", "departure_officer"])
def test_vault_without_right(role: str) -> None:
    """Who has no business with identities does not see them."""
    with pytest.raises(NotPermitted):
        actions.open_vault(
            make.person().pk,
            reason="Curious about him.",
            officer=make.officer(role),
            at=make.NOON,
        )


def test_claims_stand_side_by_side() -> None:
    """A second name takes nothing away from the first."""
    person = make.person(claims=[NAME])
    false_name = Claim(kind="name", source="card_disputed", text="Бадма Цыренов")
    actions.claim_identity(person.pk, false_name, officer=make.officer(), at=make.NOON)

    assert IdentityClaim.objects.filter(person=person, kind="name").count() == 2


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (Claim(kind="shoe", source="stated", text="43"), "no identity claim"),
        (Claim(kind="name", source="rumour", text="X"), "no source"),
        (Claim(kind="name", source="stated", text="  "), "1 to 200"),
        (Claim(kind="name", source="stated", text="x" * 201), "1 to 200"),
        (Claim(kind="birth", source="stated", text="May 2003"), "2003-05-17"),
        (Claim(kind="birth", source="stated", text="2003-13"), "2003-05-17"),
    ],
)
def test_bad_claim(claim: Claim, why: str) -> None:
    """A claim that cannot be kept is refused with a sentence that helps."""
    with pytest.raises(BadCard, match=why):
        make.person(claims=[NAME, claim])


def test_no_name() -> None:
    """A card needs a name, true or false."""
    with pytest.raises(BadCard, match="needs a name"):
        make.person(claims=[])


def test_captured_tomorrow() -> None:
    """Nobody is captured in the future."""
    with pytest.raises(BadCard, match="future"):
        make.person(taken_on=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("risk.tortur[KP]", "T", "Did you mean risk.torture"),
        ("risk.torture[KP]", "maybe", "cannot be"),
        ("wish.current", "return", "cannot be stated"),
        ("hearing.valid", "T", "cannot be stated"),
        ("claim.status", "none", "cannot be stated"),
        ("conflict.active_hostilities", "F", "of the whole house"),
    ],
)
def test_bad_fact(name: str, value: str, why: str) -> None:
    """A fact that cannot be stated so is refused, and nothing of it is kept."""
    person = make.person()
    before = Fact.objects.count()
    with pytest.raises(NotStated, match=why):
        actions.state_facts(
            person.pk,
            {name: value},
            reason="A test.",
            officer=make.officer(),
            at=make.NOON,
        )
    assert Fact.objects.count() == before


def _examples() -> dict[str, Any]:
    """A value for each fact that must never stand in a clear column."""
    return {
        fact.stem: example(fact.kind)
        for fact in FACTS.values()
        if fact.identity or says_freely(fact.kind)
    }


def _registered(facts: dict[str, Any]) -> None:
    actions.register(
        make.card(facts=facts),
        holder=make.authority("camp").pk,
        officer=make.officer(),
        at=make.NOON,
    )


def example(kind: Kind) -> Any:
    """Make a value of a kind, as a program would send it."""
    match kind:
        case OneOf(words=words) | SomeOf(words=words):
            return words[0]
        case Several(of=member):
            return [example(member)]
        case Record():
            return {name: example(field) for name, field in kind.fields.items()}
        case Day() | Moment():
            return "1999-05-17"
        case Words():
            return "Hong Gil-dong"
        case _:
            return "T"


@pytest.mark.parametrize("name", _examples())
def test_no_identity_in_a_clear_column(name: str) -> None:
    """Who he is goes to the vault, and free words into the sealed reason.

    Neither a statement nor a capture card can carry it, and no refusal repeats it.
    """
    person, value = make.person(), _examples()[name]
    with pytest.raises(NotStated, match=rf"{name} cannot be stated: it") as refusal:
        actions.state_facts(
            person.pk,
            {name: value},
            reason="A test.",
            officer=make.officer(),
            at=make.NOON,
        )
    with pytest.raises(NotStated, match=r"identity vault|sealed"):
        _registered({name: value})

    assert not Fact.objects.filter(name=name).exists()
    assert "Hong" not in str(refusal.value)


@pytest.mark.parametrize("name", ["hearing.valid", "wish.current", "claim.status"])
def test_a_card_states_what_can_be_stated(name: str) -> None:
    """What follows from a hearing or a claim cannot come with the capture card."""
    with pytest.raises(NotStated, match="cannot be stated: it follows"):
        _registered({name: {"hearing.valid": "T"}.get(name, "U")})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status.fell_into_power_at", "2026-01-10T06:00:00+02:00"),
        ("card.offered_at", "2026-01-12"),
        ("health.last_inspection", "2026-02-20"),
        ("safety.threat_from", ["fellow_prisoners"]),
        ("penal.disciplinary", [{"begun": "2026-02-01", "days": 3}]),
        ("questioning.language", "ko"),
    ],
)
def test_what_no_norm_reads_can_be_stated(name: str, value: Any) -> None:
    """Dates and plain words that clocks and people need are kept, in normal form."""
    person = make.person()
    [row] = actions.state_facts(
        person.pk,
        {name: value},
        reason="Seen in the file.",
        officer=make.officer(),
        at=make.NOON,
    )

    assert row.value == written(check({name: value})[name])
    assert queries.facts_in_force(person.pk, at=make.NOON)[name] == row.value


def test_contradiction() -> None:
    """A fact that contradicts one in force is refused: the older is named."""
    person = make.person(facts=make.NO_RISK)
    with pytest.raises(NotStated, match=r"risk\.serious_harm\[KP\]"):
        actions.state_facts(
            person.pk,
            {"risk.torture[KP]": "T"},
            reason="A new report.",
            officer=make.officer(),
            at=make.NOON,
        )


def test_each_service_its_facts() -> None:
    """A doctor speaks of health and not of risk."""
    person, doctor = make.person(), make.officer("doctor")
    actions.state_facts(
        person.pk,
        {"health.capacity": "F"},
        reason="Seen.",
        officer=doctor,
        at=make.NOON,
    )
    with pytest.raises(NotPermitted, match=r"risk\.state"):
        actions.state_facts(
            person.pk,
            {"risk.torture[KP]": "F"},
            reason="?",
            officer=doctor,
            at=make.NOON,
        )


def test_newest_statement_holds() -> None:
    """Of two statements the newer one is in force, and the older one is kept."""
    person = make.person()
    actions.state_facts(
        person.pk,
        {"health.capacity": "F"},
        reason="Feverish today.",
        officer=make.officer(),
        at=make.NOON,
    )

    assert queries.facts_in_force(person.pk, at=make.NOON)["health.capacity"] == "F"
    kept = [
        s
        for s in queries.statements(person.pk, at=make.NOON)
        if s.name == "health.capacity"
    ]
    assert [(s.value, s.in_force) for s in kept] == [("F", True), ("T", False)]
    assert kept[0].reason == "Feverish today."


def test_stale_fact_is_unknown() -> None:
    """A finding that is no longer fresh is not in force any more."""
    person = make.person(facts=make.AT_RISK)
    later = make.NOON.replace(month=6)

    assert "risk.serious_harm[KP]" not in queries.facts_in_force(person.pk, at=later)
    assert "person.is_minor" in queries.facts_in_force(person.pk, at=later)


def test_another_camp() -> None:
    """An officer of another camp gets the same answer as for a case that is none."""
    person = make.person()
    other = make.officer("registrar", of=make.authority("camp", state="PL"))
    for number in (person.case_number, "SC-0000-000"):
        with pytest.raises(NoSuchCase, match="no such case"):
            queries.case(number, officer=other)


def test_case_number_as_typed() -> None:
    """A number is found as people write it down."""
    person = make.person()
    typed = person.case_number.lower().replace("-", " ").replace("0", "O")

    assert queries.case(typed, officer=make.officer()) == person


def test_moved() -> None:
    """A person who is moved belongs to the new camp, and not to the old one."""
    person = make.person()
    camp = make.authority("camp", state="PL")
    actions.move(
        person.pk,
        to=camp.pk,
        day=date(2026, 3, 1),
        officer=make.officer(),
        at=make.NOON,
    )

    keeper = make.officer("registrar", of=camp)
    assert queries.case(person.case_number, officer=keeper).holder == camp


def test_held_by_nobody_who_holds() -> None:
    """A mission or a press office holds no prisoners."""
    person, mission = make.person(), make.authority("mission", state="KR")
    with pytest.raises(BadCard, match="Only a camp"):
        actions.move(
            person.pk,
            to=mission.pk,
            day=date(2026, 3, 1),
            officer=make.officer(),
            at=make.NOON,
        )


def test_camp_speaks_for_itself() -> None:
    """A camp's legal officer does not declare the hostilities over."""
    lawyer = make.officer("legal_officer", of=make.authority("camp"))
    with pytest.raises(NotPermitted):
        actions.state_common_facts(
            {"conflict.active_hostilities": "F"},
            reason="It is quiet here.",
            officer=lawyer,
            at=make.NOON,
        )
