"""The model is learned from examples, the same each time."""

from pathlib import Path

import pytest

from safeconduct.names import model
from safeconduct.names.channel import Channel
from safeconduct.names.learning import example, learn, learned, parted

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "names"
LATIN = [
    {"hangul": "백철수", "latin": "Paek Chol-su", "order": "first"},
    {"hangul": "백철호", "latin": "Chol-ho Paek", "order": "last"},
    {"hangul": "리영호", "latin": "Ri Yong-ho", "order": "first"},
]
CYRILLIC = [{"hangul": "백철수", "cyrillic": "Пэк Чхоль Су"}]


def test_the_committed_model_is_what_the_examples_teach() -> None:
    """Learning again gives every file byte for byte."""
    if not DATA.is_dir():
        pytest.skip("needs the design's name data (../shared/data/names)")

    texts = model.texts(learn(DATA))

    kept = {name: (model.home() / name).read_text(encoding="utf-8") for name in texts}
    assert [name for name in texts if texts[name] != kept[name]] == []


def test_what_examples_change() -> None:
    """A spelling seen in the examples becomes likelier than one that was not."""
    taught = learned(LATIN, CYRILLIC)
    channel = Channel("latin", taught.prior, taught.weights["latin"])

    seen = channel.form("chol", "철", "first", "stop")
    unseen = channel.form("cheol", "철", "first", "stop")
    assert sum(seen) > sum(unseen)


def test_written_and_read_again(tmp_path: Path) -> None:
    """A model that was written and read is written as the same."""
    taught = learned(LATIN, CYRILLIC)

    paths = model.write(taught, tmp_path)

    again = model.texts(model.load(tmp_path))
    assert {path.name: path.read_text("utf-8") for path in paths} == again


def test_an_example() -> None:
    """Surname, given name and borders are found by the order that is told."""
    found = example("백철호", "Chol-ho Paek", "last")

    assert found is not None
    assert (found.spelled, found.letters) == ("paek", "cholho")
    assert found.borders == frozenset({4})
    assert example("백철호", "Paekcholho") is None


def test_surnames_of_two_syllables() -> None:
    """남궁 is a surname; 남 in 남철 is one too."""
    assert parted("남궁철수") == ("남궁", "철수")
    assert parted("남철") == ("남", "철")
