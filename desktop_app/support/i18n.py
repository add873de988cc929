"""The interface's language: gettext over Babel catalogs. Never the language of a letter."""

import gettext
from functools import cache

from desktop_app.support import resources

DOMAIN = "undersigned"


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


def language() -> str:
    """The interface's language: ``en`` where there is no catalog for the system's."""
    return str(_catalog().info().get("language", "en")).partition("_")[0] or "en"


@cache
def _catalog() -> gettext.NullTranslations:
    """The catalog for the language the system is set to; the sources' own English where there is none."""
    return gettext.translation(DOMAIN, str(resources.path("resources/locale")), fallback=True)
