"""Who in the register may bear the name that is being typed?

An officer says once why he searches (`actions.open_search`); for a quarter of an hour
he may then look. What he types leaves no act and no trace. Whom he may not see is left
out by the database, before anything is counted or cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from safeconduct import names
from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.keyring import queries as keyring
from safeconduct.register import queries
from safeconduct.register.errors import NotStated, SearchEnded
from safeconduct.register.models import IdentityClaim, Person
from safeconduct.register.vault import claims as vault
from safeconduct.register.vault import name_keys, name_search
from safeconduct.register.vault.claims import Claim
from safeconduct.register.vault.models import NameSearch
from safeconduct.register.vault.name_search import Candidate, How

MOST = 20  # persons in one answer
_CANDIDATES = 80  # name claims that are looked at for it
_WEIGHED = 40  # of these, claims that are weighed
_BEGUN = 32  # and claims that only begin so: to open a name costs more than to find it


@dataclass(frozen=True, slots=True)
class Hit:
    """A person who may be meant, by which of his names, and why.

    Attributes:
        person: Whom it concerns.
        claim: The name as it was written, with its script and source.
        how: The whole name, a part such as its beginning, or with one letter wrong.
        key: The reading that was found, in Hangul or plain Latin letters.
        weight: Evidence that both are one name, in nats; None of a part.
        reasons: The parts of that evidence, for `names.wording.sentence`.
    """

    person: Person
    claim: Claim
    how: How
    key: str
    weight: float | None = None
    reasons: tuple[names.Reason, ...] = ()
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a search found, likeliest first, and whether there are more."""

    hits: Sequence[Hit]
    has_more: bool


def running(search: UUID, *, officer: Officer, at: datetime) -> NameSearch:
    """Find a search that the officer opened and that has not ended.

    Raises:
        NotPermitted: He may search no longer.
        SearchEnded: There is none; nor is there one of another officer.
    """
    policy.require(officer, Right.SEARCH_NAMES)
    found = NameSearch.objects.filter(pk=search, officer=officer, until__gt=at).first()
    if found is None:
        raise SearchEnded(
            gettext_noop("The search has ended. Say once more why you search.")
        )
    return found


def search(
    text: str, *, search: UUID, officer: Officer, at: datetime, most: int = MOST
) -> Found:
    """Find persons by what was typed so far of a name, in any script and order.

    Args:
        text: What was typed.
        search: What `actions.open_search` gave.
        officer: Who looks; only persons whose case he may read are found.
        at: When, timezone-aware.
        most: How many persons at most.

    Raises:
        NotPermitted, SearchEnded: As for `running`.
        NotStated: The text is too long for a name.
    """
    running(search, officer=officer, at=at)
    holder = None if policy.sees_everything(officer) else officer.authority_id
    try:
        candidates = name_search.look(text.strip(), holder=holder, most=_CANDIDATES)
    except names.TooLong as error:
        raise NotStated(str(error)) from error
    cases = queries.cases(officer).order_by()
    ended = [one for one in candidates if one.how != "begins"]
    hits = _opened(text.strip(), ended[:_WEIGHED], cases)
    if len(hits) <= most:  # what is only begun comes after them
        begun = [one for one in candidates if one.how == "begins"]
        hits = _opened(text.strip(), begun[:_BEGUN], cases) | hits
    ranked = sorted(hits.values(), key=_rank)
    return Found(ranked[:most], has_more=len(ranked) > most)


def _opened(
    text: str, candidates: Sequence[Candidate], cases: QuerySet[Person]
) -> dict[UUID, Hit]:
    """Open the candidates' names and weigh them; of a person the best one counts."""
    if not candidates:
        return {}
    ways = {candidate.claim: candidate for candidate in candidates}
    rows = IdentityClaim.objects.filter(pk__in=list(ways), person__in=cases)
    found = list(rows.select_related("person__holder"))
    keys = keyring.keys({row.person_id for row in found})
    best: dict[UUID, Hit] = {}
    for row in found:
        if row.person_id not in keys:  # erased a moment ago
            continue
        claim = vault.unseal(row, keys[row.person_id])
        hit = _hit(text, row.person, claim, ways[row.pk])
        before = best.get(row.person_id)
        if hit and (before is None or hit.likeness > before.likeness):
            best[row.person_id] = hit
    return best


def _hit(text: str, person: Person, claim: Claim, way: Candidate) -> Hit | None:
    """Weigh a whole name; None if that speaks against it, whatever key they share."""
    likely = -way.cost / name_keys.QUARTERS
    if way.how == "begins":
        return Hit(person, claim, way.how, way.key, likeness=likely)
    found = names.weight(text, claim.text, slips=way.how == "error")
    if way.how == "whole" and found.nats < 0:
        return None
    speaks = found.nats > 0
    return Hit(
        person,
        claim,
        way.how,
        way.key,
        weight=found.nats if speaks else None,
        reasons=found.why if speaks else (),
        likeness=found.nats if way.how == "whole" else likely,
    )


def _rank(hit: Hit) -> tuple[float, str, str]:
    """Likeliest first; what is alike, in the order of the alphabet."""
    return -hit.likeness, hit.key, hit.person.case_number
