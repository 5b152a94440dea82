from pathlib import Path
from uuid import UUID

import pytest
from pytest_django import Settings

from safeconduct.journal import integrator, publication, receipts, witnesses
from safeconduct.journal.errors import NotSetUp
from safeconduct.journal.models import Checkpoint, Cosignature, Entry, Leaf
from safeconduct.ledger import Locator, Policy
from safeconduct.receipt import proving
from tests import make
from tests.journal.witnessing import World, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    made = settings.LOG_FOLDER = tmp_path / "log"
    return made


@pytest.fixture
def watched(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> World:
    """Three witnesses, of which two are enough."""
    found, settings.LOG_POLICY = world(tmp_path)
    monkeypatch.setattr(witnesses, "ask", found.ask)
    return found


def entry_of_a_hearing() -> UUID:
    return make.heard(make.person()).entry_id


def step(folder: Path) -> None:
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(folder, at=make.NOON)


def silence(watched: World, *, answers: bool) -> None:
    for one in watched.by_url.values():
        one.answers = answers


def test_before_its_place(folder: Path) -> None:
    """An act that waits for its place has no receipt of any kind."""
    assert receipts.of_entry(entry_of_a_hearing()) is None
    step(folder)
    assert receipts.of_entry(entry_of_a_hearing()) is None


def test_without_witnesses(folder: Path) -> None:
    """Where the policy asks for no witness, the next checkpoint is enough."""
    entry_id = entry_of_a_hearing()
    step(folder)
    standing = receipts.of_entry(entry_id)
    policy = receipts.policy()

    assert standing is not None
    assert policy == Policy.trusting(integrator.signer().verifier)
    leaf = Leaf.objects.get(index=standing.locator.index)
    assert bytes(leaf.commitment) == standing.locator.entry
    assert bytes(Entry.objects.get(pk=entry_id).commitment) == standing.locator.entry
    assert standing.receipt is not None
    assert standing.receipt.locator == standing.locator
    assert standing.receipt.verify(policy).checkpoint.size == 64


def test_without_the_secret_key(folder: Path, settings: Settings) -> None:
    """The web server, which does not sign, makes the same receipt."""
    entry_id = entry_of_a_hearing()
    step(folder)
    before = receipts.of_entry(entry_id)
    settings.LOG_KEY = None

    assert receipts.of_entry(entry_id) == before is not None


def test_before_the_witnesses(folder: Path, watched: World) -> None:
    """Only the locator is there until the quorum has seen the entry."""
    entry_id = entry_of_a_hearing()
    silence(watched, answers=False)
    step(folder)
    waiting = receipts.of_entry(entry_id)
    silence(watched, answers=True)
    step(folder)
    complete = receipts.of_entry(entry_id)

    assert waiting is not None
    assert waiting.receipt is None
    assert receipts.redeem(waiting.locator) == (complete and complete.receipt)
    assert complete is not None
    assert complete.receipt is not None
    assert complete.locator == waiting.locator
    believed = complete.receipt.verify(receipts.policy() or Policy((), (), (), ""))
    assert sorted(believed.times) == ["w0", "w1", "w2"]
    assert believed.checkpoint.size == 128


@pytest.mark.usefixtures("watched")
def test_printed_twice(folder: Path) -> None:
    """Later steps of the log do not change the receipt."""
    entry_id = entry_of_a_hearing()
    step(folder)
    first = receipts.of_entry(entry_id)
    for _ in range(3):
        step(folder)

    assert receipts.of_entry(entry_id) == first is not None


def test_a_checkpoint_that_was_never_published(folder: Path) -> None:
    """A crash between commit and files leaves a gap; the next step fills it."""
    entry_id = entry_of_a_hearing()
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(folder, at=make.NOON)
    late = entry_of_a_hearing()
    integrator.integrate(at=make.NOON)  # committed, and then the power went
    standing = receipts.of_entry(late)
    assert standing is not None
    assert standing.receipt is None
    step(folder)
    after = receipts.of_entry(late)

    assert Checkpoint.objects.count() == 3
    assert after is not None
    assert after.receipt is not None
    assert after.receipt.size == 192
    assert receipts.of_entry(entry_id) is not None


def test_redeem(folder: Path) -> None:
    """A locator is exchanged for the proof of exactly its entry."""
    entry_id = entry_of_a_hearing()
    step(folder)
    standing = receipts.of_entry(entry_id)
    assert standing is not None

    assert receipts.redeem(standing.locator) == standing.receipt


@pytest.mark.parametrize("wrong", ["key_id", "index", "commitment"])
def test_another_locator(folder: Path, wrong: str) -> None:
    """What this log does not hold is said to be missing, whatever was altered."""
    entry_id = entry_of_a_hearing()
    step(folder)
    standing = receipts.of_entry(entry_id)
    assert standing is not None
    right = standing.locator
    parts = {
        "key_id": right.key_id,
        "index": right.index,
        "commitment": right.commitment,
    }
    parts[wrong] = {"key_id": bytes(4), "index": 2**40 - 1, "commitment": bytes(32)}[
        wrong
    ]

    with pytest.raises(proving.NotInTheLog):
        receipts.redeem(Locator(**parts))  # type: ignore[arg-type]


def test_before_anything_is_published(folder: Path) -> None:
    """There is no policy yet, and no locator is ours."""
    assert receipts.policy() is None
    with pytest.raises(proving.NotInTheLog):
        receipts.redeem(Locator(bytes(4), 0, bytes(32)))
    folder.mkdir()
    (folder / publication.KEY).write_text("nonsense\n")
    assert receipts.policy() is None


def test_a_policy_that_cannot_be_read(folder: Path, settings: Settings) -> None:
    """It is no reason to hand out receipts that ask for no witness."""
    entry_id = entry_of_a_hearing()
    step(folder)
    settings.LOG_POLICY = folder / "nothing"

    with pytest.raises(NotSetUp):
        receipts.of_entry(entry_id)
    assert not Cosignature.objects.exists()
