"""Does the doctor find what is wrong, and say what to do?"""

import json
from pathlib import Path

import pytest

from safeconduct.cli import datafolder, main


def diagnosis(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[int, dict[str, str]]:
    code = main.run(["doctor", "--data", str(data), "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    return code, {row["name"]: row["says"] for row in found if not row["ok"]}


@pytest.mark.django_db
def test_all_is_in_order(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No problem, and code 0."""
    # The test's transaction needs its connection afterwards.
    monkeypatch.setattr("safeconduct.cli.environment.close_connections", lambda: None)
    datafolder.write(tmp_path, datafolder.fresh("a.example/log"))

    assert diagnosis(tmp_path, capsys) == (0, {})


def test_there_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The way to make one is told."""
    code, problems = diagnosis(tmp_path / "none", capsys)

    assert code == 1
    assert "safeconduct init" in problems["folder"]


def test_others_can_read_the_keys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The way to close the file is told."""
    file = datafolder.write(tmp_path, datafolder.fresh("a.example/log"))
    file.chmod(0o644)

    code, problems = diagnosis(tmp_path, capsys)

    assert code == 1
    assert "chmod 600" in problems["folder"]


@pytest.mark.parametrize("value", ["short", "!", "c2hvcnQ="])
def test_a_key_is_spoilt(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    value: str,
) -> None:
    """Its name is told and its value is not."""
    monkeypatch.setenv("SAFECONDUCT_MASTER_KEY", value)

    code, problems = diagnosis(tmp_path, capsys)

    assert code == 1
    assert "SAFECONDUCT_MASTER_KEY must be 32 bytes" in problems["settings"]


@pytest.mark.parametrize(
    ("version", "says"), [(None, "no database yet"), ("13", "PostgreSQL 13")]
)
def test_the_cluster_is_missing_or_old(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    version: str | None,
    says: str,
) -> None:
    """It is neither made nor touched."""
    monkeypatch.delenv("SAFECONDUCT_DATABASE_URL")
    if version is not None:
        (tmp_path / "postgres").mkdir()
        (tmp_path / "postgres" / "PG_VERSION").write_text(version)

    code, problems = diagnosis(tmp_path, capsys)

    assert code == 1
    assert says in problems["postgres"]
    assert not (tmp_path / "postgres.log").exists()
