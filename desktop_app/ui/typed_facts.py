"""A fact that is typed: its field, shown with a gap where a name in it must not be on the screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop_app.support.i18n import _
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.typed_texts import is_put_away


class Lines(QPlainTextEdit):
    """A few lines of text.

    Signals:
        left: The cursor went elsewhere.
    """

    left = Signal()

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        margins = round(2 * self.document().documentMargin()) + 16
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + margins)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


Value = str | tuple[str, ...]


class TypedFact:
    """One of them.

    Args:
        field: Where it is typed.
        cover: What must not be seen of it.
        said: Is told what it shall be, once it is typed: a text, or the list of its lines.
        is_list: Whether each line is one for itself.
    """

    def __init__(
        self,
        field: QLineEdit | Lines,
        cover: FactCover,
        said: Callable[[object], object],
        *,
        is_list: bool = False,
    ) -> None:
        self.field = field
        self._cover, self._said, self._is_list = cover, said, is_list
        left = field.editingFinished if isinstance(field, QLineEdit) else field.left
        left.connect(self.commit)

    def show(self, value: Value, *, anew: bool = False) -> None:
        """Another one; what is being typed stays, unless the field is used ``anew`` for something else.

        One with a name in it that must not be on the screen cannot be changed while it is shown with a gap.
        """
        field = self.field
        if is_put_away(field):
            return
        texts = (value,) if isinstance(value, str) else value
        hidden = any(map(self._cover.hides, texts))
        if not (hidden or anew) and self._is_typed:
            return
        field.setReadOnly(hidden)
        field.setToolTip(_("A name in it is hidden. Show names to change it.") if hidden else "")
        shown = "\n".join(map(self._cover.shown, texts))
        if isinstance(field, QLineEdit):
            if field.text().strip() != shown:
                field.setText(shown)
                field.setCursorPosition(0)
        else:
            if self._lines() != shown.splitlines():
                field.setPlainText(shown)
        self._is_typed = False

    def commit(self) -> None:
        """Take what was typed."""
        # What is out of sight, or shown with a gap, is not what stands there.
        if self.field.isReadOnly():
            return
        self._is_typed = False
        if isinstance(self.field, QLineEdit):
            self._said(self.field.text().strip())
        else:
            self._said(self._lines() if self._is_list else " ".join(self._lines()))

    @property
    def _is_typed(self) -> bool:
        field = self.field
        return field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()

    @_is_typed.setter
    def _is_typed(self, typed: bool) -> None:
        if isinstance(self.field, QLineEdit):
            self.field.setModified(typed)
        else:
            self.field.document().setModified(typed)

    def _lines(self) -> list[str]:
        if isinstance(self.field, QLineEdit):
            return []
        text = self.field.toPlainText()
        lines = text.splitlines() if self._is_list else [text]
        return [" ".join(line.split()) for line in lines if line.strip()]
