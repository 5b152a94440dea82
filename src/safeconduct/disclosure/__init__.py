"""Whom does a text give away, and what must go so that it does not?

Persons and texts go in; spans, the number of people they fit, and redacted texts
come out. Nothing here knows Django, a database or the network.
"""

from safeconduct.disclosure.persons import Person, PersonsRefused, read_persons
from safeconduct.disclosure.phrasing import phrases
from safeconduct.disclosure.register import Register
from safeconduct.disclosure.scanning import THRESHOLD, Exposure, Span, scan

__all__ = [
    "THRESHOLD",
    "Exposure",
    "Person",
    "PersonsRefused",
    "Register",
    "Span",
    "phrases",
    "read_persons",
    "scan",
]
