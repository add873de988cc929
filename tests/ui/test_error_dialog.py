"""What no page expects is said, and says no name."""

from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.ui import error_dialog


def test_an_unexpected_error_is_shown_without_its_message(qapp: QApplication) -> None:
    error = ValueError("Quiet River Circle")
    error_dialog.excepthook(ValueError, error, error.__traceback__)
    qapp.processEvents()
    (box,) = [w for w in qapp.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    assert "ValueError" in box.detailedText()
    assert "Quiet River" not in box.text() + box.informativeText() + box.detailedText()
    box.close()
