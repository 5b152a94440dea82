"""Fuzzing without a guide, where atheris cannot be installed.

Seeds are mutated by Hypothesis: cut, repeated, overwritten, joined. It knows nothing of
coverage, so it finds less; it needs nothing that the project does not have.
"""

import time
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fuzz.harnesses import Harness

BATCH = 200  # examples between two looks at the clock


def run(harness: Harness, seconds: float) -> int:
    """Fuzz until the time is over; return how often the harness was run.

    Raises:
        Exception: What was found, with the bytes in its notes.
    """
    executed = 0

    def count(content: bytes) -> None:
        nonlocal executed
        executed += 1
        harness.check(content)

    attempt = _batch(count, harness.seeds)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        attempt()
    return executed


def _batch(
    check: Callable[[bytes], None], seeds: tuple[bytes, ...]
) -> Callable[[], None]:
    @settings(
        max_examples=BATCH,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(_mutated(seeds))
    def attempt(content: bytes) -> None:
        check(content)

    return attempt


@st.composite
def _mutated(draw: st.DrawFn, seeds: tuple[bytes, ...]) -> bytes:
    content = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(content)))
        stop = draw(st.integers(at, min(len(content), at + 64)))
        piece = content[at:stop] * draw(st.integers(0, 3))
        content = content[:at] + piece + draw(st.binary(max_size=8)) + content[stop:]
    return content
