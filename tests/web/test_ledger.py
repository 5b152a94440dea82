"""The public log, the health of the house, and the page of those who watch."""

from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from tests import make
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    """A published log, and a secret beside it."""
    log = tmp_path / "log"
    (log / "tile/0/x001/234.p").mkdir(parents=True)
    (log / "tile/0/000").write_bytes(b"hashes")
    (log / "tile/0/x001/234.p/7").write_bytes(b"partial")
    origin = "ledger.test.example/log1"
    (log / "checkpoint").write_text(f"{origin}\n42\n{'A' * 43}=\n\n— {origin} AAAA\n")
    (log / "log.vkey").write_text("ledger.test.example/log1+1234+key\n")
    (log / ".checkpoint.new").write_text("half written")
    (tmp_path / "secret").write_text("secret")
    settings.LOG_FOLDER = log
    return log


def test_everybody_reads_the_log(folder: Path) -> None:  # noqa: ARG001
    """Without sign-in, from any site, tiles for ever and the checkpoint shortly."""
    tile = Client().get("/log/tile/0/x001/234.p/7")
    checkpoint = Client().get("/log/checkpoint")

    assert tile.content == b"partial"
    assert tile.headers["Content-Type"] == "application/octet-stream"
    assert "immutable" in tile.headers["Cache-Control"]
    assert tile.headers["Access-Control-Allow-Origin"] == "*"
    assert checkpoint.headers["Cache-Control"] == "public, max-age=5"
    assert checkpoint.headers["Content-Type"].startswith("text/plain")
    assert "Set-Cookie" not in checkpoint.headers


@pytest.mark.parametrize(
    "path",
    [
        "../secret",
        "%2e%2e/secret",
        "tile/../../secret",
        "tile/0/../../checkpoint",
        ".checkpoint.new",
        "tile/0/0",
        "tile/0/001",
        "tile/64/000",
        "tile/0/000.p/256",
        "tile/0",
        "/etc/passwd",
    ],
)
def test_nothing_else_is_served(folder: Path, path: str) -> None:  # noqa: ARG001
    """Only names that the format itself would write lead to a file."""
    answer = Client().get(f"/log/{path}")

    assert answer.status_code in {302, 404}
    assert b"secret" not in answer.content


def test_the_front_page_says_how_to_verify(folder: Path) -> None:  # noqa: ARG001
    """Size, checkpoint and key stand there for everybody."""
    page = Client().get("/log/").content.decode()

    assert "<strong>42</strong>" in page
    assert "ledger.test.example/log1+1234+key" in page
    assert "safeconduct ledger verify" in page


def test_before_the_first_checkpoint(settings: Any, tmp_path: Path) -> None:
    """The page says that nothing is published yet."""
    settings.LOG_FOLDER = tmp_path / "none"

    assert "Nothing has been published" in Client().get("/log/").content.decode()
    assert Client().get("/log/checkpoint").status_code == 404


def test_health() -> None:
    """One word about the database, and nothing else."""
    assert Client().get("/healthz").json() == {"database": True}


def test_illness(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unreachable database is said with a 503, without its error."""

    def fail() -> None:
        raise DatabaseError("the password is wrong")

    monkeypatch.setattr(connection, "cursor", fail)

    answer = Client().get("/healthz")

    assert answer.status_code == 503
    assert answer.json() == {"database": False}


def test_robots_stay_out() -> None:
    """Nothing is to be indexed."""
    assert "Disallow: /" in Client().get("/robots.txt").content.decode()


def test_the_monitor_counts_and_names_nobody(signed_in: SignedIn) -> None:
    """Acts by kind, no case number."""
    found = make.person()
    monitor = make.officer("monitor", of=make.authority("monitor", state=""))

    page = signed_in(monitor).get("/monitor/").content.decode()

    assert "register.registered" in page
    assert found.case_number not in page


def test_a_missing_page_is_plain(client: Client) -> None:
    """The page for what is not there is ours and tells nothing."""
    answer = client.get("/nowhere/")

    assert answer.status_code == 404
    assert "not yours to read" in answer.content.decode()
