"""The answers of a determination as a table: options down, States across."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from safeconduct.override.queries import EXCHANGE
from safeconduct.web import words
from safeconduct.web.otherwise import Otherwise

NOWHERE = "-"


@dataclass(frozen=True)
class Chip:
    """A result in a word, with a sign that does not rely on colour."""

    kind: str
    glyph: str
    text: Any
    contested: bool = False
    forecast: bool = False


@dataclass(frozen=True)
class Flag:
    """What officers signed beside an answer, in a few words."""

    kind: str  # closed, waits, opened, endorsed
    text: str


# By option and State; the answers themselves stay as the law gave them.
Flags = Mapping[tuple[str, str], Sequence[Flag]]
_NO_FLAGS: Flags = {}
_NOT_ASKED: Mapping[str, Otherwise] = {}
_CHIPS = {
    "barred": ("✕", _("barred")),
    "not_yet": ("◷", _("not yet")),
    "permitted": ("✓", _("permitted")),
    "duty": ("‼", _("duty")),
    "not_applicable": ("–", _("does not arise")),
}


def chip(answer: Mapping[str, Any]) -> Chip:
    """Choose the chip for one answer."""
    kind = "duty" if answer.get("duty") else str(answer.get("result"))
    glyph, text = _CHIPS.get(kind, ("?", kind))
    return Chip(
        kind,
        glyph,
        text,
        contested=bool(answer.get("contested")),
        forecast=bool(answer.get("forecast")),
    )


@dataclass(frozen=True)
class Cell:
    """One answer; `towards` is a State's code, or `-` where there is none."""

    towards: str
    state: str
    chip: Chip | None
    norms: list[str]
    flags: Sequence[Flag] = ()

    @property
    def more(self) -> int:
        """How many norms decide it beside the three that are shown."""
        return max(0, len(self.norms) - 3)


@dataclass(frozen=True)
class Row:
    """One option with its answer towards every State it was asked for."""

    option: str
    name: Any
    chip: Chip
    cells: list[Cell]
    alone: Cell | None  # the answer of an option that leads to no State


@dataclass(frozen=True)
class Matrix:
    """The whole table."""

    states: list[str]
    rows: list[Row]


def matrix(answers: Mapping[str, Any], flags: Flags = _NO_FLAGS) -> Matrix:
    """Arrange the answers of a determination, options in the order of the law."""
    codes = list(_states(answers.values()))
    letters = [option for option in words.OPTION_LETTERS if option in answers]
    rows = [_row(option, answers[option], codes, flags) for option in letters]
    return Matrix([words.state(code) for code in codes], rows)


def chips(answers: Mapping[str, Any]) -> list[tuple[str, Any, Chip]]:
    """Say the best answer of each option: letter, name, chip."""
    return [
        (option, words.OPTION_NAMES[option], chip(answers[option]))
        for option in words.OPTION_LETTERS
        if option in answers
    ]


def _states(options: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    every = (code for option in options for code in option["destinations"])
    return (code for code in dict.fromkeys(every) if code != NOWHERE)


def _row(option: str, answer: Mapping[str, Any], codes: list[str], flags: Flags) -> Row:
    there = answer["destinations"]
    alone = _cell(NOWHERE, there[NOWHERE]) if NOWHERE in there else None
    return Row(
        option=option,
        name=words.OPTION_NAMES[option],
        chip=chip(answer),
        cells=[]
        if alone
        else [_cell(c, there.get(c), _beside(flags, option, c)) for c in codes],
        alone=alone,
    )


def _beside(flags: Flags, option: str, towards: str) -> Sequence[Flag]:
    """Find what was signed beside one answer; a closed exchange is so everywhere."""
    own = flags.get((option, towards), ())
    if option != EXCHANGE:
        return own
    said = (
        flag
        for (where, _state), every in flags.items()
        if where == option
        for flag in every
    )
    closed = [flag for flag in said if flag.kind == "closed" and flag not in own]
    return [*closed[:1], *own]


def _cell(
    code: str, answer: Mapping[str, Any] | None, flags: Sequence[Flag] = ()
) -> Cell:
    if answer is None:
        return Cell(code, words.state(code), None, [], flags)
    return Cell(code, words.state(code), chip(answer), list(answer["norms"]), flags)


@dataclass(frozen=True)
class Ground:
    """One norm as the page of an option tells it."""

    norm: str
    mode: Any
    wording: str
    citation: str
    mark: str
    mark_words: Any
    is_inference: bool
    speaks: Any
    is_set_aside: bool
    absolute: bool
    personal: bool
    contested: bool
    facts: list[tuple[str, str, str]]  # name, question, value
    beaten_by: list[str]


@dataclass(frozen=True)
class Destination:
    """An option towards one State, with all its reasons."""

    code: str
    state: str
    chip: Chip
    norms: list[str]
    missing: list[list[str]]
    grounds: list[Ground]
    flags: Sequence[Flag]
    otherwise: Otherwise | None


def destinations(
    option: str,
    answer: Mapping[str, Any],
    explanation: Mapping[str, Any],
    flags: Flags = _NO_FLAGS,
    turned: Mapping[str, Otherwise] = _NOT_ASKED,
) -> list[Destination]:
    """Tell an option with every reason, and what would turn it, State by State."""
    return [
        Destination(
            code=code,
            state=words.state(code),
            chip=chip(there),
            norms=list(there["norms"]),
            missing=[[words.question(f) for f in way] for way in there["missing"]],
            grounds=[_ground(entry) for entry in explanation.get(code, [])],
            flags=_beside(flags, option, code),
            otherwise=turned.get(code),
        )
        for code, there in answer["destinations"].items()
    ]


_SPEAKS = {
    "T": _("It applies."),
    "F": _("It does not apply."),
    "U": _("Whether it applies is not known."),
}


def _ground(entry: Mapping[str, Any]) -> Ground:
    name = f"{entry['norm']}/{entry['leg']}" if entry["leg"] else str(entry["norm"])
    return Ground(
        norm=name,
        mode=words.MODES.get(entry["mode"], entry["mode"]),
        wording=words.norm(name, entry["wording"]),
        citation=words.citation(entry["norm"], entry["citation"]),
        mark=entry["mark"],
        mark_words=words.MARKS.get(entry["mark"], ""),
        is_inference=entry["mark"] == "[I]",
        speaks=_SPEAKS.get(entry["value"], ""),
        is_set_aside=entry["value"] == "T" and entry["effective"] == "F",
        absolute=entry["absolute"],
        personal=entry["personal"],
        contested=entry["contested"],
        facts=[
            (f["name"], words.question(f["name"]), words.answer(f["name"], f["value"]))
            for f in entry["facts"]
        ],
        beaten_by=list(entry["beaten_by"]),
    )
