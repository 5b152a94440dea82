"""Of whom a text goes on to tell: without a name, without a subject, in a title."""

# ruff: noqa: E501  (an article is read whole)

from dataclasses import replace

import pytest

from safeconduct.disclosure import Exposure, Person, Register, scan
from safeconduct.disclosure.bearers import Sort, signs
from safeconduct.disclosure.details import details_in
from safeconduct.disclosure.mentions import Chains
from safeconduct.text.lines import classify
from safeconduct.text.sentences import sentences
from tests.disclosure.test_few import CAMP

WELDER = Person(
    "W", nationality="UZB", age=38, role="driver",
    capture_place="Kostiantynivka, Donetsk region", capture_month=(2025, 10), home="Fergana",
)  # fmt: skip
MEDIC = Person(
    "M", nationality="RUS", age=26, role="medic",
    capture_place="Toretsk, Donetsk region", capture_month=(2025, 5), home="Syzran",
)  # fmt: skip
SOL = Person(
    "S", names=("설광진", "Соль Гван Чин", "Sol Kwang-jin"), nationality="PRK", age=31,
    role="platoon commander", home="Sinpo",
)  # fmt: skip
HYO = Person(
    "H", names=("효상길", "Хё Сан Гиль", "Hyo Sang-gil"), nationality="PRK", age=23,
    role="sapper", home="Wonsan",
)  # fmt: skip
OTHERS = [
    Person(
        f"O{n}", nationality="PRK", age=18 + n, role="rifleman", capture_place="Sudzha"
    )
    for n in range(12)
]
PEOPLE = Register([WELDER, MEDIC, SOL, HYO, *OTHERS])


def found(language: str, told: str, person: str) -> tuple[str, Exposure]:
    """Scan an article; return its text and one person's exposure."""
    text = CAMP[language] + told + "\n"
    return text, next(each for each in scan(text, PEOPLE) if each.person == person)


def passages(text: str, exposure: Exposure) -> str:
    """Return all that gives somebody away, in one string."""
    return " | ".join(text[span.start : span.end] for span in exposure.spans)


@pytest.mark.parametrize(
    ("language", "told", "late"),
    [
        ("en", "A truck driver from Fergana, 38, sleeps badly. Near Kostiantynivka in October he gave himself up. He does not want to return to Russia.", "return to Russia"),
        ("uk", "Гірше тридцятивосьмирічному водієві з Фергани. Біля Костянтинівки в жовтні він здався в полон. До Росії не хоче повертатися.", "До Росії не хоче"),
        ("ru", "Труднее тридцативосьмилетнему водителю из Ферганы. У Константиновки в октябре он сдался в плен. В Россию возвращаться не хочет.", "возвращаться не хочет"),
        ("ko", "우즈베키스탄 페르가나 출신의 38세 운전병도 있다. 10월 코스탼티니우카 근처에서 붙잡혔다. 러시아로 돌아가고 싶지 않다고 했다.", "돌아가고 싶지 않"),
    ],
)  # fmt: skip
def test_details_gather_over_a_paragraph(language: str, told: str, late: str) -> None:
    """Trade, home, place and month of capture, and a wish, of one without a name."""
    text, exposure = found(language, told, "W")
    assert exposure.k == 1
    assert late in passages(text, exposure)


@pytest.mark.parametrize(
    ("language", "told", "late"),
    [
        ("en", "The youngest woman is a medic from Syzran. She is 26. She was captured near Toretsk in May and does not want to be exchanged.", "Toretsk"),
        ("uk", "Наймолодша співрозмовниця — медик із Сизрані, їй двадцять шість. Її захопили в травні під Торецьком. Вона не хоче на обмін.", "Торецьком"),
        ("ru", "Самая молодая собеседница — медик из Сызрани, ей двадцать шесть. Её взяли в плен в мае под Торецком. Она не хочет на обмен.", "Торецком"),
        ("ko", "유일한 여성 포로는 시즈란 출신의 26세 의무병이다. 그녀는 5월 토레츠크에서 붙잡혔다.", "토레츠크"),
    ],
)  # fmt: skip
def test_a_woman_is_followed_too(language: str, told: str, late: str) -> None:
    """She is brought in by such a word, and her pronouns go on with her."""
    text, exposure = found(language, told, "M")
    assert exposure.k == 1
    assert late in passages(text, exposure)


def test_a_mother_is_not_the_prisoner() -> None:
    """What she does is told of her, and his next sentence of him."""
    told = "Sol Kwang-jin, 31, a platoon commander, fears for his mother. She sings in a choir. He wants to stay in South Korea."
    text, exposure = found("en", told, "S")
    assert "South Korea" in passages(text, exposure)


@pytest.mark.parametrize(
    ("language", "told", "late"),
    [
        ("ru", "Командир взвода Соль Гван Чин молчалив: ему тридцать один. Родом Соль из Синпхо, отец и брат рыбачат.", "Синпхо"),
        ("uk", "Командир взводу Соль Гван Чин мовчазний: йому тридцять один. Двічі Соль просив відправити його до Сеула.", "до Сеула"),
    ],
)  # fmt: skip
def test_a_surname_after_an_adverb(language: str, told: str, late: str) -> None:
    """An adverb with a capital is no given name of somebody else."""
    text, exposure = found(language, told, "S")
    assert late in passages(text, exposure)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ru", "Сапёру Хё Сан Гилю двадцать три. Его нашли под Русской Поляной. Он мечтает выучиться на повара."),
        ("uk", "Саперу Хьо Сан Гілю двадцять три. До війни він був водієм. Він мріє вивчитися на кухаря."),
        ("en", "Hyo Sang-gil, a 23-year-old sapper, dreams of training as a cook. Before the war he was a driver."),
        ("ko", "효상길(23)은 공병이다. 그는 요리사가 되고 싶다. 전쟁 전에는 운전수였다."),
    ],
)  # fmt: skip
def test_a_trade_before_or_after_is_no_post(language: str, told: str) -> None:
    """It contradicts neither his post nor his record."""
    register = Register([*PEOPLE.persons, Person("N", ("Хьо Сан Гіль",), nationality="PRK", age=23, role="sapper")])  # fmt: skip
    text = CAMP[language] + told + "\n"
    assert {"H", "N"} & {each.person for each in scan(text, register)}


@pytest.mark.parametrize(
    ("title", "language", "body"),
    [
        (
            "“Mornings I say yes, evenings I say no”: what prisoners of war expect",
            "en",
            (
                "Hyo Sang-gil, a 23-year-old sapper, wants to go to South Korea.\n\n"
                "Sol Kwang-jin, 31, a platoon commander, cannot decide. “In the mornings I say yes, in the evenings I say no,” he said.\n\n"
            ),
        ),
        (
            "«Утром говорю да, вечером говорю нет»: чего ждут военнопленные",
            "ru",
            (
                "Сапёр Хё Сан Гиль, 23 года, хочет в Южную Корею.\n\n"
                "Командир взвода Соль Гван Чин, 31 год, не может решить. «Утром говорю да, а вечером говорю нет», — признался он.\n\n"
            ),
        ),
    ],
)
def test_a_title_repeats_somebodys_words(title: str, language: str, body: str) -> None:
    """They are his who says them below, and not the first one's."""
    text = title + "\n\n" + CAMP[language] + body
    by = {each.person: each for each in scan(text, PEOPLE)}
    assert title[1:8] in passages(text, by["S"])
    assert title[1:8] not in passages(text, by["H"])


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The panel on prisoners will be led by the swimmer turned campaigner Sol Kwang-jin as moderator."),
        ("ru", "Вечер о пленных ведёт активист Соль Гван Чин."),
    ],
)  # fmt: skip
def test_a_trade_beside_a_bare_name_is_somebody_elses(language: str, told: str) -> None:
    """A name and nothing else is not enough where it has a trade of civil life."""
    assert scan(CAMP[language] + told + "\n", PEOPLE) == ()


def test_a_register_keeps_the_town_before_a_comma() -> None:
    """Of a town no table knows, its name is compared, and not the region alone."""
    told = "A 38-year-old driver was captured near Rozkishne in October."
    near = Person("A", nationality="UZB", age=38, role="driver", capture_place="Rozkishne, Kursk region", capture_month=(2025, 10))  # fmt: skip
    far = Person("B", nationality="UZB", age=38, role="driver", capture_place="Veselka, Kursk region", capture_month=(2025, 10))  # fmt: skip
    found_ = scan(CAMP["en"] + told + "\n", Register([near, far, *OTHERS]))
    assert [each.person for each in found_] == ["A"]


@pytest.mark.parametrize(
    ("language", "told", "other"),
    [
        ("en", "Sol Kwang-jin, 31, a platoon commander, was taken alone. His comrade Hyo died on the road to the river, the investigators believe.", "Hyo"),
        ("uk", "Соль Гван Чин, 31 рік, командир взводу, пробув у погребі дві доби, повідомив президент Остап Гринь.", "Остап Гринь"),
    ],
)  # fmt: skip
def test_a_story_leaves_out_others_names(language: str, told: str, other: str) -> None:
    """What a story tells of somebody stops where it names somebody else."""
    text, exposure = found(language, told, "S")
    assert other not in passages(text, exposure)


@pytest.mark.parametrize(
    "told",
    [
        "No prisoner will be returned against his will, the spokesman Ostap Hryn said.",
        "Жодного полоненого не повернуть проти його волі, сказав речник Остап Гринь.",
        "Ни одного пленного не вернут против его воли, сказал представитель Остап Гринь.",
        "어떤 포로도 본인 의사에 반해 돌려보내지 않겠다고 그린 대변인이 말했다.",
    ],
)
def test_any_prisoner_is_none_in_particular(told: str) -> None:
    """What is promised to every prisoner is no wish of the one told of before."""
    text, exposure = found("en", f"Sol Kwang-jin, 31, leads a platoon.\n\n{told}", "S")
    assert not [s for s in exposure.spans if s.start >= text.index(told[:12])]


DRIVERS = [
    Person(
        f"D{age}", nationality="PRK", age=age, role="driver",
        capture_place="Korenevo, Kursk region", capture_month=(2025, 4),
    )
    for age in (20, 23)
]  # fmt: skip
ELDER = Person(
    "E", nationality="PRK", age=41, home="Hamhung",
    capture_place="Pogrebki, Kursk region", capture_month=(2025, 2),
)  # fmt: skip
CLERK = Person(
    "C", nationality="LKA", age=36, role="rifleman",
    capture_place="Toretsk, Donetsk region", capture_month=(2025, 4), home="Galle",
)  # fmt: skip
OPENED = {
    "en": (
        "Two of the North Korean prisoners, aged 20 and 23, were both drivers. They were captured near Korenevo in April.\n\n"
        "Forty-one years old and from Hamhung, a third one surrendered near Pogrebki in February.\n"
    ),
    "ko": (
        "북한군 포로 가운데 가장 어린 두 명은 20살과 23살로, 둘 다 운전병이었다. 4월 코레네보 인근에서 함께 붙잡혔다.\n\n"
        "함흥 출신의 마흔한 살 상급병사는 2월 포그레브키에서 제 발로 걸어 나와 투항했다.\n"
    ),
    "ru": (
        "Двое северокорейских пленных, 20 и 23 лет, оба водители, попали в плен под Коренево в апреле.\n\n"
        "Сорокаоднолетний уроженец Хамхына сдался в плен у Погребков в феврале.\n"
    ),
}


@pytest.mark.parametrize("language", OPENED)
def test_a_paragraph_that_opens_with_an_age_brings_in_somebody_new(
    language: str,
) -> None:
    register = Register([*DRIVERS, ELDER, *OTHERS])
    text = CAMP[language] + OPENED[language]
    assert {"D20", "D23", "E"} <= {each.person for each in scan(text, register)}


def test_a_trade_in_peace_does_not_speak_against_a_post_in_war() -> None:
    text = (
        CAMP["en"]
        + "A Sri Lankan of 36, a clerk from Galle before he signed, served as"
        " a rifleman and was captured near Toretsk in April.\n"
    )
    register = Register([CLERK, *DRIVERS, *OTHERS])
    assert "C" in {each.person for each in scan(text, register)}


def test_a_second_line_is_no_second_prisoner() -> None:
    """Whoever speaks of it is not a man who was taken."""
    text = (
        CAMP["en"] + "The council opened a second tram line, said Sang-gil Hyo, 23.\n"
        "Rights groups want asylum for those who surrender.\n"
        "The army said it had captured two villages near Bakhmut.\n"
    )
    register = Register([replace(HYO, role=None, home=None), *NAMESAKES])
    assert not any(
        "Hyo" in text[s.start : s.end] for e in scan(text, register) for s in e.spans
    )


@pytest.mark.parametrize(
    ("said", "brought"),
    [
        ("A second tram line opened.", False),
        ("The third reservoir was drained.", False),
        ("A second convoy carried wounded men.", False),
        ("A second, aged 24, was silent.", True),
        ("The third was a mortarman.", True),
        ("The second of them wept.", True),
        ("A second captured North Korean wept.", True),
        ("The fourth man wept.", True),
        ("The second attached to the unit wept.", True),
    ],
)
def test_an_ordinal_of_a_thing_and_of_a_man(said: str, *, brought: bool) -> None:
    """What there is a second of decides, or that it acts on its own."""
    found = signs(said, (), tuple(details_in(said)), 0)
    assert any(sign.sort is Sort.OTHER for sign in found) is brought


NAMESAKES = [
    Person(f"N{n}", names=("효상길",), nationality="PRK", age=20 + n) for n in range(3)
]


@pytest.mark.parametrize(
    ("said", "brought"),
    [
        ("A welder from Osh stood by the door.", True),
        ("Одну историю знаю сама: сварщик из Оша, двадцать восемь лет.", True),
        ("A reporter from Seoul stood by the door.", False),
        ("An officer from Kyiv counted them.", False),
        ("Сварщик из Оша молчал.", False),
    ],
)
def test_a_trade_and_a_town_bring_in_somebody_new(said: str, *, brought: bool) -> None:
    """What is told then is not of him who was spoken of before."""
    sorts = {sign.sort for sign in signs(said, (), tuple(details_in(said)), 0)}
    assert (Sort.NEWCOMER in sorts) is brought


WARD = {
    "en": (
        "Two prisoners lie there. One is twenty, and a bullet broke his jaw. The other is"
        " forty; he is on crutches. "
    ),
    "uk": (
        "У палаті двоє полонених. Одному двадцять років, куля роздробила йому щелепу."
        " Другому сорок, він на милицях. "
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "told", "age"),
    [
        ("en", "The boy with the jaw stayed behind.", 20),
        ("en", "The man on crutches went to the camp.", 40),
        ("uk", "Хлопець зі щелепою лишився.", 20),
        ("uk", "Чоловік на милицях поїхав до табору.", 40),
    ],
)
def test_a_wound_tells_who_is_meant(language: str, told: str, age: int) -> None:
    """ "The man on crutches" is he of whom crutches were told before."""
    text = WARD[language] + told
    chains = Chains()
    for each in sentences(text, classify(text)):
        chains.read(each.text, each.start, (), tuple(details_in(each.text)))
    again = [
        d for b in chains.bearers for d in b.details if d.start >= len(WARD[language])
    ]
    (bearer,) = {b for b in chains.bearers for d in b.details if d in again}
    assert bearer.years == age
