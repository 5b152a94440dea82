"""The keys by which names of a register meet."""

import polars as pl

from safeconduct import names
from safeconduct.linkage import keying


def found(*texts: str) -> tuple[dict[str, list[str]], frozenset[str]]:
    """Find keys in this process: of each text that has some; the texts too long."""
    frame, long = keying.keys(pl.Series(texts), 1, lambda _what, _done, _of: None)
    return dict(frame.select("text", "keys").iter_rows()), long


def test_one_name_in_three_scripts_meets() -> None:
    """A northern, a Latin and a Cyrillic record share a key."""
    keys, _ = found("리영호", "Ri Yong-ho", "Ли Ён Хо")
    assert len(keys) == 3
    assert all("이영호" in each for each in keys.values())


def test_the_other_tongue_stands_beside() -> None:
    """Keys of an index come first, then the best ones of the other tongue."""
    keys, _ = found("Paek Chol-su", "Volodymyr Zelensky")
    assert tuple(keys["Paek Chol-su"][:8]) == names.keys("Paek Chol-su", 8)
    assert any(key.isascii() for key in keys["Paek Chol-su"])
    assert "vladimir+zelenski" in keys["Volodymyr Zelensky"]


def test_what_is_no_name() -> None:
    """A text of signs has no keys; one too long is told apart from it."""
    keys, long = found("12", "a" * 201)
    assert not keys
    assert long == {"a" * 201}
