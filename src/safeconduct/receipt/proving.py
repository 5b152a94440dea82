"""How does a published log prove an entry, from its files alone?

Everything that is read is checked against the signed checkpoint before it is handed
on: a file that was altered gives no proof that looks like one.
"""

from safeconduct.ledger import (
    ENTRIES,
    FileReader,
    HashReader,
    MalformedBundle,
    Policy,
    Proof,
    Receipt,
    Tile,
    decode_bundle,
    inclusion_proof,
    shorten,
)
from safeconduct.ledger.tile import WIDTH, tile_at, tiles_at


class NotInTheLog(LookupError):
    """The published log does not hold this entry, or not at this place."""


class Unpublished(LookupError):
    """A file that the proof needs is missing or cut short; `path` names it."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is missing, or not of its length")
        self.path = path


def prove(
    index: int, note: bytes, policy: Policy, read: FileReader
) -> tuple[bytes, Proof]:
    """Prove the entry at a place, with the signatures of the policy's keys alone.

    Args:
        index: Place in the log, from 0.
        note: A checkpoint as published, with its cosignatures.
        policy: Whom the reader of the proof believes.
        read: Reads a published file by its path.

    Returns:
        The entry and its proof.

    Raises:
        NotInTheLog: The checkpoint does not cover the place.
        Unpublished, UnreadableTile: A file is missing.
        ValueError: The policy does not believe the checkpoint, or the files do not
            have its root.
    """
    witnessed = policy.check(note)
    size = witnessed.checkpoint.size
    if not 0 <= index < size:
        raise NotInTheLog(f"The log has {size} entries, 0 to {size - 1}.")
    entry = _bundle(Tile(ENTRIES, index // WIDTH), size, read)[index % WIDTH]
    path = inclusion_proof(index, size, HashReader(read, size))
    proof = Proof(index, tuple(path), witnessed.note)
    proof.verify(entry, policy)
    return entry, proof


def find(entry: bytes, size: int, read: FileReader) -> int:
    """Look for an entry in all bundles of a log; return its place.

    Reads 35 bytes for each entry of the log.

    Raises:
        NotInTheLog: It is in none.
        Unpublished: A bundle is missing.
    """
    for tile in tiles_at(ENTRIES, size):
        entries = _bundle(tile, size, read)
        if entry in entries:
            return tile.first + entries.index(entry)
    raise NotInTheLog("The log does not hold this entry.")


def fitted(entry: bytes, proof: Proof, policy: Policy, *, largest: int) -> Receipt:
    """Shorten a proof, without cosignatures that are not needed where it is too long.

    Args:
        entry: Of 33 bytes.
        proof: With the signatures of the policy's keys alone.
        policy: Whom the reader believes.
        largest: How many bytes it should have at most. The quorum stays, whatever
            it takes.

    Raises:
        ValueError: What `shorten` raises.
    """
    receipt = shorten(proof, entry, policy)
    names = {w.verifier.key_id: w.name for w in policy.witnesses}
    kept = list(receipt.cosignatures)
    for one in reversed(receipt.cosignatures):
        slimmer = Receipt(
            receipt.locator, receipt.size, receipt.path, receipt.signature, tuple(kept)
        )
        if len(slimmer.to_bytes()) <= largest:
            break
        rest = [other for other in kept if other is not one]
        if policy.met(names[key_id] for key_id, _ in rest):
            kept = rest
    return Receipt(
        receipt.locator, receipt.size, receipt.path, receipt.signature, tuple(kept)
    )


def _bundle(of: Tile, size: int, read: FileReader) -> list[bytes]:
    tile = tile_at(ENTRIES, of.index, size)
    if tile is None:
        raise NotInTheLog(f"The log has {size} entries.")
    content = read(tile.path)
    if content is None and not tile.is_full:
        # A log may drop a partial bundle once the full one is there.
        content = read(Tile(ENTRIES, of.index).path)
    try:
        entries = decode_bundle(content or b"")[: tile.width]
    except MalformedBundle as error:
        raise Unpublished(tile.path) from error
    if len(entries) != tile.width:
        raise Unpublished(tile.path)
    return entries
