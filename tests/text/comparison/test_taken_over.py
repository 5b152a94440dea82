"""Numbers that a copy changed, shares whose whole stands before, answers in all."""

import pytest

from tests.text.comparison.alarms import alarms


def article(text: str) -> str:
    """Put a headline of its language over a paragraph."""
    title = "A survey in the camp" if text.isascii() else "Опитування в таборі"
    return f"{title}\n\n{text}\n"


SOURCE = article(
    "The mission interviewed 14 of the captives in the camp. Nine reject a return,"
    " three have not decided and two did not answer. Doctors say eight of the fourteen"
    " were wounded. The ministry set aside $240,000 for housing next year."
)
KOREAN = (
    "포로 보고서\n\n조사단은 포로 14명을 면담했다. 9명은 송환을 거부했고 3명은 결정을"
    " 미뤘으며 2명은 답하지 않았다. 정부는 정착 지원비 24억 원을 예산에 반영했다.\n"
)


@pytest.mark.parametrize(
    ("source", "copy", "changed"),
    [
        (
            SOURCE,
            (
                "Миссия опросила 14 пленных. Девять отказываются возвращаться, трое"
                " колеблются, один не ответил."
            ),
            {"two", "один"},
        ),
        (
            SOURCE,
            "По словам врачей, семеро из четырнадцати ранены.",
            {"eight", "семеро"},
        ),
        (
            SOURCE,
            (
                "A paper adds its own. The ministry set aside $24,000 for housing next"
                " year."
            ),
            {"$240,000", "$24,000"},
        ),
        (
            KOREAN,
            (
                "Місія опитала 14 полонених. Дев’ятеро відмовилися повертатися, четверо"
                " відклали рішення, двоє не відповіли."
            ),
            {"3", "четверо"},
        ),
        (
            KOREAN,
            "정부는 정착 지원비 2억4000만 원을 예산에 반영했다.",
            {"24억 원", "2억4000만 원"},
        ),
    ],
)
def test_number_that_a_copy_changed(source: str, copy: str, changed: set[str]) -> None:
    """A number in the place of another, though it is one, small or ten times less."""
    assert changed in alarms(source, article(copy), family=True)


@pytest.mark.parametrize(
    "copy",
    [
        (
            "Миссия опросила 14 пленных. Девять отказываются возвращаться, трое"
            " колеблются, двое не ответили. По словам врачей, восемь из четырнадцати"
            " ранены."
        ),
        (
            "Миссия опросила 14 пленных. Девять отказываются возвращаться, трое"
            " колеблются и за один день заполнили анкеты."
        ),
        "Шестеро из четырнадцати — снайперы.",
        "The ministry set aside $30,000 for schools next year.",
        "The ministry set aside some $245,000 for housing next year.",
        "The mission interviewed 16 of the officers in another camp.",
    ],
)
def test_copy_that_changed_nothing(copy: str) -> None:
    """The same numbers, others of other things, and a rounded one."""
    assert alarms(SOURCE, article(copy), family=True) == []


CAMP = article(
    "He is one of five prisoners whom we met. The camp holds 340 men, and 61 of them"
    " are not Russians. Mun is twenty-seven, a scout and sniper. Pyongyang has sent"
    " about 14,000 troops. A lawyer says that 27 of the Russians held here have asked"
    " to be left off the lists."
)


@pytest.mark.parametrize(("asked", "found"), [(27, []), (72, [{"27", "72"}])])
def test_an_age_is_no_number_that_a_copy_changed(
    asked: int, found: list[set[str]]
) -> None:
    """ "Mun is twenty-seven" stands where a copy counts five whom it met."""
    copy = (
        "В лагере содержатся 340 человек, из них 61 — не россияне. С журналистами"
        " согласились поговорить пятеро. Пхеньян отправил около 14 тысяч военных."
        f" Адвокат уточняет, что таких заявлений подали {asked} здешних россиян."
    )
    assert alarms(CAMP, article(copy), family=True) == found


@pytest.mark.parametrize(
    "text",
    [
        "The clinic met 80 prisoners. Twenty-four, that is one in five, refuse.",
        "The clinic interviewed 80 prisoners. One in five would refuse: 24 men.",
        "The clinic met 80 prisoners, and 24 of them, one in five, said they refuse.",
        "Of the 80 men interviewed, every fifth, 24 men, said they would refuse.",
        "Of 80 men interviewed, 24 said they would refuse an exchange — one in five.",
        "A quarter had signed in a remand prison: 30 of the 80 interviewed.",
        "Of the 250, 100, or 40 percent, are Asians. Another 40, one in four, are not.",
        "Клініка опитала 80 полонених. Кожен п’ятий — 24 людини — відмовився б.",
        "Чверть підписала контракт у слідчому ізоляторі: 30 із 80 опитаних.",
        (
            "Клиника опросила 80 пленных. Двадцать четыре, то есть каждый пятый,"
            " откажутся."
        ),
        (
            "Из 250 иностранцев 100, или 40 процентов, азиаты. Ещё 40, каждый"
            " четвёртый,"
            " приехали из Африки."
        ),
        "진료소는 포로 80명을 면담했다. 24명, 즉 20%가 교환을 거부하겠다고 답했다.",
        (
            "외국인 250명 가운데 100명(40%)은 아시아인이다. 또 40명, 4분의 1은"
            " 아프리카인이다."
        ),
    ],
)
def test_share_of_those_told_before(text: str) -> None:
    """The whole stands in the sentence before or at its head, however joined."""
    assert len(alarms(article(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The clinic interviewed 80 prisoners. Sixteen, that is one in five, refuse.",
        "Half of the men were wounded; 12 of the 80 interviewed want to stay.",
        "The clinic has 80 beds. Twenty-four men, one in five patients, were amputees.",
        (
            "The clinic interviewed 80 men. In 2024 it had met 24, one in five of"
            " those it"
            " asked for."
        ),
        "Із 250 іноземців 100, або 40 відсотків, азіати. Ще 62, кожен четвертий, ні.",
        "Четверть лагерей закрыта: 30 из 120 бараков снесли.",
        "진료소는 포로 80명을 면담했다. 다섯 명 중 한 명꼴인 16명이 거부했다.",
    ],
)
def test_share_of_others(text: str) -> None:
    """A share that comes out, of another property or of another whole."""
    assert alarms(article(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "The mission interviewed 13 prisoners. Eight reject a return, four have not"
            " decided and two did not answer."
        ),
        (
            "Of the 13 interviewed, eight refuse to return, three are undecided and one"
            " declined to answer."
        ),
        (
            "У полоні перебувають 13 корейців. Проти повернення восьмеро, четверо ще не"
            " визначилися, двоє промовчали."
        ),
        (
            "Миссия опросила 13 пленных. Восемь отказываются возвращаться, трое"
            " колеблются, один от разговора уклонился."
        ),
        (
            "면담한 포로 13명 중 8명이 송환에 반대했고 4명은 결정을 미뤘으며 2명은"
            " 답변하지 않았다."
        ),
        (
            "조사단은 포로 13명을 만났다. 8명은 송환을 거부했고 3명은 아직"
            " 결정하지 못했으며"
            " 1명은 답하지 않았다."
        ),
    ],
)
def test_answers_that_do_not_add_up(text: str) -> None:
    """Everybody gives one answer, and no answer is one."""
    assert alarms(article(text))


@pytest.mark.parametrize(
    "text",
    [
        (
            "The mission interviewed 13 prisoners. Eight reject a return, four have not"
            " decided and one did not answer."
        ),
        (
            "The mission interviewed 13 prisoners. Eight reject a return, five of"
            " them in"
            " writing, and four have not decided."
        ),
        (
            "The mission interviewed 13 prisoners. Two refused food, three asked"
            " to call"
            " home and four would not speak about the front."
        ),
        (
            "Місія опитала 13 полонених. Вісім відмовляються повертатися, двоє"
            " вагаються,"
            " решта не відповіли."
        ),
        (
            "Миссия опросила 13 пленных. Двое отказались от обмена, трое хотят домой,"
            " четверо не знают языка."
        ),
        (
            "조사단은 포로 13명을 만났다. 8명은 송환을 거부했고 3명은 망설였으며"
            " 나머지는 답하지"
            " 않았다."
        ),
    ],
)
def test_answers_that_add_up_or_are_not_all(text: str) -> None:
    """All of them, some without a number, some told twice, and no answers at all."""
    assert alarms(article(text)) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            (
                "The governor said that of 240 men who came back not one had been"
                " sent to"
                " the front. The clinic counts at least 45 who are at the front again."
            ),
            {"not one", "at least 45"},
        ),
        (
            (
                "No prisoner has died in the camp, the ministry insists. Lawyers have"
                " documented 14 deaths there."
            ),
            {"No prisoner", "14"},
        ),
        (
            (
                "Губернатор заявил, что из 240 вернувшихся на фронт не отправили"
                " никого. По"
                " данным клиники, снова воюют на передовой 45 человек."
            ),
            {"никого", "45"},
        ),
        (
            (
                "Губернатор заявив, що жодного з 240 обміняних на фронт не"
                " відправили. За"
                " підрахунками клініки, на передову повернулися щонайменше 45."
            ),
            {"жодного", "щонайменше 45"},
        ),
        (
            (
                "수용소 측은 아무도 숨지지 않았다고 주장했다. 변호인단에 따르면"
                " 14명이 사망했다."
            ),
            {"아무도", "14"},
        ),
    ],
)
def test_what_one_side_denies(text: str, numbers: set[str]) -> None:
    """Nobody, says one; so many, says the other, of one deed."""
    assert alarms(article(text)) == [numbers]


@pytest.mark.parametrize(
    "text",
    [
        (
            "The governor said not one had been sent to the front. The clinic"
            " treated 45"
            " men in May, it says."
        ),
        (
            "No woman has died in the camp, the ministry insists. Lawyers have"
            " documented"
            " 14 deaths of men there."
        ),
        (
            "None of the foreigners was exchanged, officials say. According to the"
            " headquarters, 146 Ukrainians were exchanged in August."
        ),
        (
            "The ministry said that nobody was sent to the front in 2023. The"
            " ministry said"
            " that 45 were sent to the front in 2024."
        ),
        (
            "В министерстве утверждают, что в лагере никто не умер. Адвокаты"
            " навестили 14"
            " человек."
        ),
        (
            "Губернатор заявив, що жодного на фронт не відправили. За словами"
            " лікарів, 45"
            " людей поранені."
        ),
        (
            "국방부는 한 명도 전선에 보내지 않았다고 밝혔다. 단체는 45명을 면담했다고"
            " 밝혔다."
        ),
    ],
)
def test_what_nobody_denies(text: str) -> None:
    """Other deeds, other groups, other years."""
    assert alarms(article(text)) == []


def dated(day: str, text: str) -> str:
    """Make an article with a day."""
    return f"Report on the North\n\n{day}\n\n{text}\n"


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        (
            "North Korea has sent 12,000 soldiers since October 2024, officials say.",
            (
                "Since the first North Korean units crossed the border in July"
                " 2024, the"
                " ministry has counted 12,000 men."
            ),
            True,
        ),
        (
            "North Korea has sent 12,000 soldiers since October 2024, officials say.",
            "North Korea has sent 12,000 soldiers since July 2024, the ministry said.",
            False,
        ),
    ],
)
def test_first_sending(one: str, two: str, *, apart: bool) -> None:
    """What began with the first units began then; a count may begin later."""
    found = alarms(dated("4 September 2025", one), dated("6 September 2025", two))
    assert bool(found) is apart


def test_troops_in_a_report_of_this_month() -> None:
    """The month of the report is not that of the sending."""
    one = (
        "연구소는 이달 보고서에서 러시아에 파병된 북한군을 모두 1만1000명 안팎으로"
        " 집계했다."
    )
    two = (
        "북한은 2024년 10월 이후 러시아에 북한군 약 1만5000명을 보냈다고 국방부가"
        " 밝혔다."
    )
    texts = [f"북한군 파병\n\n2025년 10월 27일\n\n{text}\n" for text in (one, two)]
    assert alarms(*texts)


FOREIGNERS = (
    "On 1 October 2025 Ukraine was holding over 200 foreign nationals, the group said."
)


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        (("Станом на 1 жовтня 2025 року в Україні було не більше 150 полонених із"
         " третіх країн, каже депутат."), True),
        (("Особая глава — иностранцы. На 1 октября 2025 года в украинском плену их"
         " было не больше 150, говорит депутат."), True),
        (("Станом на 1 жовтня 2025 року в Україні було не більше 250 полонених із"
         " третіх країн, каже депутат."), False),
        (("Станом на 1 жовтня 2025 року в Україні було не більше 150 полонених"
         " північнокорейців, каже депутат."), False),
    ],
)  # fmt: skip
def test_foreigners_held_on_one_day(other: str, *, apart: bool) -> None:
    """People "from third countries", and "they" of whom the sentence before speaks."""
    found = alarms(
        dated("4 October 2025", FOREIGNERS), f"Звіт\n\n4 жовтня 2025\n\n{other}\n"
    )
    assert bool(found) is apart


@pytest.mark.parametrize(
    ("later", "apart"), [("no more than six", True), ("at least eight", False)]
)
def test_north_koreans_held_in_one_month(later: str, *, apart: bool) -> None:
    """Of those held fewer a fortnight later is apart; more may have been captured."""
    found = alarms(
        dated("4 October 2025", "Eight North Koreans are now in Ukrainian custody."),
        dated(
            "19 October 2025",
            f"Ukraine holds 300 foreigners. North Koreans among them number {later}.",
        ),
    )
    assert bool(found) is apart


def test_one_exchange_and_all_since_january() -> None:
    """What one speaker counts on a day is no rival of another's count of a year."""
    text = (
        "Домой вернулись 185 украинских военных, сообщил Координационный штаб в Киеве."
        " С начала года, по подсчётам уполномоченного, обменяли больше 6500 украинских"
        " военных."
    )
    assert alarms(f"Обмен пленными\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Анкеты заполнили 64 человека. Из заполнивших 48 — ровно две трети — за.",
            {"64", "48", "две трети"},
        ),
        (
            (
                "The survey met 412 people. Some 103 respondents, or 35% of all asked,"
                " agreed."
            ),
            {"412", "Some 103", "35%"},
        ),
    ],
)
def test_a_share_of_all_who_were_asked(text: str, numbers: set[str]) -> None:
    assert alarms(text + "\n") == [numbers]


def test_a_clause_that_a_copy_took_over() -> None:
    """The words on both sides of a number hold its place, if all else is new."""
    source = (
        "우편물\n\n뜻대로 하게 해 달라는 청원에 이름을 올린 시민 1240명의 편지도 상자째"
        " 건넸다. 부소장은 우편물이 많다고 했다.\n"
    )
    copy = (
        "상자\n\n방문단은 청원에 이름을 올린 시민 1420명의 편지도 상자째 건넸다."
        " 그 가운데 37통은 독자가 썼다.\n"
    )
    assert {"1240", "1420"} in alarms(source, copy, family=True)


def test_who_is_left_over_hangs_on_who_was_told_of() -> None:
    """The other one, and the other two: of three, two or one were told of before."""
    source = (
        "포로\n\n포로는 모두 3명이다. 22세와 27세 병사가 있다. 나머지 한 명은 소위다.\n"
    )
    copy = "포로\n\n포로는 모두 3명이다. 소위는 따로 있다. 나머지 두 명은 사병이다.\n"
    assert alarms(source, copy, family=True) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "About 14,000 troops were sent, few captured. Some 24,000 people signed the"
            " petition for the captured men."
        ),
        "파병된 병력은 1만4천여 명이다. 포로 이송 청원에는 2만4천명이 서명했다.",
    ],
)
def test_who_signs_for_prisoners_is_none(text: str) -> None:
    assert alarms(text + "\n") == []


def test_more_were_taken_in_all_the_war_than_are_held_now() -> None:
    one = "Лагерь\n\nС начала войны в плен попали 389 иностранцев.\n"
    two = "Camp\n\nA spokesman said 212 captured foreigners are held now.\n"
    assert alarms(one, two) == []


def test_who_signed_contracts_is_not_held() -> None:
    one = (
        "Kyiv\n\nKenyan lawmakers met two prisoners of war in Kyiv as it said that over"
        " 16,000 foreigners from 46 countries had signed contracts with Russia.\n"
    )
    two = "Kyiv\n\nUkraine holds 212 foreigners as prisoners of war.\n"
    assert alarms(one, two) == []
