"""Two records side by side: each field with both claims and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from safeconduct.names.wording import sentence
from safeconduct.register import queries as register
from safeconduct.web import words
from safeconduct.web.matrix import Chip

if TYPE_CHECKING:
    from safeconduct.matching.comparing import Compared, Comparison
    from safeconduct.register.cards import Claim

_SAYS = {
    "agrees": ("permitted", "=", _("agrees")),
    "near": ("not_yet", "≈", _("nearly agrees")),
    "contradicts": ("barred", "≠", _("contradicts")),
    "nothing": ("not_applicable", "–", _("tells nothing")),
}
# From so many nats on, in words; an officer needs no logarithm.
_STRENGTHS = (
    (6.0, gettext_lazy("very strongly for one person")),
    (3.0, gettext_lazy("strongly for one person")),
    (1.0, gettext_lazy("for one person")),
    (0.05, gettext_lazy("slightly for one person")),
    (-0.05, gettext_lazy("neither way")),
    (-1.0, gettext_lazy("slightly for two")),
    (-3.0, gettext_lazy("for two people")),
    (float("-inf"), gettext_lazy("strongly for two people")),
)
_BIRTHS = {
    "same_day": gettext_lazy("the same day"),
    "same_month": gettext_lazy("the same month, as far as both are known"),
    "same_year": gettext_lazy("the same year, as far as both are known"),
    "swapped": gettext_lazy("day and month in the other order"),
    "same_day_other_year": gettext_lazy(
        "the same day of the year beside it, as ages are counted in two ways"
    ),
    "near_year": gettext_lazy("neighbouring years"),
    "another_birth": gettext_lazy("another date"),
}


@dataclass(frozen=True)
class Given:
    """One claim as it was given."""

    text: str
    language: str
    source: str
    remark: str


@dataclass(frozen=True)
class Row:
    """One field of both records."""

    kind: str
    left: list[Given]
    right: list[Given]
    chip: Chip
    why: list[str]
    strength: str
    weight: str  # with its sign, in nats
    contradicts: bool


def rows(found: Comparison) -> list[Row]:
    """Write the comparison for a page, in the order of its fields."""
    kinds, sources = dict(register.claim_kinds()), dict(register.claim_sources())
    return [
        Row(
            kind=kinds[field.kind],
            left=[_given(claim, sources) for claim in field.left],
            right=[_given(claim, sources) for claim in field.right],
            chip=Chip(*_SAYS[field.says]),
            why=list(_why(field)),
            strength=strength(field.weight),
            weight=signed(field.weight),
            contradicts=field.says == "contradicts",
        )
        for field in found.fields
    ]


def _given(claim: Claim, sources: dict[str, str]) -> Given:
    remarks = []
    if claim.precision in {"lunar", "age_at"}:
        remarks.append(words.exact(claim.precision))
    if claim.genuine:
        answer = words.value(claim.genuine)
        remarks.append(gettext("genuine: %(answer)s") % {"answer": answer})
    if claim.issuer:
        remarks.append(claim.issuer)
    return Given(
        text=claim.text,
        language=words.LANGUAGE_OF_SCRIPT.get(claim.script, ""),
        source=sources[claim.source],
        remark="; ".join(remarks),
    )


def _why(field: Compared) -> Iterator[str]:
    if field.kind == "birth":
        yield from (str(_BIRTHS[code]) for code in field.why)
    for reason in field.reasons:
        yield sentence(reason, words.language())


def strength(weight: float) -> str:
    """Say in words how strongly a weight speaks."""
    return str(next(said for least, said in _STRENGTHS if weight >= least))


def signed(weight: float) -> str:
    """Write a weight in nats with its sign."""
    return f"{weight:+.1f}".replace("-", "\N{MINUS SIGN}")


def percent(probability: float) -> str:
    """Write a probability so that nothing is certain."""
    if probability > 0.99:  # noqa: PLR2004
        return gettext("over 99 %%") % ()
    if probability < 0.01:  # noqa: PLR2004
        return gettext("under 1 %%") % ()
    return f"{probability:.0%}".replace("%", " %")
