"""The same person in registers of a hundred thousand to a hundred million records.

    tables = [read(Path("camp.csv"), {})]
    outcome = link(tables, [], Order(), silent)
    write(outcome, tables, folder)

What comes out are proposals with a probability and reasons. Nothing is merged here.
"""

from safeconduct.linkage.errors import LinkageError
from safeconduct.linkage.fields import FIELDS, read_mapping
from safeconduct.linkage.linking import ENGINES, Order, Outcome, link, silent
from safeconduct.linkage.reading import Note, Rejected, Table, read, read_whole
from safeconduct.linkage.report import FILES, make_room, write

__all__ = [
    "ENGINES",
    "FIELDS",
    "FILES",
    "LinkageError",
    "Note",
    "Order",
    "Outcome",
    "Rejected",
    "Table",
    "link",
    "make_room",
    "read",
    "read_mapping",
    "read_whole",
    "silent",
    "write",
]
