"""The place of the list: its figures, filters, the table, and every way to change it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.reporting import ProblemError, Severity
from desktop_app.domain.roster import umbrella_over
from desktop_app.domain.signatory import Disclosure
from desktop_app.support.i18n import _
from desktop_app.ui import icons, kit
from desktop_app.ui.add_line import AddLine
from desktop_app.ui.cell_words import countries, networks, suggestions
from desktop_app.ui.clip_cover import sensitive
from desktop_app.ui.desk import Desk
from desktop_app.ui.figures_strip import FiguresStrip
from desktop_app.ui.filter_chips import FilterChips
from desktop_app.ui.list_adder import ListAdder
from desktop_app.ui.list_index import Show
from desktop_app.ui.list_paster import ListPaster
from desktop_app.ui.naming_question import LIKE_WITHHELD, NEEDS_SOURCE, question
from desktop_app.ui.notices import Notices
from desktop_app.ui.paste_panel import PastePanel
from desktop_app.ui.signatory_table import SignatoryTable
from desktop_app.ui.signatory_view import SignatoryView
from desktop_app.wording.in_window import of_finding


class SignatoriesPage(QWidget):
    """Over the desk's list.

    Signals:
        duplicates_asked: The page where rows are held side by side.
        import_asked: A file with sign-ons is to be chosen.
    """

    duplicates_asked = Signal()
    import_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = SignatoryTable(self)
        self.view = SignatoryView(self.table, self._typed, partial(suggestions, desk))
        self.figures = FiguresStrip()
        self.chips = FilterChips()
        self.notices = Notices()
        self.add_line = AddLine(countries(desk))
        self.add_line.hide()
        self.paste_panel = PastePanel()
        self._adder = ListAdder(desk, self.notices, self.view, self.add_line)
        self._paster = ListPaster(desk, self.notices, self.paste_panel)
        self.search = QLineEdit()
        self._selected = kit.caption()
        self._refused = False
        self._lay_out()
        self._connect()
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.timeout.connect(lambda: self.table.search(self.search.text()))

    # Building

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 12)
        layout.setSpacing(12)
        layout.addLayout(self._header())
        layout.addWidget(self.figures)
        layout.addLayout(self._filters())
        layout.addWidget(self.notices)
        layout.addWidget(self.add_line)
        layout.addWidget(self.paste_panel)
        layout.addWidget(self.view, 1)
        keys = kit.caption(_("Enter edits · A anonymous · N named · Space selects"))
        layout.addLayout(kit.row(self._selected, None, keys))

    def _header(self) -> QHBoxLayout:
        self.search.setPlaceholderText(_("Search names, countries…"))
        self.search.setAccessibleName(_("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(280)
        self._duplicates = kit.button(_("Duplicates"), icon="copy", pressed=self.duplicates_asked.emit)
        self._import = kit.button(_("Import"), icon="download", pressed=self.import_asked.emit)
        self._add = kit.button(_("Add signatories"), "primary", icon="plus", pressed=self.add_one)
        return kit.row(
            kit.title(_("Signatories")), 16, None, self.search, self._duplicates, self._import, self._add
        )

    def _filters(self) -> QHBoxLayout:
        self._outline = kit.button(_("Outline"), "quiet", icon="list-tree")
        self._outline.setCheckable(True)
        self._outline.setChecked(True)
        self._names = kit.button("", "quiet", icon="eye", pressed=self.show_or_hide_names)
        return kit.row(self.chips, None, self._outline, self._names, spacing=4)

    def _connect(self) -> None:
        self.figures.asked.connect(self.chips.choose)
        self.chips.chosen.connect(self.table.show_only)
        self.search.textChanged.connect(lambda _text: self._search_timer.start(0))
        self._outline.toggled.connect(lambda on: self.table.outline(on=on))
        self.view.listed_as.connect(self.list_as)
        self.view.copy_asked.connect(self.copy)
        self.view.paste_asked.connect(self.paste)
        self._paster.added.connect(self._adder.show_added)
        self.view.put_under.connect(self.put_under)
        self.view.selected.connect(self._count_selected)
        self.add_line.closed.connect(self._close_add_line)
        desk = self._desk
        desk.opened.connect(self._opened)
        desk.list_changed.connect(self._list_changed)
        desk.counted.connect(self._counted)
        desk.cover.put_away.connect(self.view.put_away)
        desk.cover.changed.connect(self._covered)
        desk.checker.checked.connect(self._checked)

    # What the desk says

    def _opened(self) -> None:
        self.notices.clear()
        self.add_line.forget()
        self.add_line.hide()
        self.search.setText("")
        self.view.forget()
        self.chips.choose(Show.ALL)
        self._covered()

    def _list_changed(self, _rows: object) -> None:
        # The figures follow: the desk counts once for all that has changed.
        self.table.take(self._desk.editing.history.rows)
        self._count_selected()

    def _counted(self) -> None:
        self.figures.show_count(self._desk.figures)
        rows = self._desk.editing.history.rows
        states = Counter(row.disclosure for row in rows)
        numbers = {Show(state.value): number for state, number in states.items()}
        self.chips.show_numbers({**numbers, Show.ALL: len(rows), Show.TO_CHECK: self.table.to_check})
        self._count_selected()

    def _covered(self) -> None:
        covered = self._desk.cover.is_on
        self.table.cover(on=covered)
        if not covered:
            self.view.bring_back()
        word = _("Show names") if covered else _("Hide names")
        self._names.setText(f" {word}")
        self._names.setAccessibleName(word)
        self._names.setIcon(icons.icon("eye" if covered else "eye-off"))

    def _checked(self) -> None:
        """What findings say of rows, in the last column: the gravest for each."""
        notes: dict[int, str] = {}
        file = self._desk.campaign.list_file
        for finding in self._desk.checker.findings:
            if finding.severity is not Severity.NOTE:
                for place in finding.places:
                    if place.row is not None and place.file in (file, ""):
                        notes.setdefault(place.row, of_finding(finding))
        self.table.show_notes(notes)
        self._counted()

    def _count_selected(self) -> None:
        shown = self.table.rowCount()
        selected = self.view.number_selected
        self._selected.setText(_("{selected} of {shown} selected").format(selected=selected, shown=shown))

    # What somebody does

    def add_one(self) -> None:
        """Open the line in which signatories are typed."""
        self.add_line.begin()

    def show_or_hide_names(self) -> None:
        """Show withheld names for a while, or hide them."""
        if self._desk.cover.is_on:
            self._desk.cover.take_off()
        else:
            self._desk.cover.put_on()

    def list_as(self, rows: Sequence[int], to: Disclosure) -> None:
        """Have rows appear in another way; naming one that said no, or is like one, asks on what it rests."""
        self._list_as(rows, to, "", {})

    def _list_as(self, rows: Sequence[int], to: Disclosure, source: str, others: Mapping[int, str]) -> None:
        def again(problem: ProblemError, said: str) -> None:
            if problem.code != LIKE_WITHHELD:
                self._list_as(rows, to, said, others)
            elif problem.place.row is not None:
                asked = self._desk.editing.like_withheld(rows, problem.place.row)
                self._list_as(rows, to, source, {**others, **dict.fromkeys(asked, said)})

        confirmed = bool(source)
        step = partial(self._desk.steps.list_as, rows, to, source=source, confirmed=confirmed, others=others)
        self._try(step, again, rows)

    def put_under(self, rows: Sequence[int], network: int | None) -> None:
        """Have rows belong to a network, or to none. Who stands under a member stands under its network."""
        name = "" if network is None else umbrella_over(self._desk.editing.history.row(network))
        self._try(lambda: self._desk.steps.write(rows, "member_of", name))

    def ask_network(self) -> None:
        """Ask which network the selected rows belong to."""
        rows = self.view.rows()
        if rows:
            self.notices.ask(
                _("Which network do the selected rows belong to? Type its name or acronym; - for none."),
                _("Name of the network"),
                _("Put them there"),
                lambda typed: self._try(
                    lambda: self._desk.steps.write(rows, "member_of", "" if typed == "-" else typed)
                ),
                networks(self._desk),
            )

    def copy(self, rows: Sequence[int]) -> None:
        """Put rows on the clipboard as Excel does; hidden names never get there."""
        if any(self.table.is_masked(row) for row in rows):
            self.notices.say(
                "warn",
                _("Nothing was copied: names among these rows are hidden."),
                [(_("Show names"), self._desk.cover.take_off)],
            )
            return
        signatories = [self.table.signatory(row) for row in rows]
        lines = [f"{s.name}\t{s.acronym}\t{s.country}\t{s.disclosure.value}" for s in signatories]
        QGuiApplication.clipboard().setMimeData(sensitive("\n".join(lines)))

    def paste(self) -> None:
        """Take rows from the clipboard: names, or cells of a spreadsheet."""
        self._paster.paste()

    def show_row(self, row: int) -> None:
        """Bring a row into sight, whatever is searched for, filtered or folded."""
        if not self.table.index_of(row).isValid():
            self.search.clear()
            self.table.search("")
            self.chips.choose(Show.ALL)
        if not self.table.index_of(row).isValid():
            self._outline.setChecked(False)
        self.view.go_to(row)

    def commit(self) -> bool:
        """Take what is being typed into a cell; False where that is refused, or raises a question."""
        self._refused = False
        self.view.commit()
        return not self._refused

    def _typed(self, row: int, field: str, text: str, *, in_all: bool = False) -> None:
        there = self.view.row_in_hand(row)
        if there is None:
            said = _("The list was changed meanwhile, and row {row} is another one. Nothing was written.")
            self.notices.say("warn", said.format(row=row))
            return
        rows = sorted({there, *self.view.rows()}) if in_all else [there]

        def write(source: str = "") -> None:
            self._desk.steps.write(rows, field, text, source=source)

        self._try(write, lambda _problem, source: self._try(lambda: write(source)))

    def _close_add_line(self) -> None:
        self.add_line.hide()
        self.view.setFocus()

    def _try(
        self,
        step: Callable[[], object],
        with_source: Callable[[ProblemError, str], object] | None = None,
        rows: Sequence[int] = (),
    ) -> None:
        """Make a step. What stops it is said; where a source would let it go on, it is asked for."""
        self.notices.clear()
        try:
            step()
        except ProblemError as problem:
            self._refused = True
            if with_source is not None and problem.code in NEEDS_SOURCE:
                self.notices.ask(
                    question(problem, map(self.table.signatory, rows)),
                    _("For example: e-mail of 3 May"),
                    _("Name it") if len(rows) < 2 else _("Name them"),
                    partial(with_source, problem),
                )
            else:
                self.notices.say_problem(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.hasFocus():
            self.search.clear()
            self.view.setFocus()
        else:
            super().keyPressEvent(event)
