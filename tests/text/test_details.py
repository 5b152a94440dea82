"""Telling details of invented reports."""

import pytest

from safeconduct.text import DetailClass, DetailKind, find_details, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The machine gunner of the 12th Brigade was wounded in the leg.",
            {
                "post": "machine gunner",
                "unit": "the 12th Brigade",
                "wound": "wounded in the leg",
            },
        ),
        ("In his late twenties, he was calm.", {"age": "In his late twenties"}),
        (
            "He was captured near Exampleville on 9 January 2025.",
            {"capture": "captured near Exampleville on 9 January 2025"},
        ),
        ("His mother does not know.", {}),
        ("He said his mother does not know.", {"family": "his mother"}),
        (
            "He wants to go to South Korea.",
            {"wish": "wants to go to South Korea"},
        ),
        ("He is considering defecting.", {"wish": "considering defecting"}),
        ("26세 저격수는 말이 없었다.", {"age": "26세", "post": "저격수"}),
        ("Він хоче до Південної Кореї.", {"wish": "хоче до Південної Кореї"}),
        ("Снайпер 12-ї бригади мовчав.", {"unit": "12-ї бригади"}),
    ],
)
def test_details(text: str, expected: dict[str, str]) -> None:
    """Each detail is found with its kind and words."""
    found = find_details(read(text.encode()))
    assert {detail.kind.value: detail.text for detail in found} == expected


def test_class_of_a_wish() -> None:
    """A wish is sensitive by itself; everything else exposes together."""
    assert DetailKind.WISH.exposes is DetailClass.WISH
    assert DetailKind.AGE.exposes is DetailClass.QUASI
