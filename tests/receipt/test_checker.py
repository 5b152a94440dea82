import base64
import re
from hashlib import sha256
from html.parser import HTMLParser

from safeconduct.ledger import Policy
from safeconduct.receipt import beside, checker, wording
from tests.receipt.slips import POLICY

FILE = checker.file(POLICY).decode()


class Reaching(HTMLParser):
    """What a page would load or send."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"src", "href", "action", "srcset", "style"}:
                self.found.append((tag, name, value or ""))
            if name == "content" and "default-src" in (value or ""):
                self.policy = value or ""


def test_it_reaches_for_nothing() -> None:
    """No address, no import; the browser itself is told to load and send nothing."""
    page = Reaching()
    page.feed(FILE)

    assert page.found == []
    assert "http:" not in FILE
    assert "https:" not in re.sub(r'"no_crypto": "[^"]*"', "", FILE)
    assert "default-src 'none'" in page.policy
    assert "unsafe" not in page.policy


def test_only_its_own_code_runs() -> None:
    """The hashes of the content policy are those of what stands in the file."""
    style, script = (
        re.findall(rf"<{tag}>(.*?)</{tag}>", FILE, re.DOTALL)
        for tag in ("style", "script")
    )

    assert (len(style), len(script)) == (1, 1)
    for inside in (*style, *script):
        digest = base64.b64encode(sha256(inside.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in FILE


def test_nothing_ends_a_script_early() -> None:
    """Neither script nor texts hold what would end their element."""
    words = re.findall(r"application/json[^>]*>(.*?)</script>", FILE, re.DOTALL)[0]

    assert "<" not in words
    assert "</" not in (checker._HERE / "static" / "checker.js").read_text("utf-8")


def test_the_policy_is_text() -> None:
    """A policy stands in its field as it is, whatever letters are in it."""
    hostile = Policy.parse(
        POLICY.text.replace(b" w1 ", b" </textarea><script> ").replace(b"$", b"$x")
    )
    body = checker.body(hostile, "en")

    assert "<script> " not in body
    assert "&lt;/textarea&gt;&lt;script&gt;" in body


def test_the_same_page_each_time() -> None:
    """The file follows from policy and language alone."""
    assert checker.file(POLICY).decode() == FILE
    for language in wording.LANGUAGES:
        title = wording.page(language)["title"]
        assert f"<title>{title}</title>" in checker.file(POLICY, language).decode()


def test_without_a_policy() -> None:
    """The field is empty, and the page is there all the same."""
    assert 'data-is="policy"' in checker.body(None, "ko")
    assert 'lang="en"' in checker.file(None, "vi").decode()


def test_files_beside_the_log() -> None:
    """The page, the program and the policy."""
    files = beside.files(POLICY)

    assert files.keys() == beside.NAMES
    assert Policy.parse(files[beside.POLICY]) == POLICY
    assert files[beside.PAGE] == checker.file(POLICY)
    assert b"import argparse" in files[beside.PROGRAM]
