"""How much of what it has never seen does the learned model find, beside the rules?

    ./run bench telling [--data training/telling] [--folds 4]

The alternative beside our model are our own rules for details and wishes, which never
saw these paragraphs, and which the program used alone before. Each file is read by a
model that was trained without it. A passage counts as met if one word of it is; of what
the model takes that share is right which touches a marked passage. No public set is
marked for what gives a prisoner of war away: the paragraphs are invented, in four
languages, by authors who had read no rule. Some six minutes on two cores.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from safeconduct.disclosure import teaching
from safeconduct.disclosure.details import ruled
from safeconduct.disclosure.details.learned.reading import learned

PARAGRAPHS = Path(__file__).parents[1] / "training" / "telling"
TIMED = 2000


def main() -> None:
    """Judge, time, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=PARAGRAPHS)
    parser.add_argument("--folds", type=int, default=4)
    asked = parser.parse_args()
    examples = teaching.read(asked.data)
    sources = {each.source for each in examples}
    print(f"{len(examples):,} sentences in {len(sources)} files, {asked.folds} folds")
    for line in table(teaching.judge(examples, asked.folds)):
        print(line)
    by_rule, by_model = milliseconds(examples)
    print(f"a sentence: rules {by_rule:.2f} ms, model {by_model:.2f} ms more")


def table(judged: Sequence[teaching.Judged]) -> list[str]:
    """Write what was judged, a line a kind."""
    heads = ("marked", "rules", "model", "either", "model right")
    lines = ["passages  " + "".join(f"{head:>12}" for head in heads)]
    for each in judged:
        found = (each.ruled, each.learned, each.both)
        shares = "".join(f"{one / max(each.marked, 1):12.2f}" for one in found)
        right = each.right / max(each.taken, 1)
        name = "wishes" if each.wish else "details"
        lines.append(f"{name:10}{each.marked:12,}{shares}{right:12.2f}")
    return lines


def milliseconds(examples: Sequence[teaching.Marked]) -> tuple[float, float]:
    """Time rules and model on the same sentences, by processor time."""
    texts = [each.text for each in examples[:: max(1, len(examples) // TIMED)]]
    begun = process_time()
    told = [tuple(ruled(text)) for text in texts]
    between = process_time()
    for text, details in zip(texts, told, strict=True):
        tuple(learned(text, details))
    ended = process_time()
    each = 1000 / max(len(texts), 1)
    return (between - begun) * each, (ended - between) * each


if __name__ == "__main__":
    main()
