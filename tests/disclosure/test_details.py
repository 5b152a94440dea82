"""Details of persons in four languages: spans, and what they tell."""

# ruff: noqa: E501
import pytest

from safeconduct.disclosure.details import Field, details_in


def told(text: str, field: Field) -> list[tuple[str, object]]:
    return [
        (text[d.start : d.end], d.value) for d in details_in(text) if d.field is field
    ]


@pytest.mark.parametrize(
    ("text", "said", "age"),
    [
        ("a 24-year-old driver", "24-year-old", (24, 24)),
        ("the nineteen-year-old", "nineteen-year-old", (19, 19)),
        ("He is in his late twenties.", "in his late twenties", (27, 29)),
        ("a man, aged 30, spoke", "aged 30", (30, 30)),
        ("병사 (21)는", "21", (21, 21)),
        ("24세 운전병", "24세", (24, 24)),
        ("스물여섯 살이다", "스물여섯 살", (26, 26)),
        ("30대 후반의 병사", "30대 후반", (37, 39)),
        ("26-річний боєць", "26-річний", (26, 26)),
        ("Тридцятиоднорічний військовий", "Тридцятиоднорічний", (31, 31)),
        ("йому 43 роки", "43 роки", (43, 43)),
        ("23-летний повар", "23-летний", (23, 23)),
        ("сидить чоловік 44 років із протезом", "чоловік 44 років", (44, 44)),
        ("Мужчина тридцати двух лет", "Мужчина тридцати двух лет", (32, 32)),
        ("Второму девятнадцать лет.", "девятнадцать лет", (19, 19)),
        ("Двадцать два года парню. Служил.", "Двадцать два года", (22, 22)),
        ("22 роки хлопцеві, кухар", "22 роки", (22, 22)),
        ("born in 2003", "born in 2003", ("born", 2003)),
    ],
)
def test_ages(text: str, said: str, age: tuple[object, int]) -> None:
    """Digits, words, decades and years of birth."""
    assert (said, age) in told(text, Field.AGE)


@pytest.mark.parametrize(
    "text",
    [
        "He served 26 years.",
        "служив 26 років у війську",
        "Солдат 20 лет службы",
        "Двадцать два года ему снилась война",
        "40 soldiers died",
        "in 2025",
    ],
)
def test_numbers_that_are_no_age(text: str) -> None:
    """Lengths of service, counts and years are not ages."""
    assert told(text, Field.AGE) == []


def test_an_age_of_the_past_is_marked_but_not_compared() -> None:
    """ "When he was 20" tells something, but not how old he is."""
    assert [value for _, value in told("коли йому було 20 років", Field.AGE)] == [None]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a rifleman", "rifleman"), ("소총수", "rifleman"), ("стрільця", "rifleman"),
        ("пулемётчику", "machine_gunner"), ("드론 조종사", "drone"), ("кулеметник", "machine_gunner"),
    ],
)  # fmt: skip
def test_posts(text: str, code: str) -> None:
    """A post has one code in four languages."""
    assert [value for _, value in told(text, Field.ROLE)] == [("post", code)]


@pytest.mark.parametrize(
    ("text", "said", "part"),
    [
        ("He was hit in the leg by shrapnel.", "hit in the leg by shrapnel", "leg"),
        ("a broken jaw", "broken jaw", "jaw"),
        ("턱에 총상을 입었다", "턱에 총상", "jaw"),
        ("поранений у щелепу", "поранений у щелепу", "jaw"),
        ("он ранен в руку", "ранен в руку", "arm"),
    ],
)
def test_wounds(text: str, said: str, part: str) -> None:
    """A wound is a part of the body with what befell it, as one span."""
    ((span, value),) = told(text, Field.INJURY)
    assert span == said
    assert isinstance(value, tuple)
    assert value[0] == part


@pytest.mark.parametrize(
    ("text", "said", "region"),
    [
        ("captured near Plekhovo in January", "Plekhovo", "kursk"),
        ("взяли в полон на Курщині у січні", "Курщині", "kursk"),
        ("попал в плен под Авдеевкой", "Авдеевкой", "donetsk"),
        ("쿠르스크 지역에서 생포됐다", "쿠르스크 지역", "kursk"),
    ],
)
def test_places_of_capture(text: str, said: str, region: str) -> None:
    """A place tells its region, whatever the language."""
    ((span, value),) = told(text, Field.CAPTURE_PLACE)
    assert (span, getattr(value, "region", None)) == (said, region)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("He wants to live in South Korea.", "asylum"),
        ("He is considering defecting.", "undecided"),
        ("그는 고향으로 돌아가고 싶다고 했다.", "return"),
        ("Він хоче залишитися в Україні.", "asylum"),
        ("Он просит вернуть его домой.", "return"),
    ],
)
def test_wishes(text: str, code: str) -> None:
    """What somebody wishes, and what for."""
    assert code in [value for _, value in told(text, Field.WISH)]


@pytest.mark.parametrize(
    "text",
    ["Asylum is granted if they seek refuge.", "Those who want to return may do so."],
)
def test_a_rule_is_no_wish(text: str) -> None:
    """Conditions and rules are nobody's wish."""
    assert told(text, Field.WISH) == []


def test_a_group_has_its_size() -> None:
    """A small group is a detail: it bounds k. The dead and the others are none."""
    assert told("two North Korean soldiers", Field.GROUP)[0][1] == 2
    assert told("북한군 포로 2명", Field.GROUP)[0][1] == 2
    assert told("двох полонених", Field.GROUP)[0][1] == 2
    assert told("two other soldiers", Field.GROUP) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Четвёртый десяток, старший сержант, радист.", (30, 39)),
        ("Йому п'ятий десяток.", (40, 49)),
        ("He is in his third decade.", (20, 29)),
    ],
)
def test_a_decade_of_his_life(text: str, years: tuple[int, int]) -> None:
    ages = [d.value for d in details_in(text) if d.field is Field.AGE]
    assert years in ages


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Третьему, самому младшему, двадцать.", 20),
        ("Самому старшему — сорок.", 40),
        ("Старшему из них, Олегу, тридцать один.", 31),
        ("Другому, кулеметникові, двадцять сім.", 27),
        ("셋째는 스물이다.", 20),
    ],
)
def test_an_age_without_the_word_for_years(text: str, age: int) -> None:
    assert [value for _, value in told(text, Field.AGE)] == [(age, age)]


@pytest.mark.parametrize(
    "text",
    [
        "Узяли його у квітні біля Часового Яру.",
        "Поїхав за оголошенням про роботу кухаря.",
        "He answered an advert for a cook.",
        "이와 별도로 공병과 건설 인력 4천500명이 이동하고 있다.",
    ],
)
def test_a_post_that_nobody_has(text: str) -> None:
    """A place named as a post is, a job that was sought, engineers by the thousand."""
    roles = [d for d in details_in(text) if d.field is Field.ROLE and not d.plural]
    assert roles == []


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("Сербові оголосили вирок.", "SRB"), ("a Serb held since May", "SRB"),
        ("молодого кенийца", "KEN"), ("двох кенійців", "KEN"), ("колумбієць", "COL"),
        ("бангладешець", "BGD"), ("угандиец", "UGA"), ("탄자니아인", "TZA"),
    ],
)  # fmt: skip
def test_nations_by_their_people(text: str, nation: str) -> None:
    assert [value for _, value in told(text, Field.NATIONALITY)] == [nation]


def test_a_wound_beside_another_mans_crutches() -> None:
    text = "손을 주머니에 넣은 한모 씨와 목발을 짚은 오진혁 씨의 뒷모습."
    assert [said for said, _ in told(text, Field.INJURY)] == ["목발"]
