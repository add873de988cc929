"""For what no page expects: a sentence, a way out, details without names."""

import sys
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.support.i18n import _


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Say that it was our mistake, and that nothing is lost."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Undersigned")
    box.setText(_("Something went wrong in the program. Your changes are kept."))
    box.setInformativeText(
        _("Save, then try again. If it happens again, send us the details: no name is in them.")
    )
    box.setDetailedText(details(error))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # Without a parent nobody else would keep it.
    _OPEN.add(box)
    box.finished.connect(lambda _code: _OPEN.discard(box))
    print(details(error), file=sys.stderr)  # noqa: T201 - for whoever started it in a terminal; no name is in it
    box.open()


_OPEN: set[QMessageBox] = set()


def details(error: BaseException) -> str:
    """The kind of error and where it happened. Its message is left out: it may hold a name."""
    import traceback  # noqa: PLC0415 - no start needs it

    frames = traceback.extract_tb(error.__traceback__)
    places = [
        f"{frame.filename.rpartition('desktop_app')[2]}:{frame.lineno} {frame.name}" for frame in frames
    ]
    return "\n".join((type(error).__name__, *places))


def excepthook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """For ``sys.excepthook``: nothing ends the program in the middle of a coordinator's work."""
    if issubclass(kind, KeyboardInterrupt):
        raise SystemExit(130)
    show_error(None, error.with_traceback(trace))
