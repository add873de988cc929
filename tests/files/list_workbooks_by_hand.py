"""The same short list in the XML of programs that cannot run here, and in XML that few write."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from files.list_workbooks import EMPTIED, HEADINGS, LAST, ROWS
from files.packages import zipped

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf applyAlignment="1"/><xf applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_EXCEL_ROOT = (
    f'<worksheet xmlns="{_MAIN}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' mc:Ignorable="x14ac xr xr2 xr3" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
    ' xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"'
    ' xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2"'
    ' xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3"'
    ' xr:uid="{00000000-0001-0000-0000-000000000000}">'
)
_MEMBER = {
    "worksheet": "worksheets/sheet1.xml",
    "styles": "styles.xml",
    "sharedStrings": "sharedStrings.xml",
    "calcChain": "calcChain.xml",
    "theme": "theme/theme1.xml",
}

BY_HAND: dict[str, Callable[[], bytes]] = {}


def by_hand(make: Callable[[], bytes]) -> Callable[[], bytes]:
    BY_HAND[make.__name__.replace("_", " ")] = make
    return make


def package(
    sheet: str,
    strings: Sequence[str] = (),
    *,
    sheet_relations: str = "",
    workbook: str = "",
    others: Mapping[str, str | bytes] | None = None,
    types: str = "",
) -> bytes:
    """A workbook with that sheet; ``others`` are more parts, by name."""
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_R}"><sheets>'
        f'<sheet name="Signatories" sheetId="7" r:id="rId1"/></sheets>{workbook}</workbook>',
        "xl/worksheets/sheet1.xml": sheet,
        "xl/styles.xml": _STYLES,
    }
    if strings:
        items = "".join(
            f"<si>{text if text.startswith('<') else f'<t>{escape(text)}</t>'}</si>" for text in strings
        )
        count = f'count="{len(strings)}" uniqueCount="{len(strings)}"'
        parts["xl/sharedStrings.xml"] = f'{_HEAD}<sst xmlns="{_MAIN}" {count}>{items}</sst>'
    if sheet_relations:
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(sheet_relations)
    parts |= others or {}
    known = {f"xl/{target}": kind for kind, target in _MEMBER.items()}
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{_SHEETML}.{known[name]}+xml"/>'
        for name in parts
        if name in known
    )
    start = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/x"/>'
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETML}.sheet.main+xml"/>'
        f"{listed}{types}</Types>",
        "_rels/.rels": relations(
            f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/_rels/workbook.xml.rels": relations(
            "".join(
                f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{target}"/>'
                for number, (kind, target) in enumerate(_MEMBER.items(), 1)
                if f"xl/{target}" in parts
            )
        ),
    }
    return zipped(start | parts)


def relations(entries: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def shared(rows: Sequence[Sequence[object]]) -> tuple[str, list[str]]:
    """Rows as Excel writes them, and the table of their strings."""
    strings: list[str] = []
    xml = ""
    for number, row in enumerate(rows, 1):
        cells = ""
        for letter, value in zip("ABCDEFG", row, strict=False):
            if isinstance(value, str) and value:
                if value not in strings:
                    strings.append(value)
                cells += f'<c r="{letter}{number}" s="1" t="s"><v>{strings.index(value)}</v></c>'
            elif value != "":
                cells += f'<c r="{letter}{number}"><v>{value}</v></c>'
        xml += f'<row r="{number}" spans="1:7" x14ac:dyDescent="0.25">{cells}</row>'
    return xml, strings


def excel_sheet(rows: str, behind: str = "") -> str:
    return (
        f'{_HEAD}{_EXCEL_ROOT}<dimension ref="A1:G{LAST}"/>'
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0">'
        '<selection activeCell="B3" sqref="B3"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/>'
        '<cols><col min="1" max="1" width="33.7109375" style="1" bestFit="1" customWidth="1"/></cols>'
        f"<sheetData>{rows}</sheetData>{behind}</worksheet>"
    )


@by_hand
def excel() -> bytes:
    rows, strings = shared((HEADINGS, *ROWS))
    rows = rows.removesuffix("</row>") + f'<c r="H{LAST}"><f>SUM(G2:G{LAST})</f><v>54.5</v></c></row>'
    behind = (
        '<phoneticPr fontId="1" type="noConversion"/>'
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="portrait" r:id="rId1"/>'
    )
    return package(
        excel_sheet(rows, behind),
        strings,
        sheet_relations=f'<Relationship Id="rId1" Type="{_R}/printerSettings"'
        ' Target="../printerSettings/printerSettings1.bin"/>',
        workbook='<calcPr calcId="191029"/>',
        others={
            "xl/calcChain.xml": f'{_HEAD}<calcChain xmlns="{_MAIN}"><c r="H{LAST}" i="7"/></calcChain>',
            "xl/printerSettings/printerSettings1.bin": b"\0printer\0",
        },
    )


@by_hand
def excel_formulas_that_are_shared() -> bytes:
    """The emptied row holds the formula, and those below share it."""
    rows, strings = shared((HEADINGS, *ROWS))
    for number in range(5, LAST + 1):
        own = f' ref="H5:H{LAST}"' if number == 5 else ""
        text = "LEN(A5)+$G$1" if number == 5 else ""
        cell = f'<c r="H{number}"><f t="shared"{own} si="0">{text}</f><v>9</v></c>'
        before, row, after = rows.partition(f'<row r="{number}"')
        rows = before + row + after.replace("</row>", f"{cell}</row>", 1)
    chain = "".join(f'<c r="H{number}" i="7"/>' for number in range(5, LAST + 1))
    return package(
        excel_sheet(rows),
        strings,
        others={"xl/calcChain.xml": f'{_HEAD}<calcChain xmlns="{_MAIN}">{chain}</calcChain>'},
    )


@by_hand
def excel_threaded_comments() -> bytes:
    rows, strings = shared((HEADINGS, *ROWS))
    comments = "".join(
        f'<comment ref="A{row}" authorId="0" shapeId="0">'
        f"<text><t>{escape(str(ROWS[row - 2][0]))}?</t></text></comment>"
        for row in (2, 5)
    )
    threads = "".join(
        f'<threadedComment ref="A{row}" dT="2024-02-01T10:00:00.00" personId="{{1}}" id="{{{row}}}">'
        f"<text>{escape(str(ROWS[row - 2][0]))}?</text></threadedComment>"
        for row in (2, 5)
    )
    shapes = "".join(
        f'<v:shape id="_x0000_s{row}" type="#_x0000_t202"><v:textbox><br></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:Row>{row - 1}</x:Row><x:Column>0</x:Column></x:ClientData>'
        "</v:shape>"
        for row in (2, 5)
    )
    newer = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    return package(
        excel_sheet(rows, '<legacyDrawing r:id="rId1"/>'),
        strings,
        sheet_relations=f'<Relationship Id="rId1" Type="{_R}/vmlDrawing"'
        ' Target="../drawings/vmlDrawing1.vml"/>'
        f'<Relationship Id="rId2" Type="{_R}/comments" Target="../comments1.xml"/>'
        '<Relationship Id="rId3" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"'
        ' Target="../threadedComments/threadedComment1.xml"/>',
        others={
            "xl/comments1.xml": f'{_HEAD}<comments xmlns="{_MAIN}"><authors><author>tc</author></authors>'
            f"<commentList>{comments}</commentList></comments>",
            "xl/threadedComments/threadedComment1.xml": f'{_HEAD}<ThreadedComments xmlns="{newer}">{threads}'
            "</ThreadedComments>",
            "xl/drawings/vmlDrawing1.vml": f'<xml xmlns:v="urn:schemas-microsoft-com:vml">{shapes}</xml>',
        },
        types=f'<Override PartName="/xl/comments1.xml" ContentType="{_SHEETML}.comments+xml"/>',
    )


@by_hand
def excel_names_with_phonetics() -> bytes:
    rows, strings = shared((HEADINGS, *ROWS))
    strings[strings.index(EMPTIED[0])] = (
        f'<r><rPr><b/></rPr><t>{EMPTIED[0][:5]}</t></r><r><t xml:space="preserve">{EMPTIED[0][5:]}</t></r>'
        '<rPh sb="0" eb="1"><t>quiet</t></rPh><phoneticPr fontId="1"/>'
    )
    return package(excel_sheet(rows), strings)


@by_hand
def excel_with_all_names_prefixed() -> bytes:
    rows, strings = shared((HEADINGS, *ROWS))
    sheet = excel_sheet(rows).replace(f'xmlns="{_MAIN}"', f'xmlns:x="{_MAIN}"')
    names = ("worksheet", "dimension", "sheetViews", "sheetView", "selection", "sheetFormatPr", "cols", "col")
    for name in (*names, "sheetData", "row", "c", "v"):
        for after in (" ", ">"):
            sheet = sheet.replace(f"<{name}{after}", f"<x:{name}{after}")
        sheet = sheet.replace(f"</{name}>", f"</x:{name}>")
    return package(sheet, strings)


@by_hand
def google() -> bytes:
    def cell(letter: str, number: int, value: object) -> str:
        if value == "":
            return f'<c r="{letter}{number}" s="2"/>'
        if isinstance(value, str):
            if value not in strings:
                strings.append(value)
            return f'<c r="{letter}{number}" s="2" t="s"><v>{strings.index(value)}</v></c>'
        return f'<c r="{letter}{number}" s="2"><v>{value}</v></c>'

    strings: list[str] = []
    rows = ""
    for number in range(1, 1001):
        values: Sequence[object] = (HEADINGS, *ROWS)[number - 1] if number <= LAST else [""] * 7
        cells = "".join(cell(letter, number, value) for letter, value in zip("ABCDEFG", values, strict=True))
        rows += f'<row r="{number}" ht="15.75" customHeight="1">{cells}</row>'
    sheet = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_R}">'
        '<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
        '<sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/>'
        f'<sheetData>{rows}</sheetData><drawing r:id="rId1"/></worksheet>'
    )
    return package(
        sheet,
        strings,
        sheet_relations=f'<Relationship Id="rId1" Type="{_R}/drawing" Target="../drawings/drawing1.xml"/>',
        others={
            "xl/drawings/drawing1.xml": f"{_HEAD}<xdr:wsDr"
            ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'
        },
        types='<Override PartName="/xl/drawings/drawing1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>',
    )


def inline(rows: Sequence[Sequence[object]], row: str = "<row>", cell: str = '<c t="inlineStr">') -> str:
    return "".join(
        f"{row}{''.join(f'{cell}<is><t>{escape(str(value))}</t></is></c>' for value in values)}</row>"
        for values in rows
    )


@by_hand
def rows_and_cells_that_do_not_say_where_they_stand() -> bytes:
    return package(
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{inline((HEADINGS, *ROWS))}</sheetData></worksheet>'
    )


@by_hand
def pretty_printed_with_remarks() -> bytes:
    rows = inline((HEADINGS, *ROWS)).replace("<row>", "\n  <row>\n    <!-- <row r='9'/> -->")
    rows = rows.replace("called", "<![CDATA[called]]>")
    return package(f'{_HEAD}<worksheet xmlns="{_MAIN}">\n <sheetData>{rows}\n </sheetData>\n</worksheet>\n')


@by_hand
def parts_that_nobody_knows_yet() -> bytes:
    rows, strings = shared((HEADINGS, *ROWS))
    future = '<extLst><ext uri="{F}" xmlns:f="urn:example:future"><f:thing sqref="A2"/></ext></extLst>'
    others: dict[str, str | bytes] = {
        "xl/slicers/slicer1.xml": "<slicers/>",
        "xl/future/one.bin": bytes(range(256)),
        "customXml/item1.xml": "<item/>",
    }
    return package(excel_sheet(rows, future), strings, others=others)
