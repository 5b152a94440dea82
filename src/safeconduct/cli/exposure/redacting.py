"""``safeconduct exposure redact``: take away what gives somebody away."""

import json
import os
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from safeconduct.bounded import Stopped, Worker
from safeconduct.cli.exposure.scanning import open_register
from safeconduct.cli.refusal import Refused

if TYPE_CHECKING:
    from safeconduct.disclosure.images import Box, CleanImage
    from safeconduct.disclosure.redaction import Published, Redaction

WITHHELD = 3
Made = TypeVar("Made")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\x00", b"MM\x00*")


@click.command(
    epilog=_(
        "Example: safeconduct exposure redact report.docx --register persons.csv -k 5 "
        "-o report-redacted.docx"
    )
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--register",
    "persons",
    metavar="PERSONS",
    type=click.Path(path_type=Path),
    help="The protected persons: CSV with a header, or a JSON list.",
)
@click.option(
    "-k",
    "threshold",
    type=click.IntRange(min=2),
    default=5,
    show_default=True,
    help="How many people every description must fit.",
)
@click.option(
    *("-o", "--out"),
    metavar="OUT",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The new file: of the same form, or .txt or .pdf.",
)
@click.option(
    "--image-confirmed",
    is_flag=True,
    help="A person looked at this image and lets it go; faces are destroyed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_context
def redact(
    context: click.Context,
    file: Path,
    *,
    persons: Path | None,
    threshold: int,
    out: Path,
    image_confirmed: bool,
    as_json: bool,
) -> None:
    """Change a text as little as makes everyone in it one among enough.

    FILE is plain text, HTML, DOCX or PDF. Names and wishes are masked, other details
    told less exactly, until every description fits K people; the new text is scanned
    again. The new file has none of the old one's metadata, comments, links or images.
    Exit codes: 0 written, 2 wrong input, 3 withheld: nothing was written, and why.

    An image is made anew from its pixels, and only with --image-confirmed.
    """
    data = _read(file)
    if data.startswith(_IMAGES):
        context.exit(_redact_image(data, file, out, confirmed=image_confirmed))
    if persons is None:
        raise Refused(_("Say who is protected: --register PERSONS."))
    published = _publish(data, file, persons, out, threshold)
    redaction = published.redaction
    if not redaction.withheld:
        _write(out, published.data)
    if as_json:
        click.echo(json.dumps(_as_json(published), ensure_ascii=False))
    else:
        _print(published)
    context.exit(WITHHELD if redaction.withheld else 0)


def _read(file: Path) -> bytes:
    from safeconduct.disclosure.documents import LARGEST

    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise Refused(
            _("%(file)s cannot be opened: %(reason)s.")
            % {"file": file.name, "reason": error.strerror or _("unknown")}
        ) from error


def _publish(
    data: bytes, file: Path, persons: Path, out: Path, threshold: int
) -> "Published":
    from safeconduct.disclosure.documents import DocumentError
    from safeconduct.disclosure.redaction import publish

    register = open_register(persons)

    def published() -> "Published | str":
        try:
            return publish(
                data, register, name=file.name, ending=out.suffix, threshold=threshold
            )
        except DocumentError as error:
            return str(error)

    return _bounded(published, file)


def _bounded(make: Callable[[], Made | str], file: Path) -> Made:
    """Read a file that may be hostile in a process of its own.

    Raises:
        Refused: what was made is a sentence, or nothing could be made in the bounds.
    """
    try:
        made = Worker().call(make)
    except Stopped as stopped:
        raise Refused(f"{file.name}: {stopped}") from stopped
    if isinstance(made, str):
        raise Refused(f"{file.name}: {made}")
    return made


def _write(out: Path, data: bytes) -> None:
    """Write a file beside its place and put it there in one step."""
    beside = out.with_name(f"{out.name}.{os.getpid()}.partial")
    try:
        beside.write_bytes(data)
        beside.replace(out)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refused(
            _("OUT cannot be written: %s.") % (error.strerror or _("unknown"))
        ) from error


def _redact_image(data: bytes, file: Path, out: Path, *, confirmed: bool) -> int:
    from safeconduct.disclosure.images import (
        ImageRefused,
        NoDetector,
        clean,
        find_faces,
    )

    if not confirmed:
        click.echo(
            _(
                "Withheld: an image leaves only when a person has looked at faces, "
                "uniforms, tattoos, bandages, papers and rooms. Then say "
                "--image-confirmed."
            ),
            err=True,
        )
        return WITHHELD

    def cleaned() -> "tuple[CleanImage, str] | str":
        faces: tuple[Box, ...] = ()
        said = ""
        try:
            try:
                faces = find_faces(data)
            except NoDetector as error:
                said = str(error)
            return clean(data, faces), said
        except ImageRefused as error:
            return str(error)

    made, said = _bounded(cleaned, file)
    if said:
        click.echo(said, err=True)
    _write(out, made.data)
    click.echo(
        _("%(format)s, %(width)s × %(height)s pixels; faces destroyed: %(faces)s.")
        % {
            "format": made.format,
            "width": made.width,
            "height": made.height,
            "faces": len(made.blurred),
        }
    )
    if made.dropped:
        click.echo(_("Left out: %s.") % ", ".join(made.dropped))
    return 0


def _as_json(published: "Published") -> dict[str, Any]:
    redaction = published.redaction
    return {
        "withheld": redaction.withheld or None,
        "threshold": redaction.threshold,
        "changes": [
            {
                "start": change.start,
                "end": change.end,
                "field": change.field.value,
                "done": change.why,
                "after": change.after,
            }
            for change in redaction.changes
        ],
        "cases": [
            {
                "person": case.person,
                "k_before": case.k_before,
                "k_after": case.k_after,
                "k_without": dict(case.k_without),
            }
            for case in redaction.cases
        ],
        "risks": {
            when: {
                "prosecutor": found.prosecutor,
                "marketer": found.marketer,
                "journalist": found.journalist,
            }
            for when, found in (
                ("before", redaction.risks_before),
                ("after", redaction.risks_after),
            )
        },
        "left_out": dict(published.dropped),
    }


def _print(published: "Published") -> None:
    redaction = published.redaction
    if redaction.withheld:
        click.echo(_("Withheld, nothing was written: %s") % redaction.withheld)
    for case in redaction.cases:
        after = _("nothing is told of him") if case.k_after is None else case.k_after
        click.echo(f"{case.person}: k {case.k_before} → {after}")
        click.echo(
            "  "
            + _("k without: %s")
            % ", ".join(f"{field} {k}" for field, k in case.k_without.items())
        )
    for (field, done), count in sorted(redaction.counts.items()):
        click.echo(f"{field}: {count} {_(done)}")
    if not redaction.cases:
        click.echo(_("Nobody of the register is given away; the words are unchanged."))
    _print_risks(redaction)
    left = {kind: count for kind, count in published.dropped.items() if count}
    if left:
        click.echo(
            _("Left out: %s.")
            % ", ".join(f"{kind} {count}" for kind, count in sorted(left.items()))
        )


def _print_risks(redaction: "Redaction") -> None:
    before, after = redaction.risks_before, redaction.risks_after
    click.echo(
        _("risk of a prosecutor %(p)s, of a marketer %(m)s, of a journalist %(j)s")
        % {
            "p": f"{before.prosecutor:.2f} → {after.prosecutor:.2f}",
            "m": f"{before.marketer:.2f} → {after.marketer:.2f}",
            "j": f"{before.journalist:.2f} → {after.journalist:.2f}",
        }
    )
