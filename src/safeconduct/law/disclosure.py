"""Who may learn what about a prisoner, and what never?

Part D of LAW.md. A rule names its basis. "The Agency always, the Power only when that
is safe" goes beyond the letter of the Third Geneva Convention; its provision,
GCIII-122-SAFE, bears the mark of an inference. The texts stand in
`wording/texts/disclosure.toml`, in four languages.
"""

from dataclasses import dataclass

from safeconduct.law.errors import LawError
from safeconduct.law.wording.texts import ENGLISH, Text, table, text

BASES = {
    "agency": ("GCIII-122-3", "GCIII-123-2", "GCIV-137-2"),
    "origin": ("GCIII-122-SAFE", "GCIII-13-2a", "UNHCR-PROC"),
    "served": ("ENG-CHAIN",),
    "family": ("GCIII-70", "GCIII-71", "API-33"),
    "receiving": ("GCIII-12-2", "KR-NKRA-7"),
    "delegates": ("GCIII-126",),
    "unhcr": ("UNHCR-PROC",),
    "courts": ("GCIII-103-107", "ECHR-2-3"),
    "intelligence": ("GCIII-17-4", "ENG-WISH"),
    "comrades": ("GCIII-13-2a",),
    "public": ("GCIII-13-2b",),
    # Our own design: the readers of the ledger need no more to check it.
    "auditors": (),
}
"""The ids of the provisions each recipient's rule rests on."""

RECIPIENTS = tuple(BASES)


class UnknownRecipient(LawError):
    """Nothing is written about that recipient."""

    def __init__(self, name: str) -> None:
        known = ", ".join(RECIPIENTS)
        super().__init__(f"Nobody is called {name} here; name one of {known}.")


@dataclass(frozen=True)
class Disclosure:
    """What one recipient may learn, in the words of one language.

    Attributes:
        recipient: One of `RECIPIENTS`.
        name: How the recipient is called.
        learns: What it may learn.
        never: What it never learns; empty where nothing more is said.
        basis: Ids of the provisions the rule rests on; none where it is our design.
    """

    recipient: str
    name: str
    learns: str
    never: str
    basis: tuple[str, ...]


def may_learn(recipient: str, language: str = ENGLISH) -> Disclosure:
    """Tell what a recipient may learn about a prisoner, and what never.

    Raises:
        UnknownRecipient: Nothing is written about it.
        NoWording: The law does not speak that language.
    """
    if recipient not in BASES:
        raise UnknownRecipient(recipient)
    found: dict[str, Text] = table("disclosure", recipient)
    return Disclosure(
        recipient=recipient,
        name=text(found["name"], language),
        learns=text(found["learns"], language),
        never=text(found["never"], language) if "never" in found else "",
        basis=BASES[recipient],
    )
