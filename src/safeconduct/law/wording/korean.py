"""How does a Korean clause change its ending, and a noun its particle?

Clauses are kept in the plain form, `위험이 있다`, `아동이다`, `요청한다`. A
condition joins them (`있고`, `있거나`), describes by them (`있는 경우에는`) or tells
of them (`있다는 것이`).
The endings are those of Korean grammar for the stems that occur in `predicates.toml`;
a test reads them all.
"""

import re

FIRST, LAST = "가", "힣"
FINALS = 28
NIEUN = 4
RIEUL = 8
SSANG_SIOT = 20

PARTICLES = re.compile(r"([은이을])\(([는가를])\)")


def final(syllable: str) -> int:
    """Return the number of the final consonant of a syllable; 0 is none."""
    if not FIRST <= syllable <= LAST:
        return 0
    return (ord(syllable) - ord(FIRST)) % FINALS


def fitted(text: str) -> str:
    """Choose each particle by the syllable before it: `국가은(는)` is `국가는`."""
    parts: list[str] = []
    end = 0
    for match in PARTICLES.finditer(text):
        parts.append(text[end : match.start()])
        before = [one for one in "".join(parts) if FIRST <= one <= LAST]
        closed = bool(before) and final(before[-1]) != 0
        parts.append(match.group(1) if closed else match.group(2))
        end = match.end()
    return "".join((*parts, text[end:]))


def stem(clause: str) -> str:
    """Return the clause without its plain ending: `요청한다` is `요청하`."""
    body = clause.removesuffix("다")
    if body.endswith("는"):
        return body[:-1]
    if final(body[-1:]) == NIEUN:
        return body[:-1] + chr(ord(body[-1]) - NIEUN)
    return body


def linked(clause: str) -> str:
    """Join by "and": `있고`."""
    return f"{stem(clause)}고"


def chosen(clause: str) -> str:
    """Join by "or": `있거나`."""
    return f"{stem(clause)}거나"


def told(clause: str) -> str:
    """Tell of it, before `는 것`: `있다`, but `아동이라` and `존재라`."""
    if not clause.endswith(("이다", "아니다")):
        return clause
    body = clause.removesuffix("다")
    if body.endswith("이") and final(body[-2:-1]) == 0:
        body = body[:-1]
    return f"{body}라"


def described(clause: str) -> str:
    """Describe by it, before a noun: `있는`, `아동인`, `요청하는`, `확인된`."""
    body = clause.removesuffix("다")
    for past, done in (("되었", "된"), ("하였", "한")):
        if body.endswith(past):
            return body.removesuffix(past) + done
    if body != stem(clause) or body.endswith(("있", "없")):
        return f"{stem(clause)}는"
    if final(body[-1:]) == 0:
        return body[:-1] + chr(ord(body[-1]) + NIEUN)
    return f"{body}은"


def doubted(clause: str) -> str:
    """Ask whether, before `알 수 없다`: `있는지`, `아동인지`, `확인되었는지`."""
    body = clause.removesuffix("다")
    past = final(body[-1:]) == SSANG_SIOT and not body.endswith("있")
    return f"{body}는지" if past else f"{described(clause)}지"
