"""A transparency log as a library: bytes in, bytes out.

Which file answers what:

- `merkle`: how entries are hashed into a tree, and what proves a place in it.
- `tile`, `bundle`: which files a published log consists of, and how they are written.
- `reader`: how proofs are computed from published files.
- `publish`: which files must be written when the log grows.
- `note`, `checkpoint`: who signed, and to which tree a log has bound itself.
- `audit`: whether published files agree with each other and with the signature.
- `commitment`: how an entry binds an act without telling anything of it.

The formats are public ones (RFC 6962, C2SP signed-note, tlog-checkpoint and
tlog-tiles); only the 33 bytes of an entry are our own. Nothing here reads a clock,
draws random bytes or touches a file: seeds, keys and readers come from the caller.

    >>> from safeconduct import ledger
    >>> signer = ledger.Signer("ledger.example/log", bytes(32))
    >>> entries = [b"one", b"two", b"three"]
    >>> root = ledger.root(map(ledger.leaf_hash, entries))
    >>> reader = lambda start, stop: entries[start:stop]
    >>> nodes = ledger.HashReader({}.get, 0)
    >>> files = dict(ledger.publish(0, 3, entries=reader, nodes=nodes, root=root))
    >>> sorted(files)
    ['tile/0/000.p/3', 'tile/entries/000.p/3']
    >>> state = ledger.Checkpoint("ledger.example/log", 3, root)
    >>> files["checkpoint"] = ledger.sign_checkpoint(state, signer)
    >>> ledger.audit(
    ...     files.get,
    ...     verifier=signer.verifier,
    ...     origin="ledger.example/log",
    ...     listing=files,
    ... ).is_sound
    True
"""

from safeconduct.ledger.audit import Finding, Problem, Report, audit
from safeconduct.ledger.bundle import MalformedBundle, decode_bundle, encode_bundle
from safeconduct.ledger.checkpoint import (
    Checkpoint,
    MalformedCheckpoint,
    WrongOrigin,
    open_checkpoint,
    sign_checkpoint,
)
from safeconduct.ledger.commitment import (
    Commitment,
    RefusedOpening,
    Value,
    commit,
    verify_opening,
)
from safeconduct.ledger.merkle import (
    EMPTY_ROOT,
    Frontier,
    InvalidProof,
    NodeReader,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    nodes_of,
    root,
    verify_consistency,
    verify_inclusion,
)
from safeconduct.ledger.note import (
    AmbiguousKey,
    InvalidSignature,
    MalformedKey,
    MalformedNote,
    Note,
    NoteError,
    NoteVerifier,
    Signature,
    Signer,
    UnverifiedNote,
    Verifier,
    open_note,
    sign_note,
)
from safeconduct.ledger.publish import EntryReader, RootMismatch, publish
from safeconduct.ledger.reader import FileReader, HashReader, UnreadableTile
from safeconduct.ledger.tile import ENTRIES, Tile, growth, parse_path

__all__ = [
    "EMPTY_ROOT",
    "ENTRIES",
    "AmbiguousKey",
    "Checkpoint",
    "Commitment",
    "EntryReader",
    "FileReader",
    "Finding",
    "Frontier",
    "HashReader",
    "InvalidProof",
    "InvalidSignature",
    "MalformedBundle",
    "MalformedCheckpoint",
    "MalformedKey",
    "MalformedNote",
    "NodeReader",
    "Note",
    "NoteError",
    "NoteVerifier",
    "Problem",
    "RefusedOpening",
    "Report",
    "RootMismatch",
    "Signature",
    "Signer",
    "Tile",
    "UnreadableTile",
    "UnverifiedNote",
    "Value",
    "Verifier",
    "WrongOrigin",
    "audit",
    "commit",
    "consistency_proof",
    "decode_bundle",
    "encode_bundle",
    "growth",
    "inclusion_proof",
    "leaf_hash",
    "nodes_of",
    "open_checkpoint",
    "open_note",
    "parse_path",
    "publish",
    "root",
    "sign_checkpoint",
    "sign_note",
    "verify_consistency",
    "verify_inclusion",
    "verify_opening",
]
