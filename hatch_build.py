"""Put the shelves and the fonts into the wheel, so that an installed legalassist needs no checkout and no Node.

An editable install gets nothing: there `legalassist.library.shipped` finds the shelves at the top of the checkout,
where authors edit them; a copy in site-packages would go stale.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CONTENT = {
    "interviews": "legalassist/content/interviews",
    "templates": "legalassist/content/templates",
    "locales": "legalassist/content/locales",
    "assets/fonts": "legalassist/content/fonts",
}
"""Where each folder of the checkout (or of the unpacked sdist) stands in the wheel."""


class ShelvesInside(BuildHookInterface[Any]):
    """The custom build hook that pyproject.toml switches on."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Map the shelves into a wheel; raises FileNotFoundError where one holds no file."""
        if version == "editable":
            return
        for folder in CONTENT:
            if not any(path.is_file() for path in Path(self.root, folder).rglob("*")):
                message = f"{folder}/ holds no file: run 'make setup' first, then build"
                raise FileNotFoundError(message)
        if self.target_name == "wheel":
            build_data["force_include"].update(CONTENT)
