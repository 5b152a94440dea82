"""How does a lawyer read the answer to a question, in each language?"""

from safeconduct.law import wording
from safeconduct.law.errors import FactError
from safeconduct.law.facts import FACTS
from safeconduct.law.kinds import OneOf, State, States, Wish, Wishes
from safeconduct.law.record import declaration, written


def answer(name: str, value: object, language: str) -> str:
    """Say the value of a fact in words.

    Args:
        name: The fact, plain or about States: `claim.status`, `risk.torture[KP]`.
        value: As a record holds it, or as JSON writes it.
        language: One of `wording.LANGUAGES`.
    """
    plain = written(value)
    if plain in ("T", "F", "U") or plain is None:
        return wording.term(f"truth.{plain or 'U'}", language)
    stem = name.partition("[")[0]
    match FACTS[stem].kind:
        case OneOf():
            return wording.term(f"value.{stem}={plain}", language)
        case Wish():
            return wish(str(plain), language)
        case Wishes() if isinstance(plain, list):
            return ", ".join(wish(str(one or "U"), language) for one in plain)
        case State() | States():
            states = plain if isinstance(plain, list) else [plain]
            return ", ".join(wording.state(str(one), language) for one in states)
        case _:
            return str(plain)


def wish(code: str, language: str) -> str:
    """Say a wish: `wants to return`, or `wants refuge: South Korea`."""
    verb, colon, towards = code.partition(":")
    if verb == "U":
        return wording.term("truth.U", language)
    said = wording.term(f"wish.{verb}", language)
    return f"{said}: {wording.state(towards, language)}" if colon else said


def question(name: str, language: str) -> str:
    """Put the question of a recorded fact, about the States in its brackets."""
    return wording.question(name, language)


def is_recorded(name: str) -> bool:
    """Whether a name is that of a fact somebody records, and of no outcome."""
    try:
        declaration(name)
    except FactError:
        return False
    return True
