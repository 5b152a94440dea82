"""How does a table of text become the columns that the model compares?

Every value is read once for all records that share it. Names become lists of key
numbers, dates numbers, units and provinces short words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import polars as pl

from safeconduct.linkage import births, keying, marks
from safeconduct.linkage.keying import Progress
from safeconduct.linkage.model import COMPARISONS
from safeconduct.linkage.reading import ROW, Note, Table, complete
from safeconduct.names.lists import listed

# The fields that hold names, and what is asked of each.
NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "name": ("keys", "parts", "marks", "father", "father_initials"),
        "other_name": ("keys", "marks", "father", "father_initials"),
        "father": ("keys", "parts", "given", "given_initials"),
    }
)
# The best keys of a name, and of another name, by which most blocks are made: those
# that follow bring few true pairs and many others.
NEAR: Final = 4
NEAR_OTHER: Final = 2
# A key borne by at most this share of the records, or by so few: rare, not common.
RARE: Final = (2e-5, 4)
SOME: Final = (2e-4, 8)
# A field that fewer records than this know teaches and decides nothing.
KNOWN_LEAST: Final = 0.005


@dataclass(frozen=True, slots=True)
class Prepared:
    """The records of a run.

    Attributes:
        raw: As read, with `id`, `side` and `record`, by which people call it; identity
            stands here and nowhere else.
        records: What the model compares, by `id`.
        fields: The fields that both sides know often enough to be compared.
        notes: What a person should look at.
    """

    raw: pl.DataFrame
    records: pl.DataFrame
    fields: tuple[str, ...]
    notes: tuple[Note, ...]


def prepare(
    tables: Sequence[Table], sides: Sequence[int], workers: int, progress: Progress
) -> Prepared:
    """Prepare the records of one or more tables.

    Args:
        tables: As read.
        sides: For each table 0 or 1; pairs are sought within side 0 alone, or, where
            there is a side 1, between the two.
        workers: Processes that decode names.
        progress: Is told what is being done.
    """
    rows = sum(table.frame.height for table in tables)
    with keying.readers(rows, workers) as readers:
        return _prepared(tables, sides, readers, progress)


def _prepared(
    tables: Sequence[Table],
    sides: Sequence[int],
    readers: Executor | None,
    progress: Progress,
) -> Prepared:
    texts = [complete(table.frame).get_column(c) for table in tables for c in NAMES]
    spellings = pl.concat([column.drop_nulls().alias("text") for column in texts])
    names = keying.keys(spellings.unique(), readers)  # read while the rest is
    notes: list[Note] = []
    frames = []
    for place, (table, side) in enumerate(zip(tables, sides, strict=True)):
        frame = complete(table.frame).with_columns(
            pl.lit(side, pl.Int8).alias("side"), pl.lit(place, pl.Int32).alias("file")
        )
        frames.append(_with_birth(frame, table, notes))
    raw = pl.concat(frames).with_row_index("number").rename({"id": "given_id"})
    raw = raw.rename({"number": "id"}).with_columns(pl.col("id").cast(pl.Int64))
    records = _marked(raw)
    found, long = names(progress)
    named = _named(raw, found)
    records = records.hstack(named.drop("id"))
    notes += _too_long(raw, long, tables)
    shown = raw.select(
        *("id", "side", "file", ROW),
        _called(raw, tables).alias("record"),
        *(f for f in complete(pl.DataFrame({ROW: []})).columns if f not in {ROW, "id"}),
    )
    return Prepared(shown, records, _compared(records), tuple(notes))


def _called(raw: pl.DataFrame, tables: Sequence[Table]) -> pl.Expr:
    """Call records by their own ids where those differ, else by file and row."""
    if raw["given_id"].null_count() == 0 and raw["given_id"].is_unique().all():
        return pl.col("given_id")
    file = pl.col("file").replace_strict(
        {place: table.file for place, table in enumerate(tables)},
        return_dtype=pl.String,
    )
    return pl.format("{}:{}", file, pl.col(ROW))


def _with_birth(frame: pl.DataFrame, table: Table, notes: list[Note]) -> pl.DataFrame:
    """Add the parts of the day of birth; a file has its own habit of writing it."""
    texts = frame["birth"].drop_nulls().unique()
    found = births.read_column(texts)
    column = table.columns.get("birth", "")
    for strange, what in (
        (found.unreadable, "no day or year of birth can be read, so none is compared"),
        (
            found.mixed,
            (
                "day and month stand in another order than in most rows, so days that "
                "could be read either way are taken day first"
            ),
        ),
    ):
        if strange:
            where = frame.filter(pl.col("birth").is_in(list(strange)))[ROW]
            notes.append(Note(table.file, column, tuple(where), what))
    known = list(found.births.items())
    lookup = pl.DataFrame(
        {
            "birth": [text for text, _ in known],
            "birth_year": [birth.year for _, birth in known],
            "birth_month": [birth.month for _, birth in known],
            "birth_day": [birth.day for _, birth in known],
            "birth_number": [_number(birth) for _, birth in known],
        },
        schema={
            "birth": pl.String,
            "birth_year": pl.Int32,
            "birth_month": pl.Int32,
            "birth_day": pl.Int32,
            "birth_number": pl.Int32,
        },
    )
    return frame.join(lookup, on="birth", how="left", maintain_order="left")


def _number(birth: births.Birth) -> int | None:
    if birth.month is None or birth.day is None:
        return None
    return date(birth.year, birth.month, birth.day).toordinal()


def _marked(raw: pl.DataFrame) -> pl.DataFrame:
    """Write everything but the names as the model compares it."""
    month, day, year = (pl.col(f"birth_{p}") for p in ("month", "day", "year"))
    frame = raw.select(
        *("id", "side", "birth_year", "birth_month", "birth_day", "birth_number"),
        (year * 10_000 + month * 100 + day).alias("birth"),
        (year * 10_000 + day * 100 + month).alias("birth_swapped"),
        (month * 100 + day).alias("birth_month_day"),
        *(
            pl.col(f)
            for f in ("sex", "province", "rank", "paper", "unit", "capture_place")
        ),
        "capture_month",
    )
    units = _read(frame["unit"], marks.unit, pl.List(pl.String))
    return frame.with_columns(
        _read(frame["sex"], marks.sex),
        _read(frame["rank"], marks.rank),
        _read(frame["paper"], marks.paper),
        *_places(frame["province"]),
        *_places(frame["capture_place"]),
        _read(frame["capture_month"], _months, pl.Int32),
        units.list.get(0, null_on_oob=True).alias("unit"),
        units.list.get(1, null_on_oob=True).alias("unit_number"),
    )


def _places(column: pl.Series) -> list[pl.Series]:
    """Read places: name, stem and script of each."""

    def parts(text: str) -> list[str] | None:
        found = marks.place(text)
        return None if found is None else [found.name, found.stem, found.script]

    read = _read(column, parts, pl.List(pl.String))
    endings = ("", "_stem", "_script")
    return [
        read.list.get(place, null_on_oob=True).alias(f"{column.name}{ending}")
        for place, ending in enumerate(endings)
    ]


def _months(text: str) -> int | None:
    """Count the months to a month of capture, so that two can be subtracted."""
    found = births.read_month(text)
    return None if found is None else found[0] * births.MONTHS + found[1]


def _read(
    column: pl.Series, reader: Callable[[str], Any], kind: Any = pl.String
) -> pl.Series:
    """Read each distinct text of a column once."""
    texts = column.drop_nulls().unique()
    found = pl.DataFrame(
        {
            column.name: texts,
            "read": pl.Series([reader(text) for text in texts], dtype=kind),
        }
    )
    joined = column.to_frame().join(
        found, on=column.name, how="left", maintain_order="left"
    )
    return joined["read"].alias(column.name)


def _named(raw: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Give every record the keys of its names, in the order of the records."""
    name, other, father = (
        _of(raw, field, found.select("text", *lists)) for field, lists in NAMES.items()
    )
    known = pl.any_horizontal(pl.col("keys", "parts").list.len() > 0)
    named = pl.concat(
        [
            raw.select("id"),
            name.select(
                pl.when(known).then(1).cast(pl.Int8).alias("name_known"),
                pl.col("keys").list.first().alias("name_key"),
                pl.col("keys", "parts", "marks").name.prefix("name_"),
            ),
            other.select(pl.col("keys", "marks").name.prefix("other_")),
            _fathers(name, other, father),
        ],
        how="horizontal",
    )
    frame = _beside(named)
    rarities = [
        column
        for field, kind in (("name", "keys"), ("father", "keys"), ("name", "marks"))
        for column in _rarities(frame, field, kind)
    ]
    return frame.with_columns(rarities)


def _beside(named: pl.DataFrame) -> pl.DataFrame:
    """Put what another name tells beside what the name itself does."""
    both = {
        "any_keys": ("name_keys", "other_keys", None, None),
        "near_keys": ("name_keys", "other_keys", NEAR, NEAR_OTHER),
        "name_marks": ("name_marks", "other_marks", None, None),
    }
    of_two = named.filter(pl.col("other_keys").is_not_null())
    empty = pl.lit([], dtype=pl.List(pl.Int64))
    joined = of_two.select(
        "id",
        *(
            pl.concat_list(
                _head(mine, few).fill_null(empty), _head(other, fewer).fill_null(empty)
            )
            .list.unique()
            .alias(f"{into}_both")
            for into, (mine, other, few, fewer) in both.items()
        ),
    )
    frame = named.join(joined, on="id", how="left", maintain_order="left")
    found = {
        into: pl.coalesce(f"{into}_both", _head(mine, few))
        for into, (mine, _, few, _) in both.items()
    }
    frame = frame.with_columns(
        pl.when(lists.list.len() > 0).then(lists).alias(into)
        for into, lists in found.items()
    )
    spent = [column for column in frame.columns if column.endswith("_both")]
    return frame.drop("other_keys", "other_marks", *spent)


def _head(column: str, few: int | None) -> pl.Expr:
    return pl.col(column) if few is None else pl.col(column).list.head(few)


def _fathers(
    name: pl.DataFrame, other: pl.DataFrame, father: pl.DataFrame
) -> pl.DataFrame:
    """Take the father's name from the patronymic, or else from a field of its own.

    Of a name with a patronymic, and of a father who bears no Korean name, the given
    name alone is told: his surname is his child's.
    """
    sides = pl.concat(
        [
            name.select(pl.col("father", "father_initials").name.prefix("own_")),
            other.select(pl.col("father", "father_initials").name.prefix("other_")),
            father,
        ],
        how="horizontal",
    )
    keys, initials = (
        pl.coalesce(
            pl.when(pl.col(column).list.len() > 0).then(pl.col(column))
            for column in columns
        )
        for columns in (
            ("own_father", "other_father", "given", "keys"),
            ("own_father_initials", "other_father_initials", "given_initials", "parts"),
        )
    )
    return sides.select(
        pl.when(keys.is_not_null() | initials.is_not_null())
        .then(1)
        .cast(pl.Int8)
        .alias("father_known"),
        keys.list.first().alias("father_key"),
        keys.alias("father_keys"),
        initials.alias("father_parts"),
    )


def _of(raw: pl.DataFrame, column: str, found: pl.DataFrame) -> pl.DataFrame:
    return (
        raw.select(pl.col(column).alias("text"))
        .join(found, on="text", how="left", maintain_order="left")
        .drop("text")
    )


def _rarities(named: pl.DataFrame, field: str, kind: str) -> list[pl.Series]:
    """Tell keys, or marks, of a name apart by how many records bear them.

    Returns:
        The lists `_rare` and `_some` of those that are at least so rare; of keys also
        `_rarity` of the best (2 rare, 1 no common one, 0 common).
    """
    lists = named[f"{field}_{kind}"]
    members = lists.explode().drop_nulls().rename("member")
    borne = members.to_frame().select(pl.len().over("member")).to_series().to_numpy()
    of_each = lists.list.len().fill_null(0).to_numpy().astype(np.int64)
    owners = np.repeat(np.arange(len(lists)), of_each)
    values = members.to_numpy()
    found, telling = [], []
    for ending, (share, least) in (("rare", RARE), ("some", SOME)):
        kept = borne <= max(least, int(share * named.height))
        part = listed(owners[kept], values[kept].view(np.uint64), len(lists))
        found.append(keying.column([part]).alias(f"{field}_{kind}_{ending}"))
        telling.append(kept)
    if kind == "keys":  # the first of a list is the best
        rarity = np.zeros(len(lists), np.int8)
        has = of_each > 0
        best = (of_each.cumsum() - of_each)[has]
        rarity[has] = sum(kept[best].astype(np.int8) for kept in telling)
        known = pl.Series(f"{field}_rarity", rarity)
        found.append(known.to_frame().select(pl.when(pl.Series(has)).then(known))[:, 0])
    return found


def _too_long(
    raw: pl.DataFrame, long: Iterable[str], tables: Sequence[Table]
) -> list[Note]:
    spelled = list(long)
    notes = []
    for field in NAMES if spelled else ():
        strange = raw.filter(pl.col(field).is_in(spelled))
        for (place,), part in strange.group_by("file"):
            table = tables[int(str(place))]
            column = table.columns.get(field, field)
            what = "the name is too long to be one, so it is not compared"
            notes.append(Note(table.file, column, tuple(part[ROW]), what))
    return notes


def _compared(records: pl.DataFrame) -> tuple[str, ...]:
    """Name the fields that every side knows often enough."""
    shares = records.group_by("side").agg(
        pl.col(c.known).is_not_null().mean().alias(c.field) for c in COMPARISONS
    )
    return tuple(c.field for c in COMPARISONS if _least(shares[c.field]) >= KNOWN_LEAST)


def _least(shares: pl.Series) -> float:
    return float(min(shares))
