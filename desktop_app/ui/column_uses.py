"""What the columns of a form mean, to be changed: a line for each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop_app.files.form_words import Use
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.choice import Choice
from desktop_app.wording.forms import USES, of_use

Columns = Sequence[tuple[str, Use | None]]


class ColumnUses(QScrollArea):
    """Shows the headings of a form.

    Signals:
        chosen: A heading, and what its column is used for.
    """

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 8, 8, 0)
        inside = QWidget()
        inside.setLayout(self._grid)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.setMaximumHeight(220)

    def show_columns(self, columns: Columns, *, asks: bool = False) -> None:
        """Those of another form; ``asks``: what is blank is to be said, and is not merely unused."""
        kit.clear(self._grid)
        for number, (heading, use) in enumerate(columns):
            choice = Choice()
            for known in USES:
                choice.addItem(of_use(known), known)
            choice.setPlaceholderText(_("Choose…"))
            usual = None if asks else Use.IGNORE
            choice.setCurrentIndex(choice.findData(use or usual) if use or usual else -1)
            choice.setAccessibleName(heading)
            choice.activated.connect(partial(self._choose, heading, choice))
            self._grid.addWidget(kit.Text(heading, wraps=True), number, 0)
            self._grid.addWidget(choice, number, 1)

    def _choose(self, heading: str, choice: Choice, _at: int) -> None:
        self.chosen.emit(heading, choice.currentData())
