"""The Third Geneva Convention of 12 August 1949 (GC III), part by part."""

from safeconduct.law.norms.gc3 import (
    captivity,
    ending,
    general,
    information,
    protection,
)

NORMS = (
    *general.NORMS,
    *protection.NORMS,
    *captivity.NORMS,
    *ending.NORMS,
    *information.NORMS,
)
