from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from safeconduct.journal import check, integrator, publication
from safeconduct.journal.errors import LogDiffers, RolledBack
from safeconduct.journal.models import (
    Checkpoint,
    Entry,
    Intake,
    Leaf,
    LogState,
    Padding,
)
from safeconduct.ledger import Checkpoint as TreeHead
from safeconduct.ledger import (
    audit,
    inclusion_proof,
    nodes_of,
    sign_checkpoint,
    verify_inclusion,
)
from safeconduct.receipt import beside
from tests import make

pytestmark = pytest.mark.django_db


def _published(folder: Path) -> list[str]:
    return [str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()]


def _audit(folder: Path) -> bool:
    verifier = integrator.signer().verifier
    beside_it = {publication.KEY, *beside.NAMES}
    listing = [path for path in _published(folder) if path not in beside_it]
    return audit(
        lambda path: publication.read(folder, path),
        verifier=verifier,
        origin=verifier.name,
        listing=listing,
    ).is_sound


def test_every_act_gets_a_place() -> None:
    """Indexes begin at 0 and have no gap; each act stands in the log once."""
    make.person()
    grown = integrator.integrate(at=make.NOON)

    leaves = dict(Leaf.objects.order_by("index").values_list("index", "commitment"))
    acts = {bytes(c) for c in Entry.objects.values_list("commitment", flat=True)}
    pads = {bytes(c) for c in Padding.objects.values_list("commitment", flat=True)}
    assert list(leaves) == list(range(grown))
    assert {bytes(c) for c in leaves.values()} == acts | pads
    assert not acts & pads
    assert not Intake.objects.exists()


def test_acts_keep_their_order() -> None:
    """Mixed with dummies, the acts stand in the log in the order they were done."""
    done: list[bytes] = []
    for _ in range(3):
        make.ready()
        waiting = Intake.objects.order_by("id").values_list("commitment", flat=True)
        done += map(bytes, waiting)
        integrator.integrate(at=make.NOON)
    acts = set(done)
    leaves = Leaf.objects.order_by("index").values_list("commitment", flat=True)
    places = dict(Leaf.objects.values_list("commitment", "index"))

    assert [bytes(c) for c in leaves if bytes(c) in acts] == done
    # Dummies stand between them, not behind them.
    assert [places[act] for act in done] != list(range(len(done)))


def test_grows_though_nothing_happened() -> None:
    """A quiet interval looks like any other."""
    make.person()
    grown = [integrator.integrate(at=make.NOON) for _ in range(3)]

    assert grown == [64, 64, 64]
    assert list(check.differences()) == []


def test_a_dummy_that_is_none() -> None:
    """An entry hidden among the dummies does not open as one."""
    make.person()
    integrator.integrate(at=make.NOON)
    hidden = Entry.objects.earliest("at")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE journal_padding DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE journal_padding SET commitment = %s"
            " WHERE ctid = (SELECT ctid FROM journal_padding LIMIT 1)",
            [bytes(hidden.commitment)],
        )

    assert "opens as no dummy" in {d.what for d in check.differences()}


def test_published_log_is_sound(tmp_path: Path) -> None:
    """Published after each of several steps, the files verify as a whole."""
    for _ in range(3):
        make.person()
        integrator.integrate(at=make.NOON)
        assert (
            publication.bring_up_to_date(tmp_path, at=make.NOON) == Leaf.objects.count()
        )

    assert _audit(tmp_path)


def test_place_is_provable() -> None:
    """An entry's place is proven to whoever holds the checkpoint's root."""
    make.person()
    integrator.integrate(at=make.NOON)
    leaves = [bytes(h) for h in Leaf.objects.values_list("leaf_hash", flat=True)]

    proof = inclusion_proof(2, len(leaves), nodes_of(leaves))

    root = integrator.root_at(len(leaves))
    verify_inclusion(2, len(leaves), leaves[2], proof, root)


def test_published_again_from_the_tables(tmp_path: Path) -> None:
    """A lost folder is made again, byte for byte the same tree."""
    make.person()
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(tmp_path / "a", at=make.NOON)
    publication.bring_up_to_date(tmp_path / "b", at=make.NOON)

    assert _audit(tmp_path / "b")
    assert publication.published(tmp_path / "a") == publication.published(
        tmp_path / "b"
    )


def test_database_rolled_back() -> None:
    """When more was published than the database knows, nothing is signed."""
    make.person()
    integrator.integrate(at=make.NOON)
    signer = integrator.signer()
    ahead = TreeHead(signer.name, Leaf.objects.count() + 1, bytes(32))

    with pytest.raises(RolledBack, match="rolled back"):
        integrator.check_published(sign_checkpoint(ahead, signer))


def test_database_rewritten() -> None:
    """A published root that the tables no longer have stops the signing as well."""
    make.person()
    integrator.integrate(at=make.NOON)
    signer = integrator.signer()
    forked = TreeHead(signer.name, Leaf.objects.count(), bytes(32))

    with pytest.raises(LogDiffers, match="another root"):
        integrator.check_published(sign_checkpoint(forked, signer))


def test_another_log_in_the_folder(tmp_path: Path, settings: Settings) -> None:
    """A checkpoint that we did not sign stops the publication."""
    make.person()
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(tmp_path, at=make.NOON)
    settings.LOG_KEY = bytes(32)

    with pytest.raises(LogDiffers, match="not ours"):
        publication.bring_up_to_date(tmp_path, at=make.NOON)


def test_nothing_differs() -> None:
    """A database nobody meddled with agrees with its log."""
    make.listed()
    integrator.integrate(at=make.NOON)

    assert list(check.differences()) == []


_ROWS = [
    ("journal_entry", "purpose = 'care'"),
    ("journal_entry", "sealed = sealed || 'x'"),
    ("journal_leaf", "commitment = decode(repeat('ab', 33), 'hex')"),
    ("journal_leaf", "leaf_hash = decode(repeat('ab', 32), 'hex')"),
    ("journal_logstate", "size = size + 1"),
    ("journal_checkpoint", "note = replace(note, 'l', 'm')"),
    ("journal_rowdigest", "digest = decode(repeat('ab', 32), 'hex')"),
    ("keyring_subjectkey", "wrapped = decode(repeat('ab', 60), 'hex')"),
    ("register_person", "case_number = 'SC-0000-001'"),
    ("register_fact", "value = '\"U\"'"),
    ("register_identityclaim", "sealed = sealed || 'x'"),
    ("hearing_hearing", "wish = 'return:KP'"),
    ("hearing_reconfirmation", "answer = 'no'"),
    ("determination_determination", "law_hash = 'x'"),
    ("determination_answer", "clears = NOT clears"),
    ("referral_referral", "status = 'declined'"),
    ("departure_departureline", "listed_at = listed_at + interval '1 day'"),
    ("departure_departurelist", "towards = 'KP'"),
]


@pytest.mark.parametrize(("table", "change"), _ROWS, ids=lambda part: part.split()[0])
def test_one_row_altered(table: str, change: str) -> None:
    """One altered row, in any table, is found and named."""
    make.listed()
    integrator.integrate(at=make.NOON)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(
            f"UPDATE {table} SET {change}"
            f" WHERE ctid = (SELECT ctid FROM {table} LIMIT 1)"
        )
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")

    found = list(check.differences())

    assert found
    assert any(d.table in {table, "journal_entry"} for d in found)


@pytest.mark.parametrize("table", ["hearing_reconfirmation", "departure_departureline"])
def test_one_row_removed(table: str) -> None:
    """A row that an act wrote and that is gone is missed."""
    make.listed()
    integrator.integrate(at=make.NOON)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(f"DELETE FROM {table}")
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")

    assert "was removed" in {d.what for d in check.differences()}


def test_state_counts_every_leaf() -> None:
    """The stored frontier is that of the leaves."""
    make.person()
    integrator.integrate(at=make.NOON)
    state = LogState.objects.get()

    assert state.size == Leaf.objects.count() == Checkpoint.objects.latest("size").size
