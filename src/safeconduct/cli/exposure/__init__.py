"""``safeconduct exposure``: whom does a text give away?

Runs without Django and without a database. The register, the texts and what is printed
name protected people: treat all three alike.

Exit codes: 0 done, 2 wrong input (a sentence tells which; the rest is answered).
"""

import click


@click.group()
def exposure() -> None:
    """Find who is given away by a text, and take away what does it."""
