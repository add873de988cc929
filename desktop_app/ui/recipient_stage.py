"""Under the heading of the recipients: one question while nobody is chosen, else all, and one in full."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.recipient_panel import RecipientPanel
from desktop_app.ui.recipient_view import RecipientView


class RecipientStage(QStackedWidget):
    """Lays out what it is given.

    Args:
        view: All of them.
        panel: One of them, beside.

    Signals:
        begin_asked: A body is to be chosen.
        paste_asked: A list is on the clipboard.
        file_asked: A list is in a file.
    """

    begin_asked = Signal()
    paste_asked = Signal()
    file_asked = Signal()

    def __init__(self, view: RecipientView, panel: RecipientPanel) -> None:
        super().__init__()
        self._number, self._languages = kit.Text(weight=600), kit.caption(wraps=True)
        self.begin_button = kit.button(
            _("Choose a body"), "primary", icon="landmark", pressed=self.begin_asked.emit
        )
        self.addWidget(self._question())
        self.addWidget(self._content(view, panel))

    def show_chosen(self, *, chosen: bool) -> None:
        """The question, or the recipients."""
        self.setCurrentIndex(1 if chosen else 0)
        for number in range(self.count()):
            # What is not shown must not take room from what is.
            is_shown = number == self.currentIndex()
            height = QSizePolicy.Policy.Preferred if is_shown else QSizePolicy.Policy.Ignored
            if (stage := self.widget(number)) is not None:
                stage.setSizePolicy(QSizePolicy.Policy.Preferred, height)

    def show_numbers(self, number: str, languages: str) -> None:
        """What the foot of the table says."""
        self._number.setText(number)
        self._languages.setText(languages)

    def _question(self) -> QWidget:
        card = EmptyState(
            "landmark",
            _("Who is it for?"),
            _(
                "Choose a body and a date, a region, or a list of your own. Each letter is addressed as that "
                "mission expects."
            ),
            (
                self.begin_button,
                kit.button(_("Paste a list"), pressed=self.paste_asked.emit),
                kit.button(_("From a file…"), pressed=self.file_asked.emit),
            ),
        )
        around = QWidget()
        layout = QVBoxLayout(around)
        layout.setContentsMargins(kit.MARGIN, 12, kit.MARGIN, kit.MARGIN)
        layout.addWidget(card)
        return around

    def _content(self, view: RecipientView, panel: RecipientPanel) -> QWidget:
        content = QWidget()
        layout = QHBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        table = QVBoxLayout()
        table.setContentsMargins(kit.MARGIN, 12, 20, 12)
        table.setSpacing(8)
        table.addWidget(view, 1)
        foot = kit.row(self._number, self._languages, spacing=16)
        self._languages.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        foot.setStretch(1, 1)
        table.addLayout(foot)
        layout.addLayout(table, 1)
        layout.addWidget(kit.rule(upright=True))
        panel.setMinimumWidth(round(300 * kit.scale()))
        panel.setMaximumWidth(round(400 * kit.scale()))
        layout.addWidget(panel, 1)
        return content
