"""One name in three scripts: read it, compare it, explain the comparison.

Korean names have keys in Hangul, names of any other origin (`names.general`) in Latin
letters. Nothing here knows Django, a clock or a database.
"""

from safeconduct.names.decoding import Reading, decode
from safeconduct.names.errors import LIMIT, NamesError, TooLong
from safeconduct.names.forwards import Spelling, spellings
from safeconduct.names.general import Reason, Weight
from safeconduct.names.hangul import key
from safeconduct.names.partial import Range, ranges
from safeconduct.names.slips import edits
from safeconduct.names.weighing import keys, weight

__all__ = [
    "LIMIT",
    "NamesError",
    "Range",
    "Reading",
    "Reason",
    "Spelling",
    "TooLong",
    "Weight",
    "decode",
    "edits",
    "key",
    "keys",
    "ranges",
    "spellings",
    "weight",
]
