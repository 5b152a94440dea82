import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.ledger import canonical

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.text(st.characters(exclude_categories=["Cs"])),
)


@given(st.lists(VALUES))
def test_values_round(values: list[canonical.Value]) -> None:
    """Every list is read back, its strings in NFC, types and all."""
    wanted = [
        unicodedata.normalize("NFC", value) if isinstance(value, str) else value
        for value in values
    ]
    read = canonical.read(canonical.write(values, what="row"))

    assert read == wanted
    assert list(map(type, read)) == list(map(type, wanted))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"1",
        b"{}",
        b"[1, 2]",
        b"[1.0]",
        b"[[]]",
        b"[NaN]",
        b"[01]",
        b"\xff",
        b"[" * 9**5,
    ],
)
def test_no_values(content: bytes) -> None:
    """What would have been written otherwise is refused, and not shown."""
    with pytest.raises(ValueError, match=r"^not a list of values in canonical JSON$"):
        canonical.read(content)


@pytest.mark.parametrize("value", [2**53, 0.5, [1], b"a", "\ud800"])
def test_what_cannot_be_written(value: object) -> None:
    """The message names the list, not the value."""
    with pytest.raises(ValueError, match=r"^row 7") as refusal:
        canonical.write([value], what="row 7")  # type: ignore[list-item]

    assert str(2**53) not in str(refusal.value)


@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    """Bytes are refused, or are the one spelling of what was read."""
    try:
        values = canonical.read(content)
    except ValueError:
        return
    assert canonical.write(values, what="row") == content
