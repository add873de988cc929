"""Checks the open campaign behind the window, and keeps what was found."""

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.reporting import Finding, ProblemError
from desktop_app.services.choosing import Chosen
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.reviewing import findings_of
from desktop_app.ui.jobs import Job, steps_of


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
        self._number = 0

    def check(self, campaign: OpenCampaign, chosen: Chosen | ProblemError) -> None:
        """Check a campaign as it is now; of several checks the last one counts."""
        self._number += 1
        number = self._number
        job = Job(steps_of(lambda: findings_of(campaign, chosen)))
        job.succeeded.connect(lambda found: self._take(number, found))
        job.failed.connect(self.failed)
        job.start()

    def forget(self) -> None:
        """The campaign is put away."""
        self._number += 1
        self.findings = ()

    def _take(self, number: int, found: object) -> None:
        if number == self._number and isinstance(found, tuple):
            self.findings = found
            self.checked.emit()
