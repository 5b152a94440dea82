"""How is a weight told: as sentences to a person, as JSON to a program?"""

from typing import Any

from safeconduct.names import Weight
from safeconduct.names.wording import sentence


def sentences(found: Weight, language: str = "en") -> list[str]:
    """Say why two names weigh what they weigh."""
    return [sentence(reason, language) for reason in found.why]


def as_json(a: str, b: str, found: Weight, language: str = "en") -> dict[str, Any]:
    """Give a weight as what JSON can hold."""
    return {
        "a": a,
        "b": b,
        "nats": round(found.nats, 6),
        "bits": round(found.bits, 6),
        "readings": list(found.readings),
        "why": [
            {
                "kind": reason.kind,
                "values": dict(reason.values),
                "sentence": sentence(reason, language),
            }
            for reason in found.why
        ],
    }
