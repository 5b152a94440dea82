"""`safeconduct matching propose`: pairs from the register or from a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pytest

from safeconduct.cli import environment
from safeconduct.cli.environment import Ready
from safeconduct.cli.main import run
from safeconduct.journal.models import Entry
from safeconduct.matching import actions
from safeconduct.matching.models import Proposal
from safeconduct.register.cards import Claim
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db
PROPOSE = ["matching", "propose", "--as"]


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the database of the tests, and type the password of its officers."""

    @contextmanager
    def ready(data: Path, **_: bool) -> Iterator[Ready]:
        yield Ready(data, None)

    monkeypatch.setattr(environment, "ready", ready)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: make.PASSWORD)


def record(name: str, birth: str) -> Person:
    return make.record(Claim("name", "stated", name), Claim("birth", "stated", birth))


def double() -> tuple[Person, Person]:
    return record("백철수", "2003-05-17"), record("Пэк Чхоль Су", "2003-05-17")


def test_finds_the_double(capsys: pytest.CaptureFixture[str]) -> None:
    """One pair of three records; the reading and the pair are on record."""
    one, other = double()
    record("도하늘", "1998")
    officer = make.officer("assessor")

    assert run([*PROPOSE, officer.username]) == 1

    pair = Proposal.objects.get()
    assert {pair.first_id, pair.second_id} == {one.pk, other.pk}
    assert (pair.origin, pair.officer) == ("run", officer)
    assert pair.probability > 0.9
    told = capsys.readouterr()
    assert "Pairs proposed: 1." in told.out
    for said in ("백철수", "Пэк", "2003"):
        assert said not in told.out + told.err
    kinds = list(Entry.objects.values_list("kind", flat=True))
    assert kinds.count(actions.READ_ALL) == 1
    assert kinds.count(actions.PROPOSED) == 2  # in the record of both
    assert run([*PROPOSE, officer.username]) == 0


def test_what_was_answered_on_is_left_out() -> None:
    """A second run proposes nothing that two officers have refused."""
    one, other = double()
    make.answered(make.pair(one, other), "different")
    officer = make.officer("assessor")

    assert run([*PROPOSE, officer.username, "--at-least", "0"]) == 0

    assert Proposal.objects.get().round == 1


def test_the_bound_and_the_limit() -> None:
    """Only what is likely enough, and so many at most."""
    double()
    double()
    officer = make.officer("assessor")

    assert run([*PROPOSE, officer.username, "--at-least", "1"]) == 0
    assert run([*PROPOSE, officer.username, "--limit", "2"]) == 1

    assert Proposal.objects.count() == 2


def test_a_camp_compares_its_own_records_alone() -> None:
    """What the officer may not read is not compared."""
    double()
    camp = make.authority("camp", state="PL")
    officer = make.officer("registrar", of=camp)

    assert run([*PROPOSE, officer.username]) == 0


def test_who_may_not(capsys: pytest.CaptureFixture[str]) -> None:
    """A role without the right reads nothing; nor does a wrong password."""
    double()
    officer = make.officer("departure_officer")

    assert run([*PROPOSE, officer.username]) == 2
    assert "no right" in capsys.readouterr().err
    assert run([*PROPOSE, "nobody"]) == 2
    assert "There is no such officer" in capsys.readouterr().err
    assert not Entry.objects.filter(kind=actions.READ_ALL).exists()


def test_a_file_of_pairs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows that name two cases are proposed; the others are named by their number."""
    one, other = double()
    file = tmp_path / "pairs.csv"
    file.write_text(
        "first,second\n"
        f"{one.case_number},{other.case_number},0.98\n"
        f"{one.case_number},SC-0000-000\n"
        f"{other.case_number},{one.case_number}\n"
    )

    assert run([*PROPOSE, make.officer().username, "--pairs", str(file)]) == 1

    assert Proposal.objects.get().origin == "file"
    told = capsys.readouterr().err
    assert "Rows without two cases that you may read: 3" in told
    assert "Left out" in told


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"only one column\n", "two case numbers"),
        (b"\xff\xfe\x00", "UTF-8"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes | None,
    said: str,
) -> None:
    """A sentence, and nothing of the file in it."""
    file = tmp_path / "pairs.csv"
    if content is not None:
        file.write_bytes(content)

    assert run([*PROPOSE, make.officer().username, "--pairs", str(file)]) == 2

    assert said in capsys.readouterr().err
