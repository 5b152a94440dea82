"""How is a provision told to a person: English, Korean, Ukrainian, Russian?"""

from dataclasses import dataclass

from safeconduct.law import wording
from safeconduct.law.provisions.binding import Binding


@dataclass(frozen=True)
class Said:
    """A provision in the words of one language; what it does not have is empty.

    Attributes:
        citation: Where it stands.
        condition: When it speaks.
        consequence: What it demands.
        unknown: What follows from an unknown fact, and who carries the burden.
        deadline: Until when.
        checked: How far its source was read, where the marks do not tell it all.
        binds: In which ways it binds.
        section: The part of the law it belongs to.
        marks: What its marks mean.
    """

    citation: str
    condition: str
    consequence: str
    unknown: str
    deadline: str
    checked: str
    binds: tuple[str, ...]
    section: str
    marks: tuple[str, ...]


def said(one: Binding, language: str) -> Said:
    """Tell a provision in a language.

    Raises:
        NoWording: The law does not speak that language.
    """
    provision = one.provision
    return Said(
        citation=wording.citation(provision.id, language, english=provision.citation),
        condition=wording.provision(one.id, "condition", language),
        consequence=wording.provision(one.id, "consequence", language),
        unknown=wording.provision(one.id, "unknown", language),
        deadline=wording.deadline(one.id, language)
        or wording.provision(one.id, "deadline", language),
        checked=wording.provision(one.id, "checked", language),
        binds=tuple(wording.term(f"how.{how}", language) for how in one.binds),
        section=wording.term(f"section.{one.section}", language),
        marks=tuple(wording.term(f"mark.{mark}", language) for mark in one.marks),
    )
