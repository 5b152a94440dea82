"""A transparency log as a library: bytes in, bytes out.

Which file answers what:

- `merkle`: how entries are hashed into a tree, and what proves a place in it.
- `tile`, `bundle`: which files a published log consists of, and how they are written.
- `reader`: how proofs are computed from published files.
- `publish`: which files must be written when the log grows.
- `key`, `note`, `checkpoint`: who signed, and to which tree a log has bound itself.
- `cosignature`, `witness`: who else saw that tree, and when a witness says so.
- `policy`: which logs and how many witnesses an outsider asks for.
- `proof`, `slip`: that an entry is in such a log, as a file and as a QR code.
- `audit`, `monitor`: whether published files agree with each other and with the
  signature, and with what was seen before.
- `commitment`, `manifest`: how an entry binds an act, or a list of persons, without
  telling anything of it.
- `canonical`, `spelling`, `base45`: how values, numbers and bytes are written.

The formats are public ones (RFC 6962, C2SP signed-note, tlog-checkpoint, tlog-tiles,
tlog-cosignature, tlog-policy, tlog-proof and tlog-witness); only the 33 bytes of an
entry and the bytes of a slip are our own. Nothing here reads a clock,
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

An outsider keeps a policy. With it he checks what he was handed, without the log:

    >>> witness = ledger.Cosigner("witness.example", bytes([1] * 32))
    >>> note = ledger.cosign(files["checkpoint"], state, witness, 1785500000)
    >>> policy = ledger.Policy(
    ...     logs=(ledger.Log(signer.verifier),),
    ...     witnesses=(ledger.Witness("geneva", witness.verifier),),
    ...     groups=(),
    ...     quorum="geneva",
    ... )
    >>> policy = ledger.Policy.parse(policy.text)
    >>> path = ledger.inclusion_proof(1, 3, ledger.HashReader(files.get, 3))
    >>> proof = ledger.Proof(1, tuple(path), note)
    >>> ledger.Proof.parse(proof.text).verify(b"two", policy).times
    {'geneva': 1785500000}
"""

from safeconduct.ledger import base45, canonical, witness
from safeconduct.ledger.audit import Finding, Problem, Report, audit
from safeconduct.ledger.bundle import MalformedBundle, decode_bundle, encode_bundle
from safeconduct.ledger.canonical import Value
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
    commit,
    verify_opening,
)
from safeconduct.ledger.cosignature import (
    CosignatureVerifier,
    Cosigner,
    MalformedCosignature,
    cosign,
    cosigners,
    split_cosignature,
)
from safeconduct.ledger.key import MalformedKey
from safeconduct.ledger.manifest import Manifest, manifest, verify_row
from safeconduct.ledger.merkle import (
    EMPTY_ROOT,
    Frontier,
    InvalidProof,
    NodeReader,
    consistency_proof,
    inclusion_proof,
    inclusion_root,
    leaf_hash,
    nodes_of,
    path_length,
    root,
    verify_consistency,
    verify_inclusion,
)
from safeconduct.ledger.monitor import Forked, Misbehaviour, RolledBack, verify_growth
from safeconduct.ledger.note import (
    AmbiguousKey,
    InvalidSignature,
    MalformedNote,
    Note,
    NoteError,
    NoteVerifier,
    Signature,
    Signer,
    UnverifiedNote,
    Verifier,
    add_signatures,
    open_note,
    parse_note,
    sign_note,
)
from safeconduct.ledger.policy import (
    Group,
    Log,
    MalformedPolicy,
    Policy,
    UnmetQuorum,
    Witness,
    Witnessed,
)
from safeconduct.ledger.proof import MalformedProof, Proof
from safeconduct.ledger.publish import EntryReader, RootMismatch, publish
from safeconduct.ledger.reader import FileReader, HashReader, UnreadableTile
from safeconduct.ledger.slip import (
    Locator,
    MalformedSlip,
    NotCompact,
    Receipt,
    UnknownKey,
    shorten,
)
from safeconduct.ledger.tile import ENTRIES, Tile, growth, parse_path

__all__ = [
    "EMPTY_ROOT",
    "ENTRIES",
    "AmbiguousKey",
    "Checkpoint",
    "Commitment",
    "CosignatureVerifier",
    "Cosigner",
    "EntryReader",
    "FileReader",
    "Finding",
    "Forked",
    "Frontier",
    "Group",
    "HashReader",
    "InvalidProof",
    "InvalidSignature",
    "Locator",
    "Log",
    "MalformedBundle",
    "MalformedCheckpoint",
    "MalformedCosignature",
    "MalformedKey",
    "MalformedNote",
    "MalformedPolicy",
    "MalformedProof",
    "MalformedSlip",
    "Manifest",
    "Misbehaviour",
    "NodeReader",
    "NotCompact",
    "Note",
    "NoteError",
    "NoteVerifier",
    "Policy",
    "Problem",
    "Proof",
    "Receipt",
    "RefusedOpening",
    "Report",
    "RolledBack",
    "RootMismatch",
    "Signature",
    "Signer",
    "Tile",
    "UnknownKey",
    "UnmetQuorum",
    "UnreadableTile",
    "UnverifiedNote",
    "Value",
    "Verifier",
    "Witness",
    "Witnessed",
    "WrongOrigin",
    "add_signatures",
    "audit",
    "base45",
    "canonical",
    "commit",
    "consistency_proof",
    "cosign",
    "cosigners",
    "decode_bundle",
    "encode_bundle",
    "growth",
    "inclusion_proof",
    "inclusion_root",
    "leaf_hash",
    "manifest",
    "nodes_of",
    "open_checkpoint",
    "open_note",
    "parse_note",
    "parse_path",
    "path_length",
    "publish",
    "root",
    "shorten",
    "sign_checkpoint",
    "sign_note",
    "split_cosignature",
    "verify_consistency",
    "verify_growth",
    "verify_inclusion",
    "verify_opening",
    "verify_row",
    "witness",
]
