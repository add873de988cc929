"""The short list as openpyxl writes it; each function that is marked dresses it with one thing."""

import datetime as dt
import io
from collections.abc import Callable

import openpyxl
from files.list_workbooks import HEADINGS, LAST, ROWS, picture
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import ColorScale, DataBar, FormatObject, IconSet, Rule
from openpyxl.styles import Alignment, Border, Color, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

Dress = Callable[[Workbook, Worksheet], None]
BY_OPENPYXL: dict[str, Dress] = {}


def dressed(dress: Dress) -> Dress:
    BY_OPENPYXL[dress.__name__.replace("_", " ")] = dress
    return dress


def by_openpyxl(dress: Dress) -> bytes:
    """The list with that one thing."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Signatories"
    for row in (HEADINGS, *ROWS):
        sheet.append(list(row))
    dress(book, sheet)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


@dressed
def nothing_else(_book: Workbook, _sheet: Worksheet) -> None:
    pass


@dressed
def widths_and_heights(_book: Workbook, sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 50
    sheet.column_dimensions["C"].width = 9.5
    for row in range(1, LAST + 1):
        sheet.row_dimensions[row].height = 20 + row


@dressed
def fonts_fills_and_borders(_book: Workbook, sheet: Worksheet) -> None:
    line = Side("thin", "808080")
    for row in sheet.iter_rows(1, LAST):
        for cell in row:
            cell.font = Font(name="Georgia", size=11, italic=cell.column == 2, color="224466")
            cell.fill = PatternFill("solid", fgColor="EEEEEE")
            cell.border = Border(line, line, line, line)
            cell.alignment = Alignment(wrap_text=True, vertical="top", indent=1)


@dressed
def named_styles(book: Workbook, sheet: Worksheet) -> None:
    book.add_named_style(NamedStyle("Signed", font=Font(bold=True)))
    for row in range(2, LAST + 1):
        sheet.cell(row, 1).style = "Signed"


@dressed
def dates_as_dates(_book: Workbook, sheet: Worksheet) -> None:
    sheet["H1"] = "Signed on"
    for row in range(2, LAST + 1):
        sheet.cell(row, 8, dt.date(2024, 2, row)).number_format = "dd/mm/yyyy"


@dressed
def numbers_in_odd_formats(_book: Workbook, sheet: Worksheet) -> None:
    for row in range(2, LAST + 1):
        sheet.cell(row, 7).number_format = '#,##0.00 "NOK";[Red]-#,##0.00'


@dressed
def column_styles(_book: Workbook, sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].number_format = "@"
    sheet.column_dimensions["D"].font = Font(color="0000FF")


@dressed
def a_filter(_book: Workbook, sheet: Worksheet) -> None:
    sheet.auto_filter.ref = f"A1:G{LAST}"


@dressed
def a_filter_that_hides_rows(_book: Workbook, sheet: Worksheet) -> None:
    sheet.auto_filter.ref = f"A1:G{LAST}"
    sheet.auto_filter.add_filter_column(2, ["named"])
    sheet.auto_filter.add_sort_condition(f"A2:A{LAST}")
    for row in (4, 5, 6):
        sheet.row_dimensions[row].hidden = True


@dressed
def a_filter_on_the_headings_alone(_book: Workbook, sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A1:G1"


@dressed
def a_comment_on_a_row_that_stays(_book: Workbook, sheet: Worksheet) -> None:
    sheet["A2"].comment = Comment("The first to answer", "Office")


@dressed
def a_comment_on_every_row(_book: Workbook, sheet: Worksheet) -> None:
    for row in range(1, LAST + 1):
        sheet.cell(row, 1).comment = Comment(f"On {sheet.cell(row, 1).value}", "Office")


@dressed
def a_table(_book: Workbook, sheet: Worksheet) -> None:
    sheet.add_table(Table(displayName="People", ref=f"A1:G{LAST}"))


@dressed
def a_table_with_rows_to_spare(_book: Workbook, sheet: Worksheet) -> None:
    sheet.add_table(Table(displayName="People", ref=f"A1:G{LAST + 40}"))


@dressed
def a_table_with_totals(_book: Workbook, sheet: Worksheet) -> None:
    columns = [TableColumn(id=number, name=name) for number, name in enumerate(HEADINGS, 1)]
    columns[0].totalsRowLabel = "Total"
    columns[6].totalsRowFunction = "sum"
    sheet.append(["Total", *[None] * 5, "=SUBTOTAL(109,People[Fee])"])
    table = Table(displayName="People", ref=f"A1:G{LAST + 1}", totalsRowCount=1, tableColumns=columns)
    sheet.add_table(table)


@dressed
def a_table_on_another_sheet(book: Workbook, _sheet: Worksheet) -> None:
    other = book.create_sheet("Budget")
    for row in (("Item", "Cost"), ("Stamps", 4), ("Ink", 9)):
        other.append(row)
    other.add_table(Table(displayName="Costs", ref="A1:B3"))


@dressed
def a_picture(_book: Workbook, sheet: Worksheet) -> None:
    sheet.add_image(Image(picture()), "J2")


@dressed
def a_chart_beside_the_list(_book: Workbook, sheet: Worksheet) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=7, min_row=1, max_row=LAST), titles_from_data=True)
    sheet.add_chart(chart, "J2")


@dressed
def a_chart_on_another_sheet(book: Workbook, sheet: Worksheet) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=7, min_row=1, max_row=LAST), titles_from_data=True)
    book.create_sheet("Picture").add_chart(chart, "A1")


@dressed
def a_sheet_that_is_a_chart(book: Workbook, sheet: Worksheet) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=7, min_row=1, max_row=LAST))
    book.create_chartsheet("Fees").add_chart(chart)


@dressed
def hidden_columns(_book: Workbook, sheet: Worksheet) -> None:
    sheet.column_dimensions["D"].hidden = True
    sheet.column_dimensions["E"].hidden = True


@dressed
def hidden_rows(_book: Workbook, sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[LAST].hidden = True


@dressed
def hidden_sheets_behind(book: Workbook, _sheet: Worksheet) -> None:
    book.create_sheet("Drafts").sheet_state = "hidden"
    book.create_sheet("Old").sheet_state = "veryHidden"


@dressed
def a_hidden_sheet_before(book: Workbook, sheet: Worksheet) -> None:
    book.create_sheet("Settings", 0)["A1"] = "Name"
    book["Settings"].sheet_state = "hidden"
    book.active = sheet


@dressed
def frozen_panes(_book: Workbook, sheet: Worksheet) -> None:
    sheet.freeze_panes = "B2"


@dressed
def a_view_from_right_to_left(_book: Workbook, sheet: Worksheet) -> None:
    sheet.sheet_view.rightToLeft = True
    sheet.sheet_view.zoomScale = 140
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = "AA3300"


@dressed
def colours_by_value(_book: Workbook, sheet: Worksheet) -> None:
    scale = ColorScale([FormatObject("min"), FormatObject("max")], [Color("FFFFFF"), Color("00AA00")])
    sheet.conditional_formatting.add(f"G2:G{LAST}", Rule("colorScale", colorScale=scale))


@dressed
def bars_and_icons_by_value(_book: Workbook, sheet: Worksheet) -> None:
    bar = DataBar(cfvo=[FormatObject("min"), FormatObject("max")], color="638EC6")
    icons = IconSet("3Arrows", cfvo=[FormatObject("percent", value) for value in (0, 33, 67)])
    sheet.conditional_formatting.add(f"G2:G{LAST}", Rule("dataBar", dataBar=bar))
    sheet.conditional_formatting.add(f"G2:G{LAST} I2:I9", Rule("iconSet", iconSet=icons))


@dressed
def colours_by_formula(_book: Workbook, sheet: Worksheet) -> None:
    look = DifferentialStyle(fill=PatternFill("solid", bgColor="FFCCCC"))
    rule = Rule("expression", formula=['$C2="anonymous"'], dxf=look)
    sheet.conditional_formatting.add(f"A2:G{LAST}", rule)


@dressed
def drop_downs(_book: Workbook, sheet: Worksheet) -> None:
    choice = DataValidation(
        "list", formula1='"named,anonymous,pending"', prompt="Choose", showErrorMessage=True
    )
    choice.add(f"C2:C{LAST}")
    sheet.add_data_validation(choice)


@dressed
def drop_downs_from_another_sheet(book: Workbook, sheet: Worksheet) -> None:
    book.create_sheet("Words").append(["named", "anonymous"])
    choice = DataValidation("list", formula1="Words!$A$1:$B$1")
    choice.add("C2:C5000")
    sheet.add_data_validation(choice)


@dressed
def links_to_websites(_book: Workbook, sheet: Worksheet) -> None:
    for row in range(2, LAST + 1):
        sheet.cell(row, 1).hyperlink = f"https://www.example.org/{row}"


@dressed
def links_to_mail(_book: Workbook, sheet: Worksheet) -> None:
    for row in range(2, LAST + 1):
        sheet.cell(row, 4).hyperlink = f"mailto:{sheet.cell(row, 4).value}"


@dressed
def links_inside_the_workbook(book: Workbook, sheet: Worksheet) -> None:
    book.create_sheet("Index")
    sheet["F2"].hyperlink = "#Index!A1"


@dressed
def names_in_two_fonts(_book: Workbook, sheet: Worksheet) -> None:
    for row in range(2, LAST + 1):
        first, _, rest = str(sheet.cell(row, 1).value).partition(" ")
        sheet.cell(row, 1).value = CellRichText(TextBlock(InlineFont(b=True), first), f" {rest}")


@dressed
def a_merged_title_above(_book: Workbook, sheet: Worksheet) -> None:
    sheet.insert_rows(1, 3)
    sheet["A1"] = "Who has signed, as of February"
    sheet.merge_cells("A1:G2")


@dressed
def names_for_ranges(book: Workbook, _sheet: Worksheet) -> None:
    book.defined_names["Everybody"] = DefinedName("Everybody", attr_text=f"Signatories!$A$2:$A${LAST}")
    book.defined_names["Rate"] = DefinedName("Rate", attr_text="1.25")


@dressed
def a_page_set_up(_book: Workbook, sheet: Worksheet) -> None:
    sheet.print_area = f"A1:G{LAST}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins.left = 0.3
    for part in (sheet.oddHeader, sheet.oddFooter):
        assert part is not None
        part.center.text = "Private, &P of &N"


@dressed
def groups_of_rows_and_columns(_book: Workbook, sheet: Worksheet) -> None:
    sheet.row_dimensions.group(3, 5, outline_level=1)
    sheet.column_dimensions.group("E", "F", hidden=True)


@dressed
def a_protected_sheet(_book: Workbook, sheet: Worksheet) -> None:
    sheet.protection.enable()


@dressed
def a_locked_structure(book: Workbook, _sheet: Worksheet) -> None:
    book.security = WorkbookProtection(lockStructure=True)


@dressed
def french_headings(_book: Workbook, sheet: Worksheet) -> None:
    for column, heading in enumerate(("Nom de l'organisation", "Pays", "Publication", "Courriel"), 1):
        sheet.cell(1, column, heading)


@dressed
def spanish_headings_and_answers(_book: Workbook, sheet: Worksheet) -> None:
    for column, heading in enumerate(("Organización", "País", "Publicar", "Correo"), 1):
        sheet.cell(1, column, heading)
    for row in range(2, LAST + 1):
        sheet.cell(row, 3, "Sí" if sheet.cell(row, 3).value == "named" else "No")


@dressed
def other_columns_first(_book: Workbook, sheet: Worksheet) -> None:
    sheet.insert_cols(1, 2)
    sheet["A1"], sheet["B1"] = "No.", "Checked"
    for row in range(2, LAST + 1):
        sheet.cell(row, 1, row - 1)


@dressed
def no_column_of_who_is_named(_book: Workbook, sheet: Worksheet) -> None:
    sheet.delete_cols(3)


@dressed
def a_table_without_that_column(_book: Workbook, sheet: Worksheet) -> None:
    sheet.delete_cols(3)
    sheet.add_table(Table(displayName="People", ref=f"A1:F{LAST}"))


@dressed
def formulas_in_a_column_of_their_own(_book: Workbook, sheet: Worksheet) -> None:
    sheet["H1"] = "Length"
    for row in range(2, LAST + 1):
        sheet.cell(row, 8, f"=LEN(A{row})")


@dressed
def formulas_filled_down_beyond(_book: Workbook, sheet: Worksheet) -> None:
    sheet["H1"] = "Length"
    for row in range(2, LAST + 1):
        sheet.cell(row, 8, f"=LEN(A{row})")
    sheet.cell(LAST + 1, 8, f'=IF(A{LAST + 1}="","",1)')


@dressed
def formulas_on_another_sheet(book: Workbook, _sheet: Worksheet) -> None:
    book.create_sheet("Figures")["A1"] = "=COUNTA(Signatories!A:A)-1"


@dressed
def an_array_formula_beside(_book: Workbook, sheet: Worksheet) -> None:
    sheet["K20"] = ArrayFormula("K20:K22", f"=G2:G4*{LAST}")


@dressed
def blank_rows_between(_book: Workbook, sheet: Worksheet) -> None:
    sheet.insert_rows(3, 2)


@dressed
def breaks_on_the_page(_book: Workbook, sheet: Worksheet) -> None:
    from openpyxl.worksheet.pagebreak import Break

    sheet.row_breaks.append(Break(id=4))


@dressed
def an_awkward_sheet_name(_book: Workbook, sheet: Worksheet) -> None:
    sheet.title = "Who's in & who isn't"
    sheet.auto_filter.ref = f"A1:G{LAST}"
    sheet.print_area = f"A1:G{LAST}"


@dressed
def a_change_log_of_their_own(book: Workbook, _sheet: Worksheet) -> None:
    book.create_sheet("change LOG").append(["What we changed in the text"])


@dressed
def texts_that_look_like_something_else(_book: Workbook, sheet: Worksheet) -> None:
    for place, text in (("F2", "=1+1"), ("F3", "00123"), ("F4", "+44 20")):
        sheet[place].value = text
        sheet[place].data_type = "s"
