"""One worksheet as it stands in its XML. Rows that an edit changes become a tree; all others are bytes.

So a row that nobody touched cannot change, whatever a newer Excel wrote into it; and a sheet of 70,000 rows
costs no more memory than its text.
"""

import re
from collections.abc import Iterator

from lxml import etree

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.docx_package import serialise
from desktop_app.files.list_editor.cells import number_cells
from desktop_app.files.package_gate import MAX_TAGS, parse
from desktop_app.files.sheetml import LAST_ROW, whole, x

_PREFIX = rb"(?:[\w.-]+:)?"
_ATTRIBUTES = rb"""(?:[^<>"'/]++|"[^"]*"|'[^']*'|/(?!>))*+"""
_ROOT = re.compile(rb"<(" + _PREFIX + rb"worksheet)(?=[\s>])" + _ATTRIBUTES + rb">")
_DATA = re.compile(
    rb"<(" + _PREFIX + rb"sheetData)(?=[\s/>])" + _ATTRIBUTES + rb"(?:/>|>(.*)</\1\s*>)", re.DOTALL
)
_ROW = re.compile(rb"<(" + _PREFIX + rb"row)(?=[\s/>])(" + _ATTRIBUTES + rb")(?:/>|>.*?</\1\s*>)", re.DOTALL)
_ROW_NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d+)["']""")
_CELL_NUMBER = re.compile(rb"""\sr\s*=\s*["'][A-Z]+(\d+)["']""")


def plain_xml(xml: bytes, file: str, part: str) -> bytes:
    """The same part without comments and CDATA, so that every ``<`` begins a tag.

    It nearly always is so already, and is then not touched.
    """
    if b"<!" not in xml and xml.find(b"<?", 5) < 0:
        return xml
    root = parse(xml, file, part)
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    return serialise(root)


class Worksheet:
    """A worksheet that is being edited.

    Attributes:
        root: All of it but its rows: what stands before and behind them.
        place: The file and the sheet, for messages.
        prefix: What stands before the names of its elements, with a colon; or nothing.

    Raises:
        ProblemError: ``file-damaged`` where its rows are not in order; ``file-too-large``.
    """

    def __init__(self, xml: bytes, file: str, sheet: str) -> None:
        self.place = Place(file=file, part=sheet)
        text = plain_xml(xml, file, sheet)
        root, data = _ROOT.search(text), _DATA.search(text)
        if root is None or data is None:
            raise ProblemError("file-damaged", self.place)
        around = text[: data.start()], text[data.end() :]
        if sum(part.count(b"<") for part in around) > MAX_TAGS:
            raise ProblemError("file-too-large", self.place)
        self.prefix = root[1].removesuffix(b"worksheet").decode()
        # A row is read as if it stood alone in its sheet: its prefixes are declared up there.
        self._around = root[0], b"</" + root[1] + b">"
        self._kept = self._numbered(data[2] or b"")
        self._touched: dict[int, etree._Element] = {}
        self.root = parse((b"<" + data[1] + b"/>").join(around), file, sheet)
        rows = self.root.find(x("sheetData"))
        if rows is None:
            raise ProblemError("file-damaged", self.place)
        self._rows = rows

    def _numbered(self, data: bytes) -> dict[int, bytes]:
        kept: dict[int, bytes] = {}
        last = 0
        for row in _ROW.finditer(data):
            given = _ROW_NUMBER.search(row[2]) or _CELL_NUMBER.search(row[0])
            number = whole(given[1].decode()) if given else last + 1
            if not last < number <= LAST_ROW:
                raise ProblemError(
                    "file-damaged", Place(self.place.file, self.place.part, row=min(number, last + 1))
                )
            kept[number] = row[0]
            last = number
        return kept

    def has(self, number: int) -> bool:
        """Whether the sheet has that row; one without any cell may be left out of it."""
        return number in self._kept or number in self._touched

    def row(self, number: int) -> etree._Element:
        """That row, to be edited; made where there is none. Each of its cells says where it stands."""
        if number not in self._touched:
            raw = self._kept.pop(number, None)
            self._touched[number] = self._made(number) if raw is None else self._read(raw, number)
        return self._touched[number]

    def add(self, number: int, row: bytes) -> None:
        """Take a row that is not there yet, as it is to be saved."""
        self._kept[number] = row

    def rows_with(self, text: bytes) -> list[int]:
        """The rows that are no tree yet and whose XML holds these bytes."""
        return [number for number, raw in self._kept.items() if text in raw]

    def found(self, pattern: re.Pattern[bytes]) -> Iterator[bytes]:
        """What the pattern finds in the rows that are no tree yet."""
        return (match[0] for raw in self._kept.values() for match in pattern.finditer(raw))

    def _made(self, number: int) -> etree._Element:
        return etree.SubElement(self._rows, x("row"), r=str(number))

    def _read(self, raw: bytes, number: int) -> etree._Element:
        opening, closing = self._around
        (row,) = parse(opening + raw + closing, self.place.file, self.place.part)
        self._rows.append(row)
        row.set("r", str(number))
        number_cells(row, number)
        return row

    def to_bytes(self) -> bytes:
        """The part as it is to be saved."""
        self._rows.text = ""  # so that it has an end tag
        xml = serialise(self.root)
        data = _DATA.search(xml)
        if data is None or data[2] is None:
            raise AssertionError("a worksheet without rows was written")
        # Both are in the order in which they were touched.
        edited = zip(self._touched, (row[0] for row in _ROW.finditer(data[2])), strict=True)
        rows = sorted({**self._kept, **dict(edited)}.items())
        return xml[: data.start(2)] + b"".join(raw for _, raw in rows) + xml[data.end(2) :]
