import doctest
import subprocess
import sys

from safeconduct import ledger


def test_exported_names() -> None:
    """What the library promises is there."""
    for name in ledger.__all__:
        assert getattr(ledger, name) is not None
    assert sorted(set(ledger.__all__)) == sorted(ledger.__all__)


def test_example() -> None:
    """The example in the library's docstring runs as printed."""
    results = doctest.testmod(ledger)

    assert results.attempted > 0
    assert results.failed == 0


def test_usable_alone() -> None:
    """Library and command run in a process that has no Django and no database."""
    code = (
        "import sys; import safeconduct.ledger, safeconduct.cli.ledger; "
        "print({'django', 'psycopg'} & set(sys.modules))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )

    assert answer.stdout == "set()\n"
