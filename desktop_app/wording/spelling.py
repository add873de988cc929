"""Why spelling is not checked, and what would help."""

import sys

from desktop_app.files.spelling import Missing
from desktop_app.support.i18n import _
from desktop_app.wording.languages import of_language

_PACKAGES = {"en": "hunspell-en-gb", "de": "hunspell-de-de", "pt": "hunspell-pt-pt"}


def of_missing(missing: Missing, language: str) -> str:
    """One sentence that says what to install."""
    if missing is Missing.LIBRARY:
        if sys.platform == "darwin":
            return _("To check spelling, install Enchant: brew install enchant.")
        return _("To check spelling, install the library Enchant: libenchant-2-2 on Debian and Ubuntu.")
    package = _PACKAGES.get(language, f"hunspell-{language}")
    return _(
        "To check spelling, install a dictionary of this language for Hunspell ({language}): "
        "{package} on Debian and Ubuntu."
    ).format(language=of_language(language), package=package)
