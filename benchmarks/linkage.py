"""How well and how fast are records of one person found, and how do others do?

    ./run bench linkage [--records 100000] [--seed 11] [--mix north] [--no-others]

The register comes from the independent generator (benchmarks/registers), half as many
persons as records. Ours runs as `safeconduct link dedupe` does, in a process of its
own; its threshold is chosen without the truth. Beside it, in a process of its own,
the stock
approach: names turned into Latin letters by a table and compared by Jaro-Winkler in
Splink, blocked by their beginnings and by the same other fields, trained by Splink.

Prints times of the parts, the peak of memory (with all processes), precision, recall
and F1 at our own threshold, of our groups and at the best threshold, what blocking
brought together, recall by pair of scripts and by sex, and predicted against true
probabilities.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import polars as pl
import psutil

from benchmarks.registers import MIXES, Plan
from benchmarks.registers.__main__ import generate

DAY = 10  # characters of a whole date
LOOK = 0.1  # seconds between two looks at the memory
SCRIPTS = {"H": "[가-힣]", "C": "[а-яА-ЯёЁіїєґІЇЄҐ]"}


def main() -> None:
    """Generate a register, link it, and print what came of it."""
    parser = argparse.ArgumentParser("./run bench linkage", description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--mix", choices=sorted(MIXES), default="north")
    parser.add_argument("--no-others", action="store_true", help="ours alone")
    parser.add_argument("--ours", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--stock", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.ours:
        ours(*map(Path, given.ours))
        return
    if given.stock:
        stock(*map(Path, given.stock))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "register.parquet")
        plan = Plan(given.records // 2, given.records, given.seed, MIXES[given.mix])
        generate(plan, file)
        print(f"{given.records:,} records, mix {given.mix}, seed {given.seed}")
        ways = ["ours"] if given.no_others else ["ours", "stock"]
        for way in ways:
            compare(way, file, Path(folder, way))


def compare(way: str, file: Path, folder: Path) -> None:
    """Let one way link the register, and judge its pairs by the truth."""
    folder.mkdir()
    begun = perf_counter()
    command = [sys.executable, __file__, f"--{way}", str(file), str(folder)]
    subprocess.run(command, check=True)  # noqa: S603 - ourselves
    took = perf_counter() - begun
    told = json.loads((folder / "told.json").read_text())
    pairs = pl.read_parquet(folder / "judged.parquet").sort("weight", descending=True)
    truth = pl.read_parquet(file, columns=["record_id", "person_id", "name", "sex"])
    print(f"\n{way}: {took:.1f} s, {told['memory']:.2f} GB at the peak")
    print("   " + ", ".join(f"{k} {v:.1f} s" for k, v in told["times"].items()))
    made = folder / "groups.parquet"
    judge(pairs, truth, told, pl.read_parquet(made) if made.exists() else None)


def judge(
    pairs: pl.DataFrame,
    truth: pl.DataFrame,
    told: dict[str, Any],
    groups: pl.DataFrame | None,
) -> None:
    """Print precision, recall and F1, and recall by script and sex."""
    persons = truth["person_id"]
    sizes = persons.value_counts()["count"].cast(pl.Int64)
    true = int((sizes * (sizes - 1) // 2).sum())
    same = persons.gather(pairs["id_l"]) == persons.gather(pairs["id_r"])
    pairs = pairs.with_columns(same.alias("same"))
    right = same.to_numpy().cumsum()
    count = np.arange(1, pairs.height + 1)
    f1 = 2 * right / (count + true)
    best = int(f1.argmax())
    print(
        f"   {told['compared']:,} pairs compared; of {true:,} true ones "
        f"{same.sum() / true:.3f} were kept"
    )
    print(_rates("best", right[best], best + 1, true, pairs["weight"][best]))
    above = pairs.filter(pl.col("probability") >= told["threshold"])
    print(_rates("own", int(above["same"].sum()), above.height, true, _last(above)))
    if "expected" in told:
        print(f"   expected precision of our own threshold: {told['expected']:.3f}")
    if groups is not None:
        _groups(groups, persons, true)
    _by_group(above, truth)
    _reliability(pairs)


def _groups(groups: pl.DataFrame, persons: pl.Series, true: int) -> None:
    """Print how many of all pairs within groups are right, and what share of all."""
    placed = groups.with_columns(person=persons.gather(groups["id"]))
    made, right = (
        int(sizes.select((pl.col("n") * (pl.col("n") - 1) // 2).sum()).item())
        for sizes in (
            placed.group_by(columns).agg(pl.len().cast(pl.Int64).alias("n"))
            for columns in (["group"], ["group", "person"])
        )
    )
    precision, recall, f1 = right / made, right / true, 2 * right / (made + true)
    print(f"   groups P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def _rates(name: str, right: int, count: int, true: int, weight: float) -> str:
    precision, recall = right / max(count, 1), right / true
    f1 = 2 * right / (count + true)
    return (
        f"   {name:<4} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  "
        f"at weight {weight:.1f}"
    )


def _last(above: pl.DataFrame) -> float:
    return float(above["weight"][-1]) if above.height else 0.0


def _by_group(above: pl.DataFrame, truth: pl.DataFrame) -> None:
    """Print recall by pair of scripts, and by sex: an average hides a group."""
    script = pl.lit("L")
    for name, letters in SCRIPTS.items():
        script = pl.when(pl.col("name").str.contains(letters)).then(pl.lit(name))
        script = (
            script.otherwise(pl.lit("L"))
            if name == "H"
            else script.otherwise(pl.col("script"))
        )
        truth = truth.with_columns(script.alias("script"))
    people = truth.with_row_index("id").with_columns(pl.col("id").cast(pl.Int64))
    pairs = people.join(people, on="person_id", suffix="_r").filter(
        pl.col("id") < pl.col("id_r")
    )
    found = above.select("id_l", "id_r").with_columns(found=True)
    pairs = pairs.join(
        found, left_on=["id", "id_r"], right_on=["id_l", "id_r"], how="left"
    ).with_columns(
        pl.col("found").fill_null(value=False),
        scripts=pl.min_horizontal("script", "script_r")
        + pl.max_horizontal("script", "script_r"),
    )
    for group in ("scripts", "sex"):
        told = pairs.group_by(group).agg(pl.len(), pl.col("found").mean()).sort(group)
        print(
            "   recall by "
            + group
            + ": "
            + ", ".join(f"{g} {r:.3f} ({n:,})" for g, n, r in told.iter_rows())
        )


def _reliability(pairs: pl.DataFrame) -> None:
    told = (
        pairs.group_by((pl.col("probability") * 10).floor().clip(0, 9).alias("bin"))
        .agg(pl.len(), pl.col("probability").mean(), pl.col("same").mean())
        .sort("bin")
    )
    print(
        "   predicted/true: "
        + ", ".join(f"{p:.2f}/{s:.2f}" for _, _, p, s in told.iter_rows())
    )


class Clock:
    """Add up the time of each stage as the progress tells it."""

    def __init__(self) -> None:
        self.times: dict[str, float] = {}
        self._at = perf_counter()

    def __call__(self, stage: str, _done: int, _total: int) -> None:
        """Give the time since the last word to this stage."""
        now = perf_counter()
        self.times[stage] = self.times.get(stage, 0.0) + now - self._at
        self._at = now


def ours(file: Path, folder: Path) -> None:
    """Link as the command does."""
    from safeconduct.linkage import Order, link, make_room, read, write  # noqa: PLC0415

    clock, memory = Clock(), Memory()
    given = {"id": "record_id"}
    table = read(file, given)
    clock("read", 1, 1)
    outcome = link([table], [], Order(workers=os.cpu_count() or 1), clock)
    clock("sort", 1, 1)
    out = folder / "out"
    make_room(out, force=False)
    write(outcome, [table], out)
    clock("write", 1, 1)
    outcome.pairs.select("id_l", "id_r", "weight", "probability").write_parquet(
        folder / "judged.parquet"
    )
    outcome.groups.write_parquet(folder / "groups.parquet")
    told = {
        "times": clock.times,
        "memory": memory.most / 1e9,
        "compared": outcome.compared,
        "threshold": outcome.threshold.probability,
        "expected": outcome.threshold.precision,
    }
    (folder / "told.json").write_text(json.dumps(told))


def stock(file: Path, folder: Path) -> None:
    """Link with names in Latin letters and Jaro-Winkler, as Splink's examples do."""
    import duckdb  # noqa: PLC0415
    import splink.comparison_library as cl  # noqa: PLC0415
    from splink import (  # noqa: PLC0415
        DuckDBAPI,
        Linker,
        SettingsCreator,
        block_on,
    )

    clock, memory = Clock(), Memory()
    frame = pl.read_parquet(file)
    latin = _latin(frame["name"])
    frame = frame.select(
        pl.col("record_id").alias("unique_id"),
        latin.alias("name"),
        pl.when(pl.col("birth").str.len_chars() == DAY).then("birth").alias("birth"),
        pl.col("birth").str.slice(0, 4).alias("year"),
        pl.col("unit").str.extract(r"(\d+)").alias("unit"),
        *("province", "paper", "sex"),
    )
    clock("read", 1, 1)
    database = duckdb.connect()
    database.register("frame", frame.to_arrow())
    database.execute("create table reg as from frame")
    api = DuckDBAPI(database)
    model = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.8]),
            cl.ExactMatch("birth"),
            cl.ExactMatch("year"),
            cl.ExactMatch("unit"),
            cl.ExactMatch("province"),
            cl.ExactMatch("paper"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("name"),
            block_on("paper"),
            block_on("birth", "unit"),
            block_on("birth", "substr(name, 1, 2)"),
            block_on("year", "unit", "substr(name, 1, 4)"),
        ],
        retain_matching_columns=False,
    )
    linker = Linker(api.register("reg"), model, log_level=50)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("birth", "name"), block_on("paper")], recall=0.4
    )
    training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("birth"), block_on("name")):
        training.estimate_parameters_using_expectation_maximisation(rule, max_pairs=1e6)
    clock("training", 1, 1)
    found = linker.inference.predict(threshold_match_weight=-8, warning_mode="never")
    clock("pairs", 1, 1)
    pairs = database.sql(
        "select least(unique_id_l, unique_id_r) as id_l, "  # noqa: S608 - our own words
        "greatest(unique_id_l, unique_id_r) as id_r, match_weight as weight, "
        f"match_probability as probability from {found.physical_name}"
    ).pl()
    pairs.write_parquet(folder / "judged.parquet")
    told = {
        "times": clock.times,
        "memory": memory.most / 1e9,
        "compared": pairs.height,
        "threshold": 0.5,
    }
    (folder / "told.json").write_text(json.dumps(told))


def _latin(names: pl.Series) -> pl.Series:
    """Turn names into Latin letters as anyascii does: letter by letter, by a table."""
    texts = names.unique().to_list()
    read = {text: _ascii(text) for text in texts}
    return names.replace_strict(read, return_dtype=pl.String)


_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщыэюяьъ",
        (
            *("a", "b", "v", "g", "g", "d", "e", "ye", "yo", "zh", "z", "i", "i", "yi"),
            *("y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts"),
            *("ch", "sh", "shch", "y", "e", "yu", "ya", "", ""),
        ),
        strict=True,
    )
)
_ONSETS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj")
_ONSETS += ("ch", "k", "t", "p", "h")
_VOWELS = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo")
_VOWELS += ("u", "wo", "we", "wi", "yu", "eu", "ui", "i")
_CODAS = ("", "k", "k", "ks", "n", "nj", "nh", "t", "l", "lk", "lm", "lb", "ls", "lt")
_CODAS += ("lp", "lh", "m", "p", "ps", "t", "t", "ng", "t", "t", "k", "t", "p", "t")


def _ascii(text: str) -> str:
    """Romanise every letter and syllable alone; word order is left as it is."""
    out = []
    for letter in text.casefold():
        if "가" <= letter <= "힣":
            rest, coda = divmod(ord(letter) - ord("가"), 28)
            onset, vowel = divmod(rest, 21)
            out.append(_ONSETS[onset] + _VOWELS[vowel] + _CODAS[coda])
        else:
            out.append(_CYRILLIC.get(letter, letter))
    return "".join(out).replace("-", "").replace("'", "")


class Memory(Thread):
    """Look ten times a second at what this process and its children hold."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self.start()

    def run(self) -> None:
        """Keep the most that was held at once, in bytes; shared pages count in each."""
        own = psutil.Process()
        while True:
            self.most = max(self.most, sum(map(_held, [own, *own.children()])))
            sleep(LOOK)


def _held(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


if __name__ == "__main__":
    main()
