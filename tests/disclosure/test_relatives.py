"""A name that comes before the word for a relative."""

import pytest

from safeconduct.disclosure import Person, Register, scan
from tests.disclosure.protected import people

TKACHUK = Person(
    "T", names=("Александр Ткачук", "Oleksandr Tkachuk"), nationality="UKR", age=34,
    role="marine", unit="36th Marine Brigade", capture_place="Mariupol",
    capture_month=(2022, 4),
)  # fmt: skip
RUSSIAN = (
    "Малышей тренирует Наталья Ткачук. Ее муж, морской пехотинец Александр Ткачук из"
    " 36-й бригады, с апреля 2022 года в плену: его взяли в Мариуполе."
)
ENGLISH = (
    "Ruth Arden teaches the children. Her husband Oleksandr Tkachuk, 34, a marine, was"
    " captured in Mariupol in April 2022. Ms Arden waits."
)
PEOPLE = Register([TKACHUK, *people(100)])


def names(text: str) -> list[str]:
    (found,) = scan(text, PEOPLE)
    return [text[s.start : s.end] for s in found.spans if s.field == "relative"]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (RUSSIAN, ["Наталья Ткачук"]),
        (ENGLISH, ["Ruth Arden", "Ms Arden"]),
    ],
)
def test_she_leads_to_him(before: str, said: list[str]) -> None:
    assert names(f"Военнопленные / Prisoners of war\n\n{before}\n") == said


@pytest.mark.parametrize(
    ("more", "called"),
    [
        ("— Мы ждём, — говорит Наталья.", ["Наталья"]),
        ("Вчера Наталья ждала. Наталья Орлова, врач, молчит.", ["Наталья"]),
        ("Врач Орлова Наталья молчит.", []),
    ],
)
def test_she_is_called_by_her_first_name(more: str, called: list[str]) -> None:
    """Another woman of that name is not."""
    text = f"Военнопленные\n\n{RUSSIAN}\n\n{more}\n"
    assert names(text) == ["Наталья Ткачук", *called]


def test_a_doctor_named_before_is_nobodys_wife() -> None:
    """No word for a relative goes on with her."""
    text = (
        "Prisoners of war\n\nRuth Arden is a doctor. Oleksandr Tkachuk, 34, a marine,"
        " was captured in Mariupol in April 2022. His mother waits.\n"
    )
    assert names(text) == []
