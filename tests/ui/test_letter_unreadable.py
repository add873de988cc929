"""A letter that cannot be read: the page says so, and takes no text that would be in no file."""

from pathlib import Path

from PySide6.QtTest import QTest

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page


def test_what_is_typed_where_no_letter_is_would_be_lost_so_nothing_is(
    window: MainWindow, sample: Path
) -> None:
    (sample / "letter.docx").write_bytes(b"")
    window.open(sample)
    window.show_page(Page.LETTER)
    writing = window.pages.letter.writing
    QTest.keyClicks(writing.writer, "Typed for nothing.")
    writing.put_field("recipient.name")
    writing.put_note()
    assert writing.writer.toPlainText() == ""
    assert writing.writer.isReadOnly()
    assert writing.commit()
    assert (sample / "letter.docx").read_bytes() == b""
