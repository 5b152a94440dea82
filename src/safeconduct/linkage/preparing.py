"""How does a table of text become the columns that the model compares?

Every value is read once for all records that share it. Names become lists of key
numbers, dates numbers, units and provinces short words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import polars as pl

from safeconduct.linkage import births, keying, marks
from safeconduct.linkage.keying import Progress
from safeconduct.linkage.reading import ROW, Note, Table, complete

NAMES: Final = ("name", "other_name", "father")
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
    named, long = _named(raw, workers, progress)
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


def _named(
    raw: pl.DataFrame, workers: int, progress: Progress
) -> tuple[pl.DataFrame, frozenset[str]]:
    """Give every record the keys of its names, in the order of the records."""
    spellings = pl.concat([raw[c].drop_nulls() for c in NAMES]).unique()
    found, long = keying.keys(spellings, workers, progress)
    columns = [_of(raw, field, found, field) for field in ("name", "father")]
    columns.insert(0, raw.select("id"))
    other = _of(raw, "other_name", found, "other")
    named = pl.concat(columns, how="horizontal").hstack(other)
    empty = pl.lit([], dtype=pl.List(pl.Int64))
    both = pl.concat_list(
        pl.col("name_keys").fill_null(empty), pl.col("other_keys").fill_null(empty)
    ).list.unique()
    near = pl.concat_list(
        pl.col("name_keys").list.head(NEAR).fill_null(empty),
        pl.col("other_keys").list.head(NEAR_OTHER).fill_null(empty),
    ).list.unique()
    rarities = [column for f in ("name", "father") for column in _rarities(named, f)]
    return (
        named.with_columns(
            any_keys=pl.when(both.list.len() > 0).then(both),
            near_keys=pl.when(near.list.len() > 0).then(near),
        )
        .with_columns(rarities)
        .drop("other_key", "other_keys", "other_parts"),
        long,
    )


def _of(
    raw: pl.DataFrame, column: str, found: pl.DataFrame, prefix: str
) -> pl.DataFrame:
    joined = raw.select(pl.col(column).alias("text")).join(
        found, on="text", how="left", maintain_order="left"
    )
    return joined.select(
        pl.col("keys").list.first().alias(f"{prefix}_key"),
        pl.col("keys").alias(f"{prefix}_keys"),
        pl.col("parts").alias(f"{prefix}_parts"),
    )


def _rarities(named: pl.DataFrame, field: str) -> list[pl.Series]:
    """Tell keys of a name apart by how many records bear them.

    Returns:
        `_rarity` of the best key (2 rare, 1 no common one, 0 common), and the lists
        `_rare` and `_some` of keys that are at least so rare.
    """
    keys = named[f"{field}_keys"]
    borne = keys.explode().drop_nulls().rename("key").value_counts(name="borne")
    total = named.height
    rare, some = (
        borne.filter(pl.col("borne") <= max(least, int(share * total)))["key"]
        for share, least in (RARE, SOME)
    )
    best = named[f"{field}_key"]
    rarity = best.is_in(some).cast(pl.Int8) + best.is_in(rare).cast(pl.Int8)
    rows = pl.DataFrame({"id": named["id"], "key": keys}).explode("key").drop_nulls()
    lists = []
    for ending, members in (("rare", rare), ("some", some)):
        kept = rows.filter(pl.col("key").is_in(members)).group_by("id").agg("key")
        joined = named.select("id").join(
            kept, on="id", how="left", maintain_order="left"
        )
        lists.append(joined["key"].alias(f"{field}_{ending}"))
    return [rarity.alias(f"{field}_rarity"), *lists]


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
    from safeconduct.linkage.model import COMPARISONS  # noqa: PLC0415 - loads Splink

    shares = records.group_by("side").agg(
        pl.col(c.known).is_not_null().mean().alias(c.field) for c in COMPARISONS
    )
    return tuple(c.field for c in COMPARISONS if _least(shares[c.field]) >= KNOWN_LEAST)


def _least(shares: pl.Series) -> float:
    return float(min(shares))
