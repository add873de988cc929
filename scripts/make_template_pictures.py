"""Pictures of the first page of each starter letter, for the window's start.

    python -m scripts.make_template_pictures

Each template is merged once with names of the sample, converted by LibreOffice and drawn. Run it when a
template changes; it needs the fonts that ``dev.py setup`` installs.
"""

import io
import sys
from dataclasses import replace

import pypdfium2
from PIL import Image

from desktop_app.bootstrap import Program, bootstrap
from desktop_app.domain.counting import count
from desktop_app.domain.disclosure import project
from desktop_app.domain.signatory import Signatory
from desktop_app.files.campaign_folder import SAMPLE, template_names
from desktop_app.files.libreoffice import converted
from desktop_app.services.addressing import choose_for
from desktop_app.services.merging import Material, Merge
from desktop_app.services.opening import open_campaign
from desktop_app.support import resources

WIDTH = 480
"""Pixels: three times what the cards show."""
_COLOURS = 32
_NAMES = 60


def main() -> int:
    """Draw all of them."""
    program = bootstrap()
    folder = resources.path("resources/template-pictures")
    folder.mkdir(exist_ok=True)
    rows = open_campaign(program.templates / SAMPLE).signatories[:_NAMES]
    for name in template_names(program.templates):
        if name != SAMPLE:
            pdf = converted(_letter(program, name, rows), ".docx", "pdf")
            (folder / f"{name}.png").write_bytes(_first_page(pdf))
            print(name)
    return 0


def _letter(program: Program, name: str, rows: tuple[Signatory, ...]) -> bytes:
    opened = open_campaign(program.templates / name)
    language = opened.languages[0]
    campaign = replace(opened.campaign, date=program.today())
    request = replace(campaign.request, to=campaign.request.to or ("security-council",))
    chosen = choose_for(opened.folder, campaign, replace(request, language=language), program.reference)
    counted = count(rows, campaign.counts)
    material = Material(campaign, language, opened.draft(language), project(rows), counted)
    return Merge(material, program.reference).document(chosen.recipients[0])


def _first_page(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    drawn = page.render(scale=2 * WIDTH / page.get_width()).to_pil()
    small = drawn.resize((WIDTH, round(drawn.height * WIDTH / drawn.width)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.convert("RGB").quantize(_COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
