"""A file that is written whole or not at all."""

from pathlib import Path

import pytest

from safeconduct.cli.whole import whole

OURS_ALONE = 0o600


def test_what_was_written_takes_the_place(tmp_path: Path) -> None:
    """In a folder that is made; open to nobody else, if so wished."""
    target = tmp_path / "new" / "answers.txt"
    with whole(target, OURS_ALONE) as unfinished:
        assert unfinished.stat().st_mode & 0o777 == OURS_ALONE
        unfinished.write_text("all of it", encoding="utf-8")
        assert not target.exists()
    assert target.read_text(encoding="utf-8") == "all of it"
    assert [path.name for path in target.parent.iterdir()] == ["answers.txt"]


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """And nothing beside it."""
    target = tmp_path / "answers.txt"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(ValueError, match="broken"), whole(target) as unfinished:
        unfinished.write_text("half of", encoding="utf-8")
        raise ValueError("broken")
    assert target.read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["answers.txt"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """By the name that was asked for, not by that of the unfinished file."""
    (tmp_path / "file").touch()
    target = tmp_path / "file" / "answers.txt"
    with pytest.raises(OSError, match=r"answers\.txt") as refused, whole(target):
        pytest.fail("nothing can be written there")
    assert refused.value.filename == str(target)
