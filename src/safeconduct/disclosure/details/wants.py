"""Which clause tells what somebody wants for himself, whatever its verb?

`wishes` reads sentences around a verb of wishing. Here a clause is one if three things
stand in it in any order: somebody's own will, where to or what for, and who speaks or
is spoken of: "do not put me on the list", "anywhere but there". What States, families
and prisoners at large want is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.clauses import LONG_STOP, Tongue, told
from safeconduct.disclosure.details.detail import Detail, Field
from safeconduct.disclosure.details.leanings import WANTED
from safeconduct.disclosure.details.wishes import wish_code


def _find(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_I = _find(r"\b(?:I|me|my)\b")
_HE = _find(
    r"\b(?:"
    r"I|me|my|he|him|his|she|her"
    r"|the\s+(?:young(?:er)?|older|captured|wounded)\s+(?:man|soldier|one)"
    r")\b"
)
_ENGLISH_WILL = (
    r"begs?|begged|begging|plead\w*|implor\w+|plea|petition\w*"
    r"|count(?:s|ed|ing)\s+the\s+(?:days|weeks)|turn(?:s|ed)\s+down|refus\w+|declin\w+"
    r"|reject\w+|rather|sooner|anywhere|anything\s+but|only\s+not|wherever|grateful"
    r"|please|send\s+me|take\s+me|took\s+me|keep\s+me|put\s+me|let\s+me|give\s+me"
    r"|do\s+not|don[’']t|no\s+intention|never\s+again"
    r"|never\s+(?:go|return|come|set\s+foot)|set\s+foot|no\s+home|not\s+my\s+home"
    r"|cannot\s+wait|can[’']t\s+wait|waits?|waiting|waited|longs?|yearn\w*|prefer\w*"
    r"|vow\w*|swor[en]|insist\w*|would\s+not|won[’']t|will\s+not|wouldn[’']t"
    r"|nothing\s+(?:left|there)|no\s+reason|letter|wrote\s+to|signed|statement"
    r"|ask(?:s|ed|ing)|appl(?:y|ied|ies)|asylum\s+(?:claim|application|request)"
    r"|refugee\s+claim|would\s+(?:take|go\s+to)\s+any|all\s+I\s+(?:need|want)"
    r"|hop(?:e|es|ed|ing)|dream(?:s|ed|t|ing)?|want\w*|wish\w*"
)
_ENGLISH_WHITHER = (
    r"return\w*|going\s+(?:back|home|south|north)"
    r"|go(?:es)?\s+(?:back|home|south|north)|sent\s+(?:back|home|away|to|over)"
    r"|send\s+me|take\s+me|took\s+me|back\s+(?:home|there|to)|hom(?:e|eland)"
    r"|repatriat\w*|exchang\w*|swap\w*|asylum|refugee|protection|stay(?:s|ed|ing)?"
    r"|settl\w+|Seoul|the\s+South|the\s+North|Pyongyang"
    r"|(?:to|in|for)\s+(?:Russia|Ukraine|South\s+Korea|North\s+Korea|Korea|Europe)"
    r"|(?:his|my)\s+(?:old\s+)?(?:unit|village|country)"
    r"|the\s+(?:front|list|embassy|border|army)|next\s+(?:bus|list)|third\s+country"
    r"|any\s+country|(?:his|my)\s+(?:family|mother|wife|children)|citizenship"
    r"|but\s+there|not\s+there|(?:to|at|over)\s+the\s+border|join\s+(?:his|my)"
    r"|(?:see|with)\s+(?:his|my)\s+"
    r"(?:mother|wife|father|family|son|daughter|brother|sister|children)"
)
ENGLISH = Tongue(
    compiled(rf"\b(?:{_ENGLISH_WILL})\b", re.IGNORECASE),
    ((_HE, _find(rf"\b(?:{_ENGLISH_WHITHER})\b")),),
    _find(
        r"\b(?:those|anyone|prisoners|men|people|families|relatives|everyone)\s+who\b"
        r"|\b(?:"
        r"Kyiv|Moscow|Seoul|Pyongyang|Ukraine|Russia|ministry|government|officials?"
        r"|lawmakers?|spokes\w+|president|headquarters|families|relatives|mothers?"
        r"|wives|lawyers?|journalists?|we|they"
        r")\s+(?:"
        r"has|have|had|will|would|also|said|says|is|are|was|were|ask\w*|hop\w+|want\w*"
        r"|wait\w*|beg\w*|refus\w+|insist\w*|do|does|did|wrote"
        r")\b"
        r"|\b(?:whether|if)\s+he\s+(?:wants|wished|wanted)\b"
        r"|\basked\s+(?:him|her|what|why|how|when)\b|\bhe\s+asked\s+about\b"
        r"|\bnot\s+to\s+be\s+(?:named|identified|photographed|filmed)\b"
        r"|\bhe\s+told\s+(?:parliament|lawmakers)"
    ),
)

_SLAVIC_HE = _find(
    r"(?<!\w)(?:"
    r"я|мене|мені|меня|мне|мной|мною|мій|моя|мої|моїй|мой|мои|моей|он|его|ему|него|нём"
    r"|він|його|йому|нього|вона|она|её|її|свой|своё|свою|своего|своє|свого|свої"
    r"|пленный|пленного|полонений|полоненого|солдат|боец|боєць|хлопець|парень|юнак"
    r"|юноша|чоловік|мужчина|\w+ний"
    r")(?!\w)"
)
_SLAVIC_SEND = (
    r"отправьте|відправте|заберит[её]|заберіть|возьмите|візьміть|оставьте|залиште"
)
_SLAVIC_WILL = (
    rf"умоля\w+|блага[вєлю]\w*|упраш\w+|уговаривал|впрош\w+|заклина\w+|{_SLAVIC_SEND}"
    r"|не\s+отдавайте|не\s+віддавайте|не\s+возвращайте|не\s+повертайте"
    r"|не\s+отправляйте|не\s+відправляйте|не\s+(?:пере|вы)давайте|не\s+видавайте"
    r"|верните|поверніть|отпустите|відпустіть|лучше|краще|лишь\s+бы|только\s+бы"
    r"|только\s+не|тільки\s+не|аби(?:\s+не)?|куда\s+угодно|куди\s+завгодно"
    r"|вс[её]\s+равно\s+куда|байдуже\s+куди|нежелани\w+|небажанн\w+"
    r"|прос(?:ит|ить|ил|ив|ят|ять|ится|иться)|попросил\w*|попросив|просьб\w+|прохан\w+"
    r"|жд[её]т|чека[єв]|ожидает|очікує|дочека\w+|дожд[её]тся|не\s+вернусь|не\s+поеду"
    r"|не\s+повернуся|не\s+поїду|остался\s+бы|бы\s+(?:остался|поехал|уехал|вернулся)"
    r"|(?:залишився|поїхав|виїхав|повернувся)\s+би?"
    r"|би?\s+(?:залишився|поїхав|виїхав|повернувся)|чути\s+не\s+хоче"
    r"|слышать\s+не\s+хочет|и\s+речи|отказ\w*|відмов\w+|надеется|надеялся|сподівається"
    r"|мечта[ею]т?|мріє|марить|бредит|предпоч\w+|волі[єю]\w*|хочу|хоч[еу]т?"
)
_SLAVIC_WHITHER = (
    r"(?:по)?верн\w+|поверта\w+|повернен\w+|возвра\w+|выда(?:ва|ч|т|л)\w+"
    r"|вида(?:ва|ч|т|л)\w+|обм[еі]н\w+|репатр\w+|Сеул\w*|Коре[юяїеи]\w*|КНДР"
    r"|Пхеньян\w*|на\s+(?:юг|південь|север|північ|родину|батьківщину)"
    r"|(?:в|у|до)\s+Рос\w+|(?:в|на|в)\s+Укра[иї]н\w+|фронт\w*|(?:в|до)\s+част(?:ь|ини)"
    r"|окоп\w*|домой|додому|посольств\w+|консул\w+|спис\w+|убежищ\w+|притул\w+"
    r"|бежен\w+|біжен\w+|гражданств\w+|громадянств\w+|остал\w+|остат\w+|остан\w+"
    r"|залиш\w+|здесь\s+жить|у\s+вас|до\s+вас"
    r"|к\s+(?:маме|матери|жене|семье|отцу|брату|сестре|дяде)"
    r"|до\s+(?:мами|матері|дружини|родини|батька|брата|сестри|дядька)"
    r"|трет\w+\s+(?:стран|країн)\w+|Европ\w+|Європ\w+"
)
SLAVIC = Tongue(
    compiled(rf"(?<!\w)(?:{_SLAVIC_WILL})(?!\w)", re.IGNORECASE),
    (
        (_SLAVIC_HE, _find(rf"(?<!\w)(?:{_SLAVIC_WHITHER})(?!\w)")),
        (
            _find(
                r"(?<!\w)(?:"
                rf"{_SLAVIC_SEND}|не\s+\w+айте|верните|поверніть|отпустите|відпустіть"
                r"|хочу|лишь\s+бы|аби|прос(?:ит|ить)|каже|говорит"
                r")(?!\w)"
            ),
            _find(rf"(?<!\w)(?:{_SLAVIC_WHITHER})(?!\w)"),
        ),
    ),
    _find(
        r"(?<!\w)(?:"
        r"Киев|Київ|Москва|Сеул|Пхеньян|Украина|Україна|Россия|Росія|МИД|МЗС|штаб"
        r"|министерство|міністерство|правительство|уряд|власти|влада|семь[яи]"
        r"|родин[аи]|родн(?:ые|ой)|рідн[іи]|мат(?:ь|и|ері|ери)|жен[аы]|дружин[аи]"
        r"|родители|батьки|организаторы?|організатори|правозащитники|правозахисники"
        r"|волонт[её]ри?|журналисты?|юрист\w*|мы|ми|они|вони"
        r")\s+(?:\w+\s+)?(?:не\s+)?(?:"
        r"прос\w+|жд[еу]\w+|чека\w+|очіку\w+|ожида\w+|наде\w+|сподіва\w+|хо[тч]\w+"
        r"|отказ\w+|відмов\w+|мечта\w+|мрі\w+|умоля\w+|блага\w+"
        r")"
        r"|(?<!\w)(?:тех|тих|всех|усіх|кажд\w+|кожн\w+),?\s+(?:кто|хто|которы\w+|які)"
        r"|(?<!\w)(?:"
        r"на\s+прохання|по\s+просьбе"
        r"|проси\w+\s+не\s+(?:называть|назвать|указывать|называти|вказувати)"
        r")(?!\w)"
    ),
)

_KOREAN_WILL = (
    r"달라고|달라는|주십시오|주세요|부탁|애원|간청|거부|거절"
    r"|차라리|죽겠|않겠|겠다|않을\s?생각|원[치하]|바라|바란"
    r"|기다린|기다리|꿈|희망|싶|편지|호소|탄원|빼\s?달|요청|신청"
)
_KOREAN_WHITHER = (
    r"송환|귀환|귀국|북송|교환|망명|귀순|난민|한국|남한|남측|남쪽|서울|조국|고향|집에"
    r"|집으로|북한|북측|북으로|러시아로|우크라이나에\s?남|제3국|유럽|명단|돌아가"
    r"|돌아갈|남게|남고|남겠|정착|보내|여기서|곁으로|품으로"
)
KOREAN = Tongue(
    compiled(_KOREAN_WILL),
    (
        (
            _find(
                r"(?<![가-힣])(?:그|그녀|나|저|내|제)(?:는|은|가|의|를|도|에게)?\s"
                r"|씨(?:는|가|의)|(?:병사|포로|상등병|하사|청년)(?:는|가)\s"
                r"|(?:달라|싶|겠다|주세요|주십시오)"
            ),
            _find(_KOREAN_WHITHER),
        ),
    ),
    _find(
        r"정부|외교부|당국|대통령|국정원|단체는|연대는|가족들|포로들|병사들|이들은"
        r"|국회|의원|대사는|원하면|원할\s?경우|촉구"
    ),
)
TONGUES = (ENGLISH, SLAVIC, KOREAN, *WANTED)


def wants(text: str) -> Iterator[Detail]:
    """Yield the clauses that tell somebody's own will."""
    for start, end in told(text, TONGUES, LONG_STOP):
        yield Detail(start, end, Field.WISH, wish_code(text[start:end]))
