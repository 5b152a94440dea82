"""Which organisation is "the group"."""

import pytest

from safeconduct.text import find_figures, read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            (
                "The rights group Quiet Door visited a camp. The group says 17 men "
                "were wounded."
            ),
            "Quiet Door",
        ),
        (
            (
                "Правозахисна організація «Тихі двері» була в таборі. За даними "
                "організації, поранено 17 солдатів."
            ),
            "Тихі двері",
        ),
        (
            "Фонд «Тихая дверь» побывал в лагере. Фонд сообщил, что ранены 17 солдат.",
            "Тихая дверь",
        ),
        (
            "인권단체 '조용한 문'이 수용소를 찾았다. 단체에 따르면 병사 17명이 다쳤다.",
            "조용한 문",
        ),
        ("The group says 17 men were wounded.", "group"),
    ],
)
def test_speaker(text: str, who: str) -> None:
    """The name said before stands for "the group"; without one the word stays."""
    figure = find_figures(read(text.encode()))[-1]
    assert figure.attribution[-1].who == who
