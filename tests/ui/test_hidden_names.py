"""While names are hidden nothing in the window tells one: to eyes, ears, the mouse or the clipboard."""

from looking import told
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.hiding import is_secret
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page


def test_no_withheld_name_is_told_on_any_page(open_sample: MainWindow, qtbot: QtBot) -> None:
    desk = open_sample.pages.desk
    withheld = {row.name for row in desk.editing.history.rows if is_secret(row) and row.name}
    QGuiApplication.clipboard().clear()
    said: set[str] = set()
    for page in Page:
        open_sample.show_page(page)
        qtbot.wait(400)
        QThreadPool.globalInstance().waitForDone(5_000)
        QApplication.processEvents()
        said |= set(told(open_sample))
    table = open_sample.pages.lists.table
    table.view.selectAll()
    table.copy(table.view.rows())
    table.search.setText(next(iter(withheld))[:6])
    qtbot.wait(50)
    said |= set(told(open_sample))
    table.search.clear()
    qtbot.wait(50)
    said |= set(told(open_sample))
    everything = "\n".join(said)
    assert len(withheld) == 84
    assert "486" in everything
    assert sorted(name for name in withheld if name in everything) == []
    # And they would have been heard, had they been there.
    open_sample.show_page(Page.SIGNATORIES)
    desk.cover.take_off()
    everything = "\n".join(told(open_sample))
    desk.cover.put_on()
    assert sorted(name for name in withheld if name in everything) == sorted(withheld)
