"""What changes between two packs, norm by norm, and how many cases does it touch?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from safeconduct.law import wording
from safeconduct.law.acts import ACTS
from safeconduct.law.norm import Norm
from safeconduct.law.pack import Pack
from safeconduct.law.pages.compose import composed
from safeconduct.law.pages.page import Entry
from safeconduct.law.pages.picture import lettered
from safeconduct.law.readings.prose import Item, sentence

# One name may speak differently about two acts: the acts are part of the key.
Key = tuple[str, tuple[str, ...]]
WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Affected:
    """How many cases of a register a change of the law touches.

    Attributes:
        cases: How many cases the register has.
        changed: In how many the answer to some option changes.
        by_act: In how many, by name of the act.
        by_norm: In how many, if that norm alone changed; a norm is left out where its
            change alone makes no law.
    """

    cases: int
    changed: int
    by_act: Mapping[str, int]
    by_norm: Mapping[Key, int]


@dataclass(frozen=True)
class Run:
    """Words that stay (`same`), went (`gone`) or came (`come`); may hold newlines."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """A provision that was added, removed or changed.

    Attributes:
        citation: Where it stands.
        name: The name by which other provisions refer to it.
        acts: What it concerns.
        affected: How many cases it touches, in a sentence, or empty.
        runs: Its old and its new text.
    """

    citation: str
    name: str
    acts: str
    affected: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, kw_only=True)
class Redline:
    """Two laws compared.

    Attributes:
        language: The language it is written in.
        title: Its heading.
        groups: What was added, removed and changed, each under its heading.
        whole: What the register says of it, a sentence each; empty without register.
        options: Each option with the number of its cases; empty without register.
        laws: The old law and the new, each with day, position and fingerprint.
    """

    language: str
    title: str
    groups: tuple[tuple[str, tuple[Change, ...]], ...]
    whole: tuple[str, ...]
    options: tuple[tuple[str, int], ...]
    laws: tuple[str, str]


def redline(
    old: Pack,
    new: Pack,
    language: str,
    *,
    days: tuple[date, date] | None = None,
    affected: Affected | None = None,
) -> Redline:
    """Compare two packs: norms added, removed and changed, old and new text.

    Args:
        old: The law before.
        new: The law after.
        language: One of `wording.LANGUAGES`.
        days: The law days of the two, to be printed.
        affected: The counts of a register, from `counts.affected`.
    """
    before, after = keyed(old), keyed(new)
    gone = [(key, norm, None) for key, norm in before.items() if key not in after]
    come = [(key, None, norm) for key, norm in after.items() if key not in before]
    kept = [(key, before[key], norm) for key, norm in after.items() if key in before]
    comparer = _Comparer(old, new, language, affected)
    groups = (
        ("added", comparer.changes(come)),
        ("removed", comparer.changes(gone)),
        ("changed", comparer.changes(kept)),
    )
    return Redline(
        language=language,
        title=wording.term("redline.title", language),
        groups=tuple(
            (wording.term(f"redline.{kind}", language), changes)
            for kind, changes in groups
            if changes
        ),
        whole=comparer.whole(),
        options=comparer.options(),
        laws=(
            _named("old", old, language, days[0] if days else None),
            _named("new", new, language, days[1] if days else None),
        ),
    )


def _named(which: str, law: Pack, language: str, day: date | None) -> str:
    """Name a law by its day, its position and its fingerprint, a sentence each."""

    def say(key: str, **values: str) -> str:
        return wording.term(key, language, **values).rstrip(".")

    position = say(f"position.{law.position}")
    sentences = [
        say(f"redline.{which}"),
        say("page.as_of", day=day.isoformat()) if day else "",
        say("page.position", position=position),
        f"{say('page.fingerprint')}: {law.hash}",
    ]
    return f"{'. '.join(one for one in sentences if one)}."


class _Comparer:
    """Tells changes in one language."""

    def __init__(
        self, old: Pack, new: Pack, language: str, affected: Affected | None
    ) -> None:
        self._old = old
        self._new = new
        self._language = language
        self._affected = affected

    def changes(
        self, pairs: Iterable[tuple[Key, Norm | None, Norm | None]]
    ) -> tuple[Change, ...]:
        return tuple(
            change
            for key, before, after in pairs
            if (change := self._change(key, before, after)) is not None
        )

    def _change(
        self, key: Key, before: Norm | None, after: Norm | None
    ) -> Change | None:
        entries = [
            composed(law, norm, self._language) if norm is not None else None
            for law, norm in ((self._old, before), (self._new, after))
        ]
        was, is_ = (_lines(entry) if entry is not None else "" for entry in entries)
        if was == is_:
            return None
        entry = entries[1] or entries[0]
        assert entry is not None  # noqa: S101 - a change has an old or a new norm
        count = "" if self._affected is None else self._count(key)
        return Change(
            citation=entry.citation,
            name=entry.name,
            acts="; ".join(entry.concerns),
            affected=count,
            runs=_runs(was, is_),
        )

    def _count(self, key: Key) -> str:
        assert self._affected is not None  # noqa: S101 - asked by `_change` alone
        count = self._affected.by_norm.get(key)
        if count is None:
            return wording.term("redline.not_alone", self._language)
        return wording.term("redline.affected", self._language, count=count)

    def whole(self) -> tuple[str, ...]:
        if self._affected is None:
            return ()
        counts = {"count": self._affected.cases, "changed": self._affected.changed}
        return (
            wording.term("redline.whole", self._language, **counts),
            wording.term("redline.alone", self._language),
        )

    def options(self) -> tuple[tuple[str, int], ...]:
        if self._affected is None:
            return ()
        by_act = self._affected.by_act
        return tuple(
            (
                sentence(lettered(act, self._language)).rstrip("."),
                by_act.get(act.name, 0),
            )
            for act in ACTS
        )


def changed(old: Pack, new: Pack) -> tuple[tuple[str, ...], ...]:
    """Name the norms added, removed and changed, sorted."""
    before, after = keyed(old), keyed(new)
    return (
        tuple(sorted(name for name, acts in after if (name, acts) not in before)),
        tuple(sorted(name for name, acts in before if (name, acts) not in after)),
        tuple(
            sorted(
                key[0]
                for key, norm in after.items()
                if key in before and before[key] != norm
            )
        ),
    )


def keyed(pack: Pack) -> dict[Key, Norm]:
    """Find norms by name and acts."""
    return {(n.name, tuple(act.name for act in n.acts)): n for n in pack.norms}


def _lines(entry: Entry) -> str:
    """Write everything that matters of an entry, a line each."""
    prevails = f"{wording.term('page.prevails', entry.language)}: "
    lines = [
        f"{entry.mode_word} · {entry.mark_word}",
        entry.says,
        *_flat(entry.rule, 0),
        entry.exception,
        *entry.remarks,
        *(f"{prevails}{one.citation}: {one.says}" for one in entry.prevails),
        entry.force,
    ]
    return "\n".join(line for line in lines if line)


def _flat(item: Item, depth: int) -> list[str]:
    below = [line for one in item.items for line in _flat(one, depth + 1)]
    return [f"{'– ' * depth}{item.text}", *below]


def _runs(was: str, is_: str) -> tuple[Run, ...]:
    """Tell what went and what came, word by word."""
    old, new = WORDS.findall(was), WORDS.findall(is_)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    runs: list[Run] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            runs.append(Run("same", "".join(old[a:b])))
            continue
        runs += [Run("gone", "".join(old[a:b]))] if b > a else []
        runs += [Run("come", "".join(new[c:d]))] if d > c else []
    return tuple(runs)
