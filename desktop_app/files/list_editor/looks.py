"""What new cells look like: as those above them."""

from collections.abc import Mapping

from lxml import etree

from desktop_app.files.list_editor.cells import column_of_cell
from desktop_app.files.list_editor.worksheet import Worksheet
from desktop_app.files.sheetml import LAST_COLUMN, reference, whole, x


def dress(row: etree._Element, model: etree._Element) -> None:
    """Let a new row look like its model in every column, whatever it will say there."""
    for name in ("s", "customFormat"):
        if name in model.attrib:
            row.set(name, model.get(name, ""))
    number = row.get("r", "")
    for cell in model.iterchildren(x("c")):
        if "s" in cell.attrib:
            place = reference(int(number), column_of_cell(cell))
            etree.SubElement(row, x("c"), r=place, s=cell.get("s", ""))


def column_styles(sheet: Worksheet) -> dict[int, str]:
    """The styles that whole columns have."""
    return {
        column: columns.get("style", "")
        for columns in sheet.root.iter(x("col"))
        for column in range(whole(columns.get("min")), min(whole(columns.get("max")), LAST_COLUMN) + 1)
    }


def style_like(
    model: etree._Element, cells: Mapping[int, etree._Element], column: int, styles: dict[int, str]
) -> str:
    """The style of a new cell beside a model row, whose cells these are."""
    cell = cells.get(column)
    if cell is not None:
        return cell.get("s", "")
    return model.get("s", "") if "customFormat" in model.attrib else styles.get(column, "")
