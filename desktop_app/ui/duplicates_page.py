"""Rows that are probably one signatory, side by side: same, not the same, later."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.duplicates import Pair
from desktop_app.domain.hiding import is_secret
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Signatory
from desktop_app.services.foreseeing import after_uniting
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Task, steps_of
from desktop_app.ui.notices import Notices
from desktop_app.ui.signatory_table import LISTED
from desktop_app.wording import of_reasons

_FIELDS = (
    (N_("Name"), "name"),
    (N_("Acronym"), "acronym"),
    (N_("Country"), "country"),
    (N_("Member of"), "member_of"),
    (N_("Signed on"), "signed_on"),
    (N_("Text version"), "text_version"),
    (N_("Source"), "source"),
)


class DuplicatesPage(QWidget):
    """Asks about one pair after the other. Names are shown while it is open: one cannot answer without.

    Signals:
        left: Back to the list.
    """

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pairs: list[Pair] = []
        self._settled = 0
        self._task = Task(self, self._failed)
        self.notices = Notices()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Pairs"))
        self.list.setWordWrap(True)
        self.list.setFixedWidth(round(312 * kit.scale()))
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self._how_many = kit.section("")
        self._why = kit.Text("", colour="text2", wraps=True)
        self._sides = kit.Card(margins=16)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._sides.body.addLayout(self._grid)
        self._after = kit.Text("", wraps=True)
        self._figures = kit.caption(wraps=True)
        self._lay_out()
        desk.list_changed.connect(lambda _rows: self._show() if self.isVisible() else None)
        desk.cover.put_away.connect(self._put_away)
        desk.opened.connect(self._opened)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 16, kit.MARGIN, 16)
        layout.setSpacing(12)
        back = kit.button(_("Signatories"), "link", icon="arrow-left", pressed=self.left.emit)
        layout.addLayout(kit.row(back, None))
        layout.addLayout(kit.row(kit.title(_("Duplicates")), None))
        layout.addWidget(self.notices)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(kit.column(self._how_many, self.list))
        self._answer = QWidget()
        self._answer.setLayout(self._answers())
        columns.addWidget(self._answer, 1)
        layout.addLayout(columns, 1)

    def _answers(self) -> QVBoxLayout:
        after = kit.Card(margins=16, spacing=4)
        after.body.addWidget(kit.Text(_("After merging"), weight=600, colour="text2"))
        after.body.addWidget(self._after)
        after.body.addWidget(self._figures)
        self.same = kit.button(_("Same, merge"), "primary", icon="git-merge", pressed=self.merge)
        self.different = kit.button(_("Not the same"), pressed=self.keep_apart)
        self.later = kit.button(_("Later"), "quiet", pressed=self.go_on)
        keys = kit.caption(_("S same · D different · L later"))
        return kit.column(
            kit.section(_("Are these the same signatory?")),
            self._why,
            self._sides,
            after,
            kit.row(self.same, self.different, self.later, None, keys),
            None,
            spacing=12,
        )

    # Finding

    def _opened(self) -> None:
        """Pairs of another list are none of this one."""
        self._task.drop()
        self._pairs = []
        self.list.clear()

    def look(self) -> None:
        """Look for pairs in the list as it is now."""
        self.notices.clear()
        self._settled = 0
        self._pairs = []
        self.list.clear()
        self._answer.hide()
        self._how_many.setText(_("Looking…"))
        editing, reference = self._desk.editing, self._desk.program.reference
        self._task.begin(steps_of(lambda: editing.pairs(reference)), self._found)

    def _failed(self, error: object) -> None:
        self._how_many.setText("")
        if isinstance(error, ProblemError):
            self.notices.say_problem(error)
        else:
            self._desk.said.emit(error)

    def _found(self, pairs: object) -> None:
        if isinstance(pairs, tuple):
            self._pairs = list(pairs)
            self._fill()
            self.list.setFocus()

    def _fill(self) -> None:
        self.list.clear()
        self._pairs = [p for p in self._pairs if self._row(p.a) is not None and self._row(p.b) is not None]
        for pair in self._pairs:
            a, b = (self._row(row) for row in (pair.a, pair.b))
            if a is not None and b is not None:
                self.list.addItem(QListWidgetItem(f"{self._short(a)}\n{self._short(b)}"))
        number = len(self._pairs)
        self._how_many.setText(ngettext("{number} pair", "{number} pairs", number).format(number=number))
        self._answer.setVisible(bool(number))
        if number:
            self.list.setCurrentRow(0)
        elif self._settled:
            self.notices.say("ok", _("All pairs are settled."), [(_("Back to the list"), self.left.emit)])
        else:
            none = _("No two rows look like the same signatory.")
            self.notices.say("ok", none, [(_("Back to the list"), self.left.emit)])

    def _row(self, number: int) -> Signatory | None:
        history = self._desk.editing.history
        return history.row(number) if history.has(number) else None

    def _short(self, row: Signatory) -> str:
        """A row in the list of pairs; the pair in hand is shown beside it, others stay hidden."""
        if self._desk.cover.is_on and is_secret(row):
            return _("Row {row}, name hidden").format(row=row.row)
        return row.name

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._desk.cover.watch()
        self._show()

    def _put_away(self) -> None:
        """Nobody has been there for a while, or names were hidden: the pair in hand goes, too."""
        if self.isVisible():
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        # What was shown to be answered stays on no screen afterwards.
        kit.clear(self._grid)
        self._after.setText("")
        super().hideEvent(event)

    # Showing

    @property
    def _pair(self) -> Pair | None:
        at = self.list.currentRow()
        return self._pairs[at] if 0 <= at < len(self._pairs) else None

    def _show(self) -> None:
        pair = self._pair
        a, b = (self._row(pair.a), self._row(pair.b)) if pair else (None, None)
        if pair is None or a is None or b is None:
            return
        self._why.setText(of_reasons(pair.reasons))
        kit.clear(self._grid)
        lines = [(_("Row"), str(a.row), str(b.row))]
        lines += [(_(word), str(getattr(a, name)), str(getattr(b, name))) for word, name in _FIELDS]
        lines.insert(4, (_("Listed"), _(LISTED[a.disclosure]), _(LISTED[b.disclosure])))
        lines.append((_("Contact"), _private(a), _private(b)))
        for number, (word, one, other) in enumerate(lines):
            self._grid.addWidget(kit.Text(word, colour="text2"), number, 0)
            for column, text in ((1, one), (2, other)):
                differs = one != other and number > 0
                shade = "text" if text else "text3"
                cell = kit.Text(text or _("blank"), colour=shade, weight=600 if differs and text else 400)
                cell.setWordWrap(True)
                self._grid.addWidget(cell, number, column)
        self._show_result(a, b)

    def _show_result(self, a: Signatory, b: Signatory) -> None:
        try:
            union = after_uniting(self._desk.campaign, a.row, b.row, self._desk.program.today())
        except ProblemError:
            self._after.setText(_("These two cannot be merged as they are."))
            self._figures.setText("")
            return
        made, then = union.made, union.then
        pieces = [made.name, _(LISTED[made.disclosure]), made.signed_on, made.country]
        self._after.setText(" · ".join(filter(None, pieces)))
        self._figures.setText(
            _("Figures: {now} becomes {then} = {named} + {anonymous}. Contacts of both are kept.").format(
                now=self._desk.figures.total, then=then.total, named=then.named, anonymous=then.anonymous
            )
        )

    # Answering

    def merge(self) -> None:
        """They are one: make one row of both."""
        self._answer_with(lambda pair: self._desk.steps.unite(pair.a, pair.b))

    def keep_apart(self) -> None:
        """They are two: never ask again."""
        self._answer_with(
            lambda pair: self._desk.steps.on_disk(lambda editing: editing.keep_apart(pair.a, pair.b))
        )

    def go_on(self) -> None:
        """Not now."""
        at = self.list.currentRow()
        if self.list.count():
            self.list.setCurrentRow((at + 1) % self.list.count())

    def _answer_with(self, step: Callable[[Pair], None]) -> None:
        pair = self._pair
        if pair is None:
            return
        self.notices.clear()
        try:
            step(pair)
        except ProblemError as problem:
            self.notices.say_problem(problem, again=partial(self._answer_again, pair, step))
            return
        self._settled += 1
        gone = {pair.a, pair.b} if self._row(pair.b) is None else set()
        self._pairs = [
            other for other in self._pairs if other is not pair and not (gone & {other.a, other.b} - {pair.a})
        ]
        self._fill()

    def _answer_again(self, pair: Pair, step: Callable[[Pair], None]) -> None:
        """The same pair, whichever is in hand by now."""
        if pair in self._pairs:
            self.list.setCurrentRow(self._pairs.index(pair))
            self._answer_with(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_S:
                self.merge()
            case Qt.Key.Key_D:
                self.keep_apart()
            case Qt.Key.Key_L:
                self.go_on()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


def _private(row: Signatory) -> str:
    return _("kept, private") if row.contact or row.email else ""
