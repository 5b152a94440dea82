"""``safeconduct reports``: what do published reports say?

Runs without Django and without a database. What the commands find are proposals of a
machine: an analyst confirms them before anything rests on them.

Exit codes: 0 every file was read, 2 some file could not be.
"""

import click

from safeconduct.cli.reports.comparing import compare_
from safeconduct.cli.reports.reading import read


@click.group()
def reports() -> None:
    """Read and compare published reports on prisoners of war."""


for command in (read, compare_):
    reports.add_command(command)
