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


FOREIGNERS = "Ukraine is holding more than 290 foreigners captured at the front.\n\n"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            (
                "Only {}, or roughly one in five of the foreigners, said they had known"
                " they would be sent to the front."
            ),
            "37",
        ),
        ("Of the total, {}, or 58 percent, were wounded.", "124"),
        ("Asians account for {} of the total, or 45%, he said.", "80"),
    ],
)
def test_a_share_of_those_a_page_counted_before(text: str, wrong: str) -> None:
    """37 of 290 is 13 %; 58 of them or 174, of somewhat more than 290, come out."""
    right = {"37": "58", "124": "174", "80": "131"}[wrong]
    (found,) = alarms(FOREIGNERS + text.format(wrong))
    assert wrong in found
    assert alarms(FOREIGNERS + text.format(right)) == []


@pytest.mark.parametrize("whole", ["146", "152"])
def test_parts_among_those_who_came_home(whole: str) -> None:
    """108 + 23 + 21 is 152, told of "the released" in another paragraph."""
    found = alarms(
        f"Додому повернулися {whole} військовополонених, повідомив штаб.\n\n"
        "За даними штабу, серед звільнених – 108 бійців Збройних сил, 23"
        " нацгвардійці та 21 прикордонник.\n"
    )
    assert bool(found) is (whole == "146")


@pytest.mark.parametrize(("held", "wrong"), [("2", False), ("1", True)])
def test_those_who_were_captured_are_the_rest(held: str, *, wrong: bool) -> None:
    """14 killed, nine hurt and six who fell back are 29 of 31; two were taken."""
    found = alarms(
        f"우크라이나군은 쿠르스크에서 북한군 {held}명을 생포했다.\n\n"
        '대변인은 "31명 규모의 수색조가 공격을 받았고, 이 가운데 14명이 숨지고 9명이'
        ' 다쳤다"며 "6명은 물러났다"고 말했다.\n'
    )
    assert bool(found) is wrong


RETURNED = (
    "Домой вернулись {} украинских военных. Днём ведомства сообщали о 155 обменянных."
    "\n\n"
    "Среди освобождённых 97 рядовых, 41 сержант и 19 офицеров."
)
TWO_GROUPS = (
    "Украина вернула из плена {} человек, сообщил представитель.\n\n"
    "Домой приехали 2105 военнослужащих и 265 гражданских."
)
BY_REGION = (
    "붙잡힌 외국인 포로는 모두 {}명이라고 밝혔다.\n\n"
    "대변인은 중앙아시아 출신이 96명(45%)으로 가장 많고 "
    "아프리카 47명, 남아시아 41명, 중남미 19명, "
    "기타 지역 19명이라고 설명했다."
)
A_BLOCK = (
    "В отдельном блоке лагеря содержатся {} человек. Имён мы не называем.\n\n"
    "Письма получал 21 человек, то есть больше половины блока."
)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (RETURNED, 160, 157),
        (TWO_GROUPS, 2340, 2370),
        (BY_REGION, 212, 222),
        (A_BLOCK, 48, 40),
    ],
)
def test_parts_of_what_a_sentence_before_counted(
    text: str, wrong: int, right: int
) -> None:
    """Parts that are all there is, some sentences behind their whole."""
    (found,) = alarms(f"Prisoners of war\n\n{text.format(wrong)}\n")
    assert any(str(wrong) in each for each in found)
    assert alarms(f"Prisoners of war\n\n{text.format(right)}\n") == []


TAKEN_AND_HELD = (
    "За його словами, цього року захопили 131 іноземця. У полоні понад 200 іноземців."
)
STATES = (
    "Цього року захопили 131 іноземця. З Азії 60 %. Росія надсилає консулів, "
    "щонайменше 12 держав на листи не відповіли."
)
TWO_AND_FIVE = (
    "수용소에 들어온 두 사람은 나란히 섰다. 북한군 포로 5명 전원이 한국행을 희망한다."
)


@pytest.mark.parametrize(
    "text",
    [
        TAKEN_AND_HELD,
        "Over 6,000 fell. The camps hold 3,420 men, about 7% of them foreigners.",
        STATES,
        TWO_AND_FIVE,
    ],
)
def test_counts_of_other_things(text: str) -> None:
    """Who was taken in a year and who is held; States; the two who tell their story."""
    assert alarms(f"Prisoners of war in the camp\n\n{text}\n") == []
