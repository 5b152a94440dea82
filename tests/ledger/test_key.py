from itertools import combinations

import pytest

from safeconduct.ledger.cosignature import CosignatureVerifier, Cosigner
from safeconduct.ledger.key import MalformedKey
from safeconduct.ledger.note import Signer, Verifier
from tests.ledger.mutations import every_bit
from tests.ledger.vectors import load

SEED = bytes(range(32))
NAME = "key.test.example/1"


def test_one_key_under_two_algorithms() -> None:
    """The same bytes make two keys: each has its ID, and neither reads the other."""
    log, witness = Signer(NAME, SEED), Cosigner(NAME, SEED)

    assert log.verifier.public_key == witness.verifier.public_key
    assert log.key_id != witness.key_id
    assert len({log.verifier, witness.verifier}) == 2
    for vkey, other in (
        (log.verifier.vkey, CosignatureVerifier),
        (witness.verifier.vkey, Verifier),
    ):
        with pytest.raises(MalformedKey):
            other.parse(vkey)
    with pytest.raises(MalformedKey):
        Signer.parse(witness.secret)
    with pytest.raises(MalformedKey):
        Cosigner.parse(log.secret)


def test_formats_vkeys() -> None:
    """Keys of transparency-dev/formats are read or refused by their algorithm."""
    for case in load("transparency-dev-formats/cosignature.json")["vkeys"]:
        kinds = {"04": CosignatureVerifier, "01": Verifier}
        wanted = kinds.get(case.get("alg", "")[:2])
        for kind in kinds.values():
            if kind is wanted:
                assert kind.parse(case["vkey"]).vkey == case["vkey"]
            else:
                with pytest.raises(MalformedKey):
                    kind.parse(case["vkey"])


@pytest.mark.parametrize("kind", [CosignatureVerifier, Verifier, Cosigner, Signer])
def test_mangled(
    kind: type[CosignatureVerifier | Verifier | Cosigner | Signer],
) -> None:
    """Every proper substring and every flipped bit of a key is refused."""
    owner = Cosigner if kind in (CosignatureVerifier, Cosigner) else Signer
    key = owner(NAME, SEED)
    text = key.verifier.vkey if kind in (CosignatureVerifier, Verifier) else key.secret
    kind.parse(text)
    mangled = {text[i:j] for i, j in combinations(range(len(text) + 1), 2)} - {text}
    mangled |= {one.decode("latin-1") for one in every_bit(text.encode())}
    for other in ("", *mangled):
        with pytest.raises(MalformedKey):
            kind.parse(other)


def test_secrets_do_not_show() -> None:
    """Neither the repr of a witness's key nor a refusal shows the seed."""
    witness = Cosigner(NAME, SEED)
    with pytest.raises(MalformedKey) as refusal:
        Cosigner.parse(witness.secret + "A")

    assert repr(witness) == f"Cosigner(name='{NAME}')"
    assert witness.secret[-20:] not in str(refusal.value)
