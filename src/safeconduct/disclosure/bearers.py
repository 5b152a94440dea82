"""Of whom does a sentence speak? Prisoners, groups, and people who are not protected."""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from safeconduct.disclosure.automaton import NameHit
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.few import fews
from safeconduct.disclosure.namings import (
    INITIALS,
)
from safeconduct.disclosure.prefilter import compiled
from safeconduct.disclosure.ranks import ALL, SUBSET, end_of_all, ranked, size_of
from safeconduct.disclosure.strangers import NEIGHBOUR, strangers, touches, unknown
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
    INITIALS = "initials"
    RANK = "rank"
    SUBSET = "subset"
    ALL = "all"
    SHE = "she"
    PRONOUNS = "pronouns"
    MEMBER = "member"
    OTHER = "other"
    NEWCOMER = "newcomer"
    FEW = "few"
    ONE = "one"
    DETAIL = "detail"
    WOUNDED = "wounded"


@dataclass(frozen=True, slots=True)
class Sign:
    """A word or words that point to somebody; spans count the sentence's characters."""

    start: int
    end: int
    sort: Sort
    hit: NameHit | None = None
    detail: Detail | None = None
    size: int | None = None
    """Of a few: how many they are."""
    rank: int | None = None
    """Of one of several: 0 the youngest, -1 the eldest, 1 the middle one."""
    letters: str = ""
    """Of initials: which."""


BECAME = re.compile(r"가\s?[되됐된]|로\s?(?:잡|붙잡)")
"""After 포로: it tells that somebody was taken, and is nobody himself."""
PLAYED = compiled(
    r"\b(?:play(?:s|ed|ing)?|portray\w*)\s+(?:an?|the)\s|\b(?:the|his|her)\s+(?:part|role)\b|(?<!\w)(?:грає|зіграв\w*|играет|сыграл\w*|ради\s+роли|заради\s+ролі)(?!\w)|역(?:을|으로|에)\s",
    re.IGNORECASE,
)
"""Who plays a soldier is none."""
ANYBODY = re.compile(
    r"(?:\b(?:no|any|every|each|whichever)|(?<!\w)(?:жодн(?:ого|ому|ий|им)|кожн(?:ого|ому|ий|им)|будь-як(?:ого|ому|ий)|всяк\w+|ни\s+одн(?:ого|ому|ин|им)|люб(?:ого|ому|ой)|кажд(?:ого|ому|ый|ым)|никакого)|(?<![가-힣])(?:어떤|모든|어느))\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""Before a word for a prisoner: it means none in particular."""
TAKEN = re.compile(r"\b(?:taken|took(?:\s+\w+)?|held|taking)\s$")
PLACE_OF = re.compile(
    r"(?:[\s-]+of[\s-]+war)?[\s-]+(?:camps?|facilit\w+|exchanges?|swaps?|colony|status|hospital|wing|barracks?|lists?|affairs)\b|\s?(?:수용소|교환|병동|송환|신분|지위|문제|보도|대우|협약)"
)
"""After a word for prisoners: it tells of a place or an act, and is nobody."""
PLURAL = re.compile(
    r"(?:s|men|troops)$|^POWs$|(?:и|і|ы|ів|їв|ей|ов|ам|ами|ах|х|ыми|ими|ым)$|들",
    re.IGNORECASE,
)
SINGULAR = re.compile(r"(?:ого|ому|им|ый|ий|ий|ой|ым|ець|ем|ом|а|у|ат|як|к)$")
QUOTED = re.compile(r"[“\"«‘「][^”\"»’」]{2,600}[”\"»’」]")
CUT = re.compile(r"[“«‘「][^”»’」]{2,}$")
"""Where a quotation of several sentences begins."""
CLIENT = compiled(
    r"\b(?:her|his|their)\s+client\b|(?<!\w)(?:її|його|ее|её|его)\s+(?:клієнт|підзахисн|клиент|подзащитн)\w*|(?<![가-힣])의뢰인(?:[은이의을도]|\s)",
    re.IGNORECASE,
)
"""A prisoner, as his lawyer speaks of him."""
PRONOUN = compiled(
    r"\b(?:he|him|his|himself|the\s+man|the\s+(?:former|latter)(?:\s+(?:man|one|of\s+the\s+two))?)\b"
    r"|(?<!\w)(?:він|його|йому|ним|нього|ньому|своєї|своєю|своїй|он|его|ему|нём|него|нему|юнак\w{0,3}|парень|парня|парню|мужчин[ауые]|чоловік(?:а|у|ом|ові)?|хлопця|хлопець)(?!\w)"
    r"|(?<![가-힣])(?:그는|그가|그의|그를|그에게|그도)(?![가-힣])"
    rf"|{CLIENT.pattern}|\bthe\s+(?:defendant|accused)\b|(?<!\w)(?:підсудн(?:ий|ого|ому)|обвинувачен(?:ий|ого|ому)|подсудим(?:ый|ого|ому)|обвиняем(?:ый|ого|ому))(?!\w)|(?<![가-힣])피고인(?:[은이의을도]|\s)",
    re.IGNORECASE,
)
_ENDS = r"(?:ий|ого|ому|им|его|ему|ем)"
YOUNGER = compiled(
    r"\bthe\s+younger(?:\s+(?:man|one|soldier|prisoner|of\s+the\s+(?:two|pair)))?(?!\s+(?:brother|sister|son|daughter|child|generation|men|people|soldiers|prisoners))\b"
    rf"|(?<!\w)(?:молодш{_ENDS}|младш{_ENDS})(?!\w)(?!\s+(?:син|сын|брат|сестр|сержант|лейтенант|дитин|реб|школ|клас|класс|за\s|за$|на\s))"
    r"|(?<![가-힣])(?:나이(?:가)?\s?(?:적은|어린)|더?\s?(?:어린|젊은))\s(?:쪽|사람|병사|한\s?명|포로)(?=[은이의도을]|\s)|(?<![가-힣])(?:연하|아우뻘)(?:인|의)?\s?(?:쪽|병사|포로)(?=[은이의도])",
    re.IGNORECASE,
)
ELDER = compiled(
    r"\bthe\s+(?:older|elder)(?:\s+(?:man|one|soldier|prisoner|of\s+the\s+(?:two|pair)))?(?!\s+(?:brother|sister|son|daughter|child|generation|men|people|soldiers|prisoners))\b"
    rf"|(?<!\w)старш{_ENDS}(?!\w)(?!\s+(?:син|сын|брат|сестр|сержант|лейтенант|солдат|матрос|офицер|офіцер|дитин|реб|школ|клас|класс|за\s|за$|на\s))"
    r"|(?<![가-힣])(?:나이(?:가)?\s?많은|더?\s?나이\s?든)\s(?:쪽|사람|병사|한\s?명|포로)(?=[은이의도을]|\s)|(?<![가-힣])(?:연상인?|형뻘인?|연장자인?)\s?(?:쪽|병사|포로)?(?=[은이의도])",
    re.IGNORECASE,
)
REST_OF_TWO = compiled(
    r"(?<![가-힣])(?:다른|나머지|또\s?다른)\s(?:한\s?(?:명|사람)|쪽|병사|포로|하나)(?=[은이의도을는])",
)
"""Of two who are told of together: which of them, by his age or after the first."""
SHE = compiled(
    r"\b(?:she|her|hers|herself|the\s+woman)\b"
    r"|(?<!\w)(?:вона|її|їй|нею|неї|ній|жінк(?:а|и|у|ою|ці)|дівчин(?:а|и|у|ою|і)|она|е[её]|ей|нею|не[её]|ней|женщин(?:а|ы|у|ой|е)|девушк(?:а|и|у|ой|е))(?!\w)"
    r"|(?<![가-힣])(?:그녀|그\s?여성|이\s?여성)(?:는|가|의|를|에게|도)(?![가-힣])",
    re.IGNORECASE,
)
WOMAN = compiled(
    r"\b(?:woman|women|female|servicewoman|girl|she)\b"
    r"|(?<!\w)(?:жінк\w+|жіноч\w+|дівчин\w*|співрозмовниц\w+|військовослужбовиц\w+|полонянк\w+|бранк\w+|медичк\w+|санітарк\w+|розвідниц\w+|женщин\w*|женск\w+|девушк\w*|собеседниц\w+|пленниц\w+|санитарк\w+|разведчиц\w+|связистк\w+|зв['’]язківиц\w+|поварих\w+|кухарк\w+|(?:військово)?полонен(?:а|ої|ій|ою)|(?:военно)?пленн(?:ая|ую)|военнослужащая|[\w-]+(?:летняя|летней|летнюю|річна|річної|річній|річну)|сама(?:я)?\s+(?:млад|молод|юн|стар)\w+)(?!\w)"
    r"|여군|여성\s?(?:포로|병사|군인|의무병|통신병)|여자\s?(?:포로|병사|군인)|그녀",
    re.IGNORECASE,
)
"""What shows that a prisoner is a woman."""
A_WOMAN = compiled(
    r"\bthe\s+(?:youngest|oldest|only|first|last)\s+(?:woman|female\s+\w+)\b|\b(?:an?|one|the)\s+(?:[\w-]+\s+){0,2}(?:servicewoman|(?:female|woman)\s+(?:soldier|prisoner|medic|fighter|captive|POW|sniper|driver))\b"
    r"|(?<!\w)(?:сам(?:ая|ую|ой)\s+(?:молод|юн|младш|старш|молчалив|тих|опытн|разговорчив)\w+|най(?:молодш|старш)(?:а|ої|ій|у|ою)|єдин(?:а|ої|ій|у)|единственн(?:ая|ой|ую))\s+(?:собеседниц|співрозмовниц|женщин|жінк|пленн|полонен|военнослужащ|військовослужбовиц|девушк|дівчин)\w*"
    r"|(?<!\w)(?:жінк|женщин|девушк|дівчин)\w{1,2}\s*[-—–]?\s*(?:військовополонен|військовослужбов|полонен|военнопленн|военнослужащ|пленн|солдат|медик|санітар|санитар)\w*"
    r"|(?<!\w)(?:(?:військово)?полонен(?:а|ої|ій|ою)(?!\s+(?:рота|група|армія))|пленниц(?:а|ы|у|е|ей)|полонянк\w+|військовослужбовиц(?:я|і|ю|ею)|военнопленная|военнослужащая)(?!\w)"
    r"|(?<![가-힣])(?:(?:가장|제일)\s(?:어린|젊은|나이\s?많은)\s여성\S*|유일한\s여성\S*|(?:한\s)?여성\s(?:포로|병사|군인|의무병|통신병)|여군(?=[은이의도]|\s))",
    re.IGNORECASE,
)
"""A woman who is brought in as a prisoner."""
PRONOUNS = compiled(
    r"\b(?:they|them|their|both(?:\s+(?:men|soldiers|prisoners|of\s+them)|(?=\s+(?:(?:now|still|also|later)\s+)?(?:were|are|have|had|said|say|told|will|would|want|ask|wish|hope|fear|dread|dream|refuse|insist|prefer|beg\b|begged|decline|agree|plan|hesitate|waver|came|grew|served|worked|surrendered|cannot|could|must|might|speak|think|believe|[a-z]{2,}ed)\b|\s*,)|(?<![\w,]\s)neither(?:\s+(?:man|soldier|prisoner|of\s+(?:them|the\s+(?:two|men)))|(?=\s+(?:will|would|wants?|wished|has|had|is|was|asked|intends|plans|hopes|could|can|did|does)\b)))|the\s+(?:two|pair|men))\b|(?<!\w)(?:вони|їх|їхн\w+|ними|обидва|обидвоє|обоє|обох|они|их|ими|оба|обоих|обоим|ни\s+(?:один|тот)(?:,?\s+ни\s+другой|\s+из\s+(?:них|двоих|двух))|(?:жоден|жодному)\s+(?:із|з)\s+(?:них|двох|обох)|ні\s+той,?\s+ні\s+(?:інший|другий))(?!\w)|(?<![가-힣])(?:둘\s?중\s)?어느\s(?:쪽|누구)도|(?<![가-힣])(?<![은는던된한인]\s)이들|(?<![가-힣])(?:그들|두\s사람|둘\s?다|두\s?명\s?모두|이\s두)",
    re.IGNORECASE,
)
_NO_BEST = r"(?!harvest\b|forest\b|west\b|interest\b|protest\b|request\b|arrest\b|conquest\b|contest\b|guest\b|priest\b|chest\b|quest\b|test\b|nest\b|latest\b|nearest\b|closest\b|slightest\b|least\b)"
"""Words that end as "the youngest" does, and are nobody."""
_NO_PART = r"(?<!about\s)(?<!nearly\s)(?<!over\s)(?<!than\s)(?<!almost\s)(?<!roughly\s)(?<!or\s)(?<!by\s)(?<!some\s)(?<!under\s)"
"""Before "a third": a share."""
_NO_THIRD = r"(?!\s+(?:day|time|week|month|year|hand|side|country|case|option|war|world|party|question|convention|geneva|reason|issue|problem|way|state|nation|thing|\d))"
OTHER = compiled(
    rf"\b{_NO_PART}(?:another|the\s+other(?!\s+(?:[\w-]+\s+)?(?:prisoners|men|soldiers|captives|POWs|detainees|inmates|two|three|four|five|side|hand|day|half))|(?:a|the)\s+(?:second|third|fourth|fifth|sixth)|the\s+last(?:\s+of\s+(?:them|the\s+\w+)|\s+(?:man|prisoner|soldier|one))?(?=,|\s+(?:is|was|man|prisoner)))\b{_NO_THIRD}"
    rf"|\bthe\s+(?:{_NO_BEST}[a-z]{{3,}}est|most\s+[a-z]+)(?=\s+(?:of|in|among|man|men|prisoner|soldier|captive|is|was|has|had|said|asked|told|wants|refused)\b|,)"
    r"|\b(?:his|the|a)\s+(?:neighbou?r|cell-?mate|bunk-?mate|room-?mate|ward-?mate)\b|\bthe\s+man\s+(?:in|on)\s+the\s+(?:next|other|neighbou?ring|opposite)\s+(?:bed|bunk|cot|cell|ward|room)\b"
    r"|(?<!\w)(?:інш(?:ий|ого|ому|им)|друг(?:ий|ого|ому|им|ой)|втор(?:ой|ого|ому|ым|ом)|ще\s+один|ещ[её]\s+один|ещ[её]\s+одного|ще\s+одного|трет(?:ій|ього|ьому|ім)(?!\s+країн)|(?<!на\s)(?<!у\s)(?<!в\s)останній(?!\s+(?:зустрічі|розмові|раз|лист))|последний(?!\s+раз)|трет(?:ий|ьего|ьему|ьим)|четв[её]рт(?:ый|ого|ому|ым)|четверт(?:ий|ого|ому|им)|п['’]ят(?:ий|ого|ому|им)|пят(?:ый|ого|ому|ым))(?!\w)(?!\s+(?:день|місяц|рік|боку|стороны|стороні|сторон|месяц|год|раз|питан|вопрос|женевськ|женевск|конвенц|стат|частин|част|поверх|этаж|країн|стран|держав|государ|кімнат|комнат|палат|машин|школ|мов[иіу]|язык))"
    r"|(?<!\w)(?:самый|самого|самому)\s+(?:молод|юн|младш|старш|молчалив|тих|опытн|разговорчив)\w+|(?<!\w)най[а-яіїє’']{3,}ш(?:ий|ого|ому)(?=\s+(?:у|в|з|із|серед|полонен|військовополонен)\b|\s+(?:з|із)\s|\s*[,—–])|(?<!\w)наймолодш\w+|(?<!\w)найстарш\w+"
    r"|(?<!\w)(?:сосед(?:а|у|ом)?|сусід(?:а|у|ом|ові)?|сокамерник\w{0,2}|співкамерник\w{0,2})(?=\s+(?:по|з|із|на)\s+(?:палат|камер|койк|нар|бараку|кімнат|комнат|ліжк|лікарнян)|\s*[,—–]|\s+(?-i:[А-ЯІЇЄҐ]))|(?<!\w)(?:его|його)\s(?:сосед|сусід)\w{0,3}"
    r"|(?<![가-힣])(?:또\s?다른|다른\s?한|다른\s?병사|다른\s?포로|나머지\s?한|(?:두|세|네|다섯)\s?번째|또\s?한\s?명|마지막\s?(?:포로|병사|한)|(?:가장|제일)\s(?:어린|젊은|나이\s?(?:가\s)?(?:많은|어린))|최연소|최고령|(?:옆|맞은편|건너편)\s?(?:침대|병상|방|자리)의?|같은\s(?:방|병실|병동)의)",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"(?:a|the)\s+(?:second|third|fourth|fifth|sixth)$", re.IGNORECASE)
SLAVIC_ORDINAL = re.compile(
    r"(?:інш|друг|втор|трет|четв|п['’]ят|пят|останн|последн)\w+$", re.IGNORECASE
)
WORD_AFTER = re.compile(r"\s+([а-яіїєґё’'ʼ-]{3,})")
SLAVIC_MAN = re.compile(
    r"(?:співрозмовник|собеседник|опитан|опрошен|чоловік|мужчин|хлоп|парен|парн|юнак|юнош|брат|боєц|бійц|бойц|офіцер|офицер|земляк|подсудим|підсудн|обвинувач|обвиняем|водн|з\s|із\s|из\s|зі\s|серед|среди|поранен|ранен|сосед|сусід|товариш|товарищ|кого|якого|который|котор|який|яком|хто|кто)"
)
ACTS_OR_LINKS = re.compile(
    r"(?:[аеиіоуюяыєїё]в|ла|ли|ло|[аеиіяыуо]л|ся|сь|ти|ть|є|ет|ит|їт|ют|ють|ат|ять|уть|ут|но|то|же|ж|ще|ещё|уже|вже|теж|тоже|також|также|поки|пока|досі|того|чи|або|или|для|без|від|при|над|під|под|про|из|із|між|між|через|после|після|до)$"
)
"""After an ordinal: who it is, or what he does, and not what is counted."""
STANDS_ALONE = re.compile(
    r"\s*(?:$|[,.;:!?—–)”\"])|\s+(?:who|whose|whom|of\s+(?:them|the\s+(?:two|three|four|five|men|prisoners|soldiers|captives))"
    r"|is|was|has|had|did|does|will|would|could|can|wants?|says?|said|told|asked|also|later|then|came|comes|went|goes|lost|lies|sits|speaks|spoke|refuse[sd]|died"
    r"|(?:[a-z]+\s+)?(?:man|one|boy|lad|youth|officer|accused|defendant|brother))\b"
    r"|\s+[a-z]+ed\s+(?:to|in|on|by|at|from|with|that|he|him|his|the|a|an|and|as|for)\b",
    re.IGNORECASE,
)
"""After an ordinal: it stands for a man, who is or does something."""
NOUN = re.compile(r"(?:\s+(?!of\b)[\w'’-]+){1,3}")
"""After an ordinal: what there is a second of."""
NEWCOMER = compiled(
    r"\b(?:(?:and\s+)?then\s+there(?:\s+is|\s+was|['’]s)|there\s+(?:is|was)\s+also|next\s+to\s+(?:him|them)\s+(?:lies|sits|sleeps|lay|sat|slept|was|is)|(?:in|on)\s+the\s+(?:next|other|far|last|opposite|corner|upper|lower)\s+(?:bed|bunk|cot|cell|room|ward)\s+(?:lies|sits|sleeps|lay|sat|slept|was|is))\s+(?:the|an?|another|one)\s+(?:[a-z]+(?:-[a-z]+)*\s+){0,2}[a-z]+\b"
    r"|(?<!\w)(?:[Аа]\s+)?(?:[Ее]сть|[Єє]|[Бб]ув|[Бб]ыл)\s+(?:ещ[её]|ще|тут|здесь|и|і|й)\s+(?:и\s+|й\s+|і\s+)?(?:один|такой|такий)?\s*(?:[а-яіїєґё]{3,}(?:ый|ий|ой|ій)\s+)?(?=студент|учител|вчител|повар|кухар|парень|хлопец|мужчин|чолов|боец|боєц|солдат|сержант|водител|водій|механик|механік|фельдшер|санитар|санітар|тракторист|зварник|сварщик)[а-яіїєґё]+"
    r"|\b(?:an?|one)\s+(?:[a-z]+(?:-[a-z]+)*,?\s+){0,3}(?:man|boy|lad|youth)\b(?!\s+(?:who|that)\s+(?:is|was)\s+not\b)"
    r"|(?<!\w)(?:одного|одному|один|некий|якийсь|якогось|[а-яіїєґё]{3,}(?:ый|ий|ой|ій))\s+(?:мужчина|парень|пар[еі]н[её]к|юноша|чоловік|чоловічок|хлопець|хлопчина|юнак)(?!\w)"
    # "таджикский штукатур, взятый под Купянском"
    r"|(?<!\w)[а-яіїєґё]{3,}[сц](?:ь?кий|ь?кого|ь?кому|ким)\s+[а-яіїєґё]{4,},\s+(?:[ву]зят|захвач|захопл|пл[её]н|попавш)[а-яіїєґё]{0,6}(?:ий|ый|ого|его|ому|ему)(?=\s)"
    r"|(?<!\w)(?:мужчина|парень|юноша|чоловік|хлопець|юнак),\s+(?:котор|як(?:ий|ого|ому|им)(?!\w))"
    r"|(?<![가-힣])(?:한|어느|어떤)\s(?:남성|남자|청년|사내)"
    r"|(?<=[은는던된한인]\s)(?:포로|병사|군인|사람|이)도\s있(?:다|었다)"
    r"|(?<![가-힣])(?:한|어느|어떤)\s(?:북한군?\s|외국인\s)?(?:포로|병사|군인)(?=의\s(?:사연|이야기|고백|증언|편지))"
    r"|^\s*(?-i:An?)\s+(?!prisoner\b|group\b|list\b|report\b|spokes|law|doctor|nurse|former\b|source\b|official\b|senior\b)(?:[a-z]+(?:-[a-z]+)*\s+){1,4}who\s+(?:lost|was|had|came|comes|surrendered|gave|walked|crawled|fell|grew|worked|served|says|said|wants|has|is)\b"
    # A welder from Osh stood by the door; одного: дальнобойщик из Уральска, сорок
    r"|^\s*(?-i:An?)\s+(?!spokes|law|doctor|nurse|former\b|senior\b)(?:[a-z]+\s+)?(?!officer|reporter|commander|minister|interpreter|visitor|researcher|volunteer|leader|letter|number|paper|director|editor|ambassador|member)(?:[a-z]{2,}(?:er|or|ist|man|smith)|cook|clerk|student|mason|mechanic)\s+from\s+(?-i:[A-Z])[\w’'-]+\b(?=\s+[a-z]{3,})"
    r"|(?:^|[:—–]\s)\s*[а-яіїєґё]{3,}(?:ик|ист|тель|арь|[её]р|яр|ар)\s+(?:из|із|з)\s+(?-i:[А-ЯІЇЄҐ])[а-яіїєґё’'-]+(?=,\s+(?:(?:ровно|рівно)\s+)?(?:\d\d|двадц|тридц|сорок|пятьдес|п[’']ятдес))"
    r"|\b(?:story|account|testimony|letter)\s+of\s+(?:one|a|an)\s+(?:[\w-]+\s+){0,2}(?:prisoner|soldier|captive|POW)\b"
    r"|(?<!\w)(?:історі|істор|розповід|истори|рассказ|письм|лист)\w*\s+(?:одного|якогось|некоего)\s+(?:[\w-]+\s+)?(?:(?:військово)?полонен|(?:военно)?пленн|солдат|бійц|бойц)\w*"
    r"|\b(?:across\s+from|opposite|beside|next\s+to|facing)\s+him\b(?=[^.;!?]{0,80}\b(?:is|lies|sits|sleeps|lay|sat|slept|was)\s+(?:the\s+one|the\s+man|one|an?\s+man|another|someone|somebody))"
    r"|(?<!\w)(?:напротив|рядом\s+с|возле|около|навпроти|поруч\s+із|поруч\s+з|біля)\s+(?:него|ним|нього)(?!\w)(?=[^.;!?]{0,60}(?:лежит|сидит|спит|лежить|сидить|спить|лежал|сидел|лежав|сидів)\s+(?:тот|той|парень|хлопець|мужчина|чоловік|ещё\s+один|ще\s+один|другой|інший|один))",
    re.IGNORECASE,
)
"""Who is brought in without a name: "a thin man with a folder"."""
KNOWN_ALREADY = re.compile(
    r"(?:\b(?:is|was|like|as|such|whether|if|that|what|how|name\s+of)|(?<!\w)(?:имя|ім['’ʼ]я|этот|тот|сам|цей|той|этого|цього|как|як|быв|был|був|это|це))\s+$",
    re.IGNORECASE,
)
"""Before such a man: it is said of one who was spoken of."""
ONE = compiled(
    r"\bone\b(?=[^.;!?]{1,60}\b(?:and|but|while|,|;)\s+the\s+other\b)|\bone\s+(?:of\s+(?:them|whom|the\s+(?:\w+[\s-]){0,2}(?:men|soldiers|prisoners|captives|two|three|four|five|pair|brothers|group|captured|fighters|conscripts|Koreans|POWs|detainees|wounded|troops|recruits|others)\b)|(?=[“\"«]?(?:is|was|has|had|said|told|wants?)\b))"
    r"|^(?:один|одному|одного)(?=[^.;!?]{1,60}[,;—–]\s*(?:а\s+|і\s+|и\s+)?(?:інш|друг)(?:ий|ого|ому|ой))"
    r"|(?<!\w)(?:один|одного|одному|одним)\s+(?:із|з|из)\s+(?:[\w-]+\s+)?(?:них|двох|двух|трьох|тр[её]х|четверых|п['’]ятьох|(?:військово)?полонен\w+|(?:военно)?пленн\w+|солдат\w*|бійц\w+|бойц\w+|військов(?:их|ослужбовц\w+)|воен(?:ных|нослужащ\w+)|чоловіків|мужчин|хлопців|парней|братів|братьев|коре[йє]ц\w+|кубинц\w+|росіян|россиян)(?!\w)"
    r"|(?<!\w)(?:перш(?:ий|ого)|перв(?:ый|ого|ом))(?!\w)|(?:한\s명은|그중\s한|한\s병사)",
    re.IGNORECASE,
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
    others = tuple(
        (start, end)
        for start, end in (*strangers(text, names), *unknown(text, names))
        if not touches(start, end, busy)
        and not _is_fellow(text, start, [*names, *_posts(details)])
        and not _had_a_trade(text, start, end, names)
    )
    found = [Sign(start, end, Sort.STRANGER) for start, end in others]
    for hit in hits:
        start, end = hit.start - shift, hit.end - shift
        if hit.form is not Form.FULL and (
            touches(start, end, kin) or SON.match(text, start)
        ):
            continue  # the wife's surname, not his; "Син вступає": his son
        if not touches(start, end, others):
            found.append(Sign(start, end, Sort.NAME, hit=hit))
    some = [match.span() for match in SUBSET.finditer(text)]
    for start, end, size in fews(text, details):
        if not touches(start, end, [*some, *((s.start, s.end) for s in found)]):
            found.append(Sign(start, end, Sort.FEW, size=size))
    busy = [(sign.start, sign.end) for sign in found]
    found += (s for s in _wounded(text, details) if not touches(s.start, s.end, busy))
    taken = [(sign.start, sign.end) for sign in found]
    for detail in details:
        if detail.field is Field.NATIONALITY and _is_destination(text, detail):
            continue
        if detail.field is Field.ROLE and (
            detail.plural
            or ADJECTIVE.search(text[detail.start : detail.end])
            or _is_many(text[detail.start : detail.end])
        ):
            continue
        if describes(detail) and not touches(detail.start, detail.end, taken):
            sort = Sort.GROUP if detail.field is Field.GROUP else Sort.DETAIL
            found.append(Sign(detail.start, detail.end, sort, detail=detail))
    groups = [(s.start, s.end) for s in found if s.sort is Sort.GROUP]
    found = [
        s
        for s in found
        if s.sort is Sort.GROUP
        or not touches(s.start, s.end, groups)
        or s.sort in {Sort.NAME, Sort.STRANGER}
    ]
    quoted = [match.span() for match in (*QUOTED.finditer(text), *CUT.finditer(text))]
    told = [(d.start, d.end) for d in details if d.field in {Field.AGE, Field.PAPERS}]
    found += _pointing(text, [*taken, *groups, *quoted, *told])
    return tuple(sorted(found, key=lambda sign: (sign.start, -sign.end)))


ONCE = re.compile(
    r",\s+(?:an?\s+)?(?:former|one-?time|ex|колишн\w+|бывш\w+)[\s-]+"
    r"(?!\S*\s?(?:minister|president|premier|deputy|senator|commander|officer|official|diplomat|ambassador|general|judge|prosecutor|spokes|advis|envoy|chief|head|leader"
    r"|м[иі]н[иі]стр|през[иі]дент|прем|депутат|сенатор|командир|оф[иі]цер|чиновн|посад|дипломат|посол|посл|генерал|судд|судь|прокурор|радник|советник|начальн|голов|глав|кер[іо]вник|руководител))",
    re.IGNORECASE,
)
"""After a name: a trade of his civil life follows, and no office."""


def _had_a_trade(
    text: str, start: int, end: int, names: Sequence[tuple[int, int]]
) -> bool:
    """Whether a trade makes nobody a stranger: a protected one had it once."""
    once = (ONCE.match(text, stop) for _, stop in names)
    return any(m and m.start() < end and start <= m.end() + TRADE for m in once)


TRADE = 20
"""Characters of a trade before the word that tells it: "lorry driver"."""


SON = re.compile(r"Син\s(?=[^.!?]*[іїєґ])(?![А-ЯІЇЄҐ])")
"""A kin word of Ukrainian that a Korean surname is written as, too."""
ADJECTIVE = re.compile(
    r"(?:арн|ерськ|ерск|ійськ|ийск|етн|ётн)(?:ий|ого|ому|им|ій|ої|ою|ый|ым|ом|ой|ую|ая|а|у|е|ое|ые|і|их|ых)$"
)
"""A post as the kind of a thing: a medics' van."""
DESTINATION = re.compile(
    r"(?:\b(?:to|reach\w*|into|for|via|toward|towards|through|choose\w*|chose|than|about|against|entered)|(?<!\w)(?:до|в|у|к|про|о|об|через|проти|против))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
COUNTRY = re.compile(
    r"\bKorea$|[ауиіяю]$|(?:Росі|Росси|Украин|Україн)\w+$|한국|남한|북한|러시아|우크라이나"
)
OF_PAPERS = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:papers|passports?|documents|identity)\b"
    r"|\s+(?:[\w-]+\s+)?(?:бумаг|паспорт|документ|квит|билет)\w*|\s?(?:여권|신분증|군인증)",
    re.IGNORECASE,
)
KOREAN_DESTINATION = re.compile(r"(?:으?로|행|에\s?(?:가|간|갈|남|정착)|에서|까지|땅)")


def _is_destination(text: str, detail: Detail) -> bool:
    """Whether a country is where somebody wants to go, or whose his papers are."""
    said = text[detail.start : detail.end]
    if OF_PAPERS.match(text, detail.end):
        return True
    if COUNTRY.search(said) is None:
        return False
    return (
        DESTINATION.search(text, max(0, detail.start - 20), detail.start) is not None
        or KOREAN_DESTINATION.match(text, detail.end) is not None
    )


def _posts(details: Sequence[Detail]) -> Iterator[tuple[int, int]]:
    return ((d.start, d.end) for d in details if d.field is Field.ROLE)


def _is_fellow(text: str, start: int, soldiers: Sequence[tuple[int, int]]) -> bool:
    """Whether a neighbour is one of the ward or cell, and no villager."""
    match = NEIGHBOUR.match(text, start)
    if match is None:
        return False
    clause = re.compile(r"[^.;:!?]{0,60}").match(text, match.end())
    end = match.end() if clause is None else clause.end()
    return " " in match[0] or touches(match.end(), end, soldiers)


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


def points(text: str) -> bool:
    """Whether a sentence brings in somebody, be it without a name or a detail."""
    return any(
        any(pattern.finditer(text))
        for pattern in (NEWCOMER, A_WOMAN, OTHER, YOUNGER, ELDER)
    )


def _wounded(text: str, details: Sequence[Detail]) -> Iterator[Sign]:
    """Yield who is told by a wound that the text told before: "the boy with the limp"."""
    for match in THE_WOUNDED.finditer(text):
        wounds = [d for d in details if d.field is Field.INJURY and d.value]
        for part in finder("wounds", "part").finditer(text):
            told = Detail(*part.span(), Field.INJURY, (part.lastgroup, "wound"))
            wounds.append(told)
        near = (d for d in wounds if 0 <= d.start - match.end() <= BESIDE_WOUND)
        if wound := next(near, None):
            yield Sign(match.start(), wound.end, Sort.WOUNDED, detail=wound)


THE_WOUNDED = compiled(
    r"\bthe\s+(?:man|boy|lad|youth|youngster|one|soldier|prisoner)\s+(?:with|on|without)\s+(?:(?:the|a|an|his)\s+)?"
    r"|(?<!\w)(?:хлоп(?:ець|ця|цеві|цем)|чоловік(?:а|ові|ом)?|пар(?:ень|ня|ню|нем)|паренёк|паренька|мужчин(?:а|ы|у|е|ой)|юнак(?:а|ові|ом)?|боєць|боец|той|тот)"
    r",?\s+(?:що\s+|что\s+)?(?:із|зі|з|на|без|с|со)\s+(?=[а-яіїєґё])",
    re.IGNORECASE,
)
BESIDE_WOUND = 15
"""Characters between "the man with" and his wound."""


def _pointing(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Sign]:
    """Yield who is pointed to, the surest first; none takes a place that is taken."""
    busy = list(taken)
    for sign, end in _offered(text):
        if not touches(sign.start, sign.end, busy):
            busy.append((sign.start, end))
            yield sign
    if PLAYED.search(text) is None:
        yield from (s for s in _prisoners(text) if not touches(s.start, s.end, busy))


def _offered(text: str) -> Iterator[tuple[Sign, int]]:
    """Yield signs that may point to somebody, and where the words end that tell it."""
    for match in NEWCOMER.finditer(text):
        if not KNOWN_ALREADY.search(text[: match.start()]):
            yield Sign(*match.span(), Sort.NEWCOMER), match.end()
    yield from ((sign, sign.end) for sign in _initials(text))
    for pattern, sort in ((SUBSET, Sort.SUBSET), (ALL, Sort.ALL)):
        for match in pattern.finditer(text):
            yield Sign(*match.span(), sort, size=size_of(match)), match.end()
    for start, end, rank in ranked(text):
        sign = Sign(start, end, Sort.RANK, rank=rank)
        yield sign, end_of_all(text, start, end) or end
    for pattern, sort in POINTING:
        for match in pattern.finditer(text):
            if not _counts_things(match):
                yield Sign(*match.span(), sort), match.end()


def _initials(text: str) -> Iterator[Sign]:
    """Yield initials that may stand for a whole name."""
    for match in INITIALS.finditer(text):
        letters = "".join(letter[0] for letter in match.groups() if letter)
        if letters not in ABBREVIATED:
            yield Sign(*match.span(), Sort.INITIALS, letters=letters)


POINTING = (
    (A_WOMAN, Sort.NEWCOMER),
    (YOUNGER, Sort.MEMBER),
    (ELDER, Sort.MEMBER),
    (REST_OF_TWO, Sort.MEMBER),
    (ONE, Sort.ONE),
    (OTHER, Sort.OTHER),
    (PRONOUN, Sort.PRONOUN),
    (SHE, Sort.SHE),
    (PRONOUNS, Sort.PRONOUNS),
)


def _prisoners(text: str) -> Iterator[Sign]:
    """Yield words for prisoners and soldiers that mean somebody in particular."""
    for match in finder("bearers", "prisoner").finditer(text):
        if match.start() > 0 and "А" <= match[0][0] <= "Я":
            continue  # "під Юнаківкою": a village that sounds like a lad
        became = (
            PLACE_OF.match(text, match.end())
            or BECAME.match(text, match.end())
            or TAKEN.search(text[: match.start()])
            or ANYBODY.search(text[: match.start()])
        )
        if not became:
            sort = Sort.GROUP if _is_plural(text, match) else Sort.PRISONER
            yield Sign(*match.span(), sort)


ABBREVIATED = frozenset(
    ["US", "UK", "UN", "EU", "UA", "DC", "AM", "PM", "NK", "SK", "AD", "BC"]
)
"""Two letters with full stops that are nobody's initials."""


def _counts_things(match: re.Match[str]) -> bool:
    """Whether an ordinal counts lines or bridges, rather than men."""
    text, end = match.string, match.end()
    if SLAVIC_ORDINAL.match(match[0]):
        after = WORD_AFTER.match(text, end)
        return after is not None and not (
            SLAVIC_MAN.match(after[1]) or ACTS_OR_LINKS.search(after[1])
            or any(finder(n, s).search(after[1]) for n, s in MEN)
        )  # fmt: skip
    if ORDINAL.match(match[0]) is None or STANDS_ALONE.match(text, end):
        return False
    noun = NOUN.match(text, end)
    return noun is None or not any(
        finder(name, section).search(noun[0]) for name, section in MEN
    )


MEN = (("bearers", "prisoner"), ("posts", "post"), ("posts", "rank"), ("nations", "nation"))  # fmt: skip
"""Tables of words for one who may be a prisoner."""


def _is_many(words: str) -> bool:
    """Whether a post is told of several, as in "paratroopers found him"."""
    first = words.split(maxsplit=1)[0]
    if DATIVE.search(first):
        return False  # "водієві" is one driver
    if words.isascii():
        return words.lower().endswith(("s", "men")) and len(words) > 1
    return re.search(r"[а-яіїє](?:и|і|ів|ы|ов|ам|ами|ах|цям|цями)$", first) is not None


DATIVE = re.compile(r"(?:[оеє]ві|стру|цю)$")


def _is_plural(text: str, match: re.Match[str]) -> bool:
    word = match[0]
    if "가" <= word[0] <= "힣":
        return text[match.end() : match.end() + 1] == "들"
    if word.isascii():
        return word.lower().endswith(("s", "men", "troops")) and word.lower() != "s"
    if ZERO_ENDED.fullmatch(word) and OF_MANY.search(text[: match.start()]):
        return True  # "как обычных российских солдат": one form for one and for many
    return SINGULAR.search(word) is None and PLURAL.search(word) is not None


ZERO_ENDED = re.compile(r"солдат", re.IGNORECASE)
OF_MANY = re.compile(r"(?:их|ых|\d)\s$")
