"""A process for what may not end well."""

import os
import time

import pytest

from safeconduct.cli.worker import Stopped, Worker


def answer(question: str) -> str:
    return question.upper()


def hang(_question: str) -> None:
    time.sleep(60)


def grow(_question: str) -> int:
    return len(bytearray(1 << 31))


def crash(_question: str) -> None:
    os._exit(11)


def fail(question: str) -> None:
    raise ValueError(question)


def test_answer() -> None:
    """What the function returns comes back, call after call."""
    with Worker() as worker:
        assert [worker.call(answer, word) for word in ("a", "b")] == ["A", "B"]


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (hang, "more than 0.2 seconds"),
        (grow, "more memory"),
        (crash, "crash"),
        (fail, "failed (ValueError)"),
    ],
)
def test_stopped(function: object, said: str) -> None:
    """Whatever goes wrong is a sentence without the document, and work goes on."""
    assert callable(function)
    with Worker(seconds=0.2) as worker:
        with pytest.raises(Stopped) as stopped:
            worker.call(function, "a secret")
        assert said in str(stopped.value)
        assert "secret" not in str(stopped.value)
    with Worker() as worker:
        assert worker.call(answer, "next") == "NEXT"
