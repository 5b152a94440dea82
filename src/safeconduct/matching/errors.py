"""Why two records are not matched, answered upon or joined.

MatchingError
├── NoSuchPair
├── SameRecord
├── AlreadyProposed
├── Remembered
├── NotInTurn
├── NoAnswer
├── MayNotMerge
├── SameService
└── JoinedMeanwhile
"""


class MatchingError(Exception):
    """Base of every error of this app; faces catch this one."""


class NoSuchPair(MatchingError):
    """There is no such pair, or one of its cases is not the officer's to see."""


class SameRecord(MatchingError):
    """A record is not compared with itself."""


class AlreadyProposed(MatchingError):
    """The pair waits for its reviewers already, or is joined."""


class Remembered(MatchingError):
    """Two officers have answered on this pair, and nothing new was claimed since."""


class NotInTurn(MatchingError):
    """The pair is not at the step that comes before this one."""


class NoAnswer(MatchingError):
    """The answer is none of the three, or says no reason."""


class MayNotMerge(MatchingError):
    """The two records cannot be joined like this; the sentence says why."""


class SameService(MatchingError):
    """The second officer is the first, or serves the same authority."""


class JoinedMeanwhile(MatchingError):
    """The records of a person were joined or parted while an act waited for them."""
