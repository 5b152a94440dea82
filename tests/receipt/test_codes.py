import pytest

from safeconduct.ledger import base45
from safeconduct.receipt import codes


@pytest.mark.parametrize(
    ("size", "version"), [(42, "4-M"), (903, "25-M"), (1_031, "27-M"), (2_863, "40-L")]
)
def test_versions(size: int, version: str) -> None:
    """As the design says: locator, a million leaves, ten million, the largest."""
    content = (bytes(range(256)) * 12)[:size]
    found = codes.code(content)

    assert found.version == version
    assert base45.decode(found.text) == content


def test_too_long() -> None:
    """What fits no code is refused."""
    with pytest.raises(codes.TooLong):
        codes.code(bytes(3_000))
