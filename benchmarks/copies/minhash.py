"""Compare texts by MinHash; run in an environment of its own that has datasketch.

Reads {"texts": [...], "runs": [k, ...]} from a file and prints, for each k, the pairs
that its index proposes with their estimated likeness, and the seconds it took.
"""

import json
import re
import sys
from pathlib import Path
from time import perf_counter

from datasketch import MinHash, MinHashLSH

PERMUTATIONS, LEAST = 128, 0.1


def main(file: str) -> None:
    """Compare, and print JSON."""
    asked = json.loads(Path(file).read_text("utf-8"))
    print(
        json.dumps({str(run): compared(asked["texts"], run) for run in asked["runs"]})
    )


def compared(texts: list[str], run: int) -> dict[str, object]:
    """Sign every text, look each up, estimate the likeness of what is found."""
    begun = perf_counter()
    index = MinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS)
    signed = []
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text.lower())
        signature = MinHash(num_perm=PERMUTATIONS)
        signature.update_batch(
            [
                " ".join(words[at : at + run]).encode()
                for at in range(len(words) - run + 1)
            ]
        )
        signed.append(signature)
        index.insert(number, signature)
    pairs = [
        (number, other, signature.jaccard(signed[other]))
        for number, signature in enumerate(signed)
        for other in index.query(signature)
        if number < other
    ]
    return {"pairs": pairs, "seconds": perf_counter() - begun}


if __name__ == "__main__":
    main(sys.argv[1])
