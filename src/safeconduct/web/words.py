"""The words officers read for what the domain keeps in codes."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from safeconduct.law import OPTIONS, wording
from safeconduct.law.when import written
from safeconduct.names import Reason
from safeconduct.names.wording import sentence

OPTION_NAMES = {
    "R1": _("Return during hostilities"),
    "R2": _("Return after hostilities"),
    "X": _("Exchange with the adverse Power"),
    "T": _("Transfer to a receiving State"),
    "A": _("Refuge in the detaining State"),
    "I": _("Continued internment"),
    "P": _("Publication of material about him"),
    "N": _("Notification to the Power of origin"),
}
OPTION_LETTERS = tuple(act.option for act in OPTIONS)
_WISHES = {
    "never_asked": _("nobody has asked him"),
    "undecided": _("undecided"),
    "refuses": _("refuses to return"),
    "stay": _("wants to stay here"),
    "return": _("wants to return"),
}
_EXACT = {
    "day": _("the day is known"),
    "month": _("only month and year are known"),
    "year": _("only the year is known"),
    "age_at": _("counted from an age"),
    "lunar": _("a day of the lunar calendar"),
}
LANGUAGES = [
    ("ko", _("Korean")),
    ("ru", _("Russian")),
    ("uk", _("Ukrainian")),
    ("en", _("English")),
    ("zh", _("Chinese")),
    ("vi", _("Vietnamese")),
    ("ne", _("Nepali")),
    ("es", _("Spanish")),
    ("uz", _("Uzbek")),
    ("tg", _("Tajik")),
]
# The language in which a browser sets and a screen reader says a name.
LANGUAGE_OF_SCRIPT = {"Hang": "ko", "Hani": "zh", "Cyrl": "ru"}
# What a figure of a report counts (`text.roles.Role`).
FIGURES = {
    "troops_sent": _("troops sent"),
    "troops_sent_additional": _("troops sent in addition"),
    "casualties": _("killed or wounded"),
    "killed": _("killed"),
    "wounded": _("wounded"),
    "captured": _("captured"),
    "missing": _("missing"),
    "surrendered": _("surrendered"),
    "exchanged": _("exchanged"),
    "returned": _("returned"),
    "persons_wishing_rok": _("persons who wish to go to South Korea"),
    "persons_wishing": _("persons with a wish"),
    "persons_wishing_return": _("persons who wish to return"),
    "persons_refusing_return": _("persons who refuse to return"),
    "persons_undecided": _("persons who are undecided"),
    "casualty_share": _("share of killed or wounded"),
    "killed_share": _("share of killed"),
    "wounded_share": _("share of wounded"),
    "captured_share": _("share of captured"),
    "arms_sent": _("arms sent"),
    "arms_sales": _("sales of arms"),
    "pay": _("pay"),
    "years_of_service": _("years of service"),
    "age": _("age"),
    "other": _("something else"),
}
_TRUTHS = {"T": _("yes"), "F": _("no"), "U": _("unknown")}
MODES = {
    "must_not": _("Forbids it"),
    "not_until": _("Holds it until a step is taken"),
    "must": _("Requires it"),
    "may": _("Allows it"),
}
MARKS = {
    "[T]": _("Read in the text of the source"),
    "[C]": _("Read in a commentary"),
    "[S]": _("Read in a second-hand source"),
    "[M]": _("To be verified by counsel"),
    "[I]": _("Our own inference, not a quotation"),
}
_ACTS = {
    "register.registered": _("Registered"),
    "register.identity_claimed": _("Put one more identity claim beside the others"),
    "register.facts_stated": _("Stated facts"),
    "register.common_facts_stated": _("Stated facts of the whole house"),
    "register.moved": _("Recorded a move to another camp"),
    "vault.opened": _("Opened the identity vault"),
    "vault.compared": _("Opened this record beside another, for matching"),
    "vault.read_for_matching": _("Read all records in order to find pairs"),
    "matching.proposed": _("Proposed that another record is the same person's"),
    "matching.proposed_again": _("Proposed a pair again, since something was claimed"),
    "matching.answered": _("Answered whether two records are one person's"),
    "matching.merged": _("Joined this record with another of the same person"),
    "matching.undoing_asked": _("Asked, as first officer, to part two records"),
    "matching.undone": _("Parted two records, as second officer"),
    "vault.search_opened": _("Opened a search by name"),
    "journal.opened": _("Opened fields of an entry for somebody outside"),
    "hearing.recorded": _("Recorded a hearing"),
    "hearing.reconfirmed": _("Asked him once more"),
    "claim.lodged": _("Registered a claim to protection"),
    "claim.decided": _("Decided a claim to protection"),
    "risk.found": _("Stated findings with their evidence"),
    "determination.made": _("Determined his options"),
    "determination.reviewed": _("Reviewed the determination as second officer"),
    "referral.offered": _("Offered him to a receiving State"),
    "referral.asked": _("The receiving State asked a question"),
    "referral.answered": _("Answered the receiving State"),
    "referral.accepted": _("The receiving State accepted him"),
    "referral.declined": _("The receiving State declined"),
    "override.closed": _("Closed a way out"),
    "override.proposed": _("Proposed to open a way out, as first officer"),
    "override.opened": _("Opened a way out, as second officer"),
    "override.endorsed": _("Decided a contested answer, as senior officer"),
    "override.refused": _("An opening was refused"),
    "erasure.requested": _("Asked, as first officer, that he be erased"),
    "erasure.done": _("Erased a person, as second officer"),
    "keys.backed_up": _("Took a backup of the keys"),
    "keys.restored": _("Restored keys from a backup"),
    "receipt.printed": _("Printed his receipt"),
    "departure.list_opened": _("Opened a departure list"),
    "departure.listed": _("Put him on a departure list"),
    "departure.approved": _("Approved the departure as second officer"),
    "departure.handed_over": _("Signed that he has crossed"),
    "departure.received": _("The receiving State signed that he has arrived"),
    "departure.stopped": _("Took him off the list"),
    "departure.refused": _("A departure was refused"),
    "report.imported": _("Took in a report"),
    "report.quoted": _("Marked a passage of a report"),
    "report.compared": _("Compared the reports with each other"),
    "report.decided": _("Decided what was found in a report"),
    "report.examples_exported": _("Handed out corrections as examples"),
    "publication.desk_opened": _("Had drafts checked for what they give away"),
    "publication.asked": _("Asked to publish a text"),
    "publication.allowed": _("Allowed a text to be published"),
    "publication.refused": _("Refused a text"),
    "publication.figures_made": _("Made the statistics of a month"),
    "exposure.scanned": _("Searched a report for those in our care"),
    "exposure.sighted": _("A report may give him away"),
    "exposure.looked": _("Read what a report says of him"),
    "exposure.confirmed": _("Confirmed that a report gives him away"),
    "exposure.refused": _("Said that a report does not give him away"),
    "exposure.reported": _("Reported a publication that gives him away"),
    "exposure.takedown_asked": _("Wrote to a publisher to take it down"),
    "exposure.takedown_answered": _("Recorded what a publisher answered"),
    "exposure.family_warned": _("Recorded a warning to his family, or why not"),
    "exposure.closed": _("Closed an incident of exposure"),
    "staff.house_founded": _("Founded the house"),
    "staff.authority_added": _("Added an authority"),
    "staff.officer_enrolled": _("Enrolled an officer"),
    "staff.role_given": _("Gave a role to an officer"),
    "staff.role_ended": _("Ended a role of an officer"),
    "staff.token_issued": _("Issued a key for programs"),
}
_TRIED = {
    "list": _("when he was to be put on a list"),
    "approve": _("when it was to be approved"),
    "hand_over": _("at the hand-over"),
}


def state(code: str) -> str:
    """Name a State; its code stays beside the name."""
    if code == "?":
        return gettext("a State nobody has named yet")
    if code in {"", "-"}:
        return ""
    name = wording.state(code, language())
    return f"{name} ({code})" if name != code else code


def way(option: str, towards: str) -> str:
    """Name a way out: what happens, and towards which State."""
    return f"{OPTION_NAMES.get(option, option)}: {state(towards)}"


def wish(code: str) -> str:
    """Say a wish in words."""
    verb, _colon, towards = code.partition(":")
    if towards and verb == "return":
        return gettext("wants to return to %(state)s") % {"state": state(towards)}
    if towards:
        return gettext("asks for refuge in %(state)s") % {"state": state(towards)}
    return str(_WISHES.get(code, code))


def answer(fact: str, raw: Any) -> str:
    """Say the value of a fact, in the law's own words where it has some for it."""
    plain, _, _ = fact.partition("[")  # without the States it is asked for
    try:
        return wording.term(f"value.{plain}={raw}", language())
    except wording.NoWording:
        return value(raw)


def value(raw: Any) -> str:
    """Say a value in words."""
    match raw:
        case None:
            return gettext("unknown")
        case bool():
            return str(_TRUTHS["T" if raw else "F"])
        case str():
            return str(_TRUTHS.get(raw) or _word(raw))
        case list() | tuple():
            return ", ".join(value(part) for part in raw)
        case dict():
            return "; ".join(f"{gettext(name)} {value(raw[name])}" for name in raw)
        case _:
            return str(raw)


def exact(precision: str) -> str:
    """Say how exactly a day of birth is known."""
    return str(_EXACT.get(precision, precision))


def moment(when: date) -> str:
    """Write a day, or a moment in the time zone of the house."""
    if isinstance(when, datetime):
        return formats.date_format(timezone.localtime(when), "Y-m-d H:i")
    return formats.date_format(when, "Y-m-d")


def _word(raw: str) -> str:
    when = written(raw)
    if when is not None:
        return moment(when)
    if raw in _WISHES or raw.startswith(("return:", "refuge:")):
        return wish(raw)
    if len(raw) == 2 and raw.isupper():  # noqa: PLR2004  a State's code
        return state(raw)
    return gettext(raw.replace("_", " "))


def reason(found: Reason) -> str:
    """Say why two names may be one, in the language of the page."""
    return sentence(found, language())


def question(name: str) -> str:
    """Put the question of a fact, in the language of the page."""
    try:
        return wording.question(name, language())
    except wording.NoWording:
        return name


def norm(name: str, english: str) -> str:
    """Say what a norm says, in the language of the page.

    What has no translation, such as a step of our own, goes through gettext.
    """
    try:
        said = wording.norm(name, language(), english=english)
    except wording.NoWording:
        said = english
    return gettext(english) if said == english else said


def ground(provision: str, leg: str, english: str) -> str:
    """Say what stands in the way; what no norm says goes through gettext alone."""
    return norm(f"{provision}/{leg}" if leg else provision, english)


def citation(provision: str, english: str) -> str:
    """Cite a provision in the language of the page."""
    return wording.citation(provision, language(), english=english)


def language() -> str:
    """Choose the language of the page, if the law speaks it, or else English."""
    active = (get_language() or wording.ENGLISH)[:2]
    return active if active in wording.LANGUAGES else wording.ENGLISH


def act(kind: str) -> str:
    """Say what kind of act it was."""
    return str(_ACTS.get(kind, kind))


def details(kind: str, said: dict[str, Any]) -> Iterable[str]:
    """Say what an act's entry tells besides, line by line; identities are not in it."""
    if "wish" in said:
        yield wish(str(said["wish"]))
    if "tried" in said:
        yield str(_TRIED.get(str(said["tried"]), said["tried"]))
    if kind == "claim.decided":
        yield value(said.get("status"))
    if kind.startswith("override."):
        yield way(str(said.get("option", "")), str(said.get("towards", "")))
        yield from (str(said[name]) for name in ("citation",) if said.get(name))
    if kind == "hearing.reconfirmed":
        yield value(said.get("answer"))
    if said.get("recipient"):
        yield gettext("For: %(whom)s") % {"whom": said["recipient"]}
    for name in ("facts", "fields", "grounds", "disclosed", "results"):
        listed = said.get(name)
        if isinstance(listed, str) and listed.startswith("["):
            yield from _unpacked(listed)
    if said.get("reason"):
        yield gettext("Reason: %(reason)s") % {"reason": said["reason"]}


def _unpacked(listed: str) -> Iterable[str]:
    yield from (str(part) for part in json.loads(listed))
