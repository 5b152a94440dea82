"""Receipts for tests: of the small logs of the ledger's tests."""

from safeconduct.ledger import Policy, Receipt, shorten
from tests.ledger import logs

SIZE = 300
INDEX = 130
POLICY: Policy = logs.policy("group both all w1 w2\nquorum both\n")
ENTRY = logs.entries(SIZE)[INDEX]
PROOF = logs.proof(INDEX, SIZE, *logs.WITNESSES[:2])
RECEIPT: Receipt = shorten(PROOF, ENTRY, POLICY)
KEY = logs.SIGNER.verifier


def other(index: int) -> Receipt:
    """The receipt of another entry of the same log."""
    proof = logs.proof(index, SIZE, *logs.WITNESSES[:2])
    return shorten(proof, logs.entries(SIZE)[index], POLICY)
