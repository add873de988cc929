"""The frame: menus, side bar, pages. It knows where things are, and nothing about letters."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from desktop_app.bootstrap import Program
from desktop_app.domain.reporting import Finding, ProblemError
from desktop_app.support.i18n import _
from desktop_app.ui.desk import Desk
from desktop_app.ui.error_dialog import show_error
from desktop_app.ui.export_page import ExportPage
from desktop_app.ui.import_page import ImportPage
from desktop_app.ui.letter_page import LetterPage
from desktop_app.ui.list_place import ListPlace
from desktop_app.ui.menus import Entry, Menus
from desktop_app.ui.place_states import place_states
from desktop_app.ui.recipients_page import RecipientsPage
from desktop_app.ui.side_bar import Page, SideBar
from desktop_app.ui.start_page import StartPage
from desktop_app.wording import of_change, of_problem

_LOCKED = frozenset({"file-encrypted", "password-wrong"})


class MainWindow(QMainWindow):
    """One window, one campaign."""

    def __init__(self, program: Program, settings: QSettings) -> None:
        super().__init__()
        self.setWindowTitle("Undersigned")
        self.setMinimumSize(880, 600)
        self.resize(1280, 800)
        self.setAcceptDrops(True)
        self.desk = Desk(program, self)
        self._settings = settings
        self._make_pages()
        self._make_menus()
        self._connect()
        geometry = settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    # Building

    def _make_pages(self) -> None:
        desk = self.desk
        self.start = StartPage(desk, self._settings)
        self.importing = ImportPage(desk)
        self.side = SideBar()
        self.letter = LetterPage(desk)
        self.lists = ListPlace(desk)
        self.signatories = self.lists.table
        self.recipients = RecipientsPage(desk)
        self.export = ExportPage(desk)
        self._pages: dict[Page, QWidget] = {
            Page.LETTER: self.letter,
            Page.SIGNATORIES: self.lists,
            Page.RECIPIENTS: self.recipients,
            Page.EXPORT: self.export,
        }
        self._places = QStackedWidget()
        for page in self._pages.values():
            self._places.addWidget(page)
        self._stack = QStackedWidget()
        self._campaign = self._campaign_frame()
        for part in (self.start, self.importing, self._campaign):
            self._stack.addWidget(part)
        self.setCentralWidget(self._stack)

    def _campaign_frame(self) -> QWidget:
        frame = QWidget()
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addWidget(self._places, 1)
        return frame

    def _make_menus(self) -> None:
        keys = QKeySequence.StandardKey
        menus = self._menus = Menus(self)
        menus.add(
            _("&File"),
            (
                Entry("new", _("New letter…"), self.show_start, keys.New, with_campaign=False),
                Entry("open", _("Open…"), self.choose_campaign, keys.Open, with_campaign=False),
                Entry("import", _("Import a letter…"), self.choose_letter, with_campaign=False),
                None,
                Entry("save", _("Save"), self.save, keys.Save),
                Entry("close", _("Close letter"), self.close_campaign, keys.Close),
                None,
                Entry("quit", _("Quit"), self.close, keys.Quit, with_campaign=False),
            ),
        )
        menus.add(
            _("&Edit"),
            (
                Entry("undo", _("Undo"), self.undo, keys.Undo),
                Entry("redo", _("Redo"), self.redo, keys.Redo),
                None,
                Entry("find", _("Find"), self._find, keys.Find),
            ),
        )
        places = [
            Entry(page.value, text, self._show_call(page), f"Ctrl+{number}")
            for number, (page, text) in enumerate(
                (
                    (Page.LETTER, _("Letter")),
                    (Page.SIGNATORIES, _("Signatories")),
                    (Page.RECIPIENTS, _("Recipients")),
                    (Page.EXPORT, _("Export")),
                ),
                start=1,
            )
        ]
        names = Entry("names", _("Show or hide names"), self.signatories.show_or_hide_names, "Ctrl+Shift+H")
        menus.add(_("&View"), (*places, None, names))
        menus.add(
            _("&Signatories"),
            (
                Entry("add", _("Add signatories"), self._add_one, "Ctrl+Shift+A"),
                Entry("paste", _("Paste rows"), self._paste, "Ctrl+Shift+V"),
                Entry("form", _("Import sign-ons…"), self._import_form),
                Entry("duplicates", _("Find duplicates"), self._find_duplicates),
            ),
        )

    def _show_call(self, page: Page) -> Callable[[], None]:
        return lambda: self.show_page(page)

    def _connect(self) -> None:
        desk = self.desk
        desk.opened.connect(self._opened)
        desk.counted.connect(self._show_states)
        desk.campaign_changed.connect(self._campaign_changed)
        desk.checker.checked.connect(self._show_states)
        desk.history_changed.connect(self._show_history)
        desk.saved_changed.connect(lambda: self.side.show_saved(saved=desk.is_saved))
        desk.said.connect(self._said)
        self.side.chosen.connect(self.show_page)
        self.side.undo_asked.connect(self.undo)
        self.side.redo_asked.connect(self.redo)
        self.start.open_asked.connect(self.open)
        self.start.import_asked.connect(self.import_letter)

    # Opening and leaving

    def open(self, folder: Path) -> bool:
        """Open a campaign; a password is asked for where the list has one. Whether it is open now."""
        password = ""
        while True:
            try:
                self.desk.open(folder, password)
            except ProblemError as problem:
                if problem.code not in _LOCKED:
                    self._tell(problem)
                    return False
                password = self._ask_password(problem)
                if not password:
                    return False
            else:
                return True

    def choose_campaign(self) -> None:
        """Ask for a folder, and open it."""
        folder = QFileDialog.getExistingDirectory(self, _("Open a letter's folder"))
        if folder:
            self.open(Path(folder))

    def choose_letter(self) -> None:
        """Ask for an existing letter, and take it apart."""
        kinds = _("Letters") + " (*.docx *.doc *.odt *.rtf *.pdf *.html *.htm *.txt *.md)"
        file, _kind = QFileDialog.getOpenFileName(self, _("Import a letter"), "", kinds)
        if file:
            self.import_letter(Path(file))

    def import_letter(self, letter: Path) -> None:
        """Show what is found in an existing letter."""
        self.importing.take(letter)
        self._stack.setCurrentWidget(self.importing)

    def show_start(self) -> None:
        """Where a letter begins."""
        self._stack.setCurrentWidget(self.start)

    def close_campaign(self) -> None:
        """Put the campaign away, and go to the start."""
        try:
            self.desk.put_away()
        except ProblemError as problem:
            self._tell(problem)
            return
        self._menus.show_campaign(is_open=False)
        self.setWindowTitle("Undersigned")
        self.show_start()

    def save(self) -> None:
        """Write the workbook now."""
        try:
            self.desk.save()
        except ProblemError as problem:
            self._tell(problem)

    # Moving about

    def show_page(self, page: Page) -> None:
        """Go to one of the four places."""
        self._stack.setCurrentWidget(self._campaign)
        self._places.setCurrentWidget(self._pages[page])
        self.side.show_page(page)

    def undo(self) -> None:
        """Take the last step back; a name that would be printed again is asked about."""
        self._take_back(self.desk.undo)

    def redo(self) -> None:
        """Make the last step again."""
        self._take_back(self.desk.redo)

    def _take_back(self, way: Callable[..., None]) -> None:
        try:
            way()
        except ProblemError as problem:
            if problem.code == "undo-names-again":
                confirmed = (_("Name it again"), lambda: way(naming_confirmed=True))
                self.signatories.notices.say_problem(problem, [confirmed])
                self.show_page(Page.SIGNATORIES)
            else:
                self._tell(problem)

    def _find(self) -> None:
        self.show_page(Page.SIGNATORIES)
        self.signatories.search.setFocus()
        self.signatories.search.selectAll()

    def _add_one(self) -> None:
        self.show_page(Page.SIGNATORIES)
        self.signatories.add_one()

    def _import_form(self) -> None:
        self.show_page(Page.SIGNATORIES)
        self.lists.choose_form()

    def _find_duplicates(self) -> None:
        self.show_page(Page.SIGNATORIES)
        self.lists.find_duplicates()

    def _paste(self) -> None:
        self.show_page(Page.SIGNATORIES)
        self.signatories.paste()

    # What the desk says

    def _opened(self) -> None:
        self._campaign_changed()
        self._menus.show_campaign(is_open=True)
        self.side.show_saved(saved=True)
        self._show_history()
        self.show_page(Page.LETTER)
        self.start.remember(self.desk.campaign.folder, self.desk.campaign.campaign.title)

    def _campaign_changed(self) -> None:
        title = self.desk.campaign.campaign.title
        self.side.show_campaign(title)
        self.setWindowTitle(f"{title} – Undersigned")
        self._show_states()

    def _show_states(self) -> None:
        self.side.show_states(place_states(self.desk))

    def _show_history(self) -> None:
        undo, redo = self.desk.undoable(), self.desk.redoable()
        names = [of_change(told.what, told.values) if told else "" for told in (undo, redo)]
        self.side.show_history(*names)
        for action, text, step in zip(("undo", "redo"), (_("Undo"), _("Redo")), names, strict=True):
            self._menus.name_step(action, text, step)

    def _said(self, said: object) -> None:
        """Something that went on behind the window."""
        notices = self.signatories.notices
        if isinstance(said, Finding):
            notices.say_finding(said)
        elif isinstance(said, ProblemError):
            notices.say_problem(said)
        elif isinstance(said, BaseException):
            show_error(self, said)

    def _tell(self, problem: ProblemError) -> None:
        current = self._stack.currentWidget()
        if current is self._campaign:
            self.signatories.notices.say_problem(problem)
        else:
            self.start.notices.say_problem(problem)

    def _ask_password(self, problem: ProblemError) -> str:
        given, entered = QInputDialog.getText(
            self, _("Password"), of_problem(problem), QLineEdit.EchoMode.Password
        )
        return given if entered else ""

    # Qt's side

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and paths[0].is_dir():
            self.open(paths[0])
        elif paths:
            self.import_letter(paths[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            self.desk.put_away()
        except ProblemError as problem:
            self._tell(problem)
            event.ignore()
            return
        self._settings.setValue("geometry", self.saveGeometry())
        super().closeEvent(event)
