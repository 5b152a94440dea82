"""Who is protected? A list of persons from CSV or JSON, read tolerantly.

Every column but `id` may be empty or missing. What cannot be read costs its own field
or row, never the list, and a complaint names the row and the column, not the value.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from safeconduct.disclosure.states import alpha3
from safeconduct.disclosure.tables import finder
from safeconduct.text.decode import LIMIT, decode
from safeconduct.text.errors import InputRefused

COLUMNS = (
    "id", "names", "false_names", "nationality", "age", "birth_date", "role", "unit",
    "capture_place", "capture_month", "injury", "home", "wish",
)  # fmt: skip
OLDEST = 120
MONTH = re.compile(r"(\d{4})-(\d{2})(?:-\d{2})?")
CELL = 10_000
"""Characters of one field; what is longer is no name."""


class PersonsRefused(InputRefused):
    """The list of persons cannot be used at all; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Person:
    """A protected person as the register knows him; None and () are unknown.

    `capture_month` is (year, month). Free text may be in any of the four languages.
    """

    id: str
    names: tuple[str, ...] = ()
    false_names: tuple[str, ...] = ()
    nationality: str | None = None
    age: int | None = None
    birth_date: date | None = None
    role: str | None = None
    unit: str | None = None
    capture_place: str | None = None
    capture_month: tuple[int, int] | None = None
    injury: str | None = None
    home: str | None = None
    wish: str | None = None


class _Unreadable(Exception):
    """A field's value cannot be read; the text says what is expected."""


def read_persons(
    data: bytes, name: str = ""
) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """Read a list of persons: CSV with a header, or a JSON list of objects.

    Args:
        data: the file as it came, in any charset `text.decode` knows; fields of CSV
            are parted by comma, semicolon or tab.
        name: the file's name; its ending helps to tell JSON from CSV.

    Returns:
        The persons in the order of the file, and a sentence for each thing ignored.

    Raises:
        InputRefused: nothing can be read from it.
    """
    text = decode(data, limit=LIMIT).text.lstrip("\ufeff")
    if name.lower().endswith(".json") or text.lstrip()[:1] in {"[", "{"}:
        rows, first = _json_rows(text), 1
    else:
        rows, first = _csv_rows(text), 2
    complaints = list(_unknown_columns(rows))
    persons: dict[str, Person] = {}
    for number, row in enumerate(rows, start=first):
        person, wrong = _person(row, number)
        complaints += wrong
        if person is not None and person.id in persons:
            complaints.append(
                f"Row {number} repeats the id of an earlier row and is left out: "
                "give every person an id of his own."
            )
        elif person is not None:
            persons[person.id] = person
    return tuple(persons.values()), tuple(complaints)


def _json_rows(text: str) -> list[Any]:
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PersonsRefused(
            "The list of persons is not valid JSON. Give a list of objects, each "
            'with an "id".'
        ) from error
    if isinstance(loaded, dict):
        loaded = next((v for v in loaded.values() if isinstance(v, list)), [loaded])
    if not isinstance(loaded, list):
        raise PersonsRefused(
            'The list of persons must be a JSON list of objects, each with an "id".'
        )
    return loaded


def _csv_rows(text: str) -> list[Any]:
    head = text.partition("\n")[0]
    delimiter = max(",\t;|", key=head.count)
    csv.field_size_limit(CELL * 10)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [_column(cell) for cell in next(reader, [])]
        rows: list[Any] = [
            dict(zip(header, cells, strict=False))
            for cells in reader
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        raise PersonsRefused(
            f"The list of persons is not valid CSV near line {reader.line_num}. "
            "Check the quotation marks there."
        ) from error
    if "id" not in header:
        raise PersonsRefused(
            'The list of persons has no column "id". Its first line must name the '
            f"columns: {', '.join(COLUMNS)}."
        )
    return rows


def _column(cell: object) -> str:
    return re.sub(r"[\s-]+", "_", str(cell).strip().lower())


def _unknown_columns(rows: Iterable[Any]) -> Iterator[str]:
    found = {_column(key): None for row in rows if isinstance(row, dict) for key in row}
    unknown = [column for column in found if column not in COLUMNS and column]
    if unknown:
        shown = ", ".join(column[:40] for column in unknown[:20])
        yield f"Columns that are not known are ignored: {shown}."


def _person(row: object, number: int) -> tuple[Person | None, list[str]]:
    if not isinstance(row, Mapping):
        return None, [f"Row {number} is left out: it is not an object with an id."]
    cells = {_column(key): value for key, value in row.items()}
    person_id = _text(cells.get("id"))
    if person_id is None:
        return None, [f"Row {number} is left out: it has no id."]
    fields: dict[str, Any] = {}
    wrong = []
    for column, read in READERS.items():
        try:
            fields[column] = read(cells.get(column))
        except _Unreadable as error:
            wrong.append(f"Row {number}: {column} is ignored: {error}")
    return Person(id=person_id, **fields), wrong


def _text(value: object) -> str | None:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, list | tuple):
        value = "; ".join(str(part) for part in value if part is not None)
    return str(value).strip()[:CELL] or None


def _names(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list | tuple) else str(value or "").split(";")
    texts = (_text(part) for part in parts)
    return tuple(dict.fromkeys(text[:200] for text in texts if text))


def _nationality(value: object) -> str | None:
    text = _text(value)
    if text is None:
        return None
    if re.fullmatch("[A-Za-z]{3}", text):
        return text.upper()
    if (three := alpha3(text)) is not None:
        return three
    said = finder("nations", "nation").match(text)
    if said is None or said.lastgroup is None:
        raise _Unreadable("give three letters as in ISO 3166 alpha-3, such as PRK.")
    return said.lastgroup


def _age(value: object) -> int | None:
    text = _text(value)
    if text is None:
        return None
    match = re.fullmatch(r"(\d{1,3})(?:\.0+)?", text)
    if match is None or int(match[1]) > OLDEST:
        raise _Unreadable("give whole years, such as 26.")
    return int(match[1])


def _day(value: object) -> date | None:
    text = _text(value)
    if text is None:
        return None
    partial = re.fullmatch(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?", text)
    try:
        if partial:
            # Only the year is compared: the middle of what is known stands for it.
            month = int(partial["month"] or 7)
            return date(int(partial["year"]), month, 15 if partial["month"] else 1)
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise _Unreadable("write the day as YYYY-MM-DD, or the year alone.") from error


def _month(value: object) -> tuple[int, int] | None:
    text = _text(value)
    if text is None:
        return None
    match = MONTH.fullmatch(text)
    if match is None or not 1 <= int(match[2]) <= 12:  # noqa: PLR2004
        raise _Unreadable("write the month as YYYY-MM.")
    return int(match[1]), int(match[2])


READERS = {
    "names": _names,
    "false_names": _names,
    "nationality": _nationality,
    "age": _age,
    "birth_date": _day,
    "role": _text,
    "unit": _text,
    "capture_place": _text,
    "capture_month": _month,
    "injury": _text,
    "home": _text,
    "wish": _text,
}
