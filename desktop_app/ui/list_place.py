"""All that has to do with the list: the table, the duplicates, the import of a form."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QStackedWidget

from desktop_app.domain.hiding import holds_secret
from desktop_app.domain.reporting import ProblemError
from desktop_app.support.i18n import _
from desktop_app.ui.column import Column
from desktop_app.ui.desk import Desk
from desktop_app.ui.duplicates_page import DuplicatesPage
from desktop_app.ui.form_import_page import FormImportPage
from desktop_app.ui.signatories_page import SignatoriesPage


class ListPlace(QStackedWidget):
    """Shows the table, and in its place for a while what was asked for there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = SignatoriesPage(desk)
        self.duplicates = DuplicatesPage(desk)
        self.form = FormImportPage(desk)
        for page in (self.table, self.duplicates, self.form):
            self.addWidget(page)
        self.table.duplicates_asked.connect(self.find_duplicates)
        self.table.import_asked.connect(self.choose_form)
        self.duplicates.left.connect(self.back)
        self.form.left.connect(self.back)
        self._asked = False
        desk.opened.connect(self._opened)
        desk.list_changed.connect(lambda _rows: self._ask_once())

    def back(self) -> None:
        """To the table."""
        self.setCurrentWidget(self.table)
        self.table.view.setFocus()

    def find_duplicates(self) -> None:
        """Hold rows side by side that are probably one signatory."""
        self.setCurrentWidget(self.duplicates)
        self.duplicates.look()

    def choose_form(self) -> None:
        """Ask for a file with sign-ons, and show what it would change."""
        kinds = _("Sign-ons") + " (*.xlsx *.xls *.ods *.csv *.tsv *.txt)"
        file, _kind = QFileDialog.getOpenFileName(self, _("Import sign-ons"), "", kinds)
        if file:
            self.import_form(Path(file))

    def import_form(self, file: Path) -> None:
        """Show what a file with sign-ons would change."""
        self.setCurrentWidget(self.form)
        self.form.take(file)

    # The password

    def set_password(self) -> None:
        """Ask for a new password, twice, and lock the list with it."""
        self.back()
        first = self._ask(_("New password for the list. Nobody can open it without: keep it safe."))
        again = self._ask(_("The same once more")) if first else ""
        if first and first != again:
            self.table.notices.say("danger", _("The two were not the same. Nothing was changed."))
        elif first:
            self._lock(first, _("The list and its copies are locked."))

    def remove_password(self) -> None:
        """Take the password off, once it was typed."""
        self.back()
        listed = self._desk.campaign.listed
        if not listed.is_locked:
            self.table.notices.say("info", _("The list has no password."))
        elif given := self._ask(_("The password that is to be taken off")):
            if given == listed.password:
                self._lock("", _("Anybody can open the list now. Its older copies keep the password."))
            else:
                self.table.notices.say("danger", _("The password does not open the list."))

    def _lock(self, password: str, done: str) -> None:
        try:
            self._desk.steps.on_disk(lambda editing: editing.lock(password))
        except ProblemError as problem:
            self.table.notices.say_problem(problem, again=partial(self._lock, password, done))
        else:
            self.table.notices.say("ok", done)

    def _ask(self, words: str) -> str:
        typed, entered = QInputDialog.getText(self, _("Password"), words, QLineEdit.EchoMode.Password)
        return typed if entered else ""

    def _ask_once(self) -> None:
        """The first name that must not get out asks for a password; once in a session."""
        desk = self._desk
        if self._asked or desk.campaign.listed.is_locked or not holds_secret(desk.editing.history.rows):
            return
        self._asked = True
        self.table.notices.say(
            "warn",
            _("The list holds a name now that must not get out. A password locks it, and its copies."),
            [(_("Set a password"), self.set_password)],
        )

    def _opened(self) -> None:
        rows = self._desk.editing.history.rows
        self._asked = holds_secret(rows)
        self.back()

    def open_in_spreadsheet(self) -> None:
        """Save, and open the list in Excel or LibreOffice; what is saved there comes back by itself."""
        self.back()
        refused = partial(self.table.notices.say_problem, again=self.open_in_spreadsheet)
        self._desk.saver.when_saved(self._open_saved, refused)

    def _open_saved(self) -> None:
        path = self._desk.campaign.listed.path
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            said = _("No program of this computer opens {file}. It lies in {folder}.")
            self.table.notices.say("danger", said.format(file=path.name, folder=path.parent))

    # What the menus ask of the table

    def search(self) -> None:
        """Put the cursor where one searches."""
        self.back()
        self.table.search.setFocus()
        self.table.search.selectAll()

    def add_one(self) -> None:
        """Open the line in which signatories are typed."""
        self.back()
        self.table.add_one()

    def ask_network(self) -> None:
        """Ask which network the selected rows belong to."""
        self.back()
        self.table.ask_network()

    def paste(self) -> None:
        """Take rows from the clipboard."""
        self.back()
        self.table.paste()

    def sort_by(self, column: Column) -> None:
        """Sort by a column; once more, the other way round."""
        self.back()
        head = self.table.view.horizontalHeader()
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        again = head.sortIndicatorSection() == column and head.sortIndicatorOrder() is ascending
        self.table.view.sortByColumn(column, descending if again else ascending)

    def show_or_hide_names(self) -> None:
        """Show withheld names for a while, or hide them."""
        self.table.show_or_hide_names()
