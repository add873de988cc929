"""While names are hidden nothing in the window tells one: to eyes, ears, the mouse or the clipboard."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QThreadPool
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.hiding import is_secret
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page

_MOST_ROWS = 600


def of_model(model: QAbstractItemModel) -> Iterator[str]:
    """All that a model has for anybody who asks."""
    roles = [*Qt.ItemDataRole, *range(int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 8)]
    for row in range(min(model.rowCount(QModelIndex()), _MOST_ROWS)):
        # A list has one column, and does not say so to everybody.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(model.data(index, role)) for role in roles)


def of_reader(face: QAccessibleInterface | None, depth: int = 0) -> Iterator[str]:
    """What a screen reader could read; the cells of tables are read from their models."""
    if face is None or depth > 12:
        return
    yield from (face.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText)
    if face.role() not in (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree):
        for number in range(face.childCount()):
            yield from of_reader(face.child(number), depth + 1)


def told(window: MainWindow) -> Iterator[str]:
    """Everything that the window shows, says or would show at a touch of the mouse."""
    yield window.windowTitle()
    yield from of_reader(QAccessible.queryAccessibleInterface(window))
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield from (widget.whatsThis(), widget.statusTip(), widget.windowTitle())
        if hasattr(widget, "text") and callable(widget.text):
            yield str(widget.text())
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QLineEdit) and widget.completer() is not None:
            yield from of_model(widget.completer().model())
        if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
            yield from of_model(widget.model())
    for action in window.menus.actions.values():
        yield from (action.text(), action.toolTip())
    yield QGuiApplication.clipboard().text()


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
