"""Was a hearing valid, and if not, which safeguard is missing (ENG-WISH)?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from safeconduct.hearing import queries as hearing
from safeconduct.hearing.queries import Heard
from safeconduct.law import SAFEGUARDS, hearing_valid
from safeconduct.web import words


@dataclass(frozen=True)
class Judged:
    """A hearing with its validity; `None` is unknown."""

    hearing: Heard
    valid: bool | None
    lacks: list[str]
    wish: str


def judged(held: list[Heard], known: Mapping[str, Any]) -> list[Judged]:
    """Judge each hearing by its own safeguards and by what is known of the person."""
    labels = dict(hearing.safeguards())
    return [_judge(one, known, labels) for one in held]


def _judge(one: Heard, known: Mapping[str, Any], labels: Mapping[str, str]) -> Judged:
    answers = {f"hearing.{name}": value for name, value in one.safeguards.items()}
    valid = hearing_valid({**known, **answers, "wish.current": one.wish})
    lacks = []
    for name, right in SAFEGUARDS.items():
        given = answers.get(name, "U")
        label = labels[name.removeprefix("hearing.")]
        if given == "U":
            lacks.append(_("Not known: %(what)s.") % {"what": label})
        elif (given == "T") is not right:
            template = _("Not so: %(what)s.") if right else _("It was so: %(what)s.")
            lacks.append(template % {"what": label})
    if valid is not True and known.get("health.capacity") != "T":
        lacks.append(_("The doctor has not found him able to understand and decide."))
    if valid is not True and known.get("person.is_minor") != "F":
        lacks.append(_("Nobody has established that he is of age, or has a guardian."))
    return Judged(one, valid, lacks, words.wish(one.wish))
