"""Nothing that was acknowledged is ever lost, whatever is killed and when.

A few rounds of `tests.races.cycles`, and proof that its checks see what must not be.
"""

import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from pytest_django import Settings

from safeconduct.journal import integrator, publication
from safeconduct.journal.models import Entry
from safeconduct.ledger import Checkpoint, sign_checkpoint
from tests import make
from tests.races import survival
from tests.races.survival import Outsider

ROOT = Path(__file__).parents[2]
ROUNDS = 6


@pytest.mark.slow
def test_killed_at_any_point() -> None:
    """Writers, integrator, server or all are killed; the next start has every act."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SAFECONDUCT_", "PYTEST_", "DJANGO_"))
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tests.races.cycles", "--rounds", str(ROUNDS)],
        check=False,
        cwd=ROOT,
        env=inherited,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a killed program complains
        text=True,
    )
    assert ran.returncode == 0, ran.stdout
    assert f"{ROUNDS} rounds" in ran.stdout
    assert "0 findings" in ran.stdout


@pytest.fixture
def outsider(tmp_path: Path, settings: Settings, db: None) -> Outsider:
    """An outsider who has seen one step of a log."""
    del db
    settings.LOG_FOLDER = tmp_path / "log"
    make.person()
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(settings.LOG_FOLDER, at=make.NOON)
    found = Outsider(settings.LOG_FOLDER)
    found.look()
    return found


def by_hand(*statements: str) -> None:
    """Change tables as their superuser can."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("leaf", "padding", "checkpoint"):
            cursor.execute(f"ALTER TABLE journal_{table} DISABLE TRIGGER USER")
        for statement in statements:
            cursor.execute(statement)


def test_all_is_well(outsider: Outsider) -> None:
    """A log that nobody has killed gives no complaint."""
    entries = list(Entry.objects.values_list("pk", flat=True))

    assert list(survival.after_recovery(outsider, [], entries)) == []
    assert list(survival.in_full()) == []
    assert sorted(outsider.seen) == [64, 128]


def test_an_acknowledged_act_is_gone(outsider: Outsider) -> None:
    """An act that was acknowledged and is not there is missed."""
    found = list(survival.after_recovery(outsider, [], [uuid4()]))

    assert found == ["1 acknowledged acts are lost"]


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        (
            "INSERT INTO journal_intake SELECT index, commitment FROM journal_leaf",
            "entries stand in the log and still in the intake",
        ),
        (
            "INSERT INTO journal_intake (commitment) VALUES ('\\x01')",
            "commitments wait that belong to no act",
        ),
        ("DELETE FROM journal_padding", "are neither act nor dummy"),
    ],
    ids=["twice", "nobody", "unexplained"],
)
def test_the_tables_do_not_add_up(
    statement: str, complaint: str, outsider: Outsider
) -> None:
    """Entries are acts or dummies, once each, in the log or waiting for it."""
    assert list(survival.tables([])) == []
    assert outsider.complaints == []
    by_hand(statement)

    assert any(complaint in found for found in survival.tables([]))


def test_the_end_of_the_log_is_gone(outsider: Outsider) -> None:
    """A database that lost what was published is found out."""
    by_hand(
        "DELETE FROM journal_checkpoint",
        "DELETE FROM journal_leaf WHERE index > 60",
    )

    assert list(survival.prefixes(outsider)) == [
        "64 was published and is not in the database",
        "the database has 61 leaves, and more were signed",
    ]


def test_another_tree_than_was_seen(outsider: Outsider) -> None:
    """A log with other entries than those an outsider saw is found out."""
    by_hand("UPDATE journal_leaf SET commitment = leaf_hash WHERE index = 7")

    complaint = "the tree of 64 is not the one that was signed"
    assert complaint in list(survival.prefixes(outsider))


def test_an_older_checkpoint_is_shown(outsider: Outsider) -> None:
    """An outsider who is shown less than before complains, and of another tree too."""
    signer = integrator.signer()
    for size in (32, 64):
        head = Checkpoint(signer.name, size, bytes(32))
        note = sign_checkpoint(head, signer)
        (outsider.folder / publication.CHECKPOINT).write_bytes(note)
        outsider.look()

    assert outsider.complaints == [
        "published: 32 after 64",
        "published: two trees of size 64",
    ]
