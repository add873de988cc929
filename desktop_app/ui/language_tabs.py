"""The languages of a letter, one of which is on the sheet; nothing where there is only one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.wording.languages import of_language


class LanguageTabs(QWidget):
    """Shows the versions of a campaign.

    Signals:
        chosen: The code of the one that was chosen by hand.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._languages: Sequence[str] = ()
        self._segments: kit.Segments | None = None

    def show_languages(self, languages: Sequence[str]) -> None:
        """Those of another campaign."""
        kit.clear(self._layout)
        self._languages, self._segments = languages, None
        if len(languages) > 1:
            self._segments = kit.Segments(_("Language"), [(code, of_language(code)) for code in languages])
            self._segments.chosen.connect(self.chosen)
            self._layout.addWidget(self._segments)

    def show_language(self, language: str) -> None:
        """Which one is on the sheet."""
        if self._segments is not None and language in self._languages:
            self._segments.choose(language)
