"""Why does the machine propose that two records are one person?

Says field by field what agrees, what contradicts and what one of them lacks, each with
its weight, and lets `names` tell how the two names can be read alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from safeconduct import names
from safeconduct.linkage.model import BY_FIELD, Level


@dataclass(frozen=True, slots=True)
class Explanation:
    """What speaks for and against one pair.

    Attributes:
        agree, contradict, unclear: Sentences with weights, the heaviest first.
        missing: Fields that one of the two lacks.
        readings: How both names can be read, the likeliest first.
    """

    agree: tuple[str, ...]
    contradict: tuple[str, ...]
    unclear: tuple[str, ...]
    missing: tuple[str, ...]
    readings: tuple[str, ...]


def explain(
    pair: Mapping[str, Any],
    fields: Sequence[str],
    name_l: str | None,
    name_r: str | None,
) -> Explanation:
    """Explain one pair.

    Args:
        pair: `gamma_` and `bits_` of every field.
        fields: Those compared.
        name_l: The one name as written.
        name_r: The other.
    """
    said: dict[int, list[tuple[float, str]]] = {1: [], 0: [], -1: []}
    missing = []
    for field in fields:
        level = level_of(field, int(pair[f"gamma_{field}"]))
        if level is None:
            missing.append(field.replace("_", " "))
            continue
        bits = float(pair[f"bits_{field}"])
        words = f"{field.replace('_', ' ')}: {level.words} ({bits:+.1f})"
        said[_side(level, bits)].append((bits, words))
    return Explanation(
        tuple(w for _, w in sorted(said[1], reverse=True)),
        tuple(w for _, w in sorted(said[-1])),
        tuple(w for _, w in sorted(said[0], reverse=True)),
        tuple(missing),
        _readings(name_l, name_r),
    )


def _side(level: Level, bits: float) -> int:
    """Take a level for what it says, unless the weight learned says the contrary."""
    return level.speaks if level.speaks * bits >= 0 else 0


def level_of(field: str, number: int) -> Level | None:
    """Find a level by Splink's number; -1 is a field that one record lacks."""
    levels = BY_FIELD[field].levels
    return None if number < 0 else levels[len(levels) - 1 - number]


def _readings(name_l: str | None, name_r: str | None) -> tuple[str, ...]:
    if not name_l or not name_r:
        return ()
    try:
        return names.weight(name_l, name_r).readings
    except names.TooLong:
        return ()
