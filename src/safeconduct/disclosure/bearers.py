"""Of whom does a sentence speak? Prisoners, groups, and people who are not protected."""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from safeconduct.disclosure.automaton import NameHit
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.prefilter import compiled
from safeconduct.disclosure.tables import finder
from safeconduct.disclosure.variants import Form

CAPTIVITY = compiled(
    r"\b(?:prisoners?\s+of\s+war|prisoners?|POWs?|captur\w+|captiv\w+|surrender\w*|taken\s+prisoner|defect\w*|hands\s+of\s+(?:Ukrain|Russia)\w+|(?:Ukrainian|Russian)\s+hands|held\s+(?:in|by)\s+(?:Ukrain|Russia)\w*|detain\w+|interrogat\w+)\b"
    r"|полон\w*|полон[её]н\w*|військовополон\w*|бранц\w*|захоплен\w*|здав\w*ся|(?<!\w)плен\w*|пленн\w*|военнопленн\w*|пленён\w*|взят\w*\s+в\s+плен|сдал\w*ся|перебіжч\w*|на\s+обм[еі]н(?!\w)|жд\w+\s+обмена|чека\w+\s+(?:на\s+)?обмін\w*|обм[еі]н\w*\s+(?:военноп|військовоп)\w+|(?<!\w)взяли\s+(?:у|под|під|біля|возле)\s+(?=[А-ЯІЇЄҐ])|перебежч\w*"
    r"|포로|생포|귀순|투항|사로잡|붙잡",
    re.IGNORECASE,
)

AT_WAR = compiled(
    r"\b(?:prisoners?\s+of\s+war|POWs?|captur\w+|captiv\w+|surrender\w*|taken\s+prisoner)\b"
    r"|полон\w*|військовополон\w*|бранц\w*|(?<!\w)плен\w*|пленн\w*|военнопленн\w*|взят\w*\s+в\s+плен"
    r"|포로|생포|귀순|투항|사로잡",
    re.IGNORECASE,
)
"""Captivity in war; thieves are detained too."""


class Sort(StrEnum):
    """Whom a mention may mean."""

    NAME = "name"
    STRANGER = "stranger"
    PRISONER = "prisoner"
    GROUP = "group"
    PRONOUN = "pronoun"
    PRONOUNS = "pronouns"
    OTHER = "other"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Sign:
    """A word or words that point to somebody; spans count the sentence's characters."""

    start: int
    end: int
    sort: Sort
    hit: NameHit | None = None
    detail: Detail | None = None


_LATIN = r"[A-ZÀ-Ž][\w’'-]+"
_SLAVIC = r"[А-ЯІЇЄҐЁ][\w’'ʼ-]+"
PERSON_NAME = re.compile(
    rf"{_LATIN}(?:\s+(?:[A-Z]\.\s*)?(?:al-|von\s+|van\s+|de\s+)?{_LATIN}){{1,3}}"
    rf"|{_SLAVIC}(?:\s+(?:[А-ЯІЇЄҐ]\.\s*)?{_SLAVIC}){{1,2}}|{_SLAVIC}\s+[А-ЯІЇЄҐ]\.(?=[\s,])|(?:[А-ЯІЇЄҐA-Z]\.\s?){{1,2}}(?:{_SLAVIC}|{_LATIN})"
)
NAME_AFTER = re.compile(
    rf"\s*,?\s*(?:{_LATIN}|{_SLAVIC})(?:[\s-]+(?:{_LATIN}|{_SLAVIC}))*"
)
HANGUL_TITLE_FIRST = compiled(
    r"(?<![가-힣])(?:[가-힣]{1,6}\s)?(?:의사|기자|변호사|교수|장관|대변인|활동가|목사|간호사|박사|연구원|수사관|심문관|통역사|감독|작가|대표|배우|가수|소설가|시인|공격수|수비수|골키퍼|선수|코치|회장)\s[가-힣]{2,8}\s?(?:씨)?(?:는|은|이|가|의)?(?=[\s(,])"
)
HANGUL_TITLED = compiled(
    r"(?<![가-힣])(?P<name>[가-힣]{1,4})\s?(?P<title>(?:[가-힣]{1,8}\s?)?(?:대통령|총리|장관|차관|대변인|의원|대표|위원장|총비서|국방위원장|국무위원장|대사|시장|사령관|참모총장|장군|국장|실장|원장|총장|기자|특파원|앵커|작가|교수|연구원|연구위원|변호사|의사|간호사|활동가|목사|감독|군의관|선수|배우|가수|소설가|코치|회장|사장))(?=[^가-힣]|은|는|이|가|을|를|의|과|와|도|에게|께|에|[은는이가])"
)
UNKNOWN = re.compile(
    r"(?<!\w)(?:[\d\w'’-]*(?:летн|річн)\w+|[Пп]олонен\w+|[Вв]ійськовополонен\w+|[Пп]ленн\w+|[Вв]оеннопленн\w+|українець|росіянин|украинец|россиянин)\s+(?P<name>[А-ЯІЇЄҐЁ][а-яіїєґё'’ʼ-]+)(?=[\s,.])(?!\s+[А-ЯІЇЄҐЁ])"
)
"""A prisoner by a given name that nobody of the register bears."""
WILL = re.compile("(?:귀순|망명|송환|귀환|본인|귀국|잔류|한국행|자유)\\s?의사")
"""의사 is a doctor, and here a will."""
HANGUL_AGED = re.compile(
    r"(?<![가-힣])(?:[가-힣]{1,4}\s)?(?P<name>[가-힣]{2,6})\s?\([1-6]\d세?\)"
)
"""A name with its age; if it is not in the register, somebody else."""
BECAME = re.compile(r"가\s?[되됐된]|로\s?(?:잡|붙잡)")
"""After 포로: it tells that somebody was taken, and is nobody himself."""
PLAYED = compiled(
    r"\b(?:play(?:s|ed|ing)?|portray\w*)\s+(?:an?|the)\s|\b(?:the|his|her)\s+(?:part|role)\b|(?<!\w)(?:грає|зіграв\w*|играет|сыграл\w*|ради\s+роли|заради\s+ролі)(?!\w)|역(?:을|으로|에)\s",
    re.IGNORECASE,
)
"""Who plays a soldier is none."""
TAKEN = re.compile(r"\b(?:taken|took(?:\s+\w+)?|held|taking)\s$")
PLURAL = re.compile(
    r"(?:s|men|troops)$|^POWs$|(?:и|і|ы|ів|їв|ей|ов|ам|ами|ах|х|ыми|ими|ым)$|들",
    re.IGNORECASE,
)
SINGULAR = re.compile(r"(?:ого|ому|им|ый|ий|ий|ой|ым|ець|ем|ом|а|у|ат|як|к)$")
QUOTED = re.compile(r"[“\"«‘「][^”\"»’」]{2,600}[”\"»’」]")
PRONOUN = compiled(
    r"\b(?:he|him|his|himself|the\s+man|the\s+(?:younger|older|elder|former|latter)(?:\s+(?:man|one|of\s+the\s+two))?)\b"
    r"|(?<!\w)(?:він|його|йому|ним|нього|ньому|своєї|своєю|своїй|он|его|ему|нём|него|нему|юнак\w{0,3}|парень|парня|парню|мужчин[ауые]|чоловік(?:а|у|ом|ові)?|хлопця|хлопець)(?!\w)"
    r"|(?<![가-힣])(?:그는|그가|그의|그를|그에게|그도)(?![가-힣])",
    re.IGNORECASE,
)
PRONOUNS = compiled(
    r"\b(?:they|them|their|both(?:\s+(?:men|soldiers|prisoners|of\s+them)|(?=\s+(?:were|are|have|had|said|say|told|will|would|want|asked|wish)|\s*,))|the\s+(?:two|pair|men))\b|(?<!\w)(?:вони|їх|їхн\w+|ними|обидва|обидвоє|обоє|обох|они|их|ими|оба|обоих|обоим)(?!\w)|(?<![가-힣])(?:이들|그들|두\s사람|둘\s?다|두\s?명\s?모두|이\s두)",
    re.IGNORECASE,
)
OTHER = compiled(
    r"\b(?:another|the\s+other|a\s+second|the\s+second|a\s+third|the\s+third|the\s+last(?:\s+of\s+(?:them|the\s+\w+)|\s+(?:man|prisoner|soldier|one))?(?=,|\s+(?:is|was|man|prisoner))|the\s+fourth)\b(?!\s+(?:day|time|week|month|year|hand|side|country|case|option|war|world|party|question|convention|geneva|reason|issue|problem|way|state|nation|thing|\d))"
    r"|(?<!\w)(?:інш(?:ий|ого|ому|им)|друг(?:ий|ого|ому|им|ой)|втор(?:ой|ого|ому|ым|ом)|ще\s+один|ещ[её]\s+один|ещ[её]\s+одного|ще\s+одного|треті\w+|останній|последний|трет[иь]\w+)(?!\w)(?!\s+(?:день|місяц|рік|боку|стороны|стороні|сторон|месяц|год|раз|питан|вопрос))"
    r"|(?<![가-힣])(?:또\s?다른|다른\s?한|다른\s?병사|다른\s?포로|나머지\s?한|두\s?번째|또\s?한\s?명|마지막\s?(?:포로|병사|한))",
    re.IGNORECASE,
)
ONE = compiled(
    r"\bone\s+(?:of\s+(?:them|the\s+\w+)|(?:is|was|said|told))|(?<!\w)(?:один\s+(?:із|з|из)\s+\w+|перш(?:ий|ого)|перв(?:ый|ого|ом))(?!\w)|(?:한\s명은|그중\s한|한\s병사)",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"^(?:South|North|The|In|On|At|After|When|While|And|But|His|Her|Both|Human|Rights|United|European|Security|Geneva|Third|Foreign|Defence|Defense|Red|White|Far|General|Storm|New|Prime)\b"
)
ORGANISED = re.compile(
    r"\b(?:Party|Group|Ministry|Convention|Conventions|Council|Army|Corps|Bureau|Committee|Agency|Ilbo|News|Times|Post|Service|Forces|Staff|Region|Oblast|University|Union|Nations|Korea|Korean|Cross|Court|Front|Brigade|Hospital|Institute|Organi[sz]ation|Street|House|Office|Assembly|Intelligence|Telegram|Daily|Tribune|Journal|Herald|Monitor|Gazette|Radio|Television)\b"
)


def signs(
    text: str, hits: Sequence[NameHit], details: Sequence[Detail], shift: int
) -> tuple[Sign, ...]:
    """List the signs of a sentence in order.

    Args:
        text: the sentence.
        hits: protected names in the whole text.
        details: those of the sentence.
        shift: where the sentence starts in the text.
    """
    kin = [(d.start, d.end) for d in details if d.field is Field.RELATIVE]
    posts = (d for d in details if d.field is Field.UNIT or d.value in NO_OFFICIALS)
    busy = [*kin, *((d.start, d.end) for d in posts)]
    names = [(h.start - shift, h.end - shift) for h in hits]
    strangers = tuple(
        (start, end)
        for start, end in (*_strangers(text, names), *_unknown(text, names))
        if not _touches(start, end, busy)
    )
    found = [Sign(start, end, Sort.STRANGER) for start, end in strangers]
    for hit in hits:
        start, end = hit.start - shift, hit.end - shift
        if hit.form is not Form.FULL and _touches(start, end, kin):
            continue  # the wife's surname, not his
        if not _touches(start, end, strangers):
            found.append(Sign(start, end, Sort.NAME, hit=hit))
    taken = [(sign.start, sign.end) for sign in found]
    for detail in details:
        if detail.field is Field.ROLE and _is_many(text[detail.start : detail.end]):
            continue
        if describes(detail) and not _touches(detail.start, detail.end, taken):
            sort = Sort.GROUP if detail.field is Field.GROUP else Sort.DETAIL
            found.append(Sign(detail.start, detail.end, sort, detail=detail))
    groups = [(s.start, s.end) for s in found if s.sort is Sort.GROUP]
    found = [
        s
        for s in found
        if s.sort is Sort.GROUP
        or not _touches(s.start, s.end, groups)
        or s.sort in {Sort.NAME, Sort.STRANGER}
    ]
    quoted = [match.span() for match in QUOTED.finditer(text)]
    told = [(d.start, d.end) for d in details if d.field in {Field.AGE, Field.PAPERS}]
    found += _pointing(text, [*taken, *groups, *quoted, *told])
    return tuple(sorted(found, key=lambda sign: (sign.start, -sign.end)))


NO_OFFICIALS = frozenset(
    ("post", post)
    for post in ("interpreter", "squad_leader", "platoon_leader", "company_leader")
)
"""Posts of soldiers whose words are also those of offices: a squad leader leads."""
DESCRIBING = frozenset({Field.AGE, Field.ROLE, Field.NATIONALITY, Field.GROUP})


def describes(detail: Detail) -> bool:
    """Whether a detail may open a mention; an age of the past only belongs to one."""
    return detail.field in DESCRIBING and not (
        detail.field is Field.AGE and detail.value is None
    )


def _pointing(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Sign]:
    busy = list(taken)
    for pattern, sort in (
        (ONE, Sort.PRISONER),
        (OTHER, Sort.OTHER),
        (PRONOUN, Sort.PRONOUN),
        (PRONOUNS, Sort.PRONOUNS),
    ):
        for match in pattern.finditer(text):
            if not _touches(*match.span(), busy):
                busy.append(match.span())
                yield Sign(*match.span(), sort)
    if PLAYED.search(text):
        return
    for match in finder("bearers", "prisoner").finditer(text):
        became = BECAME.match(text, match.end()) or TAKEN.search(text[: match.start()])
        if not _touches(*match.span(), busy) and not became:
            sort = Sort.GROUP if _is_plural(text, match) else Sort.PRISONER
            yield Sign(*match.span(), sort)


def _is_many(words: str) -> bool:
    """Whether a post is told of several, as in "paratroopers found him"."""
    first = words.split(maxsplit=1)[0]
    if words.isascii():
        return words.lower().endswith(("s", "men")) and len(words) > 1
    return re.search(r"[а-яіїє](?:и|і|ів|ы|ов|ам|ами|ах)$", first) is not None


def _is_plural(text: str, match: re.Match[str]) -> bool:
    word = match[0]
    if "가" <= word[0] <= "힣":
        return text[match.end() : match.end() + 1] == "들"
    if word.isascii():
        return word.lower().endswith(("s", "men", "troops")) and word.lower() != "s"
    return SINGULAR.search(word) is None and PLURAL.search(word) is not None


def _unknown(text: str, names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield people told of by a name that nobody of the register bears."""
    for pattern in (HANGUL_AGED, UNKNOWN):
        for match in pattern.finditer(text):
            place = finder("places", "region").match(match["name"])
            if not place and not _touches(*match.span("name"), names):
                yield match.span()


def _strangers(
    text: str, names: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield titles of office or trade, with the name that stands beside them."""
    for pattern in (HANGUL_TITLED, HANGUL_TITLE_FIRST):
        for match in pattern.finditer(text):
            if not WILL.search(match[0]):
                yield match.span()
    for match in finder("bearers", "other").finditer(text):
        if not re.search("[가-힣]", match[0]):
            yield _titled(text, *match.span())
    for match in PERSON_NAME.finditer(text):
        if _touches(*match.span(), names):
            continue
        if NO_NAME.match(match[0]) or ORGANISED.search(match[0]):
            continue
        if finder("nations", "nation").search(match[0]) or finder(
            "places", "region"
        ).search(match[0]):
            continue
        yield match.span()


ACCORDING = re.compile(
    r"(?:according\s+to|through|за\s+словами|по\s+словам|через|со\s+слов|зі\s+слів)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a title: the name after its comma is somebody else's."""
TITLE_AFTER = re.compile(
    rf"(?:{PERSON_NAME.pattern}|{_LATIN}|{_SLAVIC}),\s+(?:[\w’'-]+\s+){{0,4}}$"
)


def _titled(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a title by the name after it, or by the one before its comma."""
    after = NAME_AFTER.match(text, end)
    if after and not ("," in after[0] and ACCORDING.search(text[:start])):
        return start, after.end()
    if before := TITLE_AFTER.search(text[max(0, start - 80) : start]):
        return max(0, start - 80) + before.start(), end
    return start, end


def _touches(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for begin, stop in spans)
