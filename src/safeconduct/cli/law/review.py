"""``safeconduct law review``: counsel signs a page, and who reads it can check that.

Runs without Django and without a database. A review is a text that names the page by
its hashes, signed with Ed25519 as a C2SP note; a page that changes voids it.

Exit codes: 0 done, 1 some review does not hold, 2 it cannot be done (a sentence says
why).
"""

import os
import secrets
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli.law.asking import day_of, on_option
from safeconduct.cli.law.signatures import opened, reviews_option
from safeconduct.cli.law.which_page import (
    chosen_page,
    in_words,
    page_named,
    page_options,
)
from safeconduct.cli.refusal import Refused
from safeconduct.law import pack
from safeconduct.law.pages import Page, review, reviewed
from safeconduct.law.pages.review import Review, fields
from safeconduct.law.pages.reviews import REVIEWERS, SUFFIX, on_file, valid
from safeconduct.law.soundness import POSITIONS
from safeconduct.ledger import MalformedKey, Signer, sign_note


@click.group("review")
def review_group() -> None:
    """Let counsel sign the pages of the law, and check the signatures."""


@review_group.command(
    "key",
    epilog=_(
        "Example: safeconduct law review key --name counsel.example/olena -o olena.key"
    ),
)
@click.option("--name", required=True, help="The name of the key, without spaces.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file for the secret key; it must not exist yet.",
)
def key_command(name: str, output: Path) -> None:
    """Make a reviewer's key; the secret half goes into a file, the public is shown."""
    try:
        signer = Signer(name, secrets.token_bytes(32))
    except MalformedKey as refusal:
        raise Refused(
            _("The name of a key is not empty and has no spaces and plus signs.")
        ) from refusal
    try:
        # Readable for its owner alone from the first moment, and never overwritten.
        handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{signer.secret}\n")
    except OSError as error:
        raise _unwritten(output, error) from error
    click.echo(signer.verifier.vkey)
    sentence = _(
        "Keep %(secret)s secret. Whoever trusts this reviewer puts the line above into "
        "%(file)s of the folder of reviews."
    )
    click.echo(sentence % {"secret": output, "file": REVIEWERS}, err=True)


@review_group.command(
    "show",
    epilog=_("Example: safeconduct law review show --option X --language uk"),
)
@page_options
@reviews_option
def show_command(
    letter: str | None,
    instrument: str | None,
    language: str,
    on: datetime | None,
    position: str,
    folder: Path,
) -> None:
    """Say by which hashes a page is named, and who reviewed it."""
    found = in_words(
        lambda: chosen_page(letter, instrument, language, day_of(on), position)
    )
    names = (_("page"), _("language"), _("law"), _("page hash"), _("examples hash"))
    for name, value in zip(names, fields(found), strict=True):
        click.echo(f"{name}: {value}")
    for sentence in reviewed(found, valid(folder, opened)).standing:
        click.echo(sentence)


@review_group.command(
    "sign",
    epilog=_(
        "Example: safeconduct law review sign --option X --language uk "
        "--reviewer 'Olena Example' --role counsel --key olena.key"
    ),
)
@page_options
@click.option("--reviewer", required=True, help="Your name.")
@click.option("--role", required=True, help="In which role you review.")
@click.option(
    "--key",
    "key_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="The file of your secret key.",
)
@reviews_option
def sign_command(
    letter: str | None,
    instrument: str | None,
    language: str,
    on: datetime | None,
    position: str,
    reviewer: str,
    role: str,
    key_file: Path,
    folder: Path,
) -> None:
    """Sign that you have read a page and its examples and find them right."""
    signer = _signer(key_file)

    def made() -> Review:
        page = chosen_page(letter, instrument, language, day_of(on), position)
        return review(page, reviewer=reviewer, role=role, on=datetime.now(UTC).date())

    written = in_words(made)
    click.echo(written.text)
    about, spoken, _law, page_hash, _examples = written.about
    key_id = signer.verifier.key_id.hex()
    name = f"{about.replace(' ', '-')}-{spoken}-{page_hash[:12]}-{key_id}{SUFFIX}"
    target = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_bytes(sign_note(written.text.encode(), signer))
    except OSError as error:
        raise _unwritten(target, error) from error
    click.echo(_("Written: %s") % target)


@review_group.command(
    "check", epilog=_("Example: safeconduct law review check --reviews reviews")
)
@on_option
@reviews_option
def check_command(on: datetime | None, folder: Path) -> None:
    """Check every review: is it signed, and is the page still the one that was read?"""
    if not folder.is_dir():
        raise Refused(_("There is no folder %s. Name it with --reviews.") % folder)
    sound, count = True, 0
    for one in on_file(folder, opened):
        count += 1
        fault = one.fault
        if one.signed is not None:
            fault = _voided(one.signed.review, day_of(on))
        told = _("void: %s") % fault if fault else _("holds")
        click.echo(f"{one.file}: {told}")
        sound = sound and not fault
    click.echo(_("%s reviews.") % count)
    if not sound:
        sys.exit(1)


def _voided(signed: Review, day: date) -> str:
    """Say why a review does not hold today, or nothing."""
    about, language = signed.about[:2]
    if any(signed.holds_for(page) for page in _today(about, language, day)):
        return ""
    return _("the page, its examples or the law have changed since it was signed")


def _today(about: str, language: str, day: date) -> Iterator[Page]:
    """Make the page of a review as it reads today, under each position."""
    for position in POSITIONS:
        made = page_named(pack(day, position), about, language)
        if made is not None:
            yield made


def _signer(path: Path) -> Signer:
    try:
        return Signer.parse(path.read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError, MalformedKey) as error:
        sentence = _("%s holds no secret key. Make one with: law review key.")
        raise Refused(sentence % path) from error


def _unwritten(path: Path, error: OSError) -> Refused:
    sentence = _("%(file)s cannot be written: %(fault)s.")
    return Refused(sentence % {"file": path.name, "fault": error.strerror})
