"""Which part does a figure play: sent, killed, captured, wishing?

The cue is looked for in a fixed order: the verb right before the number, a wish
in the figure's own clause, a word between the number and its noun, the clause
after it, the clause before it, and last the noun itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

REACH = 120
"""Characters on either side in which a cue is taken to belong to the number."""


class Role(StrEnum):
    """What is counted; a closed list. OTHER is read, never compared."""

    TROOPS_SENT = "troops_sent"
    TROOPS_SENT_ADDITIONAL = "troops_sent_additional"
    CASUALTIES = "casualties"
    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    SURRENDERED = "surrendered"
    EXCHANGED = "exchanged"
    RETURNED = "returned"
    WISHING_ROK = "persons_wishing_rok"
    WISHING = "persons_wishing"
    WISHING_RETURN = "persons_wishing_return"
    REFUSING_RETURN = "persons_refusing_return"
    UNDECIDED = "persons_undecided"
    CASUALTY_SHARE = "casualty_share"
    KILLED_SHARE = "killed_share"
    WOUNDED_SHARE = "wounded_share"
    CAPTURED_SHARE = "captured_share"
    ARMS_SENT = "arms_sent"
    ARMS_SALES = "arms_sales"
    PAY = "pay"
    YEARS_OF_SERVICE = "years_of_service"
    AGE = "age"
    OTHER = "other"


WISHED = {
    Role.WISHING,
    Role.WISHING_ROK,
    Role.WISHING_RETURN,
    Role.REFUSING_RETURN,
    Role.UNDECIDED,
}
_HOME = (
    r"(?:return|go(?:ing)?\s+(?:home|back)|be(?:ing)?\s+(?:returned|repatriated"
    r"|exchanged|swapped|sent\s+(?:home|back))|repatriat\w+|exchang\w+|swaps?(?!\w)"
    r"|sent\s+(?:home|back))"
)
_HOME_UK_RU = (
    r"(?:поверн|поверт|верну|возвра|додому|домой|репатр|обм[іе]н|батьківщ|родин"
    r"|на\s+північ|на\s+север|їхати|ехать)"
)
_HOME_KO = (
    r"(?:송환|교환|귀환|귀국|북송|돌아가|돌려보내"
    r"|(?:북한|고향|집|조국|고국)(?:으로|에))"
)
WISHES = (
    (
        Role.REFUSING_RETURN,
        (
            rf"(?:(?:do(?:es)?|did|would|will|had)\s*(?:not|n[’']t)|never|no\s+longer)\s+(?:want\w*|wish\w*|like|intend\w*|wan[nt]a|going)?\s*(?:\w+\s+){{0,2}}?{_HOME}"
            rf"|(?:refus|declin|reject|resist|oppos|fear|dread)\w*\s+(?:\w+\s+){{0,3}}?{_HOME}"
            rf"|ask\w*\s+(?:in\s+writing\s+)?not\s+to\s+(?:be\s+)?(?:\w+\s+){{0,3}}?{_HOME}"
            rf"|не\s+(?:хоч|хот|бажа|жела|збира|собира|погод|соглас|ма(?:є|ють)\s+намір|намерен)\w*\s+(?:[\w-]+\s+){{0,4}}?{_HOME_UK_RU}"
            rf"|не\s+(?:хоч|хот|бажа|жела)\w*,?\s+(?:щоб|аби|чтобы?)\s+(?:[\w-]+\s+){{0,3}}?{_HOME_UK_RU}"
            rf"|(?:do(?:es)?|did)\s*(?:not|n[’']t)\s+want\s+(?:anyone|anybody|Kyiv|Ukraine)\s+to\s+(?:return|exchang|swap|repatriat|send)\w*"
            rf"|{_HOME_UK_RU}\w*\s+(?:[\w-]+\s+){{0,3}}?(?:не\s+(?:хоч|хот|бажа|жела|збира|собира|погод|соглас)|в[іи]дмов|отказ)\w*"
            r"|не\s+(?:(?:хоче|хочуть|хочет|хотят)\s+)?(?:поверн(?:уться|еться)|верн(?:утся|[её]тся)|поїд(?:уть|е)(?!\w)|поед(?:ут|ет)(?!\w))"
            r"|(?:письмов|письменн)\w+\s+(?:в[іи]дмов|отказ)\w*|(?:в[іи]дмов|отказ)\w*\s+(?:подал|написал|підписал|подписал)\w*|(?:подал|написал|підписал|подписал)\w*\s+(?:[\w-]+\s+){0,2}?(?:в[іи]дмов|отказ)\w*"
            r"|(?:do(?:es)?|did|would|will|wo|had)\s*(?:not|n[’']t)\s+(?:want\s+to\s+)?go\s+(?:back|home)|never\s+(?:to\s+)?(?:go(?:ing)?\s+(?:back|home)|return)"
            rf"|(?:в[іи]дмов|отказ)\w*\s+(?:[\w-]+\s+){{0,3}}?{_HOME_UK_RU}|прос\w*\s+(?:їх\s+|их\s+|його\s+|его\s+)?не\s+(?:поверт|возвращ|обм[іе]н|відправл|отправл)"
            rf"|{_HOME_KO}\S*\s*(?:\S+\s+){{0,3}}?(?:거부|거절|반대|싶지\s?않|싶어\s?하지\s?않|않겠|원치\s?않|원하지\s?않|바라지\s?않|꺼리|두려[워웠운울]|두렵)"
            r"|송환(?:을|에)?\s?(?:거부|반대)|돌려보내지\s?말"
        ),
    ),
    (
        Role.UNDECIDED,
        (
            r"(?:(?:is|was|are|were|still|be)\s+)?(?:consider(?:s|ed|ing)|undecided|unsure|hesitat\w+|wavering"
            r"|think(?:s|ing)\s+(?:about|it\s+over)|weighing|ha(?:s|ve|d)(?:\s+not|n[’']t)\s+(?:yet\s+)?(?:decided|made\s+up)|yet\s+to\s+(?:decide|make\s+up)"
            r"|(?:ask|want|need|request)\w*\s+(?:for\s+)?(?:more\s+|some\s+)?time(?!\w)|could\s+not\s+(?:decide|make\s+up)|in\s+two\s+minds|torn(?!\s+(?:up|by|apart)))"
            r"|(?:прос|попрос|потреб|хот|хоч)\w*\s+(?:[\w-]+\s+){0,2}?(?:час|врем)(?:у|ени|я)?\s+(?:на\s+|щоб\s+|чтобы\s+)?(?:роздум|подум|размышл|раздум|обдум)\w*|не\s+зна(?:є|ють|ет|ют),?\s+(?:чого|чего|куди|куда|що\s+обрати|что\s+выбрать)|생각할\s?시간|마음을\s?(?:정하지|굳히지)"
            r"|(?:put\s+off|postpon\w+|deferr\w+|with(?:held|hold\w*)|gave\s+no|put\s+aside)\s+(?:\w+\s+){0,2}?(?:answer|decision|reply|choice)"
            r"|(?:в[іи]дкла[влд]\w*|відклад\w+|отлож\w+|отклад\w+)\s+(?:[\w-]+\s+){0,2}?(?:в[іи]дпов[іи]д|ответ|р[іе]шен|рішенн|виб[іо]р|выбор)\w*"
            r"|(?:답|대답|답변|결정|선택|판단)\S{0,2}\s?(?:미[뤘루뤄룬]|보류|유보)"
            r"|розгляда\w+|вага(?:є|ють|вся|лися|лись)\w*|не\s+виріш\w+|не\s+визнач\w+|обмірков\w+|розмірков\w+|думає(?!,?\s+що)|думають"
            r"|рассматрива\w+|колебл\w+|не\s+реши\w+|не\s+определи\w+|обдумыва\w+|раздумыва\w+|думает(?!,?\s+что)|думают(?!,?\s+что)"
            r"|고민|고려|망설|결정하지\s?못|정하지\s?못|미정|저울질"
        ),
    ),
    (
        Role.WISHING_RETURN,
        (
            r"(?:wish|want|desir|hop|ask|request|prefer|insist|beg)\w*\s+(?:\w+\s+){0,4}?(?:return|go\s+home|going\s+home"
            r"|go\s+back|going\s+back|repatriat|sent\s+(?:home|back))\w*"
            r"|(?:хоч|хот|бажа|жела|прос|попрос|прагн|мрі|мечта)\w*\s+(?:[\w-]+\s+){0,3}?(?:поверн|верну|возврат|возвращ|додому|домой|на\s+батьківщин|на\s+родин)\w*"
            r"|(?:chose|choos\w+|opt(?:ed)?|vot(?:ed)?|would\s+rather)\s+(?:to\s+|for\s+)?(?:be\s+)?(?:return|go\s+(?:home|back)|going\s+(?:home|back)|home|repatriat|sent\s+(?:home|back))\w*"
            r"|(?:вол[іи](?:в|ли|ють|є)|обра(?:в|ли)|вибра(?:в|ли)|выбра(?:л|ли)|предпоч\w+|предпоче\w+)\s+(?:би?\s+|бы\s+)?(?:[\w-]+\s+){0,2}?(?:додому|домой|поверн|возвращ|верну|батьківщин|родин)\w*"
            r"|(?:귀향|귀환|귀국|송환|고향|북송)\S{0,3}\s?(?:택|선택|골[랐라])"
            r"|(?:송환|귀환|귀국|돌아가|고향|집으로|북한으로|북송)\S*\s*(?:\S+\s+){0,3}?(?:원|희망|바라|요청|요구|싶)"
            r"|(?:북한|고향|집|조국|고국|북)(?:으로|에)?\s?(?:돌아가|가|송환되|귀환하)겠"
            r"|(?:북한|고향|집|조국|고국|북)(?:으로|에)?\s?(?:돌려)?\s?보내\s?(?:달라|줄\s?것을|주기를|주길|줬으면)"
            r"|(?:북한|고향|집|조국|고국)(?:으로|에)\s?(?:가게|돌아가게)\s?해"
        ),
    ),
    (
        Role.WISHING_ROK,
        (
            r"(?:wish|want|desir|hop|ask|request|appl|seek|sought|plead|intend|prefer|decid|will|would\s+like)\w*"
            r"\s+(?:[\w’']+\s+){0,6}?(?:South\s+Korea|Seoul|the\s+South\b|Republic\s+of\s+Korea|ROK\b)"
            r"|(?:хоч|хот|бажа|жела|прос|попрос|виріш|реш|просят|заяви)\w*\s+(?:[\w-]+\s+){0,6}?(?:Південн\w+\s+Коре|Южн\w+\s+Коре|Сеул|Республ\w+\s+Коре)\w*"
            r"|(?:한국|남한|대한민국)\S*\s*(?:\S+\s+){0,2}?(?:귀순|망명|희망|원[하한했]|가고\s?싶|가기를|의사|가길|가겠)"
            r"|한국행(?:을|를)?,|한국행(?:은|이|도|만)?\s*$|한국행\S*\s*(?:을|를)?\s*(?:\S+\s+)?(?:희망|원|의사|택)|귀순\s?(?:의사|희망|을\s?희망|을\s?원)"
        ),
    ),
    (
        Role.WISHING,
        (
            r"(?:wish|want|desir|hop|ask|request|appl|seek|sought|plead|intend|prefer)\w*"
            r"\s+(?:[\w’']+\s+){0,5}?(?:defect\w*|asylum|refuge|stay|protection|leave)"
            r"|(?:хоч|хот|бажа|жела|прос|попрос)\w*\s+(?:[\w-]+\s+){0,4}?(?:притул\w+|убежищ\w+|залиши\w+|оста\w+|захист\w*|защит\w+)"
            r"|(?:притул\w+|убежищ\w+)\s+(?:прос|попрос|запроси|хоч|хот|шука|ищ)\w*"
            r"|망명\S*\s*(?:을|를)?\s*(?:희망|원|신청)|(?:남기|잔류|체류)\S*\s*(?:원|희망)"
        ),
    ),
)
_KILLED_UK_RU = r"(?:загибл|загин|вбит|убит|погиб|полег)"
_HURT_UK_RU = r"(?:поранен|ранен|травмован)"
DEEDS = (
    (
        Role.CASUALTIES,
        (
            r"(?:killed|dead|deaths|died)(?:,|\s+(?:or|and))\s+(?:\w+\s+)?(?:wounded|injured|injuries)|(?:wounded|injured)\s+(?:or|and)\s+(?:killed|dead)"
            r"|casualt\w+|(?:combat\s+)?losses|losing|lost(?=\s*$)"
            rf"|{_KILLED_UK_RU}\w*\s+(?:та|і|й|и|або|или|чи)\s+(?:[\w]+\s+)?{_HURT_UK_RU}\w*"
            rf"|{_HURT_UK_RU}\w*\s+(?:та|і|й|и|або|или|чи)\s+(?:\w+\s+)?{_KILLED_UK_RU}\w*"
            r"|втрат(?!и(?:в|ли|ла)\s+(?:брат|син|чолов))\w*|втрача\w+|потер(?:я|ь|и|ю|е)\w*|ви(?:були|бито|вед\w+)\s+(?:з|із)\s+ладу|вы(?:были|был|вед\w+)\s+из\s+строя|out\s+of\s+action|사상자?|(?:사망|전사)(?:자)?(?:하?거나|\s?및|\s?또는|·|이나|과|와)\s?(?:부상|다[쳤친쳐])"
            r"|(?:죽|숨지)거나\s?(?:다[쳤친쳐]|부상)|(?:다치|부상\S{0,3}?)거나\s?(?:숨|사망|전사|죽)|(?:군|병력)\s?피해|피해(?=[가는]\s?$)|잃[었은는고]|인명\s?피해|병력\s?손실"
        ),
    ),
    (
        Role.KILLED,
        (
            r"kill(?:s|ed|ing)?|passed\s+away|died|dead|deaths?|slain|fatal(?:it\w+)?|perish\w*|(?:lost|lose|losing)\s+their\s+lives|(?:cost|claimed|took|taken)\s+(?:the\s+)?lives|buried|(?:did\s+not|didn[’']t)\s+survive|fell\s+in\s+(?:battle|combat)|(?:shooting|execution|killing)s?|body\s+bags|execut(?:ed|ing)|shot\s+dead"
            r"|загин\w+|загиб\w+|гин(?:е|уть|ув|ули)(?!\w)|гибн\w+|гибел\w+|убива\w+|вбива\w+|похова\w+|похорон\w+|лиш\w+\s+(?:життя|жизни)|вби(?:т|л)\w*|убит\w*|убил\w*|скончал\w+|уш(?:ли|ёл)\s+из\s+жизни|п(?:і|о)ш(?:ли|ов)\s+з\s+життя|погиб\w*|полегл\w+|ліквід\w+|ликвидир\w+|знищ(?:ено|или)|уничтож(?:ено|или|ены)|помер\w*|умер\w*|страти\w+|страчен\w*|розстріля\w+|казнен\w*|казнил\w*|расстреля\w+|처형|총살"
            r"|세상을\s?(?:떠|뜬|떴|등)|별세|타계|사망|전사|숨[졌진지져]|사살|목숨을\s?잃|희생|죽[었은는어]"
        ),
    ),
    (
        Role.WOUNDED,
        (
            r"wounded|wounds(?!\w)|injur(?:ed|ies|y|ing)|hurt|maimed|crippled|hospitali[sz]ed|(?:важко|легко|тяжко)?поран\w+|(?:тяжело|легко)?ранен\w*|ранил\w*|травмован\w*|скаліч\w+|контуз\w+|контуж\w+|покалеч\w+"
            r"|(?:важк|тяжк|тяж[её]л)\w+\s+(?:поранен|ранен)\w+|파편상|총상|부상|중상|경상|다[쳤친치쳐]"
        ),
    ),
    (
        Role.EXCHANGED,
        r"exchang(?:ed|es|ing|e)|swap\w*|(?:from|by)\s+(?:each|either|both)\s+sides?|on\s+(?:each|either)\s+side|each\s+(?:released|freed|handed|returned|sent\s+home)|(?:released|freed|handed\s+over|returned)\s+[\d\w]+\s+(?:prisoners\s+)?each\b|один\s+одному|друг\s+другу|[із]з?\s+кож\w+\s+бок\w+|с\s+каждой\s+стороны|обмін\w*|обмен\w*|교환|맞교환",
    ),
    (
        Role.CAPTURED,
        (
            r"captur\w+|seized\s+alive|caught|rounded\s+up|apprehended|imprisoned|interned|locked\s+up|behind\s+bars|behind\s+(?:the\s+)?wire|in\s+(?:(?:its|their|the|prison|prisoner|POW)\s+){0,2}?camps(?!\w)|(?:у|в)\s+(?:\w+\s+){0,2}?(?:таборах|лагерях)|수용소에|taken\s+(?:prisoner|captive|alive)|in\s+(?:\w+\s+){0,2}?(?:captivity|custody)|held\s+(?:captive|prisoner)"
            r"|(?:are|is|being|was|were)\s+(?:being\s+)?held|detained|held(?!\s+(?:an?|the|talks|its|on)\b)|holds|holding|hold(?=\s*$)"
            r"|[ву]зя\w+\s+[ву]\s+пол[оу]?н\w*|[ву]зят\w*\s+в\s+плен|захоп\w+|захва[тч]\w+|полонил\w+|полонено|пленил\w*|пленены"
            r"|жив\w+\s+[ву]зя\w+|[ву]зя\w+\s+жив\w+|(?:в|у|до)\s+(?:[\w]+\s+){0,2}?полон(?:і|у|ом)?(?!\w)|в\s+(?:[\w]+\s+){0,2}?плен[уа]?(?!\w)|утриму\w+|тримають|содерж(?:ат|атся|ится|ал\w*|аний|анию)(?!\w)|держат(?:ся)?(?!\w)|удержива\w+|затрим\w+|задержа\w+|(?:як|как)\s+(?:військово|военно)?(?:полонен|пленн)\w+|as\s+(?:prisoners|captives)|схоп(?:или|лен)\w*|схвати\w+|схвач\w+|пленил\w*|(?:у|в)\s+невол\w+|у?зял\w*\s+(?:у|в)\s+полон|плен[её]н(?:ы|о)(?!\w)"
            r"|생포|포로로|붙잡|억류|체포|잡[혀힌혔]|수용(?!에\s?(?:찬성|반대|동의)|하겠|할\s?(?:뜻|의사|방침|준비)|한다는|해야)"
        ),
    ),
    (
        Role.SURRENDERED,
        r"surrender\w*|зда(?:л|в|ти|ють)\w*\s?ся|здал\w+сь|сда(?:л|ва|в)\w*с[ья]|склал\w+\s+зброю|сложил\w+\s+оружие|항복|투항",
    ),
    (
        Role.MISSING,
        r"missing|unaccounted|disappear\w+|vanish\w+|no\s+trace|зник\w+|безвісти|пропал\w*|пропавш\w+|без\s+вести|실종|행방불명|생사(?:가|를)\s?(?:확인|알)",
    ),
    (
        Role.RETURNED,
        (
            r"repatriat\w+|return(?:ed|s|ing)?|sent\s+(?:back|home)|brought\s+(?:back|home)|(?:came|come|coming)\s+(?:back|home)|got\s+home|(?:flown|bussed|back)\s+home|released|freed|frees?(?=\s*$)|set\s+free|let\s+go|handed\s+(?:over|back)|hand\s+over|walked\s+free"
            r"|(?:відправ|отправ)\w+\s+(?:додому|домой|назад|на\s+батьківщин\w+|на\s+родин\w+)|поверн\w+|верну\w+|возвра[тщ]\w+|звільн\w+|освобо[жд]\w+|переда(?:л|в|но|ла|ли|ны)\w*|репатрі\w+|репатри\w+|вызвол\w+|визвол\w+|додому|домой|(?:вже|уже|знову|снова|приїха\w+|прибу\w+|приеха\w+|прибы\w+)\s+(?:вдома|дома|додому|домой)"
            r"|송환|귀환|귀국|석방|풀려|풀어[줬주]|인도(?=[됐했돼하된한])|돌아[왔온오]|(?:[으]?로|에)\s(?:이미\s)?돌아[갔간]|돌려보[내냈낸]|넘겨받|넘겨[졌준줬]"
        ),
    ),
    (
        Role.TROOPS_SENT,
        (
            r"sen(?:t|d|ds|ding)|replac(?:ed|ing)\s+\w+(?:\s+\w+){0,2}?\s+(?:with|by)|заміни(?:в|ла|ли)\s+\w+\s+на|de?ispatch\w*|dispatch\w*|deploy\w*|arriv\w+|redeploy\w*|transferr\w+|station\w+|shipped|contingent\s+of|contribut\w+|flown\s+in(?:to)?|ferried|brought\s+in|shipments?|deliver\w+|suppl(?:y|ied)"
            r"|відправ\w+|надісл\w+|надсил\w+|направ\w+|отправ\w+|послал\w*|присл[аи]\w+|посла(?:в|ла|ли)|перекин\w+|перекида\w+|переброс\w+|розгорн\w+|розміст\w+|размест\w+|прибу\w+|прибыл\w*|завез\w+|доправ\w+|достав(?:ил|ив|лен)\w*|задія\w+|задейств\w+|залуч\w+|поставк\w*|постачан\w*|откомандир\w+|відряд(?:ив|ил|жен)\w*|участву\w+\s+в\s+бо|беруть\s+участь"
            r"|перекинут\w*|передислок\w+|постав(?:ил|ив|лен)\w*|отгруз\w+|відвантаж\w+|파병|파견|(?<![내펴])보[냈내낸낼](?!\s?[준줬주])|투입|배치|주둔|증파|보내(?!\s?[준줬주])|증원|수송|차출|합류|도착|fighting|воюют\w*|воюють|참전|싸우고"
            r"|(?:вируш|руш|поїх|виїх|приїх|прийшл|рвон|поех|выех|приех|ушл|пришл)\w*\s+(?:[\w-]+\s+){0,2}?(?:до|в|у|на)\s+(?:Рос|фронт|війн|войн|Курщ|Курск)\w*"
            r"|(?:до|в|у|на)\s+(?:Рос|фронт|війн|войн|Курщ|Курск)\w*\s+(?:[\w-]+\s+){0,2}?(?:вируш|руш|поїх|виїх|приїх|прийшл|поех|выех|приех|пришл|ступи)\w*"
            r"|(?:set\s+foot|landed)\s+(?:in|on)\s+Russia\w*|(?:went|gone|go|travell?ed|cross(?:ed)?|left|headed|marched)\s+(?:off\s+)?(?:in)?(?:to|for)\s+(?:Russia|Kursk|the\s+front)\w*|ступи\w+\s+на\s+[рР]ос\w+"
            r"|(?:러시아|전선|쿠르스크)\S*\s(?:땅을\s밟|간(?=\s)|갔|건너[갔간]|떠[났난]|향[했한]|들어[갔간])"
        ),
    ),
)
NOUNS = (
    (
        Role.CAPTURED,
        r"prisoners?(?:\s+of\s+war)?|POWs?|captives?|(?:військово)?полонен\w*|(?:военно)?пленн\w+|포로",
    ),
    (
        Role.TROOPS_SENT,
        r"reinforcements|replacements|поповнення|пополнени[ея]|(?:전체|총)\s?(?:병력|규모)|파견\s?병력",
    ),
)
_ARMS = (
    r"(?:arms|weapons?|ammunition|military|munitions?|shells|missiles?|rockets?"
    r"|artillery)"
)
_ARMS_UK_RU = (
    r"(?:збро|оруж|боєприпас|боеприпас|снаряд|ракет|артилер|артиллер"
    r"|військов\w+\s+техн|военн\w+\s+техн)\w*"
)
_SOLD_UK_RU = (
    r"(?:прода[жвнл]|експорт|экспорт|постав|постач|відвантаж|отгру|торгівл|торговл)\w*"
)
_ARMS_KO = r"(?:무기|포탄|탄약|미사일|방사포|군수품|로켓)"
_SOLD_KO = r"(?:판매|수출|거래|공급|대금|팔[아았]|넘[기겨긴])"
MONEY = (
    (
        Role.ARMS_SALES,
        (
            rf"(?:value|worth|cost)\s+of\s+(?:\w+\s+){{0,3}}?{_ARMS}|worth\s+of\s+(?:\w+\s+){{0,3}}?{_ARMS}"
            rf"|{_ARMS}\s+(?:\w+\s+){{0,4}}?(?:sold|shipped|exported|delivered|supplied|bought)\b"
            rf"|(?:sold|shipped|exported|delivered|supplied|bought|sell\w*|export\w*)\s+(?:\w+\s+){{0,3}}?{_ARMS}"
            rf"|{_ARMS_UK_RU}\s+(?:[\w-]+\s+){{0,4}}?{_SOLD_UK_RU}|{_SOLD_UK_RU}\s+(?:[\w-]+\s+){{0,4}}?{_ARMS_UK_RU}"
            rf"|{_ARMS_KO}\S{{0,6}}\s?(?:\S+\s){{0,3}}?{_SOLD_KO}|{_SOLD_KO}\S{{0,4}}\s?(?:\S+\s){{0,2}}?{_ARMS_KO}"
            rf"|{_ARMS}\s+(?:sales?|exports?|deals?|deliver\w+|shipments?|suppl\w+|trade|transfers?)"
            rf"|(?:sales?|exports?|deliver\w+|shipments?|suppl\w+)\s+of\s+{_ARMS}|(?:selling|sold)\s+(?:\w+\s+)?{_ARMS}"
            r"|(?:прода[жв]\w*|експорт\w*|экспорт\w*|постав\w+|постачан\w*|торгівл\w+|торговл\w+)\s+(?:[\w]+\s+)?(?:збро\w+|оруж\w+|боєприпас\w*|боеприпас\w*|снаряд\w*)"
            r"|(?:збро\w+|оруж\w+)\s+(?:на\s+суму|на\s+сумму)|(?:обіг\w*|оборот\w*|торг\w+)\s+(?:\w+\s+)?(?:збро|оруж|боєприп|боеприп)\w+|무기\S*\s?(?:및\s\S+\s)?(?:판매|수출|거래|대금)|(?:탄약|포탄)\s?(?:판매|수출)"
        ),
    ),
    (
        Role.PAY,
        (
            r"(?:a|per|each)\s+(?:month|day|head|soldier)|monthly|salar\w+|wages?|paid|pay(?:s|ing)?|promised|earn\w*"
            r"|на\s+місяць|щомісяц\w*|в\s+месяц|ежемесячн\w+|зарплат\w*|виплат\w*|выплат\w*|обіця\w+|обеща\w+|плат(?:ять|ят|или)"
            r"|월급|급여|보수|매달|한\s?달에|매월|지급"
        ),
    ),
)
SERVICE = re.compile(
    r"\b(?:serv(?:e|ed|ing|ice)|enlist\w*|conscript\w*|in\s+the\s+(?:army|military))\b"
    r"|у\s+війську|в\s+арм[іи]ї?и?(?!\w)|в\s+рядах|у\s+лавах|군에서|служ\w+|відслуж\w+|прослуж\w+|복무|군\s?생활|군대에",
    re.IGNORECASE,
)
SHARES = {
    Role.CASUALTIES: Role.CASUALTY_SHARE,
    Role.KILLED: Role.KILLED_SHARE,
    Role.WOUNDED: Role.WOUNDED_SHARE,
    Role.CAPTURED: Role.CAPTURED_SHARE,
}
Table = tuple[tuple[Role, re.Pattern[str]], ...]


def _compiled(*rows: tuple[tuple[Role, str], ...]) -> Table:
    # Korean is written together: a cue may follow a syllable, but never a letter.
    return tuple(
        (role, re.compile(rf"(?<![^\W가-힣])(?<![’'])(?:{words})", re.IGNORECASE))
        for table in rows
        for role, words in table
    )


WISH_CUES, DEED_CUES, NOUN_CUES, MONEY_CUES = map(
    _compiled, (WISHES, DEEDS, NOUNS, MONEY)
)
FILLERS = re.compile(
    r"(?:\s+(?:the|a|of|total|about|an|estimated|these|those|all|its|their|than|with|off"
    r"|down|as|to|at|by|reached|were|was|are|is|stand|stood|reported|reportedly|among|numbered"
    r"|складають|становлять|склали|становить|становили|сягнули|досягли|дістали|уже|вже|ще|до|в|у|щонайменше|загалом"
    r"|составили|составляют|составляет|достигли|уже|ещё|еще|порядка|усього|всего|як|—|–|-))*[\s:]*$",
    re.IGNORECASE,
)
# Korean: "사망자는 300명", "부상자 수가 2,700명", "실종자만".
KOREAN_FILLERS = re.compile(
    r"(?:자|한|된|당한|입은|하는|하던)?(?:\s?(?:수|규모|인원|병력|군인|병사))?(?:는|은|가|이|를|을|만|도|로|의)?"
    r"(?:\s(?:약|총|모두|최소|최대|무려|현재|전체|이미))*\s*$"
)
ASIDE = re.compile(
    r"\s*(?:,\s*(?:captured|taken|held|who|including|both|aged|or|that\s+is|або|тобто|или|то\s+есть)\b[^,]*,|—[^—]*—|–[^–]*–|\([^)]*\))"
)
CLAUSE_END = re.compile(
    r"[;:]|,?\s+(?:while|whereas|although|but)\b|,\s+(?:with|and|а|але|но|тоді|тогда|хоча|хотя|причому|причем)\b|,\s*(?=\w+ing\b)",
    re.IGNORECASE,
)
CLAUSE_START = re.compile(
    r"[;:]|,?\s+(?:while|whereas|although|but|with)\b|,\s+(?:а|але|но|що|что)\s|(?:지만|으며|했고|됐고|하고|되고|이며|이고|했으며|됐으며|[았었났졌쳤렸였갔왔혔겼]고),?\s",
    re.IGNORECASE,
)
# "Took three men prisoner".
SPLIT_TAKEN = re.compile(
    r"\s+(?:captive|prisoner|hostage|alive)(?!\w)|\s+(?:у|в)\s+пол[оу]н|\s+в\s+плен",
    re.IGNORECASE,
)
TAKING = re.compile(
    r"\b(?:t(?:ook|aken?|aking)|captur\w+|seiz\w+|caught)\b|(?<!\w)[ву]з[яі][тлв]",
    re.IGNORECASE,
)
# "한국행 희망이 6명, 귀환 희망이 3명": where the number ends its clause, its cue
# stands before it.
KOREAN_CLOSED = re.compile(
    r"\s?(?:,|·|규모(?:로|이며|이고)(?=[,\s])|(?:이고|이며|이었고|이었으며|였고|였으며|으로|이다|이었다|였다|이라고|라고)(?=[,.\s]|$)|[\"”’'])"
)


WHOLE = re.compile(r"\s?(?:중|가운데)(?:에서)?\s")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands in its sentence, and how far its clause may reach.

    `start` to `end` is the figure, `head` the end of its noun; `left` and `right`
    bound the clause, so that the next figure's verb is not taken for this one's.
    """

    start: int
    end: int
    head: int
    left: int
    right: int
    whole: bool = False
    """Whether it is the whole of the number before it ("three of the nine men")."""


def role_at(text: str, place: Place) -> Role:
    """Tell the role of a number of people or things."""
    before = _clause_before(text, place)
    aside, after = _clause_after(text, place)
    between = text[place.end : place.head]
    before, after = _unnamed(before), _unnamed(after)
    if WHOLE.match(after) or _is_closed(text, place, before, after):
        # "병력 1만 명 중": what follows is said of the part
        after = ""
    if place.right < len(text) and NEXT_CLAUSE.match(after):
        # "Погибли сорок, ранены двести": each verb has its own number
        told = _last(DEED_CUES, _unwished(before)) or _named_before(before)
        after = "" if told else after
    if place.whole:
        return _first(DEED_CUES, between) or _first(NOUN_CUES, between) or Role.OTHER
    if FATE_NEXT.match(between):  # "losses came to 1,300 dead", "1300 убитыми"
        return _first(DEED_CUES, between) or Role.OTHER
    if HURT_WHEN_TAKEN.search(after):
        return Role.WOUNDED
    if is_asked(text, place) or _is_of_others(before, between, after):
        return Role.OTHER
    if TELLS.match(after) or TELLS.match(between + after) or _are_asked(before, after):
        # "Ninety said that they would be sent": a reason is no deed
        return _first(DEED_CUES, between) or _first(WISH_CUES, after) or Role.OTHER
    return (
        # "600명의 전사자": the Korean noun that the counter belongs to.
        (_first(DEED_CUES, between) if "의 " in between else None)
        or (_fate(before[-6:], after) if HURT_BEFORE.search(before) else None)
        or _adjacent(before)
        or next((role for role, cue in LOST_FIRST if cue.search(before)), None)
        or _first(WISH_CUES, after)
        or _fate(between, after)
        or (
            Role.CAPTURED
            if SPLIT_TAKEN.match(after) and TAKING.search(before)
            else None
        )
        or _first(DEED_CUES, between)
        or _first(DEED_CUES, after)
        or _first(DEED_CUES, aside)
        or _last(DEED_CUES, _unwished(before))
        or _last(WISH_CUES, before)
        or (Role.OTHER if _is_handled(before, between + after) else None)
        or _first(NOUN_CUES, between)
        or _named_before(before)
        or _in_camp(before, between + after)
        or Role.OTHER
    )


# "Погибли сорок, ранены двести", "sent 11,000 and its losses at 4,800".
NEXT_CLAUSE = re.compile(
    r",\s*[^\W\d]+\s+$"
    r"|\s+(?:and|та|і|й|и)\s+(?:(?:its|their|his|her|їхні|свої|его|их)\s+)?[^\W\d]+\s+(?:(?:at|to|of|as|[ву]|на|до)\s+)?$",
    re.IGNORECASE,
)


# "응답자 44명은 ... 전선에 투입됐다고 말했다": what those who answered tell of.
KOREAN_ASKED = re.compile(
    r"(?:응답자|면담자|면담한\s포로|조사\s?대상자?)\s?(?:가운데\s|중\s)?$"
)
KOREAN_TELLS = re.compile(
    r"[은는이가]?\s[^.]{2,120}?[다라]고\s(?:말|답|했|진술|증언|털어놓|털어놨|밝|응답)"
)
# What a count of people answered; "— что ..." leaves the verb out.
_ANSWERED = (
    r"(?:said|say|answered|replied|cited|named|gave|blamed|mentioned|explained"
    r"|сказал[иа]?|ответил[иа]?|назвал[иа]?|сослал(?:ись|ся)|упомянул[иа]?|объяснил[иа]?"
    r"|сказали|відповіли|відповів|назвали|назвав|послалися|пославс\w+|згадали|згадав|пояснили)"
)
TELLS = re.compile(
    rf"\s*(?:(?:people|men|of\s+them|respondents|человека?|людей|людини?|осіб|опитаних|опрошенных)\s+)?{_ANSWERED}(?!\w)(?!\s+(?:goodbye|his|her|their)\b)"
    r"|\s*[—–-]\s*(?:that|что|що)\s",
    re.IGNORECASE,
)


def _are_asked(before: str, after: str) -> bool:
    """Whether those whom a Korean number counts only tell of what follows."""
    return bool(KOREAN_ASKED.search(before) and KOREAN_TELLS.match(after))


# "활동가 3명이 수용시설을 찾아", "two lawyers visited the camp": who came is not held.
_VISITORS = (
    r"(?:activists?|lawyers?|journalists?|reporters?|researchers?|monitors?|doctors?|lawmakers?|volunteers"
    r"|(?:активіст|активист|правозахисник|правозащитник|юрист|адвокат|журналіст|журналист|дослідник|исследовател|волонтер|волонтёр|лікар|врач|депутат)\w*)"
)
VISITORS = re.compile(rf"\s*(?:[\w-]+\s+)?{_VISITORS}(?!\w)", re.IGNORECASE)
KOREAN_VISITORS = re.compile(
    r"(?:활동가|변호사|기자|연구원|조사관|의사|의원|자원봉사자|직원)\s?(?:들\s?)?$"
)
VISITING = re.compile(
    r"\b(?:visit\w*|went\s+to|came\s+to|toured|travell?ed\s+to|spent|entered)\b"
    r"|(?<!\w)(?:відвіда|посети|побува|побыва|приїха|приеха|провели)\w*"
    r"|찾[아았은]|방문|들어가|다녀[오온왔]|둘러[보본봤]",
    re.IGNORECASE,
)


# "An appeal that 24,000 signed": who signs it, or a contract, is not held.
SIGNING = re.compile(
    r"\s*(?:[\w-]+\s+){0,3}?in\s+(?:the\s+)?Russian\s+(?:ranks|army|forces|service|uniforms?)\b"
    r"|\s*(?:[\w-]+\s+){0,6}?(?:have\s+|had\s+|has\s+)?signed\s+(?:[\w-]+\s+){0,3}?(?:petition|appeal|letter|contract)s?\b"
    r"|\s*(?:[\w-]+\s+)?(?:підписал\w*|подписал\w*)\s+(?:[\w-]+\s+){0,2}?(?:петиц|звернен|обращен|контракт|лист(?:а|у|ів)?(?!\w)|письм)"
    r"|\s?(?:여\s?)?명(?:이|은|의)?\s?(?:서명|연명|청원에\s?동의|계약)",
    re.IGNORECASE,
)


# "열병식 연습장에는 병력 1만 명이": who marches in a capital was sent nowhere.
ON_PARADE = re.compile(
    r"\bparades?\b|(?<!\w)парад(?:а|у|е|і|ом|и|ов|ів)?(?!\w)|열병식|퍼레이드",
    re.IGNORECASE,
)


# "Suspected of sending some 30 people": what one recruiter sent is no force.
RECRUITED = re.compile(
    r"\b(?:accused|suspected|convicted|charged)\s+(?:of|with)\s+(?:sending|recruiting|luring|trafficking)\b[^.;]{0,30}$"
    r"|\b(?:recruiters?|recruitment|agents?|agency|agencies|brokers?|traffickers?)\s+(?:[\w’'-]+\s+){0,4}?(?:sent|shipped|recruited|lured)\s+(?:[\w’'-]+\s+){0,2}$"
    r"|(?<!\w)(?:підозрю|обвинувачу|звинувачу|подозрева|обвиня)\w*\s+(?:у|в|во)\s+(?:відправ|вербув|отправ|вербов)\w*[^.;]{0,30}$"
    r"|(?<!\w)(?:вербувальни|вербовщи|агент(?!ств)|агенці|агентств[оа](?!\w)|посередни|посредни)\w*\s+(?:[\w’'ʼ-]+\s+){0,4}?(?:відправ|завербу|отправ|завербова)\w*\s+(?:[\w’'ʼ-]+\s+){0,2}$"
    r"|(?:모집책|브로커|알선\s?업자|중개인|중개업자)(?:가|는|은|이)\s[^.;]{0,30}$",
    re.IGNORECASE,
)


# "Відеосвідчення двох полонених": whose letter or picture it is counts nobody held.
TESTIMONY = re.compile(
    r"\b(?:testimon(?:y|ies)|letters?|interviews?|videos?|photos?|portraits?)\s+(?:of|from|with|by)\s+$"
    r"|(?<!\w)(?:відео|видео)?(?:свідчення|свидетельства|показания|показання|звернення|обращения|лист[иі]?|письм[оа]|фото|фотографи[ияї]|інтерв['’ʼ]ю|интервью)\s+(?:(?:від|от|із|з|с)\s+)?$",
    re.IGNORECASE,
)
# "온라인 서명에는 3만2000여 명이 참여했다": who signs for those held is not held.
KOREAN_SIGNED = re.compile(r"(?:서명(?:운동)?|청원|연명)에는?\s[^.]{0,25}$")


def _is_of_others(before: str, between: str, after: str) -> bool:
    """Whether a number counts who sign for those held, march, or come to see them.

    Or whom one recruiter sent.
    """
    if any(c.search(before) for c in (RECRUITED, KOREAN_SIGNED, TESTIMONY)):
        return True
    if SIGNING.match(between + after) or ON_PARADE.search(before + between + after):
        return True
    noun = VISITORS.match(between + after) or KOREAN_VISITORS.search(before)
    return noun is not None and VISITING.search(after) is not None


def _unwished(text: str) -> str:
    """Blank out wishes: "those who want to return" have not returned."""
    for _, cue in WISH_CUES:
        text = cue.sub(lambda wish: " " * len(wish[0]), text)
    return text


def _is_closed(text: str, place: Place, before: str, after: str) -> bool:
    """Whether a Korean number ends its clause, whose cue stands before it."""
    if not HANGUL.search(text[place.end : place.head + 2]):
        return False
    if KOREAN_CLOSED.match(after) is None:
        return False
    if _last(WISH_CUES, before):
        return True
    return bool(_last(DEED_CUES, before)) and not _first(WISH_CUES, after)


# A name in quotation marks says nothing of what was done: «Шлях додому».
QUOTED_NAME = re.compile(
    r"«[^«»,.!?:\d]{2,40}»|(?<!\w)[‘'“](?-i:[A-ZА-ЯІЇЄҐЁ가-힣])[^’'”“,.!?:\d]{1,40}[’'”]"
)
# "Beaten during arrest" counts the beaten.
_MEANWHILE = (
    r"(?<!\w)(?:при|під\s+час|во\s+время|після|после|до|перед|during|on|upon|after|before|at\s+the\s+(?:time|moment)\s+of)\s+"
    r"(?:their\s+|his\s+|the\s+|їхн\w+\s+|его\s+|их\s+)?"
    r"(?:задержани\w+|затриманн\w+|захопленн\w+|захват\w+|пленени\w+|взятт\w+\s+[ву]\s+полон|взяти\w+\s+в\s+плен|capture|arrest|detention)(?!\w)"
)
# "Six thousand dead, not counting the wounded": no wounded are counted.
_LEFT_OUT = (
    r"\b(?:(?:not|without)\s+(?:counting|including)|excluding|leaving\s+out)\s+[^.;,]{2,40}"
    r"|(?<!\w)(?:не\s+(?:считая|рахуючи|враховуючи|включая)|без\s+(?:урахування|учёта|учета))\s+[^.;,]{2,40}"
    r"|(?:사상자|부상자|전사자|포로)\S?\s?(?:제외|빼|뺀)"
)
# "The Harbour Dispatch": an outlet's name.
_DISPATCH = r"(?-i:[A-Z][\w’'-]+\s+Dispatch)(?!\w)"
UNTOLD = re.compile(
    f"{QUOTED_NAME.pattern}|{_MEANWHILE}|{_LEFT_OUT}|{_DISPATCH}", re.IGNORECASE
)


def _unnamed(text: str) -> str:
    """Blank out names in quotation marks and "during his capture"."""
    return UNTOLD.sub(lambda name: " " * len(name[0]), text)


# "Interviewed 240 prisoners" tells how many were asked, not how many were taken.
HANDLED = re.compile(
    r"\b(?:interview|survey|question|polled|spoke\s+(?:to|with)|talked\s+(?:to|with)|met(?:\s+with)?(?!\w)|visit|examin|treat(?:ed|ing)|register(?:ed|ing)|documented|identified)\w*"
    r"|\b(?:brought|led|presented|paraded|shown)\s+(?:[\w-]+\s+){1,4}(?:before|to)\s+(?:the\s+)?(?:reporters|journalists|press|cameras)"
    r"|(?<!\w)(?:опита|опитув|опрос|опраш|поговори|розмовля|разговарива|побесед|зустрі|встрет|відвіда|посети|огляну|осмотр|обстеж|обследов|зареєстр|зарегистр|лікува|лечил)\w*"
    r"|면담|설문|인터뷰|만[났난]|조사[했한]|진료|검진|여론조사|물은\s?결과|물[었어]|응답|답했",
    re.IGNORECASE,
)


_ASKED = (
    r"(?:interview(?:ed|s)?|questioned|surveyed|polled|(?:met|spoke|spoken|talked)\s+(?:in\s+private\s+|privately\s+|alone\s+)?(?:to|with)|met|visited)"
    r"|(?:опита[влн]|опроси[влн]|опраш|розпита|расспроси|відвіда|посети|інтерв|интервью)\w*"
    r"|(?:поговор|розмовл|разговарива|побесед|бесед(?:ова|ува)|поспілкува|спілкува|пообща|обща(?:л|ю)|зустрі|встрет|побачи)\w*"
    r"|(?:(?:анкет|опитувальник|вопросник|опросник)\w*\s+)?(?:заповни|заполни)\w*|(?:на\s+(?:вопрос|запитан|анкет|питан)\w*\s+)(?:відпов|ответ)\w*"
)
_PRIVATELY = (
    r"(?:(?:in\s+private|privately|alone|personally|наодинці|особисто|лично|наедине"
    r"|без\s+свид\w+|без\s+свідк\w+)\s+)?"
)
# "Опросившие с марта по июль 640 человек", "interviewed between May and July 90".
_WHILE = (
    r"(?:(?:since|from|in|between|during|over|з|із|від|с|от|в|у|за)\s+(?:the\s+)?[^\W\d]+\s+"
    r"(?:(?:and|to|through|until|till|по|до|і|та|и)\s+[^\W\d]+\s+)?)?"
)
ASKED_BEFORE = re.compile(
    rf"(?<!\w)(?:{_ASKED})\s+{_PRIVATELY}{_WHILE}(?:(?:with|to|із|зі|з|со|с)\s+)?(?:(?:only|just|all|about|some|around|лише|тільки|только|лишь|близько|около)\s+){{0,2}}$",
    re.IGNORECASE,
)
ASKED_AFTER = re.compile(
    r"(?:여\s?)?(?:명|사람)?(?:의\s\S+)?(?:을|를|과|와)\s(?:(?:직접|따로|각각|개별|대면|심층|비공개로)\s?){0,2}(?:면담|인터뷰|설문|만[났나난]|조사[했한])"
)


def is_asked(text: str, place: Place) -> bool:
    """Whether the verb that governs a number only tells that so many were asked.

    "Met four North Koreans held in Ukraine" does not say that four are held.
    """
    before = text[max(0, place.start - REACH // 2) : place.start]
    if ASKED_BEFORE.search(before):
        return True
    return ASKED_AFTER.match(text, place.end) is not None


def _is_handled(before: str, after: str) -> bool:
    """Whether those whom a number counts were only asked or seen."""
    return bool(
        HANDLED.search(before[-REACH // 2 :]) or HANDLED.search(after[: REACH // 2])
    )


# "1300 убитыми и 2700 ранеными": the instrumental says it, whatever stands before.
FATE_NEXT = re.compile(
    r"\s*(?:у?вбитими|убитыми|загиблими|погибшими|пораненими|ранеными|зниклими|пропавшими|полоненими|пленными)(?!\w)",
    re.IGNORECASE,
)
# "Six were captured wounded": that they were captured is said of all.
HURT_WHEN_TAKEN = re.compile(
    r"(?:captured|taken\s+(?:prisoner|captive|alive))\s+(?:while\s+|already\s+|badly\s+|seriously\s+)?(?:wounded|injured|hurt)\b"
    r"|(?:полон\w*|плен\w*|захоплен\w*|захвачен\w*)\s+(?:[\w-]+\s+)?(?:пораненими|ранеными)(?!\w)",
    re.IGNORECASE,
)
CAMP = re.compile(
    r"\b(?:camps?|prisons?|captivity|prison\s+hospital)\b|(?<!\w)(?:табор|лагер|колон[іи]|[іи]золятор|в['’ʼ]?язниц|тюрьм|сізо|сизо)\w*|수용소",
    re.IGNORECASE,
)
THERE = re.compile(
    r"\b(?:has|have|had|hosts?|houses?|keeps?|kept|holds?|there\s+(?:are|were)|live|lives|living|sit|remain)\b"
    r"|(?<!\w)(?:живут|живуть|сидят|сидять|находятся|перебува\w+|мешкають|є|есть|числ[яіи]ться?|лежат|лежать|ждут|чекають)(?!\w)|있[다는었]|머물",
    re.IGNORECASE,
)


def _in_camp(before: str, after: str) -> Role | None:
    """Read "the camp has three North Koreans": who lives there was captured."""
    camp = CAMP.search(before) or CAMP.search(after)
    captive = MILITARY_NOUN.search(after[: REACH // 3])
    there = THERE.search(before) or THERE.search(after)
    return Role.CAPTURED if camp and captive and there else None


MILITARY_NOUN = re.compile(
    r"^(?:\s*[\w’'-]+){0,2}?\s*(?:soldiers|men|north\s+koreans|russians|foreigners|troops|fighters|servicemen|ukrainians"
    r"|солдат\w*|військов\w+|военн\w+|бійц\w+|бойц\w+|корейц\w+|північнокорейц\w+|северокорейц\w+|росіян\w*|россиян\w*|іноземц\w+|иностранц\w+"
    r"|(?:명의?\s?)?(?:북한군|병사|군인))",
    re.IGNORECASE,
)


HURT_BEFORE = re.compile(r"부상(?:자|병)\s*$")


def _fate(between: str, after: str) -> Role | None:
    """Read "2,000 wounded men were sent home": what became of the wounded counts."""
    if _first(DEED_CUES, between) is not Role.WOUNDED:
        return None
    role = _first(DEED_CUES, after)
    return role if role in {Role.RETURNED, Role.EXCHANGED} else None


# What is paid for something, or given as aid, is nobody's pay.
COSTS = re.compile(
    r"\b(?:grants?|allowances?|subsid\w+|compensation|aid|relief|costs?|costing|fees?|rent\w*|upkeep|maintenance|expenses?|budget|ransoms?|fine[ds]?|donat\w+|raised|postage|parcels?|intermediar\w+|reward\w*)\b"
    r"|정착금|지원금|기본금|위로금|보상금|(?<!\w)(?:(?:матеріальн|материальн|грошов|денежн)\w+\s+(?:допомог|помощ)|компенсац|субсид|соцвиплат|соцвыплат|кошту|обход|вартіст|варт[ои]ст|сто[ия]т|стоит|стоимост|витрат|затрат|расход|утриманн|содержани|оренд|аренд|посил|посыл|посередник|посредник|внес|викуп|выкуп|штраф|пожертв|зібра|собра|берет|берёт|бере(?!\w)|ліки|лекарств)\w*"
    r"|비용|운영비|유지비|임대료|난방비|후원금|모금|성금|벌금|몸값|회비|운영에는|[가-힣]비로|[드든]다(?![가-힣])|들었다|들어간다",
    re.IGNORECASE,
)


def money_role(text: str, place: Place) -> Role:
    """Tell what an amount of money was paid for."""
    after = text[place.end : min(place.right, place.end + REACH)]
    before = text[max(place.left, place.start - REACH) : place.start]
    costs = COSTS.search(after) or COSTS.search(before)
    for role, cue in MONEY_CUES:  # a purpose outweighs "paid"
        if role is Role.PAY and costs:
            continue
        if cue.search(after) or cue.search(before):
            return role
    return Role.OTHER


def deed_in(text: str) -> Role | None:
    """Tell the role that a phrase such as "those captured" names."""
    return _first(DEED_CUES, text) or _first(NOUN_CUES, text)


def captures(text: str) -> bool:
    """Whether a text tells that somebody was captured, not only a captive."""
    return any(
        cue.search(_unnamed(text)) for role, cue in DEED_CUES if role is Role.CAPTURED
    )


@lru_cache(maxsize=64)
def has_deed(text: str) -> bool:
    """Whether a sentence tells a deed at all."""
    return _first(DEED_CUES, text) is not None


def _adjacent(before: str) -> Role | None:
    """Read the verb or noun right before the number: "the capture of two"."""
    stripped = FILLERS.sub("", before)
    # "Those killed, 300 were" belongs to what follows; a comma parts them.
    if not stripped:
        return None
    if DASHED.search(before) and (named := _last(NOUN_CUES, stripped, at_end=True)):
        return named  # "пленными — 22"
    korean = KOREAN_FILLERS.sub("", stripped)
    return _last(DEED_CUES, stripped, at_end=True) or _last(
        DEED_CUES, korean, at_end=True
    )


DASHED = re.compile(r"[—–:]\s*$")


def _named_before(before: str) -> Role | None:
    """Read the noun that a number counts where it stands before the number.

    As Korean has it, and as "the number of prisoners rose to" does.
    """
    if HANGUL.search(before[-12:]) or TALLY.search(before):
        return _last(NOUN_CUES, before)
    return Role.CAPTURED if CAPTIVES_FIRST.search(before) else None


# "Полонених близько трьохсот": the genitive before its number.
_FIRST = (
    r"\s*(?:(?:північнокорейців|северокорейцев|солдатів?|военных|військових|росіян"
    r"|россиян|там|тут|зараз|сейчас|всього|всего|уже|вже|було|было|их|їх)\s+)*"
    r"(?:[—–:-]\s*)?$"
)
LOST_FIRST = tuple(
    (role, re.compile(rf"(?<!\w)(?:{words}){_FIRST}", re.IGNORECASE))
    for role, words in (
        (Role.KILLED, r"загиблих|вбитих|убитых|погибших"),
        (Role.WOUNDED, r"поранених|раненых"),
        (Role.MISSING, r"зниклих(?:\s+безвісти)?|пропавших(?:\s+без\s+вести)?"),
    )
)
CAPTIVES_FIRST = re.compile(
    r"(?<!\w)(?:військово|военно)?(?:полонених|пленных)\s*(?:(?:там|тут|зараз|сейчас|всього|всего|уже|вже|було|было)\s+)*(?:[—–:-]\s*)?$",
    re.IGNORECASE,
)


TALLY = re.compile(
    r"\b(?:number|count|total)\s+of\b|\bamong\b|(?<!\w)(?:серед|среди)\s|(?<!\w)(?:кількість|число|чисельність|численность|количество)\s",
    re.IGNORECASE,
)


HANGUL = re.compile("[가-힣]")


# "600명의 전사자를 포함해 4700명": the part does not say what the whole is.
INCLUDED = re.compile(
    r"(?:[가-힣]+(?<![은는이가을를])\s)?[\d,여만천백십]*\s?명(?:의|을|이)?\s[^,.]{0,30}?포함(?:해|하여|한|하면)\s*(?:총|모두)?\s*$"
)
WITHDRAWN = re.compile(
    r"(?<!\w)(?:не\s+[\w\s.]{1,30}?,\s*а|not\s+[\w\s,.]{1,30}?,?\s+but)\s+$",
    re.IGNORECASE,
)


def _clause_before(text: str, place: Place) -> str:
    before = text[max(place.left, place.start - REACH) : place.start]
    # "Held are not 9, but 8": what is withdrawn parts no clause.
    before = INCLUDED.sub("", WITHDRAWN.sub("", before))
    cut = max((match.end() for match in CLAUSE_START.finditer(before)), default=0)
    return before[cut:]


def _clause_after(text: str, place: Place) -> tuple[str, str]:
    """Split what follows into an aside between commas or dashes, and the rest."""
    after = text[place.head : min(place.right, place.head + REACH)]
    aside = ASIDE.match(after)
    if aside is None and (dash := re.match(r"\s*[—–)]\s*", after)):
        aside = dash
    inside, rest = (aside[0], after[aside.end() :]) if aside else ("", after)
    if end := CLAUSE_END.search(rest):
        rest = rest[: end.start()]
    return inside, rest


def _first(table: Table, text: str) -> Role | None:
    found = [
        (match.start(), role) for role, cue in table if (match := cue.search(text))
    ]
    # min keeps the first of equals: the tables put the wider role first.
    return min(found, key=lambda item: item[0])[1] if found else None


def _last(table: Table, text: str, *, at_end: bool = False) -> Role | None:
    found = [
        (match.end(), role)
        for role, cue in table
        for match in cue.finditer(text)
        if not at_end or match.end() == len(text)
    ]
    return max(found, key=lambda item: item[0])[1] if found else None
