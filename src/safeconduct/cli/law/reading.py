"""How is JSON read that people wrote: one object over all lines, or one on each?

What is wrong with it becomes a sentence that names the line. A name that stands twice
and a number that is none are refused, not guessed at.
"""

import json
from collections.abc import Iterator
from gettext import gettext as _
from typing import BinaryIO, NoReturn

from safeconduct.cli.law.asking import WrongInput, refuse


def objects(file: BinaryIO, nothing: str) -> Iterator[tuple[int, object]]:
    """Read what stands in a file, with the line on which each begins.

    Args:
        file: UTF-8, with or without a byte order mark.
        nothing: What to say of an empty file.

    Raises:
        WrongInput: It cannot be read; the sentence names the line.
    """
    text = _text(file)
    lines = [(n, one) for n, one in enumerate(text.split("\n"), 1) if one.strip()]
    if not lines:
        refuse(1, nothing)
    first, content = lines[0]
    if len(lines) > 1 and not _is_json(content):
        lines = [(first, "\n".join(text.split("\n")[first - 1 :]))]
    for line, content in lines:
        yield line, _parse(line, content)


def _text(file: BinaryIO) -> str:
    try:
        content = file.read()
    except OSError as error:
        raise WrongInput(_("The file cannot be read: %s.") % error.strerror) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        refuse(line, _("this is not UTF-8. Save the file as UTF-8."))


def _is_json(content: str) -> bool:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def _parse(line: int, content: str) -> object:
    try:
        return json.loads(
            content, object_pairs_hook=_without_repetition, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        sentence = _("this is not JSON (%(fault)s, column %(column)s).")
        fault = {"fault": error.msg, "column": error.colno}
        refuse(line + error.lineno - 1, sentence % fault)
    except RecursionError:
        refuse(line, _("this is nested too deeply."))
    except ValueError as error:
        refuse(line, str(error))


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(_("%s stands twice. Keep one.") % name)
        found[name] = value
    return found


def _no_constant(constant: str) -> NoReturn:
    raise ValueError(_("%s is no value of a fact.") % constant)
