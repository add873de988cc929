"""What would stay behind of a row that is emptied, or of a text that is replaced.

A spreadsheet keeps texts apart from the cells that show them: in a table of strings, in comments, in
links. Whoever gets the workbook could read there what was taken out of the list.
"""

import re
from collections.abc import Callable, Collection

from lxml import etree

from desktop_app.files.list_editor.workbook import MAIN_PART, Workbook
from desktop_app.files.list_editor.worksheet import Worksheet, plain_xml
from desktop_app.files.sheetml import Area, R, area, x

_PREFIX = rb"(?:[\w.-]+:)?"
_SHARED_CELL = re.compile(
    rb"<" + _PREFIX + rb"""c\s(?:[^<>]*?\s)?t\s*=\s*["']s["'][^<>]*>"""
    rb"\s*<" + _PREFIX + rb"v(?:\s[^<>]*)?>\s*(\d{1,9})\b"
)
_STRING = re.compile(rb"<(" + _PREFIX + rb"si)(?=[\s/>])[^<>]*?(?:/>|>.*?</\1\s*>)", re.DOTALL)
_SHAPE = re.compile(rb"<v:shape\s(?:(?!<v:shape\s).)*?</v:shape>\s*", re.DOTALL)
_SHAPE_ROW = re.compile(rb"<x:Row>\s*(\d{1,9})\s*</x:Row>")
_NOTE = b'ObjectType="Note"'


def blank_strings(workbook: Workbook) -> None:
    """Blank those of the shared strings that no cell refers to any more; all keep their numbers."""
    for relation in workbook.relations(MAIN_PART, "sharedStrings"):
        used = {int(number) for sheet in workbook.worksheets() for number in _SHARED_CELL.findall(sheet)}
        xml = plain_xml(workbook.raw(relation.target), workbook.file, relation.target)
        workbook.put(relation.target, _with_strings(xml, used))


def _with_strings(xml: bytes, used: Collection[int]) -> bytes:
    pieces: list[bytes] = []
    end = 0
    for number, string in enumerate(_STRING.finditer(xml)):
        if number not in used:
            prefix = string[1][:-2]
            blank = b"<%bsi><%bt/></%bsi>" % (prefix, prefix, prefix)
            pieces += [xml[end : string.start()], blank]
            end = string.end()
    return b"".join([*pieces, xml[end:]])


def drop_links(workbook: Workbook, sheet: Worksheet, part: str, is_emptied: Callable[[Area], bool]) -> None:
    """Take off the links of those cells, with their addresses."""
    links = sheet.root.find(x("hyperlinks"))
    if links is None:
        return
    for link in list(links):
        where = area(link.get("ref", ""))
        if where is not None and is_emptied(where):
            links.remove(link)
            _drop_address(workbook, sheet, part, link.get(f"{{{R}}}id"))
    if len(links) == 0:
        sheet.root.remove(links)


def _drop_address(workbook: Workbook, sheet: Worksheet, part: str, key: str | None) -> None:
    if key is not None and not any(link.get(f"{{{R}}}id") == key for link in sheet.root.iter(x("hyperlink"))):
        workbook.drop_relation(part, key)


def renew_links(workbook: Workbook, sheet: Worksheet, part: str, cells: Collection[tuple[int, int]]) -> None:
    """Let the links of cells that say something else no longer say it: a mail address goes with its text.

    A link to a website stays; the organisation has it still when its name is spelled another way.
    """
    mail = {r.key for r in workbook.relations(part, "hyperlink") if r.target.startswith("mailto:")}
    stale: list[Area] = []
    for link in sheet.root.iter(x("hyperlink")):
        where = area(link.get("ref", ""))
        if where is not None and (where.top, where.left) in cells:
            link.attrib.pop("display", None)
            link.attrib.pop("tooltip", None)
            if link.get(f"{{{R}}}id") in mail and where.top == where.bottom:
                stale.append(where)
    drop_links(workbook, sheet, part, stale.__contains__)


def drop_comments(workbook: Workbook, part: str, rows: Collection[int]) -> None:
    """Take out the comments on those rows: old ones, threaded ones, and the shapes they are shown in."""
    for kind in ("comments", "threadedComment"):
        for relation in workbook.relations(part, kind):
            root = workbook.tree(relation.target)
            gone = [entry for entry in root.iter() if _stands_in(entry, rows)]
            for entry in gone:
                parent = entry.getparent()
                if parent is not None:
                    parent.remove(entry)
            if gone:
                workbook.put(relation.target, root)
    for relation in workbook.relations(part, "vmlDrawing"):
        # Excel writes shapes that no XML parser reads, so they are cut out of the text.
        shapes = workbook.raw(relation.target)
        workbook.put(relation.target, _SHAPE.sub(lambda shape: _kept_shape(shape[0], rows), shapes))


def _stands_in(entry: etree._Element, rows: Collection[int]) -> bool:
    where = area(entry.get("ref", "")) if isinstance(entry.tag, str) else None
    return where is not None and where.top in rows


def _kept_shape(shape: bytes, rows: Collection[int]) -> bytes:
    # Shapes count rows from nought.
    row = _SHAPE_ROW.search(shape)
    return b"" if row and _NOTE in shape and int(row[1]) + 1 in rows else shape
