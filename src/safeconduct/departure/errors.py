"""Why a departure could not be carried out.

DepartureError
├── NoSuchList
├── NoSuchLine
├── NotInTurn
├── SamePerson
└── GateClosed
"""

from collections.abc import Sequence
from typing import Protocol


class DepartureError(Exception):
    """Base of every error of this app; faces catch this one."""


class NoSuchList(DepartureError):
    """There is no such list, or it cannot be opened like this."""


class NoSuchLine(DepartureError):
    """There is no such line, or it is not the officer's to see."""


class NotInTurn(DepartureError):
    """The line is not at the step that comes before this one."""


class SamePerson(DepartureError):
    """The second officer is the first, or serves the same authority."""


class Obstacle(Protocol):
    """One thing that stands in the way."""

    def __str__(self) -> str: ...


class GateClosed(DepartureError):
    """Something bars the departure; `obstacles` names all of it."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__("Refused. " + " ".join(str(o) for o in obstacles))
        self.obstacles = tuple(obstacles)
