"""The page that checks a receipt in a browser: in the house, and as one file.

`body` is what both share. In the house script and style are files of their own; in the
file they stand inside, and a content policy with their hashes lets the browser run
nothing else and reach nothing: it works from a stick, without any network.
"""

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from safeconduct.ledger import Policy
from safeconduct.receipt import wording

FILE = "safeconduct-verify.html"

_HERE = Path(__file__).parent
_PLAIN = """
:root { color-scheme: light dark; font: 100%/1.5 system-ui, "Noto Sans", "Noto Sans KR",
  "Malgun Gothic", sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 44rem; }
textarea { box-sizing: border-box; }
"""


def body(policy: Policy | None, language: str, *, redeem: str = "") -> str:
    """Write the page without what is around it.

    Args:
        policy: What stands in the field of the policy; `None` leaves it empty.
        language: In which it begins; the reader may change it.
        redeem: The address at which the house answers a locator; empty in the file.
    """
    spoken = language if language in wording.LANGUAGES else wording.ENGLISH
    words = wording.page(spoken)
    texts = {key: escape(text) for key, text in words.items()}
    given = policy.text.decode(errors="replace") if policy is not None else ""
    every = {one: dict(wording.page(one)) for one in wording.LANGUAGES}
    where = f'data-redeem="{escape(redeem)}"' if redeem else "data-alone"
    return Template((_HERE / "checker.html").read_text("utf-8")).substitute(
        texts,
        language=spoken,
        language_word=texts["language"],
        where=where,
        tongues=_tongues(spoken),
        policy_text=escape(given),
        # In a script element nothing is unescaped: no letter may end it.
        words=json.dumps(every, ensure_ascii=False).replace("<", "\\u003c"),
    )


def file(policy: Policy | None, language: str = wording.ENGLISH) -> bytes:
    """Write the page as one file that needs no network."""
    script = (_HERE / "static" / "checker.js").read_text("utf-8")
    style = _PLAIN + (_HERE / "static" / "checker.css").read_text("utf-8")
    rules = (
        f"default-src 'none'; script-src '{_hash(script)}'; "
        f"style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    )
    spoken = language if language in wording.LANGUAGES else wording.ENGLISH
    title = escape(wording.page(spoken)["title"])
    return (
        f'<!DOCTYPE html>\n<html lang="{spoken}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"{body(policy, spoken)}</main>\n<script>{script}</script>\n</body>\n</html>\n"
    ).encode()


def _tongues(spoken: str) -> str:
    return "".join(
        f'<option value="{code}" lang="{code}"{" selected" if code == spoken else ""}>'
        f"{name}</option>"
        for code, name in wording.NAMES.items()
    )


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
