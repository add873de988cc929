"""Takes a new text for the letter: looked at first, then written, and undone as every step is."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.reporting import ProblemError
from desktop_app.services.masking import Masker
from desktop_app.services.retexting import Prepared, Retexting
from desktop_app.services.undoing import FileStep
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Task, steps_of
from desktop_app.ui.new_text_view import NewTextView
from desktop_app.ui.notices import Notices

_ASKED = frozenset({"text-signed", "text-open"})


class Retexter(QObject):
    """Over ``Retexting``.

    Signals:
        began: There is something to look at.
        ended: It was taken, or left.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, view: NewTextView, notices: Notices) -> None:
        super().__init__(desk)
        self._desk, self._view, self._notices = desk, view, notices
        self._retexting: Retexting | None = None
        self._prepared: Prepared | None = None
        self._task = Task(self, self._failed)
        desk.opened.connect(self._forget)
        view.taken.connect(self.take)
        view.left.connect(self.leave)

    def choose(self, language: str) -> None:
        """Ask for a file, and look at it."""
        parent = self._view.window()
        kinds = _("Letters") + " (*.docx *.doc *.odt *.rtf *.pdf *.html *.htm *.txt *.md)"
        file, _kind = QFileDialog.getOpenFileName(
            parent if isinstance(parent, QWidget) else None, _("Take a new text"), "", kinds
        )
        if file:
            self.look(Path(file), language)

    def look(self, file: Path, language: str) -> None:
        """See what would become of a text. Nothing is written."""
        self._notices.say("info", _("Reading {file}…").format(file=file.name))
        campaign = self._desk.campaign
        retexting = self._retexting = Retexting(campaign, language, self._desk.program.now())
        work = steps_of(lambda: (retexting.prepared(file), Masker(campaign)))
        self._task.begin(work, partial(self._show, file.name))

    def take(self) -> None:
        """Write it."""
        self._put(confirmed=False)

    def leave(self) -> None:
        """Leave the letter as it is."""
        self._forget()
        self.ended.emit()

    def _forget(self) -> None:
        """What was looked at belongs to no other campaign."""
        self._task.drop()
        self._prepared = self._retexting = None

    def _show(self, name: str, read: object) -> None:
        self._notices.clear()
        if isinstance(read, tuple):
            self._prepared, masker = read
            self._view.show_text(self._prepared.result, masker, name)
            self.began.emit()

    def _failed(self, error: object) -> None:
        self._notices.clear()
        if isinstance(error, ProblemError):
            self._notices.say_problem(error)
        else:
            self._desk.said.emit(error)

    def _put(self, *, confirmed: bool) -> None:
        prepared, retexting = self._prepared, self._retexting
        if prepared is None or retexting is None:
            return
        again = Retexting(retexting.opened, retexting.language, retexting.now, confirmed=confirmed)
        try:
            result = again.put(prepared)
        except ProblemError as problem:
            way = (_("Take it all the same"), lambda: self._put(confirmed=True))
            self._view.notices.say_problem(problem, [way] if problem.code in _ASKED else ())
            return
        path = retexting.opened.folder / retexting.name
        self._prepared = None
        self.ended.emit()
        self._desk.steps.wrote(FileStep("text", path, prepared.before, prepared.after))
        number = len(result.text.asked) + len(result.text.doubts)
        said = ngettext(
            "The new text is in {file}. {number} spot deserves a look.",
            "The new text is in {file}. {number} spots deserve a look.",
            number,
        )
        self._notices.say("ok", said.format(file=result.file, number=number))
