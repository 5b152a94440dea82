"""Does the embedded PostgreSQL start, keep its data and stop?"""

import os
import signal
import stat
from pathlib import Path

import psycopg
import pytest

from safeconduct import cluster
from safeconduct.cluster import layout
from tests.cluster.programs import eventually, program, runs


def write(url: str, note: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS note (text text)")
        connection.execute("INSERT INTO note VALUES (%s)", [note])


def read(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT text FROM note ORDER BY text").fetchall()
        return [str(row[0]) for row in rows]


def test_a_fresh_folder_becomes_a_cluster(tmp_path: Path) -> None:
    """The folder is made, private, and the database answers."""
    data = tmp_path / "new" / "data"

    with cluster.start(data) as running:
        write(running.url, "김")

        assert read(running.url) == ["김"]
        assert running.data == data
        assert not running.has_ended()
    assert stat.S_IMODE(data.stat().st_mode) & 0o067 == 0
    assert stat.S_IMODE((data / "postgres").stat().st_mode) == 0o700
    assert running.has_ended()


def test_a_second_start_finds_what_the_first_wrote(tmp_path: Path) -> None:
    """Nothing is lost between two starts."""
    with cluster.start(tmp_path) as running:
        write(running.url, "kept")

    with cluster.start(tmp_path) as running:
        assert read(running.url) == ["kept"]


def test_the_server_listens_on_its_private_socket_only(tmp_path: Path) -> None:
    """No network address, and nobody else reaches the socket's folder."""
    with cluster.start(tmp_path) as running, psycopg.connect(running.url) as connection:
        row = connection.execute("SHOW listen_addresses").fetchone()
        sockets = tmp_path / "socket"

        assert row == ("",)
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700


def test_the_programs_role_is_no_superuser(tmp_path: Path) -> None:
    """Row security and triggers bind it."""
    with cluster.start(tmp_path) as running, psycopg.connect(running.url) as connection:
        row = connection.execute("SHOW is_superuser").fetchone()

        assert row == ("off",)


@pytest.mark.parametrize(("durable", "shown"), [(True, "on"), (False, "off")])
def test_durability_is_a_choice_of_the_caller(
    tmp_path: Path, *, durable: bool, shown: str
) -> None:
    """Data of people are written to the disk; those of tests need not be."""
    with (
        cluster.start(tmp_path, durable=durable) as running,
        psycopg.connect(running.url) as connection,
    ):
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            row = connection.execute("SELECT current_setting(%s)", [setting]).fetchone()
            assert row == (shown,)


def test_no_value_of_a_statement_reaches_the_log(tmp_path: Path) -> None:
    """Neither by its parameters, nor by its text, nor by the error it meets."""
    with cluster.start(tmp_path) as running:
        with psycopg.connect(running.url, autocommit=True) as connection:
            connection.execute("CREATE TABLE person (name text UNIQUE)")
            connection.execute("INSERT INTO person VALUES (%s)", ["Ri Chol-su"])
            with pytest.raises(psycopg.errors.UniqueViolation):
                connection.execute("INSERT INTO person VALUES (%s)", ["Ri Chol-su"])
            with pytest.raises(psycopg.errors.InvalidTextRepresentation):
                connection.execute("SELECT 'Ri Chol-su'::integer")
            connection.execute("DO $$BEGIN RAISE WARNING 'Ri Chol-su'; END$$")
        log = (tmp_path / "postgres.log").read_text()

    assert "ready to accept connections" in log
    assert "Ri Chol-su" not in log


def test_the_server_was_killed(tmp_path: Path) -> None:
    """The program sees it, and the next start recovers what was committed."""
    with cluster.start(tmp_path) as running:
        write(running.url, "committed")
        os.kill(running.process.pid, signal.SIGKILL)

        assert eventually(running.has_ended)

    with cluster.start(tmp_path) as running:
        assert read(running.url) == ["committed"]


def test_the_program_was_killed(tmp_path: Path) -> None:
    """Its server ends too, and the next start finds the data."""
    with program(tmp_path) as other:
        write(other.url, "committed")
        other.kill()

        assert eventually(lambda: not runs(other.server))

    with cluster.start(tmp_path) as running:
        assert read(running.url) == ["committed"]


def test_the_next_start_does_not_wait_for_the_killed_programs_server(
    tmp_path: Path,
) -> None:
    """It meets a server that may still run, and takes its place."""
    with program(tmp_path) as other:
        write(other.url, "committed")
        other.kill()

        with cluster.start(tmp_path) as running:
            assert read(running.url) == ["committed"]


def test_program_and_server_were_killed_together(tmp_path: Path) -> None:
    """As when the machine lost power: the log brings everything back."""
    with program(tmp_path) as other:
        write(other.url, "committed")
        os.kill(other.server, signal.SIGSTOP)  # it cannot shut down in good order
        other.kill()
        os.kill(other.server, signal.SIGKILL)

        with cluster.start(tmp_path) as running:
            assert read(running.url) == ["committed"]


def test_the_watcher_was_killed_as_well(tmp_path: Path) -> None:
    """A server that lost program and watcher is stopped by the next start."""
    with program(tmp_path) as other:
        write(other.url, "committed")
        for child in Path(f"/proc/{other.process.pid}/task").glob("*/children"):
            for pid in map(int, child.read_text().split()):
                if pid != other.server:
                    os.kill(pid, signal.SIGKILL)
        other.kill()
        assert runs(other.server)

        with cluster.start(tmp_path) as running:
            assert read(running.url) == ["committed"]
        assert not runs(other.server)


def test_a_process_id_of_the_past_belongs_to_somebody_else_now(tmp_path: Path) -> None:
    """A stale postmaster.pid neither stops the start nor that process."""
    with cluster.start(tmp_path) as running:
        lines = (tmp_path / "postgres" / "postmaster.pid").read_text().splitlines()
    lines[0] = str(os.getpid())
    (tmp_path / "postgres" / "postmaster.pid").write_text("\n".join(lines))

    with cluster.start(tmp_path) as running:
        assert not running.has_ended()


def test_the_first_start_was_cut_short(tmp_path: Path) -> None:
    """A half-made cluster is thrown away and made again."""
    (tmp_path / "postgres.new").mkdir()
    (tmp_path / "postgres.new" / "PG_VERSION").write_text("1")

    with cluster.start(tmp_path) as running:
        assert not running.has_ended()
    assert not (tmp_path / "postgres.new").exists()


def test_another_program_holds_the_folder(tmp_path: Path) -> None:
    """A sentence names it; nothing is shared by accident."""
    with program(tmp_path) as other:
        with (
            pytest.raises(cluster.DataFolderInUse, match="in use") as refused,
            cluster.start(tmp_path),
        ):
            pass

        assert refused.value.pid == other.process.pid
        assert cluster.running_url(tmp_path) == other.url


def test_nobody_holds_the_folder(tmp_path: Path) -> None:
    """There is no server to join, before a program ran and after it ended."""
    assert cluster.running_url(tmp_path) is None
    with program(tmp_path) as other:
        other.kill()
        assert cluster.running_url(tmp_path) is None


def test_the_path_is_too_long_for_a_socket(tmp_path: Path) -> None:
    """The socket moves to a short private folder, which goes with the server."""
    data = tmp_path / ("long" * 30)

    with cluster.start(data) as running:
        write(running.url, "reached")
        host = psycopg.conninfo.conninfo_to_dict(running.url)["host"]
        folder = Path(str(host))
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert len(str(folder / layout.SOCKET)) <= layout.LONGEST_SOCKET_PATH
    assert not folder.exists()


def test_the_path_has_a_space_a_comma_and_hangul(tmp_path: Path) -> None:
    """Every legal name of a folder works."""
    data = tmp_path / "자료, 'a\" %"

    with cluster.start(data) as running:
        write(running.url, "reached")

        assert read(running.url) == ["reached"]
