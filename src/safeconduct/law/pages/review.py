"""Has counsel reviewed this very page, with its examples?

What counsel signs is a short text. It names the page, its language, and three hashes:
of the law, of everything on the page, and of the examples with what they show. Whatever
changes voids the review, for the text then speaks of another page. Signing and checking
signatures is the caller's: here texts are made, read, and compared with a page.

    Safeconduct: review of a page of law
    page: option X
    language: uk
    law: 5c1e…
    page hash: 90ab…
    examples hash: 77f0…
    reviewer: Olena Example
    role: counsel
    day: 2026-11-22
    I have read this page and its examples. They are a right reading of the sources.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256

from safeconduct.law import wording
from safeconduct.law.acts import Act
from safeconduct.law.baseline import BASELINES
from safeconduct.law.errors import LawError
from safeconduct.law.pack import Pack
from safeconduct.law.pages.cases import seen
from safeconduct.law.pages.page import Page
from safeconduct.law.record import written

TITLE = "Safeconduct: review of a page of law"
DECLARATION = (
    "I have read this page and its examples. They are a right reading of the sources."
)
FIELDS = ("page", "language", "law", "page hash", "examples hash")
SIGNED = (*FIELDS, "reviewer", "role", "day")
# Not part of what is read: the day it was printed, and who reviewed it before.
APART = ("day", "standing")


class NotAReview(LawError):
    """A text is not a review, or cannot become one."""


@dataclass(frozen=True)
class Review:
    """Who reviewed which page, and when.

    Attributes:
        about: The values of `FIELDS`.
        reviewer: The name of the reviewer.
        role: In which role.
        day: On which day.
    """

    about: tuple[str, ...]
    reviewer: str
    role: str
    day: date

    @property
    def text(self) -> str:
        """What is signed; it ends in a newline."""
        values = (*self.about, self.reviewer, self.role, self.day.isoformat())
        lines = [f"{n}: {v}" for n, v in zip(SIGNED, values, strict=True)]
        return "\n".join((TITLE, *lines, DECLARATION, ""))

    def holds_for(self, page: Page) -> bool:
        """Whether it speaks of exactly this page with exactly these examples."""
        return self.about == fields(page)


def fields(page: Page) -> tuple[str, ...]:
    """Name a page as a review does: the values of `FIELDS`."""
    about, language = page.about, page.language
    return about, language, page.fingerprint, page_hash(page), page.examples


def review(page: Page, *, reviewer: str, role: str, on: date) -> Review:
    """Make the review of a page, ready to be signed.

    Raises:
        NotAReview: Name or role is empty, or has more than one line.
    """
    for name, value in (("name", reviewer), ("role", role)):
        if not value.strip() or value != value.strip() or not value.isprintable():
            raise NotAReview(f"The {name} of the reviewer must be one line of text.")
    return Review(fields(page), reviewer, role, on)


def read(text: str) -> Review:
    """Read a review from what was signed.

    Raises:
        NotAReview: It is none.
    """
    named = [line.partition(": ") for line in text.split("\n")[1:-2]]
    if tuple(name for name, _, _ in named) == SIGNED:
        *about, reviewer, role, day = (value for _, _, value in named)
        try:
            found = Review(tuple(about), reviewer, role, date.fromisoformat(day))
        except ValueError as error:
            raise NotAReview("The day of this review is no day.") from error
        if found.text == text:
            return found
    raise NotAReview("This text is no review of a page of law.")


def page_hash(page: Page) -> str:
    """Return SHA-256 of everything that is read on a page, in hexadecimal."""
    content = {k: v for k, v in asdict(page).items() if k not in APART}
    return _hash(content)


def examples_hash(law: Pack, acts: Sequence[Act]) -> str:
    """Return SHA-256 of all examples about some acts, and of what the law says there.

    Also of those that are only counted on the page.
    """
    told = [
        {
            "id": one.example.id,
            "act": act.name,
            "facts": {n: written(v) for n, v in one.look.seen.case.record.items()},
            "towards": one.look.towards,
            "status": one.look.decision.status.value,
            "speak": [
                [rule.norm.name, written(truth)]
                for rule, truth in one.look.decision.effective.items()
            ],
        }
        for act in acts
        for one in seen(law, act)
    ]
    return _hash(
        {"baselines": {k: dict(v) for k, v in BASELINES.items()}, "told": told}
    )


@dataclass(frozen=True)
class Signed:
    """A review whose signature was found valid, and the names of the keys that signed.

    Attributes:
        review: What was signed.
        keys: The names of the keys, as the register's operator knows them.
    """

    review: Review
    keys: tuple[str, ...]


def reviewed(page: Page, reviews: Iterable[Signed]) -> Page:
    """Say on a page who reviewed it; reviews of other pages say nothing about it."""
    holding = {one for one in reviews if one.review.holds_for(page)}
    said = sorted(_said(one, page.language) for one in holding)
    return replace(page, standing=tuple(said)) if said else page


def _said(signed: Signed, language: str) -> str:
    return wording.term(
        "review.by",
        language,
        name=signed.review.reviewer,
        role=signed.review.role,
        day=signed.review.day.isoformat(),
        signer=", ".join(signed.keys),
    )


def _hash(content: object) -> str:
    text = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return sha256(text.encode()).hexdigest()
