"""What does a run leave in its folder?

    report.json       counts, weights, thresholds with their expected error, notes
    model.json        m, u and bits of every level
    weights.svg/.png  what each agreement weighs
    pairs.svg/.png    how many pairs have which weight
    review.csv        pairs for people to decide, the likeliest first, with reasons
    pairs.parquet     every pair kept: probability, weight, level and bits by field
    clusters.parquet  records that pairs above the threshold connect
    rejected.csv      rows that were left out, as they stood, and why

review.csv and rejected.csv repeat what the records say of people; the others hold the
records' numbers alone.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import polars as pl

from safeconduct.linkage.charts import Picture, pairs_chart, weights_chart
from safeconduct.linkage.errors import OutputInTheWay
from safeconduct.linkage.explaining import explain
from safeconduct.linkage.fields import FIELDS
from safeconduct.linkage.linking import Outcome, shares
from safeconduct.linkage.model import BY_FIELD
from safeconduct.linkage.reading import ROW, Table
from safeconduct.linkage.scoring import FLOOR
from safeconduct.linkage.thresholds import SHOWN, SURE, expected

FILES: Final = (
    *("report.json", "model.json", "weights.svg", "weights.png", "pairs.svg"),
    *("pairs.png", "review.csv", "pairs.parquet", "clusters.parquet", "rejected.csv"),
)
REVIEWED: Final = 1_000  # pairs that are written out for people
# What begins a cell that a spreadsheet would run as a formula.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def make_room(folder: Path, *, force: bool) -> None:
    """Make the output folder, or refuse one that is not empty.

    With `force` the files of an earlier run are taken away first; others stay.

    Raises:
        OutputInTheWay: It is no folder, or not empty and `force` is not given.
        OSError: It cannot be made.
    """
    if folder.exists() and (
        not folder.is_dir() or (any(folder.iterdir()) and not force)
    ):
        raise OutputInTheWay(str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        (folder / name).unlink(missing_ok=True)


def write(
    outcome: Outcome, tables: Sequence[Table], folder: Path, reviewed: int = REVIEWED
) -> dict[str, Any]:
    """Write everything a run leaves, and return what stands in report.json."""
    weights = outcome.training.weights
    report = _report(outcome, tables)
    _write_rejected(tables, folder / "rejected.csv")
    with ThreadPoolExecutor(1) as beside:  # explaining names keeps one processor busy
        written = beside.submit(_write_pairs, outcome, tables, folder / "pairs.parquet")
        _write_groups(outcome, tables, folder / "clusters.parquet")
        _write_review(outcome, tables, folder / "review.csv", reviewed)
        written.result()
    _draw(weights_chart(weights), folder, "weights")
    found = outcome.pairs["weight"].to_numpy()
    bounds = [_weight_at(outcome, p) for p in (SHOWN, SURE)]
    _draw(pairs_chart(found, *bounds), folder, "pairs")
    (folder / "model.json").write_text(weights.as_json() + "\n", "utf-8")
    # Last, so that a folder with a report in it is a whole one.
    text = json.dumps(report, indent=2, ensure_ascii=False)
    (folder / "report.json").write_text(text + "\n", "utf-8")
    return report


def _weight_at(outcome: Outcome, probability: float) -> float:
    """Find the lowest weight of a pair that is at least so likely."""
    above = outcome.pairs.filter(pl.col("probability") >= probability)["weight"]
    lowest = above.min()
    return float(str(lowest)) if lowest is not None else float("inf")


def _draw(picture: Picture, folder: Path, name: str) -> None:
    (folder / f"{name}.svg").write_bytes(picture.svg)
    (folder / f"{name}.png").write_bytes(picture.png)


def _report(outcome: Outcome, tables: Sequence[Table]) -> dict[str, Any]:
    probabilities = outcome.pairs["probability"].to_numpy()
    known = shares(outcome.prepared.records)
    zones = {
        "first": int((probabilities >= SURE).sum()),
        "review": int(((probabilities >= SHOWN) & (probabilities < SURE)).sum()),
        "not shown": int((probabilities < SHOWN).sum()),
    }
    return {
        "kind": "match" if outcome.linking else "dedupe",
        "proposes_only": "Nothing is merged. People decide every pair.",
        "engine": outcome.order.engine,
        "seed": outcome.order.seed,
        "files": [
            {
                "file": table.file,
                "rows": table.frame.height,
                "rejected": len(table.rejected),
                "charset": table.charset,
                "columns": dict(table.columns),
            }
            for table in tables
        ],
        "records": outcome.prepared.records.height,
        "fields": {
            f: {"known": known[BY_FIELD[f].known]} for f in outcome.prepared.fields
        },
        "blocking": [
            {
                "rule": limit.rule.name,
                "pairs": limit.pairs,
                "largest_block": limit.most,
                "blocks_left_to_narrower_rules": limit.left_blocks,
                "records_in_them": limit.left_records,
            }
            for limit in outcome.limits
        ],
        "pairs": {
            "compared": outcome.compared,
            "kept": outcome.pairs.height,
            "kept_from_weight": FLOOR,
            "zones": zones,
        },
        "training": [
            {
                "agree_on": ", ".join(session.fields),
                "pairs": session.pairs,
                "all_pairs": session.all_pairs,
                "matches_estimated": round(session.matches, 1),
            }
            for session in outcome.training.sessions
        ],
        "prior": outcome.training.weights.prior,
        "threshold": {
            **_expected(asdict(outcome.threshold)),
            "chosen": "by the highest expected F1"
            if outcome.order.threshold is None
            else "given",
            "note": "Expected from the probabilities, over the pairs that were "
            "compared; matches that no block brought together are in neither number.",
        },
        "thresholds": [
            _expected(asdict(expected(probabilities, p)))
            for p in (0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99)
        ],
        "probabilities": _calibration(outcome),
        "clusters": _clusters(outcome.groups),
        "notes": [str(note) for note in outcome.prepared.notes],
    }


def _expected(found: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "probability": round(found["probability"], 4),
        "pairs": found["pairs"],
        "expected_precision": round(found["precision"], 4),
        "expected_recall": round(found["recall"], 4),
    }


def _calibration(outcome: Outcome) -> dict[str, Any]:
    found = outcome.calibration
    if found is None:
        return {
            "from": "the model",
            "note": "No pair decided by people was given, so these are the model's own "
            "probabilities. Decide a sample across the range of weights and give it "
            "with --labels.",
        }
    return {
        "from": "pairs decided by people",
        "method": found.method,
        "same": found.same,
        "not_same": found.other,
        "brier": round(found.brier, 4),
        "brier_of_the_model": round(found.brier_before, 4),
        "reliability": [
            {
                "from": row.low,
                "to": row.high,
                "pairs": row.pairs,
                "predicted": round(row.predicted, 4),
                "observed": round(row.observed, 4),
            }
            for row in found.table
        ],
        "note": "Each decision was predicted from the others.",
    }


def _clusters(groups: pl.DataFrame) -> dict[str, Any]:
    sizes = groups.group_by("group").len()["len"]
    return {
        "count": len(sizes),
        "records": groups.height,
        "largest": int(str(sizes.max())) if len(sizes) else 0,
        "of_more_than_8": int((sizes > 8).sum()),  # noqa: PLR2004 - looks wrong to a person
    }


def _outside(outcome: Outcome, tables: Sequence[Table]) -> pl.DataFrame:
    """Tell how each record is called outside, its file and its row."""
    files = {place: table.file for place, table in enumerate(tables)}
    return outcome.prepared.raw.select(
        "id",
        "record",
        pl.col("file").replace_strict(files, return_dtype=pl.String),
        pl.col(ROW).alias("row"),
    )


def _write_pairs(outcome: Outcome, tables: Sequence[Table], target: Path) -> None:
    outside = _outside(outcome, tables)
    levels = [_level(field) for field in outcome.prepared.fields]
    bits = [
        pl.col(f"bits_{f}").round(3).alias(f"{f}_bits") for f in outcome.prepared.fields
    ]
    frame = outcome.pairs.select(
        *("id_l", "id_r", "probability", "weight", _zone()), *levels, *bits
    )
    for side in ("l", "r"):
        own = outside.rename({c: f"{c}_{side}" for c in outside.columns})
        frame = frame.join(own, on=f"id_{side}", how="left", maintain_order="left")
    first = [f"{c}_{s}" for s in ("l", "r") for c in ("record", "file", "row")]
    frame.select(*first, pl.exclude(*first, "id_l", "id_r")).write_parquet(target)


def _zone() -> pl.Expr:
    probability = pl.col("probability")
    return (
        pl.when(probability >= SURE)
        .then(pl.lit("first"))
        .when(probability >= SHOWN)
        .then(pl.lit("review"))
        .otherwise(pl.lit("not shown"))
        .alias("zone")
    )


def _level(field: str) -> pl.Expr:
    codes = [level.code for level in BY_FIELD[field].levels]
    named = {len(codes) - 1 - place: code for place, code in enumerate(codes)}
    return (
        pl.col(f"gamma_{field}")
        .replace_strict(
            named | {-1: "not known"}, return_dtype=pl.Enum([*codes, "not known"])
        )
        .alias(field)
    )


def _write_groups(outcome: Outcome, tables: Sequence[Table], target: Path) -> None:
    outside = _outside(outcome, tables)
    outcome.groups.join(outside, on="id", how="left", maintain_order="left").select(
        *("record", "file", "row"), pl.col("group").alias("cluster")
    ).write_parquet(target)


def _write_rejected(tables: Sequence[Table], target: Path) -> None:
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["file", "row", "why", "line"])
        for table in tables:
            for row in table.rejected:
                writer.writerow([row.file, row.row, row.why, safe(row.line)])


def _write_review(
    outcome: Outcome, tables: Sequence[Table], target: Path, most: int
) -> None:
    """Write the pairs that people should decide, each on one line with its reasons."""
    shown = outcome.pairs.filter(pl.col("probability") >= SHOWN).head(most)
    ids = pl.concat([shown["id_l"], shown["id_r"]]).unique()
    raw = outcome.prepared.raw.join(ids.to_frame("id"), on="id", how="semi")
    people = {row["id"]: row for row in raw.iter_rows(named=True)}
    present = [f for f in FIELDS if f != "id" and not raw[f].is_null().all()]
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(
            [
                *("left", "right", "same", "probability", "weight"),
                *("agree", "contradict", "unclear", "missing", "read as"),
                *("file_l", "row_l", "file_r", "row_r"),
                *(f"{f}_{side}" for f in present for side in ("l", "r")),
            ]
        )
        for pair in shown.iter_rows(named=True):
            left, right = people[pair["id_l"]], people[pair["id_r"]]
            writer.writerow(
                map(safe, _line(outcome, tables, pair, left, right, present))
            )


def _line(
    outcome: Outcome,
    tables: Sequence[Table],
    pair: Mapping[str, Any],
    left: Mapping[str, Any],
    right: Mapping[str, Any],
    present: Sequence[str],
) -> list[object]:
    told = explain(pair, outcome.prepared.fields, left["name"], right["name"])
    parts = (told.agree, told.contradict, told.unclear, told.missing, told.readings)
    return [
        *(left["record"], right["record"], ""),
        *(f"{pair['probability']:.4f}", f"{pair['weight']:.2f}"),
        *("; ".join(part) for part in parts),
        *(tables[left["file"]].file, left[ROW], tables[right["file"]].file, right[ROW]),
        *(person[f] or "" for f in present for person in (left, right)),
    ]


def safe(cell: object) -> object:
    """Keep a spreadsheet from running a cell: the record is a stranger's text."""
    if isinstance(cell, str) and cell.startswith(FORMULA) and not _number(cell):
        return "'" + cell
    return cell


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
