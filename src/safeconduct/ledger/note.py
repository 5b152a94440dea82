"""Who signed this text?

C2SP signed-note v1.0.0 with Ed25519. A note is a text that ends in a newline, an
empty line, and one line for each signature::

    This is an example message.
                                            (empty)
    — example.com/foo Uw2QOkn8srV1yJGh…     name, base64(key ID ‖ signature)

The signature covers the text with its last newline. A text may hold empty lines:
the last one parts it from the signatures. A note is UTF-8 without control
characters except newline.

Keys have names, without spaces and plus signs, and an ID of four bytes::

    key ID      = SHA-256(name ‖ 0A ‖ 01 ‖ public key)[:4]
    verifier    = name+hex(key ID)+base64(01 ‖ public key)
    signing key = PRIVATE+KEY+name+hex(key ID)+base64(01 ‖ seed)

The verifier key of the note above is
``example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k``.

Signatures of unknown keys are kept apart and prove nothing. One bad signature of a
known key refuses the whole note, as x/mod does. Each thing has one spelling:
base64 with loose bits or without padding is refused.

NoteError
├── MalformedNote       the bytes are no note, or the text cannot become one
├── InvalidSignature    a key we know did not sign this text
├── AmbiguousKey        two known keys answer to one name and ID
└── UnverifiedNote      a note, but none of the keys we know signed it

A key that cannot be read is a plain `MalformedKey`, for it is the caller's own.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol, Self

from cryptography.exceptions import InvalidSignature as BadSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

MAX_NOTE = 1_000_000  # bytes; 100 ML-DSA-44 signatures take a third of it
MAX_SIGNATURES = 100  # the limit of x/mod; C2SP demands at least 16

_ED25519 = b"\x01"
_KEY_SIZE = 32
_ID_SIZE = 4
_PRIVATE = "PRIVATE+KEY+"
_DASH = "— "
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_NAME = re.compile(r"[^\s+\x00-\x1f\ud800-\udfff]+")  # surrogates are not UTF-8


class NoteError(ValueError):
    """Base of what can be wrong with a note."""


class MalformedNote(NoteError):
    """The bytes are not a note, or the text cannot be signed as one."""


class InvalidSignature(NoteError):
    """A key we know did not sign this text; `name` is the key's."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the signature of {name} is invalid")
        self.name = name


class AmbiguousKey(NoteError):
    """Two known keys answer to one name and key ID; `name` is theirs."""

    def __init__(self, name: str) -> None:
        super().__init__(f"two known keys answer to {name}")
        self.name = name


class UnverifiedNote(NoteError):
    """No known key signed; `signers` names those who claim to have."""

    def __init__(self, signers: tuple[str, ...]) -> None:
        super().__init__("none of the known keys signed this note")
        self.signers = signers


class MalformedKey(ValueError):
    """The text is not a key. The message never shows it: it may be a secret."""


class NoteVerifier(Protocol):
    """A known key of any kind: what `open_note` asks of it."""

    @property
    def name(self) -> str:
        """The name on its signature lines."""

    @property
    def key_id(self) -> bytes:
        """Four bytes that precede its signatures."""

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Tell whether this key signed the text."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """An Ed25519 public key with its name."""

    name: str
    public_key: bytes

    def __post_init__(self) -> None:
        _demand_name(self.name)
        if len(self.public_key) != _KEY_SIZE:
            raise MalformedKey("an Ed25519 public key has 32 bytes")

    @classmethod
    def parse(cls, vkey: str) -> Self:
        """Read a verifier key.

        Raises:
            MalformedKey: It is not one, or not of Ed25519, or its ID is not its own.
        """
        name, key_id, public_key = _parse_key(vkey)
        verifier = cls(name, public_key)
        if verifier.key_id.hex() != key_id:
            raise MalformedKey("the key ID is not that of the key")
        return verifier

    @property
    def vkey(self) -> str:
        """The key as text."""
        return _format_key(self.name, self.key_id, self.public_key)

    @property
    def key_id(self) -> bytes:
        """SHA-256(name ‖ 0A ‖ 01 ‖ public key)[:4]."""
        named = self.name.encode() + b"\n" + _ED25519 + self.public_key
        return sha256(named).digest()[:_ID_SIZE]

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Tell whether this key signed the text."""
        try:
            key = Ed25519PublicKey.from_public_bytes(self.public_key)
            key.verify(signature, text)
        except (BadSignature, ValueError):  # ValueError: no point on the curve
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signer:
    """An Ed25519 private key with its name. `seed` is 32 secret random bytes."""

    name: str
    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        _demand_name(self.name)
        if len(self.seed) != _KEY_SIZE:
            raise MalformedKey("an Ed25519 seed has 32 bytes")

    @classmethod
    def parse(cls, key: str) -> Self:
        """Read a signing key.

        Raises:
            MalformedKey: It is not one, or not of Ed25519, or its ID is not its own.
        """
        if not key.startswith(_PRIVATE):
            raise MalformedKey("a signing key begins with PRIVATE+KEY+")
        name, key_id, seed = _parse_key(key.removeprefix(_PRIVATE))
        signer = cls(name, seed)
        if signer.verifier.key_id.hex() != key_id:
            raise MalformedKey("the key ID is not that of the key")
        return signer

    @property
    def secret(self) -> str:
        """The signing key as text, to be stored where nobody reads it."""
        return _PRIVATE + _format_key(self.name, self.verifier.key_id, self.seed)

    @property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self._key().public_key().public_bytes_raw())

    def sign(self, text: bytes) -> bytes:
        """Sign a text: 64 bytes."""
        return self._key().sign(text)

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line, verified or not."""

    name: str
    key_id: bytes
    signature: bytes

    @property
    def line(self) -> str:
        """The line as it stands in a note, newline and all."""
        encoded = base64.b64encode(self.key_id + self.signature).decode()
        return f"{_DASH}{self.name} {encoded}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """An opened note. Only `verified` says anything about `text`."""

    text: bytes
    verified: tuple[Signature, ...]
    unverified: tuple[Signature, ...]


def sign_note(text: bytes, *signers: Signer) -> bytes:
    """Make a note of a text, with a line for each signer.

    Raises:
        MalformedNote: The text does not end in a newline, or is not UTF-8 free of
            control characters.
    """
    if not text.endswith(b"\n"):
        raise MalformedNote("the text of a note ends in a newline")
    _decode(text)
    lines = [Signature(s.name, s.verifier.key_id, s.sign(text)).line for s in signers]
    return text + b"\n" + "".join(lines).encode()


def open_note(note: bytes, verifiers: Iterable[NoteVerifier]) -> Note:
    """Read a note and check every signature by a known key.

    Raises:
        MalformedNote: The bytes are not a note.
        AmbiguousKey: Two of the verifiers answer to a signature's name and ID.
        InvalidSignature: One of the verifiers did not make the signature it bears.
        UnverifiedNote: No signature is by one of the verifiers.
    """
    known: dict[tuple[str, bytes], list[NoteVerifier]] = {}
    for verifier in verifiers:
        known.setdefault((verifier.name, verifier.key_id), []).append(verifier)
    text, signatures = parse_note(note)
    verified, unverified = [], []
    for signature in dict.fromkeys(signatures):  # repeats count once
        match known.get((signature.name, signature.key_id), []):
            case []:
                unverified.append(signature)
            case [verifier]:
                if not verifier.verify(text, signature.signature):
                    raise InvalidSignature(signature.name)
                verified.append(signature)
            case _:
                raise AmbiguousKey(signature.name)
    if not verified:
        raise UnverifiedNote(tuple(signature.name for signature in unverified))
    return Note(text, tuple(verified), tuple(unverified))


def parse_note(note: bytes) -> tuple[bytes, list[Signature]]:
    """Take a note apart without believing it.

    Raises:
        MalformedNote: The bytes are not a note.
    """
    if len(note) > MAX_NOTE:
        raise MalformedNote(f"a note has at most {MAX_NOTE} bytes")
    text, parting, lines = _decode(note).rpartition("\n\n")
    if not parting or not lines.endswith("\n"):
        raise MalformedNote("a note is a text, an empty line, and signature lines")
    signatures = list(_parse_lines(lines))
    if len(signatures) > MAX_SIGNATURES:
        raise MalformedNote(f"a note has at most {MAX_SIGNATURES} signatures")
    return (text + "\n").encode(), signatures


def _parse_lines(lines: str) -> Iterator[Signature]:
    # Not splitlines(): it would also split at U+2028 and its like.
    for line in lines.removesuffix("\n").split("\n"):
        name, space, encoded = line.removeprefix(_DASH).partition(" ")
        if not line.startswith(_DASH) or not space or not _NAME.fullmatch(name):
            raise MalformedNote("a signature line is an em dash, a name, base64")
        try:
            signed = _decode_base64(encoded)
        except ValueError as error:
            raise MalformedNote("a signature is not in base64") from error
        # Less than an ID is a signature of no key we could know: sigsum-go's tests
        # demand that it be ignored, and C2SP that unknown signatures are.
        yield Signature(name, signed[:_ID_SIZE], signed[_ID_SIZE:])


def _decode(content: bytes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise MalformedNote("a note is UTF-8") from error
    if _CONTROL.search(text):
        raise MalformedNote("a note has no control characters except newline")
    return text


def _parse_key(text: str) -> tuple[str, str, bytes]:
    # Base64 has plus signs of its own: only the first two part the fields.
    name, _, rest = text.partition("+")
    key_id, _, encoded = rest.partition("+")
    try:
        key = _decode_base64(encoded)
    except ValueError:
        key = b""
    if len(key) != 1 + _KEY_SIZE or not key.startswith(_ED25519):
        raise MalformedKey("a key is name+ID+base64 of 01 and 32 bytes")
    return name, key_id, key[1:]


def _format_key(name: str, key_id: bytes, key: bytes) -> str:
    return f"{name}+{key_id.hex()}+{base64.b64encode(_ED25519 + key).decode()}"


def _demand_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise MalformedKey("a key name is not empty, without spaces and plus signs")


def _decode_base64(encoded: str) -> bytes:
    """Decode the one right spelling.

    Raises:
        ValueError: It is empty, not base64, or not as an encoder would write it.
    """
    try:
        decoded = base64.b64decode(encoded.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise ValueError("not base64") from error
    if not decoded or base64.b64encode(decoded).decode() != encoded:
        raise ValueError("not canonical base64")
    return decoded
