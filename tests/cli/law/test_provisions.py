import json

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.law import law
from safeconduct.law.disclosure import RECIPIENTS
from safeconduct.law.procedure import CHECKLIST, STEPS
from safeconduct.law.provisions import PROVISIONS, How, binding
from safeconduct.law.wording import LANGUAGES


def run(*arguments: str) -> Result:
    return CliRunner().invoke(law, list(arguments))


def test_provisions() -> None:
    """Every provision is told with its marks and how it binds."""
    result = run("provisions")

    assert result.exit_code == 0
    assert "130 provisions." in result.stdout
    assert "GCIII-66 [T] GC III Art 66(1)" in result.stdout
    assert "How it binds: step of the procedure, rule of disclosure" in result.stdout
    assert "since 2022-08-19" in result.stdout
    assert "until 1954-03-01" in result.stdout


@pytest.mark.parametrize("how", list(How))
def test_provisions_that_bind_in_one_way(how: How) -> None:
    """Only those are listed, as data."""
    result = run("provisions", "--binds", how.value, "--json")
    listed = json.loads(result.stdout)

    assert result.exit_code == 0
    assert [one["provision"] for one in listed] == [one.id for one in binding(how)]
    assert all(how in one["binds"] for one in listed)


def test_provisions_as_data() -> None:
    """What a provision does not have is null; what it has is whole."""
    listed = json.loads(run("provisions", "--json").stdout)
    by_id = {one["provision"]: one for one in listed}

    assert set(by_id) == set(PROVISIONS)
    assert by_id["GCIII-69"]["unknown"] is None
    assert by_id["GCIII-31"]["deadline"] == "1 month"
    assert by_id["GCIII-3"]["marks"] == ["[T]", "[M]"]
    assert by_id["KPW-51"]["until"] == "1954-03-01"


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages(language: str) -> None:
    """All three speak the four languages."""
    for command in ("provisions", "disclosure", "procedure"):
        result = run(command, "--language", language)

        assert result.exit_code == 0
        assert ("{" in result.stdout) is False


def test_disclosure() -> None:
    """Every recipient is listed, with the basis of its rule in words."""
    result = run("disclosure")

    assert result.exit_code == 0
    assert all(f"{one}: " in result.stdout for one in RECIPIENTS)
    assert "our own design [I]" in result.stdout


def test_disclosure_to_one() -> None:
    """One recipient, as data."""
    (rule,) = json.loads(run("disclosure", "--to", "unhcr", "--json").stdout)

    assert rule["recipient"] == "unhcr"
    assert rule["never"] is None
    assert rule["basis"] == ["UNHCR-PROC"]
    assert rule["citations"][0].startswith("UNHCR, Procedural Standards")


@pytest.mark.parametrize(
    "arguments",
    [
        ("disclosure", "--to", "nobody"),
        ("provisions", "--binds", "nonsense"),
        ("procedure", "--language", "fr"),
    ],
    ids=["recipient", "way", "language"],
)
def test_refused(arguments: tuple[str, ...]) -> None:
    """A sentence names what there is instead."""
    result = run(*arguments)

    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "agency" in result.output or "one of" in result.output


def test_procedure() -> None:
    """Steps and checklist, in words and as data."""
    told = run("procedure")
    listed = json.loads(run("procedure", "--json").stdout)

    assert told.exit_code == 0
    assert "22. Question at the border" in told.stdout
    assert "Rests on: " in told.stdout
    assert [one["step"] for one in listed["steps"]] == [s.number for s in STEPS]
    assert listed["steps"][17]["record"] is None
    assert len(listed["hearing"]) == len(CHECKLIST)
    assert {"check", "fact", "says"} == set(listed["hearing"][0])
