"""Where a letter begins: a starter letter, a recent campaign, or what somebody has already."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.reporting import ProblemError
from desktop_app.support.i18n import _
from desktop_app.ui import icons, kit, theme
from desktop_app.ui.recent import Recent, Traces
from desktop_app.ui.template_cards import TemplateCards

_SIDE = 64


class RowButton(QAbstractButton):
    """A line of a card that can be pressed: an icon, what it is, a line about it, and where it lies."""

    def __init__(self, icon: str, title: str, line: str, end: str = "", *, is_link: bool = False) -> None:
        super().__init__()
        self._icon, self._line, self._end = icon, line, end
        self._shade = "link" if is_link else "text"
        self.setText(title)
        self.setAccessibleName(". ".join(filter(None, (title, line, end))))
        self.setToolTip(end)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        height = kit.Text("", "body").sizeHint().height() + kit.Text("", "caption").sizeHint().height() + 20
        self.setMinimumHeight(height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("sunken"))
        if self.hasFocus():
            painter.setPen(theme.colour("link"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)
        mirrored = theme.is_right_to_left()
        inner = self.rect().adjusted(16, 8, -16, -8)
        sign = icons.pixmap(self._icon, self._shade, 18, self.devicePixelRatioF(), turns=False)
        painter.drawPixmap(inner.right() - 17 if mirrored else inner.left(), inner.center().y() - 8, sign)
        inner = inner.adjusted(0, 0, -32, 0) if mirrored else inner.adjusted(32, 0, 0, 0)
        lead, trail = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text3"))
        metrics = painter.fontMetrics()
        end = metrics.elidedText(self._end, Qt.TextElideMode.ElideMiddle, inner.width() // 2)
        painter.drawText(inner, trail | Qt.AlignmentFlag.AlignVCenter, end)
        beside = metrics.horizontalAdvance(end) + (16 if end else 0)
        words = inner.adjusted(beside, 0, 0, 0) if mirrored else inner.adjusted(0, 0, -beside, 0)
        below = metrics.elidedText(self._line, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, lead | Qt.AlignmentFlag.AlignBottom, below)
        painter.setFont(theme.font("body", 500))
        painter.setPen(theme.colour(self._shade))
        title = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, lead | Qt.AlignmentFlag.AlignTop, title)
        painter.end()


class StartPage(QWidget):
    """It is on the screen before the program is loaded, and needs none of it.

    Signals:
        template_chosen: The name of a starter letter, and the folder to be made.
        sample_asked: The folder to be made of the sample.
        open_asked: A campaign's folder.
        open_chosen: A folder is to be asked for.
        import_chosen: The file of a letter is to be asked for.
        painted: It has been seen for the first time.
        over_lock_asked: As ``Notices`` has it.
    """

    template_chosen = Signal(str, object)
    sample_asked = Signal(object)
    open_asked = Signal(object)
    open_chosen = Signal()
    import_chosen = Signal()
    painted = Signal()
    over_lock_asked = Signal(object, object)

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._is_painted = False
        self.traces = Traces(settings)
        self.cards = TemplateCards()
        self.cards.started.connect(self.start)
        self._notices = QVBoxLayout()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._lay_out()
        self._show_recent()

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(_SIDE, 40, _SIDE, 16)
        layout.setSpacing(16)
        layout.addLayout(self._notices)
        self.start_button = kit.button(_("Start with this template"), "primary", pressed=self.start)
        about = kit.Text(
            _("Choose the letter that is nearest to yours. Everything can be changed later."),
            colour="text2",
            wraps=True,
        )
        words = kit.column(kit.title(_("New sign-on letter")), about, spacing=2)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.start_button)
        layout.addLayout(head)
        layout.addWidget(self.cards)
        layout.addSpacing(8)
        layout.addLayout(self._below())
        layout.addStretch(1)
        promise = kit.caption(_("Works without a network. Nothing leaves this computer unless you send it."))
        layout.addLayout(kit.row(kit.Icon("lock", "text3"), promise, None))
        scrolls = QScrollArea()
        scrolls.setWidgetResizable(True)
        scrolls.setWidget(inside)
        # It scrolls to what the keyboard is at, and shows no focus of its own.
        scrolls.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolls)

    def _below(self) -> QHBoxLayout:
        recent = kit.Card(margins=1, spacing=0)
        recent.body.addLayout(self._recent)
        begin = kit.Card(margins=1, spacing=0)
        for number, (icon, title, line, call) in enumerate(
            (
                (
                    "file-input",
                    _("An existing letter"),
                    _("Word, PDF, web page or text: it becomes a template and a list"),
                    self.import_chosen.emit,
                ),
                (
                    "folder-open",
                    _("A campaign folder"),
                    _("Open one that lies on this computer or in a shared folder"),
                    self.open_chosen.emit,
                ),
                (
                    "flask-conical",
                    _("The sample"),
                    _("A letter to the Security Council with 402 invented names"),
                    self.try_sample,
                ),
            )
        ):
            if number:
                begin.body.addWidget(kit.rule())
            row = RowButton(icon, title, line, is_link=True)
            row.clicked.connect(lambda _checked=False, call=call: call())
            begin.body.addWidget(row)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        for heading, card in ((_("Recent"), recent), (_("Or begin with what you have"), begin)):
            columns.addLayout(kit.column(kit.section(heading), card, None), 1)
        return columns

    # Recent

    def remember(self, folder: Path, title: str) -> None:
        """Put a campaign on top of the recent ones."""
        self.traces.remember(folder, title)
        self._show_recent()

    def keep_traces(self, *, kept: bool) -> None:
        """Remember what was open, or forget it at once."""
        self.traces.keep(kept=kept)
        self._show_recent()

    def _show_recent(self) -> None:
        kit.clear(self._recent)
        entries = self.traces.recent
        if not entries:
            nothing = (
                _("Letters that you open will be listed here.")
                if self.traces.are_kept
                else _("No traces are kept: letters that you open are not listed here.")
            )
            empty = kit.Text(nothing, colour="text2", wraps=True)
            empty.setContentsMargins(16, 16, 16, 16)
            self._recent.addWidget(empty)
        for number, entry in enumerate(entries):
            if number:
                self._recent.addWidget(kit.rule())
            self._recent.addWidget(self._row_of(entry))

    def _row_of(self, entry: Recent) -> RowButton:
        there = entry.folder.is_dir()
        line = "" if there else _("It is no longer there. Press to forget it.")
        row = RowButton("folder", entry.title, line or entry.folder.name, _shown(entry.folder))
        if there:
            row.clicked.connect(lambda: self.open_asked.emit(entry.folder))
        else:
            row.clicked.connect(lambda: self._forget(entry.folder))
        return row

    def _forget(self, folder: Path) -> None:
        self.traces.forget(folder)
        self._show_recent()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    # What somebody does

    def start(self) -> None:
        """Ask where the letter shall lie, and make it of the chosen starter letter."""
        starter = self.cards.chosen
        folder = self._ask_folder(_(starter.title))
        if folder is not None:
            self.template_chosen.emit(starter.name, folder)

    def try_sample(self) -> None:
        """Ask where the sample shall lie."""
        folder = self._ask_folder(_("Sample letter"))
        if folder is not None:
            self.sample_asked.emit(folder)

    def _ask_folder(self, name: str) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Where shall the letter's folder lie?"), str(Path(documents) / name), _("Folder") + " (*)"
        )
        return Path(chosen) if chosen else None

    def tell(self, problem: ProblemError, again: Callable[[], object] | None = None) -> None:
        """Say what stopped the work; ``again`` as in ``Notices.say_problem``."""
        from desktop_app.ui.notices import Notices  # noqa: PLC0415 - only when there is something to say

        kit.clear(self._notices)
        notices = Notices()
        self._notices.addWidget(notices)
        notices.over_lock_asked.connect(self.over_lock_asked)
        notices.say_problem(problem, again=again)


def _shown(folder: Path) -> str:
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
