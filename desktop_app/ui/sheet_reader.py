"""Merges the letter that is on the screen, behind the window; of several wishes the last one counts."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.reading import ReadLetter
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.reporting import Place
from desktop_app.services.reading_letters import LetterReader
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job, steps_of, while_there


class SheetReader(QObject):
    """Over a ``LetterReader`` of the campaign as it is now.

    Signals:
        read: The letter.
        failed: Why it cannot be read.
    """

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._reader: LetterReader | None = None
        self._wish: Recipient | None = None
        self._is_reading = False
        self.letter: ReadLetter | None = None

    @property
    def is_stale(self) -> bool:
        """Whether the campaign has changed since."""
        return self._reader is None

    def forget(self) -> None:
        """The campaign has changed."""
        self._reader = None
        self.letter = None

    def ask(self, recipient: Recipient) -> None:
        """Read the letter to somebody."""
        if not self._desk.is_open:
            return
        self._wish = recipient
        if self._is_reading:
            return
        self._is_reading, self.letter = True, None
        reader = self._reader or LetterReader(self._desk.campaign, self._desk.program.reference)
        self._reader = reader
        masked = self._desk.cover.is_on
        job = Job(steps_of(lambda: reader.read(recipient, masked=masked)))
        job.succeeded.connect(while_there(self, partial(self._take, reader, recipient)))
        job.failed.connect(while_there(self, partial(self._fail, reader, recipient)))
        job.start()

    def passage_of(self, place: Place) -> int | None:
        """Which passage of the letter a place of its draft became; None where none is read."""
        if self._reader is None or self.letter is None:
            return None
        return self._reader.passage_of(self.letter, place)

    def _take(self, reader: LetterReader, recipient: Recipient, letter: object) -> None:
        if self._is_the_last(reader, recipient) and isinstance(letter, ReadLetter):
            self.letter = letter
            self.read.emit(letter)

    def _fail(self, reader: LetterReader, recipient: Recipient, error: object) -> None:
        if self._is_the_last(reader, recipient):
            self.failed.emit(error)

    def _is_the_last(self, reader: LetterReader, recipient: Recipient) -> bool:
        """Whether that is what was wished for last; what was wished for since is read now."""
        self._is_reading = False
        if reader is self._reader and recipient == self._wish:
            return True
        if self._wish is not None:
            self.ask(self._wish)
        return False
