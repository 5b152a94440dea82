"""Which posts, wounds, nations, units and places does a sentence name?

Values: role ("post" or "rank", code); wound (part or None, harm or None); nation
alpha-3; unit a frozenset of numbers and folded names; place a `Place`.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.detail import Detail, Field
from safeconduct.disclosure.folding import fold, fold_hangul
from safeconduct.disclosure.tables import finder, pattern_of, table
from safeconduct.names.hangul import is_syllable, split

COMPOUNDS = re.compile(r"\b(?:private|general|major|driver)\s+(?:and|information|life|sector|data|secretary|staff|role|step|concern|point|challenge|blow|company|companies|media|offensive|attack|city)", re.IGNORECASE)  # fmt: skip
THROUGH = re.compile(r"(?:through|via|according\s+to|по\s+словам|за\s+словами|with\s+the\s+help\s+of|through\s+his|через|за\s+допомогою|с\s+помощью)\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)  # fmt: skip


FALLEN = re.compile(r"전사(?:자|한\s|했|하였|통지)|(?<=운)전사")
"""전사 is a private of the North, and to fall in battle; 운전사 is a driver."""
PAPER = re.compile(r"(?:[Tt]he|[A-Z][\w’'-]+)\s(?:[A-Z][\w’'-]+\s)?Courier$")
"""A newspaper."""
SERVED = re.compile(
    r"(?:\b(?:as|military|army)\s+(?:an?\s+)?|(?:служи\w+|військов\w+|военн\w+|полков\w+|\w*(?:річн|летн)\w+)\s+|year-old\s+(?:\w+\s+)?|소속\s?)$"
)
"""Before a trade that civilians around prisoners hold as well."""


class Place(NamedTuple):
    """A place: its region where our table knows it, and its sounds."""

    region: str | None
    town: bool
    sounds: str


CREWS = re.compile(
    r"(?:\b(?:belong\w*\s+to|served\s+(?:in|with|on)|fought\s+(?:in|with)|(?:members?|part)\s+of|came\s+from)\s+(?:the\s+same|one)\s+"
    r"|(?<!\w)(?:служи\w+|состоя\w+|входи\w+|воюва\w+|воева\w+|були|были|перебува\w+)\s+(?:в|у|до|з|із|из)\s+(?:одн\w+|том[уі]?\s+ж|том\s+же|сам\w+)\s+"
    r"|(?:같은|한)\s)"
    r"(?P<crew>(?:(?P<mortar>mortar|м[иі]н[оё]м[её]тн\w+|박격포)|(?P<machine_gunner>machine[\s-]gun|кулеметн\w+|пулем[её]тн\w+|기관총)"
    r"|(?P<drone>drone|дрон\w*|드론)|(?P<tank>tank|танков\w+|전차|탱크)|(?P<sapper>sapper|сап[её]рн\w+|공병)"
    r"|(?P<scout>reconnaissance|розвідувальн\w+|разведывательн\w+|정찰)|(?P<artillery>gun|artillery|howitzer|артилерійськ\w+|артиллерийск\w+|гарматн\w+|орудийн\w+|자주포|포병))"
    r"(?:['’]s)?\s?(?:crew|team|squad|section|розрахун\w+|расч[её]т\w*|екіпаж\w*|экипаж\w*|груп\w+|조|반|분대|분조))(?![가-힣]{2})",
    re.IGNORECASE,
)
"""Who belong to one crew serve its gun: "the same mortar crew"."""


def crews(text: str) -> Iterator[Detail]:
    """Yield the posts of several who are told to be of one crew."""
    for match in CREWS.finditer(text):
        post = next(
            name for name, said in match.groupdict().items() if said and name != "crew"
        )
        yield Detail(*match.span("crew"), Field.ROLE, ("post", post), plural=True)


SOUGHT = re.compile(
    r"(?<!\w)(?:робот|работ|ваканс|посад|должност)\w{1,3}\s$"
    r"|\b(?:jobs?|vacanc\w+|advert\w*|position)\s(?:as|for|of)\s(?:an?\s)?$"
    r"|\bwork\s(?:as|for)\san?\s$",
    re.IGNORECASE,
)
"""Before a post: it was sought or promised, and nobody has it."""
CONTINGENT = re.compile(
    r"(?:[와과]\s\S+)?(?:\s(?:병력|인력|부대|대원))*\s(?:약\s)?\d[\d,]*[천만백]?\d*(?:여)?\s?명"
    r"|\s\d+[천만]"
)
"""After a Korean post: how many of them were sent."""
NAMED = re.compile(r"[а-яіїєґё,]\s$")
"""Before a capital letter: it is of a name, as in "біля Часового Яру"."""


def roles(text: str) -> Iterator[Detail]:
    """Yield posts and ranks."""
    for section in ("post", "rank"):
        for match in finder("posts", section).finditer(text):
            if COMPOUNDS.match(text, match.start()) or THROUGH.search(
                text[max(0, match.start() - 20) : match.start()]
            ):
                continue
            if text[match.end() :].startswith(("을 통해", "을 맡", "를 맡")):
                continue
            before = text[max(0, match.start() - 30) : match.start()]
            if "А" <= match[0][0] <= "Я" and NAMED.search(before):
                continue
            if SOUGHT.search(before):
                continue
            if FALLEN.match(text, match.start()) or PAPER.search(before + match[0]):
                continue
            if match.lastgroup == "interpreter" and not SERVED.search(before):
                continue  # of the prisoner, not he himself
            plural = CONTINGENT.match(text, match.end()) is not None
            yield Detail(*match.span(), Field.ROLE, (section, match.lastgroup), plural)


HELD_IN = re.compile(r"\bheld\s+(?:in|by)\s+$", re.IGNORECASE)
HELD_BY = re.compile(
    r"\s?(?:포로\s?수용소|수용소|수용시설|당국|정부)|\s+(?:captivity|custody)\b"
)
"""Beside a nation: it keeps him, and is not his."""


def nations(text: str) -> Iterator[Detail]:
    """Yield the nations that adjectives and names of countries tell."""
    for match in finder("nations", "nation").finditer(text):
        if HELD_IN.search(text[: match.start()]) or HELD_BY.match(text, match.end()):
            continue
        yield Detail(*match.span(), Field.NATIONALITY, match.lastgroup)


CLAUSE = 60
"""Characters between a part of the body and what befell it."""
CLOSE = 16
"""Characters within which a second word for the harm belongs to the same wound."""


CALLED = re.compile(r"화상\s?(?:으로\s(?:만|인|연|진)|회의|통화|인터뷰|면담|연결)")
"""화상 is a burn, and here a video call."""


def wounds(text: str) -> Iterator[Detail]:
    """Yield wounds: a part of the body beside a harm, or a harm that names itself."""
    parts = list(_parts(text))
    harms = [
        harm
        for harm in finder("wounds", "harm").finditer(text)
        if not CALLED.match(text, harm.start())
    ]
    taken = set()
    for part in parts:
        near = [h for h in harms if _gap(part, h) is not None]
        if not near:
            if lacking := _lacking(text, part):
                yield lacking
            continue
        harm = min(near, key=lambda h: _distance(part, h))
        taken |= {each.start() for each in near}
        close = [harm, *(h for h in near if _distance(part, h) <= CLOSE)]
        start = min(part.start(), *(each.start() for each in close))
        end = max(part.end(), *(each.end() for each in close))
        yield Detail(start, end, Field.INJURY, (part.lastgroup, harm.lastgroup))
    for harm in harms:
        if harm.start() not in taken and harm.lastgroup in {
            "frostbite", "amputation", "concussion", "burn", "fracture", "shrapnel", "illness", "blind", "walking", "paralysis",
        }:  # fmt: skip
            yield Detail(*harm.span(), Field.INJURY, (None, harm.lastgroup))


ENDED = re.compile(
    r"(?:뼈|부위|쪽|부분)?(?:에|을|를|이|가|은|는|의|으로|과|와|도|만)?(?![가-힣])"
    r"|(?:에|을|를|이|가|은|는)?\s?(?:부상|총상|골절|관통|절단|파편|화상|다[쳤친]|상처|수술|동상)"
)


SIDES = frozenset("른왼양한쪽")
"""Before a part of the body, as in 오른팔."""
LACKING = re.compile(
    r"\s+(?:(?:у|в)\s+(?:него|нього)\s+)?(?:больше\s+|більше\s+|уже\s+|вже\s+)?(?:нет|немає|нема|не\s+стало|не\s+видит|не\s+бачить|не\s+слышит|не\s+чує|не\s+сгиба\w+|не\s+згина\w+|не\s+двига\w+|не\s+руха\w+|не\s+работа\w+|не\s+працю\w+|отнял\w+|відня\w+)(?!\w)"
    r"|(?:이|가|은|는|도)?\s?(?:(?:하나|[한두세네]|\d)\s?개?(?:가|이|만|는|도)?\s?)?(?:남(?:았|은)|없(?:다|는|이|어|었|고)|못\s?쓰|마비|움직이지\s?(?:않|못)|보이지\s?않|들리지\s?않|안\s?들|안\s?보)[가-힣]*"
    r"|\s+(?:is|are|was|were)\s+(?:gone|missing|useless|paraly[sz]ed|numb|in\s+a\s+cast|in\s+plaster|bandaged)\b"
)
"""After a part of the body: it is gone or useless."""
LACKED = re.compile(
    r"(?:(?<!\w)(?:нет|немає|нема|не\s+стало|не\s+хватает|бракує|no|lacks|lacking)\s+(?:\w+\s+){0,2})$",
    re.IGNORECASE,
)
"""Before a part of the body: there is none."""
LOSABLE = frozenset({"eye", "ear", "arm", "hand", "leg", "foot", "jaw"})
SIDED = re.compile(r"(?:лев|прав|лів|обе|оби|одн|указательн|вказівн|больш|велик)\w*\s$|(?:left|right|both|one)\s$|(?:왼쪽|오른쪽|한쪽|두)\s$", re.IGNORECASE)  # fmt: skip


def _lacking(text: str, part: re.Match[str]) -> Detail | None:
    """Return the wound that a part of the body is, because it is not there."""
    if part.lastgroup not in LOSABLE:
        return None
    after = LACKING.match(text, part.end())
    if after is None:
        before = LACKED.search(text, max(0, part.start() - 30), part.start())
        if before is None:
            return None
        return Detail(
            before.start(), part.end(), Field.INJURY, (part.lastgroup, "wound")
        )
    side = SIDED.search(text, max(0, part.start() - 16), part.start())
    start = side.start() if side else part.start()
    return Detail(start, after.end(), Field.INJURY, (part.lastgroup, "wound"))


def _parts(text: str) -> Iterator[re.Match[str]]:
    for match in finder("wounds", "part").finditer(text):
        hangul = re.search("[가-힣]", match[0])
        inside = text[match.start() - 1 : match.start()] if match.start() else ""
        if hangul and (
            (re.match("[가-힣]", inside) and inside not in SIDES)
            or not ENDED.match(text, match.end())
        ):
            continue
        yield match


def _distance(one: re.Match[str], other: re.Match[str]) -> int:
    return max(one.start() - other.end(), other.start() - one.end(), 0)


def _gap(part: re.Match[str], harm: re.Match[str]) -> int | None:
    first, last = sorted((part, harm), key=lambda match: match.start())
    between = part.string[first.end() : last.start()]
    if len(between) > CLAUSE or APART.search(between):
        return None
    return len(between)


APART = re.compile(r"[.;!?]|[가-힣]\s?(?:모\s?)?씨(?![가-힣]{2})")
"""Between a part of the body and a harm: the harm is another's."""


_ORDINAL = r"(?:st|nd|rd|th|-?(?:а|я|й|ї|ої|ого|го|му|ій|ю|ом|ой|та|та))?"
UNIT = compiled(
    rf"(?<![\w.])(?P<n>\d{{1,4}}){_ORDINAL}\s+(?:(?:[A-Z][\w’'-]+|separate|airborne|motori[sz]ed|mechani[sz]ed|rifle|storm|assault|light|infantry|guards?|naval|marine|tank|special|reconnaissance|operations?|окрем\w+|отдельн\w+|мото\w+|десант\w+|штурм\w+|стріл\w+|стрел\w+|механ\w+|гвард\w+|морськ\w+|морск\w+|танков\w+|піхотн\w+|пехотн\w+|розвід\w+|развед\w+|легк\w+|лёгк\w+|спец\w*)\s+){{0,4}}"
    r"(?:[Bb]rigade|[Bb]attalion|[Rr]egiment|[Dd]ivision|[Cc]orps|[Cc]ompany|[Pp]latoon|[Aa]rmy|[Ss]quad|бригад\w*|батальйон\w*|батальон\w*|полк\w*|дивіз\w+|дивиз\w+|корпус\w*|рот[аиыуіе]\w*|взвод\w*|армі\w+|арми\w+)"
    rf"|\b(?:Brigade|Battalion|Regiment|Division|Corps|Company|Unit|unit)\s+(?:No\.\s*|number\s+)?(?P<n2>\d{{1,5}})\b"
    r"|(?:бригад\w*|батальйон\w*|батальон\w*|полк\w*|дивіз\w+|дивиз\w+|корпус\w*|частин\w*|част\w*)\s+(?:№\s?)?(?P<n3>\d{1,5})\b"
    r"|(?:제\s?)?(?P<n4>\d{1,4})\s?(?:저격|경보병|보병|기계화|정찰|포병|특수|전차|땅크|해군|공군|근위|독립|돌격|폭풍)*\s?(?:여단|대대|연대|사단|군단|중대|소대|부대)"
    r"|(?:полк\w*|бригад\w*|батальйон\w*|батальон\w*)\s+[«\"“](?P<q>[^»\"”]{2,20})[»\"”]|\b(?P<q2>Azov)\b|(?P<q3>아조우)|(?P<q4>«Азов»|(?<!\w)Азов(?!\w))"
    r"|(?P<s>Storm\s+Corps|폭풍군단|штурмов\w+\s+корпус\w*|корпус\w*\s+[«\"“]?[Шш]торм[»\"”]?)"
    r"|(?:a\s|the\s|his\s)?(?P<c>(?:assault|storm|mortar|machine[\s-]gun|tank|drone|reconnaissance|anti-tank|artillery|howitzer|sapper|sabotage|evacuation)\s+(?:squad|crew|team|detachment|group|platoon|section|unit)|(?:штурмов|мінометн|миномётн|миномётн|минометн|танков|розвідувальн|развед\w*|кулеметн|пулемётн|пулеметн|гранатометн|гранатомётн|диверсійн|диверсионн|евакуаційн|эвакуационн|артилерійськ|артиллерийск|зенітн|зенитн|саперн|сапёрн|десантн)\w*\s+(?:загін|загон\w*|отряд\w*|груп\w*|групп\w*|розрахун\w*|расч[её]т\w*|підрозділ\w*|подразделени\w*|екіпаж\w*|экипаж\w*|рот[аиуіые]\w?|взвод\w*)|(?:박격포|기관총|정찰|습격|돌격|드론|포병|공병|저격)\s?(?:조|반|분대|소대|중대|분조|부대))(?![가-힣]{2})"
    r"|(?P<r>Reconnaissance\s+General\s+Bureau|\bRGB\b|정찰총국|[Гг]оловн\w+\s+розвід\w+\s+управл\w+|[Гг]лавн\w+\s+развед\w+\s+управл\w+|[Гг]енеральн\w+\s+бюро\s+розвідки|[Рр]азведывательн\w+\s+генеральн\w+\s+бюро|Розвідувальн\w+\s+генеральн\w+\s+бюро)"
    rf"|\b(?:the|his)\s+(?P<n5>\d{{1,4}})(?:st|nd|rd|th)\b(?!\s+(?:[\w-]+\s+){{0,4}}?(?:[Bb]rigade|[Bb]attalion|[Rr]egiment|[Dd]ivision|[Cc]orps|[Cc]ompany|[Pp]latoon|[Aa]rmy|century|day|birthday|year|time|month|week|anniversary|parallel|convention|round|of|congress|grade|session|person|man|prisoner|soldier))",
)  # fmt: skip


def units(text: str) -> Iterator[Detail]:
    """Yield military units."""
    for match in UNIT.finditer(text):
        yield Detail(*match.span(), Field.UNIT, unit_value(match[0], match))


def unit_value(text: str, match: re.Match[str] | None = None) -> frozenset[str]:
    """Tell a unit by its numbers, or by its name where it has none."""
    found = UNIT.search(text) if match is None else match
    numbers = re.findall(r"\d+", text)
    if found is not None:
        if named := _named_unit(found):
            return named
        if found["c"] and not numbers:
            return frozenset()  # every army has such a one
    return frozenset(numbers) if numbers else frozenset(skeleton(text).split())


def _named_unit(match: re.Match[str]) -> frozenset[str]:
    for group, name in (("s", "storm"), ("r", "rgb")):
        if match[group]:
            return frozenset({name})
    named = next((match[f"q{n}"] for n in ("", 2, 3, 4) if match[f"q{n}"]), "")
    return frozenset(skeleton(named).split())


_NAME = r"[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+"
_LATIN = r"[A-Z][\w’'-]+"
_HOOD = r"(?:border\s+)?(?:region|oblast|district|province|area|village|city|town|front|direction|sector|county|provinces)"
AREA = re.compile(
    rf"the\s+(?:village|town|city|settlement|region)\s+of\s+{_NAME}"
    rf"|(?:село|села|селі|селе|місто|міста|місті|город|города|городе|селища|селищі|посёлка|деревни|деревне|провінці\w+|провинци\w+)\s+{_NAME}(?:\s+{_NAME})?"
    rf"|(?:[А-ЯІЇЄҐЁ][\w’'ʼ-]+)(?:\s+[А-ЯІЇЄҐЁ][\w’'ʼ-]+)?\s+(?:област\w+|район\w*|провінці\w+|провинци\w+|напрямк\w+|направлени\w+)"
    r"|(?:Південн|Північн|Южн|Северн|Нов|Мал|Велик|Больш|Стар|Верхн|Нижн|Бел|Біл|Красн|Червон|Част|Час[ію]?в?|Часо|Усть|Сух|Крут|Глубок|Кам)\w*\s+[А-ЯІЇЄҐЁ][\w’'ʼ-]+|[А-ЯІЇЄҐЁ][\w’'ʼ-]+"
    rf"|(?:[A-Z][\w-]+(?:['’]s)?\s+)?{_LATIN}(?:\s+{_LATIN}){{0,2}}(?:\s+{_HOOD})?"
    r"|[가-힣]{1,8}(?:\s?(?:주|지역|지방|전선|방면|일대|도|시|군|마을|접경지역|접경))?"
)


NOT_PLACES = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Ukrainian|Russian|Telegram|Facebook|Geneva|Article|He|She|They|His|It|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
"""After a preposition: words with a capital that are no place."""


BUILDINGS = re.compile(
    r"\b(?:Hospital|University|Institute|Court|Ministry|Palace|Square|Street|Prison|Camp|Times|Post|Herald|Red\s+Cross)\b|госпітал|госпитал|лікарн|больниц|університет|университет|병원|대학"
)
"""What bears the name of a place and is none."""


def place_value(text: str) -> Place | None:
    """Tell a place: by our table, else by its consonants; a country is none."""
    if BUILDINGS.search(text):
        return None
    match = finder("places", "town").search(text)
    if match is not None:
        return Place(match.lastgroup, town=True, sounds=_town(match[0].lower()))
    match = finder("places", "region").search(text)
    if match is not None:
        return Place(match.lastgroup, town=False, sounds=skeleton(match[0]))
    if finder("nations", "nation").search(text):
        return None
    sounds = skeleton(re.sub(rf"\b{_HOOD}\b", " ", text))
    return Place(None, town=True, sounds=sounds) if sounds else None


@lru_cache(maxsize=4096)
def _town(said: str) -> str:
    """Tell the sounds of the first name that our table has for a town."""
    names = (each for towns in table("places")["town"].values() for each in towns)
    same = (each for each in names if re.match(pattern_of([each]), said))
    return skeleton(next(same, said).partition("|")[0])


VOWELS = re.compile("[aeioyw]")
GENERIC = re.compile(
    r"\b(?:the|of|near|in|at|region|oblast|province|village|city|town|area)\b"
    r"|област\w*|обл\.|район\w*|сел[оаі]\w*|місто|город\w*|провінц\w*|провинц\w*|[주도시군](?=\s|$)|지역",
    re.IGNORECASE,
)


def skeleton(text: str) -> str:
    """Keep the consonants of each word, in any script; a Korean ㅡ is no sound.

    A capital letter may be a sound or none: a foreign name in Hangul has ㅂ for в too.
    """
    words = []
    for word in re.findall(r"[^\W\d_][\w’'-]*", GENERIC.sub(" ", text)):
        folded = _in_hangul(word) or "".join(
            map(fold, re.split("[’'-]", word.lower().replace("кх", "х")))
        )
        bones = VOWELS.sub("", folded)
        words.append(bones or folded)
    return " ".join(words)


FOREIGN = 4
"""Syllables of a Hangul word that is hardly a Korean town's name."""
MAYBE = {"ㅂ": "P", "프": "P", "흐": "H"}
"""What Hangul writes for в and х, which others write as vowels or not at all."""


def _in_hangul(word: str) -> str:
    """Fold a Hangul word; of a foreign name mark what may be no consonant."""
    syllables = fold_hangul(word)
    if len(syllables) < FOREIGN:
        return "".join(syllables)
    written = (letter for letter in word if is_syllable(letter))
    return "".join(
        MAYBE[sign] + folded[1:]
        if (sign := letter if letter in MAYBE else split(letter)[0]) in MAYBE
        else folded
        for letter, folded in zip(written, syllables, strict=True)
    )
