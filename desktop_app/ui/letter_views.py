"""The letter in one of its languages: to be written on, as it will be read, or beside the original."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.domain.reporting import Place
from desktop_app.files.campaign_folder import letter_name
from desktop_app.support.i18n import _
from desktop_app.ui.desk import Desk
from desktop_app.ui.letter_head import READ, WRITE, LetterHead
from desktop_app.ui.notices import Notices
from desktop_app.ui.reading_view import ReadingView
from desktop_app.ui.versions_page import VersionsPage
from desktop_app.ui.writing.writing_view import WritingView

_AROUND_TEXT = ("header", "footer")
"""Parts of a letter that are written in Word."""


class LetterViews(QStackedWidget):
    """Over the desk; the head says which is shown.

    Signals:
        stepped: Another letter is shown, or the same one otherwise.
    """

    stepped = Signal()

    def __init__(
        self,
        desk: Desk,
        head: LetterHead,
        writing: WritingView,
        reading: ReadingView,
        versions: VersionsPage,
        notices: Notices,
    ) -> None:
        super().__init__()
        self._desk, self._head, self._notices = desk, head, notices
        self._writing, self._reading, self._versions = writing, reading, versions
        for view in (writing, reading, versions):
            self.addWidget(view)
        head.mode_chosen.connect(self.show_mode)
        head.language_chosen.connect(self.choose_language)
        head.beside_asked.connect(self.show_beside)
        head.new_version.begun.connect(self._begun)
        reading.stepped.connect(self._stepped)
        versions.place_asked.connect(self._write_version)
        versions.left.connect(lambda: self.show_mode(WRITE))
        desk.campaign_changed.connect(self._changed)

    def begin(self) -> None:
        """Another campaign: one writes, in the language that is signed."""
        languages = self._desk.campaign.languages
        self._writing.forget()
        self._head.tabs.show_languages(languages)
        self._reading.begin()
        self.show_mode(WRITE)
        self._writing.show_language(languages[0])
        self._stepped()
        self._reading.outdate()

    def _changed(self) -> None:
        """Settings, recipients or letters are others."""
        self._reading.show_recipients()
        languages = self._desk.campaign.languages
        self._head.tabs.show_languages(languages)
        if self._writing.language and self._writing.language not in languages:
            self._writing.forget()  # a translation that was taken back
            self._writing.show_language(languages[0])
        self._writing.reread()
        self._stepped()
        self._reading.outdate()

    # Which letter, and how

    @property
    def mode(self) -> str:
        """``write`` or ``read``."""
        return self._head.modes.choice

    @property
    def language(self) -> str:
        """Of the letter that is shown."""
        written = self._writing.language if self.mode == WRITE else ""
        return written or self._reading.language

    def show_mode(self, mode: str) -> None:
        """Show the letter to be written on, or as it will be read."""
        if mode == READ and not self._writing.commit():
            mode = WRITE
        self._head.modes.choose(mode)
        self.setCurrentWidget(self._writing if mode == WRITE else self._reading)
        if self._desk.is_open:
            self._stepped()
            self.focus_text()

    def focus_text(self) -> None:
        """Put the cursor where one writes, or reads."""
        (self._writing.writer if self.mode == WRITE else self._reading.sheet).setFocus()

    def change_mode(self) -> None:
        """To the other one, in the same language."""
        language = self.language
        self.show_mode(READ if self.mode == WRITE else WRITE)
        self.choose_language(language)

    def choose_language(self, language: str) -> None:
        """Show the letter of one language."""
        if self.currentWidget() is self._versions and language != self._desk.campaign.languages[0]:
            self._versions.show_language(language)
        if self.mode == READ:
            self._reading.choose_language(language)
        elif language != self._writing.language:
            self._writing.show_language(language)
        self._stepped()

    def find_words(self) -> None:
        """Look for words in the text, to put others in their place."""
        self.show_mode(WRITE)
        if not self._writing.cover.is_on:
            self._writing.search.begin()

    def show_place(self, place: Place) -> bool:
        """Show where something stands in a letter; False where it stands elsewhere, or only Word shows it."""
        campaign = self._desk.campaign
        first = campaign.campaign.languages[0]
        language = next((code for code in campaign.languages if letter_name(code, first) == place.file), "")
        if not language:
            return not place.file
        is_writing = self.mode == WRITE and (place.paragraph is None or not self._writing.cover.is_on)
        if is_writing:
            self.choose_language(language)
            if place.paragraph is None or self._writing.show_place(place):
                self.focus_text()
                return True
        self.show_mode(READ)
        if language != self.language:
            self.choose_language(language)
        self._reading.show_place(place)
        return place.part not in _AROUND_TEXT

    def _stepped(self) -> None:
        self._head.tabs.show_language(self.language)
        self.stepped.emit()

    # Beside the original

    def show_beside(self) -> None:
        """Hold a translation against the original, or write on again."""
        languages = self._desk.campaign.languages
        if self.currentWidget() is self._versions:
            self.show_mode(WRITE)
        elif len(languages) < 2:
            self._notices.say("info", _("There is no translation yet. Begin one with the plus."))
        elif self._writing.commit():
            language = self.language if self.language != languages[0] else languages[1]
            self.choose_language(language)
            self._versions.show_language(language)
            self.setCurrentWidget(self._versions)

    def _begun(self, language: str) -> None:
        self._head.tabs.show_languages(self._desk.campaign.languages)
        self.show_mode(WRITE)
        self.choose_language(language)

    def _write_version(self, block: int) -> None:
        """Go on writing where a translation is to be mended."""
        language = self._versions.language
        self.show_mode(WRITE)
        self.choose_language(language)
        self._writing.writer.show_source(block)
