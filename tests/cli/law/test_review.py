import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.law.pages import page
from safeconduct.cli.law.review import review_group
from safeconduct.law.pages.reviews import REVIEWERS

PAGE = ("--option", "A", "--language", "uk")
NAMED = ("--reviewer", "Olena Example", "--role", "counsel")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work where no reviews lie."""
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(review_group, list(arguments))


def new_key(name: str, file: str) -> str:
    """Make a key, and return its public half."""
    made = run("key", "--name", name, "-o", file)
    assert made.exit_code == 0
    return made.stdout.strip()


def signed(*arguments: str) -> Path:
    """Sign a page with a fresh key that is trusted, and return the review."""
    key = new_key("counsel.example/olena", "olena.key")
    Path("reviews").mkdir()
    Path("reviews", REVIEWERS).write_text(f"{key}  # Olena Example\n")
    result = run("sign", *PAGE, *arguments, *NAMED, "--key", "olena.key")
    assert result.exit_code == 0, result.output
    return next(Path("reviews").glob("*.review"))


def shown(*arguments: str) -> str:
    """Write a page, and return it."""
    file = Path("page.html")
    result = CliRunner().invoke(page, [*arguments, "-o", str(file)])
    assert result.exit_code == 0, result.output
    return file.read_text()


def test_counsel_signs_a_page() -> None:
    """Before nobody has reviewed it; after it says who did; other pages stay."""
    assert "Ще не перевірено юристом." in shown(*PAGE)

    signed()

    assert "Перевірено: Olena Example, counsel" in shown(*PAGE)
    assert "counsel.example/olena" in shown(*PAGE)
    assert "Ще не перевірено юристом." in shown("--option", "X", "--language", "uk")
    assert "Not yet reviewed by counsel." in shown("--option", "A")
    check = run("check")
    assert check.exit_code == 0
    assert re.search(
        r"option-A-uk-[0-9a-f]{12}-[0-9a-f]{8}\.review: holds", check.output
    )


def test_what_is_shown_before_signing() -> None:
    """The five lines by which a page is named, and who reviewed it."""
    result = run("show", *PAGE)

    assert result.exit_code == 0
    assert "page: option A" in result.output
    assert re.search(r"^page hash: [0-9a-f]{64}$", result.output, re.MULTILINE)
    assert "Ще не перевірено юристом." in result.output


def test_another_law_voids_a_review() -> None:
    """On a day with another law the page is another, and the check says so."""
    signed("--on", "2022-03-01")

    early = run("check", "--on", "2022-03-01")
    late = run("check", "--on", "2026-11-01")

    assert early.exit_code == 0
    assert late.exit_code == 1
    assert "have changed since it was signed" in late.output
    assert "Ще не перевірено юристом." in shown(*PAGE, "--on", "2026-11-01")


def test_a_changed_byte_voids_a_review() -> None:
    """Whoever edits what was signed breaks the signature."""
    review = signed()
    review.write_text(review.read_text().replace("Olena Example", "Judge Example"))

    assert "Ще не перевірено юристом." in shown(*PAGE)
    result = run("check")
    assert result.exit_code == 1
    assert "signature of counsel.example/olena is invalid" in result.output


def test_a_stranger_is_not_believed() -> None:
    """A key that is not among the reviewers proves nothing."""
    signed()
    new_key("stranger.example/x", "stranger.key")
    assert run("sign", *PAGE, *NAMED, "--key", "stranger.key").exit_code == 0

    result = run("check")

    assert result.exit_code == 1
    assert "holds" in result.output
    assert "void: none of the known keys signed this note" in result.output


def test_nobody_is_believed_by_default() -> None:
    """Without a file of reviewers a review counts for nothing."""
    signed()
    Path("reviews", REVIEWERS).unlink()

    assert "no reviewer is known" in run("check").output
    assert "Ще не перевірено юристом." in shown(*PAGE)


def test_a_secret_key_is_kept() -> None:
    """It is readable for its owner alone, not printed, and never overwritten."""
    public = new_key("counsel.example/olena", "olena.key")
    secret = Path("olena.key").read_text()
    again = run("key", "--name", "counsel.example/olena", "-o", "olena.key")

    assert Path("olena.key").stat().st_mode & 0o777 == 0o600
    assert secret.startswith("PRIVATE+KEY+")
    assert "PRIVATE" not in public
    assert again.exit_code == 2
    assert Path("olena.key").read_text() == secret


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["key", "--name", "two words", "-o", "a.key"], "no spaces"),
        (["key", "--name", "a", "-o", "no/such/a.key"], "cannot be written"),
        (["sign", *PAGE, *NAMED, "--key", __file__], "holds no secret key"),
        (["show", *PAGE, "--instrument", "cat"], "not for both"),
        (["show", *PAGE, "--on", "1999-01-01"], "No law is on file"),
        (["check"], "There is no folder reviews"),
    ],
    ids=["name", "file", "key", "both", "day", "folder"],
)
def test_refusals(arguments: list[str], sentence: str) -> None:
    """A sentence and exit code 2, never a traceback."""
    result = run(*arguments)

    assert result.exit_code == 2
    assert sentence in result.output


def test_a_reviewer_has_a_name() -> None:
    """An empty name is refused, and nothing is written."""
    new_key("counsel.example/olena", "olena.key")
    result = run(
        "sign", *PAGE, "--reviewer", " ", "--role", "counsel", "--key", "olena.key"
    )

    assert result.exit_code == 2
    assert "must be one line of text" in result.output
    assert not Path("reviews").exists()
