"""How wide a column must be for its heading, in whatever language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStyle


def heading_width(head: QHeaderView, column: int) -> int:
    """Pixels in which a heading can be read whole, with the sign of the order beside it."""
    words = str(head.model().headerData(column, Qt.Orientation.Horizontal) or "")
    style = head.style()
    sign = style.pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize, None, head)
    margin = style.pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, head)
    return max(head.sectionSizeHint(column), head.fontMetrics().horizontalAdvance(words) + sign + 4 * margin)
