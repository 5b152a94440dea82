"""Who of those a sentence names is not protected: officials, authors, people unknown?"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from safeconduct.disclosure.namings import NAMELIKE, NO_OPENING, OPENING, PREPOSITIONS
from safeconduct.disclosure.prefilter import compiled
from safeconduct.disclosure.tables import finder


def touches(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a span overlaps one of others."""
    return any(start < stop and begin < end for begin, stop in spans)


_LATIN = r"[A-ZÀ-Ž][\w’'-]+"

_SLAVIC = r"[А-ЯІЇЄҐЁ][\w’'ʼ-]+"

PERSON_NAME = re.compile(
    rf"{_LATIN}(?:\s+(?:[A-Z]\.\s*)?(?:al-|von\s+|van\s+|de\s+)?{_LATIN}){{1,3}}"
    rf"|{_SLAVIC}(?:\s+(?:[А-ЯІЇЄҐ]\.\s*)?{_SLAVIC}){{1,2}}|{_SLAVIC}\s+[А-ЯІЇЄҐ]\.(?=[\s,])|(?:[А-ЯІЇЄҐA-Z]\.\s?){{1,2}}{NO_OPENING}(?:{_SLAVIC}|{_LATIN})"
)

NAME_AFTER = re.compile(
    rf"\s*,?\s*(?:{_LATIN}|{_SLAVIC})(?:[\s-]+(?:{_LATIN}|{_SLAVIC}))*"
)

HANGUL_TITLE_FIRST = compiled(
    r"(?<![가-힣])(?:[가-힣]{1,6}\s)?(?:의사|기자|변호사|교수|장관|대변인|활동가|목사|간호사|박사|연구원|수사관|심문관|통역사|감독|작가|대표|배우|가수|소설가|시인|공격수|수비수|골키퍼|선수|코치|회장)\s[가-힣]{2,8}\s?(?:씨)?(?:는|은|이|가|의)?(?=[\s(,])"
)

HANGUL_TITLED = compiled(
    r"(?<![가-힣])(?P<name>(?!씨[는은가이의도]\s)[가-힣]{1,4})\s?(?P<title>(?!씨[는은가이의도]\s)(?:[가-힣]{1,12}\s?)?(?:부|전\s)?(?:대통령|총리|장관|차관|대변인|의원|대표|위원장|총비서|국방위원장|국무위원장|대사|시장|사령관|참모총장|장군|국장|실장|원장|총장|기자|특파원|앵커|작가|교수|연구원|연구위원|변호사|의사|간호사|활동가|목사|감독|군의관|선수|배우|가수|소설가|코치|회장|사장|의장|이사|이사장|단장|팀장|조정관|담당관|구청장|군수))(?=$|[^가-힣]|은|는|이|가|을|를|의|과|와|도|에게|께|에|[은는이가])"
)

UNKNOWN = re.compile(
    r"(?<!\w)(?:[\d\w'’-]*(?:летн|річн)\w+|[Пп]олонен\w+|[Вв]ійськовополонен\w+|[Пп]ленн\w+|[Вв]оеннопленн\w+|українець|росіянин|украинец|россиянин)\s+(?P<name>[А-ЯІЇЄҐЁ][а-яіїєґё'’ʼ-]+)(?=[\s,.])(?!\s+[А-ЯІЇЄҐЁ])"
)
"""A prisoner by a given name that nobody of the register bears."""

KOREAN_HE = frozenset(
    {"그는", "그가", "그의", "그도", "그를", "이들은", "이들이", "이는"}
)

WILL = re.compile("(?:귀순|망명|송환|귀환|본인|귀국|잔류|한국행|자유)\\s?의사")
"""의사 is a doctor, and here a will."""

HANGUL_AGED = re.compile(
    r"(?<![가-힣])(?:[가-힣]{1,4}\s)?(?P<name>[가-힣]{2,6})\s?\([1-6]\d세?\)"
)
"""A name with its age; if it is not in the register, somebody else."""

OF_NAME = re.compile(r"\s?(?:[가-힣A-Za-z·]{1,12}\s?){0,4}\(\d\d세?\)")

NEIGHBOUR = re.compile(
    r"(?:neighbou?r|сосед|сусід)\w{0,3}"
    r"(?:\s+(?:in|on|from|по|з|із|на)\s+(?:the\s+)?(?:\w+\s+)?(?:ward|cell|bunk|bed|room|cot|hut|corridor|коридор|палат|камер|койк|нар|барак|кімнат|комнат|ліжк|лікарнян)\w*)?",
    re.IGNORECASE,
)
"""Of a prisoner, if he lies beside him: told by the place, or by a post that follows."""

NO_NAME = re.compile(
    r"^(?:South|North|The|In|On|At|After|When|While|And|But|His|Her|Both|Human|Rights|United|European|Security|Geneva|Third|Foreign|Defence|Defense|Red|White|Far|General|Storm|New|Prime)\b"
)

ORGANISED = re.compile(
    r"\b(?:Party|Group|Ministry|Convention|Conventions|Council|Army|Corps|Bureau|Committee|Agency|Ilbo|News|Times|Post|Service|Forces|Staff|Region|Oblast|University|Union|Nations|Korea|Korean|Cross|Court|Front|Brigade|Hospital|Institute|Organi[sz]ation|Street|House|Office|Assembly|Intelligence|Telegram|Daily|Tribune|Journal|Herald|Monitor|Gazette|Radio|Television)\b"
)


def unknown(text: str, names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield people told of by a name that nobody of the register bears."""
    ends = [end for _, end in names]
    for pattern in (HANGUL_AGED, UNKNOWN):
        for match in pattern.finditer(text):
            if any(OF_NAME.fullmatch(text, end, match.end()) for end in ends):
                continue  # "설광수 시의회 부의장(57)": the age is his
            place = finder("places", "region").match(match["name"])
            post = any(
                finder("posts", s).search(match["name"]) for s in ("post", "rank")
            )
            if not (place or post or touches(*match.span(), names)):
                yield match.span()


def strangers(text: str, names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield titles of office or trade, with the name that stands beside them."""
    yield from _hangul_titles(text)
    for match in finder("bearers", "other").finditer(text):
        if _is_person(text, match) and not (
            # "сосед Соля": a fellow of the one named
            NEIGHBOUR.match(match[0])
            and any(0 < start - match.end() <= NEXT for start, _ in names)
        ):
            yield _titled(text, *match.span())
    for start, end in names:
        if office := IN_OFFICE.match(text, end):
            yield start, office.end()
    yield from _other_names(text, names)


def _hangul_titles(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (HANGUL_TITLED, HANGUL_TITLE_FIRST):
        for match in pattern.finditer(text):
            if match.groupdict().get("name") in KOREAN_HE:
                yield match.span("title")  # "그는 활동가에게": to whom he spoke
            elif not WILL.search(match[0]):
                yield match.span()


def _is_person(text: str, match: re.Match[str]) -> bool:
    """Whether a title in letters is somebody's, and no adjective or interviewer."""
    word = WORD_AT.match(text, match.start())
    before = text[: match.start()]
    if re.search("[가-힣]", match[0]) or INTERVIEWED.search(before):
        return False
    if USED_TO.search(before):
        return False
    return word is None or NO_PERSON.search(word[0]) is None


def others_named(text: str) -> Iterator[tuple[int, int]]:
    """Yield whole names in a text from which those of the register were left out."""
    return _other_names(text, ())


def _other_names(
    text: str, names: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield names of people that the register does not have."""
    for match in PERSON_NAME.finditer(text):
        if touches(*match.span(), names):
            continue
        if NO_NAME.match(match[0]) or ORGANISED.search(match[0]):
            continue
        if _is_opened(match[0]) or LOCATIVE.search(text[: match.start()]):
            continue  # "What Sol fears", "Коли Йом спитала": one name, and no stranger's
        if finder("nations", "nation").search(match[0]) or finder(
            "places", "region"
        ).search(match[0]):
            continue
        yield match.span()


INTERVIEWED = re.compile(
    r"(?<!\w)(?:собеседник|співрозмовник|подопечн|підопічн|клиент|клієнт|пациент|пацієнт)\w*\s+$",
    re.IGNORECASE,
)
"""Before a title: it tells whose interviewee somebody is, and is nobody himself."""

USED_TO = re.compile(
    r"\b(?:used|had|has|have|wanted|hoped|asked|able|going|trained|hired|paid|left|ordered|told)"
    r"\s+to\s+$"
)
"""Before a title: "who used to guard a car park" tells what he did."""

LOCATIVE = re.compile(
    r"(?:\b(?:near|outside|around|at)|(?<!\w)(?:під|под|біля|возле|близ|вблизи|поблизу|неподалік(?:\s+від)?|недалеко\s+(?:от|від)|около|районе?|районі))\s+$",
    re.IGNORECASE,
)
"""Before words with a capital: they name a place."""

WORD_AT = re.compile(r"[\w’'ʼ-]+")

NO_PERSON = re.compile(
    r"^(?:фотографі|фотографи[июяей]|(?:сосед|сусід)н|посольств|консульств|президентств|головств|директор[ії]|генеральн|журналістик"
    r"|журналистик|адвокатур|прокуратур|психологі|психологи(?:я|и|ю|ей|ческ)|редакці|редакци|авторитет|авторськ|авторск)"
    r"|(?:захисн|защитн)(?:ий|ого|ому|им|а|ої|ій|у|ою|е|і|их|ими|ый|ым|ая|ой|ую|ое|ые|ых|ыми)$"
    r"|(?:ськ|ск)(?:ий|ого|ому|им|а|ої|ій|у|ою|е|і|их|ими|ый|ая|ой|ую|ое|ие)$",
    re.IGNORECASE,
)
"""Words that begin as an office or trade does, and are no person's."""

IN_OFFICE = re.compile(
    r",?\s+who\s+(?:now\s+|also\s+)?(?:chairs|heads|leads|runs|directs|founded|teaches|lectures|edits|manages|owns|represents|coordinates|works|studies)\b"
    r"|(?:\s[‘'\"“]?[가-힣A-Za-z·]{1,14}[’'\"”]?(?:의)?){0,3}\s?[가-힣]{0,8}(?:위원|국장|부장|과장|팀장|처장|본부장|사무총장|센터장|소장|실장|대표|이사|이사장|간사|교수|강사|박사|연구원|연구관|학회장|회장|총무|총장|원장|교사|변호사|기자|특파원|작가|감독|선수|코치|의원|시장|군수|구청장|목사|신부|의사|간호사|활동가|대변인|비서관|보좌관|차관보|심의관|참사관)\s?(?:\(\d\d세?\)|씨|[은는이가]\s|,|도\s)"
    r"|(?:이?라는)\s(?:이름의\s)?(?:동무|친구|전우|동료|동기|고향\s?친구)"
    r"|,\s+(?:the\s+[\w\s]{2,40}?['’]s?\s+|an?\s+|the\s+|its\s+)?(?:[\w-]+\s+){0,3}?(?:treasurer|consul|attach[ée]|envoy|accountant|namesake|organi[sz]er|coordinator|manager|owner|founder|co-founder|member|violinist|pianist|painter|artist|guitarist|conductor|captain\s+of\s+\d\d|retired\s+[\w\s]{3,30}|former\s+(?:mp|minister|diplomat|judge|teacher|mayor)|head|chair|vice-chair|board|grandson|descendant|pensioner|fan|runner|swimmer|wrestler)\b"
    r"|,\s+(?:[\w’'-]+\s+){0,3}?(?:казначе|консул|аташе|атташе|т[её]зк|однофамил|однофаміл|скарбник|бухгалтер|организатор|організатор|координатор|управляющ|керуюч|владел|власник|основател|засновник|скрипач|пианист|піаніст|художник|пенсионер|пенсіонер|потомок|нащадок|член\s|глава|отставн|відставн|бегун|бігун|захисник\s+(?:клуб|команд|місцев)|защитник\s+(?:клуб|команд|местн))\w*"
    r"|,\s+(?:який|котрий|который)\s+(?:нині\s+|сейчас\s+|теперь\s+)?(?:очолює|керує|веде|викладає|представляє|працює|возглавля|руководит|вед[её]т|преподаёт|преподает|представля|работает)\w*"
)
"""After a name: he is told of by what he does today, and not in a camp."""

ACCORDING = re.compile(
    r"(?:according\s+to|through|за\s+словами|по\s+словам|через|со\s+слов|зі\s+слів)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a title: the name after its comma is somebody else's."""

SPOKEN_FIRST = (OPENING - NAMELIKE) | PREPOSITIONS
"""Words that open a sentence, and are no part of the name after them."""

NEXT = 2
"""Characters between a neighbour and whose neighbour he is."""

TITLE_AFTER = re.compile(
    rf"(?:{PERSON_NAME.pattern}|{_LATIN}|{_SLAVIC}),\s+(?:[\w’'-]+\s+){{0,4}}$"
)


def _is_opened(words: str) -> bool:
    """Whether one name stands there, with a word before it that opens the sentence."""
    first, *rest = words.split()
    return len(rest) == 1 and first.lower() in SPOKEN_FIRST


def _titled(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a title by the name after it, or by the one before its comma."""
    after = NAME_AFTER.match(text, end)
    if after and not ("," in after[0] and ACCORDING.search(text[:start])):
        return start, after.end()
    before = TITLE_AFTER.search(text[max(0, start - 80) : start])
    if before is None or _is_land(before[0].partition(",")[0]):
        return start, end
    return max(0, start - 80) + before.start(), end


def _is_land(name: str) -> bool:
    """Whether one word names a country, region or town: "to Russia, his lawyer said"."""
    kinds = (("nations", "nation"), ("places", "region"), ("places", "town"))
    return " " not in name and any(finder(*kind).match(name) for kind in kinds)
