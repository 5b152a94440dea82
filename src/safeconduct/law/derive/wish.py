"""What does he want, was he heard properly, and has he confirmed it?

Sources: GC III Art 109(3), Art 118 as read with ENG-WISH, ENG-VOLRET, ENG-RECONFIRM.
"""

from safeconduct.law.derive.case import (
    UNNAMED,
    Case,
    Finding,
    all_found,
    any_found,
    not_found,
)
from safeconduct.law.facts import SAFEGUARDS

WISH = "wish.current"
# Beyond this many gaps an officer is told to look at the hearing as a whole.
MOST_GAPS = 3


def asks(case: Case) -> Finding:
    """Does he ask to go back there? A bare `return` means his only Power.

    With several Powers a bare `return` is a wish not yet understood.
    """
    wish, powers = case.word(WISH), case.states("status.powers")
    if wish is None:
        return Finding(None, (WISH,))
    verb, _, state = wish.partition(":")
    if verb != "return":
        return Finding(value=False, facts=(WISH,))
    if case.towards == UNNAMED:
        return case.no_such_place()
    if state:
        return Finding(state == case.towards, (WISH,))
    return Finding(powers == (case.towards,) or None, (WISH,))


def willing(case: Case) -> Finding:
    """Is he willing to be sent back there?

    Silence and indecision are not willingness, but no refusal either (GC III Art
    109(3)).
    """
    asked = asks(case)
    if asked.value is True:
        return asked
    wish = case.word(WISH)
    if wish is not None and (wish in {"refuses", "stay"} or wish.startswith("refuge")):
        return Finding(value=False, facts=(WISH,))
    return Finding(None, asked.facts if asked.value is None else (WISH,))


def willing_anywhere(case: Case) -> Finding:
    """Is he willing to be sent back to some Power on which he depends?"""
    powers = case.states("status.powers") or (UNNAMED,)
    return any_found([willing(Case(case.record, power)) for power in powers])


def freely(case: Case) -> Finding:
    """Is his return there freely chosen and tested (ENG-VOLRET)?

    False for whoever does not ask. For whoever asks, unknown until the safeguards are
    shown and never false, since a missing safeguard can still be supplied.
    """
    tested = case.truth("vol.return_valid")
    return all_found([asks(case), Finding(tested.value or None, tested.facts)])


def refuge_there(case: Case) -> Finding:
    """Does he want refuge there?"""
    wish = case.word(WISH)
    if wish is None:
        return Finding(None, (WISH,))
    verb, _, state = wish.partition(":")
    if verb == "refuge" and case.towards == UNNAMED:
        return case.no_such_place()
    return Finding(verb == "refuge" and state == case.towards, (WISH,))


def hearing_valid(case: Case) -> Finding:
    """Was the hearing valid: were all safeguards of ENG-WISH kept?"""
    stated = case.stated("hearing.valid")
    if stated is not None:
        return stated
    safeguards = [
        case.truth(name) if wanted else not_found(case.truth(name))
        for name, wanted in SAFEGUARDS.items()
    ]
    child = not_found(case.truth("person.is_minor"))
    adult = any_found([child, case.truth("person.guardian")])
    valid = all_found([*safeguards, case.truth("health.capacity"), adult])
    if valid.value is None and len(valid.facts) > MOST_GAPS:
        return Finding(None, ("hearing.valid",))
    return valid


def openly_free(case: Case) -> Finding:
    """Is his will against return openly and freely expressed (GCIII-118-KR)?"""
    stated = case.stated("wish.openly_free")
    if stated is not None:
        return stated
    wish = case.word(WISH)
    against = None
    if wish is not None:
        against = wish in {"refuses", "stay"} or wish.startswith("refuge:")
    return all_found([hearing_valid(case), Finding(against, (WISH,))])


def confirmed(case: Case) -> Finding:
    """Has he confirmed his wish? A no at the border undoes an earlier yes.

    A confirmation that nobody recorded is not done, which is known and no gap.
    """
    border, again = "wish.border_confirmed", "wish.reconfirmed"
    yes = [case.truth(name) for name in (border, again) if case.says(name)]
    if not yes:
        return Finding(value=False, facts=(again,))
    not_refused = [case.truth(border)] if case.says(border) else []
    if not_refused and not_refused[0].value is True:
        return not_refused[0]
    return all_found([*not_refused, any_found(yes)])
