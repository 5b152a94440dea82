"""How does a page look on paper? A PDF set by typst.

typst brings a serif with Cyrillic but no Hangul; a page in Korean takes a font of the
system, and where there is none `NoFont` says which package brings one.
"""

from collections.abc import Iterable

import typst

from safeconduct.law import wording
from safeconduct.law.errors import LawError
from safeconduct.law.norm import Mode
from safeconduct.law.pages.page import Asked, Entry, Page
from safeconduct.law.pages.picture import COLOURS
from safeconduct.law.readings.prose import Item

SERIF = "Libertinus Serif"
HANGUL_FONTS = (
    "Noto Serif CJK KR",
    "Source Han Serif K",
    "Nanum Myeongjo",
    "NanumMyeongjo",
    "Noto Sans CJK KR",
    "Source Han Sans K",
    "NanumGothic",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "Batang",
)
# As Korean statutes number: 1. 가. 1)
NUMBERS = {"ko": "1.가.1)"}
# An entry with at most so many lines of detail is kept on one page.
TOGETHER = 24


class NoFont(LawError):
    """No font on this machine has Hangul."""

    def __init__(self) -> None:
        super().__init__(
            "No font with Hangul is installed, so the page cannot be set on paper in "
            "Korean. Install one (on Debian: apt-get install fonts-noto-cjk), or ask "
            "for HTML."
        )


def pdf(page: Page) -> bytes:
    """Set a page on A4.

    The same page gives the same bytes with the same fonts: no date is written.

    Raises:
        NoFont: The page is in Korean and no font has Hangul.
        LawError: typst cannot set it.
    """
    try:
        return typst.compile(_source(page).encode(), format="pdf", timestamp=0)
    except typst.TypstError as error:
        raise LawError(f"The page cannot be set on paper: {error}.") from error


def families(language: str, installed: Iterable[str]) -> tuple[str, ...]:
    """Choose the fonts for a language.

    Raises:
        NoFont: Korean is asked for and no font has Hangul.
    """
    present = set(installed)
    korean = next((name for name in HANGUL_FONTS if name in present), None)
    if language != "ko":
        return (SERIF, korean) if korean else (SERIF,)
    if korean is None:
        raise NoFont
    return (korean, SERIF)


def _source(page: Page) -> str:
    def say(key: str) -> str:
        return wording.term(f"page.{key}", page.language)

    fonts = families(page.language, typst.Fonts().families())
    named = ", ".join(map(_quoted, fonts))
    lines = [
        f"#set document(title: {_quoted(page.title)}, date: none)",
        f"#set text(font: ({named},), lang: {_quoted(page.language)}, size: 10pt)",
        _SETTINGS,
        f"#set enum(numbering: {_quoted(NUMBERS.get(page.language, '1.a.i.'))})",
        _heading(1, page.title),
        *map(_paragraph, page.lead),
    ]
    if page.scope:
        lines += [_heading(2, say("scope")), _list(page.scope)]
    lines.append(_heading(2, say("marks")))
    lines += [_paragraph(f"{word}: {says}") for _, word, says in page.marks]
    for section in page.sections:
        lines.append(_heading(2, section.title))
        lines += [_entry(entry, page.language) for entry in section.entries]
    fingerprint = _text(f"{say('fingerprint')}: {page.fingerprint}")
    lines.append(f"#v(1em)#text(size: 8pt)[{fingerprint}]")
    if page.picture:
        # Twice the paper: on A4 the labels of the larger options are too small.
        lines.append('#set page(paper: "a3", margin: 12mm)')
        lines.append(_heading(2, say("picture")))
        drawing = f"bytes({_quoted(page.picture)})"
        lines.append(
            f'#image({drawing}, format: "svg", width: 100%, height: 95%, '
            'fit: "contain")'
        )
    return "\n\n".join(lines)


_SETTINGS = """
#set page(paper: "a4", margin: (x: 22mm, y: 20mm), numbering: "1 / 1")
#set par(leading: 0.62em, spacing: 0.8em)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): it => block(above: 1.8em, below: 0.9em, width: 100%,
  sticky: true, stroke: (top: 1pt), inset: (top: 6pt), text(size: 12.5pt, it.body))
#show heading.where(level: 3): set text(size: 10.5pt)
"""


def _entry(entry: Entry, language: str) -> str:
    def say(key: str) -> str:
        return wording.term(f"page.{key}", language)

    fill = 'rgb("#fff1c9")' if entry.is_inference else "none"
    mark = (
        f"#box(fill: {fill}, stroke: 0.5pt, inset: (x: 3pt), outset: (y: 2pt))"
        f"[{_text(entry.mark_word)}]"
    )
    before = _text(f"{entry.name} · {entry.mode_word} · ")
    tags = f"{before}{mark}{_text(f' · {entry.force}')}"
    rows = [
        (say("concerns"), entry.concerns),
        (say("deadline"), (entry.deadline,) if entry.deadline else ()),
        (say("prevails"), [f"{cited} ({name})" for name, cited in entry.prevails]),
        (say("yields"), [f"{cited} ({name})" for name, cited in entry.yields]),
        (say("asks"), [_asked(one) for one in entry.asks]),
        (say("examples"), entry.examples),
    ]
    cells = "".join(
        f"[#text(fill: luma(35%))[{_text(name)}]], [{_list(list(texts))}],\n"
        for name, texts in rows
        if texts
    )
    body = [
        _heading(3, entry.citation),
        f"#text(size: 8.5pt, fill: luma(30%))[{tags}]",
        f"#text(size: 11pt)[{_text(entry.says)}]",
        _text(f"{say('reads')}: {entry.rule.text}"),
        _items(entry.rule.items, 0),
    ]
    if entry.exception:
        body.append(_paragraph(entry.exception))
    body += [_paragraph(remark) for remark in entry.remarks]
    body.append(
        "#text(size: 9pt)[#grid(columns: (28mm, 1fr), column-gutter: 3mm, "
        f"row-gutter: 2mm,\n{cells})]"
    )
    dash = ', dash: "dashed"' if entry.is_inference else ""
    colour = COLOURS[Mode(entry.mode)]
    stroke = f'(left: (paint: rgb("{colour}"), thickness: 2pt{dash}))'
    inner = "\n\n".join(body)
    together = sum(len(list(texts)) for _, texts in rows) <= TOGETHER
    return (
        f"#block(width: 100%, breakable: {str(not together).lower()}, "
        "above: 1.5em, inset: (left: 9pt, y: 2pt), "
        f"stroke: {stroke})[\n{inner}\n]"
    )


def _items(items: tuple[Item, ...], depth: int) -> str:
    indent = "  " * depth
    return "\n".join(
        f"{indent}+ {_text(f'{item.text}:')}\n{_items(item.items, depth + 1)}"
        if item.items
        else f"{indent}+ {_text(item.text)}"
        for item in items
    )


def _asked(asked: Asked) -> str:
    told = "; ".join(one for one in (asked.office, asked.fresh) if one)
    return f"{asked.question} ({told})"


def _list(texts: Iterable[str]) -> str:
    found = list(texts)
    if len(found) == 1:
        return _text(found[0])
    return "\n" + "\n".join(f"- {_text(one)}" for one in found) + "\n"


def _heading(level: int, text: str) -> str:
    return f"#heading(level: {level}, {_quoted(text)})"


def _paragraph(text: str) -> str:
    return _text(text)


def _text(text: str) -> str:
    """Write text so that nothing in it is markup."""
    return f"#text({_quoted(text)})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
