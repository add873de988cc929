"""An existing letter, whatever file it comes in: what is in it decides which reader takes it."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.letter_anatomy.source import LetterSource
from desktop_app.domain.reporting import Finding
from desktop_app.files.letter_text import read_text
from desktop_app.files.letter_word import read_docx
from desktop_app.files.package_gate import read_bytes


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A letter as it was read.

    Attributes:
        source: Its lines.
        kind: "docx", "odt", "doc", "rtf", "pdf", "html", "md" or "txt".
        package: The DOCX whose lines these are, where there is one: it becomes the new letter.
        findings: What was accepted, or taken out.
    """

    source: LetterSource
    kind: str
    package: bytes | None = None
    findings: tuple[Finding, ...] = ()


def read_source(path: Path) -> SourceFile:
    """Read a letter.

    Raises:
        ProblemError: as the readers.
    """
    data = read_bytes(path)
    if path.suffix.casefold() == ".docx":
        letter = read_docx(data, path.name)
        return SourceFile(letter.source, "docx", letter.package, letter.findings)
    is_markdown = path.suffix.casefold() == ".md"
    return SourceFile(read_text(data, path.name, is_markdown=is_markdown), "md" if is_markdown else "txt")
