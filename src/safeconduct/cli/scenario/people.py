"""The invented officers and prisoners of the demonstration."""

import base64
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from safeconduct.register.cards import CaptureCard, Claim


@dataclass(frozen=True)
class Colleague:
    """An officer of the demonstration; roles by name."""

    username: str
    full_name: str
    authority: str
    roles: tuple[str, ...]
    does: str


BUREAU = "National Information Bureau"
REVIEW = "Protection Review Service"
CAMP = "Camp West"
EMBASSY = "Embassy of the Republic of Korea"
NEUTRAL = "Neutral Intermediary"
MONITOR = "Delegation of the Protecting Power"

AUTHORITIES = [
    (REVIEW, "bureau", "UA"),
    (CAMP, "camp", "UA"),
    (EMBASSY, "mission", "KR"),
    (NEUTRAL, "intermediary", ""),
    (MONITOR, "monitor", ""),
]
COLLEAGUES = [
    Colleague("registrar", "Olena Hai", CAMP, ("registrar",), "takes capture cards"),
    Colleague("doctor", "Taras Lys", CAMP, ("doctor",), "states what health allows"),
    Colleague(
        "hearing",
        "Min Sora",
        BUREAU,
        ("hearing_officer",),
        "hears prisoners in private",
    ),
    Colleague(
        "assessor",
        "Iryna Moroz",
        BUREAU,
        ("assessor", "analyst"),
        "finds risks, determines, reads reports",
    ),
    Colleague(
        "legal", "Petro Vilny", BUREAU, ("legal_officer",), "refers to receiving States"
    ),
    Colleague(
        "senior",
        "Halyna Storozh",
        BUREAU,
        ("senior_officer",),
        "decides what is contested, opens with a second service",
    ),
    Colleague(
        "departure", "Nadia Kruk", BUREAU, ("departure_officer",), "keeps the lists"
    ),
    Colleague(
        "reviewer",
        "Marko Dub",
        REVIEW,
        ("reviewer", "second_officer"),
        "is the second pair of eyes",
    ),
    Colleague(
        "analyst",
        "Sofia Renn",
        BUREAU,
        ("analyst",),
        "seconds what is to become evidence",
    ),
    Colleague(
        "press",
        "Yaryna Shum",
        BUREAU,
        ("press_officer",),
        "has drafts checked before they are published",
    ),
    Colleague(
        "neutral",
        "Elin Berg",
        NEUTRAL,
        ("intermediary",),
        "asks again, and at the border",
    ),
    Colleague("liaison", "Han Jiwoo", EMBASSY, ("liaison",), "answers for Korea"),
    Colleague(
        "monitor", "Jonas Keller", MONITOR, ("monitor",), "checks, sees no names"
    ),
]
ADMINISTRATOR = ("admin", "Daryna Sokil")


def password() -> str:
    """The password of all demonstration officers: this installation's own."""
    digest = hmac.digest(settings.SECRET_KEY.encode(), b"demonstration", "sha256")
    word = base64.b32encode(digest)[:12].decode().lower()
    return "-".join([word[:4], word[4:8], word[8:]])


@dataclass(frozen=True)
class Prisoner:
    """One invented prisoner and what the house knows of him on the first day."""

    claims: tuple[Claim, ...]
    powers: tuple[str, ...]
    days_ago: int
    facts: Mapping[str, Any] = field(default_factory=dict)

    def card(self, today: date) -> CaptureCard:
        """Fill in his capture card."""
        return CaptureCard(
            claims=self.claims,
            powers=self.powers,
            taken_on=today - timedelta(days=self.days_ago),
            facts={**_ADULT, **self.facts},
        )


_ADULT = {
    "status.category": "4A1",
    "status.doubt": "F",
    "person.is_minor": "F",
    "person.identity_confidence": "corroborated",
    "status.surrender": "captured",
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
COMMON = {
    "conflict.active_hostilities": "T",
    "receiving.party_gc3[KR]": "T",
    "receiving.willing[KR]": "T",
    "receiving.able[KR]": "T",
    "receiving.icrc_access[KR]": "T",
    "receiving.death_penalty_law[KR]": "T",
}


def _claims(*parts: tuple[str, str, str], **paper: str) -> tuple[Claim, ...]:
    found = [Claim(kind=kind, source=source, text=text) for kind, source, text in parts]
    if paper:
        found.append(
            Claim(
                kind="paper",
                source="card_disputed",
                text=paper["text"],
                issuer=paper["issuer"],
                genuine="F",
            )
        )
    return tuple(found)


# He asked for Korea. A false Russian paper gave him another name.
KOREA = Prisoner(
    _claims(
        ("name", "stated", "문바다"),
        ("name", "card_disputed", "Аюр Дондоков"),
        ("birth", "stated", "2003-05"),
        ("nationality", "stated", "KP"),
        ("capture", "stated", "Kursk region"),
        text="military card 00-417",
        issuer="RU",
    ),
    ("KP",),
    8,
)
# He does not know yet.
UNDECIDED = Prisoner(
    _claims(
        ("name", "stated", "도하늘"),
        ("birth", "stated", "1998"),
        ("nationality", "stated", "KP"),
        ("capture", "stated", "Kursk region"),
    ),
    ("KP",),
    8,
)
# The same man, taken in a second time from the list of a hospital, in other letters.
AGAIN = Prisoner(
    _claims(
        ("name", "card_disputed", "То Ха Ныль"),
        ("birth", "card_disputed", "1998-03"),
        ("unit", "comrade", "assault group 4"),
        ("capture", "stated", "Kursk region"),
    ),
    (),
    8,
    {"person.identity_confidence": "claimed"},
)
# Nobody has heard him yet.
NEW = Prisoner(
    _claims(("name", "stated", "Пак Сон"), ("capture", "stated", "Kursk region")),
    (),
    2,
    {"person.identity_confidence": "claimed"},
)
# Gravely wounded, and he asks to go home.
WOUNDED = Prisoner(
    _claims(
        ("name", "stated", "Тимур Заречный"),
        ("birth", "stated", "1991-02-11"),
        ("nationality", "card_genuine", "RU"),
        ("capture", "stated", "Pokrovsk"),
    ),
    ("RU",),
    6,
)
# He surrendered through the State's programme, and fears to be sent back.
SURRENDERED = Prisoner(
    _claims(
        ("name", "stated", "Глеб Озёрный"),
        ("birth", "stated", "1987"),
        ("nationality", "card_genuine", "RU"),
        ("post", "stated", "водитель"),
        ("wound", "stated", "ранен в ногу"),
        ("capture", "stated", "Pokrovsk"),
    ),
    ("RU",),
    5,
    {"status.surrender": "program"},
)
# Healthy, in no danger, and he asks to be exchanged.
HOMEWARD = Prisoner(
    _claims(
        ("name", "stated", "Роман Луговой"),
        ("birth", "stated", "1999-11-30"),
        ("nationality", "card_genuine", "RU"),
        ("capture", "stated", "Pokrovsk"),
    ),
    ("RU",),
    4,
)
