"""Who is told of anew, and who is told of as somebody's: posts, initials, soldiers."""

# ruff: noqa: E501  (an article is read whole)

import pytest

from safeconduct.disclosure import Exposure, Person, Register, scan
from safeconduct.disclosure.details import Field, details_in

YOUNG = Person("Y", nationality="PRK", age=20, role="scout", capture_place="Olgovka, Kursk region", capture_month=(2025, 3))  # fmt: skip
OLD = Person("Z", nationality="PRK", age=28, role="scout", capture_place="Olgovka, Kursk region", capture_month=(2025, 3))  # fmt: skip
LETTERS = Person("L", names=("Lavr Gusev",), nationality="RUS", age=33, role="medic", capture_place="Velyka Novosilka", home="Tver")  # fmt: skip
TANK = Person("T", nationality="RUS", age=47, role="tank driver", home="Kungur", capture_place="Lyman")  # fmt: skip
OTHERS = [
    Person(
        f"O{n}", nationality="RUS", age=18 + n, role="scout", capture_place="Bakhmut"
    )
    for n in range(30)
]
PEOPLE = Register([YOUNG, OLD, LETTERS, TANK, *OTHERS])


def found(text: str) -> dict[str, Exposure]:
    """Scan a text with the register; return what gives away each person."""
    return {each.person: each for each in scan(text, PEOPLE)}


@pytest.mark.parametrize(
    "text",
    [
        "Пятеро северокорейских военнослужащих в плену не хотят на родину. Если обменять их как обычных российских солдат, они попадут к тем, кого боятся.\n\nДвоих разведчиков, 20 и 28 лет, взяли в плен в марте в Ольговке.",
        "П'ятеро північнокорейських військових у полоні не хочуть додому. Якщо обміняти їх як звичайних російських солдат, вони потраплять до тих, кого бояться.\n\nДвох розвідників, 20 і 28 років, узяли в полон у березні в Ольговці.",
    ],
)
def test_soldiers_of_another_nation_are_no_bearer(text: str) -> None:
    assert set(found(text)) == {"Y", "Z"}


def test_initials_with_an_age_and_a_post_that_opens_a_sentence_are_two() -> None:
    text = "Российские пленные говорят о родине. Л. Г. тридцать три, он санитар из Твери. В плен попал под Великой Новосёлкой.\n\nЕсть и те, кого уговаривать не надо. Механик-водитель из Кунгура, сорока семи лет, взят в плен под Лиманом."
    assert {"L", "T"} <= set(found(text))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Л. Г. тридцать три, до войны он учился.", "тридцать три"),
        ("Л. Г. 33, до війни він учився.", "33"),
        ("A Kenyan of 31, he drove a lorry.", "31"),
    ],
)
def test_ages_right_behind_initials_and_nations_are_read(text: str, age: str) -> None:
    told = [text[d.start : d.end] for d in details_in(text) if d.field is Field.AGE]
    assert age in told


@pytest.mark.parametrize(
    "text",
    [
        "“I would go to my aunt in Lisbon,” he said.",
        "«Я бы поехал к сестре в Лиссабон», — сказал он.",
        "«Я б поїхав до сестри в Лісабон», — каже він.",
    ],
)
def test_where_he_would_go_is_not_his_home(text: str) -> None:
    assert not [d for d in details_in(text) if d.field is Field.HOME]


def test_who_was_with_him_is_not_meant_by_he() -> None:
    text = "The prisoner, a medic of 33 from Tver, deaf since the shell that killed his sniper, he walked out near Velyka Novosilka. His daughter starts school in spring."
    told = found(text)["L"]
    assert any("daughter" in text[s.start : s.end] for s in told.spans)
