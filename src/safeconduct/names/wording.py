"""How is a reason said in English, Korean, Ukrainian and Russian?"""

from collections.abc import Mapping

from safeconduct.names.general import Reason
from safeconduct.names.tables import table

LANGUAGES = ("en", "ko", "uk", "ru")


def sentence(reason: Reason, language: str = "en") -> str:
    """Say a reason as one sentence.

    A kind that the table lacks is said by its name and its values; a language that it
    lacks is English.
    """
    said: Mapping[str, str] = table("wording").get(reason.kind, {})
    pattern = said.get(language) or said.get("en")
    if pattern is None:
        values = ", ".join(f"{name}: {value}" for name, value in reason.values.items())
        return f"{reason.kind} ({values})"
    return pattern.format_map(_Values(reason.values))


class _Values(dict[str, str]):
    """What a pattern asks for and the reason lacks is left out."""

    def __missing__(self, name: str) -> str:
        return "…"
