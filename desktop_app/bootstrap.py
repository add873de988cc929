"""Puts the program together, once. Tests call it with parts of their own."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.files.reference_data import Reference, load
from desktop_app.support import resources


@dataclass(frozen=True, slots=True)
class Program:
    """What every command needs: the shipped tables, templates and patterns, and what time it is."""

    reference: Reference
    templates: Path
    patterns: Path
    today: Callable[[], dt.date]
    now: Callable[[], dt.datetime]


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def bootstrap(
    root: Path | None = None,
    today: Callable[[], dt.date] = dt.date.today,
    now: Callable[[], dt.datetime] = _utc_now,
) -> Program:
    """The program with its real parts, or with those of ``root``."""
    folder = root or resources.root()
    return Program(
        load(folder / "resources"), folder / "templates", folder / "resources" / "import", today, now
    )
