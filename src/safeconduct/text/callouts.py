"""What does a site ask of its readers, and what does it say of itself?

"Enjoyed it? Buy us a coffee", "Скачать номер (PDF, 2 МБ)", "제1234호": such lines are
made of few words that articles do not use together. A line is one only where all its
words are: a verb of asking, what a site has to give, the small words between, and an
address, a number or a format behind.
"""

from __future__ import annotations

import re

from safeconduct.text.kinds import Kind

LONGEST = 110
"""Characters of a line in which a site speaks."""
BEHIND = (
    r"(?:\s*[:：—–-]?\s*(?:\+?[\d][\d\s()-]{5,}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+\S*|@\w+"
    r"|\((?:PDF|CSV|XLSX?|DOCX?|ZIP|MP3|\d)[^()]{0,30}\)|(?:PDF|CSV|XLSX?"
    r"|MP3)))*\s*[.!?…»›>→]*\s*"
)
"""What may follow: a telephone, an address, a format."""


def _all(*lines: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(lines)}){BEHIND}", re.IGNORECASE)


# English
_US = (
    r"(?:us|one-time|monthly|our|the|your|this|a|an|one|to|on|in|at|for|of|and|or"
    r"|with|from|via|by|here|now|today|please|you|can|also|all|more|free|daily|weekly"
    r"|monthly|regular|small|independent|quality|latest|new)"
)
_EN_GIVES = (
    r"(?:newsletters?|channel|podcast|journalism|newsroom|newspaper|website|site|work"
    r"|reporting|editors?|patreon"
    r"|coffee|members?|membership|supporters?|subscribers?|patron|donation"
    r"|contribution|whatsapp|telegram|facebook|instagram"
    r"|youtube|threads|mastodon|bluesky|linkedin|rss|app|inbox|e-?mail|updates"
    r"|community|alerts|notifications|edition|magazine)"
)
_EN_ASKS = (
    r"(?:subscribe|sign\s+up|join|follow|find|like|support|back|fund|help|donate|give"
    r"|chip\s+in|contribute|become|be|buy|get|receive|make"
    r"|download|leave|try|register|read|keep)"
)
# Ukrainian and Russian
_SMALL = (
    r"(?:на|в|у|во|до|к|за|з|із|с|со|і|й|та|и|для|по|про|о|об|нас|нам|наш\w*|ваш\w*"
    r"|свою?|свій|цей|этот|это|ц[еюі]|тут|здесь|можна|можно|уже|вже|кожного|каждый"
    r"|щотижнев\w*|еженедельн\w*|щоденн\w*|ежедневн\w*|незалежн\w*|независим\w*"
    r"|регулярн\w*|разов\w*)"
)
_SLAVIC_GIVES = (
    r"(?:розсилк\w*|рассылк\w*|канал\w*|телеграм\w*|telegram\w*|вайбер\w*|viber"
    r"|whatsapp|facebook|фейсбу\w*|instagram|інстаграм\w*|инстаграм\w*"
    r"|youtube|ютуб\w*|соцмереж\w*|соцсет\w*|twitter|редакці\w*|редакци\w*"
    r"|журналіст\w*|журналист\w*|видання|издание|спільнот\w*|сообществ\w*"
    r"|патрон\w*|підписник\w*|подписчик\w*|читач\w*(?:-\w+)?|членом|кав[аоуи]\w*|кофе"
    r"|донат\w*|внесок|взнос|пожертву?в?\w*|підписк\w*|подписк\w*|передплат\w*"
    r"|розсилання"
    r"|сайт\w*|проєкт\w*|проект\w*|застосунок|приложение|автор\w*|медіа|медиа)"
)
_SLAVIC_ASKS = (
    r"(?:підпи[сш]\w+|подпи[сш]\w+|приєдн\w+|присоедин\w+|стежте|следите|чита(?:йте"
    r"|ть|ти)|дивіться|смотрите|шукайте|ищите|підтрима\w+|поддерж\w+"
    r"|допомо\w+|помо[гч]\w+|пригости\w+|угости\w+|подяку\w+|поблагодар\w+|стан?ьте"
    r"|стати|стать|оформи\w+|передплати\w+|отриму\w+|отрима\w+"
    r"|получ\w+|задонат\w+|донат\w+|пожертв\w+|купі\w*|купи\w*|зроби\w+|сдела\w+"
    r"|написа\w+|напиш\w+|пиш\w+|надісла\w+|надішл\w+|присла\w+|пришл\w+)"
)
_LIKED = (
    r"(?:(?:like|liked|enjoyed|love|appreciate)\s+(?:what\s+you\s+(?:read|see)"
    r"|(?:this|our|the)\s+\w+)\s*[?!.]\s*"
    r"|(?:сподоба\w+|понрави\w+|подоба\w+|нрав\w+)\s+(?:цей\s+|этот\s+|эта\s+|ця\s+"
    r"|наш\w?\s+)?(?:текст|матер[иі]ал|стаття|статья|новина|новость|публ[иі]кац[іи]я"
    r"|репортаж)\s*[?!.]\s*)"
)
SUBSCRIBE = _all(
    (
        rf"(?:{_LIKED}|we\s+are\s+(?:funded"
        rf"|supported)\s+by\s+our\s+readers\.\s*)?{_EN_ASKS}(?:\s+(?:{_US}"
        rf"|{_EN_ASKS}))*(?:\s+{_EN_GIVES}(?:\s+{_US})*)+(?:\s+(?:from\s+)?[€$£]\s?\d+.{{0,20}})?"
    ),
    (
        r"(?:you\s+can\s+)?(?:also\s+)?(?:follow|find|join)\s+us\s+(?:also\s+)?(?:on"
        r"|at|in)\s.{2,40}"
    ),
    r"make\s+a\s+(?:one-time\s+|monthly\s+)?(?:donation|contribution)",
    rf"{_LIKED}.{{2,50}}",
    r"we\s+are\s+(?:funded|supported)\s+by\s+our\s+readers\..{0,40}",
    r"(?:get|receive)\s+.{3,50}\s(?:in|to)\s+your\s+inbox",
    (
        r"(?:donate|subscribe|become\s+a\s+member|join\s+us|support\s+us"
        r"|buy\s+us\s+a\s+coffee|chip\s+in)(?:\s+(?:here|now|today))?"
    ),
    rf"{_SLAVIC_ASKS}(?:\s+{_SMALL})*(?:\s+{_SLAVIC_GIVES}(?:\s+{_SMALL})*)+",
    (
        r"(?:стати|стать|стань|станьте)\s+(?:читач|патрон|підписн|подписч|член"
        r"|другом)\S*(?:\s+\S+){0,2}"
    ),
    (
        r"(?:пожертвовать|пожертвувати|задонатити|задонатить|донат"
        r"|оформить\s+подписку|оформити\s+підписку|передплатити|передплата)"
    ),
    (
        r"(?:підтрима|поддержа|поддержи)\w+\s+(?:[«\"“][^»\"”]{2,30}[»\"”]"
        r"|нас(?:\s+\S+){0,2})"
    ),
    r"(?:розсилка|рассылка)\s+[«\"“][^»\"”]{2,30}[»\"”].{0,40}",
    (
        r"(?:ми|мы)\s+(?:в|у)\s+(?:соцмережах|соцсетях|соціальних\s+мережах"
        r"|социальных\s+сетях|телеграм\w*|telegram|facebook|фейсбуці)\b.{0,40}"
    ),
    r"наш\s+(?:телеграм|telegram|ютуб|youtube|facebook|viber|канал)\b.{0,40}",
    r".{0,20}뉴스레터.{0,12}(?:구독|신청|보내|받아).{0,12}",
    (
        r"(?:\S{1,12}\s)?(?:카카오|카카오톡|네이버|유튜브|텔레그램|인스타그램|페이스북|트위터)\s?(?:채널|에서|를"
        r"|을)?\s?(?:소식\s?)?(?:추가|받기|구독|팔로우|친구)(?:하기|하세요|해\s?주세요)?"
    ),
    r"(?:정기|일시)?\s?후원\s?(?:하기|신청|회원|안내|문의)?(?:\s?가입)?",
    r".{0,40}(?:후원|응원|구독)(?:해|하여)?\s?(?:주세요|주십시오|바랍니다|부탁드립니다)",
    r"(?:회원|독자|후원자|조합원)\s?(?:가입|되기|신청)",
)
_ERROR = (
    r"(?:typos?|errors?|mistakes?|помилк\w+|ошибк\w+|опечатк\w+|описк\w+|неточн\w+"
    r"|одрук\w*)"
)
_DESK_EN = (
    r"(?:newsroom|editors?|desk|editorial\s+(?:team|office|board)|reporters?|authors?"
    r"|us)"
)
NAVIGATION = _all(
    (
        rf"(?:spotted|found|seen?|noticed|report|tell\s+us(?:\s+about)?"
        rf"|corrections?\s*[:：])\s+(?:if\s+you\s+spot\s+)?(?:an?\s+|something\s+"
        rf"|any\s+)?(?:{_ERROR}|wrong)\b.{{0,60}}"
    ),
    r"corrections?\s*[:：].{3,60}|(?:we\s+correct\s+(?:our\s+)?errors.{0,60})",
    (
        r"(?:our\s+)?(?:corrections?|editorial|privacy|comments?|republishing"
        r"|complaints|ethics)\s+(?:policy|standards|guidelines|code|principles"
        r"|statement)"
    ),
    (
        r"how\s+we\s+(?:report|work|check\s+facts)|why\s+(?:you\s+can\s+)?trust\s+us"
        r"|about\s+this\s+(?:story|article|series)"
    ),
    (
        r"(?:got|have)\s+(?:a|any)\s+(?:story|tip|news|information)s?\s*\?.{0,50}"
        r"|(?:send|share)\s+(?:us\s+)?(?:a|your)\s+(?:news\s+)?(?:tips?|story"
        r"|stories|news)"
    ),
    (
        rf"(?:contact|call|write\s+to|e-?mail|phone)(?:\s+(?:the\s+"
        rf"|our\s+)?{_DESK_EN})?\s*[:：]\s*\S.{{0,50}}|tips?\s*[:：]\s*\S+"
    ),
    (
        r"(?:download|open|view|save)\s+(?:(?:the|this|as|our|full|a)\s+)*(?:pdf"
        r"|data(?:set)?|tables?|spreadsheet|files?|documents?|figures|page|issue"
        r"|report)"
    ),
    (
        r"(?:(?:back|past|previous|all)\s+issues|archives?(?:\s+of\s+issues)?"
        r"|issue\s+archive|contents|in\s+this\s+issue)"
    ),
    (
        r"(?:international|print|weekend|morning|evening|us|uk|european|digital|web"
        r"|e-?paper|mobile)\s+edition"
    ),
    (
        r"(?:vol(?:ume)?\.?\s*[\dIVXL]+\s*,?\s*)?(?:issue|no\.|№"
        r"|#)\s*\d+(?:\s*\(\d+\))?(?:\s*[,|·/–—-]\s*[\w\s.,]{2,30})?"
    ),
    r"page\s+\d+|p\.\s?\d+",
    (
        r"(?:listen|watch)\s+(?:to\s+)?(?:this|the)?\s*(?:article|story|video"
        r"|episode)?(?:\s*\(.{1,12}\))?"
    ),
    (
        r"(?:view(?:ed|s)|read|seen|shared)\s*[:：]?\s*[\d.,\s]+\s*[km]?(?:\s+times)?"
        r"|[\d.,]+\s*[km]?\s+(?:views?|reads?|readers|shares?|likes?|reactions"
        r"|reposts|retweets)"
    ),
    (
        r"(?:this|the)\s+(?:article|story|text|page)\s+(?:was"
        r"|has\s+been)\s+(?:updated|amended|corrected|edited)\b.{0,70}"
    ),
    (
        r"sponsored\s+by\s+\S.{1,40}|paid\s+(?:content|post|for\s+by\s.{2,30})"
        r"|partner\s+content"
    ),
    (
        rf"(?:помітили|знайшли|побачили|заметили|нашли|увидели)\s+{_ERROR}\b.{{0,60}}"
        rf"|{_ERROR}\s*\?.{{0,50}}|(?:повідомити|сообщить)\s+(?:про|об?)\s+{_ERROR}"
    ),
    (
        r"(?:редакційна\s+політика|редакционная\s+политика|редакційний\s+статут"
        r"|редакционный\s+устав|політика\s+(?:виправлень|конфіденційності"
        r"|коментування)|политика\s+(?:исправлений|конфиденциальности"
        r"|комментирования)|правила\s+(?:сайту|сайта|коментування|комментирования"
        r"|користування|использования))"
    ),
    (
        r"(?:надіслати|прислати|прислать|отправить|повідомити|сообщить|запропонувати"
        r"|предложить)\s+(?:свою?\s+)?(?:новин\w+|новост\w+|тему|історію|историю"
        r"|листа|письмо)"
    ),
    (
        r"(?:маєте|є|есть|знаєте|знаете)\s+(?:новин\w+|новост\w+|що\s+розповісти"
        r"|что\s+рассказать|тема|історія|история|вопрос\w*|питання)\s*\?.{0,50}"
    ),
    (
        r"(?:телефон|адреса?|контакт\w*|пошта|почта|e-?mail|тел\.?"
        r"|факс)(?:\s+(?:редакц\w+|для\s+\S+))?\s*[:：]\s*\S.{1,70}"
    ),
    (
        r"(?:написа\w+|пишіть|пишите|напиш\w+)\s+(?:листа?\s+|письмо\s+)?(?:(?:в"
        r"|до)\s+)?(?:редакці\w+|редакци\w+|автор\w+|нам)"
    ),
    (
        r"(?:зворотн\w+\s+зв[’'ʼ]язок|обратная\s+связь|розміщення\s+реклами"
        r"|размещение\s+рекламы|реклама\s+на\s+сайт[іе]|рекламодавцям|вакансії"
        r"|вакансии|карта\s+сайт[уа]|правова\s+інформація|правовая\s+информация)"
    ),
    (
        r"(?:скачать|загрузить|завантажити|звантажити|відкрити|открыть|сохранить"
        r"|зберегти)\s+(?:(?:всю|весь|усю|повн\w+|полн\w+|цей|этот)\s+)?(?:pdf"
        r"|таблиц\w+|дан[іын]\w*|файл\w*|документ\w*|номер\w*|випуск\w*|выпуск\w*"
        r"|звіт\w*|отч[её]т\w*)"
    ),
    (
        r"(?:арх[иі]в\s+(?:номер\w+|выпуск\w+|випуск\w+|новин|новостей|матер[иі]ал\w+"
        r"|публ[иі]кац\w+)|(?:все|всі|усі)\s+(?:выпуски|випуски|номера|номери"
        r"|матер[иі]алы?и?|публ[иі]кац[іи]и?ї?|теми|темы)|содержание\s+номера"
        r"|зміст\s+номера|в\s+этом\s+номере|у\s+цьому\s+номері)"
    ),
    (
        r"(?:выпуск|випуск|номер|№|#)\s*(?:№\s*)?\d+(?:\s*\(\d+\))?(?:\s*[,"
        r"|·/–—-]\s*[\w\s.,]{2,30})?"
    ),
    r"(?:теми|темы|тематика|розділ|раздел|метки|мітки)\s*[:：]\s*\S.{1,80}",
    (
        r"(?:вернуться|повернутися|назад)\s+(?:на\s+|до\s+|к\s+)\S+(?:\s+\S+)?"
        r"|до\s+списку\s+\S+|к\s+списку\s+\S+"
    ),
    (
        r"(?:читать|читати|чтение|читання)\s+\d+\s*(?:мин|хв|минут|хвилин)\w*"
        r"|\d+\s*(?:мин|хв|минут|хвилин)\w*\.?\s+(?:на\s+)?(?:чтени\w+|читанн\w+"
        r"|прочтени\w+)"
    ),
    (
        r"[\d\s.,]+\s*(?:тис|тыс|k|к)?\.?\s*(?:поширен\w+|репост\w*|лайк\w*|читач\w*"
        r"|прочтени\w+|прочитан\w+|вподобан\w+)|(?:поширень|репостов|прочитань"
        r"|прочтений|лайков|лайків|поделились|поширили"
        r"|прочитали)\s*[:：]?\s*[\d\s.,]+(?:\s*(?:раза?|рази?в?))?"
    ),
    (
        r"(?:матер[иі]ал|текст|стаття|статья|новина|новость)\s+(?:оновлен\w*"
        r"|обновл[её]н\w*|доповнен\w*|дополнен\w*|виправлен\w*|исправлен\w*)"
    ),
    (
        r"(?:정정\s?보도|오탈자|오류|기사\s?오류|반론\s?보도)\s?(?:신청|신고|제보|문의|요청)(?:하기)?|(?:카카오톡|이메일"
        r"|전화)?(?:으로|로)?\s?제보\s?(?:하기|하세요)"
    ),
    r"(?:독자\s?의견|독자\s?투고|편집자\s?주|고충\s?처리인|알림|공지사항|광고\s?안내)",
    r"(?:문의|연락처|제보|이메일|대표\s?전화|전화|팩스|주소|편집국)\s*[:：]?\s*(?:\S+@\S+|[\d\s()+-]{7,})",
    (
        r"(?:등록\s?번호|등록일자?|발행인|편집인|발행[·‧・]편집인|발행인\s?[·‧・]\s?편집인|청소년\s?보호\s?책임자"
        r"|인터넷신문\s?등록번호|사업자\s?등록번호|제호)\s*[:：]?\s*\S.{1,80}"
    ),
    (
        r"제?\s?\d+\s?호(?:\s.{0,20})?|\d{4}년\s?\d{1,2}월\s?\d{1,2}일자?\s?\d+면|(?:지면"
        r"|신문)\s?보기|\d+면"
    ),
    r"(?:pdf|엑셀|파일|자료|첨부파일|원문)\s?(?:다운로드|내려받기|다운받기|열기)|첨부\s?파일.{0,40}",
    (
        r"(?:읽는\s?(?:데\s?)?(?:시간)?|읽기\s?시간|소요\s?시간)\s*[:：]?\s*(?:약\s?)?\d+\s?분.{0,5}"
        r"|\d+\s?분\s?(?:읽기|소요|분량|이면\s?읽어요)"
    ),
    (
        r"(?:좋아요|슬퍼요|화나요|훈훈해요|기뻐요|공감|추천|후속\s?강추|공유|조회)\s?\d[\d,]*(?:\s+(?:좋아요|슬퍼요|화나요"
        r"|훈훈해요|기뻐요|공감|추천|공유|댓글)\s?\d[\d,]*)*"
    ),
)
RELATED = _all(
    (
        r"(?:more|also)\s+(?:on|about|from|in)\s+(?:this|the|our)?\s*(?:topic|story"
        r"|subject|site|series|author|archive|section|us|issue)?\s*[:：]\s*\S.{3,90}"
    ),
    (
        r"(?:also\s+)?from\s+(?:the|our)\s+archives?\s*[:：]\s*\S.{3,90}"
        r"|more\s+(?:from|by|in)\s+(?:this|the|our)\s+(?:author|section|series|issue"
        r"|writer|topic)"
    ),
    (
        r"(?:related|recommended|further|suggested)\s+(?:coverage|reading|stories"
        r"|articles|links|materials|topics)|you\s+might\s+(?:also\s+)?like"
        r"|keep\s+reading"
    ),
    (
        r"(?:більше|больше|ще|ещё|еще|також|также|докладніше|подробнее|раніше|ранее"
        r"|детальніше)\s+(?:про\s+це|об\s+этом|о\s+том\s+же|за\s+темою|по\s+теме"
        r"|на\s+тему|в\s+тему|в\s+нашому\s+архіві"
        r"|в\s+нашем\s+архиве)\s*[:：]\s*\S.{3,110}"
    ),
    r"(?:докладніше|подробнее|детальніше|детальнее)\s*[:：]\s*\S.{3,100}",
    (
        r"(?:інші|другие|ще|ещё|еще|усі|все|останні|последние|нові"
        r"|новые)\s+(?:матер[иі]али?ы?|статті|статьи|тексти|тексты"
        r"|публ[иі]кац[іи]ї?и?|новини|новости)\s+(?:автор\w+|розділу|раздела|рубрики"
        r"|теми|темы|за\s+темою|по\s+теме)"
    ),
    (
        r"(?:вас|вам)\s+(?:може|могут|можуть|может|также"
        r"|також)\s+(?:\S+\s+)?(?:зацікав\w+|заинтерес\w+|сподоба\w+|понрав\w+"
        r"|бути\s+цікаво)|(?:радимо|рекомендуємо|рекомендуем"
        r"|советуем)(?:\s+(?:прочитати|прочитать|почитать|почитати|також|также))?"
    ),
    (
        r"(?:що|что)\s+(?:ще|ещё|еще)\s+(?:почитати|почитать|прочитать|прочитати)"
        r"|(?:читайте|дивіться|смотрите)\s+(?:ще|ещё|еще|далі|далее)|(?:до|в"
        r"|к)\s+тем[иеу]"
    ),
    (
        r"(?:관련|함께\s?(?:보면|읽으면|볼|읽을)\s?(?:좋은|만한)?|이\s?(?:시각|시간)?|추천|오늘의?|주요|연관|다른"
        r"|같은)\s?(?:주요\s?)?(?:기사|뉴스|글)\s?(?:더\s?보기|더보기|모음|목록|보기)?"
    ),
    r"(?:이\s)?(?:기자|필자|작성자|저자|섹션|분야)의?\s?(?:다른\s?)?(?:기사|글)(?:\s?(?:더\s?보기|보기|목록))?",
)
_NAME = r"[A-ZА-ЯІЇЄҐЁÀ-Þ«\"“][\w’'ʼ.»”\"-]*"
_CREW = (
    r"(?:words?|text|story|reporting|pictures?|photos?|photography|photographs"
    r"|images?|illustrations?|graphics?|infographics?|map|translation|retelling"
    r"|editing|editors?|copy\s+editor|producer|cover"
    r"|текст\w?|слова|фото|світлин\w+|фотограф\w*|фотоілюстраці\w+|знімк\w+|снимк\w+"
    r"|ілюстраці\w+|иллюстраци\w+|інфографік\w+|инфографик\w+|малюнк\w+|рисун\w+"
    r"|обкладинк\w+|обложк\w+|карт\w|відео|видео"
    r"|переклад\w*|перевод\w*|переказ\w*|пересказ\w*|редактор\w*|редагування"
    r"|коректор\w*|корректор\w*|верстк\w+|зйомк\w+|съ[её]мк\w+|підготовк\w+"
    r"|подготовк\w+|розмовля\w+|беседовал\w*"
    r"|글|취재|사진|그래픽|일러스트|삽화|번역|정리|편집|교열|교정|감수|영상|촬영|지도)"
)
_PICTURES = (
    r"(?:pictures?|photos?|photography|photographs|images?|illustrations?|graphics?"
    r"|infographics?|map|cover(?:\s+photo)?|фото\w*|світлин\w+|знімк\w+|снимк\w+"
    r"|ілюстраці\w+|иллюстраци\w+|інфографік\w+|инфографик\w+|малюнк\w+|рисун\w+"
    r"|обкладинк\w+|обложк\w+|карт\w|відео|видео|사진|그래픽|일러스트|삽화|영상|촬영|지도)"
)
_LABEL = rf"{_CREW}(?:\s*(?:,|/|&|·|\band\b|\bі\b|\bй\b|\bта\b|\bи\b)\s*{_CREW})*"
PHOTO = _all(
    rf"{_PICTURES}\s*(?:[:：=]|\bby\b)\s*\S[^.!?]{{1,60}}",
    (
        r"(?:фото|світлини|фотографії|фотографии|снимки|знімки)\s+(?:автор\w*|авторки"
        r"|редакції|редакции|надан\w+\s.{2,40}|із?\s+(?:архів|архив|сайт|відкрит"
        r"|открыт)\w*.{0,40}|з\s+архів\w+.{0,30})"
    ),
    (
        r"(?:photos?|pictures?|photographs?)\s+(?:by\s+the\s+author"
        r"|from\s+the\s+archive.{0,30})"
    ),
)
CREW = re.compile(
    rf"{_LABEL}\s*[:：=—–]\s*(?-i:{_NAME}|[가-힣]{{2,4}}(?=\s|$"
    rf"|,))(?:\s+[\w’'ʼ.-]+){{0,4}}"
    rf"(?:\s*[.,;/|]\s*{_LABEL}\s*[:：=—–]\s*(?-i:{_NAME}|[가-힣]{{2,4}}(?=\s|$"
    rf"|,))(?:\s+[\w’'ʼ.-]+){{0,4}})*\s*\.?"
    rf"|{_LABEL}\s+(?:by\s+)?(?-i:{_NAME}\s+{_NAME})(?:\s+[가-힣]{{2,4}})?"
    r"|(?:글\s?[·/,]\s?사진|사진\s?[·/,]\s?글)\s[가-힣]{2,4}(?:\s?(?:기자|작가|특파원))?",
    re.IGNORECASE,
)
DESK = re.compile(
    r"(?:(?:compiled|prepared|reported|written|edited)\s+by|by|from)\s+(?:our"
    r"|the)\s+(?:own\s+)?(?:[\w-]+\s+){0,2}(?:desk|staff|team|correspondents?"
    r"|newsroom|bureau|reporters?|writers?|editors?)(?:\s+in\s+\w+)?"
    r"|(?:the\s+)?(?:[\w-]+\s+){0,2}(?:news|foreign|world|data|international|politics"
    r"|investigations?)\s+(?:desk|team|bureau)"
    r"|(?:подготов\w+|підготу\w+)?\s*(?:(?:аналитическ|аналітичн|международн"
    r"|міжнародн|информационн|інформаційн|иностранн|новостн)\w+\s+(?:отдел|відділ"
    r"|служба|редакція|редакция)|(?:отдел|відділ|служба|редакція"
    r"|редакция)\s+(?:новост\w+|новин\w*|аналитик\w+|аналітик\w+"
    r"|международн\w+(?:\s+\w+)?|міжнародн\w+(?:\s+\w+)?|расследовани\w+"
    r"|розслідуван\w+|данных|даних|политики|політики|світу|мира|сайт[ау]|журнала"
    r"|журналу))"
    r"|(?:(?:подготов\w+|підготу\w+)\s+)?(?:редакц\w+)\s+[«\"“][^»\"”]{2,40}[»\"”]"
    r"|(?:соб\.?\s*кор\.?|власкор\.?|спецкор\.?|власний\s+кореспондент"
    r"|собственный\s+корреспондент|наш\s+кор(?:р)?еспондент)(?:\s.{2,30})?"
    r"|(?:온라인|디지털|국제|사회|정치|경제|문화|편집|취재|보도|외신|데이터|탐사)?\s?(?:뉴스|보도|취재|기획|외교"
    r"|탐사)?\s?(?:국제부|사회부|정치부|경제부|문화부|편집국|편집부|보도국|뉴스팀|취재팀|기획팀|특별취재팀|외신부|데이터팀"
    r"|디지털뉴스부|온라인팀)",
    re.IGNORECASE,
)
COPYRIGHT = _all(
    (
        r"(?:reprints?|republication|republishing|reproduction|quotation|quoting"
        r"|copying)\s+(?:is\s+)?(?:permitted|allowed|welcome|prohibited|forbidden"
        r"|only|with)\b.{0,80}"
    ),
    (
        r"(?:this\s+(?:work|article|text)\s+is\s+)?(?:licen[cs]ed|available"
        r"|published)\s+under\s+(?:an?\s+|the\s+)?(?:cc\b|creative\s+commons).{0,60}"
        r"|all\s+content\s+©.{0,80}"
    ),
    r"registered\s+(?:with|by|as)\s+(?:the\s+)?.{3,60}\d+",
    (
        r"(?:перепечатка|передрук|цитирование|цитування|копирование|копіювання"
        r"|републикация|републікація|використання"
        r"|использование)\s*(?:матер\w+\s+)?(?:[—–-]\s*)?(?:только|тільки|лише"
        r"|разреш\w+|дозвол\w+|заборон\w+|запрещ\w+|можлив\w+|возможн\w+|допуска\w+"
        r"|со\s+ссылк\w+|з\s+посилан\w+|за\s+умови|при\s+услов\w+|без)\b.{0,90}"
    ),
    (
        r"(?:при\s+(?:перепечатке|цитировании|использовании)|(?:у\s+разі"
        r"|при)\s+(?:передруку|цитуванн[іяю]|використанн[іяю]))\b.{0,90}"
    ),
    (
        r"(?:матер[иі]али?ы?|тексти?ы?|контент"
        r"|публ[иі]кац[іи]ї?и?)\s+(?:сайт[уа]\s+)?(?:доступн\w+|публику\w+|публіку\w+"
        r"|поширю\w+|распростран\w+)\s+(?:на\s+умовах|на\s+условиях|по\s+лицензии"
        r"|за\s+ліцензією|під|под)\b.{0,60}"
    ),
    (
        r"(?:сми|змі|медіа|медиа|издание|видання|сайт)\s+(?:было\s+"
        r"|было\s+)?(?:зарегистрирован|зареєстрован)\w*.{0,60}"
    ),
    r"(?:이\s)?(?:저작물|기사|글|콘텐츠)[은는]\s(?:cc|크리에이티브|저작권).{0,60}",
    r"(?:저작권|무단\s?복제|재배포).{0,40}(?:금지|보호|있습니다)",
)
COMMENT = _all(
    (
        r"(?:your\s+)?comments?\s+(?:are|is|will\s+be"
        r"|have\s+been)\s+(?:\w+\s+){0,3}(?:moderated|published|reviewed|closed"
        r"|disabled|welcome)\b.{0,40}"
    ),
    r"no\s+comments?(?:\s+yet)?[.!]?(?:\s+be\s+the\s+first.{0,12})?",
    (
        r"(?:комментари|коментар)\w+\s+(?:пока\s+|поки\s+|ще\s+|ещё\s+)?(?:нет|немає"
        r"|закрыт\w*|закрит\w*|отключен\w*|вимкнен\w*|модерир\w*|модеру\w*)"
        r"|(?:обсудить|обговорити|обговорюйте|обсуждайте)\s+(?:в|у|на)\s+\S+"
        r"|(?:оставить|залишити)\s+(?:отзыв|відгук)"
    ),
    (
        r"(?:комментариев|коментарів)\s*[:：]?\s*\d+|(?:ваш\s+)?(?:комментарий"
        r"|коментар)\s+(?:будет|буде|появится|з[’'ʼ]явиться)\b.{0,50}"
    ),
    r"첫\s?(?:번째\s?)?댓글.{0,20}|댓글.{0,12}(?:남겨|달아|써)\s?(?:주세요|보세요).{0,5}",
)
SHARE = _all(
    (
        r"shares?\s*[:：]\s*\d[\d.,]*|(?:поделиться|поділитися"
        r"|поширити)\s*[:：]?\s*(?:(?:в|у|на|з|с|із)\s+)?(?:vk|telegram|x|facebook"
        r"|фейсбу\w+|viber|whatsapp|друзями|друзьями|соцмережах|соцсетях"
        r"|twitter)(?:[\s,|/·]+\w+){0,5}"
    ),
)
COOKIES = _all(
    (
        r"(?:manage|change|review|update)?\s*(?:your\s+|my\s+|our\s+)?(?:cookies?"
        r"|privacy|consent|tracking)\s+(?:settings?|preferences|choices|options"
        r"|policy|notice)"
    ),
    (
        r"(?:налаштування|настройки|параметри|параметры|політика|политика|управління"
        r"|управление)\s+(?:файл\w+\s+)?(?:cookie\w*|куки|кукі)"
    ),
    r"쿠키\s?(?:설정|정책|관리|안내|동의).{0,10}",
)
KINDS = (
    (Kind.COOKIE, COOKIES),
    (Kind.COMMENT_FORM, COMMENT),
    (Kind.SHARE, SHARE),
    (Kind.RELATED_LINK, RELATED),
    (Kind.COPYRIGHT, COPYRIGHT),
    (Kind.SUBSCRIBE, SUBSCRIBE),
    (Kind.PHOTO_CREDIT, PHOTO),
    (Kind.BYLINE, CREW),
    (Kind.BYLINE, DESK),
    (Kind.NAVIGATION, NAVIGATION),
)


def callout_of(line: str) -> Kind | None:
    """Name what a line is in which the site speaks of itself, if it is one."""
    text = line.strip(" ([{*※•■▶▷►▲△☞◆●|")
    if not text or len(text) > LONGEST:
        return None
    return next((kind for kind, lines in KINDS if lines.fullmatch(text)), None)
