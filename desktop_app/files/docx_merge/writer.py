"""Writes the letters of one language: everything common is made ready once, then one file for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lxml import etree

from desktop_app.files.docx_merge.banner import Banner, add_banners
from desktop_app.files.docx_merge.blocks import Blocks, insert_blocks, place_blocks
from desktop_app.files.docx_merge.finishing import finish, keep_only_paragraphs
from desktop_app.files.docx_merge.part_template import (
    FinishedPart,
    PartTemplate,
    Values,
    finish_constant,
    plain_render,
    source_of,
)
from desktop_app.files.docx_merge.sections import set_paper, turn
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import DocxPackage, serialise
from desktop_app.files.field_tags import check_fields
from desktop_app.files.safe_template import SafeEnvironment
from desktop_app.files.wordml import w


@dataclass(frozen=True, slots=True)
class Dressing:
    """What every letter of one language gets besides its text.

    Attributes:
        title: For the document's properties.
        day: The letter's date, for the document's properties.
        paper: ``A4`` or ``Letter``.
        banners: Lines at the top of every page.
        right_to_left: Whether the letter's language runs from right to left.
    """

    title: str
    day: date | None
    paper: str
    banners: tuple[Banner, ...] = ()
    right_to_left: bool = False


class LetterWriter:
    """A letter in one language, ready to be written for any recipient.

    Args:
        package: The scrubbed draft. It is changed; a second writer needs a package of its own.
        environment: Compiles the fields, printing in the letter's language.
        common: Values that are the same in every letter.
        blocks: What the block fields print.
        dressing: Paper, properties, banners.
        file: The draft's name, for messages.
    """

    def __init__(
        self,
        package: DocxPackage,
        environment: SafeEnvironment,
        common: Values,
        blocks: Blocks,
        dressing: Dressing,
        file: str,
    ) -> None:
        self._common = common
        numbers: dict[etree._Element, int] = {}
        for story in package.stories:
            check_fields(story.root, file, story.part)
            numbers |= {paragraph: n for n, paragraph in enumerate(story.root.iter(w("p")), start=1)}
        add_banners(package, dressing.banners)
        set_paper(package.body, dressing.paper)
        if dressing.right_to_left:
            for story in package.stories:
                turn(story.root)
        self._blocks = place_blocks(package, blocks)
        self._templates: dict[str, PartTemplate] = {}
        self._drafted: dict[str, str] = {}
        for story in package.stories:
            keep_only_paragraphs(story.root)
            # Blocks and banners have come and gone: each paragraph goes by the number it has in the draft.
            lines = [numbers.get(paragraph, 0) for paragraph in story.root.iter(w("p"))]
            self._drafted[story.name] = serialise(story.root).decode()
            source = source_of(self._drafted[story.name], file, story.part, lines)
            self._templates[story.name] = PartTemplate(source, environment, common)
        fonts = not _names_script_fonts(package)
        finished = {key: finish(xml, fonts=fonts) for key, xml in self._blocks.items()}
        self._varying = {
            name: FinishedPart(template, finished, fonts=fonts)
            for name, template in self._templates.items()
            if template.varies or name == "word/document.xml"
        }
        constant = package.supporting_parts(dressing.title, dressing.day)
        for name, template in self._templates.items():
            if name not in self._varying:
                constant[name] = finish_constant(template, finished, fonts=fonts)
        self._shell = Shell(constant)

    def file(self, varying: Values) -> bytes:
        """The finished DOCX for one recipient. The body is its last entry."""
        last_is_body = sorted(self._varying, key=lambda name: name == "word/document.xml")
        return self._shell.file(
            {name: self._varying[name].pieces(varying, self._common) for name in last_is_body}
        )

    def drafted_parts(self) -> Mapping[str, str]:
        """The stories before anything is rendered, their blocks in place: what docxtpl would be given."""
        return {name: insert_blocks(xml, self._blocks) for name, xml in self._drafted.items()}

    def plain_parts(self, varying: Values) -> Mapping[str, str]:
        """The stories for one recipient before they are finished, to be compared with docxtpl's."""
        return {
            name: plain_render(template, self._blocks, varying, self._common)
            for name, template in self._templates.items()
        }


def _names_script_fonts(package: DocxPackage) -> bool:
    """Whether the letter's default style names fonts for Arabic and Chinese itself."""
    if package.styles is None:
        return False
    default = package.styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('rFonts')}")
    return default is not None and default.get(w("cs")) is not None and default.get(w("eastAsia")) is not None
