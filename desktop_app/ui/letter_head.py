"""The head of the letter's place: how it is shown, in which language, and what else can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.desk import Desk
from desktop_app.ui.language_tabs import LanguageTabs
from desktop_app.ui.new_version import NewVersion

WRITE, READ = "write", "read"


class LetterHead(QWidget):
    """Two rows over the letter.

    Signals:
        mode_chosen: ``WRITE`` or ``READ``.
        language_chosen: The code of a version.
        take_asked, word_asked: A new text shall be taken; the letter be opened in Word.
        beside_asked: A translation shall be held against the original, or not any more.
        pages_asked, facts_asked: Either shall be shown, or not any more.
    """

    mode_chosen = Signal(str)
    language_chosen = Signal(str)
    take_asked = Signal()
    word_asked = Signal()
    beside_asked = Signal()
    pages_asked = Signal()
    facts_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.modes = kit.Segments(_("View"), [(WRITE, _("Fields")), (READ, _("As it will be read"))])
        self.tabs = LanguageTabs()
        self.take_button = kit.button(_("Take a new text…"), icon="file-input", pressed=self.take_asked.emit)
        self.word_button = kit.button(
            _("Open in Word"), "primary", icon="external-link", pressed=self.word_asked.emit
        )
        pages = kit.icon_button("book-open", _("Pages as they will print, F9"), self.pages_asked.emit)
        facts = kit.icon_button("panel-right", _("Facts, F7"), self.facts_asked.emit)
        first = kit.row(kit.title(_("Letter")), None, self.take_button, self.word_button, pages, facts)
        self.new_version = NewVersion(desk, self)
        self.beside = kit.icon_button("languages", _("Beside the original"), self.beside_asked.emit)
        languages = kit.row(self.tabs, self.new_version.button, self.beside, spacing=4)
        second = kit.row(self.modes, languages, None, spacing=12)
        both = kit.column(first, second, spacing=12)
        both.setContentsMargins(0, 0, 0, 0)
        self.setLayout(both)
        self.modes.chosen.connect(self.mode_chosen)
        self.tabs.chosen.connect(self.language_chosen)
