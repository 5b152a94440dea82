"""The statistics and the details of a draft, in words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from safeconduct.departure import queries as departure
from safeconduct.determination import queries as determination
from safeconduct.web import words
from safeconduct.web.words import OPTION_NAMES

_TABLES = {
    "standing": _("Persons, by where they stand"),
    "nationality": _("Persons, by nationality; who has two stands twice"),
    "hearings": _("Persons in custody, heard or not"),
    "claims": _("Claims to protection, by how they stand"),
    "ways": _("What the newest determinations answer"),
    "departures": _("Who left, and whom the gate turned back"),
}
_CELLS = {
    "held": _("in custody"),
    "departed": _("departed"),
    "released": _("released"),
    "dead": _("dead"),
    "heard": _("heard"),
    "unheard": _("not heard yet"),
    "turned_back": _("turned back by the gate"),
}
_DETAILS = {
    "name": _("the name"),
    "age": _("the age"),
    "role": _("the post"),
    "unit": _("the unit"),
    "capture_place": _("the place of capture"),
    "capture_month": _("the month of capture"),
    "injury": _("the wound"),
    "home": _("the home"),
    "nationality": _("the nationality"),
    "wish": _("the wish"),
    "family": _("the family"),
    "relative": _("the name of a relative"),
    "group": _("the size of the group"),
}


def table(name: str) -> str:
    """Name a table."""
    return str(_TABLES.get(name, name))


def cell(table_name: str, name: str) -> str:
    """Name a cell of a table."""
    if table_name == "nationality":
        return words.state(name)
    if table_name == "ways":
        option, _colon, result = name.partition(":")
        return f"{OPTION_NAMES.get(option, option)}: {words.value(result)}"
    if table_name == "claims":
        known = dict(determination.claim_statuses())
        return known.get(name) or gettext("registered")
    known = dict(departure.kinds()) if table_name == "departures" else {}
    return str(known.get(name) or _CELLS.get(name, name))


def detail(field: str) -> str:
    """Name what a detail tells."""
    return str(_DETAILS.get(field, field.replace("_", " ")))
