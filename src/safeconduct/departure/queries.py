"""What may be read of lists and departures."""

from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.departure.errors import NoSuchLine, NoSuchList
from safeconduct.departure.models import DepartureLine, DepartureList
from safeconduct.referral.models import Referral
from safeconduct.register import queries as register


def lists(officer: Officer) -> QuerySet[DepartureList]:
    """List the departure lists the officer may read, newest first."""
    rows = DepartureList.objects.order_by("-opened").annotate(length=Count("lines"))
    if not policy.allows(officer, Right.READ_LISTS):
        return rows.none()
    return rows


def list_of(list_id: UUID, *, officer: Officer) -> DepartureList:
    """Find one list.

    Raises:
        NoSuchList: There is none, or the officer may not read lists.
    """
    found = lists(officer).filter(pk=list_id).first()
    if found is None:
        raise NoSuchList("There is no such list, or it is not yours to read.")
    return found


def lines(officer: Officer) -> QuerySet[DepartureLine]:
    """List the lines on lists the officer may read, of cases he may read."""
    people = ("person", "listed_by", "approved_by", "handed_over_by", "received_by")
    rows = DepartureLine.objects.select_related("list", *people)
    if not policy.allows(officer, Right.READ_LISTS):
        return rows.none()
    return rows.filter(person__in=register.cases(officer)).order_by("listed_at")


def line(line_id: UUID, *, officer: Officer) -> DepartureLine:
    """Find one line the officer may see.

    Raises:
        NoSuchLine: None, or its list or its case is not his to read.
    """
    found = lines(officer).filter(pk=line_id).first()
    if found is None:
        raise NoSuchLine("There is no such line, or it is not yours.")
    return found


def of_person(person_id: UUID) -> QuerySet[DepartureLine]:
    """List the departures of a person, newest first."""
    rows = DepartureLine.objects.filter(person=person_id).select_related("list")
    return rows.order_by("-listed_at")


def arriving(officer: Officer) -> QuerySet[DepartureLine]:
    """List who has been handed over to the officer's mission, or soon will be."""
    if not policy.allows(officer, Right.RECEIVE):
        return DepartureLine.objects.none()
    rows = DepartureLine.objects.filter(
        list__receiver=officer.authority,
        status__in=["approved", "handed_over", "received"],
    )
    # The mission knows him by the reference of its referral, never by his case.
    referred = Referral.objects.filter(
        person=OuterRef("person"), mission=OuterRef("list__receiver")
    ).order_by("-offered")
    known_as = Subquery(referred.values("reference")[:1])
    return (
        rows.select_related("list").annotate(reference=known_as).order_by("-listed_at")
    )


def to_approve(officer: Officer) -> QuerySet[DepartureLine]:
    """List the lines that wait for a second officer of this officer's authority."""
    if not policy.allows(officer, Right.APPROVE):
        return DepartureLine.objects.none()
    waiting = lines(officer).filter(status=DepartureLine.Status.LISTED)
    return waiting.exclude(listed_by__authority=officer.authority_id)


def kinds() -> list[tuple[str, str]]:
    """List the kinds of departure, with labels for a form."""
    return [(kind.value, str(kind.label)) for kind in DepartureList.Option]
