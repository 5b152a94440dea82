"""Witnesses cosign, catch what must not be, and hold up nobody but a departure."""

from pathlib import Path

import pytest
from pytest_django import Settings

from safeconduct.departure import actions as departure
from safeconduct.departure.errors import GateClosed
from safeconduct.departure.models import DepartureLine
from safeconduct.hearing import actions as hearing
from safeconduct.journal import integrator, publication, witnesses
from safeconduct.journal.errors import (
    LogDiffers,
    NotSetUp,
    RolledBack,
    TooFewWitnesses,
)
from safeconduct.journal.models import Cosignature
from safeconduct.journal.witnesses import Reply
from safeconduct.ledger import Checkpoint as TreeHead
from safeconduct.ledger import sign_checkpoint, witness
from safeconduct.ledger.policy import Policy
from safeconduct.receipt import beside
from tests import make
from tests.journal.witnessing import World, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def watched(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> World:
    """Three witnesses, of which two are enough."""
    found, settings.LOG_POLICY = world(tmp_path)
    monkeypatch.setattr(witnesses, "ask", found.ask)
    return found


def step(folder: Path) -> None:
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(folder, at=make.NOON)


def silence(watched: World, *numbers: int) -> None:
    for number, one in enumerate(watched.by_url.values()):
        one.answers = number not in numbers


@pytest.mark.usefixtures("watched")
def test_cosigned(folder: Path, settings: Settings) -> None:
    """The published checkpoint bears the lines of all, and the policy believes it."""
    make.person()
    for _ in range(3):
        step(folder)

    note = publication.published(folder) or b""
    policy = Policy.parse(settings.LOG_POLICY.read_bytes())
    believed = policy.check(note)
    assert believed.checkpoint.size == 192
    assert sorted(believed.times) == ["w0", "w1", "w2"]
    assert publication.read(folder, beside.POLICY) == policy.text
    assert [seen.size for seen in witnesses.states()] == [192, 192, 192]


def test_one_is_silent(folder: Path, watched: World, settings: Settings) -> None:
    """The log waits for nobody, and who was away catches up."""
    make.person()
    silence(watched, 0)
    step(folder)
    assert sorted(s.name for s in witnesses.states() if s.size) == ["w1", "w2"]

    silence(watched)
    step(folder)
    policy = Policy.parse(settings.LOG_POLICY.read_bytes())
    assert len(policy.check(publication.published(folder) or b"").times) == 3


def test_a_witness_knows_an_older_size(folder: Path, watched: World) -> None:
    """Where our memory of a witness is wrong its answer corrects us."""
    make.person()
    step(folder)
    step(folder)
    first = next(iter(watched.by_url.values()))
    first.last = None
    step(folder)

    assert Cosignature.objects.filter(witness="w0", size=192).exists()


def ahead(watched: World, size: int, root: bytes) -> None:
    """Let every witness have cosigned a tree of ours that the database lacks."""
    signer = integrator.signer()
    head = TreeHead(signer.name, size, root)
    note = sign_checkpoint(head, signer)
    for one in watched.by_url.values():
        one.last = witness.Cosigned(head, note)


def test_rolled_back(folder: Path, watched: World) -> None:
    """A witness that saw more stops the signing, at the start and at any step."""
    make.person()
    step(folder)
    ahead(watched, 6400, bytes(32))

    with pytest.raises(RolledBack, match="rolled back"):
        publication.check(folder)
    with pytest.raises(RolledBack, match="rolled back"):
        step(folder)


def test_forked(folder: Path, watched: World) -> None:
    """A witness that saw another tree of this size stops the signing."""
    make.person()
    step(folder)
    ahead(watched, 64, bytes(32))

    with pytest.raises(LogDiffers, match="another root"):
        publication.check(folder)
    with pytest.raises(LogDiffers, match="another root"):
        step(folder)


@pytest.mark.parametrize(
    "answer", [Reply(409, b"6400\n"), Reply(409, b"many\n"), Reply(422, b"no\n")]
)
def test_a_witness_that_only_claims(
    folder: Path, watched: World, answer: Reply, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word of a witness stops nobody: it must show a checkpoint that we signed."""
    make.person()
    step(folder)
    first = next(iter(watched.by_url.values()))
    honest = first.ask
    monkeypatch.setattr(
        first, "ask", lambda path, body: answer if body else honest(path, body)
    )
    step(folder)

    assert [seen.size for seen in witnesses.states()] == [64, 128, 128]


def test_too_few_at_the_start(folder: Path, watched: World) -> None:
    """Without a quorum nobody begins to sign."""
    silence(watched, 0, 1)
    with pytest.raises(TooFewWitnesses, match="w2"):
        publication.check(folder)

    silence(watched, 0)
    publication.check(folder)


def test_a_line_that_is_none(folder: Path, watched: World) -> None:
    """A cosignature by another key is not kept."""
    make.person()
    first, second, _ = watched.by_url.values()
    first.cosigner = second.cosigner
    step(folder)

    assert not Cosignature.objects.filter(witness="w0").exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"nonsense\n", "policy is none"), (b"quorum none\n", "does not name this log")],
)
def test_no_policy(
    content: bytes, sentence: str, tmp_path: Path, settings: Settings
) -> None:
    """A policy that is none, or another log's, is a sentence."""
    settings.LOG_POLICY = tmp_path / "policy"
    settings.LOG_POLICY.write_bytes(content)
    with pytest.raises(NotSetUp, match=sentence):
        witnesses.policy()

    settings.LOG_POLICY = tmp_path / "nothing"
    with pytest.raises(NotSetUp, match="cannot be read"):
        witnesses.policy()


@pytest.mark.usefixtures("watched")
def test_rebuilt(folder: Path, tmp_path: Path) -> None:
    """Everything published is made again from the tables, byte for byte."""
    make.person()
    for _ in range(3):
        step(folder)
    assert publication.rebuild(tmp_path / "again") == 192

    def files(where: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(where)): path.read_bytes()
            for path in where.rglob("*")
            if path.is_file()
        }

    assert files(tmp_path / "again") == files(folder)


def crossing() -> DepartureLine:
    """Approved, and he said yes at the crossing."""
    line = make.listed()
    departure.approve(
        line.pk,
        officer=make.officer("second_officer", of=make.second_service()),
        at=make.NOON,
    )
    hearing.reconfirm(
        line.person_id,
        stage="border",
        answer="yes",
        officer=make.officer(),
        at=make.NOON,
    )
    return line


def test_a_hand_over_waits_for_witnesses(folder: Path, watched: World) -> None:
    """Nobody crosses before enough witnesses have seen the approval."""
    line = crossing()
    with pytest.raises(GateClosed, match="witnesses"):
        departure.hand_over(line.pk, officer=make.officer(), at=make.NOON)
    silence(watched, 0, 1)
    step(folder)
    with pytest.raises(GateClosed, match="witnesses"):
        departure.hand_over(line.pk, officer=make.officer(), at=make.NOON)

    silence(watched)
    step(folder)
    departure.hand_over(line.pk, officer=make.officer(), at=make.NOON)
    line.refresh_from_db()
    assert line.status == "handed_over"


def test_a_log_alone() -> None:
    """Without a policy nothing waits."""
    line = crossing()
    departure.hand_over(line.pk, officer=make.officer(), at=make.NOON)
    line.refresh_from_db()
    assert line.status == "handed_over"
