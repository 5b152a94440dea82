"""Who may do what, where and for what purpose.

This is the one place that knows. Acts ask `require` before they look at
anything, so that no page, API route or command can forget to; faces ask
`allows` to decide what to offer. A right is held through a role, and each role
has a purpose, which the journal keeps beside the act.
"""

from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.models import Authority, Officer, Role


class Right(StrEnum):
    """One thing an officer may do."""

    ADMINISTER = "accounts.administer"
    REGISTER = "register.register"
    READ_CASE = "register.read"  # custody, registration, health
    READ_PROTECTION = "protection.read"  # wish, claims, findings, ways out
    STATE_REGISTER = "register.state"  # status, custody, person
    STATE_HEALTH = "health.state"
    CLAIM_IDENTITY = "vault.claim"
    OPEN_VAULT = "vault.open"
    MATCH = "matching.review"  # reads two records side by side
    MERGE = "matching.merge"
    SEARCH_NAMES = "vault.search"
    HEAR = "hearing.hear"
    RECONFIRM = "hearing.reconfirm"
    LODGE = "determination.lodge"
    DECIDE_CLAIM = "determination.decide_claim"
    STATE_RISK = "risk.state"
    STATE_LAW = "law.state"  # receiving States, conflict, exclusion, criminal cases
    STATE_DISCLOSURE = "disclosure.state"
    DETERMINE = "determination.determine"
    REVIEW = "determination.review"
    CLOSE = "override.close"
    OPEN = "override.open"
    ENDORSE = "override.endorse"
    ERASE = "erasure.erase"
    LIST = "departure.list"
    APPROVE = "departure.approve"
    HAND_OVER = "departure.hand_over"
    RECEIVE = "departure.receive"
    READ_LISTS = "departure.read"
    OFFER = "referral.offer"
    READ_REFERRALS = "referral.read"
    ANSWER_REFERRAL = "referral.answer"
    IMPORT_REPORT = "reports.import"
    READ_REPORTS = "reports.read"
    JUDGE_REPORTS = "reports.judge"  # accepts, corrects, refuses what was found
    WATCH_PRESS = "exposure.watch"  # learns which case a report may give away
    HANDLE_EXPOSURE = "exposure.handle"
    PUBLISH = "publication.ask"
    ALLOW_PUBLICATION = "publication.allow"
    WATCH = "monitor.watch"
    OPEN_ENTRY = "journal.open_entry"  # for a monitor or counsel outside


class Purpose(StrEnum):
    """What a role's rights are for."""

    ADMINISTRATION = "administration"
    REGISTRATION = "registration"
    CARE = "medical care"
    HEARING = "hearing"
    PROTECTION = "protection"
    DEPARTURE = "departure"
    RECEPTION = "reception"
    REPORTS = "open reports"
    PUBLICATION = "publication"
    SUPERVISION = "supervision"


R = Right
ROLES: Mapping[Role, tuple[Purpose, frozenset[Right]]] = {
    Role.ADMINISTRATOR: (Purpose.ADMINISTRATION, frozenset({R.ADMINISTER})),
    Role.REGISTRAR: (
        Purpose.REGISTRATION,
        frozenset(
            # Keepers learn neither his wish nor his claim (GC III Art. 13(2)).
            {
                *(R.REGISTER, R.READ_CASE, R.STATE_REGISTER, R.CLAIM_IDENTITY),
                *(R.OPEN_VAULT, R.SEARCH_NAMES, R.LODGE, R.MATCH),
            }
        ),
    ),
    Role.DOCTOR: (Purpose.CARE, frozenset({R.READ_CASE, R.STATE_HEALTH, R.LODGE})),
    Role.HEARING_OFFICER: (
        Purpose.HEARING,
        frozenset(
            {
                *(R.READ_CASE, R.READ_PROTECTION, R.OPEN_VAULT, R.HEAR, R.RECONFIRM),
                *(R.SEARCH_NAMES, R.LODGE, R.CLOSE),
            }
        ),
    ),
    Role.INTERMEDIARY: (
        Purpose.HEARING,
        frozenset(
            {
                *(R.READ_CASE, R.READ_PROTECTION, R.READ_LISTS, R.RECONFIRM, R.LODGE),
                R.CLOSE,
            }
        ),
    ),
    Role.ASSESSOR: (
        Purpose.PROTECTION,
        frozenset(
            {
                *(
                    R.READ_CASE,
                    R.READ_PROTECTION,
                    R.OPEN_VAULT,
                    R.STATE_RISK,
                    R.STATE_DISCLOSURE,
                ),
                *(R.SEARCH_NAMES, R.LODGE, R.DETERMINE, R.CLOSE, R.READ_REPORTS),
                *(R.MATCH, R.WATCH_PRESS, R.HANDLE_EXPOSURE, R.ALLOW_PUBLICATION),
            }
        ),
    ),
    Role.LEGAL_OFFICER: (
        Purpose.PROTECTION,
        frozenset(
            {
                *(R.READ_CASE, R.READ_PROTECTION, R.STATE_LAW, R.DECIDE_CLAIM, R.LODGE),
                *(R.OFFER, R.READ_REFERRALS, R.READ_LISTS, R.CLOSE, R.OPEN),
                *(R.ERASE, R.OPEN_ENTRY, R.MERGE),
            }
        ),
    ),
    Role.REVIEWER: (
        Purpose.PROTECTION,
        frozenset(
            {
                *(R.READ_CASE, R.READ_PROTECTION, R.REVIEW, R.LODGE, R.READ_REPORTS),
                *(R.CLOSE, R.OPEN, R.ERASE, R.MERGE, R.HANDLE_EXPOSURE),
                R.ALLOW_PUBLICATION,
            }
        ),
    ),
    Role.SENIOR_OFFICER: (
        Purpose.PROTECTION,
        frozenset(
            {
                *(R.READ_CASE, R.READ_PROTECTION, R.CLOSE, R.OPEN, R.ENDORSE),
                *(R.ERASE, R.MERGE),
            }
        ),
    ),
    Role.DEPARTURE_OFFICER: (
        Purpose.DEPARTURE,
        frozenset(
            {
                *(R.READ_CASE, R.READ_PROTECTION, R.LIST, R.HAND_OVER, R.READ_LISTS),
                R.CLOSE,
            }
        ),
    ),
    Role.SECOND_OFFICER: (
        Purpose.DEPARTURE,
        frozenset({R.READ_CASE, R.READ_PROTECTION, R.APPROVE, R.READ_LISTS, R.CLOSE}),
    ),
    Role.LIAISON: (
        Purpose.RECEPTION,
        frozenset({R.READ_REFERRALS, R.ANSWER_REFERRAL, R.RECEIVE}),
    ),
    Role.ANALYST: (
        Purpose.REPORTS,
        # He sees a case number and the words of a report, never a record.
        frozenset({R.IMPORT_REPORT, R.READ_REPORTS, R.JUDGE_REPORTS, R.WATCH_PRESS}),
    ),
    Role.PRESS_OFFICER: (Purpose.PUBLICATION, frozenset({R.READ_REPORTS, R.PUBLISH})),
    # He sees no case: what he can have opened by himself are the dummies of the log.
    Role.MONITOR: (Purpose.SUPERVISION, frozenset({R.WATCH, R.OPEN_ENTRY})),
}

# These see every case; the officers of other authorities only their own matters.
_EVERYWHERE = {Authority.Kind.BUREAU, Authority.Kind.INTERMEDIARY}


def roles(officer: Officer) -> list[Role]:
    """List the roles the officer holds today."""
    if not officer.is_active:
        return []
    held = officer.appointments.filter(until=None).values_list("role", flat=True)
    return [Role(role) for role in sorted(held)]


def rights(officer: Officer) -> frozenset[Right]:
    """Collect everything the officer's roles allow, somewhere."""
    return frozenset().union(*(ROLES[role][1] for role in roles(officer)))


def sees_everything(officer: Officer) -> bool:
    """Say whether the officer's authority works on the cases of all authorities."""
    return Authority.Kind(officer.authority.kind) in _EVERYWHERE


def purpose_of(
    officer: Officer, right: Right, *, matter_of: UUID | None = None
) -> Purpose | None:
    """Find the purpose for which the officer holds the right; `None` without it.

    Args:
        officer: Who asks.
        right: What he wants to do.
        matter_of: The authority the matter belongs to: the camp that holds the
            person, the mission a referral is addressed to. `None` for a matter
            of the whole house.
    """
    at_home = matter_of is None or matter_of == officer.authority_id
    if not at_home and not sees_everything(officer):
        return None
    held = (ROLES[role] for role in roles(officer))
    return next((purpose for purpose, given in held if right in given), None)


def allows(officer: Officer, right: Right, *, matter_of: UUID | None = None) -> bool:
    """Say whether the officer may do this here."""
    return purpose_of(officer, right, matter_of=matter_of) is not None


def require(
    officer: Officer, right: Right, *, matter_of: UUID | None = None
) -> Purpose:
    """Return the purpose for which the officer acts.

    Raises:
        NotPermitted: No role of his gives the right here.
    """
    purpose = purpose_of(officer, right, matter_of=matter_of)
    if purpose is None:
        raise NotPermitted(right)
    return purpose
