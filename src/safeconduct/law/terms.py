"""Which words may a norm use, and what does each mean?

Every predicate has one name and one wording. `there` is the State the act is about;
`derive/` computes each predicate from the record before the law sees it. The terms
made of several predicates (`harm`, `over`) stand at the end, so that a norm reads as
the decision tables do.
"""

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.law.expression import Expression, fact, proven

_WORDINGS: dict[str, str] = {}
PREDICATES: Mapping[str, str] = MappingProxyType(_WORDINGS)
"""Every predicate by name, with its wording."""


def _predicate(name: str, wording: str) -> Expression:
    _WORDINGS[name] = wording
    return fact(name)


# The conflict and the agreement
hostilities = _predicate("conflict.active_hostilities", "hostilities are active")
clause_is_worse = _predicate(
    "agreement.clause_is_worse", "the agreement leaves him worse off"
)
neutral_agreement = _predicate(
    "neutral.agreement", "there is an agreement on a neutral country"
)

# Who he is
alive = _predicate("person.alive", "he is alive")
retained = _predicate("status.retained", "he is retained medical or religious staff")
needed = _predicate("retained.needed", "he is needed to care for prisoners")
doubt = _predicate("status.doubt", "his status is in doubt")
power_settled = _predicate("status.power_settled", "the Power he depends on is settled")
identified = _predicate("person.identified", "his identity is corroborated")
minor = _predicate("person.is_minor", "he is a minor")
guardian = _predicate("person.guardian", "he has a guardian")
best_interests = _predicate(
    "person.best_interests", "leaving is in the child's best interests"
)
separate_quarters = _predicate(
    "custody.separate_quarters", "he has quarters apart from adults"
)
surrendered_by_program = _predicate(
    "status.surrendered_by_program", "he surrendered through the state project"
)
other_nationality = _predicate(
    "nationality.other_effective", "another State protects him as its national"
)
foreign_nationality = _predicate(
    "nationality.foreign_acquired", "he acquired a foreign nationality"
)

# His health
gravely_wounded = _predicate(
    "health.art110_1", "his wound entitles him to direct repatriation"
)
wounded = _predicate(
    "health.art110_2", "his wound entitles him to care in a neutral country"
)
fit = _predicate("health.fit_to_travel", "he is fit to travel")
capacity = _predicate("health.capacity", "he can understand and decide")

# His wish and how it was heard
hearing_valid = _predicate("hearing.valid", "the hearing of his wish was valid")
asks = _predicate("wish.asks[there]", "he asks to go back there")
freely = _predicate(
    "wish.freely[there]", "his return there is freely chosen and tested"
)
willing = _predicate("wish.willing[there]", "he is willing to be sent back there")
willing_anywhere = _predicate("wish.willing_anywhere", "he is willing to be sent back")
refuses = _predicate("wish.refuses", "he refuses to go back and names no other place")
refuge_there = _predicate("wish.refuge[there]", "he wants refuge there")
stay = _predicate("wish.stay", "he wants to stay")
undecided = _predicate("wish.undecided", "he is undecided")
openly_free = _predicate("wish.openly_free", "his will against return is open and free")
confirmed = _predicate("wish.confirmed", "he has confirmed his wish in time")

# What awaits him
torture = _predicate("risk.torture[there]", "he would be in danger of torture there")
killing = _predicate(
    "risk.killing[there]", "he would be in danger of being killed there"
)
ill_treatment = _predicate(
    "risk.ill_treatment[there]", "he would be in danger of ill-treatment there"
)
disappearance = _predicate(
    "risk.disappearance[there]",
    "he would be in danger of being made to disappear there",
)
persecution = _predicate("risk.persecution[there]", "he would be persecuted there")
serious = _predicate(
    "risk.serious_harm[there]", "he would be in danger of serious harm there"
)
onward = _predicate(
    "risk.onward[there]", "he may be passed on from there to serious harm"
)
harm_anywhere = _predicate(
    "risk.harm_anywhere", "harm awaits him with some Power he depends on"
)
family_at_risk = _predicate("risk.family", "his relatives are in danger")

# Claim, exclusion, criminal case
claim_running = _predicate("claim.running", "a claim of his is open or under appeal")
claim_rejected = _predicate("claim.finally_rejected", "his claim was finally rejected")
claim_granted = _predicate("claim.granted", "his claim was granted")
renounced = _predicate(
    "renunciation.verified", "he has verifiably given up military activity"
)
excluded = _predicate("excl.1F", "there are serious reasons to exclude him")
danger_to_public = _predicate("excl.33_2", "he is a danger to the country")
case_pending = _predicate("penal.indictable_pending", "a criminal case is pending")
convicted = _predicate("penal.convicted", "a sentence is not yet served")
release_consent = _predicate(
    "penal.release_consent", "the State has decided to let him go"
)
written_consent = _predicate("exchange.written_consent", "he has consented in writing")

# The receiving State
party_to_gc3 = _predicate(
    "receiving.party_gc3[there]", "that State is a Party to the Convention"
)
will_apply_gc3 = _predicate(
    "receiving.willing[there]", "that State is willing to apply the Convention"
)
can_apply_gc3 = _predicate(
    "receiving.able[there]", "that State is able to apply the Convention"
)
accepts = _predicate("receiving.accepts[there]", "that State accepts him")
death_penalty = _predicate(
    "receiving.death_penalty_law[there]", "that State has the death penalty"
)
is_korea = _predicate(
    "receiving.is_korea[there]", "that State is the Republic of Korea"
)
monitored_assurance = _predicate(
    "assurance.monitored[there]", "that State gave a specific, monitored assurance"
)
failure_reported = _predicate(
    "post.failure_reported", "a failure of the receiving Power was reported"
)

# What is told about him
harm_if_told = _predicate(
    "disc.harm_if_origin_learns", "harm may follow if the Power of origin learns of him"
)
consents_to_notice = _predicate("disc.consents", "he consents to his Power being told")
identifiable = _predicate("image.identifiable", "he can be identified")
humiliating = _predicate("image.humiliating", "the material humiliates him")
compelling_interest = _predicate(
    "image.compelling_interest", "a compelling public interest asks for it"
)
least_revealing = _predicate("image.least_revealing", "it is the least revealing form")
anonymised = _predicate("image.anonymised", "it has been anonymised")
hidden_among_enough = _predicate(
    "exposure.k_at_threshold", "enough people share what it tells"
)

# What the other acts came to; computed last
departure_opens = _predicate("outcome.departure", "some departure may take place")
internment_opens = _predicate("outcome.internment", "internment may go on")

# Terms of the decision tables
over = proven(~hostilities)
harm = serious | onward
case = case_pending | convicted
adult_or_cared_for = ~minor | (guardian & best_interests)
released_from_case = ~case | (release_consent & written_consent)
safe_to_publish = (~identifiable & anonymised & hidden_among_enough & ~humiliating) | (
    compelling_interest & least_revealing & ~harm_if_told & ~humiliating
)
