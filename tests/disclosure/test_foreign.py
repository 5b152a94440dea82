"""Names that are not Korean, written in Hangul, and short given names."""

import pytest

from safeconduct.disclosure import Person
from safeconduct.disclosure.automaton import NameIndex
from safeconduct.disclosure.variants import Form


def index(*names: str) -> NameIndex:
    return NameIndex(
        [Person(id=f"P{n}", names=(name,)) for n, name in enumerate(names)]
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Dmitry Belov", "드미트리 벨로프"),
        ("Трофимов Олег", "올레크 트로피모프"),
        ("Suresh Thapa", "수레시 타파"),
    ],
)
def test_a_foreign_name_is_found_in_hangul(name: str, said: str) -> None:
    """Whatever its script in the register, and without the particle."""
    text = f"포로 {said}는 말했다."
    (hit,) = index(name).find(text)

    assert (text[hit.start : hit.end], hit.form) == (said, Form.FULL)


def test_a_foreign_surname_stands_alone() -> None:
    """Three syllables are told from a Korean word."""
    text = "포로 소로킨은 말했다."
    (hit,) = index("Yevgeny Sorokin").find(text)

    assert (text[hit.start : hit.end], hit.form) == ("소로킨", Form.SURNAME)


def test_a_korean_name_is_no_foreign_one() -> None:
    """여행 is a journey, whoever is called so in other scripts."""
    assert index("Mun Thae-bok").find("여행을 떠난 사람들이 돌아왔다.") == ()


@pytest.mark.parametrize("said", ["Вадику Жилину", "Вадик Жилин", "Vadik Zhilin"])
def test_a_short_given_name_is_a_full_name(said: str) -> None:
    """Вадик is Вадим, in any case; no other given name is."""
    (hit,) = index("Vadim Zhilin", "Pavel Zhilin").find(f"Said {said}, 29")

    assert (hit.form, hit.owners.tolist()) == (Form.FULL, [0])
