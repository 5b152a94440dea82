"""What is told twice: by two sides, of those asked, of one nation among several."""

import pytest

from tests.text.comparison.alarms import alarms


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Police put the crowd at 220, while the organisers spoke of at least 700.",
            {"220", "at least 700"},
        ),
        (
            "Some 90 people came, according to police. Organisers said 300 had.",
            {"Some 90", "300"},
        ),
        (
            "Поліція нарахувала 220 учасників, організатори кажуть про понад 700.",
            {"220", "понад 700"},
        ),
        (
            "По данным полиции, пришли 220 человек. Организаторы говорят о 700.",
            {"220", "700"},
        ),
        (
            "경찰은 집회 참가자를 220명으로 추산했고, 주최 측은 700명이라고 밝혔다.",
            {"220", "700"},
        ),
    ],
)
def test_two_sides_count_one_crowd(text: str, numbers: set[str]) -> None:
    """Police and organisers count one crowd, whatever it is called."""
    assert alarms(f"A rally in the square\n\n{text}\n") == [numbers]


@pytest.mark.parametrize(
    "text",
    [
        "Police detained 12 people, and the organisers spoke of 300 participants.",
        "Police put the crowd at 280, while the organisers spoke of about 300.",
        "Поліція затримала 12 людей, організатори нарахували 300 учасників.",
        "Полиция выставила 40 сотрудников, организаторы насчитали 300 участников.",
        "경찰은 12명을 연행했고, 주최 측은 참가자를 300명으로 추산했다.",
    ],
)
def test_two_sides_count_others(text: str) -> None:
    """Those detained are no crowd, and rounded counts meet."""
    assert alarms(f"A rally in the square\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            (
                "Lawyers interviewed 23 of the prisoners."
                " Thirteen refuse to go home, six"
                " chose to return and {} are undecided."
            ),
            "five",
        ),
        (
            (
                "Юристи поговорили з 23 полоненими. Тринадцятеро не хочуть повертатися,"
                " шестеро воліли б додому, {} вагаються."
            ),
            "п’ятеро",
        ),
        (
            (
                "Юристы побеседовали с 23 пленными. Тринадцать не хотят возвращаться,"
                " шестеро предпочли вернуться домой, {} ещё не решили."
            ),
            "пятеро",
        ),
        (
            (
                "변호사들은 포로 23명을 면담했다. 13명은 돌아가지 않겠다고 했고, 6명은"
                " 귀환을 택했으며, {}은 답을 미뤘다."
            ),
            "5명",
        ),
    ],
)
def test_answers_of_those_asked(text: str, wrong: str) -> None:
    """Three answers that exclude each other are as many as were asked."""
    right = {"five": "four", "п’ятеро": "четверо", "пятеро": "четверо", "5명": "4명"}
    found = alarms(f"In the camp\n\n{text.format(wrong)}\n")
    assert len(found) == 1
    assert "23" in found[0]
    assert alarms(f"In the camp\n\n{text.format(right[wrong])}\n") == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            (
                "Кожен четвертий опитаний полонений не хоче, щоб"
                " його обмінювали. Опитували"
                " в чотирьох таборах. Анкету заповнили 300 осіб,"
                " {} із них відмовилися від"
                " обміну."
            ),
            ("120", "75"),
        ),
        (
            (
                "Каждый четвёртый опрошенный пленный не хочет, чтобы его обменивали."
                " Анкету заполнили 300 человек, {} из них отказались от обмена."
            ),
            ("120", "75"),
        ),
        (
            "조사단은 포로 300명을 면담했다. {}명(25%)의 응답자가 송환을 거부했다.",
            ("120", "75"),
        ),
    ],
)
def test_share_of_those_asked(text: str, part: tuple[str, str]) -> None:
    """A share of the asked is that of those who gave the answer further on."""
    wrong, right = part
    assert any(
        {wrong, "300"} <= found for found in alarms(f"Опрос\n\n{text.format(wrong)}\n")
    )
    assert alarms(f"Опрос\n\n{text.format(right)}\n") == []


HELD = (
    "Полонені з КНДР\n\n5 травня 2025\n\nПравозахисники"
    " говорять про військовополонених."
    " Станом на 1 травня в Україні перебували тридцять двоє північнокорейських"
    " військових.\n"
)
AMONG = (
    "Foreigners in the camps\n\n7 May 2025\n\nOn 1 May Ukraine was holding at least 410"
    " foreigners from 38 countries, including {} North Koreans, the office said.\n"
)


def test_one_nation_among_foreigners() -> None:
    """A nation's part of all foreigners is all of that nation's."""
    (found,) = alarms(HELD, AMONG.format(26))
    assert "26" in found
    assert alarms(HELD, AMONG.format(32)) == []


def test_those_met_are_not_all_held() -> None:
    """Four whom somebody met say nothing against twenty who are held."""
    met = (
        "의원들의 방문\n\n2025.05.07\n\n의원들은 7일"
        " 우크라이나에 억류된 북한군 포로 6명을"
        ' 면담했다. 위원장은 "수용 중인 북한군이 최소 30명이라고 들었다"고 말했다.\n'
    )
    assert alarms(met) == []


def test_losses_of_one_time_in_two_languages() -> None:
    """Losses since one month that do not meet; 2000 fallen are no year."""
    one = (
        "Втрати\n\n7 травня 2025\n\nЗ осені 2024 року"
        " Пхеньян відправив до Росії близько"
        " 13 тисяч військових, втрати перевищили 5 тисяч.\n"
    )
    two = (
        "북한군 손실\n\n2025.05.09\n\n국가정보원은 2024년 10월 이후 파병된 북한군을"
        " 1만3000명 규모로, 사상자를 약 3600명으로 보고했다.\n"
    )
    (found,) = alarms(one, two)
    assert found == {"перевищили 5 тисяч", "약 3600"}
    three = (
        "Оценка\n\n9 мая 2025\n\nС осени 2024 года КНДР отправила в Россию около 9"
        " тысяч солдат, из которых примерно 2000 погибли.\n"
    )
    assert {"близько 13 тисяч", "около 9 тысяч"} in alarms(one, three)


def test_name_of_an_outlet_is_no_deed() -> None:
    """ "Harbour Dispatch on Tuesday" sends nobody."""
    one = "Troops\n\n7 May 2025\n\nNorth Korea has sent soldiers since October 2024.\n"
    two = "News\n\n9 May 2025\n\nIt was first told by Harbour Dispatch on Tuesday.\n"
    assert alarms(one, two) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            (
                "Дослідники поговорили з 80 полоненими."
                " 20 опитаних, або 40 відсотків, пішли через борги."
            ),
            {"20", "40 відсотків", "80"},
        ),
        (
            (
                "Исследователи опросили 80 пленных."
                " 20 опрошенных, или 40 процентов, пошли из-за долгов."
            ),
            {"20", "40 процентов", "80"},
        ),
        (
            (
                "The group interviewed 80 prisoners."
                " 20 respondents, or 40 percent, spoke of debts."
            ),
            {"20", "40 percent", "80"},
        ),
    ],
)
def test_a_share_of_a_whole_told_in_the_sentence_before(
    text: str, numbers: set[str]
) -> None:
    assert numbers in alarms(text)


def test_shares_that_come_out_are_quiet() -> None:
    text = (
        "Of the 400 men held, 160, or 40 percent, are from Asia."
        " Researchers interviewed 80 prisoners."
        " 20 respondents, or 25 percent, spoke of debts."
    )
    assert alarms(text) == []


def test_men_taken_in_several_months_are_several_men() -> None:
    one = (
        "Three North Korean soldiers are held. Two were captured in March 2025 near"
        " Sudzha. The third was captured in May 2025 in a cellar."
    )
    two = "North Korean soldiers were captured in June 2025, the ministry said."
    assert alarms(one, two) == []


def test_who_is_sent_home_is_not_dispatched() -> None:
    one = "North Korea has sent 12,000 troops to Russia since October 2024."
    two = (
        "A resolution obliged all States to send such North Korean workers home by"
        " December 2019."
    )
    assert alarms(one, two) == []


@pytest.mark.parametrize(
    "text",
    [
        "An agent suspected of sending about 30 people awaits his trial.",
        "Суду чекає агент, якого підозрюють у відправленні близько 30 людей.",
        "Агентство отправило 30 человек на войну.",
    ],
)
def test_what_a_recruiter_sent_is_no_force(text: str) -> None:
    assert alarms(f"{text}\n\nUkraine holds 312 captured foreigners.\n") == []


def test_a_korean_wish_is_no_number() -> None:
    """Of "할 수만 있다면" `수만` is no ten thousands."""
    assert (
        alarms('"할 수만 있다면 한국에 가고 싶다."\n\n북한군 8200명이 생포됐다.') == []
    )


STATES = (
    "Captives in Kyiv\n\n14 October 2025, 15:42\n\n"
    "Ukraine holds 290 foreigners captured in this war."
)


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ("в украинском плену находятся граждане 37 государств", True),
        ("в украинском плену находятся граждане 41 государства", False),
        ("с 2022 года в плен попали граждане 43 государств", False),
        ("в лагере содержатся граждане 12 государств, все они в плену", False),
    ],
)
def test_from_how_many_countries_captives_come(other: str, *, differs: bool) -> None:
    """Two counts of one week; one camp, or all since the beginning, is another."""
    one = f"{STATES} The men come from 41 states.\n"
    two = f"Пленные\n\n15 октября 2025, 10:15\n\nПо данным штаба, {other}.\n"
    assert ({"41", "37"} in alarms(one, two)) is differs


def test_what_those_who_answered_tell_is_no_count_of_troops() -> None:
    """Nor are the countries that sent a request."""
    one = (
        "포로 120명을 면담했다. 응답자 44명은 훈련만 받고 전선에 투입됐다고 말했다."
        " 공식 요청을 보낸 나라는 7개국뿐이라고 설명했다.\n"
    )
    assert alarms(one) == []


@pytest.mark.parametrize(("civilians", "wrong"), [(20, False), (30, True)])
def test_a_title_may_add_what_the_text_counts_apart(
    civilians: int, *, wrong: bool
) -> None:
    """205 came home: 185 soldiers and 20 civilians."""
    found = alarms(
        "Обмен пленными: домой вернулись 205 украинцев\n\n24 октября 2025, 15:10\n\n"
        f"Домой вернулись 185 украинских военных и {civilians} гражданских.\n"
    )
    assert bool(found) is wrong


def test_who_signs_for_prisoners_is_none() -> None:
    found = alarms(
        "포로의 자유의사를 존중해 달라는 온라인 서명에는 이날까지 3만2000여 명이"
        " 참여했다.\n\n북한군 파병 규모는 1만4000∼1만5000명으로 알려져 있다.\n"
    )
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "До Росії поїхав у дев’ятнадцять. У таборі понад 400 полонених.",
        "Показали свідчення двох полонених. У країні утримують 14 військових КНДР.",
        "Kyiv and Moscow free 160 prisoners each. Kyiv says it holds 214 prisoners.",
    ],
)
def test_an_age_a_testimony_and_a_headline_count_nobody_held(text: str) -> None:
    assert alarms(f"Полонені\n\n{text}\n") == []
