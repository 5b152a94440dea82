"""What the hearings say: the wish in force, the safeguards, the confirmations."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from safeconduct.hearing.errors import NoSuchInterview
from safeconduct.hearing.models import Hearing, Reconfirmation
from safeconduct.keyring import queries as keyring
from safeconduct.register.models import Person

SAFEGUARDS = (
    "private",
    "interpreter_independent",
    "understood",
    "informed",
    "counsel_offered",
    "recorded",
    "inducement",
    "coercion",
    "family_pressure",
)


def place(hearing: UUID) -> str:
    """Name the place the sealed words of a hearing belong to."""
    return f"hearing/words/{hearing}"


def facts(person_id: UUID, *, at: datetime) -> dict[str, object]:
    """State what the hearings establish at a moment, by the names of `law.facts`.

    The newest hearing holds. A confirmation counts while it is at most
    `RECONFIRM_HOURS` old, belongs to the wish in force, and said yes.
    """
    held = list(
        Hearing.objects.filter(person=person_id, held_at__lte=at).order_by(
            "-held_at", "-entry__at"
        )
    )
    if not held:
        return {"wish.current": "never_asked", "hearing.valid": "F"}
    newest = held[0]
    found: dict[str, object] = {
        "wish.current": newest.wish,
        "wish.history": [hearing.wish for hearing in reversed(held)],
        **{f"hearing.{name}": getattr(newest, name) for name in SAFEGUARDS},
        "wish.reconfirmed": _confirmed(newest, Reconfirmation.Stage.CAMP, at),
    }
    border = _confirmed(newest, Reconfirmation.Stage.BORDER, at)
    if border is not None:
        found["wish.border_confirmed"] = border
    if found["wish.reconfirmed"] is None:
        del found["wish.reconfirmed"]
    if len(held) > 1:
        found["hearing.days_apart"] = (newest.held_at - held[1].held_at).days
    return found


def _confirmed(hearing: Hearing, stage: str, at: datetime) -> str | None:
    """T or F by the newest answer to this hearing; `None` if not asked in time."""
    window = at - timedelta(hours=settings.RECONFIRM_HOURS)
    asked = (
        Reconfirmation.objects.filter(
            hearing=hearing, stage=stage, asked_at__range=(window, at)
        )
        .order_by("-asked_at", "-entry__at")
        .first()
    )
    if asked is None:
        return None
    return "T" if asked.answer == Reconfirmation.Answer.YES else "F"


def said_yes_at_the_border(person_id: UUID, *, since: datetime) -> bool:
    """Say whether his newest answer at the crossing, to his newest wish, is a yes."""
    newest = Hearing.objects.filter(person=person_id).order_by("-held_at", "-entry__at")
    asked = (
        Reconfirmation.objects.filter(
            hearing=newest.first(),
            stage=Reconfirmation.Stage.BORDER,
            asked_at__gte=since,
        )
        .order_by("-asked_at", "-entry__at")
        .first()
    )
    return asked is not None and asked.answer == Reconfirmation.Answer.YES


@dataclass(frozen=True)
class Heard:
    """A hearing as a case page shows it, with the words unsealed."""

    id: UUID
    held_at: datetime
    language: str
    wish: str
    words: str
    officer: str
    safeguards: dict[str, str]


def held(person_id: UUID, *, at: datetime) -> list[datetime]:
    """List when he was heard, up to a moment, the first time first."""
    rows = Hearing.objects.filter(person=person_id, held_at__lte=at)
    return list(rows.order_by("held_at").values_list("held_at", flat=True))


def asked(person_id: UUID, *, at: datetime) -> dict[str, datetime]:
    """Tell when he was last asked once more, up to a moment, by stage; yes or no."""
    rows = Reconfirmation.objects.filter(person=person_id, asked_at__lte=at)
    return dict(rows.order_by("asked_at").values_list("stage", "asked_at"))


def hearings(person_id: UUID) -> list[Heard]:
    """List the hearings of a person, newest first."""
    rows = Hearing.objects.filter(person=person_id).select_related("entry__actor")
    found = []
    for row in rows.order_by("-held_at", "-entry__at"):
        key = keyring.key(person_id)
        found.append(
            Heard(
                id=row.pk,
                held_at=row.held_at,
                language=row.language,
                wish=row.wish,
                words=key.unseal(bytes(row.words), place=place(row.pk)).decode(),
                officer=row.entry.actor.full_name,
                safeguards={name: getattr(row, name) for name in SAFEGUARDS},
            )
        )
    return found


def reconfirmations(person_id: UUID) -> list[Reconfirmation]:
    """List when he was asked again, newest first."""
    rows = Reconfirmation.objects.filter(person=person_id)
    return list(rows.select_related("entry__actor").order_by("-asked_at"))


@dataclass(frozen=True)
class Held:
    """An interview as its receipt needs it: which act it was, in which language."""

    entry: UUID
    language: str


def interview(person_id: UUID, interview_id: UUID) -> Held:
    """Find a hearing of a person, or a question he was asked once more.

    Raises:
        NoSuchInterview: He had none of that number.
    """
    hearing = Hearing.objects.filter(person=person_id, pk=interview_id).first()
    if hearing is not None:
        return Held(hearing.entry_id, hearing.language)
    asked = Reconfirmation.objects.filter(person=person_id, pk=interview_id)
    found = asked.select_related("hearing").first()
    if found is None:
        raise NoSuchInterview
    return Held(found.entry_id, found.hearing.language)


def unheard(cases: QuerySet[Person]) -> QuerySet[Person]:
    """Keep those in custody whom nobody has heard yet."""
    return cases.filter(status=Person.Status.HELD, hearings=None)


def safeguards() -> list[tuple[str, str]]:
    """List the safeguards with what each asks, for a form."""
    fields = {field.name: field for field in Hearing._meta.fields}
    return [(name, str(fields[name].verbose_name)) for name in SAFEGUARDS]


def stages() -> list[tuple[str, str]]:
    """List where he may be asked again, with labels for a form."""
    return [(stage.value, str(stage.label)) for stage in Reconfirmation.Stage]


def answers() -> list[tuple[str, str]]:
    """List what he may answer when asked again, with labels for a form."""
    return [(answer.value, str(answer.label)) for answer in Reconfirmation.Answer]
