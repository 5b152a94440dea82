"""Counts that no noun follows."""

import pytest

from safeconduct.text import find_figures, read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "There were 250 of them: 120 from Russia, 90 from Asia and 40 from Africa.",
            ["250", "120", "90", "40"],
        ),
        ("The toll stands at 1,250.", ["1,250"]),
        ("Of the 30 prisoners, nine do not want to return home.", ["30", "nine"]),
        ("Чоловіків було 120, жінок — 30.", ["120", "30"]),
        ("Усього їх 250.", ["250"]),
        ("На питання відповіли 80 осіб, із них 36 боялися.", ["80", "36"]),
        ("Штаб називав число 118, але воно змінюється.", ["118"]),
        ("В Киеве называют другую цифру — 2150.", ["2150"]),
        (
            "Освободили 90 военных: 40 в первый день, 30 во второй и 20 в третий.",
            ["90", "40", "30", "20"],
        ),
        ("Опросили 80 пленных. 56 из них рассказали о побоях.", ["80", "56"]),
        ("Гражданских среди них было 15.", ["15"]),
        ("Under Articles 13 and 118 prisoners are protected.", []),
        ("It was minus 12 degrees.", []),
        ("The rations are 600 grams of bread.", []),
        ("Prisoner number 4471 asked for a pen.", []),
        ("His battalion was 500 strong.", ["500"]),
        ("They sleep four to a cell.", []),
        ("Їх тримають по четверо.", []),
        ("The striker, wearing 9, scored on 73 minutes.", ["73 minutes"]),
    ],
)
def test_bare_counts(text: str, found: list[str]) -> None:
    """The words around a number show that it counts; names and scores do not."""
    assert [figure.text for figure in find_figures(read(text.encode()))] == found
