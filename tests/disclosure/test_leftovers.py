"""Whose is what a text tells of nobody who was found?"""

import pytest

from safeconduct.disclosure import Exposure, Person, Register, scan
from tests.disclosure.protected import people

MUN = Person(
    id="M-1",
    names=("문철웅", "Mun Chol-ung"),
    nationality="PRK",
    age=22,
    role="mortar crew",
    unit="Storm Corps",
    capture_place="Nikolskoye, Kursk region",
    capture_month=(2025, 2),
    injury="lost two fingers of the left hand; frostbite",
    home="Hamhung",
)
TOLD = (
    "The camp holds prisoners of war. Its prisoners were captured at the front.\n\n"
    "Mun Chol-ung, 22, served a mortar and was captured at Nikolskoye in February.\n\n"
)


def spans(text: str, kind: str) -> list[str]:
    found: tuple[Exposure, ...] = scan(text, Register([MUN, *people(200)]))
    (his,) = [each for each in found if each.person == "M-1"]
    return [text[s.start : s.end] for s in his.spans if s.kind == kind]


@pytest.mark.parametrize(
    "wish",
    [
        "He will not board the bus, he says, and asks for Seoul.",
        "To Pyongyang he will never go back.",
    ],
)
def test_a_wish_without_a_name_is_his_who_was_spoken_of(wish: str) -> None:
    assert any(said in wish for said in spans(f"{TOLD}{wish}\n", "wish"))


def test_what_fits_him_is_his_pages_later() -> None:
    """He is told of anew without his name; his unit and his wound are not another's."""
    text = (
        f"{TOLD}The doctor, Olha Hnatyuk, is 51 and has two sons.\n\nA soldier of the"
        " Storm Corps sits by the stove. His toes were lost to frostbite.\n"
    )
    said = " ".join(spans(text, "quasi"))
    assert "Storm Corps" in said
    assert "51" not in said


def test_what_a_doctor_wishes_stays_his() -> None:
    wish = "Doctor Olha Hnatyuk wants to go to Canada."
    assert not any(said in wish for said in spans(f"{TOLD}{wish}\n", "wish"))
