"""Names of any origin, written in Cyrillic or Latin letters: keys, weights, search."""

from safeconduct.names.general.evidence import Range, Reading, Reason, Weight
from safeconduct.names.general.initials import father_of, initials
from safeconduct.names.general.keys import edits, keys, prefixes, told, word_keys
from safeconduct.names.general.letters import words
from safeconduct.names.general.weighing import log_joint, log_likelihood, weight

__all__ = [
    "Range",
    "Reading",
    "Reason",
    "Weight",
    "edits",
    "father_of",
    "initials",
    "keys",
    "log_joint",
    "log_likelihood",
    "prefixes",
    "told",
    "weight",
    "word_keys",
    "words",
]
