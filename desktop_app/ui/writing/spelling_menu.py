"""What a menu over a misspelt word offers."""

from functools import partial

from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.spelling import words_to_check
from desktop_app.support.i18n import _
from desktop_app.ui.writing.formats import by_place
from desktop_app.ui.writing.spelling import Spelling


def put_words(menu: QMenu, spelling: Spelling, place: QTextCursor) -> None:
    """Put what may have been meant on top of a menu, where the word at a place is misspelt."""
    at = place.positionInBlock()
    words = words_to_check(by_place(place.block().text()))
    start, word = next(((start, one) for start, one in words if start <= at <= start + len(one)), (0, ""))
    if not word or not spelling.is_wrong(word):
        return
    first = next(iter(menu.actions()), None)
    made: list[QAction] = []
    for suggestion in spelling.suggestions(word):
        action = QAction(suggestion.replace("&", "&&"), menu)
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        chosen = QTextCursor(place.block())
        chosen.setPosition(place.block().position() + start)
        chosen.setPosition(chosen.position() + len(word), QTextCursor.MoveMode.KeepAnchor)
        action.triggered.connect(partial(_put, chosen, suggestion))
        made.append(action)
    if not made:
        made.append(QAction(_("No suggestion"), menu, enabled=False))
    if spelling.can_add(word):
        add = QAction(_("Add to my dictionary"), menu)
        add.triggered.connect(partial(_add, spelling, word))
        made.append(add)
    line = QAction(menu)
    line.setSeparator(True)
    made.append(line)
    for action in made:
        menu.insertAction(first, action) if first is not None else menu.addAction(action)


def _put(chosen: QTextCursor, word: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
    """In the look of what stands there, as one step."""
    chosen.insertText(word, chosen.charFormat())


def _add(spelling: Spelling, word: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
    try:
        spelling.add(word)
    except ProblemError as problem:
        spelling.failed.emit(problem)
