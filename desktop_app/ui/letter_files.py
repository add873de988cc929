"""Watches the letters and settings of the campaign: what Word has saved is shown at once."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.campaign_folder import letter_name
from desktop_app.files.recipients_table import CORRECTIONS
from desktop_app.files.settings_table import FILE
from desktop_app.services.opening import OpenCampaign
from desktop_app.ui.desk import Desk

_SETTLE = 400
"""Milliseconds: a program that saves writes, renames and writes again."""
Stamps = dict[Path, tuple[int, int] | None]
"""When each file was written, in nanoseconds, and its size in bytes; None for one that is not there."""


class LetterFiles(QObject):
    """Has the desk read the campaign again when one of its files is another.

    Signals:
        problem: It could not be read; it is tried again when it changes.
    """

    problem = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._seen: Stamps = {}
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE)
        self._timer.timeout.connect(self._look)
        self._watcher.fileChanged.connect(lambda _path: self._timer.start())
        self._watcher.directoryChanged.connect(lambda _path: self._timer.start())
        desk.opened.connect(self._watch)
        desk.campaign_changed.connect(self._watch)
        desk.letter_changed.connect(self._letter_written)

    def open_letter(self, language: str) -> bool:
        """Open a letter in the system's own program; False where there is none for it."""
        campaign = self._desk.campaign
        path = campaign.folder / letter_name(language, campaign.campaign.languages[0])
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _watch(self) -> None:
        """Take note of the files as they are."""
        campaign = self._desk.campaign
        self._seen = stamps(campaign)
        wanted = {str(campaign.folder), *(str(path) for path, stamp in self._seen.items() if stamp)}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))

    def _letter_written(self) -> None:
        """Take note of the letters alone: what others did to the settings meanwhile is still to be read."""
        now = stamps(self._desk.campaign)
        self._seen.update({path: stamp for path, stamp in now.items() if path.suffix == ".docx"})

    def _look(self) -> None:
        if not self._desk.is_open:
            return
        now = {path: _stamp(path) for path in self._seen}
        if now == self._seen:
            self._watch()  # a file that was replaced is watched no more
            return
        self._seen = now
        try:
            self._desk.reload()
        except ProblemError as problem:
            self.problem.emit(problem)


def stamps(campaign: OpenCampaign) -> Stamps:
    """The settings, corrections of recipients and letters as they lie on the disk now."""
    first = campaign.campaign.languages[0]
    names = [FILE, CORRECTIONS, *(letter_name(language, first) for language in campaign.campaign.languages)]
    return {campaign.folder / name: _stamp(campaign.folder / name) for name in names}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
