"""Marked paragraphs: what is read of them, and what is refused."""

from pathlib import Path

import pytest

from safeconduct.disclosure.teaching import TeachingError, read
from safeconduct.disclosure.teaching.errors import NoExamples, WronglyMarked


def put(folder: Path, text: str, name: str = "en/one.txt") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_marks_go_with_their_sentences(tmp_path: Path) -> None:
    put(
        tmp_path, "He is {a:thirty}, a {r:cook}. {w:He would rather stay.} It rained.\n"
    )
    first, second, third = read(tmp_path)

    assert [first.text[a:b] for a, b, _ in first.marks] == ["thirty", "cook"]
    assert [letter for *_, letter in first.marks] == ["a", "r"]
    assert [second.text[a:b] for a, b, _ in second.marks] == ["He would rather stay."]
    assert third.marks == ()
    assert first.source == "en/one.txt"


def test_a_rule_between_articles_is_no_paragraph(tmp_path: Path) -> None:
    put(tmp_path, "It rained.\n---\n\nIt snowed.\n")
    assert [each.text for each in read(tmp_path)] == ["It rained.", "It snowed."]


@pytest.mark.parametrize(
    "line",
    ["He is {q:thirty}.", "He {w:would {a:stay}}.", "He {w:would stay.", "a } b"],
)
def test_what_is_wrongly_marked_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    put(tmp_path, f"It rained.\n{line}\n")
    with pytest.raises(WronglyMarked, match=r"Line 2 of en/one\.txt"):
        read(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoExamples):
        read(put(tmp_path, "\n"))
    assert issubclass(NoExamples, TeachingError)
