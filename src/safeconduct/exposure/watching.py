"""Whom do we look for in the press? The protected, read inside the vault's walls.

What is built here is a list of the very people who are to be hidden. It lives in the
memory of one process, is never written or sent anywhere, and is built anew as soon as
the register has changed or somebody was erased. Out of it come ids and spans.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import TypeVar
from uuid import UUID

from safeconduct import disclosure
from safeconduct.disclosure import Exposure, Person, Register, scan
from safeconduct.disclosure.redaction import Redaction, redact
from safeconduct.disclosure.states import alpha3
from safeconduct.hearing.models import Hearing
from safeconduct.keyring import queries as keyring
from safeconduct.matching.models import Merge
from safeconduct.register import disclosure as vault
from safeconduct.register.cards import Claim
from safeconduct.register.disclosure import Protected
from safeconduct.register.models import IdentityClaim
from safeconduct.text import Line, Page

THRESHOLD = disclosure.THRESHOLD
LONGEST_LINE = 10_000
"""Characters of a line that are searched as one."""
Value = TypeVar("Value")
Kind = IdentityClaim.Kind
_KINDS = (
    *(Kind.NAME, Kind.BIRTH, Kind.NATIONALITY, Kind.RANK, Kind.POST, Kind.UNIT),
    *(Kind.CAPTURE, Kind.HOME, Kind.WOUND),
)
# What the press would call a wish on record.
_WISHES = {
    "refuge": "asylum",
    "return": "return home",
    "stay": "stay",
    "refuses": "does not want to return",
    "undecided": "undecided",
}
_MIDDLE = {4: "-07-01", 7: "-15", 10: ""}  # of a year, of a month, by its length
_YEAR = 366  # days


@dataclass(frozen=True)
class Watch:
    """Everybody who is looked for, as the register stood at one moment.

    Attributes:
        stamp: Differs once the register has changed.
        size: How many persons are looked for.
    """

    stamp: bytes
    size: int
    _register: Register

    def look(self, text: Page | str) -> list[tuple[UUID, Exposure]]:
        """Find whom a text may give away, in the order of their ids."""
        found = scan(_in_short_lines(text), self._register)
        return sorted((UUID(one.person), one) for one in found)

    def redact(self, text: str) -> Redaction:
        """Change a draft as little as protects everybody, or withhold it."""
        return redact(text, self._register, threshold=THRESHOLD)

    def __repr__(self) -> str:
        """Name nobody."""
        return f"<{self.size} watched>"

    def __reduce__(self) -> str:
        """Refuse to be written down.

        Raises:
            TypeError: Always.
        """
        raise TypeError("those who are looked for are never written down")


def _in_short_lines(text: Page | str) -> Page | str:
    """Cut lines without end: to search one costs more than the square of its length."""
    if isinstance(text, str):
        return text  # a draft, which is short
    lines = [piece for line in text.lines for piece in _cut(line)]
    return replace(text, lines=tuple(lines))


def _cut(line: Line) -> Iterator[Line]:
    while line.end - line.start > LONGEST_LINE:
        space = line.text.rfind(" ", 1, LONGEST_LINE)
        length = LONGEST_LINE if space < 0 else space
        middle = line.start + length
        yield replace(line, end=middle, text=line.text[:length])
        line = replace(line, start=middle, text=line.text[length:])
    yield line


_kept: Watch | None = None
_lock = Lock()


def watch() -> Watch:
    """Give the watch of this process; build it if the register has changed.

    Only an act calls this, since looking for people is one.
    """
    global _kept  # noqa: PLW0603  one for each process, like the pool of connections
    with _lock:
        now = stamp()
        if _kept is None or _kept.stamp != now:
            _kept = None  # before the new one is built: there is no room for two
            persons = list(_persons())
            _kept = Watch(now, len(persons), Register(persons))
        return _kept


def stamp() -> bytes:
    """Fingerprint how the register stands, so far as the watch depends on it."""
    merges = Merge.objects.count(), Merge.objects.exclude(undone=None).count()
    counted = (*vault.extent(), *merges, Hearing.objects.count())
    return keyring.key(keyring.OFFICE).digest(repr(counted).encode())


def _persons() -> Iterator[Person]:
    """Make one person of all records that are held to be his; k counts people."""
    leads = dict(Merge.objects.filter(undone=None).values_list("other", "leading"))
    joined: dict[UUID, list[Protected]] = {}
    newest = Hearing.objects.order_by("person", "-held_at", "-id").distinct("person")
    wishes = dict(newest.values_list("person", "wish"))
    trees = {*leads, *leads.values()}
    for one in vault.protected(_KINDS):
        if one.person in trees:
            joined.setdefault(_leading(one.person, leads), []).append(one)
        else:
            yield _person(one.person, [one], wishes)
    for whose, records in joined.items():
        yield _person(whose, records, wishes)


def _leading(person: UUID, leads: Mapping[UUID, UUID]) -> UUID:
    while person in leads:
        person = leads[person]
    return person


def _person(
    whose: UUID, records: Sequence[Protected], wishes: Mapping[UUID, str]
) -> Person:
    """Join what is claimed of a person.

    Claims compete. Where they contradict, a field is left unknown, since a text that
    follows the other claim must not be held to be about somebody else; free words stand
    beside each other.
    """
    claims = [claim for record in records for claim in record.claims]

    def said(*kinds: str) -> list[str]:
        return [claim.text for claim in claims if claim.kind in kinds]

    days = (one.captured for one in records)
    return Person(
        id=str(whose),
        names=_names(claims, disputed=False),
        false_names=_names(claims, disputed=True),
        nationality=_only({alpha3(code) for code in said(Kind.NATIONALITY)}),
        birth_date=_born(said(Kind.BIRTH)),
        role=_beside(said(Kind.POST, Kind.RANK)),
        unit=_beside(said(Kind.UNIT)),
        capture_place=_beside(said(Kind.CAPTURE)),
        capture_month=_only({(day.year, day.month) for day in days if day is not None}),
        injury=_beside(said(Kind.WOUND)),
        home=_beside(said(Kind.HOME)),
        wish=_WISHES.get(wishes.get(whose, "").partition(":")[0]),
    )


def _names(claims: Iterable[Claim], *, disputed: bool) -> tuple[str, ...]:
    """List his names, or those that stand on papers held to be false."""
    named = [claim for claim in claims if claim.kind == Kind.NAME]
    false = IdentityClaim.Source.CARD_DISPUTED
    found = [one.text for one in named if (one.source == false) == disputed]
    return tuple(dict.fromkeys(found))


def _only(values: Collection[Value | None]) -> Value | None:
    """Give the value all agree on."""
    return next(iter(values)) if len(values) == 1 else None


def _beside(values: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(values)) or None


def _born(days: Iterable[str]) -> date | None:
    """Choose the most exact day of birth; none when they lie a year or more apart.

    Of a year or a month the middle is taken: an age is then wrong by one at most.
    """
    exact_first = sorted(set(days), key=lambda day: (-len(day), day))
    read = [date.fromisoformat(day + _MIDDLE[len(day)]) for day in exact_first]
    if not read or (max(read) - min(read)).days > _YEAR:
        return None
    return read[0]
