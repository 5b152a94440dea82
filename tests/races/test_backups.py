"""Restored backups and copies, on real clusters, with the sentences an operator reads.

The commands are those of the program; the data folder is stopped and copied as an
administrator would do it.
"""

import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from safeconduct.ledger import Checkpoint, Signer, audit, open_checkpoint
from safeconduct.ledger.monitor import Forked, RolledBack, verify_growth
from tests.postgres import SETTINGS
from tests.races.house import House

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
LOG = Signer(
    SETTINGS["SAFECONDUCT_LOG_ORIGIN"], b64decode(SETTINGS["SAFECONDUCT_LOG_KEY"])
).verifier


@pytest.fixture
def house() -> Iterator[House]:
    """A register with some acts, one step of its log, and a backup of that moment."""
    with tempfile.TemporaryDirectory(prefix="backups-") as folder:
        house = House(Path(folder))
        house.start()
        try:
            program(house, "tests.races.acting")
            integrated(house)
            house.stop()
            house.keep("yesterday")
            house.start()
            yield house
        finally:
            house.stop()


def program(house: House, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run one of our modules in the house."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        check=False,
        cwd=ROOT,
        env={**house.environment, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )


def integrated(house: House) -> str:
    """Take one step with the program; return what it says, an error or not."""
    ran = program(house, "safeconduct.cli.main", "ledger", "integrate", "--once")
    assert "Traceback" not in ran.stderr
    return ran.stdout if ran.returncode == 0 else ran.stderr


def worked(house: House) -> None:
    """Do some more acts."""
    assert program(house, "tests.races.acting").returncode == 0


def restore(house: House) -> None:
    """Put the backup back."""
    house.stop()
    house.put_back("yesterday")
    house.start()


def shown(folder: Path) -> Checkpoint:
    """Read the published checkpoint as an outsider does."""
    return open_checkpoint((folder / "checkpoint").read_bytes(), LOG, LOG.name)


def read(folder: Path, path: str) -> bytes | None:
    file = folder / path
    return file.read_bytes() if file.exists() else None


def is_sound(folder: Path) -> bool:
    return audit(
        lambda path: read(folder, path), verifier=LOG, origin=LOG.name
    ).is_sound


def test_an_old_database(house: House) -> None:
    """Beside a newer published log it signs nothing, and says what can be done."""
    worked(house)
    assert "128 entries" in integrated(house)
    restore(house)
    worked(house)

    said = " ".join(integrated(house).split())
    assert "The published log has 128 entries, the database only 64" in said
    assert "Nothing will be signed" in said
    assert "close this log in public and begin a new one" in said
    assert shown(house.published).size == 128
    assert is_sound(house.published)


def test_a_fork(house: House) -> None:
    """Two databases that sign with one key leave two trees that any outsider can show.

    Neither goes on beside the other's files.
    """
    worked(house)
    integrated(house)
    first = house.published.rename(house.published.with_name("first"))
    restore(house)
    worked(house)
    integrated(house)

    ours, other = shown(first), shown(house.published)
    assert ours.size == other.size == 128
    assert is_sound(first)
    assert is_sound(house.published)
    with pytest.raises(Forked) as evidence:
        verify_growth(lambda path: read(house.published, path), ours, other)
    assert (evidence.value.seen, evidence.value.shown) == (ours, other)

    house.published.rename(house.published.with_name("second"))
    first.rename(house.published)
    said = " ".join(integrated(house).split())
    assert "another root for the first 128 entries than was published" in said
    assert "`safeconduct ledger verify`" in said


def test_an_old_database_and_an_old_folder(house: House) -> None:
    """Nothing inside tells of it, so only who saw the newer tree can: see witnesses.

    An outsider who kept his last checkpoint sees it at his next visit.
    """
    kept = house.published.with_name("kept")
    shutil.copytree(house.published, kept)
    worked(house)
    integrated(house)
    seen = shown(house.published)
    house.published.rename(house.published.with_name("newer"))
    restore(house)
    kept.rename(house.published)

    with pytest.raises(RolledBack):
        verify_growth(
            lambda path: read(house.published, path), seen, shown(house.published)
        )
    worked(house)
    assert "128 entries" in integrated(house)
    with pytest.raises(Forked):
        verify_growth(
            lambda path: read(house.published, path), seen, shown(house.published)
        )


def test_an_old_folder(house: House) -> None:
    """The folder is brought up to the database, and extends what anybody saw."""
    kept = house.published.with_name("kept")
    shutil.copytree(house.published, kept)
    worked(house)
    integrated(house)
    seen = shown(house.published)
    house.published.rename(house.published.with_name("newer"))
    kept.rename(house.published)

    assert "192 entries" in integrated(house)
    verify_growth(
        lambda path: read(house.published, path), seen, shown(house.published)
    )
    assert is_sound(house.published)
