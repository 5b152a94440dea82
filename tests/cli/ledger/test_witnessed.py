"""The register, its witness, and an outsider: the whole way of a checkpoint."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_django import Settings

from safeconduct.cli.ledger import ledger
from safeconduct.journal import integrator, publication
from safeconduct.journal.errors import LogDiffers, RolledBack
from safeconduct.ledger import Checkpoint as TreeHead
from safeconduct.ledger import Policy, Signer, sign_checkpoint
from tests import make
from tests.cli.ledger import witnessing
from tests.cli.ledger.witnessing import COSIGNER, Caller
from tests.journal.published import published
from tests.ledger import logs

pytestmark = pytest.mark.django_db


@pytest.fixture
def caller(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Caller]:
    """A witness that watches the log of this register, named in its policy."""
    assert settings.LOG_KEY is not None
    signer = Signer(settings.LOG_ORIGIN, settings.LOG_KEY)
    monkeypatch.setattr(logs, "SIGNER", signer)
    (tmp_path / "seen").mkdir()
    with witnessing.serving(tmp_path / "seen") as found:
        key = COSIGNER.verifier.vkey
        where = f"http://{found.host}:{found.port}"
        command = ["policy", "--log", signer.verifier.vkey, "-o"]
        command += [str(tmp_path / "policy"), "--witness", "geneva", key, where]
        made = CliRunner().invoke(ledger, command)
        assert made.exit_code == 0, made.output
        settings.LOG_POLICY = tmp_path / "policy"
        yield found


def verify(tmp_path: Path, *more: str) -> Result:
    policy = str(tmp_path / "policy")
    command = ["verify", str(tmp_path / "log"), "--policy", policy, *more]
    return CliRunner().invoke(ledger, command)


def test_each_step_is_cosigned(
    caller: Caller, settings: Settings, tmp_path: Path
) -> None:
    """Published with the cosignature; an outsider verifies it, and the next step."""
    make.person()
    kept = str(tmp_path / "last")
    published(settings, tmp_path / "log")
    first = verify(tmp_path, "--save", kept)
    published(settings, tmp_path / "log")
    second = verify(tmp_path, "--since", kept)

    assert first.exit_code == 0, first.output
    assert "Cosigned by geneva" in first.stdout
    assert second.exit_code == 0, second.output
    assert "It contains what was seen before: 64 entries" in second.stdout
    assert caller.latest().body.split(b"\n")[1] == b"128"
    assert (tmp_path / "log/policy").read_bytes() == (
        Policy.parse((tmp_path / "policy").read_bytes()).text
    )


def test_a_restored_backup(caller: Caller, settings: Settings, tmp_path: Path) -> None:
    """A witness that saw more than the database holds keeps the log from signing."""
    key = Signer(settings.LOG_ORIGIN, settings.LOG_KEY or b"")
    assert caller.add(witnessing.request(0, 1000, signer=key)).status == 200
    make.person()
    integrator.integrate(at=make.NOON)

    with pytest.raises(RolledBack, match="1000"):
        publication.check(tmp_path / "log")


def test_a_fork_is_not_cosigned(
    caller: Caller, settings: Settings, tmp_path: Path
) -> None:
    """A second history under the log's own key finds no witness."""
    make.person()
    published(settings, tmp_path / "log")
    key = Signer(settings.LOG_ORIGIN, settings.LOG_KEY or b"")
    forged = sign_checkpoint(TreeHead(key.name, 64, bytes(32)), key)
    (tmp_path / "log/checkpoint").write_bytes(forged)
    result = verify(tmp_path)

    assert result.exit_code == 1
    assert "asks for more witnesses" in result.stdout
    assert caller.latest().body.split(b"\n")[2] != forged.split(b"\n")[2]
    with pytest.raises((LogDiffers, RolledBack)):
        publication.check(tmp_path / "log")
