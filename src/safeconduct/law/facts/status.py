"""To which category does he belong, and who decides that?"""

from safeconduct.law.facts.fact import TRUTH, Fact, noted, sealed
from safeconduct.law.kinds import Moment, OneOf, SomeOf, State, States

_REGISTER, _TRIBUNAL = "register", "tribunal"

FACTS = (
    Fact(
        "status.category",
        OneOf(
            (
                *("4A1", "4A2", "4A3", "4A4", "4A5", "4A6", "4B"),
                *("retained", "civilian", "defector_not_in_power"),
            )
        ),
        "To which category of Article 4 does he belong?",
        _REGISTER,
    ),
    Fact("status.powers", States(), "On which Power does he depend?", _REGISTER),
    Fact("status.doubt", TRUTH, "Is his status in doubt?", _TRIBUNAL),
    noted(
        "status.tribunal_decision",
        OneOf(("pow", "not_pow", "none")),
        "What has the tribunal decided about his status?",
        _TRIBUNAL,
    ),
    noted(
        "status.now",
        OneOf(("pow", "civilian", "released")),
        "Which status does he have now?",
        _REGISTER,
    ),
    noted(
        "status.fell_into_power_at",
        Moment(),
        "When did he fall into the power of the enemy?",
        _REGISTER,
    ),
    noted(
        "status.final_release_at", Moment(), "When was he finally released?", _REGISTER
    ),
    noted(
        "status.claimed_by",
        SomeOf(("person", "power", "appearance")),
        "What speaks for prisoner-of-war status: his word, his Power, his appearance?",
        _REGISTER,
    ),
    noted(
        "status.distinguished",
        TRUTH,
        "Did he distinguish himself from the civilian population?",
        _TRIBUNAL,
    ),
    noted("status.spy_alleged", TRUTH, "Is he accused of spying?", _TRIBUNAL),
    noted(
        "status.uniform",
        OneOf(("own_forces", "other_forces", "civilian_clothes")),
        "What did he wear when he was taken?",
        _TRIBUNAL,
    ),
    noted(
        "status.mercenary_alleged", TRUTH, "Is he said to be a mercenary?", _TRIBUNAL
    ),
    noted(
        "status.sent_on_duty_by",
        State(),
        "Which State sent him on duty as a member of its forces?",
        _TRIBUNAL,
    ),
    Fact(
        "status.surrender",
        OneOf(("captured", "surrendered", "program", "deserted_then_captured")),
        "How did he come into custody?",
        _REGISTER,
    ),
    Fact(
        "retained.needed",
        TRUTH,
        "Is this medic or chaplain needed to care for prisoners?",
        "camp doctor",
    ),
    noted("person.hors_de_combat", TRUTH, "Is he out of the fight?", _REGISTER),
    sealed(
        "doc.iv_a_card",
        TRUTH,
        "Does he carry the identity card of Annex IV-A?",
        _REGISTER,
    ),
)
