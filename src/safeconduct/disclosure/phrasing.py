"""Where does the phrase begin and end that tells a detail?

A detail is what is compared and changed: `Novopavlivka`, `March`. What a reader would
strike out is the phrase, `captured near Novopavlivka in March`. What a script is given
is the phrase; redaction changes as little as it can, and works with details.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from safeconduct.disclosure.exposure import Span

__all__ = ["phrases"]

_ENGLISH = (
    r"near|outside|in|at|on|of|by|from|to|the|a|an|his|with|as|since|around|inside|and"
    r"|for|who|was|were|been|had|has|is|he|him|they|aged|age|born|raised|comes?|came"
    r"|hails?|native|grew|up|captured|taken|took|prisoner|captive|surrendered|caught"
    r"|seized|held|village|town|city|district|region|province|area|last|this|late|early"
    r"|mid|about|just|now|only|both|serving|served|citizen|national"
)
_RUSSIAN = (
    r"под|в|во|у|на|из|из-под|с|со|от|около|возле|близ|за|по|и|а|он|его|ему|сейчас|уже"
    r"|было|был|была|это|родом|уроженец|уроженца|родился|вырос|взяли|взят|попал"
    r"|попали|сдался|плен|плену|нашли|захватили|пленили|их|месяце|года|году|лет"
    r"|сел[аео]|город[аеу]?|деревн[иея]|посёлк[аеу]|район[ае]?|област[иь]|гражданин\w*"
)
_UKRAINIAN = (
    r"під|в|у|на|з|із|зі|від|біля|поблизу|коло|за|по|й|і|та|а|він|його|йому|зараз|вже"
    r"|було|був|була|це|родом|уродженець|уродженця|народився|виріс|взяли|узяли|узятий"
    r"|потрапив|потрапили|здався|полон|полону|полоні|знайшли|захопили|їх|місяці|року|років"
    r"|сел[аоі]|міст[аоі]|район[іу]?|област[іь]|громадян\w*|околиць"
)
_KOREAN_BEHIND = (
    r"(?:에서|에게|에|의|은|는|이|가|을|를|와|과|도|로|으로|인|이다|이었다|였다|이며|이고|쯤|경|께)"
    r"|\s?(?:출신|태생|사람|토박이|국적)(?:의|인|으로|이다|이었다|이며|은|이)?"
    r"|\s?(?:인근|부근|근처|일대|지역|마을|시내|외곽)(?:에서|의)?"
    r"|\s(?:붙잡|생포|포로|투항|사로잡|나고|자라|자랐|태어나|태어났|잡혔|잡힌|항복)[가-힣]*"
)
_SPACE: Final = r"[ \u00a0\t]"
BEFORE: Final = re.compile(
    rf"(?<![\w’'-])(?:(?:{_ENGLISH}|{_RUSSIAN}|{_UKRAINIAN}){_SPACE}+)+$",
    re.IGNORECASE,
)
EMPTY: Final = re.compile(
    rf"(?:(?:an?|the|and|his|who|for|was|were|been|had|has|is|as|to|by|with|just|now|only"
    rf"|both|и|а|і|й|та|это|це|уже|вже|сейчас|зараз){_SPACE}+)+",
    re.IGNORECASE,
)
"""Words with which no phrase begins."""
BEHIND: Final = re.compile(rf"(?:{_KOREAN_BEHIND})+(?![가-힣])")
BETWEEN: Final = re.compile(
    rf"(?:{_SPACE}|,|(?<![\w’'-])(?:{_ENGLISH}|{_RUSSIAN}|{_UKRAINIAN})(?![\w’'-])"
    rf"|{_KOREAN_BEHIND}|러시아|우크라이나|올해|지난해)*",
    re.IGNORECASE,
)
REACH: Final = 60
"""Characters before a detail in which its phrase may begin, and between two."""


def phrases(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Widen details to the phrases that tell them; names and wishes stay."""
    widened = [_widened(text, span) for span in spans]
    return tuple(_met(text, widened))


def _widened(text: str, span: Span) -> Span:
    if span.kind != "quasi":
        return span
    before = BEFORE.search(text, max(0, span.start - REACH), span.start)
    behind = BEHIND.match(text, span.end, span.end + REACH)
    begin = before.start() if before else span.start
    empty = EMPTY.match(text, begin, span.start)
    return replace(
        span,
        start=empty.end() if empty else begin,
        end=behind.end() if behind else span.end,
    )


def _met(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Let a phrase reach to the next one, where nothing is told between them."""
    ordered = sorted(spans, key=lambda span: (span.start, span.end))
    furthest = 0
    for span, after in pairwise([*ordered, None]):
        if span is None:
            return
        furthest = max(furthest, span.end)
        is_near = after is not None and 0 < after.start - furthest <= REACH
        if (
            after is not None
            and is_near
            and span.kind == after.kind == "quasi"
            and span.end == furthest
            and text[span.end : after.start].strip(" ,\u00a0\t")
            and BETWEEN.fullmatch(text, span.end, after.start)
        ):
            yield replace(span, end=after.start)
        else:
            yield span
