"""The desk and the pages of a campaign, made once the window is shown: they load the whole program."""

from dataclasses import replace

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from desktop_app.bootstrap import Program
from desktop_app.domain.reporting import Finding, Place
from desktop_app.support.i18n import _
from desktop_app.ui.clip_cover import ClipCover
from desktop_app.ui.desk import Desk
from desktop_app.ui.export_page import ExportPage, State
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.finding_places import page_of
from desktop_app.ui.import_page import ImportPage
from desktop_app.ui.letter_page import LetterPage
from desktop_app.ui.list_place import ListPlace
from desktop_app.ui.notices import Notices
from desktop_app.ui.place_states import place_states
from desktop_app.ui.reading_order import go_on, stops
from desktop_app.ui.recipients_page import RecipientsPage
from desktop_app.ui.side_bar import Page, SideBar
from desktop_app.ui.taking_back import TakingBack
from desktop_app.ui.typed_texts import TypedTexts


class Pages(QWidget):
    """A campaign on the screen: the side bar, and the four places.

    Attributes:
        desk: What lies on the desk.
        side: The side bar.
        letter, lists, recipients, export: The places.
        importing: The page of an existing letter, which is shown instead of all this.
        typed: What is being typed on any of them.
        taking_back: Undo and redo.

    Signals:
        title_changed: The campaign's title is another, or is shown otherwise.
    """

    title_changed = Signal()

    def __init__(self, program: Program, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk = Desk(program, self)
        self.side = SideBar()
        self._fact_cover = FactCover(desk, self)
        self.letter = LetterPage(desk, self._fact_cover)
        self.lists = ListPlace(desk)
        self.recipients = RecipientsPage(desk, self._fact_cover)
        self.export = ExportPage(desk, self._fact_cover, self.commit)
        self.importing = ImportPage(desk)
        self._pages: dict[Page, QWidget] = {
            Page.LETTER: self.letter,
            Page.SIGNATORIES: self.lists,
            Page.RECIPIENTS: self.recipients,
            Page.EXPORT: self.export,
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        # A page with all that is on it is dressed anew each time that what it stands on is put elsewhere.
        self._places = QStackedWidget()
        layout.addWidget(self._places, 1)
        for page in self._pages.values():
            self._places.addWidget(page)
        self.typed = TypedTexts(desk.cover, self)
        self.taking_back = TakingBack(desk, lambda: self.letter.text_in_hand, self.lists.table.notices)
        ClipCover(desk, self)
        self._connect()

    def show_page(self, page: Page) -> None:
        """Go to one of the four places."""
        self._places.setCurrentWidget(self._pages[page])
        self.side.show_page(page)
        if page is Page.EXPORT and not self.side.has_focus():
            # Left to itself the focus goes where nobody sees it.
            self.focus_page()
            self.export.focus_button()

    @property
    def page(self) -> Page:
        """Where one is."""
        current = self._places.currentWidget()
        return next(page for page, widget in self._pages.items() if widget is current)

    @property
    def notices(self) -> Notices:
        """Where something can be said such that it is seen now."""
        if self.page is Page.LETTER:
            new_text = self.letter.new_text
            return new_text.notices if new_text.isVisible() else self.letter.notices
        if self.page is Page.RECIPIENTS:
            return self.recipients.notices
        if self.page is Page.EXPORT and self.export.state is State.READY:
            return self.export.ready.notices
        if self.page is Page.SIGNATORIES and not self.lists.table.isVisible():
            duplicates = self.lists.duplicates
            return duplicates.notices if duplicates.isVisible() else self.lists.form.notices
        return self.lists.table.notices

    @property
    def title(self) -> str:
        """The campaign's, as it may stand on the screen."""
        return self._fact_cover.shown(self.desk.campaign.campaign.title)

    @property
    def title_to_keep(self) -> str:
        """By which the campaign is remembered: its folder's name where its title tells a withheld one."""
        campaign = self.desk.campaign
        title = campaign.campaign.title
        return campaign.folder.resolve().name if self._fact_cover.holds_name(title) else title

    def commit(self) -> bool:
        """Take what was typed and not left yet; False where that must be answered first, which is shown."""
        if not self.desk.is_open:
            return True
        # What is out of sight is taken as well, and stays out of sight.
        were_away = self.typed.are_away
        self.typed.give_back()
        written = self.letter.commit()
        taken = self.lists.table.commit()
        if were_away:
            self.typed.put_away()
        if not taken:
            self.show_page(Page.SIGNATORIES)
            self.lists.back()
        elif not written:
            self.show_page(Page.LETTER)
        return written and taken

    def go_to(self, finding: Finding, place: Place) -> None:
        """Show where something is settled, as near to it as its page can."""
        here = replace(finding, places=(place,))
        page = page_of(here)
        self.show_page(page)
        is_shown = True
        if page is Page.SIGNATORIES:
            self.lists.back()
            is_shown = place.file in ("", self.desk.campaign.list_file)
            if place.row is not None and is_shown:
                self.lists.table.show_row(place.row)
        elif page is Page.LETTER:
            is_shown = self.letter.show_place(finding, place)
        elif page is Page.RECIPIENTS:
            is_shown = self.recipients.show_place(place)
        if not is_shown:
            self._say_where(here, place)

    def _say_where(self, finding: Finding, place: Place) -> None:
        """What no page can show is said, with the file to open where there is one."""
        path = self.desk.campaign.folder / place.file
        way = (
            _("Open {file}").format(file=path.name),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )
        self.notices.say_finding(finding, [way] if place.file and path.is_file() else [])

    def focus_page(self) -> None:
        """Bring the keyboard to the page that is shown."""
        current = self._places.currentWidget()
        if current is not None and (first := next(stops(current), None)) is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - Qt's
        return go_on(self, QApplication.focusWidget(), forwards=forwards)

    def _connect(self) -> None:
        desk = self.desk
        desk.opened.connect(self.typed.forget)
        desk.opened.connect(self._show_campaign)
        desk.campaign_changed.connect(self._show_campaign)
        self._fact_cover.changed.connect(self._show_title)
        desk.cover.changed.connect(self._show_title)
        desk.counted.connect(self._show_states)
        desk.checker.checked.connect(self._show_states)
        desk.saved_changed.connect(self._show_saved)
        self.letter.writing.problem.connect(self._show_saved)
        self.letter.writing.mended.connect(self._show_saved)
        self.side.chosen.connect(self.show_page)
        self.side.undo_asked.connect(self.taking_back.undo)
        self.side.redo_asked.connect(self.taking_back.redo)
        self.export.state_changed.connect(self._show_states)
        self.export.place_asked.connect(self.go_to)
        for notices in self.findChildren(Notices):
            notices.over_lock_asked.connect(desk.saver.save_over_lock)
        self.letter.walk.show_asked.connect(self.go_to)
        self.export.recipients_asked.connect(lambda: self.show_page(Page.RECIPIENTS))

    def _show_campaign(self) -> None:
        self._show_title()
        self._show_saved()
        self._show_states()

    def _show_title(self) -> None:
        if self.desk.is_open:
            self.side.show_campaign(self.title)
            self.title_changed.emit()

    def _show_states(self) -> None:
        states = place_states(self.desk)
        if self.export.said:
            shade = "danger" if self.export.state is State.REFUSED else "text2"
            states[Page.EXPORT] = (self.export.said, shade)
        self.side.show_states(states)

    def _show_saved(self) -> None:
        self.side.show_saved(saved=self.desk.is_saved, letter_waits=self.letter.writing.saver.waits)
