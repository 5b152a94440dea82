"""How does the letter look that asks a publisher to take something down?

One page of A4 in the publisher's language, set by typst. It cites GC III Art. 13(2),
quotes what the publication printed, and confirms nothing. No case number, no officer's
name and no word of the register stands on it or in the file's metadata; its reference
is drawn at random with the letter.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

import typst

from safeconduct.law.pages.paper import NoFont, families

__all__ = ["Draft", "NoFont", "pdf", "reference"]

_TEXTS = Path(__file__).parent / "texts" / "letter.toml"
_KOREAN = "ko"


@dataclass(frozen=True)
class Draft:
    """What stands in a letter.

    Attributes:
        id: Of the letter.
        language: `en`, `ko`, `uk` or `ru`.
        sender: The authority that writes; never a person.
        quotes: What the publication printed, in its own language.
        written: On which day, UTC.
    """

    id: UUID
    language: str
    sender: str
    to: str
    reply_to: str
    publisher: str
    title: str
    address: str
    published: date | None
    quotes: tuple[str, ...]
    written: date


def reference(letter: UUID) -> str:
    """Name a letter towards the publisher; it leads to no case."""
    return f"PR-{letter.hex[:8].upper()}"


def pdf(draft: Draft) -> bytes:
    """Set the letter on A4.

    The same letter gives the same bytes with the same fonts: the file has no date and
    no author.

    Raises:
        NoFont: There is Korean in it, and no font has Hangul.
    """
    return typst.compile(_source(draft).encode(), format="pdf", timestamp=0)


def _source(draft: Draft) -> str:
    said = _said(draft.language)
    about = " · ".join(
        filter(None, (draft.publisher, draft.title, _day(draft.published)))
    )
    head = {
        "from": draft.sender,
        "to": draft.to,
        "date": draft.written.isoformat(),
        "reference": reference(draft.id),
        "publication": "\n".join(filter(None, (about, draft.address))),
    }
    rows = "".join(
        f"[#text(fill: luma(35%))[{_text(said[key])}]], [{_lines(value)}],\n"
        for key, value in head.items()
    )
    fonts = ", ".join(map(_quoted, _fonts(draft)))
    return "\n\n".join(
        [
            f"#set document(title: {_quoted(said['subject'])}, date: none)",
            f"#set text(font: ({fonts},), lang: {_quoted(draft.language)}, size: 11pt)",
            _SETTINGS,
            f"#table(columns: (38mm, 1fr), {_PLAIN},\n{rows})",
            f"#heading(level: 1, {_quoted(said['subject'])})",
            _text(said["opening"]),
            *(_quotation(one) for one in draft.quotes),
            _text(said["law"]),
            *_authentic(said["authentic"]),
            _text(said["ask"]),
            _text(said["nothing"]),
            f"{_text(said['reply'])} #linebreak() {_lines(draft.reply_to)}",
            f"#v(1em){_text(draft.sender)}",
        ]
    )


_PLAIN = "stroke: none, inset: (x: 0pt, y: 3pt)"
_SETTINGS = """
#set page(paper: "a4", margin: (x: 25mm, y: 22mm), numbering: none)
#set par(leading: 0.65em, spacing: 1em)
#show heading: set text(size: 13.5pt)
#show heading: set block(above: 1.6em, below: 1.1em)
"""


def _authentic(words: str) -> list[str]:
    """Set the authentic text beneath a translation; none stands beneath itself."""
    return [f"#text(size: 9pt, fill: luma(30%))[{_text(words)}]"] if words else []


def _quotation(words: str) -> str:
    return (
        "#block(width: 100%, stroke: (left: 1.5pt + luma(60%)), inset: (left: 8pt, "
        f"y: 3pt))[{_lines(words)}]"
    )


def _fonts(draft: Draft) -> tuple[str, ...]:
    """Choose fonts for the letter's language and for what it quotes.

    Raises:
        NoFont: Hangul is to be set and no font has it.
    """
    installed = typst.Fonts().families()
    written = (draft.to, draft.reply_to, draft.publisher, draft.title, *draft.quotes)
    if any("가" <= letter <= "힣" for text in written for letter in text):
        families(_KOREAN, installed)
    return families(draft.language, installed)


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


@cache
def _said(language: str) -> Mapping[str, str]:
    texts = tomllib.loads(_TEXTS.read_text(encoding="utf-8"))
    return {key: by_language[language] for key, by_language in texts.items()}


def _lines(text: str) -> str:
    return " #linebreak() ".join(_text(line) for line in text.splitlines())


def _text(text: str) -> str:
    """Write text so that nothing in it is markup."""
    return f"#text({_quoted(text)})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
