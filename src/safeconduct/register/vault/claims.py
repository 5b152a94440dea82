"""What an identity claim says, and how it is sealed.

Each claim is a small JSON object. A name keeps the spelling and the script in
which it was given: no romanisation ever takes the place of the original.
"""

import json
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID, uuid4

from django.utils.translation import gettext, gettext_noop

from safeconduct.keyring.keys import Key
from safeconduct.register.errors import BadCard
from safeconduct.register.vault.models import IdentityClaim

Precision = Literal["day", "month", "year", "age_at", "lunar"]
Genuine = Literal["T", "F", "U"]
_MOST_CHARACTERS = 200


@dataclass(frozen=True)
class Claim:
    """One thing said about who a person is.

    Attributes:
        kind: A value of `IdentityClaim.Kind`.
        source: A value of `IdentityClaim.Source`.
        text: What was said, in its own script; for a nationality the State's
            code; for a date of birth `2003`, `2003-05` or `2003-05-17`.
        script: `Hang`, `Hani`, `Cyrl`, `Latn`, or empty when it has no letters.
        precision: Of a date of birth only.
        genuine: Of a paper only: T, F or U.
        issuer: Of a paper only: the issuing State.
    """

    kind: str
    source: str
    text: str
    script: str = ""
    precision: Precision | None = None
    genuine: Genuine | None = None
    issuer: str = ""


def clean(claim: Claim) -> Claim:
    """Bring a claim to the form in which it is kept.

    Raises:
        BadCard: Empty, too long, of no known kind or source, or no date.
    """
    text = unicodedata.normalize("NFC", claim.text).strip()
    if claim.kind not in IdentityClaim.Kind.values:
        raise BadCard(f"There is no identity claim of the kind {claim.kind!r}.")
    if claim.source not in IdentityClaim.Source.values:
        raise BadCard(f"There is no source {claim.source!r}.")
    if not text or len(text) > _MOST_CHARACTERS:
        raise BadCard(
            gettext("A claim of the kind %(kind)s needs 1 to %(count)d characters.")
            % {"kind": claim.kind, "count": _MOST_CHARACTERS}
        )
    is_birth = claim.kind == IdentityClaim.Kind.BIRTH
    is_paper = claim.kind == IdentityClaim.Kind.PAPER
    return Claim(
        kind=claim.kind,
        source=claim.source,
        text=text,
        script=script_of(text),
        precision=(claim.precision or _precision(text)) if is_birth else None,
        genuine=(claim.genuine or "U") if is_paper else None,
        issuer=claim.issuer.strip() if is_paper else "",
    )


def _precision(text: str) -> Precision:
    """Tell how exact a date of birth is, from its form.

    Raises:
        BadCard: It is no date.
    """
    forms: dict[int, Precision] = {0: "year", 1: "month", 2: "day"}
    dashes = text.count("-")
    try:
        date.fromisoformat(text + "-01" * (2 - dashes))
    except ValueError:
        raise BadCard(
            gettext_noop(
                "A date of birth reads 2003, 2003-05 or 2003-05-17, as exact as it is"
                " known."
            )
        ) from None
    return forms[dashes]


def script_of(text: str) -> str:
    """Name the script (ISO 15924) of the first letter that tells one."""
    scripts = {"HANGUL": "Hang", "CJK": "Hani", "CYRILLIC": "Cyrl", "LATIN": "Latn"}
    for letter in text:
        first = unicodedata.name(letter, "").split(" ")[0]
        if first in scripts:
            return scripts[first]
    return ""


def seal(claim: Claim, person: UUID, key: Key) -> IdentityClaim:
    """Make the row that holds the claim, not yet written."""
    row_id = uuid4()
    content = {
        "text": claim.text,
        "script": claim.script,
        "precision": claim.precision,
        "genuine": claim.genuine,
        "issuer": claim.issuer,
    }
    clear = json.dumps(content, ensure_ascii=False).encode()
    return IdentityClaim(
        id=row_id,
        person_id=person,
        kind=claim.kind,
        source=claim.source,
        sealed=key.seal(clear, place=_place(row_id)),
    )


def unseal(row: IdentityClaim, key: Key) -> Claim:
    """Read the claim a row holds.

    Raises:
        SealBroken: The row was altered.
    """
    content = json.loads(key.unseal(bytes(row.sealed), place=_place(row.pk)))
    return Claim(kind=row.kind, source=row.source, **content)


def _place(claim: UUID) -> str:
    return f"vault/claim/{claim}"
