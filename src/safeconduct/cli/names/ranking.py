"""``names rank``: which names of a pool are nearest to the names asked for?"""

import sys
from collections.abc import Callable, Iterable, Iterator
from gettext import gettext as _
from typing import BinaryIO, TypeVar

import click

from safeconduct.cli.names.reading import BadLine, Faults, numbered, one_name
from safeconduct.cli.names.spreading import spread
from safeconduct.names.ranking import rank

A = TypeVar("A")
B = TypeVar("B")


@click.command(
    "rank",
    epilog=_(
        "Example: safeconduct names rank --pool pool.txt --queries asked.txt -k 10"
    ),
)
@click.option("--pool", required=True, type=click.File("rb"), help="Where to look.")
@click.option(
    "--queries", required=True, type=click.File("rb"), help="The names to look for."
)
@click.option(
    "-k",
    "most",
    type=click.IntRange(1, 1000),
    default=10,
    show_default=True,
    help="How many hits to print for each name.",
)
@click.pass_context
def rank_command(
    context: click.Context, pool: BinaryIO, queries: BinaryIO, most: int
) -> None:
    """Find the nearest names of a pool, any script on either side.

    Both files hold one name a line; `-` reads standard input. Prints a line for each
    hit, best first, the names asked for in their order: the name asked, the line of
    the pool and the score in nats (see `names score`), separated by tabs. There are
    as many hits as asked for whenever the pool is large enough; see the scores.

    An empty line is passed over. A line that cannot be read is left out, with a
    sentence on standard error and the exit code 2.
    """
    with Faults() as faults:
        lines = list(_names(pool, faults))
        asked = list(_names(queries, faults))
        for query, hits in zip(asked, rank(lines, asked, most, _shown), strict=True):
            for hit in hits:
                click.echo(f"{query}\t{lines[hit.place]}\t{hit.score:.6f}")
    context.exit(faults.code)


def _names(file: BinaryIO, faults: Faults) -> Iterator[str]:
    for number, line in numbered(file):
        if not line.strip():
            continue
        try:
            yield one_name(line)
        except BadLine as fault:
            faults.say(number, str(fault), file.name)


def _shown(work: Callable[[A], B], parts: Iterable[A]) -> Iterator[B]:
    """Spread the parts, with a bar on a terminal."""
    parts = list(parts)
    with click.progressbar(
        spread(work, parts),
        length=len(parts),
        label=_("Parts"),
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as done:
        yield from done
