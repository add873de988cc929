"""A workbook as its parts: what is not edited is carried over byte by byte."""

import io
import itertools
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.docx_package import serialise
from desktop_app.files.list_editor.worksheet import Worksheet, plain_xml
from desktop_app.files.package_gate import Kind, parse, unpack
from desktop_app.files.part_names import shown_part
from desktop_app.files.sheet_scan import part_of_sheet
from desktop_app.files.sheetml import R, whole, x

MAIN_PART = "xl/workbook.xml"
_TYPES_PART = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

# The oldest date a zip can hold: the same edit gives the same bytes, which say nothing of its day.
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to. ``target`` is the name of a part, or an address when ``external``."""

    key: str
    kind: str
    target: str
    external: bool


class Workbook:
    """The parts of a workbook, to be read and replaced one by one.

    Raises:
        ProblemError: as ``unpack``; ``list-signed`` and ``list-tracked`` where any edit would break what
            the workbook says about itself.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self._parts = unpack(data, Kind.XLSX, file)
        if self._has_folder("_xmlsignatures/"):
            raise ProblemError("list-signed", Place(file=file))
        if self._has_folder("xl/revisions/"):
            raise ProblemError("list-tracked", Place(file=file))

    def _has_folder(self, folder: str) -> bool:
        return any(name.casefold().startswith(folder) for name in self._parts)

    def raw(self, part: str) -> bytes:
        """The bytes of that part.

        Raises:
            ProblemError: ``file-damaged`` where it is not there.
        """
        if part not in self._parts:
            raise ProblemError("file-damaged", Place(file=self.file, part=shown_part(part)))
        return self._parts[part]

    def tree(self, part: str) -> etree._Element:
        """That part as a tree; ``put`` gives it back."""
        return parse(self.raw(part), self.file, part)

    def put(self, part: str, content: etree._Element | bytes) -> None:
        """Replace that part, or add it as the last."""
        self._parts[part] = content if isinstance(content, bytes) else serialise(content)

    def part_of_sheet(self, sheet: str) -> str:
        """The part that holds the sheet of that name."""
        return part_of_sheet(self._parts, sheet, self.file)

    def worksheet(self, sheet: str) -> Worksheet:
        """The sheet of that name, to be edited."""
        return Worksheet(self.raw(self.part_of_sheet(sheet)), self.file, sheet)

    def sheet_names(self) -> list[str]:
        """The names of all sheets, in their order."""
        return [sheet.get("name", "") for sheet in self.tree(MAIN_PART).iter(x("sheet"))]

    def is_worksheet(self, sheet: str) -> bool:
        """Whether the sheet of that name holds cells; it may be a chart."""
        part = self.part_of_sheet(sheet)
        return any(relation.target == part for relation in self.relations(MAIN_PART, "worksheet"))

    def worksheets(self) -> Iterator[bytes]:
        """Every worksheet as its XML, without comments and CDATA."""
        for relation in self.relations(MAIN_PART, "worksheet"):
            yield plain_xml(self.raw(relation.target), self.file, relation.target)

    def relations(self, part: str, kind: str) -> list[Relation]:
        """What the part refers to as being of that kind: ``table``, ``comments``."""
        relations_part = _relations_of(part)
        if relations_part not in self._parts:
            return []
        entries = (_relation(entry, part) for entry in self.tree(relations_part).iter(_RELATION))
        return [relation for relation in entries if relation.kind == kind]

    def drop_relation(self, part: str, key: str) -> None:
        """Let the part no longer refer to something."""
        root = self.tree(_relations_of(part))
        for entry in root.iter(_RELATION):
            if entry.get("Id") == key:
                root.remove(entry)
        self.put(_relations_of(part), root)

    def drop_part(self, part: str) -> None:
        """Leave the part out. Whoever referred to it no longer may."""
        self._parts.pop(part, None)
        types = self.tree(_TYPES_PART)
        for override in types.findall(f"{_TYPES}Override[@PartName='/{part}']"):
            types.remove(override)
        self.put(_TYPES_PART, types)

    def add_sheet(self, sheet: str, content: bytes) -> None:
        """Put a worksheet behind the others."""
        part = _free("xl/worksheets/sheet{}.xml", self._parts)
        self.put(part, content)
        types = self.tree(_TYPES_PART)
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{part}", ContentType=_WORKSHEET_TYPE)
        self.put(_TYPES_PART, types)
        relations = self.tree(_relations_of(MAIN_PART))
        key = _free("rId{}", [entry.get("Id", "") for entry in relations.iter(_RELATION)])
        etree.SubElement(relations, _RELATION, Id=key, Type=f"{R}/worksheet", Target=f"/{part}")
        self.put(_relations_of(MAIN_PART), relations)
        self._enter(sheet, key)

    def _enter(self, sheet: str, key: str) -> None:
        root = self.tree(MAIN_PART)
        sheets = root.find(x("sheets"))
        if sheets is None:
            raise ProblemError("file-damaged", Place(file=self.file, part=MAIN_PART))
        protection = root.find(x("workbookProtection"))
        if protection is not None and protection.get("lockStructure") in ("1", "true"):
            raise ProblemError("list-structure-locked", Place(file=self.file))
        number = 1 + max(whole(entry.get("sheetId")) for entry in sheets)
        entry = etree.SubElement(sheets, x("sheet"), name=sheet, sheetId=str(number))
        entry.set(f"{{{R}}}id", key)
        self.put(MAIN_PART, root)

    def to_bytes(self) -> bytes:
        """The whole workbook: its parts in the order they had, new ones behind."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as package:
            for name, content in self._parts.items():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.create_system = 0  # the same bytes on every system
                package.writestr(entry, content, zipfile.ZIP_DEFLATED)
        return packed.getvalue()


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _relation(entry: etree._Element, part: str) -> Relation:
    external = entry.get("TargetMode") == "External"
    target = entry.get("Target", "")
    if not external:
        # A target that begins with a slash counts from the top of the package, any other from the part.
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
    kind = entry.get("Type", "").rpartition("/")[2]
    return Relation(entry.get("Id", ""), kind, target, external)


def _free(pattern: str, taken: Iterable[str]) -> str:
    known = {name.casefold() for name in taken}
    numbers = (pattern.format(number) for number in itertools.count(1))
    return next(name for name in numbers if name.casefold() not in known)
