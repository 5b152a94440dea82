"""``names train``: learn the models again, from the data they were learned from."""

import tempfile
from collections.abc import Iterator
from gettext import gettext as _
from importlib.resources import files
from pathlib import Path

import click

from safeconduct.cli.refusal import Refused
from safeconduct.cli.whole import whole
from safeconduct.names import learning
from safeconduct.names.general import learning as general_learning
from safeconduct.names.general import model as general_model

# Where the models lie in the package of names.
KOREAN, GENERAL = "weights", "general"
DIFFERENT = 1


@click.command(
    epilog=_("Example: safeconduct names train --data data/names --check"),
)
@click.option(
    "--data",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of examples.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write the models; over those installed if left out.",
)
@click.option("--check", is_flag=True, help="Write nothing; compare with the models.")
@click.pass_context
def train(
    context: click.Context, data: Path, output: Path | None, *, check: bool
) -> None:
    """Learn the models of names from examples, a minute or so.

    DIR holds hangul_latin.tsv, hangul_cyrillic.tsv and cyrillic_latin_tokens.tsv. The
    models are text files; the same examples give the same files, byte for byte. With
    `--check` nothing is written: each file that would differ from the one that is there
    is named, and the exit code is 1.
    """
    target = output or Path(str(files("safeconduct.names")))
    with tempfile.TemporaryDirectory() as folder:
        made = list(_learned(data, Path(folder)))
        differing = [path for path in made if not _same(path, folder, target)]
        for path in made:
            name = path.relative_to(folder)
            if not check:
                _put(path, target / name)
            told = _("differs") if path in differing else _("as it was")
            click.echo(f"{name}: {told}")
    context.exit(DIFFERENT if check and differing else 0)


def _learned(data: Path, folder: Path) -> Iterator[Path]:
    """Learn both models into a folder, and name the files."""
    for name in (KOREAN, GENERAL):
        (folder / name).mkdir()
    try:
        learning.write(learning.learn(data), folder / KOREAN)
        general_model.write(general_learning.learn(data), folder / GENERAL)
    except OSError as error:
        sentence = _("%(file)s cannot be read: %(fault)s.")
        fault = {"file": error.filename, "fault": error.strerror}
        raise Refused(sentence % fault) from error
    except (ValueError, KeyError, TypeError) as error:
        sentence = _("The files in %s are no examples of names: see their headings.")
        raise Refused(sentence % data) from error
    yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _same(path: Path, folder: str, target: Path) -> bool:
    there = target / path.relative_to(folder)
    return there.is_file() and there.read_bytes() == path.read_bytes()


def _put(path: Path, target: Path) -> None:
    """Put a model in its place, whole or not at all."""
    try:
        with whole(target) as unfinished:
            unfinished.write_bytes(path.read_bytes())
    except OSError as error:
        sentence = _("%(file)s cannot be written: %(fault)s. Name a folder with -o.")
        fault = {"file": target, "fault": error.strerror}
        raise Refused(sentence % fault) from error
