"""Wholes and shares whose parts stand in the next sentence, or behind more words."""

import pytest

from tests.text.comparison.alarms import alarms

THEY_WERE = (
    "The camp held {} men on Monday. They were 204 Russians, 71 citizens of other"
    " countries and 27 North Koreans."
)
HE_SAID = (
    "The camp held {} men that night, he said: 204 Russians, 71 citizens of other"
    " countries and 27 North Koreans."
)
IN_RUSSIAN = (
    "Всего в лагере {} человек. Это 204 россиянина, 71 гражданин других стран и 27"
    " северокорейцев."
)
IN_KOREAN = "수용 인원은 모두 {}명으로 러시아인 204명, 제3국인 71명, 북한군 27명이다."
WHOLES = THEY_WERE, HE_SAID, IN_RUSSIAN, IN_KOREAN
A_THIRD = "He said {} of the 60 men, a third, were wounded."
THAT_IS = "조정본부는 {}명 가운데 126명, 즉 전체의 40%가 거부했다고 설명했다."
OF_ALL = (
    "이곳에는 포로 {}명이 있으며, 이 가운데 부상자가 45명으로 전체의 30%를 차지한다."
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *((text.format(312), "312") for text in WHOLES),
        (A_THIRD.format(15), "15"),
        (THAT_IS.format(420), "126"),
        (OF_ALL.format(180), "45"),
    ],
)
def test_what_does_not_come_out(text: str, number: str) -> None:
    """The parts are 302; 15 of 60 is a quarter; 126 of 420 is 30 %."""
    (found,) = alarms(f"Prisoners of war in the camp\n\n{text}\n")
    assert any(number in each for each in found)


@pytest.mark.parametrize(
    "text",
    [
        *(text.format(302) for text in WHOLES),
        "The camp held 312 men. They are 24 to a room, 12 to a table and 8 to a bench.",
        A_THIRD.format(20),
        THAT_IS.format(315),
        OF_ALL.format(150),
        "Half of the 84 men, 42, signed.",
    ],
)
def test_what_comes_out_or_is_no_part(text: str) -> None:
    """Sums and shares that are right, and numbers that are no parts."""
    assert alarms(f"Prisoners of war in the camp\n\n{text}\n") == []


def test_of_a_camp_one_knows_how_many() -> None:
    """The share of "all those held at the site" is not one of all in the country."""
    text = (
        "The site now holds 212 foreigners. Ukraine holds over 300 in all. Forty-eight"
        " prisoners, 40% of all those held at the site, need dental care."
    )
    (found,) = alarms(f"Prisoners of war in the camp\n\n{text}\n")
    assert any("212" in each for each in found)
