"""The lawyer's pages: what the law of a day says, for people who do not program.

    from safeconduct.law import pack
    from safeconduct.law.pages import option_page, html

    html(option_page(pack(day), "X", "uk"))

`page.py` has the shape of a page, `compose.py` makes one from the norms, `otherwise.py`
tells the provisions that open and close nothing, `cases.py`
and `pairs.py` choose the examples that stand on it, `web.py` and `paper.py` write it as
HTML and PDF, `picture.py` draws it, `review.py` says what counsel signs. `redline.py`
compares two packs; `counts.py`, which loads Polars, counts the cases that change.
"""

from safeconduct.law.pages.compose import (
    INSTRUMENTS,
    instrument_page,
    option_page,
    whole_page,
)
from safeconduct.law.pages.page import Page
from safeconduct.law.pages.paper import NoFont, pdf, redline_pdf
from safeconduct.law.pages.picture import picture
from safeconduct.law.pages.redline import redline
from safeconduct.law.pages.review import Review, review, reviewed
from safeconduct.law.pages.web import body, html, redline_html

__all__ = [
    "INSTRUMENTS",
    "NoFont",
    "Page",
    "Review",
    "body",
    "html",
    "instrument_page",
    "option_page",
    "pdf",
    "picture",
    "redline",
    "redline_html",
    "redline_pdf",
    "review",
    "reviewed",
    "whole_page",
]
