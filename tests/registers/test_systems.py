"""Names as the published systems spell them."""

import pytest

from benchmarks.registers.systems import (
    KONTSEVICH,
    KONTSEVICH_NAMES,
    MCCUNE_REISCHAUER,
    NORTH_KOREAN,
    PRESS,
    REVISED,
    REVISED_NAMES,
    SOVIET,
    UKRAINIAN,
    System,
    joined,
    spelled,
    surname,
)


def _name(hangul: str, system: System, between: str = "") -> str:
    given = joined(spelled(hangul[1:], system), between, system)
    return f"{surname(hangul[0], system).capitalize()} {given.capitalize()}"


@pytest.mark.parametrize(
    ("hangul", "system", "expected"),
    [
        ("백철수", REVISED_NAMES, "Baek Cheolsu"),
        ("백철수", MCCUNE_REISCHAUER, "Paek Ch'ŏlsu"),
        ("백철수", NORTH_KOREAN, "Paek Cholsu"),
        ("백철수", KONTSEVICH, "Пэк Чхольсу"),
        ("백철수", UKRAINIAN, "Пек Чхольсу"),
        ("이영호", REVISED_NAMES, "I Yeongho"),
        ("리영호", MCCUNE_REISCHAUER, "Ri Yŏngho"),
        ("리영호", NORTH_KOREAN, "Ri Yongho"),
        ("리영호", KONTSEVICH, "Ри Ёнхо"),
        ("이영호", KONTSEVICH, "И Ёнхо"),
        ("이영호", KONTSEVICH_NAMES, "Ли Ёнхо"),
        ("리영호", UKRAINIAN, "Лі Йонхо"),
        ("최룡해", NORTH_KOREAN, "Choe Ryonghae"),
        ("최룡해", KONTSEVICH, "Чхве Рёнхэ"),
        ("최룡해", MCCUNE_REISCHAUER, "Ch'oe Ryonghae"),
        ("김정일", PRESS, "Ким Ченир"),
        ("정철호", SOVIET, "Тен Черхо"),
        ("한복남", REVISED_NAMES, "Han Boknam"),
    ],
)
def test_a_name(hangul: str, system: System, expected: str) -> None:
    """The rules give what the papers show."""
    assert _name(hangul, system) == expected


@pytest.mark.parametrize(
    ("hangul", "system", "expected"),
    [
        ("신라", REVISED, "silla"),
        ("신라", REVISED_NAMES, "sinra"),
        ("신라", MCCUNE_REISCHAUER, "silla"),
        ("신라", KONTSEVICH, "силла"),
        ("독립", REVISED, "dongnip"),
        ("독립", MCCUNE_REISCHAUER, "tongnip"),
        ("학룡", MCCUNE_REISCHAUER, "hangnyong"),
        ("일영", KONTSEVICH, "ирён"),
        ("철호", MCCUNE_REISCHAUER, "ch'ŏrho"),
        ("철호", KONTSEVICH, "чхорхо"),
        ("철호", UKRAINIAN, "чхольхо"),
        ("일동", MCCUNE_REISCHAUER, "iltong"),
        ("영길", MCCUNE_REISCHAUER, "yŏnggil"),
        ("경주", KONTSEVICH, "кёнджу"),
    ],
)
def test_a_change_between_syllables(hangul: str, system: System, expected: str) -> None:
    """It is written where the system writes what is heard, and only there."""
    assert "".join(spelled(hangul, system)) == expected


def test_a_seam_that_could_be_read_twice() -> None:
    """McCune and Reischauer part n and g; a hyphen does it as well."""
    syllables = spelled("만규", MCCUNE_REISCHAUER)

    assert joined(syllables, "", MCCUNE_REISCHAUER) == "man'gyu"
    assert joined(syllables, "-", MCCUNE_REISCHAUER) == "man-gyu"
