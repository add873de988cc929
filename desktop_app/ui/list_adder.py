"""Adds what is typed into the line over the table, and says whom it may be already."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.domain.list_history import Change
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Signatory
from desktop_app.support.i18n import _
from desktop_app.ui.add_line import AddLine
from desktop_app.ui.desk import Desk
from desktop_app.ui.finding_line import Link
from desktop_app.ui.naming_question import NEEDS_SOURCE, question, with_source
from desktop_app.ui.notices import Notices
from desktop_app.ui.signatory_view import SignatoryView


class ListAdder(QObject):
    """Over the desk's list."""

    def __init__(self, desk: Desk, notices: Notices, view: SignatoryView, line: AddLine) -> None:
        super().__init__(line)
        self._desk, self._notices, self._view, self._line = desk, notices, view, line
        line.entered.connect(self.add)

    def add(self, new: Signatory) -> None:
        """Put a signatory on the list; one like a withheld name is asked about."""
        self._add((new,))

    def _add(self, rows: Sequence[Signatory]) -> None:
        self._notices.clear()
        try:
            # Those without a source are held against withheld names all the same.
            change = self._desk.steps.add(rows, confirmed=True)
        except ProblemError as problem:
            self._refused(rows, problem)
            return
        self._line.taken()
        self.show_added(change)

    def _refused(self, rows: Sequence[Signatory], problem: ProblemError) -> None:
        if problem.code not in NEEDS_SOURCE:
            self._notices.say_problem(problem)
            return

        def again(source: str) -> None:
            like = self._desk.editing.withheld_like(rows)
            self._add(with_source(rows, like, problem, source))

        self._notices.ask(question(problem, ()), _("For example: e-mail of 3 May"), _("Name it"), again)

    def show_added(self, change: Change) -> None:
        """Go to what was added, and look whether it stands on the list twice."""
        added = list(change.after)
        self._view.go_to(added[-1])
        self._desk.steps.look_for_doubles(added, self._show_doubles)

    def _show_doubles(self, findings: object) -> None:
        for finding in findings if isinstance(findings, tuple) else ():
            row = finding.places[0].row
            back: Link = (_("Take it back"), self._take_back)
            there: Link = (_("Go there"), partial(self._view.go_to, row))
            self._notices.say_finding(finding, (there, back))

    def _take_back(self) -> None:
        self._notices.clear()
        try:
            self._desk.steps.undo()
        except ProblemError as problem:
            self._notices.say_problem(problem)
