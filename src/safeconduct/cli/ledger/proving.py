"""``ledger prove``: a file that proves an entry to whoever keeps a policy.

Exit codes: 0 proved, 1 the log does not show it, 2 the question could not be asked.
"""

from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import datafolder, published
from safeconduct.cli.ledger import durable, entries, house, trust
from safeconduct.ledger import Proof, Witnessed


@click.command(
    epilog=_(
        "Example: safeconduct ledger prove 52493 --log https://ledger.example/log"
        " --policy ledger.policy -o entry.tlog-proof"
    )
)
@click.argument("entry")
@click.option(
    "--log",
    "where",
    metavar="PATH_OR_URL",
    help=_("Where the log is published; the log of this installation if left out."),
)
@trust.key_option
@trust.policy_option
@trust.file_option("-o", "output", _("Where to write the proof; printed if left out."))
@datafolder.option
@click.pass_context
def prove(
    context: click.Context,
    entry: str,
    where: str | None,
    key: str | None,
    policy_file: Path | None,
    output: Path | None,
    data: Path | None,
) -> None:
    """Prove that an entry is in the log, from its published files alone.

    ENTRY is an index, counted from 0, or a commitment: 66 hexadecimal digits. To find
    a commitment all bundles are read. The proof (C2SP tlog-proof) holds the checkpoint
    with all its signatures, and is checked before it is written.
    """
    place = published.find(where) if where is not None else house.log(data)
    policy = trust.choose(place, key, policy_file)
    try:
        content, proof, witnessed = entries.prove(place, entry, policy)
    except entries.NotProved as error:
        click.echo(_("Not proved. %s") % error, err=True)
        context.exit(1)
    if output is None:
        click.echo(proof.text, nl=False)
    else:
        durable.put(output, proof.text)
    _tell(content, proof, witnessed)


def _tell(content: bytes, proof: Proof, witnessed: Witnessed) -> None:
    """Say what was proved, beside the proof."""
    where = {"index": proof.index, "size": witnessed.checkpoint.size}
    click.echo(_("Entry %(index)d of %(size)d, commitment:") % where, err=True)
    click.echo(content.hex(), err=True)
    for name, at in witnessed.times.items():
        who = {"name": trust.printable(name), "at": trust.moment(at)}
        click.echo(_("Cosigned by %(name)s at %(at)s.") % who, err=True)
