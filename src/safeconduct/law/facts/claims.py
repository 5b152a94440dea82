"""Claims to protection, exclusion from it, and criminal cases.

`decision.told_at` and `determination.made_at` are ours: the published dictionary has
no date from which the time for appeal, or the time to determine again, could be told.
"""

from safeconduct.law.facts.fact import TRUTH, Fact, noted
from safeconduct.law.kinds import Count, Day, Moment, OneOf, Words, entries

_CASEWORK, _LEGAL, _PROSECUTOR = "casework", "legal officer", "prosecutor liaison"

FACTS = (
    Fact(
        "claim.status",
        OneOf(
            (
                *("none", "registered", "open", "rejected", "appeal"),
                *("rejected_final", "granted", "withdrawn"),
            )
        ),
        "Where does his claim for protection stand?",
        _CASEWORK,
    ),
    noted("claim.filed_at", Moment(), "When did he first claim protection?", _CASEWORK),
    noted(
        "decision.reasons",
        Words(),
        "For which reasons was it decided so?",
        _CASEWORK,
    ),
    noted(
        "decision.told_at",
        Moment(),
        "When was he told the decision on his claim?",
        _CASEWORK,
    ),
    noted(
        "decision.review_available",
        TRUTH,
        "Can he have the decision reviewed?",
        _CASEWORK,
    ),
    noted(
        "appeal.other_person",
        TRUTH,
        "Does somebody else decide on the appeal?",
        _CASEWORK,
    ),
    noted(
        "remedy.suspensive",
        TRUTH,
        "Does he stay until his appeal is decided?",
        _CASEWORK,
    ),
    noted(
        "remedy.interim_measure",
        TRUTH,
        "Has a court ordered that he must not be moved meanwhile?",
        _CASEWORK,
    ),
    noted(
        "determination.made_at",
        Moment(),
        "When were his ways out last determined?",
        _CASEWORK,
    ),
    noted(
        "renunciation.declared_at",
        Day(),
        "When did he declare that he gives up military activity?",
        _CASEWORK,
    ),
    Fact(
        "renunciation.verified",
        TRUTH,
        "Has it been verified that he has given up military activity for good?",
        _CASEWORK,
    ),
    Fact(
        "excl.1F",
        TRUTH,
        "Are there serious reasons to consider that he committed an excluding crime?",
        _LEGAL,
    ),
    noted("excl.basis", Words(), "On what does the exclusion rest?", _LEGAL),
    Fact(
        "excl.33_2",
        TRUTH,
        "Is he a danger to the country in the sense of Article 33(2)?",
        _LEGAL,
    ),
    Fact(
        "penal.indictable_pending",
        TRUTH,
        "Is a criminal case for an indictable offence pending?",
        _PROSECUTOR,
    ),
    Fact("penal.convicted", TRUTH, "Is a sentence not yet served?", _PROSECUTOR),
    noted(
        "penal.pre_capture_charge",
        TRUTH,
        "Is he charged with something he did before capture?",
        _PROSECUTOR,
    ),
    noted(
        "penal.death_sentence",
        TRUTH,
        "Has he been sentenced to death?",
        _PROSECUTOR,
    ),
    noted(
        "penal.disciplinary",
        entries(
            confined=Moment(),
            pronounced=Moment(),
            begun=Moment(),
            ended=Moment(),
            days=Count(),
        ),
        "Which disciplinary punishments were there, from when to when?",
        _PROSECUTOR,
    ),
    noted(
        "penal.court",
        OneOf(("military", "civil")),
        "Which kind of court tries him?",
        _PROSECUTOR,
    ),
    noted(
        "penal.notice_at",
        Day(),
        "When was the Protecting Power, or in its place the ICRC, told of the case?",
        _PROSECUTOR,
    ),
    noted("penal.trial_at", Day(), "When does the trial open?", _PROSECUTOR),
    noted(
        "penal.confined_since",
        Day(),
        "Since when has he been confined to await trial?",
        _PROSECUTOR,
    ),
    noted(
        "penal.names_communicated",
        TRUTH,
        "Have the names of those kept for criminal cases been exchanged?",
        _PROSECUTOR,
    ),
    Fact(
        "penal.release_consent",
        TRUTH,
        "Has the State decided to let him go in spite of the case?",
        _PROSECUTOR,
    ),
    Fact(
        "exchange.written_consent", TRUTH, "Has he consented in writing?", _PROSECUTOR
    ),
)
