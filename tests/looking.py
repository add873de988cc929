"""What there is to see in the window, page by page, and whether it can be read."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page


def shown(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every page of the window in turn, and everything on it that is visible."""
    window.show_start()
    yield from (("start", widget) for widget in window.findChildren(QWidget) if widget.isVisible())
    for page in Page:
        window.show_page(page)
        QApplication.processEvents()
        yield from ((page.value, widget) for widget in window.findChildren(QWidget) if widget.isVisible())


def is_cut(widget: QWidget) -> bool:
    """Whether a label or a button has not the room that its words take."""
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.height() + 1 < widget.heightForWidth(widget.width())
        return widget.width() + 1 < widget.minimumSizeHint().width()
    if isinstance(widget, QPushButton):
        return widget.width() + 1 < widget.minimumSizeHint().width()
    return False
