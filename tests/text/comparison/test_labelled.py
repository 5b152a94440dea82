"""Lists of labels and numbers, against the number told before them."""

import pytest

from tests.text.comparison.alarms import alarms

WRONG = {
    "en": "Kyiv holds 214 foreigners. By region: Central Asia – 92, Africa – 58, South"
    " Asia – 33, Latin America – 24, Europe – 17.",
    "ru": "Всего под стражей 214 иностранных граждан. Разбивка такова: Центральная Азия"
    " — 92, Африка — 58, Южная Азия — 33, Латинская Америка — 24, Европа — 17.",
    "uk": "У таборі утримують 212 іноземців. За регіонами: Центральна Азія — 88 осіб,"
    " Африка — 71, Південна і Східна Азія — 41, Латинська Америка — 26.",
    "ko": "수용소에는 외국인 214명이 있다. 지역별로는 중앙아시아 92명, 아프리카 58명,"
    " 남아시아 33명, 중남미 24명, 유럽 17명이다.",
}


@pytest.mark.parametrize("language", WRONG)
def test_a_list_that_does_not_come_out(language: str) -> None:
    assert len(alarms(WRONG[language] + "\n")) == 1


def test_those_left_over_are_counted_in() -> None:
    text = (
        "Kyiv holds 214 foreigners. The colonel broke it down: 61 citizens of Asian"
        " states, 48 Africans and 39 from Latin America. The remaining {}, he said, are"
        " Serbs.\n"
    )
    assert alarms(text.format(66)) == []
    assert len(alarms(text.format(56))) == 1


@pytest.mark.parametrize(
    "text",
    [
        # it comes out
        (
            "Kyiv holds 224 foreigners. By region: Asia – 92, Africa – 58, South"
            " Asia – 33, Latin America – 24, Europe – 17."
        ),
        # some of them
        (
            "Kyiv holds 214 foreigners, including by region: Asia – 92, Africa – 58,"
            " South Asia – 33."
        ),
        "외국인 포로는 214명이다. 네팔 92명, 쿠바 58명, 케냐 33명 순으로 많았다.",
        # of another whole
        (
            "The fund paid 3,000 hryvnias. By region: Asia – 92, Africa – 58, South"
            " Asia – 33."
        ),
    ],
)
def test_a_list_that_need_not_come_out(text: str) -> None:
    assert alarms(text + "\n") == []


def test_pieces_of_one_row_are_no_wholes_of_each_other() -> None:
    text = (
        "За його словами, 118 полонених походять із країн Азії, 74 — з Африки, 61 — з"
        " Південної Азії, ще 22 — з інших держав.\n"
    )
    assert alarms(text) == []


def test_a_list_that_its_numbers_lead() -> None:
    """With dashes behind them; what was counted a year before is no whole of it."""
    text = (
        "Станом на 1 травня в полоні перебувало {} громадян третіх країн. Наприкінці"
        " 2025 року їх було 247.\n\nЗа регіонами іноземці розподіляються так: 121 —"
        " вихідці з Центральної Азії, 83 — з Африки, 61 — з Південної Азії, 29 — з"
        " Латинської Америки, решта шестеро — з Європи.\n"
    )
    assert alarms(text.format(300)) == []
    (found,) = alarms(text.format(312))
    assert "312" in found
