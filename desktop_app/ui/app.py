"""Starts the window: first an empty one, then what is in it, then the program behind it."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QThreadPool, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.support.i18n import language
from desktop_app.ui.main_window import MainWindow


def run(folder: Path | None = None) -> int:
    """Show the window, with a campaign in it where a folder is given, until it is closed."""
    QApplication.setStyle("Fusion")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Undersigned")
    app.setOrganizationName("Undersigned")
    app.setDesktopFileName("undersigned")
    settings = QSettings()
    if settings.contains("look"):
        _dress(app, settings)  # who chose the dark look shall see no light window first
    window = MainWindow(settings)
    window.painted.connect(lambda: _fill(app, window, settings, folder))
    window.show()
    status = app.exec()
    # What still runs behind the window ends before the program does.
    QThreadPool.globalInstance().waitForDone()
    return status


def _fill(app: QApplication, window: MainWindow, settings: QSettings, folder: Path | None) -> None:
    from desktop_app.ui import error_dialog  # noqa: PLC0415 - an empty window needs nothing of all this
    from desktop_app.ui.recent import Traces, keep_no_settings  # noqa: PLC0415

    sys.excepthook = error_dialog.excepthook
    if not settings.contains("look"):
        _dress(app, settings)
    if not Traces(settings).are_kept:
        keep_no_settings()
    _speak_the_language(app)
    window.fill()
    window.start.painted.connect(lambda: _load(window, folder))


def _dress(app: QApplication, settings: QSettings) -> None:
    from desktop_app.ui import theme  # noqa: PLC0415 - as above

    theme.dress(app)
    look = str(settings.value("look", theme.Look.SYSTEM.value))
    if look in {one.value for one in theme.Look}:
        theme.wear(app, theme.Look(look))


def _load(window: MainWindow, folder: Path | None) -> None:
    from desktop_app.bootstrap import bootstrap  # noqa: PLC0415 - takes longer than showing a window
    from desktop_app.ui.tidying import Tidying  # noqa: PLC0415 - as above

    Tidying(window)
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
