"""Headers in four languages, and mappings that a person gives."""

import pytest

from safeconduct.linkage.errors import WrongMapping
from safeconduct.linkage.fields import guess, mapped, read_mapping


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (["record_id", "Full name", "DOB"], ["id", "name", "birth"]),
        (["번호", "성명", "생년월일", "소속부대"], ["id", "name", "birth", "unit"]),
        (["ПІБ", "Дата народження", "Стать"], ["name", "birth", "sex"]),
        (["№", "Ф.И.О.", "Год рождения", "Отец"], ["id", "name", "birth", "father"]),
    ],
)
def test_headers_are_known_in_four_languages(
    headers: list[str], fields: list[str]
) -> None:
    """Case, spaces and points of a header do not matter."""
    assert guess(headers) == dict(zip(fields, headers, strict=True))


def test_what_is_given_wins_over_what_is_guessed() -> None:
    """A column that the mapping takes is not guessed for another field."""
    found = mapped(["name", "true name"], {"name": "true name"}, "a.csv")

    assert found == {"name": "true name"}


def test_a_missing_column_is_named_with_its_neighbour() -> None:
    """The sentence says which column is not there, and which may be meant."""
    with pytest.raises(WrongMapping, match=r"no column 'FULLNAME'.*'FULL_NAME'"):
        mapped(["FULL_NAME"], {"name": "FULLNAME"}, "a.csv")


def test_an_unknown_field_is_refused() -> None:
    """The sentence lists the fields there are."""
    with pytest.raises(WrongMapping, match=r"'surname'.*other_name"):
        mapped(["a"], {"surname": "a"}, "a.csv")


def test_without_a_name_nothing_can_be_linked() -> None:
    """The sentence says how to name the column."""
    with pytest.raises(WrongMapping, match="--map name="):
        mapped(["x", "y"], {}, "a.csv")


def test_a_mapping_is_toml() -> None:
    """A line for each field; anything else is refused with a sentence."""
    assert read_mapping('name = "FIO"') == {"name": "FIO"}
    for wrong in ("name", "name = 3"):
        with pytest.raises(WrongMapping):
            read_mapping(wrong)
