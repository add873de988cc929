"""What there is to see in the window, page by page, and whether it can be read."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page

_MOST_ROWS = 600


def shown(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every page of the window in turn, and everything on it that is visible."""
    window.show_start()
    yield from (("start", widget) for widget in window.findChildren(QWidget) if widget.isVisible())
    for page in Page:
        window.show_page(page)
        QApplication.processEvents()
        yield from ((page.value, widget) for widget in window.findChildren(QWidget) if widget.isVisible())


def button(within: QWidget, text: str) -> QPushButton:
    """The one that can be seen and says so."""
    return next(b for b in within.findChildren(QPushButton) if b.text().strip() == text and b.isVisible())


def words(within: QWidget) -> str:
    """All that is written there, and told to a screen reader."""
    widgets = within.findChildren(QWidget)
    texts = [w.text() for w in widgets if isinstance(w, QLabel | QPushButton)]
    return "\n".join([*texts, *(w.accessibleName() + w.toolTip() for w in widgets)])


def is_cut(widget: QWidget) -> bool:
    """Whether a label or a button has not the room that its words take."""
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.height() + 1 < widget.heightForWidth(widget.width())
        return widget.width() + 1 < widget.minimumSizeHint().width()
    if isinstance(widget, QPushButton):
        return widget.width() + 1 < widget.minimumSizeHint().width()
    return False


def of_model(model: QAbstractItemModel) -> Iterator[str]:
    """All that a model has for anybody who asks."""
    roles = {*map(int, Qt.ItemDataRole), *(int(Qt.ItemDataRole.UserRole) + number for number in range(8))}
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
    yield from told_by(window)
    for action in window.menus.actions.values():
        yield from (action.text(), action.toolTip())
    yield QGuiApplication.clipboard().text()


def told_by(part: QWidget) -> Iterator[str]:
    """Everything that a part of the window tells."""
    yield part.windowTitle()
    models: list[QAbstractItemModel] = []
    yield from of_reader(QAccessible.queryAccessibleInterface(part))
    for widget in part.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield from (widget.whatsThis(), widget.statusTip(), widget.windowTitle())
        if hasattr(widget, "text") and callable(widget.text):
            yield str(widget.text())
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QLineEdit) and widget.completer() is not None:
            models.append(widget.completer().model())
        if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
            models.append(widget.model())
    for model in dict.fromkeys(models):  # several views may show one
        yield from of_model(model)
