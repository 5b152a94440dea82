"""The keys by which names of a register meet."""

import polars as pl

from safeconduct import names
from safeconduct.linkage import keying


def found(*texts: str) -> tuple[dict[str, set[int]], frozenset[str]]:
    """Number keys in this process: of each text that has some; the texts too long."""
    frame, long = keying.keys(pl.Series(texts), 1, lambda _what, _done, _of: None)
    return {text: set(keys) for text, keys in frame["text", "keys"].iter_rows()}, long


def numbers(*keys: str) -> set[int]:
    """Number keys as a register does: signed."""
    return {keying.number(key) - ((keying.number(key) >> 63) << 64) for key in keys}


def test_one_name_in_three_scripts_meets() -> None:
    """A northern, a Latin and a Cyrillic record share a key."""
    keys, _ = found("리영호", "Ri Yong-ho", "Ли Ён Хо")
    assert len(keys) == 3
    assert all(numbers("이영호") <= each for each in keys.values())


def test_the_other_tongue_stands_beside() -> None:
    """Keys of an index come first, then the best ones of the other tongue."""
    paek = keying.keys_of("Paek Chol-su")
    assert paek[:8] == names.keys("Paek Chol-su", 8)
    assert any(key.isascii() for key in paek)
    assert "vladimir+zelenski" in keying.keys_of("Volodymyr Zelensky")
    keys, _ = found("Paek Chol-su")
    assert keys["Paek Chol-su"] == numbers(*paek)


def test_parts_of_two_tongues() -> None:
    """A Korean surname goes with each given syllable; other names part into words."""
    assert keying.parts_of(("백철수", "vladimir+zelenski", "백철")) == (
        *("백1철", "백2수"),
        *("vladimir", "zelenski"),
    )
    assert keying.parts_of(("zelenski",)) == ()


def test_what_is_no_name() -> None:
    """A text of signs has no keys; one too long is told apart from it."""
    keys, long = found("12", "a" * 201)
    assert not keys
    assert long == {"a" * 201}
