"""Which recorded facts stand behind a predicate of the law?

`derive/` finds most predicates in other facts than the one of their name. This table
says in which; a test runs every finder and holds the table to what it reads.
"""

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.law.expression import Expression, fold
from safeconduct.law.facts import FACTS, RISKS, SAFEGUARDS, Fact
from safeconduct.law.readings.names import Names

_POWER = ("wish.current", "status.powers")
_HEARING = ("hearing.valid", *SAFEGUARDS, "health.capacity")
_SERIOUS = ("risk.serious_harm", *RISKS)
_ONWARD = ("risk.onward", "status.powers", "person.nationalities")

SOURCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "agreement.clause_is_worse": ("agreement.clause_effect",),
        "status.retained": ("status.category",),
        "status.surrendered_by_program": ("status.surrender",),
        "status.power_settled": ("status.powers",),
        "person.identified": ("person.identity_confidence",),
        "nationality.other_effective": ("nationality.effective", "risk.persecution"),
        "hearing.valid": _HEARING,
        "wish.asks[there]": _POWER,
        "wish.freely[there]": (*_POWER, "vol.return_valid"),
        "wish.willing[there]": _POWER,
        "wish.willing_anywhere": _POWER,
        "wish.refuses": ("wish.current",),
        "wish.refuge[there]": ("wish.current",),
        "wish.stay": ("wish.current",),
        "wish.undecided": ("wish.current",),
        "wish.openly_free": ("wish.openly_free", *_HEARING, "wish.current"),
        "wish.confirmed": ("wish.reconfirmed", "wish.border_confirmed"),
        **{f"{stem}[there]": (stem,) for stem in RISKS},
        "risk.serious_harm[there]": _SERIOUS,
        "risk.onward[there]": _ONWARD,
        "risk.harm_anywhere": (*_SERIOUS, *_ONWARD),
        "claim.running": ("claim.status",),
        "claim.finally_rejected": ("claim.status",),
        "claim.granted": ("claim.status",),
        "receiving.party_gc3[there]": ("receiving.party_gc3",),
        "receiving.willing[there]": ("receiving.willing", "receiving.icrc_access"),
        "receiving.able[there]": ("receiving.able",),
        "receiving.accepts[there]": ("receiving.accepts",),
        "receiving.death_penalty_law[there]": ("receiving.death_penalty_law",),
        "receiving.is_korea[there]": ("receiving.state",),
        "assurance.monitored[there]": ("assurance",),
        "disc.consents": ("disc.prisoner_view",),
        "exposure.k_at_threshold": ("exposure.k",),
        "outcome.departure": (),
        "outcome.internment": (),
    }
)
"""The stems of the facts a predicate is found in, where it is not simply a fact."""


def predicates(*conditions: Expression) -> tuple[str, ...]:
    """Name the predicates of conditions, sorted."""
    named = (fold(condition, Names()) for condition in conditions)
    return tuple(sorted(frozenset[str]().union(*named)))


def asked(*conditions: Expression) -> tuple[Fact, ...]:
    """Return the facts behind conditions, in the order of the dictionary."""
    stems = {
        stem for name in predicates(*conditions) for stem in SOURCES.get(name, (name,))
    }
    return tuple(fact for stem, fact in FACTS.items() if stem in stems)
