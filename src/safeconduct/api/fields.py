"""What is wrong with a field, in a sentence that never repeats what was sent."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# By pydantic's type of error; `%(…)s` come from its context.
_SENTENCES: Mapping[str, Any] = {
    "missing": gettext_lazy("This field is needed."),
    "extra_forbidden": gettext_lazy("There is no such field here."),
    "literal_error": gettext_lazy("Write one of %(expected)s."),
    "string_too_short": gettext_lazy("Write at least %(min_length)s characters."),
    "string_too_long": gettext_lazy("Write at most %(max_length)s characters."),
    "string_pattern_mismatch": gettext_lazy("Write it in the form %(pattern)s."),
    "string_type": gettext_lazy("Write text."),
    "string_unicode": gettext_lazy("Write text that is valid Unicode."),
    "too_short": gettext_lazy("Give at least %(min_length)s."),
    "too_long": gettext_lazy("Give at most %(max_length)s."),
    "greater_than_equal": gettext_lazy("Give %(ge)s or more."),
    "less_than_equal": gettext_lazy("Give %(le)s or less."),
    "int_type": gettext_lazy("Give a whole number."),
    "int_parsing": gettext_lazy("Give a whole number."),
    "bool_type": gettext_lazy("Write true or false."),
    "bool_parsing": gettext_lazy("Write true or false."),
    "uuid_parsing": gettext_lazy("Write the UUID of something in this register."),
    "uuid_type": gettext_lazy("Write the UUID of something in this register."),
    "date_type": gettext_lazy("Write a day such as 2026-03-01."),
    "date_parsing": gettext_lazy("Write a day such as 2026-03-01."),
    "date_from_datetime_parsing": gettext_lazy("Write a day such as 2026-03-01."),
    "datetime_type": gettext_lazy("Write a time such as 2026-03-01T09:30:00Z."),
    "datetime_parsing": gettext_lazy("Write a time such as 2026-03-01T09:30:00Z."),
    "datetime_from_date_parsing": gettext_lazy(
        "Write a time such as 2026-03-01T09:30:00Z."
    ),
    "timezone_aware": gettext_lazy("Give the time zone as well, such as Z or +02:00."),
    "list_type": gettext_lazy("Give a list."),
    "dict_type": gettext_lazy("Give an object with names and values."),
    "model_type": gettext_lazy("Give an object with names and values."),
    "model_attributes_type": gettext_lazy("Give an object with names and values."),
}


def sentences(errors: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Say what is wrong with each field, by its path in what was sent: `claims.0.kind`.

    Args:
        errors: As django-ninja reports them: `loc` begins with the part of the
            request and, in a body, the name of our parameter.
    """
    return {_path(error["loc"]): _sentence(error) for error in errors}


def _path(place: tuple[str | int, ...]) -> str:
    """Name the field as the caller knows it."""
    source, *path = place
    inside = path[1:] if source == "body" and len(path) > 1 else path
    if inside == ["body"] or not inside:
        return "body"
    return ".".join(str(part) for part in inside)


def _sentence(error: Mapping[str, Any]) -> str:
    if error["loc"][0] == "file":
        return _("Send one file, of at most %(megabytes)s megabytes.") % {
            "megabytes": settings.UPLOAD_MEGABYTES
        }
    sentence = _SENTENCES.get(error["type"])
    if sentence is None:
        return _("This value cannot be taken here.")
    said: str = str(sentence) % error.get("ctx", {})
    return said
