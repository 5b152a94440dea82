import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger.bundle import MalformedBundle, decode_bundle, encode_bundle
from tests.ledger.vectors import folder, load


def test_tessera_bundles() -> None:
    """Bundles of another log are read, and would be written so by us."""
    words = [
        word.encode() for word in load("transparency-dev-tessera/log.json")["entries"]
    ]
    for size in range(1, len(words) + 1):
        path = f"transparency-dev-tessera/log/tile/entries/000.p/{size}"
        bundle = folder(path).read_bytes()

        assert decode_bundle(bundle) == words[:size]
        assert encode_bundle(words[:size]) == bundle


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_entries_round(entries: list[bytes]) -> None:
    """Entries are read back, the empty ones too."""
    assert decode_bundle(encode_bundle(entries)) == entries


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """Bytes are refused, or are the one encoding of what was read."""
    try:
        entries = decode_bundle(content)
    except MalformedBundle:
        return

    assert encode_bundle(entries) == content


@given(st.integers(0, 300), st.integers(0, 256), st.data())
def test_entries_of_one_length(length: int, count: int, data: st.DataObject) -> None:
    """Bundles whose entries are all of one length, and nearly so, are read alike."""
    entries = [bytes([i]) * length for i in range(count)]
    bundle = encode_bundle(entries)
    assert decode_bundle(bundle) == entries
    if count:
        at = data.draw(st.integers(0, count - 1))
        entries[at] += b"x"
        assert decode_bundle(encode_bundle(entries)) == entries
        with pytest.raises(MalformedBundle):
            decode_bundle(bundle + b"\x00")


def test_longest_entry() -> None:
    """A uint16 bounds an entry."""
    longest = bytes(0xFFFF)

    assert decode_bundle(encode_bundle([longest])) == [longest]
    with pytest.raises(ValueError, match="65535"):
        encode_bundle([longest + b"\x00"])


@pytest.mark.parametrize("cut", [1, 2, 3, 4])
def test_cut_short(cut: int) -> None:
    """A bundle that ends within an entry says which."""
    bundle = encode_bundle([b"one", b"two"])

    with pytest.raises(MalformedBundle) as refusal:
        decode_bundle(bundle[:-cut])

    assert refusal.value.position == 1
