"""What officers signed beside the law, as the pages of a case show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from safeconduct.override import queries
from safeconduct.override.errors import MayNotOpen, NoSuchAnswer
from safeconduct.override.queries import Prospect, Signed
from safeconduct.web import refusals, words
from safeconduct.web.matrix import Chip, Flag, Flags, chip

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.law.override import Hindrance


def flags(person_id: UUID, *, at: datetime) -> Flags:
    """Say in a few words what stands or waits beside each answer, by option and State.

    A closure comes first: where it stands nothing else counts.
    """
    found: dict[tuple[str, str], list[Flag]] = {}
    for one in queries.signatures(person_id, at=at):
        if one.stands or one.waits:
            there = found.setdefault((one.option, one.towards), [])
            there += [] if (said := _flag(one)) in there else [said]
    return {
        way: sorted(said, key=lambda flag: flag.kind != "closed")
        for way, said in found.items()
    }


def _flag(one: Signed) -> Flag:
    if one.waits:
        return Flag("waits", _("opening waits for a second officer"))
    if one.kind == "closure":
        return Flag("closed", _("closed by an officer"))
    if one.kind == "endorsement":
        return Flag("endorsed", _("decided by a senior officer"))
    until = _("opened by two officers until %(moment)s")
    return Flag("opened", until % {"moment": _moment(one.expires)})


def _moment(at: datetime | None) -> str:
    return formats.date_format(timezone.localtime(at), "Y-m-d H:i") if at else ""


def named(of_an_option: str, every: Flags) -> list[Flag]:
    """List what is said beside one option, each with its State."""
    return [
        Flag(flag.kind, f"{words.state(towards)}: {flag.text}")
        for (option, towards), said in every.items()
        if option == of_an_option
        for flag in said
    ]


def alone(every: Flags) -> list[Flag]:
    """List all that is said, each with its way out, where no answers are shown."""
    return [
        Flag(flag.kind, f"{words.way(*way)}: {flag.text}")
        for way, said in every.items()
        for flag in said
    ]


_STANDS = {
    "closure": ("barred", "✕"),
    "opening": ("permitted", "✓"),
    "endorsement": ("permitted", "✓"),
}


@dataclass(frozen=True)
class Card:
    """One signature, or two, as the page lists it."""

    signed: Signed
    way: str
    chip: Chip
    law: Chip | None  # what the law itself answered, for an opening
    may_sign: bool


def cards(person_id: UUID, *, officer: Officer, at: datetime) -> list[Card]:
    """List what was signed for a person, newest first."""
    waiting = queries.waiting(officer, at=at).filter(person=person_id)
    mine = set(waiting.values_list("pk", flat=True))
    return [
        Card(
            signed=one,
            way=words.way(one.option, one.towards),
            chip=_status(one),
            law=chip({"result": one.result}) if one.result else None,
            may_sign=one.id in mine,
        )
        for one in queries.signatures(person_id, at=at)
    ]


def _status(one: Signed) -> Chip:
    if one.waits:
        return Chip("not_yet", "◷", _("waits for a second officer"))
    if not one.stands:
        return Chip("not_applicable", "–", _("not in force"))
    kind, glyph = _STANDS[one.kind]
    return Chip(kind, glyph, _KINDS[one.kind]())


_KINDS = {
    "closure": lambda: _("closed"),
    "opening": lambda: _("opened"),
    "endorsement": lambda: _("decided"),
}


@dataclass(frozen=True)
class Way:
    """A way out, the law's answer, and what keeps two officers from opening it."""

    value: str  # as the form sends it, such as T:KR
    name: str
    chip: Chip
    flags: Sequence[Flag]
    hindrances: list[dict[str, Any]]


def ways(person_id: UUID, *, at: datetime) -> tuple[list[Way], str]:
    """List what could be opened, then what could not, or say why nobody can tell."""
    try:
        found = queries.prospects(person_id, at=at)
    except NoSuchAnswer as refusal:
        return [], refusals.sentence(refusal)
    signed = flags(person_id, at=at)
    may_first = sorted(found, key=lambda one: bool(one.hindrances))
    return [_way(one, signed) for one in may_first], ""


def _way(one: Prospect, signed: Flags) -> Way:
    return Way(
        value=f"{one.option}:{one.towards}",
        name=words.way(one.option, one.towards),
        chip=chip(one.answer.as_json()),
        flags=signed.get((one.option, one.towards), ()),
        hindrances=list(told(one.hindrances)),
    )


def told(hindrances: Iterable[Hindrance]) -> Iterator[dict[str, Any]]:
    """Say what stands in the way, in the language of the page."""
    for one in hindrances:
        what = words.ground(one.norm, one.leg, one.what)
        yield {"norm": one.norm, "what": what}


def contested(person_id: UUID, *, at: datetime) -> list[tuple[str, str]]:
    """List the contested answers that wait for a senior officer, for a form."""
    try:
        found = queries.contested(person_id, at=at)
    except NoSuchAnswer:
        return []
    return [(f"{option}:{state}", words.way(option, state)) for option, state in found]


def refused(refusal: Exception | None) -> list[dict[str, Any]]:
    """List what the domain said no signature can open."""
    return list(told(refusal.hindrances)) if isinstance(refusal, MayNotOpen) else []
