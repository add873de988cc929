"""The place of the letter: written on or as its recipients will read it, what is to be settled, its facts."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.changes_view import ChangesView
from desktop_app.ui.desk import Desk
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.fact_writer import FactWriter
from desktop_app.ui.facts_panel import FactsPanel
from desktop_app.ui.finding_line import Link
from desktop_app.ui.finding_places import page_of
from desktop_app.ui.finding_walk import FindingWalk
from desktop_app.ui.letter_files import LetterFiles
from desktop_app.ui.letter_head import LetterHead
from desktop_app.ui.letter_views import LetterViews
from desktop_app.ui.new_text_view import NewTextView
from desktop_app.ui.notices import Notices
from desktop_app.ui.page_preview import PagePreview
from desktop_app.ui.reading_view import ReadingView
from desktop_app.ui.recipient_stepper import readers_of
from desktop_app.ui.retexter import Retexter
from desktop_app.ui.side_bar import Page
from desktop_app.ui.signing_card import SigningCard
from desktop_app.ui.text_comparer import TextComparer
from desktop_app.ui.versions_page import VersionsPage
from desktop_app.ui.writing.writer import Writer
from desktop_app.ui.writing.writing_view import WritingView

_ROOM_FOR_FACTS = 860
"""Pixels of the page under which the facts fold away by themselves: a window of 1100."""


class LetterPage(QStackedWidget):
    """Over the desk.

    Signals:
        shown: Another letter stands on the sheet, as somebody will read it.
    """

    shown = Signal()

    def __init__(self, desk: Desk, fact_cover: FactCover) -> None:
        super().__init__()
        self._desk = desk
        self._facts_asked: bool | None = None
        self.reading = ReadingView(desk, fact_cover)
        self.writing = WritingView(desk)
        self.head = LetterHead(desk)
        self.versions = VersionsPage(desk)
        self.facts = FactsPanel(fact_cover)
        self.pages = PagePreview(desk.program)
        self.pages.hide()
        self.notices = Notices()
        self.views = LetterViews(desk, self.head, self.writing, self.reading, self.versions, self.notices)
        self._facts = FactWriter(desk, self.facts, self.notices, lambda: self.views.language)
        self.walk = FindingWalk()
        self.new_text = NewTextView()
        self.retexter = Retexter(desk, self.new_text, self.notices)
        self.changes = ChangesView()
        self.comparer = TextComparer(desk, self.changes, self.notices)
        self.files = LetterFiles(desk)
        self.signing = SigningCard(desk, self.notices)
        self._main = QWidget()
        self._lay_out()
        self.addWidget(self._main)
        self.addWidget(self.new_text)
        self.addWidget(self.changes)
        self.setAcceptDrops(True)
        self._connect()
        self._connect_keys()
        self._listen(desk)
        fact_cover.changed.connect(self._facts.show)

    # Building

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self._main)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 0)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.notices)
        layout.addWidget(self.walk)
        layout.addWidget(self.signing)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self.views, 5)
        columns.addWidget(self.pages, 4)
        columns.addWidget(self.facts)
        layout.addLayout(columns, 1)

    def _connect(self) -> None:
        head = self.head
        head.take_asked.connect(self.take_text)
        head.word_asked.connect(self.open_in_word)
        head.new_version.problem.connect(self.notices.say_problem)
        head.pages_asked.connect(self.show_or_hide_pages)
        head.facts_asked.connect(self.show_or_hide_facts)
        self.views.stepped.connect(self._stepped)
        self.retexter.began.connect(lambda: self.setCurrentWidget(self.new_text))
        self.retexter.ended.connect(lambda: self.setCurrentWidget(self._main))
        self.comparer.began.connect(lambda: self.setCurrentWidget(self.changes))
        self.changes.left.connect(self._leave_changes)
        self.comparer.ended.connect(self._leave_changes)
        self.reading.shown.connect(self.shown)
        self.reading.failed.connect(self._failed)
        self.writing.problem.connect(self._say_problem)
        self.writing.compare_asked.connect(self.comparer.with_file)
        self.writing.mended.connect(self.notices.clear)
        self.files.problem.connect(self.notices.say_problem)
        self.pages.word_asked.connect(self.open_in_word)
        self.pages.failed.connect(self._desk.said)

    def _connect_keys(self) -> None:
        stepper = self.reading.stepper
        for keys, way in (
            ("F7", self.show_or_hide_facts),
            ("F9", self.show_or_hide_pages),
            ("F8", lambda: self.walk.go(1)),
            ("Shift+F8", lambda: self.walk.go(-1)),
            ("Alt+PgUp", lambda: stepper.step(-1)),
            ("Alt+PgDown", lambda: stepper.step(1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(way)

    def _listen(self, desk: Desk) -> None:
        desk.opened.connect(self._opened)
        desk.letter_changed.connect(self._letter_written)
        desk.list_changed.connect(lambda _rows: self._list_changed())
        desk.cover.changed.connect(self._covered)
        desk.checker.checked.connect(self._checked)

    # What the desk says

    def _opened(self) -> None:
        self.facts.begin()
        self.notices.clear()
        self.setCurrentWidget(self._main)
        self.pages.forget()
        self.views.begin()

    def _letter_written(self) -> None:
        self.reading.outdate()
        self._show_pages()

    def _list_changed(self) -> None:
        self.writing.reread()
        self.reading.outdate()
        self._show_pages()

    def _covered(self) -> None:
        if self._desk.is_open:
            self.reading.hide_letter()
            self.reading.cover_recipients()
            self._facts.show()
            self._show_pages()

    def _checked(self) -> None:
        found = [finding for finding in self._desk.checker.findings if page_of(finding) is Page.LETTER]
        self.walk.show_findings(found, self._desk.campaign.campaign.languages[0])

    # What is shown

    def _leave_changes(self) -> None:
        if self.currentWidget() is self.changes:
            self.setCurrentWidget(self._main)
            self.writing.tell_again()

    def _stepped(self) -> None:
        self._facts.show()
        self._show_pages()

    def _show_pages(self) -> None:
        """As the recipient that is chosen will have them, or in the language that is written the first."""
        if self.pages.isHidden() or not self._desk.is_open:
            return
        readers = [self.reading.stepper.recipient, *readers_of(self._desk, self.views.language)]
        reader = next((one for one in readers if one and one.language == self.views.language), readers[-1])
        if reader is not None:
            self.pages.show_letter(self._desk.campaign, reader, masked=self._desk.cover.is_on)

    # What is said

    def _say_problem(self, problem: ProblemError, ways: Sequence[Link]) -> None:
        self.notices.say_problem(problem, ways)

    def _failed(self, error: object) -> None:
        if isinstance(error, ProblemError):
            self.notices.say_problem(error)
        else:
            self._desk.said.emit(error)

    # What somebody does

    def show_place(self, finding: Finding, place: Place) -> bool:
        """Show where something stands, in a letter or among the facts; False where it is in neither."""
        self.walk.go_to(finding, place)
        if place.file == "campaign.toml":
            return self._show_fact(place.part)
        return self.views.show_place(place)

    def _show_fact(self, key: str) -> bool:
        """Bring a fact into sight, in its own language."""
        self.setCurrentWidget(self._main)
        _text, _dot, rest = key.partition("text.")
        language = rest.partition(".")[0]
        if language in self._desk.campaign.languages and language != self.views.language:
            self.views.choose_language(language)
        self.facts.show()
        return self.facts.focus_on(key)

    def take_text(self) -> None:
        """Ask for the file of a new text."""
        if self.writing.commit():
            self.retexter.choose(self.views.language)

    def open_in_word(self) -> None:
        """Open the letter in the system's own program; what is saved there is shown here."""
        if self.writing.commit() and not self.files.open_letter(self.views.language):
            self.notices.say("warn", _("No program opened the letter."))

    def show_or_hide_pages(self) -> None:
        """Show the pages as they will print in the place of the facts, or the facts again."""
        shown = not self.pages.isVisible()
        self.pages.setVisible(shown)
        self._fold_facts()
        if shown and self.writing.commit():
            self._show_pages()

    @property
    def text_in_hand(self) -> Writer | None:
        """What is being written at present; None where the cursor stands elsewhere."""
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, Writer) and self.isAncestorOf(focused) else None

    def open_for_signature(self) -> None:
        """Ask until when the letter shall be open, as it is now."""
        if self.commit():
            self.signing.begin()

    def show_changes(self) -> None:
        """What changed since the text was signed, word by word."""
        if self.commit():
            self.comparer.with_signed(self.views.language)

    def show_or_hide_facts(self) -> None:
        """Fold the facts away, or out."""
        self._facts_asked = not self.facts.isVisible()
        self.facts.setVisible(self._facts_asked)

    def commit(self) -> bool:
        """Take what was written and typed, and not saved yet; False where that failed, which is said."""
        if not self._desk.is_open:
            return True
        self.facts.commit()
        return self.writing.commit()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is self.new_text:
            self.retexter.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_facts()

    def _fold_facts(self) -> None:
        roomy = self.width() >= _ROOM_FOR_FACTS * kit.scale() and not self.pages.isVisible()
        self.facts.setVisible(roomy if self._facts_asked is None else self._facts_asked)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files and files[0].is_file() and self.writing.commit():
            self.retexter.look(files[0], self.views.language)
