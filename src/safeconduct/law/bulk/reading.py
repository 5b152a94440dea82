"""Which facts does a table of cases hold, and are they well formed?

Each column is read once per distinct value, by the kinds that read a single record, so
that a table and a record can never mean different things.
"""

from array import array
from collections.abc import Mapping

import numpy as np
import polars as pl

from safeconduct.law.bulk.column import NOT_STATED, Column
from safeconduct.law.bulk.register import Register, contradictions
from safeconduct.law.errors import (
    ContradictoryFacts,
    FactError,
    ReadingsDiffer,
    TableError,
)
from safeconduct.law.readings.planes import unpacked
from safeconduct.law.record import check, declaration

ID = "id"
# So many ids are named in an error.
MOST_NAMED = 5
_SEPARATOR = ","


def read_register(frame: pl.DataFrame) -> Register:
    """Read a table: `id` and a column for each fact.

    Raises:
        TableError: There is no column `id`, an id is empty or stands twice, or a
            column has a type that holds no facts.
        FactError: A name or a value is not in the dictionary; the ids are named.
        ContradictoryFacts: Two facts of a case cannot both be right.
    """
    ids = read_ids(frame)
    names = [name for name in frame.columns if name != ID]
    for name in names:
        declaration(name)
    words = frame.select(_as_words(name, frame.schema[name]) for name in names)
    _refuse_gaps(frame, words)
    distinct = {
        name: words[name].drop_nulls().unique(maintain_order=True) for name in names
    }
    codes = words.select(_codes(name, distinct[name]) for name in names)
    columns = {
        name: Column(
            _values(frame[name], words[name], distinct[name], ids),
            codes[name].to_numpy(),
        )
        for name in names
    }
    register = Register(ids, columns)
    _refuse_contradictions(register)
    return register


def read_records(records: Mapping[str, Mapping[str, object]]) -> Register:
    """Read records, such as one person has each, by the ids of their cases.

    Raises:
        FactError: A name or a value is not in the dictionary; the id is named.
        ContradictoryFacts: Two facts of a case cannot both be right.
    """
    made: dict[str, _Growing] = {}
    for case, (id_, record) in enumerate(records.items()):
        for name, value in record.items():
            if name not in made:
                made[name] = _Growing(name, len(records))
            made[name].state(case, value, id_)
    columns = {name: one.column() for name, one in made.items()}
    register = Register(pl.Series(ID, list(records), pl.String), columns)
    _refuse_contradictions(register)
    return register


class _Growing:
    """A column to which one value after another is added."""

    def __init__(self, name: str, cases: int) -> None:
        self._name = name
        self._fact, _ = declaration(name)
        self._values: list[object] = [None]
        self._places: dict[object, int] = {}
        self._codes = array("L", bytes(array("L").itemsize * cases))

    def state(self, case: int, value: object, id_: str) -> None:
        # `True` and 1 are one key of a dict, but not one value of a fact.
        written = tuple(value) if isinstance(value, list) else value
        key = (type(value), written)
        place = self._places.get(key)
        if place is None:
            self._values.append(self._read(value, id_))
            place = self._places[key] = len(self._values) - 1
        self._codes[case] = place

    def _read(self, value: object, id_: str) -> object:
        try:
            return self._fact.kind.read(value)
        except ValueError as refusal:
            raise FactError(
                f"{self._name} cannot be {value!r}: write {refusal} (in {id_}).",
                fact=self._name,
                nearest=self._fact.name,
            ) from None

    def column(self) -> Column:
        codes = np.array(self._codes, np.min_scalar_type(len(self._values)))
        return Column(tuple(self._values), codes)


def read_ids(frame: pl.DataFrame) -> pl.Series:
    """Read the ids of the cases as words.

    Raises:
        TableError: There is no column `id`, an id is empty or stands twice.
    """
    if ID not in frame.columns:
        raise TableError("The table has no column id. Name each case in it.")
    ids = frame[ID].cast(pl.String)
    if ids.null_count():
        raise TableError("A case has no id. Name each case.")
    if ids.n_unique() < len(ids):
        twice = ids.filter(ids.is_duplicated())[0]
        raise TableError(f"The id {twice} stands twice. Name each case once.")
    return ids


def _refuse_contradictions(register: Register) -> None:
    """Let `record.check` say what is wrong with the first case that is refused."""
    for facts, cases in contradictions(register):
        case = int(np.flatnonzero(unpacked(cases, len(register)))[0])
        named = register.ids[case]
        try:
            check(register.record(case, [f for f in facts if f in register.columns]))
        except ContradictoryFacts as refusal:
            message = f"{named}: {refusal}"
            raise ContradictoryFacts(message, fact=refusal.fact) from None
        raise ReadingsDiffer(
            f"{named}: its facts contradict each other in the table, but not alone.",
            ids=(named,),
        )


def _as_words(name: str, dtype: pl.DataType) -> pl.Expr:
    """Write a column as words, so that it has few distinct values."""
    column = pl.col(name)
    if isinstance(dtype, pl.List):
        # A list with an empty member becomes empty itself, which is refused.
        return column.cast(pl.List(pl.String)).list.join(_SEPARATOR, ignore_nulls=False)
    if isinstance(dtype, pl.Date | pl.Datetime):
        return column.dt.to_string("iso:strict")
    plain = dtype.is_integer() or isinstance(dtype, pl.Enum)
    if plain or dtype in {pl.Null, pl.Boolean, pl.String, pl.Categorical}:
        return column.cast(pl.String)
    raise TableError(
        f"{name}: a column of type {dtype} holds no facts. Write T, F or U, words, "
        "whole numbers, or lists of States."
    )


def _refuse_gaps(frame: pl.DataFrame, words: pl.DataFrame) -> None:
    for name, dtype in frame.schema.items():
        if (
            isinstance(dtype, pl.List)
            and words[name].null_count() > frame[name].null_count()
        ):
            raise TableError(f"{name}: a list has an empty member.")


def _codes(name: str, distinct: pl.Series) -> pl.Expr:
    """Number the words of a column from one, in as few bytes as they need."""
    room = pl.UInt8 if len(distinct) < np.iinfo(np.uint8).max else pl.UInt32
    places = pl.col(name).cast(pl.Enum(distinct)).to_physical().cast(room)
    return (places + 1).fill_null(NOT_STATED)


def _values(
    series: pl.Series, words: pl.Series, distinct: pl.Series, ids: pl.Series
) -> tuple[object, ...]:
    """Read each distinct value of a column by its kind."""
    name = series.name
    fact, _ = declaration(name)
    values: list[object] = [None]
    for word in distinct:
        value = _as_written(word, series.dtype)
        try:
            values.append(fact.kind.read(value))
        except ValueError as refusal:
            where = ids.filter(words == word)
            named = ", ".join(where.head(MOST_NAMED))
            more = " and others" if len(where) > MOST_NAMED else ""
            raise FactError(
                f"{name} cannot be {value!r}: write {refusal} (in {named}{more}).",
                fact=name,
                nearest=fact.name,
            ) from None
    return tuple(values)


def _as_written(word: str, dtype: pl.DataType) -> object:
    """Turn a word back into what stood in the table."""
    if isinstance(dtype, pl.List):
        return word.split(_SEPARATOR) if word else []
    if dtype == pl.Boolean:
        return word == "true"
    return int(word) if dtype.is_integer() else word
