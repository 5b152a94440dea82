"""``safeconduct exposure``: whom does a text give away?

Runs without Django and without a database. The register, the texts and what is printed
name protected people: treat all three alike.

Exit codes: 0 done, 1 a sweep found somebody, 2 wrong input (a sentence tells which; the
rest is answered), 3 a text is withheld.
"""

import click

from safeconduct.cli.exposure.redacting import redact
from safeconduct.cli.exposure.scanning import scan_files
from safeconduct.cli.exposure.sweeping import sweep
from safeconduct.cli.exposure.training import train


@click.group()
def exposure() -> None:
    """Find who is given away by a text, and take away what does it."""


for command in (scan_files, redact, sweep, train):
    exposure.add_command(command)
