"""What do the rows of a table say, and which of them cannot be read?

Reads CSV (any usual separator and charset), XLSX and Parquet. Every value becomes
text; `dates.py` and its neighbours say what it means. Rows that are broken are left
out and kept apart with the reason; the others go on.

Rows are numbered as a spreadsheet shows them: the header is row 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb
import polars as pl

from safeconduct.linkage.charset import charset, recode
from safeconduct.linkage.errors import (
    NothingToRead,
    UnknownKind,
    UnreadableTable,
    rows,
)
from safeconduct.linkage.fields import FIELDS, mapped

TEXT = frozenset({".csv", ".tsv", ".txt"})
FIRST: Final = 2  # the number of the first row of data
SEPARATORS = (",", ";", "\t", "|")

# What DuckDB calls a broken row, and what we say of it.
BROKEN = {
    "MISSING COLUMNS": "has too few columns",
    "TOO MANY COLUMNS": "has too many columns",
    "UNQUOTED VALUE": "has a quotation mark that is never closed",
    "LINE SIZE OVER MAXIMUM": "is too long",
    "INVALID ENCODING": "holds bytes that are not UTF-8",
    "INVALID STATE": "has a quotation mark out of place",
}


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was left out: its file, its number and why; `line` as it stood."""

    file: str
    row: int
    why: str
    line: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should look at: which rows, and a sentence without values."""

    file: str
    column: str
    rows: tuple[int, ...]
    what: str

    def __str__(self) -> str:
        column = f", column '{self.column}'" if self.column else ""
        return f"{self.file}{column}: {self.what}: {rows(self.rows)}."


@dataclass(frozen=True, slots=True)
class Table:
    """One file as read.

    Attributes:
        frame: A text column for each field that was found, and `row`.
        columns: Which column held which field.
        charset: `None` for XLSX and Parquet.
    """

    file: str
    frame: pl.DataFrame
    columns: Mapping[str, str]
    rejected: tuple[Rejected, ...]
    charset: str | None


def read(file: Path, given: Mapping[str, str]) -> Table:
    """Read a table.

    Args:
        file: `.csv`, `.tsv`, `.txt`, `.xlsx` or `.parquet`.
        given: `{field: column}`; what it leaves out is guessed from the headers.

    Raises:
        UnreadableTable: It is no table we can read.
        WrongMapping: The mapping does not fit, or no column holds the name.
        OSError: The file cannot be opened.
    """
    frame, rejected, named = _opened(file)
    columns = mapped((c for c in frame.columns if c != ROW), given, file.name)
    return _chosen(file, frame, columns, rejected, named)


def read_whole(file: Path) -> Table:
    """Read a table with all its columns under their own names.

    Raises:
        UnreadableTable: It is no table we can read.
        OSError: The file cannot be opened.
    """
    frame, rejected, named = _opened(file)
    columns = {c: c for c in frame.columns if c != ROW}
    return _chosen(file, frame, columns, rejected, named)


def _opened(file: Path) -> tuple[pl.DataFrame, tuple[Rejected, ...], str | None]:
    kind = file.suffix.lower()
    if kind in TEXT:
        frame, rejected, named = _text(file)
    elif kind == ".xlsx":
        frame, rejected, named = _sheet(file), (), None
    elif kind == ".parquet":
        frame, rejected, named = _parquet(file), (), None
    else:
        raise UnknownKind(file.name)
    if not frame.height:
        raise NothingToRead(file.name)
    return frame, rejected, named


def _chosen(
    file: Path,
    frame: pl.DataFrame,
    columns: Mapping[str, str],
    rejected: tuple[Rejected, ...],
    named: str | None,
) -> Table:
    chosen = [
        _as_text(frame.schema[column], column).alias(field)
        for field, column in columns.items()
    ]
    return Table(file.name, frame.select(ROW, *chosen), columns, rejected, named)


ROW: Final = "row number of the file"


def _as_text(kind: pl.DataType, column: str) -> pl.Expr:
    """Write any value as text; empty text is nothing."""
    value = pl.col(column)
    if kind == pl.Datetime:
        value = value.dt.date()
    if kind.is_float():  # a spreadsheet's 1999.0 is the year 1999
        whole = value.is_not_null() & (value == value.floor())
        value = pl.when(whole).then(value.cast(pl.Int64, strict=False).cast(pl.String))
        value = value.otherwise(pl.col(column).cast(pl.String))
    text = value.cast(pl.String).str.strip_chars()
    return pl.when(text != "").then(text)


def _text(file: Path) -> tuple[pl.DataFrame, tuple[Rejected, ...], str]:
    """Read rows of text with DuckDB, which tells broken rows apart."""
    name = charset(file)
    with TemporaryDirectory() as folder:
        source = file
        if name != "utf-8":
            source = Path(folder, "rows.csv")
            recode(file, source, name)
        frame, rejected = _rows(file, source)
    return frame, rejected, name


def _rows(file: Path, source: Path) -> tuple[pl.DataFrame, tuple[Rejected, ...]]:
    with duckdb.connect() as database:
        relation = database.sql(
            "select * from read_csv($file, all_varchar = true, header = true, "
            "delim = $delim, quote = '\"', escape = '\"', store_rejects = true, "
            "rejects_limit = 0, strict_mode = true, null_padding = false)",
            params={"file": str(source), "delim": _separator(file, source)},
        )
        try:
            frame: pl.DataFrame = relation.pl()
        except duckdb.Error as error:
            raise UnreadableTable(
                file.name, "the rows do not make a table; check the header row."
            ) from error
        told = database.sql(
            "select line, min_by(error_type, column_idx)::varchar, any_value(csv_line) "
            "from reject_errors group by line order by line"
        ).fetchall()
    rejected = tuple(
        Rejected(
            file.name, line, BROKEN.get(kind, "cannot be read"), text.rstrip("\r\n")
        )
        for line, kind, text in told
    )
    return _numbered(frame, [r.row for r in rejected]), rejected


def _numbered(frame: pl.DataFrame, left_out: list[int]) -> pl.DataFrame:
    """Number the good rows, counting the broken ones between them."""
    numbers = pl.int_range(FIRST, FIRST + frame.height + len(left_out), eager=True)
    good = numbers.filter(~numbers.is_in(left_out)).head(frame.height)
    return frame.with_columns(good.alias(ROW))


def _separator(file: Path, source: Path) -> str:
    """Take the separator that the header has most of."""
    with source.open(encoding="utf-8", errors="replace") as stream:
        header = stream.readline(1 << 20)
    if not header.strip():
        raise NothingToRead(file.name)
    return max(SEPARATORS, key=header.count)


def _sheet(file: Path) -> pl.DataFrame:
    """Read the first sheet of a workbook."""
    try:
        frame = pl.read_excel(file, infer_schema_length=None)
    except FileNotFoundError:
        raise
    except Exception as error:
        raise UnreadableTable(
            file.name, "this is no workbook that can be read; save it again as .xlsx."
        ) from error
    numbers = pl.int_range(FIRST, FIRST + frame.height, eager=True)
    return frame.with_columns(numbers.alias(ROW))


def _parquet(file: Path) -> pl.DataFrame:
    try:
        frame = pl.read_parquet(file)
    except FileNotFoundError:
        raise
    except (pl.exceptions.PolarsError, OSError) as error:
        raise UnreadableTable(
            file.name, "this is no Parquet file that can be read."
        ) from error
    numbers = pl.int_range(FIRST, FIRST + frame.height, eager=True)
    return frame.with_columns(numbers.alias(ROW))


def complete(frame: pl.DataFrame) -> pl.DataFrame:
    """Add the fields a table lacks, as unknown."""
    lacking = [f for f in FIELDS if f not in frame.columns]
    return frame.with_columns(
        [pl.lit(None, dtype=pl.String).alias(field) for field in lacking]
    ).select(ROW, *FIELDS)
