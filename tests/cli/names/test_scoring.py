import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.names import names, scoring
from safeconduct.names import weight


def run(given: bytes, *options: str) -> Result:
    return CliRunner().invoke(names, ["score", "-", *options], input=given)


def test_a_score_a_line() -> None:
    """Each pair gives its weight in nats, one name more than two."""
    result = run("Paek Chol-su\t백철수\nPaek Chol-su\t백철호\n".encode())
    same, different = map(float, result.stdout.splitlines())

    assert result.exit_code == 0
    assert same == pytest.approx(weight("Paek Chol-su", "백철수").nats, abs=1e-6)
    assert same > 0 > different


def test_json_explains() -> None:
    """A JSON object a line tells the names, the weight and why, in sentences."""
    result = run("Paek Chol-su\tПэк Чхоль Су\n".encode(), "--json")
    told = json.loads(result.stdout)

    assert told["line"] == 1
    assert (told["a"], told["b"]) == ("Paek Chol-su", "Пэк Чхоль Су")
    assert told["bits"] == pytest.approx(told["nats"] / 0.693147, rel=1e-4)
    assert told["readings"][0] == "백철수"
    assert any("백철수" in reason["sentence"] for reason in told["why"])


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"Paek Chol-su", "there is no tab"),
        (b"", "there is no tab"),
        (b"a\tb\tc", "more than one tab"),
        (b"Paek\t ", "a name is empty"),
        (b"Paek\t\xb1\xd7", "this is not UTF-8"),
        (b"Paek\t" + b"x" * 10_000, "10000 characters"),
    ],
)
def test_a_broken_line(line: bytes, sentence: str) -> None:
    """It gives an empty line and a sentence with its number; the others are scored."""
    good = "Kim Jong-hui\t김정희".encode()
    result = run(b"\n".join([good, line, good]) + b"\n")
    first, second, third = result.stdout.split("\n")[:-1]

    assert result.exit_code == 2
    assert result.stderr.startswith("Line 2: ")
    assert sentence in result.stderr
    assert (second, first) == ("", third)
    assert float(first) > 0


def test_a_broken_line_in_json() -> None:
    """The object says what is wrong."""
    told = json.loads(run(b"alone\n", "--json").stdout)

    assert told["line"] == 1
    assert "no tab" in told["error"]


def test_many_broken_lines() -> None:
    """Twenty are said, the rest is counted."""
    result = run(b"alone\n" * 50)

    assert result.stdout == "\n" * 50
    assert result.stderr.count("Line ") == 20
    assert "30 more lines" in result.stderr


def test_windows_wrote_it() -> None:
    """A byte order mark and CRLF are no part of a name."""
    result = run(b"\xef\xbb\xbf" + "Paek Chol-su\t백철수\r\n".encode())

    assert float(result.stdout) > 5
    assert result.exit_code == 0


def test_utf_16() -> None:
    """A file in UTF-16 is refused in one sentence."""
    result = run("Paek Chol-su\t백철수\n".encode("utf-16"))

    assert result.exit_code == 2
    assert "UTF-16. Save it as UTF-8" in result.stderr
    assert not result.stdout


def test_nothing() -> None:
    """An empty file has no scores."""
    result = run(b"")

    assert (result.exit_code, result.stdout) == (0, "")


def test_order_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Lines that several processes score come out in their order."""
    monkeypatch.setattr(scoring, "BATCH", 2)
    pairs = tmp_path / "pairs.tsv"
    given = ["백철수", "백철호", "김정희", "리영호", "최성철"]
    pairs.write_text("".join(f"Paek Chol-su\t{name}\n" for name in given))
    result = CliRunner().invoke(names, ["score", str(pairs)])
    scores = [float(line) for line in result.stdout.splitlines()]

    assert scores == pytest.approx(
        [weight("Paek Chol-su", name).nats for name in given], abs=1e-6
    )


@pytest.mark.parametrize("text", ["\u202e", "🙂", "\x00", "ㄱㄴ", "ﷺ", "a\u0301" * 90])
def test_any_unicode(text: str) -> None:
    """Any text is scored; none is a fault."""
    result = run(f"{text}\tPaek Chol-su\n백철수\t{text}\n".encode())

    assert result.exit_code == 0
    assert len([float(line) for line in result.stdout.splitlines()]) == 2
