"""Whose signatures on reviews does a command believe?"""

from collections.abc import Sequence
from pathlib import Path

import click

from safeconduct.ledger import Verifier, open_note

reviews_option = click.option(
    "--reviews",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("reviews"),
    show_default=True,
    help="The folder of reviews, with the file of reviewers we trust.",
)


def opened(note: bytes, keys: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Open a note that one of these keys signed, and name the keys that did.

    Raises:
        ValueError: None did, one did not make its signature, or a key is none.
    """
    found = open_note(note, [Verifier.parse(key) for key in keys])
    return found.text.decode(), tuple(one.name for one in found.verified)
