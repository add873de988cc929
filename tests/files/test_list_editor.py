"""The list is what it was with the edit made: any signatory, any edit; what would stay behind is gone."""

import dataclasses
import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from domain.lists import anonymous, named
from files.list_workbooks import HEADINGS, LAST, ROWS
from files.list_workbooks_by_hand import BY_HAND, excel_sheet, package, shared
from files.list_workbooks_by_openpyxl import BY_OPENPYXL, by_openpyxl
from files.list_workbooks_by_xlsxwriter import BY_XLSXWRITER, by_xlsxwriter
from files.packages import zipped
from files.workbooks import workbook, workbook_of_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart
from openpyxl.formatting.rule import Rule
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.domain.list_edit import ListEdit, LogEntry
from desktop_app.domain.plain_text import plain
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.files.list_editor import RowsBeside, edited, list_key, new_list, with_key
from desktop_app.files.sheet_words import Column
from desktop_app.files.sheetml import MAIN, R
from desktop_app.files.signatories_xlsx import signatories_in
from desktop_app.files.spreadsheet import CellKind, table_in

FILE = "signatories-private.xlsx"

text = st.text(max_size=20).map(plain)
escapes = st.sampled_from(("_x000D_", "_x005F_x000D_", "=1+1", "00123", "+44", "'", "_x0041_x0042_", "&amp;"))
names = (text | escapes).filter(bool)
aliases = st.lists(
    names.filter(lambda name: ";" not in name and len(name.splitlines()) == 1), max_size=2
).map(tuple)
signatories = st.builds(
    Signatory,
    row=st.just(0),
    name=names,
    disclosure=st.sampled_from(Disclosure),
    kind=st.sampled_from(Kind),
    counts=st.sampled_from((None, *Way)),
    also_known_as=aliases,
    **dict.fromkeys("acronym country title group member_of listed_as contact".split(), text | escapes),
    **dict.fromkeys("email signed_on text_version confirmed_by source notes".split(), text | escapes),
)


def numbered(people: Sequence[Signatory], first: int = 2) -> list[Signatory]:
    return [dataclasses.replace(person, row=row) for row, person in enumerate(people, first)]


def read(data: bytes) -> list[Signatory]:
    return list(signatories_in(data, FILE).signatories)


def applied(people: Sequence[Signatory], edit: ListEdit) -> list[Signatory]:
    """The edit in plain words: what the sheet must say afterwards."""
    rows = {person.row: person for person in people}
    last = max([1, *rows, *(person.row for person in edit.changed)])
    for row in edit.emptied:
        rows.pop(row, None)
    rows |= {person.row: person for person in edit.changed}
    rows |= {person.row: person for person in numbered(edit.added, last + 1)}
    return [rows[row] for row in sorted(rows)]


@st.composite
def edits(draw: st.DrawFn, people: Sequence[Signatory]) -> ListEdit:
    rows = [person.row for person in people]
    emptied = draw(st.sets(st.sampled_from(rows))) if rows else set()
    kept = [row for row in rows if row not in emptied]
    changed = draw(st.sets(st.sampled_from(kept))) if kept else set()
    return ListEdit(
        changed=tuple(dataclasses.replace(draw(signatories), row=row) for row in sorted(changed)),
        added=tuple(draw(st.lists(signatories, max_size=3))),
        emptied=tuple(sorted(emptied)),
    )


@settings(max_examples=40)
@given(st.data())
def test_the_list_is_what_it_was_with_the_edit_made(data: st.DataObject) -> None:
    people = numbered(data.draw(st.lists(signatories, max_size=5)))
    book = new_list(people)
    assert read(book) == people
    for _ in range(2):
        edit = data.draw(edits(people))
        book, people = edited(book, edit, FILE), applied(people, edit)
        assert read(book) == people


def test_the_same_edit_gives_the_same_bytes() -> None:
    edit = ListEdit(added=(named(0, "Lantern Network"),))
    assert edited(new_list([]), edit, FILE) == edited(new_list([]), edit, FILE)


def test_an_edit_of_nothing_leaves_every_cell(tmp_path: Path) -> None:
    book = workbook(tmp_path / FILE, [["Name", "Listed", "Kind"], ["Lantern", "Oui", "NGO"]]).read_bytes()
    same = edited(book, ListEdit(changed=tuple(read(book))), FILE)
    assert [[cell.text for cell in row.cells] for row in table_in(same, FILE).rows] == [
        ["Name", "Listed", "Kind"],
        ["Lantern", "Oui", "NGO"],
    ]


def test_a_row_that_was_emptied_can_be_filled_again() -> None:
    people = numbered([named(0, "Lantern"), anonymous(0, "Kite"), named(0, "Harbour")])
    emptied = edited(new_list(people), ListEdit(emptied=(4, 3)), FILE)
    assert read(emptied) == people[:1]
    assert read(edited(emptied, ListEdit(changed=tuple(people[1:])), FILE)) == people


def test_numbers_dates_and_results_stay_until_they_change(tmp_path: Path) -> None:
    days = dt.date(2024, 2, 1), dt.date(2024, 2, 2)
    rows: list[list[object]] = [["Name", "Signed on", "Notes"], ["Lantern", days[0], 7], ["Kite", days[1], 8]]
    book = workbook(tmp_path / FILE, rows).read_bytes()
    first, second = read(book)
    changed = dataclasses.replace(first, notes="00123"), dataclasses.replace(second, signed_on="2024-03-01")
    after = table_in(edited(book, ListEdit(changed=changed), FILE), FILE).rows
    assert [cell.kind for cell in after[1].cells] == [CellKind.TEXT, CellKind.VALUE, CellKind.TEXT]
    assert [cell.kind for cell in after[2].cells] == [CellKind.TEXT, CellKind.TEXT, CellKind.VALUE]
    assert (after[1].cells[2].text, after[2].cells[1].text) == ("00123", "2024-03-01")


def test_a_missing_column_comes_right_of_all_others(tmp_path: Path) -> None:
    book = workbook(tmp_path / FILE, [["Name", "Ours"], ["Lantern", "a", "beside"]]).read_bytes()
    (lantern,) = read(book)
    changed = dataclasses.replace(lantern, disclosure=Disclosure.NAMED, country="Norway")
    after = signatories_in(edited(book, ListEdit(changed=(changed,)), FILE), FILE)
    assert after.signatories == (changed,)
    assert after.headers.columns == {Column.NAME: 1, Column.COUNTRY: 4, Column.LISTED: 5}


def test_what_a_blank_cell_means_needs_no_column(tmp_path: Path) -> None:
    book = workbook(tmp_path / FILE, [["Name"], ["Lantern"]]).read_bytes()
    after = edited(book, ListEdit(added=(Signatory(0, "Kite", Disclosure.PENDING),)), FILE)
    assert [len(row.cells) for row in table_in(after, FILE).rows] == [1, 1, 1]


def test_a_name_kept_back_for_an_error_stays_back_when_the_error_goes(tmp_path: Path) -> None:
    # It is anonymous because nobody can tell what it is to be listed as, though the cell says "named".
    head, row = (
        "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
        for texts in (("Name", "Listed", "Listed as"), ("Lantern", "named"))
    )
    rows = f'<row r="1">{head}</row><row r="2">{row}<c t="e"><v>#REF!</v></c></row>'
    book = workbook_of_xml(tmp_path / FILE, rows).read_bytes()
    (lantern,) = read(book)
    changed = dataclasses.replace(lantern, listed_as="The Lamp")
    assert lantern.disclosure is Disclosure.ANONYMOUS
    assert read(edited(book, ListEdit(changed=(changed,)), FILE)) == [changed]


def active(data: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def after_adding(dress: str, count: int = 2) -> Worksheet:
    added = tuple(named(0, f"Newcomer {number}") for number in range(count))
    return active(edited(by_openpyxl(BY_OPENPYXL[dress]), ListEdit(added=added), FILE))


def test_filters_tables_and_rules_take_in_the_new_rows() -> None:
    last = LAST + 2
    assert after_adding("a filter").auto_filter.ref == f"A1:G{last}"
    assert after_adding("a filter on the headings alone").auto_filter.ref == f"A1:G{last}"
    assert after_adding("a table").tables["People"].ref == f"A1:G{last}"
    assert after_adding("a table with rows to spare").tables["People"].ref == f"A1:G{LAST + 40}"
    assert after_adding("a table with rows to spare", 50).tables["People"].ref == f"A1:G{LAST + 50}"
    (choice,) = after_adding("drop downs").data_validations.dataValidation
    assert str(choice.sqref) == f"C2:C{last}"
    assert [str(rule.sqref) for rule in after_adding("colours by formula").conditional_formatting] == [
        f"A2:G{last}"
    ]
    assert after_adding("a page set up").print_area == f"'Signatories'!$A$1:$G${last}"


def test_a_table_takes_in_a_new_column() -> None:
    table = after_adding("a table without that column").tables["People"]
    assert table.ref == f"A1:G{LAST + 2}"
    assert table.column_names == ["Name", "Country", "E-mail", "Notes", "Our column", "Fee", "Listed"]


def test_new_rows_look_like_the_last_but_are_as_high_as_they_like() -> None:
    sheet = after_adding("fonts fills and borders")
    for column in range(1, 8):
        assert sheet.cell(LAST + 2, column).style_id == sheet.cell(LAST, column).style_id > 0
    assert after_adding("widths and heights").row_dimensions[LAST + 1].height is None


def test_first_rows_do_not_look_like_the_headings() -> None:
    sheet = active(new_list([named(0, "Lantern")]))
    assert sheet["A1"].font.b
    assert not sheet["A2"].font.b
    assert sheet["A2"].number_format == "@"


def test_a_formula_shared_by_rows_goes_on_below_an_emptied_one() -> None:
    sheet = active(edited(BY_HAND["excel formulas that are shared"](), ListEdit(emptied=(5,)), FILE))
    assert [sheet.cell(row, 8).value for row in (5, 6, 7)] == [None, "=LEN(A6)+$G$1", "=LEN(A7)+$G$1"]


def test_a_shared_formula_is_told_as_it_would_be_in_another_row() -> None:
    book = BY_HAND["excel formulas that are shared"]()
    told = [RowsBeside(book, FILE).annotations(row, as_row=2) for row in (5, 7)]
    assert told == [(("H", "=LEN(A2)+$G$1"),)] * 2


def test_a_threaded_comment_is_told_once() -> None:
    book = BY_HAND["excel threaded comments"]()
    assert RowsBeside(book, FILE).annotations(5, as_row=5) == (("Name", f"{ROWS[3][0]}?"),)
    assert RowsBeside(book, FILE).annotations(6, as_row=6) == ()


def test_a_mail_link_goes_with_its_address_and_a_website_stays() -> None:
    mail = by_openpyxl(BY_OPENPYXL["links to mail"])
    lantern = dataclasses.replace(read(mail)[0], email="new@example.org")
    after = edited(mail, ListEdit(changed=(lantern,)), FILE)
    assert active(after)["D2"].hyperlink is None
    assert active(after)["D3"].hyperlink is not None
    web = by_openpyxl(BY_OPENPYXL["links to websites"])
    renamed = dataclasses.replace(read(web)[0], name="Lantern Net")
    link = active(edited(web, ListEdit(changed=(renamed,)), FILE))["A2"].hyperlink
    assert link is not None
    assert link.target == "https://www.example.org/2"


def test_comments_of_emptied_rows_go_and_others_stay() -> None:
    sheet = active(edited(by_openpyxl(BY_OPENPYXL["a comment on every row"]), ListEdit(emptied=(3, 5)), FILE))
    commented = [row for row in range(1, LAST + 1) if sheet.cell(row, 1).comment is not None]
    assert commented == [1, 2, 4, 6, 7]


@pytest.mark.parametrize(
    ("edit", "code", "row"),
    [
        (ListEdit(changed=(named(2, "Other"),)), "list-cell-formula", 2),
        (
            ListEdit(changed=(Signatory(3, "Kite", Disclosure.PENDING, country="Peru"),)),
            "list-cell-merged",
            3,
        ),
        (ListEdit(emptied=(3,)), "list-cell-merged", 3),
        (ListEdit(emptied=(5,)), "list-cell-fixed", 5),
        (ListEdit(emptied=(1,)), "list-row-outside", 1),
        (ListEdit(changed=(named(1_048_577, "Kite"),)), "list-row-outside", 1_048_577),
        (ListEdit(added=(named(0, "N" * 32_768),)), "list-text-too-long", 7),
    ],
)
def test_a_cell_that_is_not_its_own_is_left_alone(edit: ListEdit, code: str, row: int) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for line in (["Name", "Country", "Listed"], ["=1+1"], ["Kite"], ["Harbour"], ["Bell", 0], ["Reed", 0]):
        sheet.append(line)
    sheet.merge_cells("A3:B4")
    sheet["B5"] = ArrayFormula("B5:B6", "=A3:A4")
    packed = io.BytesIO()
    book.save(packed)
    with pytest.raises(ProblemError) as problem:
        edited(packed.getvalue(), edit, FILE)
    assert (problem.value.code, problem.value.place.row) == (code, row)


def test_a_pivot_table_over_the_list_is_left_alone() -> None:
    rows, strings = shared((HEADINGS, *ROWS))
    relation = f'<Relationship Id="rId1" Type="{R}/pivotTable" Target="../pivotTables/pivotTable1.xml"/>'
    pivot = f'<pivotTableDefinition xmlns="{MAIN}"><location ref="F3:G6"/></pivotTableDefinition>'
    parts = {"xl/pivotTables/pivotTable1.xml": pivot}
    book = package(excel_sheet(rows), strings, sheet_relations=relation, others=parts)
    with pytest.raises(ProblemError, match="list-cell-fixed"):
        edited(book, ListEdit(emptied=(5,)), FILE)
    assert len(read(edited(book, ListEdit(emptied=(7,)), FILE))) == len(ROWS) - 1


def test_a_shared_formula_that_nobody_reads_is_not_given_away() -> None:
    rows, strings = shared((HEADINGS, *ROWS))
    head, second, third, *rest = rows.split("</row>")
    second += '<c r="H2"><f t="shared" ref="H2:H3" si="0">LEN("</f></c>'
    third += '<c r="H3"><f t="shared" si="0"/></c>'
    book = package(excel_sheet("</row>".join((head, second, third, *rest))), strings)
    with pytest.raises(ProblemError, match="list-cell-formula"):
        edited(book, ListEdit(emptied=(2,)), FILE)


def test_a_full_sheet_is_said(tmp_path: Path) -> None:
    rows = '<row r="1"><c t="inlineStr"><is><t>Name</t></is></c></row>'
    rows += '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Lantern</t></is></c></row>'
    book = workbook_of_xml(tmp_path / FILE, rows).read_bytes()
    with pytest.raises(ProblemError, match="list-full"):
        edited(book, ListEdit(added=(named(0, "Kite"),)), FILE)


def test_rows_out_of_order_are_no_workbook(tmp_path: Path) -> None:
    cell = '<c t="inlineStr"><is><t>Name</t></is></c>'
    book = workbook_of_xml(tmp_path / FILE, f'<row r="2">{cell}</row><row r="1">{cell}</row>').read_bytes()
    with pytest.raises(ProblemError, match="file-damaged"):
        edited(book, ListEdit(emptied=(2,)), FILE)


def test_a_list_in_csv_is_not_edited() -> None:
    with pytest.raises(ProblemError, match="list-is-csv"):
        edited(b"Name\nLantern\n", ListEdit(emptied=(2,)), "signatories.csv")


@pytest.mark.parametrize(
    ("part", "code"),
    [("_xmlsignatures/sig1.xml", "list-signed"), ("xl/revisions/revisionHeaders.xml", "list-tracked")],
)
def test_a_workbook_that_vouches_for_itself_is_not_edited(tmp_path: Path, part: str, code: str) -> None:
    book = workbook_of_xml(tmp_path / FILE, "", {part: "<x/>"}).read_bytes()
    with pytest.raises(ProblemError, match=code):
        edited(book, ListEdit(), FILE)


def log_of(data: bytes, sheet: str = "Change log") -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table_in(data, FILE, sheet=sheet).rows]


def entry(day: int, what: str = "Listed") -> LogEntry:
    return LogEntry(dt.date(2024, 2, day), 14, what, "named", "anonymous", "by telephone")


def test_the_log_grows_from_edit_to_edit() -> None:
    book = edited(new_list([]), ListEdit(log=(entry(1),)), FILE)
    book = edited(book, ListEdit(log=(entry(2), entry(3))), FILE)
    assert log_of(book)[1] == ["Date", "Row", "What", "Before", "After", "Source"]
    assert [line[0] for line in log_of(book)[2:]] == ["2024-02-01", "2024-02-02", "2024-02-03"]
    assert read(book) == []


def test_a_log_of_their_own_is_left_alone() -> None:
    book = by_openpyxl(BY_OPENPYXL["a change log of their own"])
    book = edited(book, ListEdit(log=(entry(1),)), FILE)
    book = edited(book, ListEdit(log=(entry(2),)), FILE)
    assert log_of(book, "change LOG") == [["What we changed in the text"]]
    assert len(log_of(book, "Change log 2")) == 4


def test_a_chart_may_be_called_like_the_log() -> None:
    def name_it(book: Workbook, _sheet: Worksheet) -> None:
        book.create_chartsheet("Change log").add_chart(BarChart())

    book = edited(by_openpyxl(name_it), ListEdit(log=(entry(1),)), FILE)
    assert len(log_of(book, "Change log 2")) == 3


def test_the_workbook_keeps_a_key() -> None:
    book = new_list([named(0, "Lantern")])
    assert list_key(book, FILE) is None
    book = edited(book, ListEdit(log=(entry(1),)), FILE)
    assert list_key(book, FILE) is None
    book = with_key(book, "0123456789", FILE)
    assert list_key(book, FILE) == "0123456789"
    book = edited(with_key(book, "ab" * 16, FILE), ListEdit(log=(entry(2),)), FILE)
    assert list_key(book, FILE) == "ab" * 16
    assert len(log_of(book)) == 4
    assert read(book) == [named(2, "Lantern")]


def raw(data: bytes, part: str = "xl/worksheets/sheet1.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read(part).decode()


def test_rules_for_one_row_stay_with_it() -> None:
    def two_rules(_book: Workbook, sheet: Worksheet) -> None:
        for ref in (f"A{LAST}:G{LAST}", f"A2:B{LAST} K{LAST + 9}"):
            sheet.conditional_formatting.add(ref, Rule("duplicateValues"))

    sheet = active(edited(by_openpyxl(two_rules), ListEdit(added=(named(0, "Lantern"),)), FILE))
    areas = [str(rule.sqref) for rule in sheet.conditional_formatting]
    assert areas == [f"A{LAST}:G{LAST}", f"A2:B{LAST + 1} K{LAST + 9}"]


def test_sparklines_stay_where_they_are() -> None:
    book = edited(by_xlsxwriter(BY_XLSXWRITER["sparklines"]), ListEdit(emptied=(3, 4, 5, 6, 7)), FILE)
    after = raw(edited(book, ListEdit(added=(named(0, "Lantern"),)), FILE))
    assert re.findall("<xm:sqref>I2(:[^<]*)?</xm:sqref>", after) == [""]


def test_the_filter_of_a_table_ends_above_its_totals() -> None:
    def totals(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        columns = [{"header": heading} for heading in HEADINGS]
        sheet.add_table(0, 0, LAST, 6, {"columns": columns, "total_row": True})

    book = by_xlsxwriter(totals)
    changed = dataclasses.replace(read(book)[0], group="North")
    table = raw(edited(book, ListEdit(changed=(changed,)), FILE), "xl/tables/table1.xml")
    assert re.findall('ref="([^"]*)"', table) == [f"A1:H{LAST + 1}", f"A1:H{LAST}"]


def test_a_signatory_stands_beside_formulas_that_wait_for_it() -> None:
    book = by_openpyxl(BY_OPENPYXL["formulas filled down beyond"])
    after = edited(book, ListEdit(added=(named(0, "Lantern"),)), FILE)
    assert read(after)[-1].row == LAST + 1
    assert active(after).cell(LAST + 1, 8).value == f'=IF(A{LAST + 1}="","",1)'


def test_an_error_is_read_as_the_reader_reads_it(tmp_path: Path) -> None:
    head = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in ("Name", "Also known as"))
    rows = f'<row r="1">{head}</row><row r="2"><c t="e"><v>#REF!</v></c><c t="e"><v>#N/A</v></c></row>'
    book = workbook_of_xml(tmp_path / FILE, rows).read_bytes()
    (broken,) = read(book)
    same = edited(book, ListEdit(changed=(dataclasses.replace(broken, notes="ask"),)), FILE)
    assert [cell.kind for cell in table_in(same, FILE).rows[1].cells[:2]] == [CellKind.ERROR, CellKind.ERROR]


def test_what_newer_excels_say_of_a_value_goes_with_it() -> None:
    rows, strings = shared((HEADINGS, *ROWS))
    book = package(excel_sheet(rows.replace('<c r="B2" s="1"', '<c r="B2" s="1" vm="1" cm="1"')), strings)
    changed = dataclasses.replace(read(book)[0], country="Peru", group="North")
    after = raw(edited(book, ListEdit(changed=(changed,)), FILE))
    assert '<c r="B2" s="1" t="inlineStr"><is><t>Peru</t></is></c>' in after
    (second,) = re.findall('<row r="2"[^>]*>', after)
    assert "spans" not in second


def test_formulas_are_put_in_order_and_worked_out_anew() -> None:
    book = edited(BY_HAND["excel formulas that are shared"](), ListEdit(emptied=(5,)), FILE)
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        assert "xl/calcChain.xml" not in parts.namelist()
    assert "calcChain" not in raw(book, "[Content_Types].xml") + raw(book, "xl/_rels/workbook.xml.rels")
    assert '<calcPr fullCalcOnLoad="1"/>' in raw(book, "xl/workbook.xml")


def test_a_link_no_longer_says_what_its_cell_no_longer_says() -> None:
    def two_links(_book: Workbook, sheet: Worksheet) -> None:
        for place in ("A2", "A3"):
            web = "https://www.example.org/"
            sheet[place].hyperlink = Hyperlink(ref=place, target=web, display="Old name", tooltip="Old name")

    book = by_openpyxl(two_links)
    changed = dataclasses.replace(read(book)[0], name="New name")
    links = re.findall("<hyperlink [^>]*>", raw(edited(book, ListEdit(changed=(changed,)), FILE)))
    assert [link.count("Old name") for link in links] == [0, 2]


def test_a_shape_that_is_no_comment_stays() -> None:
    make = BY_HAND["excel threaded comments"]
    button = (
        '<v:shape id="b"><x:ClientData ObjectType="Button"><x:Row>4</x:Row></x:ClientData></v:shape></xml>'
    )
    with zipfile.ZipFile(io.BytesIO(make())) as parts:
        members = {name: parts.read(name) for name in parts.namelist()}
    shapes = "xl/drawings/vmlDrawing1.vml"
    members[shapes] = members[shapes].replace(b"</xml>", button.encode())
    after = raw(edited(zipped(members), ListEdit(emptied=(5,)), FILE), shapes)
    assert (after.count('"Note"'), after.count('"Button"')) == (1, 1)


def test_the_sheet_says_how_far_it_reaches() -> None:
    book = edited(BY_HAND["excel"](), ListEdit(added=(dataclasses.replace(named(0, "A"), group="G"),)), FILE)
    assert f'<dimension ref="A1:I{LAST + 1}"/>' in raw(book)


def test_a_key_that_somebody_typed_over_is_none() -> None:
    assert list_key(with_key(new_list([]), "not a number", FILE), FILE) is None


def test_a_filter_on_another_sheet_stays() -> None:
    def two_filters(book: Workbook, sheet: Worksheet) -> None:
        other = book.create_sheet("Budget")
        sheet.auto_filter.ref = other.auto_filter.ref = f"A1:G{LAST}"

    names = raw(edited(by_openpyxl(two_filters), ListEdit(added=(named(0, "A"),)), FILE), "xl/workbook.xml")
    assert re.findall(r"!\$A\$1:\$G\$(\d+)<", names) == [str(LAST + 1), str(LAST)]


def test_rows_may_leave_it_to_their_cells_to_say_where_they_stand(tmp_path: Path) -> None:
    names = ((1, "Name"), (4, "Lantern"), (6, "Kite"))
    rows = "".join(
        f'<row><c r="A{row}" t="inlineStr"><is><t>{name}</t></is></c></row>' for row, name in names
    )
    book = workbook_of_xml(tmp_path / FILE, rows).read_bytes()
    assert [person.row for person in read(edited(book, ListEdit(emptied=(4,)), FILE))] == [6]


def test_a_mail_link_of_several_rows_stays() -> None:
    def one_link(_book: Workbook, sheet: Worksheet) -> None:
        sheet["D2"].hyperlink = Hyperlink(ref="D2", target="mailto:office@example.org")

    book = by_openpyxl(one_link)
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        members = {name: parts.read(name) for name in parts.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = members[sheet].replace(b' ref="D2"', b' ref="D2:D7"')
    changed = dataclasses.replace(read(book)[0], email="new@example.org")
    assert 'ref="D2:D7"' in raw(edited(zipped(members), ListEdit(changed=(changed,)), FILE))
