"""One doubtful spot after the other: what it is, what it says, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.letter_anatomy import Doubt
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.wording.imports import of_doubt, of_line


class DoubtCard(kit.Card):
    """Steps through the doubts of a letter.

    Signals:
        shown: The line of the doubt in hand.
        kept: It is right as it is: the line, and the name as it should be written.
        joined: The line belongs to the name above it.
        left_out: The line is in no part of the letter.
    """

    shown = Signal(int)
    kept = Signal(int, str)
    joined = Signal(int)
    left_out = Signal(int)

    def __init__(self) -> None:
        super().__init__(margins=16, spacing=10)
        self._doubts: tuple[Doubt, ...] = ()
        self._at = 0
        self._place = kit.Text("", weight=600)
        self._number = kit.caption()
        self._why = kit.Text("", colour="text2", wraps=True)
        self.text = QLineEdit()
        self.text.setAccessibleName(_("As it should be written"))
        up = kit.icon_button("chevron-up", _("Previous spot"), lambda: self.step(-1))
        down = kit.icon_button("chevron-down", _("Next spot"), lambda: self.step(1))
        sign = kit.Icon("triangle-alert", "warn")
        self.body.addLayout(kit.row(sign, self._place, None, self._number, up, down))
        self.body.addWidget(self._why)
        self.body.addWidget(self.text)
        self._keep = kit.button(_("It is right"), pressed=self._keep_it)
        self._join = kit.button(_("Join to the line above"), pressed=lambda: self._tell(self.joined))
        self._leave = kit.button(_("Leave it out"), pressed=lambda: self._tell(self.left_out))
        later = kit.button(_("Later"), "quiet", pressed=lambda: self.step(1))
        self.body.addLayout(kit.row(self._keep, self._join, None))
        self.body.addLayout(kit.row(self._leave, later, None))

    def take(self, doubts: Sequence[Doubt], names: Sequence[int]) -> None:
        """Other doubts; the one in hand, or the next below it, stays in hand.

        Args:
            doubts: By line.
            names: The lines that are names of signatories.
        """
        before = self.doubt
        self._doubts = tuple(doubts)
        self._names = frozenset(names)
        line = before.line if before else 0
        self._at = next((n for n, doubt in enumerate(self._doubts) if doubt.line >= line), 0)
        self._show()

    @property
    def doubt(self) -> Doubt | None:
        """The one in hand."""
        return self._doubts[self._at] if self._at < len(self._doubts) else None

    def step(self, by: int) -> None:
        """To another one; from the last to the first."""
        if self._doubts:
            self._at = (self._at + by) % len(self._doubts)
            self._show()

    def _show(self) -> None:
        doubt = self.doubt
        self.setVisible(doubt is not None)
        if doubt is None:
            return
        is_name = doubt.line in self._names
        self._place.setText(of_line(doubt.line))
        self._number.setText(_("{at} of {number}").format(at=self._at + 1, number=len(self._doubts)))
        self._why.setText(of_doubt(doubt))
        self.text.setText(doubt.text)
        self.text.setReadOnly(not is_name)
        self.text.setVisible(bool(doubt.text))
        self._join.setVisible(is_name)
        self._leave.setVisible(not doubt.is_kept_out)
        self.shown.emit(doubt.line)

    def _keep_it(self) -> None:
        doubt = self.doubt
        if doubt is not None:
            self.kept.emit(doubt.line, self.text.text().strip() if doubt.line in self._names else "")

    def _tell(self, signal: object) -> None:
        doubt = self.doubt
        if doubt is not None and hasattr(signal, "emit"):
            signal.emit(doubt.line)
