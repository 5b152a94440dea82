"""What did somebody do, own, or go through, by which those who know him would know him?

Trades and pastimes, where he fought, what was found on him, by what name others call
him, how he came to serve, and what he is the only one or the youngest of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.detail import Detail, Field

_REST = (
    r"(?:"
    r"(?!"
    r"\s(?:and|і|й|и|та)\s(?:was|is|has|had|he|then|потрапив|попал|був|был|взят)(?!\w)"
    r")[^.;:!?,—–“”«»\"\n]"
    r"){3,90}"
)
_SLAVIC_NAME = r"[А-ЯІЇЄҐЁ][\w’'ʼ-]+"
DEEDS = compiled(
    r"(?:\b(?:he|she|who)|(?P<joined>\b(?:and|then|now|later)|,))\s+"
    r"(?:(?:also|once|first|now|then|had|has|later|still|used\s+to|would)\s+)?"
    r"(?P<english>"
    r"(?:"
    # schooling and work
    r"learn(?:ed|t|s)\s+(?:the|to|how|his|a|some|Ukrainian|Russian|Korean|English)"
    r"|taught|teach(?:es)?|stud(?:ied|ies)|trained\s+(?:as|to)"
    r"|work(?:ed|s)\s+(?:as|at|in|for|on)|repair(?:ed|s)|mend(?:ed|s)|fix(?:ed|es)"
    r"|buil(?:t|ds)|drove|sold|sells|farmed|fished|grew|bred|breeds|raised|herded"
    r"|tended|milked|ploughed|plowed|baked|welded|mined|hunted|traded|tailored|sewed"
    r"|ran\s+(?:a|the|his)|owned|danced|boxed|wrestled|swum|ran\s+(?:marathons?|races)"
    # debts, papers and orders
    r"|(?:had|has|held)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?:"
    r"debts?|loans?|permit|visa|record|conviction|mortgage"
    r"|scholarship|licen[cs]e|degree|diploma"
    r")\b"
    r"|(?:had\s+to|was\s+(?:ordered|supposed|made|meant)\s+to)\s+\w+"
    # pastimes and habits
    r"|carried|carries|dug|cook(?:ed|s)|s[ai]ngs?|play(?:ed|s)|draws?|drew"
    r"|paint(?:ed|s)|carv(?:ed|es)|keeps?\s+(?:a|his)|prays?|prayed"
    # how he came through
    r"|swam|crawled|hid|wandered|lost\s+his\s+way|survived|escaped|fled|lay|slept"
    # marriage, enlistment, losses
    r"|married|divorced|signed\s+(?:up|on|a|the|his)|volunteered|deserted|owed"
    r"|lost\s+his\s+(?:job|house|way|unit|father|mother|wife|brother|son)"
    # what was done to him
    r"|was\s+(?:"
    r"called\s+up|put\s+(?:in|into)|assigned|tricked|forced"
    r"|left\s+behind|abandoned|buried|lured|recruited|convicted"
    r"|jailed|serving\s+a|released\s+from|orphaned|promised"
    r")"
    rf")\b{_REST}"
    r")"
    r"|(?<!\w)(?P<slavic>"
    r"(?:"
    # work and pastimes
    r"держ(?:ал|ит)|трим(?:ав|ає)|развод(?:ил|ит)|розвод(?:ив|ить)|выращив(?:ал|ает)"
    r"|вирощув(?:ав|ає)|бегал|бігав|плавал|плавав|боксировал|боксував|танцевал"
    r"|танцював|куховарив|кухарював|пекарював|пёк|пік\s+хліб|стро[ия]т|бурил|бурив"
    r"|охотился|полював|нянчил|руб(?:ил|ав)|вал(?:ил|ив)\s+лес"
    # debts and papers
    r"|(?:имел|имеет|мав|має)\s+"
    r"(?:борг|долг|кредит|посвідк|вид\s+на|визу|візу|диплом|судим|патент)\w*"
    # orders
    r"|(?:"
    r"мусив|мав|должен\s+был|вынужден\s+был|повинен\s+був|був\s+змушений|довелося"
    r"|пришлось|приказали|наказали|велели|звеліли"
    r")\s+\w+(?:ть|ти|тися|ться)"
    # work and pastimes once more
    r"|чин[иі]т|чинив|чинил|ремонту(?:є|вав)|ремонтиру\w+|ремонтировал|лагодив?"
    r"|лагодить|преподавал|преподаёт|викладав|викладає|учил\s+(?:детей|школ\w+)"
    r"|вчив\s+(?:дітей|школ\w+)|малю(?:є|вав)|рису(?:ет|ет)|рисовал|вырез\w+|вирізу\w+"
    r"|пишет|пише|поёт|спів(?:ає|ав)|молится|молиться"
    r"|готов(?:ит|ил)\s+(?:на|для|еду|обед)|готу(?:є|вав)\s+(?:на|для|їжу|обід)|варив"
    r"|варит|варить|плет[её]т|плете|шьёт|шил|шив|копал|копав|носил|носив|подносил"
    r"|підносив|возил|возив|водил|водив|пас|рыбачил|рибалив|ловил|ловив|продавал"
    r"|продавав|строил|будував|пахал|орав"
    # went to work, signed, studied, served
    r"|(?:при)?(?:ехал|їхав)\s+(?:в|у|до|на)\s+(?:\S+\s+)?(?:"
    r"на\s+заработ\w+|на\s+заробіт\w+|строить|будувати|работать|працювати|учиться"
    r"|вчитися|зарабатывать|заробляти"
    r")"
    rf"|(?:при)?(?:ехал|їхав)\s+(?:в|у|до)\s+{_SLAVIC_NAME}\s+\w+(?:ть|ти)"
    r"|подписал\w*\s+контракт|підписав\w*\s+(?:контракт|договір)"
    r"|(?:контракт|договор|договір)\s+(?:\w+\s+)?(?:подписал|підписав)|учился|вчився"
    r"|навчався|окончил|закінчив|выучил|вивчив|служил\s+(?:на|в|под)"
    r"|служив\s+(?:на|в|під)|сидел\s+(?:за|в\s+тюрьме|в\s+колонии)"
    r"|сидів\s+(?:за|у\s+колонії|у\s+в['’ʼ]язниці)"
    # recruited, lost, in debt
    r"|завербова\w+|потерялся|заблукав|заблудился|отстал\s+от|відстав\s+від|проп[оі]лз"
    r"|полз|тренировал\w*|тренував|судим\w*|задолжал|заборгував"
    rf")(?!\w){_REST}"
    r")"
    rf"|\bused\s+to\s+(?!be\b)(?P<used>[a-z]+\b{_REST})"
    r"|(?P<back>"
    r"(?:(?<=[а-яіїє]\s)|(?<=,\s))"
    r"(?:комбайны|комбайни|тракторы|трактори|машины|машини|детей|дітей)\s+"
    r"(?:чинил|чинив|лагодив|учил|вчив)"
    r")"
    r"|(?:(?<=[은는이가]\s)|(?<=,\s)|(?<=^)|(?<=[.]\s))(?P<korean>"
    r"[^.,!?“”\"‘’'\n]{2,70}?(?:"
    r"속아|속았|말을\s?믿고|말만\s?믿고|일하다|일했|일하던|다녔|다니다|다니던|배웠"
    r"|가르쳤|가르치던|전공했|전공한|공부했|공부하던|운영했|운영하던"
    r"|농사(?:를)?\s?(?:지|짓)|탈출했|탈출하|숨어\s?지|굶|기어서|전선에\s(?:섰|투입)"
    r"|수리하|고치던|고쳤|키우던|키웠|나르던|나르다|날랐|몰던|몰았|팔던|잡던|징집"
    r"|자원입대|강제로|[가-힣]야(?:만)?\s?했|지시(?:해야|를?\s?받)|명령(?:을\s?)?받"
    r"|빚을\s?(?:지|졌|갚)|마라톤을"
    r")[가-힣]*(?:\s[^.,!?“”\"‘’'\n]{1,40})?"
    r")",
    re.IGNORECASE,
)
"""Trades, pastimes, and how he came to the war."""
SERVED_AS = compiled(
    r"\b(?:an?|the|young|one)\s+(?:[\w-]+\s+){0,2}?(?P<english>"
    r"conscript|draftee|reservist|contract\s+(?:soldier|serviceman)|ex-convict"
    r"|former\s+(?:convict|prisoner|inmate)|mercenary"
    r")\b"
    r"|(?<!\w)(?P<slavic>"
    r"строковик(?:а|у|ом|ові|ові)?|срочник(?:а|у|ом)?|контрактник(?:а|у|ом|ові|ові)?"
    r"|мобілізован(?:ий|ого|ому|им)|мобилизованн(?:ый|ого|ому|ым)|доброволец"
    r"|добровольц(?:а|у|ем)|доброволець|добровольц(?:я|ю|ем)|резервист(?:а|у|ом)?"
    r"|резервіст(?:а|у|ом)?|наёмник(?:а|у|ом)?|найман(?:ець|ця|цю|цем)"
    r"|(?:бывш\w+\s+)?(?:заключённ|осужд[её]нн)(?:ый|ого|ому|ым)"
    r"|(?:колишн\w+\s+)?(?:ув['’ʼ]язнен|засуджен)(?:ий|ого|ому|им)"
    r")(?!\w)"
    r"|(?P<korean>징집병|현역병|의무복무병|예비군|용병|계약병|자원병)(?!들)"
)
HELD = compiled(
    r"\b(?P<english>"
    r"(?:for|after|spent|spending)\s+(?:[\w-]+\s+){1,3}?"
    r"(?:days|weeks|months|years?)\s+in\s+"
    r"(?:captivity|(?:the\s+|a\s+)?(?:camp|ward|hospital|cell|prison|custody))\b"
    r"|(?:has|had)\s+(?:been|spent|lived|lain)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:camp|captivity|ward|hospital|cell|here|there)\s+(?:for\s+)(?:[\w-]+\s+){1,3}?"
    r"(?:days|weeks|months|years?)"
    r")"
    r"|(?<!\w)(?P<slavic>"
    r"(?:[Вв]|[Уу])\s+(?:"
    r"лагере|плену|палате|госпитале|изоляторе|таборі|полоні"
    r"|палаті|шпиталі|госпіталі|неволі|ізоляторі"
    r")\s+(?:"
    r"(?:он|він|уже|вже|ещё|ще|сидит|сидить|провёл|провів|лежит|лежить)\s+"
    r"){0,3}(?:[\w’'-]+\s+){1,3}?(?:недел|меся[цч]|год|лет|тижн|місяц|рок|рік|дн)\w*"
    r"|(?:[\w’'-]+\s+){1,2}(?:недел\w+|месяц\w*|год\w*|лет|тижн\w+|місяц\w+|рок\w+)\s+"
    r"(?:в|у)\s+(?:плену|полоні|неволі|лагере|таборі|палате|палаті)"
    r")"
    r"|(?P<korean>"
    r"\S+\s?(?:달|개월|주|년)(?:째|간|\s?동안)\s"
    r"(?:수용소|포로|병원|병동|수용)\S*(?:\s있\S*)?"
    r"|(?:수용소|병원|병동)에서\s\S+\s?(?:달|개월|년)(?:째|간|\s?동안|을)?"
    r"|(?:수용된|잡힌|포로가\s된)\s지\s\S+\s?(?:달|개월|년|주)"
    r")"
)
"""How long he has been held."""
_TRADE = (
    r"(?:"
    r"welder|electrician|plumber|farmer|miner|fisherman|mechanic|carpenter|baker"
    r"|tailor|mason|bricklayer|builder|schoolteacher|footballer|runner|wrestler|boxer"
    r"|athlete|shepherd|butcher|barber|trucker|waiter|porter|labou?rer|steelworker"
    r"|lumberjack|logger|sailor|programmer|accountant|musician|hunter|herder|trader"
    r"|shopkeeper|(?:taxi|bus|tractor|truck|lorry)\s+driver"
    r"|(?:factory|railway|construction|warehouse)\s+(?:worker|guard)"
    r")"
)
_SLAVIC_TRADE = (
    r"(?:"
    r"сварщик|зварник|зварювальник|электрик|електрик|слесар|слюсар|токар|шахт[её]р"
    r"|шахтар|рыбак|рибалк|плотник|тесляр|столяр|каменщик|муляр|строител|будівельник"
    r"|учител|вчител|студент|крестьянин|селянин|фермер|тракторист|комбайн[её]р|механик"
    r"|механік|пекар|портн|кравец|кравц|лесоруб|лісоруб|моряк|матрос|таксист"
    r"|дальнобойщик|далекобійник|футбол[иі]ст|бегун|бігун|марафон|бор[еє]?ц|борець"
    r"|бокс[её]р|программист|програміст|бухгалтер|музыкант|музикант|пастух|охотник"
    r"|мислив|грузчик|вантажник"
    r")\w{0,4}"
)
TRADE = compiled(
    r"(?:,|\b(?:is|was|as|once|and|former))\s+(?P<english>"
    rf"(?:an?\s+)?(?:(?!the\b)[\w-]+\s+){{0,2}}?{_TRADE}(?:"
    r"\s+(?:by\s+(?:trade|training)|before\s+the\s+war|from\s+[A-Z][\w’'-]+)"
    r")?"
    r")(?!\w)"
    r"|(?<!\w)(?:"
    r"[Бб]ывш\w+|[Кк]олишн\w+|по\s+профессии|по\s+специальности"
    r"|за\s+фахом|за\s+професією|профессиональн\w+|професійн\w+"
    r"|\w*(?:річн|летн)\w+|он|він|был|був|сам|гражданке"
    rf")\s*[—–,-]?\s+(?P<slavic>{_SLAVIC_TRADE})(?!\w)"
    r"|(?P<korean>"
    r"(?:"
    r"용접공|전기공|배관공|목수|광부|탄부|어부|농부|농민|교사|교원|대학생|미장공"
    r"|벽돌공|운전사|기계공|재단사|제빵사|벌목공|벌목꾼|선원|축구\s?선수|권투\s?선수"
    r"|마라톤\s?선수|레슬링\s?선수"
    r")(?:였|이었|로\s?일|으로\s?일|이던|\s?출신)[가-힣]*"
    r")"
)
"""What he lived by before."""
TRAIT = compiled(
    r"\b(?P<english>"
    r"left[\s-]hand(?:ed|er)|(?:red|grey|gray|white|fair|curly)[\s-]haired|balding"
    r"|bald\b|gold\s+t(?:oo|ee)th"
    r"|(?:an?\s+|the\s+)?tattoo(?:ed|s)?(?:\s+(?:of|on|with)\s[^,.;]{2,40})?|birthmark"
    r"|freckle[ds]|stutters?|stammers?|bespectacled|wears\s+glasses"
    r"|(?:his|[a-z]+ern|provincial|mountain)\s+(?:accent|dialect)"
    r")\b"
    r"|(?<!\w)(?P<slavic>"
    r"ліворук\w*|леворук\w*|левш[аиоу]\w?|лівш[аиоу]\w?|шульг[аиоу]\w?|рыжеволос\w+"
    r"|рудоволос\w+|рыж(?:ий|его|ему)|руд(?:ий|ого|ому)|лыс(?:ый|ого)|лис(?:ий|ого)"
    r"|золот\w+\s+зуб\w*"
    r"|тату(?:ировк|юванн)\w*(?:\s+(?:на|з|із|с|у\s+вигляді|в\s+виде)\s[^,.;]{2,40})?"
    r"|родимк\w*|родинк\w*|веснушчат\w*|ластат\w*"
    r"|(?:\w+ым|\w+им)\s+(?:акцентом|выговором|говором)"
    r")(?!\w)"
    r"|(?P<korean>왼손잡이|문신|금니|대머리|주근깨|곱슬머리|안경을\s?[쓴썼]|사투리)",
    re.IGNORECASE,
)
"""By which those who saw him know him."""
LOSS = compiled(
    r"\b(?P<english>"
    r"[Hh]is\s+(?:"
    r"scholarship|visa|permit|contract|shop|house|farm|job"
    r"|passport|licen[cs]e|boat|car|business"
    r")\s+(?:[\w-]+\s+){0,3}?(?:was|were|had\s+been)\s+(?:"
    r"cancel\w+|revoked|withdrawn|taken|sold|confiscated"
    r"|seized|burn\w+|destroyed|bombed"
    r")(?:\s[^.,;]{2,40})?"
    r")"
    r"|(?<!\w)(?P<slavic>"
    r"(?:"
    r"[Сс]типенди|[Вв]из[уы]|[Вв]із[уи]|[Пп]аспорт|[Дд]оговор|[Дд]оговір|[Дд]ом"
    r"|[Лл]одк|[Чч]овен|[Мм]агазин|[Бб]изнес|[Бб]ізнес"
    r")\w*\s+(?:у\s+него\s+|у\s+нього\s+|ему\s+|йому\s+)?(?:"
    r"отобра|отня|забра|аннулир|анулюв|отмен|скасув|відібра|сгоре|згорі|продал|продав"
    r")\w*"
    r")"
    r"|(?P<korean>"
    r"(?:장학금|비자|체류\s?자격|여권)(?:이|가|을|를)\s?"
    r"(?:취소|끊|빼앗|압수|만료)[가-힣]*"
    r")"
)
"""What drove him to it."""
BEFORE_WAR = compiled(
    r"(?:전쟁|입대|군에\s?오기|참전|파병|징집)\s?(?:되기\s|하기\s)?"
    r"전(?:에는|에|까지|까지는)?,?\s(?:그는\s|그가\s)?(?P<korean>[^.,“”\"]{4,60})"
)
RANKED = compiled(
    r"\b(?P<english>"
    r"(?:the\s+)?(?:only|sole|most\s+senior|highest[\s-]ranking)\s+(?:"
    r"officer|sergeant|woman|North\s+Korean|foreigner|survivor|prisoner"
    r"|one\s+(?:of|among)|man\s+(?:in|of|among)"
    r")(?:\s+(?:of|in|among)\s+(?:the\s+)?[\w-]+)?"
    r"|(?:the\s+)?(?:youngest|oldest|eldest|quietest|tallest|shortest)\s+"
    r"(?:(?:of|in|among)\s+(?:the\s+)?[\w-]+|man\b|prisoner\b)"
    r"|(?:the\s+)?sole\s+survivor[^.,;]{0,30}"
    r")"
    r"|(?<!\w)(?P<slavic>"
    r"(?:единственн|єдин)\w+\s+(?:"
    r"офицер\w*|офіцер\w*|сержант\w*|женщин\w+|жінк\w+|иностран\w+|інозем\w+"
    r"|кор\w+ц\w*|уцелевш\w+|уціліл\w+|выживш\w+|вцілі\w+|кто|хто"
    r")(?:\s+(?:из|із|з|в|у|среди|серед)\s+[^.,;]{2,30})?"
    r"|(?:най|сам\w+\s+)"
    r"(?:старш|молод|молодш|юн|тих|мовчазн|молчалив|висок|высок)\w+\s+"
    r"(?:из|із|з|серед|среди|в|у|по|за)\s+[^.,;—]{2,30}"
    r")"
    r"|(?P<korean>"
    r"(?:계급이\s)?가장\s?(?:높은|어린|젊은|나이\s?(?:가\s)?많은|연장자)"
    r"|유일한\s(?:장교|여성|생존자|외국인)|홀로\s?살아남\S*|혼자\s?살아남\S*"
    r")",
    re.IGNORECASE,
)
_CALLERS = (
    r"(?:"
    r"others|fellow\s+\w+|comrades|guards|nurses|doctors|orderlies|everyone|everybody"
    r"|all|ward|barracks?|camp|unit|friends"
    r"|остальн\w+|другие|товарищи|сослуживц\w+|все|охранник\w+|медсестр\w+|врачи"
    r"|сосед\w+|здесь|тут|в\s+палате|в\s+бараке|в\s+лагере|в\s+части|інш[іи]\w*|решта"
    r"|товариші|побратими|усі|всі|охоронц\w+|санітар\w+|лікарі|сусіди|у\s+палаті"
    r"|у\s+таборі|в\s+таборі|у\s+бараці"
    r")"
)
_SLAVIC_CALL = r"зовут|звуть|называют|називають|прозвали"
CALLED = compiled(
    r"(?<!\w)(?:"
    r"(?:якого|которого|whom)\s+(?:[^.,;«“\"]{0,40}?\s)?(?:"
    rf"{_SLAVIC_CALL}|прозвали|кличут|кличуть|нарекли"
    r"|call|calls|called|address\s+as|know\s+as|nicknamed"
    r")"
    rf"|(?:\b{_CALLERS})\s+(?:[\w-]+\s+){{0,4}}?"
    rf"(?:{_SLAVIC_CALL}|кличут|кличуть|call|calls|called|nicknamed)\s+"
    r"(?:его|його|him)"
    r")\s+(?:просто\s+|just\s+|simply\s+)?"
    r"[«“\"‘']?(?P<nick>[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+(?:\s[A-Z][\w-]+)?)"
    r"|(?<!\w)(?i:"
    r"тут|здесь|там|всі|все|в\s\w+|у\s\w+|сослуживцы|товариші|охоронці|охранники"
    r")\s+(?:зовут|звуть|кличут|кличуть|називають|называют|прозвали)\s+"
    r"[«“\"]?(?P<here>[А-ЯІЇЄҐЁ][\w’'ʼ-]+)"
    r"|(?<!\w)(?:прозвали|кличуть|кличут|нарекли)\s+(?:його\s+|его\s+)?"
    r"[«“\"]?(?P<dubbed>[А-ЯІЇЄҐЁ][\w’'ʼ-]+)"
    r"|(?P<answers>"
    r"\b(?:"
    r"answer(?:s|ed)\s+(?:only\s+)?to\s+"
    r"(?:the\s+name|nothing\s+else|no\s+other|that\s+name|another\s+name|[“‘\"])"
    r"|introduced\s+himself\s+as|gave\s+(?:his|her)\s+name\s+as|calls?\s+himself"
    r"|posed\s+as|passed\s+himself\s+off"
    r")[^.,;]{0,40}"
    r")"
    r"|(?<!\w)(?P<named>"
    r"(?:"
    r"(?:откликал|откликает|отзывал|отзывает|відгукував|відгукуєт|озивав)\w*\s+"
    r"(?:только\s+|лишь\s+|лише\s+|тільки\s+)?на"
    r"|представился|представлялся|назвался|назвався|выдавал\s+себя|видавав\s+себе"
    r"|называл\s+себя|називав\s+себе"
    r")\s[^.,;:«]{3,40}"
    r")"
    r"|(?P<posed>"
    r"[‘'“\"]?[가-힣]+[’'”\"]?(?:이라는|라는|란)\s?이름(?:에만|으로만|으로)\s?"
    r"(?:대답|반응|불|살|행세)[가-힣]*"
    r"|[가-힣]+\s?행세를\s?[가-힣]+"
    r")"
    r"|[‘'“\"](?P<korean>[가-힣]{1,8})[’'”\"](?:이)?(?:라고|라|란)\s?"
    r"(?:불리|부르|부른|불린|불렀|통한|통했)"
    r"|(?<=[가-힣]\s)(?P<plain>[가-힣]{2,6}?)(?:이)?라고\s(?:불리|부른다|불린다|불렀)"
)
FOUND = compiled(
    r"\b(?:"
    r"in\s+his\s+(?:pocket|backpack|rucksack|bag|boot|helmet|jacket|coat|pack)s?"
    r"|on\s+him|sewn\s+into\s+his\s+\w+"
    r")\b[^.;,]{0,30}?(?:was|were|found|had|lay)\s+(?P<english>[^.;,“”]{4,70})"
    r"|\b(?:he\s+)?(?:was\s+)?(?:carried|carrying|kept|had\s+with\s+him|hid)\s+"
    r"(?P<carried>"
    r"(?:an?|his|the)\s+(?:[\w-]+\s+){0,3}?(?:"
    r"diary|notebook|letters?|photo(?:graph)?s?|picture|badge|medal|amulet|icon"
    r"|drawings?|bible|cross|map|phone|tattoo"
    r")\b[^.;,“”]{0,50}"
    r")"
    r"|(?<!\w)(?:"
    rf"[Пп]ри\s+(?:нём|нем|ньому|нему|себе|собі|{_SLAVIC_NAME})"
    r"|(?:[Уу]|[Вв])\s+(?:"
    r"него|нього|кармане|кишені|рюкзак\w+|подсумк\w+|підсумк\w+|сумке|сумці"
    r"|наплічник\w*|ботинк\w+|черевик\w*"
    r")(?:\s+(?:у|в)\s+(?:него|нього))?"
    r")\s+(?:\w+\s+)?(?:"
    r"нашли|знайшли|обнаружили|виявили|был\w*|було|була|лежал\w*|лежав"
    r")\s+(?P<slavic>[^.;,«“]{4,70})"
    r"|(?:주머니|배낭|군화|품|소지품|가방)(?:에서|에는|에|속에서|속에는|안에서)(?:는)?"
    r"\s(?P<korean>[^.“”\"]{2,50}?)(?:이|가|을|를)\s?(?:나왔|발견|들어\s?있|나온|찾)",
)
FOUGHT = compiled(
    r"\b(?:"
    r"fought|was\s+(?:hit|wounded|injured|shot|burned|burnt|blown\s+up)"
    r"|lost\s+(?:his|an|a)\s+\w+|burned|burnt"
    r")\s+(?:[\w-]+\s+){0,4}?(?P<english>"
    r"(?:"
    r"in\s+(?:the\s+)?(?:battle|fighting|fight)\s+(?:of|for|near|at|around)|near"
    r"|outside|at|in"
    r")\s+(?:the\s+)?(?:village\s+of\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
    r")"
    r"|(?<!\w)(?i:"
    r"воевал|воював|опинився|оказался|служил|служив|сражался|бився|сработал\w*"
    r"|спрацювал\w*|взорвал\w*|вибухнул\w*|застрял|застряг|горел|сгорел|горів|згорів"
    r"|подорвался|подорвали|підірвався|ранен\w*|поранен\w*|ранили|поранили|контужен\w*"
    r"|контузило|потерял|втратив|лишился"
    r")\s+(?:[а-яіїєґё’'-]+\s+){0,4}?(?P<slavic>"
    r"(?:в\s+бо[яю]х?|у\s+бо[юя]х?|в\s+боях|у\s+боях)?\s*"
    r"(?:под|під|за|возле|біля|у|поблизу|недалеко\s+от|неподалік|на|в)\s+"
    rf"(?:селом\s+|селами\s+)?{_SLAVIC_NAME}(?:\s{_SLAVIC_NAME})?"
    r")"
    r"|(?<!\w)(?P<first>"
    r"(?i:під|под|біля|возле|поблизу|неподалік(?:\s+від)?|недалеко\s+от)\s+"
    rf"{_SLAVIC_NAME}(?:\s{_SLAVIC_NAME})?"
    r")(?="
    r"[^.;!?]{0,70}?\s(?:"
    r"відірва|оторва|поран|ранил|ранен|контуз|втрат|утрат|потеря|лишил|підірва|подорв"
    r"|взорв|вибух|сработ|спрацюв|заглох|згор|сгор|наступи|накри|накры|опинив|оказал"
    r"|здав|сдал|потрапи|попал|взял|заблук|заблуд|воюв|воев|полон"
    r")"
    r")"
    r"|\b(?:drove|served|worked|was\s+an?)\s+(?:[\w-]+\s+){0,5}?"
    r"(?P<near>(?:near|outside)\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
    r"|(?P<where>\b(?:[Nn]ear|[Oo]utside)\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)(?="
    r"[^.;!?]{0,70}?\s(?:"
    r"tore|took\s+off|blew|wounded|hit|lost|burned|exploded|stepped|stalled"
    r"|surrendered|captured|taken"
    r")"
    r")"
    r"|(?<![가-힣])(?P<korean>"
    r"(?:지난\s?)?(?:(?:20\d\d년\s?)?\d{1,2}월\s)?[가-힣]{2,9}\s?"
    r"(?:전투|교전|공방전|전선)에서"
    r")(?=\s)"
)
"""Where he fought or was wounded; he need not have been taken there."""
NO_BATTLE = re.compile(
    r"^(?:В|У|в|у|на|На|за)\s+(?:Украин|Україн|Росс|Рос|СССР|Афган|Чеч|Коре)"
    r"|^in\s+(?:"
    r"Ukraine|Russia|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Afghan|Korea|Telegram"
    r")"
)


HE = re.compile(
    r"\b(?:"
    r"he|his|him|she|her"
    r"|(?:the|an?|one|third|second|another|other|elder|younger)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:"
    r"man|prisoner|soldier|captive|cousin|brother|one|private|sergeant|officer|scout"
    r"|driver|conscript|other|another|Cuban|Kenyan|Nepali"
    r")"
    r"|(?<=,\s)[1-6]\d(?=,)"
    r")\b"
    r"|(?<=\w,\s)[1-6]\d(?=,)",
    re.IGNORECASE,
)
TOPIC = re.compile(r"(?<=[가-힣)])(?<![다하에])(?:은|는)\s")


def lives(text: str) -> Iterator[Detail]:
    """Yield what tells of somebody's life, service, belongings and nicknames."""
    for pattern, field, value in READ:
        for match in pattern.finditer(text):
            parts = {k: v for k, v in match.groupdict().items() if v}
            told = "joined" in parts or (
                pattern is FOUGHT and parts.keys() & {"english", "near"}
            )
            if told and not HE.search(text, 0, match.start()):
                continue
            group = next(name for name in parts if name != "joined")
            said = match[group].rstrip()
            if field is Field.DEPLOYMENT and NO_BATTLE.match(said.strip()):
                continue
            start = match.start(group) + len(said) - len(said.lstrip())
            if group == "korean" and pattern is DEEDS:
                start += max((m.end() for m in TOPIC.finditer(said)), default=0)
            yield Detail(start, match.start(group) + len(said), field, value)


READ = (
    (DEEDS, Field.STORY, "narrated"),
    (RANKED, Field.STORY, "narrated"),
    (HELD, Field.STORY, "narrated"),
    (BEFORE_WAR, Field.STORY, "narrated"),
    (FOUND, Field.STORY, "narrated"),
    (TRADE, Field.STORY, "narrated"),
    (TRAIT, Field.STORY, "narrated"),
    (LOSS, Field.STORY, "narrated"),
    (SERVED_AS, Field.SERVICE, None),
    (CALLED, Field.NICKNAME, None),
    (FOUGHT, Field.DEPLOYMENT, None),
)
"""Each pattern, and what it tells."""
