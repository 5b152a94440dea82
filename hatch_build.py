"""Compile the catalogues of translated words (`locale/*/LC_MESSAGES`) at each build."""

from pathlib import Path
from typing import Any

from babel.messages import mofile, pofile
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface):
    """Write a `.mo` beside every `.po`; Django reads only those."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch calls it so
        """Compile all, and let the package contain them."""
        for source in sorted(Path(self.root, "src/safeconduct/locale").rglob("*.po")):
            with source.open("rb") as file:
                catalogue = pofile.read_po(file)
            compiled = source.with_suffix(".mo")
            with compiled.open("wb") as file:
                mofile.write_mo(file, catalogue)
            build_data["artifacts"].append(str(compiled.relative_to(self.root)))
