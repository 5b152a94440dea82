from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.names import names
from safeconduct.names import weight

POOL = ["백철수", "백철호", "Paek Chol-su", "Пэк Чхоль Су", "Коваленко", "Ri Yong-ho"]


def run(
    folder: Path, queries: list[str] | bytes, *options: str, pool: bytes | None = None
) -> Result:
    pool_file, asked = folder / "pool.txt", folder / "asked.txt"
    pool_file.write_bytes("\n".join(POOL).encode() if pool is None else pool)
    given = queries if isinstance(queries, bytes) else "\n".join(queries).encode()
    asked.write_bytes(given)
    words = ["rank", "--pool", str(pool_file), "--queries", str(asked), *options]
    return CliRunner().invoke(names, words)


def test_the_best_hits_in_order(tmp_path: Path) -> None:
    """Each query has its hits, best first: query, line of the pool, score."""
    result = run(tmp_path, ["Paik Chul Soo", "Kovalenko"], "-k", "3")
    lines = [line.split("\t") for line in result.stdout.splitlines()]

    assert result.exit_code == 0
    assert [line[0] for line in lines] == ["Paik Chul Soo"] * 3 + ["Kovalenko"] * 3
    assert {line[1] for line in lines[:3]} == {POOL[0], POOL[2], POOL[3]}
    assert lines[3][1] == "Коваленко"
    assert float(lines[3][2]) == pytest.approx(
        weight("Kovalenko", "Коваленко").nats, abs=1e-6
    )


def test_ten_hits_by_default(tmp_path: Path) -> None:
    """Without -k there are ten, or the whole pool if it has fewer."""
    assert run(tmp_path, ["백철수"]).stdout.count("\n") == len(POOL)
    many = "\n".join(f"백철{n}" for n in "수호민준영희진석훈식국") + "\n"

    assert run(tmp_path, ["백철수"], pool=many.encode()).stdout.count("\n") == 10


def test_broken_lines_are_left_out(tmp_path: Path) -> None:
    """A sentence names file and line; good lines are answered; empty ones pass."""
    pool = "백철수\n\n".encode() + b"\xff\n" + "백철호\tx\n김정희\n".encode()
    result = run(tmp_path, b"Paek Chol-su\n" + b"x" * 10_000, "-k", "5", pool=pool)

    assert result.exit_code == 2
    assert "pool.txt, line 3: this is not UTF-8" in result.stderr
    assert "pool.txt, line 4: there is a tab" in result.stderr
    assert "asked.txt, line 2: a name has 10000 characters" in result.stderr
    hits = [line.split("\t")[1] for line in result.stdout.splitlines()]
    assert hits == ["백철수", "김정희"]


def test_the_same_line_twice(tmp_path: Path) -> None:
    """A name that stands twice in the pool is found twice."""
    result = run(tmp_path, ["백철수"], "-k", "2", pool="백철수\n백철수\n".encode())

    assert result.stdout.count("\t백철수\t") == 2


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    """A missing file is a sentence and exit code 2."""
    words = ["rank", "--pool", str(tmp_path / "no"), "--queries", "-"]
    result = CliRunner().invoke(names, words)

    assert result.exit_code == 2
    assert "No such file" in result.output
    assert "Traceback" not in result.output


def test_an_empty_pool(tmp_path: Path) -> None:
    """Nothing to look in gives nothing."""
    result = run(tmp_path, ["백철수"], pool=b"")

    assert (result.exit_code, result.stdout) == (0, "")
