"""How does a clerk write a name?"""

from benchmarks.registers import slips
from benchmarks.registers.clerks import Clerk
from benchmarks.registers.hangul import southern
from benchmarks.registers.names import Cyrillic, Korean, Name
from benchmarks.registers.slavic import feminine, latin, patronymic, ukrainian_letters

WHOLE, SURNAME, GIVEN = 0, 1, 2  # which parts are there
IN_SURNAME = range(3)  # of five sounds misheard in a Cyrillic name


def name(
    of: Name,
    clerk: Clerk,
    *,
    parts: int = WHOLE,
    turned: bool = False,
    passport: Clerk | None = None,
) -> str:
    """Write a name as the clerk does.

    Args:
        of: Whose name.
        clerk: Whose habits.
        parts: WHOLE, SURNAME or GIVEN alone.
        turned: Not in the clerk's usual order.
        passport: Whose spelling a Korean name is copied in, when it is in Latin.
    """
    if isinstance(of, Korean):
        return _korean(of, clerk, parts, passport, turned=turned)
    return _cyrillic(of, clerk, parts, turned=turned)


def father(of: Name, clerk: Clerk) -> str:
    """Write the father's name."""
    if isinstance(of, Korean):
        parts = WHOLE if clerk.father_whole or clerk.script == "hangul" else GIVEN
        return name(Korean(of.surname, of.father, ""), clerk, parts=parts)
    surname, given, _ = _forms(
        of._replace(given=of.father, given_uk=of.father_uk, woman=False), clerk
    )
    return _cased([surname, given] if clerk.father_whole else [given], clerk.case)


def misheard(of: Name, twist: int) -> Name:
    """Take one sound of the name for another, mostly in the given name."""
    twist, which = divmod(twist, 5)
    if isinstance(of, Korean):
        if which == 0:
            return of._replace(surname=slips.misheard(of.surname, twist))
        return of._replace(given=slips.misheard(of.given, twist))
    if which in IN_SURNAME:
        surname = slips.misheard_letter(of.surname, twist)
        surname_uk = slips.misheard_letter(of.surname_uk, twist)
        return of._replace(surname=surname, surname_uk=surname_uk)
    given = slips.misheard_letter(of.given, twist)
    return of._replace(given=given, given_uk=slips.misheard_letter(of.given_uk, twist))


def _korean(
    of: Korean, clerk: Clerk, parts: int, passport: Clerk | None, *, turned: bool
) -> str:
    surname, given = of.surname, of.given
    if clerk.southern and (clerk.script == "hangul" or clerk.source == "state"):
        surname, given = southern(surname), southern(given)
    if clerk.script == "hangul":
        return _hangul(surname, given, clerk, parts)
    speller = passport if passport and clerk.script == "latin" else clerk
    surname = speller.surname(surname) if parts != GIVEN else ""
    given = speller.given(given) if parts != SURNAME else ""
    words = [surname, given]
    if clerk.given_first != turned:
        words.reverse()
    return _cased([word for word in words if word], clerk.case, surname)


def _hangul(surname: str, given: str, clerk: Clerk, parts: int) -> str:
    if parts != WHOLE:
        return surname if parts == SURNAME else given
    return f"{surname} {given}" if clerk.apart else surname + given


def _cyrillic(of: Cyrillic, clerk: Clerk, parts: int, *, turned: bool) -> str:
    surname, given, middle = _forms(of, clerk)
    if parts != WHOLE:
        return _cased([surname if parts == SURNAME else given], clerk.case, surname)
    if clerk.patronymic == "initials":
        return _cased([surname, f"{given[0]}.", f"{middle[0]}."], clerk.case, surname)
    names = [given, middle] if clerk.patronymic == "full" else [given]
    is_given_first = clerk.given_first != turned
    words = [*names, surname] if is_given_first else [surname, *names]
    return _cased(words, clerk.case, surname)


def _forms(of: Cyrillic, clerk: Clerk) -> tuple[str, str, str]:
    """Give surname, given name and patronymic in small letters of the script."""
    script = clerk.script_for_others
    language = script if script != "latin" else clerk.base
    if language == "own":
        language = "ukrainian" if of.ukrainian else "russian"
    words = _in_ukrainian(of, clerk) if language == "ukrainian" else _in_russian(of)
    if script == "latin":
        surname, given, middle = (latin(word, clerk.way) for word in words)
        return surname, given, middle
    return words


def _in_russian(of: Cyrillic) -> tuple[str, str, str]:
    surname = feminine(of.surname) if of.woman else of.surname
    middle = patronymic(of.father, woman=of.woman, ukrainian=False)
    return surname, of.given, middle


def _in_ukrainian(of: Cyrillic, clerk: Clerk) -> tuple[str, str, str]:
    surname = feminine(of.surname_uk) if of.woman else of.surname_uk
    if of.ukrainian or clerk.equivalents:
        middle = patronymic(of.father_uk, woman=of.woman, ukrainian=True)
        return surname, of.given_uk, middle
    middle = patronymic(of.father, woman=of.woman, ukrainian=False)
    return surname, ukrainian_letters(of.given), ukrainian_letters(middle)


def _cased(words: list[str], case: str, surname: str = "") -> str:
    if case == "upper":
        return " ".join(words).upper()
    if case == "lower":
        return " ".join(words)
    if case == "family":
        return " ".join(w.upper() if w == surname else _titled(w) for w in words)
    return " ".join(_titled(word) for word in words)


def _titled(word: str) -> str:
    """Capitalise each word, but not what follows a hyphen: Chol-su, Пэк Чхоль Су."""
    if " " in word:
        return " ".join(part.capitalize() for part in word.split(" "))
    return word.capitalize()
