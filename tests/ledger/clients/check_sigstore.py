"""The `sigstore` package, on our checkpoint and receipt.

Its verification of a log entry needs no Rekor: it takes a note, a key, and a path. The
module is private, so the version is pinned (`__main__`). It does not compare the index
with the size, so that is done here.
"""

import base64
import sys
from pathlib import Path
from types import SimpleNamespace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sigstore._internal.merkle import (  # type: ignore[import-not-found]
    verify_merkle_inclusion,
)
from sigstore._internal.rekor.checkpoint import (  # type: ignore[import-not-found]
    SignedCheckpoint,
)
from sigstore._internal.trust import Keyring  # type: ignore[import-not-found]
from sigstore._utils import KeyID  # type: ignore[import-not-found]
from sigstore.errors import VerificationError  # type: ignore[import-not-found]
from sigstore_models.common import v1  # type: ignore[import-not-found]


def main(folder: Path) -> int:
    _, key_id, encoded = (folder / "log.vkey").read_text().strip().split("+", 2)
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(encoded)[1:])
    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    details = v1.PublicKeyDetails.PKIX_ED25519
    keyring = Keyring(
        [v1.PublicKey(raw_bytes=base64.b64encode(der), key_details=details)]
    )
    head, _, note = (folder / "receipt.tlog-proof").read_text().partition("\n\n")
    _, index, *path = head.split("\n")
    try:
        signed = SignedCheckpoint.from_text(note)
        signed.signed_note.verify(keyring, KeyID(bytes.fromhex(key_id)))
        print(f"checkpoint of {signed.checkpoint.log_size} signed")
        proof = SimpleNamespace(
            log_index=int(index.removeprefix("index ")),
            tree_size=signed.checkpoint.log_size,
            root_hash=bytes.fromhex(signed.checkpoint.log_hash),
            hashes=[base64.b64decode(one) for one in path],
        )
        demand_index(proof.log_index, proof.tree_size)
        entry = SimpleNamespace(
            inclusion_proof=proof, canonicalized_body=(folder / "entry").read_bytes()
        )
        verify_merkle_inclusion(SimpleNamespace(_inner=entry))
    except VerificationError as error:
        print(f"refused: {str(error).partition(':')[0]}")
        return 1
    print("receipt verified")
    return 0


def demand_index(index: int, size: int) -> None:
    if not 0 <= index < size:
        raise VerificationError("index outside the tree")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
