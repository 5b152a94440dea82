"""Keep questions and answers of today, for `test_replay.py` to ask again for ever.

    python -m tests.law.keep_determinations > tests/law/determinations.jsonl

Run it again only to add answers of a new law; a line that was kept is never changed. If
`test_replay.py` fails, the law of an old day was edited: close the norm on the day
before the change and write its successor instead.
"""

import json
from datetime import date
from itertools import product

from safeconduct.law import assess
from safeconduct.law.record import fingerprint
from tests.law.records import STARTS, records

DAYS = (date(2022, 3, 1), date(2024, 8, 1), date(2026, 11, 1))
POSITIONS = ("risk_based", "will_based")
EACH = 4


def main() -> None:
    """Print a line for each kept determination."""
    cases = [*STARTS, *records(len(DAYS) * len(POSITIONS) * EACH, seed=22)]
    places = list(product(DAYS, POSITIONS))
    for number, facts in enumerate(cases):
        on, position = places[number % len(places)]
        answer = assess(facts, on=on, position=position)
        kept = {
            "id": f"D{number:03}",
            "on": on.isoformat(),
            "law": answer.law,
            "facts": facts,
            "facts_hash": fingerprint(facts),
            "answers": answer.as_json()["options"],
        }
        print(json.dumps(kept, sort_keys=True, separators=(",", ":")))


if __name__ == "__main__":
    main()
