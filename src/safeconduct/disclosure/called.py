"""Whom does a name mean, or do initials: one described before, or somebody new?"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from safeconduct.disclosure.automaton import NameHit
from safeconduct.disclosure.bearer import Bearer, owners
from safeconduct.disclosure.bearers import Sort
from safeconduct.disclosure.clusters import Cluster
from safeconduct.disclosure.company import FEW_OWNERS, Company
from safeconduct.disclosure.variants import Form

APPOSED = 60
"""Characters between a description and the name it belongs to."""
COORDINATED = re.compile(
    r"\b(?:and|while|but|told|with)\b|(?<![\w-])(?:та|і|й|и|а|але|но|разом|вместе|сказав|сказал)(?!\w)|[;.!?“”\"«»]|[가-힣](?:와|과)\s|하고|다른|며\s"
)
NAMING = re.compile(
    r"\b(?:sur)?name[ds]?\b|identified|called|прізвищ|звати|ім['’ʼ]я|ім['’ʼ]ям|фамили|зовут|имя|имени|이름|성은|성이",
    re.IGNORECASE,
)
APPOSABLE = frozenset({Sort.PRISONER, Sort.ONE, Sort.OTHER, Sort.NEWCOMER})
"""Mentions that a name may follow in apposition."""
OPENING = 3
"""Characters of a sentence within which its subject opens it."""


class Called(Company):
    """The bearers of a text by what they are called."""

    def _introduced(self, text: str, part: Cluster) -> Bearer | None:
        """Return the nameless one spoken of last, if a sentence now tells his name."""
        known = self._single
        if known is None or known.hits or known.stranger or known.group:
            return None
        told = NAMING.search(text[max(0, part.start - APPOSED) : part.start])
        return known if told and self._agrees(known, part.details) else None

    def _apposed(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        """Return whom the sentence described just before it names him."""
        if not said:
            return None
        before, bearer = said[-1]
        between = text[before.end : part.start]
        if (
            NAMING.search(between)
            and not (bearer.group or bearer.stranger or bearer.hits)
            and self._agrees(bearer, part.details)
        ):
            return bearer
        described = before.details or {s.sort for s in before.signs} & APPOSABLE
        if bearer.group or bearer.stranger or bearer.hits or not described:
            return None
        if len(between) > APPOSED or COORDINATED.search(between):
            return None
        return bearer if self._agrees(bearer, part.details) else None

    def _named(self, part: Cluster, *, alone: bool) -> Bearer:
        hit = part.of(Sort.NAME)[0].hit
        assert hit is not None  # noqa: S101  (a name sign has one)
        for bearer in reversed(self.bearers):
            named = owners(bearer)
            if len(np.intersect1d(named, hit.owners)) and self._agrees(
                bearer, part.details
            ):
                return bearer
        # A surname alone, or "his surname is Sol", names whom the text has described.
        known = self._single
        if (
            alone
            and hit.form is not Form.FULL
            and known is not None
            and not (known.hits or known.stranger or known.group)
            and self._agrees(known, part.details)
            and self._may_name(hit, known)
        ):
            return known
        return self._new()

    def _may_name(self, hit: NameHit, bearer: Bearer) -> bool:
        """Whether one of the owners of a name may be who was described so."""
        asked = [owner for owner in hit.owners[:FEW_OWNERS] if owner >= 0]
        if self._may_be is None or not asked or len(hit.owners) > FEW_OWNERS:
            return True
        return any(self._all_may_be(owner, bearer.details) for owner in asked)

    def _initialled(
        self, text: str, part: Cluster, said: Sequence[tuple[Cluster, Bearer]]
    ) -> Bearer | None:
        """Return who goes by initials: known by them, told of before, or somebody new."""
        letters = part.of(Sort.INITIALS)[0].letters
        known = next((b for b in self.bearers if b.initials == letters), None)
        if known is not None:
            return known
        if said:
            before, bearer = said[-1]
            between = text[before.end : part.start]
            if bearer.group or bearer.stranger or bearer.hits or len(between) > APPOSED:
                return None
        elif part.start <= OPENING:
            bearer = self._new()
        else:
            return None
        bearer.initials = letters
        return bearer
