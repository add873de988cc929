"""Beside the table: how one recipient is addressed, exactly as it will print, and what can be corrected."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.recipient import Correction
from desktop_app.services.surveying import Prospect
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.choice import Choice
from desktop_app.ui.clip_cover import sensitive
from desktop_app.ui.correction_form import CorrectionForm, Part, shown_for
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.flow import Flow
from desktop_app.ui.letter_block import LetterBlock
from desktop_app.wording.languages import of_language
from desktop_app.wording.recipients import of_day


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel is about.

    Attributes:
        prospect: Somebody; ``name``: as the table calls them.
        languages: In which the campaign has a letter.
        for_all: The one language that is set for all; mostly empty.
        letter: The letter's date.
        is_own: Whether it stands on a list of the coordinator's own.
    """

    prospect: Prospect
    name: str
    languages: Sequence[str]
    for_all: str = ""
    letter: dt.date | None = None
    is_own: bool = False


class RecipientPanel(QScrollArea):
    """Shows a prospect.

    Args:
        cover: What must not be seen of it.

    Signals:
        corrected: What is known better of the one that is shown.
        paragraph_asked: The extra paragraph is to be typed; whoever hears calls ``begin``.
        list_asked: The list of one's own is to be opened.
        moved: To the next one or the one before.
        copy_refused: The address was not copied, as a name in it is hidden.
        form_refused: What is known was not opened to be corrected, as a name in it is hidden.
        name_in_form: A name has to be hidden by now that stands in the form.
    """

    corrected = Signal(object)
    paragraph_asked = Signal()
    list_asked = Signal()
    moved = Signal(int)
    copy_refused = Signal()
    form_refused = Signal()
    name_in_form = Signal()

    def __init__(self, cover: FactCover) -> None:
        super().__init__()
        self._cover = cover
        self._prospect: Prospect | None = None
        self._name = kit.Text("", "section", weight=600, wraps=True)
        self._as_prints = kit.caption(_("Exactly as it will print"), wraps=True)
        self.block = LetterBlock()
        self.language = Choice()
        self.addressed = Choice()
        self.form = CorrectionForm()
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(0, 0, 0, 0)
        self._notes.setSpacing(8)
        self._notes_area = QWidget()
        self._notes_area.setLayout(self._notes)
        self._choices, self._buttons = QWidget(), QWidget()
        self._open_list = kit.button(
            _("Open the list"), icon="file-spreadsheet", pressed=self.list_asked.emit
        )
        self._scroll = QTimer(self)
        self._scroll.setSingleShot(True)
        self._scroll.timeout.connect(lambda: self.ensureWidgetVisible(self.form, 0, 12))
        self._lay_out()
        self.language.activated.connect(lambda _at: self._choose("language", self.language.currentData()))
        self.addressed.activated.connect(lambda _at: self._choose("gender", self.addressed.currentData()))
        self.form.entered.connect(self._entered)
        self.form.closed.connect(self.close_form)

    # Building

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("How the recipient is addressed"))
        self._inside = QWidget()
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(20, 12, kit.MARGIN, 12)
        layout.setSpacing(12)
        earlier = kit.icon_button(
            "chevron-up", _("Recipient before (Alt+Page Up)"), lambda: self.moved.emit(-1)
        )
        later = kit.icon_button(
            "chevron-down", _("Next recipient (Alt+Page Down)"), lambda: self.moved.emit(1)
        )
        copy = kit.icon_button("copy", _("Copy the address"), self.copy_address)
        head = kit.row(self._name, copy, earlier, later, spacing=2)
        head.setStretch(0, 1)
        layout.addLayout(kit.column(head, self._as_prints, spacing=2))
        layout.addWidget(self.block)
        self._choices.setLayout(
            kit.row(
                kit.labelled(_("Language"), self.language),
                kit.labelled(_("Addressed as"), self.addressed),
                spacing=12,
            )
        )
        for choice in (self.language, self.addressed):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
        layout.addWidget(self._choices)
        layout.addWidget(self._notes_area)
        self._buttons.setLayout(self._correcting())
        layout.addWidget(self._buttons)
        layout.addWidget(self.form)
        layout.addLayout(kit.row(self._open_list, None))
        layout.addStretch(1)
        self.form.hide()
        self.setWidget(self._inside)

    def _correcting(self) -> Flow:
        flow = Flow()
        self._name_button = kit.button("", icon="user", pressed=lambda: self.begin(Part.NAME))
        self._mail_button = kit.button("", icon="at-sign", pressed=lambda: self.begin(Part.EMAIL))
        for made in (
            kit.button(_("Correct the address"), icon="pencil", pressed=lambda: self.begin(Part.ADDRESS)),
            self._name_button,
            self._mail_button,
            kit.button(_("Extra paragraph"), icon="plus", pressed=self.paragraph_asked.emit),
        ):
            flow.addWidget(made)
        return flow

    # Showing

    @property
    def prospect(self) -> Prospect | None:
        """Whoever is shown."""
        return self._prospect

    def show_nobody(self) -> None:
        """The table is empty."""
        self.close_form()
        self._prospect = None
        self._inside.hide()

    def show_prospect(self, shown: Shown) -> None:
        """Somebody, or the same one otherwise."""
        prospect = shown.prospect
        if self._prospect is None or self._prospect.recipient.key != prospect.recipient.key:
            self.close_form()
        self._prospect = prospect
        self._inside.show()
        self._name.setText(shown.name)
        self.block.show_recipient(self._cover.recipient(prospect.recipient))
        self._show_choices(shown)
        self._show_notes(prospect, shown.letter)
        self._name_buttons(prospect.known)
        self._buttons.setVisible(bool(prospect.key) and self.form.isHidden())
        self._open_list.setVisible(shown.is_own)
        self._cover_form()

    def _cover_form(self) -> None:
        """What stands in the form was shown while it could be, or said nothing of anybody then."""
        if self._prospect is None or self.form.isHidden():
            return
        self.form.show_salutation(self._cover.shown(self._prospect.recipient.salutation))
        if any(map(self._cover.hides, self.form.texts)):
            self.name_in_form.emit()

    def _name_buttons(self, known: Correction) -> None:
        for made, text in (
            (self._name_button, _("Change the name") if known.name else _("Add a name")),
            (self._mail_button, _("Change e-mail") if known.email else _("Add e-mail")),
        ):
            made.setText(f" {text}")
            made.setAccessibleName(text)

    def _show_choices(self, shown: Shown) -> None:
        prospect, languages = shown.prospect, shown.languages
        self._choices.setVisible(bool(prospect.key) and self.form.isHidden())
        self.language.clear()
        usual = prospect.recorded if prospect.recorded in languages else languages[0]
        self.language.addItem(
            _("{language} (usual)").format(language=of_language(shown.for_all or usual)), ""
        )
        for code in languages:
            self.language.addItem(of_language(code), code)
        self.language.setCurrentIndex(max(0, self.language.findData(prospect.known.language)))
        self.language.setEnabled(not shown.for_all)
        self.language.setToolTip(_("One language is set for all recipients.") if shown.for_all else "")
        self.addressed.clear()
        for key, word in (("", _("Neutral")), ("m", _("Mr.")), ("f", _("Ms."))):
            self.addressed.addItem(word, key)
        self.addressed.setCurrentIndex(max(0, self.addressed.findData(prospect.known.gender)))

    def _show_notes(self, prospect: Prospect, letter: dt.date | None) -> None:
        kit.clear(self._notes)
        recipient = prospect.recipient
        if prospect.left_out:
            self._note("user-minus", "text2", _("Left out: no letter is written to this recipient."))
        if prospect.lacking:
            wanted, given = of_language(prospect.lacking), of_language(recipient.language)
            text = _("The mission asked for {wanted}. There is no letter in it, so it goes in {given}.")
            self._note("triangle-alert", "warn", text.format(wanted=wanted, given=given))
        elif prospect.recorded and prospect.recipient.mission:
            text = _("{language} is what the mission records.").format(
                language=of_language(prospect.recorded)
            )
            self._note("info", "text3", text)
        if prospect.as_of is not None:
            late = letter is not None and prospect.as_of > letter
            text = (
                _("The address is from {day}, later than this letter. Check it before posting.")
                if late
                else _("The address is from {day}. Check it before posting.")
            )
            self._note("triangle-alert", "warn", text.format(day=of_day(prospect.as_of)))
        if recipient.email:
            self._note("at-sign", "text3", self._cover.shown(recipient.email))

    def _note(self, icon: str, colour: str, text: str) -> None:
        quiet = colour == "text3"
        words = kit.Text(text, "caption", colour="text2" if quiet else "text", wraps=True)
        sign = kit.Icon(icon, colour)
        line = kit.row(sign, words, spacing=10)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self._notes.addLayout(line)

    # What somebody does

    def begin(self, part: Part, remark: str = "") -> None:
        """Ask for a part of what is known better."""
        if self._prospect is None or not self._prospect.key:
            return
        if any(map(self._cover.hides, shown_for(part, self._prospect.known, self._prospect.recipient))):
            self.form_refused.emit()
            return
        # What is typed stands right under what it changes.
        for area in (self._buttons, self._notes_area, self._open_list):
            area.hide()
        self._choices.setVisible(part is Part.NAME)
        salutation = self._cover.shown(self._prospect.recipient.salutation)
        self.form.begin(
            part, self._prospect.known, replace(self._prospect.recipient, salutation=salutation), remark
        )
        self._scroll.start()

    def close_form(self) -> None:
        """The choices and buttons come back."""
        if self.form.isHidden():
            return
        self.form.hide()
        self.form.clear()
        self._notes_area.show()
        for area in (self._choices, self._buttons):
            area.setVisible(bool(self._prospect and self._prospect.key))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self, known: Correction) -> None:
        self.close_form()
        self.corrected.emit(known)

    def _choose(self, field: str, value: str) -> None:
        if self._prospect is not None and getattr(self._prospect.known, field) != value:
            known = self._prospect.known
            changed = replace(known, gender=value) if field == "gender" else replace(known, language=value)
            self.corrected.emit(changed)

    def copy_address(self) -> None:
        """Put the address on the clipboard, unless a name in it is hidden."""
        if self._prospect is None:
            return
        recipient = self._prospect.recipient
        if self._cover.recipient(recipient).address != recipient.address:
            self.copy_refused.emit()
        else:
            QGuiApplication.clipboard().setMimeData(sensitive("\n".join(recipient.address)))
