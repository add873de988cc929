"""A language version beside the original, paragraph by paragraph; from one that is open to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.versions import Pair
from desktop_app.services.masking import Masked, Masker
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.versions import Comparison, agree, compare
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Task, steps_of
from desktop_app.ui.notices import Notices
from desktop_app.ui.version_row import VersionRow
from desktop_app.wording.languages import of_language

_SETTLE = 150


@dataclass(frozen=True, slots=True)
class _Read:
    original: str
    comparison: Comparison
    shown: Callable[[str], Masked]


def _read(opened: OpenCampaign, language: str, *, masked: bool) -> _Read:
    comparison = compare(opened, language)
    masker = Masker(opened) if masked else None

    def shown(text: str) -> Masked:
        if masker is None or not masker.is_hit(text):
            return (text,)
        return masker.masked(text) or (None,)

    return _Read(opened.campaign.languages[0], comparison, shown)


class VersionsPage(QWidget):
    """Over a desk. It reads what is in the files; who writes on a letter saves it first.

    Signals:
        place_asked: Block of the version's letter, counted from 0, that is to be written on.
        left: Enough of it.
    """

    place_asked = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._comparison: Comparison | None = None
        self._is_stale = False
        self.language = ""
        self.rows: list[VersionRow] = []
        self.notices = Notices()
        self._task = Task(self, self._failed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._said = kit.Text("", colour="text2")
        self._all = kit.button(_("All of it agrees now"), pressed=self._agree_all)
        self._all.setToolTip(_("From now on, what changes in the original is marked here."))
        self._up = kit.icon_button("chevron-up", _("Previous open paragraph"), lambda: self.go(-1))
        self._down = kit.icon_button("chevron-down", _("Next open paragraph"), lambda: self.go(1))
        self._heads = kit.section(""), kit.section("")
        self._lay_out()
        QShortcut(QKeySequence("Esc"), self, context=_WITHIN).activated.connect(self.left)
        desk.opened.connect(self.forget)
        desk.campaign_changed.connect(self._stale)
        desk.letter_changed.connect(self._stale)
        desk.cover.changed.connect(self._covered)

    def _lay_out(self) -> None:
        self._sheet = kit.Card(margins=0, spacing=0)
        heads = QHBoxLayout()
        heads.setContentsMargins(16, 12, 16, 8)
        heads.setSpacing(24)
        for head in self._heads:
            heads.addWidget(head, 1)
        self._sheet.body.addLayout(heads)
        self._sheet.body.addWidget(kit.rule())
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._sheet.body.addLayout(self._body)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 16)
        column.addWidget(self._sheet)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(kit.row(self._said, None, self._all, self._up, self._down))
        layout.addWidget(self.notices)
        layout.addWidget(self._scroll, 1)

    # Which version

    def show_language(self, language: str) -> None:
        """Hold the version of a language against the original."""
        if language != self.language:
            self._clear()
        self.language = language
        self._stale()

    def forget(self) -> None:
        """Another campaign is opened: nothing of this one stays."""
        self.language = ""
        self._timer.stop()
        self._task.drop()
        self._clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._timer.start(0)

    def _covered(self) -> None:
        # What was read with names in it goes at once, before it is read again without.
        self._clear()
        self._stale()

    def _stale(self) -> None:
        self._task.drop()
        self._is_stale = bool(self.language)
        if self.isVisible() and self._is_stale:
            self._timer.start(_SETTLE if self.rows else 0)

    def _begin(self) -> None:
        desk, language = self._desk, self.language
        if not desk.is_open or language not in desk.campaign.languages[1:]:
            self.forget()
            return
        self._is_stale = False
        opened, masked = desk.campaign, desk.cover.is_on
        self._task.begin(steps_of(lambda: _read(opened, language, masked=masked)), self._show)

    def _failed(self, error: object) -> None:
        if isinstance(error, ProblemError):
            self._clear()
            self.notices.say_problem(error)
        else:
            self._desk.said.emit(error)

    # What is shown

    def _clear(self) -> None:
        self._comparison = None
        self.rows = []
        kit.clear(self._body)
        self.notices.clear()
        self._sheet.hide()
        self._say()

    def _show(self, read: object) -> None:
        if not isinstance(read, _Read):
            return
        at, focused = self._scroll.verticalScrollBar().value(), self._focused()
        self._clear()
        self._comparison = read.comparison
        self._heads[0].setText(_named(read.original))
        self._heads[1].setText(_named(read.comparison.language))
        for number, pair in enumerate(read.comparison.pairs):
            row = VersionRow(pair, read.shown)
            row.place_asked.connect(partial(self._ask_place, number))
            row.agreed.connect(partial(self._agree, number))
            row.stepped.connect(partial(self._step, number))
            self._body.addWidget(row)
            self.rows.append(row)
        self._sheet.show()
        self._say()
        self._scroll.verticalScrollBar().setValue(at)
        if focused is not None and focused < len(self.rows):
            self.rows[focused].setFocus()

    def _say(self) -> None:
        comparison = self._comparison
        number = len(comparison.open) if comparison else 0
        said = ngettext("{number} paragraph is open", "{number} paragraphs are open", number)
        all_well = _("All paragraphs agree") if comparison and comparison.is_known else ""
        self._said.setText(said.format(number=number) if number else all_well)
        self._all.setVisible(comparison is not None and not comparison.is_known)
        for part in (self._up, self._down):
            part.setVisible(comparison is not None)
            part.setEnabled(number > 0)

    def _focused(self) -> int | None:
        """The row in which the keys go, if they go there."""
        there = self.focusWidget()
        inside = (
            at for at, row in enumerate(self.rows) if there and (row is there or row.isAncestorOf(there))
        )
        return next(inside, None) if there is not None and there.hasFocus() else None

    # What somebody does

    def go(self, way: int) -> None:
        """To the next open paragraph, or the one before; round at the ends."""
        open_ones = self._comparison.open if self._comparison else ()
        if not open_ones:
            return
        at = self._focused()
        if way > 0:
            ahead = [n for n in open_ones if at is None or n > at]
            self._focus(ahead[0] if ahead else open_ones[0])
        else:
            behind = [n for n in open_ones if at is not None and n < at]
            self._focus(behind[-1] if behind else open_ones[-1])

    def _step(self, number: int, way: int) -> None:
        if 0 <= number + way < len(self.rows):
            self._focus(number + way)

    def _focus(self, number: int) -> None:
        row = self.rows[number]
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(row, 0, 40)

    def _ask_place(self, number: int) -> None:
        """The paragraph itself; of one that is missing the one before it."""
        before = (row.pair.version for row in reversed(self.rows[: number + 1]))
        there = next((paragraph for paragraph in before if paragraph is not None), None)
        self.place_asked.emit(there.number if there else 0)

    def _agree(self, number: int) -> None:
        self._write([self.rows[number].pair])

    def _agree_all(self) -> None:
        if self._comparison is not None:
            self._write([pair for pair in self._comparison.pairs if pair.version is not None])

    def _write(self, pairs: list[Pair]) -> None:
        try:
            step = agree(self._desk.campaign, self.language, pairs)
        except ProblemError as problem:
            self.notices.say_problem(problem)
            return
        if step is not None:
            self._desk.steps.wrote(step)


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _named(language: str) -> str:
    """A language at the head of a column."""
    said = of_language(language)
    return said[:1].upper() + said[1:]
