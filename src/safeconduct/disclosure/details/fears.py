"""Which clause tells what somebody fears will come of his return, or of being known?

Fears are worded in so many ways that no verb of fearing is needed: "If I go back, they
will jail me", "somebody will read it to them there". Two things together tell one: what
would come (a harm, the front, being found out) and whose it would be (his own words, or
his return). What experts say of prisoners at large is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.clauses import Tongue, told
from safeconduct.disclosure.details.detail import Detail, Field
from safeconduct.disclosure.details.leanings import FEARED


def _find(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_I = _find(r"\b(?:I|me|my|mine|we|us|our)\b")
_HE = _find(r"\b(?:he|him|his|she|her)\b")
_LATER = _find(
    r"\b(?:"
    r"will|would|won[’']t|might|could|going\s+to|gonna|can\s+only|if|once"
    r"|when\s+(?:I|he)\s+(?:go|goes|get|gets|return|returns|am|is|come|comes)|whatever"
    r"|means|awaits?|waiting"
    r")\b"
    r"|[’'](?:ll|d)\b"
)
_RETURNED = _find(
    r"\b(?:"
    r"back|home|return\w*|repatriat\w*|sent|exchang\w*|swap\w*"
    r"|hand\w*\s+over|extradit\w*|shown|see[ns]?|video|photo\w*"
    r"|published|printed|find\s+out|found\s+out|learn\w*|discover\w*"
    r"|alive|captured|surrender\w*|talk(?:s|ed)?|name|face"
    r")\b"
)
_ENGLISH_HARM = (
    # punished, put to death
    r"punish\w*|shot|shoot|firing\s+squad|execut\w+|kill(?:ed|s)?"
    # locked up, taken away
    r"|jail\w*|imprison\w*|prison(?!er)"
    r"|(?:labou?r|prison|re-?education|political)\s+camps?|to\s+(?:a|the)\s+camps?"
    r"|the\s+mines|arrest\w*|t(?:ak|ook|aken)\w*\s+(?:\w+\s+){0,3}?away|come\s+for"
    r"|disappear\w*|vanish\w*"
    # hanged, held a traitor, made to pay
    r"|hang(?:ed)?|traitors?|treason|deserters?|suffer\w*|pay\s+for|pay\s+the\s+price"
    # questioned, beaten, banished
    r"|tortur\w+|beat(?:en)?|interrogat\w+|banish\w*|exiled?|never\s+see"
    # the end of him and his
    r"|wip(?:e|ed)\s+out|three\s+generations|the\s+end\s+of|finished|dead|die\b|death"
    r"|no\s+mercy|questioned|an\s+example\s+of"
    # courts and revenge
    r"|tribunal|court[\s-]martial|the\s+wall\b|lost\s+for|revenge|reprisals?"
    r"|retaliat\w+|retribution|blam\w+"
    # home and work lost
    r"|gone|loses?\s+(?:everything|his|her|their|my)|thrown\s+out|expelled|evicted"
    r"|fired|starve\w*|relocated|deported|treason"
)
_ENGLISH_KIN = (
    r"mother|father|parents|wife|sons?|daughters?|child(?:ren)?|kids|brothers?"
    r"|sisters?|family|relatives|grandmother|grandfather"
)
_ENGLISH_FEAR = r"fears?|feared|worr(?:y|ies|ied)|dreads?|dreaded|traitors?|treason"
_ENGLISH_FRONT = (
    r"front(?:\s+line)?|trench(?:es)?|dugout|assault|storm|slaughter|meat|my\s+unit"
    r"|battalion|the\s+line|zero\s+line"
)
_ENGLISH_KNOWN = (
    r"know|find\s+out|found\s+out|hear|read|learn|recogni[sz]e|report|tell|see"
)
ENGLISH = Tongue(
    compiled(
        r"\b(?:"
        r"(?P<harm>"
        rf"{_ENGLISH_HARM}|{_ENGLISH_FEAR}|alive|afraid|terrified|frightened|scared"
        r")"
        rf"|(?P<front>{_ENGLISH_FRONT})"
        rf"|(?P<known>(?:will|would|[’']ll)\s+(?:\w+\s+)?(?:{_ENGLISH_KNOWN}))"
        r")\b",
        re.IGNORECASE,
    ),
    (
        (_I, _LATER, _find(rf"\b(?:{_ENGLISH_HARM})\b")),
        (
            _HE,
            _LATER,
            _RETURNED,
            _find(rf"\b(?:{_ENGLISH_HARM})\b"),
            _find(r"\b(?:will|would|could|might|be|awaits?|[’']ll)\b"),
        ),
        (
            _I,
            _find(rf"\b(?:{_ENGLISH_FRONT})\b"),
            _find(
                r"\b(?:"
                r"back|again|straight|home|exchang\w+|next"
                r"|tomorrow|week|send|return|after"
                r")\b"
            ),
            _find(
                r"^(?!"
                r".*\b(?:"
                r"was|were|went|had|got|sent\s+us|came|told|said"
                r"|brought|took|did|promised"
                r")\b"
                r")"
            ),
        ),
        (
            _I,
            _find(
                r"\b(?:"
                r"they|some(?:body|one)|people|any(?:body|one)|every(?:body|one)"
                r"|Pyongyang|Moscow|the\s+state"
                rf")\s*(?:will|would|[’']ll)\s+(?:\w+\s+)?(?:{_ENGLISH_KNOWN})\b"
            ),
            _find(r"\b(?:there|them|home|my|alive|it|about\s+me|back)\b"),
        ),
        (
            _HE,
            _find(
                r"\b(?:"
                r"fears?|feared|afraid|worr(?:y|ies|ied)|dreads?|dreaded|frightened"
                r"|terrified|scared|anxious|convinced|believes|certain"
                r")\b"
            ),
            _find(
                r"\b(?:"
                rf"{_ENGLISH_HARM}|{_ENGLISH_KIN}|happen\w*|become\s+of|goes\s+home"
                r"|return\w*|sent\s+back|home"
                r")\b"
            ),
        ),
        (
            _find(r"\b(?:I|my|me|he|his)\b"),
            _find(
                r"\b(?:"
                r"captured|captivity|captive|prisoner|surrender\w*|taken\s+alive"
                r")\b"
            ),
            _find(
                r"\b(?:"
                r"traitors?|treason|betray\w*|shot|execut\w+|punish\w*|disgrace|crime"
                r")\b"
            ),
            _find(
                r"\b(?:"
                r"at\s+home|back\s+home|there|where\s+(?:he|I)"
                r"|(?:his|my|our)\s+country|in\s+the\s+North|considered|treated"
                r"|counts?|regarded|means"
                r")\b"
            ),
        ),
        (
            _find(rf"\b(?:my|his)\s+(?:\w+\s+)?(?:{_ENGLISH_KIN})\b"),
            _find(rf"\b(?:{_ENGLISH_HARM})\b"),
            _find(
                r"\b(?:will|would|might|could|may|already|has|have|been|must|if)\b"
                r"|[’'](?:ll|d)\b"
            ),
        ),
        (
            _find(
                r"\b(?:he|I|they\s+all)\s+(?:would|will|could|might|may)\s+(?:\w+\s+)?"
                r"(?:be|get|face|go\s+to|end\s+up\s+in|disappear|die)\b"
            ),
            _find(rf"\b(?:{_ENGLISH_HARM})\b"),
            _find(
                r"\b(?:he|I)\s+(?:"
                r"says?|said|believes?|believed|thinks|thought"
                r"|is\s+sure|fears?|knows?|am\b"
                r")"
                r"|\b(?:there|home|back|day|if|once|when)\b"
            ),
        ),
        (
            _find(
                r"\b(?:he|I)\s+(?:"
                r"is|was|am|says?|said|knows?|knew|believes?"
                r"|has\s+no\s+doubt|does\s+not\s+doubt"
                r")\b"
            ),
            _find(
                r"\b(?:"
                r"sure|certain|convinced|knows?|knew|believes?"
                r"|no\s+doubt|not\s+doubt|expects?"
                r")\b"
            ),
            _find(rf"\b(?:{_ENGLISH_HARM})\b"),
            _find(
                r"\b(?:"
                r"wait\w*|await\w*|ahead|would|will|already|have\s+been|has\s+been"
                r"|for\s+(?:him|me)|at\s+home"
                r")\b"
            ),
        ),
        (
            _find(
                r"\b(?:he|she|I|the\s+(?:man|prisoner|soldier|sapper|sniper|other))\s+"
                r"(?:"
                r"is|was|am|still|also|says\s+he\s+is|said\s+he\s+was|fears?|feared"
                r"|dreads?|worries|worried"
                r")\b"
            ),
            _find(
                r"\b(?:"
                r"afraid|fears?|feared|dreads?|worr(?:y|ies|ied)"
                r"|terrified|frightened|scared"
                r")\s+(?:that|of|for|about|what|his|her|the|it|they|he|to)\b"
            ),
            _find(
                r"^(?!"
                r".*\b(?:"
                r"dark|drones?|dogs?|needles?|telephone|noise|sleep|doctors?|blood"
                r"|shelling|explosions?|weather|rain|cold|flying|water|injections?"
                r")\b"
                r")"
            ),
        ),
        (
            _find(r"\b(?:there|home)\b"),
            _find(r"\balive\b"),
            _find(r"\b(?:nobody|no\s+one|none|never|not)\b"),
        ),
    ),
    _find(
        r"\bprisoners\s+who\b|\banyone\s+who\b|\bthose\s+who\b"
        r"|\bwere\s+(?:killed|shot)\s+(?:in|by|on|near)\b"
    ),
)

_SLAVIC_I = _find(
    r"(?<!\w)(?:"
    r"я|мене|мені|меня|мне|мной|мною|мій|моя|моє|мої|моїх|моїм|мого|моєї|мой|моё|мои"
    r"|моих|моим|моей|мою|моего|нас|нам|наш\w*|верн[её]?[мс]ь?|вернусь|повернуся"
    r"|повернусь|поеду|поїду|буду|скажу|окажусь|опинюся|попаду|потраплю"
    r")(?!\w)"
)
_SLAVIC_HE = _find(
    r"(?<!\w)(?:"
    r"він|він|його|йому|ним|нього|за\s+них|она|он|его|ему|него"
    r"|вона|її|їй|её|ей|родин\w+|сім['’ʼ]\w+|семь\w+|батьк\w+"
    r"|родител\w+|близьк\w+|близк\w+|рідн\w+|родн\w+"
    r")(?!\w)"
)
_SLAVIC_RETURN = _find(
    r"(?<!\w)(?:"
    r"дома|вдома|на\s+родине|на\s+батьківщині|там|назад|обратно|(?:по)?вер[нт]\w+"
    r"|возвра\w+|возврат\w+|обм[еі]н\w+|репатр\w+|отправ\w+|відправ\w+"
    r"|выда(?:дут|ч\w+)|вида(?:дуть|ч\w+)|депорт\w+|узна(?:ют|ет|ю)|дізна\w+"
    r"|жив(?:ой|ий|им|ым)|увид\w+|побач\w+|покаж\w+|видео|відео|лицо|обличчя|имя"
    r"|ім['’ʼ]я|снимок|фото\w*"
    r")(?!\w)"
)
_SLAVIC_HARM = (
    # locked up, shot, hanged
    r"посад(?:ят|ять|ит|ить|ять)|саж[ау]ют|саджають|сяду|расстрел(?:яют|яет|ян\w*)"
    r"|расстрел(?:а|у|ом)?|розстріл(?:яють|яє|ян\w*|у|ом)?|убьют|вб['’ʼ]?ють"
    r"|уб['’ʼ]ють|застрел\w+ят?ь?|казн(?:ят|ь|и|ен\w*)|стра(?:тять|та|ти|чен\w*|чують)"
    r"|повес(?:ят|ит)|повіс(?:ять|ить)"
    # punished, arrested, sent to camps
    r"|накаж(?:ут|уть|ет)|покара(?:ють|є|н\w*|ння)|наказан\w+|кара(?:тимуть|ти)"
    r"|забер(?:ут|уть|ет|е)|арешт\w+|арест\w+|тюрьм\w+|тюрм\w+|в['’ʼ]язниц\w+"
    r"|в\s+лагер(?:ь|я)|(?:в|до)\s+таб(?:ір|орів)|трудов\w+\s+лагер\w+|концтаб\w+"
    r"|концлагер\w+|каторг\w+"
    # judged, tortured, avenged
    r"|суд(?:ить|ят|итимуть|ять)|осуд(?:ят|ить)|засуд(?:ять|ить)|катува(?:ть|ти\w*)"
    r"|пыта(?:ть|ют)|отомст(?:ят|ит)|помст(?:яться|иться)"
    # gone or dead
    r"|зникн(?:е|у|уть)|исчезн(?:ет|у|ут)|пропад(?:ет|ёт|у|ут|е|уть)|погибн(?:у|ет|ут)"
    r"|загин(?:у|е|уть)|смерть?\w{0,2}"
    # repressed, held a traitor
    r"|расправ\w+|розправ\w+|репресс?\w+|зрадник\w*|предател\w+|изменник\w*"
    # exiled, made to suffer, destroyed
    r"|вышлют|вишлють|сошлют|не\s+пожал(?:еют|іють)|пострада(?:ют|ет)"
    r"|постражда(?:ють|є)|прид(?:ут|ёт)\s+за|прийд(?:уть|е)\s+(?:за|по)"
    r"|достан(?:ется|еться)|кінець|конец|отыгра\w+|відігра\w+|знищ(?:ать|ити|ено)"
    r"|уничтож\w+|изб(?:ьют|ивать)|закоп(?:ают|ують|ають)|не\s+жит[ьи]"
    # questioned, court-martialled, sent to the mines
    r"|допрос\w+|допит\w+|трибунал\w*|стенк[аеу]|стінк[аиу]"
    r"|(?:в|на)\s+(?:шахт[ыиу]|рудник\w*|лесоповал|лісоповал)|заш(?:лют|лють)"
    r"|шта?раф\w*"
    # home and work lost
    r"|выгон(?:ят|ит)|виженуть|высел(?:ят|ить)|висел(?:ять|ити)|вывез(?:ут|ти)"
    r"|вивез(?:уть|ти)|отним(?:ут|ет)|відберуть|лишат|позбавлять|увол(?:ят|ить)"
    r"|звільнять"
    # shown no mercy, beaten
    r"|не\s+пощад(?:ят|ить)|не\s+помил(?:ують|уют)|объяв(?:ят|ить)|оголос(?:ять|ити)"
    r"|сживут|зживуть|загон(?:ят|ять)|мест(?:и|ь|ью)|пом?ст(?:и|а|у|ою)|расплат\w*"
    r"|розплат\w*|поб(?:ьют|['’ʼ]?ють)|бит(?:ь|и)\s+(?:буд\w+)"
)
_SLAVIC_KIN = (
    r"мат(?:ь|и|ерь|ір|ери|ері)|отц(?:а|у|ом)|отец|батьк(?:а|у|ові|ів|и|ам)|родител\w+"
    r"|сем(?:ья|ью|ье|ьёй|ьи)|сім['’ʼ]\w+|родин(?:а|у|і|и)|родн(?:ых|ым|ые|ными)"
    r"|рідн(?:их|им|і|ими)|близьк(?:их|им|і)|близк(?:их|им|ие)|сестр\w+"
    r"|брат(?:а|у|ов|ів|ьев|и)|жен(?:у|а|е|ы)|дружин(?:у|а|і|и)|дет(?:ей|и|ям)"
    r"|діт(?:ей|и|ям)|сын(?:а|у|ом)|син(?:а|у|ові)|доч(?:ь|ку|ка|ери)|доньк\w+"
    r"|усіх\s+моїх|всех\s+моих"
)
_SLAVIC_TELLER = re.compile(
    rf"{_SLAVIC_I.pattern}"
    r"|(?<!\w)(?:"
    r"его|її|его|його|он|він|ему|йому|говорит|каже|рассказывает|розповідає|считает"
    r"|вважає|признаётся|зізнається|уверен|певен|впевнений|переконаний|убеждён"
    r")(?!\w)",
    re.IGNORECASE,
)
_SLAVIC_AFRAID = (
    r"бо[їи]ться|боится|боюс[ья]|боявся|боялся|опаса\w+|побою\w+|пережива\w+|хвилю\w+"
)
_SLAVIC_FEAR = (
    rf"{_SLAVIC_AFRAID}|тревож\w+|тривож\w+|страшит|страшить"
    r"|лякає|пугает|жив(?:ым|им)и?|измен\w+|зрад\w+|кара\w+"
    r"|расстрелив\w+|розстрілю\w+|дети|дітей|детей"
)
_SLAVIC_FRONT = (
    r"фронт\w*|окоп\w*|штурм\w*|передов\w+|(?:в|у)\s+част(?:ь|ину)"
    r"|позици\w+|позиці\w+|на\s+нул\w+|на\s+мясо|на\s+м['’ʼ]ясо"
    r"|в\s+строй|передк\w+|пекл\w+|мясорубк\w+|м['’ʼ]ясорубк\w+"
)
_SLAVIC_KNOWN = (
    r"узна(?:ют|ет)|дізна(?:ються|ється)|прочт(?:ёт|ет|ут)|прочита(?:ет|ют|є|ють)"
    r"|увид(?:ят|ит)|побач(?:ать|ить)|услыш(?:ат|ит)|почу(?:ють|є)"
    r"|донес(?:ут|уть|ёт|ет|е)|передад(?:ут|уть)|покаж(?:ут|уть)"
)
_SLAVIC_THEN = _find(
    r"(?<!\w)(?:"
    r"буду|отправ(?:ят|ляют)|відправ(?:лять|ляють)|кин(?:ут|уть)"
    r"|пошл(?:ют|ють)|окажусь|опинюся|поеду|поїду|иду|йду|попаду|потраплю"
    r"|загон(?:ят|ять)|заженуть|погон(?:ят|ять)|поженуть|верн(?:ут|усь)"
    r"|поверн(?:уть|усь|уся)|снова|знову|опять|обратно|назад"
    r")(?!\w)"
)
_SLAVIC_PUNISHED = (
    r"наказали|покарали|забрали|арестовали|заарештували"
    r"|вывезли|вивезли|выслали|вислали|посадили"
)
_SLAVIC_HE_FEARS = r"бо[їи]ться|боится|боявся|боялся|опасается|побоюється"
_SLAVIC_PAST = (
    r"били|избивали|судили|саж[а]ли|саджали|карали|наказывали"
    r"|пытали|катували|учили|вчили"
)
SLAVIC = Tongue(
    compiled(
        r"(?<!\w)(?:"
        rf"(?P<harm>{_SLAVIC_HARM}|{_SLAVIC_FEAR}|{_SLAVIC_KIN})"
        rf"|(?P<front>{_SLAVIC_FRONT})|(?P<known>{_SLAVIC_KNOWN})"
        rf"|(?P<past>(?:{_SLAVIC_PAST}))"
        r")(?!\w)",
        re.IGNORECASE,
    ),
    (
        (
            _SLAVIC_I,
            _find(rf"(?<!\w)(?:{_SLAVIC_HARM})(?!\w)"),
            _find(
                r"(?:ят|ут|ют|ать|ять|уть|ють|ет|ёт|ит|є|ить|усь|уся|нут|нуть)(?!\w)"
                r"|(?<!\w)(?:"
                r"если|якщо|коли|когда|буд\w+|жд[её]т|чека\w+"
                r"|по\s+мне|светит|грозит|загрожує"
                r")(?!\w)"
            ),
        ),
        (
            _SLAVIC_HE,
            _SLAVIC_RETURN,
            _find(rf"(?<!\w)(?:{_SLAVIC_HARM})(?!\w)"),
            _find(
                r"(?<!\w)(?:"
                r"если|якщо|коли|когда|разі|случае|после|після|то|буд\w+|може|могут"
                r"|можуть|жд[её]т|чека\w+|грозит|загрожує|за\s+те|за\s+то"
                r")(?!\w)"
            ),
        ),
        (
            _find(
                r"^[\s,—–-]*(?:"
                r"верн|поверн|обмен|обмін|отправ|відправ|выдад|видад|узна|дізна"
                r")\w+(?:\s+[\w-]+){0,3}\s*(?:,|\s[—–-])\s"
            ),
            _find(rf"(?<!\w)(?:{_SLAVIC_HARM}|{_SLAVIC_FRONT})(?!\w)"),
        ),
        (
            _SLAVIC_TELLER,
            _find(
                r"(?<!\w)(?:"
                r"плен[аеу]?|полон[уіом]*|сдавш\w+|здавс\w+"
                r"|сдал\w*ся|здал\w*ся|пленн\w+|полонен\w+"
                r")(?!\w)"
            ),
            _find(
                r"(?<!\w)(?:"
                r"расстрел\w+|розстріл\w+|кара\w+|нака[зж]\w+|измен\w+|зрад\w+"
                r"|предател\w+|сажают|саджають|казн\w+|страчу\w+|лагер\w+|распла\w+"
                r"|розпла\w+|таб[ои]р\w*|позор\w*|ганьб\w+"
                r")(?!\w)"
            ),
            _find(
                r"(?<!\w)(?:"
                r"дома|вдома|удома|там|у\s+нас|у\s+них|за\s+плен|за\s+полон"
                r"|на\s+родине|на\s+батьківщині|в\s+лагерь"
                r")(?!\w)"
            ),
        ),
        (
            _find(
                r"(?<!\w)(?:"
                rf"{_SLAVIC_AFRAID}|тривож\w+|тревож\w+|страш(?:ит|ить|но)|лякає"
                r"|пугает|бо[яю]зн\w+|страх\w*|сто[ия]т\s+перед"
                r")(?!\w)"
            ),
            _find(
                r"(?<!\w)(?:"
                rf"{_SLAVIC_HARM}|{_SLAVIC_FRONT}|{_SLAVIC_KIN}|(?:по)?верн\w+"
                r"|поверта\w+|возвра\w+|обм[еі]н\w+|дом(?:а|ой)|вдома|додому"
                r")(?!\w)"
            ),
        ),
        (
            _find(rf"(?<!\w)(?:{_SLAVIC_HE_FEARS})(?!\w)"),
            _find(
                r"^(?!"
                r".*(?<!\w)(?:"
                r"темнот\w+|темряв\w+|дрон\w*|собак\w*|врач\w+"
                r"|лікар\w+|телефон\w*|укол\w*|кров\w*|шум\w*|вибух\w*"
                r"|взрыв\w*|гром\w*|высот\w+|висот\w+|вод[ыи]|холод\w*"
                r")(?!\w)"
                r")"
            ),
            _find(rf"(?:{_SLAVIC_HE_FEARS}),?\s+\w+\s*\w+"),
        ),
        (
            _find(
                r"(?<!\w)(?:"
                r"родителей|мать|отца|семью|брата|братьев|сестру|детей|жену|близких"
                r"|родных|родню|рідню|сына|дочь|батьків|матір|батька|родину|сім['’ʼ]ю"
                r"|братів|дітей|дружину|рідних|близьких|сина|доньку|дочку"
                r")(?!\w)"
            ),
            _find(
                r"(?<!\w)(?:"
                rf"{_SLAVIC_PUNISHED}|расстреляли|розстріляли|сослали|заслали|уволили"
                r"|звільнили|допросили|допитали|вызвали|викликали"
                r"|(?!жд|чек|зна|жив|зов|зв|корм|году|бач|вид)[а-яіїєґё'’ʼ]{2,}(?:"
                r"шл|сад|кар|каж|бер|вез|гон|рав|леч|луч|нищ|лят|тав|лишат|стреля"
                r"|стріля|арест|арешт|тяг|тащ|вед|кин|двин"
                r")\w*?(?:ят|ут|ют|ять|уть|ють|ать)"
                r")(?!\w)"
            ),
            _SLAVIC_TELLER,
        ),
        (
            _find(rf"(?<!\w)(?:{_SLAVIC_KIN})(?!\w)"),
            _find(
                rf"(?<!\w)(?:уже|вже)\s+(?:{_SLAVIC_PUNISHED}|сослали|заслали)(?!\w)"
            ),
        ),
        (
            _find(rf"(?<!\w)(?:{_SLAVIC_KIN})(?!\w)"),
            _SLAVIC_RETURN,
            _find(r"(?<!\w)[а-яіїєґё'’ʼ]{3,}(?:ят|ут|ют|ять|уть|ють|ать)(?!\w)"),
            _find(
                r"(?<!\w)(?:"
                r"если|якщо|коли|когда|узна\w+|дізна\w+|верн\w+|поверн\w+|покаж\w+"
                r")(?!\w)"
            ),
        ),
        (
            _find(
                r"(?<!\w)(?:"
                r"оттуда|звідти|там|если|якщо|(?:по)?верн\w+|доед\w+|доїд\w+"
                r")(?!\w)"
            ),
            _find(r"(?<!\w)жив(?:ым|им|ыми|ими)(?!\w)"),
            _find(r"(?<!\w)не(?!\w)"),
        ),
        (
            _SLAVIC_I,
            _find(rf"(?<!\w)(?:{_SLAVIC_FRONT})(?!\w)"),
            _SLAVIC_THEN,
            _find(
                r"^(?!"
                r".*(?<!\w)(?:"
                r"был|був|попал|потрапив|ходил|ходив|воевал|воював|отправили"
                r"|відправили|кинули|послали|привезли|сказали|обещали|обіцяли"
                r")(?!\w)"
                r")"
            ),
        ),
        (
            _SLAVIC_I,
            _find(rf"(?<!\w)(?:{_SLAVIC_KNOWN})(?!\w)"),
            _find(
                r"(?<!\w)(?:"
                r"им|їм|там|дома|вдома|кто-нибудь|хтось|хто-небудь"
                r"|кто-то|жив(?:ой|ий|им|ым)|на\s+родине"
                r"|на\s+батьківщині|Пхеньян\w*|если|якщо"
                r")(?!\w)"
            ),
        ),
        (
            _find(r"(?<!\w)(?:дома|вдома|на\s+родине|на\s+батьківщині|там)(?!\w)"),
            _find(r"(?<!\w)(?:его|його|меня|мене|ему|йому)(?!\w)"),
            _find(rf"(?<!\w)(?:{_SLAVIC_PAST})(?!\w)"),
            _find(
                r"(?<!\w)за\s+(?:\w+\s+){0,2}?(?:"
                r"втеч|побег|спроб|попытк|дезерт|самовол|самовіл"
                r"|відмов|отказ|плен|полон"
                r")\w*"
            ),
        ),
    ),
    _find(
        r"(?<!\w)(?:полонених|пленных|військовополонених|военнопленных),?\s+"
        r"(?:які|которы[ех]|кто|хто)"
    ),
)

_KOREAN_HARM = (
    # punished, locked up, tortured
    r"처벌|총살|처형|사형|끌려|수용소|교화소|관리소|숙청|고문|감옥|감방"
    # dead, driven away, avenged
    r"|죽(?:는|을|일|게|임|인|습|여)|살아남지|살\s?수\s?없|잡혀\s?가|몰살|추방|보복"
    # harmed, held a traitor
    r"|해를\s?입|해코지|위험해|위험하|위험에|무사하지|무사할|다칠|벌을|역적|배신자"
    r"|반역|멸족|사라질|큰일"
    # home and work lost, kin made to pay
    r"|쫓겨|빼앗|피해를|직장을\s?잃|끝장|변절|연좌|대가를|희생|박해|목숨|끝이|탄광"
    r"|보내질|조사를\s?받|본보기|혁명화|심문을"
)
_KOREAN_KIN = (
    r"아버지|어머니|부모|가족|식구|아내|아이들|자식|딸|아들"
    r"|누이|누나|동생|형제|친척|처자"
)
KOREAN = Tongue(
    compiled(rf"{_KOREAN_HARM}|{_KOREAN_KIN}|두렵|두려|무섭|무서|걱정|우려|염려"),
    (
        (
            _find(
                r"[가-힣](?:면|거든|다간|가는)(?=[\s,]|$)"
                r"|는\s?(?:순간|날엔|날에는)|경우"
            ),
            _find(
                r"돌아가|돌려보내|송환|귀환|북으로|북에|북한|조국"
                r"|고향|집에|알려지|알게|알면|밝혀지|들키|드러나"
                r"|얼굴|이름|교환|살아|잡혔|포로가\s?된|포로로"
            ),
            _find(_KOREAN_HARM),
        ),
        (
            _find(r"까\s?봐|까\s|두렵|두려|무섭|무서|걱정|겁|우려|염려|불안"),
            _find(rf"{_KOREAN_HARM}|{_KOREAN_KIN}|송환|돌아가|귀환|북송|교환"),
        ),
        (
            _find(
                r"까(?:\s?봐)?\s?(?:\S+\s)?"
                r"(?:걱정|두려|두렵|무서|무섭|겁|불안|우려|염려|떨|전전긍긍)"
            ),
            _find(r"그|저|나|내|포로|병사|가족|어머니|아버지|알려|보내|돌아"),
        ),
        (
            _find(
                r"(?<![가-힣])(?:그|나|저|내|제)(?:는|가|도)\s"
                r"|(?:당할|될|갈|받을|죽을)\s?(?:것|거|게|뻔)"
            ),
            _find(
                r"총살|처형|숙청|고문|수용소에\s?(?:갈|끌|보)|끌려갈|벌을\s?받을|처벌"
            ),
            _find(r"(?:할|될|갈|을)\s?(?:것|거|게|뻔|테)"),
        ),
        (
            _find(_KOREAN_KIN),
            _find(
                r"끌려|잡혀|처벌|벌을|추방|탄광|수용소|보내질"
                r"|고초|쫓겨|숙청|죽|총살|처형|목숨|조사를\s?받"
            ),
            _find(r"것|거라|거다|믿|까|터|뻔|당했|했을|됐을"),
        ),
        (
            _find(r"[가-힣](?:면|거든|다간)(?=[\s,]|$)"),
            _find(
                r"얼굴|이름|영상|사진|방송|기사|인터뷰|알려|알면"
                r"|알게|돌아가|송환|북에서|조국"
            ),
            _find(_KOREAN_KIN),
        ),
        (
            _find(r"(?<![가-힣])(?:나|저|날|우리|내|제)(?:를|는|가|을)?\s"),
            _find(r"배신자|반역자|변절자|역적|총살|처형|죽일|잡아"),
            _find(r"것이|거라|겠|할\s|한다|된다"),
        ),
    ),
    _find(r"(?:포로|병사|군인|이)들(?:이|은|을|의)|국제법|협약|정부는|포로의\s|포로를"),
)
TONGUES = (ENGLISH, SLAVIC, KOREAN, *FEARED)
WORRY = compiled(
    r"[가-힣]+까\s?봐\s?(?:\S+\s)?(?:걱정|두려|무서|무섭|겁|불안|떨|전전긍긍)\S*"
)


def fears(text: str) -> Iterator[Detail]:
    """Yield the clauses that tell what would become of him or of his family."""
    found = list(told(text, TONGUES))
    for match in WORRY.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in found):
            found.append(match.span())
    for start, end in sorted(found):
        yield Detail(start, end, Field.WISH, "refuse")
