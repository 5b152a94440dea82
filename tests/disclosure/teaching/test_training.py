"""Training: the same paragraphs give the same model, and it finds what they taught."""

import sys
from pathlib import Path

import pytest

from safeconduct.disclosure.details.detail import Field
from safeconduct.disclosure.details.learned.model import read as read_model
from safeconduct.disclosure.details.learned.reading import learned
from safeconduct.disclosure.details.learned.words import words
from safeconduct.disclosure.teaching import Marked, judge, learn, read, training
from safeconduct.disclosure.teaching.errors import TrainerMissing

TAUGHT = (
    (
        "Hyon {w:dreads the bridge more than the winter}.",
        "The minister opened a bridge.",
    ),
    (
        "Tae {w:dreads the bridge and the bus}.",
        "The bus left at nine with the minister.",
    ),
    ("Rim {s:kept a sparrow in his helmet}.", "The museum kept a helmet of that war."),
    ("Ok {s:kept a button in his boot}.", "The shop kept its prices until Friday."),
)


@pytest.fixture
def examples(tmp_path: Path) -> list[Marked]:
    """Read the paragraphs as a folder of files."""
    return marked(tmp_path, *("\n".join(pair) for pair in TAUGHT))


def marked(folder: Path, *texts: str) -> list[Marked]:
    for at, text in enumerate(texts):
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")
    return read(folder)


def test_the_same_paragraphs_give_the_same_model(examples: list[Marked]) -> None:
    assert learn(examples) == learn(examples)


def test_what_was_taught_is_found_in_other_sentences(examples: list[Marked]) -> None:
    model = read_model(learn(examples))
    (wish,) = learned("Sung dreads the bridge at night.", (), model)
    told = learned("Paek kept a sparrow in his boot.", (), model)

    assert wish.field is Field.WISH
    assert Field.STORY in {each.field for each in told}


@pytest.mark.parametrize(
    "plain",
    [
        "The minister opened a museum on Friday.",
        "Музей у п’ятницю відкрив міністр.",
        "Министр открыл музей в пятницу.",
        "장관은 금요일에 박물관을 열었다.",
    ],
)
def test_the_model_that_is_installed_takes_nothing_of_others(plain: str) -> None:
    assert list(learned(plain, ())) == []


def test_states_follow_the_marks(tmp_path: Path) -> None:
    (each,) = marked(tmp_path, "He {w:would stay} here, {a:thirty}.")
    assert list(training.states(words(each.text), each.marks)) == [
        "O", "B-w", "I-w", "O", "O", "B-q", "O",
    ]  # fmt: skip


def test_each_file_is_judged_by_a_model_that_has_not_seen_it(
    examples: list[Marked],
) -> None:
    details, wishes = judge(examples, folds=2)
    assert (details.marked, wishes.marked) == (2, 2)
    assert wishes.learned >= 1
    assert wishes.both >= max(wishes.ruled, wishes.learned)
    assert details.right <= details.taken


def test_without_the_trainer_a_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    with pytest.raises(TrainerMissing, match=r"safeconduct\[training\]"):
        learn([])


BANK = Path(__file__).parents[3] / "training" / "telling"


def test_the_marked_paragraphs_of_the_project_are_in_order() -> None:
    found = read(BANK)
    languages = {each.source.partition("/")[0] for each in found}
    assert languages == {"en", "ko", "uk", "ru"}
    assert sum(bool(each.marks) for each in found) > len(found) / 4
