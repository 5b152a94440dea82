"""Invented pages in four languages, as people paste them."""

import pytest

from safeconduct.text import Kind, Page, read
from tests.text.pages import Pasted, pasted

ARTICLE = {"title", "heading", "body"}
ENDS = {"unix": "\n", "windows": "\r\n"}
KINDS_TOLD = 0.98

each_page = pytest.mark.parametrize("truth", pasted(), ids=str)


def page_of(truth: Pasted, end: str = "\n") -> Page:
    return read(truth.text.replace("\n", end).encode(), name="page.txt")


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
@each_page
def test_lines_of_a_page(truth: Pasted, end: str) -> None:
    """Every boilerplate line goes and no line of the article does."""
    page = page_of(truth, end)
    assert len(page.lines) == len(truth.kinds)
    pairs = list(zip(page.lines, truth.kinds, strict=True))
    lost = [
        line.text
        for line, kind in pairs
        if kind in ARTICLE and not line.kind.is_article
    ]
    kept = [
        line.text
        for line, kind in pairs
        if kind not in ARTICLE and line.kind.is_article
    ]
    assert (lost, kept) == ([], [])


@each_page
def test_credits_of_a_page(truth: Pasted) -> None:
    """Title, writer, day, site and sources are read before they are stripped."""
    page = page_of(truth)
    found = {
        "title": page.title or "",
        "author": page.author or "",
        "published": str(page.published or ""),
        "publisher": page.publisher or "",
        "sources": ", ".join(page.declared_sources),
    }
    assert found == truth.credits
    assert page.language == truth.language


def test_kinds_of_lines() -> None:
    """What a line is called is right nearly everywhere."""
    told = [
        (line.kind, Kind(kind))
        for truth in pasted()
        for line, kind in zip(page_of(truth).lines, truth.kinds, strict=True)
    ]
    right = sum(found is wanted for found, wanted in told)
    assert right >= KINDS_TOLD * len(told)


@each_page
def test_page_without_empty_lines(truth: Pasted) -> None:
    """Lines of the article survive a paste that lost its empty lines."""
    text = "\n".join(line for line in truth.text.split("\n") if line)
    page = read(text.encode(), name="page.txt")
    lost = [
        line.text
        for line, kind in zip(page.lines, truth.kinds, strict=True)
        if kind in ARTICLE and not line.kind.is_article
    ]
    assert lost == []
