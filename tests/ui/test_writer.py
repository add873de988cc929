"""The text of a letter is written on, by keys and tools; what is saved is what stands there."""

import io
import os
import random
from collections.abc import Callable

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rich_letter import DATA

from desktop_app.domain.writing import Alignment, Block, Piece, PieceKind
from desktop_app.files.letter_editor import LetterFile, ListKind
from desktop_app.ui.writing.writer import Writer

KEY = Qt.Key
OPERATIONS = int(os.environ.get("UNDERSIGNED_WRITING", "1800"))
"""How many the long test makes; 50,000 before a release."""
IN_ONE_LETTER = 60
MOST_STEPS = 20 * IN_ONE_LETTER
"""More than that many actions can make; what undo does must not be done again for ever."""


@pytest.fixture
def writer(qtbot: QtBot) -> Writer:
    QGuiApplication.clipboard().setText("from elsewhere")  # whatever another test has left there
    made = Writer(lambda _kind, text: text)
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.show_letter(LetterFile(DATA, "letter.docx"))
    made.show()
    return made


def is_untouched(writer: Writer) -> bool:
    """Whether saving would give the very bytes that were read."""
    return writer.letter.written(writer.blocks, writer.letter.notes) == DATA


def again(writer: Writer) -> LetterFile:
    """The letter as it is when it is saved and opened."""
    written = writer.letter.written(writer.blocks, writer.letter.notes)
    Document(io.BytesIO(written))
    return LetterFile(written, "letter.docx")


def stand(writer: Writer, text: str, *, end: bool = True) -> None:
    """Put the cursor behind some words, or before them."""
    cursor = writer.document().find(text)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionEnd() if end else cursor.selectionStart())
    writer.setTextCursor(cursor)


def choose(writer: Writer, text: str) -> None:
    cursor = writer.document().find(text)
    assert not cursor.isNull()
    writer.setTextCursor(cursor)


def number_of(writer: Writer, text: str) -> int:
    return writer.document().find(text).block().blockNumber()


def test_nothing_is_changed_by_showing_it(writer: Writer) -> None:
    assert is_untouched(writer)


def test_what_is_typed_is_saved(writer: Writer) -> None:
    stand(writer, " to you")
    QTest.keyClicks(writer, " and your government")
    assert "We write urgently to you and your government." in [block.text for block in again(writer).blocks]


def test_enter_behind_a_heading_begins_text(writer: Writer) -> None:
    stand(writer, "of Orlavia")
    QTest.keyClick(writer, KEY.Key_Return)
    QTest.keyClicks(writer, "A line")
    first, second = again(writer).blocks[:2]
    assert (first.style, second.style, second.text) == ("Heading1", "Normal", "A line")
    assert not second.pieces[0].bold


def test_enter_in_an_empty_item_leaves_the_list(writer: Writer) -> None:
    stand(writer, "at once")
    QTest.keyClick(writer, KEY.Key_Return)
    assert writer.block.list == "2"
    QTest.keyClick(writer, KEY.Key_Return)
    assert writer.block.list == ""


def test_tab_moves_an_item_in_and_out(writer: Writer) -> None:
    stand(writer, "refer the matter")
    QTest.keyClick(writer, KEY.Key_Tab)
    assert again(writer).blocks[number_of(writer, "refer the matter")].level == 1
    QTest.keyClick(writer, KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert is_untouched(writer)


def test_backspace_before_an_item_takes_it_out(writer: Writer) -> None:
    stand(writer, "refer the matter", end=False)
    QTest.keyClick(writer, KEY.Key_Backspace)
    assert again(writer).blocks[number_of(writer, "refer the matter")].list == ""


def test_a_list_is_begun_goes_on_and_begins_again(writer: Writer) -> None:
    stand(writer, "{{ signatories }}" if writer.document().find("{{").position() > 0 else "text")
    writer.moveCursor(QTextCursor.MoveOperation.End)
    for text in ("one", "two", "three"):
        QTest.keyClick(writer, KEY.Key_Return)
        QTest.keyClicks(writer, text)
        writer.toggle_list(ListKind.NUMBERS) if not writer.block.list else None
    stand(writer, "three")
    writer.begin_list_again()
    back = again(writer)
    marks = back.lists.markers((block.list, block.level) for block in back.blocks)
    assert marks[-3:] == ["1.", "2.", "1."]
    writer.go_on_with_list()
    back = again(writer)
    assert back.lists.markers((block.list, block.level) for block in back.blocks)[-3:] == ["1.", "2.", "3."]


@pytest.mark.parametrize("name", ["bold", "italic", "underlined"])
def test_words_are_marked_and_unmarked(writer: Writer, name: str) -> None:
    before = writer.blocks
    choose(writer, "to you")
    writer.mark(name)
    piece = next(x for block in again(writer).blocks for x in block.pieces if x.text == "to you")
    assert getattr(piece, name)
    writer.mark(name)
    assert writer.blocks == before


def test_a_link_is_set_and_taken_out(writer: Writer) -> None:
    choose(writer, "to you")
    writer.lead_to("https://data.example.org/")
    piece = next(x for block in again(writer).blocks for x in block.pieces if x.text == "to you")
    assert piece.link == "https://data.example.org/"
    choose(writer, "more")
    writer.lead_to("")
    assert not any(x.link and x.text == "more" for block in again(writer).blocks for x in block.pieces)


def test_a_field_moves_and_goes_as_one(writer: Writer) -> None:
    stand(writer, "to you")
    writer.insert_piece(Piece("{{ letter.date|long_date }}", PieceKind.FIELD))
    QTest.keyClicks(writer, "!")
    assert "to you{{ letter.date|long_date }}!." in again(writer).blocks[2].text
    QTest.keyClick(writer, KEY.Key_Backspace)
    QTest.keyClick(writer, KEY.Key_Backspace)
    assert again(writer).blocks[2].text.endswith("to you.")


def test_what_is_typed_behind_a_notes_mark_is_no_mark(writer: Writer) -> None:
    writer.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(writer, " And more.")
    *_before, mark, text = again(writer).blocks[-1].pieces
    assert (mark.kind, text.text, text.run) == (PieceKind.NOTE, " And more.", None)


def test_quotes_are_set_and_the_first_undo_brings_back_what_was_typed(writer: Writer) -> None:
    stand(writer, "to you")
    QTest.keyClicks(writer, ' "now"')
    assert "to you “now”." in again(writer).blocks[2].text
    writer.undo()
    assert 'to you “now".' in again(writer).blocks[2].text


def test_a_step_is_undone_at_once(writer: Writer) -> None:
    writer.selectAll()
    writer.set_paragraph_style("Heading1")
    writer.align(Alignment.CENTRE)
    writer.undo()
    writer.undo()
    assert is_untouched(writer)


def test_all_cut_and_pasted_is_the_same_letter(writer: Writer) -> None:
    writer.selectAll()
    writer.cut()
    writer.paste()
    assert [block.text for block in again(writer).blocks] == [
        block.text for block in LetterFile(DATA, "letter.docx").blocks
    ]


def fields(writer: Writer) -> list[str]:
    return [x.text for block in writer.blocks for x in block.pieces if x.kind is PieceKind.FIELD]


@pytest.mark.parametrize("key", [KEY.Key_X, KEY.Key_C])
def test_keys_on_a_selection_that_ends_with_a_field_leave_it_a_field(writer: Writer, key: Qt.Key) -> None:
    before = fields(writer)
    cursor = writer.textCursor()
    cursor.setPosition(0)
    field = writer.document().find("\N{OBJECT REPLACEMENT CHARACTER}")
    cursor.setPosition(field.selectionEnd(), cursor.MoveMode.KeepAnchor)
    writer.setTextCursor(cursor)
    QTest.keyClick(writer, key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(writer, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert fields(writer) == before


def test_what_is_typed_over_a_field_is_text(writer: Writer) -> None:
    field = writer.document().find("\N{OBJECT REPLACEMENT CHARACTER}")
    writer.setTextCursor(field)
    QTest.keyClicks(writer, "Dear all")
    assert "Dear all," in [block.text for block in again(writer).blocks]


def mime(html: str) -> QMimeData:
    made = QMimeData()
    made.setHtml(html)
    made.setText("not this")
    return made


WORD = """<html xmlns:o="urn:x"><head><style>p {color:red}</style></head><body><!--StartFragment-->
<p class=MsoNormal><span style='font-size:20pt;color:red'>Plain <b>and bold</b></span><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·
<span>&nbsp;&nbsp;</span></span><![endif]>first point</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span>o
<span>&nbsp;&nbsp;</span></span><![endif]>deeper point</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span>1.<span>&nbsp;</span>
</span><![endif]>numbered point</p><!--EndFragment--></body></html>"""
DOCS = """<meta charset="utf-8"><b style="font-weight:normal;">
<p dir="ltr"><span style="font-weight:400">See </span>
<a href="https://news.example.org/a"><u>the news</u></a></p>
<ul><li dir="ltr"><p dir="ltr"><span>outer</span></p></li>
<ul><li><p><span>inner</span></p></li></ul></ul></b>"""
MAIL = (
    """<div>Dear all,<br>read <i>this</i> {{ letter.date }}<img src="https://spy.example.net/x.png"></div>"""
)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            WORD,
            [
                ("Plain and bold", ""),
                ("first point", "bullets"),
                ("deeper point", "bullets"),
                ("numbered point", "numbers"),
            ],
        ),
        (DOCS, [("See the news", ""), ("outer", "bullets"), ("inner", "bullets")]),
        (MAIL, [("Dear all,\N{LINE SEPARATOR}read this {{ letter.date }}", "")]),
    ],
    ids=["Word", "Google Docs", "mail"],
)
def test_what_is_pasted_takes_the_look_of_its_place(
    writer: Writer, html: str, expected: list[tuple[str, str]]
) -> None:
    writer.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(writer, KEY.Key_Return)
    writer.insertFromMimeData(mime(html))
    back = again(writer)
    pasted = back.blocks[-len(expected) :]
    kinds = [back.lists.kind_of(block.list, block.level) if block.list else None for block in pasted]
    assert [
        (block.text, kind.value if kind else "") for block, kind in zip(pasted, kinds, strict=True)
    ] == expected
    assert {block.style for block in pasted} == {""}


def test_pasted_words_keep_bold_and_links_only(writer: Writer) -> None:
    writer.moveCursor(QTextCursor.MoveOperation.End)
    writer.insertFromMimeData(mime(WORD))
    writer.insertFromMimeData(mime(DOCS))
    pieces = [x for block in again(writer).blocks for x in block.pieces]
    assert any(x.text == "and bold" and x.bold for x in pieces)
    assert any(x.text == "the news" and x.link == "https://news.example.org/a" for x in pieces)


def test_copied_text_is_text_elsewhere(writer: Writer) -> None:
    writer.selectAll()
    copied = writer.createMimeDataFromSelection()
    assert "{{ recipient.salutation }}," in copied.text()
    assert "\N{OBJECT REPLACEMENT CHARACTER}" not in copied.text()
    assert '<a href="https://news.example.org/orlavia">' in copied.html()


def compose(writer: Writer, preedit: str, commit: str, start: int = 0, length: int = 0) -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit, start, length)
    QApplication.sendEvent(writer, event)


def random_action(writer: Writer, chance: random.Random, notes: dict[str, tuple[Block, ...]]) -> None:
    end = writer.document().characterCount()
    cursor = writer.textCursor()

    def select() -> None:
        at = chance.randrange(end)
        cursor.setPosition(at)
        cursor.setPosition(min(end - 1, max(0, at + chance.randrange(-30, 30))), cursor.MoveMode.KeepAnchor)
        writer.setTextCursor(cursor)

    def add_note() -> None:
        key, blocks = writer.letter.new_note(notes)
        notes[key] = blocks
        writer.insert_piece(Piece(key, PieceKind.NOTE))

    actions: list[Callable[[], object]] = [
        lambda: QTest.keyClicks(writer, chance.choice(["a", "word ", "x. ", "7"])),
        lambda: QTest.keyClicks(writer, "and so on"),
        lambda: compose(
            writer, chance.choice(["ni hao", ""]), chance.choice(["你好", "نكتب", "😀", "“", ""])
        ),
        lambda: compose(writer, "", "é", -chance.randrange(3), chance.randrange(3)),
        lambda: QTest.keyClicks(writer, "{{ letter.date }}"),
        lambda: QTest.keyClick(writer, KEY.Key_Return),
        lambda: QTest.keyClick(writer, KEY.Key_Delete),
        lambda: QTest.keyClick(writer, KEY.Key_Backspace),
        lambda: QTest.keyClick(writer, KEY.Key_Tab),
        select,
        select,
        lambda: writer.stand_at(chance.randrange(end)),
        writer.cut,
        writer.copy,
        writer.paste,
        writer.undo,
        writer.redo,
        add_note,
        writer.begin_list_again,
        writer.go_on_with_list,
        lambda: writer.mark(chance.choice(["bold", "italic", "underlined"])),
        lambda: writer.set_paragraph_style(chance.choice(["", "Heading1", "ListBullet"])),
        lambda: writer.toggle_list(chance.choice(list(ListKind))),
        lambda: writer.deepen(chance.choice([1, -1])),
        lambda: writer.align(chance.choice(list(Alignment))),
        lambda: writer.lead_to(chance.choice(["https://a.example.org", ""])),
        lambda: writer.insert_piece(Piece("{{ letter.date }}", PieceKind.FIELD)),
        lambda: writer.insertFromMimeData(mime(chance.choice([WORD, DOCS, MAIL]))),
    ]
    chance.choice(actions)()


@pytest.mark.parametrize("seed", range(max(1, OPERATIONS // IN_ONE_LETTER)))
def test_whatever_is_done_is_saved_and_can_be_undone(writer: Writer, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    notes = dict(writer.letter.notes)
    for _ in range(IN_ONE_LETTER):
        random_action(writer, chance, notes)
    written = writer.letter.written(writer.blocks, notes)
    Document(io.BytesIO(written))
    back = LetterFile(written, "letter.docx")
    assert "".join(block.text for block in back.blocks) == "".join(block.text for block in writer.blocks)
    for kind in (PieceKind.BLOCK, PieceKind.NOTE):
        there = [x for block in back.blocks for x in block.pieces if x.kind is kind]
        shown = [x for block in writer.blocks for x in block.pieces if x.kind is kind]
        assert len(there) == len(shown)
    assert {x.text for block in back.blocks for x in block.pieces if x.kind is PieceKind.NOTE} <= set(
        back.notes
    )
    for _ in range(MOST_STEPS):
        if writer.document().isUndoAvailable():
            writer.undo()
    assert not writer.document().isUndoAvailable()
    assert is_untouched(writer)
