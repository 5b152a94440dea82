"""How are keys named and written?

C2SP signed-note v1.0.0. A key has a name without spaces and plus signs, an algorithm
of one byte, and an ID of four bytes that binds all three::

    key ID      = SHA-256(name ‖ 0A ‖ algorithm ‖ public key)[:4]
    verifier    = name+hex(key ID)+base64(algorithm ‖ public key)
    signing key = PRIVATE+KEY+name+hex(key ID)+base64(algorithm ‖ seed)

Both of our algorithms are Ed25519 (RFC 8032) with keys and seeds of 32 bytes: ``01``
signs the text of a note (`note`), ``04`` a text with a time (`cosignature`). One
public key under one name is therefore two keys, and neither passes for the other::

    example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k     01
    example.com/foo+7c264079+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k     04
"""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import ClassVar, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from safeconduct.ledger.spelling import decode_base64, encode_base64

KEY_SIZE = 32
ID_SIZE = 4
SIGNATURE_SIZE = 64
NAME = re.compile(r"[^\s+\x00-\x1f\ud800-\udfff]+")  # surrogates are not UTF-8

_PRIVATE = "PRIVATE+KEY+"


class MalformedKey(ValueError):
    """The text is not a key. The message never shows it: it may be a secret."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A named Ed25519 public key; what it signs is up to the subclass."""

    algorithm: ClassVar[bytes]

    name: str
    public_key: bytes

    def __post_init__(self) -> None:
        _demand_name(self.name)
        if len(self.public_key) != KEY_SIZE:
            raise MalformedKey("an Ed25519 public key has 32 bytes")

    @classmethod
    def parse(cls, vkey: str) -> Self:
        """Read a verifier key.

        Raises:
            MalformedKey: It is not one, of another algorithm, or its ID is not its
                own.
        """
        name, key_id, public_key = _parse(vkey, cls.algorithm)
        verifier = cls(name, public_key)
        if verifier.key_id.hex() != key_id:
            raise MalformedKey("the key ID is not that of the key")
        return verifier

    @property
    def vkey(self) -> str:
        """The key as text."""
        return _format(self.name, self.key_id, self.algorithm + self.public_key)

    @property
    def key_id(self) -> bytes:
        """SHA-256(name ‖ 0A ‖ algorithm ‖ public key)[:4]."""
        return _key_id(self.name, self.algorithm, self.public_key)

    def verify_bytes(self, message: bytes, signature: bytes) -> bool:
        """Tell whether these 64 bytes are this key's signature of exactly a message."""
        try:
            key = Ed25519PublicKey.from_public_bytes(self.public_key)
            key.verify(signature, message)
        except (InvalidSignature, ValueError):  # ValueError: no point on the curve
            return False
        return True


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A named Ed25519 private key. `seed` is 32 secret random bytes."""

    algorithm: ClassVar[bytes]

    name: str
    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        _demand_name(self.name)
        if len(self.seed) != KEY_SIZE:
            raise MalformedKey("an Ed25519 seed has 32 bytes")

    @classmethod
    def parse(cls, key: str) -> Self:
        """Read a signing key.

        Raises:
            MalformedKey: It is not one, of another algorithm, or its ID is not its
                own.
        """
        if not key.startswith(_PRIVATE):
            raise MalformedKey("a signing key begins with PRIVATE+KEY+")
        name, key_id, seed = _parse(key.removeprefix(_PRIVATE), cls.algorithm)
        signer = cls(name, seed)
        if signer.key_id.hex() != key_id:
            raise MalformedKey("the key ID is not that of the key")
        return signer

    @property
    def secret(self) -> str:
        """The signing key as text, to be stored where nobody reads it."""
        return _PRIVATE + _format(self.name, self.key_id, self.algorithm + self.seed)

    @property
    def key_id(self) -> bytes:
        """The ID of the public half, which both share."""
        return _key_id(self.name, self.algorithm, self.public_bytes)

    @property
    def public_bytes(self) -> bytes:
        """The public key, 32 bytes."""
        return self._key().public_key().public_bytes_raw()

    def sign_bytes(self, message: bytes) -> bytes:
        """Sign exactly these bytes: 64 bytes."""
        return self._key().sign(message)

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def _key_id(name: str, algorithm: bytes, public_key: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + algorithm + public_key).digest()[:ID_SIZE]


def _parse(text: str, algorithm: bytes) -> tuple[str, str, bytes]:
    # Base64 has plus signs of its own: only the first two part the fields.
    name, _, rest = text.partition("+")
    key_id, _, encoded = rest.partition("+")
    try:
        key = decode_base64(encoded)
    except ValueError:
        key = b""
    if len(key) != 1 + KEY_SIZE or not key.startswith(algorithm):
        raise MalformedKey(
            f"a key is name+ID+base64 of {algorithm.hex()} and {KEY_SIZE} bytes"
        )
    return name, key_id, key[1:]


def _format(name: str, key_id: bytes, key: bytes) -> str:
    return f"{name}+{key_id.hex()}+{encode_base64(key)}"


def _demand_name(name: str) -> None:
    if not NAME.fullmatch(name):
        raise MalformedKey("a key name is not empty, without spaces and plus signs")
