"""Whose letter is read: a choice, one before, one after."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.recipient import Recipient
from desktop_app.files.reference_data import Reference
from desktop_app.services.choosing import Chosen
from desktop_app.services.reading_copies import stand_in
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.choice import Choice
from desktop_app.ui.desk import Desk
from desktop_app.wording.languages import of_language
from desktop_app.wording.recipients import of_state


class RecipientStepper(QWidget):
    """Over recipients.

    Args:
        covered: How a text may stand on the screen at present.

    Signals:
        stepped: Another one was chosen by hand.
    """

    stepped = Signal()

    def __init__(self, covered: Callable[[str], str]) -> None:
        super().__init__()
        self._covered = covered
        self._recipients: Sequence[Recipient] = ()
        self._names: list[str] = []
        self.choice = Choice()
        self.choice.setAccessibleName(_("Who will read it"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(26)
        self.choice.activated.connect(self._chosen)
        self._before = kit.icon_button("chevron-left", _("Previous, Alt+Page up"), lambda: self.step(-1))
        self._after = kit.icon_button("chevron-right", _("Next, Alt+Page down"), lambda: self.step(1))
        self._number = kit.Text("", colour="text2")
        self._about = kit.Text("", colour="text2")
        line = kit.row(self._before, self.choice, self._after, self._number, 8, self._about, None, spacing=6)
        self.setLayout(line)

    def show_recipients(self, recipients: Sequence[Recipient], reference: Reference) -> None:
        """Others; whoever was chosen stays so where it is among them."""
        was = self.recipient
        self._recipients = recipients
        self.choice.clear()
        self._names = [of_state(reference, one.iso3) if one.iso3 else "" for one in recipients]
        self.choice.addItems(self._said())
        self.choice.setCurrentIndex(self._at(was.key) if was else 0)
        self._show()

    @property
    def recipient(self) -> Recipient | None:
        """Whose letter it is."""
        at = self.choice.currentIndex()
        return self._recipients[at] if 0 <= at < len(self._recipients) else None

    def choose_language(self, language: str) -> bool:
        """The first of that language; False where nobody gets the letter in it."""
        for at, recipient in enumerate(self._recipients):
            if recipient.language == language:
                self.choice.setCurrentIndex(at)
                self._show()
                return True
        return False

    def choose(self, key: str) -> None:
        """One of them."""
        self.choice.setCurrentIndex(self._at(key))
        self._show()

    def step(self, way: int) -> None:
        """The one after, or before."""
        at = self.choice.currentIndex() + way
        if 0 <= at < len(self._recipients):
            self.choice.setCurrentIndex(at)
            self._chosen(at)

    def name_anew(self) -> None:
        """Call the same recipients as they may be called now."""
        for at, said in enumerate(self._said()):
            self.choice.setItemText(at, said)

    def _said(self) -> list[str]:
        names = [
            name or self._covered(one.key) for name, one in zip(self._names, self._recipients, strict=True)
        ]
        said = _("As {recipient} will read it")
        return [said.format(recipient=name) if name else _("As it will be read") for name in names]

    def _at(self, key: str) -> int:
        """Where somebody stands; at the first where nobody is called so."""
        return next((at for at, one in enumerate(self._recipients) if one.key == key), 0)

    def _chosen(self, _at: int) -> None:
        self._show()
        self.stepped.emit()

    def _show(self) -> None:
        at, number = self.choice.currentIndex(), len(self._recipients)
        said = _("{number} of {total}").format(number=at + 1, total=number) if number > 1 else ""
        self._number.setText(said)
        self._before.setEnabled(at > 0)
        self._after.setEnabled(at + 1 < number)
        self._about.setText(of_language(self.recipient.language) if self.recipient else "")


def readers_of(desk: Desk, language: str = "") -> tuple[Recipient, ...]:
    """Who gets the letter; whoever that may be where nobody is chosen yet.

    Args:
        desk: The campaign's.
        language: One that all of them shall get it in, whatever they would get it in.
    """
    if isinstance(desk.chosen, Chosen) and desk.chosen.recipients:
        if not language:
            return desk.chosen.recipients
        return desk.choose(replace(desk.campaign.campaign.request, language=language)).recipients
    spoken = language or desk.campaign.campaign.languages[0]
    return (stand_in(desk.campaign, spoken, desk.program.reference),)
