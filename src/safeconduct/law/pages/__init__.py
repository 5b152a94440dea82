"""The lawyer's pages: what the law of a day says, for people who do not program.

    from safeconduct.law import pack
    from safeconduct.law.pages import option_page, html

    html(option_page(pack(day), "X", "uk"))

`page.py` has the shape of a page, `compose.py` makes one from the norms, `web.py` and
`paper.py` write it as HTML and PDF, `picture.py` draws it, `redline.py` compares two
packs.
"""

from safeconduct.law.pages.compose import (
    INSTRUMENTS,
    instrument_page,
    option_page,
    whole_page,
)
from safeconduct.law.pages.page import Page
from safeconduct.law.pages.paper import NoFont, pdf
from safeconduct.law.pages.picture import picture
from safeconduct.law.pages.redline import redline
from safeconduct.law.pages.web import html

__all__ = [
    "INSTRUMENTS",
    "NoFont",
    "Page",
    "html",
    "instrument_page",
    "option_page",
    "pdf",
    "picture",
    "redline",
    "whole_page",
]
