"""An export that is running: how far it is, what comes next, and the way to stop it."""

import time
from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.domain.reporting import Step
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.ui import kit

_SUMMARY = 288
_STAGES = (
    ("read", N_("Read the campaign"), 1),
    ("write", N_("Write the letters"), 4),
    ("guard", N_("Search every letter for withheld names"), 2),
    ("convert", N_("Make the PDFs"), 40),
    ("others", N_("Search all other files"), 3),
    ("over", N_("Hand over"), 0),
)
"""What is done, in this order, with how long it takes beside the others."""
_SAME_STAGE = {"open": "read", "publish": "others", "address": "others"}
_WHAT = {
    "read": N_("Reading the campaign"),
    "write": N_("Writing the letters"),
    "guard": N_("Searching the finished files for withheld names"),
    "convert": N_("LibreOffice makes the PDFs"),
    "publish": N_("Writing the public copies"),
    "address": N_("Writing the e-mail drafts"),
}
_TITLES = {"write": N_("Letter {number}"), "convert": N_("PDF {number}"), "others": N_("File {number}")}
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
        self._weights: dict[str, int] = {}
        self._is_searched = False
        self._began = time.monotonic()
        self._where = kit.Text("", colour="text2", wraps=True)
        self.title = kit.Text("", "figure-small", weight=600, wraps=True)
        self._rest = kit.Text("", colour="text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self._what = kit.Text("", colour="text2")
        self.cancel = kit.button(_("Cancel"), icon="x", pressed=self.cancel_asked.emit)
        self._stages = {key: _Stage(_(word), ruled=key != "read") for key, word, _weight in _STAGES}
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 20)
        layout.setSpacing(16)
        layout.addLayout(kit.column(kit.title(_("Export")), self._where, spacing=2))
        card = kit.Card(margins=0, spacing=0)
        for stage in self._stages.values():
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

    def begin(self, letters: int, where: str, formats: Collection[str]) -> None:
        """So many letters, to a folder, in these formats."""
        left_out = set() if {"pdf", "eml"} & set(formats) else {"convert"}
        left_out |= {"others"} if set(formats) == {"docx"} else set()
        self._weights = {key: weight for key, _word, weight in _STAGES if key not in left_out}
        self._is_searched, self._began = False, time.monotonic()
        self._where.setText(where)
        self.bar.setRange(0, 100 * sum(self._weights.values()))
        self.bar.setValue(0)
        self.cancel.setEnabled(True)
        self._rest.setText("")
        self._tell_what("read")
        self.title.setText(ngettext("{number} letter", "{number} letters", letters).format(number=letters))
        for key, stage in self._stages.items():
            stage.setVisible(key in self._weights)
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
        if stage == "guard" and self._is_searched:
            stage = "others"  # what was made of the letters is searched as they were
        keys = list(self._weights)
        if stage not in keys:
            return ""
        at = keys.index(stage)
        for key in keys[:at]:
            self._stages[key].show_state("done")
        number = _("{done} of {total}").format(done=step.done, total=step.total)
        is_counted = step.what in ("write", "convert", "guard")
        ready = step.done == step.total and is_counted
        self._stages[stage].show_state("done" if ready else "running", number if is_counted else "")
        if ready:
            self._stages[keys[at + 1]].show_state("running")
            self._is_searched = self._is_searched or stage == "guard"
        gone = 100 * sum(self._weights[key] for key in keys[:at])
        if is_counted:
            gone += 100 * self._weights[stage] * step.done // max(1, step.total)
        self.bar.setValue(gone)
        self._tell_what(step.what if step.what in _WHAT else stage)
        if stage in _TITLES and is_counted:
            said = _TITLES[stage]
            self.title.setText(_(said).format(number=number))
        self._tell_rest()
        return number if is_counted else ""

    def _tell_what(self, key: str) -> None:
        said = _WHAT[key]
        self._what.setText(_(said))

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
    """One stage: what, how far; under a hairline, where it is not the first."""

    def __init__(self, word: str, *, ruled: bool) -> None:
        super().__init__()
        self._icon = kit.Icon("circle", "text3")
        self._word = kit.Text(word)
        self._number = kit.Text("", colour="text2")
        line = kit.row(self._icon, self._word, None, self._number, spacing=12)
        line.setContentsMargins(16, 10, 16, 10)
        self.setLayout(kit.column(*([kit.rule()] if ruled else []), line, spacing=0))
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
