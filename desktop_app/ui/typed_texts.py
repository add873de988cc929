"""What has been typed and not been entered yet: put out of sight with the names, and given back with them."""

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from desktop_app.support.i18n import _
from desktop_app.ui.name_cover import NameCover

Field = QLineEdit | QPlainTextEdit
_AWAY = "put-away"


@dataclass(frozen=True, slots=True)
class _Away:
    """A field that was emptied, what stood in it, and what it said while it was empty."""

    field: Field
    text: str
    hint: str


def is_put_away(field: QWidget) -> bool:
    """Whether a field is empty because what was typed into it is out of sight. Nothing must be read of it."""
    return bool(field.property(_AWAY))


def use_anew(field: Field) -> None:
    """Empty a field that is to hold something else: what was put away of it comes back no more."""
    if is_put_away(field):
        _mark(field, is_away=False)
        field.setPlaceholderText("")
    _put(field, "")


class TypedTexts(QObject):
    """Every field under a page that says something else than the program has put there.

    Cells of a table are the table's own concern: what is emptied there would be written.

    Args:
        cover: When it is put on, or nobody is there, texts go; when it is taken off they come back.
        page: Whose fields are meant.
    """

    def __init__(self, cover: NameCover, page: QWidget) -> None:
        super().__init__(page)
        self._cover, self._page = cover, page
        self._away: list[_Away] = []
        cover.put_away.connect(self.put_away)
        cover.changed.connect(self._covered)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    @property
    def are_away(self) -> bool:
        """Whether anything is kept out of sight."""
        return bool(self._still_away())

    def put_away(self) -> None:
        """Empty the fields, such that their own undo brings nothing back."""
        self._away = self._still_away()
        if popup := QApplication.activePopupWidget():
            popup.close()  # what is suggested
        QToolTip.hideText()
        fields: list[Field] = [*self._page.findChildren(QLineEdit), *self._page.findChildren(QPlainTextEdit)]
        for field in fields:
            if _is_typed(field):
                self._away.append(_Away(field, _text(field), field.placeholderText()))
                _mark(field, is_away=True)
                field.setPlaceholderText(_("Hidden. Show names to go on."))
                _put(field, "")

    def give_back(self) -> None:
        """Show them again, as they were left."""
        for away in self._taken():
            _put(away.field, away.text)
            if isinstance(away.field, QLineEdit):
                away.field.setModified(True)
            else:
                away.field.document().setModified(True)

    def forget(self) -> None:
        """They belong to a campaign that is put away."""
        self._taken()

    def _taken(self) -> list[_Away]:
        """Those that are there still, ready to be typed into."""
        there, self._away = self._still_away(), []
        for away in there:
            _mark(away.field, is_away=False)
            away.field.setPlaceholderText(away.hint)
        return there

    def _still_away(self) -> list[_Away]:
        return [away for away in self._away if isValid(away.field) and is_put_away(away.field)]

    def _covered(self) -> None:
        if not self._cover.is_on:
            self.give_back()

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, Field) and self._cover.is_on and self._page.isAncestorOf(new):
            self._cover.watch()


def _is_typed(field: Field) -> bool:
    if field.isReadOnly() or not _text(field):
        return False
    parent = field.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractItemView | QAbstractSpinBox):
            return False
        parent = parent.parentWidget()
    return field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()


def _mark(field: Field, *, is_away: bool) -> None:
    field.setProperty(_AWAY, is_away)
    field.setReadOnly(is_away)


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _put(field: Field, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
