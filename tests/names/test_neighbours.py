import pytest

from safeconduct.names.neighbours import Neighbours, plain


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Paek Ch'ŏl-su", "pek cholsu"),
        ("Пэк Чхоль Су", "pek chhol su"),
        ("백철수", "bekcholsu"),
        ("Юрій Знам’янський", "iurii znamianskii"),
        ("SZCZEPAŃSKI", "shchepanski"),
        ("白哲洙", " "),
        ("", ""),
    ],
)
def test_plain(name: str, letters: str) -> None:
    """A name is written in plain letters, one sound in one way."""
    assert plain([name]) == [letters]


def test_lines_stay_lines() -> None:
    """A line break inside a name does not make two of it."""
    assert plain(["a\nb", "c"]) == ["a b", "c"]


def test_the_nearest_first() -> None:
    """Names that share rare pieces are nearest, across scripts; all are counted."""
    pool = Neighbours(["Petrenko", "Kovalchuk", "Kowalenko", "Коваленко"])
    near = pool.nearest(["Kovalenko"], 3)

    assert [place for place, _likeness in near] == [2, 3, 1]
    assert near[0][1] == near[1][1] > near[2][1]


def test_as_many_as_asked_for() -> None:
    """Names that share nothing fill up, in their order."""
    pool = Neighbours(["abc", "def", "ghi"])

    assert pool.nearest(["xyz"], 2) == [(0, 0.0), (1, 0.0)]
    assert len(pool.nearest([""], 9)) == 3
