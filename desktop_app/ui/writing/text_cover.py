"""Whether a text that is written on may be seen while names are hidden."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.signatory import Signatory
from desktop_app.services.masking import Masker
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.desk import Desk
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.jobs import Task, steps_of

_SETTLE = 300
"""Milliseconds after the list was changed until the text is looked at again."""
_SHORT_LIST = 600
"""Rows whose names are looked for in less time than anybody notices."""


def covered(desk: Desk) -> EmptyState:
    """What stands in the place of a text that must not be seen."""
    show = kit.button(_("Show the names"), icon="eye", pressed=desk.cover.take_off)
    return EmptyState(
        "eye-off",
        _("A name that must not be seen stands in this letter"),
        _("Show the names to write on it, or read it without them."),
        [show],
    )


class TextCover(QObject):
    """Looks for withheld names in a text; until it is known that there is none, the text is not shown.

    What somebody types while names are hidden is theirs to see: it is looked at when the text is opened, when
    names go out of sight and when others are withheld, not at every key.

    Signals:
        changed: The text may be seen now, or may not.
    """

    changed = Signal()

    def __init__(self, desk: Desk, texts: Callable[[], Sequence[str]]) -> None:
        super().__init__(desk)
        self._desk, self._texts = desk, texts
        self._task = Task(self, self._failed)
        self._rows: Sequence[Signatory] | None = None
        self.is_on = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE)
        self._timer.timeout.connect(self._look_again)
        desk.list_changed.connect(lambda _rows: self._timer.start())
        desk.cover.changed.connect(self.look)
        desk.cover.put_away.connect(self.look)

    def look(self) -> None:
        """Find out about the text as it is now."""
        self._look(on_screen=False)

    def _look_again(self) -> None:
        """Other rows may be withheld now. A text that is on the screen stays there until that is known."""
        if self._desk.is_open and self._desk.campaign.signatories is not self._rows:
            self._look(on_screen=True)

    def _look(self, *, on_screen: bool) -> None:
        self._task.drop()
        self._rows = None
        if not self._desk.is_open or not self._desk.cover.is_on:
            self._turn(on=False)
            return
        campaign, texts = self._desk.campaign, tuple(filter(None, self._texts()))
        self._rows = campaign.signatories
        if not texts:
            self._turn(on=False)
            return

        def holds_name() -> bool:
            masker = Masker(campaign)
            return any(map(masker.is_hit, texts))

        if len(campaign.signatories) <= _SHORT_LIST:
            self._turn(on=holds_name())
            return
        if not on_screen:
            self._turn(on=True)
        self._task.begin(steps_of(holds_name), lambda held: self._turn(on=bool(held)))

    def _failed(self, error: object) -> None:
        self._desk.said.emit(error)

    def _turn(self, *, on: bool) -> None:
        if on is not self.is_on:
            self.is_on = on
            self.changed.emit()
