from contextlib import nullcontext
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from safeconduct.cli import environment
from safeconduct.cli.law import law
from safeconduct.law.bulk import second
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _django_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the database of the tests, which is there already."""
    monkeypatch.setattr(environment, "ready", lambda *_, **__: nullcontext())


def run(*arguments: str) -> Result:
    return CliRunner().invoke(law, ["reassess", "--on", "2026-11-01", *arguments])


def test_counts_alone() -> None:
    """What is printed counts, and names nobody."""
    people = [make.person(), make.person(facts=make.AT_RISK)]
    result = run()

    assert result.exit_code == 0
    assert "2 cases in custody, 2 without a determination." in result.stdout
    assert "\n    P  barred 2\n" in result.stdout
    assert "0 stand otherwise" in result.stdout
    assert not [one for one in people if one.case_number in result.stdout]


def test_who_stands_otherwise() -> None:
    """A determination on facts that have gone stale since is counted."""
    make.ready()
    result = run()

    assert "1 stand otherwise" in result.stdout
    assert "changed: facts 1" in result.stdout


def test_the_file_is_ours_alone(tmp_path: Path) -> None:
    """The file has case numbers and statuses, and nobody else may read it."""
    target = tmp_path / "answers.parquet"
    target.write_text("old")
    target.chmod(0o644)
    person = make.person()
    result = run("-o", str(target))

    assert result.exit_code == 0
    assert target.stat().st_mode & 0o777 == 0o600
    assert pl.read_parquet(target).select("id", "P").rows() == [
        (person.case_number, "BARRED")
    ]


def test_nobody_in_custody(tmp_path: Path) -> None:
    """Without anybody there is nothing to write, and that is said."""
    target = tmp_path / "answers.parquet"
    result = run("-o", str(target))

    assert Person.objects.count() == 0
    assert result.exit_code == 2
    assert "Nobody is in custody" in result.stderr
    assert not target.exists()


def test_no_law_yet() -> None:
    """A day before the first law is refused with a sentence."""
    result = run("--on", "1950-01-01")

    assert result.exit_code == 2
    assert "No law is on file for 1950-01-01" in result.stderr


def test_readings_that_differ(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """When two readings differ nothing is printed and nothing written."""
    honest = second.statuses
    monkeypatch.setattr(second, "statuses", lambda *given: honest(*given) * 0)
    make.person()
    result = run("-o", str(tmp_path / "answers.parquet"))

    assert result.exit_code == 2
    assert "Two readings of R1" in result.stderr
    assert result.stdout == ""
    assert not list(tmp_path.iterdir())
