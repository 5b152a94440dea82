"""Files of every form, one document or many."""

import gzip
import io

import pytest

from safeconduct.bounded import Nursery, Worker
from safeconduct.text import Page, Part, Refusal, open_documents, parts, read_part
from tests.text.formats import files, refused

SENTENCE = "At least 40 soldiers were captured in May 2025, the ministry said."


def pages(source: bytes, name: str = "file") -> list[Page]:
    found = list(open_documents(source, name=name))
    assert all(isinstance(page, Page) for page in found), found
    return [page for page in found if isinstance(page, Page)]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (SENTENCE.encode(), "plain"),
        (f"<!doctype html><body><p>{SENTENCE}</p>".encode(), "html"),
        (files.pdf(SENTENCE), "pdf"),
        (files.docx(SENTENCE), "docx"),
        (files.mhtml(SENTENCE), "html"),
    ],
    ids=["plain", "html", "pdf", "docx", "mhtml"],
)
def test_one_document(data: bytes, form: str) -> None:
    """The form is told from the bytes whatever the file is called."""
    (page,) = pages(data, "wrong.name")
    assert (page.form, page.body, page.language) == (form, SENTENCE, "en")


def test_feed() -> None:
    """Each entry is a document, with what the feed says of it."""
    first, second = pages(files.feed(SENTENCE, 2), "feed.xml")
    assert (first.name, second.name) == ("feed.xml#1", "feed.xml#2")
    assert (first.title, first.publisher) == ("Visit 1", "Example Post")
    assert str(first.published) == "2025-02-03"
    assert first.address == "https://post.example/1"
    assert first.declared_sources == ("Other Paper",)
    assert first.body == SENTENCE


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_web_archive(pack: type[bytes]) -> None:
    """Pages come out with their address, pictures are passed over."""
    archive = (
        files.record(
            f"<!doctype html><p>{SENTENCE}".encode(), address="https://a.example/"
        )
        + files.record(b"\x89PNG", media="image/png")
        + files.record(SENTENCE.encode(), media="text/plain")
    )
    found = pages(pack(archive), "a.warc")
    assert [page.body for page in found] == [SENTENCE, SENTENCE]
    assert found[0].address == "https://a.example/"


def test_packed_payloads() -> None:
    """Payloads are unpacked, also when the header says what is no longer true."""
    html = f"<!doctype html><p>{SENTENCE}".encode()
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(html), html)
    archive = (
        files.record(gzip.compress(html), headers=b"Content-Encoding: gzip\r\n")
        + files.record(chunked, headers=b"Transfer-Encoding: chunked\r\n")
        + files.record(html, headers=b"Content-Encoding: gzip\r\n")
    )
    assert [page.body for page in pages(archive)] == [SENTENCE] * 3


def test_bomb_in_a_web_archive() -> None:
    """A payload that unpacks beyond the limit is refused, the next one is read."""
    bomb = gzip.compress(bytes(3_000_000))
    archive = files.record(bomb, headers=b"Content-Encoding: gzip\r\n") + files.record(
        SENTENCE.encode(), media="text/plain"
    )
    first, second = open_documents(archive, name="a.warc", limit=1_000_000)
    assert isinstance(first, Refusal)
    assert "limit" in first.sentence
    assert isinstance(second, Page)


def test_archive_that_breaks_off() -> None:
    """What stood before the damage is read."""
    archive = files.record(SENTENCE.encode(), media="text/plain") + b"garbage\r\n\r\n"
    first, second = open_documents(archive, name="a.warc")
    assert isinstance(first, Page)
    assert isinstance(second, Refusal)
    assert (second.name, second.sentence) == (
        "a.warc",
        "The web archive is damaged or cut short; fetch or save it again.",
    )


def test_stream_that_cannot_go_back() -> None:
    """A web archive may come through a pipe."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_where: int) -> int:
            raise OSError

    stream = Pipe(gzip.compress(files.record(SENTENCE.encode(), media="text/plain")))
    (page,) = open_documents(stream, name="a.warc.gz")
    assert isinstance(page, Page)
    assert page.body == SENTENCE


@pytest.mark.parametrize(("data", "said"), refused.FILES, ids=refused.NAMES)
def test_refusal(data: bytes, said: str) -> None:
    """What cannot be read is one sentence that says what to do."""
    (refusal,) = open_documents(data, name="bad")
    assert isinstance(refusal, Refusal)
    assert said in refusal.sentence
    assert refusal.sentence[0].isupper()
    assert refusal.sentence.endswith(".")
    assert "{" not in refusal.sentence


@pytest.mark.parametrize("kind", [Worker, Nursery])
def test_a_refusal_is_sent_whole(kind: type[Worker | Nursery]) -> None:
    """It comes out of the process that reads as it was made there, part by part."""
    cut_short = Part("bad", files.pdf(SENTENCE)[:200])
    refusal = kind().call(read_part, cut_short)

    assert refusal == read_part(cut_short)
    assert isinstance(refusal, Refusal)
    assert "The PDF file" in map(str, dict(refusal.why.values).values())


def test_parts_are_read_apart() -> None:
    """Cutting reads nothing, so that each reading can be bounded."""
    (part,) = parts(b"\x00\x01", name="bad")
    assert part == Part("bad", b"\x00\x01")
    assert isinstance(read_part(Part("bad", b"\x00\x01")), Refusal)
