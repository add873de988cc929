"""Edits the list inside its workbook and leaves everything else in it as it was.

The sheet's own XML is edited, and every part that the edit does not concern is carried over byte by byte: a
library that reads a workbook and writes it anew keeps what it knows, and loses charts, slicers, threaded
comments and whatever the next Excel invents.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePath

from lxml import etree

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.signatory import Disclosure, Kind
from desktop_app.files.list_editor import change_log, formulas, remains
from desktop_app.files.list_editor.cells import cell_at, cells_of, clear, filled, new_cell_at, put
from desktop_app.files.list_editor.growth import Growth, grow
from desktop_app.files.list_editor.looks import column_styles, style_like
from desktop_app.files.list_editor.new_rows import row_xml
from desktop_app.files.list_editor.refusals import Guarded
from desktop_app.files.list_editor.row_texts import says, texts_of
from desktop_app.files.list_editor.workbook import Workbook
from desktop_app.files.sheet_words import Column
from desktop_app.files.sheetml import LAST_ROW, x
from desktop_app.files.signatories_xlsx import Headers, list_table
from desktop_app.files.spreadsheet import CellKind, CellText, SheetRow, Table

_CSV = (".csv", ".tsv", ".txt")
_BLANK = CellText("")
_Texts = Mapping[Column, str]
_DEFAULTS = {Column.LISTED: Disclosure.PENDING.value, Column.KIND: Kind.ORGANISATION.value}
"""What a blank cell means: it needs no column of its own."""


def edited(data: bytes, edit: ListEdit, file: str) -> bytes:
    """The workbook with the edit made; everything else in it as it was.

    Args:
        data: The workbook, decrypted.
        edit: What is to be changed.
        file: The workbook's name, for messages.

    Raises:
        ProblemError: as ``signatories_in``; ``list-is-csv``, and where the workbook cannot be kept whole
            ``list-signed``, ``list-tracked``, ``list-protected``, ``list-structure-locked``,
            ``list-totals-row``, ``list-full``, ``list-text-too-long``, ``list-row-outside``,
            ``list-cell-formula``, ``list-cell-merged`` or ``list-cell-fixed`` with the row.
    """
    if PurePath(file).suffix.casefold() in _CSV:
        raise ProblemError("list-is-csv", Place(file=file))
    workbook = Workbook(data, file)
    if not edit.is_empty:
        editor = _Editor(workbook, *list_table(data, file))
        editor.empty(edit.emptied)
        editor.write({s.row: texts_of(s) for s in edit.changed}, [texts_of(s) for s in edit.added])
        editor.finish()
    if edit.log:
        change_log.write_down(workbook, data, edit.log)
    return workbook.to_bytes()


class _Editor:
    """Edits the one sheet with the list."""

    def __init__(self, workbook: Workbook, table: Table, headers: Headers) -> None:
        self._workbook = workbook
        self._name = table.sheet
        self._headers = headers
        self._rows: Mapping[int, SheetRow] = {row.number: row for row in table.rows}
        self._part = workbook.part_of_sheet(table.sheet)
        self._sheet = workbook.worksheet(table.sheet)
        self._guarded = Guarded(workbook, self._sheet, self._part, table.sheet)
        self._column_styles = column_styles(self._sheet)
        self._written: set[tuple[int, int]] = set()

    def empty(self, rows: Collection[int]) -> None:
        """Clear those rows, with the links and comments on them."""
        if not rows:
            return
        has_formulas = False
        for number in rows:
            self._check_row(number)
            for column, cell in list(filled(self._sheet.row(number))) if self._sheet.has(number) else []:
                self._guarded.check_clear(number, column)
                if cell.find(x("f")) is not None:
                    formulas.give_away(self._sheet, cell)
                    has_formulas = True
                clear(cell)
        if has_formulas:
            formulas.forget_order(self._workbook)
        emptied = frozenset(rows)
        remains.drop_links(
            self._workbook, self._sheet, self._part, lambda a: a.top == a.bottom and a.top in emptied
        )
        remains.drop_comments(self._workbook, self._part, emptied)

    def write(self, changed: Mapping[int, _Texts], added: Sequence[_Texts]) -> None:
        """Let those rows say what they shall, and put new ones below the last."""
        rows: dict[int, _Texts] = {}
        for number, texts in changed.items():
            self._check_row(number)
            rows[number] = {c: text for c, text in texts.items() if not says(c, self._found(number, c), text)}
        last = max([self._last(), *changed])
        rows |= {number: self._worth_writing(texts) for number, texts in enumerate(added, last + 1)}
        missing = [c for c in Column if c not in self._headers.columns and any(c in t for t in rows.values())]
        first_new = self._first_free() if missing else 0
        places = {**self._headers.columns, **{c: n for n, c in enumerate(missing, first_new)}}
        self._write_headings(missing, first_new)
        for number, texts in rows.items():
            self._write_row(number, {places[column]: text for column, text in texts.items()}, last)
        growth = Growth(self._headers.row, last, len(added), tuple(missing), first_new)
        grow(self._workbook, self._sheet, self._part, growth, self._name)

    def _check_row(self, number: int) -> None:
        if not self._headers.row < number <= LAST_ROW:
            raise ProblemError("list-row-outside", Place(self._workbook.file, self._name, row=number))

    def _found(self, number: int, column: Column) -> CellText:
        row, place = self._rows.get(number), self._headers.columns.get(column)
        return row.cells[place - 1] if row and place is not None and place <= len(row.cells) else _BLANK

    def _worth_writing(self, texts: _Texts) -> _Texts:
        known = self._headers.columns
        return {c: text for c, text in texts.items() if text and (c in known or _DEFAULTS.get(c) != text)}

    def _last(self) -> int:
        """The last row with anything of a signatory, or of the coordinator's own, under the headings.

        Formulas of their own do not count: they are filled down beyond the list, to be ready.
        """
        known = set(self._headers.columns.values())
        header = self._rows[self._headers.row]
        width = max(column for column, cell in enumerate(header.cells, 1) if not cell.is_blank)

        def is_used(column: int, cell: CellText) -> bool:
            return not cell.is_blank and (column in known or cell.kind is not CellKind.FORMULA)

        used = (
            number
            for number, row in self._rows.items()
            if any(is_used(column, cell) for column, cell in enumerate(row.cells[:width], 1))
        )
        return max(used)

    def _first_free(self) -> int:
        """The column right of all that stands anywhere in the sheet."""
        return 1 + max(
            column
            for row in self._rows.values()
            for column, cell in enumerate(row.cells, 1)
            if not cell.is_blank
        )

    def _write_headings(self, headings: Sequence[Column], first: int) -> None:
        if not headings:
            return
        row = self._sheet.row(self._headers.row)
        neighbour = cell_at(row, first - 1)
        style = "" if neighbour is None else neighbour.get("s", "")
        for column, heading in enumerate(headings, first):
            cell = cell_at(row, column)
            self._check(self._headers.row, column, heading.value, cell)
            put(new_cell_at(row, column, style) if cell is None else cell, heading.value)
            self._written.add((self._headers.row, column))

    def _write_row(self, number: int, texts: Mapping[int, str], last: int) -> None:
        if not texts:
            return
        cells = cells_of(self._sheet.row(number)) if self._sheet.has(number) else {}
        for column, text in texts.items():
            self._check(number, column, text, cells.get(column))
            self._written.add((number, column))
        # Below the list a row looks like its last.
        model = self._sheet.row(last) if number > last > self._headers.row else None
        if self._sheet.has(number):
            self._fill(self._sheet.row(number), cells, texts, model)
        else:
            self._sheet.add(number, self._new_row(number, texts, model))

    def _fill(
        self,
        row: etree._Element,
        cells: Mapping[int, etree._Element],
        texts: Mapping[int, str],
        model: etree._Element | None,
    ) -> None:
        model = row if model is None else model
        of_model = cells_of(model)
        for column, text in texts.items():
            cell = cells.get(column)
            if cell is None:
                cell = new_cell_at(row, column, style_like(model, of_model, column, self._column_styles))
            put(cell, text)

    def _new_row(self, number: int, texts: Mapping[int, str], model: etree._Element | None) -> bytes:
        if model is None:
            styles = {column: self._column_styles.get(column, "") for column in texts}
        else:
            of_model = cells_of(model)
            styles = {column: cell.get("s", "") for column, cell in of_model.items() if "s" in cell.attrib}
            styles |= {column: style_like(model, of_model, column, self._column_styles) for column in texts}
        return row_xml(self._sheet.prefix, number, model, texts, styles)

    def _check(self, row: int, column: int, text: str, cell: etree._Element | None) -> None:
        self._guarded.check_text(row, column, text)
        self._guarded.check_write(row, column, cell)

    def finish(self) -> None:
        """Give the sheet back to its workbook, and take out what would stay behind."""
        remains.renew_links(self._workbook, self._sheet, self._part, self._written)
        self._workbook.put(self._part, self._sheet.to_bytes())
        remains.blank_strings(self._workbook)
        formulas.recalculate(self._workbook)
