"""Tables that are read and chosen by whole rows."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop_app.ui.row_delegate import row_height


def show_whole_rows(view: QTableView) -> None:
    """Draw no grid and no numbers, and all rows of one height; Tab leads out of the table at once."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
    rows = view.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(row_height())
    rows.setDefaultSectionSize(row_height())
