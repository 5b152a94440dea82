"""How does the database learn the law that its gate asks?

The gate functions are written from the norms (`law.gate_sql`) and replaced whenever
the program starts: a release or a new day may bring another law. A determination
made under another law than the database holds opens nothing.
"""

from datetime import date

from django.conf import settings
from django.db import connection, transaction

from safeconduct.law import pack
from safeconduct.law.gate_sql import gate_functions

_LOCK = 0x5AFEC0D2  # advisory lock number, ours alone


def install(*, on: date) -> str:
    """Give the database the law of a day, and return its hash."""
    law = pack(on, settings.POSITION)
    with transaction.atomic(), connection.cursor() as cursor:
        # Two programs that start at once must not replace the same function.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute(gate_functions(law))
    return law.hash
