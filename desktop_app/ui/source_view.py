"""The lines of a letter as a table: some are chosen, and it is said what they are."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from desktop_app.support.i18n import _
from desktop_app.ui.source_lines import PLACES, Column, SourceDelegate, SourceLines


class SourceView(QTableView):
    """Over the lines.

    Signals:
        said: The numbers of the chosen lines, and the place in the letter that is theirs.
    """

    said = Signal(object, object)

    def __init__(self, lines: SourceLines) -> None:
        super().__init__()
        self._lines = lines
        self.setModel(lines)
        self.setItemDelegate(SourceDelegate(self))
        self.setAccessibleName(_("Lines of the letter"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self._lay_out()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu().exec(self.viewport().mapToGlobal(at)))

    def _lay_out(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        down.hide()
        down.setDefaultSectionSize(self.itemDelegate().sizeHint(None, None).height())  # type: ignore[arg-type]
        across.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(Column.NUMBER, self.fontMetrics().horizontalAdvance("00000") + 12)
        widest = max(self.fontMetrics().horizontalAdvance(_(word)) for word in PLACES.values())
        self.setColumnWidth(Column.PLACE, widest + 32)

    def selected(self) -> list[int]:
        """The numbers of the chosen lines."""
        rows = self.selectionModel().selectedRows(Column.TEXT)
        return sorted(self._lines.number_at(index.row()) for index in rows)

    def go_to(self, line: int) -> None:
        """Choose a line, and bring it into sight."""
        row = self._lines.row_of(line)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag
            index = self._lines.index(row, Column.TEXT)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)

    def menu(self) -> QMenu:
        """All that a line may be."""
        menu = QMenu(self)
        for place, word in PLACES.items():
            action = menu.addAction(_(word))
            action.triggered.connect(
                lambda _checked=False, place=place: self.said.emit(self.selected(), place)
            )
        return menu
