"""Who signed this text?

C2SP signed-note v1.0.0 with Ed25519. A note is a text that ends in a newline, an
empty line, and one line for each signature::

    This is an example message.
                                            (empty)
    — example.com/foo Uw2QOkn8srV1yJGh…     name, base64(key ID ‖ signature)

The signature covers the text with its last newline. A text may hold empty lines:
the last one parts it from the signatures. A note is UTF-8 without control
characters except newline.

How keys are named and written is told in `key`; a key of a note has algorithm ``01``.

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

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from safeconduct.ledger.key import ID_SIZE, NAME, MalformedKey, PrivateKey, PublicKey
from safeconduct.ledger.spelling import decode_base64, encode_base64

__all__ = [  # keys are told in `key`, and used from here
    "AmbiguousKey",
    "InvalidSignature",
    "MalformedKey",
    "MalformedNote",
    "Note",
    "NoteError",
    "NoteVerifier",
    "Signature",
    "Signer",
    "UnverifiedNote",
    "Verifier",
    "add_signatures",
    "open_note",
    "parse_note",
    "sign_note",
]

MAX_NOTE = 1_000_000  # bytes; 100 ML-DSA-44 signatures take a third of it
MAX_SIGNATURES = 100  # the limit of x/mod; C2SP demands at least 16

_ED25519 = b"\x01"
_DASH = "— "
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


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
class Verifier(PublicKey):
    """A public key that signs notes, such as a log's."""

    algorithm: ClassVar[bytes] = _ED25519

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Tell whether this key signed the text."""
        return self.verify_bytes(text, signature)


@dataclass(frozen=True, slots=True)
class Signer(PrivateKey):
    """A private key that signs notes, such as a log's."""

    algorithm: ClassVar[bytes] = _ED25519

    @property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self.public_bytes)

    def sign(self, text: bytes) -> bytes:
        """Sign a text: 64 bytes."""
        return self.sign_bytes(text)


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line, verified or not."""

    name: str
    key_id: bytes
    signature: bytes

    @property
    def line(self) -> str:
        """The line as it stands in a note, newline and all."""
        encoded = encode_base64(self.key_id + self.signature)
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


def add_signatures(note: bytes, signatures: Iterable[Signature]) -> bytes:
    """Put more signature lines below a note; what they are worth is not asked.

    Raises:
        MalformedNote: The bytes are not a note, or would have too many signatures.
    """
    longer = note + "".join(signature.line for signature in signatures).encode()
    parse_note(note)
    parse_note(longer)
    return longer


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
        if not line.startswith(_DASH) or not space or not NAME.fullmatch(name):
            raise MalformedNote("a signature line is an em dash, a name, base64")
        try:
            signed = decode_base64(encoded)
        except ValueError as error:
            raise MalformedNote("a signature is not in base64") from error
        # Less than an ID is a signature of no key we could know: sigsum-go's tests
        # demand that it be ignored, and C2SP that unknown signatures are.
        yield Signature(name, signed[:ID_SIZE], signed[ID_SIZE:])


def _decode(content: bytes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise MalformedNote("a note is UTF-8") from error
    if _CONTROL.search(text):
        raise MalformedNote("a note has no control characters except newline")
    return text
