"""What is known of everyone in custody at a moment, asked in one question?

`record.facts` collects the same of one person. Here the database puts it together for
all of them and hands it over a part at a time: one statement, so that all of it is of
one moment, and one row a person.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from safeconduct.determination import record
from safeconduct.hearing.queries import SAFEGUARDS

# Rows that the database hands over at a time.
ROWS = 2_000

# `common`, `own`: of several statements the newest holds; one that is no longer fresh
# is left out, but still stands before an older one. `stale` names those of the person.
_QUESTION = f"""
WITH held AS (
    SELECT id, case_number FROM register_person WHERE status = 'held'
), common AS (
    SELECT DISTINCT ON (name) name, value, at, id,
        (valid_until IS NULL OR valid_until >= %(at)s) AS fresh
    FROM register_fact WHERE person_id IS NULL AND at <= %(at)s
    ORDER BY name, at DESC, id DESC
), own AS (
    SELECT DISTINCT ON (f.person_id, f.name) f.person_id, f.name, f.value, f.at, f.id,
        (f.valid_until IS NULL OR f.valid_until >= %(at)s) AS fresh
    FROM register_fact AS f JOIN held ON held.id = f.person_id WHERE f.at <= %(at)s
    ORDER BY f.person_id, f.name, f.at DESC, f.id DESC
), stated AS (
    SELECT own.person_id, array_agg(own.name) FILTER (WHERE NOT own.fresh) AS stale,
        jsonb_object_agg(own.name, own.value) FILTER (WHERE own.fresh) AS fresh
    FROM own LEFT JOIN common USING (name)
    WHERE common.id IS NULL OR (own.at, own.id) > (common.at, common.id)
    GROUP BY own.person_id
), heard AS (
    SELECT h.person_id, array_agg(h.wish ORDER BY h.held_at, e.at) AS wishes,
        (array_agg(h.held_at ORDER BY h.held_at DESC, e.at DESC))[1:2] AS days,
        (array_agg(h.id ORDER BY h.held_at DESC, e.at DESC))[1] AS newest
    FROM hearing_hearing AS h JOIN journal_entry AS e ON e.id = h.entry_id
    WHERE h.held_at <= %(at)s GROUP BY h.person_id
), confirmed AS (
    SELECT DISTINCT ON (r.hearing_id, r.stage) r.hearing_id, r.stage,
        (r.answer = 'yes') AS yes
    FROM hearing_reconfirmation AS r JOIN journal_entry AS e ON e.id = r.entry_id
    WHERE r.asked_at BETWEEN %(window)s AND %(at)s
    ORDER BY r.hearing_id, r.stage, r.asked_at DESC, e.at DESC
), claims AS (
    SELECT person_id, array_agg(status ORDER BY lodged) AS statuses
    FROM determination_protectionclaim GROUP BY person_id
), newest AS (
    SELECT DISTINCT ON (person_id) person_id, id
    FROM determination_determination ORDER BY person_id, at DESC, id DESC
)
SELECT held.case_number,
    (SELECT jsonb_object_agg(name, value) FROM common WHERE fresh)::text,
    stated.fresh::text, stated.stale, claims.statuses, heard.wishes, heard.days,
    camp.yes, border.yes, made.law_hash, made.facts::text,
    (SELECT jsonb_object_agg(
            option.key,
            (SELECT jsonb_object_agg(there.key, there.value -> 'status')
                FROM jsonb_each(option.value -> 'destinations') AS there))
        FROM jsonb_each(made.answers) AS option)::text,
    {", ".join(f"h.{name}" for name in SAFEGUARDS)}
FROM held
LEFT JOIN stated ON stated.person_id = held.id
LEFT JOIN claims ON claims.person_id = held.id
LEFT JOIN heard ON heard.person_id = held.id
LEFT JOIN hearing_hearing AS h ON h.id = heard.newest
LEFT JOIN confirmed AS camp
    ON camp.hearing_id = heard.newest AND camp.stage = 'camp'
LEFT JOIN confirmed AS border
    ON border.hearing_id = heard.newest AND border.stage = 'border'
LEFT JOIN newest ON newest.person_id = held.id
LEFT JOIN determination_determination AS made ON made.id = newest.id
"""  # noqa: S608 - the names of our own columns


@dataclass(frozen=True)
class Made:
    """The newest determination of a person.

    Attributes:
        law_hash: The law that was asked.
        facts: What was known.
        statuses: What it answered, by option and State.
    """

    law_hash: str
    facts: Mapping[str, Any]
    statuses: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Known:
    """What is known of a person in custody.

    Attributes:
        case_number: The number of the case.
        facts: The facts in force, as `record.facts` collects them.
        made: The newest determination, reviewed or not.
    """

    case_number: str
    facts: Mapping[str, Any]
    made: Made | None


def everyone(*, at: datetime) -> Iterator[Known]:
    """Collect what is known of everyone in custody, in no order.

    Args:
        at: The moment, timezone-aware.
    """
    window = at - timedelta(hours=settings.RECONFIRM_HOURS)
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(_QUESTION, {"at": at, "window": window})
        while rows := cursor.fetchmany(ROWS):
            yield from map(_known, rows)


def _known(row: tuple[Any, ...]) -> Known:
    number, common, fresh, stale, claims, wishes, days, camp, border, *rest = row
    law_hash, facts, statuses, *safeguards = rest
    own = json.loads(fresh or "{}")
    of_the_house = _read_once(common or "{}").items()
    stated = {n: value for n, value in of_the_house if n not in (stale or ())} | own
    heard = _heard(wishes, days, camp, border, safeguards)
    known = record.joined(stated, heard, record.standing(claims or ()))
    if law_hash is None:
        return Known(number, known, None)
    made = Made(law_hash, json.loads(facts), json.loads(statuses or "{}"))
    return Known(number, known, made)


@lru_cache(maxsize=1)
def _read_once(text: str) -> Mapping[str, Any]:
    """Read the facts of the house, which every row repeats."""
    found: dict[str, Any] = json.loads(text)
    return found


def _heard(
    wishes: list[str] | None,
    days: list[datetime],
    camp: bool | None,  # noqa: FBT001 - a column of the question
    border: bool | None,  # noqa: FBT001 - as above
    safeguards: list[str],
) -> dict[str, object]:
    """State what the hearings establish, as `hearing.queries.facts` does."""
    if wishes is None:
        return {"wish.current": "never_asked", "hearing.valid": "F"}
    found: dict[str, object] = {
        "wish.current": wishes[-1],
        "wish.history": wishes,
        **{
            f"hearing.{name}": told
            for name, told in zip(SAFEGUARDS, safeguards, strict=True)
        },
    }
    if camp is not None:
        found["wish.reconfirmed"] = "T" if camp else "F"
    if border is not None:
        found["wish.border_confirmed"] = "T" if border else "F"
    if len(days) > 1:
        found["hearing.days_apart"] = (days[0] - days[1]).days
    return found
