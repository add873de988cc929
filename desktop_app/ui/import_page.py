"""An existing letter: its lines on one side, what was found in them on the other. Nothing is written yet."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.imported import ImportAs, title_of
from desktop_app.domain.letter_anatomy import Anatomy
from desktop_app.domain.letter_anatomy.correcting import Place, assigned, joined_to_above, renamed, settled
from desktop_app.domain.reporting import ProblemError, Step
from desktop_app.services.importing import (
    Imported,
    Patterns,
    ReadLetter,
    Words,
    campaign_from,
    doubts_of,
    read_letter,
)
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.desk import Desk
from desktop_app.ui.doubt_card import DoubtCard
from desktop_app.ui.found_parts import FoundParts
from desktop_app.ui.jobs import Task
from desktop_app.ui.notices import Notices
from desktop_app.ui.source_lines import SourceLines
from desktop_app.ui.source_view import SourceView
from desktop_app.wording import of_step
from desktop_app.wording.imports import of_doubt, of_line, source_of

_SIDE = 340


class ImportPage(QWidget):
    """Over a letter that was taken apart.

    Signals:
        left: Back to the start.
        made: The folder of the campaign that was made.
        refused: The problem with a letter that cannot be read.
    """

    left = Signal()
    made = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._read: ReadLetter | None = None
        self._task = Task(self, self._failed)
        self._settled: set[int] = set()
        self.lines = SourceLines(self)
        self.view = SourceView(self.lines)
        self.doubts = DoubtCard()
        self.notices = Notices()
        self._found = FoundParts()
        self._file = kit.Text("", weight=600)
        self._about = kit.caption()
        self._lay_out()
        self._connect()

    # Building

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 16, 32, 16)
        layout.setSpacing(12)
        back = kit.button(_("Start"), "link", icon="arrow-left", pressed=self.leave)
        layout.addLayout(kit.row(back, None))
        self.create_button = kit.button(
            _("Create campaign"), "primary", icon="folder-plus", pressed=self.make
        )
        cancel = kit.button(_("Cancel"), pressed=self.leave)
        about = kit.Text(
            _("Your file, and what was found in it. Nothing is written until you create the campaign."),
            colour="text2",
            wraps=True,
        )
        head = QHBoxLayout()
        head.addLayout(kit.column(kit.title(_("Import a letter")), about, spacing=2), 1)
        head.addWidget(cancel)
        head.addWidget(self.create_button)
        layout.addLayout(head)
        layout.addWidget(self.notices)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(kit.column(kit.row(self._file, self._about, None, spacing=12), self.view), 1)
        self._beside = self._side()
        columns.addWidget(self._beside)
        layout.addLayout(columns, 1)

    def _side(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.doubts)
        layout.addLayout(self._choice())
        layout.addWidget(kit.section(_("Found")))
        layout.addWidget(self._found)
        self._change = kit.button(_("The chosen lines are…"), pressed=self._ask_place)
        layout.addLayout(kit.row(self._change, None))
        layout.addStretch(1)
        scrolls = QScrollArea()
        scrolls.setWidgetResizable(True)
        scrolls.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolls.setWidget(side)
        scrolls.setFixedWidth(round(_SIDE * kit.scale()))
        return scrolls

    def _choice(self) -> QVBoxLayout:
        self._way = kit.Segments(
            _("What is this letter to you?"),
            ((ImportAs.MODEL.value, _("A model")), (ImportAs.SAME.value, _("The same letter"))),
        )
        self._way.chosen.connect(lambda _key: self._show())
        self._consequence = kit.caption(wraps=True)
        return kit.column(self._way, self._consequence, spacing=4)

    def _connect(self) -> None:
        self.view.said.connect(self.assign)
        self.doubts.shown.connect(self.view.go_to)
        self.doubts.kept.connect(self._keep)
        self.doubts.joined.connect(lambda line: self._correct(lambda a: joined_to_above(a, line)))
        self.doubts.left_out.connect(lambda line: self.assign([line], Place.LEFT_OUT))

    # Reading

    def take(self, letter: Path) -> None:
        """Read a letter; a long one, or one for LibreOffice, takes some seconds."""
        self._read = None
        self._file.setText(letter.name)
        self._about.setText(_("Reading…"))
        self._beside.hide()
        self.create_button.setEnabled(False)
        self._task.begin(read_letter(letter), self._take)

    def _take(self, read: object) -> None:
        if isinstance(read, ReadLetter):
            self._read = read
            self.create_button.setEnabled(True)
            self._beside.show()
            self.lines.take(read.file.source.lines, read.anatomy)
            self._show()
            self.view.setFocus()

    def _failed(self, error: object) -> None:
        """A letter that cannot be read is said where one was; what stops its folder, here."""
        if self._read is None:
            self.leave()
            self.refused.emit(error)
            return
        self._show_made(made=True)
        if isinstance(error, ProblemError):
            self.notices.say_problem(error)
        else:
            self._desk.said.emit(error)

    # Showing

    def _show(self) -> None:
        read = self._read
        if read is None:
            return
        way = ImportAs(self._way.choice)
        anatomy = read.anatomy
        # What the reader of the file is unsure of is settled here alone; it is no part of the anatomy.
        doubts = tuple(d for d in doubts_of(read, way) if d.line not in self._settled or d.is_kept_out)
        self.lines.correct(replace(anatomy, doubts=doubts))
        self.doubts.take(doubts, [line for name in anatomy.names for line in name.lines])
        names = len(anatomy.names)
        self._about.setText(ngettext("{number} name", "{number} names", names).format(number=names))
        self._consequence.setText(
            _("Last year's letter for a new one: nobody is named until asked again.")
            if way is ImportAs.MODEL
            else _("The letter itself, re-opened: the names in it stay named, as they were published.")
        )
        self._found.show_anatomy(anatomy)

    # Correcting

    def assign(self, lines: list[int], place: Place) -> None:
        """Say what some lines are."""
        read = self._read
        if read is not None:
            self._correct(lambda anatomy: assigned(anatomy, read.file.source, lines, place))

    def _keep(self, line: int, name: str) -> None:
        self._settled.add(line)
        self._correct(lambda anatomy: renamed(anatomy, line, name) if name else settled(anatomy, line))

    def _correct(self, how: Callable[[Anatomy], Anatomy]) -> None:
        if self._read is not None:
            self._read = replace(self._read, anatomy=how(self._read.anatomy))
            self._show()

    def _ask_place(self) -> None:
        self.view.menu().popup(self._change.mapToGlobal(self._change.rect().bottomLeft()))

    # Ending

    def make(self) -> None:
        """Make the campaign, where somebody says."""
        read = self._read
        if read is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = title_of(read.anatomy, read.letter.stem).replace("/", "-")[:60]
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Where shall the letter's folder lie?"), str(Path(documents) / name), _("Folder") + " (*)"
        )
        if not chosen:
            return
        program = self._desk.program
        patterns = Patterns.shipped(program.patterns, program.templates)
        words = Words(source_of, of_doubt, of_line)
        steps = campaign_from(read, Path(chosen), ImportAs(self._way.choice), patterns, words)
        self.notices.clear()
        self._show_made(made=False)
        self._task.begin(steps, self._made, stepped=self._stepped, cancelled=self._left)

    def _stepped(self, step: object) -> None:
        if isinstance(step, Step):
            self._about.setText(of_step(step))

    def _made(self, imported: object) -> None:
        if isinstance(imported, Imported):
            self._forget()
            self.made.emit(imported.folder)

    def _show_made(self, *, made: bool) -> None:
        """While the folder is made nothing but Cancel is of use."""
        self.create_button.setEnabled(made and self._read is not None)
        self.view.setEnabled(made)
        self._beside.setEnabled(made)
        self._show()

    def leave(self) -> None:
        """Back; nothing was written. Of a folder that is being made nothing is left."""
        if self._read is not None and self._task.is_running:
            self._task.cancel()
        else:
            self._left()

    def _left(self) -> None:
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        self._task.drop()
        self._read = None
        self._show_made(made=True)
        self._settled.clear()
        self.notices.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F8:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.doubts.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)
