"""What is typed, by keys or through an input method: directions, signs, fields by their braces."""

import io
from collections.abc import Iterator

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rich_letter import DATA

from desktop_app.domain.writing import Alignment, Block, Piece, PieceKind
from desktop_app.files.letter_editor import LetterFile, ListKind
from desktop_app.ui.writing.writer import Writer

KEY = Qt.Key
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ARABIC = "نكتب إليكم اليوم"
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


@pytest.fixture
def writer(qtbot: QtBot) -> Writer:
    made = Writer(lambda _kind, text: text)
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.language = "fr"
    made.show_letter(LetterFile(DATA, "letter.docx"))
    made.show()
    return made


def compose(writer: Writer, preedit: str = "", commit: str = "", start: int = 0, length: int = 0) -> None:
    """What a platform sends of an input method: what it shows under the cursor, and what it gives."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit, start, length)
    QApplication.sendEvent(writer, event)


def write(writer: Writer, text: str) -> None:
    for sign in text:
        compose(writer, commit=sign)


def again(writer: Writer) -> LetterFile:
    written = writer.letter.written(writer.blocks, writer.letter.notes)
    return LetterFile(written, "letter.docx")


def is_untouched(writer: Writer) -> bool:
    return writer.letter.written(writer.blocks, writer.letter.notes) == DATA


def at_end(writer: Writer) -> None:
    writer.moveCursor(QTextCursor.MoveOperation.End)


def new_line(writer: Writer) -> None:
    at_end(writer)
    QTest.keyClick(writer, KEY.Key_Return)


def last(writer: Writer) -> Block:
    return again(writer).blocks[-1]


def runs_of_last(writer: Writer) -> Iterator[tuple[str, bool]]:
    """The last paragraph's runs, each with whether Word sets it from right to left."""
    written = writer.letter.written(writer.blocks, writer.letter.notes)
    for run in Document(io.BytesIO(written)).paragraphs[-1].runs:
        yield run.text, run._r.find(f"{W}rPr/{W}rtl") is not None


# Directions


def test_a_paragraph_runs_as_its_first_letter_does(writer: Writer) -> None:
    new_line(writer)
    write(writer, f"« {ARABIC}")
    assert last(writer).right_to_left
    assert list(runs_of_last(writer)) == [(f"« {ARABIC}", True)]


def test_words_of_ours_in_it_are_runs_of_their_own(writer: Writer) -> None:
    new_line(writer)
    writer.mark("bold")
    write(writer, f"{ARABIC} OHCHR {ARABIC}.")
    assert list(runs_of_last(writer)) == [(ARABIC, True), (" OHCHR ", False), (f"{ARABIC}.", True)]
    back = again(writer)
    assert all(piece.bold for piece in back.blocks[-1].pieces)
    assert back.written(back.blocks, back.notes) == writer.letter.written(writer.blocks, writer.letter.notes)


def test_what_is_typed_into_a_paragraph_of_ours_turns_nothing(writer: Writer) -> None:
    at_end(writer)
    write(writer, ARABIC)
    assert not last(writer).right_to_left
    assert (ARABIC, True) in list(runs_of_last(writer))


def test_the_direction_that_somebody_chose_stays(writer: Writer) -> None:
    new_line(writer)
    writer.turn_direction()
    QTest.keyClicks(writer, "OHCHR")
    assert last(writer).right_to_left
    new_line(writer)
    QTest.keyClicks(writer, "OHCHR")
    assert not last(writer).right_to_left


def test_the_direction_that_somebody_chose_is_there_when_the_letter_is_opened_again(writer: Writer) -> None:
    new_line(writer)
    writer.turn_direction()
    writer.show_letter(again(writer))
    at_end(writer)
    QTest.keyClicks(writer, "OHCHR")
    assert last(writer).right_to_left
    new_line(writer)
    write(writer, ARABIC)
    writer.turn_direction()
    writer.show_letter(again(writer))
    at_end(writer)
    assert writer.textCursor().block().textDirection() is Qt.LayoutDirection.LeftToRight
    writer.textCursor().insertText(" ")
    assert last(writer).right_to_left is False
    at_end(writer)
    writer.turn_direction()
    assert last(writer).right_to_left


def test_a_direction_that_is_turned_there_and_back_leaves_nothing(writer: Writer) -> None:
    writer.turn_direction()
    writer.turn_direction()
    assert is_untouched(writer)


def test_what_is_pasted_is_read_as_it_is_seen(writer: Writer) -> None:
    new_line(writer)
    mime = QMimeData()
    mime.setText(f"re\u202efdp.txe\u202c \u2067{ARABIC}\u2069\u200f\nopen \u2066one")
    writer.insertFromMimeData(mime)
    pasted = [block.text for block in again(writer).blocks[-2:]]
    assert pasted == [f"refdp.txe \u2067{ARABIC}\u2069\u200f", "open one"]


def test_in_an_arabic_letter_a_name_of_ours_turns_nothing(writer: Writer) -> None:
    writer.language = "ar"
    new_line(writer)
    write(writer, ARABIC)
    new_line(writer)
    QTest.keyClicks(writer, "OHCHR")
    assert last(writer).right_to_left


def test_direction_and_letter_are_undone_as_one(writer: Writer) -> None:
    new_line(writer)
    write(writer, ARABIC[0])
    writer.undo()
    assert (last(writer).text, last(writer).right_to_left) == ("", None)
    writer.undo()
    assert is_untouched(writer)


def test_pasted_paragraphs_run_as_their_own_letters_do(writer: Writer) -> None:
    new_line(writer)
    mime = QMimeData()
    mime.setText(f"{ARABIC}\nNous écrivons\n{ARABIC}")
    writer.insertFromMimeData(mime)
    assert [block.right_to_left for block in again(writer).blocks[-3:]] == [True, None, True]
    new_line(writer)
    mime.setText(ARABIC)
    writer.insertFromMimeData(mime)
    assert last(writer).right_to_left


def test_items_of_a_list_run_as_their_letters_do_and_begin_at_the_margin(writer: Writer) -> None:
    new_line(writer)
    writer.toggle_list(ListKind.NUMBERS)
    write(writer, ARABIC)
    writer.align(Alignment.START)
    block = last(writer)
    assert (block.right_to_left, block.alignment, bool(block.list)) == (True, Alignment.START, True)
    QTest.keyClick(writer, KEY.Key_Return)
    QTest.keyClicks(writer, "Second")
    marks = again(writer).lists.markers((block.list, block.level) for block in again(writer).blocks)
    assert marks[-2:] == ["1.", "2."]
    assert not last(writer).right_to_left


# Input methods


def test_what_is_being_composed_is_no_text_yet(writer: Writer) -> None:
    at_end(writer)
    compose(writer, preedit="ni hao")
    assert writer.textCursor().block().layout().preeditAreaText() == "ni hao"
    assert is_untouched(writer)
    assert not writer.document().isModified()
    compose(writer, preedit="")
    assert is_untouched(writer)


def test_pinyin_becomes_what_was_chosen_in_one_step(writer: Writer) -> None:
    new_line(writer)
    for shown in ("n", "ni", "ni h", "ni hao"):
        compose(writer, preedit=shown)
    compose(writer, commit="你好")
    compose(writer, preedit="shi jie")
    compose(writer, commit="世界", preedit="")
    assert last(writer).text == "你好世界"
    assert writer.textCursor().block().layout().preeditAreaText() == ""
    writer.undo()
    assert last(writer).text == "你好"
    writer.undo()
    assert last(writer).text == ""


def test_what_is_given_while_more_is_composed(writer: Writer) -> None:
    new_line(writer)
    compose(writer, preedit="ni hao")
    compose(writer, commit="你", preedit="hao")
    assert last(writer).text == "你"
    assert writer.textCursor().block().layout().preeditAreaText() == "hao"
    assert writer.textCursor().block().layout().preeditAreaPosition() == 1


def test_burmese_vowels_take_their_place(writer: Writer) -> None:
    new_line(writer)
    compose(writer, commit="\u200bေ")
    compose(writer, commit="မေ", start=-2, length=2)
    compose(writer, commit="ာ")
    compose(writer, commit="င်း")
    compose(writer, commit="မောင်း", start=-6, length=6)
    assert last(writer).text == "မောင်း"
    for _ in range(5):
        writer.undo()
    assert last(writer).text == ""


def test_an_accent_takes_the_place_of_its_letter(writer: Writer) -> None:
    new_line(writer)
    QTest.keyClicks(writer, "cafe")
    compose(writer, commit="é", start=-1, length=1)
    assert last(writer).text == "café"


def test_behind_a_field_and_over_one(writer: Writer) -> None:
    new_line(writer)
    writer.insert_piece(Piece("{{ recipient.name }}", PieceKind.FIELD))
    compose(writer, preedit="ni")
    compose(writer, commit="你")
    *_before, field, text = last(writer).pieces
    assert (field.kind, text.kind, text.text) == (PieceKind.FIELD, PieceKind.TEXT, "你")
    compose(writer, commit="您", start=-2, length=2)  # the field is not the method's to take
    assert last(writer).text == "{{ recipient.name }}您"


def test_behind_a_notes_mark_it_is_no_mark(writer: Writer) -> None:
    at_end(writer)
    compose(writer, commit="你")
    *_before, mark, text = last(writer).pieces
    assert (mark.kind, text.text, text.run) == (PieceKind.NOTE, "你", None)


def test_over_what_was_chosen_it_is_one_step(writer: Writer) -> None:
    writer.selectAll()
    compose(writer, preedit="ni")
    compose(writer, preedit="ni hao")
    compose(writer, commit="你好")
    assert [block.text for block in writer.blocks] == ["你好"]
    writer.undo()
    assert is_untouched(writer)


def test_it_is_written_in_the_look_that_was_chosen(writer: Writer) -> None:
    new_line(writer)
    writer.mark("bold")
    compose(writer, preedit="ni")
    compose(writer, commit="你")
    compose(writer, commit="好")
    (piece,) = last(writer).pieces
    assert (piece.text, piece.bold) == ("你好", True)


def test_signs_are_set_as_the_language_has_them(writer: Writer) -> None:
    new_line(writer)
    for sign in '"oui"':
        compose(writer, commit=sign)
    assert last(writer).text == "«\N{NO-BREAK SPACE}oui\N{NO-BREAK SPACE}»"


# Fields by their braces


@pytest.mark.parametrize("typed", ["{{ recipient.name }}", "{{letter.date|long_date}}"])
def test_a_field_typed_by_hand_is_one_when_it_is_closed(writer: Writer, typed: str) -> None:
    new_line(writer)
    QTest.keyClicks(writer, f"To {typed}")
    assert writer.textCursor().block().text() == f"To {OBJECT}"
    QTest.keyClicks(writer, ", dear")
    assert [piece.kind for piece in last(writer).pieces] == [PieceKind.TEXT, PieceKind.FIELD, PieceKind.TEXT]


@pytest.mark.parametrize("default", ["l’e\u0301te\u0301", "👩‍👩‍👧", "🕊 paix"])
def test_a_field_with_signs_of_several_places_takes_nothing_else(writer: Writer, default: str) -> None:
    new_line(writer)
    field = f'{{{{ recipient.name|default("{default}") }}}}'
    compose(writer, commit="Nous 🕊 e\u0301crivons à ")
    writer.textCursor().insertText(field[:-1])
    compose(writer, commit="}")
    assert writer.textCursor().block().text() == f"Nous 🕊 e\u0301crivons à {OBJECT}"
    assert last(writer).pieces[-1].text == field
    assert last(writer).pieces[-1].kind is PieceKind.FIELD


def test_undo_gives_the_braces_back(writer: Writer) -> None:
    new_line(writer)
    QTest.keyClicks(writer, "{{ recipient.name }}")
    writer.undo()
    assert writer.textCursor().block().text() == "{{ recipient.name }}"


@pytest.mark.parametrize("typed", ["{{ recipient.nmae }}", "{{ letter.date|loud }}", "{{ recipient.names }}"])
def test_an_unknown_field_stays_what_was_typed(writer: Writer, typed: str) -> None:
    new_line(writer)
    QTest.keyClicks(writer, typed)
    assert writer.textCursor().block().text() == typed


# Signs that are two to Qt


def test_places_are_right_behind_signs_beyond_the_first_plane(writer: Writer) -> None:
    new_line(writer)
    compose(writer, commit="😀𠀋 ")
    for sign in '"oui" cafe':
        compose(writer, commit=sign)
    compose(writer, commit="é", start=-1, length=1)
    QTest.keyClicks(writer, " {{ recipient.name }}")
    block = last(writer)
    space = "\N{NO-BREAK SPACE}"
    assert block.text == f"😀𠀋 «{space}oui{space}» café {{{{ recipient.name }}}}"
    assert block.pieces[-1].kind is PieceKind.FIELD


def test_what_is_chosen_behind_them_is_what_is_copied(writer: Writer) -> None:
    new_line(writer)
    compose(writer, commit="😀 eins zwei")
    cursor = writer.document().find("eins")
    writer.setTextCursor(cursor)
    assert writer.createMimeDataFromSelection().text() == "eins"
