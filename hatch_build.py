"""Compiles the catalogs of the interface before a wheel is built of them."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogs(BuildHookInterface[Any]):
    """Writes each .mo beside its .po."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, _build_data: dict[str, Any]) -> None:
        """Called before anything is built."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from desktop_app.support.i18n import compiled_catalog  # noqa: PLC0415 - found by the line above

        for source in Path(self.root, "resources", "locale").glob("*/LC_MESSAGES/*.po"):
            source.with_suffix(".mo").write_bytes(compiled_catalog(source))
