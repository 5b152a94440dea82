"""How long does it take to build a register of one mix of peoples?"""

import resource
from time import process_time

from benchmarks.exposure.population import registered
from safeconduct.disclosure import Register


def built(size: int, mix: str) -> str:
    """Build a register of the generator's; tell how long it took, and its memory."""
    people = registered(size, mix)
    before = resident()
    start = process_time()
    register = Register(people)
    took = process_time() - start
    return (
        f"{mix}: {len(register.names):,} patterns of {len(people):,} persons "
        f"in {took:.1f} s of CPU, {resident() - before:.2f} GB more"
    )


def resident() -> float:
    """Return the most memory that this process ever had, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
