"""Does the server run when root starts it, without opening root's folders?"""

import os
import stat
from pathlib import Path

import psycopg
import pytest

from safeconduct import cluster
from safeconduct.cluster import passage
from safeconduct.cluster.account import Account

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="needs root")


def test_root_starts_it_in_a_folder_closed_to_others(tmp_path: Path) -> None:
    """The server is another account's, which may walk through and not read."""
    tmp_path.chmod(0o700)

    with cluster.start(tmp_path / "data") as running:
        psycopg.connect(running.url).close()
        owner = Path(f"/proc/{running.process.pid}").stat().st_uid

    assert owner != 0
    assert stat.S_IMODE(tmp_path.stat().st_mode) & (stat.S_IROTH | stat.S_IRGRP) == 0


def test_a_folder_of_an_ordinary_user(tmp_path: Path) -> None:
    """Root starts it as that user, who can start it again alone."""
    entry = 12345
    with cluster.start(tmp_path):
        pass
    for path in (tmp_path, *tmp_path.rglob("*")):
        os.chown(path, entry, entry)

    with cluster.start(tmp_path) as running:
        owner = Path(f"/proc/{running.process.pid}").stat().st_uid

    assert owner == entry
    assert {path.stat().st_uid for path in tmp_path.iterdir()} == {entry}


def test_the_file_system_has_no_access_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then others may walk through, and still not read."""

    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("safeconduct.cluster.passage.os.setxattr", refuse)
    tmp_path.chmod(0o700)

    passage.open_way(Account(12345, 12345), tmp_path)

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o701


def test_a_list_that_is_there_already(tmp_path: Path) -> None:
    """The way is opened for one more, and stays open for the others."""
    tmp_path.chmod(0o700)
    for uid in (12345, 23456):
        passage.open_way(Account(uid, uid), tmp_path)

    entries = passage._read(tmp_path, 0)

    assert entries[passage.USER, 12345] == 1
    assert entries[passage.USER, 23456] == 1
    assert entries[passage.OTHER, passage.NOBODY] == 0
