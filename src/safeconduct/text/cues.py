"""By which words does a line give itself away as boilerplate?

A cue is anchored at the start of a line and bounded in length, so that a sentence
of the article that happens to use the word is never lost. To add a cue, add a
pattern here and a line to `tests/text/test_cues.py`, one that it must catch and
one that it must leave.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from safeconduct.months import MONTH
from safeconduct.text.callouts import callout_of
from safeconduct.text.crediting import sources_of
from safeconduct.text.dates import dates_page, is_dateline, is_stamped
from safeconduct.text.furniture import NETWORK, SECTION, is_row_of_links
from safeconduct.text.kinds import Kind
from safeconduct.text.signatures import BYLINE, without_times
from safeconduct.text.wires import AGENCY

LINK, PHRASE, NOTICE = 250, 90, 400
"""Longest line, in characters, for a link, a short phrase, a legal notice."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern at the start of lines of at most `longest` characters."""

    kind: Kind
    longest: int
    pattern: re.Pattern[str]


def _cue(kind: Kind, longest: int, *patterns: str) -> Cue:
    joined = "|".join(patterns)
    return Cue(kind, longest, re.compile(rf"(?:{joined})", re.IGNORECASE))


END = r"\s*[.!:…»>→*]*\s*$"
COLON = r"\s*[:：>»→–—-]\s*\S"
OPENERS = " ([{*※•■▶▷►▲△☞◆●→–—-"
BULLET = r"(?:[▶▷►▲△☞◆■●·*\[【(</<-]\s*)*"
OUTLET = (
    r"(?:газет|видан|сайт|портал|агент?ств|телеканал|радіо|журнал|змі\b|издан|радио"
    r"|сми\b)"
)
HOME = r"(?:home|홈|главная|головна)"

# What a writer's note says of him: where he lives, what he covers, for how long.
_WORKS_EN = (
    r"(?:(?:has|have)\s+(?:been\s+)?(?:covered|covering|reported|reporting|written|writing|worked|working|lived|living)"
    r"|(?:is\s+)?based\s+in|lives\s+(?:and\s+works\s+)?in|covers|is\s+an?\s+(?:\w+\s+){0,3}?(?:journalist|reporter"
    r"|correspondent|freelancer?|editor|columnist))\b[^«»\"“”]{0,160}$"
)
_WORKS_SLAVIC = (
    r"(?:висвітлю\w+|освеща[ею]\w*|живе\s|живе|жив[её]т\s|спеціалізу\w+|специализиру\w+|пише\s+про|пишет\s+о"
    r"|працює\s+(?:в|у|на)|работает\s+(?:в|на))[^«»\"“”]{0,140}$"
)

_PERSON = r"(?-i:[A-Z][\w’'-]+\s+[A-Z][\w’'-]+)"
CUES = (
    _cue(
        Kind.RELATED_LINK,
        LINK,
        r"(?:also\s+read|read(?:\s+(?:also|more|next))?|see\s+also|related)\s*[:：»>]",
        r"(?:see|read|learn|find\s+out)\s+(?:more|also)\s*[:：»>]\s*\S",
        rf"(?:most\s+(?:viewed|popular|shared|commented)|explore\s+more(?:\s+\w+){{0,4}}"
        rf"|editors?['’]?s?\s+picks?|what\s+to\s+read\s+next|up\s+next){END}",
        rf"(?:related|recommended)(?:\s+(?:articles?|stories|posts?|news))?{END}",
        rf"(?:read\s+more|more\s+on\s+this(?:\s+story)?|you\s+may\s+also\s+like){END}",
        rf"[▶▷☞◆\[【(]*\s*관련\s?(?:기사|뉴스)\s*[\]】)]?(?:{COLON}|{END})",
        rf"(?:더\s?보기|함께\s?읽(?:기|어\s?보기)|많이\s?본\s?(?:기사|뉴스)){END}",
        rf"{BULLET}(?:지금\s?)?(?:가장\s?)?많이\s?본\s?(?:기사|뉴스)\s*(?:[:：]|[1①])\s*\S",
        r"(?:топ\s+(?:тижня|дня|недели)|найпопулярніше|самое\s+(?:читаемое|популярное)|читають\s+зараз"
        r"|сейчас\s+читают|most\s+(?:read|popular)|trending(?:\s+now)?)\s*[:：►▶]\s*\S",
        r"(?:читайте|дивіться|смотрите)\s+(?:також|также|ещё|еще)\s*[:：»>]?",
        r"(?:також|также)\s+(?:читайте|дивіться|смотрите)\s*[:：»>]",
        r"(?:함께|같이|더)\s?(?:보면|읽으면|읽을|볼)\s?\S{0,4}\s?(?:기사|글|뉴스)\s*[:：]\s*\S",
        rf"(?:матеріали|материалы|статті|статьи|новини|новости|більше|больше|ещё|еще|ще)\s+(?:(?:за|по)\s+темою|(?:по|на)\s+(?:цій\s+|цю\s+|эт(?:ой|у)\s+)?тем[іеу])(?:{COLON}|{END})",
        rf"(?:по\s+темі|по\s+теме|схожі\s+новини|похожие\s+новости)(?:{COLON}|{END})",
        rf"{BULLET}관련\s?(?:기사|뉴스)\s*[\]】)>]\s*\S",
        rf"(?:more\s+(?:from|stories|news)|don['’]t\s+miss|trending(?:\s+now)?|most\s+read"
        rf"|latest\s+(?:news|stories)|top\s+stories|in\s+other\s+news)(?:\s+\w+){{0,4}}{END}",
        rf"(?:인기|주요|최신|추천|핫)\s?(?:기사|뉴스)(?:\s?(?:더보기|TOP\s?\d+))?{END}",
        rf"(?:останні|останніе|популярні|головні|інші|схожі)\s+(?:новини|матеріали|статті){END}",
        rf"(?:последние|популярные|главные|другие|похожие)\s+(?:новости|материалы|статьи){END}",
        rf"(?:(?:до|на)\s+тему|(?:більше|больше)\s+(?:по|за|на)\s+(?:темі|теме|тему)"
        rf"|(?:також\s+по|матеріали\s+по|материалы\s+по)\s+тем[іе]){END}",
    ),
    _cue(
        Kind.SOURCE_CREDIT,
        LINK,
        r"(?:original\s+)?(?:sources?|credits?|courtesy\s+of|origin)\s*[:：]",
        r"\(?(?:자료|사진|내용)?\s?출처\s*[:：=]\s*\S",
        r"(?:자료|기사|콘텐츠)\s?제공\s*[:：=]\s*\S.{1,40}$|원문\s?(?:기사|보기)\s*[:：=]\s*\S",
        r"(?:번역|옮긴이|정리|переклад|перевод|translation|translated\s+by|translator)\s*[:：=—–-].{1,40}?[/,;.|]\s*"
        r"(?:원문|출처|оригінал|оригинал|джерело|источник|original|source)\s*[:：=—–-]\s*\S",
        r"(?:(?:оригінал|оригинал)\s+(?:статті|статьи|тексту|текста|матеріалу|материала)"
        r"|original\s+(?:article|story|text|report))\s*[:：—–-]\s*\S",
        r"(?:скорочен\w+\s+|сокращ[её]нн\w+\s+|авторськ\w+\s+|авторск\w+\s+)?(?:переклад|перевод)\s+(?:з|із|с)\s+\w+\s*[:：—–-]\s*\S.{1,60}$",
        r"(?:перепечатано|передруковано)\s+(?:из|з|із)\s.{2,60}$|(?:за\s+публікацією|по\s+публикации)\s.{2,60}$",
        r"(?:this\s+(?:is|was)\s+)?(?:an?\s+)?(?:\w+\s+)?(?:translation|version|summary)\s+of\s+(?:an?|the)\s+"
        r"(?:\w+\s+)?(?:report|article|story|text|piece)\s+(?:by|from|in|of)\s[^.!?]{2,60}\.?$",
        r"(?:additional\s+)?reporting\s+from\s+(?-i:[A-Z])[^.!?]{2,60}$",
        rf"(?:за|по)\s+(?:даними|данным|повідомленням|сообщению)\s+(?:{OUTLET}\S*\s+)?"
        rf"[«\"“][^»\"”]{{2,50}}[»\"”]\.?$",
        r"(?:материал|матеріал|стаття|статья|текст)\s+(?:було\s+|был[ао]?\s+)?(?:вперше\s+|впервые\s+)?"
        r"(?:опубліковано|опублікований|опубликован[ао]?|взят[оа]?|взято)\s+(?:на|за|у|в|по|із|з|с)\s",
        r"via\s*[:：]?\s+(?:the\s+)?(?-i:[A-Z])[^.!?]{0,60}$",
        r"via\s*[:：]?\s+[\w.-]+\.[a-z]{2,}\S*$",
        r"(?:this\s+(?:article|story|post|report)\s+(?:was\s+|has\s+been\s+)?)?"
        r"(?:originally|first)\s+(?:published|appeared)\s+(?:on|in|by|at)\b"
        rf"(?!\s+(?:\d|{MONTH}\s+\d))",
        r"이\s?(?:기사|글)[은는]\s.{2,40}(?:보도|기사|자료|글)(?:를|을)?\s?(?:바탕|인용|참고|토대|번역)",
        r"(?:republished|reprinted|translated)\s+(?:with\s+permission\s+)?from\b",
        r"(?:기사\s?)?(?:출처|원문|자료\s?출처|자료)\s*[:：=]",
        r"(?:(?:перво)?источник|джерело|першоджерело|оригінал|оригинал)\s*[:：—–-]",
        r"(?:за\s+(?:матеріалами|інформацією)|по\s+(?:материалам|информации))\s*"
        rf"(?:[:：]\s*\S|(?-i:[A-ZА-ЯІЇЄҐ«\"“])|{OUTLET})[^.!?,]{{0,80}}\.?$",
        r"according\s+to\s+(?:the\s+)?(?-i:[A-Z])[\w’'.-]*(?:\s+(?-i:[A-Z])[\w’'-]*){0,4}\.?$",
        r"(?:with\s+(?:material|reporting|files)\s+from|adapted\s+from|h/t)\s+(?-i:[A-Z])",
        r"(?:material|text|story)\s+(?:from|courtesy\s+of)\s*[:：]?\s+(?-i:[A-Z])[^.!?]{0,60}$",
        r"(?:читайте|читать)\s+(?:оригінал|оригинал)\s+\S",
        r"(?:вперше|впервые)\s+(?:опубліковано|опубликовано)\b",
        r"(?:переклад(?:ено)?|перевод)\s+(?:з|із|с)\s+\S[^.!?]{0,60}"
        r"(?:\.\s*(?:оригінал|оригинал|джерело|источник)\s*[:：].{2,60})?$",
        r"\(?(?:with\s+)?(?:agency\s+)?inputs?\s+from\s+(?-i:[A-Z]).{1,80}$",
        rf"[\[(]\s*{AGENCY}(?:\s*(?:제공|발|뉴스))?\s*[\])]$|{AGENCY}\s*제공$",
        r"(?:посилання|ссылка)\s+на\s+(?:джерело|оригінал|источник|оригинал)\b",
        r"[\[【(]\s*(?:출처|원문|자료)\s*[\]】)]\s*\S.{1,60}$",
        rf"{BULLET}(?:기사\s?)?(?:출처|원문|인용)\s*[:：=|]\s*(?!댓글)\S",
        r"이\s?(?:기사|글)[은는]\s.{2,40}(?:에서|의)\s.{0,20}(?:옮겼|가져|번역|제공|전재)",
    ),
    _cue(
        Kind.PHOTO_CREDIT,
        LINK,
        r"사진\s?설명\s?[:：].{2,120}[.\s]사진\s?[=:/]?\s?[가-힣]{2,4}(?:\s?기자)?$",
        r"(?:(?:cover|lead|title)\s+)?(?:photo(?:graph)?|image|picture|video)s?(?:\s+(?:credit|by|courtesy))?\s*[:：/]\s*\S",
        rf"{BULLET}(?:자료\s?)?(?:사진|그래픽|이미지|영상)\s*(?:출처|제공)?\s*[:：=/]",
        r"[^.]{0,60}[./]\s*/?\s*사진\s*[=:]\s*\S.{0,30}$",
        rf"(?:(?:ілюстративн|иллюстративн|архівн|архивн)\w+\s+фото|(?:file|stock|archive)\s+photo"
        rf"|자료\s?사진){END}",
        r"(?:на\s+(?:фото|снимке|світлині|знімку)\s*[:：]\s*)?[^.!?]{4,120}[.!?]\s+(?:фото|photo|image|picture)\s*[:：/]\s*[«\"“]?(?:(?-i:[A-ZА-ЯІЇЄҐ])|прес+-служб)[^.!?:]{2,50}$",
        r"\[(?:촬영|사진)\s?[=:]?\s?[가-힣]{2,4}(?:\s?기자)?\]$|[가-힣·]{2,12}(?:\s[가-힣·]{2,10})?\s제공$",
        r"фото\s+(?:надан[еоі]|нада(?:ла|в|ли)|предоставил[аи]?|предоставлен[оы]|з\s+архіву|из\s+архива|ілюстративне|иллюстративное)"
        r"[^.!?]{0,60}$",
        r"(?:photo|image|picture)s?\s+(?:courtesy|provided|supplied)\b[^.!?]{0,60}$",
        rf"{BULLET}(?:illustration|file\s+photo|getty\s+images)\b[^.!?]{{0,60}}$",
        r"(?:(?:автор\s+)?фото(?:\s+(?:(?:на|для)\s+)?(?:обложк|обкладин)\w+)?|зображення|изображение|ілюстрація|иллюстрация|скриншот)"
        r"\s*[:：/]\s*\S",
    ),
    _cue(
        Kind.BYLINE,
        LINK,
        rf"by\s+{_PERSON}(?:\s+and\s+{_PERSON})?\s+in\s+(?-i:[A-Z])[\w’' -]{{2,40}}$",
        rf"(?:{_PERSON}|staff|reporters)\s+and\s+agencies$",
        r"글(?:\s?[·・]\s?사진)?\s?[=:/]?\s?[가-힣]{2,4}(?:\s?기자)?"
        r"(?:\s사진\s?[=:/]?\s?[가-힣]{2,4}(?:\s?기자)?)?(?:\s?\([가-힣·]{2,10}\))?$",
        r"\([가-힣·]{2,8}\s?=\s?[가-힣A-Za-z\d]{2,12}\)\s*(?:[가-힣]{2,4}\s(?:기자|특파원)\s*[,·]?\s*)+=?\s*$",
        r"(?:[가-힣A-Za-z]{2,10}팀\s+)?(?:[가-힣]{2,4}\s(?:기자|특파원|PD|앵커)\s*[,·]?\s*)+$",
        r"(?:автор(?:ка|и)?|текст|оператор(?:ка)?|words|text|reporting|camera)\s*[:：]\s*(?-i:[A-ZА-ЯІЇЄҐ])[^.!?]{2,40}"
        r"(?:[.;]\s*(?:оператор(?:ка)?|фото|камера|монтаж|video|photos?|camera)\s*[:：]\s*[^.!?]{2,40})?$",
        r"[^.!?]{3,120}\bcontributed\s+(?:to\s+this\s+(?:report|story|article)|reporting)\.?$",
    ),
    _cue(
        Kind.DATELINE,
        PHRASE,
        r"(?-i:[A-ZА-ЯІЇЄҐ]{3,}),\s\d{1,2}\s[^\W\d]+\s?\([^()]{2,40}\)\.?$",
        r"(?:published|posted|updated|last\s+updated|first\s+published)"
        r"(?:\s+on)?\s*[:：]?\s+[^.!?]{0,25}\d",
        r"(?:[가-힣·]{2,12}\s*[|ㅣ]\s*)?(?:기사\s?)?(?:최종\s?)?(?:입력|수정|등록|게시|승인|업데이트|발행|송고)(?:\s?(?:일시|일|시간))?\s*[:：]?\s*\d{4}",
        r"(?:опубліковано|оновлено|опубликовано|обновлено)\s*[:：]?\s+[^.!?]{0,25}\d",
    ),
    _cue(
        Kind.AUTHOR_BIO,
        PHRASE,
        rf"about\s+(?:the\s+)?authors?{END}",
        rf"(?:про\s+автор(?:а|ку)|об\s+авторе|저자\s?소개|필자\s?소개|기자\s?소개){END}",
    ),
    _cue(
        Kind.AUTHOR_BIO,
        LINK,
        rf"(?:[A-Z][^.!?«»\"“”]{{3,80}}\.\s+)?(?:the\s+)?(?:writer|author|reporter|correspondent)\s+{_WORKS_EN}",
        r"(?-i:[A-Z])[\w’'-]+\s+(?-i:[A-Z])[\w’'-]+\s+is\s+an?\s+(?:[\w-]+\s+){0,4}?"
        r"(?:journalist|reporter|correspondent|freelancer|photojournalist|columnist)\b[^«»\"“”]{0,160}$",
        r"(?-i:[A-Z])[\w’'-]+\s+(?-i:[A-Z])[\w’'-]+\s+(?:covers|reports\s+(?:on|from)|writes\s+(?:about|for|from|on))\s+[^«»\"“”.]{3,120}\.?$",
        r"[가-힣]{2,4}\s?(?:\S{2,4}\s?)?(?:기자|특파원|편집위원|논설위원|작가|번역가|칼럼니스트|통신원)[는은]\s[^\"“”]{4,120}"
        r"(?:전하고|써\s?오고|쓰고|취재하고|거주하고|활동하고|다루고|번역하고|일하고|맡고|해\s?오고)\s?있(?:다|습니다)\.?$"
        r"|[가-힣]{2,4}\s?(?:\S{2,4}\s?)?(?:기자|특파원|작가|번역가|통신원)[는은]\s[^\"“”]{4,120}(?:취재해|전해|써|번역해|활동해)\s?왔(?:다|습니다)\.?$",
        rf"(?:[А-ЯІЇЄҐЁ][\w’'-]+\s+[А-ЯІЇЄҐЁ][\w’'-]+\s*[,—–-]+\s*)?(?:автор(?:ка)?|журналіст(?:ка)?|журналист(?:ка)?|кореспондент(?:ка)?"
        rf"|корреспондент(?:ка)?|репортер(?:ка)?|перекладач(?:ка)?|переводчи(?:к|ца)),?\s+[^«»\"“”]{{0,90}}?{_WORKS_SLAVIC}",
    ),
    _cue(
        Kind.COMMENT_FORM,
        NOTICE,
        rf"(?:leave|post|add|write)\s+(?:a|your)\s+(?:comment|reply){END}",
        rf"(?:post|submit|reply)\s+comment{END}",
        rf"(?:\d+\s+|one\s+|no\s+|all\s+)?(?:comments?|replies|responses){END}",
        rf"(?:leave|post)\s+a\s+(?:reply|comment)\s+cancel\s+reply{END}|cancel\s+reply{END}",
        rf"(?:전체\s?)?댓글\s*(?:\(?\d+\)?\s?개?|보기|더보기|영역){END}",
        rf"comments\s+are\s+closed{END}",
        r"\d+\s+(?:responses?|replies|thoughts)\s+(?:to|on)\s+[\"“«].{3,150}$",
        rf"\d+\s+(?:ответ(?:а|ов)?|відповід(?:ь|і|ей)|комментари\w+|коментар\w*){END}",
        rf"(?:ответы|відповіді|отзывы|відгуки)\s*[:(]\s*\d+\)?{END}",
        r".{0,40}\bleave\s+(?:us\s+)?your\s+(?:thoughts|comments?|feedback|opinion)\b.{0,40}$",
        r"your\s+e-?mail\s+address\s+will\s+not\s+be\s+published",
        r"required\s+fields\s+are\s+marked",
        r"save\s+my\s+name,?\s+e-?mail",
        rf"(?:no\s+comments?(?:\s+yet)?|be\s+the\s+first\s+to\s+comment|join\s+the\s+"
        rf"(?:conversation|discussion)|(?:show|view|load)\s+(?:all\s+)?(?:\d+\s+)?comments?"
        rf"|log\s?in\s+to\s+(?:reply|comment)|you\s+must\s+be\s+logged\s+in\b.{{0,40}}){END}",
        rf"show\s+comments?\s*\(\d+\){END}",
        rf"(?:comments?\s*\(\d+\)|(?:comment|name|e-?mail|website|your\s+\w+)\s*\*){END}",
        r"(?:첫\s?번째\s?)?댓글.{0,15}(?:남겨|주세요|로그인).{0,20}$",
        rf"(?:коментувати|комментировать|обговорити|обсудить|обговорення|обсуждение){END}",
        rf"(?:ім[’'ʼ]я|имя|коментар|комментарий|e-?mail|сайт)\s*\*{END}",
        rf"(?:댓글|의견)\s*(?:\d+개?|쓰기|남기기|달기|등록|작성)?{END}",
        r"(?:댓글을\s+(?:남겨|입력|작성)|이메일\s?(?:주소)?[은는이]\s?공개되지)",
        rf"(?:залишити|додати|оставить|добавить|написать|написати)\s+"
        rf"(?:свій\s+|свой\s+)?(?:коментар|комментарий|відповідь|ответ){END}",
        rf"(?:коментар(?:і|ів)|комментари(?:и|ев))(?:\s*[(:]?\s*\d+\)?)?{END}",
        r"(?:ваша|ваш)\s+(?:e-?mail|електронна|адрес|електронної)\D{0,40}не\s+"
        r"(?:оприлюдн|публік|будет\s+опублик|буде\s+опублік)",
        r"(?:обов[’'ʼ]язкові|обязательные)\s+пол[яі]\s+(?:позначені|помечены)",
    ),
    _cue(
        Kind.SUBSCRIBE,
        LINK,
        r"discover\s+more\s+from\s+\S",
        rf"subscribe(?:\s+now)?{END}",
        r"subscribe\s+(?:now\b|today\b|to\s+(?:our|get|keep|receive)\b|for\s+free)",
        r"subscribe\s+to\s+[^.,]{0,60}\b(?:newsletters?|channel|podcast|magazine|edition|updates|daily"
        r"|weekly|feed)\b",
        r"subscribe\s+to\s+(?:the\s+)?(?-i:[A-Z])[^.,]{0,50}$",
        r"sign\s+up\s+(?:for|to)\s+(?:our|the|get|receive)\b",
        r"sign\s+up\s+(?:for|to)\b[^.]{0,80}\bnewsletters?\b",
        r".{0,40}(?:유튜브|채널|뉴스레터).{0,20}(?:구독|좋아요).{0,20}(?:부탁|하기|눌러)",
        r"(?:читайте|смотрите|дивіться|шукайте|ищите)\s+нас\s+(?:в|у|на)\s+\S.{0,40}$",
        r"(?:support|donate\s+to)\s+(?:our|independent|quality|the)\s+(?:\w+\s+)?journalism\b.{0,80}$",
        r"(?:підтрима(?:ти|йте)|поддержа(?:ть|йте|ите))\s+(?:незалежн|независим)\w+\s+(?:журналіст|журналист)"
        r"\w*.{0,60}$",
        r"(?:поддержите|поддержать|підтримайте|підтримати|support|donate(?:\s+to)?|help|допоможіть|помогите|помочь)\s"
        r"[^.!?:]{2,60}[:：—–-]\s*(?:(?:bank\s+)?(?:card|account)|iban|paypal|patreon|монобанк|monobank|карт[аик]\w*|сч[её]т\w*"
        r"|рахун\w+|реквізит\w*|реквизит\w*|https?:|www\.|\+?\d[\d\s-]{6,})(?:[^.!?]|\.(?=\S)){0,80}$",
        r"후원\s*[:：]\s*\S.{2,60}\d$",
        r"후원\s?(?:계좌|하기|문의|안내).{0,60}$",
        rf"(?:continue|keep)\s+reading{END}",
        r"(?:get|enter)\s+(?:access\s+to\s+the\s+full|your\s+e-?mail)",
        r"(?:follow|join|like)\s+us\s+(?:on|at)\b",
        r"type\s+your\s+e-?mail",
        r"[^.!?]{0,60}[?!]\s*(?:please\s+)?(?:subscribe|follow\s+us|підпишіться|підписуйтесь"
        r"|підписуйтеся|подпишитесь|подписывайтесь|구독)\b.{0,60}$",
        r"(?:підпишіться|підпишись|подпишитесь|подпишись)\s+(?:на|щоб|чтобы)\b",
        r"by\s+(?:signing\s+up|subscribing|clicking|submitting)\b.{0,60}"
        r"(?:agree|consent|terms|privacy)",
        r"get\s+(?:the\s+)?(?:best|latest|all|our|more)\b.{0,80}"
        r"(?:inbox|newsletter|e-?mail|updates)",
        rf"(?:support|donate\s+to)\s+(?:our|independent|the)\s+(?:journalism|work|site|project)"
        rf"(?:\s*[:,–—-].{{0,60}}|\s+(?:today|now))?{END}",
        rf"(?:follow|find)\s+(?:us\b.{{0,40}}|on\s+(?:x|telegram|facebook|google\s+news)){END}",
        rf"(?:newsletter|our\s+newsletters?|e-?mail\s+address|download\s+(?:our|the)\s+app){END}",
        rf"{BULLET}(?:네이버|카카오톡|유튜브|텔레그램|다음)(?:에서|\s?채널|\s?TV)?[^.]{{0,25}}"
        rf"(?:구독|채널|추가|팔로우)",
        r"(?:приєдн(?:уйтесь|уйтеся|атися)|присоединяйтесь|стежте|следите)\s+"
        r"(?:до\s+нас|к\s+нам|за\s+\S+)",
        r"(?:ми|мы|наш(?:\s+канал)?)\s+(?:в|у|на)\s+(?:telegram|телеграм|facebook|viber)",
        rf"(?:підтрима(?:ти|йте)|поддержа(?:ть|йте))\s+(?:нас|редакцію|редакцию|проєкт|проект){END}",
        rf"(?:отримуйте|получайте)\s+.{{0,40}}(?:пошту|почту|новини|новости|telegram){END}",
        rf"(?:구독(?:하기|\s?신청)?|뉴스레터(?:\s?(?:구독|신청))?){END}",
        r"(?:뉴스레터|채널|본지)\S{0,3}\s*(?:를|을)?\s*구독",
        r"(?:підпис|подпис)(?:уйтесь|уйтеся|уйся|ывайтесь|ывайся|атися|аться|итесь)\s+"
        r"(?:на|щоб|чтобы)",
        rf"(?:підписатися|підписка|подписаться|подписка){END}",
        r"(?:full|unlimited)\s+access\s+(?:from|for)\s+[£$€]?\d.{0,80}$",
        r"already\s+a\s+(?:member|subscriber)\b.{0,40}$",
        r"get\s+(?:the\s+)?(?-i:[A-Z])\S*(?:\s+\S+){0,4}\s+on\s+(?:whatsapp|telegram|viber|signal)\b.{0,60}$",
        r".{0,20}(?:유튜브|채널).{0,12}(?:구독|알림).{0,20}$",
    ),
    _cue(
        Kind.COOKIE,
        NOTICE,
        r"(?:this|our)\s+(?:web)?site\s+uses\s+cookies",
        r"we\s+(?:and\s+our\s+(?:\d+\s+)?partners\s+)?(?:use|store)\s+cookies",
        r"by\s+(?:using|continuing\s+to\s+use)\s+(?:this|our)\s+(?:web)?site",
        rf"(?:accept|reject|manage)\s+(?:all\s+)?cookies{END}",
        rf"(?:accept|reject|allow|decline)(?:\s+(?:all|and\s+(?:close|continue)))?{END}",
        rf"manage\s+(?:preferences|choices|consent|settings|options){END}",
        rf"(?:прийняти|відхилити|погоджуюсь|принять|отклонить|согласен|동의|모두\s?동의|거부)"
        rf"(?:\s+(?:все|всі|усі))?{END}",
        rf"(?:cookie|privacy)\s+(?:policy|settings|notice|preferences){END}",
        r"(?:이|본|저희)\s*(?:웹)?사이트[은는]\s*쿠키",
        rf"쿠키\s?(?:설정|정책|수락|동의){END}",
        r"(?:цей|наш|этот|на\s+(?:цьому|этом))\s+сайт[іе]?\s+(?:використовує|использует"
        r"|використовуються|используются)\s+\S*\s*(?:cookie|кук)",
        r"(?:ми\s+використовуємо|мы\s+используем)\s+(?:файл[иы]\s+)?(?:cookie|кук)",
    ),
    _cue(
        Kind.COPYRIGHT,
        NOTICE,
        r"[^.!?]{2,60}\sis\s+an?\s+registered\s+(?:charity|non-?profit)"
        r"(?:\s+(?:in|of)\s+(?-i:[A-Z])[\w ]{2,30})?(?:\s*\([^()]{2,40}\))?\.?$",
        r"(?:отч[её]т|материал|текст|проект|матеріал|звіт|проєкт)\s+"
        r"(?:подготовлен|создан|підготовлен|створен)\w*\s+(?:при|за)\s+(?:поддержк|підтримк)\w+.{0,90}$",
        r"(?:реклама|оголошення|объявления)\s+(?:в|у|на)\s+[^.:]{2,24}[:：]\s*\S.{2,60}$",
        r"(?:©|ⓒ|\(c\)\s|copyright\s*(?:©|ⓒ|\(c\)|\d{4}|by\b))",
        r"all\s+rights\s+reserved",
        r"copyrights?\s*(?:©|ⓒ)",
        r"[^©ⓒ.!?]{2,50}[\s,]*(?:©|ⓒ)\s*(?:\d{4}|$)",
        r"[<\[]?\s*(?:저작권자|무단\s?전재)",
        r".{0,80}무단\s?(?:전재|복제|배포).{0,60}금지",
        r"(?:proudly\s+)?powered\s+by\s+\S+(?:\s+\S+){0,3}$",
        r"(?:no\s+part\s+of\s+this|reproduction\s+(?:in\s+whole|without))\b",
        r".{0,60}(?:all\s+rights\s+reserved|(?:всі|усі|все)\s+права\s+(?:захищ?щ?|застереж)[еёи]н\w+)\W*$",
        r"(?:всі|усі|все)\s+права\s+(?:захищ?ен|застереж|защищ|охраня)",
        r"(?:мнени[ея]|думк[аи]|погляди?|позиц[иі][яюї])\s+(?:автор\w*|колумн[иі]ст\w*|спикер\w*)\s.{0,40}(?:не\s+(?:обов[’'ʼ]язково\s+|обязательно\s+)?(?:совпада|збіга|відобража|отража)|отлича|відрізн|расход)",
        r"(?:the\s+)?(?:views|opinions)\s+(?:expressed|of\s+(?:the\s+)?(?:authors?|contributors?|columnists?))\b.{0,90}(?:own\b|not\s+(?:necessarily|reflect|represent))",
        r"[※*]?\s*(?:(?:외부|본)\s?)?(?:필자|기고|칼럼|기고문|글)\S{0,3}\s[^.]{0,20}(?:본지|편집\s?방향|입장)[^.]{0,25}(?:다를|무관|일치)",
        r"(?:передрук|перепечатка|копіювання|копирование|використання|использование|цитування|цитирование)\s.{0,60}(?:посилан|ссылк|дозвол|разреш)",
        r"(?:мнение|думка)\s+редакц\w+\s+.{0,60}(?:не\s+совпада|не\s+збіга|мнени|думк)",
        r"(?:передплатний|подписной)\s+[іи]ндекс\s+\d+\.\s+редакц\w+\s+не\s.{0,80}$",
        r"редакц\w+\s+(?:не\s+(?:завжди|всегда|несе|нес[её]т)|може\s+не|может\s+не)\b.{0,80}$",
        r"(?:свидетельство\s+о\s+регистрации|свідоцтво\s+про\s+(?:державну\s+)?реєстрацію|ідентифікатор\s+(?:онлайн-)?медіа)\b",
        r"(?:главный|головний)\s+редактор(?:ка)?\s*[:：—–-]\s*\S.{0,60}$",
        r"(?:передрук|копіювання|использование|перепечатка|копирование|використання)"
        r"\s+(?:\S+\s+){0,3}(?:матеріал|материал|текст|статт|стать)",
        r"(?:при|у\s+разі)\s+(?:использовании|цитировании|використанн[ія]|цитуванн[ія]"
        r"|передру[кц]\w*|перепечатке)\s.{0,60}(?:посилання|ссылк|гіперпосилання)",
    ),
    _cue(
        Kind.SHARE,
        PHRASE,
        rf"share(?:\s+(?:this|on|via)(?:\s+\w+){{0,3}})?{END}",
        rf"{NETWORK}(?:[\s|·,/]+{NETWORK}){{0,9}}{END}",
        rf"(?:click\s+to\s+|share\s+|post\s+)?(?:share|print|e-?mail|tweet|send)\s+"
        rf"(?:this|on|to|via|a\s+link)\b[^.]{{0,50}}(?:\(opens\s+in\s+new\s+window\))?{END}",
        rf"(?:reuse\s+this\s+content|republish(?:\s+this\s+(?:article|story))?|order\s+reprints){END}",
        rf"share\s*[:：]\s*{NETWORK}(?:[\s|·,/]+{NETWORK}){{0,9}}{END}",
        r".{0,20}\s공유하기$|[가-힣]{2,4}\s기자\s?(?:페이지|홈)\s?바로가기$|(?:поделиться|поділитися)\s+(?:ссылкой|посиланням|(?:с|з|із)\s+друз\w+)$",
        rf"(?:sns|기사)\s?공유(?:하기)?{END}|(?:на|роз)друкувати{END}|распечатать{END}"
        rf"|верс[иі][яї]\s+для\s+(?:печати|друку){END}",
        rf"(?:like\s+this|like\s+loading|loading|\d+\s+(?:shares?|likes?|views?)){END}",
        rf"(?:기사\s?)?(?:공유(?:하기)?|스크랩|프린트|인쇄(?:하기)?|좋아요(?:\s?\d+)?){END}",
        rf"(?:поділитися|поширити|поделиться)"
        rf"(?:\s+(?:новиною|статтею|новостью|статьей|статьёй|в\s+\S+|у\s+\S+|в\s+соцсетях))?{END}",
    ),
    _cue(
        Kind.NAVIGATION,
        PHRASE,
        rf"skip\s+to\s+(?:main\s+)?content{END}",
        rf"(?:home|menu|search|log\s?in|sign\s?in|log\s?out|register|close|open\s+menu|"
        rf"back\s+to\s+(?:top|home|news|list)|(?:next|previous|prev)(?:\s+(?:article|post|story"
        rf"|page))?|toggle\s+navigation|main\s+menu|view\s+all|see\s+all|show\s+more|load\s+more"
        rf"|continue\s+reading.{{0,40}}){END}",
        rf"(?:adverti[sz]ements?|ad|sponsored(?:\s+content)?|promoted|"
        rf"(?:story|article)\s+continues\s+(?:below|after)(?:\s+(?:this\s+)?advertisement)?"
        rf"|remove\s+ads?|report\s+(?:this\s+)?ad|広告|광고|реклама|на\s+правах\s+рекламы"
        rf"|на\s+правах\s+реклами){END}",
        rf"(?:listen(?:\s+to\s+(?:this\s+)?(?:article|story|audio))?(?:\s+\d{{1,2}}:\d{{2}})?|watch(?:\s+(?:now|live|video))?"
        rf"|(?:a\s+)?\d+[\s-]+min(?:ute)?s?\.?[\s-]+read|reading\s+time\s*[:：]?\s*\d.{{0,15}}"
        rf"|estimated\s+reading\s+time.{{0,20}}){END}",
        rf"(?:час\s+читання|время\s+чтения)\s*[:：]?\s*\S.{{0,15}}$|читати\s+\d+\s+хв\S*{END}",
        r"(?:tags?|tagged(?:\s+with)?|filed\s+under|category|categories|topics?|keywords?|теги?|мітки"
        r"|ключові\s+слова|метки|ключевые\s+слова|рубрик[аи]|태그|키워드|카테고리)\s*[:：]\s*\S",
        rf"(?:tags?|topics?|теги|мітки|метки|태그){END}",
        r"(?:реклама|на\s+правах\s+реклам[иы]|advertisement|광고)\.\s+(?-i:[A-ZА-ЯІЇЄҐ가-힣]).{3,90}$",
        r"[\d\s.,]{1,12}\s*(?:перегляд\w{0,3}|просмотр\w{0,3}|views?|조회)$",
        r"(?:подобається|нравится|мне\s+нравится|likes?|좋아요|슬퍼요|화나요)\s*[:：]?\s*\d[\d\s.,]*$",
        r"(?:this|the)\s+(?:article|story)\s+(?:appeared|was\s+published)\s+in\s+(?:the\s+)?print\b",
        rf"(?:save|gift|give)\s+(?:this\s+|for\s+)?(?:article|story|later){END}",
        rf"(?:전화|팩스|대표전화)\s*[:：]\s*[\d\s()-]{{7,}}$|(?:기사|본문)\s?읽어\s?주기{END}",
        r"[👁🕐🕒💬❤👍🔥]\ufe0f?\s*[\d\s.,]+$",
        r"(?:이전|다음)\s?글\s+\S.{2,80}$|(?:выпуск|випуск|issue|номер)\s*(?:№|no\.?|#)?\s*\d+$",
        r"(?:contact|write\s+to|e-?mail)\s+(?:us|the\s+(?:newsroom|editors?|desk)|our\s+\w+)\b.{0,80}$",
        r"[^.!?]{3,40}[:：]\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+$",
        r"[\W_]{3,}$|\d{1,2}\+$",
        r"our\s+standards\s*[:：]|(?:read|view)\s+(?:this\s+)?(?:in|на)\s+\w+\s*[.!»>→]*$",
        r"(?:читати|читать)\s+(?:на\s+)?(?:російською|українською|англійською|украинском|русском"
        r"|английском|по-\w+)(?:\s+(?:мовою|языке))?$",
        r"(?:слухати|прослухати|слушать|прослушать)\s+(?:новину|статтю|новость|статью)\b.{0,15}$",
        r"(?:본문|기사)\s+글자\s?크기.{0,10}$|요약봇$|기사\s?원문\s*\|.{0,20}$|.{0,20}다른\s?기사\s?(?:더\s?)?보기$",
        # A ticker of news: the hour, then a headline.
        r"\d{1,2}:\d{2}\s+(?=[^.!?]{10,120}$)(?-i:[A-ZА-ЯІЇЄҐЁ가-힣«\"“])",
        r"(?:переглядів|перегляди|просмотров|просмотры|views?|조회(?:수)?|추천|hits?)\s*[:：]?\s*"
        r"[\d\s.,]+$",
        rf"(?:report\s+(?:a|an)\s+(?:typo|error|mistake|correction)|sections|all\s+sections"
        rf"|edition|notifications?|요약|요약\s?보기|전체\s?기사){END}",
        rf"(?:більше|больше|всі|усі|все|ещё|ще)\s+(?:новин|новости|новостей|новини|статей){END}",
        r"(?:기사\s?)?제보\s*(?:및|·)?\s*\S{0,8}\s*[:：]?\s*\S+@\S+$",
        r"#\w+(?:\s*[,|·]?\s*#\w+)*\s*$",
        rf"{HOME}(?:\s*[>›»/|→]\s*[^>›»/|→]{{1,40}}){{1,5}}$",
        rf"(?:all\s+|전체\s+)?{SECTION}(?:\s*[\s>›»/|→·]\s*{SECTION}){{0,9}}{END}",
        r"(?:next|previous|prev|older|newer|наступна|попередня|следующая|предыдущая|이전|다음)"
        r"(?:\s+\w+)?\s*[:：»←→]\s*[^.!?]{3,120}$",
        r"(?:this|the)\s+(?:article|story|post|text)\s+(?:was|is|has\s+been)\s+"
        r"(?:machine-?\s?|automatically\s+)?(?:translated|syndicated|auto-?generated)\b",
        r"(?:цю\s+статтю|цей\s+текст|эта\s+статья|этот\s+текст|статтю|статья)\s+(?:автоматично\s+"
        r"|автоматически\s+|машинно\s+)?(?:було\s+|был[ао]?\s+)?перев?[ке]л?[ае]д?[дв]?ен",
        r"이\s?(?:기사|글)[은는]\s.{0,20}(?:자동|기계)?\s?번역",
        r"for\s+(?:more|further)\s+information,?\s+(?:please\s+)?(?:contact|visit|see).{0,80}$",
        rf"(?:media|press)\s+(?:contacts?|enquiries|inquiries)(?:\s*[:：].{{0,80}})?{END}",
        r"[-–—*#\s]*(?:ends?|end\s+of\s+(?:article|release|text)|끝|кінець|конец)[-–—*#\s.]*$"
        r"|#{3}$",
        rf"(?:홈|메뉴|검색|로그인|회원가입|전체\s?메뉴|본문\s?(?:바로가기|듣기|영역)|목록(?:으로)?|맨\s?위로"
        rf"|(?:이전|다음)\s?(?:글|기사|페이지)|기사\s?(?:듣기|원문\s?보기|본문)|글자\s?(?:크기|작게|크게)"
        rf"(?:\s?(?:조절|변경|설정))?|가(?:\s*가)+|음성으로\s?듣기|닫기|페이지\s?상단){END}",
        rf"{BULLET}(?:기사\s?)?제보[는은]?\s*(?:[:：]|카카오톡|이메일|전화).{{0,60}}$",
        rf"(?:головна|меню|пошук|увійти|вхід|реєстрація|перейти\s+до\s+(?:вмісту|змісту|контенту)"
        rf"|на\s+головну|нагору|вгору|(?:наступна|попередня)\s+(?:стаття|новина)"
        rf"|(?:читати|дізнатися)\s+(?:далі|більше|повністю)|показати\s+(?:ще|більше)"
        rf"|слухати|прослухати){END}",
        rf"(?:главная|меню|поиск|войти|вход|регистрация|перейти\s+к\s+(?:содержимому|содержанию"
        rf"|контенту)|на\s+главную|наверх|(?:следующая|предыдущая)\s+(?:статья|новость)"
        rf"|(?:читать|узнать)\s+(?:далее|больше|полностью|ещё|еще)|показать\s+(?:ещё|еще|больше)"
        rf"|слушать|прослушать){END}",
        r"(?:(?:якщо\s+ви\s+)?помітили|(?:если\s+вы\s+)?(?:заметили|нашли))\s+"
        r"(?:помилку|ошибку|опечатку).{0,100}$",
    ),
)

DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?:[\w-]+\.)+[a-z]{2,12}/?$", re.IGNORECASE
)


CREDITS = frozenset({Kind.SOURCE_CREDIT, Kind.PHOTO_CREDIT})
# What a Korean article tells ends in plain -da, what a site says in polite -nida.
TOLD = re.compile(r"[가-힣](?<!니)다\.[\"”’]*$")
SENTENCE = re.compile(r"[^:：—–]{3,40}[:：—–]\s+[a-zа-яіїєґё]+(?:\s+\S+){5,}[.!?]$")
"""A colon and a sentence: "Source: the water came from a spring near the farm."."""


def _is_sentence(line: str) -> bool:
    return SENTENCE.match(line) is not None or bool(TOLD.search(line))


def cue_of(line: str) -> Kind | None:
    """Name the kind of boilerplate whose cue opens the line, if any does."""
    if sources_of(line):
        return Kind.SOURCE_CREDIT
    if len(line) <= LINK and BYLINE.match(without_times(line)):
        return Kind.BYLINE
    if len(line) <= PHRASE and is_dateline(line):
        return Kind.DATELINE
    if len(line) <= LINK and is_stamped(line):
        return Kind.DATELINE
    if is_row_of_links(line):
        return Kind.NAVIGATION
    return _opening(line) or (None if TOLD.search(line) else callout_of(line))


def _opening(line: str) -> Kind | None:
    bare = line.lstrip(OPENERS)
    for cue in CUES:
        if (
            len(line) <= cue.longest
            and not (cue.kind in CREDITS and _is_sentence(line))
            and (cue.pattern.match(line) or (bare != line and cue.pattern.match(bare)))
            and (cue.kind is not Kind.DATELINE or dates_page(line))
        ):
            return cue.kind
    return None
