from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.names import names

EXAMPLES = {
    "hangul_latin.tsv": (
        "hangul\tlatin\torder",
        "백철수\tPaek Chol-su\tfirst",
        "백철수\tChul-Soo Paik\tlast",
        "김정희\tKim Jong-hui\tfirst",
    ),
    "hangul_cyrillic.tsv": ("hangul\tcyrillic", "백철수\tПэк Чхоль Су"),
    "cyrillic_latin_tokens.tsv": (
        "latin\tcyrillic\tcount",
        "ivan\tиван\t9",
        "oleh\tолег\t3",
        "anna\tанна\t5",
    ),
}


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """Give a folder of a few examples."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name, lines in EXAMPLES.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def train(data: Path, *options: str) -> Result:
    return CliRunner().invoke(names, ["train", "--data", str(data), *options])


def written(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_the_same_examples_give_the_same_models(examples: Path, tmp_path: Path) -> None:
    """Training twice gives the same bytes, and the check says so."""
    first, second = tmp_path / "first", tmp_path / "second"
    assert train(examples, "-o", str(first)).exit_code == 0
    assert train(examples, "-o", str(second)).exit_code == 0

    assert written(first) == written(second)
    assert {Path(name).parts[0] for name in written(first)} == {"weights", "general"}
    assert train(examples, "-o", str(first), "--check").exit_code == 0


def test_the_check_finds_what_differs(examples: Path, tmp_path: Path) -> None:
    """Other examples make other models: the files are named, nothing is written."""
    made = tmp_path / "made"
    train(examples, "-o", str(made))
    before = written(made)
    with (examples / "hangul_latin.tsv").open("a", encoding="utf-8") as file:
        file.write("리영호\tRi Yong-ho\tfirst\n")
    result = train(examples, "-o", str(made), "--check")

    assert result.exit_code == 1
    assert "weights/latin.tsv: differs" in result.stdout
    assert "general/general.tsv: as it was" in result.stdout
    assert written(made) == before


def test_the_check_against_the_library(examples: Path) -> None:
    """Without a folder the models of the library are compared, and left alone."""
    result = train(examples, "--check")

    assert result.exit_code == 1
    assert "differs" in result.stdout


def test_examples_that_are_missing(examples: Path, tmp_path: Path) -> None:
    """A missing file is named in a sentence."""
    (examples / "hangul_cyrillic.tsv").unlink()
    result = train(examples, "-o", str(tmp_path / "made"))

    assert result.exit_code == 2
    assert "hangul_cyrillic.tsv" in result.stderr


def test_examples_that_are_none(examples: Path, tmp_path: Path) -> None:
    """Files with other columns are refused in a sentence."""
    (examples / "hangul_latin.tsv").write_text("a\tb\n1\t2\n")
    result = train(examples, "-o", str(tmp_path / "made"))

    assert result.exit_code == 2
    assert "no examples of names" in result.stderr
