"""How does the paper look that everybody gets after an interview?

A5, set by typst: origin, number of the entry and fingerprint of the log's key, two QR
codes, and five sentences in the person's language and in English. Everybody gets the
same look: no name, no case number, no date, no wish and no salt (`ledger.slip` says
why). Two slips differ in their codes and in one number.

As long as no cosigned checkpoint covers the entry, the place of the second code is
empty and says so.
"""

from collections.abc import Iterable, Mapping

import typst

from safeconduct.ledger import Locator, Receipt, Verifier
from safeconduct.receipt import wording
from safeconduct.receipt.codes import Code, code
from safeconduct.receipt.fingerprint import fingerprint

MODULE = 0.4  # millimetres, for the receipt up to version 27
LARGEST = 60.0  # millimetres: what has more witnesses gets smaller modules
LOCATOR_MODULE = 0.6  # millimetres: about 2.5 cm, for any camera
EMPTY = 133  # modules that an empty place is wide: those of version 27-M

# One typeface for all four languages, where the system has it; typst brings none
# with Hangul, and its serif has Cyrillic.
FONTS = ("Noto Sans CJK KR", "Source Han Sans K", "NanumGothic", "Malgun Gothic")
LATIN = ("Noto Sans", "Liberation Sans", "Libertinus Serif")
KOREAN = "ko"


class NoFont(RuntimeError):
    """No font on this machine has Hangul."""

    def __init__(self) -> None:
        super().__init__(
            "No font with Hangul is installed, so the receipt cannot be printed in "
            "Korean. Install one (on Debian: apt-get install fonts-noto-cjk)."
        )


def pdf(
    verifier: Verifier, locator: Locator, receipt: Receipt | None, language: str
) -> bytes:
    """Set a slip on A5.

    The same slip gives the same bytes with the same fonts: no date is written.

    Args:
        verifier: The key of the log; its name is the origin.
        locator: Which entry.
        receipt: Its proof; `None` until a cosigned checkpoint covers it.
        language: His, as an ISO 639 code; one we do not speak leaves English alone.

    Raises:
        NoFont: It is to be in Korean and no font has Hangul.
        TooLong: The receipt fits no QR code.
    """
    source = _source(verifier, locator, receipt, language)
    return typst.compile(source.encode(), format="pdf", timestamp=0)


def fonts(language: str, installed: Iterable[str]) -> tuple[str, ...]:
    """Choose the fonts for a language.

    Raises:
        NoFont: Korean is asked for and no font has Hangul.
    """
    present = set(installed)
    hangul = [name for name in FONTS if name in present]
    if language == KOREAN and not hangul:
        raise NoFont
    return (*hangul[:1], *(name for name in LATIN if name in present))


def _source(
    verifier: Verifier, locator: Locator, receipt: Receipt | None, language: str
) -> str:
    spoken = language if language in wording.LANGUAGES else wording.ENGLISH
    tongues = list(dict.fromkeys((spoken, wording.ENGLISH)))
    said = [wording.slip(tongue) for tongue in tongues]
    named = ", ".join(map(_quoted, fonts(spoken, typst.Fonts().families())))
    facts = {
        "log": verifier.name,
        "entry": str(locator.index),
        "key": fingerprint(verifier),
    }
    return "\n\n".join(
        [
            f"#set document(title: {_quoted(said[-1]['title'])}, date: none)",
            f"#set text(font: ({named},), lang: {_quoted(spoken)}, size: 9pt)",
            _SETTINGS,
            f"#heading(level: 1, {_quoted(_both(said, 'title'))})",
            _codes(locator, receipt, _facts(facts, said), said),
            *(_words(one, tongue) for one, tongue in zip(said, tongues, strict=True)),
        ]
    )


_SETTINGS = """
#set page(paper: "a5", margin: (x: 12mm, y: 9mm), numbering: none)
#set par(leading: 0.55em, spacing: 0.75em)
#show heading: set text(size: 14pt)
"""
_TOLD = ("what", "says_nothing", "how", "yours")


def _both(said: list[Mapping[str, str]], key: str) -> str:
    """Say a word in both languages, once where they say the same."""
    return " / ".join(dict.fromkeys(one[key] for one in said))


def _facts(facts: Mapping[str, str], said: list[Mapping[str, str]]) -> str:
    return "\n".join(
        f"#block(above: 2mm)[#set text(size: 8pt)\n#text(fill: luma(35%))"
        f"[{_text(_both(said, key))}] #linebreak() {_text(value)}]"
        for key, value in facts.items()
    )


def _codes(
    locator: Locator,
    receipt: Receipt | None,
    beneath: str,
    said: list[Mapping[str, str]],
) -> str:
    """Set the two codes beside each other, and something beneath the smaller one."""
    first = _drawn(code(locator.to_bytes()), LOCATOR_MODULE)
    if receipt is not None:
        second = _drawn(code(receipt.to_bytes()), MODULE)
    else:
        side = f"{EMPTY * MODULE:.1f}mm"
        told = " #parbreak() ".join(_text(one["later"]) for one in said)
        second = (
            f"#box(width: {side}, height: {side}, stroke: 0.5pt + luma(60%), "
            f"inset: 3mm)[#set align(horizon)\n{told}]"
        )
    captions = [f"[{_caption(said, key)}]" for key in ("locator", "proof")]
    return (
        f"#grid(columns: (1fr, {LARGEST}mm), row-gutter: 1.5mm, column-gutter: 4mm, "
        f"align: left,\n{', '.join(captions)},\n[{first}\n{beneath}], [{second}])"
    )


def _caption(said: list[Mapping[str, str]], key: str) -> str:
    lines = dict.fromkeys(one[key] for one in said)
    return " #linebreak() ".join(f"#strong[{_text(line)}]" for line in lines)


def _drawn(drawing: Code, module: float) -> str:
    side = f"{min(drawing.modules * module, LARGEST):.1f}mm"
    return f'#image(bytes({_quoted(drawing.svg)}), format: "svg", width: {side})'


def _words(said: Mapping[str, str], language: str) -> str:
    paragraphs = "\n\n".join(_text(said[key]) for key in _TOLD)
    return (
        f"#block(width: 100%, above: 3mm, stroke: (top: 0.5pt), inset: (top: 2.5mm))"
        f"[#set text(lang: {_quoted(language)})\n{paragraphs}]"
    )


def _text(text: str) -> str:
    """Write text so that nothing in it is markup."""
    return f"#text({_quoted(text)})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
