import json

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.law import law
from tests.law.cases import WANTS_HOME

HOME = json.dumps({"facts": WANTS_HOME})


def run(*options: str, given: str = HOME) -> Result:
    return CliRunner().invoke(law, ["change", "-", *options], input=given)


def test_what_shuts() -> None:
    """Each set is printed with its facts as questions."""
    result = run("--option", "R1", "--towards", "KP", "--to", "shut")

    assert result.exit_code == 0
    assert "risk.serious_harm[KP] = T: Is he in real danger" in result.stdout


def test_json() -> None:
    """One case in, one line of JSON out."""
    result = run("--option", "R1", "--towards", "KP", "--to", "shut", "--json")

    assert {"wish.current": "stay"} in json.loads(result.stdout)


def test_one_at_a_time() -> None:
    """With --most 1 only single facts are named."""
    options = ("--option", "R1", "--towards", "KP", "--to", "barred", "--json")
    few = json.loads(run(*options, "--most", "1").stdout)
    many = json.loads(run(*options).stdout)

    assert {len(one) for one in few} <= {1}
    assert max(len(one) for one in many) > 1


def test_nothing_to_change() -> None:
    """What is so already is said to be so."""
    result = run("--option", "R1", "--towards", "KP")

    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing: ")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--option", "R1"), "R1 is not asked about -; there is KP."),
        (("--option", "T", "--towards", "FR"), "T is not asked about FR"),
    ],
)
def test_no_such_destination(options: tuple[str, ...], sentence: str) -> None:
    """A State that is none of his destinations is refused with those there are."""
    result = run(*options)

    assert result.exit_code == 2
    assert sentence in result.stderr
