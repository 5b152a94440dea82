"""Who speaks in a Ukrainian, Russian or Korean sentence, and how far does it reach?

English verbs of saying need more care with their subjects and stand in `attribution`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from safeconduct.text.nominative import nominative

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
    r"назва(?:в|л|ло)(?=\s+(?:число|цифр|кільк|колич))|жалу(?:ється|ются|ется)|скарж(?:иться|аться|ився|илася)|пообіця(?:в|ла|ли|ло)|пообещал[аио]?|обіцяє|порахува(?:в|ла|ли)|посчитал[аи]?|спостеріга(?:в|ла|є)|згаду(?:є|ють|вав|вала)|згадав|згадала|упомянул[аи]?|деклару\w+|деклариру\w+|обурю\w+ся|звітує|звітува(?:в|ла|ли)|отчитал(?:ся|ась|ись)|рапорту\w+|зізнал(?:ися|ась)|опублікува(?:в|ла|ли|ло)|опубликовал[аио]?|твердить|твердять|заперечу\w+|возраз(?:ил|ила|или)|опита(?:в|ла|ли)|опрос(?:ил|ила|или)|налічу(?:є|ють)|подтвержда(?:ют|л)|навод(?:ить|ять|ив|или)|привод(?:ит|ят|ил|или)|оприлюдни(?:в|ла|ли)|обнародовал[аи]?|констатува(?:в|ла|ли)|констатировал[аи]?|свідч(?:ить|ать)|прогнозу\w+|прогнозир\w+|запевни(?:в|ла|ли)|відзнач(?:ив|ила|или|ає|ають)|зауваж(?:ив|ила|или|ує|ують)|замет(?:ил|ила|или)|ответил[аи]?|відпові(?:в|ла|ли)|отмеча(?:ет|ют)|добавля(?:ет|ют)|указыва(?:ет|ют)|вказу(?:є|ють)|вказа(?:в|ла|ли)|указал[аи]?|объясня(?:ет|ют)|объяснил[аи]?|повідом(?:ив|ила|или|ило|ляє|ляють|ляв|ляли)|заяв(?:ив|ила|или|ило|ляє|ляють|ляв)|сказа(?:в|ла|ли|л)|розпов(?:ів|іла|іли|ідає)"
    r"|уточн(?:ив|ила|или|ил)|підтверд(?:ив|ила|или|ило|жує)|стверджу(?:є|ють|вав|вали)|наголос(?:ив|ила|или)|зазнач(?:ив|ила|или)"
    r"|дода(?:в|ла|ли|є)|пояснює|пригаду(?:є|ють|вав|вала)|зізна(?:вся|лася|ється)|говор(?:ить|ять)|назива(?:є|ють)|называ(?:ет|ют)|нагад(?:ує|ав|ала|али)|напомина(?:ет|ют)|наголошу(?:є|ють)|наводить|приводит|перекон(?:аний|ує)|рахує|вспомина(?:ет|ют|л|ла)|призна(?:ётся|ется|лся|лась)|поясняет|поделил(?:ся|ась)|написал[аи]?|полага(?:ет|ют)|оцін(?:ив|ила|или|ює|юють)|вважа(?:є|ють)|пиш(?:е|уть|ут|ет)|визна(?:в|ла|ли)|оголос(?:ив|ила|или)"
    r"|переда(?:є|ет)|каж(?:е|уть)|припуска(?:є|ють)|нарахува(?:в|ла|ли)|підрахува(?:в|ла|ли)|насчита(?:л|ла|ли)|подсчита(?:л|ла|ли)|доповіл?(?:а|и|в)?|пояснив|пояснила|поінформува(?:в|ла|ли)|назва(?:в|ла|ли)"
    r"|сообщ(?:ил|ила|или|ило|ает|ают|ал|али)|заяв(?:ил|ляет|ляют|лял)|рассказ(?:ал|ала|али|ывает)|подтвердил[аио]?|подтверждает|утвержда(?:ет|ют|л|ла|ли)"
    r"|отмет(?:ил|ила|или)|добав(?:ил|ила|или)|оценива(?:ет|ют|л)|оцен(?:ил|ила|или)|счита(?:ет|ют)|призна(?:л|ла|ли)|объяв(?:ил|ила|или)"
    r"|говор(?:ит|ят)|предполага(?:ет|ют)|доложил[аи]?|пояснил[аи]?|подчеркнул[аи]?"
)
SAYS = re.compile(rf"(?<![\w-])(?<!не\s)(?P<how>{_SAYS})(?!\w)", re.IGNORECASE)
SOURCE = re.compile(
    r"(?<!\w)(?:за|по)\s+(?P<his>його|її|їхніми|их|его|её|ее)\s+(?:словами|словам|даними|данным|оцінк\w+|оценк\w+|підрахунками|подсч[её]там|спостереженнями|наблюдениям|інформацією|информации|відомостями|сведениям|розрахунками|расч[её]там|версією|версии)"
    r"|(?<!\w)(?P<how>(?:за|по|згідно\s+з|відповідно\s+до|согласно)\s*(?:останніми\s+|последним\s+|попередніми\s+|предварительным\s+)?"
    r"(?:даними|словами|оцінк(?:ами|ою)|інформацією|повідомленн(?:ям|ями)|підрахунками|розрахунками|підтвердженням|відомостями|версією|твердженням|свідченнями|спостереженнями|опитуванням|звітом|прогноз(?:ом|ами)|заявою|визнанням|думкою|моніторинг(?:ом|у)"
    r"|данным|словам|оценк(?:ам|е)|информации|сообщени(?:ю|ям)|подсч[её]там|подтверждению|сведениям|версии|утверждени(?:ю|ям)|свидетельств(?:у|ам)|наблюдениям|опрос(?:у|ам)|отч[её]т(?:у|ам)|доклад(?:у|ам)|прогноз(?:у|ам)|заявлени(?:ю|ям)|признанию|мнению|мониторингу|расч[её]там)"
    r"|(?:згідно\s+зі?|відповідно\s+до|согласно)\s+(?!стат|конвенц|закон|резолюц|прав|норм|пункт)"
    r"|(?:як\s)?(?:й|і)?деться\s+[ву]\s+|говорится\s+в\s+)\s*"
    r"(?P<who>[^,.;:—–]{3,90}?)(?=\s*[,.;:—–]|\s+(?:загин|погиб|поран|ранен|вбит|убит|було|было|понад|более|щонайм|не\s+мен|близько|около|втрат|потер|з\s+\d|с\s+\d|(?:станом\s+)?(?:на|от|від)\s+\d|у\s+полоні|в\s+плену|\d)|$)",
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
    r"(?:(?:^|\s+)(?:впервые|вперше|недавно|нещодавно|публично|публічно|сразу|одразу|лише|лишь|только|тільки|прямо|открыто|відкрито|неофициально|неофіційно|також|раніше|офіційно|вчора|учора|сьогодні|також|вже|уже|также|ранее|официально|вчера|сегодня|не))+$",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:начальник\w*|м[ії]н[ії]стр\w*|президент\w*|депутат\w*|речни\w+|представни\w+|представител\w+|глав\w+|голов\w+|командир\w*|командувач\w*|командующ\w+"
    r"|генерал\w*|полковник\w*|майор\w*|кап[иі]тан\w*|директор\w*|спікер\w*|спикер\w*|пресс?-секретар\w*|секретар\w*|радни\w+|советни\w+"
    r"|керівни\w+|руководител\w+|(?:спів)?засновни\w+|(?:со)?основател\w+|координатор\w*|завідувач\w*|заведующ\w+|очільни\w+|анал[иі]тик\w*|посол|послом|омбудсм[ае]н\w*|уполномоченн\w+|уповноважен\w+|прокурор\w*|адвокат\w*|юрист\w*|слідч\w+|следовател\w+|санитар\w*|медик\w*|перекладач\w*|переводчик\w*|волонт[её]р\w*|дослідни\w+|исследовател\w+|правозахисни\w+|правозащитни\w+|учасни\w+|аналітикин\w+|аналитик\w*|історик\w*|историк\w*|психолог\w*|слідча|офіцер\w*|офицер\w*|сержант\w*|лейтенант\w*|нардеп\w*|сенатор\w*|експерт\w*|эксперт\w*|лікар\w*|врач\w*|журнал[иі]ст\w*|волонтер\w*|мер|мэр)(?!\w)",
    re.IGNORECASE,
)
_CAPITAL = r"[А-ЯІЇЄҐЁ][а-яіїєґё’'-]+"
# "Координаторка групи Олена Ткачук": what a person is, in small letters.
_BODY = (
    r"організац|організац|организац|агентств|агенці|фонд|служб|штаб|міністерств"
    r"|министерств|департамент|центр|інститут|институт|видан|издан|газет|телеканал"
    r"|партi|партия|компан|комітет|комитет"
)
ROLE_ONLY = re.compile(rf"(?:(?!(?:{_BODY})\w*\s*$)(?-i:[а-яіїєґё’'ʼ-])+\s+)+")
NAME = re.compile(rf"(?:{_CAPITAL}\s+)?{_CAPITAL}$")
NAME_ALONE = re.compile(rf"^{_CAPITAL}\s+{_CAPITAL}(?=\s+[^А-ЯІЇЄҐЁ]|$)")
# A subject is a noun: no pronoun alone, no verb, no number.
NO_SUBJECT = re.compile(
    r"^(?:\W*|це|это|які|який|яка|который|которые|которая|хто|кто)$",
    re.IGNORECASE,
)

# "두루리서치에 맡겨 성인 1005명에게 물은 결과": whoever asked gives the answers.
KOREAN_POLL = re.compile(
    r"(?P<who>[가-힣A-Za-z]{2,}(?:리서치|갤럽|폴|미터))(?:가|이|는|은|에|와|과|에게)\s[^.]{0,40}?(?P<how>물은|조사|설문|맡겨|의뢰)"
)
KOREAN_SOURCE = re.compile(
    r"(?P<who>[^,.;\"“”]{2,50}?)에\s?(?:따르면|의하면)", re.IGNORECASE
)
# "총참모부 주장으로": the claim of whom.
KOREAN_CLAIM = re.compile(
    r"(?P<who>[가-힣A-Za-z·]{2,}(?:\s[가-힣·]{2,}){0,2}?)(?:의|\s측)?\s(?P<how>주장|추산|집계|발표|추정|분석)(?:으로는|으로|에\s?따르면|에\s?의하면|대로라면)"
)
# "단체가 집계한 포로": who counted them says so.
KOREAN_COUNTED_BY = re.compile(
    r"(?:^|[\s\"”’',])(?P<who>[가-힣A-Za-z·'‘’]{2,}(?:\s[가-힣·'‘’]{2,}){0,2}?)(?:이|가)\s(?:\S+\s){0,2}?"
    r"(?P<how>집계|파악|추산|추정|확인|발표|공개|조사|실시|분석)(?:한|하고\s?있는|해\s?온|했던)(?=\s)"
)
# "-다는 것이다", "-다고 한다": he who spoke before goes on.
KOREAN_ON = re.compile(
    r"(?:[다라]고\s(?:했다|했습니다|말했다|덧붙였다|전했다|설명했다)|[다라]는\s?것이다)\W*$"
)
KOREAN_SAYS = re.compile(
    r"(?P<how>밝혔|말했|전했|확인했|주장했|추정했|보도했|발표했|보고했|설명했|덧붙였|강조했|분석했|추산했|평가했|언급했|밝힌|전한|밝혀|시인했|인정했|잡았|(?<![켜라펴아다러려])봤|내다봤|파악했|집계했|관측했|지적했|진단했|경고했|공개했|알렸|추정하고|추산하고|파악하고|판단하고|판단했|보고\s?있|주장합|말합|밝힙|설명합|전합|설명한|주장한|말한다|추산한다|추정한다|추정한|추산한|판단한다|파악한다|분석한다|설명한다|보고한다|주장한다|밝힌다|(?:것으로|수준으로|명으로|정도로)\s본다|귀띔했|되풀이|호소했|토로했|털어놨|털어놓|답했|물었|전한다|전망했|맞섰|반박했|꼬집었|비판했|우려했|걱정했|토로했|촉구했|제안했|반문했|되물었|일축했|증언했|회고했|적었|썼다|못박았|못\s박았|못\s?박|부인했|시사했|예상했|예측했|추정치를|집계됐|(?<=고\s)봤|여긴다|꼽았|짚었|소개했|호소한|인용했|(?<=고\s)덧붙|(?<=고\s)답|(?<=고\s)했)"
)
KOREAN_SUBJECT = re.compile(
    r"(?:^|[\"”’'.,]\s*(?:(?:이)?라고\s|고\s|며\s|면서\s|이?라며\s|이?라면서\s)?)\s*(?P<who>그|[가-힣A-Za-z·()\s\d'‘’]{2,50}?)(?:은|는|이|가)\s"
)
# "... 다고 합참은 전했다": the speaker stands right before the verb.
KOREAN_QUOTED = re.compile(
    r"(?<=[다라])고\s(?P<who>[가-힣·]{2,}(?:\s[가-힣·]{2,}){0,2}?)(?:은|는|이|가)(?:\s)(?:(?:지난\s?)?\d{1,2}일\s|이날\s|전날\s|오전\s|오후\s|앞서\s|최근\s|[가-힣]+에(?:서|게)?\s)*$"
)
KOREAN_OPENING = re.compile(
    r"^(?:(?:반면|다만|특히|실제로|이에\s대해|한편|또|또한|앞서|이어|이와\s관련해|지난\s?\S*일|\d{1,2}일|이날|당시|그러나|하지만|아울러|\d{4}년|\d{1,2}월)\s*)+"
)
KOREAN_OFFICE = re.compile(
    r"^(?P<name>.*?[가-힣]{2,})\s(?:대통령|총리|의원|장관|위원|교수|박사|연구원|변호사|기자|특파원|활동가|간호사|의사|목사|신부|씨|[가-힣]{0,4}(?:국장|팀장|부장|소장|원장|실장|과장|차장|단장|회장|처장|센터장|본부장|위원장|이사장|대표|대변인|연구위원|이사|간사|중령|대령|소령|대위|사령관|감독|코디네이터))$"
)
# A headline: '국방부 "전사자 300명"'.
HEADLINE = re.compile(
    r"(?P<who>[가-힣A-Za-z·]{2,15}(?:\s[가-힣]{2,10})?)\s?[,:]?\s[\"“](?=[^\"”]*[\"”]?[^.]*$)"
)
THEREFORE = re.compile(r"(?:^|(?<=[\s\"”“]))이에\s(?:따르면|의하면)")
QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
INSTITUTION = re.compile(
    r"(?:부|원|청|국|처|군|당|회|단체|위|연구소|센터|대학교?|병원)$"
)


def speakers(text: str) -> Iterator[Said]:
    """Yield the Slavic and Korean speakers of a sentence."""
    for match in SOURCE.finditer(text):
        who = match["his"] or nominative(_reduced(match["who"]), text)
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
    if cuts and not before and (whole := _before_aside(lead[: cuts[-1]])):
        return Said(start, _reduced(whole), verb["how"].lower(), 0, len(text))
    how = verb["how"].lower()
    before = _past_place(before)
    if COUNTED_ONES.match(before):  # "48 of them said"
        return None
    if before and not NO_SUBJECT.match(before):
        # "X said, that 300" governs what follows; ", X said" closes what stood before.
        first = start if not cuts or _introduces(text, verb.end()) else 0
        return Said(start, _reduced(before), how, first, len(text))
    return None if before and not cuts else _slavic_after(text, verb, cuts)


def _slavic_after(text: str, verb: re.Match[str], cuts: list[int]) -> Said | None:
    """Read the subject that follows its verb."""
    start, how = verb.start(), verb["how"].lower()
    after = re.match(r"\s+(?P<who>[^,.;:—–]{2,70})", text[verb.end() :][:REACH])
    if after is None:
        return None
    if PREPOSITION.match(after["who"]):  # "…, they think in Seoul"
        town = IN_PLACE.fullmatch(after["who"].strip())
        return Said(start, town["place"], how, 0, len(text)) if town else None
    if how.startswith("назва") and not after["who"][0].isupper():
        return None  # "named debts as the reason"
    introduces = _introduces(text, verb.end() + after.end())
    first = start if introduces or not cuts else 0
    return Said(start, _reduced(after["who"]), how, first, len(text))


COUNTED_ONES = re.compile(r"(?:(?:із?|з|из|серед|среди)\s+)?\d")
# "Name, who lives there, said", "the office, answering for it, named": between commas.
ASIDE = re.compile(
    r"(?:^|[.;:!?»]\s|,\s(?:а|але|но|однак|проте|хотя|хоча)\s)(?P<who>[^,.;:—–]{3,60}),\s"
    r"(?:(?:на|у|в|з|із|из|с|до|від|от|о|об|про|за|при|для|по)\s+)?"
    r"(?:як(?:ий|а|е|і|ого|ої|ому|ій|их|им|ими)|котор\w+|что|що|хто|кто|(?-i:[а-яіїєґё’'ʼ-])+(?:ч|щ|вш)(?:ий|ая|ее|ие|а|е|і|его|ей|их)(?:ся)?"
    r"|дружина|мати|мать|жена|сестра|брат|батько|отец|голова|глава|керівни\w+|руководител\w+|директор\w*|представни\w+|представител\w+|речни\w+|(?:спів)?засновни\w+|(?:со)?основател\w+|координатор\w*|волонтер\w*|колишн\w+|бывш\w+)"
    r"(?!\w)[^.;:—–]{2,80},\s*$",
    re.IGNORECASE,
)


def _before_aside(lead: str) -> str:
    """Return the subject that an aside parts from its verb; nothing where none does."""
    match = ASIDE.search(lead)
    if match is None:
        return ""
    who = _past_place(OPENING.sub("", match["who"].strip() + " ").strip())
    return "" if NO_SUBJECT.match(who) else who


# What begins with a preposition is no subject: "рассказали о насилии".
PREPOSITION = re.compile(
    r"(?:в|у|во|на|о|об|про|при|за|по|из|із|з|с|со|зі|к|ко|до|для|від|от|без|под|під|над|між|между|серед|среди|через|після|после|перед)\s+",
    re.IGNORECASE,
)
SUBJECT_LAST = re.compile(r"\s(?P<who>(?-i:[А-ЯІЇЄҐЁ])[\w’'ʼ-]*(?:\s[^\W\d]+){0,4})$")
IN_PLACE = re.compile(
    r"(?:в|у|во)\s+(?P<place>(?-i:[А-ЯІЇЄҐЁ])[\w’'ʼ-]+)$", re.IGNORECASE
)


def _past_place(who: str) -> str:
    """Step over "over the past day" before a subject; nothing where no subject is left.

    "In Kyiv they say" leaves Kyiv: who speaks is the town's government.
    """
    opened = PREPOSITION.match(who)
    if opened is None:
        return who
    if town := IN_PLACE.fullmatch(who):
        return town["place"]
    last = SUBJECT_LAST.search(who, opened.end())
    return last["who"] if last else ""


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
    if name and len(name[0].split()) > 1 and ROLE_ONLY.fullmatch(lead):
        return name[0]
    if alone := NAME_ALONE.match(who):
        return alone[0] if not OFFICE.search(who) else who
    return who


def _korean(text: str) -> Iterator[Said]:
    for match in KOREAN_POLL.finditer(text):
        yield Said(match.start(), match["who"], match["how"], 0, len(text))
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
    yield from _korean_counters(text)
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


def _korean_counters(text: str) -> Iterator[Said]:
    for match in KOREAN_COUNTED_BY.finditer(text):
        who = re.split(r"(?<=[가-힣])(?:은|는)\s", match["who"])[-1]
        if not NO_SPEAKER.search(who):
            start, name = match.start("who"), _korean_name(who)
            yield Said(start, name, match["how"], match.end(), len(text))


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
        if TOPIC.search(found[0][0]) and found[0] not in closing:
            # "X는 "…"며 언론이 …고 비판했다": the topic says it.
            closing = [one for one in closing if TOPIC.search(one[0])]
        later = [
            subject
            for subject in found
            if CLAUSE_BEFORE.search(lead[: subject.start("who")])
        ]
        subject = closing[-1] if closing else (later or found)[-1 if later else 0]
        who = KOREAN_OPENING.sub("", subject["who"].strip()).strip()
        if who:
            first = 0 if closing else subject.end()
            name = _korean_name(who)
            return Said(subject.start(), name, verb["how"], first, verb.start())
    return None


TOPIC = re.compile(r"[은는]\s$")
# "…했는데, 연대는": the subject of the verb's own clause.
CLAUSE_BEFORE = re.compile(r"(?:는데|은데|지만|으나|으며|[했됐었았]고),\s*$")
# A verb is no subject, nor are those who are counted.
NO_SPEAKER = re.compile(
    r"\d$|[다고며]$|\d\s?(?:여\s?)?명|(?:병사|포로|군인|부상자|전사자|사망자|병력|피해|규모|시신)들?$"
)


def _korean_name(who: str) -> str:
    who = re.sub(r"\s?\(\d{2}(?:세|살)?\)$", "", who.strip("'‘’\"“” "))
    match = KOREAN_OFFICE.match(who)
    if match and not INSTITUTION.search(match["name"]):
        return match["name"].split()[-1]
    return who
