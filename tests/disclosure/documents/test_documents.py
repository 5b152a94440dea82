import io
import re
import zipfile

import docx
import pypdfium2
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from safeconduct.disclosure.documents import (
    CannotBecome,
    Document,
    DocumentRefused,
    Edit,
    open_document,
    written_as,
)
from safeconduct.disclosure.documents.paper import set_on_paper
from tests.fonts import needs_hangul

NAME = "Mun Thae-bok"
PAGE = f"""<!doctype html><html lang="en"><head><title>Story of {NAME}</title>
<meta name="description" content="{NAME}"><meta property="og:title" content="{NAME}">
<link rel="canonical" href="/mun-thae-bok"><style>.x{{content:"{NAME}"}}</style>
<script type="application/ld+json">{{"name": "{NAME}"}}</script></head>
<body class="tag-mun-thae-bok" data-name="{NAME}"><!-- {NAME} -->
<h1>Captain <b>Mun</b> <i>Thae</i>-bok</h1><p title="about {NAME}">He
spoke<br>to us.</p><a href="https://other.example/mun-thae-bok">More</a>
<img src="mun-thae-bok.jpg" alt="{NAME}"><svg><title>{NAME}</title></svg>
<noscript><img src="mun-thae-bok.jpg"></noscript><input value="{NAME}"><pre>a
  b</pre></body></html>"""


def masked(document: Document) -> tuple[Edit, ...]:
    return tuple(
        Edit(*found.span(), "[name]")
        for found in re.finditer(NAME, document.draft.text)
    )


def word_file() -> bytes:
    """Make a DOCX that has the name in every corner."""
    made = docx.Document()
    made.core_properties.author = made.core_properties.title = NAME
    made.add_heading(f"Story of {NAME}", 1)
    paragraph = made.add_paragraph("Captain Mun")
    paragraph.add_run(" Thae").bold = True
    paragraph.add_run("-bok spoke.")
    made.add_comment(
        paragraph.runs[0], text=f"This is {NAME}", author=NAME, initials="M"
    )
    deleted = (
        f'<w:del {nsdecls("w")} w:id="7" w:author="{NAME}"><w:r>'
        f"<w:delText>{NAME}</w:delText></w:r></w:del>"
    )
    inserted = (
        f'<w:ins {nsdecls("w")} w:id="8" w:author="{NAME}"><w:r>'
        '<w:t xml:space="preserve"> He is well.</w:t></w:r></w:ins>'
    )
    for change in (deleted, inserted):
        paragraph._p.append(parse_xml(change))  # type: ignore[arg-type]
    table = made.add_table(1, 2)
    table.cell(0, 0).text = NAME
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = f"inner {NAME}"
    made.sections[0].header.paragraphs[0].text = f"Header {NAME}"
    made.sections[0].footer.paragraphs[0].text = f"Footer {NAME}"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def unpacked(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return b"".join(package.read(name) for name in package.namelist())


def test_a_page_keeps_its_markup_and_loses_what_is_not_seen() -> None:
    """Names go from text and title; all that is not seen goes altogether."""
    document = open_document(PAGE.encode())
    made = document.write(masked(document)).decode()

    assert "<h1>Captain <b>[name]</b>" in made
    assert "<title>Story of [name]</title>" in made
    assert 'title="about [name]"' in made
    assert re.findall("(?i)mun|thae", made) == []
    assert re.findall("(?i)<script|<style|<!--|href|data-|<img|<svg|og:", made) == []
    assert "[image withheld]" in made
    assert "He spoke<br>to us." in made
    assert "<pre>a\n  b</pre>" in made


def test_a_page_can_be_written_twice() -> None:
    """What one writing changed does not stay in the document."""
    document = open_document(PAGE.encode())
    first = document.write(masked(document))
    document.write(())

    assert document.write(masked(document)) == first


def test_a_word_file_is_made_anew() -> None:
    """The name is in no part of the new package; text, looks and tables are."""
    old = word_file()
    document = open_document(old)
    made = document.write(masked(document))
    again = docx.Document(io.BytesIO(made))

    assert NAME.encode() in unpacked(old)
    assert re.findall(rb"Mun|Thae", unpacked(made)) == []
    assert [p.text for p in again.paragraphs] == [
        "Story of [name]",
        "Captain [name] spoke. He is well.",
    ]
    assert getattr(again.paragraphs[0].style, "name", None) == "Heading 1"
    assert again.tables[0].cell(0, 0).text.strip() == "[name]"
    assert again.core_properties.author == ""
    assert document.dropped["comments"] == 1
    assert document.dropped["tracked deletions"] == 1


def test_the_same_word_file_gives_the_same_bytes() -> None:
    """No time of writing is in the package."""
    document = open_document(word_file())

    assert document.write(()) == document.write(())


@needs_hangul
@pytest.mark.parametrize("text", [f"The story of {NAME}.", f"{NAME} 씨의 이야기"])
def test_a_pdf_becomes_a_new_one(text: str) -> None:
    """The new PDF has the new words, no old ones, and no metadata of its own."""
    document = open_document(set_on_paper(text))
    made = document.write(masked(document))
    with pypdfium2.PdfDocument(made) as paper:
        words = paper[0].get_textpage().get_text_range()
        about = paper.get_metadata_dict()

    assert "[name]" in words
    assert NAME not in words
    assert not about["Author"]
    assert not about["Title"]


def test_typst_reads_nothing_of_the_text_as_markup() -> None:
    """What looks like a command is set as it stands."""
    made = open_document(set_on_paper('#read("/etc/hostname") *bold* $x$ @ref'))

    assert '#read("/etc/hostname") *bold* $x$ @ref' in made.draft.text


@pytest.mark.parametrize(("ending", "begins"), [(".txt", b"Story"), (".pdf", b"%PDF")])
def test_every_form_can_be_text_or_pdf(ending: str, begins: bytes) -> None:
    """A page's or a Word file's words can be taken out of it."""
    document = open_document(PAGE.encode())

    assert written_as(document, masked(document), ending).startswith(begins)


def test_a_page_cannot_become_a_word_file() -> None:
    """The sentence names the endings that work."""
    document = open_document(PAGE.encode())

    with pytest.raises(CannotBecome, match=r"\.html, \.txt or \.pdf"):
        written_as(document, (), ".docx")


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 60_000_000)
    return stream.getvalue()


def entities() -> bytes:
    stream = io.BytesIO()
    text = (
        '<!DOCTYPE a [<!ENTITY x "' + "y" * 1_000 + '">]><a>' + "&x;" * 1_000 + "</a>"
    )
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", text)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 no package",
        word_file()[:2_000],
        bomb(),
        b"%PDF-1.7 broken",
        b"\x7fELF" + bytes(100),
        b"x" * 20_000_001,
    ],
    ids=["empty", "zip", "cut", "bomb", "pdf", "program", "huge"],
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    """A sentence says what is wrong and what to do."""
    with pytest.raises(DocumentRefused) as refused:
        open_document(data)

    assert str(refused.value).endswith(".")


def test_entities_are_not_expanded() -> None:
    """A package whose XML multiplies itself gives no text and no memory."""
    try:
        text = open_document(entities()).draft.text
    except DocumentRefused:
        text = ""

    assert "yyyy" not in text


def test_a_deeply_nested_page_ends() -> None:
    """Two hundred thousand elements within each other are read without recursion."""
    page = b"<html><body>" + b"<div>" * 200_000 + b"x" + b"</div>" * 200_000
    try:
        made = open_document(page).write(())
    except DocumentRefused:
        made = b""

    assert len(made) < len(page)
