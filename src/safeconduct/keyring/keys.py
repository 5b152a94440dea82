"""What one subject's key can do: seal, open, and lend a salt to the journal.

The 32 random bytes of a subject are never used themselves. Each use has a key of
its own derived by HKDF-SHA-256 (RFC 5869), so that the journal's salts tell
nothing about what the vault holds. Sealing is AES-256-GCM (NIST SP 800-38D) with
a random 96-bit nonce; the associated data names the place the bytes belong to,
so that a sealed value moved to another row does not open.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from safeconduct.keyring.errors import SealBroken

KEY_BYTES = 32
_NONCE_BYTES = 12
_TAG_BYTES = 16


def seal(key: bytes, clear: bytes, *, place: str) -> bytes:
    """Encrypt; the result is nonce, ciphertext and tag."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, clear, place.encode())


def unseal(key: bytes, sealed: bytes, *, place: str) -> bytes:
    """Decrypt what `seal` made for the same place.

    Raises:
        SealBroken: Altered, from another place, or another key.
    """
    if len(sealed) < _NONCE_BYTES + _TAG_BYTES:
        raise SealBroken(f"too short to be sealed: {place}")
    nonce, body = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, body, place.encode())
    except InvalidTag:
        raise SealBroken(f"cannot be opened: {place}") from None


@dataclass(frozen=True)
class Key:
    """The living key of one subject. Never leaves the process."""

    subject: UUID
    _secret: bytes = field(repr=False)

    def seal(self, clear: bytes, *, place: str) -> bytes:
        """Encrypt for a place such as `vault/claim/<id>`."""
        return seal(self._derive("vault"), clear, place=place)

    def unseal(self, sealed: bytes, *, place: str) -> bytes:
        """Open what this key sealed for the place.

        Raises:
            SealBroken: Altered, or sealed for another place or subject.
        """
        return unseal(self._derive("vault"), sealed, place=place)

    @property
    def salt(self) -> bytes:
        """The key from which the ledger derives salts (`k_person` of SC-1)."""
        return self._derive("journal")

    def _derive(self, use: str) -> bytes:
        info = b"safeconduct/" + use.encode()
        hkdf = HKDF(SHA256(), KEY_BYTES, salt=self.subject.bytes, info=info)
        return hkdf.derive(self._secret)

    def digest(self, clear: bytes) -> bytes:
        """Fingerprint bytes (HMAC-SHA-256): nobody without the key can test a guess."""
        return hmac.digest(self._derive("digest"), clear, "sha256")
