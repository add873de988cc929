"""The place of the recipients: who gets the letter, who does not and why, and how each is addressed."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.recipient import Correction
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.recipients_table import CORRECTIONS
from desktop_app.files.settings_table import FILE
from desktop_app.services.choosing import own_files
from desktop_app.services.surveying import Survey, prints_paragraph, survey
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.composition_line import CompositionLine
from desktop_app.ui.correction_form import Part
from desktop_app.ui.desk import Desk
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.notices import Notices
from desktop_app.ui.recipient_controls import RecipientControls
from desktop_app.ui.recipient_panel import RecipientPanel, Shown
from desktop_app.ui.recipient_stage import RecipientStage
from desktop_app.ui.recipient_steps import RecipientSteps
from desktop_app.ui.recipient_table import RecipientTable
from desktop_app.ui.recipient_view import RecipientView
from desktop_app.wording.recipients import of_recipients_problem

_NAMES = "recipients"
"""The place of a name that stands in what is said of somebody, in whichever list."""


class RecipientsPage(QWidget):
    """Over the desk's campaign.toml and recipients.xlsx."""

    def __init__(self, desk: Desk, cover: FactCover) -> None:
        super().__init__()
        self._desk, self._cover = desk, cover
        self._survey: Survey | None = None
        self._key = ""
        self._seen: frozenset[tuple[str, int]] = frozenset()
        reference = desk.program.reference
        self.steps = RecipientSteps(desk, self)
        self.controls = RecipientControls(reference)
        self.composition = CompositionLine(reference)
        self.notices = Notices()
        self.table = RecipientTable(reference, cover.shown, self)
        self.view = RecipientView(self.table)
        self.panel = RecipientPanel(cover)
        self._stage = RecipientStage(self.view, self.panel)
        self.begin_button = self._stage.begin_button
        self._lay_out()
        self._connect()

    # Building

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 12)
        top.setSpacing(12)
        top.addLayout(self._header())
        for part in (self.notices, self.controls, self.composition):
            top.addWidget(part)
        layout.addLayout(top)
        self._rule = kit.rule()
        layout.addWidget(self._rule)
        layout.addWidget(self._stage, 1)

    def _header(self) -> QHBoxLayout:
        self._paste = kit.button(_("Paste a list"), icon="clipboard-paste", pressed=self.paste)
        self._from_file = kit.button(_("From a file…"), icon="file-spreadsheet", pressed=self.choose_file)
        self._add = kit.button(_("Add another"), icon="plus", pressed=self.controls.add)
        more = self.controls.more
        return kit.row(kit.title(_("Recipients")), None, more, self._paste, self._from_file, self._add)

    def _connect(self) -> None:
        self._stage.begin_asked.connect(self.begin)
        self._stage.paste_asked.connect(self.paste)
        self._stage.file_asked.connect(self.choose_file)
        self.controls.asked.connect(self.steps.plan)
        self.controls.choice.given_up.connect(self._given_up)
        self.composition.take_in_asked.connect(lambda states: self.steps.tick(states, True))  # noqa: FBT003
        self.composition.today_asked.connect(self.steps.ask_on_today)
        self.view.ticked.connect(self.steps.tick)
        self.view.moved.connect(self._moved)
        self.view.paste_asked.connect(self.paste)
        self.panel.moved.connect(self.view.go_on)
        self.panel.corrected.connect(self._correct)
        self.panel.paragraph_asked.connect(self._ask_paragraph)
        self.panel.list_asked.connect(self._open_list)
        self.panel.copy_refused.connect(self._copy_refused)
        self.panel.form_refused.connect(self._form_refused)
        self.panel.name_in_form.connect(self._desk.cover.put_on)
        for keys, by in (("Alt+PgUp", -1), ("Alt+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self.view.go_on(by))
        self.steps.begun.connect(self.notices.clear)
        self.steps.refused.connect(self._refused)
        self._desk.opened.connect(self._opened)
        self._desk.campaign_changed.connect(self.refresh)
        for changed in (self._desk.cover.changed, self._cover.changed):
            changed.connect(self._covered)

    # What the desk says

    def _opened(self) -> None:
        self.notices.clear()
        self.panel.close_form()
        self._key = ""
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and self.isVisible():
            self._look_again()

    def _look_again(self) -> None:
        """Take over what was changed here, or in Excel, while the page was out of sight."""
        if self._desk.is_open and self._seen != self.steps.seen():
            try:
                self._desk.reload()
            except ProblemError as problem:
                self._refused(problem)

    def refresh(self) -> None:
        """Show who gets the letter now."""
        self._seen = self.steps.seen()
        request, campaign = self.steps.request, self._desk.campaign
        self.controls.show_request(request, campaign.campaign.date, self._desk.program.today())
        self._show_stage(bool(request.to))
        self._survey = None
        self.composition.clear()
        if not request.to:
            self.table.take(())
            return
        try:
            self._survey = survey(campaign.folder, campaign.campaign, request, self._desk.program.reference)
        except ProblemError as problem:
            self.composition.show_problem(problem)
            self.table.take(())
            self.panel.show_nobody()
            self._count()
            return
        self.composition.show_survey(self._survey, request.way)
        self.table.take(self._survey.prospects)
        self._count()
        row = max(0, self.table.row_of(self._key))
        self.view.go_to(row)
        self._moved(row)

    def _show_stage(self, chosen: bool) -> None:  # noqa: FBT001 - a page in two states
        buttons = (self.controls.more, self._paste, self._from_file, self._add)
        for part in (self.controls, self.composition, self._rule, *buttons):
            part.setVisible(chosen)
        self._stage.show_chosen(chosen=chosen)

    def show_place(self, place: Place) -> bool:
        """Show whom a row of a list is about, or in whom a name stands; False where that is not known."""
        if place.file not in (CORRECTIONS, _NAMES):
            return place.file in (FILE, "")
        prospects = self._survey.prospects if self._survey is not None else ()
        if place.file == CORRECTIONS:
            keys = (prospect.recipient.key for prospect in prospects if prospect.known.row == place.row)
        else:
            keys = (one.recipient.key for one in prospects if self._cover.tells_name(one.recipient))
        row = self.table.row_of(next(keys, ""))
        self.view.go_to(row)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return row >= 0

    def _covered(self) -> None:
        """Names are hidden now, or shown, or others are to be hidden."""
        if self._survey is not None:
            self.table.take(self._survey.prospects)
            self._moved(self.view.currentIndex().row())

    def _copy_refused(self) -> None:
        ways = [(_("Show names"), self._desk.cover.take_off)]
        self.notices.say("warn", _("Nothing was copied: a name in the address is hidden."), ways)

    def _form_refused(self) -> None:
        ways = [(_("Show names"), self._desk.cover.take_off)]
        self.notices.say("warn", _("A name in it is hidden. Show names to change it."), ways)

    def _count(self) -> None:
        there = self._survey is not None
        self._stage.show_numbers(
            self.table.numbers() if there else "", self.table.languages() if there else ""
        )

    def _moved(self, row: int) -> None:
        prospect, surveyed = self.table.prospect(row), self._survey
        if prospect is None or surveyed is None:
            self.panel.show_nobody()
            return
        self._key = prospect.recipient.key
        request = self.steps.request
        is_body = self._key in self._desk.program.reference.bodies
        self.panel.show_prospect(
            Shown(
                prospect,
                self.table.name_of(prospect),
                surveyed.languages,
                for_all=request.language,
                letter=self._desk.campaign.campaign.date,
                is_own=bool(own_files(request)) and not prospect.key and not is_body,
            )
        )

    # What somebody does

    def choose(self) -> None:
        """Choose somebody, or somebody else as well."""
        if self.steps.request.to:
            self.controls.add()
        else:
            self.begin()

    def begin(self) -> None:
        """Choose for the first time."""
        self._show_stage(chosen=True)
        self._add.hide()
        self.table.take(())
        self.panel.show_nobody()
        self._count()
        self.controls.begin()
        self.controls.choice.showPopup()

    def _given_up(self) -> None:
        if not self.steps.request.to:
            self.refresh()
            self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def paste(self) -> None:
        """Take names of bodies and states, or recipients of one's own, from the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.steps.take_pasted(text)
        else:
            self.notices.say("info", _("There is nothing on the clipboard. Copy the list first."))

    def choose_file(self) -> None:
        """Ask for a list of one's own."""
        kinds = _("Lists") + " (*.xlsx *.csv)"
        file, _kind = QFileDialog.getOpenFileName(self, _("A list of recipients"), "", kinds)
        if file:
            self.steps.take_file(Path(file))

    def _correct(self, known: Correction) -> None:
        prospect = self.panel.prospect
        if prospect is not None and prospect.key:
            self.steps.correct(prospect.key, known)

    def _ask_paragraph(self) -> None:
        prospect, remark = self.panel.prospect, ""
        if prospect is None:
            return
        # Where the letter cannot be read, its own place says so.
        with suppress(ProblemError):
            if not prints_paragraph(self._desk.campaign, prospect.recipient.language):
                remark = _("The letter has no place for it yet: insert the field “Extra paragraph” there.")
        self.panel.begin(Part.PARAGRAPH, remark)

    def _open_list(self) -> None:
        folder = self._desk.campaign.folder
        lists = own_files(self.steps.request)
        # Of several lists it is not known on which one somebody stands.
        target = folder / lists[0] if len(lists) == 1 else folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def _refused(self, problem: ProblemError) -> None:
        self.notices.say("danger", of_recipients_problem(problem, self._desk.program.reference))
        self.refresh()
