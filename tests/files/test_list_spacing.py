"""A new item of a list stands apart as the others do, where each says that itself."""

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from desktop_app.domain.writing import Block, Piece
from desktop_app.files.letter_editor import LetterFile


def _letter() -> LetterFile:
    made = Document()
    made.add_paragraph("We ask that")
    for text in ("the arms stop;", "the aid begins."):
        item = made.add_paragraph(text)
        item.paragraph_format.space_after = Pt(2)
        numbering = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", "0"), ("w:numId", "1")):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            numbering.append(child)
        item._p.get_or_add_pPr().insert(0, numbering)  # type: ignore[arg-type]
    after = made.add_paragraph("With respect")
    after.paragraph_format.space_before = Pt(9)
    written = io.BytesIO()
    made.save(written)
    return LetterFile(written.getvalue(), "letter.docx")


def _spaces(letter: LetterFile, blocks: list[Block]) -> list[float | None]:
    back = Document(io.BytesIO(letter.written(blocks, letter.notes)))
    after = (paragraph.paragraph_format.space_after for paragraph in back.paragraphs)
    return [None if space is None else space.pt for space in after]


@pytest.mark.parametrize("source", [None, 2], ids=["that is put to it", "that is begun with Enter"])
def test_a_new_item_stands_as_the_others_do(source: int | None) -> None:
    letter = _letter()
    new = replace(letter.blocks[2], pieces=(Piece("the court decides."),), source=source)
    assert _spaces(letter, [*letter.blocks[:3], new, letter.blocks[3]]) == [None, 2, 2, 2, None]


def test_what_comes_after_the_list_does_not() -> None:
    letter = _letter()
    new = replace(letter.blocks[2], pieces=(Piece("We thank you."),), list="")
    assert _spaces(letter, [*letter.blocks[:3], new, letter.blocks[3]]) == [None, 2, 2, None, None]


def test_a_paragraph_with_a_spacing_of_its_own_keeps_it() -> None:
    letter = _letter()
    last = replace(letter.blocks[3], list="1")
    assert _spaces(letter, [*letter.blocks[:3], last]) == [None, 2, 2, None]
