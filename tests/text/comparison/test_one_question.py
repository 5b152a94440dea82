"""Parts of one question, of a promise, of a day; and numbers that have no role."""

import pytest

from tests.text.comparison.alarms import alarms


@pytest.mark.parametrize(
    "text",
    [
        (
            "The ministry puts the force that Pyongyang has sent since May 2024 at"
            " between 9,000 and 10,000 and its losses at about 3,300, of whom 1,100"
            " were killed and 2,200 wounded."
        ),
        (
            "По оценке ведомства, Пхеньян отправил 9–10 тысяч военных и потерял около"
            " 3300 человек: 1100 убитыми и 2200 ранеными."
        ),
    ],
)
def test_losses_told_beside_those_sent(text: str) -> None:
    """Killed and wounded are the losses, not those sent."""
    assert alarms(f"The force\n\n{text}\n") == []


REASONS_EN = (
    "Of the prisoners asked, 90 refused an exchange.\n\nEach was to name one main"
    " reason. Fifty said that they would be sent to the front, 24 cited a trial, {}"
    " named another."
)
REASONS_UK = (
    "Відмовилися від обміну 90 полонених.\n\nГоловну причину просили назвати одну."
    " П’ятдесят людей сказали, що їх відправлять на фронт, 24 — що бояться суду за"
    " полон, {} назвали інше."
)


@pytest.mark.parametrize("text", [REASONS_EN, REASONS_UK])
def test_one_reason_each(text: str) -> None:
    """Each gave one reason, so the reasons are as many as those who gave them."""
    assert alarms(f"The survey\n\n{text.format(26)}\n") == [
        {"90", "24", "26", text_of(text)}
    ]
    assert alarms(f"The survey\n\n{text.format(16)}\n") == []


def text_of(text: str) -> str:
    """The number that opens the row of reasons."""
    return "Fifty" if text.isascii() else "П’ятдесят"


def test_several_reasons_each() -> None:
    """Where more than one could be named, there may be more reasons than people."""
    text = REASONS_EN.format(26) + " Several could be named."
    text = text.replace("one main reason", "the main reason, or several")
    assert alarms(f"The survey\n\n{text}\n") == []


def test_visitors_are_not_held() -> None:
    """Those who come to see prisoners are none."""
    one = "포로 증언\n\n활동가 4명이 9월에 수용시설 두 곳을 찾아 포로의 말을 적었다.\n"
    two = "포로 현황\n\n우크라이나는 북한군 포로 15명을 억류하고 있다.\n"
    assert alarms(one, two) == []


@pytest.mark.parametrize(
    ("came", "wrong"), [("400", True), ("600", False)], ids=["a third", "half"]
)
def test_share_of_those_promised(came: str, *, wrong: bool) -> None:
    """Those who have come are a share of those whom a State agreed to take."""
    text = (
        "The region agreed to take 1,200 builders, officials said."
        f" So far {came} have come, or half, they said."
    )
    assert bool(alarms(f"The builders\n\n{text}\n")) is wrong


@pytest.mark.parametrize(
    ("share", "wrong"), [("30", True), ("12", False)], ids=["wrong", "right"]
)
def test_share_of_a_total_told_before(share: str, *, wrong: bool) -> None:
    """The total stands before the number of a year ago."""
    text = (
        "Україна утримувала 500 громадян інших держав. Торік їх було 180. Громадян"
        f" Узбекистану нині 60, тобто {share} відсотків від загальної кількості."
    )
    assert bool(alarms(f"Іноземці\n\n{text}\n")) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("올해 입국한 주민은 74명으로, 여성이 60명, 남성이 22명이다.", True),
        ("올해 입국한 주민은 82명으로, 여성이 60명, 남성이 22명이다.", False),
        ("This year 74 came: 60 women and 22 men.", True),
        ("This year 74 soldiers, 60 women and 22 men came.", False),
        ("Цього року прибули 74 людини: 60 жінок і 22 чоловіки.", True),
        ("В этом году прибыли 74 человека: 60 женщин и 22 мужчины.", True),
    ],
)
def test_women_and_men(text: str, *, wrong: bool) -> None:
    """Women and men are all who came; soldiers beside them are others."""
    assert bool(alarms(f"Arrivals\n\n{text}\n")) is wrong


@pytest.mark.parametrize(("number", "wrong"), [(62, True), (26, False), (31, False)])
def test_digits_turned_round(number: int, *, wrong: bool) -> None:
    """A translation turned the digits of a number round, in another order of words."""
    one = "Звіт\n\nДослідники провели 26 інтерв’ю у чотирьох установах.\n"
    two = f"보고서\n\n조사팀은 시설 네 곳에서 {number}차례 면담했다.\n"
    assert bool(alarms(one, two, family=True)) is wrong


EXCHANGE = (
    "Обмін\n\n3 вересня 2025\n\nУ понеділок, 1 вересня, додому повернулися військові з"
    " Полтавщини. Загалом того дня Україна повернула 120 людей.\n"
)


@pytest.mark.parametrize(
    ("day", "number", "wrong"), [(1, 150, True), (1, 120, False), (2, 150, False)]
)
def test_one_exchange_of_each_side(day: int, number: int, *, wrong: bool) -> None:
    """What each side returned on a day is what came home that day."""
    other = (
        "포로 교환\n\n2025년 9월 5일\n\n러시아 국방부는 지난"
        f" {day}일 포로 교환에서 양측이 각각 {number}명을 돌려보냈다고 발표했다.\n"
    )
    assert bool(alarms(EXCHANGE, other)) is wrong


@pytest.mark.parametrize(("month", "wrong"), [("июле", True), ("июне", False)])
def test_returned_in_one_month(month: str, *, wrong: bool) -> None:
    """Those exchanged in a month are those who came home in it."""
    one = (
        "Обмены\n\n28 августа 2025\n\nВ июле по обменам на родину вернулись 140"
        " российских солдат.\n"
    )
    two = (
        f"Возвращение\n\n4 сентября 2025\n\nВ {month} домой вернули 210 российских"
        " военнослужащих, а с начала года — свыше 1900.\n"
    )
    assert bool(alarms(one, two)) is wrong


def test_tens_of_thousands() -> None:
    """More than one ten thousand: no number to set against 14,000."""
    one = "The force\n\nNorth Korea has sent 14,000 troops to Russia.\n"
    two = "The force\n\nNorth Korea has sent tens of thousands of troops to Russia.\n"
    assert alarms(one, two) == []
