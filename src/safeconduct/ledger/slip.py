"""What does the slip carry that a prisoner takes along?

Two codes. The locator says which entry his act is, before anything is published;
`‖` joins bytes, integers are big-endian::

    locator = 01 ‖ key ID (4) ‖ index (5) ‖ commitment (32)             42 bytes
    receipt = 01 ‖ key ID (4) ‖ index (5) ‖ size (5) ‖ commitment (32)
              ‖ path (32 each) ‖ log signature (64)
              ‖ for each witness: key ID (4) ‖ time (8) ‖ signature (64)

The key ID is the log's, the commitment the entry without its version byte. Index and
size say how long the path is, so nothing needs a length. For the entry 52,493 of a
log of 70,000 the locator is, in hex and in `base45`::

    01 ec9aa328 000000cd0d a63f871f5aa4c36e60ee790919b182965f307489264722079ed9de53…
    .A0WOJP25000N-PY0LV3HTKBZVOJBCPDF7B3+MGN1C/WEY$4QD4U3KZ4SJ1FXDD

and the receipt with two cosignatures has 807 bytes: 47, 17 hashes, 64, and twice 76.
The root follows from the path, names and keys from the policy: with the
policy a receipt becomes a proof file (`proof`), and a proof file that has no `extra`
and only lines of the policy's keys becomes a receipt, byte for byte both ways.

A slip never carries a value, a salt or an opening: a wish has three values, and
whoever finds the slip could test them.
"""

from dataclasses import dataclass
from typing import Self

from safeconduct.ledger.checkpoint import Checkpoint
from safeconduct.ledger.cosignature import (
    COSIGNATURE_SIZE,
    MalformedCosignature,
    split_cosignature,
)
from safeconduct.ledger.key import ID_SIZE, SIGNATURE_SIZE
from safeconduct.ledger.merkle import (
    HASH_SIZE,
    inclusion_root,
    leaf_hash,
    path_length,
)
from safeconduct.ledger.note import MAX_SIGNATURES, Signature, parse_note
from safeconduct.ledger.policy import Log, Policy, Witness, Witnessed
from safeconduct.ledger.proof import Proof

_VERSION = b"\x01"  # of the slip, and of the entry it names
_INT_SIZE = 5  # bytes: 2**40 entries
_WITNESS_SIZE = ID_SIZE + COSIGNATURE_SIZE


class MalformedSlip(ValueError):
    """The bytes are no locator or receipt, or the parts cannot be written as one."""


class UnknownKey(ValueError):
    """The policy has no key of this ID, or more than one; `key_id` is the ID."""

    def __init__(self, key_id: bytes) -> None:
        super().__init__(f"the policy does not have exactly one key {key_id.hex()}")
        self.key_id = key_id


class NotCompact(ValueError):
    """The proof holds what a receipt cannot: extra data, or lines of other keys."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where an entry is to be found.

    Attributes:
        key_id: Four bytes, the key of the log.
        index: Place in the log, from 0, below 2**40.
        commitment: 32 bytes, the entry without its version byte.
    """

    key_id: bytes
    index: int
    commitment: bytes

    def __post_init__(self) -> None:
        if len(self.key_id) != ID_SIZE or len(self.commitment) != HASH_SIZE:
            raise MalformedSlip("a key ID has 4 bytes, a commitment 32")
        _demand_int(self.index)

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Read a locator of 42 bytes.

        Raises:
            MalformedSlip: It is none.
        """
        reader = _Reader(content)
        reader.take_version()
        key_id, index = reader.take(ID_SIZE), reader.take_int()
        locator = cls(key_id, index, reader.take(HASH_SIZE))
        reader.end()
        return locator

    def to_bytes(self) -> bytes:
        """Write the locator."""
        return _VERSION + self.key_id + _from_int(self.index) + self.commitment

    @property
    def entry(self) -> bytes:
        """The entry of 33 bytes as it stands in the log."""
        return _VERSION + self.commitment


@dataclass(frozen=True, slots=True)
class Receipt:
    """The proof that an entry is in a witnessed log, as short as can be.

    Attributes:
        locator: Which entry.
        size: Of the tree, below 2**40.
        path: Hashes of 32 bytes, leaf to root, as many as index and size ask for.
        signature: 64 bytes, the log's.
        cosignatures: Key ID and 72 bytes of each witness.
    """

    locator: Locator
    size: int
    path: tuple[bytes, ...]
    signature: bytes
    cosignatures: tuple[tuple[bytes, bytes], ...] = ()

    def __post_init__(self) -> None:
        _demand_int(self.size)
        if not self.locator.index < self.size:
            raise MalformedSlip("the entry lies beyond the tree")
        length = path_length(self.locator.index, self.size)
        if [len(one) for one in self.path] != [HASH_SIZE] * length:
            raise MalformedSlip("the path is not as long as index and size ask for")
        if len(self.signature) != SIGNATURE_SIZE:
            raise MalformedSlip("the signature of a log has 64 bytes")
        if len(self.cosignatures) >= MAX_SIGNATURES:
            raise MalformedSlip(f"there are at most {MAX_SIGNATURES} signatures")
        for key_id, cosignature in self.cosignatures:
            if len(key_id) != ID_SIZE:
                raise MalformedSlip("a key ID has 4 bytes")
            _demand_cosignature(cosignature)

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Read a receipt; whether it proves anything is another question.

        Raises:
            MalformedSlip: It is none.
        """
        reader = _Reader(content)
        reader.take_version()
        key_id = reader.take(ID_SIZE)
        index, size = reader.take_int(), reader.take_int()
        locator = Locator(key_id, index, reader.take(HASH_SIZE))
        length = path_length(index, size) if index < size else 0
        path = tuple(reader.take(HASH_SIZE) for _ in range(length))
        signature = reader.take(SIGNATURE_SIZE)
        cosignatures: list[tuple[bytes, bytes]] = []
        while reader.more and len(cosignatures) < MAX_SIGNATURES:
            witness = reader.take(_WITNESS_SIZE)
            cosignatures.append((witness[:ID_SIZE], witness[ID_SIZE:]))
        reader.end()
        return cls(locator, size, path, signature, tuple(cosignatures))

    def to_bytes(self) -> bytes:
        """Write the receipt."""
        where = self.locator
        head = [_VERSION, where.key_id, _from_int(where.index), _from_int(self.size)]
        cosignatures = [part for pair in self.cosignatures for part in pair]
        parts = [*head, where.commitment, *self.path, self.signature, *cosignatures]
        return b"".join(parts)

    def expand(self, policy: Policy) -> Proof:
        """Write it out as a proof file, with the names that the policy knows.

        Raises:
            UnknownKey: A key ID is not that of exactly one key of the policy.
        """
        where = self.locator
        log = _find_log(policy, where.key_id)
        leaf = leaf_hash(where.entry)
        root = inclusion_root(where.index, self.size, leaf, self.path)
        lines = [Signature(log.verifier.name, where.key_id, self.signature)]
        for key_id, cosignature in self.cosignatures:
            name = _find_witness(policy, key_id).verifier.name
            lines.append(Signature(name, key_id, cosignature))
        text = Checkpoint(log.verifier.name, self.size, root).text
        note = text + b"\n" + "".join(line.line for line in lines).encode()
        return Proof(where.index, self.path, note)

    def verify(self, policy: Policy) -> Witnessed:
        """Check that the entry is in a log that the policy believes.

        Returns:
            The checkpoint, and who cosigned it when.

        Raises:
            UnknownKey: A key ID is not that of exactly one key of the policy.
            ValueError: What `Policy.check` raises of the checkpoint.
        """
        return self.expand(policy).verify(self.locator.entry, policy)


def shorten(proof: Proof, entry: bytes, policy: Policy) -> Receipt:
    """Write a proof as a receipt that expands to the same bytes.

    To leave out what a receipt cannot hold, make the proof with `Witnessed.note`.

    Raises:
        NotCompact: It holds more than a receipt can, or in another order.
        ValueError: It does not prove the entry to this policy.
    """
    witnessed = proof.verify(entry, policy)
    log, *others = parse_note(proof.checkpoint)[1]
    try:
        receipt = Receipt(
            Locator(log.key_id, proof.index, entry[1:]),
            witnessed.checkpoint.size,
            proof.path,
            log.signature,
            tuple((line.key_id, line.signature) for line in others),
        )
        same = receipt.locator.entry == entry and receipt.expand(policy) == proof
    except (MalformedSlip, UnknownKey) as error:
        raise NotCompact(f"no receipt can hold this: {error}") from error
    if not same:
        raise NotCompact("a receipt holds an entry of ours, and nothing extra")
    return receipt


class _Reader:
    """Bytes that are taken from the front."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    @property
    def more(self) -> bool:
        return self._at < len(self._content)

    def take(self, size: int) -> bytes:
        taken = self._content[self._at : self._at + size]
        if len(taken) < size:
            raise MalformedSlip("the slip is cut short")
        self._at += size
        return taken

    def take_int(self) -> int:
        return int.from_bytes(self.take(_INT_SIZE), "big")

    def take_version(self) -> None:
        if self.take(1) != _VERSION:
            raise MalformedSlip("a slip begins with 01; this may be of a later version")

    def end(self) -> None:
        if self.more:
            raise MalformedSlip("the slip is too long")


def _find_log(policy: Policy, key_id: bytes) -> Log:
    found = [log for log in policy.logs if log.verifier.key_id == key_id]
    if len(found) != 1:
        raise UnknownKey(key_id)
    return found[0]


def _find_witness(policy: Policy, key_id: bytes) -> Witness:
    found = [one for one in policy.witnesses if one.verifier.key_id == key_id]
    if len(found) != 1:
        raise UnknownKey(key_id)
    return found[0]


def _demand_int(number: int) -> None:
    if not 0 <= number < 1 << 8 * _INT_SIZE:
        raise MalformedSlip("index and size are below 2**40")


def _demand_cosignature(cosignature: bytes) -> None:
    try:
        split_cosignature(cosignature)
    except MalformedCosignature as error:
        raise MalformedSlip(str(error)) from error


def _from_int(number: int) -> bytes:
    return number.to_bytes(_INT_SIZE, "big")
