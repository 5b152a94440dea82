"""``safeconduct names``: is this one name, and which names are near it?

Runs without Django and without a database. What the commands print are names: treat the
output as you treat the input.

Exit codes: 0 done, 1 the models differ (`train --check`), 2 wrong input (a sentence
names the line; the good lines are answered all the same).
"""

import click

from safeconduct.cli.names.explaining import decode_command, explain, spell
from safeconduct.cli.names.ranking import rank_command
from safeconduct.cli.names.scoring import score
from safeconduct.cli.names.training import train


@click.group()
def names() -> None:
    """Read and compare names in Hangul, Latin and Cyrillic letters."""


for command in (explain, decode_command, score, rank_command, spell, train):
    names.add_command(command)
