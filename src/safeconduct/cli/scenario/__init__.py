"""An invented case to try the register on: six prisoners, five reports, one list.

All names, reports and figures are invented. Everything comes about through acts,
so that the journal is whole and the log can be verified.
"""

from safeconduct.cli.scenario.guide import guide
from safeconduct.cli.scenario.story import is_loaded, load

__all__ = ["guide", "is_loaded", "load"]
