"""DOCX: a new file made from what can be read in the old one.

The parts of the old package are read as XML (body, headers, footers, notes); the new
package is begun empty and gets paragraphs, headings, lists, tables, bold, italic and
underline, and nothing else. So comments, tracked deletions, authors, dates, revision
numbers, fields, links, embedded files, custom XML and thumbnails cannot survive: there
is no list of things to strip. Tracked insertions count as text: a reader sees them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import docx
from docx.document import Document as DocxFile
from lxml import etree

from safeconduct.disclosure.documents.draft import Draft, Edit, drafted
from safeconduct.disclosure.documents.errors import DocumentRefused
from safeconduct.disclosure.documents.web import WITHHELD_IMAGE

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A_BLIP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
FALLBACK: Final = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
)
LARGEST_PART: Final = 50_000_000
"""Bytes of one part once unpacked: a bomb is refused, not unpacked."""
DEEPEST: Final = 20  # tables in tables
BODY: Final = "word/document.xml"
PARTS: Final = (
    ("header", re.compile(r"word/header\d*\.xml")),
    ("body", re.compile(r"word/document\.xml")),
    ("notes", re.compile(r"word/(?:foot|end)notes\.xml")),
    ("footer", re.compile(r"word/footer\d*\.xml")),
)
UNSEEN: Final = frozenset(
    W + name for name in ("del", "moveFrom", "instrText", "delText")
) | {FALLBACK}
# Word's own time of an unknown day: the first that a ZIP file can write.
NO_DAY: Final = datetime(1980, 1, 1)  # noqa: DTZ001  python-docx writes it as UTC
MARKS: Final = {"b": "bold", "i": "italic", "u": "underline"}


@dataclass(slots=True)
class Run:
    """Words in one look; `piece` counts the pieces of the draft."""

    text: str
    looks: frozenset[str] = frozenset()


@dataclass(slots=True)
class Paragraph:
    """A paragraph; `style` is a built-in style of Word, or empty."""

    runs: list[Run] = field(default_factory=list)
    style: str = ""


@dataclass(slots=True)
class Table:
    """Rows of cells; a cell holds blocks."""

    rows: list[list[list[Block]]]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class WordDocument:
    """What was read: for each part its blocks, in the order of the draft."""

    draft: Draft
    dropped: Mapping[str, int]
    parts: tuple[tuple[str, list[Block]], ...]
    form: str = "docx"

    def write(self, edits: Iterable[Edit]) -> bytes:
        """Make a new package; the same edits give the same words and no date."""
        words = iter(self.draft.rewritten(edits))
        made = docx.Document()
        for name, blocks in self.parts:
            _fill(_room(made, name), blocks, words)
        _forget(made)
        stream = io.BytesIO()
        made.save(stream)
        return _undated(stream.getvalue())


def open_word(data: bytes) -> WordDocument:
    """Read a DOCX file.

    Raises:
        DocumentRefused: It is no DOCX file, is damaged, or too large once unpacked.
    """
    dropped: Counter[str] = Counter()
    parts: list[tuple[str, list[Block]]] = []
    for name, root in _roots(data, dropped):
        blocks = list(_blocks(root, dropped))
        if any(_paragraphs(blocks)):
            parts.append((name, blocks))
    rows = [
        [run.text for run in paragraph.runs]
        for _, blocks in parts
        for paragraph in _paragraphs(blocks)
    ]
    return WordDocument(drafted(rows), dict(dropped), tuple(parts))


def _roots(data: bytes, dropped: Counter[str]) -> Iterator[tuple[str, etree._Element]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = sorted(package.namelist())
            if BODY not in names:
                raise DocumentRefused(_NO_DOCX)
            _count_left_out(names, dropped)
            for kind, pattern in PARTS:
                for name in filter(pattern.fullmatch, names):
                    yield kind, etree.fromstring(_unpack(package, name), parser)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, EOFError) as error:
        raise DocumentRefused(_NO_DOCX) from error
    except (NotImplementedError, RuntimeError) as error:  # how zipfile says: encrypted
        raise DocumentRefused(
            "The DOCX file is encrypted or packed in a way that cannot be read; save"
            " it again without a password."
        ) from error


_NO_DOCX = "The file is no whole DOCX document; save it again as .docx."


def _unpack(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as stream:
        data = stream.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise DocumentRefused(
            f"A part of the DOCX file has more than {LARGEST_PART:,} bytes once"
            " unpacked; save its text as .txt."
        )
    return data


def _count_left_out(names: list[str], dropped: Counter[str]) -> None:
    for name in names:
        if re.match(r"word/comments", name):
            dropped["comments"] += 1
        elif re.match(r"word/(media|embeddings)/", name):
            dropped["images" if "/media/" in name else "embedded files"] += 1
        elif re.match(r"docProps/|customXml/", name):
            dropped["properties"] += 1


def _blocks(root: etree._Element, dropped: Counter[str]) -> Iterator[Block]:
    """Yield paragraphs and tables; those within shapes follow their paragraph."""
    stack = [iter(_seen(root))]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == W + "p":
            yield _paragraph(element, dropped)
            stack.append(iter(_boxes(element)))
        elif element.tag == W + "tbl":
            yield _table(element, dropped)
        else:
            stack.append(iter(_seen(element)))


def _seen(element: etree._Element) -> list[etree._Element]:
    return [child for child in element if child.tag not in UNSEEN]


def _boxes(paragraph: etree._Element) -> list[etree._Element]:
    """Find the text boxes that are anchored in a paragraph, outermost first."""
    return [
        box
        for box in paragraph.iter(W + "txbxContent")
        if not any(up.tag in UNSEEN for up in box.iterancestors())
        and next(box.iterancestors(W + "p")) is paragraph
    ]


def _paragraph(element: etree._Element, dropped: Counter[str]) -> Paragraph:
    style = element.find(f"{W}pPr/{W}pStyle")
    made = Paragraph(style=_style("" if style is None else style.get(W + "val", "")))
    for run in _runs(element):
        looks = _looks(run)
        text = "".join(_words(run, dropped))
        if text:
            made.runs.append(Run(text, looks))
    dropped["tracked deletions"] += len(element.findall(f".//{W}del"))
    dropped["links"] += len(element.findall(f".//{W}hyperlink"))
    return made


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of one paragraph, without those of deletions and of shapes."""
    stack = list(reversed(_seen(element)))
    while stack:
        node = stack.pop()
        if node.tag == W + "r":
            yield node
        else:
            stack.extend(reversed(_seen(node)))


def _words(run: etree._Element, dropped: Counter[str]) -> Iterator[str]:
    for node in _seen(run):
        if node.tag == W + "t":
            yield node.text or ""
        elif node.tag in {W + "tab", W + "br", W + "cr", W + "noBreakHyphen"}:
            yield "-" if node.tag == W + "noBreakHyphen" else " "
        elif node.find(f".//{A_BLIP}") is not None or node.tag == W + "pict":
            dropped["images"] += 0  # counted as files of the package
            yield WITHHELD_IMAGE


def _looks(run: etree._Element) -> frozenset[str]:
    found = run.find(W + "rPr")
    if found is None:
        return frozenset()
    return frozenset(
        look
        for mark, look in MARKS.items()
        if (node := found.find(W + mark)) is not None
        and node.get(W + "val") not in {"0", "false", "none"}
    )


def _style(name: str) -> str:
    """Translate a style's id into a built-in style; others tell of their author."""
    heading = re.fullmatch(r"(?i)heading\s?([1-9])", name)
    if heading:
        return f"Heading {heading[1]}"
    known = {"title": "Title", "quote": "Quote", "subtitle": "Subtitle"}
    if name.lower().startswith("list"):
        return "List Number" if "number" in name.lower() else "List Bullet"
    return known.get(name.lower(), "")


def _table(element: etree._Element, dropped: Counter[str], *, depth: int = 1) -> Table:
    if depth > DEEPEST:
        raise DocumentRefused(
            f"The DOCX file nests more than {DEEPEST} tables; save its text as .txt."
        )
    return Table(
        [
            [
                _cell(cell, dropped, depth)
                for cell in row.iter(W + "tc")
                if _of(cell, row)
            ]
            for row in element.iter(W + "tr")
            if _of(row, element)
        ]
    )


def _of(inner: etree._Element, outer: etree._Element) -> bool:
    """Tell whether a row or cell belongs to this table, not to one within it."""
    for up in inner.iterancestors():
        if up is outer:
            return True
        if up.tag in {W + "tc", W + "tbl"}:
            return False
    return False


def _cell(cell: etree._Element, dropped: Counter[str], depth: int) -> list[Block]:
    blocks: list[Block] = []
    for child in _seen(cell):
        if child.tag == W + "tbl":
            blocks.append(_table(child, dropped, depth=depth + 1))
        elif child.tag == W + "p":
            blocks.append(_paragraph(child, dropped))
        else:
            blocks.extend(_blocks(child, dropped))
    return blocks


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.runs:
                yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from _paragraphs(cell)


def _room(made: DocxFile, name: str) -> Any:
    """Open the part of the new file that takes a part of the old one."""
    section = made.sections[0]
    if name == "header":
        return section.header
    return section.footer if name == "footer" else made


def _fill(room: Any, blocks: Iterable[Block], words: Iterator[str]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            _set_paragraph(room.add_paragraph(), block, words)
        elif block.rows:
            _set_table(room, block, words)


def _set_paragraph(made: Any, block: Paragraph, words: Iterator[str]) -> None:
    if block.style:
        made.style = block.style
    for run in block.runs:
        written = made.add_run(_printable(next(words)))
        for look in run.looks:
            setattr(written, look, True)


def _set_table(room: Any, block: Table, words: Iterator[str]) -> None:
    columns = max(map(len, block.rows)) or 1
    width = docx.shared.Cm(16)
    try:
        made = room.add_table(len(block.rows), columns)
    except TypeError:  # a header, a footer or a cell asks for a width
        made = room.add_table(len(block.rows), columns, width)
    for row, cells in enumerate(block.rows):
        for column, cell in enumerate(cells):
            _fill(made.cell(row, column), cell, words)


def _printable(text: str) -> str:
    """Leave out what XML cannot hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def _forget(made: DocxFile) -> None:
    """Empty the properties that python-docx's template brings."""
    about = made.core_properties
    for name in ("author", "comments", "keywords", "last_modified_by", "title"):
        setattr(about, name, "")
    about.created = about.modified = NO_DAY
    about.revision = 1


def _undated(data: bytes) -> bytes:
    """Pack again without the times of packing, and without the template's picture."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
