"""Every norm that opens or closes something, one module per instrument."""

from safeconduct.law.norm import Norm
from safeconduct.law.norms import (
    ap1,
    cat,
    csr51,
    custom,
    echr,
    engine,
    gc3,
    iccpr,
    icpped,
    korea,
    ukraine,
    unhcr,
)

ALL_NORMS: tuple[Norm, ...] = (
    *gc3.NORMS,
    *ap1.NORMS,
    *custom.NORMS,
    *cat.NORMS,
    *iccpr.NORMS,
    *echr.NORMS,
    *icpped.NORMS,
    *csr51.NORMS,
    *unhcr.NORMS,
    *korea.NORMS,
    *ukraine.NORMS,
    *engine.NORMS,
)
