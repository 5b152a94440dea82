"""Which facts does the law ask for, who establishes them, and in which words?

Each fact is declared once. `[d]` in a name stands for a State, `[d->e]` for "passed on
by d to e". The questions are plain data, so that faces can translate them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from safeconduct.law.kinds import (
    Count,
    Day,
    Kind,
    OneOf,
    State,
    States,
    Truth,
    Wish,
    Wishes,
    Words,
)

# Days after which a finding has to be made again. The wish: at most 72 hours
# (ENG-RECONFIRM). Health: the monthly inspection (GC III Art 31). Risk and receiving
# State: a setting of the product, for approval by counsel.
WISH_DAYS = 3
HEALTH_DAYS = 31
RISK_DAYS = 30

UNNAMED_STATE = "that State"


@dataclass(frozen=True)
class Fact:
    """One fact of the dictionary.

    Attributes:
        name: As in the dictionary, with its parameter: `risk.torture[d]`.
        kind: What values it may have.
        question: The question its establisher answers; `{d}`, `{e}` are the States.
        by: Who establishes it.
        fresh_days: After how many days it must be established again; `None`: never.
        decides: Whether some norm reads it; if not, it is kept for people.
    """

    name: str
    kind: Kind
    question: str
    by: str
    fresh_days: int | None = None
    decides: bool = True

    @property
    def stem(self) -> str:
        """The name without its parameter."""
        return self.name.partition("[")[0]

    @property
    def parameters(self) -> tuple[str, ...]:
        """The letters that stand for States: `()`, `("d",)` or `("d", "e")`."""
        inside = self.name.partition("[")[2].removesuffix("]")
        return tuple(inside.split("->")) if inside else ()

    def ask(self, *states: str) -> str:
        """Put the question about these States; who is not named is "that State"."""
        named = states or (UNNAMED_STATE,) * len(self.parameters)
        return self.question.format(**dict(zip(self.parameters, named, strict=True)))


TRUTH = Truth()
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

RISKS = (
    "risk.torture",
    "risk.killing",
    "risk.ill_treatment",
    "risk.disappearance",
    "risk.persecution",
)
"""The five risks that together make serious harm."""


def _conflict() -> Iterator[Fact]:
    legal = "legal officer"
    yield Fact(
        "conflict.active_hostilities", TRUTH, "Are hostilities still active?", legal
    )
    yield Fact("conflict.parties", States(), "Which States are Parties?", legal)
    yield Fact("detaining.state", State(), "Which State holds him?", "register")
    yield Fact(
        "agreement.clause_effect",
        OneOf(("none", "better", "neutral", "worse")),
        "Does the agreement leave him better or worse off than the Convention?",
        legal,
    )
    yield Fact(
        "neutral.agreement",
        TRUTH,
        "Is there an agreement on internment in a neutral country?",
        legal,
    )
    yield Fact(
        "position.mode",
        OneOf(("risk_based", "will_based")),
        "Does his will alone bar return after hostilities, or only a risk?",
        "head of legal service",
    )


def _status() -> Iterator[Fact]:
    yield Fact(
        "status.category",
        OneOf(
            (
                *("4A1", "4A2", "4A3", "4A4", "4A5", "4A6", "4B"),
                *("retained", "civilian", "defector_not_in_power"),
            )
        ),
        "To which category of Article 4 does he belong?",
        "register",
    )
    yield Fact("status.powers", States(), "On which Power does he depend?", "register")
    yield Fact("status.doubt", TRUTH, "Is his status in doubt?", "tribunal")
    yield Fact(
        "status.surrender",
        OneOf(("captured", "surrendered", "program", "deserted_then_captured")),
        "How did he come into custody?",
        "register",
    )
    yield Fact(
        "retained.needed",
        TRUTH,
        "Is this medic or chaplain needed to care for prisoners?",
        "camp doctor",
    )


def _person() -> Iterator[Fact]:
    register, casework = "register", "casework"
    yield Fact("person.alive", TRUTH, "Is he alive?", register)
    yield Fact("person.is_minor", TRUTH, "Is he under eighteen?", register)
    yield Fact("person.guardian", TRUTH, "Does he have a guardian?", casework)
    yield Fact(
        "person.best_interests",
        TRUTH,
        "Has it been decided that leaving is in the child's best interests?",
        casework,
    )
    yield Fact(
        "person.identity_confidence",
        OneOf(("none", "claimed", "corroborated", "verified")),
        "How well is his identity established?",
        "identity vault",
    )
    yield Fact(
        "person.nationalities", States(), "Which nationalities does he have?", register
    )
    yield Fact(
        "nationality.effective[d]",
        TRUTH,
        "Does {d} treat him as its national and protect him?",
        "legal officer",
    )
    yield Fact(
        "nationality.foreign_acquired",
        TRUTH,
        "Has he acquired a nationality other than Korean?",
        "identity vault",
    )
    yield Fact(
        "person.false_papers",
        TRUTH,
        "Are his papers false?",
        register,
        decides=False,
    )
    yield Fact(
        "questioning.coercion",
        TRUTH,
        "Was he pressed when he was questioned?",
        register,
        decides=False,
    )
    yield Fact(
        "id.home_village",
        Words(),
        "Which is his home village, if he wants to say?",
        "identity vault",
        decides=False,
    )


def _custody_and_health() -> Iterator[Fact]:
    doctor = "doctor"
    yield Fact(
        "custody.separate_quarters",
        TRUTH,
        "Does he live in quarters apart from adults?",
        "camp",
    )
    yield Fact(
        "card.family",
        OneOf(("sent", "declined", "deferred")),
        "Did he send a card to his family?",
        "camp",
        decides=False,
    )
    yield Fact(
        "health.art110_1",
        TRUTH,
        "Does his wound or sickness entitle him to direct repatriation?",
        "Mixed Medical Commission",
    )
    yield Fact(
        "health.art110_2",
        TRUTH,
        "Does his wound or sickness entitle him to care in a neutral country?",
        "Mixed Medical Commission",
    )
    yield Fact(
        "health.fit_to_travel", TRUTH, "Is he fit to travel?", doctor, HEALTH_DAYS
    )
    yield Fact(
        "health.capacity",
        TRUTH,
        "Is he able to understand and decide?",
        doctor,
        HEALTH_DAYS,
    )


def _hearing() -> Iterator[Fact]:
    officer, reviewer = "hearing officer", "second reviewer"
    intermediary = "neutral intermediary"
    yield Fact("wish.current", Wish(), "What does he want now?", officer)
    yield Fact(
        "wish.history",
        Wishes(),
        "What did he want before, in order?",
        officer,
        decides=False,
    )
    yield Fact(
        "hearing.private",
        TRUTH,
        "Was he heard in private, with no captor, interrogator, comrade or official?",
        officer,
    )
    yield Fact(
        "hearing.interpreter_independent",
        TRUTH,
        "Was the interpreter independent?",
        officer,
    )
    yield Fact("hearing.understood", TRUTH, "Did he understand?", officer)
    yield Fact(
        "hearing.informed",
        TRUTH,
        "Was he told all his options, and that he may change his mind?",
        officer,
    )
    yield Fact("hearing.counsel_offered", TRUTH, "Was he offered counsel?", officer)
    yield Fact(
        "hearing.inducement", TRUTH, "Was anything promised or offered to him?", officer
    )
    yield Fact("hearing.coercion", TRUTH, "Was he threatened or forced?", officer)
    yield Fact(
        "hearing.family_pressure",
        TRUTH,
        "Was he under pressure on account of his family?",
        officer,
    )
    yield Fact(
        "hearing.recorded",
        TRUTH,
        "Was the hearing recorded and read back to him?",
        officer,
        decides=False,
    )
    yield Fact(
        "hearing.valid",
        TRUTH,
        "Was the hearing that recorded his wish valid?",
        "derived from the safeguards",
    )
    yield Fact(
        "hearing.days_apart",
        Count(),
        "How many days lie between his two latest hearings?",
        officer,
        decides=False,
    )
    yield Fact(
        "vol.return_valid",
        TRUTH,
        "Has his wish to return despite the risk passed all six safeguards?",
        reviewer,
    )
    yield Fact(
        "wish.openly_free",
        TRUTH,
        "Is his will against return openly and freely expressed?",
        "derived from the hearing and the wish",
    )
    yield Fact(
        "wish.reconfirmed_at",
        Day(),
        "When did he last confirm his wish in private?",
        intermediary,
        decides=False,
    )
    yield Fact(
        "wish.reconfirmed",
        TRUTH,
        "Has he confirmed his wish in private in the last 72 hours?",
        intermediary,
        WISH_DAYS,
    )
    yield Fact(
        "wish.border_confirmed_at",
        Day(),
        "When was he asked at the border?",
        intermediary,
        decides=False,
    )
    yield Fact(
        "wish.border_confirmed",
        TRUTH,
        "Asked at the border, did he say yes?",
        intermediary,
        WISH_DAYS,
    )


def _risk() -> Iterator[Fact]:
    assessor = "assessor"
    for name, harm in (
        ("torture", "torture"),
        ("killing", "being killed"),
        ("ill_treatment", "inhuman or degrading treatment"),
        ("disappearance", "being made to disappear"),
        ("persecution", "persecution"),
        ("serious_harm", "serious harm"),
    ):
        yield Fact(
            f"risk.{name}[d]",
            TRUTH,
            f"Is he in real danger of {harm} in {{d}}?",
            assessor,
            RISK_DAYS,
        )
    yield Fact(
        "risk.onward[d->e]",
        TRUTH,
        "May {d} pass him on to {e}, with serious harm awaiting him there?",
        assessor,
        RISK_DAYS,
    )
    yield Fact(
        "risk.family", TRUTH, "Are his relatives in danger?", assessor, RISK_DAYS
    )


def _claim_and_crime() -> Iterator[Fact]:
    legal, prosecutor = "legal officer", "prosecutor liaison"
    yield Fact(
        "claim.status",
        OneOf(
            (
                *("none", "registered", "open", "rejected", "appeal"),
                *("rejected_final", "granted", "withdrawn"),
            )
        ),
        "Where does his claim for protection stand?",
        "casework",
    )
    yield Fact(
        "renunciation.verified",
        TRUTH,
        "Has it been verified that he has given up military activity for good?",
        "casework",
    )
    yield Fact(
        "excl.1F",
        TRUTH,
        "Are there serious reasons to consider that he committed an excluding crime?",
        legal,
    )
    yield Fact(
        "excl.33_2",
        TRUTH,
        "Is he a danger to the country in the sense of Article 33(2)?",
        legal,
    )
    yield Fact(
        "penal.indictable_pending",
        TRUTH,
        "Is a criminal case for an indictable offence pending?",
        prosecutor,
    )
    yield Fact("penal.convicted", TRUTH, "Is a sentence not yet served?", prosecutor)
    yield Fact(
        "penal.release_consent",
        TRUTH,
        "Has the State decided to let him go in spite of the case?",
        prosecutor,
    )
    yield Fact(
        "exchange.written_consent", TRUTH, "Has he consented in writing?", prosecutor
    )


def _receiving_state() -> Iterator[Fact]:
    legal = "legal officer"
    yield Fact("receiving.state", States(), "Which State might receive him?", legal)
    for name, question in (
        ("party_gc3", "Is {d} a Party to the Third Convention?"),
        ("willing", "Is {d} willing to apply the Convention?"),
        ("able", "Is {d} able to apply the Convention?"),
        ("icrc_access", "Does {d} let the ICRC visit?"),
        ("accepts", "Does {d} accept him?"),
        ("death_penalty_law", "Does the law of {d} provide for the death penalty?"),
    ):
        yield Fact(f"receiving.{name}[d]", TRUTH, question, legal, RISK_DAYS)
    yield Fact(
        "assurance[d]",
        OneOf(("none", "general", "specific", "specific_monitored")),
        "What assurance has {d} given?",
        legal,
    )
    yield Fact(
        "post.failure_reported",
        TRUTH,
        "Has a failure of the Power that received him been reported?",
        legal,
    )


def _information() -> Iterator[Fact]:
    officer = "disclosure officer"
    yield Fact(
        "disc.harm_if_origin_learns",
        TRUTH,
        "Might he or his relatives come to harm if the Power of origin learns of him?",
        officer,
    )
    yield Fact(
        "disc.prisoner_view",
        OneOf(("consents", "objects", "unasked")),
        "After advice, does he consent to the Power being told?",
        officer,
    )
    for name, question in (
        ("identifiable", "Can he be identified in the material?"),
        ("humiliating", "Does the material humiliate him?"),
        ("compelling_interest", "Does a compelling public interest ask for it?"),
        ("least_revealing", "Is this its least revealing form?"),
        ("anonymised", "Has it been anonymised?"),
    ):
        yield Fact(f"image.{name}", TRUTH, question, officer)
    yield Fact(
        "image.already_public",
        TRUTH,
        "Is it public already?",
        officer,
        decides=False,
    )
    yield Fact("image.consent", TRUTH, "Does he consent to it?", officer, decides=False)
    yield Fact(
        "exposure.k",
        Count(),
        "How many people share what the material tells of him?",
        officer,
    )
    yield Fact(
        "death.cause_known",
        TRUTH,
        "Is the cause of his death known?",
        "camp",
        decides=False,
    )


FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        fact.stem: fact
        for group in (
            *(_conflict, _status, _person, _custody_and_health, _hearing),
            *(_risk, _claim_and_crime, _receiving_state, _information),
        )
        for fact in group()
    }
)
"""Every fact by its stem, `risk.torture` for `risk.torture[d]`."""
