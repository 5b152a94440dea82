"""Finding a person by what is typed of a name: whom, why, and whom never."""

from datetime import timedelta
from uuid import UUID

import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.models import Authority, Officer
from safeconduct.erasure import backups
from safeconduct.journal import staff
from safeconduct.journal.models import Entry
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.models import SubjectKey
from safeconduct.register import actions, reindexing, search
from safeconduct.register.cards import Claim
from safeconduct.register.errors import NotStated, SearchEnded
from safeconduct.register.models import Person
from safeconduct.register.search import Found
from safeconduct.register.vault import name_keys
from safeconduct.register.vault.models import NameKey
from tests import make

pytestmark = pytest.mark.django_db
REASON = "A family asks after a son."


def named(*names: str, holder: Authority | None = None) -> Person:
    """A person with these names, and nothing else that is special."""
    claims = [Claim(kind="name", source="stated", text=name) for name in names]
    return make.person(claims=claims, holder=holder)


def opened(officer: Officer) -> UUID:
    made = actions.open_search(reason=REASON, officer=officer, at=make.NOON)
    return UUID(str(made.pk))


def find(text: str, officer: Officer | None = None, *, most: int = 20) -> Found:
    clerk = officer or make.officer("registrar")
    return search.search(
        text, search=opened(clerk), officer=clerk, at=make.NOON, most=most
    )


def found(text: str, officer: Officer | None = None) -> list[str]:
    return [hit.person.case_number for hit in find(text, officer).hits]


@pytest.mark.parametrize(
    "typed",
    [
        *("ㅂ", "배", "백", "백ㅊ", "백처", "백철", "백철수"),
        *("paek", "paek ch", "Paek Ch'ol", "baek cheol s", "PAEK CHOL SU"),
        *("Пэк", "Пэк Ч", "Пэк Чхоль", "пек чол су"),
    ],
)
def test_half_typed_in_three_scripts(typed: str) -> None:
    """Every beginning of his name finds him, in whatever script it is typed."""
    person = named("백철수")
    other = named("김영호")

    numbers = found(typed)

    assert person.case_number in numbers
    assert other.case_number not in numbers


@pytest.mark.parametrize("written", ["백철수", "Paek Ch'ŏl-su", "Пэк Чхоль Су"])
@pytest.mark.parametrize(
    "typed", ["백철수", "Paik Chul Soo", "Chol-su Paek", "Пек Чол Су"]
)
def test_any_script_finds_any(written: str, typed: str) -> None:
    """Whatever script the card is in, the name is found from each, and weighed."""
    person = named(written)
    named("박영호")

    first = find(typed).hits[0]

    assert first.person == person
    assert first.claim.text == written
    assert first.how == "whole"
    assert first.weight is not None
    assert first.weight > 5
    assert first.reasons


@pytest.mark.parametrize("typed", ["철수", "Chol-su", "Чхоль Су", "철ㅅ"])
def test_the_surname_is_missing(typed: str) -> None:
    """The given name alone finds him."""
    person = named("백철수")
    named("김영호")

    assert found(typed) == [person.case_number]


@pytest.mark.parametrize(
    "typed",
    [
        *("Taras Shevchenko", "Shevchenko Taras", "shevch", "tara", "taras sh"),
        *("Тарас Шевченко", "шевченко т", "Шевченко", "SHEVCHENKO Taras"),
    ],
)
def test_a_ukrainian_name(typed: str) -> None:
    """Words in any order and in both alphabets, the last one half typed."""
    person = named("Шевченко Тарас Григорович")
    named("Іваненко Микола")

    assert found(typed) == [person.case_number]


@pytest.mark.parametrize("written", ["Шевченко Т. Г.", "T. Shevchenko"])
@pytest.mark.parametrize(
    "typed", ["Шевченко Тарас Григорович", "Taras Shevchenko", "Shevchenko T."]
)
def test_the_whole_name_finds_initials(written: str, typed: str) -> None:
    """What a list says in short is found, and before another initial."""
    person = named(written)
    named("Шевченко А. Г.")

    assert found(typed)[0] == person.case_number


@pytest.mark.parametrize(
    "typed", ["Paek Chol-sy", "Peak Chol-su", "Shevchemko Taras", "Шевчнко Тарас"]
)
def test_one_typing_error(typed: str) -> None:
    """One wrong, missing or exchanged letter does not lose him."""
    people = {named("백철수").case_number, named("Шевченко Тарас").case_number}

    numbers = found(typed)

    assert len(numbers) >= 1
    assert numbers[0] in people


def test_the_likeliest_comes_first() -> None:
    """Who bears the name stands before him whose name only begins like it."""
    longer = named("백철수아")
    person = named("백철수")

    assert found("백철수") == [person.case_number, longer.case_number]


def test_one_person_once() -> None:
    """Who has several names that fit is listed once, with the best of them."""
    person = named("Paek Chol-su", "백철수", "Иванов Иван")

    hits = find("백철수").hits

    assert [hit.person for hit in hits] == [person]
    assert hits[0].claim.text == "백철수"


def test_more_than_are_shown() -> None:
    """A cut list says so."""
    for _ in range(3):
        named("김영호")

    cut = find("김", most=2)

    assert len(cut.hits) == 2
    assert cut.has_more
    assert not find("김", most=3).has_more


def test_a_later_claim_is_found_at_once() -> None:
    """A name that is added in the vault is found by it; other claims are not names."""
    person = named("백철수")
    clerk = make.officer()
    for kind, text in [("name", "Цой Сон Чер"), ("unit", "최강대")]:
        claim = Claim(kind=kind, source="stated", text=text)
        actions.claim_identity(person.pk, claim, officer=clerk, at=make.NOON)

    assert found("최성철") == [person.case_number]
    assert found("최강대") == []


def test_another_camp_finds_nobody() -> None:
    """A camp finds its own people alone, however many others bear the name."""
    here, there = make.authority("camp"), make.authority("camp", state="PL")
    own = named("백철수", holder=here)
    foreign = named("백철수", holder=there)

    assert found("백철수", make.officer("registrar", of=here)) == [own.case_number]
    assert found("ㅂ", make.officer("registrar", of=there)) == [foreign.case_number]
    assert len(found("백철수")) == 2


def test_who_is_cut_off_hides_nobody() -> None:
    """The scope is asked before the cut: a hundred strangers do not push him out."""
    here, there = make.authority("camp"), make.authority("camp", state="PL")
    stranger = named("백철수", holder=there)
    mine = named("백철수", holder=here)
    key = NameKey.objects.filter(holder=there).get()
    claims = [
        actions.claim_identity(
            stranger.pk,
            Claim(kind="name", source="comrade", text="백철수"),
            officer=make.officer(),
            at=make.NOON,
        )
        for _ in range(80)
    ]

    assert NameKey.objects.filter(key=key.key, holder=there).count() == len(claims) + 1
    assert found("백철수", make.officer("registrar", of=here)) == [mine.case_number]


def test_who_is_moved_is_found_by_his_new_camp() -> None:
    """The keys follow him, whoever moves him."""
    here, there = make.authority("camp"), make.authority("camp", state="PL")
    person = named("백철수", holder=here)
    actions.move(
        person.pk,
        to=there.pk,
        day=make.NOON.date(),
        officer=make.officer(),
        at=make.NOON,
    )

    assert found("백철수", make.officer("registrar", of=here)) == []
    assert found("백철수", make.officer("registrar", of=there)) == [person.case_number]


def test_who_was_erased_is_found_by_nothing() -> None:
    """With his key go his names, also in the table of the database."""
    person = make.departed()
    assert found("홍길동") == [person.case_number]

    make.erased(person)

    assert found("홍길동") == []
    assert not NameKey.objects.filter(claim__person=person).exists()


def test_erased_again_from_a_backup_of_keys() -> None:
    """Where restored keys are destroyed again, the names that came back go as well."""
    person, root = make.departed(), make.administrator()
    kept = list(NameKey.objects.filter(claim__person=person))
    make.erased(person)
    content = backups.back_up(days=7, officer=root, at=make.NOON)
    SubjectKey.objects.filter(subject=person.pk).delete()
    NameKey.objects.bulk_create(kept)

    backups.restore(content, officer=root, at=make.NOON)

    assert not NameKey.objects.filter(claim__person=person).exists()


def test_opening_a_search_is_an_act() -> None:
    """Who searches, and why, is on record with the office; what he types is not."""
    named("백철수")
    clerk = make.officer("registrar")
    before = Entry.objects.count()
    leave = opened(clerk)
    for typed in ("ㅂ", "배", "백"):
        search.search(typed, search=leave, officer=clerk, at=make.NOON)

    assert Entry.objects.count() == before + 1
    entry = Entry.objects.get(kind=actions.OPENED_SEARCH)
    assert (entry.subject, entry.actor) == (keyring.OFFICE, clerk)
    assert entry.purpose == "registration"


def test_no_reason_no_search() -> None:
    """A word is no reason."""
    with pytest.raises(NotStated, match="Say why"):
        actions.open_search(
            reason=" why  ", officer=make.officer("registrar"), at=make.NOON
        )


@pytest.mark.parametrize("role", ["doctor", "departure_officer", "monitor", "liaison"])
def test_who_does_not_read_the_vault_does_not_search(role: str) -> None:
    """Neither opening a search nor using one is for him."""
    officer = make.officer(role)
    with pytest.raises(NotPermitted):
        actions.open_search(reason=REASON, officer=officer, at=make.NOON)

    leave = opened(make.officer("registrar"))
    with pytest.raises(NotPermitted):
        search.search("백", search=leave, officer=officer, at=make.NOON)


def test_a_search_ends() -> None:
    """After a quarter of an hour, and with the role; it is nobody else's."""
    clerk = make.officer("registrar")
    leave = opened(clerk)
    late = make.NOON + actions.SEARCH_LASTS

    search.search("백", search=leave, officer=clerk, at=late - timedelta(seconds=1))
    with pytest.raises(SearchEnded):
        search.search("백", search=leave, officer=clerk, at=late)
    with pytest.raises(SearchEnded):
        other = make.officer("registrar")
        search.search("백", search=leave, officer=other, at=make.NOON)
    staff.dismiss(clerk, "registrar", officer=make.administrator(), at=make.NOON)
    with pytest.raises(NotPermitted):
        search.search("백", search=leave, officer=clerk, at=make.NOON)


@pytest.mark.parametrize(
    "typed", ["", "  ", "?", "'", "%", "\\", "123", "ㅋㅋㅋ", "\0"]
)
def test_what_is_no_name_finds_nobody(typed: str) -> None:
    """Signs, digits and nothing at all are an empty answer, not an error."""
    named("백철수")

    assert found(typed) == []


def test_too_long_for_a_name() -> None:
    """A sentence, at once."""
    with pytest.raises(NotStated, match="200"):
        find("백" * 10_000)


def test_what_is_too_long_for_a_name_has_no_keys() -> None:
    """A card refuses it; whatever else brings it is not stopped by its search."""
    assert name_keys.of("Шевченко Т. " + "Г" * 200) == {}


def test_reindexing_brings_the_keys_back() -> None:
    """Lost keys are made anew from the vault, those of the erased are not."""
    gone, person = make.departed(), named("백철수", "Paek Chol-su")
    make.erased(gone)
    before = {(row.claim_id, row.key, row.cost) for row in NameKey.objects.all()}
    NameKey.objects.all().delete()

    *_, done = reindexing.reindex(officer=make.administrator(), at=make.NOON)

    after = {(row.claim_id, row.key, row.cost) for row in NameKey.objects.all()}
    assert after == before
    assert (done.persons, done.names) == (2, 2)
    assert found("백철수") == [person.case_number]
    assert Entry.objects.filter(kind=reindexing.REINDEXED).exists()


def test_only_an_administrator_reindexes() -> None:
    """It reads every name there is."""
    named("백철수")
    with pytest.raises(NotPermitted):
        next(reindexing.reindex(officer=make.officer("registrar"), at=make.NOON))
    assert NameKey.objects.exists()
