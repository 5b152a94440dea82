"""Figures of invented reports."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from safeconduct.text import Figure, FigureKind, find_figures, read
from safeconduct.text.roles import Role


def figures(text: str) -> tuple[Figure, ...]:
    return find_figures(read(text.encode()))


def roles(found: Iterable[Figure]) -> list[tuple[str, str]]:
    return [(figure.text, figure.role.value) for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry said 300 soldiers were killed and 2,700 wounded.",
            [("300", "killed"), ("2,700", "wounded")],
        ),
        (
            "They killed 300 soldiers and wounded 2,700.",
            [("300", "killed"), ("2,700", "wounded")],
        ),
        (
            "About 11,000 troops were deployed, of whom 1,000 were killed or wounded.",
            [("About 11,000", "troops_sent"), ("1,000", "casualties")],
        ),
        ("The capture of two soldiers was confirmed.", [("two", "captured")]),
        (
            "At least two men, captured in spring, want to defect to South Korea.",
            [("At least two", "persons_wishing_rok")],
        ),
        ("Three men are considering defecting.", [("Three", "persons_undecided")]),
        (
            "Ukraine exchanged 150 prisoners of war in May 2025.",
            [("150", "exchanged")],
        ),
        (
            "Seven prisoners do not want to go home.",
            [("Seven", "persons_refusing_return")],
        ),
        (
            "Семеро отказались возвращаться на родину.",
            [("Семеро", "persons_refusing_return")],
        ),
        (
            "Сім полонених заявили, що не хочуть повертатися додому.",
            [("Сім", "persons_refusing_return")],
        ),
        (
            "포로 7명이 북한으로 돌아가고 싶지 않다고 했다.",
            [("7", "persons_refusing_return")],
        ),
        (
            "Никто из них не хотел возвращаться домой.",
            [("Никто", "persons_wishing_return")],
        ),
        ("The camp also has three North Koreans.", [("three", "captured")]),
        ("В колонии сидят двое северных корейцев.", [("двое", "captured")]),
        (
            "В лагере держат около 300 человек.",
            [("около 300", "captured")],
        ),
        (
            "The fund interviewed 80 prisoners, and 20 of them were wounded.",
            [("80", "other"), ("20", "wounded")],
        ),
        (
            "Шестеро з них потрапили в полон пораненими.",
            [("Шестеро", "wounded")],
        ),
        (
            "Потери составили 300 убитыми и 900 ранеными.",
            [("300", "killed"), ("900", "wounded")],
        ),
        (
            "Видео посмотрели 1,3 млн раз.",
            [("1,3 млн", "other")],
        ),
        (
            "Обмен был утром: домой вернулись 90 военных.",
            [("90", "exchanged")],
        ),
        (
            "Since the invasion 4,000 prisoners have come home in exchanges.",
            [("4,000", "exchanged")],
        ),
        (
            "Речник проєкту «Дорога додому» говорить про 70 полонених.",
            [("70", "captured")],
        ),
        (
            "포로 80명이 돌아왔다. 이 가운데 73명이 세상을 떠났다.",
            [("80", "returned"), ("73", "killed")],
        ),
        (
            "They put the value of shells and rockets shipped at $2 billion.",
            [("$2 billion", "arms_sales")],
        ),
        (
            "They sent another 500 soldiers.",
            [("another 500", "troops_sent_additional")],
        ),
        (
            "He served in the army for three years.",
            [("three years", "years_of_service")],
        ),
        (
            "북한군 약 1만1천 명이 파병됐고 300여 명이 사망했다.",
            [("약 1만1천", "troops_sent"), ("300여", "killed")],
        ),
        ("북한군 병사 2명을 생포했다고 밝혔다.", [("2", "captured")]),
        (
            "Some 4,000 of them, roughly a third, have been killed.",
            [("Some 4,000", "killed"), ("roughly a third", "killed_share")],
        ),
        (
            "Of 60 men in the company, 30, or about half, were wounded.",
            [("60", "other"), ("30", "wounded"), ("about half", "wounded_share")],
        ),
        (
            "파병 규모를 약 1만1천 명으로 추산했으며 1천 명 이상이 추가 파병됐다.",
            [("약 1만1천", "troops_sent"), ("1천 명 이상", "troops_sent_additional")],
        ),
        (
            "Девять из четырнадцати попали в плен ранеными.",
            [("Девять", "wounded"), ("четырнадцати", "other")],
        ),
        ("Один из четырнадцати писал отцу.", [("четырнадцати", "other")]),
        (
            "Восьмеро з них поранені, а чотирьом потрібна операція.",
            [("Восьмеро", "wounded"), ("чотирьом", "other")],
        ),
        (
            (
                "В плену 320 иностранцев. Корейцев среди них, по данным штаба, не более"
                " семи, и двое просятся домой."
            ),
            [
                ("320", "captured"),
                ("не более семи", "captured"),
                ("двое", "persons_wishing_return"),
            ],
        ),
        ("He enlisted at twenty-two and wants to go home.", []),
        ("The report ran to 142 pages.", []),
        ("Гаряча лінія: 0 800 123 456", []),
        ("Це шістдесят четвертий обмін.", []),
        (
            "Понад 3 тис. солдатів загинули або були поранені.",
            [("Понад 3 тис.", "casualties")],
        ),
        ("У полон узяли двох військових.", [("двох", "captured")]),
        (
            "Около 4 тысяч военнослужащих были отправлены туда.",
            [("Около 4 тысяч", "troops_sent")],
        ),
    ],
)
def test_role(text: str, expected: list[tuple[str, str]]) -> None:
    """What is counted is told by the words around the number."""
    assert roles(figures(text)) == expected


def test_share_without_a_base() -> None:
    """A base that the text does not give is unstated, never guessed."""
    (found,) = figures("Around 40 percent were killed.")
    assert found.kind is FigureKind.SHARE
    assert found.low == found.high == Decimal("0.4")
    assert found.base == "unstated"
    assert found.approx


def test_share_of_those_captured() -> None:
    """A base that the text gives is kept, and it is not taken for the deed."""
    (found,) = figures("30-40 percent of those captured were wounded.")
    assert (found.role, found.base) == (Role.WOUNDED_SHARE, "captured")


def test_more_than_half() -> None:
    """Fractions take qualifiers like any number."""
    (found,) = figures("More than half of the troops were killed.")
    assert (found.low, found.low_open, found.high) == (Decimal("0.5"), True, None)


def test_money() -> None:
    """Money keeps its currency; no rate is applied."""
    (found,) = figures("Arms sales worth over €2.5 million were made in 2022.")
    assert found.role is Role.ARMS_SALES
    assert (found.currency, found.low) == ("EUR", Decimal(2_500_000))
    assert found.low_open


def test_age() -> None:
    """An age is read and never compared."""
    (found,) = figures("The soldier, a 24-year-old driver, was treated.")
    assert found.role is Role.AGE
    assert found.low == Decimal(24)
    assert not found.compare


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("by January 2025", None, date(2025, 1, 31)),
        ("since 2024", date(2024, 1, 1), None),
        ("in 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("in late 2023", date(2023, 10, 1), date(2023, 12, 31)),
        ("on 3 May 2025", date(2025, 5, 3), date(2025, 5, 3)),
    ],
)
def test_period(text: str, start: date | None, end: date | None) -> None:
    """The period of the sentence is the figure's."""
    (found,) = figures(f"Some 300 soldiers were captured {text}.")
    assert found.period is not None
    assert (found.period.start, found.period.end) == (start, end)


def test_month_without_a_year() -> None:
    """A bare month takes the year the same text gives it, marked as inferred."""
    found = figures("By March 2025, 90 men were captured. In March 20 men were killed.")
    assert found[1].period is not None
    assert found[1].period.start == date(2025, 3, 1)
    assert (found[1].period.resolution, found[1].period.evidence) == (
        "inferred",
        "By March 2025",
    )


def test_month_that_nothing_dates() -> None:
    """A bare month of an undated text has no period."""
    (found,) = figures("In March 20 men were captured.")
    assert found.period is None


@pytest.mark.parametrize(
    ("text", "who", "certainty"),
    [
        ("20 men were captured.", ["author"], "asserted"),
        ("The ministry said that 20 men were captured.", ["ministry"], "asserted"),
        ("20 men were captured, the ministry said.", ["ministry"], "asserted"),
        ("The envoy claimed that 20 men were captured.", ["envoy"], "claimed"),
        ("Officials estimate that 20 men were killed.", ["Officials"], "estimate"),
        ("Some 20 men were reportedly captured.", ["unnamed"], "reported"),
        (
            "Seoul says that Kyiv confirmed that 20 men were captured.",
            ["Seoul", "Kyiv"],
            "asserted",
        ),
        ("According to local media, 20 men died.", ["local media"], "reported"),
        ("20 men may have been captured.", ["author"], "hedged"),
        ("당국에 따르면 20명이 사망했다.", ["당국"], "reported"),
    ],
)
def test_attribution(text: str, who: list[str], certainty: str) -> None:
    """The chain runs from the outermost speaker inwards."""
    (found,) = figures(text)
    assert [speaker.who for speaker in found.attribution] == who
    assert found.certainty == certainty


def test_number_withdrawn_by_a_correction() -> None:
    """What a correction withdraws is no figure; what it puts there is marked."""
    (found,) = figures(
        "An earlier version of this article said 500 soldiers were captured;"
        " the correct figure is 50 soldiers captured."
    )
    assert found.low == Decimal(50)
    assert found.corrected


def test_value_that_replaces_another() -> None:
    """The value that stands after a correction is compared like any other."""
    (found,) = figures(
        "The ministry corrected its earlier figure, saying 14 soldiers, not 40,"
        " had been captured."
    )
    assert (found.low, found.role) == (Decimal(14), Role.CAPTURED)
    assert found.corrected
    assert found.compare


def test_speaker_of_a_quotation_that_goes_on() -> None:
    """A quotation without a speaker of its own is that of the sentence before."""
    *_, found = figures(
        "“We were at the river,” medic Anna Torv said. “About 40 soldiers died.”"
    )
    assert found.attribution[-1].who == "Anna Torv"


def test_speaker_inside_a_quotation() -> None:
    """A Korean quotation may itself name who says so."""
    (found,) = figures(
        '위원회 간사는 "정보당국은 병력 2천 명이 송환된 것으로 추정했다"고 전했다.'
    )
    assert [speaker.who for speaker in found.attribution] == ["위원회 간사", "정보당국"]


def test_number_in_boilerplate() -> None:
    """Boilerplate holds no figures."""
    found = figures(
        "Camp visited\n\n20 men were captured.\n\nRead also: 300 men were captured"
    )
    assert roles(found) == [("20", "captured")]


def test_wrapped_lines() -> None:
    """A figure may stand on two lines of a wrapped paragraph."""
    (found,) = figures("They sent between 10,000\nand 12,000 troops to the north.")
    assert (found.low, found.high) == (Decimal(10_000), Decimal(12_000))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            (
                "The intelligence service puts the force sent at about 9,000 men. By "
                "May, it says, 2,100 had been killed."
            ),
            "intelligence service",
        ),
        (
            "В лагере держат троих солдат. Об этом сообщает служба «Север».",
            "служба «Север",
        ),
        (
            (
                "За оцінкою розвідки, відправили 9 тисяч військових. Втрати "
                "перевищили 2 тисячі осіб."
            ),
            "розвідка",
        ),
        (
            "이를 감시단은 9명이라고 밝혔다. 이 가운데 5명은 다친 상태였다.",
            "감시단",
        ),
        (
            "“We counted eleven graves,” said Pavlo Horobets, a volunteer.",
            "Pavlo Horobets",
        ),
        ("Семеро человек рассказали о побоях.", "author"),
        ("Eleven of the prisoners said they had been beaten.", "author"),
        (
            (
                "27 had been listed as missing, Petro Hnatiuk, the headquarters’ "
                "spokesman, told reporters."
            ),
            "Petro Hnatiuk",
        ),
        ("За минулу добу Генштаб повідомив про 40 загиблих.", "Генштаб"),
    ],
)
def test_speaker_of_another_sentence_or_case(text: str, who: str) -> None:
    """Who was named before or after speaks; those who are counted do not."""
    figure = next(
        figure
        for figure in reversed(figures(text))
        if figure.kind is not FigureKind.AGE
    )
    assert who in figure.attribution[-1].who


def test_speaker_does_not_cross_a_paragraph() -> None:
    """What a new paragraph counts is the author's again."""
    found = figures(
        "According to the ministry, 300 men were killed.\n\nIn all 40 of them were wo"
        "unded."
    )
    assert [figure.attribution[-1].who for figure in found] == ["ministry", "author"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "한국에 가겠다고 한 사람이 5명, 북한으로 돌아가겠다고 한 사람이 2명, "
                "정하지 못한 사람이 3명이다."
            ),
            ["persons_wishing_rok", "persons_wishing_return", "persons_undecided"],
        ),
        (
            "송환을 원하는 포로는 4명, 한국행은 2명이다.",
            ["persons_wishing_return", "persons_wishing_rok"],
        ),
        (
            "사상자를 합치면 약 9000명으로 파병 인원의 60%다.",
            ["casualties", "casualty_share"],
        ),
        ("방송 9개사가 내보낸 기사는 51건이다.", ["other", "other"]),
        ("지금까지 9000명이 러시아 땅을 밟았다.", ["troops_sent"]),
        ("До Росії вирушило 9 тисяч солдатів.", ["troops_sent"]),
        (
            "На войну поехали 900 солдат, двое поехали домой.",
            ["troops_sent", "returned"],
        ),
        ("Жоден полонений до Сеула не приїхав.", ["other"]),
        ("Серед полонених немає жодного офіцера.", ["captured"]),
        ("Кожен шостий пробув у полоні більше двох років.", ["other", "other"]),
        ("До полону потрапили 12 солдатів, поранено 40.", ["captured", "wounded"]),
        ("Пленных там 40, раненых 12.", ["captured", "wounded"]),
        ("Погибли сорок человек, ранены двести.", ["killed", "wounded"]),
        ("They delivered 3,800 letters.", ["other"]),
        ("Її фонд передав до табору двадцять словників.", ["other"]),
        ("Ward costs come to $4,000 a month.", ["other"]),
        ("병동 운영에는 한 달에 6000만 원이 든다.", ["other"]),
        ("Солдатам платять 2000 доларів на місяць.", ["pay"]),
        (
            (
                "«Восьмеро сказали, що не повернуться. Двоє вагаються, троє просяться "
                "додому»."
            ),
            [
                "persons_refusing_return",
                "persons_undecided",
                "persons_wishing_return",
            ],
        ),
        (
            "6명은 돌아가지 않겠다고 했고 3명은 집에 보내 달라고 한다.",
            ["persons_refusing_return", "persons_wishing_return"],
        ),
        ("시민 900명이 보내 준 돈이다.", ["other"]),
        ("300여 명이 다쳐 사상자는 모두 450명이다.", ["wounded", "casualties"]),
        ("Погибших солдат уже не менее 900, не считая раненых.", ["killed"]),
        ("Письменные отказы подали 40 человек.", ["persons_refusing_return"]),
        ("A grant of $2,000 a month is paid to each.", ["other"]),
        ("성인 900명에게 물은 결과 60%가 포로 수용에 찬성했다.", ["other", "other"]),
        ("He met several. The camp holds 14 Kenyans.", ["other", "captured"]),
        ("The delegates visited 1,100 prisoners on both sides.", ["other"]),
    ],
)
def test_role_of_a_class(text: str, expected: list[str]) -> None:
    """Korean cues stand before their number; post is no arms; costs are no pay."""
    found = [
        figure.role.value for figure in figures(text) if figure.role is not Role.AGE
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Половина писем не доходит, подсчитали в фонде. Из них дошли 40.", "author"),
        (
            "Ukraine holds six men, the ministry said. Three hope to reach Seoul.",
            "ministry",
        ),
        (
            "The bureau said 300 were held. However, nine want to go home.",
            "author",
        ),
        (
            "Ведомство, отвечающее за лагеря, впервые назвало число: умерли 70.",
            "Ведомство",
        ),
        (
            "Юрист Ігор Кравець, який веде справи, повідомив про 40 полонених.",
            "Ігор Кравець",
        ),
        (
            "Леся Гонта, дружина моряка, чекає. Листів прийшло 90, каже вона.",
            "Леся Гонта",
        ),
        (
            "За словами керівниці фонду Олени Гайової, у таборі 12 полонених.",
            "Олена Гайова",
        ),
        (
            "По словам руководителя центра Павла Котова, погибли 40 солдат.",
            "Павел Котов",
        ),
        (
            (
                "'포로의 벗 모임'은 회견을 열고 \"서둘러야 한다\"고 했다. 모임에 "
                "따르면 포로는 9명이다."
            ),
            "포로의 벗 모임",
        ),
        ("조사기관 새벽리서치가 성인 900명에게 물은 결과 61%였다.", "새벽리서치"),
        ("«Шестеро твердо сказали «ні». Ще двоє вагаються».", "author"),
        ("단체가 집계한 북한군 포로는 모두 열한 명이다.", "단체"),
        (
            '주도윤 위원은 "포로는 열 명"이라며 언론이 숫자를 옮겨 쓴다고 비판했다.',
            "주도윤",
        ),
        ('인권단체 한정호 사무국장(39)은 "적어도 5명"이라고 맞섰다.', "한정호"),
        (
            "당국은 9000명이 파병됐다고 봤다. 이 가운데 300명이 숨진 것으로 추산된다.",
            "당국",
        ),
        ("По сведениям штаба, в плену пятеро солдат.", "штаб"),
        ("Зимой направили 900 бойцов, считают в Сеуле.", "Сеуле"),
        ("Half of the captives wrote home, and 40 got letters.", "author"),
        ("Recruits fled, say those who survived. Of them, 40 died.", "author"),
    ],
)
def test_who_speaks_of_a_class(text: str, who: str) -> None:
    """A paragraph that reports goes on to; asides part a speaker from the verb."""
    last = [figure for figure in figures(text) if figure.kind is not FigureKind.AGE][-1]
    assert who in last.attribution[-1].who


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Из 5,2 млн рублей потратили 4,9 млн.", "RUB"),
        ("Платили 2,4 млн рублей. Годом раньше давали 1,1 млн.", "RUB"),
        ("Зібрали 45 тисяч злотих.", "PLN"),
        ("They raised 40,000 Swiss francs.", "CHF"),
        ("The county set aside Sh84 million.", "KES"),
        ("The agent took 150,000 Kenyan shillings.", "KES"),
    ],
)
def test_amount_of_money(text: str, currency: str) -> None:
    """A currency said once holds for the amount that goes on with it."""
    assert figures(text)[-1].currency == currency


def test_day_of_an_exchange() -> None:
    """Those who came home are counted for the day that the sentence before names."""
    text = (
        "Во вторник, 12 августа 2025 года, стороны провели обмен. Домой вернулись 85"
        " военных."
    )
    (figure,) = figures(text)
    assert figure.role is Role.EXCHANGED
    assert figure.period is not None
    assert figure.period.start == figure.period.end == date(2025, 8, 12)


def test_value_under_a_bound_is_not_withdrawn() -> None:
    """ "Not more than" withdraws nothing, "not 300, but 200" does."""
    bound = figures("КНДР послала не більше 4 тисяч солдатів, а загинуло менш як 90.")
    assert [figure.text for figure in bound] == ["не більше 4 тисяч", "менш як 90"]
    assert not any(figure.corrected for figure in bound)
    (stands,) = figures("Загинуло не 300, а 200 солдатів.")
    assert (stands.text, stands.corrected) == ("200", True)
