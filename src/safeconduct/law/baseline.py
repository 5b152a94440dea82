"""Which harmless case do the worked examples start from?

A prisoner of war of the army of KP, held by UA while hostilities are active, healthy,
adult, without a claim or a criminal case; KR is willing to receive him. Whatever is
stated of a person lies over it. Facts in neither are unknown.
"""

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.law.facts import RISKS

BASELINES: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "vignettes": MappingProxyType(
            {
                "detaining.state": "UA",
                "position.mode": "risk_based",
                "conflict.active_hostilities": "T",
                "status.category": "4A1",
                "status.doubt": "F",
                "status.powers": ["KP"],
                "person.alive": "T",
                "person.is_minor": "F",
                "person.identity_confidence": "corroborated",
                "health.art110_1": "F",
                "health.fit_to_travel": "T",
                "health.capacity": "T",
                "risk.serious_harm[KR]": "F",
                "risk.onward[KR->KP]": "F",
                "risk.onward[RU->KP]": "U",
                "claim.status": "none",
                "excl.1F": "F",
                "penal.indictable_pending": "F",
                "penal.convicted": "F",
                "receiving.state": "KR",
                "receiving.party_gc3": "T",
                "receiving.willing": "T",
                "receiving.able": "T",
                "receiving.accepts": "T",
                "post.failure_reported": "F",
                "agreement.clause_effect": "none",
                "image.identifiable": "T",
                "image.humiliating": "F",
                "image.anonymised": "F",
                "image.compelling_interest": "F",
                "disc.harm_if_origin_learns": "U",
            }
        )
    }
)


def over_baseline(
    facts: Mapping[str, object], baseline: str = "vignettes"
) -> dict[str, object]:
    """Lay the facts of a case over a baseline.

    A case that states one of the five risks of a State sets aside what the baseline
    says about serious harm there: the finding is his, not the baseline's.
    """
    ground = dict(BASELINES[baseline])
    for name in facts:
        stem, bracket, rest = name.partition("[")
        if stem in RISKS and bracket:
            ground.pop(f"risk.serious_harm[{rest}", None)
    return ground | dict(facts)
