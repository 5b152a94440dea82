"""How long does one query take? Runs beside the copy of the package it measures.

    python _names_latency.py FOLDER

Reads pool.txt and queries.txt in FOLDER and prints the milliseconds of each query.
"""

import sys
from pathlib import Path
from time import perf_counter

from safeconduct.names.ranking import Pool


def main(folder: Path) -> None:
    """Ask each query once."""
    pool = Pool((folder / "pool.txt").read_text(encoding="utf-8").splitlines())
    queries = (folder / "queries.txt").read_text(encoding="utf-8").splitlines()
    pool.nearest(queries[0], 10)  # what is loaded at the first call
    for query in queries[1:]:
        begun = perf_counter()
        pool.nearest(query, 10)
        print(1000 * (perf_counter() - begun))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
