"""What do many cases hold of every fact, and what of it contradicts itself?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl

from safeconduct.law.bulk.column import NOT_STATED, Answered, Column
from safeconduct.law.facts import RISKS
from safeconduct.law.readings.planes import Plane, Words, nowhere, packed
from safeconduct.law.record import declaration

Weights = npt.NDArray[np.int64]
# Cases are put together where on average at least so many agree.
WORTH_WHILE = 2
HARM = "risk.serious_harm"


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
