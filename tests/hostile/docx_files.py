"""All letters as DOCX."""

from dataclasses import replace

from hostile.docx_packages import PACKAGES
from hostile.docx_word import WORD
from hostile.docx_xml import XML
from hostile.kinds import Hostile, Use, several


def letters() -> list[Hostile]:
    """All of them, as letters to be imported."""
    return several(Use.LETTER, ".docx", PACKAGES | XML | WORD)


def drafts() -> list[Hostile]:
    """The same as letter.docx of a campaign: what is refused on the way in must be refused there, too."""
    otherwise = {"import-kind-unknown": "file-wrong-kind", "import-too-large": "file-too-large"}
    by_kind = {"a program before its beginning": "file-damaged", "a word of 4 MB": "letter-too-long"}
    made = several(Use.DRAFT, ".docx", PACKAGES | XML | WORD)
    outcomes = [by_kind.get(file.what, otherwise.get(file.outcome, file.outcome)) for file in made]
    return [replace(file, outcome=outcome, says=()) for file, outcome in zip(made, outcomes, strict=True)]
