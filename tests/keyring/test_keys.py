from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from safeconduct.keyring import actions, queries
from safeconduct.keyring.errors import KeyDestroyed, NoKey, SealBroken
from safeconduct.keyring.keys import Key, seal, unseal
from tests.make import NOON

SUBJECT = UUID(int=7)
KEY = Key(SUBJECT, bytes(range(32)))


@given(st.binary(max_size=300))
def test_sealed_opens_again(clear: bytes) -> None:
    """What was sealed for a place opens at that place."""
    assert clear == KEY.unseal(KEY.seal(clear, place="a"), place="a")


def test_moved_to_another_row() -> None:
    """A sealed value does not open where it does not belong."""
    with pytest.raises(SealBroken):
        KEY.unseal(KEY.seal(b"name", place="vault/claim/1"), place="vault/claim/2")


def test_every_byte_counts() -> None:
    """No byte of a sealed value can be altered, and none can be cut off."""
    sealed = KEY.seal(b"a name in the vault", place="a")
    for at in range(len(sealed)):
        altered = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(SealBroken):
            KEY.unseal(altered, place="a")
        with pytest.raises(SealBroken):
            KEY.unseal(sealed[:at], place="a")


def test_same_text_twice() -> None:
    """Two seals of one text differ: equal names do not show."""
    assert KEY.seal(b"x", place="a") != KEY.seal(b"x", place="a")


def test_uses_have_their_own_keys() -> None:
    """The journal's salt is neither the secret nor what the vault uses."""
    other = Key(uuid4(), bytes(range(32)))

    assert KEY.salt != bytes(range(32))
    assert KEY.salt != other.salt
    with pytest.raises(SealBroken):
        unseal(KEY.salt, KEY.seal(b"x", place="a"), place="a")


def test_secret_is_not_shown() -> None:
    """No log line or error page can print a key by accident."""
    assert "x00" not in repr(Key(SUBJECT, bytes(32)))
    assert seal(bytes(32), b"", place="a") != b""


@pytest.mark.django_db
def test_destroyed_key() -> None:
    """After its key is destroyed, nothing of a subject opens."""
    subject = uuid4()
    key = actions.create(subject, at=NOON)
    sealed = key.seal(b"name", place="a")
    assert queries.key(subject).unseal(sealed, place="a") == b"name"

    actions.destroy(subject, at=NOON)

    assert not queries.has_key(subject)
    with pytest.raises(KeyDestroyed):
        queries.key(subject)
    with pytest.raises(NoKey):
        queries.key(uuid4())


@pytest.mark.django_db
def test_another_master_key(settings: Settings) -> None:
    """With another master key no subject's key unwraps."""
    subject = uuid4()
    actions.create(subject, at=NOON)
    settings.MASTER_KEY = bytes(32)

    with pytest.raises(SealBroken):
        queries.key(subject)
