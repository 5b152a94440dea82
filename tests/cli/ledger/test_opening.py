import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_django import Settings

from safeconduct.accounts.models import Officer
from safeconduct.cli import environment
from safeconduct.cli.environment import Ready
from safeconduct.cli.ledger import ledger
from safeconduct.journal.models import Entry, Leaf, Padding
from safeconduct.keyring.actions import destroy
from tests import make
from tests.journal.published import published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_tests_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the database of the tests instead of one in a data folder."""

    @contextmanager
    def ready(data: Path, **_: bool) -> Iterator[Ready]:
        yield Ready(data, None)

    monkeypatch.setattr(environment, "ready", ready)


@pytest.fixture
def clerk(settings: Settings, tmp_path: Path) -> Officer:
    """A legal officer; a hearing is published, and outsiders have a policy."""
    make.heard(make.person())
    officer = make.officer("legal_officer")
    policy = published(settings, tmp_path / "log")
    (tmp_path / "policy").write_bytes(policy.text)
    return officer


def heard() -> int:
    entry = Entry.objects.get(kind="hearing.recorded")
    return Leaf.objects.get(commitment=entry.commitment).index


def open_(
    entry: object, officer: Officer, file: Path, *more: str, typed: str = ""
) -> Result:
    command = ["open", str(entry), "--as", officer.username, "-o", str(file), *more]
    return CliRunner().invoke(ledger, command, typed or f"{make.PASSWORD}\n")


def check(file: Path, tmp_path: Path) -> Result:
    policy = str(tmp_path / "policy")
    command = ["open", "--verify", str(file), "--policy", policy]
    return CliRunner().invoke(ledger, command)


FOR = ("--field", "act", "--field", "wish", "--for", "Counsel")


def test_opened_and_checked(clerk: Officer, tmp_path: Path) -> None:
    """By its index, with the password typed; the file proves itself to the policy."""
    file = tmp_path / "opened.json"
    result = open_(heard(), clerk, file, *FOR)

    assert result.exit_code == 0, result.output
    assert make.PASSWORD not in result.output
    assert file.stat().st_mode & 0o777 == 0o600
    assert Entry.objects.get(kind="journal.opened").actor_id == clerk.pk
    told = check(file, tmp_path)
    assert told.exit_code == 0
    assert told.stdout.splitlines() == [
        f"True: entry {heard()} of ledger.test.example/log1 says",
        '  act: "hearing.recorded"',
        '  wish: "refuge:KR"',
    ]


def test_by_the_id_of_the_act(clerk: Officer, tmp_path: Path) -> None:
    """The id that the timeline tells leads to the entry as well."""
    file = tmp_path / "opened.json"
    entry = Entry.objects.get(kind="hearing.recorded")

    assert open_(entry.pk, clerk, file, *FOR).exit_code == 0
    assert json.loads(file.read_text())["index"] == heard()


def test_a_dummy(clerk: Officer, tmp_path: Path) -> None:
    """A dummy opens as padding."""
    dummy = Padding.objects.first()
    assert dummy is not None
    index = Leaf.objects.get(commitment=dummy.commitment).index
    file = tmp_path / "opened.json"
    result = open_(index, clerk, file, "--field", "act", "--for", "ICRC")

    assert result.exit_code == 0, result.output
    assert '  act: "padding"' in check(file, tmp_path).stdout


def test_the_recipient_is_asked(clerk: Officer, tmp_path: Path) -> None:
    """Whom it is for is asked where it was not said."""
    file = tmp_path / "opened.json"
    typed = f"{make.PASSWORD}\nThe ICRC\n"
    result = open_(heard(), clerk, file, "--field", "act", typed=typed)

    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("entry", "more", "typed", "sentence"),
    [
        ("0x1", FOR, "", "Name an entry by its index"),
        ("10000", FOR, "", "no such entry"),
        ("9" * 18, FOR, "", "no such entry"),
        ("HEARD", FOR, "wrong\n", "password is another"),
        ("HEARD", ("--field", "colour", "--for", "ICRC"), "", "Choose one or more"),
        ("HEARD", ("--for", "ICRC"), "", "act, actor, at, authority"),
        ("HEARD", ("--field", "act", "--for", "x"), "", "Say whom"),
    ],
)
def test_refused(
    clerk: Officer,
    tmp_path: Path,
    entry: str,
    more: tuple[str, ...],
    typed: str,
    sentence: str,
) -> None:
    """Each refusal is a sentence; no file is written and no act recorded."""
    file = tmp_path / "opened.json"
    named = heard() if entry == "HEARD" else entry
    result = open_(named, clerk, file, *more, typed=typed)

    assert result.exit_code == 2
    assert sentence in result.output
    assert not file.exists()
    assert not Entry.objects.filter(kind="journal.opened").exists()


def test_without_the_right(clerk: Officer, tmp_path: Path) -> None:
    """Whoever administers opens nothing."""
    other = make.officer("administrator")
    result = open_(heard(), other, tmp_path / "opened.json", *FOR)

    assert clerk != other
    assert result.exit_code == 2
    assert "no right" in result.output


def test_erased(clerk: Officer, tmp_path: Path) -> None:
    """Of who was erased nothing is opened; what was opened before stays true."""
    file = tmp_path / "opened.json"
    open_(heard(), clerk, file, *FOR)
    destroy(Entry.objects.get(kind="hearing.recorded").subject, at=make.NOON)
    result = open_(heard(), clerk, tmp_path / "again.json", *FOR)

    assert result.exit_code == 2
    assert "erased" in result.output
    assert check(file, tmp_path).exit_code == 0


def test_altered(clerk: Officer, tmp_path: Path) -> None:
    """A file whose parts do not belong together proves nothing: exit 1."""
    file = tmp_path / "opened.json"
    open_(heard(), clerk, file, *FOR)
    members = json.loads(file.read_text())
    members["commitment"] = "01" + "00" * 32
    file.write_text(json.dumps(members))
    result = check(file, tmp_path)

    assert result.exit_code == 1
    assert result.stdout.startswith("Not proved:")


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize("content", [None, b"", b"{}", b"\x1b[2J"])
def test_no_such_file(tmp_path: Path, content: bytes | None) -> None:
    """What is no opened entry is said so: exit 2."""
    file = tmp_path / "opened.json"
    if content is not None:
        file.write_bytes(content)
    result = check(file, tmp_path)

    assert result.exit_code == 2
    assert "\x1b" not in result.output


def test_nobody_to_believe(tmp_path: Path) -> None:
    """Without policy and key nothing is checked; a register is not asked either."""
    (tmp_path / "x").write_text("{}")
    result = CliRunner().invoke(ledger, ["open", "--verify", str(tmp_path / "x")])
    nothing = CliRunner().invoke(ledger, ["open"])

    assert (result.exit_code, nothing.exit_code) == (2, 2)
    assert "Say whom you believe" in result.output
    assert "Say which entry" in nothing.output
