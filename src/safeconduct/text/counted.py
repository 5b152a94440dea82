"""What can be counted in a report: which nouns are the head of a figure?"""

from __future__ import annotations

import re

# Unit by noun. Prisoners of war count as soldiers, so that two texts that call the
# same men by either name are compared.
NOUNS = {
    "soldier": (
        r"soldiers?|troops|service(?:men|man|women|members?)|fighters?|men|combatants?|personnel"
        r"|officers?|recruits?|conscripts?|infantrymen|marines|paratroopers|mercenaries|reservists"
        r"|prisoners?(?:\s+of\s+war)?|POWs?|captives?|casualties|deserters?|commandos|snipers?|riflemen"
        r"|gunners?|draftees|sailors?|pilots?|medics|guards|volunteers|North\s+Koreans|North\s+Korean(?=\s+(?:had|has|have|was|were|is|would|who)\b)|operatives|engineers|sappers|builders|reinforcements|replacements"
        r"|defenders|warriors|troopers|militants|gunmen|insurgents|invaders|attackers|contractors|sergeants|cadets|deployed"
        r"|солдат\w*|військов(?:их|і|им|ими|ослужбов\w+|ополонен\w+)|військ(?:а|ам|ами)?(?!\w)"
        r"|военн(?:ых|ые|ым|ыми|ослужащ\w+|опленн\w+)|войск(?:а|ам|ами)?(?!\w)"
        r"|бійц\w+|боєць|бойц\w+|боец|полонен\w+|пленн\w+|осіб\s+особового\s+складу"
        r"|офіцер\w*|офицер\w*|десантник\w*|піхотинц\w+|пехотинц\w+|снайпер\w*|штурмовик\w*"
        r"|найманц\w+|на[её]мник\w*|призовник\w*|мобілізован\w+|мобилизован\w+|сап[её]р\w*"
        r"|північнокорейц\w+|северокорейц\w+|бранц\w+|командир\w*|моряк\w*|матрос\w*|поповнення|пополнени[ея]|загарбник\w*|оккупант\w*|окупант\w*"
        r"|захисник\w*|защитник\w*|контрактник\w*|вояк\w*|воїн\w*|воин(?:ов|ы|ам|ами|а)?(?!\w)|доброволь?ц\w+|ополчен\w+|сержант\w*|лейтенант\w*"
        r"|кулеметник\w*|пулем[её]тчик\w*|розвідник\w*|разведчик\w*|мотострел\w+|артилл?ерист\w*|танк[иі]ст\w*|гвардійц\w+|гвардейц\w+"
        r"|군인|병사|장병|병력|포로|북한군|전사자|전투원|용병|군(?=[은이을\s])|부대원|공병"
    ),
    "person": (
        r"persons?|people|members?|civilians?|defectors?|refugees?|detainees?|internees?|children|women"
        r"|residents?|families|relatives|patients|deaths?|dead|fatalities|dissidents?|workers|hostages|journalists|doctors|nurses|teachers|students|minors|teenagers|inmates|orphans|experts|migrants|citizens|nationals|foreigners|survivors|veterans|widows|mothers|fathers|sons|brothers|wives|parents|applicants|employees|Russians|Ukrainians|Koreans|returnees"
        r"|осіб|особи|особам\w*|людей|людини|люди|людьми|чоловік\w*|человек\w*|цивільн\w+|гражданск\w+"
        r"|громадян\w*|граждан(?!с)\w*|дітей|діти|детей|дети|жінок|женщин|родин|сімей|сім[’'ʼ]ї|семьи|семья|семей|робітник\w+|рабочих"
        r"|біженц\w+|беженц\w+|заручник\w*|заложник\w*|перебіжчик\w*|перебежчик\w*|мешканц\w+|жител\w+|пацієнт\w*"
        r"|пациент\w*|іноземц\w+|иностранц\w+|мігрант\w*|мигрант\w*|росіян\w*|россиян\w*|україн(?:ців|ці|цям|цями)|украин(?:цев|цы|цам|цами)|хлопц\w+|парней|мужчин\w*|земляк\w*|свідк(?:ів|и)|свидетел\w+|співробітник\w*|сотрудник\w*|непальц\w+|кубинц\w+|журнал[иі]ст\w*|лікар(?:ів|і|ями)|врач(?:ей|и|ами)|사람|민간인|탈북민|탈북자|주민|가족|노동자|근로자|인질|환자|어린이"
    ),
    "thing": (
        r"tanks?|drones?|missiles?|vehicles?|shells|rounds|aircraft|helicopters?|containers?"
        r"|ships?|vessels?|brigades?|battalions?|regiments?|divisions?|hospitals?|camps?|bodies|remains"
        r"|hearings?|sittings?|verdicts?|convictions?|votes?|institutions?|prisons?|colonies|petitions?|interviews?|petitioners?"
        r"|засідан\w+|заседани\w+|вирок(?:ів|и|у|а|ами|ам)?(?!\w)|приговор(?:ов|ы|а|ами|ам)?(?!\w)|голос(?:ів|ов|и|а|ами|ам)?(?!\w)|установ(?:и|ах|ам|ами)?(?!\w)|учреждени\w+|колоні(?:й|ї|ях|ями)(?!\w)|колони(?:й|и|ях|ями)(?!\w)|в[’'ʼ]язниц\w*|тюр(?:ьм|ем)\w*"
        r"|villages?|settlements?|attacks?|exchanges?|flights?|trains?|tons?|tonnes?|barrels?"
        r"|танк\w*|дрон\w*|ракет\w*|снаряд\w*|тіла?|тел(?:а)?|контейнер\w*|вагон\w*|літак\w*|самол[её]т\w*"
        r"|бригад\w*|барр?ел\w*|полк(?:ів|ов|и|а)?(?!\w)|батальйон\w*|батальон\w*|обмін(?:ів|и)|обмен(?:ов|а)|тонн\w*"
    ),
}
LETTER = "A-Za-zА-яІіЇїЄєҐґЁё"
HEAD = "|".join(NOUNS.values())
# Korean counters of people, and of things.
COUNTERS = rf"(?:여\s?)?(?:명(?![령단분])|인(?![가-힣{LETTER}])|사람|분(?=의|이))"
THINGS = (
    r"(?:여\s?)?(?:구|발|대|권|통|동(?=[의이은을과와,\s])(?!\s?안)|알(?=[의이은을과와,\s])|벌|그릇|가구|마리|상자|가지|군데|장|개(?!월)(?:사|국|소|교|팀|종|처|항|기관|단체|지역|도시|나라)?|척|문|량|톤|정|기|곳|건|배럴|리터)"
    r"(?=\s?(?:이상|이하|미만|넘|가량)|[을를이가은는의도만과와로에씩,.\s]|으로|였|뿐|이다|이었|출신|국적|$)"
)
PEOPLE = {"soldier", "person"}
# Nouns that only count: whom they count stands elsewhere in the sentence.
COUNTING = re.compile(
    r"осіб|особи|чоловік|человека?|люд(?:ей|ини)|명|인|사람|분|dead|deaths?|fatalities",
    re.IGNORECASE,
)
UNITS = tuple(
    (unit, re.compile(rf"(?<!\w)(?:{nouns})(?![{LETTER}])", re.IGNORECASE))
    for unit, nouns in NOUNS.items()
)
# A Slavic word between a number and its noun is an adjective: nouns are not skipped.
ADJECTIVE = (
    r"[а-яіїєґё’'ʼ-]*(?:их|ых|им|ым|ими|ыми|ого|его|ому|ої|ой|ий|ій|ый|ая|ое|ую|ні|ні|ські|ные|ие|ые|ена|ено)"
    r"|ще|ещё|еще|вже|уже|наш\w*|сво\w+|їхні\w*|або|или|чи"
)
MODIFIER = (
    r"(?:(?!(?:and|or|were|was|have|had|has|are|is|in|with|from|by|for|to|at|on|into|after|before|since|who|that|і|й|та|и|з|із|из|у|в|на|до|було|были|был)\b"
    rf"|of\s+whom|of(?!\s+(?:the|its|their|these|those)\b))(?:[A-Za-z가-힣\d][\w’'-]*|(?-i:[А-ЯІЇЄҐЁ])[\w’'-]*|{ADJECTIVE})\s+|of\s+(?:the|its|their|these|those)\s+)"
)
NEXT_HEAD = re.compile(
    rf"[\s-]*(?P<counter>{COUNTERS}(?:의\s[가-힣]{{2,6}}?(?=[을를이가은는도과와,.\s]))?)|\s?(?P<thing>{THINGS})"
    rf"|\s*(?:of\s+(?:the\s+|its\s+|their\s+|these\s+|those\s+)?)?"
    rf"(?P<modifiers>{MODIFIER}{{0,5}}?)(?P<head>{HEAD})(?![{LETTER}])",
    re.IGNORECASE,
)
_NO_PLURAL = (
    r"(?!(?:that|which|who|whom|it|he|she|they|we|was|were|is|are|has|have|had|as|its|his|this|the|a|an|and|or|but"
    r"|plus|minus|versus|says|thinks|knows|believes|perhaps|always|sometimes|across|towards|besides|less|unless"
    r"|of|in|on|at|to|by|for|from|with|into|since|until|after|before|while|when|because|if)\b)"
)
PLURAL = re.compile(
    rf"\s+(?:{_NO_PLURAL}[a-z][\w’'-]+\s+){{0,2}}?(?P<noun>{_NO_PLURAL}[a-z]{{3,}}s|[A-Z][a-z]{{3,}}(?:ans|lis|nes|ers|ards|oles|inos|shmen|chmen)|[A-Z][a-z]+(?:ese|ghans|banese|hais|raqis))\b"
)
# A Slavic noun that is in no list, with its adjectives: "сорока країн", "78 фамилий".
_VERBAL = (
    r"ли|ла|ло|но|ся|сь|ют|ут|уть|ять|ють|[жшчщ]ат|ят|(?<!газ)(?<!рак)(?<!анк)(?<!пак)(?<!бил)(?<!мон)ет|ит|іть|ить|(?<!кров)ать|ти|ив|(?<!держ)(?<!спр)ав|ил|ал|єть"
    r"|ему|ому|ено|ано|іше|ее|ше"
)
# Adverbs and prepositions are no nouns either.
_NO_NOUN = (
    r"після|после|проти|против|через|перед|поверх|замість|вместо|серед|среди|проте|однак\w?|також|тільки|только"
    r"|лише|навіть|даже|раніше|ранее|поки|пока|якщо|если|коли|когда|як[оиі]\w+|котор\w+|можна|можно|тому|назад"
    r"|більше?|менше?|больше|более|менее|разів|разом|вместе|вдво[ей]\w*|близько|около|років|рублів|тоді|тогда"
    r"|потім|затем|кож[еин]\w*|кажд\w+|рази|раза|тисяч|тысяч|лишком|лишним"
)
SLAVIC_NOUN = re.compile(
    r"\s+(?:[а-яіїєґё’'ʼ-]+(?:их|ых|ими|ыми|ого|его|ої|ой|ий|ый|ая|ое|ні|ные)\s+){0,2}?"
    rf"(?P<noun>(?!(?:[а-яіїєґё]+(?:{_VERBAL})|{_NO_NOUN})(?!\w))[а-яіїєґё’'ʼ-]{{4,}})(?!\w)"
)
# The endings of those who do something: they are people.
AGENTS = re.compile(
    r"(?:ник|чик|щик|ист|іст)(?:ів|ов|и|ы|ам|ами|ах)$|(?:ян|ан|ей|ій)ц(?:ев|ів|и|ы|і|ам|ям|ами|ями|ах|ях)$"
    r"|(?:телів|телей|чан|іян|иян|их|ых|ими|ыми|ists|[Ii]ans|eers|men|women)$|^[A-Z][a-z]+(?:ans|lis|nes|ers|ards|oles|inos|men|ese|hais|raqis)$"
)
NOUN_BEFORE = re.compile(
    r"(?P<noun>[가-힣]{2,}?|(?<![가-힣])[책옷집총약빵쌀컵])(?:은|는|이|가|을|를|만|도|의)?\s*"
    r"(?:(?:약|총|모두|최소|최대|추가로|적어도|대략)\s*)?$"
)
NEAR = 160
"""Characters in which the nearest people are looked for."""


def head_after(text: str, at: int) -> re.Match[str] | None:
    """Match the noun or counter that a number before `at` counts, and its modifiers."""
    return NEXT_HEAD.match(text, at, min(len(text), at + NEAR))


def unit_of(noun: str) -> str:
    """Name the unit of a head noun: soldier, person, or the thing itself."""
    for unit, pattern in UNITS:
        if pattern.match(noun):
            return unit if unit != "thing" else noun.lower()
    return noun.lower()


def slavic_noun(text: str, at: int) -> re.Match[str] | None:
    """Match a noun of no list that follows a number before `at`."""
    return SLAVIC_NOUN.match(text, at, min(len(text), at + NEAR))


def unit_of_stranger(noun: str) -> str:
    """Name the unit of a noun of no list: people by their ending, else the noun."""
    return "person" if AGENTS.search(noun) and not TOOLS.match(noun) else noun


# Things that end as people do: словник, ящик, дневник.
TOOLS = re.compile(
    r"(?:ящик|(?:слов|п[іи]друч|учеб|руш|часо|годин|світиль|светиль|холодиль|чай|днев|щоден|сбор|збір|супут|спут|ящ|тиж|руд|джерель|источ|пам[’'ʼ]?ят|празд|будиль|обігр|обогр|науш|навуш|нару|рюк|паль|підсвіч|подсвеч|спаль|ценн?|градус|при[зй]|лічиль|сч[её]т|дв[иі]г)\w*(?:ник|щик|чик))\w*$",
    re.IGNORECASE,
)


def unit_near(text: str, at: int) -> str | None:
    """Name the unit of an elliptic figure ("over 3,000 were killed").

    The nearest people named before it in the sentence, else after it; None where
    nobody is named.
    """
    before = text[max(0, at - NEAR) : at]
    last = [
        (match.end(), unit)
        for unit, pattern in UNITS[:2]
        for match in pattern.finditer(before)
        if not COUNTING.fullmatch(match[0])
    ] + [
        (match.end(), unit)
        for unit, pattern in KOREAN_UNITS
        for match in pattern.finditer(before)
    ]
    if last:
        return max(last)[1]
    first = [
        (match.start(), unit)
        for unit, pattern in (*UNITS[:2], *KOREAN_UNITS)
        for match in pattern.finditer(text, at, min(len(text), at + NEAR))
        if not COUNTING.fullmatch(match[0])
    ]
    return min(first)[1] if first else None


# Korean nouns are written together with what precedes them and with particles.
KOREAN_UNITS = (
    (
        "soldier",
        re.compile(
            r"군인|병사|장병|병력|포로|북한군|러시아군|우크라이나군|한국군|전사자|전투원|용병|부대원|공병|특수부대"
        ),
    ),
    (
        "person",
        re.compile(
            r"민간인|탈북민|탈북자|주민|가족|노동자|근로자|인질|환자|어린이|실향민"
        ),
    ),
)


def thing_before(text: str, at: int) -> str | None:
    """Name the Korean noun right before a number, without its particle."""
    match = NOUN_BEFORE.search(text[max(0, at - NEAR) : at])
    return match["noun"] if match else None
