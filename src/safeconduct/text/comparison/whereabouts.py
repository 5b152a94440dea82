"""Which country and region does a phrase name, and can two phrases be one place?

The table holds the regions of this war, with towns fought over, and the countries that
hold or send prisoners; a name it does not know is no place, and an unknown place
contradicts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

REGIONS = (
    (
        "Kursk",
        "RUS",
        (
            r"Kursk\w*|Курськ\w*|Курщин\w*|Курск\w*|쿠르스크"
            r"|Sudzha\b|Судж\w*|수자(?=\s|에|시)|Korenevo\b|Коренев\w*"
        ),
    ),
    ("Belgorod", "RUS", r"Belgorod\w*|Бєлгород\w*|Белгород\w*|벨고로드"),
    ("Bryansk", "RUS", r"Bryansk\w*|Брянськ\w*|Брянщин\w*|Брянск\w*|브랸스크"),
    ("Rostov", "RUS", r"Rostov\w*|Ростов\w*|로스토프"),
    ("Voronezh", "RUS", r"Voronezh\w*|Воронеж\w*|보로네시|보로네즈"),
    (
        "Far East",
        "RUS",
        (
            r"(?:Russia[’']?s?\s+|Russian\s+)?Far\s+East\w*|Далек\w+\s+Сх[оі]д\w*"
            r"|Дальн\w+\s+Восток\w*|극동"
        ),
    ),
    ("Crimea", "UKR", r"Crimea\w*|Крим\w*|Крым\w*|크림(?:반도)?"),
    (
        "Donetsk",
        "UKR",
        (
            r"Donetsk\w*|Донецьк\w*|Донеччин\w*|Донецк\w*|도네츠크"
            r"|Pokrovsk\b|Покровськ\w*|Покровск\w*|포크로우스크|Bakhmut\b|Бахмут\w*|바흐무트"
            r"|Toretsk\b|Торецьк\w*|Торецк\w*|토레츠크|Avdiivka\b|Авдіївк\w*|Авдеевк\w*"
            r"|Mariupol\b|Маріупол\w*|Мариупол\w*|마리우폴|Kurakhove\b|Курахов\w*"
        ),
    ),
    (
        "Luhansk",
        "UKR",
        (
            r"Lu[hg]ansk\w*|Луганськ\w*|Луганщин\w*|Луганск\w*|루한스크"
            r"|Kreminna\b|Кремінн\w*|Кременн\w*|Svatove\b|Сватов\w*"
        ),
    ),
    ("Kharkiv", "UKR", r"Khark[io]v\w*|Харк[іо]в\w*|Харківщин\w*|Харьков\w*|하르키우"),
    (
        "Sumy",
        "UKR",
        r"Sumy\b|Сумськ\w*|Сумщин\w*|Сум(?:ах|и|ы)\b|Сумск\w*|수미(?=주|\s|에)",
    ),
    ("Zaporizhzhia", "UKR", r"Zapori[sz]h\w*|Запор[іо][жз]\w*|자포리자"),
    ("Kherson", "UKR", r"Kherson\w*|Херсон\w*|헤르손"),
    ("Dnipropetrovsk", "UKR", r"Dnipro\w*|Дніпро\w*|Днепро\w*|드니프로"),
    ("Kyiv", "UKR", r"Kyiv\b|Kiev\b|Ки[єїе]в\w*|키이우|키예프"),
)
COUNTRIES = (
    ("UKR", r"Ukraine\b|Україн[аиіу]\b|Украин[аеуы]\b|우크라이나"),
    ("RUS", r"Russia\b|Росі[яїюєі]\b|Росси[яию]\b|러시아"),
    (
        "KOR",
        r"South\s+Korea\b|Південн\w+\s+Коре\w+|Южн\w+\s+Коре\w+|한국|남한|대한민국",
    ),
    ("PRK", r"North\s+Korea\b|Північн\w+\s+Коре\w+|Северн\w+\s+Коре\w+|КНДР|북한"),
    ("BLR", r"Belarus\b|Білорус[ьі]\b|Беларус[ьи]\b|벨라루스"),
    ("CHN", r"China\b|Кита[йїєю]\b|Кита[йею]\b|중국"),
)
_IN = (
    r"(?:in|inside|near|at|across|within|on\s+the\s+territory\s+of|into|to|у|в|на"
    r"|під|під\s+час\s+боїв\s+у|поблизу|біля|под|возле|вблизи)\s+"
)
_OPENING = (
    r"(?:the\s+|(?:western|eastern|southern|northern)\s+|(?:Russia"
    r"|Ukraine)[’']s\s+|Russian\s+|Ukrainian\s+|російськ\w+\s+|российск\w+\s+"
    r"|(?:західн|східн|півден|північ|западн|восточн|южн|северн)\w*\s+|території\s+"
    r"|территории\s+|місті\s+|городе\s+)*"
)
# "In Ukraine's hands" and "the Ukraine war" are no place.
_NOT_AFTER = (
    r"(?![’']s\b|\s+(?:war|conflict)\b|군|인|어|\s?정부|\s?측|\s?당국|전쟁|\s?전쟁)"
)

TOWARD = re.compile(r"(?:in)?to\s|до\s", re.IGNORECASE)
# "В Южную Корею": the accusative tells whither.
WHITHER = re.compile(
    r"^[ву]\s.*(?:ую\s+\w+ею|Россию|Украину|Росію|Україну)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place as far as it is known; `region` lies in `country`."""

    country: str
    region: str | None = None

    def excludes(self, other: Whereabouts) -> bool:
        """Tell whether the two cannot be one place at the level both name."""
        if self.country != other.country:
            return True
        return None not in {self.region, other.region} and self.region != other.region

    def __str__(self) -> str:
        names = {"UKR": "Ukraine", "RUS": "Russia", "KOR": "South Korea"}
        more = {"PRK": "North Korea", "BLR": "Belarus", "CHN": "China"}
        country = (names | more)[self.country]
        return f"{self.region} ({country})" if self.region else country


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is named: characters `start` to `end` of the passage.

    `toward` tells a place to which somebody goes from one in which something is.
    """

    start: int
    end: int
    at: Whereabouts
    toward: bool = False


def _named(name: str, *, korean: bool = True) -> re.Pattern[str]:
    """Find a place after a preposition, or before the Korean particle of a place."""
    latin = "|".join(part for part in _parts(name) if not _is_hangul(part))
    hangul = "|".join(part for part in _parts(name) if _is_hangul(part))
    pattern = rf"(?<!\w){_IN}{_OPENING}(?:{latin}){_NOT_AFTER}"
    if korean and hangul:
        pattern += (
            rf"|(?:{hangul}){_NOT_AFTER}[가-힣]{{0,3}}(?:\s?(?:지역|전선|전장|접경지|일대))?(?:에서|에|로"
            rf"|서)(?=\W|$)"
        )
    return re.compile(pattern, re.IGNORECASE)


def _parts(alternatives: str) -> list[str]:
    """Split at the bars that stand outside brackets."""
    return re.split(r"\|(?![^(]*\))", alternatives)


def _is_hangul(part: str) -> bool:
    return bool(re.search("[가-힣]", part))


_TABLE = (
    *((Whereabouts(country, name), _named(words)) for name, country, words in REGIONS),
    *((Whereabouts(country), _named(words)) for country, words in COUNTRIES),
)


def spots(passage: str) -> Iterator[Spot]:
    """Yield the places where a passage says that something is; regions win."""
    found: list[Spot] = []
    for at, pattern in _TABLE:
        for match in pattern.finditer(passage):
            if not any(s.start < match.end() and match.start() < s.end for s in found):
                toward = bool(TOWARD.match(match[0]) or WHITHER.match(match[0]))
                found.append(Spot(*match.span(), at, toward))
    yield from sorted(found, key=lambda spot: spot.start)
