"""The interface's language: gettext over Babel catalogs. Never the language of a letter."""

import gettext
from functools import lru_cache

from desktop_app.support import resources

DOMAIN = "undersigned"
_chosen: list[str] = []


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a message for the catalogs; it is translated when it is shown."""
    return message


def _(message: str) -> str:
    """The message in the interface's language."""
    return _catalog(tuple(_chosen)).gettext(message)


def use_languages(languages: list[str]) -> None:
    """Choose the interface's languages, the preferred one first; none = as the sources have it."""
    _chosen[:] = languages


@lru_cache(maxsize=4)
def _catalog(languages: tuple[str, ...]) -> gettext.NullTranslations:
    folder = resources.path("resources/locale")
    return gettext.translation(DOMAIN, str(folder), languages=list(languages) or ["en"], fallback=True)
