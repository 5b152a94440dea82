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
        (
            "Із них 40 — непальці, 25 приїхали з Гани, 18 із Куби, ще 7 — з Ємену.",
            ["40", "25", "18", "ще 7"],
        ),
        ("Вироків 64: усних 40, письмових 24.", ["64", "40", "24"]),
        ("Вернуться домой отказались девять, то есть треть.", ["девять", "треть"]),
        (
            "Half wanted to stay. Three asked for time to think, and four were silent.",
            ["Half", "Three", "four"],
        ),
        ("За ввод высказались 60 процентов, против — 22.", ["60 процентов", "22"]),
        ("— Сколько их было?\n\n— Девять. Остальных увезли.", ["Девять"]),
        ("포로는 몇 명인가\n\n관계자는 30여 명으로 안다고 말했다.", ["30여"]),
        ("Не хотят возвращаться шестеро, а трое молчат.", ["шестеро", "трое"]),
        ("Про таке не згадував жоден договір.", []),
        ("Содержание одного пленного дорого.", []),
        ("У него трое детей и дом.", []),
        ("Через третью страну он не поедет.", []),
        ("Рост игрока 198 сантиметров.", []),
        ("Under the plan 45 prisoners return, 30 in May.", ["45", "30"]),
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
