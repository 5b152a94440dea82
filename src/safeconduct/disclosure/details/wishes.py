"""Which clause tells what somebody wishes, asks for, fears or has not decided?

A wish is its whole clause: the verb of wishing with what is wished. Verbs that tell of
much else ("asked", "plans") count only with a goal of prisoners, such as home, asylum
or an exchange. Whose wish it is, `mentions` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.detail import Detail, Field

_GOAL = (
    r"(?:"
    r"\b(?:"
    r"sent\s+(?:back|home|to|straight)|send\s+(?:him|me)|defect\w*|asylum|refuge\b"
    r"|refugee|return\w*|repatriat\w+|go(?:ing)?\s+(?:home|back|to|south)|went\s+back"
    r"|liv(?:e|ing)|stay\w*|remain\w*|settl\w+|protection|resettle\w*|Seoul"
    r"|South(?:ern)?\b|North\b|homeland|home\b|reunit\w+|famil\w+|mother|father"
    r"|parents|wife|exchang\w+|swap\w*|released?|freedom|free\b|citizenship|front\b"
    r"|hand\w*\s+(?:him|me|them|us)\s+(?:over|back)|being\s+handed\s+(?:over|back)"
    r"|(?:he|she|they|I|not|never)\s+(?:(?:will|would|could|might|to)\s+)?be\s+handed"
    r"|extradit\w+|deport\w+"
    r"|not\s+(?:to\s+)?be\s+(?:shown|published|printed|photographed|filmed)"
    r"|future|options?|case\b|about\s+it\b|taken\s+off"
    r"|(?:exchange|swap)\s+list|trench(?:es)?|army\b|Korea\b"
    r")"
    r"|(?<!\w)(?:"
    r"Коре\w+|притул\w+|убежищ\w+|додом\w+|домой|дому\b|дом\b|залиш\w+|лиш(?:ит|а)\w+"
    r"|ост[аа]\w+|поверн\w+|поверт\w+|верн\w+|возвр\w+|жити|жить|Сеул\w*|Украин\w+"
    r"|Україн\w+|переїх\w+|переех\w+|захист\w*|втек\w+|обмін\w*|обмен\w*|поменя\w*"
    r"|біжен\w+|бежен\w+|родин\w+|сім['’ʼ]\w+|семь\w+|батьк\w+|родител\w+|Півдн[яюі]"
    r"|Південь|Південн\w+\s+Коре\w+|Північ\b|Півн[оі]ч[іе]?\b|Юг[аеу]?\b|Север[аеу]?\b"
    r"|батьківщин\w+|родин[уые]|отправ\w+|відправ\w+|переда(?:т|в|л)\w+|свобод\w*"
    r"|громадянств\w*|гражданств\w*|фронт\w*|штурм\w*|статус\w*|Рос(?:ію|ії|ия|ию|ии)"
    r"|назад|обратно|в\s+част(?:ь|ину)|списк\w+|выда(?:ва|ч|т|л)\w+"
    r"|вида(?:ва|ч|т|л)\w+|не(?:выда|вида)[чн]\w+|доч(?:ь|ку|ери)|доньк\w+|дітей|детей|жен[ауе]|дружин[ауі]"
    r"|за\s+(?:них|неї|нього|неё|него)\b|р[іо]дн(?:их|ых|ими|ыми)|бли[зж]ьк?их|близких"
    r"|арм(?:ію|ии|ию|ії)|окоп\w*|кр[аії]їн\w+|стран[уыеа]"
    r")"
    r"|대한민국|한국|남한|남조선|서울|남쪽|북쪽|북으로|북한|북조선|고향|집[에으]|조국"
    r"|거기|그곳|제3국|유럽|우크라이나|러시아|망명|귀순|송환|귀환|난민|귀국|정착|잔류"
    r"|교환|돌아가|돌아갈|남고|남기|남을|남겠|살[고게기겠]|가족|부모|어머니|보내"
    r")"
)
GOAL = re.compile(_GOAL, re.IGNORECASE)

_WHO = (
    r"(?:"
    r"\b(?:"
    r"he|she|they|I|we|one|both"
    r"|the\s+(?:man|other|soldier|prisoner|younger|older|second|first)"
    r"(?:\s+(?:man|one|soldier|prisoner))?"
    r")\s+"
    r")?"
)
_AUX = (
    r"(?:"
    r"(?:"
    r"has|had|have|was|were|is|are|am|also|now|still|not|never|does|did|do|don[’']t"
    r"|doesn[’']t|didn[’']t|would|will|could|may|might|only|just|simply|already"
    r"|reportedly|later|repeatedly|firmly|been|be|both|really|formally|publicly|even"
    r"|yet|he[’']s|I[’']m|suggested|that|said"
    r")\s+(?:he\s+(?=was\s|is\s|has\s|had\s))?"
    r")*"
)
_TAIL = (
    r"(?:"
    r"(?!"
    r"\s+(?:but|while|although|though|because|whereas|after\s+he|when\s+he)\b"
    r"|\s+and\s+(?:"
    r"has|had|is|was|were|he|she|they|his|her|said|says|told"
    r"|asked|added|wrote|that|a|the|to\s+ask"
    r")\b"
    r")[^.,;:!?\"”»\n—–]"
    r")*"
)
ENGLISH_WISH = compiled(
    rf"{_WHO}{_AUX}\b(?:"
    r"(?P<sure>"
    # he says that he wishes
    r"(?:express|voic|stat|declar|convey|indicat|announc|repeat|confirm|reaffirm)\w*"
    r"\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:wish\w*|desire|intention|hope|willingness|interest|preference|reluctance)"
    # he wants, hopes, dreams
    r"|(?:"
    r"want|wants|hopes?|hoping|hoped|wish(?:es|ed)?\s+(?:to|for|he)"
    r"|longs?\s+(?:to|for)|longing|yearn\w*|dreams?\s+(?:of|about)|dreaming\s+of"
    r"|dreamt\s+of|would\s+(?:like|rather|sooner|prefer)"
    r"|nothing\s+(?:there\s+)?"
    r"(?:to\s+(?:go|return)\s+(?:back\s+)?(?:to|for)|to\s+go\s+home\s+(?:to|for))"
    r"|nowhere\s+(?:else\s+)?to\s+(?:go|return)|no\s+way\s+(?:back|home)\b"
    r"|no\s+(?:wish|desire|intention|plans?)\s+(?:to|of)"
    r"|(?:he|she)\s+sees\s+(?:his|her|a|no|any)\s+(?:\w+\s+)?future"
    r"|(?:his|her|my)\s+(?:only\s+|greatest\s+|one\s+)?"
    r"(?:wish|desire|dream|hope|request|intention)\s+(?:is|was|to)"
    r"|looking\s+forward"
    r")"
    # he has not decided
    r"|undecided|torn\s+between|in\s+two\s+minds|of\s+two\s+minds"
    r"|(?:has|had|have)?\s?(?:not|n[’']t|yet\s+to)\s+(?:yet\s+)?(?:"
    r"decided?|made?\s+up\s+(?:his|her|my)\s+mind"
    r"|made?\s+(?:a|his|any)\s+(?:decision|choice|mind)"
    r")"
    r"|(?:unsure|uncertain|not\s+(?:sure|certain)|not\s+know|n[’']t\s+know)\s+"
    r"(?:whether|if|where)"
    r"|(?:can\s?not|can[’']t|could\s+not|unable\s+to)\s+decide|hesitat\w+"
    r"|thinking\s+(?:it|things)\s+over|thinking\s+about\s+it"
    r"|needs?\s+(?:more\s+)?time\s+to\s+(?:think|decide)"
    r")"
    r"|(?P<near>"
    r"wanted|expect(?:s|ed|ing)?\s+to|talk(?:s|ed|ing)?\s+(?:only\s+)?(?:of|about)"
    r"|sp(?:eaks?|oke)\s+(?:only\s+)?of|agree(?:s|d)?\s+to|consent(?:s|ed)?\s+to"
    r"|object(?:s|ed)?\s+to|oppos(?:es|ed)|worri(?:es|ed)|frightened|anxious"
    r"|petition(?:s|ed)?|appeal(?:s|ed)?\s+(?:to|for)|pray(?:s|ed)?"
    r"|waits?\s+(?:for|to)|waiting\s+(?:for|to)|count(?:s|ing)\s+on|(?:set|bent)\s+on"
    r"|resolved\s+to|made\s+up\s+(?:his|her|my)\s+mind\s+to"
    r"|(?:he|she|I)\s+(?:would\s+(?:not|never)|wouldn[’']t)"
    # his own requests and feelings
    r"|(?:(?:his|her|their|my|whose)|[’']s)\s+(?:\w+\s+)?(?:"
    r"requests?|application|plea|appeal|petition|refusal|reluctance|unwillingness"
    r"|decision|fears?|dread|hopes?|wish(?:es)?|desire|intention|choice"
    r")\s+(?:for|to|of|not|that|about)"
    # he asks, thinks of it, insists
    r"|ask(?:s|ed|ing)?\s+(?:\w+\s+){0,2}?(?:whether|if)\s+(?:he|she|they|I)\s+"
    r"(?:can|could|would|will|might|may)"
    r"|(?:can|could|may|will)\s+(?:I|they\s+(?:let|take|send)\s+me)"
    r"|(?<!when\s)ask(?:ed|s|ing)(?!"
    r"\s+(?:(?:him|her|them|me)\s+)?(?:about|whether|if|why|what|how|where|by)"
    r")"
    r"|request(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|seek(?:s|ing)?|sought"
    r"|plead(?:s|ed|ing)?|begs?|begged|begging|consider(?:s|ed|ing)?"
    r"|think(?:s|ing)?\s+(?:of|about)|weigh(?:s|ed|ing)?|intend(?:s|ed|ing)?"
    r"|plan(?:s|ned|ning)|insist(?:s|ed|ing)?|demand(?:s|ed|ing)?"
    # he refuses
    r"|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|declin(?:e|es|ed|ing)"
    # he would rather, or is afraid
    r"|prefers?|preferred|ready|willing|unwilling|reluctant|determined|afraid|fears?"
    r"|feared|sworn|swears?|swore|scared|terrified|dread(?:s|ed)?"
    r"|opt(?:s|ed)\s+(?:for|to)|chose|chooses?|choosing|chosen"
    r"|decided\s+(?:to|against|that)|vow(?:s|ed)?|(?:I|he)\s+will\s+(?:not|never)"
    r"|won[’']t|let\s+me|(?:do\s+not|don[’']t)\s+send"
    r")"
    rf")\b(?P<tail>{_TAIL})",
    re.IGNORECASE,
)
_SLAVIC_TAIL = (
    r"(?:"
    r"(?!"
    r"\s+(?:але|но|однак|однако|бо|тому\s+що|потому\s+что|хоча|хотя)(?!\w)"
    r"|\s+(?:та|й|і|и|а)\s+"
    r"(?:вже|уже|він|он|каже|говорит|сказа\w+|щотижня|каждый)(?!\w)"
    r")[^.,;:!?\"”»\n—–]"
    r")*"
)
_SLAVIC_REST = (
    rf"{_SLAVIC_TAIL}(?:"
    r",\s+(?:"
    r"щоб|чтобы|чтоб|чи|що|что|куди|куда|як|как|до|к|але\s+не"
    r"|но\s+не|а\s+не|та\s+не|только\s+не|тільки\s+не|лишь\s+бы"
    r"|вернуться|возвращат\w+|поверт\w+|поїхат\w+|остат\w+|залиш\w+"
    rf")(?!\w){_SLAVIC_TAIL}"
    rf"|\s*[—–-]\s+(?:чтобы|щоб|\w+ть(?:ся)?|\w+ти(?:ся)?)(?!\w){_SLAVIC_TAIL}"
    r")?"
)
_SLAVIC_GOAL = (
    r"(?:"
    r"(?<!\w)(?:"
    r"додому|домой|назад|обратно"
    r"|(?:до|в|у|на)\s+(?:Північн\w+\s+|Південн\w+\s+|Южн\w+\s+|Северн\w+\s+)?(?:"
    r"Коре\w+|Сеул\w*|Рос\w+|Україн\w+|Украин\w+|КНДР|Півд\w+|Північ|Юг|Север|Європ\w+"
    r"|Европ\w+|батьківщин\w+|родин[уе]|фронт\w*|обм[іе]н\w*|арм\w+|войн\w+|війн\w+"
    r")"
    r")\s+"
    r")?"
)
_SLAVIC_DO = (
    r"(?:"
    r"(?<!\w)(?:не\s+)?(?:"
    r"(?:поверн|поверта|верн|возвра|залиш|оста|(?:по)?їха|(?:по)?еха|жи|пі|ид|й)\w*?"
    r"(?:ти|тися|тись|ть|ться)"
    r")\s+"
    r")?"
)
_SLAVIC_WHO = (
    r"(?:"
    r"(?<!\w)(?:"
    r"він|он|вона|она|вони|они|я|інший|другий|другой|второй|перший|первый|один|обидва"
    r"|оба|солдат|полонений|пленный"
    r")\s+"
    r")?"
)
_SLAVIC_AUX = (
    r"(?:"
    r"(?:"
    r"не(?!\s+(?:вирі|реш|зна|визнач|определ|по[їе]ду|повернус|вернус))|ще|ещё|еще|дуже"
    r"|очень|також|также|теж|тоже|уже|вже|поки|пока|все|всё|досі"
    r"|теперь|тепер|зараз|сейчас|лише|только|би|бы|б|і\s+далі"
    r")\s+"
    r")*"
)
SLAVIC_WISH = compiled(
    rf"{_SLAVIC_GOAL}{_SLAVIC_WHO}{_SLAVIC_DO}{_SLAVIC_WHO}{_SLAVIC_AUX}(?<!\w)(?:"
    r"(?P<sure>"
    # no decision, no way back
    r"(?:решени[яе]|рішення|выбор[а]?|вибор[у]?)\s+(?:[\w-]+\s+){0,3}?не\s+"
    r"(?:принял\w*|принима\w+|прийня\w+|ухвали\w+|сделал\w*|зроби\w+)"
    r"|не\s+(?:принял\w*|прийня\w+|ухвали\w+|сделал\w*|зроби\w+)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:решени\w+|рішенн\w+|выбор\w*|вибор\w*)"
    r"|(?:назад|домой|додому|обратн\w+|зворотн\w+)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:дорог\w|пут[иь]|шлях\w?|вороття)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:нет|немає|нема|закрыт\w*|закрит\w*)"
    r"|(?:дорог[иа]|пут[иь]|шлях\w?|вороття)\s+(?:назад|домой|додому|обратно)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:нет|немає|нема|закрыт\w*|закрит\w*)"
    # he wants, hopes, dreams
    r"|хоч[еуі]\w*|хотів|хотіла|хотіл\w+|хоті\w+\s+б\w*|хотел\s+бы|(?:бы|б)\s+хотел\w*"
    r"|хотела\s+бы|хотелось|хотит|хотят|мрі[єяюї]\w*|мріяв|мечта\w+|прагн\w+|стрем\w+"
    r"|сподіва\w+|надіє\w+|наде[ея][тюл]\w+|рв[её]тся|жд[её]т\s+обмен\w+"
    r"|чека\w+\s+(?:на\s+)?обмін\w*"
    # he will not go, and wrote it down
    r"|не\s+(?:поїду|поеду|вернусь|повернусь|повернуся)"
    r"|(?:написа|подписа|підписа)\w+\s+(?:отказ|відмов)\w*"
    # he asks not to be shown
    r"|(?:по)?прос(?:ить|ит|ив|ил|или|ять|ят)а?\s+(?:\w+\s+)?не\s+"
    r"(?:знімати|снимать|фотографувати|фотографировать|показувати|показывать|публік\w+|публик\w+)"
    # he has not decided
    r"|розмірков\w+|роздум\w+|обдум\w+|раздум\w+|размышля\w+|вага(?:[єю]\w+|вся|ння)"
    r"|колебл\w+|сомнева\w+|не\s+вирішив\w*|не\s+виріш\w+|не\s+решил\w*"
    r"|не\s+определил\w*|не\s+визнач\w+"
    r"|не\s+зна[єе]\w*,?\s+(?:чи|куди|куда|хочет|вернется|вернётся|хоче)"
    r"|не\s+знаю,?\s+(?:чи|куди|куда|что|що)"
    # he says that he wishes
    r"|(?:вислов\w+|вырази\w+|выража\w+|озвучи\w+)\s+(?:\w+\s+)?"
    r"(?:бажан\w+|намір\w*|желан\w+|намерен\w+|готовн\w+|надію|надежду)"
    r"|ма[єв]\s+намір|намерен\w*|бажа[єюв]\w*|жела[еюл]\w*|его\s+(?:мечта|желание)"
    r"|його\s+(?:мрія|бажання)"
    r")"
    r"|(?P<near>"
    # he would, expects, agrees
    r"хотел\w*|(?:только|лишь|тільки|лише|хоть|хоч)\s+бы?(?:\s+не)?"
    r"|аби(?:\s+тільки|\s+лише|\s+лиш)?(?:\s+не)?|(?:мне|мені|йому|ему|нам)\s+бы?"
    r"|рассчит\w+|розрахов\w+|очіку\w+|ожида\w+|дожида\w+|согла[сш]\w+|згод[ае]\w*"
    r"|згоден|погод\w+"
    r"|(?:я|он|він|вона|она|решительно|категорически|категорично)\s+"
    r"(?:против|проти)\s+(?:обм|повер|возвр|репатр|отправ|відправ|выдач|видач)\w*"
    r"|добива\w+|домага\w+|клян\w+|не\s+возражает|не\s+заперечує"
    # he will stay or go
    r"|(?:"
    r"останусь|остаюсь|залишуся|залишусь|залишаюся|поїду|поеду"
    r"|уеду|вернусь|повернуся|повернусь|піду|пойду"
    r")"
    # his own requests and feelings
    r"|(?:"
    r"его|е[её]|їх|його|її|свою|свое|своє|мо[яюеё]|моє|эту|цю|письмен\w+|письмов\w+"
    r"|подал\w*|подав|написа\w+|підписа\w+|подписа\w+|личн\w+|особист\w+|устн\w+"
    r"|усн\w+|главн\w+|головн\w+|единственн\w+|єдин\w+"
    r")\s+(?:\w+\s+)?(?:"
    r"просьб\w+|прохан\w+|ходатайств\w+|клопотан\w+|прошени\w+|заяв[аиуоі]\w{0,2}"
    r"|заявлени\w+|желани\w+|бажанн\w+|намерени\w+|намір\w*|готовн\w+|мечт[аыуео]\w?"
    r"|мрі[яїюєй]\w*|страх\w*|боязн\w+|побоюванн\w+|опасени\w+|рішенн\w+|решени\w+"
    r")"
    r"|(?:просьб|прохан|ходатайств|клопотан|прошени)\w+\s+(?:о|об|про|не|щодо)"
    r"|заяв[аиуоі]\w{0,2}\s+"
    r"(?:про\s+притул\w*|на\s+притул\w*|про\s+статус\w*|про\s+надання)"
    r"|заявлени\w+\s+(?:о|об|на)\s+(?:предоставл\w*|убежищ\w*|статус\w*)"
    r"|(?:желани|бажанн|намерени|готовн|страх)\w*\s+"
    r"(?:\w+ть|\w+ти|\w+тися|\w+ться|перед)"
    r"|(?:видит|бачить)\s+себ[ея]"
    # he asks whether
    r"|(?:спроси|спрашива|запита|цікави|интересу|интересова)\w+(?:\s+[\w-]+){0,3},?\s+"
    r"(?:"
    r"можно\s+ли|сможет\s+ли|может\s+ли|возьмут\s+ли|пустят\s+ли|примут\s+ли"
    r"|чи\s+можна|чи\s+зможе|чи\s+може|чи\s+візьмуть|чи\s+приймуть|чи\s+пустять"
    r")"
    # he asks, plans, refuses
    r"|прос[ияи][тв]\w*|прошу|попрос\w+|просил\w*|план\w+|збира\w+|собира\w+"
    r"|розгляда\w+|рассматрива\w+|відмов\w+|отказ\w*|дума[єюе]\w*|подумыва\w+"
    r"|вирішив\w*|вирішила|решил\w*|выбира\w+|обира\w+|выбрал\w*|обрав|обрала|готов\w*"
    # he is afraid, applies, insists
    r"|бо[їи]ться|бо[юї]с\w|боится|опаса\w+|побоюється|побоюю\w+|зверн\w+|обрати\w+"
    r"|пода(?:в|л|ти|ть)\w*|вимага\w+|требу\w+|наполяга\w+|настаива\w+|блага\w+"
    r"|умоля\w+|волі[єю]\w*|предпоч\w+|краще|лучше"
    # he wrote, he will not return
    r"|написа\w+\s+(?:прохання|заяву|заявление|прошение|ходатайство)"
    r"|(?:прохання|заява|заявление|прошение|ходатайство)"
    r"|(?:верну|возвра|поверну|поверта)\w+(?:ся|сь)(?:\s+[\w-]+){0,4}?\s+не\s+"
    r"(?:буд|хоч|хот|збира|собира|план|має|маю|наме)\w*"
    r"|назад|не\s+поверн\w+|не\s+верн\w+|нізащо|ни\s+за\s+что|мо[яй]\s+мрія"
    r"|моя\s+мечта"
    r")"
    rf")(?!\w)(?P<tail>{_SLAVIC_REST})",
    re.IGNORECASE,
)
_WILLED = r"(?:의사|의향|뜻|마음|바람|입장|생각)"
_CHOICE = (
    r"(?:"
    r"귀순|망명|한국행|남한행|송환|귀환|귀국|귀북|잔류"
    r"|포로\s?교환|난민\s?지위|정치적\s?망명|난민"
    r")"
)
KOREAN_SURE = (
    r"고\s?싶(?:지\s?(?:는\s|도\s)?않\S*|\S*)"
    rf"|{_CHOICE}(?:을|를|에|에\s?대한)?\s?(?:의사|의향)(?!"
    r"\S*\s?(?:묻|물|확인|타진|여부|조사|있는지|존중)"
    r")\S{0,2}(?:\s?(?:밝|표|전|드러|내비|있|없|거듭|굳)\S*)?"
    rf"|{_CHOICE}(?:을|를)?\s?(?:거부|거절|신청|요청|희망|원|호소|탄원)"
    r"(?:(?:했|한|하|의|중|합|해)\S*)?(?!(?:을|를)\s?(?:해|하)\s)"
    r"|고파\S*|싶지\s?않\S*|원한다\S*|원했\S*|원하[고며는지]\S*"
    r"|희망(?:한|했|하|을|한다는)\S*|고민\s?(?:중|하|에)\S*|망설이\S*"
    r"|(?:아직|여전히)\s(?:\S+\s){0,3}?"
    r"(?:모르|결정|정하|결심|마음을?\s정|못\s?정)\S*(?:\s(?:못|않)\S*)?"
    r"|결(?:심|정)하지\s?(?:못|않)\S*|정하지\s?(?:못|않)\S*|꿈(?:꾼|꾸|이라)\S*"
    r"|(?:촬영|사진|인터뷰|공개|실명)\S*\s(?:\S+\s)?(?:사양|마다)(?:했|하|한)\S*"
    r"|(?:이름|얼굴|신원|실명|신상)\S{0,3}\s(?:\S+\s){0,3}?꺼(?:리|린|렸|려)\S*"
    r"|바란다\S*|바라고\S*|소원\S*|저울질\S*|생각해\s?보겠\S*"
)
KOREAN_NEAR = (
    rf"{_WILLED}(?:를|을|도|이|가)?\s?(?:\S+\s)?"
    r"(?:밝|표|전했|전한|전달|드러|내비|있)\S*"
    r"|(?:살|갈|남을|일할|공부할|지낼|받아줄|받아\s?줄)\s?수\s?"
    r"있(?:느냐|나요|나|을까|을지|는지|겠느냐|겠냐|습니까|냐)\S*"
    r"|(?:안|못)\s?(?:돌아가|돌아간|간다|갑니다)\S*"
    r"|(?:돌아갈|갈)\s?(?:곳|데|수|길|마음|이유)\S{0,2}\s?없\S*"
    r"|려고?\s?(?:한다|했|합니다|하고)\S*"
    r"|(?:교환|송환|귀환|석방|풀려)\S*(?:\s\S+)?\s?기다리\S*"
    r"|(?:부탁|간청|애원|탄원)\S*|(?:동의|기대)(?:했|하|한)\S*"
    r"|(?:결심|선택)(?:했|한다|하겠|한\s)\S*|마음(?:먹|을\s?(?:굳|먹))\S*"
    r"|(?:꿈|소망|희망|바람)(?:은|이라|이다|이었)\S*"
    r"|(?:걱정|염려|불안)(?:했|한|된|이|하|스|돼)\S*"
    r"|겁(?:이\s?난|난|나|을\s?[내먹])\S*"
    r"|(?:갈|살|남을|돌아갈|할)\s?(?:생각|계획|작정)\S*|겠(?:다|습|어|노|소)\S*"
    r"|(?:해|보내|받아|살게\s?해|도와|남게\s?해)\s?"
    r"(?:달라|주[십세시]|줘|다오)\S*(?:\s?요청\S*)?"
    r"|(?:넘기|보내|돌려보내|송환하|교환하|인도하|넣|올리|내보내|싣|공개하|알리|찍|촬영하)지\s?"
    r"(?:말아|않게\s?해|않도록\s?해|못하게\s?해)\s?(?:달라|주[십세시]|줘|주길|다오)\S*"
    r"|달라고\S*|요청(?:했|한|하|서)\S*|신청(?:했|한다|할|하겠|하고)\S*"
    r"|거부(?:했|한|하|의)\S*|거절(?:했|한|하)\S*|고려(?:하|중|\s?중)\S*|두렵\S*"
    r"|두려\S*|무섭\S*|호소(?:했|한|하)\S*|고집(?:했|한|하)\S*|택(?:했|하겠)\S*"
)
KOREAN_WISH = compiled(
    r"(?:"
    rf"(?P<sure>{KOREAN_SURE})"
    rf"|(?P<near>(?:(?<=[가-힣])|(?<=\s)|(?<=[“\"‘'])|^)(?:{KOREAN_NEAR}))"
    r")(?:"
    rf"\s{_WILLED}(?:를|을|도)?\s?(?:[가-힣]+\s){{0,2}}?"
    r"(?:밝|표|전했|전한|전달|드러|내비|굳|거듭)\S*"
    r")?"
)
KOREAN_START = re.compile(
    r"[.!?,“”\"‘’'…:;]\s*"
    r"|(?<=[가-힣])(?:씨|상등병|병사|그|포로|장교|모|명)?(?<![으하로])(?<!에서)"
    r"(?<!에게)(?:은|는)\s"
    r"|(?:씨|명|사람)[이가도]\s|그[가도]\s"
)
QUOTATIVE = re.compile(r"(?<=[가-힣])(?:이라고|이라며|라고|라며)$")
"""What only tells that it was said."""
CONDITION = re.compile(
    r"\b(?:if|those|anyone|who(?:ever)?\s+(?:do|does|did|want\w*))\s+(?:\w+\s+){0,2}$"
    r"|\b(?:defectors)\b"
    r"|(?<!\w)(?:якщо|если|тих,\s+хто|тех,\s+кто|кожен,\s+хто|каждый,\s+кто)\s+"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
NEAR = 60
"""Characters before a verb in which its subject or condition stands."""
_NOT_HE = r"(?!(?:he|she|I|said|says|that|він|вона|он|она|що|что)\b)[\w’'-]+\s+"
OTHERS = re.compile(
    r"(?<!\bto\s)(?<!\bin\s)(?<!\bfrom\s)(?<!\babout\s)(?<!\bпро\s)(?<!\bо\s)(?<!\bв\s)"
    r"(?:"
    r"\b(?:"
    r"Kyiv|Moscow|Seoul|Pyongyang|Ukraine|Russia|South\s+Korea|North\s+Korea"
    r"|government|ministry|officials|lawmakers|families|relatives|wives|mothers"
    r")"
    r"|(?<!\w)(?:"
    r"Киев|Київ|Москва|Сеул|Пхеньян|Украина|Україна|Россия|Росія|правительство|уряд"
    r"|родин[аи]|семь[яи]|родные|рідні|родичі|родственники|близкие|жёны|матері"
    r")"
    rf")\s+(?:{_NOT_HE}){{0,4}}$",
    re.IGNORECASE,
)
"""Before a verb: States and families wish too."""
KOREAN_CONDITION = re.compile(
    r"(?:원할|희망할)\s?경우|(?:원하|희망하)면|의사가\s?확인되|본인\s?의사"
)
_NOT_SO = r"(?!\s+(?:only|just|merely|wait|stop\w*|hesitat\w*|mind|object)\b)"
"""After "not": what it says is meant all the more, "he cannot wait to go home"."""
CODES = (
    (
        r"undecided",
        (
            r"chang\w+\s+\w+\s+mind"
            r"|передум|меня\w+\s+решени|змін\w+\s+рішенн"
            r"|바뀌|바뀐|오락가락|갈팡질팡"
            r"|consider|think|weigh|undecid|torn|mind|unsure|hesitat"
            r"|not\s+(?:yet\s+)?decid|not\s+know"
            r"|розмірк|роздум|обдум|раздум|размышл|розгляд|рассматр|думає|думает|вага"
            r"|колебл|не\s+зна|не\s+визнач|не\s+опред|не\s+реш|не\s+виріш"
            r"|고민|고려|망설|모르|생각\s?중|결[정심]\S*\s?(?:못|않)|정하지"
        ),
    ),
    (
        r"refuse",
        (
            r"refus|not\s+(?:to\s+)?be\s+(?:sent|returned|exchanged|handed)"
            r"|не(?:выда|вида)ч"
            r"|not\s+(?:to\s+)?send|taken\s+off|rather\s+die"
            r"|보내지\s?말|지\s?않(?:겠|을)|[안못]\s?돌아|두려|두렵|무섭|걱정"
            r"|не\s+(?:отправл|відправл|возвращ|выдав|видав)|нет$|немає$"
            r"|declin|unwilling|not\s+want|n['’]t\s+want|not\s+wish|never\s+return"
            r"|will\s+not|afraid|fear|(?:would\s+)?rather\s+not|no\s+(?:wish|intention|desire)"
            rf"|(?:not|n['’]t|never|no\s+longer){_NOT_SO}\s+(?:\w+\s+){{0,2}}?"
            r"(?:agree|consent|want|wish|intend|go\b|going\b|be\s+(?:sent|returned|swapped))"
            r"|відмов|отказ|боїться|боится|опаса"
            r"|не\s+(?:хоч|хот|бажа|жела|поверн|верн|согла|погод|намер|собира|збира|поед|поїд)"
            r"|не\s+має\s+намір"
            r"|거부|(?:원하|동의하|돌아가|가)지\s?(?:않|못)|원치\s?않|싶지\s?않"
            r"|(?:생각|마음|뜻|의사)[이은도]?\s?(?:전혀\s)?없"
        ),
    ),
    (
        r"return",
        (
            r"return|repatriat|exchang|go(?:ing)?\s+(?:home|back)|home\b"
            r"|обмін|обмен|додому|домой|поверн|верну|возвращ"
            r"|송환|귀환|귀국|돌아가|돌아갈|고향|집에|북한으로|조국"
        ),
    ),
    (
        r"asylum",
        (
            r"defect|asylum|refuge|South|Seoul|live|stay|remain|settle|protect"
            r"|притул|убежищ|біжен|бежен|Коре|Сеул|залиш|лиши|оста|жити|жить|захист"
            r"|망명|귀순|한국|남한|대한민국|난민|정착|살고|살기|살게|남고|남기|서울"
            r"|잔류"
        ),
    ),
)


OPENS = re.compile(r"[ ,]*(?:(?:that|said|suggested\s+that)\s+)?")
"""What leads to a wish and is no part of it."""


SEEN = re.compile(
    r"photograph|film|interview|reporter|journalist|\bpress\b|consul|envoy|camera|\bmeet\b"
    r"|фотограф|зйомк|съ[её]м|сн[іи]ма|інтерв|интерв|журнал[іи]ст|прес[аиу]|пресс|консул"
    r"|언론|기자|취재|인터뷰|촬영|영사|만나",
    re.IGNORECASE,
)
WHITHER = re.compile(
    dict(CODES)["return"]
    + r"|sent|handed|back|North|Russia|Росі|Росси|북으로|북송|러시아",
    re.IGNORECASE,
)
"""What a refusal is of: to be seen, or to be sent."""


def wish_code(text: str) -> str | None:
    """Tell what a wish is for: asylum, return, refuse (to return), undecided."""
    found = next(
        (code for code, words in CODES if re.search(words, text, re.IGNORECASE)), None
    )
    if found == "refuse" and SEEN.search(text) and WHITHER.search(text) is None:
        return None  # he will not be seen, and says nothing of where he goes
    return found


def wishes(text: str) -> Iterator[Detail]:
    """Yield clauses that tell a wish of somebody, not those of a rule or condition."""
    for pattern in (ENGLISH_WISH, SLAVIC_WISH):
        for match in pattern.finditer(text):
            verb = match.start("sure") if match["sure"] else match.start("near")
            if match["near"] and not GOAL.search(match[0]):
                continue
            before = text[max(0, verb - NEAR) : verb]
            if not CONDITION.search(before) and not OTHERS.search(before):
                yield _wish(text, match.start(), match.end())
    yield from _korean_wishes(text)


def _korean_wishes(text: str) -> Iterator[Detail]:
    last = 0
    for match in KOREAN_WISH.finditer(text):
        opened = [m.end() for m in KOREAN_START.finditer(text, last, match.start())]
        start = max([last, *opened])
        said = text[start : match.end()]
        if match["near"] and not GOAL.search(said):
            continue
        if KOREAN_CONDITION.search(said):
            continue
        quote = re.search(r"[”\"’'」.]", match[0])
        end = match.start() + quote.start() if quote else match.end()
        end -= len(text[start:end]) - len(QUOTATIVE.sub("", text[start:end]))
        last = match.end()
        yield _wish(text, start, end)


def _wish(text: str, start: int, end: int) -> Detail:
    said = text[start:end]
    opening = OPENS.match(said)
    start += opening.end() if opening else 0
    while (
        0 < start < len(text)
        and _is_letter(text[start - 1])
        and _is_letter(text[start])
    ):
        start -= 1  # "іще" is one word
    end -= len(said) - len(said.rstrip(" ,."))
    head = DENIES.search(text, max(0, start - NEAR), start)
    tail = DENIED.match(text, end)
    said = text[head.start() if head else start : tail.end() if tail else end]
    return Detail(start, end, Field.WISH, wish_code(said))


DENIES = re.compile(
    rf"\b(?:no\s+longer|never|not|neither){_NOT_SO}\s+(?:\w+\s+)?$|n['’]t\s+$|(?<!\w)не\s+$",
    re.IGNORECASE,
)
"""Before a wish: it is denied."""
DENIED = re.compile(r"\S{0,2}\s?(?:전혀\s)?(?:않|없|못)")
"""Behind a Korean wish: it is denied."""


def _is_letter(sign: str) -> bool:
    """Whether a sign is a letter of a script in which words stand apart by spaces."""
    return sign.isalpha() and not "가" <= sign <= "힣"
