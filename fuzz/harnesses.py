"""What must hold of every parser of the ledger, whatever bytes it is given.

A harness takes bytes. The parser either refuses them with its named error, or what it
read is written as the same bytes again: one thing has one spelling. Everything else,
an exception of another kind above all, is a finding.

Two harnesses ask more. `policy` has no one spelling (white space, comments): what was
read and written is read as the same. `receipt` asks the library and the one-file
verifier, which share no code, and they must agree.

Seeds are good examples, from which coverage-guided fuzzing starts.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from safeconduct import names
from safeconduct.ledger import (
    Checkpoint,
    CosignatureVerifier,
    Cosigner,
    Locator,
    MalformedBundle,
    MalformedCheckpoint,
    MalformedKey,
    MalformedNote,
    MalformedPolicy,
    MalformedProof,
    MalformedSlip,
    Policy,
    Proof,
    Receipt,
    RefusedOpening,
    Signer,
    Verifier,
    base45,
    canonical,
    commit,
    decode_bundle,
    encode_bundle,
    manifest,
    parse_note,
    parse_path,
    shorten,
    verify_opening,
    verify_receipt,
    verify_row,
    witness,
)
from tests.ledger import logs

ENTRIES = logs.entries(5)
POLICY = logs.policy("group both all w1 w2\nquorum both\n")
PROOF = logs.proof(2, 5, *logs.WITNESSES[:2])
RECEIPT = shorten(PROOF, ENTRIES[2], POLICY)
COMMITMENT = commit(bytes(32), UUID(int=1), [("act", "hearing.wish"), ("n", 7)])
MANIFEST = manifest(UUID(int=2), [(bytes(32), ["P-000001", 7, None])], [bytes(32)])


@dataclass(frozen=True)
class Harness:
    """A check of arbitrary bytes, and examples to start from."""

    check: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def demand(*, holds: bool) -> None:
    """Report a finding, also where Python runs without assertions."""
    if not holds:
        raise AssertionError("what was read is not written as the same")


def check_note(content: bytes) -> None:
    """Take apart a signed note."""
    try:
        text, signatures = parse_note(content)
    except MalformedNote:
        return
    lines = "".join(signature.line for signature in signatures)
    demand(holds=text + b"\n" + lines.encode() == content)


def check_key(content: bytes) -> None:
    """Read verifier keys and signing keys of both algorithms."""
    text = content.decode(errors="surrogateescape")
    for public in (Verifier, CosignatureVerifier):
        try:
            demand(holds=public.parse(text).vkey == text)
        except MalformedKey:
            continue
    for private in (Signer, Cosigner):
        try:
            demand(holds=private.parse(text).secret == text)
        except MalformedKey:
            continue


def check_checkpoint(content: bytes) -> None:
    """Read the text of a checkpoint."""
    try:
        checkpoint = Checkpoint.parse(content)
    except MalformedCheckpoint:
        return
    demand(holds=checkpoint.text == content)


def check_path(content: bytes) -> None:
    """Read the path of a tile."""
    text = content.decode(errors="surrogateescape")
    try:
        tile = parse_path(text)
    except ValueError:
        return
    demand(holds=tile.path == text)


def check_bundle(content: bytes) -> None:
    """Take apart a bundle of entries."""
    try:
        entries = decode_bundle(content)
    except MalformedBundle:
        return
    demand(holds=encode_bundle(entries) == content)


def check_proof(content: bytes) -> None:
    """Read a proof file."""
    try:
        proof = Proof.parse(content)
    except MalformedProof:
        return
    demand(holds=proof.text == content)


def check_policy(content: bytes) -> None:
    """Read a policy file."""
    try:
        policy = Policy.parse(content)
    except MalformedPolicy:
        return
    demand(holds=Policy.parse(policy.text) == policy)


def check_slip(content: bytes) -> None:
    """Read a locator and a receipt."""
    for kind in (Locator, Receipt):
        try:
            demand(holds=kind.parse(content).to_bytes() == content)
        except MalformedSlip:
            continue


def check_base45(content: bytes) -> None:
    """Read and write the letters that slips are printed in."""
    content = content[:300]  # group by group: more of them would show no more
    demand(holds=base45.decode(base45.encode(content)) == content)
    text = content.decode("latin-1")
    try:
        demand(holds=base45.encode(base45.decode(text)) == text)
    except ValueError:
        return


def check_request(content: bytes) -> None:
    """Read what a log asks of a witness, and answer it."""
    try:
        request = witness.Request.parse(content)
    except witness.MalformedRequest:
        return
    demand(holds=request.body == content)
    answer = witness.decide(
        request,
        keys=[logs.SIGNER.verifier],
        known=None,
        cosigner=logs.WITNESSES[0],
        time=logs.TIME,
    )
    demand(holds=(answer.status == 200) == (answer.store is not None))  # noqa: PLR2004


def check_opening(content: bytes) -> None:
    """Check an opening of a field, and one of a row; only the true ones pass."""
    try:
        verify_opening(COMMITMENT.entry, content)
    except RefusedOpening:
        pass
    else:
        demand(holds=content in map(COMMITMENT.opening, range(16)))
    try:
        verify_row(MANIFEST.entry_field[1], content)
    except RefusedOpening:
        pass
    else:
        demand(holds=content in map(MANIFEST.opening, range(2)))


def check_values(content: bytes) -> None:
    """Read values in canonical JSON."""
    try:
        values = canonical.read(content)
    except ValueError:
        return
    demand(holds=canonical.write(values, what="row") == content)


def check_receipt(content: bytes) -> None:
    """Ask both verifiers about a receipt, a proof file or a policy."""
    demand(holds=library_believes(content) == file_believes(content))
    try:
        Policy.parse(content)
        readable = True
    except MalformedPolicy:
        readable = False
    try:
        verify_receipt.read_policy(content)
        demand(holds=readable)
    except verify_receipt.CannotAsk:
        demand(holds=not readable)


def library_believes(content: bytes) -> bool:
    """Ask the library."""
    try:
        if content.startswith(b"c2sp.org/tlog-proof@v1"):
            Proof.parse(content).verify(ENTRIES[2], POLICY)
        else:
            Receipt.parse(verify_receipt.find_bytes(content)).verify(POLICY)
    except (ValueError, verify_receipt.NotProved):
        return False
    return True


def file_believes(content: bytes) -> bool:
    """Ask the one-file verifier."""
    try:
        known = verify_receipt.read_policy(POLICY.text)
        receipt = verify_receipt.read_receipt(content, known, ENTRIES[2].hex())
        list(verify_receipt.check(receipt, known))
    except verify_receipt.NotProved:
        return False
    return True


def check_names(content: bytes) -> None:
    """Read two names in whatever script, and weigh them; half-typed names as well."""
    a, _, b = content.decode(errors="replace").partition("\n")
    try:
        forth, back = names.weight(a, b).nats, names.weight(b, a).nats
        names.edits(a, 8)
    except names.TooLong:
        demand(holds=max(len(a), len(b)) > names.LIMIT)
        return
    demand(holds=math.isclose(forth, back, abs_tol=1e-6))
    demand(holds=len(names.keys(a)) <= 16)  # noqa: PLR2004
    demand(holds=all(each.low < each.high for each in names.ranges(a)))


NOTE = PROOF.checkpoint
TEXT = parse_note(NOTE)[0]
KEYS = (
    *(logs.SIGNER.verifier.vkey, logs.SIGNER.secret),
    *(logs.WITNESSES[0].verifier.vkey, logs.WITNESSES[0].secret),
)
PATHS = (b"tile/0/000", b"tile/entries/x001/x234/067.p/12", b"tile/2/000.p/1")

HARNESSES = {
    "note": Harness(check_note, (NOTE, b"text\n\n\xe2\x80\x94 name AAAAAA==\n")),
    "key": Harness(check_key, tuple(key.encode() for key in KEYS)),
    "checkpoint": Harness(check_checkpoint, (TEXT,)),
    "path": Harness(check_path, PATHS),
    "bundle": Harness(check_bundle, (encode_bundle(ENTRIES), b"\0\0\0\1x")),
    "proof": Harness(
        check_proof, (PROOF.text, PROOF.text.replace(b"\ni", b"\nextra AQ==\ni"))
    ),
    "policy": Harness(check_policy, (POLICY.text, b"# why\n\n\tquorum  none\n")),
    "slip": Harness(
        check_slip,
        (
            RECEIPT.to_bytes(),
            RECEIPT.locator.to_bytes(),
        ),
    ),
    "base45": Harness(check_base45, (b"BB8", b"%69 VD92EX0", b"\xff\xff", b"FGW")),
    "request": Harness(
        check_request,
        (
            witness.Request(0, (), NOTE).body,
            witness.Request(9, (bytes(32),), NOTE).body,
        ),
    ),
    "opening": Harness(
        check_opening,
        (*map(COMMITMENT.opening, (0, 1, 9)), *map(MANIFEST.opening, (0, 1))),
    ),
    "values": Harness(check_values, (b'["wish","undecided"]', b"[1,null,true]")),
    "names": Harness(
        check_names,
        (
            "Paek Ch'ŏl-su\nПэк Чхоль Су".encode(),
            "리영호\nLee Young-ho".encode(),
            "Volodymyr Zelensky\nВолодимир Зеленський".encode(),
            "白哲洙\n백ㅊ".encode(),
        ),
    ),
    "receipt": Harness(
        check_receipt,
        (
            PROOF.text,
            RECEIPT.to_bytes(),
            RECEIPT.to_bytes().hex().encode(),
            base45.encode(RECEIPT.to_bytes()).encode(),
            POLICY.text,
        ),
    ),
}
