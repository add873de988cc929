"""Writes into tables of recipients: a correction into recipients.xlsx, a list that was pasted into a new one.

As with the list of signatories, the sheet's own XML is edited; the coordinator's columns, rows and looks
stay.
"""

from collections.abc import Callable, Mapping, Sequence

from lxml import etree

from desktop_app.domain.plain_text import plain
from desktop_app.domain.recipient import Correction, OwnRecipient
from desktop_app.files.list_editor import formulas, remains
from desktop_app.files.list_editor.cells import cell_at, cells_of, escaped, new_cell_at, put
from desktop_app.files.list_editor.growth import Growth, grow
from desktop_app.files.list_editor.looks import column_styles, dress, style_like
from desktop_app.files.list_editor.refusals import Guarded
from desktop_app.files.list_editor.workbook import Workbook
from desktop_app.files.new_recipients import empty_table
from desktop_app.files.recipient_words import Column, gender_of, language_of
from desktop_app.files.recipients_table import (
    CORRECTIONS,
    LINE_END,
    OF_PEOPLE,
    OF_STATES,
    columns_of,
    header_of,
    key_of,
)
from desktop_app.files.reference_data import Reference
from desktop_app.files.sheetml import x
from desktop_app.files.spreadsheet import SheetRow, table_in

Lines = tuple[str, ...]
"""What one row says in one column; only an address has more than one line."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ANSWERS: Mapping[Column, Callable[[str], str | None]] = {
    Column.GENDER: gender_of,
    Column.LANGUAGE: language_of,
}
_OF_STATE = (
    Column.STATE,
    Column.NAME,
    Column.GENDER,
    Column.LANGUAGE,
    Column.SALUTATION,
    Column.ADDRESS,
    Column.PARAGRAPH,
    Column.EMAIL,
)
_OF_PERSON = (
    Column.NAME,
    Column.GENDER,
    Column.TITLE,
    Column.ORGANISATION,
    Column.ADDRESS,
    Column.COUNTRY,
    Column.SALUTATION,
    Column.LANGUAGE,
    Column.PARAGRAPH,
    Column.EMAIL,
)


def corrected(data: bytes | None, key: str, correction: Correction, reference: Reference) -> bytes:
    """recipients.xlsx with what is known better of one recipient; a new one where there is none.

    Args:
        data: What the file holds; None = there is no file.
        key: An ISO3 code, or the name of an office that is no state's.
        correction: All that its row shall say; its ``row`` is not used.
        reference: The program's tables.

    Raises:
        ProblemError: as ``table_in`` and ``header_of``; where the workbook cannot be kept whole, as
            ``Workbook`` and ``Guarded``.
    """
    editor = _Editor(empty_table(_OF_STATE) if data is None else data, CORRECTIONS, OF_STATES)
    texts = _texts_of(correction)
    for row in editor.below:
        if key_of(editor.state(row), reference) == key:
            editor.write(row.number, texts)
            break
    else:
        names = reference.names("en").get(key)
        editor.append([{editor.state_column: (names.running if names else key,), **texts}])
    return editor.finished()


def own_table(recipients: Sequence[OwnRecipient], file: str) -> bytes:
    """A table of one's own recipients, new."""
    editor = _Editor(empty_table(_OF_PERSON), file, OF_PEOPLE)
    editor.append([_texts_of(recipient) for recipient in recipients])
    return editor.finished()


def _texts_of(said: Correction | OwnRecipient) -> dict[Column, Lines]:
    texts: dict[Column, Lines] = {Column.ADDRESS: said.address}
    for column in Column:
        value = getattr(said, column.name.lower(), None)
        if isinstance(value, str):
            texts[column] = (value,) if value else ()
    return texts


class _Editor:
    """Edits the first sheet of a workbook of recipients."""

    def __init__(self, data: bytes, file: str, one_of: tuple[Column, ...]) -> None:
        table = table_in(data, file)
        self._workbook = Workbook(data, file)
        self._name = table.sheet
        self._header = header_of(table, file, one_of)
        self._places = columns_of(self._header)
        self._rows = {row.number: row for row in table.rows}
        self._part = self._workbook.part_of_sheet(table.sheet)
        self._sheet = self._workbook.worksheet(table.sheet)
        self._guarded = Guarded(self._workbook, self._sheet, self._part, table.sheet)
        self._styles = column_styles(self._sheet)
        self._written: set[tuple[int, int]] = set()
        self.below = [row for row in table.rows if row.number > self._header.number]

    @property
    def state_column(self) -> Column:
        """Where a state's name stands."""
        return Column.STATE if Column.STATE in self._places else Column.COUNTRY

    def state(self, row: SheetRow) -> str:
        """Whom the row is about."""
        found = (self._said(row, column) for column in OF_STATES)
        return next((plain(texts[0]) for texts in found if texts), "")

    def write(self, number: int, texts: Mapping[Column, Lines]) -> None:
        """Let that row say this; a cell that means the same already stays as it is."""
        row = self._rows.get(number)
        changed = {c: lines for c, lines in texts.items() if row is None or not self._says(row, c, lines)}
        self._write({number: changed}, 0)

    def append(self, rows: Sequence[Mapping[Column, Lines]]) -> None:
        """New rows below the last."""
        first = 1 + max([self._header.number, *(row.number for row in self.below)])
        worth = [{c: lines for c, lines in row.items() if lines} for row in rows]
        self._write(dict(enumerate(worth, first)), len(rows))

    def _write(self, rows: Mapping[int, Mapping[Column, Lines]], added: int) -> None:
        last = max([self._header.number, *(row.number for row in self.below)])
        wanted = {column for texts in rows.values() for column, lines in texts.items() if lines}
        missing = [column for column in Column if column in wanted and column not in self._places]
        first_new = 1 + max(len(row.cells) for row in self._rows.values())
        for place, column in enumerate(missing, first_new):
            self._put(self._header.number, place, (column.value,), self._sheet.row(self._header.number))
            self._places[column] = [place - 1]
        for number, texts in rows.items():
            is_new = not self._sheet.has(number)
            model = self._sheet.row(last if number > last > self._header.number else number)
            if is_new and model is not self._sheet.row(number):
                dress(self._sheet.row(number), model)
            for column, lines in texts.items():
                self._spread(number, self._places.get(column, []), lines, model)
        growth = Growth(self._header.number, last, added, tuple(c.value for c in missing), first_new)
        grow(self._workbook, self._sheet, self._part, growth, self._name)

    def _spread(self, number: int, places: Sequence[int], lines: Lines, model: etree._Element) -> None:
        """One line to a column where an address has several; what is left over goes into the last."""
        for at, place in enumerate(places):
            part = lines[at:] if at == len(places) - 1 else lines[at : at + 1]
            self._put(number, place + 1, part, model)

    def _put(self, number: int, column: int, lines: Lines, model: etree._Element) -> None:
        row = self._sheet.row(number)
        cell = cell_at(row, column)
        if cell is None and not lines:
            return
        self._guarded.check_text(number, column, "\n".join(lines))
        self._guarded.check_write(number, column, cell)
        if cell is None:
            cell = new_cell_at(row, column, style_like(model, cells_of(model), column, self._styles))
        put(cell, plain(" ".join(lines)))
        text = cell.find(f"{x('is')}/{x('t')}")
        if text is not None and len(lines) > 1:
            text.text = "\n".join(escaped(plain(line)) for line in lines)
            text.set(_SPACE, "preserve")
        self._written.add((number, column))

    def _said(self, row: SheetRow, column: Column) -> Lines:
        cells = (row.cells[place].text for place in self._places.get(column, ()) if place < len(row.cells))
        return tuple(text for text in cells if plain(text))

    def _says(self, row: SheetRow, column: Column, lines: Lines) -> bool:
        said = self._said(row, column)
        if column is Column.ADDRESS:
            parts = (plain(part) for text in said for part in LINE_END.split(text))
            return tuple(part for part in parts if part) == lines
        given = said[0] if said else ""
        if meaning := _ANSWERS.get(column):
            return meaning(plain(given)) == "".join(lines)
        return plain(given) == "".join(lines)

    def finished(self) -> bytes:
        """The workbook as it is to be saved."""
        remains.renew_links(self._workbook, self._sheet, self._part, self._written)
        self._workbook.put(self._part, self._sheet.to_bytes())
        remains.blank_strings(self._workbook)
        formulas.recalculate(self._workbook)
        return self._workbook.to_bytes()
