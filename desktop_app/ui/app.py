"""Starts the window."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.bootstrap import bootstrap
from desktop_app.ui import error_dialog, theme
from desktop_app.ui.main_window import MainWindow


def run(folder: Path | None = None) -> int:
    """Show the window, with a campaign in it where a folder is given, until it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Undersigned")
    app.setOrganizationName("Undersigned")
    app.setDesktopFileName("undersigned")
    theme.dress(app)
    _speak_the_language(app)
    sys.excepthook = error_dialog.excepthook
    window = MainWindow(bootstrap(), QSettings())
    window.show()
    if folder is not None:
        # After the first paint: reading a long list takes longer than showing a window.
        QTimer.singleShot(0, lambda: window.open(folder))
    return app.exec()


def _speak_the_language(app: QApplication) -> None:
    """Qt's own words, such as those of its dialogs, in the interface's language."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)
