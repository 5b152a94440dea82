"""How does a page look on paper? A PDF set by typst.

typst brings a serif with Cyrillic but no Hangul; a page in Korean takes a font of the
system, and where there is none `NoFont` says which package brings one.
"""

from collections.abc import Callable, Iterable, Mapping

import typst

from safeconduct.law import wording
from safeconduct.law.errors import LawError
from safeconduct.law.norm import Mode
from safeconduct.law.pages.page import Answered, Asked, Case, Entry, Otherwise, Page
from safeconduct.law.pages.picture import COLOURS
from safeconduct.law.pages.redline import Change, Redline
from safeconduct.law.readings.prose import KOREAN, Item

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
# As Korean statutes number.
NUMBERS = {KOREAN: "1.가.1."}
# An entry with at most so many lines of detail is kept on one page.
TOGETHER = 9


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
    return _set(_source(page))


def redline_pdf(compared: Redline) -> bytes:
    """Set two laws, compared, on A4; as `pdf`."""
    return _set(_redline_source(compared))


def _set(source: str) -> bytes:
    try:
        return typst.compile(source.encode(), format="pdf", timestamp=0)
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

    lines = [
        *_settings(page.title, page.language),
        _heading(1, page.title),
        *(f"#strong[{_text(one)}]" for one in page.standing),
        *(_paragraph(one) for one in (page.day, *page.lead) if one),
    ]
    if page.scope:
        lines += [_heading(2, say("scope")), _list(page.scope)]
    lines.append(_heading(2, say("marks")))
    lines += [_paragraph(f"{word}: {says}") for _, word, says in page.marks]
    for section in page.sections:
        lines.append(_heading(2, section.title))
        lines += [_entry(entry, page.language) for entry in section.entries]
    if page.otherwise:
        lines += _otherwise(page.otherwise, page.language)
    if page.base:
        lines += [_heading(2, say("base")), _paragraph(say("base_says"))]
        lines.append(f"#text(size: 9pt)[{_answers(page.base)}]")
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


def _settings(title: str, language: str) -> list[str]:
    fonts = families(language, typst.Fonts().families())
    named = ", ".join(map(_quoted, fonts))
    return [
        f"#set document(title: {_quoted(title)}, date: none)",
        f"#set text(font: ({named},), lang: {_quoted(language)}, size: 10pt)",
        _SETTINGS,
        f"#set enum(numbering: {_quoted(NUMBERS.get(language, '1.a.i.'))})",
        # Hangul has no italics.
        _UPRIGHT if language == KOREAN else "",
    ]


def _redline_source(compared: Redline) -> str:
    def say(key: str) -> str:
        return wording.term(f"redline.{key}", compared.language)

    lines = [
        *_settings(compared.title, compared.language),
        _heading(1, compared.title),
        *(f"#text(size: 8.5pt)[{_text(one)}]" for one in compared.laws),
        *map(_paragraph, compared.whole),
    ]
    if compared.options:
        rows = "".join(
            f"[{_text(option)}], [{count}],\n" for option, count in compared.options
        )
        lines.append(
            f"#strong[{_text(say('by_option'))}]\n"
            f"#table(columns: (1fr, 30mm), {_RULED},\n{rows})"
        )
    for title, changes in compared.groups:
        lines.append(_heading(2, title))
        lines += [_change(one, compared.language) for one in changes]
    if not compared.groups:
        lines.append(_paragraph(say("none")))
    return "\n\n".join(lines)


def _change(change: Change, language: str) -> str:
    named = wording.term("page.reference", language, name=change.name)
    count = f"#strong[{_text(change.affected)}]\n\n" if change.affected else ""
    words = "".join(_MARKED[run.kind](_lines(run.text)) for run in change.runs)
    return (
        f"#block(above: 1.3em)[{_heading(3, change.citation)}\n\n"
        f"#text(size: 8.5pt, fill: luma(30%))[{_text(f'{change.acts} · {named}')}]\n\n"
        f"{count}{words}]"
    )


def _lines(text: str) -> str:
    return " #linebreak() ".join(_text(line) for line in text.split("\n"))


# On paper in black and white too, what went is struck and what came is underlined.
_MARKED: Mapping[str, Callable[[str], str]] = {
    "same": lambda words: words,
    "gone": lambda words: f'#highlight(fill: rgb("#f7d9d9"))[#strike[{words}]]',
    "come": lambda words: f'#highlight(fill: rgb("#dff0d8"))[#underline[{words}]]',
}
_UPRIGHT = '#show emph: set text(style: "normal", weight: "bold")'
_RULED = (
    "stroke: (x: none, top: none, bottom: 0.4pt + luma(70%)), inset: (x: 3pt, y: 3pt)"
)
_SETTINGS = """
#set page(paper: "a4", margin: (x: 22mm, y: 20mm), numbering: "1 / 1")
#set par(leading: 0.62em, spacing: 0.8em)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): it => block(above: 1.8em, below: 0.9em, width: 100%,
  sticky: true, stroke: (top: 1pt), inset: (top: 6pt), text(size: 12.5pt, it.body))
#show heading.where(level: 3): set text(size: 10.5pt)
"""


def _otherwise(others: Iterable[Otherwise], language: str) -> list[str]:
    """Write the provisions that open and close nothing, each in one piece."""
    return [
        _heading(2, wording.term("provision.otherwise", language)),
        _paragraph(wording.term("provision.otherwise_says", language)),
        *(_binding(one, language) for one in others),
    ]


def _binding(one: Otherwise, language: str) -> str:
    named = wording.term("page.reference", language, name=one.name)
    marks = "#h(5pt)".join(
        _mark(word, ours=one.is_inference) for word in one.mark_words
    )
    after = " · ".join(filter(None, (one.force, named)))
    tags = f"{_text(', '.join(one.binds) + ' · ')}{marks}{_text(f' · {after}')}"
    when = wording.term("provision.condition", language)
    cells = "".join(
        f"[#text(fill: luma(35%))[{_text(name)}]], [{_text(text)}],\n"
        for name, text in one.rows
    )
    dash = ', dash: "dashed"' if one.is_inference else ""
    return (
        "#block(width: 100%, above: 1.5em, breakable: false, "
        "inset: (left: 9pt, y: 2pt), "
        f"stroke: (left: (paint: luma(70%), thickness: 2pt{dash})))"
        f"[{_heading(3, one.citation)}\n\n"
        f"#text(size: 8.5pt, fill: luma(30%))[{tags}]\n\n"
        f"{_text(f'{when}: {one.condition}')}\n\n"
        f"#text(size: 11pt)[{_text(one.consequence)}]\n\n"
        "#text(size: 9pt)[#grid(columns: (28mm, 1fr), column-gutter: 3mm, "
        f"row-gutter: 2mm,\n{cells})]]"
    )


def _mark(word: str, *, ours: bool) -> str:
    """Box a mark; an inference of ours is filled."""
    fill = 'rgb("#fff1c9")' if ours else "none"
    return (
        f"#box(fill: {fill}, stroke: 0.5pt, inset: (x: 3pt), outset: (y: 2pt))"
        f"[{_text(word)}]"
    )


def _entry(entry: Entry, language: str) -> str:
    def say(key: str) -> str:
        return wording.term(f"page.{key}", language)

    mark = _mark(entry.mark_word, ours=entry.is_inference)
    named = wording.term("page.reference", language, name=entry.name)
    before = _text(f"{entry.mode_word} · ")
    tags = f"{before}{mark}{_text(f' · {entry.force} · {named}')}"
    rows = [
        (say("concerns"), entry.concerns),
        (say("deadline"), (entry.deadline,) if entry.deadline else ()),
        (say("prevails"), [f"{one.citation}: {one.says}" for one in entry.prevails]),
        (say("yields"), [f"{one.citation}: {one.says}" for one in entry.yields]),
        (say("asks"), [_asked(one) for one in entry.asks]),
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
    shown = _cases(entry, language) + _pairs(entry, language)
    dash = ', dash: "dashed"' if entry.is_inference else ""
    colour = COLOURS[Mode(entry.mode)]
    stroke = f'(left: (paint: rgb("{colour}"), thickness: 2pt{dash}))'
    inner = "\n\n".join(body)
    together = sum(len(list(texts)) for _, texts in rows) <= TOGETHER
    return (
        f"#block(width: 100%, above: 1.5em, inset: (left: 9pt, y: 2pt), "
        f"stroke: {stroke})[\n#block(breakable: {str(not together).lower()})"
        f"[{inner}]\n#text(size: 9pt)[{shown}]\n]"
    )


def _cases(entry: Entry, language: str) -> str:
    """Write the examples, each kept in one piece."""
    if not entry.cases:
        return ""
    head = _text(wording.term("page.examples", language))
    blocks = "\n".join(
        f"#block(breakable: false, above: 1.2em)[{_case(one, language)}]"
        for one in entry.cases
    )
    more = wording.term("case.more", language, count=entry.more)
    counted = f"\n\n#text(fill: luma(35%))[{_text(more)}]" if entry.more else ""
    title = f"#block(sticky: true, above: 1em)[#text(fill: luma(35%))[{head}]]"
    return f"{title}\n{blocks}{counted}\n\n"


def _case(case: Case, language: str) -> str:
    shows = f" {case.shows}" + (f" ({case.decided_by})" if case.decided_by else "")
    also = "; ".join(f"{one.question} – {one.answer}" for one in case.also)
    told = [wording.term("case.also", language, facts=also) + "."] if also else []
    told += [wording.term("case.bare", language)] if case.is_bare else []
    return (
        f"#strong[{_text(case.id + '.')}] {_text(f'{case.about}.')} "
        f"#strong[{_text(case.result + '.')}]\n\n{_text(case.title)}"
        f"#emph[{_text(shows)}]\n{_answers(case.decides)}\n"
        f"#text(size: 8pt, fill: luma(30%))[{_text(' '.join(told))}]"
    )


def _answers(answers: Iterable[Answered]) -> str:
    lines = [
        f"- {_text(one.question + ' ')}#strong[{_text(one.answer)}]" for one in answers
    ]
    return "\n" + "\n".join(lines) + "\n"


def _pairs(entry: Entry, language: str) -> str:
    """Write the minimal pairs as a table."""

    def say(key: str) -> str:
        return _text(wording.term(f"pair.{key}", language))

    if not entry.pairs:
        return ""
    heads = "".join(f"[#strong[{say(k)}]], " for k in ("fact", "here", "there"))
    rows = "".join(
        f"[{_text(one.question)} #linebreak() #text(size: 8pt, fill: luma(30%))"
        f"[{_text(f'{one.id}. {one.about}')}]], [{_text(one.here)}], "
        f"[{_text(one.there)}],\n"
        for one in entry.pairs
    )
    return (
        f"#block(breakable: false, above: 1em)[#text(fill: luma(35%))[{say('caption')}]"
        "#v(-0.3em)#table(columns: (1fr, 36mm, 36mm), "
        f"{_RULED}, {heads}\n{rows})]"
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
