"""What may a sentence tell of a prisoner, whatever words stand around it?

A number may be an age, a town where he was taken or where he comes from, a month when
he was taken, a part of the body what was wounded. Alone a hint tells nothing; several
that all fit one person of a register do: see `disclosure.passages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.ages import (
    ELDEST,
    KOREAN,
    SPELLED,
    YOUNGEST,
    number,
)
from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.detail import Detail, Field
from safeconduct.disclosure.details.telling import month
from safeconduct.disclosure.details.times import ALL, times
from safeconduct.disclosure.details.words import Place, place_value
from safeconduct.disclosure.tables import finder

_KOREAN = "|".join(sorted((k for k in KOREAN if len(k) > 1), key=len, reverse=True))
NUMBER = compiled(
    r"(?<![\w.,№/–—-])[1-6]\d(?![\d.,/:]\d|\d|\s?%|\s?[–—-]\s?\d|\s?(?:대|percent|per\s+cent|процент|відсот|퍼센트))"
    rf"|(?<![\w–—-])(?:{SPELLED})(?!\w|-some)"
    rf"|(?<![가-힣])(?:{_KOREAN})(?![가-힣]{{3}})",
    re.IGNORECASE,
)
"""A number that may be an age, and no part of a range or a share."""
NAMED = re.compile(
    r"(?<![\w’'ʼ-])[A-ZА-ЯІЇЄҐЁ][a-zа-яіїєґё’'ʼ-]{2,}(?:-[A-ZА-ЯІЇЄҐЁ][a-zа-яіїєґё’'ʼ]+)?"
    r"|(?<![가-힣])(?P<korean>[가-힣]{2,7}?)(?:시|군|도|읍|리|마을)?(?:에서|에게|으로|로|의|에|은|는|이|가|을|를|와|과|도|출신|태생|사람)?(?![가-힣])"
)
WHOLE_NAME = re.compile(r"\s[A-ZА-ЯІЇЄҐЁ][a-zа-яіїєґё’'ʼ-]+")
"""Behind a word with a capital: the two are somebody's name, unless they are placed."""
PLACED = re.compile(
    r"(?:\b(?:in|near|at|from|of|outside|around|to|into)|(?<!\w)(?:у|в|во|на|під|под|біля|возле|близ|із?|з|зі|из|с|до|від|от|районе?|районі|міст[оаі]|город[ае]?|сел[оаіе]))\s+$",
    re.IGNORECASE,
)
CONVENTION = re.compile(r"\s+(?:[Cc]onventions?|[Кк]онвенц\w+|[Пп]ротокол\w*)")
"""A treaty, and what stands behind the town that it is called by."""
HARMED = {
    "en": (
        r"lost|missing|amputat\w+|took\s+off|taken\s+off|torn|blown|shattered|burn\w*"
        r"|wound\w*|bandag\w+|hit|shot|frostb\w+|broke\w*|crush\w+|deaf\w*|blind\w*"
    ),
    "ru": (
        r"отня|оторва|ампут|потеря|лиши|ранен|прострел|перебит|слома|облом|осколок|осколк"
        r"|ожог|обожж|обморож|контуз|оглух|не\s+слыш|не\s+вид|шрам|раздроб|шин\w*\s"
    ),
    "uk": (
        r"відня|відірва|втрат|поранен|простріл|злама|облама|уламк|обпеч|опік|не\s+чу"
        r"|не\s+бач|роздроб"
    ),
    "ko": (
        r"잃|절단|다쳤|다친|부상|총상|파편|골절|부러|화상|동상|관통|붕대|찢|상처|안\s?들리"
        r"|안\s?보이|흉터"
    ),
}
"""Words of harm; of an inflected word what all its forms have."""
HARM = re.compile(
    rf"\b(?:{HARMED['en']})\b|{HARMED['ru']}|{HARMED['uk']}|{HARMED['ko']}",
    re.IGNORECASE,
)


def hints(text: str) -> Iterator[Detail]:
    """Yield what a sentence may tell; a town may be his home or where he was taken."""
    for match in NUMBER.finditer(text):
        years = number(match[0])
        if years is not None and YOUNGEST <= years <= ELDEST:
            yield Detail(*match.span(), Field.AGE, (years, years))
    for time in times(text):
        if time.months != ALL:
            yield month(time)
    for start, end, place in _places(text):
        yield Detail(start, end, Field.CAPTURE_PLACE, place)
        yield Detail(start, end, Field.HOME, place)
    if HARM.search(text):
        for match in finder("wounds", "part").finditer(text):
            yield Detail(*match.span(), Field.INJURY, (match.lastgroup, "wound"))


def _places(text: str) -> Iterator[tuple[int, int, Place]]:
    """Yield words that may be towns: those our table knows, and any that is named."""
    known = list(finder("places", "town").finditer(text))
    for match in known:
        value = place_value(match[0])
        if value is not None:
            yield *match.span(), value
    for match in NAMED.finditer(text):
        span = match.span("korean") if match["korean"] else match.span()
        if any(span[0] < each.end() and each.start() < span[1] for each in known):
            continue
        if WHOLE_NAME.match(text, span[1]) and PLACED.search(text[: span[0]]) is None:
            continue
        if any(CONVENTION.match(text, at) for at in (span[0] - 1, span[1])):
            continue
        value = place_value(text[slice(*span)])
        if value is not None and value.town:
            yield *span, value
