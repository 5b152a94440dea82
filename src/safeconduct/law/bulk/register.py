"""Which facts does a table of cases hold, and are they well formed?

Each column is read once per distinct value, by the kinds that read a single record, so
that a table and a record can never mean different things.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl

from safeconduct.law.errors import (
    ContradictoryFacts,
    FactError,
    ReadingsDiffer,
    TableError,
)
from safeconduct.law.facts import RISKS
from safeconduct.law.readings.planes import (
    Plane,
    Words,
    nowhere,
    packed,
    unpacked,
    words_for,
)
from safeconduct.law.record import check, declaration

ID = "id"
NOT_STATED = 0
Codes = npt.NDArray[np.unsignedinteger]
Weights = npt.NDArray[np.int64]
# Cases are put together where on average at least so many agree.
WORTH_WHILE = 2
# Up to so many values of a column are joined from planes; more are looked up.
FEW = 16
# So many ids are named in an error.
MOST_NAMED = 5
HARM = "risk.serious_harm"
_SEPARATOR = ","


class Column:
    """The values of one fact in all cases.

    Args:
        values: The distinct values in their normal form; the first stands for "not
            stated" and is never read.
        codes: The place of each case's value among them.
    """

    def __init__(self, values: tuple[object, ...], codes: Codes) -> None:
        self.values = values
        self.cases = len(codes)
        self._codes = codes
        self._planes: dict[int, Words] = {}

    @property
    def codes(self) -> Codes:
        """The place of each case's value among the values."""
        return self._codes

    def plane(self, code: int) -> Words:
        """Tell in which cases this value stands."""
        if code not in self._planes:
            self._planes[code] = self._plane(code)
        return self._planes[code]

    def _plane(self, code: int) -> Words:
        return packed(self._codes == code)

    def among(self, codes: Sequence[int]) -> Words:
        """Tell in which cases one of these values stands."""
        if not codes:
            return nowhere(words_for(self.cases))
        if len(codes) == 1:
            return self.plane(codes[0])
        if len(codes) <= FEW:
            joined: Words = np.bitwise_or.reduce([self.plane(code) for code in codes])
            return joined
        wanted = np.zeros(len(self.values), np.bool_)
        wanted[list(codes)] = True
        return packed(wanted[self.codes])

    def where(self, test: Callable[[object], bool]) -> Words:
        """Tell in which cases a value is stated that passes a test."""
        codes = range(NOT_STATED + 1, len(self.values))
        return self.among([code for code in codes if test(self.values[code])])

    @cached_property
    def stated(self) -> Words:
        """The cases in which something is stated, be it that it is unknown."""
        return self.where(lambda _: True)

    @cached_property
    def truth(self) -> Plane:
        """The truth it has in each case; what is no truth is unknown."""
        true = self.where(lambda value: value is True)
        return Plane(true, self.where(lambda value: value is False))


class Answered(Column):
    """The values of one fact with another value in its place in some cases.

    Args:
        before: The values as they were.
        value: What takes their place.
        where: In which cases.
    """

    def __init__(self, before: Column, value: object, where: Words) -> None:
        stated = before.values[1:]
        known = value in stated
        super().__init__(
            before.values if known else (*before.values, value), before.codes
        )
        self._before = before
        self._where = where
        self._place = 1 + stated.index(value) if known else len(before.values)

    @property
    def codes(self) -> Codes:
        """The place of each case's value among the values; made when asked for."""
        return self._made

    @cached_property
    def _made(self) -> Codes:
        room = np.promote_types(np.min_scalar_type(self._place), self._codes.dtype)
        codes = self._codes.astype(room)
        codes[unpacked(self._where, self.cases)] = self._place
        return codes

    def _plane(self, code: int) -> Words:
        if code == self._place:
            known = code < len(self._before.values)
            return self._before.plane(code) | self._where if known else self._where
        return self._before.plane(code) & ~self._where


@dataclass(frozen=True, eq=False)
class Register:
    """Checked facts of many cases.

    Attributes:
        ids: The id of each case.
        columns: The columns by the names of their facts.
    """

    ids: pl.Series
    columns: Mapping[str, Column]

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def everywhere(self) -> Words:
        """All cases; the bits beyond the last case are not set."""
        return packed(np.ones(len(self), np.bool_))

    @cached_property
    def unstated(self) -> Column:
        """The column of a fact that nobody states."""
        return Column((None,), np.zeros(len(self), np.uint8))

    def column(self, name: str) -> Column:
        """Find the column of a fact, stated or not."""
        return self.columns.get(name, self.unstated)

    def truth(self, name: str) -> Plane:
        """Tell the truth of a fact in each case."""
        return self.column(name).truth

    def stated(self, name: str) -> Words:
        """Tell in which cases a fact is stated, be it that it is unknown."""
        return self.column(name).stated

    def known(self, name: str) -> Words:
        """Tell in which cases the value of a fact is known."""
        return self.column(name).where(lambda value: value is not None)

    def record(self, case: int, names: Iterable[str]) -> dict[str, object]:
        """Return what one case states of these facts, as `record.check` does."""
        found = {}
        for name in names:
            column = self.columns[name]
            code = column.codes[case]
            if code != NOT_STATED:
                found[name] = column.values[code]
        return found

    def answered(
        self, name: str, value: object, where: Words
    ) -> tuple["Register", Words]:
        """Give this answer in these cases, unless it contradicts what is recorded.

        Returns:
            The register, and the cases in which the answer now stands.
        """
        new = self._stating(name, value, where)
        refused = nowhere(len(where))
        for _, cases in contradictions(new, about=name):
            refused |= cases
        if not refused.any():
            return new, where
        allowed = where & ~refused
        return self._stating(name, value, allowed), allowed

    def _stating(self, name: str, value: object, where: Words) -> "Register":
        column = Answered(self.column(name), value, where)
        return replace(self, columns={**self.columns, name: column})


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


def distinct(register: Register) -> tuple[Register, Weights | None]:
    """Keep one of the cases that agree in every fact that decides something.

    Returns:
        The cases, and how many each stands for; the register as it is, and `None`, if
        too few of them agree for it to be worth while.
    """
    deciding = [c for n, c in register.columns.items() if declaration(n)[0].decides]
    if not deciding:
        return register, None
    codes = pl.DataFrame({str(n): column.codes for n, column in enumerate(deciding)})
    hashes = codes.hash_rows()
    if hashes.n_unique() > len(register) / WORTH_WHILE:
        return register, None
    _, first, of, weights = np.unique(
        hashes.to_numpy(), return_index=True, return_inverse=True, return_counts=True
    )
    if any((column.codes[first][of] != column.codes).any() for column in deciding):
        return register, None  # pragma: no cover - two rows with one hash of 64 bits
    columns = {n: Column(c.values, c.codes[first]) for n, c in register.columns.items()}
    return Register(register.ids.gather(first), columns), weights


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


def contradictions(
    register: Register, about: str = ""
) -> Iterator[tuple[tuple[str, ...], Words]]:
    """Find the cases in which facts contradict each other, with the facts.

    This says of all cases what `record.check` says of one. With `about`, only
    contradictions with this fact.
    """
    for names in _may_contradict(register.columns):
        if not about or about in names:
            cases = _contradicted(register, *names)
            if cases.any():
                yield names, cases


def _may_contradict(columns: Mapping[str, Column]) -> Iterator[tuple[str, ...]]:
    """List the facts that `record.check` compares, the one it names first in front."""
    for name in columns:
        if name.startswith(f"{HARM}["):
            state = declaration(name)[1][0]
            yield (name, *(f"{risk}[{state}]" for risk in RISKS))
        if name.startswith("risk.onward["):
            yield name, f"{HARM}[{declaration(name)[1][1]}]"


def _contradicted(register: Register, name: str, *others: str) -> Words:
    """Tell in which cases a fact contradicts the others."""
    stated = register.truth(name)
    if name.startswith(f"{HARM}["):
        risks = [register.truth(risk) for risk in others]
        some: Words = np.bitwise_or.reduce([risk.true for risk in risks])
        none: Words = np.bitwise_and.reduce([risk.false for risk in risks])
        return (stated.false & some) | (stated.true & none)
    return stated.true & register.truth(others[0]).false


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
