"""Given names of several languages are one name by the house's table."""

import pytest

from safeconduct.names.general.given import classes, given, patronymics


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        ("володимир владимир уладзімір volodymyr vladimir wladimir", "владимир"),
        ("олександр александр oleksandr aleksandr alexander", "александр"),
        ("микола николай mykola nikolai nikolay", "николай"),
        ("олексій алексей oleksii aleksei alexey", "алексей"),
        ("сергій сергей serhii sergei sergey sergej", "сергей"),
        ("михайло михаил mykhailo mikhail", "михаил"),
        ("ганна анна hanna anna", "анна"),
        ("пилип филипп pylyp filipp philip", "филипп"),
        ("дмитро дмитрий dmytro dmitrii dmitry", "дмитрий"),
    ],
)
def test_forms_of_one_name_in_several_languages(forms: str, name: str) -> None:
    """Each form, in either script, belongs to the class."""
    for form in forms.split():
        assert name in [what.name for what in given(form)], form


def test_the_table_has_the_usual_names() -> None:
    """Two hundred classes and more, men's and women's."""
    names = {what.name for all_ in classes().values() for what in all_}

    assert len(names) > 200


def test_a_short_form_may_belong_to_several_names() -> None:
    """Саша is a man's and a woman's name."""
    assert {what.name for what in given("саша")} == {"александр", "александра"}
    assert {what.kind for what in given("саша")} == {"short"}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("сергей", "сергеевич"),
        ("василий", "васильевич"),
        ("сергій", "сергійович"),
        ("сергій", "сергіївна"),
        ("олександр", "олександрович"),
        ("олександр", "олександрівна"),
        ("петро", "петрович"),
        ("илья", "ильинична"),
        ("микола", "миколаївна"),
        ("уладзімір", "уладзіміравіч"),
    ],
)
def test_patronymics_are_made_by_rule_or_by_heart(name: str, made: str) -> None:
    """Russian, Ukrainian and Belarusian ways alike."""
    assert made in patronymics(name)


@pytest.mark.parametrize(
    "word", ["володимирович", "владимирович", "volodymyrovych", "vladimirovich"]
)
def test_a_patronymic_belongs_to_the_fathers_name(word: str) -> None:
    """In both languages and both scripts."""
    assert ("владимир", "patronymic") in [(one.name, one.kind) for one in given(word)]


@pytest.mark.parametrize("word", ["гончар", "zelensky", "", "한", "123"])
def test_what_is_no_given_name_is_in_no_class(word: str) -> None:
    """Surnames, nothing, and other scripts."""
    assert given(word) == ()
