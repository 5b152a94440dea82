"""How does a page look as HTML? Semantic, printable, without any script."""

from collections import Counter
from collections.abc import Iterable
from html import escape
from pathlib import Path

from safeconduct.law import wording
from safeconduct.law.pages.page import (
    Answered,
    Asked,
    Case,
    Entry,
    Otherwise,
    Page,
    Related,
    Section,
)
from safeconduct.law.pages.redline import Change, Redline, Run
from safeconduct.law.readings.prose import Item

RUNS = {"same": "", "gone": "del", "come": "ins"}
STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def html(page: Page, *, style: bool = True) -> str:
    """Write a page as HTML.

    Args:
        page: The page.
        style: Whether to write a whole document with its own style; without it, a
            `<main>` without any style, to be embedded in another page.
    """
    main = f'<main lang="{page.language}">\n{body(page)}\n</main>'
    return document(page.title, page.language, main, style=style)


def redline_html(compared: Redline, *, style: bool = True) -> str:
    """Write two laws, compared, as HTML; `style` as for `html`."""
    language = compared.language
    parts = [f'<main lang="{language}">', redline_body(compared), "</main>"]
    return document(compared.title, language, "\n".join(parts), style=style)


def redline_body(compared: Redline) -> str:
    """Write what stands on the page of two laws compared."""

    def say(key: str) -> str:
        return escape(wording.term(f"redline.{key}", compared.language))

    parts = [f"<h1>{escape(compared.title)}</h1>"]
    parts += [f"<p class='laws'>{escape(one)}</p>" for one in compared.laws]
    parts += [f"<p>{escape(one)}</p>" for one in compared.whole]
    if compared.options:
        rows = "".join(
            f"<tr><th scope='row'>{escape(option)}</th><td>{count}</td></tr>"
            for option, count in compared.options
        )
        parts.append(
            f"<table class='counts'><caption>{say('by_option')}</caption><thead><tr>"
            f"<th scope='col'>{say('option')}</th><th scope='col'>{say('cases')}</th>"
            f"</tr></thead><tbody>{rows}</tbody></table>"
        )
    for title, changes in compared.groups:
        told = "\n".join(_change(one, language=compared.language) for one in changes)
        parts.append(f"<section><h2>{escape(title)}</h2>\n{told}</section>")
    if not compared.groups:
        parts.append(f"<p>{say('none')}</p>")
    return "\n".join(parts)


def _change(change: Change, language: str) -> str:
    tags = f"{escape(change.acts)} · {_named(change.name, language)}"
    count = f"<p><strong>{escape(change.affected)}</strong></p>"
    words = "".join(map(_run, change.runs))
    return (
        f"<article><h3>{escape(change.citation)}</h3><p class='tags'>{tags}</p>"
        f"{count if change.affected else ''}<p>{words}</p></article>"
    )


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    tag = RUNS[run.kind]
    return f"<{tag}>{text}</{tag}>" if tag else text


def document(title: str, language: str, main: str, *, style: bool) -> str:
    """Put a page into a document with its style, or leave it as it is."""
    if not style:
        return main
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f'<body lang="{language}">\n{main}\n</body>\n</html>\n'
    )


def body(page: Page) -> str:
    """Write what stands on a page, from its title to its fingerprint."""

    def say(key: str) -> str:
        return escape(wording.term(f"page.{key}", page.language))

    told = (page.day, *page.lead) if page.day else page.lead
    lead = "".join(f"<p>{escape(one)}</p>" for one in told)
    standing = "".join(f"<p>{escape(one)}</p>" for one in page.standing)
    parts = [
        f"<h1>{escape(page.title)}</h1>",
        f"<div class='standing'>{standing}</div>",
        f"<div class='lead'>{lead}</div>",
    ]
    if page.scope:
        scope = "".join(f"<li>{escape(one)}</li>" for one in page.scope)
        parts.append(f"<h2>{say('scope')}</h2><ul>{scope}</ul>")
    parts += [_marks(page, say("marks")), _contents(page, say("contents"))]
    parts += [_section(section, page.language) for section in page.sections]
    if page.otherwise:
        parts.append(_otherwise(page.otherwise, page.language))
    if page.base:
        parts.append(
            f"<section class='base'><h2>{say('base')}</h2><p>{say('base_says')}</p>"
            f"{_answers(page.base)}</section>"
        )
    if page.picture:
        parts.append(
            f"<h2>{say('picture')}</h2><figure tabindex='0'>{page.picture}</figure>"
        )
    parts.append(
        f"<footer><p>{say('fingerprint')}: {escape(page.fingerprint)}</p></footer>"
    )
    return "\n".join(parts)


def _marks(page: Page, title: str) -> str:
    rows = "".join(
        f"<div><dt><span class='mark'>{escape(word)}</span></dt>"
        f"<dd>{escape(says)}</dd></div>"
        for _, word, says in page.marks
    )
    return f"<h2>{title}</h2><dl class='marks'>{rows}</dl>"


def _contents(page: Page, title: str) -> str:
    entries = [entry for section in page.sections for entry in section.entries]
    cited = Counter(entry.citation for entry in entries)
    items = "".join(
        f"<li><a href='#{escape(entry.anchor)}'>{escape(entry.citation)}"
        "</a>"
        + (f": {escape(entry.says)}" if cited[entry.citation] > 1 else "")
        + "</li>"
        for entry in entries
    )
    items += "".join(
        f"<li><a href='#{escape(one.anchor)}'>{escape(one.citation)}</a></li>"
        for one in page.otherwise
    )
    return f"<nav aria-label='{title}'><h2>{title}</h2><ol>{items}</ol></nav>"


def _section(section: Section, language: str) -> str:
    entries = "\n".join(_article(entry, language) for entry in section.entries)
    return f"<section><h2>{escape(section.title)}</h2>\n{entries}</section>"


def _otherwise(others: Iterable[Otherwise], language: str) -> str:
    """Write the provisions that open and close nothing."""

    def say(key: str) -> str:
        return escape(wording.term(f"provision.{key}", language))

    articles = "\n".join(_binding(one, language) for one in others)
    return (
        f"<section class='otherwise'><h2>{say('otherwise')}</h2>"
        f"<p>{say('otherwise_says')}</p>\n{articles}</section>"
    )


def _binding(one: Otherwise, language: str) -> str:
    marks = " ".join(f"<span class='mark'>{escape(w)}</span>" for w in one.mark_words)
    tags = [escape(", ".join(one.binds)), marks, escape(one.force)]
    tags.append(_named(one.name, language))
    when = escape(wording.term("provision.condition", language))
    rows = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in one.rows
    )
    classes = "binds inference" if one.is_inference else "binds"
    return (
        f"<article id='{escape(one.anchor)}' class='{classes}'>"
        f"<h3>{escape(one.citation)}</h3>"
        f"<p class='tags'>{' · '.join(filter(None, tags))}</p>"
        f"<p class='reads'>{when}: {escape(one.condition)}</p>"
        f"<p class='says'>{escape(one.consequence)}</p><dl>{rows}</dl></article>"
    )


def _article(entry: Entry, language: str) -> str:
    def say(key: str) -> str:
        return escape(wording.term(f"page.{key}", language))

    kind = entry.mode.value.replace("_", "-")
    classes = f"{kind} inference" if entry.is_inference else kind
    remarks = "".join(f"<p class='remark'>{escape(one)}</p>" for one in entry.remarks)
    exception = f"<p>{escape(entry.exception)}</p>" if entry.exception else ""
    rows = [
        (say("concerns"), _list(escape(one) for one in entry.concerns)),
        (say("deadline"), escape(entry.deadline)),
        (say("prevails"), _list(map(_reference, entry.prevails))),
        (say("yields"), _list(map(_reference, entry.yields))),
        (say("asks"), _list(map(_asked, entry.asks))),
        (say("examples"), _cases(entry, language)),
    ]
    listed = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in rows if text)
    return (
        f"<article id='{escape(entry.anchor)}' class='{classes}'>"
        f"<h3>{escape(entry.citation)}</h3>"
        f"<p class='tags'>{escape(entry.mode_word)} · "
        f"<span class='mark'>{escape(entry.mark_word)}</span> · "
        f"{escape(entry.force)} · {_named(entry.name, language)}</p>"
        f"<p class='says'>{escape(entry.says)}</p>"
        f"<div class='reads'>{say('reads')}: {_item(entry.rule)}{exception}</div>"
        f"{remarks}<dl>{listed}</dl>{_pairs(entry, language)}</article>"
    )


def _cases(entry: Entry, language: str) -> str:
    """Write the examples as a list; how many more there are stands last."""
    if not entry.cases:
        return ""
    items = "".join(f"<li>{_case(one, language)}</li>" for one in entry.cases)
    more = wording.term("case.more", language, count=entry.more)
    counted = f"<p class='more'>{escape(more)}</p>" if entry.more else ""
    return f"<ul class='cases'>{items}</ul>{counted}"


def _case(case: Case, language: str) -> str:
    decided = f" ({escape(case.decided_by)})" if case.decided_by else ""
    return (
        f"<p class='case'><strong>{escape(case.id)}.</strong> {escape(case.about)}. "
        f"<strong>{escape(case.result)}.</strong></p>"
        f"<p>{escape(case.title)} <em>{escape(case.shows)}</em>{decided}</p>"
        f"{_answers(case.decides)}{_also(case, language)}"
    )


def _also(case: Case, language: str) -> str:
    told = "; ".join(f"{one.question} – {one.answer}" for one in case.also)
    said = [wording.term("case.also", language, facts=told) + "."] if told else []
    if case.is_bare:
        said.append(wording.term("case.bare", language))
    return f"<p class='also'>{escape(' '.join(said))}</p>" if said else ""


def _answers(answers: Iterable[Answered]) -> str:
    items = "".join(
        f"<li>{escape(one.question)} <strong>{escape(one.answer)}</strong></li>"
        for one in answers
    )
    return f"<ul class='answers'>{items}</ul>" if items else ""


def _pairs(entry: Entry, language: str) -> str:
    """Write the minimal pairs as a table."""

    def say(key: str) -> str:
        return escape(wording.term(f"pair.{key}", language))

    if not entry.pairs:
        return ""
    rows = "".join(
        f"<tr><th scope='row'>{escape(one.question)}"
        f"<span class='office'>{escape(one.id)}. {escape(one.about)}</span></th>"
        f"<td>{escape(one.here)}</td><td>{escape(one.there)}</td></tr>"
        for one in entry.pairs
    )
    heads = "".join(f"<th scope='col'>{say(k)}</th>" for k in ("fact", "here", "there"))
    return (
        f"<table class='differing'><caption>{say('caption')}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _named(name: str, language: str) -> str:
    """Say by which name other provisions refer to one."""
    return escape(wording.term("page.reference", language, name=name))


def _item(item: Item) -> str:
    items = "".join(f"<li>{_item(one)}</li>" for one in item.items)
    if not items:
        return escape(item.text)
    return f"{escape(item.text.removesuffix(':'))}:<ol>{items}</ol>"


def _reference(related: Related) -> str:
    cited = escape(related.citation)
    if related.anchor:
        cited = f"<a href='#{escape(related.anchor)}'>{cited}</a>"
    return f"{cited}: {escape(related.says)}"


def _asked(asked: Asked) -> str:
    told = "; ".join(one for one in (asked.office, asked.fresh) if one)
    return f"{escape(asked.question)} <span class='office'>({escape(told)})</span>"


def _list(items: Iterable[str]) -> str:
    found = list(items)
    if len(found) == 1:
        return found[0]
    return f"<ul>{''.join(f'<li>{one}</li>' for one in found)}</ul>" if found else ""
