"""The letter as its recipients will read it, one after the other."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.reading import ReadLetter
from desktop_app.domain.reporting import Place
from desktop_app.ui.desk import Desk
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.letter_sheet import LetterSheet
from desktop_app.ui.recipient_stepper import RecipientStepper, readers_of
from desktop_app.ui.sheet_reader import SheetReader

_SETTLE = 150


class ReadingView(QWidget):
    """Over the desk.

    Signals:
        shown: Another letter stands on the sheet.
        stepped: The letter to somebody else was asked for.
        failed: Why it cannot be read.
    """

    shown = Signal()
    stepped = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, cover: FactCover) -> None:
        super().__init__()
        self._desk = desk
        self._wanted: Place | None = None
        self.reader = SheetReader(desk)
        self.stepper = RecipientStepper(cover.shown)
        self.sheet = LetterSheet()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE)
        self._timer.timeout.connect(self.read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.stepper)
        layout.addWidget(self.sheet, 1)
        self.stepper.stepped.connect(self._stepped)
        self.reader.read.connect(self._show_letter)
        self.reader.failed.connect(self.failed)
        cover.changed.connect(self.cover_recipients)

    @property
    def language(self) -> str:
        """Of the letter on the sheet."""
        recipient, languages = self.stepper.recipient, self._desk.campaign.languages
        return recipient.language if recipient and recipient.language in languages else languages[0]

    def begin(self) -> None:
        """Another campaign: the text that is signed comes first, whoever is first among the recipients."""
        self._wanted = None
        self.show_recipients()
        self.stepper.choose_language(self._desk.campaign.languages[0])
        self.sheet.verticalScrollBar().setValue(0)

    def show_recipients(self, language: str = "") -> None:
        """Those of the campaign; in one language where nobody gets the letter in it otherwise."""
        self.stepper.show_recipients(readers_of(self._desk, language), self._desk.program.reference)

    def cover_recipients(self) -> None:
        """Names are hidden now, or shown: the same recipients are called as they may be."""
        if self._desk.is_open:
            self.stepper.name_anew()

    def choose_language(self, language: str) -> None:
        """Read the letter of one language."""
        self.show_recipients()
        if not self.stepper.choose_language(language):
            self.show_recipients(language)
        self._stepped()

    def hide_letter(self) -> None:
        """What was read with names in it goes at once, before it is read again without."""
        self.sheet.clear()
        self.outdate()

    def outdate(self) -> None:
        """What is on the sheet is out of date."""
        self.reader.forget()
        if self.isVisible():
            self._timer.start()

    def read(self) -> None:
        """Read the letter to the recipient that is chosen."""
        if self.stepper.recipient is not None and self._desk.is_open:
            self.reader.ask(self.stepper.recipient)

    def show_place(self, place: Place) -> None:
        """Bring a place of the draft into sight, now or when the letter is read."""
        self._wanted = place
        if self.reader.letter is not None:
            self._show_passage(place)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.reader.is_stale and self._desk.is_open:
            self._timer.start(0)

    def _stepped(self) -> None:
        self.stepped.emit()
        self.read()

    def _show_letter(self, letter: ReadLetter) -> None:
        self.sheet.show_letter(letter)
        if self._wanted is not None:
            self._show_passage(self._wanted)
        self.shown.emit()

    def _show_passage(self, place: Place) -> None:
        self._wanted = None
        number = self.reader.passage_of(place)
        if number is not None:
            self.sheet.show_passage(number)
