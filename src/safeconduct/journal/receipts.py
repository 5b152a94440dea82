"""Which receipt belongs to an act? From the entry to what a slip carries.

An act gets its place in the log at the next step, and a proof once a checkpoint that
covers it was cosigned by the quorum of the policy. The first such checkpoint is taken,
so that a slip printed twice is the same slip.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_noop

from safeconduct.journal import publication, witnesses
from safeconduct.journal.models import Checkpoint, Cosignature, Entry, Leaf
from safeconduct.ledger import (
    Locator,
    MalformedKey,
    Policy,
    Receipt,
    UnmetQuorum,
    UnreadableTile,
    Verifier,
)
from safeconduct.receipt import codes, proving


@dataclass(frozen=True)
class Standing:
    """How far the receipt of an act is.

    Attributes:
        verifier: The key of the log.
        locator: Which entry it is.
        receipt: Its proof; `None` until a cosigned checkpoint covers the entry.
    """

    verifier: Verifier
    locator: Locator
    receipt: Receipt | None


def policy() -> Policy | None:
    """Give the policy outsiders are handed; `None` before anything was published.

    Raises:
        NotSetUp: The policy of the settings cannot be read.
    """
    found = witnesses.policy()
    if found is not None:
        return found
    key = _key()
    return Policy.trusting(key) if key is not None else None


def of_entry(entry_id: UUID) -> Standing | None:
    """Tell how far the receipt of an act is; `None` while it waits for its place.

    Raises:
        NotSetUp: The policy of the settings cannot be read.
    """
    trusted = policy()
    entry = Entry.objects.get(pk=entry_id)
    leaf = Leaf.objects.filter(commitment=entry.commitment).first()
    if trusted is None or leaf is None:
        return None
    verifier = _own(trusted)
    locator = Locator(verifier.key_id, leaf.index, bytes(leaf.commitment)[1:])
    return Standing(verifier, locator, _prove(locator, trusted))


def redeem(locator: Locator) -> Receipt | None:
    """Exchange a locator for its proof; `None` until a cosigned checkpoint covers it.

    Whoever holds a locator has all that the answer tells: it is public.

    Raises:
        NotInTheLog: This log does not hold the entry at that place.
        NotSetUp: The policy of the settings cannot be read.
    """
    trusted = policy()
    held = Leaf.objects.filter(index=locator.index, commitment=locator.entry)
    if trusted is None or _own(trusted).key_id != locator.key_id or not held.exists():
        raise proving.NotInTheLog(gettext_noop("This log does not hold that entry."))
    return _prove(locator, trusted)


def _prove(locator: Locator, trusted: Policy) -> Receipt | None:
    for note in _notes(locator.index, trusted):
        try:
            entry, proof = proving.prove(locator.index, note, trusted, _read)
            return proving.fitted(entry, proof, trusted, largest=codes.FITS)
        except (UnmetQuorum, UnreadableTile, proving.Unpublished):
            continue  # too few witnesses, or never published: a later one may do
    return None


def _notes(index: int, trusted: Policy) -> Iterator[bytes]:
    """Give the checkpoints that cover a place with all signatures, first ones first."""
    covering = Checkpoint.objects.filter(size__gt=index).order_by("size")
    if not trusted.met(()):
        covering = covering.filter(size__in=Cosignature.objects.values("size"))
    for checkpoint in covering.iterator():
        lines = "".join(witnesses.lines(checkpoint.size))
        yield (checkpoint.note + lines).encode()


def _read(path: str) -> bytes | None:
    return publication.read(settings.LOG_FOLDER, path)


def _key() -> Verifier | None:
    """Read the published key: the web server does not hold the one that signs."""
    found = _read(publication.KEY)
    try:
        return Verifier.parse(found.decode().strip()) if found is not None else None
    except (MalformedKey, UnicodeDecodeError):
        return None


def _own(trusted: Policy) -> Verifier:
    """Choose this log's key among those of the policy."""
    return next(
        log.verifier for log in trusted.logs if log.verifier.name == settings.LOG_ORIGIN
    )
