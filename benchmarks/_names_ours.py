"""How do our commands answer with a model that has not seen what is asked?

A copy of the package is trained without a fold, and the commands of the copy are run as
anyone runs them: `safeconduct names train`, `rank` and `score`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from _names_cases import Pair, write_training

SOURCE = Path(__file__).parent.parent / "src" / "safeconduct"


class Copy:
    """A copy of the package in a folder, with models of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(
            SOURCE,
            folder / "safeconduct",
            ignore=shutil.ignore_patterns("__pycache__", "static", "templates"),
        )

    def train(self, data: Path, fold: int) -> float:
        """Train without a fold; give the seconds that took."""
        kept = self.folder / "training"
        write_training(data, kept, fold)
        begun = perf_counter()
        self.run("train", "--data", str(kept))
        return perf_counter() - begun

    def run(self, *words: str) -> str:
        """Run a command of the copy and give what it prints."""
        whole = [sys.executable, "-P", "-m", "safeconduct.cli.main", "names", *words]
        environment = {**os.environ, "PYTHONPATH": str(self.folder)}
        ran = subprocess.run(  # noqa: S603 - our own program
            whole, env=environment, capture_output=True, check=False, cwd=self.folder
        )
        if ran.returncode:
            said = ran.stderr.decode().strip()
            raise SystemExit(f"names {words[0]} gave {ran.returncode}: {said}")
        return ran.stdout.decode()

    def rank(
        self, pool: list[str], asked: list[str], k: int
    ) -> tuple[list[list[str]], float]:
        """Give the hits of each query, and the seconds that took."""
        pool_file = self._written("pool.txt", pool)
        # The same name asked twice would be told apart by its place only.
        once = list(dict.fromkeys(asked))
        queries = self._written("queries.txt", once)
        begun = perf_counter()
        printed = self.run(
            "rank", "--pool", pool_file, "--queries", queries, "-k", str(k)
        )
        taken = perf_counter() - begun
        hits: dict[str, list[str]] = {text: [] for text in once}
        for line in printed.splitlines():
            query, hit, _score = line.split("\t")
            hits[query].append(hit)
        return [hits[text] for text in asked], taken

    def score(self, pairs: list[Pair]) -> tuple[list[float], float]:
        """Score pairs, and give the seconds that took."""
        file = self._written("pairs.tsv", [f"{one.a}\t{one.b}" for one in pairs])
        begun = perf_counter()
        scores = [float(line) for line in self.run("score", file).splitlines()]
        return scores, perf_counter() - begun

    def latencies(self, pool: list[str], asked: list[str]) -> list[float]:
        """Ask one by one, in one process; give milliseconds."""
        self._written("pool.txt", pool)
        self._written("queries.txt", asked)
        script = Path(__file__).with_name("_names_latency.py")
        ran = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-P", script, self.folder],
            env={**os.environ, "PYTHONPATH": str(self.folder)},
            capture_output=True,
            check=True,
            text=True,
        )
        return [float(line) for line in ran.stdout.split()]

    def _written(self, name: str, lines: list[str]) -> str:
        path = self.folder / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return str(path)
