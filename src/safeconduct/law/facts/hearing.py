"""What does he want, and was he heard as the law asks?

`hearing.first_held_at` and `hearing.again_at` are ours: the published dictionary counts
the days between hearings but has no date from which a time limit could be told.
"""

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.law.facts.fact import TRUTH, WISH_DAYS, Fact, noted
from safeconduct.law.kinds import Count, Moment, Wish, Wishes

_OFFICER, _INTERMEDIARY = "hearing officer", "neutral intermediary"
SAFEGUARDS: Mapping[str, bool] = MappingProxyType(
    {
        "hearing.private": True,
        "hearing.interpreter_independent": True,
        "hearing.understood": True,
        "hearing.informed": True,
        "hearing.counsel_offered": True,
        "hearing.inducement": False,
        "hearing.coercion": False,
        "hearing.family_pressure": False,
    }
)
"""The safeguards of a valid hearing, each with the answer that counts (ENG-WISH).

Besides, he must be able to understand and decide, and be adult or have a guardian.
"""

FACTS = (
    Fact("wish.current", Wish(), "What does he want now?", _OFFICER),
    noted("wish.history", Wishes(), "What did he want before, in order?", _OFFICER),
    noted("hearing.first_held_at", Moment(), "When was he first heard?", _OFFICER),
    noted("hearing.again_at", Moment(), "When was he last heard again?", _OFFICER),
    *(
        Fact(f"hearing.{name}", TRUTH, question, _OFFICER)
        for name, question in (
            (
                "private",
                (
                    "Was he heard in private, with no captor, interrogator, comrade "
                    "or official?"
                ),
            ),
            ("interpreter_independent", "Was the interpreter independent?"),
            ("understood", "Did he understand?"),
            (
                "informed",
                "Was he told all his options, and that he may change his mind?",
            ),
            ("counsel_offered", "Was he offered counsel?"),
            ("inducement", "Was anything promised or offered to him?"),
            ("coercion", "Was he threatened or forced?"),
            ("family_pressure", "Was he under pressure on account of his family?"),
        )
    ),
    noted(
        "hearing.recorded",
        TRUTH,
        "Was the hearing recorded and read back to him?",
        _OFFICER,
    ),
    Fact(
        "hearing.valid",
        TRUTH,
        "Was the hearing that recorded his wish valid?",
        "derived from the safeguards",
    ),
    noted(
        "hearing.days_apart",
        Count(),
        "How many days lie between his two latest hearings?",
        _OFFICER,
    ),
    Fact(
        "vol.return_valid",
        TRUTH,
        "Has his wish to return despite the risk passed all six safeguards?",
        "second reviewer",
    ),
    Fact(
        "wish.openly_free",
        TRUTH,
        "Is his will against return openly and freely expressed?",
        "derived from the hearing and the wish",
    ),
    noted(
        "wish.reconfirmed_at",
        Moment(),
        "When did he last confirm his wish in private?",
        _INTERMEDIARY,
    ),
    Fact(
        "wish.reconfirmed",
        TRUTH,
        "Has he confirmed his wish in private in the last 72 hours?",
        _INTERMEDIARY,
        WISH_DAYS,
    ),
    noted(
        "wish.border_confirmed_at",
        Moment(),
        "When was he asked at the border?",
        _INTERMEDIARY,
    ),
    Fact(
        "wish.border_confirmed",
        TRUTH,
        "Asked at the border, did he say yes?",
        _INTERMEDIARY,
        WISH_DAYS,
    ),
)
