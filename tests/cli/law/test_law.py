import json
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.law import law, registers
from safeconduct.law import CLOCKS, proofs
from safeconduct.law.proofs import Proof, Witness
from tests.law.cases import REFUSES_AFTER, WANTS_HOME
from tests.law.records import table

HOME = '{"baseline": "vignettes", "facts": {"wish.current": "return"}}'


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(law, list(arguments), input=given)


def test_json() -> None:
    """One case in, one line of JSON out."""
    result = run("assess", "-", "--json", "--on", "2026-11-01", given=HOME)
    answer = json.loads(result.stdout)

    assert result.exit_code == 0
    assert answer["on"] == "2026-11-01"
    assert answer["options"]["P"]["result"] == "barred"
    assert answer["options"]["R1"]["result"] == "not_yet"


def test_json_lines(tmp_path: Path) -> None:
    """A case on each line gives a line of JSON each; empty lines do not count."""
    cases = tmp_path / "cases.jsonl"
    cases.write_text(f'{HOME}\n\n{{"facts": {{}}}}\n')
    result = run("assess", str(cases), "--json")

    assert result.exit_code == 0
    assert len([json.loads(line) for line in result.stdout.splitlines()]) == 2


def test_one_case_over_many_lines() -> None:
    """A case may be printed over several lines."""
    result = run("assess", "-", "--json", given=json.dumps(json.loads(HOME), indent=2))

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


def test_table() -> None:
    """People read a row per option and destination."""
    result = run("assess", "-", given=HOME)

    assert result.exit_code == 0
    assert "T   KR      not_yet" in result.stdout
    assert "would be settled by: " in result.stdout


def test_explain() -> None:
    """The explanation tells norms, citations, wordings and facts."""
    result = run("explain", "-", "--option", "P", given=HOME)

    assert result.exit_code == 0
    assert result.stdout.startswith("P: barred\n  GCIII-13-2b [T] GC III Art 13(2)\n")
    assert "- image.identifiable = T: Can he be identified" in result.stdout


def test_explain_one_destination() -> None:
    """With --towards only that State is explained, as JSON if asked."""
    result = run(
        *("explain", "-", "--option", "R1", "--towards", "KP", "--json"), given=HOME
    )

    assert result.exit_code == 0
    assert list(json.loads(result.stdout)) == ["KP"]


def test_norms() -> None:
    """All norms in force are listed beneath the hash of the law."""
    result = run("norms", "--position", "will_based", "--on", "2026-11-01")

    assert result.exit_code == 0
    assert "GCIII-118-KR [S]" in result.stdout
    assert "    forbids R2: Nobody is returned against" in result.stdout


def test_clocks_as_data() -> None:
    """Every time limit, with what starts and stops it, in the language asked for."""
    result = run("clocks", "--language", "uk", "--json")
    listed = {one["clock"]: one for one in json.loads(result.stdout)}

    assert result.exit_code == 0
    assert len(listed) == len(CLOCKS)
    inspection = listed["GCIII-31/inspection"]
    assert inspection["period"] == "P1M"
    assert inspection["says"].startswith("Лікар оглядає")
    assert {"fact": "health.last_inspection", "words": []} in inspection["starts"]
    assert listed["ENG-RECONFIRM/window"]["mark"] == "[I]"
    assert listed["KPW-51/direct"]["until"] == "1954-03-01"


def test_clocks_for_people() -> None:
    """Source, sentence, limit, who is bound; what is ours and what is past says so."""
    result = run("clocks")

    assert result.exit_code == 0
    assert "GCIII-70/week [T] GC III Art 70\n" in result.stdout
    assert "    within 7 days | camp\n" in result.stdout
    assert "    our own setting: reconfirmation\n" in result.stdout
    assert "a model only, law from 1953-07-27" in result.stdout


def test_what_is_due() -> None:
    """Assess and explain list what runs and what was missed, and nothing else."""
    dated = '{"facts": {"health.last_inspection": "2026-03-31"}}'
    for command in (["assess"], ["explain", "--option", "P"]):
        result = run(*command, "-", "--on", "2026-05-02", given=dated)

        assert result.exit_code == 0
        assert "GCIII-31/inspection       [T]  missed, due 2026-04-30" in result.stdout
        assert "GCIII-103-107" not in result.stdout
    told = json.loads(
        run("assess", "-", "--json", "--on", "2026-04-02", given=dated).stdout
    )

    assert [one["state"] for one in told["deadlines"]] == ["running"]


def test_no_time_limit_no_heading() -> None:
    """Where nothing has started, nothing is printed."""
    result = run("assess", "-", given=HOME)

    assert "Time limits" not in result.stdout


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("", "Line 1: there is no case."),
        ("{", "Line 1: this is not JSON"),
        ('{\n"facts": {},\n}', "Line 3: this is not JSON"),
        ("[]", "Line 1: a case is an object with facts"),
        ('{"facts": []}', "Line 1: a case is an object with facts"),
        ('{"facts": {}}\n{"facts": {"wsh.current": "stay"}}', "Line 2: There is no"),
        ('{"facts": {}}\n\n{"facts"', "Line 3: this is not JSON"),
        ('{"facts": {"wsh.current": "stay"}}', "Did you mean wish.current?"),
        ('{"facts": {"wish.current": "go"}}', "wish.current cannot be 'go'"),
        ('{"facts": {"person.alive": NaN}}', "NaN is no value"),
        ('{"facts": {"person.alive": "T", "person.alive": "F"}}', "stands twice"),
        (
            '{"facts": {"risk.serious_harm[KP]": "F", "risk.killing[KP]": "T"}}',
            "both cannot be right",
        ),
        ('{"facts": {}, "baselin": "vignettes"}', "Did you mean baseline?"),
        ('{"facts": {}, "baseline": "other"}', "there is no baseline other"),
        ("[" * 100_000, "Line 1: "),
        (b'{"facts": {}}\n\xff', "Line 2: this is not UTF-8"),
    ],
)
def test_wrong_input(given: str | bytes, sentence: str) -> None:
    """Wrong input ends with exit code 2 and a sentence, and prints no answer."""
    result = run("assess", "-", "--json", given=given)

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stdout == ""


def test_no_such_destination() -> None:
    """A State that is no destination is refused with those that are."""
    result = run("explain", "-", "--option", "R1", "--towards", "KR", given=HOME)

    assert result.exit_code == 2
    assert "KR is no destination of R1; there is KP." in result.stderr


@pytest.mark.parametrize("command", [["assess", "-"], ["norms"]])
def test_before_the_first_law(command: list[str]) -> None:
    """A day without law is refused with a sentence."""
    result = run(*command, "--on", "1950-06-25", given=HOME)

    assert result.exit_code == 2
    assert "No law is on file for 1950-06-25" in result.stderr


def test_no_such_file(tmp_path: Path) -> None:
    """A file that is not there is refused with a sentence."""
    result = run("assess", str(tmp_path / "missing.json"))

    assert result.exit_code == 2
    assert "No such file" in result.stderr


def test_prove() -> None:
    """Each claim is printed with its time; all hold."""
    result = run("prove", "--on", "2026-11-01", "--position", "will_based")

    assert result.exit_code == 0
    assert result.stdout.count("holds ") == 6
    assert " s  Learning of a risk never opens an act" in result.stdout


def test_prove_shows_a_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim that fails is shown with a case, and ends with exit code 1."""
    known = Witness("exchange", ("GCIII-6-1",), {"status.doubt": None}, {"a": True})
    faulty = Proof("no_dead_norm", "Every norm speaks.", (known,))
    monkeypatch.setattr(proofs, "prove", lambda _law, _names: [faulty])
    result = run("prove")

    assert result.exit_code == 1
    assert "FAILS" in result.stdout
    assert "    witness: exchange, GCIII-6-1\n" in result.stdout
    assert "known: status.doubt = U\n        then: a = T" in result.stdout


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Write a register of three cases."""
    register = tmp_path / "register.parquet"
    table([WANTS_HOME, REFUSES_AFTER, {}]).write_parquet(register)
    return register


def test_bulk(register: Path, tmp_path: Path) -> None:
    """Each row of a table gets its answers; the progress goes to standard error."""
    target = tmp_path / "answers.parquet"
    result = run("bulk", str(register), str(target), "--on", "2026-11-01")
    answers = pl.read_parquet(target)

    assert (result.exit_code, result.stdout) == (0, "3 cases answered.\n")
    assert answers["R1"].to_list() == ["PERMITTED", "NO_BASIS", "OPEN"]
    assert answers["R1.gate"].to_list() == [True, False, False]
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_bulk_in_pieces(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table is answered in pieces, and comes out as one."""
    whole, pieces = tmp_path / "whole.parquet", tmp_path / "pieces.parquet"
    run("bulk", str(register), str(whole))
    monkeypatch.setattr(registers, "ROWS_AT_ONCE", 1)
    run("bulk", str(register), str(pieces))
    one, other = pl.read_parquet(whole), pl.read_parquet(pieces)

    assert one.select(sorted(one.columns)).equals(other.select(sorted(other.columns)))


def test_bulk_refuses_a_wrong_table(tmp_path: Path) -> None:
    """A file that is no table and a table with a wrong fact end with a sentence."""
    source, target = tmp_path / "in.parquet", tmp_path / "out.parquet"
    source.write_text("no table")
    assert "cannot be read as a table" in run("bulk", str(source), str(target)).stderr

    pl.DataFrame({"id": ["a"], "wsh.current": ["stay"]}).write_parquet(source)
    result = run("bulk", str(source), str(target))

    assert result.exit_code == 2
    assert "Did you mean wish.current?" in result.stderr
    assert not target.exists()


def test_diff(register: Path) -> None:
    """Norms that differ are listed, and who changes status."""
    laws = ("2026-11-01", "2026-11-01:will_based")
    result = run("diff", *laws, "--register", str(register))

    assert result.exit_code == 0
    assert "+ GCIII-118-KR\n" in result.stdout
    assert "R2[KP]   PERMITTED → BARRED: 1  case 1\n" in result.stdout


def test_diff_without_a_norm_and_with_a_finding(register: Path) -> None:
    """The second law may lack a norm, and a fact may be stated of everybody."""
    day = "2026-11-01"
    result = run("diff", day, day, "--without", "ENG-GATE")
    assert "- ENG-GATE\n" in result.stdout

    finding = ("--register", str(register), "--stating", "health.fit_to_travel=F")
    result = run("diff", day, day, *finding)
    assert "R1[KP]   PERMITTED → OPEN: 1  case 0\n" in result.stdout

    result = run("diff", day, day, "--register", str(register))
    assert "Nobody changes status." in result.stdout


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("today", "2026-11-01"), "today is no law"),
        (("1950-06-25", "2026-11-01"), "No law is on file"),
        (("2026-11-01", "2026-11-01:other"), "There is no position other"),
        (("2026-11-01", "2026-11-01", "--without", "X-1"), "There is no norm X-1"),
        (("2026-11-01", "2026-11-01", "--stating", "a=b"), "name them with --register"),
    ],
)
def test_diff_refuses(given: tuple[str, ...], sentence: str) -> None:
    """A law that is none ends with a sentence and exit code 2."""
    result = run("diff", *given)

    assert result.exit_code == 2
    assert sentence in result.stderr


def test_survey(register: Path) -> None:
    """The question that settles most stands first, with what each answer settles."""
    result = run("survey", str(register), "--on", "2026-11-01", "--most", "1")

    assert result.exit_code == 0
    assert result.stdout.startswith("3 cases, 3 with an open question.\n")
    assert "settles" in result.stdout
