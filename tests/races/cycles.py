"""Kill a register at a random point, again and again; nothing may ever be lost.

    python -m tests.races.cycles --rounds 1000 --seed 1

Each round writers act and the integrator publishes, until a writer, the integrator, one
process of PostgreSQL, the whole server or everything is killed. Then the survivors end,
the server recovers, and `survival` says what must hold. Every 20th round all is audited
in full; every 100th a new register is begun, so that a round stays a second or two.

Killing a process is not a loss of power: what it had written the kernel still has.
"""

import argparse
import signal
import sys
import tempfile
from pathlib import Path

from safeconduct.cli import environment
from tests.races.house import House


def main(rounds: int, seed: int) -> int:
    """Run the rounds in a temporary folder; return how many findings there are."""
    with tempfile.TemporaryDirectory(prefix="cycles-") as folder:
        house = House(Path(folder))
        try:
            house.start()
            house.set_environment()
            environment.set_up_django()
            environment.bring_up_to_date()
            from tests.races.rounds import run  # noqa: PLC0415  Django is ready now

            return len(run(house, rounds, seed).findings)
        finally:
            environment.close_connections()
            house.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # and clean up
    sys.exit(main(given.rounds, given.seed) > 0)
