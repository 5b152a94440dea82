from collections.abc import Sequence
from pathlib import Path

from safeconduct.law import pack
from safeconduct.law.pages import option_page
from safeconduct.law.pages.review import Signed, review
from safeconduct.law.pages.reviews import REVIEWERS, on_file, valid
from tests.law.cases import DAY

PAGE = option_page(pack(DAY), "A", "en")
REVIEW = review(PAGE, reviewer="Olena Example", role="counsel", on=DAY)


def opener(note: bytes, keys: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Believe a note that begins with one of the keys."""
    key, _, text = note.decode().partition("|")
    if key not in keys:
        raise ValueError("none of the known keys signed this note")
    return text, (key,)


def test_reviews_of_a_folder(tmp_path: Path) -> None:
    """Those signed by a reviewer we know count; the others say why they do not."""
    (tmp_path / REVIEWERS).write_text("# whom we trust\nolena # since 2026\n\n")
    (tmp_path / "a.review").write_text(f"olena|{REVIEW.text}")
    (tmp_path / "b.review").write_text(f"mallory|{REVIEW.text}")
    (tmp_path / "c.review").write_text("olena|I agree.\n")
    (tmp_path / "d.txt").write_text(f"olena|{REVIEW.text}")

    assert valid(tmp_path, opener) == (Signed(REVIEW, ("olena",)),)
    assert {one.file: one.fault for one in on_file(tmp_path, opener)} == {
        "a.review": "",
        "b.review": "none of the known keys signed this note",
        "c.review": "This text is no review of a page of law",
    }


def test_no_reviewers_no_reviews(tmp_path: Path) -> None:
    """Nobody is believed by default, and no folder is no fault."""
    (tmp_path / "a.review").write_text(f"olena|{REVIEW.text}")

    assert valid(tmp_path, opener) == ()
    assert [one.fault for one in on_file(tmp_path, opener)] == ["no reviewer is known"]
    assert valid(tmp_path / "none", opener) == ()
