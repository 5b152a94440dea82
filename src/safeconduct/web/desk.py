"""What waits for this officer, and what a case needs next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.departure import queries as departure
from safeconduct.determination import queries as determination
from safeconduct.erasure import queries as erasure
from safeconduct.exposure import queries as exposure
from safeconduct.hearing import queries as hearing
from safeconduct.matching import queries as matching
from safeconduct.override import queries as override
from safeconduct.referral import queries as referral
from safeconduct.register import queries as register
from safeconduct.reports import desk as items
from safeconduct.reports import queries as reports

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer

# How the list of cases may be narrowed, each with the query that does it.
NARROWED = ("unheard", "undetermined", "unreviewed", "unsigned", "unerased")


@dataclass(frozen=True)
class Task:
    """Something that waits: what, how often, where."""

    what: str
    how_many: int
    url: str


def tasks(officer: Officer) -> list[Task]:
    """List what waits for the officer, by his rights; nothing that is at zero."""
    return [task for task in _tasks(officer, policy.rights(officer)) if task.how_many]


def _tasks(officer: Officer, held: frozenset[Right]) -> Iterator[Task]:
    for right, show, what in (
        (Right.HEAR, "unheard", _("Not heard yet")),
        (Right.DETERMINE, "undetermined", _("Heard, ways out not determined")),
        (Right.REVIEW, "unreviewed", _("Determinations to review")),
        (Right.OPEN, "unsigned", _("Openings that wait for a second signature")),
        (Right.ERASE, "unerased", _("Erasures that wait for a second signature")),
    ):
        if right in held:
            waiting = narrowed(officer, show).count()
            yield Task(what, waiting, f"{reverse('cases')}?show={show}")
    if held & {Right.MATCH, Right.MERGE}:
        what = _("Pairs of records that may be one person's")
        yield Task(what, matching.count_waiting(officer), reverse("matches"))
    if held & {Right.WATCH_PRESS, Right.HANDLE_EXPOSURE}:
        what = _("Reports that give somebody away")
        yield Task(what, exposure.count_waiting(officer), reverse("incidents"))
    if Right.JUDGE_REPORTS in held:
        place = reverse("report-desk")
        yield Task(_("Found in open reports, to decide"), items.count(officer), place)
        to_second = len(items.waiting_for_second(officer))
        yield Task(_("Decided in reports, to second"), to_second, f"{place}?second")
    if Right.APPROVE in held:
        lines = departure.to_approve(officer)
        yield Task(_("Departures to approve"), lines.count(), reverse("lists"))
    if Right.RECONFIRM in held or Right.HAND_OVER in held:
        approved = departure.lines(officer).filter(status="approved").count()
        ask = _("Approved: to be asked at the crossing, then handed over")
        yield Task(ask, approved, reverse("lists"))
    if Right.ANSWER_REFERRAL in held or Right.OFFER in held:
        offered = referral.referrals(officer).filter(status="offered").count()
        what = _("Referrals without an answer")
        yield Task(what, offered, reverse("referrals"))
    if Right.RECEIVE in held:
        crossed = departure.arriving(officer).filter(status="handed_over").count()
        yield Task(_("Arrivals to confirm"), crossed, reverse("arrivals"))


def narrowed(officer: Officer, show: str) -> Any:
    """List the officer's cases, or those of them that wait for one step."""
    mine = register.cases(officer)
    match show:
        case "unheard":
            return hearing.unheard(mine)
        case "undetermined":
            return determination.undetermined(mine)
        case "unreviewed":
            return determination.unreviewed(mine, officer=officer)
        case "unsigned":
            openings = override.waiting(officer, at=timezone.now())
            return mine.filter(pk__in=openings.values("person"))
        case "unerased":
            return mine.filter(pk__in=erasure.waiting(officer).values("person"))
        case _:
            return mine


@dataclass(frozen=True)
class Figure:
    """A number worth knowing at the desk."""

    what: str
    number: int
    url: str


def figures(officer: Officer) -> list[Figure]:
    """Count what the officer may read."""
    held = policy.rights(officer)
    found = []
    if Right.READ_CASE in held:
        mine = register.cases(officer)
        in_custody = mine.filter(status="held").count()
        found.append(Figure(_("in custody"), in_custody, reverse("cases")))
    if Right.READ_LISTS in held:
        number = departure.lists(officer).count()
        found.append(Figure(_("departure lists"), number, reverse("lists")))
    if Right.READ_REPORTS in held:
        number = reports.count(officer)
        found.append(Figure(_("open reports"), number, reverse("reports")))
    return found


@dataclass(frozen=True)
class Step:
    """What a case needs next; `url` only for whom it is to do."""

    what: str
    url: str = ""


def next_step(  # noqa: PLR0911  one return for each step of a case
    officer: Officer, person: Any, known: dict[str, Any]
) -> Step:
    """Say the one thing that brings this case on.

    Args:
        officer: Who looks.
        person: Whose case.
        known: `heard`, `heard_validly`, `determination` (newest or `None`),
            `departure` (a live line or `None`) and `erasure` (whether one waits for
            this officer) of the case page.
    """

    def mine(right: Right, name: str) -> str:
        may = policy.allows(officer, right, matter_of=person.holder_id)
        return reverse(name, args=[person.case_number]) if may else ""

    made = known["determination"]
    if person.status != "held":
        return _after(known["erasure"], mine)
    if not known["heard"]:
        what = _("Hold a private hearing: nobody has asked him what he wants.")
        return Step(what, mine(Right.HEAR, "hearing-new"))
    if known["heard_validly"] is not True:
        what = _("The last hearing was not shown to be valid. Hear him again.")
        return Step(what, mine(Right.HEAR, "hearing-new"))
    if made is None:
        what = _("He was heard. Determine which ways out are lawful.")
        return Step(what, mine(Right.DETERMINE, "determine"))
    if made.outdated:
        what = _("Something has changed since his determination. Determine again.")
        return Step(what, mine(Right.DETERMINE, "determine"))
    if made.reviewed is None:
        what = _("A second officer of another service has to review the determination.")
        return Step(what, mine(Right.REVIEW, "determinations"))
    if known["departure"] is not None:
        return _on_the_way(known["departure"].status, mine)
    if made.answers["T"]["result"] == "not_yet":
        what = _("If he asks for refuge in another State, offer him to its mission.")
        return Step(what, mine(Right.OFFER, "offer"))
    return Step(_("His options are determined and reviewed. Nothing is overdue."))


def _after(erasure: bool, mine: Callable[[Right, str], str]) -> Step:  # noqa: FBT001
    """Say what comes next for somebody who has left."""
    if erasure:
        what = _("Somebody asked to erase him. It waits for your signature.")
        return Step(what, mine(Right.ERASE, "erasure"))
    return Step(_("He has left our custody. The record stays as it is."))


def _on_the_way(status: str, mine: Callable[[Right, str], str]) -> Step:
    """Say what comes next for somebody who stands on a list."""
    match status:
        case "listed":
            what = _("He stands on a list. A second officer has to approve it.")
            return Step(what)
        case "approved":
            what = _("Approved. At the crossing he is asked once more; then he goes.")
            return Step(what, mine(Right.RECONFIRM, "reconfirm"))
        case _:
            return Step(_("Handed over. The receiving State confirms his arrival."))
