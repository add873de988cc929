"""What calamine does not tell about a worksheet: how far it reaches, which cells are formulas or errors."""

import io
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.package_gate import holds, parse
from desktop_app.files.sheetml import R, area, column_number, reference, whole, x

MAX_TEXT = 100 << 20
"""Bytes of all cells of a sheet. A text may stand once in the package and in a million cells: a workbook of
300 kB takes 17 GB."""

_LONG_TEXT = re.compile(rb">[^<]{200000}")
"""Excel allows a cell 32,767 characters."""
_SHARED = "xl/sharedstrings.xml"
_SHARED_END = re.compile(rb"</(?:\w+:)?si>")
_STRINGS = re.compile(rb"""<(?:[^\s<>:/]+:)?sst\s(?:[^<>"']++|"[^"]*"|'[^']*')*+>""")
_COUNTED = re.compile(rb"""\suniqueCount\s*=\s*(?:"[^"]*"|'[^']*')""")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>\s*([0-9]{1,7})\s*<")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_CONTENT = frozenset({"v", "f", "is"})

_STARTS = re.compile(rb"\s*(?:<\?xml [^>]*\?>)?\s*<worksheet[ >]")
_CELLS = (b"<sheetData>", b"</sheetData>")
_PLACE = re.compile(rb'<c r="([A-Z]{1,3}[1-9][0-9]{0,6})')
_STANDS_OUT = (b'"e"', b"'e'", b"<!")
"""Errors, and what would hide a cell or a formula from a search for bytes."""
_FORMULA = re.compile(rb"<f[\s/>]")
_PREFIXED = re.compile(rb":[cf]")
"""A cell or a formula under a prefix, perhaps."""
_ODD_CELL = re.compile(rb'<c(?! r="[A-Z][1-9][0-9]{0,4}")')
"""A cell that does not begin with its place, or lies beyond column Z or row 99,999: within are no more than
2.6 million cells."""
_BLANK_CELL = re.compile(rb'<c r="[A-Z]{1,3}[1-9][0-9]{0,6}"(?: [a-z]++="[^"<>]*+")*+ ?/>')
"""A cell with a look and nothing in it, wherever it is: somebody has coloured a million rows."""


@dataclass
class CellMarks:
    """What stands out in one worksheet. Rows and columns count from 1.

    Attributes:
        rows: The last row with anything in it.
        columns: The last column with anything in it.
        formulas: Row and column of each formula.
        errors: What each cell says that holds an error: ``#N/A``.
    """

    rows: int = 0
    columns: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    def columns_of_rows(self) -> dict[int, set[int]]:
        """The rows with a formula or an error, and the columns in which they have one."""
        columns: dict[int, set[int]] = defaultdict(set)
        for row, column in (*self.formulas, *self.errors):
            columns[row].add(column)
        return dict(columns)


def scan_sheet(parts: Mapping[str, bytes], sheet: str, file: str) -> CellMarks:
    """Read through the worksheet of that name once, keeping only what stands out.

    Of a sheet in which nothing can stand out, and which cannot be too large, not even its end is told.

    Raises:
        ProblemError: ``file-damaged`` where the workbook does not say where the sheet lies, where its XML is
            broken, a cell stands outside any sheet, or cells stand in two places of it; ``cell-twice``, with
            the cell, where calamine would keep one of two texts; ``file-too-large``.
    """
    part = part_of_sheet(parts, sheet, file)
    xml = parts.get(part, b"")
    if _is_too_long(parts, xml):
        raise ProblemError("file-too-large", Place(file=file, part=sheet))
    if _is_simple(xml):
        return CellMarks()
    try:
        return _scanned(parts[part])
    except _TwiceError as twice:
        raise ProblemError("cell-twice", Place(file, sheet, row=twice.row), cell=str(twice)) from None
    except (KeyError, ValueError, expat.ExpatError):
        raise ProblemError("file-damaged", Place(file=file, part=sheet)) from None


def _scanned(xml: bytes) -> CellMarks:
    scanner = _Scanner()
    scanner.read(xml)
    if not scanner.is_sorted:
        # To remember each cell takes memory, and nearly all sheets are in order.
        _Scanner(set()).read(xml)
    return scanner.marks


def _is_too_long(parts: Mapping[str, bytes], xml: bytes) -> bool:
    """Whether a text is longer than any cell, or cells repeat one until it fills the memory."""
    shared = next((data for name, data in parts.items() if name.casefold() == _SHARED), b"")
    if _LONG_TEXT.search(xml) or _LONG_TEXT.search(shared):
        return True
    lengths = [len(text) for text in _SHARED_END.split(shared)]
    if max(lengths) * xml.count(b"<") < MAX_TEXT:
        return False
    uses = Counter(map(int, _VALUE.findall(xml)))
    return sum(lengths[at] * times for at, times in uses.items() if at < len(lengths)) > MAX_TEXT


def _is_simple(xml: bytes) -> bool:
    """Whether bytes alone tell that nothing stands out or stands twice, and how far the sheet can reach."""
    start, end = xml.find(_CELLS[0]), xml.rfind(_CELLS[1])
    if _STARTS.match(xml) is None or not 0 < start < end or xml.count(b"sheetData") != len(_CELLS):
        return False
    cells = xml[start:end]
    if (
        any(holds(cells, sign) for sign in _STANDS_OUT)
        or (holds(cells, b"<f") and _FORMULA.search(cells))
        or _PREFIXED.search(cells)
    ):
        return False
    filled = _BLANK_CELL.sub(b"", cells)
    if _ODD_CELL.search(filled):
        return False
    places = _PLACE.findall(filled)
    return len(set(places)) == len(places)


def uncounted(xml: bytes) -> bytes:
    """Shared texts that do not say how many they are."""
    return _STRINGS.sub(lambda tag: _COUNTED.sub(b"", tag[0]), xml)


def part_of_sheet(parts: Mapping[str, bytes], sheet: str, file: str) -> str:
    """The name of the part that holds the sheet of that name.

    Raises:
        ProblemError: ``file-damaged`` where the workbook or its relations are not there or broken.
    """
    try:
        workbook = parse(parts["xl/workbook.xml"], file, "xl/workbook.xml")
        relations = parse(parts["xl/_rels/workbook.xml.rels"], file, "xl/_rels/workbook.xml.rels")
    except KeyError:
        raise ProblemError("file-damaged", Place(file=file)) from None
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    ids = {entry.get("name"): entry.get(f"{{{R}}}id") for entry in workbook.iter(x("sheet"))}
    target = targets.get(ids.get(sheet), "")
    # A target that begins with a slash counts from the top of the package, any other from the workbook.
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def totals_rows(parts: Mapping[str, bytes], sheet: str, file: str) -> frozenset[int]:
    """Rows of sums, which a table puts below itself: they are nobody's.

    Raises:
        ProblemError: ``file-damaged`` where the sheet, or what it refers to, is broken.
    """
    if not any(name.startswith("xl/tables/") for name in parts):
        return frozenset()
    folder, name = posixpath.split(part_of_sheet(parts, sheet, file))
    relations = f"{folder}/_rels/{name}.rels"
    found: set[int] = set()
    for relation in parse(parts[relations], file, relations) if relations in parts else ():
        part = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        if relation.get("Type", "").endswith("/table") and part in parts:
            table = parse(parts[part], file, part)
            covered = area(table.get("ref", ""))
            if covered is not None and whole(table.get("totalsRowCount")):
                found.add(covered.bottom)
    return frozenset(found)


class _TwiceError(Exception):
    """Something stands twice in the same cell."""

    def __init__(self, row: int, column: int) -> None:
        super().__init__(reference(row, column))
        self.row = row


class _Scanner:
    """Follows the tags of a worksheet. expat, because 700,000 cells as trees take a gigabyte.

    Args:
        seen: Takes the cells, to find one that stands twice; None = look at their order alone.

    Attributes:
        marks: What stands out.
        is_sorted: Whether each cell stands behind the one before it, so that none can stand twice.
    """

    def __init__(self, seen: set[tuple[int, int]] | None = None) -> None:
        self.marks = CellMarks()
        self.is_sorted = True
        self._seen = seen
        self._last = (0, 0)
        self._is_new = False
        self._sheets = 0
        self._row = 0
        self._column = 0
        self._is_error = False
        self._columns: dict[str, int] = {}
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start

    def read(self, xml: bytes) -> None:
        self._parser.ParseFile(io.BytesIO(xml))

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        # By the local name alone, as calamine does: a prefix must not hide a cell from us.
        element = name.rpartition(":")[2]
        if element == "c":
            self._start_cell(attributes)
        elif element == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif element in _CONTENT:
            self._note(element)
        elif element == "sheetData":
            self._sheets += 1
            if self._sheets > 1:
                raise ValueError(element)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        self._is_new = True
        self._is_error = attributes.get("t") == "e"
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
            return
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            raise ValueError(reference)
        letters, row = match.groups()
        self._row = int(row)
        self._column = self._columns.get(letters) or self._columns.setdefault(letters, column_number(letters))

    def _compare(self) -> None:
        self._is_new = False
        place = self._row, self._column
        if self._seen is None:
            self.is_sorted = self.is_sorted and place > self._last
            self._last = place
        elif place in self._seen:
            raise _TwiceError(*place)
        else:
            self._seen.add(place)

    def _note(self, element: str) -> None:
        if self._is_new:
            self._compare()
        marks = self.marks
        if self._row > marks.rows:
            marks.rows = self._row
        if self._column > marks.columns:
            marks.columns = self._column
        if element == "f":
            marks.formulas.add((self._row, self._column))
        if element == "v" and self._is_error:
            marks.errors[self._row, self._column] = ""
            self._parser.CharacterDataHandler = self._error_text
            self._parser.EndElementHandler = self._error_end

    def _error_text(self, text: str) -> None:
        self.marks.errors[self._row, self._column] += text

    def _error_end(self, _name: str) -> None:
        self._parser.CharacterDataHandler = None
        self._parser.EndElementHandler = None
