import copy
import pickle
from datetime import date, timedelta

import pytest

from safeconduct.disclosure import Person
from safeconduct.exposure import watching
from safeconduct.exposure.watching import watch
from safeconduct.register import actions as register
from safeconduct.register.cards import Claim
from safeconduct.register.models import Person as Record
from safeconduct.text import Page, read
from tests import make

pytestmark = pytest.mark.django_db


def name(text: str, source: str = "stated") -> Claim:
    return Claim(kind="name", source=source, text=text)


def claimed(of: Record, kind: str, text: str, source: str = "family") -> None:
    claim = Claim(kind=kind, source=source, text=text)
    register.claim_identity(of.pk, claim, officer=make.officer(), at=make.NOON)


def only() -> Person:
    (found,) = watching._persons()
    return found


def test_claims_become_a_person() -> None:
    """Each claim stands where the library looks for it; a false name apart."""
    person = make.person(
        claims=[
            *make.EXPOSED,
            name("Баир Цыренов", "card_disputed"),
            Claim(kind="rank", source="stated", text="private"),
            Claim(kind="home", source="stated", text="Hamhung"),
        ]
    )
    make.heard(person, "refuge:KR")

    found = only()

    assert found.id == str(person.pk)
    assert found.names == ("림대혁",)
    assert found.false_names == ("Баир Цыренов",)
    assert (found.nationality, found.birth_date) == ("PRK", date(2003, 2, 15))
    assert (found.role, found.injury) == ("driver; private", "shrapnel in the left arm")
    assert found.capture_month == (2026, 1)
    assert (found.home, found.wish) == ("Hamhung", "asylum")
    assert person.case_number not in repr(found)


def test_claims_that_contradict_leave_a_field_unknown() -> None:
    """A text that follows the other claim must not be held to be of somebody else."""
    person = make.exposed_person()
    claimed(person, "nationality", "RU")
    claimed(person, "birth", "1999")

    found = only()

    assert (found.nationality, found.birth_date) == (None, None)


@pytest.mark.parametrize(
    ("claims", "born"),
    [
        (["1998"], date(1998, 7, 1)),
        (["1998", "1998-03"], date(1998, 3, 15)),
        (["1998-03", "1998-03-09"], date(1998, 3, 9)),
        (["1998-03-09", "1998-11-01"], date(1998, 3, 9)),
        (["1998", "2001"], None),
    ],
)
def test_the_most_exact_day_of_birth(claims: list[str], born: date | None) -> None:
    """Of days that may be one the most exact is taken."""
    assert watching._born(claims) == born


def test_records_of_one_person() -> None:
    """Joined records are one person with all names; parted, they are two."""
    one, two = make.exposed_person(), make.person(claims=[name("Рим Дэ Хёк")])
    third = make.person(claims=[name("Rim Tae Hyok", "card_disputed")])
    make.merged(one, two)
    second = make.merged(two, third)

    found = only()

    assert found.id == str(one.pk)
    assert set(found.names) == {"림대혁", "Рим Дэ Хёк"}
    assert found.false_names == ("Rim Tae Hyok",)
    make.parted(second)
    assert len(list(watching._persons())) == 2


def test_whoever_was_erased_or_died_is_not_looked_for() -> None:
    """Who has left is still protected; the dead and the erased are not looked for."""
    gone = make.departed()
    assert [one.id for one in watching._persons()] == [str(gone.pk)]
    make.erased(gone)

    assert list(watching._persons()) == []


def test_the_watch_is_kept_until_something_changes() -> None:
    """A second asking is answered from memory; each change builds it anew."""
    person = make.person()
    make.common_facts(make.officer())
    first = watch()
    assert watch() is first

    seen = [first.stamp]
    other = make.person()
    for change in (
        lambda: claimed(person, "home", "Hamhung"),
        lambda: make.heard(person),
        lambda: make.merged(person, other),
    ):
        change()
        assert watch().stamp not in seen
        seen.append(watch().stamp)


def test_facts_of_custody_build_nothing_anew() -> None:
    """What the watch does not read costs no new one."""
    person = make.person()
    first = watch()
    register.move(
        person.pk,
        to=make.authority("camp", state="PL").pk,
        day=date(2026, 3, 1),
        officer=make.officer(),
        at=make.NOON + timedelta(hours=1),
    )

    assert watch() is first


def test_it_is_never_written_down() -> None:
    """No pickle, no copy, and no word of it in a log."""
    make.exposed_person()
    found = watch()

    with pytest.raises(TypeError, match="never written down"):
        pickle.dumps(found)
    with pytest.raises(TypeError, match="never written down"):
        copy.deepcopy(found)
    assert repr(found) == "<1 watched>"


def test_a_line_without_end_is_cut() -> None:
    """In pieces that a search can bear, and nothing of it is lost."""
    text = "Dull words. " * 3_000 + "x" * 25_000
    page = read(text.encode())

    cut = watching._in_short_lines(page)

    assert isinstance(cut, Page)
    assert max(len(line.text) for line in cut.lines) <= watching.LONGEST_LINE
    assert "".join(line.text for line in cut.lines) == text
    for line in cut.lines:
        assert text[line.start : line.end] == line.text


def test_who_stands_at_the_end_of_it_is_found() -> None:
    """Where lines are cut makes no difference to whom a report gives away."""
    make.exposed_person()
    endless = "The weather was fine. " * 2_000 + make.TELLING.replace("\n", " ")

    short = watch().look(read(make.TELLING.encode()))
    long = watch().look(read(endless.encode()))

    assert [who for who, _ in long] == [who for who, _ in short] != []
