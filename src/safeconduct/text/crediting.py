"""Which line gives the source of a whole text, and how does it call it?

"Translated from the Russian by M. Oren. Original: Severny Mayak", "За матеріалами
видання «Північний маяк»", "이 기사는 노바 바르타의 보도를 옮긴 것이다": such lines
are made of few words. A line is read part by part: in one of them every word before the
name must be one that credits use, and behind it nothing may stand but a place, a day or
a licence; the other parts may only say who translated. What has any other word is a
sentence of the article.
"""

from __future__ import annotations

import re

from safeconduct.months import MONTH
from safeconduct.text.dates import is_stamped
from safeconduct.text.inflected import title_of
from safeconduct.text.korean_credits import korean_sources
from safeconduct.text.wires import AGENCY

LONGEST = 250
"""Characters of a line of credits."""
DOMAIN = r"(?:https?://)?(?:www\.)?(?:[\w-]+\.)+[a-z]{2,12}(?:/\S*)?"
QUOTED = (
    r"«[^»]{2,60}»|“[^”]{2,60}”|„[^“”]{2,60}[“”]|\"[^\"]{2,60}\"|‘[^’]{2,60}’"
    r"|'[^']{2,60}'|『[^』]{2,60}』|「[^」]{2,60}」|<[^<>]{2,60}>"
)
TOKEN = re.compile(
    rf"(?P<quoted>{QUOTED})|(?P<domain>{DOMAIN})(?=[\s).,;]|$)"
    r"|(?P<word>[\w’'ʼ&/-]+)|(?P<mark>[:：=|—–-]+)|(?P<other>\S)"
)
PARTS = re.compile(
    r"\s+[/|·•]\s+|;\s+|(?<!\b\w)\.\s+(?=[^\W\d_a-zа-яіїєґё]|[«“\"(])"
    r"|[,(]\s*(?=(?i:оригинал|оригінал|источник|джерело|original|source|원문|출처)\b)"
)

# Words of which a lead is made.
_EN = (
    r"this|the|an?|it|its|is|was|were|has|have|been|article|stor(?:y|ies)|reports?"
    r"|reporting|piece|text|post|essay|interview|feature|investigation|dispatch"
    r"|version|materials?|content|publication|coverage|first|originally|initially"
    r"|previously|published|appeared|appears|ran|posted|in|on|at|by|of|from|with|under"
    r"|as|via|and|that|which|to|full|longer|shortened|abridged|edited|condensed"
    r"|adapted|excerpted|excerpt|translat(?:ed|ion)|summari[sz]ed|summary|rewritten"
    r"|retold|compiled|based|reported|told|provided|supplied|contributed|courtesy"
    r"|permission|kind|republished|reprinted|reproduced|reprint|syndicated|taken|drawn"
    r"|originals?|sources?|credits?|newspaper|magazine|site|website|portal|outlet"
    r"|agency|weekly|daily|journal|broadcaster|monthly|paper|read|files|inputs?"
    r"|additional|cit(?:ed|ing)|quot(?:ed|ing)|according|our|a|free|partial|link|url"
    r"|page|media|news|information|language|south|north|uses|using|used|includes?"
    r"|contains?"
)
_SLAVIC = (
    r"по|за|на|у|в|во|з|із|зі|с|со|из|о|об|про|це|этом|та|и|і|й|матер[иі]ал\w{0,3}"
    r"|подготов\w+|підготов\w+|основ[еіу]|мотив(?:ам|ами)|публ[иі]кац\w+"
    r"|стат(?:ь|т|ей)\w{0,3}|репортаж\w{0,3}|текст\w{0,3}|заметк\w+|замітк\w+"
    r"|розслідуванн\w+|расследовани\w+|новин\w{0,3}|новост\w{0,3}"
    r"|перев(?:од|ед[её]н)\w{0,3}|переклад\w{0,4}|переказ\w{0,4}|пересказ\w{0,3}"
    r"|скорочен\w+|сокращ[её]нн?\w*|сокращени\w+|вільн\w+|вольн\w+|авторськ\w+"
    r"|авторск\w+|краткий|стислий|частичн\w+|частков\w+|впервые|[ву]перше|раніше|ранее"
    r"|опубл[иі]кован\w*|вышла?|вийшл\w+|вийшов|взят\w?|надан\w+|предоставлен\w+"
    r"|был[аои]?|бул[аои]|був|печата[ею]тся|друкується|публику[ею]тся|публікується"
    r"|перепечатан\w*|передрукован\w*|перепечатка|передрук|разрешени\w+|дозвол\w+"
    r"|ориг[иі]нал\w{0,3}|(?:перво)?источник\w{0,3}|(?:першо)?джерел\w{0,3}"
    r"|інформаці\w+|информаци\w+|данным|даними|сообщени\w+|повідомленн\w+|цит|цитир\w+"
    r"|цитується|цитата|ссылк\w+|посиланн\w+|читайте|читать|читати|полн\w+|повн\w+"
    r"|верс[иі]\w+|этот|эта|это|цей|ця|фото|редакц\w+|редакцією|переда[ёе]т|пишет|пише"
    r"|использован\w{0,3}|використан\w{0,3}|прессы|преси|зм[іi]|сми|зарубіжн\w+|зарубежн\w+|иностранн\w+|іноземн\w+"
)
PRESS = (
    r"(?:интернет-|інтернет-)?(?:"
    r"издани\w+|видан\w+|газет\w*|журнал\w{0,3}|портал\w{0,3}|агент?ств\w+"
    r"|телеканал\w{0,3}|тижневик\w{0,3}|еженедельник\w{0,3}|щоденник\w{0,3}"
    r"|ресурс\w{0,3}|радіо\w*|радио\w*|проект\w{0,3}|проєкт\w{0,3}|організаці\w+"
    r"|организаци\w+|каналу?|медіа|медиа|бюлетен\w+|бюллетен\w+"
    r")"
)
SITE = r"(?:веб-?)?сайт\w{0,3}|странице|сторінці"
ADJECTIVE = (
    r"(?:\w+-)?\w{3,}(?:[сц]к|[зсц]ьк)(?:ий|ого|ому|ой|ої|ою|ом|им|ая|а|ое|е|ої|их)"
    r"|онлайн-\w+|правозащитн\w+|правозахисн\w+|місцев\w+|местн\w+"
)
LANGUAGE = (
    r"Ukrainian|Russian|Korean|English|German|Polish|Lithuanian|French|American|British"
)
WORDS = re.compile(
    rf"(?:{_EN}|{_SLAVIC}|{PRESS}|{SITE}|{ADJECTIVE}|{LANGUAGE})", re.IGNORECASE
)
APPOSED = re.compile(PRESS, re.IGNORECASE)
FOREIGN = re.compile(LANGUAGE)

# What a lead must hold, so that it credits; in the words above and nothing else.
STRONG = re.compile(
    r"\btranslat(?:ed|ion)\b.*\b(?:from|of)\b"
    r"|\b(?:version|summary|excerpt|reprint)\s+(?:of|from)\b"
    r"|\b(?:"
    r"adapted|abridged|condensed|excerpted|summari[sz]ed"
    r"|compiled|rewritten|retold|taken|drawn"
    r")\b.*\b(?:from|of)\b"
    r"|\b(?:republished|reprinted|reproduced|syndicated)\b.*\b"
    r"(?:from|of|by|courtesy)\b"
    r"|\bcourtesy\s+of\b"
    r"|\b(?:originally|first|initially|previously)\s+"
    r"(?:published|appeared|ran|reported|posted)\b"
    r"|\bbased\b.*\b(?:on|upon)\b.*\b(?:"
    r"reports?|reporting|article|story|materials?|publication"
    r"|text|coverage|investigation"
    r")\b"
    r"|\bsources?\b|\boriginals?\b|\bvia\b|\bcredits?\b"
    r"|\b(?:content|material|text|story|article)\s+(?:is\s+|was\s+)?"
    r"(?:provided|supplied)\s+by\b"
    r"|\bas\s+(?:first\s+)?(?:reported|published|told)\s+(?:by|in|on)\b"
    r"|\bpermission\s+(?:of|from)\b|\b(?:files|inputs?|materials?|reporting|information)\s+from\b"
    r"|\baccording\s+to\b"
    r"|(?:^|\s)(?:по|за)\s+(?:\S+\s+)?матер[иі]ал"
    r"|основ[еіу]\s.*(?:публ|стат|матер|репорт|текст|интерв|інтерв|расслед|розслід)"
    r"|мотив(?:ам|ами)"
    r"|(?:^|\s)(?:за|по)\s+(?:публ[иі]кац|стат|інформац|информац|тексту|текстом)"
    r"|(?:использован|використан)\w*\s.*(?:матер|сообщ|повідом|информ|інформ|публ)"
    r"|перев(?:од|ед)|переклад|переказ|пересказ|перепечат|передрук|[иі]нал|источник"
    r"|джерел|разрешени|дозвол|печатается|друкується"
    r"|(?:впервые|перше|раніше|ранее)\s.*(?:опубл|выш|вий)|печата[ею]тся|друкується"
    r"|цит(?:\b|ир|ується)|ссылк|посилан"
    r"|(?:материал|матеріал|текст|стат\w+)\s.*(?:надан|предоставлен|взят|опубл)",
    re.IGNORECASE,
)
ONWARD = re.compile(r"(?:перев\w+|перекл\w+)\s+на$", re.IGNORECASE)
"""Into a language, or across: no source."""
REPORTED = re.compile(
    r"(?:^|\s)(?:за|по)\s+(?:даним|данным|повідом|сообщени)", re.IGNORECASE
)
"""What ministries are cited by as well, so that the name must be in quotation marks."""
HANDED = re.compile(
    r"\b(?:translat(?:ed|ion)|adapted|edited|compiled|rewritten|retold)\b"
    r"(?!.*\b(?:of|article|story|reports?|piece)\b).*\bby$",
    re.IGNORECASE,
)
"""What stands before the name of a translator, which is no source."""
NAMED_HAND = re.compile(
    r"(?:"
    r"translat(?:ion|ed|or)"
    r"|переклад\w*|перев(?:од|едено|одчик|одчица)|пересказ|переказ"
    r"|(?:переклад|перевод)\s+(?:і|и|та)\s+(?:переказ|пересказ)"
    r")(?:\s+(?:from\s+(?:the\s+)?|с|з|із)\s*\w+)?$",
    re.IGNORECASE,
)
"""A label after which a capital name is the translator's; an outlet's is quoted."""
GENITIVE = re.compile(
    r"(?:"
    r"матер[иі]ал\w*|публ[иі]кац\w+|стат\w+|репортаж\w*|текст\w*|даним?и?|данным"
    r"|інформац\w+|информац\w+|перевод|переклад\w*|пересказ|переказ|из|з|із|зі|сайт\w*"
    r"|разрешени\w+|дозвол\w+|редакц\w+|по|за|мотив\w+"
    r")$",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"\s*(?:"
    r",?\s*(?:(?:та|і|й|и|and)\s+)?(?:(?:власн|собственн)\w+\s+(?:інф|инф|кор)[\w.]*|own\s+(?:reporting|information|sources?))|"
    r"\([^()]{2,60}\)"
    r"|,\s*(?:(?:of|from|від|от|за)\s+)?"
    r"(?:(?-i:[^\W\d_a-zа-яіїєґё])[\w’'-]*|\d[\d.]*)(?:\s+[\w.]+){0,3}"
    rf"|\s(?:on|від|от|за|of)\s+(?:\d|{MONTH})[\w\s,.]{{0,20}}"
    r"|,?\s+and\s+(?:is|was|has|have)\s.{3,60}"
    r"|,?\s+with\s+(?:the\s+)?(?:kind\s+)?permission.{0,40}|\s+under\s+an?\s.{3,50}"
    r"|\s+by\s+(?:the|our|an?)?\s*[^.]{2,40}"
    r"|\s+in\s+(?:Ukrainian|Russian|Korean|English|\d{4})\b.{0,12}"
    r"|,?\s+(?:translat|перекл|перев)\w+.{0,40}"
    r"|,?\s+(?:с|з|із|по|за)\s+(?:сокращ|скороч|дозвол|разреш)\w+"
    r")*\s*[.)\]]*",
    re.IGNORECASE,
)
NEUTRAL = re.compile(
    r"(?:(?:shortened|abridged|free|full|partial)\s+)?(?:"
    r"translat(?:ed|ion|or)|edited|text|photos?|read\s+the|licen[cs]e|all\s+rights"
    r"|posted|published|updated"
    r")\b.*"
    r"|(?:(?:сокращ|скороч|вільн|вольн|авторськ|авторск)\S+\s+)?(?:"
    r"перев(?:од|ед[её]н|[её]л)|перекла|пересказ|переказ|підготу|подготов|редактор"
    r"|текст|фото|(?:с|з|із)\s+(?:сокращ|скороч|дозвол|разреш|коре|англ|укра|рус|рос)"
    r")\S*.*"
    r"|(?:(?:우리말\s?)?(?:번역|옮긴이|옮김|정리|편집|글|요약|사진|원제|제목)).*",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"[^\W\d_a-zа-яіїєґё가-힣]")
SMALL = frozenset({"of", "the", "and", "for", "de", "la", "та", "і", "и", "на"})


def sources_of(line: str) -> tuple[str, ...]:
    """Name the sources that a line of credits gives; none where it is no such line."""
    if len(line) > LONGEST or not _may_credit(line) or PERMITS.match(line):
        return ()
    text = _unwrapped(line)
    if not text:
        return ()
    if korean := tuple(korean_sources(text, line.strip())):
        return korean
    found: list[str] = []
    parts = [text.replace(";", ",")] if PLURAL.match(text) else PARTS.split(text)
    for part in parts:
        named = _part(part.strip(" ."))
        neutral = NEUTRAL.fullmatch(part.strip()) or is_stamped(part)
        if not (named or neutral):
            return ()
        found.extend(named)
    return tuple(dict.fromkeys(found))


# "Reprints allowed with a link to us": what others may do, and no source.
PERMITS = re.compile(
    r"\W*(?:перепечатка|передрук|копіювання|копирование|використання|использование|цитування|цитирование|републікація|републикация|republication|reproduction|reprint(?:ing|s)?|republishing)\s"
    r"(?:[^.]{0,40}\s)?(?:дозвол|разреш|можлив|возмож|допуска|допуст|лише|тільки|только|за\s+умов|при\s+услов|allowed|permitted|only|прив[іе]та|без\s)",
    re.IGNORECASE,
)
PLURAL = re.compile(r"(?:sources|источники|джерела)\s*[:：]", re.IGNORECASE)
CUE = re.compile(
    r"translat|version|publish"
    r"|печата|данн?ым|даними|повідомл|сообщени"
    r"|adapted|abridged|condensed|excerpt|summar|compiled|rewritten|retold"
    r"|taken\sfrom|drawn\sfrom|re?published|reprint|reproduced|courtesy"
    r"|appeared|based|source|original|via\b|credit|provided|supplied"
    r"|reported|permission|from|citing|quoting|according"
    r"|матер[иі]ал|основ[еіу]|мотив|публ[иі]к|перев[оеё]д|переклад|переказ"
    r"|пересказ|перепечат|передрук|ориг[иі]нал|источник|джерел|разрешени"
    r"|дозвол|[цЦ]ит|ссылк|посилан|інформаці|информаци|тексту|текстом"
    r"|출처|원문|자료|제공|번역|옮[기긴김겼]|전재|인용|발췌|제휴|토대|바탕"
    r"|참고|요약|재구성",
    re.IGNORECASE,
)


def _may_credit(text: str) -> bool:
    return CUE.search(text) is not None


# "Source for item 2: Harbour Post": a digest credits its pieces one by one.
OF_ITEM = re.compile(
    r"^(?P<label>sources?|джерел[оа]|источники?)\s+(?:for|of|to|к|до|для)\s+(?:the\s+)?(?:\w+\s+)?"
    r"(?:items?|stor(?:y|ies)|parts?|sections?|notes?|points?|пункт\w*|новин\w*|новост\w*|замет\w+|заміт\w+|частин\w*|част\w*)"
    r"(?:\s+(?:no\.?\s*|№\s*)?[\d,\s]*(?:(?:and|та|и|і)\s+\d+)?)?(?=\s*[:：])"
    r"|^(?:제?\s?\d+(?:번째?|항)?\s?(?:기사|항목|소식)?(?:의)?\s)(?P<korean>(?:출처|원문)(?=\s*[:：]))",
    re.IGNORECASE,
)


def _label(found: re.Match[str]) -> str:
    return found["label"] or found["korean"]


def _unwrapped(line: str) -> str:
    """Take bullets and brackets off a line that stands in them."""
    text = OF_ITEM.sub(_label, line.strip("※*·•-—– \t"))
    for opening, closing in (("(", ")"), ("[", "]"), ("<", ">"), ("【", "】")):
        if text.startswith(opening) and text.endswith(closing):
            return text[1:-1].strip()
    return text


def _part(part: str) -> list[str]:
    """Read the names of one part; none where a word stands before that credits lack."""
    tokens = list(TOKEN.finditer(part))
    lead: list[str] = []
    for at, token in enumerate(tokens):
        if token.lastgroup == "mark":
            lead.append(":")
        elif _is_name(tokens, at):
            said = " ".join(lead).rstrip(": ")
            if ONWARD.search(said):
                return []
            if HANDED.search(said) or (
                token.lastgroup == "word"
                and NAMED_HAND.search(said)
                and (lead[-1:] == [":"] or not token[0].isascii())
            ):
                return _behind(part, tokens, at)
            told = token.lastgroup != "word" and REPORTED.search(said)
            return _named(part, tokens, at, lead) if told or STRONG.search(said) else []
        elif token.lastgroup == "word" and WORDS.fullmatch(token[0]):
            lead.append(token[0])
        elif token[0] not in ",.":
            return []
    return []


def _behind(part: str, tokens: list[re.Match[str]], at: int) -> list[str]:
    """Read the source behind a translator's name: "by Mila Oren from Severny Mayak"."""
    for number in range(at + 1, len(tokens) - 1):
        if tokens[number][0] == "from":
            return _part(f"translated from {part[tokens[number].end() :].strip()}")
    return []


def _is_name(tokens: list[re.Match[str]], at: int) -> bool:
    token = tokens[at]
    if token.lastgroup in {"quoted", "domain"}:
        return True
    if token.lastgroup != "word":
        return False
    word = token[0]
    if re.match("[가-힣]", word):
        return True
    if not CAPITAL.match(word):
        return False
    follows = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    goes_on = bool(CAPITAL.match(follows)) and not WORDS.fullmatch(follows)
    if FOREIGN.fullmatch(word) or word == "The":
        return at > 0 and goes_on
    # The first word of a part is written large whatever it is.
    known = WORDS.fullmatch(word) is not None
    return not known or (
        at > 0
        and goes_on
        and tokens[at - 1].lastgroup != "mark"
        and word.istitle()
        and not word.islower()
        and _in_latin(word)
    )


def _in_latin(word: str) -> bool:
    return word.isascii()


def _named(
    part: str, tokens: list[re.Match[str]], at: int, lead: list[str]
) -> list[str]:
    """Cut the name from its place on, and see that nothing follows but a tail."""
    token = tokens[at]
    end = token.end()
    if token.lastgroup == "domain":
        names = [token[0]]
    elif token.lastgroup == "quoted":
        names = [_based(token[0][1:-1].strip(), lead)]
        while more := re.compile(rf"\s*(?:,|та|и|і|and)\s*(?P<more>{QUOTED})").match(
            part, end
        ):
            names.append(_based(more["more"][1:-1].strip(), lead))
            end = more.end()
    elif lead[-1:] == [":"] and (free := FREE.match(part, token.start())):
        names, end = [free[0]], free.end()
        while lead[-2:-1] in SEVERAL and (more := NEXT.match(part, end)):
            names.append(more["more"])
            end = more.end()
    else:
        end = _end_of_name(part, tokens, at)
        names = [_based(part[token.start() : end], lead)]
    if agencies := AGENCIES.match(part, token.start()):
        names, end = AND.split(agencies[0]), agencies.end()
    if kept := ORIGINAL.match(part, end):
        names[-1] = f"{names[-1]}{kept[0].rstrip()}"
        end = kept.end()
    return names if TAIL.fullmatch(part, end) else []


FREE = re.compile(r"[^\s,.;:()«»“”\"]+(?:\s[^\s,.;:()«»“”\"]+){0,4}(?=\s*(?:[,(.]|$))")
"""What stands behind a label whole, whether its words are capital or not."""
SEVERAL = (
    [r"sources"],
    [r"Sources"],
    [r"источники"],
    [r"Источники"],
    [r"джерела"],
    [r"Джерела"],
)
NEXT = re.compile(rf"\s*,\s*(?P<more>{FREE.pattern})")
AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|та|и|і)\s+")
AGENCIES = re.compile(
    rf"{AGENCY}(?:(?:{AND.pattern}){AGENCY})*(?![\w-])",
    re.IGNORECASE,
)
ORIGINAL = re.compile(
    r"\s?\((?!https?)(?=[^()]*[가-힣]|[\w-]+(?:\.[\w-]+)+\))[^()]{2,40}\)"
)
"""The name once more in its own script, or its address: they say best who is meant."""


def _end_of_name(part: str, tokens: list[re.Match[str]], at: int) -> int:
    """Find where a run of capital words ends; small words within it belong to it."""
    end = tokens[at].end()
    for number in range(at + 1, len(tokens)):
        token = tokens[number]
        word = token[0]
        capital = token.lastgroup == "word" and (
            CAPITAL.match(word) or re.match(r"[가-힣\d]", word)
        )
        follows = tokens[number + 1][0] if number + 1 < len(tokens) else ""
        within = word in SMALL and bool(CAPITAL.match(follows))
        if not (capital or within) or part[end : token.start()].strip():
            break
        end = token.end()
    return end


def _based(name: str, lead: list[str]) -> str:
    """Give a name that the lead governs as it is called: «Північного маяка»."""
    governs = bool(lead) and lead[-1] != ":" and not APPOSED.fullmatch(lead[-1])
    governs = governs and GENITIVE.search(lead[-1]) is not None
    if governs or "айт" in "".join(lead[-1:]):
        said = " ".join(lead)
        return title_of(name, ukrainian=UKRAINIAN.search(said) is not None)
    return name


UKRAINIAN = re.compile(
    r"[іїєґ]|(?:^|\s)за\s|даними|переклад|джерел|видан", re.IGNORECASE
)
