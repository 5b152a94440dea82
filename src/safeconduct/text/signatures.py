"""Which lines name the writer of a page, and what do notes on writers say?"""

from __future__ import annotations

import re

from safeconduct.text.dates import is_time
from safeconduct.text.wires import is_agency

CAPITAL = "[A-ZА-ЯІЇЄҐЁÀ-Þ]"
NAME = rf"{CAPITAL}[\w’'.-]*(?:\s+(?:{CAPITAL}[\w’'.-]*|de|van|von|bin|al)){{0,4}}"
FULL_NAME = rf"{CAPITAL}[\w’'.-]*(?:\s+(?:{CAPITAL}[\w’'.-]*|de|van|von|bin|al)){{1,4}}"
NAMES = rf"{NAME}(?:(?:\s*,\s*|\s+(?:and|&|та|і|и)\s+){NAME})*"
ROLE = (
    r"(?:(?:\w+\s+){0,3}(?:correspondent|reporter|editor|writer|journalist|columnist)"
    r"|(?:военный\s+|військовий\s+)?(?:історик|историк|политолог|політолог|юрист(?:ка)?|адвокат(?:ка)?|правозащитни[кц]а?|правозахисни[кц]я?|востоковед|сходознавець|публицист|публіцист|колумніст(?:ка)?|колумнист(?:ка)?)"
    r"|(?:\w+\s+){0,2}(?:кореспондент(?:ка)?|журналіст(?:ка)?|редактор(?:ка)?|оглядач(?:ка)?"
    r"|корреспондент|журналист(?:ка)?|редактор|обозреватель|соб\.?\s?кор|спец\.?\s?кор))(?:\s+\S+){0,4}"
)
WRITER = (
    r"[Bb]y|BY|[Ww]ritten\s+by|[Ss]tory\s+by|[Rr]eported\s+by|[Pp]osted\s+by"
    r"|(?:[Tt]ext|[Ww]ords)(?:\s+by|(?=\s*:))|[Aa]uthors?"
    r"|[Аа]втор(?:ка|и|ы)?|[Тт]екст(?=\s*:)|[Пп]ідготува(?:в|ла|ли)|[Пп]одготовил[аи]?"
)
DESK = (
    r"(?:(?:\w+\s+)?[Rr]eporting|[Ww]riting|[Ee]dit(?:ing|ed)|[Tt]ranslat(?:ion|ed)"
    r"|[Cc]ompiled)\s+by\s+" + CAPITAL
)
HANGUL_NAME = "[가-힣]{2,4}"
HANGUL_OUTLET = (
    r"(?:[가-힣A-Za-z]{0,10}(?:일보|신문|뉴스|방송|통신|타임[스즈]|저널|투데이|미디어|경제|매일|TV)"
    r"|[A-Z]{2,5})"
)
HANGUL_ROLE = (
    "(?:(?:선임|전문|수습|인턴|객원)\\s?)?"
    "(?:기자|특파원|통신원|논설위원|편집위원|칼럼니스트|앵커|리포터|PD|에디터)"
)
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"

BYLINE = re.compile(
    rf"(?:(?:{WRITER})(?:\s*[:：|]\s*|\s+)(?P<latin>{NAMES})"
    rf"(?:\s+(?:in|from|near)\s+(?:(?:the|western|eastern|northern|southern|central|north|south|east|west|occupied)\s+){{0,2}}{NAME})?(?:\s*[,|–—(-]\s*\S.{{0,60}})?"
    rf"|(?P<titled>{FULL_NAME})\s*,\s*(?:{ROLE}|(?:(?:спеціально\s+|специально\s+)?для|for)"
    rf"\s+\S.{{0,40}})"
    r"|(?:[Rr]едакція|[Рр]едакц[іи]я(?:\s+[«\"“][^»\"”]{2,40}[»\"”])?|STAFF\s+REPORT|(?:[Bb]y\s+)?(?:[Oo]ur\s+)?[Ss]taff\s+(?:report(?:er)?|writer|correspondent)s?"
    r"|편집부|(?:온라인|디지털)\s?뉴스\s?(?:팀|부))"
    rf"|(?:글|취재|정리|글·사진|사진·글)(?:\s*및\s*\S+?)?(?:\s*[=:·]\s*(?P<writer>{HANGUL_NAME})"
    rf"(?:\s*{HANGUL_ROLE})?|\s+(?P<titler>{HANGUL_NAME})\s*{HANGUL_ROLE})"
    r"|글\s+(?P<penned>[가-힣]{3})"
    rf"|[\[(【]?\s*(?:[가-힣A-Za-z0-9\s]{{1,20}}=\s*)?(?:[가-힣A-Za-z0-9]{{1,15}}[\])】]\s*)?"
    rf"(?:[/=]\s*|{HANGUL_OUTLET}\s+)?(?P<hangul>{HANGUL_NAME})\s*(?:\|\s*)?{HANGUL_ROLE}"
    rf"(?:\s*[,·/]\s*{HANGUL_NAME}\s*{HANGUL_ROLE})*\s*[\])】]?"
    rf"(?:\s*[=(|/]?\s*{MAIL}\)?)?(?:\s*(?:기자의?\s*)?(?:다른\s?)?(?:기사|글)\s?(?:더\s?)?보기)?"
    rf"|(?:앵커|리포터|(?:기자|특파원)\s*[:：=])\s*(?P<anchor>{HANGUL_NAME})"
    # A sign-off names the broadcaster; "저는 포로입니다" is a sentence.
    rf"|(?:[가-힣]{{1,10}}에서\s+)?{HANGUL_OUTLET}\s+(?:뉴스\s+)?(?P<closing>{HANGUL_NAME})입니다"
    rf"|(?:번역|편집|감수|영상|촬영)\s*[=:：]\s*[가-힣\s·,]{{2,30}}"
    rf"|(?:Перекла(?:ла|в)|Переве(?:ла|л)|Перев[её]л|Скороти(?:ла|в)|Сократил[аи]?)(?:\s+(?:і|и|та|й)\s+\w+)?(?:\s+(?:з|із|с)\s+[\w]+)?\s+{FULL_NAME}"
    rf"|{HANGUL_NAME}\s+[가-힣A-Za-z]{{1,12}}(?:대|대학교|대학원|연구원|연구소|센터|재단|학회|협회|법인)(?:\s[가-힣·]{{1,10}}){{0,3}}\s?(?:(?:명예|석좌|초빙|겸임)?교수|연구위원|연구원|소장|대표|변호사|이사장?|위원)"
    rf"|(?:[Пп]ереклад|[Пп]еревод|[Рр]едактор(?:ка)?)\s*[:：—–]\s*{NAMES}"
    rf"|\(?{DESK}[^.!?]{{1,200}}\)?|(?:[Ee]-?mail\s*:\s*)?{MAIL})\s*[.]?\s*$"
)
SIGNED = ("latin", "titled", "writer", "titler", "penned", "hangul", "anchor")
"""Groups of `BYLINE` that hold who wrote."""
BARE_NAME = re.compile(rf"(?P<name>{NAME})$")
PLACED_NAME = re.compile(rf"(?P<name>{FULL_NAME})\s*,\s*{NAME}$")
"""A writer and where the writer is: "Ann Lee, Kyiv"."""
BARE_ROLE = re.compile(
    rf"(?:{ROLE}|(?:власн|собственн|спеціальн|специальн)\w+\s+\S{{0,2}}ко\w*)$",
    re.IGNORECASE,
)
ITEMS = re.compile(r"\s*[|•·]\s*|\s+[–—]\s+")
BIO = re.compile(
    r"\b(?:journalist|reporter|correspondent|columnist|editor|freelance|writes\s+about"
    r"|covering|covers|contribut\w+|award\w*|degree\s+in|graduat\w+|based\s+in"
    r"|experience|journalism|author\s+of|(?:senior\s+|research\s+|visiting\s+)?fellow\s+at|(?:views|opinions)\s+expressed|teaches|lectures\s+(?:on|in|at)|follow\s+(?:him|her|them))\b"
    r"|журналіст|журналист|кореспондент|корреспондент|редактор|освіт|лауреат"
    r"|\b(?:translator|translates|photographer|lives\s+(?:and\s+works\s+)?in|writer|reports\s+(?:on|from)|has\s+reported)\b"
    r"|перекладач|перекладає|переводчи|переводит|сходозна|востоковед|історик|историк|письменни|писател"
    r"|\b(?:живе|жив[её]т|мешкає)\s+(?:у|в|во)\b|фотограф|блогер|дослідни|исследовател"
    r"|기자|특파원|편집장|전문\s?기자|졸업|취재|번역가|작가|거주",
    re.IGNORECASE,
)


def without_times(line: str) -> str:
    """Take from a line the times and agencies that stand beside a writer's name."""
    items = [item for item in ITEMS.split(line) if item]
    untimed = [item for item in items if not (is_time(item) or is_agency(item))]
    return untimed[0] if len(untimed) == 1 < len(items) else line


def author_of(line: str) -> str | None:
    """Read the writer from a byline; None where it names only who helped."""
    line = without_times(line)
    match = BYLINE.match(line)
    if match is None:
        bare = BARE_NAME.match(line) or PLACED_NAME.match(line)
        return bare["name"] if bare else None
    named = next((match[kind] for kind in SIGNED if match[kind]), None)
    return re.sub(rf"\s*,\s*{ROLE}$", "", named, flags=re.IGNORECASE) if named else None
