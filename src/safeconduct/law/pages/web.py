"""How does a page look as HTML? Semantic, printable, without any script."""

from collections.abc import Iterable
from html import escape

from safeconduct.law import wording
from safeconduct.law.pages.page import Asked, Entry, Page, Section
from safeconduct.law.readings.prose import Item

STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 4rem; color: #1b1b1b;
  background: #fff; font: 1.0625rem/1.55 "Source Serif 4", "Noto Serif", "Noto Serif CJK KR",
  "Liberation Serif", Georgia, serif; }
:lang(ko) body, body:lang(ko) { font-family: "Noto Serif CJK KR", "Nanum Myeongjo", serif;
  word-break: keep-all; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1.25rem; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 3rem 0 .5rem; padding-top: .75rem;
  border-top: 2px solid #1b1b1b; }
h3 { font-size: 1.0625rem; margin: 0 0 .25rem; }
.lead p { margin: 0 0 .5rem; }
nav ol { columns: 2; column-gap: 2rem; padding-left: 1.25rem; font-size: .9375rem; }
@media (max-width: 34rem) { nav ol { columns: 1; } }
article { margin: 1.75rem 0 0; padding: 0 0 .25rem 1rem; border-left: 3px solid #bbb;
  break-inside: avoid-page; }
article.must-not { border-color: #9b1c1c; } article.not-until { border-color: #8a5a00; }
article.must { border-color: #1d4e89; } article.may { border-color: #2e6b34; }
article.inference { border-left-style: dashed; }
.tags { margin: 0 0 .5rem; font-size: .875rem; color: #444; }
.mark { border: 1px solid #767676; border-radius: 2px; padding: 0 .3em; white-space: nowrap; }
.inference .mark { background: #fff1c9; border-color: #8a5a00; color: #4d3200; }
.says { font-size: 1.125rem; margin: .25rem 0 .5rem; }
.reads { margin: .25rem 0; } .reads ol { margin: .25rem 0; padding-left: 1.75rem; }
.reads ol ol { list-style: lower-alpha; } .remark { margin: .25rem 0; font-style: italic; }
:lang(ko) .remark { font-style: normal; }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: .25rem 1rem; margin: .75rem 0 0;
  font-size: .9375rem; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } }
dt { color: #444; } dd { margin: 0; } dd ul { margin: 0; padding-left: 1.1rem; }
.office { color: #555; } table { border-collapse: collapse; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0; }
th { font-weight: normal; white-space: nowrap; }
figure { margin: 1rem 0; overflow-x: auto; } figure svg { max-width: none; height: auto; }
@media (min-width: 75rem) { figure { margin: 1rem calc((46rem - 72rem) / 2); } }
footer { margin-top: 3rem; font-size: .8125rem; color: #444; overflow-wrap: anywhere; }
a { color: inherit; text-underline-offset: .15em; }
ins { background: #dff0d8; text-decoration: none; } del { background: #f7d9d9; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; }
  figure { break-before: page; margin: 0; } figure svg { width: 100%; } a { text-decoration: none; } }
"""


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
    parts = [
        f'<main lang="{page.language}">',
        f"<h1>{escape(page.title)}</h1>",
        f"<div class='lead'>{''.join(f'<p>{escape(one)}</p>' for one in page.lead)}</div>",
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
    items = "".join(
        f"<li><a href='#{escape(entry.anchor)}'>{escape(entry.citation)}</a></li>"
        for section in page.sections
        for entry in section.entries
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
        f"<span class='mark'>{escape(entry.mark_word)}</span> · {escape(entry.force)}</p>"
        f"<p class='says'>{escape(entry.says)}</p>"
        f"<div class='reads'>{say('reads')}: {_item(entry.rule)}{exception}</div>"
        f"{remarks}<dl>{listed}</dl></article>"
    )


def _item(item: Item) -> str:
    items = "".join(f"<li>{_item(one)}</li>" for one in item.items)
    return escape(item.text) + (f"<ol>{items}</ol>" if items else "")


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
