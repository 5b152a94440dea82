"""A text changed as little as protects everyone it tells of, or withheld.

`redact` takes a text and the register, and gives the changed text, the changes, and how
many people each description fitted before and fits after; `publish` does it to a file.
"""

from safeconduct.disclosure.redaction.publishing import Published, publish
from safeconduct.disclosure.redaction.redacting import THRESHOLD, redact
from safeconduct.disclosure.redaction.result import Case, Redaction
from safeconduct.disclosure.redaction.risks import Risks, risks
from safeconduct.disclosure.redaction.telling import Change, Telling

__all__ = [
    "THRESHOLD",
    "Case",
    "Change",
    "Published",
    "Redaction",
    "Risks",
    "Telling",
    "publish",
    "redact",
    "risks",
]
