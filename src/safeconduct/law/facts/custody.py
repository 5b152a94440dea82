"""Where is he kept, whom may he write to, and what has he complained of?"""

from safeconduct.law.facts.fact import TRUTH, Fact, noted
from safeconduct.law.kinds import (
    Count,
    Moment,
    OneOf,
    SomeOf,
    Words,
    entries,
    texts,
)

_REGISTER, _CAMP, _CASEWORK = "register", "camp", "casework"
CUSTODY_EVENTS = (
    *("captured", "evacuated", "arrived", "transferred_camp", "hospital_in"),
    *("hospital_out", "released", "paroled", "repatriated", "exchanged"),
    *("transferred_power", "escaped", "recaptured", "died", "tribunal", "visit_icrc"),
)
"""What may happen to a prisoner in custody."""

FACTS = (
    noted("custody.holder", Words(), "Which organisation keeps him?", _REGISTER),
    noted(
        "custody.mode",
        OneOf(("internment", "close_confinement", "hospital", "parole")),
        "In which way is he kept?",
        _REGISTER,
    ),
    noted(
        "custody.events",
        entries(kind=OneOf(CUSTODY_EVENTS), day=Moment()),
        "What has happened in his custody, and when?",
        _REGISTER,
    ),
    noted(
        "custody.separated",
        TRUTH,
        "Is he kept apart from those he served with?",
        _CAMP,
    ),
    noted(
        "custody.separation_consent",
        TRUTH,
        "Did he agree to be kept apart from those he served with?",
        _CAMP,
    ),
    Fact(
        "custody.separate_quarters",
        TRUTH,
        "Does he live in quarters apart from adults?",
        _CAMP,
    ),
    noted(
        "captivity.months",
        Count(),
        "For how many months has he been a prisoner?",
        _REGISTER,
    ),
    noted(
        "safety.threat_from",
        SomeOf(("fellow_prisoners", "keepers", "public", "origin_officials")),
        "Who threatens him?",
        _CAMP,
    ),
    noted(
        "treatment.incident",
        texts(),
        "Which incidents were there in his treatment?",
        _CAMP,
    ),
    noted(
        "breach.alleged",
        texts(),
        "Which breaches of the Convention are alleged?",
        "prosecutor liaison",
    ),
    noted(
        "effects.items",
        entries(item=Words(), receipt_no=Words(), officer=Words()),
        "Which of his effects were taken, with which receipt, by whom?",
        _REGISTER,
    ),
    noted(
        "effects.returned_at",
        Moment(),
        "When were his effects given back?",
        _REGISTER,
    ),
    noted(
        "evac.list_made_at",
        Moment(),
        "When was the list of those evacuated made?",
        _REGISTER,
    ),
    noted(
        "transfer.interest_note",
        Words(),
        "How were his own interests weighed before the transfer?",
        _REGISTER,
    ),
    noted(
        "transfer.list_made_at",
        Moment(),
        "When was the list of those to be moved made?",
        _REGISTER,
    ),
    noted(
        "transfer.notice_given_at",
        Moment(),
        "When was he told of the move and of his new address?",
        _REGISTER,
    ),
    noted(
        "account.statement_at",
        Moment(),
        "When was he given the statement of his account?",
        _REGISTER,
    ),
    noted(
        "list66.sent",
        TRUTH,
        "Has the list of those whose captivity ended been sent?",
        _REGISTER,
    ),
    noted(
        "info.sheet_given_at",
        Moment(),
        "When was he told of his rights and of the rules on letters?",
        _CAMP,
    ),
    noted(
        "mail.count",
        Count(),
        "How many letters and cards could he send this month?",
        _CAMP,
    ),
    noted("card.offered_at", Moment(), "When was the capture card offered?", _CAMP),
    noted(
        "card.family",
        OneOf(("sent", "declined", "deferred")),
        "Did he send a card to his family?",
        _CAMP,
    ),
    noted(
        "card.cta",
        OneOf(("sent", "declined", "deferred")),
        "Did he send a card to the Central Agency?",
        _CAMP,
    ),
    noted("counsel.offered_at", Moment(), "When was counsel offered?", _CASEWORK),
    noted("counsel.consulted", TRUTH, "Has he spoken with counsel?", _CASEWORK),
    noted("complaint.received_at", Moment(), "When did he complain?", _CAMP),
    noted(
        "complaint.forwarded_at",
        Moment(),
        "When was his complaint passed on?",
        _CAMP,
    ),
    noted("visit.requested_at", Moment(), "When was a visit asked for?", _CAMP),
    noted("visit.allowed", TRUTH, "Was the visit allowed?", _CAMP),
    noted(
        "visit.private",
        TRUTH,
        "Could the visitors speak with him without witnesses?",
        _CAMP,
    ),
)
