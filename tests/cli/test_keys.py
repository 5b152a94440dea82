import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytest_django import Settings

from safeconduct.cli import environment
from safeconduct.cli.environment import Ready
from safeconduct.cli.main import run
from safeconduct.erasure import backups
from safeconduct.journal.models import Entry
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.models import SubjectKey
from tests import make

pytestmark = pytest.mark.django_db
TO = ["keys", "backup", "--as", "root", "-o"]
FROM = ["keys", "restore", "--as", "root"]


@pytest.fixture(autouse=True)
def _the_tests_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the database of the tests instead of one in a data folder."""

    @contextmanager
    def ready(data: Path, **_: bool) -> Iterator[Ready]:
        yield Ready(data, None)

    monkeypatch.setattr(environment, "ready", ready)


def test_there_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of its owner's alone brings a lost key back; both are acts."""
    person = make.person()
    file = tmp_path / "keys.backup"
    assert run([*TO, str(file), "--days", "7"]) == 0
    assert "may be restored until" in capsys.readouterr().out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    SubjectKey.objects.filter(subject=person.pk).delete()

    assert run([*FROM, str(file)]) == 0

    assert "Keys brought back: 1. Destroyed again: 0." in capsys.readouterr().out
    assert keyring.has_key(person.pk)
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {backups.BACKED_UP, backups.RESTORED} <= kinds


def test_only_an_older_backup_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another file stays as it is, and the attempt is no act."""
    make.administrator()
    file = tmp_path / "safeconduct.env"
    file.write_text("SAFECONDUCT_MASTER_KEY=the only copy\n")

    assert run([*TO, str(file)]) == 2
    assert "is no backup of keys" in capsys.readouterr().err
    assert file.read_text() == "SAFECONDUCT_MASTER_KEY=the only copy\n"
    assert not Entry.objects.filter(kind=backups.BACKED_UP).exists()
    other = tmp_path / "keys.backup"
    assert run([*TO, str(other)]) == 0
    first = other.read_bytes()
    assert run([*TO, str(other)]) == 0
    assert other.read_bytes() != first


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (b"", "no backup of keys"),
        (b"expires 2999-01-01", "altered"),
    ],
)
def test_a_file_that_is_none(
    changed: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be restored is said in a sentence, with exit code 2."""
    make.administrator()
    file = tmp_path / "keys.backup"
    run([*TO, str(file)])
    lines = file.read_bytes().splitlines()
    file.write_bytes(b"\n".join([lines[0], changed, *lines[2:], b""]))

    assert run([*FROM, str(file)]) == 2
    assert sentence in capsys.readouterr().err


def test_refused(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """No such officer, no right, no folder, no file, another master key."""
    make.administrator()
    plain = make.officer("registrar")
    file = tmp_path / "keys.backup"
    assert run([*TO, str(file)]) == 0

    for arguments, sentence in (
        (["keys", "backup", "--as", "nobody", "-o", str(file)], "no officer nobody"),
        (["keys", "backup", "--as", plain.username, "-o", str(file)], "no right"),
        (["keys", "restore", "--as", plain.username, str(file)], "no right"),
        ([*TO, str(tmp_path / "no" / "keys.backup")], "no folder"),
        ([*TO, str(file), "--days", "365"], "90"),
        ([*FROM, str(tmp_path / "absent")], "cannot be read"),
    ):
        assert run(arguments) == 2
        assert sentence in capsys.readouterr().err
    settings.MASTER_KEY = bytes(32)
    assert run([*FROM, str(file)]) == 2
    assert "another master key" in capsys.readouterr().err
