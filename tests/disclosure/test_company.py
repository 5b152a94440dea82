"""Two or three who are listed by their ages, and who of them is meant afterwards."""

# ruff: noqa: E501  (an article is read whole)

import pytest

from safeconduct.disclosure import Exposure, Person, Register, scan
from tests.disclosure.test_few import CAMP
from tests.disclosure.test_pairs import said

CELLAR, FEBRUARY = "Bakhmut, Donetsk region", (2025, 2)
THREE = [
    Person("Y", nationality="UGA", age=20, role="rifleman", home="Gulu", capture_place=CELLAR, capture_month=FEBRUARY),
    Person("M", nationality="UGA", age=31, role="rifleman", injury="jaw fracture", capture_place=CELLAR, capture_month=FEBRUARY),
    Person("E", nationality="UGA", age=44, role="cook", home="Jinja", capture_place=CELLAR, capture_month=FEBRUARY),
]  # fmt: skip
DAM, SEPTEMBER = "Vovchansk, Kharkiv region", (2025, 9)
TWO = [
    Person("P", nationality="LKA", age=23, role="cook", capture_place=DAM, capture_month=SEPTEMBER),
    Person("Q", nationality="LKA", age=35, role="loader", capture_place=DAM, capture_month=SEPTEMBER),
]  # fmt: skip
OTHERS = [
    Person(f"O{n}", nationality="RUS", age=18 + n, role="driver", capture_place="Sumy")
    for n in range(32)
]
PEOPLE = Register([*THREE, *TWO, *OTHERS])
OF_THREE = {
    "en": "Three Ugandans, aged 20, 31 and 44, share a room. All three were taken in February in a cellar in Bakhmut. The two younger men were riflemen. The youngest hopes to study in Norway. The middle one will not go back to his unit. The eldest would like to go home to Kampala.",
    "uk": "Троє угандійців — 20, 31 і 44 років — живуть разом. Усіх узяли в лютому в підвалі в Бахмуті. Двоє молодших були стрільцями. Наймолодший мріє вчитися в Норвегії. Середульший не хоче повертатися до свого полку. А найстарший боїться суду в Кампалі.",
    "ru": "Трое угандийцев, 20, 31 и 44 лет, живут вместе. Всех взяли в феврале в подвале в Бахмуте. Двое младших были стрелками. Самый младший мечтает учиться в Норвегии. Средний не хочет возвращаться в свой полк. Самый старший боится суда в Кампале.",
    "ko": "20세와 31세, 44세 우간다인 세 명은 같은 방을 쓴다. 셋은 2월 바흐무트의 지하실에서 함께 붙잡혔다. 막내는 노르웨이로 유학을 가고 싶다고 했다. 둘째는 부대로 돌아가지 않겠다고 했다. 맏형은 캄팔라로 돌아가고 싶다고 했다.",
}
WISHES = {
    "en": ("Norway", "unit", "Kampala"),
    "uk": ("Норвегії", "полку", "Кампалі"),
    "ru": ("Норвегии", "полк", "Кампале"),
    "ko": ("노르웨이", "부대로", "캄팔라"),
}
SHARED = {"en": "Bakhmut", "uk": "Бахмуті", "ru": "Бахмуте", "ko": "바흐무트"}


def found_in(language: str, text: str) -> dict[str, Exposure]:
    """Return whom a text about prisoners gives away, by id."""
    return {e.person: e for e in scan(CAMP[language] + text + "\n", PEOPLE)}


@pytest.mark.parametrize("language", OF_THREE)
def test_three_are_found_and_each_wish_is_his_own(language: str) -> None:
    """What all three share is told of each; what the eldest fears, of him alone."""
    text = CAMP[language] + OF_THREE[language] + "\n"
    found = found_in(language, OF_THREE[language])
    assert set(found) == {"Y", "M", "E"}
    for person, wish in zip("YME", WISHES[language], strict=True):
        assert SHARED[language] in said(text, found[person], "quasi")
        assert wish in said(text, found[person], "wish")
        for other in WISHES[language]:
            assert other == wish or other not in said(text, found[person], "wish")


OF_TWO = {
    "en": "Two Sri Lankans, 23 and 35, were seized in September outside Vovchansk. One was a cook, the other a loader. Both hope not to be sent back to Russia.",
    "uk": "Двох ланкійців, двадцяти трьох і тридцяти п’яти років, узяли у вересні біля Вовчанська. Один був кухарем, другий заряджальником. Вони просять не повертати їх до Росії.",
    "ru": "Двоих ланкийцев, 23 и 35 лет, взяли в сентябре под Волчанском. Один был поваром, другой заряжающим. Они просят не возвращать их в Россию.",
    "ko": "23세와 35세 스리랑카인 두 사람은 9월 보우찬스크에서 붙잡혔다. 취사병과 장전수로 끌려간 이들은 러시아로 돌려보내지 말아 달라고 했다.",
}


@pytest.mark.parametrize("language", OF_TWO)
def test_posts_of_two_without_order_fit_each_of_them(language: str) -> None:
    """Which of the two cooked is not told: neither is contradicted by it."""
    text = CAMP[language] + OF_TWO[language] + "\n"
    found = found_in(language, OF_TWO[language])
    assert set(found) == {"P", "Q"}
    wish = {"en": "Russia", "uk": "Росії", "ru": "Россию", "ko": "러시아"}
    for each in found.values():
        assert wish[language] in said(text, each, "wish")


OLDEST = Person(
    "S", nationality="RUS", age=52, role="sapper", home="Tver", injury="broken arm"
)
AMONG_ALL = {
    "en": "The oldest of the prisoners, a sapper who turned 52 in the camp, would rather stay.",
    "uk": "Найстарший із полонених, сапер, якому п’ятдесят два, просить залишити його тут.",
    "ru": "Самый старший из пленных, сапёр, которому пятьдесят два, просит оставить его здесь.",
    "ko": "포로 가운데 가장 나이가 많은 52세 공병은 이곳에 남고 싶다고 했다.",
}


@pytest.mark.parametrize("language", AMONG_ALL)
def test_the_oldest_of_all_is_none_of_the_last_two(language: str) -> None:
    """A rank among all the prisoners brings in somebody of his own."""
    people = Register([*TWO, OLDEST, *OTHERS])
    text = f"{CAMP[language]}{OF_TWO[language]}\n\n{AMONG_ALL[language]}\n"
    found = {e.person: e for e in scan(text, people)}
    assert set(found) == {"P", "Q", "S"}
    at = text.index(AMONG_ALL[language])
    for person in "PQ":
        assert all(span.end <= at for span in found[person].spans)


def test_a_list_of_other_ages_is_of_other_people() -> None:
    """One age of a list that somebody had before does not make him one of it."""
    named = Person(
        "N", names=("Lamin Touray",), nationality="GMB", age=23, role="medic"
    )
    people = Register([named, *TWO, *OTHERS])
    text = f"{CAMP['en']}Lamin Touray, 23, was a medic.\n\n{OF_TWO['en']}\n"
    found = {e.person: e for e in scan(text, people)}
    assert set(found) == {"N", "P", "Q"}
    assert "Russia" not in said(text, found["N"], "wish")


@pytest.mark.parametrize(
    "listed",
    ["Lessons take 20, 31 and 44 minutes.", "Уроки длятся 20, 31 и 44 минуты."],
)
def test_a_list_of_numbers_is_none_of_ages(listed: str) -> None:
    """Numbers that stand beside no age are nobody's."""
    assert not scan(CAMP["en"] + listed + "\n", PEOPLE)


@pytest.mark.parametrize(
    ("language", "listed"),
    [
        (
            "ru",
            "Трое угандийцев: двадцать, тридцать один и сорок четыре года. Их взяли в феврале в Бахмуте.",
        ),
        ("uk", "Трьох угандійців — 20, 31 та 44 років — узяли в лютому в Бахмуті."),
        ("ko", "우간다인 세 명은 20세, 31세, 44세다."),
    ],
)
def test_years_tell_that_a_list_is_of_ages(language: str, listed: str) -> None:
    """A list before "years" is of ages, though none of them stands alone."""
    taken = "바흐무트에서 붙잡혔다." if language == "ko" else ""
    assert set(found_in(language, f"{listed} {taken}")) == {"Y", "M", "E"}


@pytest.mark.parametrize("sentence", ["Им дали сроки: 20, 31 и 44 года колонии."])
def test_a_list_of_terms_is_none_of_ages(sentence: str) -> None:
    """Years of a sentence are nobody's age."""
    assert not found_in("ru", sentence)


def test_the_younger_of_the_only_two_whose_ages_are_told() -> None:
    """Nobody said that they are two; each was told of by himself."""
    text = (
        "Пленных держат в лагере. Их взяли в плен на фронте.\n\n"
        "Один — связист, ему девятнадцать лет. Второй старше: снайпер, ему тридцать "
        "три года.\n\nМладшего нашли в погребе. Родом он из Чхонджина.\n\nСо "
        "старшим сложнее: он родом из Синыйджу.\n"
    )
    young = Person(
        "Y", nationality="PRK", age=19, role="radio operator", home="Chongjin"
    )
    old = Person("O", nationality="PRK", age=33, role="sniper", home="Sinuiju")
    found = {e.person: e for e in scan(text, Register([young, old]))}
    said = {
        person: {text[s.start : s.end] for s in each.spans if s.field == "home"}
        for person, each in found.items()
    }
    assert said == {"Y": {"Чхонджина"}, "O": {"Синыйджу"}}
