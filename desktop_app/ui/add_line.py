"""One line over the table to add a signatory: name, country, named or anonymous, Enter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.support.i18n import _
from desktop_app.ui import kit


class AddLine(kit.Card):
    """Where one signatory after the other is typed.

    Signals:
        entered: A signatory; its row is 0. The line is kept until ``taken`` is called.
        closed: The line is to go.
    """

    entered = Signal(object)
    closed = Signal()

    def __init__(self, countries: Sequence[str]) -> None:
        super().__init__(margins=8)
        self._name = QLineEdit()
        self._name.setPlaceholderText(_("Name, as the organisation writes it"))
        self._name.setAccessibleName(_("Name"))
        self._country = QLineEdit()
        self._country.setPlaceholderText(_("Country"))
        self._country.setAccessibleName(_("Country"))
        completer = QCompleter(list(countries), self._country)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._country.setCompleter(completer)
        self._listed = kit.Segments(
            _("Listed"), (("pending", _("Pending")), ("named", _("Named")), ("anonymous", _("Anonymous")))
        )
        for field in (self._name, self._country):
            field.returnPressed.connect(self._enter)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._name, 3)
        line.addWidget(self._country, 1)
        line.addWidget(self._listed)
        line.addWidget(kit.button(_("Add"), "accented", pressed=self._enter))
        line.addWidget(kit.icon_button("x", _("Close this line"), self.closed.emit))
        self.body.addLayout(line)

    def begin(self) -> None:
        """Put the cursor where one types."""
        self.show()
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def taken(self) -> None:
        """The signatory is on the list; the next one may come."""
        self.forget()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Empty the line such that its own undo brings nothing back: it may have held a name to hide."""
        self._name.setText("")
        self._country.setText("")

    def _enter(self) -> None:
        if self._name.text().strip():
            listed = Disclosure(self._listed.choice)
            self.entered.emit(Signatory(0, self._name.text(), listed, country=self._country.text()))
        else:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
