from pathlib import Path

import pytest
from django.db import OperationalError
from pytest_django import Settings

from safeconduct.cli import integration
from safeconduct.cli.refusal import Refused
from safeconduct.journal import integrator, publication
from safeconduct.journal.models import Leaf
from tests import make

pytestmark = pytest.mark.django_db


def test_takes_and_publishes(settings: Settings, tmp_path: Path) -> None:
    """Once is enough to bring every waiting act into the published log."""
    settings.LOG_FOLDER = tmp_path
    make.person()

    assert integration.run(every=None, once=True) == Leaf.objects.count() == 64
    assert publication.published(tmp_path) is not None
    assert integration.differences() == []


def test_another_log_was_published(settings: Settings, tmp_path: Path) -> None:
    """It signs nothing beside a published log that is not this one."""
    settings.LOG_FOLDER = tmp_path
    make.person()
    integration.run(every=1, once=True)
    settings.LOG_KEY = bytes(32)

    with pytest.raises(Refused, match="not ours"):
        integration.run(every=1, once=True)


def test_no_key(settings: Settings, tmp_path: Path) -> None:
    """A process without the key does not integrate."""
    settings.LOG_FOLDER, settings.LOG_KEY = tmp_path, None
    make.person()

    with pytest.raises(Refused, match="SAFECONDUCT_LOG_KEY"):
        integration.run(every=1, once=True)


def test_folder_cannot_be_written(settings: Settings, tmp_path: Path) -> None:
    """A folder that is none is a sentence."""
    (tmp_path / "file").touch()
    settings.LOG_FOLDER = tmp_path / "file" / "log"
    make.person()

    with pytest.raises(Refused, match="cannot be written"):
        integration.run(every=1, once=True)


def test_database_has_gone(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that went away is a sentence, not a traceback."""

    def gone(**_: object) -> int:
        raise OperationalError("the connection is closed")

    settings.LOG_FOLDER = tmp_path
    monkeypatch.setattr(integrator, "integrate", gone)

    with pytest.raises(Refused, match="does not answer"):
        integration.run(every=1, once=True)


def test_published_elsewhere_and_made_anew(settings: Settings, tmp_path: Path) -> None:
    """Another folder gets the same log, also after it was damaged."""
    settings.LOG_FOLDER = tmp_path / "log"
    make.person()
    integration.run(every=None, once=True)
    elsewhere = tmp_path / "elsewhere"
    assert integration.publish(elsewhere) == 64
    tile = elsewhere / "tile/0/000.p/64"
    whole = tile.read_bytes()
    tile.write_bytes(b"damaged")

    assert integration.rebuild(elsewhere) == 64
    assert tile.read_bytes() == whole


def test_another_log_is_not_written_over(settings: Settings, tmp_path: Path) -> None:
    """A folder that holds another log is left as it is."""
    settings.LOG_FOLDER = tmp_path
    make.person()
    integration.run(every=None, once=True)
    before = (tmp_path / "checkpoint").read_bytes()
    settings.LOG_KEY = bytes(32)

    with pytest.raises(Refused, match="not ours"):
        integration.rebuild(None)
    assert (tmp_path / "checkpoint").read_bytes() == before
