"""Which facts does a table of cases hold, and are they well formed?

Each column is read once per distinct value, by the kinds that read a single record, so
that a table and a record can never mean different things.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import polars as pl

from safeconduct.law.errors import ContradictoryFacts, FactError, TableError
from safeconduct.law.facts import RISKS
from safeconduct.law.readings.planes import Mask
from safeconduct.law.record import check, declaration

ID = "id"
NOT_STATED = 0
Codes = npt.NDArray[np.int64]
# Combined codes are made dense again before they grow beyond this.
MOST_CODES = 1 << 20
# So many ids are named in an error.
MOST_NAMED = 5
_SEPARATOR = ","


@dataclass(frozen=True, eq=False)
class Column:
    """The values of one fact in all cases.

    Attributes:
        values: The distinct values in their normal form; the first stands for "not
            stated" and is never read.
        codes: The place of each case's value among them.
    """

    values: tuple[object, ...]
    codes: Codes


@dataclass(frozen=True, eq=False)
class Groups:
    """Cases that agree in some columns.

    Attributes:
        of: The group of each case.
        first: One case of each group.
    """

    of: Codes
    first: Codes


@dataclass(frozen=True, eq=False)
class Register:
    """Checked facts of many cases.

    Attributes:
        ids: The id of each case.
        columns: The columns by the names of their facts.
    """

    ids: pl.Series
    columns: Mapping[str, Column]
    _groups: dict[tuple[str, ...], Groups] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.ids)

    def groups(self, names: Sequence[str]) -> Groups:
        """Group the cases that agree in these columns."""
        key = tuple(names)
        if key not in self._groups:
            self._groups[key] = grouped([self.columns[n] for n in key], len(self))
        return self._groups[key]

    def record(self, case: int, names: Sequence[str]) -> dict[str, object]:
        """Return what one case states of these facts, as `record.check` does."""
        found = {}
        for name in names:
            column = self.columns[name]
            code = column.codes[case]
            if code != NOT_STATED:
                found[name] = column.values[code]
        return found

    def known(self, name: str) -> Mask:
        """Tell for each case whether the value of a fact is known."""
        column = self.columns.get(name)
        if column is None:
            return np.zeros(len(self), np.bool_)
        known = [False, *(value is not None for value in column.values[1:])]
        return np.array(known, np.bool_)[column.codes]

    def answered(self, name: str, value: object, where: Mask) -> "Register":
        """Give this answer in these cases, unless it contradicts what is recorded.

        `where` loses the cases in which it does.
        """
        old = self.columns.get(name, Column((None,), np.zeros(len(self), np.int64)))
        new = self._stating(name, value, old, where)
        for cases, _ in contradictions(new, about=name):
            where[cases] = False
            new = self._stating(name, value, old, where)
        return new

    def _stating(
        self, name: str, value: object, old: Column, where: Mask
    ) -> "Register":
        codes = np.where(where, len(old.values), old.codes)
        column = Column((*old.values, value), codes)
        return replace(self, columns={**self.columns, name: column}, _groups={})


def read_register(frame: pl.DataFrame) -> Register:
    """Read a table: `id` and a column for each fact.

    Raises:
        TableError: There is no column `id`, an id is empty or stands twice, or a
            column has a type that holds no facts.
        FactError: A name or a value is not in the dictionary; the ids are named.
        ContradictoryFacts: Two facts of a case cannot both be right.
    """
    if ID not in frame.columns:
        raise TableError("The table has no column id. Name each case in it.")
    ids = frame[ID].cast(pl.String)
    if ids.null_count():
        raise TableError("A case has no id. Name each case.")
    if ids.n_unique() < len(ids):
        twice = ids.filter(ids.is_duplicated())[0]
        raise TableError(f"The id {twice} stands twice. Name each case once.")
    columns = {
        name: _column(name, frame[name], ids) for name in frame.columns if name != ID
    }
    register = Register(ids, columns)
    for case, refusal in contradictions(register):
        raise ContradictoryFacts(f"{ids[int(case[0])]}: {refusal}", fact=refusal.fact)
    return register


def contradictions(
    register: Register, about: str = ""
) -> Iterator[tuple[Codes, ContradictoryFacts]]:
    """Find cases whose facts contradict each other, with the sentence that says so.

    With `about`, only contradictions with this fact.
    """
    for names in _may_contradict(register.columns):
        if about and about not in names:
            continue
        groups = register.groups(names)
        for group, case in enumerate(groups.first):
            try:
                check(register.record(int(case), names))
            except ContradictoryFacts as refusal:
                yield np.flatnonzero(groups.of == group), refusal


def _may_contradict(names: Mapping[str, object]) -> Iterator[tuple[str, ...]]:
    """List the groups of facts that `record.check` compares with each other."""
    for name in names:
        fact, states = declaration(name)
        if fact.stem == "risk.serious_harm":
            risks = (f"{risk}[{states[0]}]" for risk in RISKS)
            yield (name, *(risk for risk in risks if risk in names))
        if fact.stem == "risk.onward" and f"risk.serious_harm[{states[1]}]" in names:
            yield name, f"risk.serious_harm[{states[1]}]"


def _column(name: str, series: pl.Series, ids: pl.Series) -> Column:
    fact, _ = declaration(name)
    words, lists = _as_words(name, series)
    distinct = words.drop_nulls().unique(maintain_order=True)
    values: list[object] = [None]
    for word in distinct:
        value = _as_written(word, series.dtype, lists=lists)
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
    codes = words.cast(pl.Enum(distinct)).to_physical().cast(pl.Int64) + 1
    return Column(tuple(values), codes.fill_null(NOT_STATED).to_numpy())


def _as_words(name: str, series: pl.Series) -> tuple[pl.Series, bool]:
    """Write a column as words, so that it has few distinct values."""
    dtype = series.dtype
    if dtype == pl.Null:
        return series.cast(pl.String), False
    if isinstance(dtype, pl.List):
        members = series.cast(pl.List(pl.String))
        if members.list.eval(pl.element().is_null().any()).list.first().any():
            raise TableError(f"{name}: a list has an empty member.")
        return members.list.join(_SEPARATOR), True
    if dtype.is_integer() or dtype.is_temporal() or dtype == pl.Boolean:
        return series.cast(pl.String), False
    if dtype in {pl.String, pl.Categorical} or isinstance(dtype, pl.Enum):
        return series.cast(pl.String), False
    raise TableError(
        f"{name}: a column of type {dtype} holds no facts. Write T, F or U, words, "
        "whole numbers, or lists of States."
    )


def _as_written(word: str, dtype: pl.DataType, *, lists: bool) -> object:
    """Turn a word back into what stood in the table."""
    if lists:
        return word.split(_SEPARATOR) if word else []
    if dtype == pl.Boolean:
        return word == "true"
    return int(word) if dtype.is_integer() else word


def grouped(columns: Sequence[Column], cases: int) -> Groups:
    """Group the cases that agree in all these columns."""
    of, size = np.zeros(cases, np.int64), 1
    for column in columns:
        of = of * len(column.values) + column.codes
        size *= len(column.values)
        if size > MOST_CODES:
            of, size = _dense(of, size)
    of, size = _dense(of, size)
    first = np.zeros(size, np.int64)
    # Written backwards, so that the first case of each group stays.
    first[of[::-1]] = np.arange(cases)[::-1]
    return Groups(of, first)


def _dense(codes: Codes, size: int) -> tuple[Codes, int]:
    """Number the codes that occur from zero."""
    if size <= 16 * MOST_CODES:
        occurs = np.zeros(size, np.bool_)
        occurs[codes] = True
        return (np.cumsum(occurs) - 1)[codes], int(occurs.sum())
    distinct = pl.Series(codes).unique().sort().to_numpy()
    return np.searchsorted(distinct, codes), len(distinct)
