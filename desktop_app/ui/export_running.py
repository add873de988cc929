"""An export that is running: how far it is, what comes next, and the way to stop it."""

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.domain.reporting import Step
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.ui import kit

_SUMMARY = 288
_STAGES = (
    ("read", N_("Read the campaign")),
    ("write", N_("Write the letters")),
    ("guard", N_("Search every file for withheld names")),
    ("over", N_("Hand over")),
)
_SAME_STAGE = {"open": "read"}
_TELLS_REST = 3.0
"""Seconds after which it is said how long the rest may take."""


class ExportRunning(QWidget):
    """Over the steps of an export.

    Signals:
        cancel_asked: The button.
    """

    cancel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._letters = 0
        self._began = time.monotonic()
        self._where = kit.Text("", colour="text2", wraps=True)
        self.title = kit.Text("", "figure-small", weight=600)
        self._rest = kit.Text("", colour="text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self._what = kit.Text("", colour="text2")
        self.cancel = kit.button(_("Cancel"), icon="x", pressed=self.cancel_asked.emit)
        self._stages = {key: _Stage(_(word)) for key, word in _STAGES}
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 20)
        layout.setSpacing(16)
        layout.addLayout(kit.column(kit.title(_("Export")), self._where, spacing=2))
        card = kit.Card(margins=0, spacing=0)
        for number, stage in enumerate(self._stages.values()):
            if number:
                card.body.addWidget(kit.rule())
            card.body.addWidget(stage)
        side = kit.Card(margins=20, spacing=8)
        side.setFixedWidth(round(_SUMMARY * kit.scale()))
        side.body.addWidget(kit.Text(_("Nothing is in your folder yet"), weight=600, wraps=True))
        said = _(
            "Files are made in a working place beside it. They are handed over together, after the last one "
            "has been searched."
        )
        side.body.addWidget(kit.Text(said, colour="text2", wraps=True))
        side.body.addSpacing(4)
        side.body.addLayout(kit.row(self.cancel, None))
        side.body.addWidget(kit.caption(_("Cancelling leaves nothing behind. Esc"), wraps=True))
        main = kit.column(
            kit.row(self.title, None, self._rest), self.bar, self._what, 4, card, None, spacing=8
        )
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(main, 1)
        columns.addLayout(kit.column(side, None))
        layout.addLayout(columns, 1)

    def begin(self, letters: int, where: str) -> None:
        """So many letters, to a folder."""
        self._letters, self._began = letters, time.monotonic()
        self._where.setText(where)
        self.bar.setRange(0, 2 * letters + 2)
        self.bar.setValue(0)
        self.cancel.setEnabled(True)
        self._rest.setText("")
        self._what.setText(_("Reading the campaign"))
        self.title.setText(ngettext("{number} letter", "{number} letters", letters).format(number=letters))
        for stage in self._stages.values():
            stage.show_state("waiting")
        self._stages["read"].show_state("running")

    def cancelling(self) -> None:
        """Cancel was pressed."""
        self.cancel.setEnabled(False)
        self.title.setText(_("Cancelling…"))
        self._what.setText("")

    def show_step(self, step: Step) -> str:
        """How far it is; in words for the side bar."""
        stage = _SAME_STAGE.get(step.what, step.what)
        keys = list(self._stages)
        if stage not in keys:
            return ""
        for key in keys[: keys.index(stage)]:
            self._stages[key].show_state("done")
        number = _("{done} of {total}").format(done=step.done, total=step.total)
        ready = step.done == step.total and stage != "read"
        self._stages[stage].show_state("done" if ready else "running", number if stage != "read" else "")
        if ready:
            following = keys[keys.index(stage) + 1]
            self._stages[following].show_state("running")
        if stage == "write":
            self.bar.setValue(step.done)
            self.title.setText(_("Letter {number}").format(number=number))
            self._what.setText(_("Writing the letters"))
        elif stage == "guard":
            self.bar.setValue(self._letters + step.done)
            self._what.setText(_("Searching the finished files for withheld names"))
        self._tell_rest()
        return number if stage != "read" else ""

    def _tell_rest(self) -> None:
        gone, share = time.monotonic() - self._began, self.bar.value() / max(1, self.bar.maximum())
        if gone > _TELLS_REST and share:
            left = max(1, round(gone / share - gone))
            said = ngettext("about {number} second left", "about {number} seconds left", left)
            self._rest.setText(said.format(number=left))


_LOOKS = {
    "waiting": ("circle", "text3", "text3", 400),
    "running": ("loader-circle", "link", "text", 600),
    "done": ("circle-check", "ok", "text", 400),
}


class _Stage(QWidget):
    """One stage: what, how far."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._icon = kit.Icon("circle", "text3")
        self._word = kit.Text(word)
        self._number = kit.Text("", colour="text2")
        line = kit.row(self._icon, self._word, None, self._number, spacing=12)
        line.setContentsMargins(16, 10, 16, 10)
        self.setLayout(line)
        self.setAccessibleName(word)

    def show_state(self, state: str, number: str = "") -> None:
        """Waiting, running or done."""
        icon, shade, colour, weight = _LOOKS[state]
        self._icon.show_icon(icon, shade)
        self._word.set_colour(colour)
        font = self._word.font()
        font.setWeight(font.Weight(weight))
        self._word.setFont(font)
        if number or state == "waiting":
            self._number.setText(number)
