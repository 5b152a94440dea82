"""The model is learned from pairs, and is the same each time."""

from pathlib import Path

import pytest

from safeconduct.names.general import learning
from safeconduct.names.general.alignment import best, learn
from safeconduct.names.general.channel import Channel, Query
from safeconduct.names.general.model import FILE, load, read, write

LETTERS = dict(zip("абвгдезиклмнопрсту", "abvgdeziklmnoprstu", strict=True))
WORDS = ["иван", "петр", "борис", "роман", "вадим", "денис", "марат", "антон", "егор"]
WORDS += ["савва", "гордон", "барабан", "шишкин", "мишин", "пушкин", "шаров", "ташев"]
WORDS += ["гришин", "душан", "шубин", "кошкин", "машин"]


def latin(word: str) -> str:
    return "".join(LETTERS.get(letter, "sh") for letter in word)


PAIRS = [(word, latin(word), 3) for word in WORDS] * 2


def test_the_pieces_are_found_without_being_told() -> None:
    """ш is sh, in one piece, although nobody says so."""
    pairs = [(cyrillic, written, 1.0) for cyrillic, written, _ in PAIRS]
    pieces = learn(pairs, least=1.0)

    assert best("шуша", "shusha", pieces) == (
        ("ш", "sh"),
        ("у", "u"),
        ("ш", "sh"),
        ("а", "a"),
    )
    assert best("шуша", "karl", pieces) is None


def test_the_same_examples_give_the_same_file(tmp_path: Path) -> None:
    """Byte for byte, and what is read is what was learned."""
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        write(learning.learned(PAIRS), folder)

    text = (one / FILE).read_bytes()
    assert text == (other / FILE).read_bytes()
    assert read(text.decode()) == learning.learned(PAIRS)


def test_what_was_learned_reads_words_it_has_never_seen() -> None:
    """Пашин is in no example."""
    model = Channel(learning.learned(PAIRS))

    assert model.readings("pashin", 1)[0][0] == "пашин"
    assert model.spellings("пашин", 1)[0][0] == "pashin"
    assert Query(model, "пашин").joint("pashin") > Query(model, "пашин").joint("pasin")


def test_many_words_at_once_get_what_each_gets_alone() -> None:
    """Shared beginnings are computed once, and change nothing."""
    model = Channel(learning.learned(PAIRS))
    together = Query(model, "шаров")
    spellings = ["sharov", "sharo", "sharob", "saharov", ""]
    together.learn(spellings)

    for each in spellings:
        assert Query(model, "шаров").joint(each) == pytest.approx(together.joint(each))


def test_the_best_spelling_is_no_likelier_than_all_its_cuts() -> None:
    """The n-best search and the sum over the lattice speak of one model."""
    model = Channel(load())
    for latin_, logp in model.spellings("гончар", 5):
        assert logp <= Query(model, "гончар").joint(latin_) + 1e-9


def test_the_shipped_file_is_small_and_says_where_it_comes_from() -> None:
    """It is reviewed as a diff."""
    path = Path(learning.__file__).with_name(FILE)
    text = path.read_text(encoding="utf-8")

    assert path.stat().st_size < 1_000_000
    assert "Licence: CC0" in text.splitlines()[4]
    assert "safeconduct names train" in text.splitlines()[1]


def test_examples_that_are_not_one_word_in_each_script_are_left_out(
    tmp_path: Path,
) -> None:
    """Broken rows of the file teach nothing."""
    rows = "latin\tcyrillic\tcount\nivan\tиван\t5\nivan petr\tиван\t2\nivan\tivan\t1\n"
    (tmp_path / learning.EXAMPLES).write_text(rows, encoding="utf-8")

    found = list(learning.examples(tmp_path / learning.EXAMPLES))

    assert found == [("иван", "ivan", 5)]
