"""Why do two names weigh what they weigh, in parts that any language can say?"""

from __future__ import annotations

from math import log

from safeconduct.names.channel import Channel
from safeconduct.names.decoding import decode, decoders, prior
from safeconduct.names.folding import Folded, Script, fold
from safeconduct.names.general import Reason

USUAL, RARE = 0.1, 0.005
"""P(spelling | surname): from here on usual; below, rare."""
COMMON, UNCOMMON = -10.5, -14.5
"""ln P(name): from here on common; below, rare."""


def told(
    a: str, b: str, carry: tuple[str, ...], *, slipped: bool
) -> tuple[Reason, ...]:
    """Explain the weight of two names that were read as Korean."""
    if not carry:
        return (_apart(a, b),)
    name = carry[0]
    kind = "slip" if slipped else "read"
    reasons = [Reason(kind, {"a": a, "b": b, "name": name}), *explained(name)]
    if len(carry) > 1:
        reasons.append(Reason("also", {"names": ", ".join(carry[1:])}))
    for text in dict.fromkeys((a, b)):
        reasons.extend(_spelling(text, name))
    return tuple(
        reason for place, reason in enumerate(reasons) if reason not in reasons[:place]
    )


def explained(name: str) -> tuple[Reason, ...]:
    """Say how common a name is."""
    chance = log(prior().name(name))
    if chance > COMMON:
        return (Reason("common", {"name": name}),)
    if chance < UNCOMMON:
        return (Reason("rare", {"name": name}),)
    return ()


def _apart(a: str, b: str) -> Reason:
    left, right = decode(a, 1), decode(b, 1)
    values = {"a": a, "b": b, "reading_a": left[0].key, "reading_b": right[0].key}
    return Reason("apart", values)


def _spelling(text: str, name: str) -> list[Reason]:
    """Say how usual the spelling of the surname is, and where it stands."""
    folded = fold(text)
    decoder = decoders().get(folded.script)
    if decoder is None:
        if folded.script is Script.HANJA:
            return [Reason("hanja", {"text": text, "name": name})]
        return []
    place = _surname(folded, name, decoder.channel)
    if place is None:
        return []
    spelled, surname, last = place
    chance = max(decoder.channel.surname(surname).get(spelled, (0.0,)))
    values = {"spelling": spelled.capitalize(), "surname": surname}
    reasons = []
    if chance >= USUAL:
        reasons.append(Reason("usual", values))
    elif chance < RARE:
        reasons.append(Reason("unusual", values))
    else:
        reasons.append(Reason("possible", values))
    if last:
        reasons.append(Reason("last", {"text": text, "surname": surname}))
    return reasons


def _surname(
    folded: Folded, name: str, channel: Channel
) -> tuple[str, str, bool] | None:
    """Find the word that spells the surname: letters, surname, whether it is last."""
    words = ["".join(parts) for parts in folded.words]
    if len(words) < 2:  # noqa: PLR2004  a word is no name of two
        return None
    for word, last in ((words[0], False), (words[-1], True)):
        for surname, _ in channel.surnames.get(word, ()):
            if name.startswith(surname):
                return word, surname, last
    return None
