"""Learn what tells of a person from marked paragraphs; `exposure train` calls it."""

from safeconduct.disclosure.teaching.errors import TeachingError
from safeconduct.disclosure.teaching.judging import Judged, judge
from safeconduct.disclosure.teaching.marked import Marked, read
from safeconduct.disclosure.teaching.training import learn

__all__ = ["Judged", "Marked", "TeachingError", "judge", "learn", "read"]
