"""Generate a register of prisoners, with the truth, to measure linkage and search on.

./run bench registers --persons 500000 --records 1000000 --seed 5 --out r.parquet
"""

import argparse
import shutil
import tempfile
from pathlib import Path
from time import perf_counter

import polars as pl

from benchmarks.registers import MIXES, Plan, Rates, pieces


def main() -> None:
    """Read the options, generate, and say what was written."""
    options = _options()
    try:
        plan = Plan(
            persons=options.persons,
            records=options.records,
            seed=options.seed,
            mix=MIXES[options.mix],
            rates=Rates().scaled(options.errors),
        )
    except ValueError as refused:
        raise SystemExit(str(refused)) from None
    begun = perf_counter()
    written = generate(plan, options.out, options.truth)
    took = perf_counter() - begun
    print(f"{written:,} records of {plan.persons:,} persons in {took:.1f} s")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("./run bench registers", description=__doc__)
    parser.add_argument("--persons", type=int, default=50_000)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mix", choices=sorted(MIXES), default="north")
    parser.add_argument("--errors", type=float, default=1, help="times the usual rates")
    parser.add_argument("--out", type=Path, required=True, help=".parquet or .csv")
    parser.add_argument(
        "--truth", type=Path, help="who the persons are: .parquet, .csv"
    )
    found = parser.parse_args()
    for path in (found.out, found.truth):
        if path is not None and path.suffix not in {".parquet", ".csv"}:
            parser.error(f"{path.name}: the name must end in .parquet or .csv.")
    return found


def generate(plan: Plan, out: Path, truth: Path | None = None) -> int:
    """Write a register and, where asked for, its persons; a piece is held at a time."""
    count = 0
    with tempfile.TemporaryDirectory(dir=out.parent) as folder:
        for number, (records, persons) in enumerate(pieces(plan)):
            records.write_parquet(Path(folder) / f"records-{number:05}.parquet")
            persons.write_parquet(Path(folder) / f"persons-{number:05}.parquet")
            count += len(records)
        _gather(Path(folder), "records", out)
        if truth is not None:
            _gather(Path(folder), "persons", truth)
    return count


def _gather(folder: Path, which: str, out: Path) -> None:
    """Put the pieces into one file."""
    parts = sorted(folder.glob(f"{which}-*.parquet"))
    if out.suffix == ".parquet" and len(parts) == 1:
        shutil.move(parts[0], out)
        return
    table = pl.scan_parquet(parts)
    if out.suffix == ".parquet":
        table.sink_parquet(out)
    else:
        table.sink_csv(out)


if __name__ == "__main__":
    main()
