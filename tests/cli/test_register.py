"""Making the index of names anew, at the console."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from safeconduct.cli import environment
from safeconduct.cli.environment import Ready
from safeconduct.cli.main import run
from safeconduct.journal.models import Entry
from safeconduct.register import reindexing
from safeconduct.register.vault.models import NameKey
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_tests_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the database of the tests instead of one in a data folder."""

    @contextmanager
    def ready(data: Path, **_: bool) -> Iterator[Ready]:
        yield Ready(data, None)

    monkeypatch.setattr(environment, "ready", ready)


def test_lost_keys_are_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    """It says how many names there are, and not which."""
    make.person()
    before = NameKey.objects.count()
    NameKey.objects.all().delete()

    assert run(["register", "reindex", "--as", "root"]) == 0

    said = capsys.readouterr()
    assert f"Names: 1. Keys: {before}." in said.out
    assert "홍길동" not in said.out + said.err
    assert NameKey.objects.count() == before > 0
    assert Entry.objects.filter(kind=reindexing.REINDEXED).count() == 1


def test_an_administrator_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Others are refused in a sentence, and so is who is not there."""
    make.person()
    clerk = make.officer("registrar")

    assert run(["register", "reindex", "--as", clerk.username]) == 2
    assert "You have no right" in capsys.readouterr().err
    assert run(["register", "reindex", "--as", "nobody"]) == 2
    assert "There is no officer nobody" in capsys.readouterr().err
    assert not Entry.objects.filter(kind=reindexing.REINDEXED).exists()
