"""Coverage-guided fuzzing of one harness, run by `fuzz` in an environment of its own.

Usage: python -m fuzz.guided NAME FOLDER SECONDS

FOLDER takes the corpus, and what was found (``crash-…``). The fuzzer, atheris, is no
dependency of the project: it is there only in the environment that `fuzz` makes.
"""

import importlib
import sys
from pathlib import Path


def main(name: str, folder: str, seconds: str) -> None:
    """Fuzz until the time is over, or something is found."""
    atheris = importlib.import_module("atheris")
    parsers = ["safeconduct.ledger", "safeconduct.names"]
    with atheris.instrument_imports(include=parsers):
        harnesses = importlib.import_module("fuzz.harnesses")
    harness = harnesses.HARNESSES[name]
    corpus = Path(folder, "corpus")
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(harness.seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = [
        f"-max_total_time={seconds}",
        f"-artifact_prefix={folder}/",
        "-max_len=4096",
        "-timeout=10",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], harness.check)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
