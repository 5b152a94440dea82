"""How does an option look as a picture: facts, provisions, act?

Three columns. A fact is joined to the provisions that ask for it, a provision to the
act; a dashed arrow leads from a provision to the one it prevails over. Provisions stand
by what they do, prohibitions on top; facts stand near the provisions that ask for them.
The SVG uses attributes only, so that a page that forbids inline styles can show it.
"""

from dataclasses import dataclass
from html import escape
from itertools import pairwise

from safeconduct.law import wording
from safeconduct.law.acts import ACTS, Act
from safeconduct.law.errors import LawError
from safeconduct.law.norm import Mode
from safeconduct.law.pack import Pack
from safeconduct.law.pages.asks import predicates
from safeconduct.law.readings.prose import sentence
from safeconduct.law.statute import Rule

# All lengths in pixels of the drawing.
WIDTH = 1160
FACT_X, FACT_WIDTH = 10, 300
NORM_X, NORM_WIDTH = 460, 350
ACT_X, ACT_WIDTH = 960, 190
TOP, GAP, PADDING, LINE = 56, 8, 7, 16
FONT, SMALL = 12.5, 11.0
# Widths of letters as parts of the size of the font, on the safe side.
WIDE, CYRILLIC, LATIN = 1.0, 0.59, 0.53
FIRST_CYRILLIC, FIRST_HANGUL = "\u0400", "\u1100"

INK, PAPER, RULE = "#1b1b1b", "#ffffff", "#8a8a8a"
COLOURS = {
    Mode.MUST_NOT: "#9b1c1c",
    Mode.NOT_UNTIL: "#8a5a00",
    Mode.MUST: "#1d4e89",
    Mode.MAY: "#2e6b34",
}
FAMILY = "'Noto Sans CJK KR', 'Noto Sans', 'DejaVu Sans', 'Liberation Sans', sans-serif"


@dataclass
class Box:
    """A box of the picture; `y` is its upper edge."""

    x: float
    width: float
    lines: list[str]
    colour: str
    note: str = ""
    dashed: bool = False
    y: float = 0

    @property
    def height(self) -> float:
        """Room for its lines."""
        return (len(self.lines) + bool(self.note)) * LINE + 2 * PADDING

    @property
    def middle(self) -> float:
        """Where lines begin and end."""
        return self.y + self.height / 2


def picture(pack: Pack, letter: str, language: str) -> str:
    """Draw one option.

    Args:
        pack: The law.
        letter: The letter of the option, or the name of an act.
        language: One of `wording.LANGUAGES`.

    Returns:
        A complete SVG document.

    Raises:
        LawError: There is no such option.
    """
    act = next((one for one in ACTS if letter in {one.option, one.name}), None)
    if act is None or not letter:
        raise LawError(f"There is no option {letter}.")
    rules = [rule for mode in Mode for rule in pack.statutes[act.name].of(mode)]
    norms = {rule: _norm_box(rule, language) for rule in rules}
    asks = {rule: predicates(rule.norm.when, rule.norm.unless) for rule in rules}
    facts = {
        name: Box(
            FACT_X,
            FACT_WIDTH,
            _wrapped(_clause(name, language), FACT_WIDTH),
            RULE,
        )
        for name in dict.fromkeys(name for names in asks.values() for name in names)
    }
    height = _placed(norms, facts, asks)
    target = _act_box(act, language)
    target.y = max(TOP, TOP + (height - TOP) / 2 - target.height / 2)
    height = max(height, target.y + target.height)
    drawn = [
        *(
            _curve(facts[name], norms[rule], RULE, 0.9)
            for rule in rules
            for name in asks[rule]
        ),
        *(
            _curve(box, target, COLOURS[rule.norm.mode], 1.4)
            for rule, box in norms.items()
        ),
        *_priorities(norms),
        *map(_box, (*facts.values(), *norms.values(), target)),
    ]
    return _document(drawn, height + 40, act, language)


def lettered(act: Act, language: str) -> str:
    """Name an act with the letter of its option behind it."""
    named = wording.act(act.name, language)
    return f"{named} ({act.option})" if act.option else named


def _clause(name: str, language: str) -> str:
    return sentence(wording.predicate(name, language)).rstrip(".")


def _norm_box(rule: Rule, language: str) -> Box:
    norm = rule.norm
    cited = wording.citation(
        norm.provision.id, language, english=norm.provision.citation
    )
    says = wording.norm(norm.name, language, english=norm.wording)
    flags = [
        wording.term(f"flag.{flag}", language)
        for flag in ("absolute", "personal", "contested")
        if getattr(norm, flag)
    ]
    note = " · ".join(
        (
            wording.term(f"mode.{norm.mode}", language),
            *flags,
            wording.term(f"mark.{norm.provision.mark}", language),
        )
    )
    lines = [*_wrapped(cited, NORM_WIDTH), *_wrapped(says, NORM_WIDTH)]
    ours = norm.provision.mark.value == "[I]"
    return Box(NORM_X, NORM_WIDTH, lines, COLOURS[norm.mode], note, dashed=ours)


def _act_box(act: Act, language: str) -> Box:
    lines = _wrapped(sentence(lettered(act, language)).rstrip("."), ACT_WIDTH)
    return Box(ACT_X, ACT_WIDTH, lines, INK)


def _placed(
    norms: dict[Rule, Box], facts: dict[str, Box], asks: dict[Rule, tuple[str, ...]]
) -> float:
    """Stack both columns; facts by the mean place of the provisions that ask."""
    bottom = _stacked(list(norms.values()))
    mean = {
        name: _mean([norms[rule].middle for rule in norms if name in asks[rule]])
        for name in facts
    }
    ordered = [facts[name] for name in sorted(facts, key=lambda one: (mean[one], one))]
    return max(bottom, _stacked(ordered, until=bottom))


def _mean(places: list[float]) -> float:
    return sum(places) / len(places)


def _stacked(boxes: list[Box], until: float = 0) -> float:
    needed = sum(box.height for box in boxes)
    room = until - TOP - needed
    gap = max(GAP, room / len(boxes)) if boxes else GAP
    y = float(TOP)
    for box in boxes:
        box.y = y
        y += box.height + gap
    return y


def _wrapped(text: str, width: float) -> list[str]:
    """Break at blanks where the line would leave its box."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _width(longer) > width - 2 * PADDING - 4:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _width(text: str) -> float:
    return sum(map(_part_of_size, text)) * FONT


def _part_of_size(letter: str) -> float:
    if letter >= FIRST_HANGUL:
        return WIDE
    return CYRILLIC if letter >= FIRST_CYRILLIC else LATIN


def _curve(start: Box, end: Box, colour: str, width: float) -> str:
    left, right = start.x + start.width, end.x
    bend = (right - left) * 0.5
    return (
        f'<path d="M{left:.0f} {start.middle:.1f} C{left + bend:.0f} {start.middle:.1f}'
        f' {right - bend:.0f} {end.middle:.1f} {right:.0f} {end.middle:.1f}"'
        f' fill="none" stroke="{colour}" stroke-width="{width}" stroke-opacity="0.55"/>'
    )


def _priorities(norms: dict[Rule, Box]) -> list[str]:
    """Draw who prevails over whom, on the right of the provisions."""
    drawn: list[str] = []
    for weaker, box in norms.items():
        for stronger in weaker.weaker_than:
            start, x = norms[stronger], NORM_X + NORM_WIDTH
            out = x + 46 + len(drawn) * 22
            out = min(out, ACT_X - 40)
            drawn.append(
                f'<path d="M{x} {start.middle + 6:.1f} C{out:.0f} {start.middle:.1f}'
                f' {out:.0f} {box.middle:.1f} {x + 2} {box.middle + 6:.1f}" fill="none"'
                f' stroke="{INK}" stroke-width="1.3" stroke-dasharray="6 4"'
                ' marker-end="url(#head)"/>'
            )
    return drawn


def _box(box: Box) -> str:
    dash = ' stroke-dasharray="2 3"' if box.dashed else ""
    frame = (
        f'<rect x="{box.x}" y="{box.y:.1f}" width="{box.width}" rx="3" fill="{PAPER}"'
        f' height="{box.height}" stroke="{box.colour}" stroke-width="1.4"{dash}/>'
    )
    parts = [frame]
    y = box.y + PADDING + FONT
    if box.note:
        parts.append(_text(box.x + PADDING, y, box.note, SMALL, box.colour))
        y += LINE
    for line in box.lines:
        parts.append(_text(box.x + PADDING, y, line, FONT, INK))
        y += LINE
    return "".join(parts)


def _text(x: float, y: float, text: str, size: float, colour: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}">'
        f"{escape(text)}</text>"
    )


def _document(drawn: list[str], height: float, act: Act, language: str) -> str:
    def say(key: str) -> str:
        return wording.term(f"page.{key}", language)

    title = escape(wording.act(act.name, language))
    heads = "".join(
        f'<text x="{x}" y="30" font-size="15" font-weight="bold" fill="{INK}">'
        f"{escape(say(key))}</text>"
        for x, key in ((FACT_X, "facts"), (NORM_X, "norms"), (ACT_X, "acts"))
    )
    modes = [wording.term(f"mode.{mode}", language) for mode in Mode]
    widths = [_width(word) + 44 for word in modes]
    places = [float(FACT_X)]
    for width, _ in pairwise([*widths, 0]):
        places.append(places[-1] + width)
    y = height - 12
    legend = "".join(
        f'<rect x="{x:.0f}" y="{y - 10:.1f}" width="14" height="10"'
        f' fill="{COLOURS[mode]}"/>' + _text(x + 20, y, word, FONT, INK)
        for x, mode, word in zip(places, Mode, modes, strict=False)
    )
    legend += (
        f'<path d="M{places[-1]:.0f} {y - 4:.1f} h36" stroke="{INK}"'
        ' stroke-width="1.3" stroke-dasharray="6 4" marker-end="url(#head)"/>'
        + _text(places[-1] + 46, y, say("dashed"), FONT, INK)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}"'
        f' viewBox="0 0 {WIDTH} {height:.0f}" role="img" xml:lang="{language}"'
        f' font-family="{FAMILY}"><title>{title}</title>'
        f'<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7"'
        f' markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="{INK}"/>'
        f'</marker></defs><rect width="100%" height="100%" fill="{PAPER}"/>'
        f"{heads}{''.join(drawn)}{legend}</svg>"
    )
