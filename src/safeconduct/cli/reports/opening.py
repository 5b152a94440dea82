"""Which documents do the files hold that a command was given?

Folders stand for the files in them. A file that cannot be opened is a refusal with a
sentence, never an error.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from gettext import gettext as _
from pathlib import Path

from safeconduct.bounded import Stopped, Worker
from safeconduct.text import Page, Part, Refusal, parts, read_part
from safeconduct.text.reason import verbatim


def files_in(arguments: Iterable[Path]) -> Iterator[Path]:
    """Yield files as given, and of folders every file in order of its name.

    Hidden files are passed over, and so are the folders that browsers put beside a
    saved page ("page.html" and "page_files").
    """
    for argument in arguments:
        if argument.is_dir():
            inside = sorted(argument.rglob("*"))
            saved = {path.with_suffix("") for path in inside if _is_page(path)}
            yield from (
                path
                for path in inside
                if path.is_file() and not _is_aside(path, argument, saved)
            )
        else:
            yield argument


def labels(files: Iterable[Path]) -> Mapping[Path, str]:
    """Call each file by its name, and by its folder too where two are called alike."""
    files = list(dict.fromkeys(files))
    alike = Counter(file.name for file in files)
    return {
        file: file.name if alike[file.name] == 1 else "/".join(file.parts[-2:])
        for file in files
    }


def pages_of(files: Iterable[Path], worker: Worker) -> Iterator[Page | Refusal]:
    """Read the documents of files and folders; what cannot be read is a refusal."""
    given = list(files_in(files))
    named = labels(given)
    for file in given:
        try:
            for part in worker.each(parts_of, file, named[file]):
                yield _read(part, worker) if isinstance(part, Part) else part
        except Stopped as stopped:
            yield Refusal(named[file], verbatim(str(stopped)))


def parts_of(file: Path, label: str) -> Iterator[Part | Refusal]:
    """Cut a file into documents; what cannot be opened is one refusal."""
    try:
        with file.open("rb") as stream:
            yield from parts(stream, name=label)
    except OSError as error:
        # The error's own text would show the whole path of the file.
        sentence = _("The file cannot be opened: %s.") % (
            error.strerror or _("unknown")
        )
        yield Refusal(label, verbatim(sentence))


def _read(part: Part, worker: Worker) -> Page | Refusal:
    try:
        return worker.call(read_part, part)
    except Stopped as stopped:
        return Refusal(part.name, verbatim(str(stopped)))


def _is_page(path: Path) -> bool:
    return path.suffix.lower() in {".html", ".htm"}


def _is_aside(path: Path, folder: Path, saved: set[Path]) -> bool:
    inside = path.relative_to(folder)
    if any(name.startswith(".") for name in inside.parts):
        return True
    return any(
        parent.name.endswith("_files")
        and parent.with_name(parent.name.removesuffix("_files")) in saved
        for parent in path.parents
    )
