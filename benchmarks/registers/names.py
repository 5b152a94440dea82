"""What is somebody's name, before anybody writes it down?"""

from typing import NamedTuple


class Korean(NamedTuple):
    """A Korean name in Hangul, as its bearer writes it."""

    surname: str
    given: str
    father: str  # the given name of his father


class Cyrillic(NamedTuple):
    """A name of Russia or Ukraine, small letters; the surname is a man's."""

    surname: str  # in Russian
    given: str
    father: str
    surname_uk: str  # in Ukrainian
    given_uk: str
    father_uk: str
    woman: bool
    ukrainian: bool  # whether he is Ukrainian, so that the second form is his own


Name = Korean | Cyrillic


def native(name: Name) -> str:
    """Write a name as its bearer would, surname first."""
    if isinstance(name, Korean):
        return name.surname + name.given
    if name.ukrainian:
        return f"{name.surname_uk} {name.given_uk}".title()
    return f"{name.surname} {name.given}".title()
