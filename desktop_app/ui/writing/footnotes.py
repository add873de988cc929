"""The footnotes of a letter that is written on: made at the cursor, shown under the text, undone with it."""

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.writing import Block, Piece, PieceKind
from desktop_app.files.letter_editor import LetterFile
from desktop_app.ui.writing.labels import Labels
from desktop_app.ui.writing.note_history import NoteHistory
from desktop_app.ui.writing.side_lines import NoteLine
from desktop_app.ui.writing.writer import Writer


class Footnotes(QObject):
    """Between a text and the line in which a footnote is written.

    Attributes:
        said: What they say, by key.

    Signals:
        changed: One says something else.
    """

    changed = Signal()

    def __init__(self, text: Writer, line: NoteLine, labels: Labels) -> None:
        super().__init__(line)
        self._text, self._line, self._labels = text, line, labels
        self._letter: LetterFile | None = None
        self._history = NoteHistory(text)
        self.said: dict[str, tuple[Block, ...]] = {}
        text.note_asked.connect(self.show_note)
        line.settled.connect(self._settle)
        line.changed.connect(self._written)

    def show_letter(self, letter: LetterFile) -> None:
        """Those of another letter."""
        self._letter = letter
        self.said = dict(letter.notes)
        self.put_away()

    def put_away(self) -> None:
        """The text is out of sight: so is what is written under it, and what undo knew of it."""
        self._history.forget()
        self._line.forget()

    def forget(self) -> None:
        """Another campaign is opened: nothing of this one stays."""
        self._letter = None
        self.said = {}
        self.put_away()

    def make(self) -> None:
        """Make a footnote at the cursor, and go on writing in it."""
        if self._letter is None:
            return
        key, blocks = self._letter.new_note(self.said)
        self.said[key] = blocks
        self._text.insert_piece(Piece(key, PieceKind.NOTE))
        self.show_note(key)

    def show_note(self, key: str) -> None:
        """Show what a footnote says."""
        if self._letter is not None and key in self.said:
            self._settle()
            self._line.show_note(self._letter, key, self._labels.number(key), self.said[key])
            self._history.begin(key, self.said[key])

    def look_back(self) -> None:
        """The text was changed: by an undo, footnotes may say again what they said before."""
        for key, blocks in self._history.brought_back().items():
            if self.said.get(key) != blocks:
                self.said[key] = blocks
                if self._line.key == key:
                    self._line.say(blocks)
                    self._history.begin(key, blocks)
                self.changed.emit()

    def _settle(self) -> None:
        if self._line.key in self.said:
            self._history.settle(self._line.key, self.said[self._line.key])

    def _written(self) -> None:
        if self._line.key in self.said:
            self.said[self._line.key] = self._line.writer.blocks
            self.changed.emit()
