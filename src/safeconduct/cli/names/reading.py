"""How are names read that stand one or two on a line?

UTF-8, with or without a byte order mark; a line ends with LF or CRLF. A line that
cannot be read becomes a sentence with its number, and the others go on.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from gettext import gettext as _
from types import TracebackType
from typing import Self

import click

from safeconduct.cli.refusal import Refused
from safeconduct.names.errors import LIMIT

BOM = b"\xef\xbb\xbf"
WIDE = (b"\xff\xfe", b"\xfe\xff")
MOST = 20  # sentences said in full; the rest is counted


class BadLine(ValueError):
    """A line that cannot be read; the message is a sentence without the number."""


def numbered(file: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Give the lines with their numbers, without byte order mark and line end.

    Raises:
        Refused: The file is UTF-16.
    """
    for number, line in enumerate(file, 1):
        if number == 1 and line.startswith(WIDE):
            raise Refused(_("The file is UTF-16. Save it as UTF-8."))
        kept = line.removeprefix(BOM) if number == 1 else line
        yield number, kept.removesuffix(b"\n").removesuffix(b"\r")


def one_name(line: bytes) -> str:
    """Read a line that holds one name.

    Raises:
        BadLine: It holds something else.
    """
    text = _decoded(line)
    if "\t" in text:
        raise BadLine(_("there is a tab in it. Write one name on a line."))
    return _name(text)


def two_names(line: bytes) -> tuple[str, str]:
    """Read a line that holds two names, separated by a tab.

    Raises:
        BadLine: It holds something else.
    """
    a, *others = _decoded(line).split("\t")
    if not others:
        raise BadLine(_("there is no tab. Write two names with a tab between them."))
    if len(others) > 1:
        raise BadLine(_("there is more than one tab. Write two columns only."))
    return _name(a), _name(others[0])


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        raise BadLine(_("this is not UTF-8. Save the file as UTF-8.")) from error


def _name(text: str) -> str:
    if not text.strip():
        raise BadLine(_("a name is empty. Write a name in each column."))
    if len(text) > LIMIT:
        sentence = _("a name has %(length)d characters. Shorten it to %(most)d.")
        raise BadLine(sentence % {"length": len(text), "most": LIMIT})
    return text


class Faults(AbstractContextManager["Faults"]):
    """What was wrong with the input: said on standard error, the rest counted."""

    def __init__(self) -> None:
        self.count = 0

    def say(self, number: int, sentence: str, place: str = "") -> None:
        """Say what is wrong with a line, if not too much was said already."""
        self.count += 1
        if self.count <= MOST:
            told = {"place": place, "line": number, "sentence": sentence}
            where = _("%(place)s, line %(line)s: ") if place else _("Line %(line)s: ")
            click.echo((where + "%(sentence)s") % told, err=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.count > MOST:
            sentence = _("%d more lines cannot be read.")
            click.echo(sentence % (self.count - MOST), err=True)

    def __enter__(self) -> Self:
        return self

    @property
    def code(self) -> int:
        """The exit code: 2 if there was a fault."""
        return 2 if self.count else 0
