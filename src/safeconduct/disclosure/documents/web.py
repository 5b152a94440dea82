"""HTML: the same markup with other words, and nothing that is not seen.

Elements stay; attributes are let through by name. Scripts (JSON-LD too), styles,
comments, `meta` (Open Graph too), links, forms' values and `data-` attributes are left
out: all of them repeat names that the page has in its text, and a slug or a class can
hold one. Texts in `title` and `aria-label` are part of the draft and redacted like any
other. Images, video and embedded objects become a box that says they are withheld.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml import html as lxml_html

from safeconduct.disclosure.documents.draft import Draft, Edit, drafted
from safeconduct.disclosure.documents.errors import DocumentRefused

WITHHELD_IMAGE: Final = "[image withheld]"
REMOVED: Final = {
    "script": "scripts",
    "style": "styles",
    "link": "links",
    "meta": "meta",
    "base": "links",
    "template": "templates",
    "noscript": "scripts",
}
PICTURES: Final = frozenset({
    "img", "picture", "svg", "video", "audio", "canvas", "object", "embed", "iframe",
    "frame", "map", "applet",
})  # fmt: skip
KEPT_ATTRIBUTES: Final = frozenset({
    "lang", "dir", "colspan", "rowspan", "headers", "scope", "start", "reversed",
    "type", "open",
})  # fmt: skip
SPOKEN_ATTRIBUTES: Final = ("title", "aria-label")
INLINE: Final = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
    "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
})  # fmt: skip
VERBATIM: Final = frozenset({"pre", "textarea", "listing"})

Setter = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class WebDocument:
    """A page as a tree, and for each piece of the draft the place it came from."""

    draft: Draft
    dropped: Mapping[str, int]
    tree: lxml_html.HtmlElement
    places: tuple[Setter, ...]
    form: str = "html"

    def write(self, edits: Iterable[Edit]) -> bytes:
        """Make the page anew, in UTF-8; the tree keeps its words for the next time."""
        for place, text in zip(self.places, self.draft.rewritten(edits), strict=True):
            place(text)
        written = lxml_html.tostring(
            self.tree, encoding="utf-8", doctype="<!DOCTYPE html>", method="html"
        )
        self._restore()
        return bytes(written)

    def _restore(self) -> None:
        for place, piece in zip(self.places, self.draft.pieces, strict=True):
            place(self.draft.text[piece.start : piece.end])


def open_web(source: str) -> WebDocument:
    """Take a decoded page as a document.

    Raises:
        DocumentRefused: There is no page in it.
    """
    tree = _parse(source)
    dropped: Counter[str] = Counter()
    _prune(tree, dropped)
    blocks = _blocks(tree)
    return WebDocument(
        draft=drafted([text for text, _ in block] for block in blocks),
        dropped=dict(dropped),
        tree=tree,
        places=tuple(place for block in blocks for _, place in block),
    )


def _parse(source: str) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = lxml_html.document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise DocumentRefused(
            "There is no page in this HTML file; give a saved web page."
        ) from error
    # What stands beside the root (a second comment, a late tag) is left behind.
    return tree


def _prune(tree: lxml_html.HtmlElement, dropped: Counter[str]) -> None:
    """Take out what is not seen, and put a box in the place of each picture."""
    for element in list(tree.iter()):
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in REMOVED:
            dropped[REMOVED.get(tag, "comments")] += 1
            _take_out(element)
        elif tag in PICTURES:
            _withhold(element, dropped)
        else:
            _strip_attributes(element, dropped)
    head = tree.find("head")
    if head is not None:
        etree.SubElement(head, "meta", charset="utf-8")


def _take_out(element: lxml_html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _withhold(element: lxml_html.HtmlElement, dropped: Counter[str]) -> None:
    parent = element.getparent()
    if parent is None or any(up.tag in PICTURES for up in element.iterancestors()):
        return  # goes with the picture it stands in
    dropped["images"] += 1
    box = lxml_html.Element("span")
    box.text, box.tail = WITHHELD_IMAGE, element.tail
    parent.replace(element, box)


def _strip_attributes(element: lxml_html.HtmlElement, dropped: Counter[str]) -> None:
    for name in list(element.attrib):
        plain = str(name).lower()
        if plain in KEPT_ATTRIBUTES or plain in SPOKEN_ATTRIBUTES:
            continue
        dropped["links" if plain in {"href", "src"} else "attributes"] += 1
        del element.attrib[name]


def _blocks(tree: lxml_html.HtmlElement) -> list[list[tuple[str, Setter]]]:
    """Collect the texts of the page block by block, then those of its attributes."""
    blocks: list[list[tuple[str, Setter]]] = [[]]
    for found in _texts(tree):
        if found is None:
            if blocks[-1]:
                blocks.append([])
        else:
            blocks[-1].append(found)
    spoken = [[found] for found in _spoken(tree)]
    return [block for block in blocks if block] + spoken


def _texts(tree: lxml_html.HtmlElement) -> Iterator[tuple[str, Setter] | None]:
    """Yield texts in reading order, and None wherever a block begins or ends.

    Events instead of recursion: hostile pages nest thousands of elements.
    """
    verbatim = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        inside = node.tag in VERBATIM
        if event == "start":
            if node.tag not in INLINE or node.tag == "br":
                yield None
            verbatim += inside
            if node.text:
                yield _folded(node.text, verbatim > 0), _text_of(node)
        else:
            verbatim -= inside
            if node.tag not in INLINE:
                yield None
            if node.tail and node is not tree:
                yield _folded(node.tail, verbatim > 0), _tail_of(node)


def _folded(text: str, verbatim: bool) -> str:  # noqa: FBT001  a fact of the place
    """Fold white space as a browser shows it, so that a name is not cut by a line."""
    if verbatim:
        return text
    folded = " ".join(text.split())
    if not folded:
        return " "
    return (" " if text[0].isspace() else "") + folded + " " * text[-1].isspace()


def _text_of(node: etree._Element) -> Setter:
    def place(text: str) -> None:
        node.text = text

    return place


def _tail_of(node: etree._Element) -> Setter:
    def place(text: str) -> None:
        node.tail = text

    return place


def _spoken(tree: lxml_html.HtmlElement) -> Iterator[tuple[str, Setter]]:
    for element in tree.iter():
        for name in SPOKEN_ATTRIBUTES:
            if text := element.get(name):
                yield _folded(text, verbatim=False), _attribute_of(element, name)


def _attribute_of(element: etree._Element, name: str) -> Setter:
    def place(text: str) -> None:
        element.set(name, text)

    return place
