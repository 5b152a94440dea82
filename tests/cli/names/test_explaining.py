import json

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.names import names
from safeconduct.names import weight


def run(*words: str) -> Result:
    return CliRunner().invoke(names, list(words))


def test_explain() -> None:
    """The readings of both, the weight in nats and bits, and reasons."""
    result = run("explain", "Paek Ch'ŏl-su", "Пэк Чхоль Су")
    found = weight("Paek Ch'ŏl-su", "Пэк Чхоль Су")

    assert result.exit_code == 0
    first, second, measured, *why = result.stdout.splitlines()
    assert first.startswith("Paek Ch'ŏl-su: 백철수 ")
    assert second.startswith("Пэк Чхоль Су: 백철수 ")
    assert measured == f"Weight: {found.nats:.1f} nats, {found.bits:.1f} bits"
    assert any("Paek" in line and "백" in line for line in why)


@pytest.mark.parametrize("language", ["en", "ko", "uk", "ru"])
def test_explain_in_four_languages(language: str) -> None:
    """The reasons are said in the language asked for, each in its own words."""
    result = run("explain", "Paek Chol-su", "백철수", "--language", language)
    english = run("explain", "Paek Chol-su", "백철수")

    assert result.exit_code == 0
    assert (result.stdout == english.stdout) == (language == "en")


def test_explain_in_json() -> None:
    """JSON holds the same: weight, readings, sentences, what each is read as."""
    told = json.loads(run("explain", "Paek Chol-su", "백철수", "--json").stdout)

    assert told["readings"] == ["백철수"]
    assert told["read_as"]["a"][0]["key"] == "백철수"
    assert told["why"][0]["sentence"]


def test_explain_what_is_not_korean() -> None:
    """Names of any origin are explained too: here one name in two languages."""
    result = run("explain", "Володимир Зеленський", "Vladimir Zelensky")

    assert result.exit_code == 0
    assert "Weight: -" not in result.stdout
    assert "vladimir" in result.stdout


def test_decode() -> None:
    """Readings with their probabilities, the likeliest first, as many as asked for."""
    result = run("decode", "Пэк Чхоль Су", "-n", "3")
    rows = [line.split("\t") for line in result.stdout.splitlines()]

    assert rows[0][0] == "백철수"
    assert len(rows) == 3
    assert [float(row[1]) for row in rows] == sorted(
        (float(row[1]) for row in rows), reverse=True
    )


def test_decode_in_json() -> None:
    """JSON holds key and probability, and what an index stores."""
    told = json.loads(run("decode", "Lee Young-ho", "--json").stdout)

    assert told["readings"][0]["key"] == "이영호"
    assert told["keys"][0] == "이영호"


def test_decode_what_is_not_korean() -> None:
    """A name without Korean readings shows its keys in Latin letters."""
    result = run("decode", "Vladimir Zelensky")

    assert result.exit_code == 0
    assert "No Korean reading" in result.stdout
    assert "vladimir+zelenski" in result.stdout


@pytest.mark.parametrize(
    ("script", "expected"), [("latin", "Paek Chol-su"), ("cyrillic", "Пэк Чхоль Су")]
)
def test_spell(script: str, expected: str) -> None:
    """The likeliest spellings of a name in Hangul, with their probabilities."""
    result = run("spell", "백철수", "--script", script, "-n", "200")
    rows = dict(line.split("\t") for line in result.stdout.splitlines())

    assert result.exit_code == 0
    assert expected in rows
    assert 0 < float(rows[expected]) < 1


def test_spell_what_is_not_hangul() -> None:
    """A sentence says how to write the name."""
    result = run("spell", "Paek")

    assert result.exit_code == 2
    assert "no name in Hangul" in result.stderr


@pytest.mark.parametrize(
    "words", [("explain", "x" * 10_000, "백철수"), ("decode", "백" * 10_000)]
)
def test_too_long(words: tuple[str, ...]) -> None:
    """A name of ten thousand characters is refused with a sentence."""
    result = run(*words)

    assert result.exit_code == 2
    assert "10000 characters" in result.stderr


@pytest.mark.parametrize(
    "text", ["", " ", "🙂", "\u202e", "ㄱ", "\udcff", "1234", "王"]
)
def test_any_unicode(text: str) -> None:
    """Any text is answered; none is a fault."""
    for words in (
        ("explain", text, "백철수"),
        ("decode", text),
        ("decode", text, "--json"),
    ):
        assert run(*words).exit_code == 0
