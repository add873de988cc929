"""The campaigns that were open lately, and whether the program keeps any trace of them."""

import json
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt

_MOST = 6
_RECENT, _FORMATS, _TRACES, _SPELLING = "recent", "formats", "keeps-traces", "checks-spelling"


@dataclass(frozen=True, slots=True)
class Recent:
    """A campaign's folder and title."""

    folder: Path
    title: str


def keep_no_settings() -> None:
    """Have no dialog remember a folder: those of the system keep lists of recent files, so Qt's are shown.

    Those remember the last folder in settings of their own, which are written nowhere.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


class Traces:
    """What is remembered from one start of the program to the next. Nothing, where that is wished."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def are_kept(self) -> bool:
        """Whether anything is remembered."""
        return str(self._settings.value(_TRACES, "yes")) != "no"

    def keep(self, *, kept: bool) -> None:
        """Remember from now on, or forget everything at once.

        That nothing is kept any more is written first: it holds, whatever cannot be removed.
        """
        self._settings.setValue(_TRACES, "yes" if kept else "no")
        self._settings.sync()
        if not kept:
            keep_no_settings()
            for key in self._settings.allKeys():
                if key != _TRACES:
                    self._settings.remove(key)
            self._settings.sync()
            self._remove_old_words()

    @property
    def recent(self) -> list[Recent]:
        """The campaigns, the latest first. A setting that cannot be read is none."""
        try:
            entries = json.loads(str(self._settings.value(_RECENT, "[]")))
            return [Recent(Path(folder), str(title)) for folder, title in entries]
        except (ValueError, TypeError):
            return []

    def remember(self, folder: Path, title: str) -> None:
        """Put a campaign on top."""
        if self.are_kept:
            others = [one for one in self.recent if one.folder != folder.resolve()]
            self._write([Recent(folder.resolve(), title), *others][:_MOST])

    def forget(self, folder: Path) -> None:
        """Take a campaign out."""
        self._write([one for one in self.recent if one.folder != folder])

    def formats(self, folder: Path) -> tuple[str, ...]:
        """What was exported of a campaign lately; nothing where that is not known."""
        return self._formats().get(str(folder.resolve()), ())

    def remember_formats(self, folder: Path, formats: Collection[str]) -> None:
        """What is exported of a campaign. Of others than the recent ones it is not kept."""
        if self.are_kept:
            self._write_formats({**self._formats(), str(folder.resolve()): tuple(formats)})

    @property
    def checks_spelling(self) -> bool:
        """Whether words are looked up while a letter is written."""
        return str(self._settings.value(_SPELLING, "yes")) != "no"

    def remember_spelling(self, *, checked: bool) -> None:
        """Look words up the next time as well, or not."""
        if self.are_kept:
            self._settings.setValue(_SPELLING, "yes" if checked else "no")
            self._settings.sync()

    def _remove_old_words(self) -> None:
        """Words added to the dictionaries lay beside the settings once; now each campaign has its own."""
        place = Path(self._settings.fileName()).parent
        if self._settings.format() is QSettings.Format.NativeFormat:  # Windows has no file, macOS one for all
            config = QStandardPaths.StandardLocation.AppConfigLocation
            place = Path(QStandardPaths.writableLocation(config))
        with suppress(OSError):
            for words in (place / "words").glob("*.txt"):
                words.unlink(missing_ok=True)
            (place / "words").rmdir()

    def _formats(self) -> dict[str, tuple[str, ...]]:
        try:
            known = json.loads(str(self._settings.value(_FORMATS, "{}")))
            return {str(folder): tuple(map(str, formats)) for folder, formats in known.items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    def _write_formats(self, known: Mapping[str, tuple[str, ...]]) -> None:
        recent = {str(one.folder) for one in self.recent}
        kept = {folder: formats for folder, formats in known.items() if folder in recent}
        self._settings.setValue(_FORMATS, json.dumps(kept))
        self._settings.sync()

    def _write(self, entries: list[Recent]) -> None:
        self._settings.setValue(_RECENT, json.dumps([(str(one.folder), one.title) for one in entries]))
        if self._formats():
            self._write_formats(self._formats())
        self._settings.sync()
