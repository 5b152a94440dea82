"""Cyrillic names stand in Latin letters as the norms have it."""

import pytest

from safeconduct.names.general.romanising import coarse, norms, romanised


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("згурський", "zghurskyi"),
        ("їжакевич", "yizhakevych"),
        ("єфремова", "yefremova"),
        ("юрєв", "yuriev"),
        ("знамянський", "znamianskyi"),
        ("ґалаґан", "galagan"),
        ("щербина", "shcherbyna"),
    ],
)
def test_the_official_ukrainian_norm(cyrillic: str, latin: str) -> None:
    """Cabinet resolution 55 of 2010; its examples for зг and first letters."""
    assert romanised(cyrillic, "kmu2010") == latin


@pytest.mark.parametrize(
    ("cyrillic", "norm", "latin"),
    [
        ("хрущёв", "icao", "khrushchev"),
        ("юрий", "icao", "iurii"),
        ("объедков", "icao", "obieedkov"),
        ("ельцин", "bgn", "yeltsin"),
        ("жуков", "german", "schukow"),
        ("чайковский", "french", "tchaikovskii"),
    ],
)
def test_other_norms_and_habits(cyrillic: str, norm: str, latin: str) -> None:
    """Passports of Russia, English maps, German and French newspapers."""
    assert romanised(cyrillic, norm) == latin


def test_one_spelling_of_several_norms_is_named_after_the_first() -> None:
    """Ukraine's own norm goes before the others."""
    assert norms("гончар")["honchar"] == "kmu2010"
    assert norms("марина")["maryna"] == "kmu2010"
    assert norms("марина")["marina"] == "icao"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("зеленський", "зеленский"),
        ("зеленская", "зеленська"),
        ("артём", "артем"),
        ("кирилл", "кирил"),
        ("сырский", "сирский"),
    ],
)
def test_the_coarse_form_forgets_what_spellings_disagree_about(
    one: str, other: str
) -> None:
    """So that both stand under one key."""
    assert coarse(one) == coarse(other)
