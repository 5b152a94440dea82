"""Whom do the statistics count? Fixed tables; nobody asks his own question.

Free questions are what gives people away: each answer is harmless, the difference of
two is a man. So there are these tables and no others, once a month, and wishes are in
none of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from safeconduct.departure.models import DepartureLine
from safeconduct.determination import queries as determination
from safeconduct.determination.models import ProtectionClaim
from safeconduct.disclosure.rounding import Rounding
from safeconduct.hearing.models import Hearing
from safeconduct.journal.models import Entry
from safeconduct.keyring import queries as keyring
from safeconduct.register.models import Fact, Person

Cells = dict[str, set[bytes]]
_AT_ONCE = 5_000  # persons whose answers are read at a time
_SECRET = b"safeconduct/statistics"


def count() -> dict[str, dict[str, object]]:
    """Count every table and round it; the counts themselves are not kept.

    Returns:
        By table `total` and `cells`; a number is None where it is not told.
    """
    rounding = Rounding(keyring.key(keyring.OFFICE).digest(_SECRET))
    made: dict[str, dict[str, object]] = {}
    for name, table in TABLES.items():
        cells, total = rounding.table(table())
        made[name] = {"total": total, "cells": cells}
    return made


def standing() -> Cells:
    """Count everybody by where he stands."""
    cells: Cells = {status.value: set() for status in Person.Status}
    return _filled(cells, Person.objects.values_list("status", "id"))


def nationality() -> Cells:
    """Count by nationality, of whom it is stated; who has two counts twice."""
    stated = Fact.objects.filter(name="person.nationalities", person__isnull=False)
    newest = stated.order_by("person", "-at").distinct("person")
    rows = newest.values_list("value", "person").iterator()
    return _filled(
        {}, ((state, who) for value, who in rows for state in _states(value))
    )


def _states(value: object) -> Iterable[str]:
    return value if isinstance(value, list) else ()


def hearings() -> Cells:
    """Count whom somebody has heard, and whom nobody has, of those in custody."""
    held = set(Person.objects.filter(status="held").values_list("id", flat=True))
    heard = held & set(Hearing.objects.values_list("person", flat=True).distinct())
    rows = [("heard", who) for who in heard] + [("unheard", w) for w in held - heard]
    return _filled({"heard": set(), "unheard": set()}, rows)


def claims() -> Cells:
    """Count claims to protection by how the newest of each person stands."""
    newest = ProtectionClaim.objects.order_by("person", "-lodged").distinct("person")
    cells: Cells = {status.value: set() for status in ProtectionClaim.Status}
    return _filled(cells, newest.values_list("status", "person"))


def ways() -> Cells:
    """Count by what the newest determination answers to each way out."""
    cells: Cells = {}
    persons = list(Person.objects.order_by("id").values_list("id", flat=True))
    for start in range(0, len(persons), _AT_ONCE):
        answers = determination.newest_answers(persons[start : start + _AT_ONCE])
        _filled(
            cells,
            (
                (f"{option}:{answer['result']}", who)
                for who, options in answers.items()
                for option, answer in options.items()
            ),
        )
    return dict(sorted(cells.items()))


def departures() -> Cells:
    """Count who has left, by the way he left, and whom the gate has turned back."""
    left = DepartureLine.objects.filter(status__in=["handed_over", "received"])
    back = Entry.objects.filter(kind="departure.refused").values_list("subject")
    rows = list(left.values_list("list__option", "person"))
    return _filled({}, [*rows, *(("turned_back", who) for (who,) in back.distinct())])


TABLES: Mapping[str, Callable[[], Cells]] = {
    "standing": standing,
    "nationality": nationality,
    "hearings": hearings,
    "claims": claims,
    "ways": ways,
    "departures": departures,
}


def _filled(cells: Cells, rows: Iterable[tuple[str, object]]) -> Cells:
    found: defaultdict[str, set[bytes]] = defaultdict(set, cells)
    for name, who in rows:
        found[name].add(str(who).encode())
    return dict(found)
