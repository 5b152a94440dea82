"""What do the doctors and the Mixed Medical Commission find?"""

from safeconduct.law.facts.fact import HEALTH_DAYS, TRUTH, Fact, noted
from safeconduct.law.kinds import Day, OneOf

_DOCTOR, _COMMISSION = "doctor", "Mixed Medical Commission"

FACTS = (
    Fact(
        "health.art110_1",
        TRUTH,
        "Does his wound or sickness entitle him to direct repatriation?",
        _COMMISSION,
    ),
    Fact(
        "health.art110_2",
        TRUTH,
        "Does his wound or sickness entitle him to care in a neutral country?",
        _COMMISSION,
    ),
    noted(
        "health.class",
        OneOf(("a", "b", "c", "d", "e", "f", "g")),
        "To which class of the capture card does his health belong?",
        _DOCTOR,
        HEALTH_DAYS,
    ),
    Fact("health.fit_to_travel", TRUTH, "Is he fit to travel?", _DOCTOR, HEALTH_DAYS),
    Fact(
        "health.capacity",
        TRUTH,
        "Is he able to understand and decide?",
        _DOCTOR,
        HEALTH_DAYS,
    ),
    noted(
        "health.serious",
        TRUTH,
        "Is he seriously ill or seriously wounded?",
        _DOCTOR,
        HEALTH_DAYS,
    ),
    noted("health.consent", TRUTH, "Does he agree to the treatment?", _DOCTOR),
    noted(
        "health.last_inspection",
        Day(),
        "When was he last examined and weighed?",
        _DOCTOR,
    ),
    noted(
        "health.certificate_requested",
        TRUTH,
        "Has he asked for a certificate of his treatment?",
        _DOCTOR,
    ),
    noted(
        "mmc.decision",
        OneOf(("A", "B", "NC", "reject")),
        "What has the commission decided?",
        _COMMISSION,
    ),
    noted("mmc.decided_at", Day(), "When did the commission decide?", _COMMISSION),
    noted(
        "injury.self_inflicted",
        TRUTH,
        "Did he injure himself on purpose?",
        _DOCTOR,
    ),
)
