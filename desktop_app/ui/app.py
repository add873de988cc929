"""Starts the window."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QThreadPool, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.support.i18n import language
from desktop_app.ui import error_dialog, theme
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.recent import Traces, keep_no_settings


def run(folder: Path | None = None) -> int:
    """Show the window, with a campaign in it where a folder is given, until it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Undersigned")
    app.setOrganizationName("Undersigned")
    app.setDesktopFileName("undersigned")
    theme.dress(app)
    _speak_the_language(app)
    sys.excepthook = error_dialog.excepthook
    settings = QSettings()
    look = str(settings.value("look", theme.Look.SYSTEM.value))
    if look in {one.value for one in theme.Look}:
        theme.wear(app, theme.Look(look))
    if not Traces(settings).are_kept:
        keep_no_settings()
    window = MainWindow(settings)
    window.show()
    # After the first paint: loading the program takes longer than showing a window.
    QTimer.singleShot(0, lambda: _load(window, folder))
    status = app.exec()
    # What still runs behind the window ends before the program does.
    QThreadPool.globalInstance().waitForDone()
    return status


def _load(window: MainWindow, folder: Path | None) -> None:
    from desktop_app.bootstrap import bootstrap  # noqa: PLC0415 - as above

    window.furnish(bootstrap())
    if folder is not None:
        window.open(folder)


def _speak_the_language(app: QApplication) -> None:
    """Qt's own words, such as those of its dialogs, in the interface's language."""
    spoken = QLocale(language())
    QLocale.setDefault(spoken)
    app.setLayoutDirection(spoken.textDirection())
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(spoken, "qtbase", "_", folder):
        app.installTranslator(translator)
