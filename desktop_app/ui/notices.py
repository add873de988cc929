"""Lines over the content of a page: what was found, what was done, what is asked."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.reporting import Finding, ProblemError
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.finding_line import KIND_OF, FindingLine, Link
from desktop_app.wording import of_places
from desktop_app.wording.in_window import of_finding, of_problem

_PLACES = 3
"""Of a finding, so many are named on its line."""


class Notices(QWidget):
    """Shows what was said last, mostly in one line, until that is answered or closed.

    Signals:
        over_lock_asked: The list is to be saved although an office program seems to have it open. With the
            problem that said so, and the step that it stopped, which is to be made again; None where there
            is nothing but to save.
    """

    over_lock_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def clear(self) -> None:
        """Nothing to say."""
        kit.clear(self._layout)
        self.hide()

    def say(self, kind: str, sentence: str, links: Sequence[Link] = ()) -> None:
        """One line: ``danger``, ``warn``, ``ok`` or ``info``."""
        self._put(FindingLine(kind, sentence, (*links, (_("Close"), self.clear))))

    def say_problem(
        self,
        problem: ProblemError,
        links: Sequence[Link] = (),
        *,
        again: Callable[[], object] | None = None,
    ) -> None:
        """What stopped the work; ``again`` makes the step once more that a lock on the list has stopped."""
        if problem.code == "list-open":
            over = partial(self._save_over_lock, problem, again)
            links = (*links, (_("It is not open there: save"), over))
        self.say("danger", of_problem(problem), links)

    def say_finding(self, finding: Finding, links: Sequence[Link] = ()) -> None:
        """What was noticed."""
        self.say(KIND_OF[finding.severity], _noticed(finding), links)

    def say_findings(self, findings: Sequence[Finding]) -> None:
        """All that was noticed, the gravest first, each until it is closed."""
        lines: list[QWidget] = []
        for at, finding in enumerate(findings):
            close = (_("Close"), partial(self._close, lines, at))
            lines.append(FindingLine(KIND_OF[finding.severity], _noticed(finding), (close,)))
        if lines:
            self._put(*lines)

    def ask(
        self,
        sentence: str,
        hint: str,
        answer: str,
        answered: Callable[[str], object],
        suggestions: Sequence[str] = (),
    ) -> None:
        """Ask for a line of text; ``answer`` is the button that takes it."""
        question = _Question(sentence, hint, answer, answered, self.clear)
        question.suggest(suggestions)
        self._put(question)

    def _save_over_lock(self, problem: ProblemError, again: Callable[[], object] | None) -> None:
        self.clear()
        self.over_lock_asked.emit(problem, again)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _close(self, lines: Sequence[QWidget], at: int) -> None:
        lines[at].hide()
        if all(line.isHidden() for line in lines):
            self.clear()

    def _put(self, *lines: QWidget) -> None:
        kit.clear(self._layout)
        for line in lines:
            self._layout.addWidget(line)
        self.show()


def _noticed(finding: Finding) -> str:
    places = of_places(finding.places, _PLACES)
    sentence = of_finding(finding)
    return f"{sentence} ({places})" if places else sentence


class _Question(QFrame):
    """A question with a place to type."""

    def __init__(
        self,
        sentence: str,
        hint: str,
        answer: str,
        answered: Callable[[str], object],
        given_up: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("kind", "warn")
        self._answered = answered
        self._text = QLineEdit()
        self._text.setPlaceholderText(hint)
        self._text.setAccessibleName(sentence)
        self._text.returnPressed.connect(self._answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        words = kit.Text(sentence, wraps=True, weight=500)
        layout.addLayout(kit.row(kit.Icon("triangle-alert", "warn"), words, spacing=12))
        self._layout_below(layout, answer, given_up)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def suggest(self, words: Sequence[str]) -> None:
        """What the answer may be, to complete it."""
        if words:
            completer = QCompleter(list(words), self._text)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._text.setCompleter(completer)

    def _layout_below(self, layout: QVBoxLayout, answer: str, given_up: Callable[[], object]) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(28, 0, 0, 0)
        line.addWidget(self._text, 1)
        line.addWidget(kit.button(answer, "secondary", pressed=self._answer))
        line.addWidget(kit.button(_("Leave it"), "quiet", pressed=given_up))
        layout.addLayout(line)

    def showEvent(self, event: object) -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)  # type: ignore[arg-type]

    def _answer(self) -> None:
        typed = self._text.text().strip()
        if typed:
            self._answered(typed)
        else:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)
