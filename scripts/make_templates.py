"""Writes ``templates/``: a campaign folder for each starter letter, and the sample; and what imports need.

    python -m scripts.make_templates

Everything in ``templates/`` is made here, from ``scripts/templates/texts``, and so are ``LOOK`` and ``LIST``;
the same source gives the same bytes on every day.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from desktop_app.files.list_editor.new_list import EMPTY
from scripts.templates.campaign_toml import campaign_toml
from scripts.templates.campaigns import CAMPAIGNS
from scripts.templates.letter_docx import letter_docx, look_docx
from scripts.templates.list_xlsx import list_xlsx

_ROOT = Path(__file__).resolve().parents[1]
TARGET = _ROOT / "templates"
LOOK = _ROOT / "resources" / "import" / "look.docx"
"""Every style and no text: what a letter from elsewhere is set in."""
LIST = _ROOT / EMPTY
"""Headings and no signatory: what the names of a letter from elsewhere are written into."""
_TEXTS = Path(__file__).resolve().parent / "templates" / "texts"


def template_files() -> Iterator[tuple[str, bytes]]:
    """Every file of ``templates/``: its path below that folder, and its bytes."""
    readme = (_TEXTS / "READ ME FIRST.txt").read_bytes()
    for folder, facts in CAMPAIGNS.items():
        first, *_ = facts.texts
        for language in facts.texts:
            name = "letter.docx" if language == first else f"letter.{language}.docx"
            source = (_TEXTS / f"{folder}.{language}.md").read_text("utf-8")
            yield f"{folder}/{name}", letter_docx(source, language)
        yield f"{folder}/campaign.toml", campaign_toml(facts).encode()
        yield f"{folder}/signatories-private.xlsx", list_xlsx(_rows(folder))
        yield f"{folder}/READ ME FIRST.txt", readme


def _rows(folder: str) -> list[dict[str, str]]:
    source = _TEXTS / f"{folder}.tsv"
    if not source.exists():
        return []
    with source.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))


def main() -> None:
    """Write all files."""
    for name, data in template_files():
        path = TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    LOOK.write_bytes(look_docx())
    LIST.write_bytes(list_xlsx())


if __name__ == "__main__":
    main()
