"""What does a reader see of an HTML source, and where does each character stand in it?

One pass over the source, without a tree: it takes linear time and no recursion
whatever the page holds, and every visible character keeps its place.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?P<rest>(?>[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>"
)
# For sources with a quotation mark that is never closed.
LOOSE_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>[^>]*+)>",
)
OPENING = re.compile(r"<(?=[a-zA-Z/!?])")
PIECE = re.compile(
    r"&(?:#[xX]?[0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?|&|\s+|[^\s&]+"
)

UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "select", "title"}
)
# Where their end is missing, browsers hide the rest of the page.
RAW = frozenset({"script", "style"})
INLINE = re.compile(
    r"a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp"
    r"|small|span|strong|sub|sup|time|tt|u|var|wbr"
)
# Elements without an end, or whose end is often left out: they do not count as depth.
FLAT = re.compile(
    r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
    r"|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|body|html|head"
)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Places of a text's characters in the source that the text was taken from.

    Run n begins at character `texts[n]` of the text and at `sources[n]` of the
    source. `widths[n]` is 0 where both run side by side, else the number of source
    characters that the whole run stands for (an entity). No runs: text is source.
    """

    texts: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span of the text, end exclusive, into one of the source."""
        if not self.texts:
            return start, end
        first, _ = self._place(start)
        _, last = self._place(max(start, end - 1))
        return first, max(first, last)

    def _place(self, at: int) -> tuple[int, int]:
        run = max(0, bisect_right(self.texts, at) - 1)
        begin, width = self.sources[run], self.widths[run]
        if width:
            return begin, begin + width
        here = begin + at - self.texts[run]
        return here, here + 1


@dataclass(frozen=True, slots=True)
class Seen:
    """The visible text, a line for each block.

    `tags` counts elements that begin, `deepest` how many were open at once.
    """

    text: str
    places: SourceMap
    tags: int
    deepest: int


def see(source: str) -> Seen:
    """Read what is visible of an HTML source, white space folded."""
    sheet = _Sheet()
    tags = depth = deepest = 0
    for start, end, name in _tokens(source):
        if name is None:
            sheet.write(source, start, end)
            continue
        closes = name.startswith("/")
        bare = name.removeprefix("/")
        tags += not closes
        if bare in UNSEEN:
            continue
        if not INLINE.fullmatch(bare):
            sheet.break_line()
        if not FLAT.fullmatch(bare):
            depth = max(0, depth - 1) if closes else depth + 1
            deepest = max(deepest, depth)
    return sheet.seen(tags, deepest)


def _tokens(source: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield runs of character data (name None) and tags, in lower case.

    Comments, declarations and what no reader sees are passed over.
    """
    at, pattern = 0, TAG
    endless: set[str] = set()
    while at < len(source):
        found = OPENING.search(source, at)
        if found is None:
            yield at, len(source), None
            return
        start = found.start()
        if start > at:
            yield at, start, None
        if source.startswith(("<!", "<?"), start):
            at = _after_declaration(source, start)
            continue
        tag = pattern.match(source, start)
        if tag is None and pattern is TAG:
            pattern = LOOSE_TAG
            tag = pattern.match(source, start)
        if tag is None:
            at = _after_stray(source, start)
            if at == start + 1:
                yield start, at, None
            continue
        name = tag["name"].lower()
        yield start, tag.end(), tag["close"] + name
        at = tag.end()
        if name in UNSEEN and not tag["close"] and not tag["rest"].endswith("/"):
            at = _after_unseen(source, name, at, endless)


def _after_declaration(source: str, start: int) -> int:
    mark = "-->" if source.startswith("<!--", start) else ">"
    end = source.find(mark, start + 2)
    return len(source) if end < 0 else end + len(mark)


def _after_stray(source: str, start: int) -> int:
    """Pass over a `<` that opens no tag; a tag without end hides the rest."""
    named = source[start + 1 : start + 2].isalpha()
    return len(source) if named else start + 1


def _after_unseen(source: str, name: str, at: int, endless: set[str]) -> int:
    """Find the end of an element that no reader sees.

    A name whose end was once looked for in vain is not looked for again: a page of
    a million such tags would take hours.
    """
    end = None
    if name not in endless:
        end = re.compile(rf"</{re.escape(name)}\b", re.IGNORECASE).search(source, at)
    if end is not None:
        return end.start()
    endless.add(name)
    return len(source) if name in RAW else at


@dataclass(slots=True)
class _Sheet:
    """Write text and keep the places of what is written."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    texts: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    expected: int = -1
    """Place in the source where the last run would go on."""
    fresh: bool = True
    """Whether nothing stands in the present line yet."""
    space: tuple[int, int] | None = None
    """A white space that is written only if something follows it: place, width."""
    broken: bool = False

    def write(self, source: str, start: int, end: int) -> None:
        for match in PIECE.finditer(source, start, end):
            raw = match[0]
            shown = html.unescape(raw) if raw[0] == "&" else raw
            width = len(raw) if shown is not raw and shown != raw else 0
            if shown.isspace():
                if not self.fresh and self.space is None:
                    self.space = (match.start(), width)
                continue
            self._settle()
            self._put(shown, match.start(), width)

    def break_line(self) -> None:
        self.space = None
        self.broken = self.broken or not self.fresh
        self.fresh = True

    def seen(self, tags: int, deepest: int) -> Seen:
        places = SourceMap(tuple(self.texts), tuple(self.sources), tuple(self.widths))
        return Seen("".join(self.pieces), places, tags, deepest)

    def _settle(self) -> None:
        """Write the break or the space that stands before what follows."""
        if self.broken:
            self.pieces.append("\n")
            self.length += 1
            self.broken = False
        elif self.space is not None:
            self._put(" ", *self.space)
        self.space = None
        self.fresh = False

    def _put(self, shown: str, place: int, width: int) -> None:
        if width or place != self.expected:
            self.texts.append(self.length)
            self.sources.append(place)
            self.widths.append(width)
        self.pieces.append(shown)
        self.length += len(shown)
        self.expected = -1 if width else place + len(shown)
