"""What the letter languages are called in the interface's language."""

from desktop_app.support.i18n import N_, _

LANGUAGES = {
    "en": N_("English"),
    "fr": N_("French"),
    "es": N_("Spanish"),
    "ru": N_("Russian"),
    "zh": N_("Chinese"),
    "ar": N_("Arabic"),
}


def of_language(code: str) -> str:
    """A letter language."""
    return _(LANGUAGES[code]) if code in LANGUAGES else code
