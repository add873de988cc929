"""The catalogs of the interface: collect the messages of the code, bring each catalog up to date, count.

    python -m scripts.catalogs [LANGUAGE ...]

A language that is named and has no catalog yet gets one.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from desktop_app.support.i18n import DOMAIN

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "resources" / "locale"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2), "NN_": (1, 2)}
_WIDTH = 110


def messages() -> Catalog:
    """Every message of the code, with where it stands."""
    found = Catalog(project="Undersigned", charset="utf-8", fuzzy=False)
    package = ROOT / "desktop_app"
    for file, line, message, comments, context in extract_from_dir(package, keywords=KEYWORDS):
        found.add(message, locations=[(f"desktop_app/{file}", line)], auto_comments=comments, context=context)
    return found


def catalog_of(language: str) -> Path:
    """Where a language's catalog lies."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(path: Path, language: str) -> Catalog:
    """A catalog; an empty one where there is none."""
    if not path.exists():
        return Catalog(locale=language, project="Undersigned", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def main(languages: list[str]) -> int:
    """Bring the catalogs up to date."""
    there = {path.parent.parent.name for path in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po")}
    collected = messages()
    for language in sorted(there | set(languages)):
        path = catalog_of(language)
        catalog = read(path, language)
        made_on = catalog.creation_date
        catalog.update(collected, no_fuzzy_matching=True)
        catalog.creation_date = made_on  # a catalog in which nothing changed stays as it is
        catalog.header_comment = f"# Undersigned: the interface in {catalog.locale.english_name}."
        catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = ""
        catalog.obsolete.clear()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalog, width=_WIDTH, sort_output=True, include_lineno=False)
        open_ones = [message for message in catalog if message.id and not _is_translated(message.string)]
        print(f"{language}: {len(catalog)} messages, {len(open_ones)} to be translated")
    return 0


def _is_translated(said: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(said) if isinstance(said, tuple | list) else bool(said)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
