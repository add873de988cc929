"""Checks the open campaign behind the window, and keeps what was found."""

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.reporting import Finding, ProblemError
from desktop_app.services.choosing import Chosen
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.reviewing import findings_of
from desktop_app.ui.jobs import Task, steps_of


class Checker(QObject):
    """The findings of the campaign on the desk.

    Signals:
        checked: The findings are others.
        failed: The check itself went wrong.
    """

    checked = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self._task = Task(self, self.failed.emit)

    def check(self, campaign: OpenCampaign, chosen: Chosen | ProblemError) -> None:
        """Check a campaign as it is now; of several checks the last one counts."""
        self._task.begin(steps_of(lambda: findings_of(campaign, chosen)), self._take)

    def forget(self) -> None:
        """The campaign is put away."""
        self._task.drop()
        self.findings = ()

    def _take(self, found: object) -> None:
        if isinstance(found, tuple):
            self.findings = found
            self.checked.emit()
