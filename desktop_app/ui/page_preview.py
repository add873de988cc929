"""The letter beside the text as it will print, made anew a moment after each change."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.bootstrap import Program
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.reporting import ProblemError
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.previewing import Preview, Previewer
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.jobs import Task
from desktop_app.ui.page_sheets import PageSheets
from desktop_app.wording.in_window import of_problem

WIDTH = 452
_NARROWEST = 280
_SETTLE = 1_000
"""Milliseconds after a change: then the pages are made anew."""
_MISSING, _HIDDEN = "preview-office-missing", "preview-name-hidden"


@dataclass(frozen=True, slots=True)
class _Wish:
    opened: OpenCampaign
    recipient: Recipient
    masked: bool

    def is_same_letter(self, other: "_Wish | None") -> bool:
        """Whether pages of the other one are an earlier state of these."""
        return (
            other is not None
            and (self.opened.folder, self.masked) == (other.opened.folder, other.masked)
            and (self.recipient.key, self.recipient.language)
            == (other.recipient.key, other.recipient.language)
        )


class PagePreview(QWidget):
    """Shows the pages of the letter to one recipient.

    Nothing is made while it is not on the screen. A change while pages are being made is made after them;
    another letter stops them.

    Signals:
        word_asked: The letter is to be opened in Word, where its pages are seen as well.
        failed: An error that is none of the user's.
    """

    word_asked = Signal()
    failed = Signal(object)

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._previewer: Previewer | None = None
        self._wish: _Wish | None = None
        self._begun: _Wish | None = None
        self._is_stale = False
        self._task = Task(self, self._fail)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self.sheets = PageSheets()
        self._message = QWidget()
        self._message_body = QVBoxLayout(self._message)
        self._number = kit.Text("", colour="text2")
        self._working = kit.Icon("loader-circle", "text3")
        self._up = kit.icon_button("chevron-up", _("Previous page"), lambda: self._turn(-1))
        self._down = kit.icon_button("chevron-down", _("Next page"), lambda: self._turn(1))
        self._lay_out()
        self.sheets.turned.connect(self._show_number)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.forget)  # LibreOffice would keep the program waiting
        self.forget()

    def _lay_out(self) -> None:
        self.setAccessibleName(_("Page as printed"))
        self.setMinimumWidth(_NARROWEST)
        self._working.setToolTip(_("The pages are being made"))
        self._working.setAccessibleName(_("The pages are being made"))
        stays = self._working.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self._working.setSizePolicy(stays)
        title = kit.Text(_("Page as printed"), weight=500)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheets)
        self._stack.addWidget(self._message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(kit.row(title, self._working, None, self._up, self._number, self._down))
        layout.addWidget(self._stack, 1)

    # What is wished for

    def show_letter(self, opened: OpenCampaign, recipient: Recipient, *, masked: bool) -> None:
        """Show the letter to somebody as it is now; the same one after a change, too.

        Args:
            opened: The campaign.
            recipient: Who will read it.
            masked: Whether hidden names may not be on the screen.
        """
        wish = _Wish(opened, recipient, masked)
        is_same = wish.is_same_letter(self._wish)
        self._wish, self._is_stale = wish, True
        if not is_same:
            self._say_making()
            self._task.cancel()
        self._timer.start(_SETTLE if is_same else 0)

    def forget(self) -> None:
        """Another campaign is opened, or the window is closed: nothing of this one stays."""
        self._timer.stop()
        self._task.drop()
        if self._previewer is not None:
            self._previewer.close()
        self._previewer = self._wish = self._begun = None
        self._is_stale = False
        self.sheets.clear(keeps_place=False)
        self._show_message("", "", ())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale and not self._timer.isActive():
            self._timer.start(0)

    # Making

    def _begin(self) -> None:
        wish = self._wish
        # What is being made ends first: both would use the same folder.
        if wish is None or not self._is_stale or self._task.is_running or not self.isVisible():
            return
        if self._previewer is None:
            self._previewer = Previewer(self._program.reference)
        self._begun, self._is_stale = wish, False
        self._working.show()
        steps = self._previewer.steps(wish.opened, wish.recipient, masked=wish.masked)
        self._task.begin(steps, self._take, cancelled=self._end)

    def _take(self, preview: object) -> None:
        if isinstance(preview, Preview) and self._is_wished():
            self._stack.setCurrentWidget(self.sheets)
            self.sheets.show_pages(preview.pdf, preview.sizes)
        self._end()

    def _fail(self, error: object) -> None:
        if not isinstance(error, ProblemError):
            self.failed.emit(error)
            error = ProblemError("preview-failed")
        if self._is_wished():
            self._say_problem(error)
        self._end()

    def _end(self) -> None:
        """Nothing is being made; what was wished for meanwhile is made now."""
        self._working.hide()
        if self._is_stale and not self._timer.isActive():
            self._timer.start(0)

    def _is_wished(self) -> bool:
        return self._wish is not None and self._wish.is_same_letter(self._begun)

    # What is shown

    def _turn(self, by: int) -> None:
        self.sheets.go_to(self.sheets.page + by)

    def _show_number(self) -> None:
        page, pages = self.sheets.page, self.sheets.pages
        said = _("Page {number} of {total}").format(number=page, total=pages) if pages else ""
        self._number.setText(said)
        self._up.setEnabled(page > 1)
        self._down.setEnabled(page < pages)
        for part in (self._up, self._down):
            part.setVisible(pages > 0)

    def _say_making(self) -> None:
        self.sheets.clear()
        self._show_message("loader-circle", _("The pages are being made…"), ())

    def _say_problem(self, problem: ProblemError) -> None:
        word = kit.button(_("Open in Word"), icon="external-link", pressed=self.word_asked.emit)
        again = kit.button(_("Try again"), icon="refresh-cw", pressed=self._try_again)
        self.sheets.clear()
        match problem.code:
            case code if code == _HIDDEN:
                self._show_message("eye-off", of_problem(problem), ())
            case code if code == _MISSING:
                self._show_message("file-text", of_problem(problem), (word,))
            case _:
                self._show_message("triangle-alert", of_problem(problem), (again, word))

    def _try_again(self) -> None:
        self._is_stale = True
        self._say_making()
        self._timer.start(0)

    def _show_message(self, icon: str, sentence: str, buttons: Sequence[QPushButton]) -> None:
        self._show_number()
        self._working.hide()
        body = self._message_body
        kit.clear(body)
        if sentence:
            words = kit.Text(sentence, colour="text2", wraps=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            body.addStretch(2)
            body.addLayout(kit.row(None, kit.Icon(icon, "text3", 40), None))
            body.addSpacing(4)
            body.addWidget(words)
            body.addSpacing(8)
            for button in buttons:
                body.addLayout(kit.row(None, button, None))
            body.addStretch(3)
        self._stack.setCurrentWidget(self._message)
