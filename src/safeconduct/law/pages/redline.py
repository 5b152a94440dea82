"""What changes between two packs, norm by norm?"""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from html import escape
from types import MappingProxyType

from safeconduct.law import wording
from safeconduct.law.norm import Norm
from safeconduct.law.pack import Pack
from safeconduct.law.pages.compose import composed
from safeconduct.law.pages.page import Entry
from safeconduct.law.pages.web import document
from safeconduct.law.readings.prose import Item

Key = tuple[str, tuple[str, ...]]
WORDS = re.compile(r"\s+|[^\s]+")
NO_COUNTS: Mapping[str, int] = MappingProxyType({})


def redline(
    old: Pack,
    new: Pack,
    language: str,
    *,
    affected: Mapping[str, int] = NO_COUNTS,
    style: bool = True,
) -> str:
    """Compare two packs as HTML: norms added, removed and changed, old and new text.

    Args:
        old: The law before.
        new: The law after.
        language: One of `wording.LANGUAGES`.
        affected: How many cases of the register a norm changes, by its name; from the
            law diff.
        style: Whether to write a whole document with its own style.
    """

    def say(key: str) -> str:
        return wording.term(f"redline.{key}", language)

    before, after = _keyed(old), _keyed(new)
    shared = [key for key in after if key in before]
    texts = {
        key: (
            _lines(composed(old, before[key], language)),
            _lines(composed(new, after[key], language)),
        )
        for key in shared
    }
    groups = (
        (
            "added",
            [
                (k, "", _lines(composed(new, after[k], language)))
                for k in after
                if k not in before
            ],
        ),
        (
            "removed",
            [
                (k, _lines(composed(old, before[k], language)), "")
                for k in before
                if k not in after
            ],
        ),
        ("changed", [(k, *texts[k]) for k in shared if texts[k][0] != texts[k][1]]),
    )
    parts = [f'<main lang="{language}"><h1>{escape(say("title"))}</h1>']
    for kind, changes in groups:
        if not changes:
            continue
        parts.append(f"<section><h2>{escape(say(kind))}</h2>")
        for (name, _), was, is_ in changes:
            count = ""
            if name in affected:
                told = wording.term("redline.affected", language, count=affected[name])
                count = f"<p>{escape(told)}</p>"
            parts.append(
                f"<article><h3>{escape(name)}</h3>{count}{_change(was, is_)}</article>"
            )
        parts.append("</section>")
    if not any(changes for _, changes in groups):
        parts.append(f"<p>{escape(say('none'))}</p>")
    parts.append(
        f"<footer>{escape(say('old'))}: {old.hash}<br>{escape(say('new'))}: {new.hash}"
        "</footer></main>"
    )
    return document(say("title"), language, "\n".join(parts), style=style)


def changed(old: Pack, new: Pack) -> tuple[tuple[str, ...], ...]:
    """Name the norms added, removed and changed, sorted."""
    before, after = _keyed(old), _keyed(new)
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


def _keyed(pack: Pack) -> dict[Key, Norm]:
    """Find norms by name and acts: one name may speak differently about two acts."""
    return {(n.name, tuple(act.name for act in n.acts)): n for n in pack.norms}


def _lines(entry: Entry) -> str:
    """Write everything that matters of an entry, a line each."""
    lines = [
        f"{entry.citation} [{entry.mark_word}] {entry.mode_word}",
        entry.says,
        *_flat(entry.rule, 0),
        entry.exception,
        *entry.remarks,
        *(f"> {cited} ({name})" for name, cited in entry.prevails),
        entry.force,
    ]
    return "\n".join(line for line in lines if line)


def _flat(item: Item, depth: int) -> list[str]:
    below = [line for one in item.items for line in _flat(one, depth + 1)]
    return [f"{'– ' * depth}{item.text}", *below]


def _change(was: str, is_: str) -> str:
    """Mark what went and what came, word by word."""
    old, new = WORDS.findall(was), WORDS.findall(is_)
    parts = []
    for kind, a, b, c, d in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        gone, come = _escaped(old[a:b]), _escaped(new[c:d])
        if kind == "equal":
            parts.append(gone)
            continue
        parts.append(f"<del>{gone}</del>" if gone else "")
        parts.append(f"<ins>{come}</ins>" if come else "")
    return f"<p>{''.join(parts)}</p>"


def _escaped(words: list[str]) -> str:
    return escape("".join(words)).replace("\n", "<br>")
