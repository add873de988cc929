"""One session of the program as a coordinator has it, in a process and a home of its own.

``python session.py FOLDER yes|no``: opens the campaign, adds a signatory and saves, searches the list for
it, adds a word of the letter to the dictionary, looks at the pages as they will print, chooses a file in a
dialog, exports, and closes the window. ``no``: it leaves no traces.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files import libreoffice
from desktop_app.ui import app as program
from desktop_app.ui.export_page import State
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.questions import letter_to_import
from desktop_app.ui.side_bar import Page

NAME = "Harbour Watch"
WORD = "Orlavianness"
_PATIENCE = 150
"""Seconds for all of it; a machine that makes pages of other letters meanwhile is slow."""


def _session(window: MainWindow) -> Iterator[Callable[[], bool]]:
    """What is done, and after each thing what is waited for."""
    yield lambda: window._pages is not None and window.pages.desk.is_open
    pages = window.pages
    for page in Page:
        window.show_page(page)
        yield lambda: True
    pages.desk.cover.take_off()
    pages.desk.steps.add([Signatory(0, NAME, Disclosure.PENDING)])
    pages.desk.saver.save()
    window.show_page(Page.SIGNATORIES)
    QTest.keyClicks(pages.lists.table.search, NAME)
    yield lambda: pages.lists.table.table.rowCount() == 1
    window.show_page(Page.LETTER)
    yield lambda: bool(pages.letter.writing.spelling.language)
    pages.letter.writing.spelling.add(WORD)
    pages.letter.show_or_hide_pages()
    yield lambda: libreoffice.program() is None or pages.letter.pages.sheets.pages > 0
    QTimer.singleShot(0, lambda: _choose(pages.desk.campaign.folder / "letter.docx"))
    letter_to_import(window)
    window.show_page(Page.EXPORT)
    pages.export.start()
    yield lambda: pages.export.state in (State.DONE, State.REFUSED)
    print(pages.export.state.name, flush=True)  # noqa: T201 - what the promise reads
    window.close()


def _choose(file: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        dialog.setDirectory(str(file.parent))
        dialog.selectFile(file.name)
        dialog.done(QDialog.DialogCode.Accepted)
    elif isinstance(dialog, QDialog):
        dialog.reject()


def main(folder: str, traces: str) -> int:
    """Run it."""
    QCoreApplication.setApplicationName("Undersigned")
    QCoreApplication.setOrganizationName("Undersigned")
    settings = QSettings()
    settings.setValue("keeps-traces", traces)
    settings.sync()
    del settings
    show = MainWindow.show

    def show_and_begin(window: MainWindow) -> None:
        show(window)
        _go_on(_session(window), lambda: True, time.monotonic() + _PATIENCE)

    with patch.object(MainWindow, "show", show_and_begin):
        return program.run(Path(folder))


def _go_on(steps: Iterator[Callable[[], bool]], is_done: Callable[[], bool], until: float) -> None:
    """Wait for one thing, and then begin the next."""
    if time.monotonic() > until:
        QCoreApplication.exit(3)
        return
    awaited: Callable[[], bool] | None = is_done
    if is_done():
        try:
            awaited = next(steps, None)
        except Exception:
            QCoreApplication.exit(4)
            raise
    if awaited is not None:
        QTimer.singleShot(50, lambda: _go_on(steps, awaited, until))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
