"""Who speaks in a Ukrainian, Russian or Korean sentence, and how far does it reach?

English verbs of saying need more care with their subjects and stand in `attribution`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

REACH = 90
"""Characters in which a subject is looked for."""


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker found at `at`; what it governs lies between `first` and `last`."""

    at: int
    who: str
    how: str
    first: int
    last: int


_SAYS = (
    r"повідом(?:ив|ила|или|ило|ляє|ляють|ляв|ляли)|заяв(?:ив|ила|или|ило|ляє|ляють|ляв)|сказа(?:в|ла|ли|л)|розпов(?:ів|іла|іли|ідає)"
    r"|уточн(?:ив|ила|или|ил)|підтверд(?:ив|ила|или|ило|жує)|стверджу(?:є|ють|вав|вали)|наголос(?:ив|ила|или)|зазнач(?:ив|ила|или)"
    r"|дода(?:в|ла|ли|є)|пояснює|пригаду(?:є|ють|вав|вала)|зізна(?:вся|лася|ється)|говор(?:ить|ять)|назива(?:є|ють)|называ(?:ет|ют)|нагад(?:ує|ав|ала|али)|напомина(?:ет|ют)|наголошу(?:є|ють)|наводить|приводит|перекон(?:аний|ує)|рахує|вспомина(?:ет|ют|л|ла)|призна(?:ётся|ется|лся|лась)|поясняет|поделил(?:ся|ась)|написал[аи]?|полага(?:ет|ют)|оцін(?:ив|ила|или|ює|юють)|вважа(?:є|ють)|пиш(?:е|уть|ут|ет)|визна(?:в|ла|ли)|оголос(?:ив|ила|или)"
    r"|переда(?:є|ет)|каж(?:е|уть)|припуска(?:є|ють)|нарахува(?:в|ла|ли)|підрахува(?:в|ла|ли)|насчита(?:л|ла|ли)|подсчита(?:л|ла|ли)|доповіл?(?:а|и|в)?|пояснив|пояснила|поінформува(?:в|ла|ли)|назва(?:в|ла|ли)"
    r"|сообщ(?:ил|ила|или|ило|ает|ают|ал|али)|заяв(?:ил|ляет|ляют|лял)|рассказ(?:ал|ала|али|ывает)|подтвердил[аио]?|подтверждает|утвержда(?:ет|ют|л|ла|ли)"
    r"|отмет(?:ил|ила|или)|добав(?:ил|ила|или)|оценива(?:ет|ют|л)|оцен(?:ил|ила|или)|счита(?:ет|ют)|призна(?:л|ла|ли)|объяв(?:ил|ила|или)"
    r"|говор(?:ит|ят)|предполага(?:ет|ют)|доложил[аи]?|пояснил[аи]?|подчеркнул[аи]?"
)
SAYS = re.compile(rf"(?<![\w-])(?<!не\s)(?P<how>{_SAYS})(?!\w)", re.IGNORECASE)
SOURCE = re.compile(
    r"(?<!\w)(?:за|по)\s+(?P<his>його|її|їхніми|его|её|ее|их)\s+(?:словами|словам|даними|данным|оцінк\w+|оценк\w+)"
    r"|(?<!\w)(?P<how>(?:за|по|згідно\s+з|відповідно\s+до|согласно)\s*(?:останніми\s+|последним\s+|попередніми\s+|предварительным\s+)?"
    r"(?:даними|словами|оцінк(?:ами|ою)|інформацією|повідомленн(?:ям|ями)|підрахунками|розрахунками"
    r"|данным|словам|оценк(?:ам|е)|информации|сообщени(?:ю|ям)|подсч[её]там)"
    r"|(?:як\s)?(?:й|і)?деться\s+[ву]\s+|говорится\s+в\s+)\s*"
    r"(?P<who>[^,.;:—–]{3,90}?)(?=\s*[,.;:—–]|\s+(?:загин|погиб|поран|ранен|вбит|убит|було|было|понад|более|щонайм|не\s+мен|близько|около|втрат|потер|з\s+\d|с\s+\d|у\s+полоні|в\s+плену|\d)|$)",
    re.IGNORECASE,
)
# "З посиланням на розвідку": who is cited says it.
CITED = re.compile(
    r"(?<!\w)(?P<how>(?:із?|з)\s+посиланням\s+на|со\s+ссылкой\s+на|посилаючись\s+на|ссылаясь\s+на)\s+(?P<who>[^,.;:—–]{3,60})",
    re.IGNORECASE,
)
# "Служба говорит об 11 тыс., Пентагон — о 12": the verb is left out.
GAPPED = re.compile(
    r",\s+(?:а\s+)?(?P<who>(?-i:[А-ЯІЇЄҐЁ])[^,.;:—–]{2,40}?)\s+[—–]\s+(?=(?:о|об|про)\s)"
)
BOUNDARY = re.compile(r"[;:,—–]|(?<!\w)(?:що|что|як|как|тоді|тогда)\s", re.IGNORECASE)
# Words that open a sentence before its subject.
OPENING = re.compile(
    r"^(?:(?:у|в|на|за|до|після|после)\s+(?:\S+\s+){0,2}?(?:понеділок|вівторок|середу|четвер|п[’']ятницю|суботу|неділю"
    r"|понедельник|вторник|среду|пятницу|субботу|воскресенье|брифінгу|брифинге|четверг)\s+"
    r"|\d{1,2}\s+[а-яіїє]+\s+(?:\d{4}\s+(?:року|года)\s+)?"
    r"|(?:раніше|водночас|також|тим\s+часом|однак|проте|ранее|также|при\s+этом|однако|между\s+тем|вчора|учора|сьогодні|вчера|сегодня|позже|пізніше|а|і|и|но|але)\s+)+",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"(?:\s+(?:також|раніше|офіційно|вчора|учора|сьогодні|також|вже|уже|также|ранее|официально|вчера|сегодня|не))+$",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:начальник\w*|м[ії]н[ії]стр\w*|президент\w*|депутат\w*|речни\w+|представни\w+|представител\w+|глав\w+|голов\w+|командир\w*|командувач\w*|командующ\w+"
    r"|генерал\w*|полковник\w*|майор\w*|кап[иі]тан\w*|директор\w*|спікер\w*|спикер\w*|пресс?-секретар\w*|секретар\w*|радни\w+|советни\w+"
    r"|анал[иі]тик\w*|посол|послом|омбудсм[ае]н\w*|уполномоченн\w+|уповноважен\w+|прокурор\w*|адвокат\w*|юрист\w*|слідч\w+|следовател\w+|санитар\w*|медик\w*|перекладач\w*|переводчик\w*|волонт[её]р\w*|дослідни\w+|исследовател\w+|правозахисни\w+|правозащитни\w+|учасни\w+|аналітикин\w+|аналитик\w*|історик\w*|историк\w*|психолог\w*|слідча|офіцер\w*|офицер\w*|сержант\w*|лейтенант\w*|нардеп\w*|сенатор\w*|експерт\w*|эксперт\w*|лікар\w*|врач\w*|журнал[иі]ст\w*|волонтер\w*|мер|мэр)(?!\w)",
    re.IGNORECASE,
)
_CAPITAL = r"[А-ЯІЇЄҐЁ][а-яіїєґё’'-]+"
NAME = re.compile(rf"(?:{_CAPITAL}\s+)?{_CAPITAL}$")
NAME_ALONE = re.compile(rf"^{_CAPITAL}\s+{_CAPITAL}(?=\s+[^А-ЯІЇЄҐЁ]|$)")
# A subject is a noun: no pronoun alone, no verb, no number.
NO_SUBJECT = re.compile(
    r"^(?:\W*|це|это|які|який|яка|который|которые|которая|хто|кто)$",
    re.IGNORECASE,
)

KOREAN_SOURCE = re.compile(
    r"(?P<who>[^,.;\"“”]{2,50}?)에\s?(?:따르면|의하면)", re.IGNORECASE
)
# "총참모부 주장으로": the claim of whom.
KOREAN_CLAIM = re.compile(
    r"(?P<who>[가-힣A-Za-z·]{2,}(?:\s[가-힣·]{2,}){0,2}?)(?:의|\s측)?\s(?P<how>주장|추산|집계|발표|추정|분석)(?:으로는|으로|에\s?따르면|에\s?의하면|대로라면)"
)
# "-다는 것이다", "-다고 한다": he who spoke before goes on.
KOREAN_ON = re.compile(
    r"(?:[다라]고\s(?:했다|했습니다|말했다|덧붙였다|전했다|설명했다)|[다라]는\s?것이다)\W*$"
)
KOREAN_SAYS = re.compile(
    r"(?P<how>밝혔|말했|전했|확인했|주장했|추정했|보도했|발표했|보고했|설명했|덧붙였|강조했|분석했|추산했|평가했|언급했|밝힌|전한|밝혀|시인했|인정했|잡았|봤|내다봤|파악했|집계했|관측했|지적했|진단했|경고했|공개했|알렸|추정하고|추산하고|파악하고|판단하고|판단했|보고\s?있|주장합|말합|밝힙|설명합|전합|설명한|주장한|말한다|전한다|전망했|(?<=고\s)했)"
)
KOREAN_SUBJECT = re.compile(
    r"(?:^|[\"”’'.,]\s*(?:(?:이)?라고\s|고\s)?)\s*(?P<who>[가-힣A-Za-z·()\s\d]{2,50}?)(?:은|는|이|가)\s"
)
# "... 다고 합참은 전했다": the speaker stands right before the verb.
KOREAN_QUOTED = re.compile(
    r"(?<=[다라])고\s(?P<who>[가-힣·]{2,}(?:\s[가-힣·]{2,}){0,2}?)(?:은|는|이|가)(?:\s)(?:(?:지난\s?)?\d{1,2}일\s|이날\s|전날\s|오전\s|오후\s|앞서\s|최근\s|[가-힣]+에(?:서|게)?\s)*$"
)
KOREAN_OPENING = re.compile(
    r"^(?:(?:한편|또|또한|앞서|이어|이와\s관련해|지난\s?\S*일|\d{1,2}일|이날|당시|그러나|하지만|아울러|\d{4}년|\d{1,2}월)\s*)+"
)
KOREAN_OFFICE = re.compile(
    r"^(?P<name>.*?[가-힣]{2,})\s(?:대통령|총리|의원|장관|위원|교수|박사|연구원)$"
)
# A headline: '국방부 "전사자 300명"'.
HEADLINE = re.compile(
    r"(?P<who>[가-힣A-Za-z·]{2,15}(?:\s[가-힣]{2,10})?)\s?[,:]?\s[\"“](?=[^\"”]*[\"”]?[^.]*$)"
)
THEREFORE = re.compile(r"(?:^|(?<=[\s\"”“]))이에\s(?:따르면|의하면)")
QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
INSTITUTION = re.compile(r"(?:부|원|청|국|처|군|당|회|단체|위)$")


def speakers(text: str) -> Iterator[Said]:
    """Yield the Slavic and Korean speakers of a sentence."""
    for match in SOURCE.finditer(text):
        who = match["his"] or _reduced(match["who"])
        how = (match["how"] or match[0]).strip().lower()
        yield Said(match.start(), who, how, 0, len(text))
    for match in CITED.finditer(text):
        yield Said(match.start(), _reduced(match["who"]), match["how"], 0, len(text))
    for verb in SAYS.finditer(text):
        if said := _slavic(text, verb):
            yield said
    for match in GAPPED.finditer(text):
        yield Said(match.start(), match["who"], "—", match.end(), len(text))
    if re.search("[가-힣]", text):
        yield from _korean(text)


def _slavic(text: str, verb: re.Match[str]) -> Said | None:
    start = verb.start()
    lead = text[max(0, start - REACH) : start]
    cuts = [match.end() for match in BOUNDARY.finditer(lead)]
    before = OPENING.sub("", lead[cuts[-1] if cuts else 0 :].strip() + " ").strip()
    before = TRAILING.sub("", before)
    how = verb["how"].lower()
    if before and not NO_SUBJECT.match(before):
        # "X said, that 300" governs what follows; ", X said" closes what stood before.
        first = start if not cuts or _introduces(text, verb.end()) else 0
        return Said(start, _reduced(before), how, first, len(text))
    if not cuts and start:
        return None
    after = re.match(r"\s+(?P<who>[^,.;:—–]{2,70})", text[verb.end() :][:REACH])
    if after is None:
        return None
    introduces = _introduces(text, verb.end() + after.end())
    first = start if introduces or not cuts else 0
    return Said(start, _reduced(after["who"]), how, first, len(text))


def _introduces(text: str, at: int) -> bool:
    return bool(re.match(r"\s*(?:,\s*(?:що|что)\b|:)", text[at : at + 20]))


def _reduced(who: str) -> str:
    """Reduce "the head of the service, Name" to the name; leave institutions whole."""
    who = re.sub(r"^[ву]\s+", "", who.strip(' «»"'))
    name = NAME.search(who)
    lead = who[: name.start()] if name else ""
    if name and OFFICE.search(lead):
        two = len(name[0].split()) > 1
        if two or OFFICE.fullmatch(lead.split()[-1]):
            return name[0]
    if alone := NAME_ALONE.match(who):
        return alone[0] if not OFFICE.search(who) else who
    return who


def _korean(text: str) -> Iterator[Said]:
    for match in KOREAN_SOURCE.finditer(text):
        who = KOREAN_OPENING.sub("", match["who"].strip()).strip()
        # The source may itself be a subject's: "국방부는 정보당국에 따르면".
        who = re.split(r"(?<=[가-힣])(?:은|는)\s", who)[-1]
        yield Said(
            match.start(), _korean_name(who), "에 따르면", match.end(), len(text)
        )
    for match in KOREAN_CLAIM.finditer(text):
        who = re.split(r"(?<=[가-힣])(?:은|는|이|가)\s", match["who"])[-1]
        yield Said(match.start(), who, match["how"], 0, len(text))
    if headline := HEADLINE.match(text):
        yield Said(0, headline["who"], "headline", headline.end() - 1, len(text))
    for match in THEREFORE.finditer(text):  # "이에 따르면": who was named last
        yield Said(match.start(), "그", "에 따르면", match.end(), len(text))
    # What is said inside a quotation is said by whom the quotation names.
    blank = QUOTED.sub(
        lambda quote: quote[0][0] + " " * (len(quote[0]) - 2) + quote[0][-1], text
    )
    outer = _korean_verb(blank)
    if outer:
        yield outer
    for quote in QUOTED.finditer(text):
        if said := _korean_verb(quote[0][1:-1]):
            at = quote.start() + 1
            yield replace(
                said, at=said.at + at, first=said.first + at, last=said.last + at
            )
    if (on := KOREAN_ON.search(text)) and outer is None:
        yield Said(0, "그", on[0].strip(), 0, on.start())


def _korean_verb(text: str) -> Said | None:
    """Read the first verb of saying that has a subject."""
    for verb in KOREAN_SAYS.finditer(text):
        lead = text[: verb.start()]
        if quoted := KOREAN_QUOTED.search(lead):
            who = _korean_name(quoted["who"].strip())
            return Said(quoted.start("who"), who, verb["how"], 0, verb.start())
        found = [
            subject
            for subject in KOREAN_SUBJECT.finditer(lead)
            if not NO_SPEAKER.search(subject["who"].strip())
        ]
        if not found:
            continue
        # The outermost subject opens the sentence; after a quotation it closes it.
        closing = [
            one for one in found if re.match(r"[\"”’']", one[0].strip()[:1] or "x")
        ]
        subject = closing[-1] if closing else found[0]
        who = KOREAN_OPENING.sub("", subject["who"].strip()).strip()
        if who:
            first = 0 if closing else subject.end()
            name = _korean_name(who)
            return Said(subject.start(), name, verb["how"], first, verb.start())
    return None


# A verb is no subject, nor are those who are counted.
NO_SPEAKER = re.compile(
    r"\d$|[다고며]$|\d\s?(?:여\s?)?명|(?:병사|포로|군인|부상자|전사자|사망자|병력|피해|규모|시신)들?$"
)


def _korean_name(who: str) -> str:
    match = KOREAN_OFFICE.match(who)
    if match and not INSTITUTION.search(match["name"]):
        return match["name"].split()[-1]
    return who
