"""Recording a hearing, and asking once more before a departure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.hearing.errors import BadWish, NothingToConfirm, NotInTheLog
from safeconduct.hearing.models import Hearing, Reconfirmation, Truth
from safeconduct.hearing.queries import SAFEGUARDS, interview, place
from safeconduct.journal import receipts
from safeconduct.journal.acts import act
from safeconduct.keyring import queries as keyring
from safeconduct.register.locks import lock_person

RECORDED = "hearing.recorded"
RECONFIRMED = "hearing.reconfirmed"
PRINTED = "receipt.printed"
_WISH = re.compile(
    r"never_asked|undecided|refuses|stay|return|(return|refuge):[A-Z]{2}"
)


@dataclass(frozen=True)
class Interview:
    """One interview as the hearing officer took it down.

    Attributes:
        held_at: When it took place, timezone-aware.
        language: The language he spoke, as an ISO 639 code.
        wish: never_asked, undecided, refuses, stay, return, return:XX, refuge:XX.
        words: The wish in his own words, in his own language.
        safeguards: T, F or U by the names of `SAFEGUARDS`; absent is unknown.
    """

    held_at: datetime
    language: str
    wish: str
    words: str
    safeguards: Mapping[str, str]


def record(
    person_id: UUID, interview: Interview, *, officer: Officer, at: datetime
) -> Hearing:
    """Record a hearing. Its validity is computed, never typed in.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
        BadWish: No such wish or safeguard, or a hearing in the future.
    """
    if not _WISH.fullmatch(interview.wish):
        raise BadWish(
            gettext_noop(
                "A wish is undecided, refuses, stay, return, or return:XX or refuge:XX"
                " with the code of a State."
            )
        )
    if interview.held_at > at:
        raise BadWish(gettext_noop("The hearing lies in the future."))
    wrong = [
        name
        for name, value in interview.safeguards.items()
        if name not in SAFEGUARDS or value not in Truth.values
    ]
    if wrong:
        raise BadWish(f"{', '.join(wrong)}: a safeguard is answered T, F or U.")

    with act(RECORDED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(
            person.pk,
            policy.require(officer, Right.HEAR, matter_of=person.holder_id),
        )
        hearing_id = uuid4()
        key = keyring.key(person.pk)
        hearing = deed.write(
            Hearing(
                id=hearing_id,
                person=person,
                held_at=interview.held_at,
                language=interview.language,
                wish=interview.wish,
                words=key.seal(interview.words.encode(), place=place(hearing_id)),
                **interview.safeguards,
            )
        )
        deed.say(
            wish=hearing.wish,
            held_at=hearing.held_at.isoformat(),
            language=hearing.language,
            hearing=str(hearing_id),
        )
    return hearing


def reconfirm(
    person_id: UUID, *, stage: str, answer: str, officer: Officer, at: datetime
) -> Reconfirmation:
    """Record the answer to the last question: does he still want to go?

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
        NothingToConfirm: Nobody has heard him yet, or no such answer.
    """
    if (
        stage not in Reconfirmation.Stage.values
        or answer not in Reconfirmation.Answer.values
    ):
        raise NothingToConfirm("Ask in the camp or at the border: yes, no or delay.")
    with act(RECONFIRMED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        deed.on(
            person.pk,
            policy.require(officer, Right.RECONFIRM, matter_of=person.holder_id),
        )
        hearing = person.hearings.order_by("-held_at", "-entry__at").first()
        if hearing is None:
            raise NothingToConfirm(
                gettext_noop("Nobody has heard him yet: hold a hearing first.")
            )
        asked = deed.write(
            Reconfirmation(
                person=person, hearing=hearing, stage=stage, answer=answer, asked_at=at
            )
        )
        deed.say(stage=stage, answer=answer, hearing=str(hearing.pk))
    return asked


def print_receipt(
    person_id: UUID, interview_id: UUID, *, officer: Officer, at: datetime
) -> receipts.Standing:
    """Hand out the receipt of an interview: the same look for everybody.

    Args:
        person_id: Who was interviewed.
        interview_id: A hearing, or a question asked once more.
        officer: Who prints it.
        at: When, timezone-aware.

    Returns:
        What the slip carries: never the wish, never a salt.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
        NoSuchInterview: He had none of that number.
        NotInTheLog: The log has not taken it in yet.
    """
    with act(PRINTED, officer=officer, at=at) as deed:
        person = lock_person(pk=person_id)
        hears = policy.allows(officer, Right.HEAR, matter_of=person.holder_id)
        right = Right.HEAR if hears else Right.RECONFIRM
        deed.on(person.pk, policy.require(officer, right, matter_of=person.holder_id))
        standing = receipts.of_entry(interview(person.pk, interview_id).entry)
        if standing is None:
            raise NotInTheLog(
                gettext_noop(
                    "The log has not taken this interview in yet. Print the receipt"
                    " after the next step of the log."
                )
            )
        deed.say(index=standing.locator.index, complete=standing.receipt is not None)
    return standing
