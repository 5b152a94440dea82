"""What was altered behind the integrator's back stops it, or is named by an audit."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from pytest_django import Settings

from safeconduct.journal import check, integrator, models, publication, witnesses
from safeconduct.journal.errors import JournalError, LogDiffers, RolledBack
from safeconduct.ledger import Checkpoint, Report, Signer, audit, sign_checkpoint
from tests import make
from tests.journal.witnessing import World, world

pytestmark = pytest.mark.django_db
STEPS = 5  # 320 entries: one full tile, one full bundle, and partial ones


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A log of several steps, published."""
    make.person()
    for _ in range(STEPS):
        step(tmp_path / "log")
    return tmp_path / "log"


def step(folder: Path) -> None:
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(folder, at=make.NOON)


def audited(folder: Path) -> Report:
    verifier = integrator.signer().verifier
    return audit(
        lambda path: publication.read(folder, path),
        verifier=verifier,
        origin=verifier.name,
    )


def flip(path: Path, place: int) -> None:
    """Flip one bit of a file."""
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def by_hand(table: str, change: str) -> None:
    """Change a table as its superuser can, with the guards away."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(f"UPDATE {table} SET {change}")
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def test_a_bit_of_a_stored_entry(folder: Path) -> None:
    """One flipped bit stops the start, and the check names the entry."""
    by_hand(
        "journal_leaf",
        "commitment = set_byte(commitment, 9, get_byte(commitment, 9) # 1)"
        " WHERE index = 200",
    )

    with pytest.raises(LogDiffers, match=r"another root.*ledger verify"):
        publication.check(folder)
    assert "journal_leaf 200: was altered" in map(str, check.differences())


@pytest.mark.usefixtures("folder")
def test_a_bit_of_a_stored_hash() -> None:
    """A leaf hash that is not its entry's is named."""
    by_hand(
        "journal_leaf",
        "leaf_hash = set_byte(leaf_hash, 9, get_byte(leaf_hash, 9) # 1)"
        " WHERE index = 200",
    )

    assert "journal_leaf 200: was altered" in map(str, check.differences())


def test_a_bit_of_the_frontier(folder: Path) -> None:
    """A frontier that is not that of the leaves signs one tree that nobody can show."""
    by_hand(
        "journal_logstate",
        "frontier = set_byte(frontier, 0, get_byte(frontier, 0) # 1)",
    )

    assert "journal_logstate 1: does not fit the leaves" in map(
        str, check.differences()
    )
    integrator.integrate(at=make.NOON)
    with pytest.raises(LogDiffers, match="do not agree"):
        publication.bring_up_to_date(folder, at=make.NOON)


@pytest.mark.parametrize(
    ("path", "place", "entry", "position"),
    [
        ("tile/entries/000", 35 * 9 + 2 + 20, 9, None),
        ("tile/entries/001.p/64", 35 * 3 + 2 + 20, 256 + 3, None),
        ("tile/0/000", 32 * 7 + 5, None, 7),
        ("tile/0/001.p/64", 32 * 2 + 5, None, 2),
        ("tile/1/000.p/1", 5, None, 0),
    ],
)
def test_a_bit_of_a_published_file(
    path: str, place: int, entry: int | None, position: int | None, folder: Path
) -> None:
    """The audit names the file, and the entry or the hash in it."""
    assert audited(folder).is_sound
    flip(folder / path, place)

    findings = audited(folder).findings
    assert [found.path for found in findings] == [path]
    assert findings[0].entry == entry or findings[0].position == position


def test_nothing_is_built_upon_an_altered_tile(folder: Path) -> None:
    """Publication stops at a tile that the new tree does not fit."""
    flip(folder / "tile/1/000.p/1", 5)
    integrator.integrate(at=make.NOON)
    before = publication.published(folder)

    with pytest.raises(LogDiffers, match=r"do not agree.*Nothing will be signed"):
        publication.bring_up_to_date(folder, at=make.NOON)
    assert publication.published(folder) == before


def _by_another_key() -> bytes:
    stranger = Signer(integrator.signer().name, bytes(32))
    return sign_checkpoint(Checkpoint(stranger.name, 320, bytes(32)), stranger)


def _of_another_log() -> bytes:
    assert settings.LOG_KEY is not None
    other = Signer("another.example/log", settings.LOG_KEY)
    return sign_checkpoint(Checkpoint(other.name, 320, bytes(32)), other)


def _of_another_tree() -> bytes:
    ours = integrator.signer()
    return sign_checkpoint(Checkpoint(ours.name, 320, bytes(32)), ours)


def _of_more() -> bytes:
    ours = integrator.signer()
    return sign_checkpoint(Checkpoint(ours.name, 384, bytes(32)), ours)


def _empty() -> bytes:
    return b""


def _garbled() -> bytes:
    return b"nonsense\n"


@pytest.mark.parametrize(
    ("replaced", "kind", "sentence"),
    [
        (_by_another_key, LogDiffers, "not ours"),
        (_of_another_log, LogDiffers, "not ours"),
        (_of_another_tree, LogDiffers, "another root"),
        (_of_more, RolledBack, r"new origin and a new key"),
        (_empty, LogDiffers, "not ours"),
        (_garbled, LogDiffers, "not ours"),
    ],
)
def test_the_checkpoint_was_replaced(
    replaced: Callable[[], bytes],
    kind: type[JournalError],
    sentence: str,
    folder: Path,
) -> None:
    """A checkpoint that is not that of these tables stops the start."""
    (folder / publication.CHECKPOINT).write_bytes(replaced())

    with pytest.raises(kind, match=sentence) as error:
        publication.check(folder)
    assert "Nothing will be signed" in str(error.value)


def test_an_old_folder_was_restored(folder: Path, tmp_path: Path) -> None:
    """What is missing in the folder is written again, and no older tree is signed."""
    newest = publication.published(folder)
    old = tmp_path / "old"
    for path in ("tile/0/000.p/64", "tile/entries/000.p/64"):
        (old / path).parent.mkdir(parents=True)
        (old / path).write_bytes((folder / path).read_bytes())
    first = models.Checkpoint.objects.earliest("size")
    (old / publication.CHECKPOINT).write_text(first.note)
    assert audited(old).is_sound

    publication.check(old)
    assert publication.bring_up_to_date(old, at=make.NOON) == 64 * STEPS
    assert publication.published(old) == newest
    assert audited(old).is_sound


@pytest.fixture
def watched(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> World:
    """Three witnesses, of which two are enough."""
    found, settings.LOG_POLICY = world(tmp_path)
    monkeypatch.setattr(witnesses, "ask", found.ask)
    return found


@pytest.mark.usefixtures("watched")
def test_all_was_restored(tmp_path: Path) -> None:
    """Where tables and folder are both of yesterday, the witnesses know of today.

    The same tables, with a folder that was lost, go on.
    """
    make.person()
    step(tmp_path / "log")
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT yesterday")
        step(tmp_path / "log")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        publication.check(tmp_path / "lost")
        cursor.execute("ROLLBACK TO yesterday")

    with pytest.raises(RolledBack, match=r"128 entries, the database only 64"):
        publication.check(tmp_path / "lost")


@pytest.mark.usefixtures("watched")
def test_a_copy_went_its_own_way(tmp_path: Path) -> None:
    """A copy of the tables that grew otherwise is no log of its own: nobody cosigns."""
    make.person()
    step(tmp_path / "log")
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT copied")
        step(tmp_path / "log")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ROLLBACK TO copied")
    # It was started before the other took its step, so no start-up check is in the way.
    make.person()
    integrator.integrate(at=make.NOON)

    with pytest.raises(LogDiffers, match="another root"):
        publication.bring_up_to_date(tmp_path / "elsewhere", at=make.NOON)
    with pytest.raises(LogDiffers, match="another root"):
        publication.check(tmp_path / "elsewhere")
    assert publication.published(tmp_path / "elsewhere") is None


def test_a_file_half_written(folder: Path) -> None:
    """What a killed integrator left half written is gone after the next start."""
    left = folder / "tile" / "0" / ".001.new"
    left.write_bytes(b"half")
    publication.check(folder)
    step(folder)

    assert not left.exists()
