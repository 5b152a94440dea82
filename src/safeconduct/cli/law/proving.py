"""``law prove``: is the law safe, and if not, in which case?"""

import sys
from datetime import datetime
from gettext import gettext as _
from time import perf_counter
from typing import TYPE_CHECKING

import click

from safeconduct.cli.law.asking import (
    INDENT,
    day_of,
    heading,
    in_words,
    on_option,
    position_option,
)
from safeconduct.law import pack
from safeconduct.law.record import written

if TYPE_CHECKING:
    from safeconduct.law.proofs import Witness


@click.command(
    "prove", epilog=_("Example: safeconduct law prove --position will_based")
)
@on_option
@position_option
def prove_command(on: datetime | None, position: str) -> None:
    """Prove that the law is safe, and show a case where it is not.

    Exit codes: 0 everything is proved, 1 something is not, 2 wrong input.
    """
    from safeconduct.law.proofs import PROOFS, prove

    law_of_day = in_words(None, lambda: pack(day_of(on), position))
    click.echo(heading(law_of_day))
    started, holds = perf_counter(), True
    for name in PROOFS:
        begun = perf_counter()
        (proof,) = prove(law_of_day, (name,))
        word = _("holds") if proof.holds else _("FAILS")
        click.echo(f"{word:<6}  {perf_counter() - begun:6.2f} s  {proof.claim}")
        for witness in proof.witnesses:
            _print_witness(witness)
        holds = holds and proof.holds
    click.echo(_("In all %.2f s.") % (perf_counter() - started))
    if not holds:
        sys.exit(1)


def _print_witness(witness: "Witness") -> None:
    about = ", ".join((witness.act, *witness.norms))
    click.echo(INDENT + _("witness: %s") % about)
    for when, facts in ((_("known"), witness.facts), (_("then"), witness.learned)):
        for name, value in facts.items():
            click.echo(f"{INDENT * 2}{when}: {name} = {written(value)}")
