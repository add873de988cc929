"""What reaches to the end of the list goes on reaching there when the list grows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.list_editor.workbook import MAIN_PART, Workbook
from desktop_app.files.list_editor.worksheet import Worksheet
from desktop_app.files.sheetml import Area, area, whole, x

_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
_RULES = (x("conditionalFormatting"), x("dataValidation"))
_NEWER_RULES = ("conditionalFormatting", "dataValidation")
_NAMES = ("_xlnm._FilterDatabase", "_xlnm.Print_Area")
_Stretch = Callable[[Area], Area]


@dataclass(frozen=True, slots=True)
class Growth:
    """How the list grows.

    Attributes:
        header: The row of its headings.
        last: Its last row as it was.
        rows: How many rows come below.
        columns: The headings that come right of it.
        first_new: The column of the first of them.
    """

    header: int
    last: int
    rows: int
    columns: tuple[str, ...]
    first_new: int

    @property
    def bottom(self) -> int:
        """The last row as it will be."""
        return self.last + self.rows

    def of_sheet(self, covered: Area) -> Area:
        """All that stands in the sheet."""
        right = self.first_new + len(self.columns) - 1
        return covered._replace(bottom=max(covered.bottom, self.bottom), right=max(covered.right, right))

    def of_rule(self, covered: Area) -> Area:
        """A rule over the list holds for the new rows too; one made for its last row does not."""
        begins_above = covered.top < self.last or covered.top == self.header + 1
        if begins_above and self._ends_within(covered):
            return covered._replace(bottom=self.bottom)
        return covered

    def of_filter(self, covered: Area) -> Area:
        """A filter over the list, or over its headings while there is no row, takes in what is new."""
        if not covered.top <= self.header <= covered.bottom:
            return covered
        if self._ends_within(covered) or (self.rows and covered.bottom == self.header):
            covered = covered._replace(bottom=self.bottom)
        if self.columns and covered.right == self.first_new - 1:
            covered = covered._replace(right=covered.right + len(self.columns))
        return covered

    def _ends_within(self, covered: Area) -> bool:
        return self.last <= covered.bottom < self.bottom


def grow(workbook: Workbook, sheet: Worksheet, part: str, growth: Growth, name: str) -> None:
    """Stretch all that ends with the list.

    Raises:
        ProblemError: ``list-totals-row`` where a table's totals stand in the way.
    """
    for relation in workbook.relations(part, "table"):
        table = workbook.tree(relation.target)
        if _grow_table(table, growth, Place(file=workbook.file, part=name)):
            workbook.put(relation.target, table)
    dimension = sheet.root.find(x("dimension"))
    if dimension is not None:
        _replace(dimension, "ref", growth.of_sheet)
    for filtered in sheet.root.iterfind(x("autoFilter")):
        _replace(filtered, "ref", growth.of_filter)
    _grow_rules(sheet.root, growth)
    _grow_names(workbook, growth, name)


def _grow_table(table: etree._Element, growth: Growth, place: Place) -> bool:
    covered = area(table.get("ref", ""))
    if covered is None or not covered.top <= growth.header <= covered.bottom:
        return False
    totals = whole(table.get("totalsRowCount"))
    if growth.rows and totals:
        raise ProblemError("list-totals-row", Place(place.file, place.part, row=covered.bottom))
    new = growth.of_filter(covered)
    if new == covered:
        return False
    table.set("ref", str(new))
    for filtered in table.iterfind(x("autoFilter")):
        filtered.set("ref", str(new._replace(bottom=new.bottom - totals)))
    if new.right > covered.right:
        _add_table_columns(table, growth.columns)
    return True


def _add_table_columns(table: etree._Element, headings: tuple[str, ...]) -> None:
    for columns in table.iterfind(x("tableColumns")):
        for heading in headings:
            number = 1 + max((whole(column.get("id")) for column in columns), default=0)
            etree.SubElement(columns, x("tableColumn"), id=str(number), name=heading)
        columns.set("count", str(len(columns)))


def _grow_rules(root: etree._Element, growth: Growth) -> None:
    for rule in root.iter(*_RULES):
        if rule.get("sqref"):
            rule.set("sqref", _stretched(rule.get("sqref", ""), growth))
    for areas in _newer_areas(root):
        areas.text = _stretched(areas.text or "", growth)


def _newer_areas(root: etree._Element) -> Iterator[etree._Element]:
    """Of rules that newer Excels write behind the sheet. A sparkline's place is written alike and stays."""
    for areas in root.iter(f"{_XM}sqref"):
        rule = areas.getparent()
        if rule is not None and etree.QName(rule).localname in _NEWER_RULES:
            yield areas


def _stretched(areas: str, growth: Growth) -> str:
    read = ((text, area(text)) for text in areas.split())
    return " ".join(text if covered is None else str(growth.of_rule(covered)) for text, covered in read)


def _replace(element: etree._Element, attribute: str, stretch: _Stretch) -> None:
    covered = area(element.get(attribute, ""))
    if covered is not None:
        element.set(attribute, str(stretch(covered)))


def _grow_names(workbook: Workbook, growth: Growth, sheet: str) -> None:
    """What is filtered and what is printed are kept once more, as names of the workbook."""
    root = workbook.tree(MAIN_PART)
    index = str(workbook.sheet_names().index(sheet))
    changed = False
    for entry in root.iter(x("definedName")):
        if entry.get("name") not in _NAMES or entry.get("localSheetId") != index:
            continue
        where, bang, covered = (entry.text or "").rpartition("!")
        found = area(covered)
        if found is not None and growth.of_filter(found) != found:
            entry.text = f"{where}{bang}{growth.of_filter(found).fixed}"
            changed = True
    if changed:
        workbook.put(MAIN_PART, root)
