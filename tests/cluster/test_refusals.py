"""Does a start that cannot succeed say why, and leave everything as it was?"""

import subprocess
from pathlib import Path

import pytest

from safeconduct import cluster
from safeconduct.cluster import account, binaries, creation


def refusal(data: Path, kind: type[cluster.ClusterError]) -> str:
    with pytest.raises(kind) as refused, cluster.start(data):
        pass
    return str(refused.value)


def test_the_folder_cannot_be_made(tmp_path: Path) -> None:
    """The sentence names the folder, the reason and the way out."""
    (tmp_path / "file").touch()

    said = refusal(tmp_path / "file" / "data", cluster.DataFolderUnusable)

    assert str(tmp_path / "file" / "data") in said
    assert "Not a directory" in said
    assert "--data" in said


def test_the_folder_is_a_file(tmp_path: Path) -> None:
    """A file is refused, and kept."""
    (tmp_path / "file").write_text("kept")

    refusal(tmp_path / "file", cluster.DataFolderUnusable)

    assert (tmp_path / "file").read_text() == "kept"


def test_nothing_can_be_written_into_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a read-only disk."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("safeconduct.cluster.lock.os.open", refuse)

    assert "Permission denied" in refusal(tmp_path, cluster.DataFolderUnusable)


def test_the_cluster_is_of_another_version(tmp_path: Path) -> None:
    """It is not touched, and the sentence tells both versions and the way."""
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("13\n")

    said = refusal(tmp_path, cluster.OtherVersion)

    assert "PostgreSQL 13" in said
    assert f"PostgreSQL {binaries.find().major}" in said
    assert [path.name for path in (tmp_path / "postgres").iterdir()] == ["PG_VERSION"]


def test_something_else_lies_in_the_clusters_place(tmp_path: Path) -> None:
    """It is not touched."""
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "letter.txt").write_text("kept")

    refusal(tmp_path, cluster.NotACluster)

    assert (tmp_path / "postgres" / "letter.txt").read_text() == "kept"


def test_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new cluster is not begun without room for it."""
    monkeypatch.setattr(creation, "ROOM", 1 << 62)

    assert "room" in refusal(tmp_path, cluster.DiskFull)
    assert not (tmp_path / "postgres").exists()


def test_the_cluster_is_damaged(tmp_path: Path) -> None:
    """PostgreSQL's own reason is passed on, with the place of its log."""
    with cluster.start(tmp_path):
        pass
    (tmp_path / "postgres" / "global" / "pg_control").unlink()

    said = refusal(tmp_path, cluster.ServerFailed)

    assert "could not find the database system" in said
    assert str(tmp_path / "postgres.log") in said


def test_the_wheel_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server of one's own is the other way."""
    monkeypatch.setattr(binaries, "WHEEL", "no_such_wheel")

    assert "SAFECONDUCT_DATABASE_URL" in refusal(tmp_path, cluster.NoBinaries)


def test_root_cannot_make_an_account(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence tells how to do without."""

    def fail(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(
            [], 1, "", "useradd: cannot lock /etc/passwd"
        )

    monkeypatch.setattr(account, "NAME", "no-such-account")
    monkeypatch.setattr("safeconduct.cluster.account.os.geteuid", lambda: 0)
    monkeypatch.setattr(
        "safeconduct.cluster.account.shutil.which", lambda *_, **__: "x"
    )
    monkeypatch.setattr("safeconduct.cluster.account.subprocess.run", fail)

    with pytest.raises(cluster.NoAccount, match="ordinary user"):
        account.choose(Path("/"))
