"""``safeconduct link``: which records may be one person?

Runs without Django and without the register: tables in, proposals out. Nothing is
merged; people decide every pair.

Exit codes: 0 done, 1 done but some rows were left out or need a look, 2 wrong input or
circumstances.
"""

import os
import sys
from collections.abc import Callable, Sequence
from gettext import gettext as _
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click

from safeconduct.cli.refusal import Refused

if TYPE_CHECKING:
    from safeconduct.linkage import Outcome, Table

NOTED = 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_STAGES = {
    "names": _("Reading names"),
    "blocks": _("Looking at blocks"),
    "training": _("Learning weights"),
    "pairs": _("Comparing pairs"),
    "groups": _("Joining groups"),
}


@click.group()
def link() -> None:
    """Propose which records may be one person; people decide."""


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that both commands have."""
    for option in reversed(
        (
            click.option(
                *("-o", "--out"),
                required=True,
                type=click.Path(path_type=Path),
                metavar="OUT",
                help="The folder for what is found; it must be empty.",
            ),
            click.option(
                "--engine",
                type=click.Choice(["duckdb", "spark"]),
                default="duckdb",
                show_default=True,
                help="What compares the pairs.",
            ),
            click.option(
                "--spark-master",
                default="local[*]",
                show_default=True,
                metavar="URL",
                help="The Spark cluster; its workers must see the temporary folder.",
            ),
            click.option(
                *("--map", "pairs"),
                multiple=True,
                metavar="FIELD=COLUMN",
                help="Which column holds a field; the others are guessed.",
            ),
            click.option(
                "--mapping", type=_FILE, help='TOML with lines such as name = "FIO".'
            ),
            click.option(
                "--labels",
                type=_FILE,
                help="Pairs decided by people (left, right, same): calibrate on them.",
            ),
            click.option(
                "--threshold",
                type=click.FloatRange(0, 1),
                metavar="P",
                help="Group pairs of this probability; else that of the best F1.",
            ),
            click.option(
                "--seed", type=int, default=1, show_default=True, help="Of the sample."
            ),
            click.option(
                "--memory",
                default="1500MB",
                show_default=True,
                help="What the database may hold; more goes to disk.",
            ),
            click.option(
                "--review",
                "reviewed",
                type=click.IntRange(min=0),
                default=1_000,
                show_default=True,
                help="How many pairs to write out for people.",
            ),
            click.option(
                "--force", is_flag=True, help="Write over what a run left in OUT."
            ),
        )
    ):
        command = option(command)
    return command


@link.command(
    epilog=_("Example: safeconduct link dedupe camp.csv -o proposals --map name=FIO")
)
@click.argument("files", metavar="IN...", nargs=-1, required=True, type=_FILE)
@_options
def dedupe(files: tuple[Path, ...], **options: Any) -> None:
    """Find records of one person within one or more tables.

    IN is CSV, XLSX or Parquet. OUT gets report.json, charts, pairs for people to
    decide (review.csv), all pairs, groups, and the rows that were left out.
    """
    click.get_current_context().exit(_run(files, (), **options))


@link.command(
    epilog=_("Example: safeconduct link match families.xlsx camp.csv -o proposals")
)
@click.argument("left", metavar="LEFT", type=_FILE)
@click.argument("right", metavar="RIGHT", type=_FILE)
@_options
def match(left: Path, right: Path, **options: Any) -> None:
    """Find records of one person between two tables, not within either.

    LEFT and RIGHT are CSV, XLSX or Parquet. OUT gets what `link dedupe` leaves.
    """
    click.get_current_context().exit(_run((left,), (right,), **options))


def _run(
    left: Sequence[Path],
    right: Sequence[Path],
    *,
    out: Path,
    pairs: tuple[str, ...],
    mapping: Path | None,
    labels: Path | None,
    reviewed: int,
    force: bool,
    **order: Any,
) -> int:
    from safeconduct import linkage

    given = _given(pairs, mapping)
    order["master"] = order.pop("spark_master")
    wanted = linkage.Order(**order, workers=os.cpu_count() or 1)
    try:
        linkage.make_room(out, force=force)
        tables = [linkage.read(file, given) for file in (*left, *right)]
        decided = None if labels is None else linkage.read_whole(labels)
        _show_columns(tables)
        with Bar() as bar:
            outcome = linkage.link(
                tables[: len(left)], tables[len(left) :], wanted, bar, decided
            )
        report = linkage.write(outcome, tables, out, reviewed)
    except linkage.LinkageError as error:
        raise Refused(str(error)) from error
    _show(report, out)
    return _show_notes(outcome, tables)


def _given(pairs: tuple[str, ...], mapping: Path | None) -> dict[str, str]:
    from safeconduct import linkage

    found: dict[str, str] = {}
    if mapping is not None:
        try:
            found |= linkage.read_mapping(mapping.read_text("utf-8"))
        except UnicodeDecodeError as error:
            raise Refused(_("The mapping is not UTF-8; save it as UTF-8.")) from error
        except linkage.LinkageError as error:
            raise Refused(str(error)) from error
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or not column:
            raise Refused(
                _("--map takes FIELD=COLUMN, for example --map name=FULL_NAME.")
            )
        found[field.strip()] = column.strip()
    return found


def _show_columns(tables: Sequence["Table"]) -> None:
    for table in tables:
        columns = ", ".join(f"{f} = {column}" for f, column in table.columns.items())
        click.echo(
            f"{table.file}: {table.frame.height:,} " + _("rows") + f"; {columns}"
        )


def _show(report: dict[str, Any], out: Path) -> None:
    pairs, above = report["pairs"], report["threshold"]
    click.echo(
        _("%(records)s records, %(compared)s pairs compared, %(kept)s kept.")
        % {
            "records": f"{report['records']:,}",
            "compared": f"{pairs['compared']:,}",
            "kept": f"{pairs['kept']:,}",
        }
    )
    for rule in report["blocking"]:
        if rule["blocks_left_to_narrower_rules"]:
            click.echo(
                _(
                    "Blocking by %(rule)s: %(blocks)s blocks of more than %(most)s "
                    "records are left to narrower rules."
                )
                % {
                    "rule": rule["rule"],
                    "blocks": f"{rule['blocks_left_to_narrower_rules']:,}",
                    "most": rule["largest_block"],
                }
            )
    click.echo(
        _(
            "%(pairs)s pairs of probability %(threshold)s or more; of these "
            "%(precision)s are expected to be right, and they to be %(recall)s of the "
            "matches among the pairs compared."
        )
        % {
            "pairs": f"{above['pairs']:,}",
            "threshold": f"{above['probability']:.2f}",
            "precision": f"{above['expected_precision']:.1%}",
            "recall": f"{above['expected_recall']:.1%}",
        }
    )
    if report["probabilities"]["from"] == "the model":
        click.echo(report["probabilities"]["note"])
    click.echo(
        _("Nothing is merged: people decide. See %(file)s.")
        % {"file": out / "review.csv"}
    )


def _show_notes(outcome: "Outcome", tables: Sequence["Table"]) -> int:
    """Say what was left out or is in doubt, by row."""
    from safeconduct.linkage.errors import rows

    noted = False
    for table in tables:
        if table.charset not in {None, "utf-8", "utf-8-sig"}:
            click.echo(f"{table.file}: " + _("read as %s.") % table.charset, err=True)
        whys = dict.fromkeys(row.why for row in table.rejected)
        for why in whys:
            where = rows(row.row for row in table.rejected if row.why == why)
            click.echo(
                f"{table.file}: " + _("left out, because each %s") % f"{why}: {where}.",
                err=True,
            )
        noted |= bool(table.rejected)
    for note in outcome.prepared.notes:
        click.echo(str(note), err=True)
    return NOTED if noted or outcome.prepared.notes else 0


class Bar:
    """A progress bar for each stage, on a terminal alone."""

    def __init__(self) -> None:
        self._stage = ""
        self._done = 0
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how much of a stage is done."""
        if stage != self._stage:
            self._close()
            self._stage, self._done = stage, 0
            self._bar = click.progressbar(
                length=max(total, 1), label=_STAGES.get(stage, stage), file=sys.stderr
            )
            self._bar.render_progress()
        self._bar.update(done - self._done)
        self._done = done

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None
