"""Is the data folder found, and are its keys kept?"""

import base64
import os
import stat
from pathlib import Path

import pytest

from safeconduct.cli import datafolder, environment, main
from safeconduct.cli.refusal import Refused


def test_the_folder_that_is_named_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the environment, then the home folder."""
    monkeypatch.setenv("SAFECONDUCT_DATA", "/from/environment")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert datafolder.choose(Path("/named")) == Path("/named")
    assert datafolder.choose(None) == Path("/from/environment")
    monkeypatch.delenv("SAFECONDUCT_DATA")
    assert datafolder.choose(None, name="x") == tmp_path / "x"


def test_home_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The account's own home folder is used, never the current one."""
    for name in ("SAFECONDUCT_DATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "")

    assert datafolder.choose(None).is_absolute()


def test_init_makes_keys_that_only_their_owner_reads(tmp_path: Path) -> None:
    """Two registers never share a key."""
    for name in ("one", "two"):
        where = ["--data", str(tmp_path / name), "--origin", "a.example/log"]
        assert main.run(["init", *where]) == 0
    one, two = (datafolder.read(tmp_path / name) for name in ("one", "two"))

    assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "one" / datafolder.FILE).stat().st_mode) == 0o600
    for name in ("SAFECONDUCT_MASTER_KEY", "SAFECONDUCT_LOG_KEY"):
        assert len(base64.b64decode(one[name])) == 32
        assert one[name] != two[name]
    assert one["SAFECONDUCT_LOG_ORIGIN"] == "a.example/log"


def test_init_where_keys_are_already(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They may be the only copy: nothing is changed."""
    where = ["--data", str(tmp_path), "--origin", "a.example/log"]
    main.run(["init", *where])
    before = (tmp_path / datafolder.FILE).read_bytes()

    assert main.run(["init", *where]) == 2
    assert "not changed" in capsys.readouterr().err
    assert (tmp_path / datafolder.FILE).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [datafolder.FILE]


@pytest.mark.parametrize("origin", ["", "a b", "a+b", "https://a.example/log", "/log"])
def test_a_name_no_log_can_have(tmp_path: Path, origin: str) -> None:
    """It is refused before keys are made for it."""
    assert main.run(["init", "--data", str(tmp_path), "--origin", origin]) == 2
    assert not list(tmp_path.iterdir())


def test_the_file_of_settings(tmp_path: Path) -> None:
    """Comments, blank lines, quotes and equals signs are read as meant."""
    (tmp_path / datafolder.FILE).write_text(
        "# a comment\n\nA=1\n B = two words \nC='quoted'\nD=\"x=\"\nE=\n"
    )

    read = datafolder.read(tmp_path)

    assert read == {"A": "1", "B": "two words", "C": "quoted", "D": "x=", "E": ""}


def test_a_line_that_is_no_setting(tmp_path: Path) -> None:
    """Its number is told and its text is not: it may be a key."""
    (tmp_path / datafolder.FILE).write_text("A=1\nsecret\n")

    with pytest.raises(Refused, match="Line 2") as refused:
        datafolder.read(tmp_path)
    assert "secret" not in refused.value.message


def test_the_real_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that is set is not read from the file."""
    monkeypatch.setenv("SAFECONDUCT_LOG_ORIGIN", "real.example/log")
    (tmp_path / datafolder.FILE).write_text("SAFECONDUCT_LOG_ORIGIN=file.example/log\n")

    environment.read_settings(tmp_path)

    assert os.environ["SAFECONDUCT_LOG_ORIGIN"] == "real.example/log"


def test_a_folder_without_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence tells how to make them."""
    for name in environment.NEEDED:
        monkeypatch.delenv(name)

    with pytest.raises(Refused, match="safeconduct init --data"):
        environment.read_settings(tmp_path)
