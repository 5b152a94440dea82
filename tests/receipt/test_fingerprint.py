from safeconduct.receipt.fingerprint import fingerprint
from tests.ledger import logs


def test_it_begins_with_the_key_id() -> None:
    """Eight groups of four; the first two are the middle part of the verifier key."""
    key = logs.SIGNER.verifier
    groups = fingerprint(key).split(" ")

    assert [len(group) for group in groups] == [4] * 8
    assert "".join(groups[:2]) == key.vkey.split("+")[1]


def test_name_and_key_count() -> None:
    """The same key under another name has another fingerprint."""
    key = logs.SIGNER.verifier
    other = type(key)("other.example/log1", key.public_key)

    assert fingerprint(other) != fingerprint(key)
