"""The menus of the window, with their keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QPlainTextEdit, QWidget

Keys = QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu.

    Attributes:
        name: By which the window finds the action: ``undo``.
        text: What it says.
        call: What it does.
        keys: The platform's own where there is one.
        with_campaign: Whether it makes sense only when a campaign is open.
    """

    name: str
    text: str
    call: Callable[[], object]
    keys: Keys = None
    with_campaign: bool = True


class OurKeys(QObject):
    """Has keys of the menus mean the same in a field that is being typed into.

    Under X11 a line of text takes Ctrl+E for itself, to go to its end.
    """

    def __init__(self, app: QApplication, keys: Sequence[str]) -> None:
        super().__init__()
        self._keys = [QKeySequence(key) for key in keys]
        app.focusChanged.connect(self._listen)

    def _listen(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QLineEdit | QPlainTextEdit):
            new.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return QKeySequence(event.keyCombination()) in self._keys
        return False


class Menus:
    """The menu bar of a window; None among the entries is a line between them."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.actions: dict[str, QAction] = {}
        self._of_campaign: list[QAction] = []

    def add(self, title: str, entries: Sequence[Entry | None]) -> QMenu:
        """Another menu at the end."""
        menu = self._window.menuBar().addMenu(title)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self._action(entry))
        return menu

    def show_campaign(self, *, is_open: bool) -> None:
        """What needs a campaign can be chosen when one is open."""
        for action in self._of_campaign:
            action.setEnabled(is_open)

    def name_step(self, name: str, text: str, step: str) -> None:
        """Have undo or redo say what it would do."""
        action = self.actions[name]
        action.setText(f"{text}: {step}" if step else text)
        action.setEnabled(bool(step))

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self._window)
        if entry.keys is not None:
            action.setShortcut(QKeySequence(entry.keys))
        action.triggered.connect(lambda _checked=False: entry.call())
        self.actions[entry.name] = action
        if entry.with_campaign:
            self._of_campaign.append(action)
            action.setEnabled(False)
        return action
