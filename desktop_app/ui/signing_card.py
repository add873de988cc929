"""Opens the letter for signature: asks until when, and makes what is to be sent out behind the window."""

from PySide6.QtCore import QDateTime, Qt, QTime, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent

from desktop_app.domain.deadline import deadline_of
from desktop_app.domain.reporting import ProblemError, Step
from desktop_app.services.opening_for_signature import Opened, open_for_signature
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.choice import MomentChoice
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Task
from desktop_app.ui.notices import Notices
from desktop_app.wording import of_step

_DAYS = 7
_EVENING = QTime(18, 0)


class SigningCard(kit.Card):
    """Over the desk, whose letter is saved when it is begun.

    Signals:
        left: Nothing more is asked here.
    """

    left = Signal()

    def __init__(self, desk: Desk, notices: Notices) -> None:
        super().__init__(margins=12)
        self._desk, self._notices = desk, notices
        self._task = Task(self, self._failed)
        self.until = MomentChoice()
        self.until.setDisplayFormat("d MMMM yyyy, HH:mm")
        self.until.setAccessibleName(_("Open for signature until"))
        self._about = kit.caption(
            _("The text is kept as it is now. A reading copy and a sign-on call are made to be sent out."),
            wraps=True,
        )
        self.open_button = kit.button(_("Open for signature"), "accented", icon="send", pressed=self.open)
        self._cancel = kit.icon_button("x", _("Close (Esc)"), self.leave)
        label = kit.Text(_("Open for signature until"), colour="text2", weight=500)
        label.setBuddy(self.until)
        self.body.addLayout(kit.row(label, self.until, None, self.open_button, self._cancel))
        self.body.addWidget(self._about)
        desk.opened.connect(self.leave)
        self.hide()

    def begin(self) -> None:
        """Ask until when; a week from now in the evening is proposed."""
        now = QDateTime.currentDateTime()
        self.until.setMinimumDateTime(now)
        self.until.setDateTime(QDateTime(now.date().addDays(_DAYS), _EVENING))
        self.show()
        self.until.setFocus()

    def open(self) -> None:
        """Keep the text, and make what is sent out."""
        desk = self._desk
        self._notices.clear()
        try:
            desk.saver.save()
            deadline = deadline_of(self.until.dateTime().toString(Qt.DateFormat.ISODate)[:16])
        except ProblemError as problem:
            self._notices.say_problem(problem, again=self.open)
            return
        self.open_button.setEnabled(False)
        steps = open_for_signature(desk.campaign, deadline, desk.program.reference, desk.program.now())
        self._task.begin(steps, self._opened, stepped=self._stepped, cancelled=self._cancelled)

    def leave(self) -> None:
        """Stop, and put this away."""
        self._task.cancel()
        self.open_button.setEnabled(True)
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _stepped(self, step: object) -> None:
        if isinstance(step, Step):
            self._about.setText(of_step(step))

    def _cancelled(self) -> None:
        self._notices.say("info", _("Cancelled. Nothing was left behind."))

    def _opened(self, opened: object) -> None:
        self.leave()
        if not isinstance(opened, Opened):
            return
        try:
            self._desk.reload()
        except ProblemError as problem:
            self._notices.say_problem(problem)
            return
        kept = _("The text is kept as {version}.") if opened.is_new else _("The text is still {version}.")
        folder = QUrl.fromLocalFile(str(opened.folder.resolve()))
        show = (_("Open the folder to be sent out"), lambda: QDesktopServices.openUrl(folder))
        self._notices.say("info", kept.format(version=opened.text.label), [show])

    def _failed(self, error: object) -> None:
        self.open_button.setEnabled(True)
        if isinstance(error, ProblemError):
            self._notices.say_problem(error)
        else:
            self._desk.said.emit(error)
