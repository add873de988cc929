"""The interface's language: gettext over Babel catalogs. Never the language of a letter."""

import gettext
import io
import locale
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from desktop_app.support import resources

DOMAIN = "undersigned"
SOURCE = "en"
"""The language of the messages in the code."""
_chosen: tuple[str, ...] = ()


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a message for the catalogs; it is translated when it is shown."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - as above, for ``ngettext``
    """Mark both forms of a message for the catalogs."""
    return one, many


def _(message: str) -> str:
    """The message in the interface's language."""
    return _catalog().gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of a message that goes with a number, in the interface's language."""
    return _catalog().ngettext(one, many, number)


def speak(languages: Sequence[str]) -> None:
    """Use the first of these languages that has a catalog, from now on; none = as the system is set."""
    global _chosen  # noqa: PLW0603 - a program has one interface, and a message knows nothing of it
    _chosen = tuple(languages)
    _catalog.cache_clear()


def language() -> str:
    """The interface's language: ``en`` where there is no catalog for the one that is wished."""
    return str(_catalog().info().get("language", SOURCE)).partition("_")[0] or SOURCE


def languages() -> tuple[str, ...]:
    """The languages that the interface can speak."""
    folder = resources.path("resources/locale")
    there = sorted(path.parent.parent.name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return (SOURCE, *(code for code in there if code != SOURCE))


@cache
def _catalog() -> gettext.NullTranslations:
    """The catalog of the language; the sources' own English where there is none."""
    for wish in _chosen or _of_the_system():
        for code in dict.fromkeys((wish.replace("-", "_"), wish.replace("-", "_").partition("_")[0])):
            if code == SOURCE:
                return gettext.NullTranslations()
            catalog = resources.path(f"resources/locale/{code}/LC_MESSAGES") if code.isidentifier() else None
            if catalog is not None and (catalog / f"{DOMAIN}.po").exists():
                return _read(catalog / f"{DOMAIN}.po")
    return gettext.NullTranslations()


def _of_the_system() -> tuple[str, ...]:
    """As gettext itself looks for it."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return tuple(part.partition(".")[0] for part in value.split(":"))
    return tuple(filter(None, (locale.getlocale()[0],)))


def _read(source: Path) -> gettext.NullTranslations:
    """The compiled catalog; in a source tree it may be missing or older, and is compiled in memory."""
    compiled = source.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    return gettext.GNUTranslations(io.BytesIO(compiled_catalog(source)))


def compiled_catalog(source: Path) -> bytes:
    """What a catalog is as the program reads it. Uncertain translations are left out."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - no first paint waits for it in a built program
    from babel.messages.pofile import read_po  # noqa: PLC0415

    out = io.BytesIO()
    with source.open("rb") as file:
        write_mo(out, read_po(file, locale=source.parent.parent.name))
    return out.getvalue()
