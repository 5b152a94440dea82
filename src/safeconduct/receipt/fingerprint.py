"""How does a person compare the key of a log by eye?

The fingerprint is as long as is safe to compare and short enough to read aloud::

    SHA-256(name ‖ 0A ‖ 01 ‖ public key)[:16]     in hex, in groups of four letters

Its first four bytes are the key ID, the second part of the verifier key. For the worked
log of `ledger.slip` it begins ``ec9a a328``.
"""

from hashlib import sha256

from safeconduct.ledger import Verifier

BYTES = 16
_GROUP = 4  # letters


def fingerprint(verifier: Verifier) -> str:
    """Write the fingerprint of a log's key."""
    named = verifier.name.encode(errors="surrogateescape") + b"\n"
    digest = sha256(named + verifier.algorithm + verifier.public_key).hexdigest()
    letters = digest[: 2 * BYTES]
    return " ".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))
