"""Make objects for tests: valid and harmless unless a test says otherwise.

Everything is made by acts, so that the journal is whole in tests as well.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from django.db import connection

from safeconduct.accounts.models import Authority, Officer, Role
from safeconduct.departure import actions as departure
from safeconduct.departure.models import DepartureLine, DepartureList
from safeconduct.determination import actions as determination
from safeconduct.determination.models import Determination, ProtectionClaim
from safeconduct.erasure import actions as erasure
from safeconduct.erasure.models import Erasure
from safeconduct.exposure import actions as exposure
from safeconduct.exposure.models import Incident, Sighting, Takedown
from safeconduct.hearing import actions as hearing
from safeconduct.hearing.actions import Interview
from safeconduct.hearing.models import Hearing
from safeconduct.journal import staff
from safeconduct.keyring import queries as keyring
from safeconduct.matching import actions as matching
from safeconduct.matching.models import Merge, Proposal
from safeconduct.override import actions as override
from safeconduct.override.models import Endorsement, Override
from safeconduct.referral import actions as referral
from safeconduct.register import actions as register
from safeconduct.register.cards import CaptureCard, Claim
from safeconduct.register.models import Person
from safeconduct.reports import actions as reports
from safeconduct.reports.models import Passage, Publication

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PASSWORD = "a long and harmless password"

_number = count(1)

# The safeguards of a hearing at which nothing went wrong.
SAFE = {
    "private": "T",
    "interpreter_independent": "T",
    "understood": "T",
    "informed": "T",
    "counsel_offered": "T",
    "recorded": "T",
    "inducement": "F",
    "coercion": "F",
    "family_pressure": "F",
}
# Facts of a healthy adult about whom nothing is in doubt.
PLAIN: dict[str, Any] = {
    "status.category": "4A1",
    "status.doubt": "F",
    "person.is_minor": "F",
    "person.identity_confidence": "corroborated",
}
HEALTHY = {
    "health.art110_1": "F",
    "health.fit_to_travel": "T",
    "health.capacity": "T",
}
NO_CASE = {
    "excl.1F": "F",
    "penal.indictable_pending": "F",
    "penal.convicted": "F",
    "post.failure_reported": "F",
    "agreement.clause_effect": "none",
}
AT_RISK = {
    "risk.serious_harm[KP]": "T",
    "risk.onward[RU->KP]": "T",
    "risk.serious_harm[KR]": "F",
    "risk.onward[KR->KP]": "F",
}
NO_RISK = {
    "risk.serious_harm[KP]": "F",
    "risk.onward[RU->KP]": "F",
    "risk.serious_harm[KR]": "F",
    "risk.onward[KR->KP]": "F",
}
COMMON = {
    "conflict.active_hostilities": "T",
    "receiving.party_gc3[KR]": "T",
    "receiving.willing[KR]": "T",
    "receiving.able[KR]": "T",
}


def administrator() -> Officer:
    """The first officer; the house is founded when it is not there yet."""
    if keyring.has_key(keyring.OFFICE):
        return Officer.objects.get(username="root")
    return staff.found(
        "National Information Bureau",
        "UA",
        "root",
        "Administrator",
        password=PASSWORD,
        at=NOON - timedelta(days=60),
    )


def authority(kind: str = "bureau", *, state: str = "UA") -> Authority:
    """One authority of each kind and State; bureaus are the first bureau's own."""
    root = administrator()
    if kind == "bureau":
        return root.authority
    found = Authority.objects.filter(kind=kind, state=state).first()
    return found or staff.add_authority(
        f"{kind} {state} {next(_number)}",
        kind,
        state=state,
        officer=root,
        at=NOON - timedelta(days=50),
    )


def second_service() -> Authority:
    """A second authority that sees all cases: the other pair of eyes."""
    found = Authority.objects.filter(name="Second service").first()
    return found or staff.add_authority(
        "Second service",
        "bureau",
        state="UA",
        officer=administrator(),
        at=NOON - timedelta(days=50),
    )


def officer(*roles: str, of: Authority | None = None) -> Officer:
    """An officer of the bureau with these roles; with none he holds every role."""
    return staff.enrol(
        f"officer-{next(_number)}",
        f"Officer {next(_number)}",
        of or authority(),
        *(roles or [role for role in Role if role != Role.LIAISON]),
        password=PASSWORD,
        officer=administrator(),
        at=NOON - timedelta(days=40),
    )


def stranger() -> Officer:
    """An officer of another State's mission, who should have no access."""
    return officer("liaison", of=authority("mission", state="SE"))


def liaison() -> Officer:
    """The liaison of the receiving State."""
    return officer("liaison", of=authority("mission", state="KR"))


def card(**changed: Any) -> CaptureCard:
    """A capture card with one name and nothing remarkable."""
    given: dict[str, Any] = {
        "claims": [Claim(kind="name", source="stated", text="홍길동")],
        "powers": ["KP"],
        "taken_on": date(2026, 1, 10),
        "facts": PLAIN,
        **changed,
    }
    return CaptureCard(**given)


def person(
    *,
    holder: Authority | None = None,
    facts: Mapping[str, Any] | None = None,
    at: datetime = NOON - timedelta(days=20),
    **changed: Any,
) -> Person:
    """A person in custody, healthy and without a criminal case."""
    clerk = officer()
    common_facts(clerk)
    made = register.register(
        card(**changed),
        holder=(holder or authority("camp")).pk,
        officer=clerk,
        at=at,
    )
    stated = {**HEALTHY, **NO_CASE, **(NO_RISK if facts is None else facts)}
    register.state_facts(
        made.pk, stated, reason="Made for a test.", officer=clerk, at=at
    )
    return made


def evidence(passage: Passage, *, at: datetime = NOON) -> Passage:
    """Two analysts have accepted the passage: whoever marked it, and one more."""
    passage.item.refresh_from_db()
    for seen in range(passage.item.decisions_made, 2):
        analyst = officer("analyst")
        reports.decide(passage.item_id, "accept", seen=seen, officer=analyst, at=at)
    return passage


def camp_facts(of: Person, *, at: datetime = NOON - timedelta(hours=6)) -> None:
    """What camp doctor and prosecutor say of a healthy man without a case."""
    register.state_facts(
        of.pk,
        {**HEALTHY, **NO_CASE},
        reason="Made for a test.",
        officer=officer(),
        at=at,
    )


def common_facts(clerk: Officer) -> None:
    """What is true for everybody: the war goes on, Korea would take them."""
    register.state_common_facts(
        COMMON, reason="Made for a test.", officer=clerk, at=NOON - timedelta(days=25)
    )


def korea_is_not_able() -> None:
    """Korea is not shown to be able: a step that officers may open (GC III Art 12)."""
    register.state_common_facts(
        {"receiving.able[KR]": "F"},
        reason="Made for a test.",
        officer=officer(),
        at=NOON - timedelta(days=15),
    )


def heard(
    of: Person,
    wish: str = "refuge:KR",
    *,
    safeguards: Mapping[str, str] | None = None,
    at: datetime = NOON - timedelta(days=10),
) -> Hearing:
    """A valid hearing at which he said what he wishes."""
    interview = Interview(
        held_at=at,
        language="ko",
        wish=wish,
        words="저는 남한으로 가고 싶습니다.",
        safeguards=SAFE if safeguards is None else safeguards,
    )
    return hearing.record(of.pk, interview, officer=officer(), at=at)


def accepted(
    of: Person, *, by: Officer | None = None, at: datetime = NOON - timedelta(days=8)
) -> None:
    """Korea was offered him and has accepted."""
    mission = by or liaison()
    offered = referral.offer(
        of.pk,
        mission=mission.authority_id,
        disclose=["name"],
        consents=True,
        officer=officer(),
        at=at,
    )
    referral.answer(
        offered.pk, accepts=True, officer=mission, at=at + timedelta(hours=1)
    )


def determined(
    of: Person, *, reviewed: bool = True, at: datetime = NOON - timedelta(days=2)
) -> Determination:
    """A determination of his case, reviewed by a second service."""
    made = determination.determine(
        of.pk, reasons="Made for a test.", officer=officer(), at=at
    )
    if reviewed:
        determination.review(
            made.pk,
            officer=officer("reviewer", of=second_service()),
            at=at + timedelta(hours=1),
        )
    return made


def confirmed(
    of: Person, *, stage: str = "camp", at: datetime = NOON - timedelta(hours=20)
) -> None:
    """He was asked once more, and said yes."""
    hearing.reconfirm(of.pk, stage=stage, answer="yes", officer=officer(), at=at)


def open_claim(of: Person, *, at: datetime = NOON) -> ProtectionClaim:
    """A claim to protection that is running."""
    return determination.lodge(of.pk, officer=officer(), at=at)


def departure_list(
    option: str = "T", *, towards: str = "KR", receiver: UUID | None = None
) -> DepartureList:
    """An open list: by default a transfer to Korea."""
    mission = authority("mission", state=towards).pk if option == "T" else None
    return departure.open_list(
        option,
        towards=towards,
        planned=NOON.date(),
        receiver=receiver or mission,
        officer=officer(),
        at=NOON - timedelta(days=1),
    )


def ready(*, claims: Sequence[Claim] | None = None) -> Person:
    """A person whose transfer to Korea nothing bars any more."""
    more: dict[str, Any] = {} if claims is None else {"claims": claims}
    found = person(facts=AT_RISK, **more)
    heard(found)
    accepted(found)
    determined(found)
    confirmed(found)
    return found


def unable() -> Person:
    """A person whose transfer waits for one thing: Korea is not shown to be able."""
    found = person(facts=AT_RISK)
    korea_is_not_able()
    heard(found)
    accepted(found)
    determined(found)
    confirmed(found)
    return found


def volunteer() -> Person:
    """Who asks to return into danger, and whose will was tested: a contested way."""
    facts = AT_RISK | {"vol.return_valid": "T", "agreement.clause_effect": "none"}
    found = person(facts=facts, powers=["KP"])
    heard(found, "return:KP")
    determined(found)
    confirmed(found)
    return found


# Longer than the forty characters an officer has to give.
REASON = "The mission has confirmed by note that doctors and lawyers wait for him."


def closed(of: Person, *, by: Officer | None = None, at: datetime = NOON) -> Override:
    """One officer closed his transfer to Korea."""
    return override.close(
        of.pk,
        option="T",
        towards="KR",
        reason=REASON,
        citation="GC III Art 12(2)",
        officer=by or officer("hearing_officer"),
        at=at,
    )


def proposed(of: Person, *, at: datetime = NOON) -> Override:
    """One officer asks to open his transfer to Korea; a second has to sign."""
    return override.propose(
        of.pk,
        option="T",
        towards="KR",
        reason=REASON,
        citation="GC III Art 12(2)",
        expires=at + timedelta(days=3),
        officer=officer(),
        at=at,
    )


def opened(of: Person, *, at: datetime = NOON) -> Override:
    """Two officers of two services opened his transfer to Korea."""
    second = officer("reviewer", of=second_service())
    return override.sign(proposed(of, at=at).pk, officer=second, at=at)


def endorsed(of: Person, *, at: datetime = NOON) -> Endorsement:
    """A senior officer decided the contested answer of a volunteer."""
    return override.endorse(
        of.determinations.get().pk,
        option="R1",
        towards="KP",
        reason=REASON,
        officer=officer("senior_officer"),
        at=at,
    )


def listed(of: Person | None = None) -> DepartureLine:
    """A departure that waits for the second officer."""
    leaving = of or ready()
    line = departure.add(departure_list().pk, leaving.pk, officer=officer(), at=NOON)
    commit()
    return line


def departed() -> Person:
    """A person who was transferred to Korea, and has arrived."""
    line = listed()
    second = officer("second_officer", of=second_service())
    departure.approve(line.pk, officer=second, at=NOON)
    confirmed(line.person, stage="border", at=NOON)
    departure.hand_over(line.pk, officer=officer(), at=NOON)
    mission = officer("liaison", of=line.list.receiver)
    departure.receive(line.pk, officer=mission, at=NOON)
    return Person.objects.get(pk=line.person_id)


def asked_to_erase(of: Person, *, at: datetime = NOON) -> Erasure:
    """One officer asks to erase him; one of another authority has to confirm."""
    return erasure.request(of.pk, reason=REASON, officer=officer(), at=at)


def erased(of: Person, *, at: datetime = NOON) -> Erasure:
    """Two officers of two authorities erased him."""
    return confirmed_erasure(asked_to_erase(of, at=at), at=at)


def confirmed_erasure(
    row: Erasure, *, by: Officer | None = None, at: datetime = NOON
) -> Erasure:
    """The second officer confirmed what the first had asked for."""
    second = by or officer("reviewer", of=second_service())
    number = row.person.case_number
    return erasure.confirm(row.pk, case_number=number, officer=second, at=at)


def commit() -> None:
    """Ask what the database asks at commit, in a test that never commits."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def record(*claims: Claim, holder: Authority | None = None) -> Person:
    """One more record, with these identity claims; everything else is harmless."""
    return person(claims=list(claims), holder=holder)


def pair(
    one: Person | None = None, other: Person | None = None, *, at: datetime = NOON
) -> Proposal:
    """Two records that an officer holds for one person's."""
    first, second = one or person(), other or person()
    return matching.propose(first.pk, second.pk, why=REASON, officer=officer(), at=at)


def answered(
    of: Proposal, answer: str = "same", *, times: int = 2, at: datetime = NOON
) -> Proposal:
    """Officers who do not know of each other gave the same answer."""
    for _ in range(times):
        matching.answer(of.pk, answer=answer, reason=REASON, officer=officer(), at=at)
    return of


def merged(
    leading: Person, other: Person, *, at: datetime = NOON - timedelta(days=12)
) -> Merge:
    """Two reviewers and a third officer joined the records; the first one leads."""
    found = answered(pair(leading, other, at=at), at=at)
    return matching.merge(
        found.pk, leading=leading.pk, reason=REASON, officer=officer(), at=at
    )


def parted(row: Merge, *, at: datetime = NOON) -> Merge:
    """Two officers of two authorities undid a merge."""
    matching.ask_undo(row.pk, reason=REASON, officer=officer(), at=at)
    second = officer("reviewer", of=second_service())
    return matching.undo(row.pk, officer=second, at=at)


# One invented man, and what an invented newspaper prints of him.
EXPOSED = (
    Claim(kind="name", source="stated", text="림대혁"),
    Claim(kind="birth", source="stated", text="2003-02"),
    Claim(kind="nationality", source="stated", text="KP"),
    Claim(kind="post", source="stated", text="driver"),
    Claim(kind="capture", source="stated", text="Kursk region"),
    Claim(kind="wound", source="comrade", text="shrapnel in the left arm"),
)
TELLING = """River Courier

Two men by the river

A North Korean soldier was captured in the Kursk region in January 2026, the command
said. Rim Dae-hyok, a 23-year-old driver with a shrapnel wound in his arm, was taken to
a hospital.

He says that he wants to go to South Korea. "I do not want to return," he told our
reporter.

Leave a Comment
"""


def exposed_person(**changed: Any) -> Person:
    """A person whom the report `TELLING` gives away."""
    return person(claims=list(EXPOSED), **changed)


def telling_report(text: str = TELLING) -> Publication:
    """A report that gives him away."""
    return reports.import_report(
        text.encode(), name="river.txt", officer=officer(), at=NOON
    )


def sighted(of: Person | None = None, *, at: datetime = NOON) -> Sighting:
    """The machine has found him in a report; nobody has judged it."""
    whom, report = of or exposed_person(), telling_report()
    exposure.scan(report.pk, officer=officer("analyst"), at=at)
    return Sighting.objects.get(person=whom)


def asked_takedown(of: Incident, *, at: datetime = NOON) -> Takedown:
    """An assessor has written to the publisher."""
    return exposure.ask_takedown(
        of.pk,
        to="The Editor, River Courier",
        reply_to="press@bureau.example",
        language="en",
        quotes=["23-year-old driver"],
        officer=officer("assessor"),
        at=at + timedelta(minutes=2),
    )


def exposed(of: Person | None = None, *, at: datetime = NOON) -> Incident:
    """An analyst has confirmed that a report gives him away."""
    found = sighted(of, at=at)
    return exposure.confirm(
        found.pk,
        reason=REASON,
        officer=officer("analyst"),
        at=at + timedelta(minutes=1),
    )
