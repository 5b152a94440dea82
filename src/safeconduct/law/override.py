"""May officers open by their signatures what the law keeps shut?

Towards protection one officer may always close. Towards departure two may open, but
never against an absolute prohibition, never in place of the prisoner's own act or
claim, never for a time that has not come, and never while any of that is unknown. So
nobody passes whose claim is open, and no signature stands in for his will.
"""

from dataclasses import dataclass

from safeconduct.law.answer import Answer


@dataclass(frozen=True)
class Hindrance:
    """A norm that no signature can set aside, here and now.

    Attributes:
        norm: The id of its provision; empty where no norm but the question itself
            stands in the way.
        leg: Which of several norms of that provision.
        what: What it says.
    """

    norm: str
    leg: str
    what: str

    def __str__(self) -> str:
        return f"{self.norm}: {self.what}" if self.norm else self.what


FORECAST = Hindrance("", "", "The answer is for a time that has not come.")
NO_QUESTION = Hindrance("", "", "The question does not arise for him.")
OPEN_ALREADY = Hindrance("", "", "The law permits it: there is nothing to open.")


def why_not(answer: Answer) -> tuple[Hindrance, ...]:
    """List what keeps officers from opening an answer; nothing means they may."""
    if answer.gate_open:
        return (OPEN_ALREADY,)
    found = [FORECAST] if answer.forecast else []
    found += [] if answer.in_scope else [NO_QUESTION]
    found += [
        Hindrance(entry["norm"], entry["leg"], entry["wording"])
        for entry in answer.explanation
        if (entry["absolute"] or entry["personal"]) and entry["effective"] != "F"
    ]
    return tuple(found)
