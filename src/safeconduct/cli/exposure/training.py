"""``exposure train``: learn again what tells of a person, from marked paragraphs."""

from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli.refusal import Refused
from safeconduct.cli.whole import whole
from safeconduct.disclosure import teaching
from safeconduct.disclosure.details.learned import model

DIFFERENT = 1


@click.command(
    epilog=_("Example: safeconduct exposure train --data training/telling --check"),
)
@click.option(
    "--data",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of marked paragraphs.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the model; over the installed one if left out.",
)
@click.option("--check", is_flag=True, help="Write nothing; compare with the model.")
@click.pass_context
def train(
    context: click.Context,
    data: Path,
    output: Path | None,
    *,
    check: bool,
) -> None:
    """Learn what tells of a person from marked paragraphs, some two minutes.

    DIR holds text files, a paragraph a line, in which passages are marked with a letter
    for what they tell: {w:he would rather stay}. The model is a text file; the same
    paragraphs give the same file. With `--check` nothing is written, and the exit code
    is 1 if it would differ from the one that is there.
    """
    target = output or model.home()
    try:
        learned = teaching.learn(teaching.read(data))
        before = target.read_text(encoding="utf-8") if target.is_file() else ""
        if not check:
            with whole(target) as unfinished:
                unfinished.write_text(learned, encoding="utf-8", newline="\n")
    except teaching.TeachingError as error:
        raise Refused(str(error)) from error
    except UnicodeDecodeError as error:
        raise Refused(_("A file of %s is not UTF-8; save it as UTF-8.") % data) from (
            error
        )
    except OSError as error:
        sentence = _("%(file)s cannot be read or written: %(fault)s.")
        fault = {"file": error.filename, "fault": error.strerror}
        raise Refused(sentence % fault) from error
    same = learned == before
    click.echo(f"{target.name}: {_('as it was') if same else _('differs')}")
    context.exit(DIFFERENT if check and not same else 0)
