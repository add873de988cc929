"""A letter as it is drafted: scrubbed, with its text at hand paragraph by paragraph."""

import hashlib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from lxml import etree

from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.files.docx_package import DocxPackage
from desktop_app.files.docx_scrub import scrub
from desktop_app.files.docx_scrub.fields import links_in_fields
from desktop_app.files.package_gate import Kind, read_bytes, unpack
from desktop_app.files.wordml import text_of, w

MAX_TEXT = 500_000
"""Characters. The longest letter we know has 60 000."""
MAX_OPENED, MAX_UNCLOSED = 100, 10
"""Fields that one paragraph begins, and those of them that do not end: whoever looks for the end of each
reads the paragraph as often."""
_OPENS = re.compile(r"\{[{%#](?P<unclosed>(?!.{0,1000}?[}%#]\}))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """One paragraph of the draft, numbered in its part from 1.

    Attributes:
        is_running: Whether it stands in the body or in a footnote itself: in no table, no text box in it.
    """

    part: str
    number: int
    text: str
    is_running: bool = False


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A draft in one language.

    Attributes:
        file: Its file name.
        package: What is merged. A writer changes it: ``unused`` gives another one.
        paragraphs: Its text, fields as they are written.
        links: Web and mail addresses it links to.
        findings: What was taken out of the draft.
        data: The bytes that it was read from.
    """

    file: str
    package: DocxPackage
    paragraphs: tuple[DraftParagraph, ...]
    links: tuple[str, ...]
    findings: tuple[Finding, ...]
    data: bytes = field(repr=False)

    def unused(self) -> "LetterDraft":
        """The same draft with a package that no writer has changed, whatever lies on the disk by now."""
        return letter_of(self.data, self.file)

    @property
    def text(self) -> str:
        """The whole text, a paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def read_letter(path: Path) -> LetterDraft:
    """Read and scrub a draft.

    Raises:
        ProblemError: as ``read_bytes`` and ``letter_of``.
    """
    return letter_of(read_bytes(path), path.name)


def read_paragraphs(path: Path) -> tuple[DraftParagraph, ...]:
    """The text of a draft alone; bytes that were read before are not read again.

    Raises:
        ProblemError: as ``read_letter``.
    """
    return _paragraphs_of(read_bytes(path), path.name)


@lru_cache(maxsize=6)  # letters: as many languages as the United Nations have
def _paragraphs_of(data: bytes, file: str) -> tuple[DraftParagraph, ...]:
    return letter_of(data, file).paragraphs


def letter_of(data: bytes, file: str) -> LetterDraft:
    """The same of a letter's bytes.

    Raises:
        ProblemError: as ``unpack`` and ``scrub``; ``letter-too-long``;
            ``too-many-fields`` with its paragraph.
    """
    scrubbed = scrub(unpack(data, Kind.DOCX, file), file)
    package = scrubbed.package
    paragraphs = tuple(
        DraftParagraph(story.part, number, text_of(paragraph), _is_running(paragraph))
        for story in package.stories
        for number, paragraph in enumerate(story.root.iter(w("p")), start=1)
    )
    characters = sum(len(paragraph.text) for paragraph in paragraphs)
    if characters > MAX_TEXT:
        raise ProblemError("letter-too-long", Place(file))
    for paragraph in paragraphs:
        opened = [found["unclosed"] is not None for found in _OPENS.finditer(paragraph.text)]
        if len(opened) > MAX_OPENED or sum(opened) > MAX_UNCLOSED:
            raise ProblemError("too-many-fields", Place(file, paragraph.part, paragraph.number))
    links = tuple(r.target for story in package.stories for r in story.relations.values() if r.external)
    links += tuple(link for story in package.stories for link in links_in_fields(story.root))
    return LetterDraft(file, package, paragraphs, links, scrubbed.findings, data)


def _is_running(paragraph: etree._Element) -> bool:
    parent = paragraph.getparent()
    around = parent is not None and parent.tag in (w("body"), w("footnote"))
    return around and next(paragraph.iterdescendants(w("p")), None) is None


def fingerprint(draft: LetterDraft) -> str:
    """What tells one text from another, whatever it looks like; white space does not count."""
    lines = (f"{paragraph.part}: {' '.join(paragraph.text.split())}" for paragraph in draft.paragraphs)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
