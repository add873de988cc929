"""What an export came to: the files, what the name check searched and found, and the way to the folder."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.files.reference_data import Reference
from desktop_app.services.exporting import Export
from desktop_app.services.exporting_again import Handed
from desktop_app.services.formatting import FORMATS, PUBLIC
from desktop_app.services.naming import REGISTER
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.file_table import FileTable
from desktop_app.ui.finding_cards import FindingCards
from desktop_app.ui.format_cards import of_format
from desktop_app.wording.languages import of_language
from desktop_app.wording.letters import of_since

_FINGERPRINT = 12
"""Characters of a fingerprint that are shown; the register has all of them."""


class ExportDone(QWidget):
    """Over an ``Export``.

    Args:
        covered: How a text may stand on the screen at present.

    Signals:
        left: Back to before.
        place_asked: A finding and one of its places.
    """

    left = Signal()
    place_asked = Signal(object, object)

    def __init__(self, reference: Reference, covered: Callable[[str], str]) -> None:
        super().__init__()
        self._covered = covered
        self._export: Export | None = None
        self.title = kit.title("")
        self.about = kit.Text("", colour="text2", wraps=True)
        self.since = kit.Text("", colour="text2", wraps=True)
        self.made = _Made()
        self.check = _NameCheck()
        self.cards = FindingCards(self._go, reference)
        headings = (_("File"), _("Language"), _("Fingerprint"), _("Name check"))
        self.files = FileTable(_("Files"), headings)
        self.open_button = kit.button(
            _("Open folder"), "primary", icon="folder-open", pressed=self.open_folder
        )
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 0)
        layout.setSpacing(16)
        back = kit.button(_("Back"), pressed=self.left.emit)
        register = kit.button(_("Show the register"), pressed=self.show_register)
        words = kit.column(self.title, self.about, self.since, spacing=2)
        mark = kit.column(kit.Icon("circle-check", "ok", 40), None)
        head = kit.row(mark, words, spacing=12)
        head.setStretchFactor(words, 1)
        for button in (back, register, self.open_button):
            head.addLayout(kit.column(button, None))
        layout.addLayout(head)
        column = kit.column(self.made, self.check, self.files, self.cards, None, spacing=16)
        column.setStretchFactor(self.files, 100)
        layout.addWidget(kit.scrolling(column), 1)

    def show_export(self, handed: Handed, first: str) -> None:
        """Another one; ``first`` is the campaign's first language."""
        done = self._export = handed.export
        self.title.setText(_ready_words(done))
        files = len(done.files) + 1  # the register
        seconds = max(0.1, round(sum(done.seconds.values()), 1))
        said = ngettext(
            "{number} file in {folder}, made in {seconds} seconds",
            "{number} files in {folder}, made in {seconds} seconds",
            files,
        )
        folder = f"{done.folder.parent.name}/{done.folder.name}"
        self.about.setText(
            said.format(number=files, folder=folder, seconds=QLocale().toString(seconds, "f", 1))
        )
        self.since.setVisible(handed.since is not None)
        if handed.since is not None:
            self.since.setText(of_since(handed.since))
        self.made.show_files(done)
        self.check.show_search(done)
        self.show_files()
        told = [f for f in done.findings if f.severity is Severity.WARNING or f.code == "name-settled"]
        self.cards.show_findings(told, first)
        self.open_button.setFocus()

    def show_files(self) -> None:
        """The files, as far as their names may be seen at present."""
        done = self._export
        if done is None:
            return
        files_to_look_at = {hit.file for hit in done.search.doubtful}
        rows, marks = [], []
        for file in done.files:
            looked = file.path.name in files_to_look_at
            word = _("Have a look") if looked else _("Clean")
            marks.append(("triangle-alert", "warn") if looked else ("circle-check", "ok"))
            rows.append(
                (
                    self._covered(file.path.name),
                    of_language(file.language) if file.language else "",
                    file.sha256[:_FINGERPRINT],
                    word,
                )
            )
        self.files.show_rows(rows, marks)

    def _go(self, finding: Finding, place: Place) -> None:
        """A finished file is opened; what stands in the campaign is for others to show."""
        names = {file.path.name: file.path for file in self._export.files} if self._export else {}
        if place.file in names:
            _open(names[place.file])
        else:
            self.place_asked.emit(finding, place)

    def open_folder(self) -> None:
        """Show the files in the system's own program."""
        if self._export is not None:
            _open(self._export.folder)

    def show_register(self) -> None:
        """Open the list of who was sent what."""
        if self._export is not None:
            _open(self._export.folder / REGISTER)


def _ready_words(done: Export) -> str:
    """How many letters there are; where there are public copies or an archive alone, how many files."""
    recipients = Counter(file.format for file in done.files if file.recipient not in ("", PUBLIC))
    if recipients:
        letters = max(recipients.values())
        said = ngettext("{number} letter is ready", "{number} letters are ready", letters)
        return said.format(number=letters)
    files = len(done.files)
    return ngettext("{number} file is ready", "{number} files are ready", files).format(number=files)


class _Figures(kit.Card):
    """A few figures with a word under each, and a note."""

    def __init__(self, title: str, icon: str, shade: str) -> None:
        super().__init__(margins=20, spacing=12)
        self.body.addLayout(kit.row(kit.Icon(icon, shade, 18), kit.Text(title, weight=600), None))
        self._figures = kit.row(spacing=40)
        self.body.addLayout(self._figures)
        self._note = kit.Text("", colour="text2", wraps=True)
        self.body.addWidget(self._note)

    def show_figures(self, figures: Sequence[tuple[int, str, str]], note: str) -> None:
        """Others: the number, its word, its colour."""
        kit.clear(self._figures)
        for number, word, shade in figures:
            figure = kit.Text(str(number), "figure-small", colour=shade, weight=600)
            words = kit.Text(word, "caption", colour="text2", wraps=True)
            self._figures.addLayout(kit.column(figure, words, None, spacing=0))
        self._figures.addStretch(1)
        self.setAccessibleName(", ".join(f"{number} {word}" for number, word, _shade in figures))
        self._note.setText(note)


class _Made(_Figures):
    """How many files there are of each format, and how long they took."""

    def __init__(self) -> None:
        super().__init__(_("What was made"), "folder", "text2")

    def show_files(self, done: Export) -> None:
        """Another export's."""
        numbers = Counter(file.path.suffix[1:] for file in done.files)
        figures = [(numbers[kind], of_format(kind), "text") for kind in FORMATS if numbers[kind]]
        parts = [
            (_("letters written in {seconds} s"), done.seconds["merge"] + done.seconds["write"]),
            (_("PDFs made in {seconds} s"), done.seconds["convert"]),
            (_("all files searched in {seconds} s"), done.seconds["guard"]),
        ]
        said = [
            part.format(seconds=QLocale().toString(max(0.1, seconds), "f", 1))
            for part, seconds in parts
            if seconds
        ]
        note = ", ".join(said)
        self.show_figures(figures, note[:1].upper() + note[1:])


class _NameCheck(_Figures):
    """What the name check searched and found, in four figures."""

    def __init__(self) -> None:
        super().__init__(_("What the name check did"), "shield-check", "ok")

    def show_search(self, done: Export) -> None:
        """Another search."""
        search = done.search
        found = len(search.doubtful)
        settled = sum(finding.count for finding in done.findings if finding.code == "name-settled")
        figures = (
            (search.files, ngettext("file opened again", "files opened again", search.files), "text"),
            (search.names, ngettext("withheld name", "withheld names", search.names), "text"),
            (search.forms, ngettext("spelling of them", "spellings of them", search.forms), "text"),
            (0, _("found"), "ok"),
            *([(found, _("to look at"), "warn")] if found else []),
            *([(settled, _("settled by you"), "text")] if settled else []),
        )
        note = _("Text, footnotes, properties, hidden parts and file names were read.")
        if not search.names:
            note = _("No withheld name is in the list, so there was none to search for.")
        self.show_figures(figures, note)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
