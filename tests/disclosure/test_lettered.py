"""A surname with initials names whom it may name, in any script and order."""

import pytest

from safeconduct.disclosure import Register
from safeconduct.disclosure.lettered import Lettered, bears, lettered
from safeconduct.disclosure.persons import Person
from safeconduct.disclosure.scanning import scan
from safeconduct.disclosure.variants import Form

YURII = Person("1", names=("Прокопенко Юрий Сергеевич",), age=34, home="Kursk")
OLEKSANDR = Person("2", names=("Коваленко Олександр",), age=25)
REGISTER = Register([YURII, OLEKSANDR])


def called(text: str) -> list[tuple[str, Form, list[str]]]:
    """Give what is taken for a name, how much of one, and whose it may be."""
    persons = REGISTER.persons
    return [
        (text[hit.start : hit.end], hit.form, [persons[o].id for o in hit.owners])
        for hit in REGISTER.names.find(text)
    ]


@pytest.mark.parametrize(
    "written",
    [
        *("Прокопенко Ю. С.", "Прокопенко Ю.С.", "Прокопенко Ю.", "Ю. С. Прокопенко"),
        *("Ю.С. Прокопенко", "Ю. Прокопенко", "ПРОКОПЕНКО Ю.С.", "Ю.Прокопенко"),
        *("Yu. S. Prokopenko", "Y.S. Prokopenko", "Prokopenko Yu.S.", "Y. Prokopenko"),
        *("Prokopenko, Y. S.", "Iu. Prokopenko", "J. Prokopenko"),
    ],
)
def test_initials_as_lists_have_them(written: str) -> None:
    """The whole of it is the name, and its full stops with it."""
    assert called(f"Among them {written} from Kursk.") == [
        (written, Form.INITIALS, ["1"])
    ]


@pytest.mark.parametrize(
    "written", ["Прокопенко Б. С.", "Ю. Б. Прокопенко", "A. Prokopenko", "Yu. Ivanov"]
)
def test_other_initials_are_another_man(written: str) -> None:
    """Also where the patronymic alone is another."""
    assert not [hit for hit in called(written) if hit[1] is Form.INITIALS]


@pytest.mark.parametrize(
    "written", ["О. Коваленко", "A. Kovalenko", "Коваленко О. П.", "О. Коваленка"]
)
def test_a_name_begins_as_in_any_tongue(written: str) -> None:
    """Олександр is Aleksandr; a patronymic nobody knows is not asked."""
    assert (written, Form.INITIALS, ["2"]) in called(f"Водія {written} взяли в полон.")


def test_what_is_told_beside_initials_gives_him_away() -> None:
    """Every letter of the name is covered once, and nothing but him is found."""
    text = "Captured in the woods: Yu. S. Prokopenko from Kursk, aged 34."
    (found,) = scan(text, REGISTER)
    told = {text[span.start : span.end]: str(span.kind) for span in found.spans}
    assert found.person == "1"
    assert told["Yu. S. Prokopenko"] == "direct"
    assert "aged 34" in told
    assert len([kind for kind in told.values() if kind == "direct"]) == 1


@pytest.mark.parametrize(
    "text", ["", "A. B.", "See Art. 5. The", "Ю.", "Ли Ч.", "U.S. Army", "и т.д. Они"]
)
def test_what_is_no_such_name_is_nobody(text: str) -> None:
    assert not [each for each in lettered(text) if bears(YURII.names, each)]


@pytest.mark.parametrize("name", ["", "Прокопенко", "백철수", "Ю. С.", "a" * 300])
def test_a_name_without_a_given_name_has_no_initials(name: str) -> None:
    assert not bears([name], Lettered(0, 1, "Прокопенко", ("ю",)))


@pytest.mark.parametrize(
    ("written", "owner"),
    [
        ("Юрий П.", "1"),
        ("Юрія П.", "1"),
        ("Олександра К.", "2"),
    ],
)
def test_a_given_name_hides_the_surname(written: str, owner: str) -> None:
    """As newspapers name whom they do not want to name, in any case."""
    assert (written, Form.INITIALS, [owner]) in called(f"Розповів {written}, водій.")


@pytest.mark.parametrize("written", ["Юрий К.", "Микола П.", "Олександр С."])
def test_another_given_name_or_letter_is_another_man(written: str) -> None:
    assert not [hit for hit in called(written) if hit[1] is Form.INITIALS]
