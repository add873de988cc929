"""The place of the letter: as its recipients will read it, what is to be settled in it, and its facts."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.reading import ReadLetter
from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.files.campaign_folder import letter_name
from desktop_app.services.facts import set_fact
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.desk import Desk
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.facts_panel import FactsPanel
from desktop_app.ui.finding_places import page_of
from desktop_app.ui.finding_walk import FindingWalk
from desktop_app.ui.language_tabs import LanguageTabs
from desktop_app.ui.letter_files import LetterFiles
from desktop_app.ui.letter_sheet import LetterSheet
from desktop_app.ui.new_text_view import NewTextView
from desktop_app.ui.notices import Notices
from desktop_app.ui.recipient_stepper import RecipientStepper, readers_of
from desktop_app.ui.retexter import Retexter
from desktop_app.ui.sheet_reader import SheetReader
from desktop_app.ui.side_bar import Page

_ROOM_FOR_FACTS = 860
"""Pixels of the page under which the facts fold away by themselves: a window of 1100."""
_SETTLE = 150


class LetterPage(QStackedWidget):
    """Over the desk. The letter is written in Word; here it is read, and its facts are changed.

    Signals:
        shown: Another letter stands on the sheet.
    """

    shown = Signal()

    def __init__(self, desk: Desk, fact_cover: FactCover) -> None:
        super().__init__()
        self._desk = desk
        self._wanted: Place | None = None
        self._facts_asked: bool | None = None
        self.reader = SheetReader(desk)
        self.stepper = RecipientStepper()
        self.sheet = LetterSheet()
        self.facts = FactsPanel(fact_cover)
        self.notices = Notices()
        self.walk = FindingWalk()
        self.new_text = NewTextView()
        self.retexter = Retexter(desk, self.new_text, self.notices)
        self.files = LetterFiles(desk)
        self.tabs = LanguageTabs()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE)
        self._timer.timeout.connect(self._read)
        self._main = QWidget()
        self._lay_out()
        self.addWidget(self._main)
        self.addWidget(self.new_text)
        self.setAcceptDrops(True)
        self._connect()
        fact_cover.changed.connect(self._show_facts)

    # Building

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self._main)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 0)
        layout.setSpacing(12)
        self.take_button = kit.button(_("Take a new text…"), icon="file-input")
        self.word_button = kit.button(
            _("Open in Word"), "primary", icon="external-link", pressed=self.open_in_word
        )
        self._fold = kit.icon_button("panel-right", _("Facts, F7"), self.show_or_hide_facts)
        head = kit.row(
            kit.title(_("Letter")), 8, self.tabs, None, self.take_button, self.word_button, self._fold
        )
        layout.addLayout(head)
        layout.addWidget(self.stepper)
        layout.addWidget(self.notices)
        layout.addWidget(self.walk)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self.sheet, 1)
        columns.addWidget(self.facts)
        layout.addLayout(columns, 1)

    def _connect(self) -> None:
        for keys, way in (
            ("F7", self.show_or_hide_facts),
            ("F8", lambda: self.walk.go(1)),
            ("Shift+F8", lambda: self.walk.go(-1)),
            ("Alt+PgUp", lambda: self.stepper.step(-1)),
            ("Alt+PgDown", lambda: self.stepper.step(1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(way)
        self.take_button.clicked.connect(lambda _checked=False: self.retexter.choose(self.language))
        self.tabs.chosen.connect(self.choose_language)
        self.stepper.stepped.connect(self._stepped)
        self.walk.show_asked.connect(self.show_place)
        self.facts.changed.connect(self._change_fact)
        self.retexter.began.connect(lambda: self.setCurrentWidget(self.new_text))
        self.retexter.ended.connect(lambda: self.setCurrentWidget(self._main))
        self.reader.read.connect(self._show_letter)
        self.reader.failed.connect(self._failed)
        self.files.problem.connect(self.notices.say_problem)
        desk = self._desk
        desk.opened.connect(self._opened)
        desk.campaign_changed.connect(self._changed)
        desk.list_changed.connect(lambda _rows: self._stale())
        desk.cover.changed.connect(self._covered)
        desk.checker.checked.connect(self._checked)

    # What the desk says

    def _opened(self) -> None:
        self.notices.clear()
        self.setCurrentWidget(self._main)
        self._wanted = None
        self.tabs.show_languages(self._desk.campaign.languages)
        self._changed()
        # The text that is signed comes first, whoever is first among the recipients.
        self.stepper.choose_language(self._desk.campaign.languages[0])
        self._stepped()
        self.sheet.verticalScrollBar().setValue(0)
        self.sheet.setFocus()

    def _changed(self) -> None:
        """Settings, recipients or letters are others."""
        self._show_recipients()
        self._show_facts()
        self._stale()

    def _covered(self) -> None:
        if self._desk.is_open:
            # What was read with names in it goes at once, before it is read again without.
            self.sheet.clear()
            self._stale()
            self._show_facts()

    def _stale(self) -> None:
        self.reader.forget()
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.reader.is_stale and self._desk.is_open:
            self._timer.start(0)

    def _checked(self) -> None:
        found = [finding for finding in self._desk.checker.findings if page_of(finding) is Page.LETTER]
        self.walk.show_findings(found, self._desk.campaign.campaign.languages[0])

    def _show_recipients(self, language: str = "") -> None:
        """Those of the campaign; in one language where nobody gets the letter in it otherwise."""
        self.stepper.show_recipients(readers_of(self._desk, language), self._desk.program.reference)
        self.tabs.show_language(self.language)

    def _show_facts(self) -> None:
        self.facts.show_facts(self._desk.campaign.campaign, self.language)

    # Reading

    @property
    def language(self) -> str:
        """Of the letter on the sheet."""
        recipient, languages = self.stepper.recipient, self._desk.campaign.languages
        return recipient.language if recipient and recipient.language in languages else languages[0]

    def choose_language(self, language: str) -> None:
        """Read the letter of one language."""
        self._show_recipients()
        if not self.stepper.choose_language(language):
            self._show_recipients(language)
        self._stepped()

    def _stepped(self) -> None:
        self.tabs.show_language(self.language)
        self._show_facts()
        self._read()

    def _read(self) -> None:
        if self.stepper.recipient is not None:
            self.reader.ask(self.stepper.recipient)

    def _show_letter(self, letter: ReadLetter) -> None:
        self.sheet.show_letter(letter)
        if self._wanted is not None:
            self._show_passage(self._wanted)
        self.shown.emit()

    def _failed(self, error: object) -> None:
        if isinstance(error, ProblemError):
            self.notices.say_problem(error)
        else:
            self._desk.said.emit(error)

    # What somebody does

    def show_place(self, finding: Finding, place: Place) -> None:
        """Show where something stands: in a letter, or among the facts."""
        self.walk.go_to(finding, place)
        if place.file == "campaign.toml":
            self.facts.show()
            self.facts.focus_on(place.part)
            return
        campaign = self._desk.campaign
        first = campaign.campaign.languages[0]
        language = next((code for code in campaign.languages if letter_name(code, first) == place.file), "")
        if not language:
            return
        self._wanted = place
        if language != self.language:
            self.choose_language(language)
        elif self.reader.letter is not None:
            self._show_passage(place)

    def _show_passage(self, place: Place) -> None:
        self._wanted = None
        number = self.reader.passage_of(place)
        if number is not None:
            self.sheet.show_passage(number)

    def open_in_word(self) -> None:
        """Open the letter in the system's own program; what is saved there is shown here."""
        if not self.files.open_letter(self.language):
            self.notices.say("warn", _("No program opened the letter."))

    def show_or_hide_facts(self) -> None:
        """Fold the facts away, or out."""
        self._facts_asked = not self.facts.isVisible()
        self.facts.setVisible(self._facts_asked)

    def commit(self) -> None:
        """Take what was typed into the facts and not left yet."""
        if self._desk.is_open:
            self.facts.commit()

    def _change_fact(self, keys: tuple[str, ...], value: object) -> None:
        if not self._desk.is_open:
            return
        self.notices.clear()
        try:
            step = set_fact(self._desk.campaign, keys, value)  # type: ignore[arg-type]
            if step is not None:
                self._desk.wrote(step)
        except ProblemError as problem:
            self.notices.say_problem(problem)
            self._show_facts()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is self.new_text:
            self.retexter.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOM_FOR_FACTS * kit.scale()
        self.facts.setVisible(roomy if self._facts_asked is None else self._facts_asked)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files and files[0].is_file():
            self.retexter.look(files[0], self.language)
