"""What is told about him, to whom; what is published; and what follows his death."""

from safeconduct.law.facts.fact import TRUTH, Fact, noted, sealed
from safeconduct.law.kinds import (
    Count,
    Entry,
    Moment,
    OneOf,
    Words,
    texts,
)

_BUREAU, _DISCLOSURE, _CAMP = "Bureau", "disclosure officer", "camp"

FACTS = (
    noted("nib.exists", TRUTH, "Is there a National Information Bureau?", _BUREAU),
    noted(
        "nib.received_at",
        Moment(),
        "When did the Bureau receive his data?",
        _BUREAU,
    ),
    noted(
        "nib.notice_cta_at",
        Moment(),
        "When was the Central Agency last told of him?",
        _BUREAU,
    ),
    noted(
        "nib.notice_power_at",
        Moment(),
        "When was the Power he depends on last told of him?",
        _BUREAU,
    ),
    noted(
        "nib.cta_warned_at",
        Moment(),
        "When was the Central Agency warned that telling of him may do harm?",
        _BUREAU,
    ),
    noted(
        "cta.case_no",
        Words(),
        "Which number has his case with the Central Agency?",
        _BUREAU,
    ),
    Fact(
        "disc.harm_if_origin_learns",
        TRUTH,
        "Might he or his relatives come to harm if the Power of origin learns of him?",
        _DISCLOSURE,
    ),
    Fact(
        "disc.prisoner_view",
        OneOf(("consents", "objects", "unasked")),
        "After advice, does he consent to the Power being told?",
        _DISCLOSURE,
    ),
    sealed(
        "tracing.request",
        Entry(
            sought=Words(),
            unit=Words(),
            last_news=Words(),
            reasons=Words(),
            may_contact=TRUTH,
        ),
        "Who is being looked for?",
        _BUREAU,
    ),
    sealed(
        "tracing.enquirer",
        Entry(name=Words(), relation=Words(), address=Words(), may_be_told=Words()),
        "Who is looking for him?",
        _BUREAU,
    ),
    sealed(
        "tracing.reply_sealed",
        TRUTH,
        "Was the answer to the enquirer sealed?",
        _BUREAU,
    ),
    *(
        Fact(f"image.{name}", TRUTH, question, _DISCLOSURE)
        for name, question in (
            ("identifiable", "Can he be identified in the material?"),
            ("humiliating", "Does the material humiliate him?"),
            ("compelling_interest", "Does a compelling public interest ask for it?"),
            ("least_revealing", "Is this its least revealing form?"),
            ("anonymised", "Has it been anonymised?"),
        )
    ),
    noted("image.already_public", TRUTH, "Is it public already?", _DISCLOSURE),
    noted("image.consent", TRUTH, "Does he consent to it?", _DISCLOSURE),
    Fact(
        "exposure.k",
        Count(),
        "How many people share what the material tells of him?",
        _DISCLOSURE,
    ),
    noted(
        "gate.signatures",
        texts(),
        "Whose signatures stand under his departure?",
        "departure",
    ),
    noted("death.at", Moment(), "When did he die?", _CAMP),
    noted("death.place", Words(), "Where did he die?", _CAMP),
    noted("death.cause", Words(), "Of what did he die?", "doctor"),
    noted("death.cause_known", TRUTH, "Is the cause of his death known?", _CAMP),
    noted("death.burial_at", Moment(), "When was he buried?", _CAMP),
    noted("death.grave", Words(), "Where is his grave, and how is it marked?", _CAMP),
    noted("will.exists", TRUTH, "Did he leave a will?", _CAMP),
    noted(
        "enquiry.opened_at",
        Moment(),
        "When was an official enquiry opened?",
        _CAMP,
    ),
)
