"""What does the Third Geneva Convention demand, in the order of its articles?"""

from safeconduct.law.provisions.binding import Binding
from safeconduct.law.provisions.gc3 import (
    captivity,
    ending,
    general,
    information,
    penal,
    protection,
    wounded,
)

BINDINGS: tuple[Binding, ...] = (
    *general.BINDINGS,
    *protection.BINDINGS,
    *captivity.BINDINGS,
    *penal.BINDINGS,
    *wounded.BINDINGS,
    *ending.BINDINGS,
    *information.BINDINGS,
)
