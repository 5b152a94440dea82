import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from safeconduct.accounts import queries
from safeconduct.cli import environment
from safeconduct.cli.environment import Ready
from safeconduct.cli.main import run

pytestmark = pytest.mark.django_db
FOUND = [
    "staff",
    "found",
    "Bureau",
    "UA",
    "root",
    "Root",
    "--password",
    "grey stone bridge",
]


@pytest.fixture(autouse=True)
def _the_tests_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the database of the tests instead of one in a data folder."""

    @contextmanager
    def ready(data: Path, **_: bool) -> Iterator[Ready]:
        yield Ready(data, None)

    monkeypatch.setattr(environment, "ready", ready)


def test_from_nothing_to_a_token(capsys: pytest.CaptureFixture[str]) -> None:
    """A new register: founder, camp, registrar, role, token."""
    assert run(FOUND) == 0
    assert run(["staff", "authority", "--as", "root", "Camp", "camp", "UA"]) == 0
    enrol = ["staff", "enrol", "--as", "root", "--role", "registrar"]
    assert (
        run([*enrol, "olena", "Olena Hai", "Camp", "--password", "grey stone bridge"])
        == 0
    )
    assert run(["staff", "role", "--as", "root", "olena", "doctor"]) == 0
    assert run(["staff", "role", "--as", "root", "olena", "doctor", "--end"]) == 0
    capsys.readouterr()
    assert run(["staff", "list", "--json"]) == 0

    listed = json.loads(capsys.readouterr().out)
    assert {
        "username": "olena",
        "name": "Olena Hai",
        "authority": "Camp",
        "roles": ["registrar"],
    } in listed
    assert run(["staff", "token", "--as", "root", "olena", "script"]) == 0
    assert capsys.readouterr().out.startswith("sc_")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (FOUND, "officers already"),
        (["staff", "authority", "--as", "nobody", "X", "camp"], "no officer nobody"),
        (["staff", "authority", "--as", "root", "X", "mission"], "lacks its State"),
        (["staff", "role", "--as", "root", "root", "king"], "No such role"),
        (["staff", "token", "--as", "root", "nobody", "x"], "no officer nobody"),
        (
            ["staff", "enrol", "--as", "root", "a", "A", "Moon", "--password", "x"],
            "no authority Moon",
        ),
        (
            ["staff", "enrol", "--as", "root", "a", "A", "Bureau", "--password", "x"],
            "too short",
        ),
    ],
)
def test_refused(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be done is said in a sentence, with exit code 2."""
    run(FOUND)
    capsys.readouterr()

    assert run(arguments) == 2
    assert sentence in capsys.readouterr().err


def test_without_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    """An officer who is no administrator appoints nobody."""
    run(FOUND)
    enrol = ["staff", "enrol", "--as", "root", "a", "A", "Bureau"]
    run([*enrol, "--password", "grey stone bridge"])
    capsys.readouterr()

    assert run(["staff", "role", "--as", "a", "a", "administrator"]) == 2
    assert "no right" in capsys.readouterr().err
    assert queries.officer("a") is not None
