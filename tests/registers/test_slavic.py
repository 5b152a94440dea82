"""Russian and Ukrainian names, and their ways into Latin letters."""

import pytest

from benchmarks.registers.slavic import (
    feminine,
    latin,
    patronymic,
    russian_letters,
    ukrainian_letters,
)


@pytest.mark.parametrize(
    ("father", "language", "son", "daughter"),
    [
        ("иван", "ru", "иванович", "ивановна"),
        ("юрий", "ru", "юрьевич", "юрьевна"),
        ("дмитрий", "ru", "дмитриевич", "дмитриевна"),
        ("андрей", "ru", "андреевич", "андреевна"),
        ("илья", "ru", "ильич", "ильинична"),
        ("никита", "ru", "никитич", "никитична"),
        ("павел", "ru", "павлович", "павловна"),
        ("сергій", "uk", "сергійович", "сергіївна"),
        ("микола", "uk", "миколайович", "миколаївна"),
        ("василь", "uk", "васильович", "василівна"),
        ("ілля", "uk", "ілліч", "іллівна"),
        ("григорій", "uk", "григорович", "григорівна"),
    ],
)
def test_a_patronymic(father: str, language: str, son: str, daughter: str) -> None:
    """It follows the ending of the father's name in its language."""
    assert patronymic(father, woman=False, ukrainian=language == "uk") == son
    assert patronymic(father, woman=True, ukrainian=language == "uk") == daughter


@pytest.mark.parametrize(
    ("russian", "ukrainian"),
    [
        ("медведев", "медведєв"),
        ("соловьёв", "соловйов"),
        ("чернышёв", "чернишов"),
        ("зиновьев", "зінов'єв"),
        ("арсеньев", "арсеньєв"),
        ("шишкин", "шишкін"),
        ("троицкий", "троїцький"),
        ("ерёмин", "єрьомін"),
    ],
)
def test_a_russian_surname_in_ukrainian(russian: str, ukrainian: str) -> None:
    """Letters follow the sound."""
    assert ukrainian_letters(russian) == ukrainian


def test_a_ukrainian_surname_in_russian() -> None:
    """Letters that Russian lacks are replaced."""
    assert russian_letters("вишневський") == "вишневский"
    assert russian_letters("іщенко") == "ищенко"


@pytest.mark.parametrize(
    ("word", "way", "expected"),
    [
        ("зеленський", "kyiv", "zelenskyi"),
        ("згурський", "kyiv", "zghurskyi"),
        ("яценко", "kyiv", "yatsenko"),
        ("гаврилюк", "kyiv", "havryliuk"),
        ("юрий", "icao", "iurii"),
        ("юрий", "press", "yury"),
        ("чернышёв", "french", "tchernychev"),
    ],
)
def test_a_way_into_latin(word: str, way: str, expected: str) -> None:
    """Each office has its own."""
    assert latin(word, way) == expected


def test_a_womans_surname() -> None:
    """It takes the ending of its gender, where it has one."""
    assert feminine("иванов") == "иванова"
    assert feminine("вишневський") == "вишневська"
    assert feminine("шевченко") == "шевченко"
