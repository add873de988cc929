"""The short list as XlsxWriter writes it, much like Excel; each function that is marked adds one thing."""

import io
from collections.abc import Callable

import xlsxwriter
from files.list_workbooks import HEADINGS, LAST, ROWS, picture

Writing = Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]
BY_XLSXWRITER: dict[str, Writing] = {}


def written(write: Writing) -> Writing:
    BY_XLSXWRITER[write.__name__.replace("_", " ")] = write
    return write


def by_xlsxwriter(write: Writing) -> bytes:
    """The list with that one thing, its texts in the table of shared strings."""
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True})
    sheet = book.add_worksheet("Signatories")
    for number, row in enumerate((HEADINGS, *ROWS)):
        sheet.write_row(number, 0, row)
    write(book, sheet)
    book.close()
    return packed.getvalue()


@written
def shared_strings(_book: xlsxwriter.Workbook, _sheet: xlsxwriter.worksheet.Worksheet) -> None:
    pass


@written
def written_formats(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    bold = book.add_format({"bold": True, "bg_color": "#DDEEFF"})
    sheet.set_row(0, 24, bold)
    sheet.set_column(0, 0, 40, book.add_format({"num_format": "@"}))
    sheet.set_row(LAST - 1, None, book.add_format({"italic": True}))


@written
def a_table_with_a_style(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    columns = [{"header": heading} for heading in HEADINGS]
    sheet.add_table(0, 0, LAST - 1, 6, {"columns": columns, "style": "Table Style Light 11"})


@written
def sparklines(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    for row in range(1, LAST):
        sheet.add_sparkline(row, 8, {"range": f"Signatories!G2:G{row + 1}"})


@written
def bars_of_newer_excels(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    bars = {"type": "data_bar", "data_bar_2010": True, "bar_solid": True}
    sheet.conditional_format(1, 6, LAST - 1, 6, bars)


@written
def a_picture_and_a_text_box(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.insert_image("J2", "dot.png", {"image_data": picture()})
    sheet.insert_textbox("J9", "Ask before you share this")


@written
def a_picture_behind_everything(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.set_background(picture())
    sheet.set_header("&L&G", {"image_left": "dot.png", "image_data_left": picture()})


@written
def a_chart_with_a_cache(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    chart = book.add_chart({"type": "column"})
    assert chart is not None
    chart.add_series({"values": f"=Signatories!$G$2:$G${LAST}"})
    sheet.insert_chart("J2", chart)


@written
def comments_of_newer_excels(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    for row in range(1, LAST):
        sheet.write_comment(row, 0, f"About {ROWS[row - 1][0]}", {"author": "Office", "visible": row == 2})


@written
def a_button(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.insert_button("J2", {"caption": "Refresh"})


@written
def tick_boxes(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write(0, 7, "Called")
    for row in range(1, LAST):
        sheet.insert_checkbox(row, 7, row % 2 == 0)


@written
def notes_in_two_fonts(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(1, 4, "call ", bold, "soon", " please")
    sheet.write_rich_string(4, 4, "asked us ", bold, "by night", ", twice")


@written
def formulas_that_spill(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_dynamic_array_formula("K20", "=UNIQUE(B2:B7)", None, "Norway")


@written
def a_filter_for_countries(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.autofilter(0, 0, LAST - 1, 6)
    sheet.filter_column_list(1, ["Norway", "Chile"])
    sheet.set_row(2, None, None, {"hidden": True})


@written
def written_links(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    for row, (name, *_rest) in enumerate(ROWS, 1):
        mail = str(ROWS[row - 1][3])
        sheet.write_url(row, 3, f"mailto:{mail}", string=mail, tip=f"Write to {name}")


@written
def properties_of_the_office(book: xlsxwriter.Workbook, _sheet: xlsxwriter.worksheet.Worksheet) -> None:
    book.set_properties({"title": "Coalition", "author": "Office"})
    book.set_custom_property("Desk", "East")


@written
def ignored_warnings(_book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.ignore_errors({"number_stored_as_text": "A1:G50"})
