"""``safeconduct ledger``: is a published log what its keeper signed?

`verify`, `prove`, `receipt`, `policy`, `witness` and `open --verify` run without Django
and without a database. The commands that need them import what they need when they run.
"""

import click

from safeconduct.cli.ledger.integrating import check, integrate, publish, rebuild
from safeconduct.cli.ledger.opening import open_
from safeconduct.cli.ledger.policies import policy
from safeconduct.cli.ledger.proving import prove
from safeconduct.cli.ledger.receipts import receipt
from safeconduct.cli.ledger.verifying import verify
from safeconduct.cli.ledger.witness import witness


@click.group()
def ledger() -> None:
    """Work with the transparency log."""


for command in (
    *(verify, prove, receipt, open_, policy, witness),
    *(integrate, publish, rebuild, check),
):
    ledger.add_command(command)
