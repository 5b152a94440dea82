"""A trade of civil life is no post, and makes nobody a stranger who once had it."""

import pytest

from safeconduct.disclosure import Person, Register, scan

RIFLEMAN = Person(
    id="R-1",
    names=("Juma Otieno", "Джума Отієно", "Джума Отиено", "주마 오티에노"),
    nationality="KEN",
    age=27,
    role="rifleman",
    capture_place="near Lyman",
    capture_month=(2025, 9),
)
TWIN = Person(
    id="R-2",
    names=("Timur Sadykov",),
    nationality="KAZ",
    age=33,
    role="driver",
    capture_place="Lyman",
)
REGISTER = Register([RIFLEMAN, TWIN])
ABOUT = "The camp holds prisoners of war. Its prisoners were captured at the front.\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "Juma Otieno, 27, a former lorry driver, was captured near Lyman in September.",
        "Juma Otieno, 27, worked as a driver. He was captured near Lyman in September.",
        "Juma Otieno, 27, was a taxi driver. He was captured near Lyman in September.",
        "Джума Отієно, 27, колишній водій, взятий у полон під Лиманом у вересні.",
        "Джума Отиено, 27 лет, работал водителем. Попал в плен под Лиманом в сентябре.",
        "Джума Отиено, 27 лет, водитель автобуса, попал в плен под Лиманом в сентябре.",
    ],
)
def test_what_he_drove_in_peace_is_no_post(told: str) -> None:
    """He is found with all that is told, and nobody who drives in the army."""
    (found,) = scan(ABOUT + told, REGISTER)
    assert found.person == "R-1"
    fields = {span.field for span in found.spans}
    assert {"name", "age", "capture_place", "capture_month", "story"} <= fields
    assert "role" not in fields


@pytest.mark.parametrize(
    ("told", "own"),
    [
        ("Juma O., a former teacher, is 27. He asks not to be exchanged.", True),
        ("Juma O., a former minister, is 27. He asks not to be exchanged.", False),
        ("Juma O., a teacher, is 27. He asks not to be exchanged.", False),
    ],
)
def test_who_once_taught_may_be_a_prisoner(told: str, *, own: bool) -> None:
    """Who teaches today, or held an office, is somebody else."""
    assert bool(scan(ABOUT + told, REGISTER)) is own
