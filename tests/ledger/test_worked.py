"""The whole of the design's worked log, made again byte for byte."""

from hashlib import sha256

from safeconduct.ledger import (
    HashReader,
    Locator,
    Proof,
    Receipt,
    audit,
    base45,
    inclusion_proof,
    shorten,
)
from tests.ledger import worked
from tests.ledger.vectors import folder


def test_files() -> None:
    """Every file is made, those that are printed with their hashes, and none else."""
    vectors, files = worked.log(), worked.files()

    assert len(files) - 1 == vectors["files"]
    for path, digest in vectors["sha256"].items():
        assert sha256(files[path]).hexdigest() == digest


def test_checkpoint() -> None:
    """The checkpoint has the log's line and both cosignatures, byte for byte."""
    published = folder("safeconduct/checkpoint").read_bytes()
    witnessed = worked.policy().check(published)

    assert worked.files()["checkpoint"] == published == witnessed.note
    assert list(witnessed.times.values()) == list(
        worked.log()["cosignature_times"].values()
    )


def test_receipt() -> None:
    """Proof file, locator and receipt come out as printed, and verify."""
    vectors, files, policy = worked.log(), worked.files(), worked.policy()
    size, index = vectors["size"], vectors["inclusion"]["index"]
    entry = bytes.fromhex(vectors["inclusion"]["entry"])
    path = inclusion_proof(index, size, HashReader(files.get, size))
    proof = Proof(index, tuple(path), files["checkpoint"])
    printed = vectors["receipt"]
    receipt = shorten(proof, entry, policy)
    locator = receipt.locator

    assert proof.text == folder("safeconduct/receipt.tlog-proof").read_bytes()
    assert proof.verify(entry, policy).checkpoint.size == size
    assert locator.to_bytes().hex() == printed["locator_hex"]
    assert base45.encode(locator.to_bytes()) == printed["locator_base45"]
    assert receipt.to_bytes().hex() == printed["compact_hex"]
    assert base45.encode(receipt.to_bytes()) == printed["compact_base45"]
    assert Locator.parse(base45.decode(printed["locator_base45"])) == locator
    again = Receipt.parse(base45.decode(printed["compact_base45"]))
    assert again == receipt
    assert again.expand(policy) == proof
    assert again.verify(policy).times == {"w1": 1785500000, "w2": 1785500001}


def test_audit() -> None:
    """An audit of the log that was made again finds nothing."""
    files, policy = worked.files(), worked.policy()
    log = policy.logs[0].verifier
    report = audit(files.get, verifier=log, origin=log.name, listing=files)

    assert report.is_sound
    assert len(report.unverified) == 2  # the audit is told of no witness
