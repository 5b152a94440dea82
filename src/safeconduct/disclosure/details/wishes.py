"""Which clause tells what somebody wishes, asks for, fears or has not decided?

A wish is its whole clause: the verb of wishing with what is wished. Verbs that tell of
much else ("asked", "plans") count only with a goal of prisoners, such as home, asylum
or an exchange. Whose wish it is, `mentions` tells.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.detail import Detail, Field
from safeconduct.disclosure.prefilter import compiled

_GOAL = (
    r"(?:\b(?:sent\s+(?:back|home|to|straight)|send\s+(?:him|me)|defect\w*|asylum|refuge\b|refugee|return\w*|repatriat\w+|go(?:ing)?\s+(?:home|back|to|south)|went\s+back|liv(?:e|ing)|stay\w*|remain\w*|settl\w+|protection|resettle\w*|Seoul|South(?:ern)?\b|North\b|homeland|home\b|reunit\w+|famil\w+|mother|father|parents|wife|exchang\w+|swap\w*|released?|freedom|free\b|citizenship|front\b|hand\w*\s+(?:him|me)\s+over|future|options?|case\b|about\s+it\b)"
    r"|(?<!\w)(?:Коре\w+|притул\w+|убежищ\w+|додом\w+|домой|дому\b|дом\b|залиш\w+|лиш(?:ит|а)\w+|ост[аа]\w+|поверн\w+|поверт\w+|верн\w+|возвр\w+|жити|жить|Сеул\w*|Украин\w+|Україн\w+|переїх\w+|переех\w+|захист\w*|втек\w+|обмін\w*|обмен\w*|поменя\w*|біжен\w+|бежен\w+|родин\w+|сім['’ʼ]\w+|семь\w+|батьк\w+|родител\w+|Півдн[яюі]|Південн\w+\s+Коре\w+|Північ\b|Півн[оі]ч[іе]?\b|Юг[аеу]?\b|Север[аеу]?\b|батьківщин\w+|родин[уые]|отправ\w+|відправ\w+|переда(?:т|в|л)\w+|свобод\w*|громадянств\w*|гражданств\w*|фронт\w*|штурм\w*|статус\w*|Рос(?:ію|ії|ия|ию|ии))"
    r"|대한민국|한국|남한|남조선|서울|남쪽|북쪽|북으로|북한|북조선|고향|집[에으]|조국|제3국|유럽|우크라이나|러시아|망명|귀순|송환|귀환|난민|귀국|정착|잔류|교환|돌아가|돌아갈|남고|남기|남을|남겠|살[고게기겠]|가족|부모|어머니|보내)"
)
GOAL = re.compile(_GOAL, re.IGNORECASE)

_WHO = r"(?:\b(?:he|she|they|I|we|one|both|the\s+(?:man|other|soldier|prisoner|younger|older|second|first)(?:\s+(?:man|one|soldier|prisoner))?)\s+)?"
_AUX = r"(?:(?:has|had|have|was|were|is|are|am|also|now|still|not|never|does|did|do|don[’']t|doesn[’']t|didn[’']t|would|will|could|may|might|only|just|simply|already|reportedly|later|repeatedly|firmly|been|be|both|really|formally|publicly|even|yet|he[’']s|I[’']m|suggested|that|said)\s+(?:he\s+(?=was\s|is\s|has\s|had\s))?)*"
_TAIL = r"(?:(?!\s+(?:but|while|although|though|because|whereas|after\s+he|when\s+he)\b|\s+and\s+(?:has|had|is|was|were|he|she|they|his|her|said|says|told|asked|added|wrote|that|a|the|to\s+ask)\b)[^.,;:!?\"”»\n—–])*"
ENGLISH_WISH = compiled(
    rf"{_WHO}{_AUX}\b(?:(?P<sure>(?:express|voic|stat|declar|convey|indicat|announc|repeat|confirm|reaffirm)\w*\s+(?:[\w’'-]+\s+){{0,2}}?(?:wish\w*|desire|intention|hope|willingness|interest|preference|reluctance)"
    r"|(?:want|wants|hopes?|hoping|hoped|wish(?:es|ed)?\s+(?:to|for|he)|longs?\s+(?:to|for)|longing|yearn\w*|dreams?\s+(?:of|about)|dreaming\s+of|dreamt\s+of|would\s+(?:like|rather|prefer)|(?:his|her|my)\s+(?:only\s+|greatest\s+|one\s+)?(?:wish|desire|dream|hope|request|intention)\s+(?:is|was|to)|looking\s+forward)"
    r"|undecided|torn\s+between|in\s+two\s+minds|of\s+two\s+minds|(?:has|had|have)?\s?(?:not|n[’']t|yet\s+to)\s+(?:yet\s+)?(?:decided?|made?\s+up\s+(?:his|her|my)\s+mind|made?\s+(?:a|his|any)\s+(?:decision|choice|mind))|(?:unsure|uncertain|not\s+(?:sure|certain)|not\s+know|n[’']t\s+know)\s+(?:whether|if|where)|(?:can\s?not|can[’']t|could\s+not|unable\s+to)\s+decide|hesitat\w+|thinking\s+(?:it|things)\s+over|thinking\s+about\s+it|needs?\s+(?:more\s+)?time\s+to\s+(?:think|decide))"
    r"|(?P<near>wanted|(?<!when\s)ask(?:ed|s|ing)(?!\s+(?:about|whether|if|why|what|how|where|by))|request(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|seek(?:s|ing)?|sought|plead(?:s|ed|ing)?|begs?|begged|begging|consider(?:s|ed|ing)?|think(?:s|ing)?\s+(?:of|about)|weigh(?:s|ed|ing)?|intend(?:s|ed|ing)?|plan(?:s|ned|ning)|insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|declin(?:e|es|ed|ing)|prefers?|preferred|ready|willing|unwilling|reluctant|determined|afraid|fears?|feared|scared|terrified|dread(?:s|ed)?|opt(?:s|ed)\s+(?:for|to)|chose|choose|chosen|decided\s+(?:to|against|that)|vow(?:s|ed)?|(?:I|he)\s+will\s+(?:not|never)|won[’']t|let\s+me|(?:do\s+not|don[’']t)\s+send))\b"
    rf"(?P<tail>{_TAIL})",
    re.IGNORECASE,
)
_SLAVIC_TAIL = r"(?:(?!\s+(?:але|но|однак|однако|бо|тому\s+що|потому\s+что|хоча|хотя)(?!\w)|\s+(?:та|й|і|и|а)\s+(?:вже|уже|він|он|каже|говорит|сказа\w+|щотижня|каждый)(?!\w))[^.,;:!?\"”»\n—–])*"
_SLAVIC_REST = rf"{_SLAVIC_TAIL}(?:,\s+(?:щоб|чтобы|чтоб|чи|що|что|куди|куда|як|как|до|к|вернуться|возвращат\w+|поверт\w+|поїхат\w+|остат\w+|залиш\w+)(?!\w){_SLAVIC_TAIL})?"
_SLAVIC_WHO = r"(?:(?<!\w)(?:він|он|вона|она|вони|они|я|інший|другий|другой|второй|перший|первый|один|обидва|оба|солдат|полонений|пленный)\s+)?"
_SLAVIC_AUX = r"(?:(?:не(?!\s+(?:вирі|реш|зна|визнач|определ))|ще|ещё|еще|дуже|очень|також|также|теж|тоже|уже|вже|поки|пока|все|всё|досі|теперь|тепер|зараз|сейчас|лише|только|би|бы|б|і\s+далі)\s+)*"
SLAVIC_WISH = compiled(
    rf"{_SLAVIC_WHO}{_SLAVIC_AUX}(?<!\w)(?:(?P<sure>хоч[еуі]\w*|хотів|хотіла|хотіл\w+|хоті\w+\s+б\w*|хотел\s+бы|(?:бы|б)\s+хотел\w*|хотела\s+бы|хотелось|хотит|хотят|мрі[єяюї]\w*|мріяв|мечта\w+|прагн\w+|стрем\w+|сподіва\w+|надіє\w+|наде[ея][тюл]\w+|рв[её]тся|жд[её]т\s+обмен\w+|чека\w+\s+(?:на\s+)?обмін\w*|розмірков\w+|роздум\w+|обдум\w+|раздум\w+|размышля\w+|вага(?:[єю]\w+|вся|ння)|колебл\w+|сомнева\w+|не\s+вирішив\w*|не\s+виріш\w+|не\s+решил\w*|не\s+определил\w*|не\s+визнач\w+|не\s+зна[єе]\w*,?\s+(?:чи|куди|куда|хочет|вернется|вернётся|хоче)|не\s+знаю,?\s+(?:чи|куди|куда|что|що)|(?:вислов\w+|вырази\w+|выража\w+|озвучи\w+)\s+(?:\w+\s+)?(?:бажан\w+|намір\w*|желан\w+|намерен\w+|готовн\w+|надію|надежду)|ма[єв]\s+намір|намерен\w*|бажа[єюв]\w*|жела[еюл]\w*|его\s+(?:мечта|желание)|його\s+(?:мрія|бажання))"
    r"|(?P<near>прос[ияи][тв]\w*|прошу|попрос\w+|просил\w*|план\w+|збира\w+|собира\w+|розгляда\w+|рассматрива\w+|відмов\w+|отказ\w+|дума[єюе]\w*|подумыва\w+|вирішив\w*|вирішила|решил\w*|готов\w*|бо[їи]ться|бо[юї]с\w|боится|опаса\w+|побоюється|побоюю\w+|зверн\w+|обрати\w+|пода(?:в|л|ти|ть)\w*|вимага\w+|требу\w+|наполяга\w+|настаива\w+|блага\w+|умоля\w+|волі[єю]\w*|предпоч\w+|краще|лучше|написа\w+\s+(?:прохання|заяву|заявление|прошение|ходатайство)|(?:прохання|заява|заявление|прошение|ходатайство)|(?:верну|возвра|поверну|поверта)\w+(?:ся|сь)(?:\s+[\w-]+){0,4}?\s+не\s+(?:буд|хоч|хот|збира|собира|план|має|маю|наме)\w*|назад|не\s+поверн\w+|не\s+верн\w+|нізащо|ни\s+за\s+что|мо[яй]\s+мрія|моя\s+мечта))(?!\w)"
    rf"(?P<tail>{_SLAVIC_REST})",
    re.IGNORECASE,
)
KOREAN_SURE = r"고\s?싶\S*|고파\S*|싶지\s?않\S*|원한다\S*|원했\S*|원하[고며는지]\S*|희망(?:한|했|하|을|한다는)\S*|(?:의사|의향|뜻)(?:를|을|도|이|가)?\s?(?:\S+\s)?(?:밝|표|전|드러|내비|있)\S*|고민\s?(?:중|하|에)\S*|망설이\S*|(?:아직|여전히)\s(?:\S+\s){0,3}?(?:모르|결정|정하|결심|마음을?\s정|못\s?정)\S*(?:\s(?:못|않)\S*)?|결(?:심|정)하지\s?(?:못|않)\S*|정하지\s?(?:못|않)\S*|꿈(?:꾼|꾸|이라)\S*|바란다\S*|바라고\S*|소원\S*|저울질\S*|생각해\s?보겠\S*"
KOREAN_NEAR = r"(?:갈|살|남을|돌아갈|할)\s?(?:생각|계획|작정)\S*|겠(?:다|습|어|노|소)\S*|(?:해|보내|받아|살게\s?해|도와|남게\s?해)\s?(?:달라|주[십세시]|줘|다오)\S*(?:\s?요청\S*)?|달라고\S*|요청(?:했|한|하|서)\S*|신청(?:했|한다|할|하겠|하고)\S*|거부(?:했|한|하|의)\S*|거절(?:했|한|하)\S*|고려(?:하|중|\s?중)\S*|두렵\S*|두려\S*|무섭\S*|호소(?:했|한|하)\S*|고집(?:했|한|하)\S*|택(?:했|하겠)\S*"
KOREAN_WISH = compiled(rf"(?P<sure>{KOREAN_SURE})|(?P<near>(?:(?<=[가-힣])|(?<=\s)|^)(?:{KOREAN_NEAR}))")  # fmt: skip
KOREAN_START = re.compile(
    r"[.!?,“”\"‘’'…:;]\s*|(?<=[가-힣])(?:씨|상등병|병사|그|포로|장교|모|명)?(?<![으하])(?:은|는)\s|(?:씨|명|사람)[이가도]\s|그[가도]\s"
)
QUOTATIVE = re.compile(r"(?<=[가-힣])(?:이라고|이라며|라고|라며)$")
"""What only tells that it was said."""
CONDITION = re.compile(r"\b(?:if|those|anyone|who(?:ever)?\s+(?:do|does|did|want\w*))\s+(?:\w+\s+){0,2}$|\b(?:defectors)\b|(?<!\w)(?:якщо|если|тих,\s+хто|тех,\s+кто|кожен,\s+хто|каждый,\s+кто)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)  # fmt: skip
KOREAN_CONDITION = re.compile(
    r"(?:원할|희망할)\s?경우|(?:원하|희망하)면|의사가\s?확인되|본인\s?의사"
)
CODES = (
    ("undecided", r"consider|think|weigh|undecid|torn|mind|unsure|hesitat|not\s+(?:yet\s+)?decid|not\s+know|розмірк|роздум|обдум|раздум|размышл|розгляд|рассматр|думає|думает|вага|колебл|не\s+зна|не\s+визнач|не\s+опред|не\s+реш|не\s+виріш|고민|고려|망설|모르|생각\s?중|결[정심]\S*\s?(?:못|않)|정하지"),
    ("refuse", r"refus|declin|unwilling|not\s+want|n['’]t\s+want|not\s+wish|never\s+return|will\s+not|afraid|fear|відмов|отказ|боїться|боится|опаса|не\s+(?:хоч|хот|бажа|жела|поверн|верн)|거부|원하지\s?않|싶지\s?않"),
    ("return", r"return|repatriat|exchang|go(?:ing)?\s+(?:home|back)|home\b|обмін|обмен|додому|домой|поверн|верну|возвращ|송환|귀환|귀국|돌아가|돌아갈|고향|집에|북한으로|조국"),
    ("asylum", r"defect|asylum|refuge|South|Seoul|live|stay|remain|settle|protect|притул|убежищ|біжен|бежен|Коре|Сеул|залиш|лиши|оста|жити|жить|захист|망명|귀순|한국|남한|대한민국|난민|정착|살고|살기|살게|남고|남기|서울|잔류"),
)  # fmt: skip


OPENS = re.compile(r"[ ,]*(?:(?:that|said|suggested\s+that)\s+)?")
"""What leads to a wish and is no part of it."""


def wish_code(text: str) -> str | None:
    """Tell what a wish is for: asylum, return, refuse (to return), undecided."""
    return next(
        (code for code, words in CODES if re.search(words, text, re.IGNORECASE)), None
    )


def wishes(text: str) -> Iterator[Detail]:
    """Yield clauses that tell a wish of somebody, not those of a rule or condition."""
    for pattern in (ENGLISH_WISH, SLAVIC_WISH):
        for match in pattern.finditer(text):
            verb = match.start("sure") if match["sure"] else match.start("near")
            if match["near"] and not GOAL.search(match["near"] + match["tail"]):
                continue
            if not CONDITION.search(text, max(0, verb - 40), verb):
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
    return Detail(start, end, Field.WISH, wish_code(text[start:end]))


def _is_letter(sign: str) -> bool:
    """Whether a sign is a letter of a script in which words stand apart by spaces."""
    return sign.isalpha() and not "가" <= sign <= "힣"
