"""Where a name can hide in a workbook: rows that were deleted or hidden, names, caches, whoever made it."""

from collections.abc import Iterator

from promises.planting import Edit, Plant, added, added_file, into, package, parts_of

_SHEET, _BOOK, _STYLES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"

_IN_SHEET = {
    "text in a cell": '<x><c r="Z1" t="inlineStr"><is><t>@</t></is></c></x>',
    "text in a cell, in two looks": "<c t='inlineStr'><is><r><t>@</t></r><r><t>x</t></r></is></c>",
    "formula": '<c r="Z1"><f>"@"</f></c>',
    "result of a formula": '<c r="Z1" t="str"><f>A1</f><v>@</v></c>',
    "list of a validation": "<dataValidation><formula1>@</formula1></dataValidation>",
    "prompt of a validation": "<dataValidations><dataValidation prompt=$/></dataValidations>",
    "error of a validation": "<dataValidations><dataValidation error=$/></dataValidations>",
    "formula of a conditional look": "<cfRule><formula>@</formula></cfRule>",
    "filter": "<autoFilter><filterColumn><filters><filter val=$/></filters></filterColumn></autoFilter>",
    "head of the page": "<headerFooter><oddHeader>&amp;C@</oddHeader></headerFooter>",
    "foot of the page": "<headerFooter><evenFooter>&amp;R@</evenFooter></headerFooter>",
    "tip of a link": "<hyperlinks><hyperlink ref='A1' tooltip=$/></hyperlinks>",
    "place of a link": "<hyperlinks><hyperlink ref='A1' location=$/></hyperlinks>",
    "scenario": "<scenarios><scenario name=$ user='x'/></scenarios>",
    "hidden row": '<row r="99" hidden="1"><c t="inlineStr"><is><t>@</t></is></c></row>',
    "code name": "<sheetPr codeName=$/>",
    "extension": "<extLst><ext><x:f xmlns:x='x'>@</x:f></ext></extLst>",
}
_IN_BOOK = {
    "defined name": '<definedNames><definedName name="~">A1</definedName></definedNames>',
    "value of a defined name": '<definedNames><definedName name="x">"@"</definedName></definedNames>',
    "comment of a defined name": "<definedNames><definedName name='x' comment=$/></definedNames>",
    "name of a hidden sheet": '<x><sheet name=$ state="veryHidden"/></x>',
    "folder it lay in": '<a:absPath xmlns:a="a" url="C:\\Users\\~\\"/>',
    "who has reserved it": "<fileSharing userName=$/>",
    "view of somebody": "<customWorkbookViews><customWorkbookView name=$/></customWorkbookViews>",
}
_PARTS = {
    "text of a deleted row": ("xl/sharedStrings.xml", "<sst><si><t>x</t></si><si><t>@</t></si></sst>"),
    "text read aloud": ("xl/sharedStrings.xml", "<sst><si><t>x</t><rPh><t>@</t></rPh></si></sst>"),
    "comment": ("xl/comments1.xml", "<comments><comment><text><r><t>@</t></r></text></comment></comments>"),
    "author of a comment": ("xl/comments1.xml", "<comments><authors><author>@</author></authors></comments>"),
    "comment with answers": (
        "xl/threadedComments/t1.xml",
        "<a><threadedComment><text>@</text></threadedComment></a>",
    ),
    "person": ("xl/persons/person.xml", "<personList><person displayName=$/></personList>"),
    "table": ("xl/tables/table1.xml", "<table><tableColumns><tableColumn name=$/></tableColumns></table>"),
    "pivot table, cache": (
        "xl/pivotCache/pivotCacheDefinition1.xml",
        "<p><sharedItems><s v=$/></sharedItems></p>",
    ),
    "pivot table, records": ("xl/pivotCache/pivotCacheRecords1.xml", "<p><r><s v=$/></r></p>"),
    "pivot table, who refreshed it": ("xl/pivotCache/pivotCacheDefinition1.xml", "<p refreshedBy=$/>"),
    "other workbook, cache": ("xl/externalLinks/externalLink1.xml", "<e><cell><v>@</v></cell></e>"),
    "other workbook, path": ("xl/externalLinks/_rels/e.xml.rels", "<r><R Target='file:///~/x.xlsx'/></r>"),
    "connection": ("xl/connections.xml", "<connections><connection name=$/></connections>"),
    "query": ("xl/queryTables/queryTable1.xml", "<queryTable name=$/>"),
    "slicer": ("xl/slicerCaches/slicerCache1.xml", "<s><i n=$/></s>"),
    "history of changes": ("xl/revisions/revisionHeaders.xml", "<h><header userName=$/></h>"),
    "history, old value": ("xl/revisions/revisionLog1.xml", "<r><oc><is><t>@</t></is></oc></r>"),
    "users": ("xl/revisions/userNames.xml", "<users><userInfo name=$/></users>"),
    "drawing of old": ("xl/drawings/vmlDrawing1.vml", "<xml><v:textbox>@</v:textbox></xml>"),
    "text box": ("xl/drawings/drawing1.xml", "<d xmlns:a='a'><a:p><a:r><a:t>@</a:t></a:r></a:p></d>"),
    "chart": ("xl/charts/chart1.xml", "<c><pt><v>@</v></pt></c>"),
    "property: creator": ("docProps/core.xml", "<c xmlns:dc='d'><dc:creator>@</dc:creator></c>"),
    "property: last saved by": ("docProps/core.xml", "<c><lastModifiedBy>@</lastModifiedBy></c>"),
    "titles of parts": ("docProps/app.xml", "<P><TitlesOfParts><lpstr>@</lpstr></TitlesOfParts></P>"),
    "custom property": ("docProps/custom.xml", "<P><property><lpwstr>@</lpwstr></property></P>"),
    "custom part": ("customXml/item1.xml", "<a>@</a>"),
}
_FILES = {
    "settings of the printer": "xl/printerSettings/printerSettings1.bin",
    "data model": "xl/model/item.data",
    "old binary sheet": "xl/worksheets/sheet9.bin",
}


def _escaped(data: bytes, name: str) -> bytes:
    written = "".join(f"_x{ord(c):04X}_" if ord(c) < 0x10000 else c for c in name)
    return into(_SHEET, "</sheetData>", f'<row><c t="inlineStr"><is><t>{written}</t></is></c></row>')(
        data, ""
    )


def _pieces(data: bytes, name: str) -> bytes:
    runs = "".join(f"<r><t>{'&amp;' if c == '&' else c}</t></r>" for c in name)
    return package({**parts_of(data), "xl/sharedStrings.xml": f"<sst><si>{runs}</si></sst>".encode()})


def _parted(data: bytes, name: str) -> bytes:
    """A reading aid stands in the middle of the name."""
    first, _, rest = name.partition(" ")
    said = f"<sst><si><r><t>{first}</t></r><rPh><t>x</t></rPh><r><t> {rest}</t></r></si></sst>"
    return package({**parts_of(data), "xl/sharedStrings.xml": said.encode()})


def _cells(data: bytes, name: str) -> bytes:
    first, _, rest = name.partition(" ")
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in (first, rest))
    return into(_SHEET, "</sheetData>", f"<row>{cells}</row>")(data, "")


def plants() -> Iterator[Plant]:
    """All of them."""
    ends: tuple[tuple[str, str, dict[str, str]], ...] = (
        (_SHEET, "</worksheet>", _IN_SHEET),
        (_BOOK, "</workbook>", _IN_BOOK),
        (
            _STYLES,
            "</styleSheet>",
            {"look of a number": "<numFmt formatCode=$/>", "style": "<cellStyle name=$/>"},
        ),
    )
    for part, end, templates in ends:
        for place, template in templates.items():
            yield Plant("xlsx", place, into(part, end, template))
    for place, (part, template) in _PARTS.items():
        yield Plant("xlsx", place, added(part, template))
    own: dict[str, Edit] = {
        "letters as _x004C_": _escaped,
        "a look for each letter": _pieces,
        "a reading aid in the middle": _parted,
        "a word to a cell": _cells,
    }
    for place, edit in own.items():
        yield Plant("xlsx", place, edit)
    for place, file in _FILES.items():
        yield Plant("xlsx", place, added_file(file, lambda name: b"\0\1\2" + name.encode("utf-16-le")))
