"""``safeconduct law``: which ways out are lawful, and why?

Runs without Django and without a database, but for `reassess`, and `replay` without a
file, which ask the register. Exit codes: 0 answered, 1 not proved,
2 wrong input (a sentence names the line and the fact).
"""

import click

from safeconduct.cli.law.cases import assess_command, explain, norms
from safeconduct.cli.law.changing import change
from safeconduct.cli.law.clocks import clocks
from safeconduct.cli.law.pages import graph, page
from safeconduct.cli.law.proving import prove_command
from safeconduct.cli.law.provisions import disclosure, procedure, provisions
from safeconduct.cli.law.reassessing import reassess_command
from safeconduct.cli.law.registers import bulk, diff, survey_command
from safeconduct.cli.law.replaying import replay_command
from safeconduct.cli.law.review import review_group


@click.group()
def law() -> None:
    """Ask the law which ways out are open."""


for command in (
    *(assess_command, explain, norms, page, graph, review_group),
    *(provisions, disclosure, procedure),
    *(prove_command, bulk, diff, survey_command),
    *(change, clocks, replay_command, reassess_command),
):
    law.add_command(command)
