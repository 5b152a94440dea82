"""Who is he? What tells it lies under seal; what remains is asked of the register."""

from safeconduct.law.facts.fact import TRUTH, Fact, noted, sealed
from safeconduct.law.kinds import (
    Day,
    Entry,
    Language,
    OneOf,
    SomeOf,
    States,
    Words,
    texts,
)

_REGISTER, _CASEWORK, _VAULT = "register", "casework", "identity vault"
EVIDENCE = SomeOf(
    (
        *("stated", "card_genuine", "card_disputed", "comrade"),
        *("biometric", "family", "receiving_state"),
    )
)
"""What an identity may rest on."""

FACTS = (
    Fact("person.alive", TRUTH, "Is he alive?", _REGISTER),
    sealed(
        "person.sex",
        OneOf(("male", "female", "other")),
        "Of which sex is the prisoner?",
        _REGISTER,
    ),
    sealed("person.birth_date", Day(partly=True), "When was he born?"),
    Fact("person.is_minor", TRUTH, "Is he under eighteen?", _REGISTER),
    Fact("person.guardian", TRUTH, "Does he have a guardian?", _CASEWORK),
    Fact(
        "person.best_interests",
        TRUTH,
        "Has it been decided that leaving is in the child's best interests?",
        _CASEWORK,
    ),
    Fact(
        "person.identity_confidence",
        OneOf(("none", "claimed", "corroborated", "verified")),
        "How well is his identity established?",
        _VAULT,
    ),
    Fact(
        "person.nationalities", States(), "Which nationalities does he have?", _REGISTER
    ),
    Fact(
        "nationality.effective[d]",
        TRUTH,
        "Does {d} treat him as its national and protect him?",
        "legal officer",
    ),
    Fact(
        "nationality.foreign_acquired",
        TRUTH,
        "Has he acquired a nationality other than Korean?",
        _VAULT,
    ),
    sealed(
        "nationality.foreign_voluntary",
        TRUTH,
        "Did he acquire that nationality of his own will?",
    ),
    sealed("person.from_north", TRUTH, "Does he come from the north of Korea?"),
    sealed("person.parent_korean", TRUTH, "Was one of his parents Korean?"),
    noted("person.false_papers", TRUTH, "Are his papers false?", _REGISTER),
    sealed(
        "doc.identity_card",
        Entry(
            type=Words(), issuer=Words(), serial=Words(), name=Words(), genuine=TRUTH
        ),
        "Which identity card does he carry, and is it genuine?",
        _REGISTER,
    ),
    sealed("doc.kp", texts(), "Which papers of North Korea does he carry?", _REGISTER),
    sealed(
        "id.claimed",
        Entry(
            surname=Words(),
            first=Words(),
            rank=Words(),
            birth_date=Day(partly=True),
            number=Words(),
        ),
        "Who does he say he is: name, rank, date of birth, number?",
    ),
    sealed("id.false_statement", TRUTH, "Did he say something false about himself?"),
    sealed("id.method", EVIDENCE, "By which means was he identified?"),
    sealed(
        "id.home_village", Words(), "Which is his home village, if he wants to say?"
    ),
    noted(
        "questioning.coercion",
        TRUTH,
        "Was he pressed when he was questioned?",
        _REGISTER,
    ),
    noted(
        "questioning.language",
        Language(),
        "In which language was he questioned?",
        _REGISTER,
    ),
    noted(
        "questioning.understood",
        TRUTH,
        "Did he understand what he was asked in questioning?",
        _REGISTER,
    ),
    noted(
        "legal_act.kind",
        OneOf(("power_of_attorney", "will", "other")),
        "Which legal document does he want to draw up?",
        _CASEWORK,
    ),
    noted(
        "consent.subject",
        OneOf(
            (
                *("publication", "disclosure", "transfer", "exchange"),
                *("parole", "treatment", "waiver"),
            )
        ),
        "To what is he said to have consented?",
        _CASEWORK,
    ),
)
