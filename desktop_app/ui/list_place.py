"""All that has to do with the list: the table, the duplicates, the import of a form."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedWidget

from desktop_app.support.i18n import _
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
        desk.opened.connect(self.back)

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

    def paste(self) -> None:
        """Take rows from the clipboard."""
        self.back()
        self.table.paste()

    def show_or_hide_names(self) -> None:
        """Show withheld names for a while, or hide them."""
        self.table.show_or_hide_names()
