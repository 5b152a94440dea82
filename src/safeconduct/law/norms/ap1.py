"""What does Additional Protocol I of 8 June 1977 say about children? Article 77."""

from safeconduct.law.acts import I
from safeconduct.law.norm import Mark, Provision, not_until
from safeconduct.law.terms import minor, separate_quarters

ART_77 = Provision("API-77", "AP I Art 77", Mark.TEXT)

NORMS = (
    not_until(
        I,
        ART_77,
        "A child, or whoever may be one, is held only in quarters apart from adults.",
        ready=~minor | separate_quarters,
    ),
)
