"""The keys by which names of a register meet."""

import polars as pl

from safeconduct.linkage import keying
from safeconduct.linkage.linking import silent


def found(*texts: str) -> tuple[dict[str, set[int]], frozenset[str]]:
    """Number keys in this process: of each text that has some; the texts too long."""
    frame, long = keying.keys(pl.Series(texts), None)(silent)
    return {text: set(keys) for text, keys in frame["text", "keys"].iter_rows()}, long


def test_one_name_in_three_scripts_meets() -> None:
    """A northern, a Latin and a Cyrillic record share a key."""
    keys, _ = found("리영호", "Ri Yong-ho", "Ли Ён Хо")
    assert len(keys) == 3
    assert all(keys["리영호"] <= each for each in keys.values())


def test_processes_find_what_one_process_finds() -> None:
    """Whatever the order in which names are read, keys stand beside their names."""
    names = pl.Series(
        f"{surname} {one}-{two}"
        for surname in ("Paek", "Kim", "Ри", "Пак")
        for one in ("Chol", "Yong", "Ён", "Чхоль", "Sŏng", "Kwang")
        for two in map(str, range(260))
    ).str.replace(r"\d+$", "su") + pl.Series(
        "".join(chr(97 + int(sign)) for sign in f"{at:03}") for at in range(6240)
    )
    found = []
    for workers in (1, 2):
        with keying.readers(len(names), workers) as readers:
            assert (readers is None) == (workers == 1)
            found.append(keying.keys(names, readers)(silent)[0].sort("text"))
    one, two = found
    assert one.height > keying.ALONE
    assert one.rows() == two.rows()


def test_what_is_no_name() -> None:
    """A text of signs has no keys; one too long is told apart from it."""
    keys, long = found("12", "a" * 201)
    assert not keys
    assert long == {"a" * 201}
