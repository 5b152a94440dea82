"""What a channel reads does not depend on who else is reading."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from safeconduct.names.general.channel import Channel
from safeconduct.names.general.model import load

WORDS = (
    *("kovalenko", "shevchenko", "oleksandr", "volodymyr", "prokopenko", "zhanna"),
    *("tsybulia", "hrytsenko", "kryvonis", "mykhailo", "khrystych", "viacheslav"),
)
THREADS, ROUNDS = 6, 20


@pytest.fixture
def hurried() -> Iterator[None]:
    """Let threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hurried")
def test_threads_read_what_one_thread_reads() -> None:
    """Whoever asks while another still puts what follows in order."""
    model = load()
    alone = Channel(model)
    expected = [alone.readings(word) for word in WORDS]
    with ThreadPoolExecutor(THREADS) as threads:
        for _ in range(ROUNDS):
            shared = Channel(model)

            def read(first: int, channel: Channel = shared) -> None:
                for word in (*WORDS[first:], *WORDS[:first]):
                    channel.readings(word)

            list(threads.map(read, range(THREADS)))
            assert [shared.readings(word) for word in WORDS] == expected
