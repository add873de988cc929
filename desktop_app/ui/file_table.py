"""A list of files with a few words beside each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop_app.ui import icons, kit
from desktop_app.ui.whole_rows import show_whole_rows

Mark = tuple[str, str]
"""An icon and its colour."""
_MOST_ROWS = 16


class FileTable(QTableWidget):
    """Shows files. It is read only; the first column takes what room there is.

    Args:
        name: What a screen reader calls it.
        headings: Of the columns.
    """

    def __init__(self, name: str, headings: Sequence[str]) -> None:
        super().__init__(0, len(headings))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        show_whole_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[Sequence[str]], marks: Sequence[Mark | None] = ()) -> None:
        """Other files; ``marks`` stand before the last column's words."""
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text if column == 0 else "")
                self.setItem(at, column, item)
                if column == len(row) - 1 and at < len(marks) and (mark := marks[at]) is not None:
                    item.setIcon(icons.icon(*mark))
        shown = min(len(rows), _MOST_ROWS)
        height = (
            self.horizontalHeader().sizeHint().height() + shown * self.verticalHeader().defaultSectionSize()
        )
        self.setMinimumHeight(min(height, round(220 * kit.scale())) + 2)
        self.setMaximumHeight(height + 4)
