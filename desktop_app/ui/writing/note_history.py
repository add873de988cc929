"""What was written in a footnote is a step of the letter: undo in the text takes it back as well."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor

from desktop_app.domain.writing import Block, PieceKind
from desktop_app.ui.writing.formats import OBJECT, by_place, kind_of, set_state, state_of, text_of
from desktop_app.ui.writing.text_sheet import TextSheet

Note = tuple[Block, ...]


class NoteHistory:
    """Over the text of a letter. The mark of a note carries the number of what the note says.

    Undo gives a mark its earlier number back. Of a mark that was pasted nothing is known: it is another one.
    """

    def __init__(self, sheet: TextSheet) -> None:
        self._sheet = sheet
        self._said: dict[tuple[int, int], Note] = {}
        self._begun: tuple[str, Note] | None = None
        self._redo = 0

    def forget(self) -> None:
        """Another letter is shown, or this one anew: what was done before cannot be undone any more."""
        self._said.clear()
        self._begun, self._redo = None, 0

    def begin(self, key: str, note: Note) -> None:
        """A footnote is gone on with; what it says now is what undo will bring back."""
        self._begun = (key, note)

    def settle(self, key: str, note: Note) -> None:
        """The text is gone back to: what was written in a footnote is one step."""
        if self._begun is None or self._begun[0] != key or self._begun[1] == note:
            return
        before, self._begun = self._begun[1], (key, note)
        mark = next((mark for mark in self._marks() if text_of(mark.charFormat()) == key), None)
        if mark is None:
            return
        form = mark.charFormat()
        nonce, number = state_of(form)
        self._said.setdefault((nonce, number), before)
        number = 1 + max(known for one, known in self._said if one == nonce)
        self._said[nonce, number] = note
        set_state(form, number)
        mark.beginEditBlock()
        mark.setCharFormat(form)
        mark.endEditBlock()

    def brought_back(self) -> dict[str, Note]:
        """What footnotes say after an undo or a redo, by their keys; nothing after anything else."""
        redo, self._redo = self._redo, self._sheet.document().availableRedoSteps()
        if redo == self._redo or not self._said:
            return {}
        forms = [mark.charFormat() for mark in self._marks()]
        return {text_of(form): self._said[state_of(form)] for form in forms if state_of(form) in self._said}

    def _marks(self) -> Iterator[QTextCursor]:
        """The marks of notes, each chosen."""
        block = self._sheet.document().begin()
        while block.isValid():
            for at, sign in enumerate(by_place(block.text())):
                if sign == OBJECT:
                    mark = QTextCursor(block)
                    mark.setPosition(block.position() + at)
                    mark.setPosition(block.position() + at + 1, QTextCursor.MoveMode.KeepAnchor)
                    if kind_of(mark.charFormat()) is PieceKind.NOTE:
                        yield mark
            block = block.next()
