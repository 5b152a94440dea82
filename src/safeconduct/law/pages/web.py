"""How does a page look as HTML? Semantic, printable, without any script."""

from collections import Counter
from collections.abc import Iterable
from html import escape
from pathlib import Path

from safeconduct.law import wording
from safeconduct.law.pages.page import Asked, Entry, Page, Section
from safeconduct.law.readings.prose import Item

STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def html(page: Page, *, style: bool = True) -> str:
    """Write a page as HTML.

    Args:
        page: The page.
        style: Whether to write a whole document with its own style; without it, a
            `<main>` without any style, to be embedded in another page.
    """
    return document(page.title, page.language, _main(page), style=style)


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


def _main(page: Page) -> str:
    def say(key: str) -> str:
        return escape(wording.term(f"page.{key}", page.language))

    marks = "".join(
        f"<tr><th scope='row'><span class='mark'>{escape(word)}</span></th>"
        f"<td>{escape(says)}</td></tr>"
        for _, word, says in page.marks
    )
    lead = "".join(f"<p>{escape(one)}</p>" for one in page.lead)
    parts = [
        f'<main lang="{page.language}">',
        f"<h1>{escape(page.title)}</h1>",
        f"<div class='lead'>{lead}</div>",
    ]
    if page.scope:
        scope = "".join(f"<li>{escape(one)}</li>" for one in page.scope)
        parts.append(f"<h2>{say('scope')}</h2><ul>{scope}</ul>")
    parts.append(f"<h2>{say('marks')}</h2><table>{marks}</table>")
    parts.append(_contents(page, say("contents")))
    parts += [_section(section, page.language) for section in page.sections]
    if page.picture:
        parts.append(f"<h2>{say('picture')}</h2><figure>{page.picture}</figure>")
    parts.append(
        f"<footer>{say('fingerprint')}: {escape(page.fingerprint)}</footer></main>"
    )
    return "\n".join(parts)


def _contents(page: Page, title: str) -> str:
    entries = [entry for section in page.sections for entry in section.entries]
    cited = Counter(entry.citation for entry in entries)
    items = "".join(
        f"<li><a href='#{escape(entry.anchor)}'>{escape(entry.citation)}"
        + (f" ({escape(entry.name)})" if cited[entry.citation] > 1 else "")
        + "</a></li>"
        for entry in entries
    )
    return f"<nav aria-label='{title}'><h2>{title}</h2><ol>{items}</ol></nav>"


def _section(section: Section, language: str) -> str:
    entries = "\n".join(_article(entry, language) for entry in section.entries)
    return f"<section><h2>{escape(section.title)}</h2>\n{entries}</section>"


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
        (say("examples"), _list(escape(one) for one in entry.examples)),
    ]
    listed = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in rows if text)
    return (
        f"<article id='{escape(entry.anchor)}' class='{classes}'>"
        f"<h3>{escape(entry.citation)}</h3>"
        f"<p class='tags'>{escape(entry.name)} · {escape(entry.mode_word)} · "
        f"<span class='mark'>{escape(entry.mark_word)}</span> · "
        f"{escape(entry.force)}</p>"
        f"<p class='says'>{escape(entry.says)}</p>"
        f"<div class='reads'>{say('reads')}: {_item(entry.rule)}{exception}</div>"
        f"{remarks}<dl>{listed}</dl></article>"
    )


def _item(item: Item) -> str:
    items = "".join(f"<li>{_item(one)}</li>" for one in item.items)
    if not items:
        return escape(item.text)
    return f"{escape(item.text.removesuffix(':'))}:<ol>{items}</ol>"


def _reference(related: tuple[str, str]) -> str:
    name, citation = related
    return f"{escape(citation)} <span class='office'>({escape(name)})</span>"


def _asked(asked: Asked) -> str:
    told = "; ".join(one for one in (asked.office, asked.fresh) if one)
    return f"{escape(asked.question)} <span class='office'>({escape(told)})</span>"


def _list(items: Iterable[str]) -> str:
    found = list(items)
    if len(found) == 1:
        return found[0]
    return f"<ul>{''.join(f'<li>{one}</li>' for one in found)}</ul>" if found else ""
