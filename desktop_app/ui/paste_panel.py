"""Over the table: the lines of a paste that could not be added, why, and a place to mend them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from desktop_app.services.pasting import Pasted, Refused
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.typed_texts import is_put_away
from desktop_app.wording import of_place
from desktop_app.wording.imports import of_line
from desktop_app.wording.in_window import of_problem

_MOST = 6
"""Reasons that are told one by one."""
_ROWS = 4


class PastePanel(kit.Card):
    """Shows what ``services.pasting`` refused.

    Signals:
        entered: The lines, mended, with their headings: they are to be added.
        closed: They are to be left.
    """

    entered = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(margins=12, spacing=8)
        self._head = ""
        self._title = kit.Text("", weight=600, wraps=True)
        self._reasons = kit.caption(wraps=True)
        self._lines = QPlainTextEdit()
        self._lines.setTabChangesFocus(True)
        self._lines.setAccessibleName(_("Lines that were not added"))
        self._lines.setFixedHeight(self._lines.fontMetrics().lineSpacing() * _ROWS + 20)
        add = kit.button(_("Add these"), "accented", pressed=self._enter)
        leave = kit.button(_("Leave them out"), "quiet", pressed=self.closed.emit)
        for part in (self._title, self._reasons, self._lines):
            self.body.addWidget(part)
        self.body.addLayout(kit.row(add, leave, None, spacing=4))
        self.hide()

    @property
    def text(self) -> str:
        """The lines, without their headings."""
        return self._lines.toPlainText()

    def show_refused(self, pasted: Pasted) -> None:
        """The lines that are left; none closes the panel."""
        refused = pasted.refused
        self._head = pasted.head
        number = len(refused)
        said = ngettext("{number} line was not added.", "{number} lines were not added.", number)
        self._title.setText(said.format(number=number))
        self._reasons.setText("\n".join(_reasons(refused)))
        self._lines.setPlainText("\n".join(one.line.text for one in refused))
        # What was pasted is as much to be hidden as what is typed.
        self._lines.document().setModified(True)
        self.setVisible(bool(refused))

    def forget(self) -> None:
        """Nothing is left."""
        self.show_refused(Pasted())

    def _enter(self) -> None:
        if not is_put_away(self._lines):
            self.entered.emit("\n".join(filter(None, (self._head, self.text))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _reasons(refused: Sequence[Refused]) -> list[str]:
    """Each with the number of its line, and the row of the list that it is about."""
    told = []
    for one in refused[:_MOST]:
        row = f" ({of_place(one.why.place)})" if one.why.place.row is not None else ""
        told.append(f"{of_line(one.line.number)}: {of_problem(one.why)}{row}")
    if rest := [str(one.line.number) for one in refused[_MOST:]]:
        told.append(_("And lines {numbers}.").format(numbers=", ".join(rest)))
    return told
