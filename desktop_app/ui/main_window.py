"""The frame: menus, the start, the pages of a campaign. It knows where things are, nothing about letters.

What the window needs only once it has been seen is imported where it is used.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QStackedWidget

from desktop_app.domain.reporting import Finding, ProblemError
from desktop_app.support.i18n import _
from desktop_app.ui.frame import Frame

if TYPE_CHECKING:
    from desktop_app.bootstrap import Program
    from desktop_app.ui import theme
    from desktop_app.ui.pages import Pages
    from desktop_app.ui.side_bar import Page

_LOCKED = frozenset({"file-encrypted", "password-wrong"})


class MainWindow(Frame):
    """One window, one campaign.

    It is on the screen before anything is in it: ``fill`` makes the start page and the menus, ``furnish``
    loads what a campaign needs.

    Signals:
        furnished: Campaigns can be opened now.
    """

    furnished = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__(settings)
        self.setAcceptDrops(True)
        self._pages: Pages | None = None

    def fill(self) -> None:
        """Make the start page and the menus: they need nothing of the program."""
        from desktop_app.ui.menus import Menus, OurKeys
        from desktop_app.ui.start_page import StartPage
        from desktop_app.ui.window_menus import add_menus

        self.start = StartPage(self._settings)
        self.start.template_chosen.connect(lambda name, folder: self._when_furnished(self.make, folder, name))
        self.start.sample_asked.connect(lambda folder: self._when_furnished(self.make, folder, ""))
        self.start.open_asked.connect(lambda folder: self._when_furnished(self.open, folder))
        self.start.open_chosen.connect(self.choose_campaign)
        self.start.import_chosen.connect(self.choose_letter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self.menus = Menus(self)
        add_menus(self, self.menus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._keys = OurKeys(app, ["Ctrl+E"])

    def furnish(self, program: "Program") -> None:
        """Load everything that a campaign needs."""
        from desktop_app.ui.pages import Pages
        from desktop_app.ui.side_bar import Page

        pages = self._pages = Pages(program, self._stack)
        pages.desk.keep_traces(kept=self.start.traces.are_kept)
        pages.export.remember_in(self.start.traces)
        self.start.over_lock_asked.connect(pages.desk.saver.save_over_lock)
        pages.letter.writing.remember_in(self.start.traces)
        self._stack.addWidget(pages)
        self._stack.addWidget(pages.importing)
        desk = pages.desk
        desk.opened.connect(self._opened)
        pages.title_changed.connect(self._show_title)
        desk.history_changed.connect(self._show_history)
        desk.said.connect(self._said)
        pages.importing.left.connect(self._leave_import)
        pages.importing.made.connect(self.open)
        pages.importing.refused.connect(self._said)
        pages.taking_back.asked.connect(lambda: self.show_page(Page.SIGNATORIES))
        pages.taking_back.refused.connect(self.tell)
        self.furnished.emit()

    @property
    def pages(self) -> "Pages":
        """The pages of a campaign.

        Raises:
            RuntimeError: before the window is furnished; nothing that needs them can be asked for then.
        """
        if self._pages is None:
            raise RuntimeError("the window is not furnished yet")
        return self._pages

    def _when_furnished(self, call: Callable[..., object], *given: object) -> None:
        """Do what was asked for; what is asked for before the program is loaded waits for it."""
        if self._pages is not None:
            call(*given)
        else:
            from PySide6.QtCore import Qt

            self.furnished.connect(lambda: call(*given), Qt.ConnectionType.SingleShotConnection)

    # Opening and leaving

    def open(self, folder: Path) -> bool:
        """Open a campaign; a password is asked for where the list has one. Whether it is open now."""
        from desktop_app.ui.leaving import may_stop_export

        if not may_stop_export(self.pages) or not self.pages.commit():
            return False
        password = ""
        while True:
            try:
                self.pages.desk.open(folder, password)
            except ProblemError as problem:
                if problem.code not in _LOCKED:
                    self.tell(problem, partial(self.open, folder))
                    return False
                password = self._ask_password(problem)
                if not password:
                    return False
            else:
                return True

    def make(self, folder: Path, template: str) -> None:
        """Make a campaign of a starter letter, or of the sample where none is named, and open it."""
        from desktop_app.services.opening import make_campaign

        templates = self.pages.desk.program.templates
        try:
            make_campaign(templates, folder, template=template, sample=not template)
        except ProblemError as problem:
            self.tell(problem)
            return
        self.open(folder)

    def choose_campaign(self) -> None:
        """Ask for a folder, and open it."""
        from desktop_app.ui.questions import folder_to_open

        folder = folder_to_open(self)
        if folder is not None:
            self._when_furnished(self.open, folder)

    def choose_letter(self) -> None:
        """Ask for an existing letter, and take it apart."""
        from desktop_app.ui.questions import letter_to_import

        letter = letter_to_import(self)
        if letter is not None:
            self._when_furnished(self.import_letter, letter)

    def import_letter(self, letter: Path) -> None:
        """Show what is found in an existing letter."""
        self.pages.importing.take(letter)
        self._stack.setCurrentWidget(self.pages.importing)

    def _leave_import(self) -> None:
        """Back to where one was."""
        self._stack.setCurrentWidget(self.pages if self.pages.desk.is_open else self.start)

    def show_start(self) -> None:
        """Where a letter begins."""
        self._stack.setCurrentWidget(self.start)

    def close_campaign(self) -> None:
        """Put the campaign away, and go to the start."""
        if self._put_away(self.close_campaign):
            self.menus.show_campaign(is_open=False)
            self.setWindowTitle("Undersigned")
            self.show_start()

    def save(self) -> None:
        """Write the workbook now, behind the window."""
        try:
            if self.pages.commit():
                self.pages.desk.saver.when_saved(lambda: None, self.tell)
        except ProblemError as problem:
            self.tell(problem)

    # Preferences

    def wear(self, look: "theme.Look") -> None:
        """Change between light and dark, and remember it."""
        from desktop_app.ui import theme

        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.wear(app, look)
            if self.start.traces.are_kept:
                self._settings.setValue("look", look.value)

    def leave_no_traces(self) -> None:
        """Forget recent letters and all settings, and keep none from now on; or keep them again."""
        kept = not self.menus.actions["traces"].isChecked()
        self.start.keep_traces(kept=kept)
        if self._pages is not None:
            self._pages.desk.keep_traces(kept=kept)

    # Moving about

    def show_page(self, page: "Page") -> None:
        """Go to one of the four places."""
        self._stack.setCurrentWidget(self.pages)
        self.pages.show_page(page)

    def next_pane(self) -> None:
        """From the side bar to the page, and back."""
        pages = self.pages
        pages.focus_page() if pages.side.has_focus() else pages.side.take_focus()

    def tell(self, problem: ProblemError, again: Callable[[], object] | None = None) -> None:
        """Say what stopped the work, on the page that is shown; ``again`` as in ``Notices.say_problem``."""
        if self._pages is not None and self._stack.currentWidget() is self._pages:
            self._pages.notices.say_problem(problem, again=again)
        else:
            self.start.tell(problem, again)

    # What the desk says

    def _opened(self) -> None:
        from desktop_app.ui.side_bar import Page

        self._show_title()
        self.menus.show_campaign(is_open=True)
        self._show_history()
        self.show_page(Page.LETTER)
        self.pages.letter.views.focus_text()

    def _show_title(self) -> None:
        """In the frame as it may be seen; among the recent letters as it may be kept."""
        self.setWindowTitle(f"{self.pages.title} – Undersigned")
        self.start.remember(self.pages.desk.campaign.folder, self.pages.title_to_keep)

    def _show_history(self) -> None:
        undo, redo = self.pages.taking_back.names()
        self.pages.side.show_history(undo, redo)
        self.menus.name_step("undo", _("Undo"), undo)
        self.menus.name_step("redo", _("Redo"), redo)

    def _said(self, said: object) -> None:
        """Something that went on behind the window."""
        notices = self.pages.notices
        if isinstance(said, Finding):
            notices.say_finding(said)
        elif isinstance(said, ProblemError):
            self.tell(said)
        elif isinstance(said, BaseException):
            from desktop_app.ui.error_dialog import show_error

            show_error(self, said)

    def _put_away(self, again: Callable[[], object]) -> bool:
        """As ``leaving.put_away``; there is nothing to put away before the window is furnished."""
        if self._pages is None:
            return True
        from desktop_app.ui.leaving import put_away

        return put_away(self._pages, self.tell, again)

    def _ask_password(self, problem: ProblemError) -> str:
        from desktop_app.ui.questions import password
        from desktop_app.wording.in_window import of_problem

        return password(self, of_problem(problem))

    # Qt's side

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._pages is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and paths[0].is_dir():
            self.open(paths[0])
        elif paths:
            self.import_letter(paths[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.centralWidget() is None:  # closed as soon as it was seen
            super().closeEvent(event)
            return
        if not self._put_away(self.close):
            event.ignore()
            return
        if self.start.traces.are_kept:
            self.keep_place()
        super().closeEvent(event)
