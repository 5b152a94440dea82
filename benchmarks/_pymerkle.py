"""How fast does pymerkle append? Runs in a venv of its own, where it is installed.

    python _pymerkle.py FOLDER

Appends entries of 33 bytes to a tree on SQLite in FOLDER, one by one and in a batch,
and prints both as JSON, in entries a second.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from pymerkle import SqliteTree

SINGLE, BATCHED = 5_000, 100_000


def entries(first, how_many):
    """Make entries as large as ours."""
    numbers = range(first, first + how_many)
    return [b"\x01" + sha256(str(n).encode()).digest() for n in numbers]


def main(folder):
    """Append, and say how fast it was."""
    with SqliteTree(str(folder / "single.db")) as tree:
        made, begun = entries(0, SINGLE), perf_counter()
        for entry in made:
            tree.append_entry(entry)
        single = SINGLE / (perf_counter() - begun)
    with SqliteTree(str(folder / "batch.db")) as tree:
        made, begun = entries(0, BATCHED), perf_counter()
        tree.append_entries(made)
        batch = BATCHED / (perf_counter() - begun)
    print(json.dumps({"single": single, "batch": batch}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
