"""What has changed since another law, and how many cases does that touch?"""

from datetime import date
from gettext import gettext as _
from pathlib import Path

from safeconduct.cli.refusal import Refused
from safeconduct.law import Pack, pack
from safeconduct.law.pages import redline
from safeconduct.law.pages.redline import Affected, Redline
from safeconduct.law.soundness import POSITIONS


def changes_since(
    against: str, law: Pack, on: date, language: str, register: Path | None
) -> Redline:
    """Compare a law with an earlier one, and count the cases of a register.

    Args:
        against: The earlier law: a day, or a day and a position.
        law: The law as it is.
        on: Its day.
        language: One of `wording.LANGUAGES`.
        register: A table of cases, or `None`.

    Raises:
        Refused: The earlier law is not written as a day, or the table cannot be read.
        LawError: There was no law on that day, or the table holds what is no fact.
    """
    day, position = _named(against)
    old = pack(day, position)
    counted = _affected(old, law, register) if register is not None else None
    return redline(old, law, language, days=(day, on), affected=counted)


def _named(text: str) -> tuple[date, str]:
    day, colon, position = text.partition(":")
    try:
        return date.fromisoformat(day), position if colon else POSITIONS[0]
    except ValueError:
        sentence = _(
            "%s is no law: write a day, or a day and a position, such as "
            "2026-03-01:will_based."
        )
        raise Refused(sentence % text) from None


def _affected(old: Pack, new: Pack, register: Path) -> Affected:
    # Polars loads slowly, and only a change counted on a register needs it.
    import polars as pl

    from safeconduct.law.bulk import read_register
    from safeconduct.law.pages.counts import affected

    try:
        arrow = register.suffix in {".arrow", ".ipc", ".feather"}
        frame = pl.read_ipc(register) if arrow else pl.read_parquet(register)
    except (pl.exceptions.PolarsError, OSError) as error:
        sentence = _("%(file)s cannot be read as a table: %(fault)s")
        fault = str(error).partition("\n")[0]
        raise Refused(sentence % {"file": register.name, "fault": fault}) from error
    return affected(old, new, read_register(frame))
