"""Sign-ons from a form: what would change, to be ticked, before anything is changed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop_app.domain.reporting import ProblemError, Step
from desktop_app.domain.signatory import Disclosure
from desktop_app.files.form_headings import heading_key
from desktop_app.files.form_words import Use
from desktop_app.files.list_file import ListFile
from desktop_app.services.collecting import Choices, Import, plan_import
from desktop_app.services.foreseeing import after_import
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.column_uses import ColumnUses
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Task
from desktop_app.ui.notices import Notices
from desktop_app.ui.proposals import CHANGES, NAMES, TICKS, Proposals
from desktop_app.ui.row_delegate import row_height
from desktop_app.ui.tick import TickDelegate
from desktop_app.wording import of_step

_SEVERAL_NAMES = "form-names-several"
_ASKS_COLUMNS = frozenset({_SEVERAL_NAMES, "form-consent-unsure", "form-name-missing"})
"""What the coordinator can settle by saying what columns mean."""
_MOST_LINKS = 3


class FormImportPage(QWidget):
    """Over ``plan_import``.

    Signals:
        left: Back to the list.
    """

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file = Path()
        self._uses: dict[str, Use] = {}
        self._imported: Import | None = None
        self._task = Task(self, self._failed)
        self.proposals = Proposals(self)
        self.table = QTableView()
        self.notices = Notices()
        self._about = kit.caption()
        self._figures = kit.Text("", "section", weight=600)
        self.columns = ColumnUses()
        self._ask_listed = QWidget()
        self._listed = kit.Segments(
            _("Listed"),
            (
                (Disclosure.PENDING.value, _("Pending")),
                (Disclosure.NAMED.value, _("Named")),
                (Disclosure.ANONYMOUS.value, _("Anonymous")),
            ),
        )
        self._listed.chosen.connect(lambda _key: self._plan())
        self._lay_out()
        self.proposals.ticked.connect(self._show_number)
        desk.cover.changed.connect(lambda: self.proposals.cover(on=desk.cover.is_on))
        desk.opened.connect(self._task.drop)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 16, kit.MARGIN, 12)
        layout.setSpacing(12)
        back = kit.button(_("Signatories"), "link", icon="arrow-left", pressed=self.leave)
        layout.addLayout(kit.row(back, None))
        self.apply_button = kit.button("", "primary", icon="check", pressed=self.apply)
        cancel = kit.button(_("Cancel"), pressed=self.cancel)
        title = kit.column(kit.title(_("Import sign-ons")), self._about, spacing=2)
        layout.addLayout(kit.row(title, None, cancel, self.apply_button))
        layout.addWidget(self.notices)
        card = self._summary = kit.Card(margins=16)
        self._change = kit.button(_("Change what columns mean"), "link")
        self._change.setCheckable(True)
        self._change.toggled.connect(self.columns.setVisible)
        self.columns.chosen.connect(lambda heading, use: self._map({heading: use}))
        self.columns.hide()
        ask = kit.row(
            kit.Text(_("The form does not ask about names. List these as"), wraps=True), self._listed
        )
        self._ask_listed.setLayout(ask)
        card.body.addLayout(kit.row(self._figures, None, self._change))
        card.body.addWidget(self._ask_listed)
        card.body.addWidget(self.columns)
        layout.addWidget(card)
        layout.addWidget(self._table(), 1)
        self._footer = kit.caption()
        layout.addLayout(kit.row(self._footer, None, kit.caption(_("Space ticks"))))

    def _table(self) -> QTableView:
        table = self.table
        table.setObjectName("proposals")
        table.setModel(self.proposals)
        table.setItemDelegateForColumn(TICKS, TickDelegate(table))
        table.setAccessibleName(_("What would change"))
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_height())
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(NAMES, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(CHANGES, QHeaderView.ResizeMode.Stretch)
        return table

    def take(self, file: Path) -> None:
        """Show what a file would change."""
        self._file, self._uses = file, {}
        self.proposals.left_out.clear()
        self._listed.choose(Disclosure.PENDING.value)
        self.proposals.cover(on=self._desk.cover.is_on)
        self._show_nothing()
        self._plan()

    @property
    def is_busy(self) -> bool:
        """Whether it is still being worked out what the file would change."""
        return self._task.is_running

    def leave(self) -> None:
        """Back to the list; nothing was written."""
        self._task.drop()
        self.left.emit()

    def cancel(self) -> None:
        """Stop the changes that are being prepared; else leave."""
        if self._imported is None or not self.is_busy:
            self.leave()
            return
        self._task.drop()
        self._take(self._imported)
        self.notices.say("info", _("Cancelled. Nothing was left behind."))

    def _plan(self) -> None:
        # With all lines: one that is left out is shown without its tick.
        self._imported = None
        self._work_out((), self._take)

    def _work_out(self, left_out: Collection[str], done: Callable[[object], object]) -> None:
        """Hold the file against the list, behind the window."""
        self.notices.clear()
        self.apply_button.setEnabled(False)
        try:
            # What the plan says of rows must hold for the workbook: it is saved first.
            self._desk.saver.save()
        except ProblemError as problem:
            self._failed(problem)
            return
        self.table.setEnabled(False)
        listed = self._desk.campaign.listed
        choices = Choices(dict(self._uses), Disclosure(self._listed.choice))
        steps = plan_import(listed, self._file, choices, self._desk.program.today(), left_out)
        self._task.begin(steps, done, stepped=self._stepped)

    def _stepped(self, step: object) -> None:
        if isinstance(step, Step):
            self._about.setText(of_step(step))

    def _failed(self, error: object) -> None:
        imported = self._imported
        self.table.setEnabled(True)
        if imported is None:
            self._show_nothing()
        else:
            self._take(imported)  # nothing was changed: it can be tried again
        if not isinstance(error, ProblemError):
            self._desk.said.emit(error)
        elif imported is None:
            self._say_unread(error)
        else:
            self.notices.say_problem(error, again=self.apply)

    def _take(self, imported: object) -> None:
        if not isinstance(imported, Import):
            return
        self._imported = imported
        self.table.setEnabled(True)
        self._change.setEnabled(True)
        self._summary.show()
        self.proposals.take(imported)
        self._show_columns(imported)
        self._show_number()
        self.notices.say_findings(imported.findings)

    # Showing

    def _show_columns(self, imported: Import) -> None:
        columns = imported.form.columns
        self.columns.show_columns(columns)
        uses = {use for _heading, use in columns}
        asks = bool(uses & {Use.CONSENT, Use.ANONYMITY, Use.LISTED, Use.SHARING})
        self._ask_listed.setVisible(not asks)
        used = sum(1 for _heading, use in columns if use not in (None, Use.IGNORE))
        about = _("{file} · {answers} answers · {unchanged} unchanged · {used} of {columns} columns used")
        self._about.setText(
            about.format(
                file=self._file.name,
                answers=len(imported.form.sign_ons),
                unchanged=imported.plan.unchanged,
                used=used,
                columns=len(columns),
            )
        )

    def _show_nothing(self) -> None:
        """Nothing of the file before stays where one is being read, or cannot be."""
        self.proposals.clear()
        self._figures.setText("")
        self._about.setText(self._file.name)
        self._ask_listed.hide()
        self._ask_columns(())
        self._show_number()

    def _say_unread(self, problem: ProblemError) -> None:
        """Why a file cannot be read. Where the coordinator can say what its columns are, she is asked."""
        headings = problem.values.get("headings")
        asked = headings if isinstance(headings, tuple) and problem.code in _ASKS_COLUMNS else ()
        self._ask_columns(asked)
        names = asked if problem.code == _SEVERAL_NAMES and len(asked) <= _MOST_LINKS else ()
        ways = [(name, partial(self._sign_by, name, names)) for name in names]
        self.notices.say_problem(problem, ways, again=self._plan)

    def _ask_columns(self, headings: Sequence[str]) -> None:
        chosen = [(heading, self._uses.get(heading_key(heading))) for heading in headings]
        self.columns.show_columns(chosen, asks=True)
        self._change.setChecked(bool(headings))
        self._change.setEnabled(bool(headings))
        self._summary.setVisible(bool(headings))

    def _sign_by(self, name: str, names: Sequence[str]) -> None:
        """Of several columns with names, one holds who signs; the others are somebody to write to."""
        self._map({heading: Use.NAME if heading == name else Use.CONTACT for heading in names})

    def _map(self, uses: Mapping[str, Use]) -> None:
        self._uses.update({heading_key(heading): use for heading, use in uses.items()})
        self._plan()

    def _show_number(self) -> None:
        number = self.proposals.number
        text = ngettext("Apply {number} change", "Apply {number} changes", number).format(number=number)
        self.apply_button.setText(f" {text}")
        self.apply_button.setAccessibleName(text)
        self.apply_button.setEnabled(number > 0)
        self.apply_button.setToolTip("" if number else _("There is nothing to change."))
        self._footer.setText(_("{number} ticked. One step to undo.").format(number=number))
        if self._imported is not None:
            self._show_figures(self._imported)

    def _show_figures(self, imported: Import) -> None:
        now = self._desk.figures
        then = after_import(self._desk.campaign, imported, self.proposals.left_out)
        self._figures.setText(
            _("{now} now → {then} = {named} named + {anonymous} anonymous").format(
                now=now.total, then=then.total, named=then.named, anonymous=then.anonymous
            )
        )

    # Applying

    def apply(self) -> None:
        """Make the changes that are ticked, as one step."""
        if self._imported is None or self.is_busy:
            return
        self._work_out(frozenset(self.proposals.left_out), partial(self._apply, self._desk.campaign.listed))

    def _apply(self, held_against: ListFile, imported: object) -> None:
        if not isinstance(imported, Import):
            return
        if self._desk.campaign.listed.data != held_against.data or not self._desk.is_saved:
            self.apply()  # the list was changed meanwhile: what was worked out does not hold for it
            return
        try:
            self._desk.steps.on_disk(lambda editing: editing.apply(imported))
        except ProblemError as problem:
            self.table.setEnabled(True)
            self._show_number()
            self.notices.say_problem(problem, again=self.apply)
            return
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)
