"""What does the Convention against Torture of 1984 forbid? Article 3(1), absolutely.

A return he has freely chosen and that was tested (ENG-VOLRET) is no exception here: it
is outside what the norm forbids. `freely` is never true by default. Counsel signs this
norm separately.
"""

from safeconduct.law.acts import RETURNS, T
from safeconduct.law.norm import Mark, Provision, must_not
from safeconduct.law.terms import freely, serious, torture

ART_3_1 = Provision("CAT-3-1", "Convention against Torture Art 3(1)", Mark.TEXT)

NORMS = (
    must_not(
        RETURNS,
        ART_3_1,
        "Nobody is sent to a State where he would be in danger of torture.",
        when=torture & ~freely,
        absolute=True,
    ),
    # In a transfer the State acts, so his wish is no exception.
    must_not(
        T,
        ART_3_1,
        "Nobody is transferred to a State where serious harm awaits him, even if he "
        "wants to go.",
        when=serious,
        absolute=True,
    ),
)
