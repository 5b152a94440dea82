"""What can be compared between languages."""

import pytest

from safeconduct.text import read
from safeconduct.text.lineage.facts import Fact, Sort, account_of, sound


@pytest.mark.parametrize(
    "spellings",
    [("Kursk", "Курськ", "Курск", "쿠르스크"), ("Marta Dostan", "Марта Достан")],
)
def test_names_by_their_consonants(spellings: tuple[str, ...]) -> None:
    """A name sounds alike in three scripts."""
    assert len({sound(one) for one in spellings}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On 9 March the surgeons in the camp hospital treated 1,843 prisoners there.",
        "3월 9일 수용소 병원의 외과 의사들은 포로 1,843명을 치료했다고 한다.",
        "9 березня хірурги в шпиталі табору лікували там 1 843 військовополонених.",
        "9 марта хирурги в госпитале лагеря лечили там 1843 военнопленных солдат.",
    ],
)
def test_one_sentence_in_four_languages(text: str) -> None:
    """Days, numbers and things come out the same."""
    facts = account_of(read(text.encode())).facts
    english = account_of(
        read(b"The hospital of the camp has a surgeon for every prisoner of them.")
    ).facts

    assert {Fact(Sort.DAY, "03-09"), Fact(Sort.NUMBER, "1843")} <= facts
    assert len({f for f in facts & english if f.sort is Sort.THING}) >= 4
