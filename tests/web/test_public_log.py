"""The front page of the log, and the comparison with what a visitor saved."""

import html
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from safeconduct.journal import integrator, publication
from safeconduct.ledger import (
    Checkpoint,
    Policy,
    sign_checkpoint,
    verify_consistency,
    witness,
)
from tests import make
from tests.journal.published import published
from tests.ledger import logs
from tests.web import pages
from tests.web.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """A log of two steps, published."""
    make.person()
    published(settings, tmp_path, at=NOW - timedelta(minutes=12))
    published(settings, tmp_path, at=NOW - timedelta(minutes=2))
    return tmp_path


def front() -> str:
    answer = Client().get("/log/")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return " ".join(answer.content.decode().split())


def with_policy(folder: Path, quorum: str, *cosigning: int) -> None:
    """Publish a policy, and a checkpoint that some of its witnesses cosigned."""
    text = [f"log {integrator.signer().verifier.vkey}\n"]
    for i, one in enumerate(logs.WITNESSES):
        text.append(f"witness w{i} {one.verifier.vkey}\n")
    text.append(quorum)
    (folder / "policy").write_text("".join(text))
    note = (folder / "checkpoint").read_bytes()
    chosen = [logs.WITNESSES[i] for i in cosigning]
    (folder / "checkpoint").write_bytes(logs.cosigned(note, *chosen))


def test_growth(folder: Path) -> None:
    """Every published step with its size; the age in minutes."""
    page = front()

    assert "<td>128</td> <td>64</td>" in page
    assert "<td>64</td> <td>64</td>" in page
    assert "2 minutes" in page
    assert "overdue" not in page
    assert "larger step" not in page
    assert folder.exists()


def test_an_unpublished_step_is_not_shown(folder: Path) -> None:
    """What is signed and not yet published stands on no page."""
    integrator.integrate(at=NOW)

    assert "<td>192</td>" not in front()
    assert folder.exists()


def test_a_log_that_stands_still(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkpoint that does not come is told to outsiders."""
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(hours=1))

    assert "overdue" in front()
    assert folder.exists()


def test_alone(folder: Path) -> None:
    """Without witnesses the page says what that means."""
    assert "This log stands alone" in front()
    assert folder.exists()


def test_who_cosigned(folder: Path) -> None:
    """Each witness of the published policy, and when it cosigned what is shown."""
    with_policy(folder, "group g 2 w0 w1 w2\nquorum g\n", 0, 2)
    page = front()

    assert "Enough witnesses" in page
    assert '<th scope="row">w0</th> <td> 2026-07-31 12:13:20 </td>' in page
    assert '<th scope="row">w1</th> <td> not yet </td>' in page


def test_too_few_cosigned(folder: Path) -> None:
    """A quorum that is not met is said."""
    with_policy(folder, "group g 2 w0 w1 w2\nquorum g\n", 1)

    assert "Too few witnesses" in front()


def test_a_policy_that_is_none(folder: Path) -> None:
    """A damaged policy makes no page fail."""
    (folder / "policy").write_text("nonsense")

    assert "This log stands alone" in front()


def test_a_checkpoint_that_is_none(folder: Path) -> None:
    """A damaged checkpoint is shown for what it is."""
    (folder / "checkpoint").write_text("nonsense")

    assert "What is published as the checkpoint is none." in front()


def test_well_made(folder: Path) -> None:
    """The page keeps the rules of every page, and its policy is served as text."""
    with_policy(folder, "quorum none\n", 0)

    assert pages.broken(Client().get("/log/").content.decode()) == []
    policy = Client().get("/log/policy")
    assert policy.headers["Content-Type"].startswith("text/plain")
    Policy.parse(policy.content)


# What a visitor saved


def compared(text: str) -> Any:
    return Client().post("/log/consistency/", {"checkpoint": text})


def old_note(size: int) -> str:
    """The checkpoint a visitor saved when the log had its first step."""
    state = Checkpoint(integrator.signer().name, size, integrator.root_at(size))
    return sign_checkpoint(state, integrator.signer()).decode()


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("size", [1, 63, 64, 100])
def test_grown(folder: Path, size: int, ending: str) -> None:
    """The answer is a proof that any program can check."""
    saved = old_note(size)
    answer = compared(saved.replace("\n", ending).strip())
    page = answer.content.decode()
    body = html.unescape(page.partition("<pre>")[2].partition("</pre>")[0])
    request = witness.Request.parse(body.encode())

    assert pages.broken(page) == []
    assert (request.old, request.checkpoint.size) == (size, 128)
    verify_consistency(
        *(size, 128, integrator.root_at(size), request.checkpoint.root),
        request.proof,
    )
    assert request.note == publication.published(folder)


def test_the_same(folder: Path) -> None:
    """A log that has not grown is the same."""
    note = (folder / "checkpoint").read_text()

    assert "The log is the one you saw" in compared(note).content.decode()


def test_smaller(folder: Path, settings: Settings) -> None:
    """A log that took something back is told, and the evidence is shown."""
    note = (folder / "checkpoint").read_text()
    state = old_note(64)
    (folder / "checkpoint").write_text(state)
    page = html.unescape(compared(note).content.decode())

    assert "something was taken back" in page
    assert note.split("\n")[2] in page
    assert folder == settings.LOG_FOLDER


def test_forked(folder: Path) -> None:
    """A checkpoint of its own key that it does not contain is evidence."""
    state = Checkpoint(integrator.signer().name, 64, bytes(32))
    saved = sign_checkpoint(state, integrator.signer()).decode()

    assert "its key signed both" in compared(saved).content.decode()
    assert folder.exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This is no checkpoint."),
        ("nonsense", "This is no checkpoint."),
        ("a\x00b\n1\n\n", "This is no checkpoint."),
        ("<script>\n1\n\n— x AAAA\n", "did not sign"),
        (logs.log(20)["checkpoint"].decode(), "did not sign"),
        ("x" * 200_000, "This is no checkpoint."),
    ],
)
def test_not_ours(folder: Path, text: str, sentence: str) -> None:
    """What is no checkpoint of this log is said so, and escaped."""
    page = compared(text).content.decode()

    assert sentence in page
    assert "<script>" not in page
    assert folder.exists()


def test_a_tile_is_missing(folder: Path) -> None:
    """A damaged folder is no reason to accuse anybody."""
    saved = old_note(63)
    for tile in folder.glob("tile/0/*/*"):
        tile.unlink()

    assert "cannot be compared now" in compared(saved).content.decode()


def test_asked_without_a_form(folder: Path) -> None:
    """The address alone leads back to the log."""
    assert Client().get("/log/consistency/").headers["Location"] == "/log/"
    assert folder.exists()


def test_nothing_published(settings: Settings, tmp_path: Path) -> None:
    """Before the first checkpoint there is nothing to compare with."""
    settings.LOG_FOLDER = tmp_path / "none"

    assert "cannot be compared now" in compared("x").content.decode()
